//! Who may know whom, read from each crate's Cargo.toml.
//!
//! `kernel ← db, ledger, intake, authz, document, proof ← web ← slices ← app`; among slices, `identity` and `register` stand below
//! the others, and `observatory` knows none. `press` stands beside `app` and knows `document`; only it knows typst, as only
//! `authz` knows Cedar. In tests a crate may know `testkit` too, and nothing else more.

use toml::{Table, Value};

use super::{
    Finding,
    house::{File, House},
};

/// The crates of `base` and which others of `base` each may know.
const BASE: [(&str, &[&str]); 9] = [
    ("kernel", &[]),
    ("db", &["kernel"]),
    ("ledger", &["kernel", "db"]),
    ("intake", &["kernel"]),
    ("authz", &["kernel"]),
    ("document", &["kernel"]),
    ("proof", &["kernel"]),
    ("web", &["kernel", "ledger", "db", "intake", "authz", "document", "proof"]),
    ("testkit", &["kernel", "ledger", "db", "authz", "web"]),
];

/// The slices on which other slices may stand.
const LOWER_SLICES: [&str; 2] = ["identity", "register"];

/// A crate of the house.
struct Crate<'a> {
    file: &'a File,
    /// `base/kernel`, `app` and so on.
    folder: &'a str,
    manifest: Table,
}

/// Every dependency that goes up or sideways.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let crates: Vec<_> = crates(house).collect();
    let folder_of = |name: &str| crates.iter().map(|one| one.folder).find(|folder| last(folder) == name);
    let mut findings = Vec::new();
    for one in &crates {
        for (section, name) in dependencies(&one.manifest) {
            let in_tests = section == "dev-dependencies";
            let allowed = match folder_of(&name) {
                Some(folder) => may_know(one.folder, folder) || in_tests && folder == "base/testkit",
                None => may_use(one.folder, &name),
            };
            if !allowed {
                let says = format!("{} must not know `{name}`: ARCHITECTURE.md says who may know whom", one.folder);
                findings.push(one.file.finding(line_of(&one.file.text, &name), says));
            }
        }
    }
    findings
}

/// Every crate that does not keep the house's lints.
pub(super) fn check_lints(house: &House) -> Vec<Finding> {
    let keeps = |one: &Crate| one.manifest.get("lints").and_then(|lints| lints.get("workspace")) == Some(&true.into());
    let without = crates(house).filter(|one| !keeps(one));
    without.map(|one| one.file.finding(1, "add `[lints]` with `workspace = true`")).collect()
}

/// Whether the crate in the first folder may stand on the one in the second.
fn may_know(folder: &str, other: &str) -> bool {
    let (room, other_room) = (last(folder), last(other));
    let other_is_base = other.starts_with("base/") && other != "base/testkit";
    if folder.starts_with("base/") {
        let mine = BASE.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, known)| *known);
        return other_is_base && mine.contains(&other_room);
    }
    if folder.starts_with("slices/") {
        let is_low = LOWER_SLICES.contains(&room) || room == "observatory";
        return other_is_base || !is_low && other.starts_with("slices/") && LOWER_SLICES.contains(&other_room);
    }
    match folder {
        "app" => other_is_base || other.starts_with("slices/"),
        "press" => ["base/kernel", "base/document"].contains(&other),
        "xtask" => other == "base/testkit",
        _ => false,
    }
}

/// Whether a crate may stand on one that is not ours.
fn may_use(folder: &str, name: &str) -> bool {
    match name {
        // Others' errors may be boxed only where a person reads them in the end.
        "anyhow" => ["app", "xtask"].contains(&folder),
        // Who may do what is decided in one place.
        "cedar-policy" => folder == "base/authz",
        // The main program builds without it: it weighs as much as all the rest.
        _ => !name.starts_with("typst") || folder == "press",
    }
}

/// The crates of the house whose Cargo.toml can be read; cargo speaks of the others.
fn crates(house: &House) -> impl Iterator<Item = Crate<'_>> {
    let manifests = house.files().iter().filter(|file| file.name() == "Cargo.toml" && !file.folder().is_empty());
    manifests.filter_map(|file| Some(Crate { file, folder: file.folder(), manifest: file.text.parse().ok()? }))
}

/// What a crate stands on, each with the section that says so.
fn dependencies(manifest: &Table) -> Vec<(&'static str, String)> {
    let mut known = Vec::new();
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(|targets| targets.values());
    for table in std::iter::once(manifest).chain(targets.filter_map(Value::as_table)) {
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, how) in table.get(section).and_then(Value::as_table).into_iter().flatten() {
                let renamed = how.get("package").and_then(Value::as_str);
                known.push((section, renamed.unwrap_or(name).to_owned()));
            }
        }
    }
    known
}

/// The line of Cargo.toml that names a dependency.
fn line_of(text: &str, name: &str) -> usize {
    let names = |line: &str| line.strip_prefix(name).is_some_and(|after| after.starts_with(['.', ' ', '=']));
    text.lines().position(names).map_or(1, |before| before + 1)
}

/// The name of a crate is that of its folder.
fn last(folder: &str) -> &str {
    folder.rsplit_once('/').map_or(folder, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_knows_no_slice_and_lower_rooms_no_higher_ones() {
        for (folder, other) in [
            ("base/ledger", "base/db"),
            ("base/web", "base/authz"),
            ("slices/register", "base/intake"),
            ("slices/fairs", "slices/register"),
            ("slices/fairs", "slices/identity"),
            ("slices/observatory", "base/ledger"),
            ("app", "slices/fairs"),
            ("base/web", "base/document"),
            ("press", "base/document"),
            ("xtask", "base/testkit"),
        ] {
            assert!(may_know(folder, other), "{folder} may know {other}");
        }
        for (folder, other) in [
            ("base/kernel", "base/db"),
            ("base/db", "base/ledger"),
            ("base/intake", "base/ledger"),
            ("base/ledger", "slices/register"),
            ("slices/register", "slices/identity"),
            ("slices/fairs", "slices/labels"),
            ("slices/observatory", "slices/register"),
            ("slices/register", "base/testkit"),
            ("slices/register", "app"),
            ("app", "xtask"),
            ("app", "press"),
            ("base/web", "press"),
            ("press", "base/web"),
        ] {
            assert!(!may_know(folder, other), "{folder} must not know {other}");
        }
    }

    fn found(manifest: &str) -> Vec<usize> {
        let others = ["base/db", "base/testkit", "slices/register"].map(|folder| format!("{folder}/Cargo.toml"));
        let mut files: Vec<_> = others.iter().map(|path| (path.as_str(), "")).collect();
        files.push(("base/ledger/Cargo.toml", manifest));
        check(&House::of(&files)).iter().map(|one| one.line).collect()
    }

    #[test]
    fn a_forbidden_dependency_is_found_on_its_line() {
        assert_eq!(found("[dependencies]\ndb.workspace = true\nregister.workspace = true\n"), [3]);
        assert_eq!(found("[dependencies]\nground = { path = \"../../slices/register\", package = \"register\" }"), [1]);
        assert_eq!(found("[dependencies]\ntestkit.workspace = true"), [2]);
        assert_eq!(found("[dev-dependencies]\ntestkit.workspace = true"), [0; 0]);
        assert_eq!(found("[dev-dependencies]\nregister.workspace = true"), [2]);
        assert_eq!(found("[dependencies]\nanyhow.workspace = true"), [2]);
        assert_eq!(found("[dependencies]\ncedar-policy.workspace = true"), [2]);
        assert_eq!(found("[dependencies]\ntypst-pdf.workspace = true"), [2]);
    }

    #[test]
    fn a_crate_without_the_lints_of_the_house_is_found() {
        let with = "[lints]\nworkspace = true";
        let house = House::of(&[("base/db/Cargo.toml", ""), ("base/ledger/Cargo.toml", with), ("Cargo.toml", "")]);
        let paths: Vec<_> = check_lints(&house).into_iter().map(|one| one.path).collect();
        assert_eq!(paths, ["base/db/Cargo.toml"]);
    }
}
