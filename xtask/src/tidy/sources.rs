//! Every folder of data says where the data come from and under which licence: SOURCE.md, in it or above it.

use std::collections::BTreeMap;

use super::{Finding, house::House};

/// Every folder below `data` whose files have no source.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let mut first: BTreeMap<&str, _> = BTreeMap::new();
    for file in house.files().iter().filter(|file| file.path.starts_with("data/")) {
        first.entry(file.folder()).or_insert(file);
    }
    let without = first.into_iter().filter(|(folder, _)| !has_source(house, folder));
    without
        .map(|(folder, file)| {
            let says = format!("write {folder}/SOURCE.md: where these data come from, their licence, what was changed");
            file.finding(1, says)
        })
        .collect()
}

/// Whether a folder, or one above it but still below `data`, has its SOURCE.md.
fn has_source(house: &House, folder: &str) -> bool {
    let mut at = folder;
    while at != "data" && !at.is_empty() {
        if house.file(&format!("{at}/SOURCE.md")).is_some() {
            return true;
        }
        at = at.rsplit_once('/').map_or("", |(above, _)| above);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_have_a_source_in_their_folder_or_above_it() {
        let house = House::of(&[
            ("data/geo/SOURCE.md", ""),
            ("data/geo/2015/regions.csv", ""),
            ("data/names/given.csv", ""),
            ("data/names/family.csv", ""),
        ]);
        let found: Vec<_> = check(&house).into_iter().map(|one| one.path).collect();
        assert_eq!(found, ["data/names/given.csv"]);
    }

    #[test]
    fn a_source_for_everything_is_none() {
        let house = House::of(&[("data/SOURCE.md", ""), ("data/geo/regions.csv", "")]);
        assert!(check(&house).iter().any(|one| one.path == "data/geo/regions.csv"));
    }
}
