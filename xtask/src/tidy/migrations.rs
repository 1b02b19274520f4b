//! Migrations are named `YYYYMMDD_slice_what.sql`, with hour and minute after the day where two fall on one day.

use super::{
    Finding,
    house::{File, House},
};

/// Every migration whose name does not say its day, its room and what it does.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let inside = house.files().iter().filter(|file| file.folder() == "migrations" && file.name().ends_with(".sql"));
    inside.filter_map(|file| name(house, file)).collect()
}

/// What is wrong with a migration's name, if anything is.
fn name(house: &House, file: &File) -> Option<Finding> {
    let stem = file.name().trim_end_matches(".sql");
    let (stamp, rest) = stem.split_once('_').unwrap_or((stem, ""));
    let (room, what) = rest.split_once('_').unwrap_or((rest, ""));
    if !is_stamp(stamp) {
        return Some(
            file.finding(1, "begin its name with a day: YYYYMMDD_slice_what.sql or YYYYMMDDhhmm_slice_what.sql"),
        );
    }
    let exists = |parent| house.file(&format!("{parent}/{room}/Cargo.toml")).is_some();
    if !exists("base") && !exists("slices") {
        return Some(
            file.finding(1, format!("`{room}` is neither in base nor in slices: name the room after the day")),
        );
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (what.is_empty() || !what.chars().all(plain))
        .then(|| file.finding(1, "end its name with what it does, in small letters joined by `_`"))
}

/// Whether a text is a day, or a day with hour and minute.
fn is_stamp(text: &str) -> bool {
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    let within = |range, low, high| part(range).is_some_and(|number| low <= number && number <= high);
    text.chars().all(|c| c.is_ascii_digit())
        && within(4..6, 1, 12)
        && within(6..8, 1, 31)
        && (text.len() == 8 || text.len() == 12 && within(8..10, 0, 23) && within(10..12, 0, 59))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_fine(name: &str) -> bool {
        let path = format!("migrations/{name}");
        check(&House::of(&[(&path, ""), ("slices/register/Cargo.toml", "")])).is_empty()
    }

    #[test]
    fn a_migration_says_its_day_its_room_and_what_it_does() {
        assert!(is_fine("20260615_register_cooperative.sql"));
        assert!(is_fine("202606151430_register_cooperative_and_membership.sql"));
        for bad in [
            "register_cooperative.sql",
            "20261315_register_cooperative.sql",
            "202606152460_register_cooperative.sql",
            "2026061_register_cooperative.sql",
            "20260615_kitchen_cooperative.sql",
            "20260615_register.sql",
            "20260615_register_Cooperative.sql",
        ] {
            assert!(!is_fine(bad), "{bad}");
        }
    }
}
