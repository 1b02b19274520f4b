//! The profiles that come with the program.

/// Their names and texts.
pub const PROFILES: &[(&str, &str)] = &[
    ("twiza", include_str!("../../../../profiles/twiza.toml")),
    ("coops-uk-2016", include_str!("../../../../profiles/coops-uk-2016.toml")),
    ("togo", include_str!("../../../../profiles/togo.toml")),
];
