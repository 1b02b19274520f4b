//! Which branches are likely where: some crops grow only where they grow, and some trades are new.

/// Sector, branch, weight of those founded before 2005 and since, and where it can be at all (all places, if none is said).
type Likely = (&'static str, &'static str, f64, f64, &'static [&'static str]);

/// Weights of 2004 after the shares that the catalogue gives for that year; the others are guesses.
const LIKELY: [Likely; 24] = [
    ("AGR", "LAI", 34.0, 9.0, &[]),
    ("AGR", "ELE", 20.0, 20.0, &[]),
    ("AGR", "APP", 13.0, 5.0, &[]),
    ("AGR", "API", 11.0, 12.0, &[]),
    ("AGR", "CUMA", 6.0, 3.0, &[]),
    ("AGR", "MAR", 4.0, 5.0, &[]),
    ("AGR", "OLE", 6.0, 6.0, &[]),
    ("AGR", "CER", 6.0, 6.0, &[]),
    ("AGR", "CAP", 6.0, 6.0, &["07.431", "03.531", "03.231"]),
    ("AGR", "PHO", 10.0, 10.0, &["08", "09.551", "02.251", "10"]),
    ("AGR", "SAF", 3.0, 3.0, &["08.401", "09.541", "07.041"]),
    ("AGR", "ROS", 12.0, 12.0, &["08.577"]),
    ("AGR", "CAC", 5.0, 5.0, &["10", "07.427", "07.191", "09.581"]),
    ("AGR", "RIZ", 4.0, 4.0, &["04.281", "04.481", "04.491"]),
    ("AGR", "BET", 4.0, 4.0, &["04.281", "04.481", "04.491", "06.467", "05.255"]),
    ("AGR", "FRR", 5.0, 5.0, &["04.281", "01.331"]),
    ("AGR", "HEL", 0.0, 1.0, &[]),
    ("AGR", "CUN", 0.0, 1.0, &[]),
    ("ART", "TAP", 13.0, 8.0, &[]),
    ("ART", "BRO", 9.0, 9.0, &[]),
    ("ART", "COU", 9.0, 9.0, &[]),
    ("ART", "COI", 0.5, 3.0, &[]),
    ("ART", "PLO", 0.5, 3.0, &[]),
    ("FOR", "LIE", 6.0, 6.0, &["04.281", "04.291", "04.441", "04.491", "01.331"]),
];

/// The weight of a branch that is not in the table.
const USUAL: f64 = 3.0;

/// How likely a branch is in a province, against the others of its sector.
pub(super) fn weight(sector: &str, branch: &str, province: &str, old: bool) -> f64 {
    let Some((.., before, since, places)) = LIKELY.iter().find(|likely| (likely.0, likely.1) == (sector, branch))
    else {
        return USUAL;
    };
    let here = places.is_empty() || places.iter().any(|place| province.starts_with(place));
    if !here {
        0.0
    } else if old {
        *before
    } else {
        *since
    }
}
