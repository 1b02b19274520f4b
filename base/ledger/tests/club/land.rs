//! The land of the clubs: its regions change on 1 July 2015, and its offices' districts cross them.

use kernel::{Level, Names, Place, Territory};

use super::day;

/// The finest places.
pub(crate) const COMMUNES: [&str; 6] = ["P1.1", "P1.2", "P2.1", "P2.2", "P3.1", "P4.1"];

/// Where a club can be, as far as anybody knows: a commune, a province, a region, or nowhere known.
pub(crate) const PLACES: [&str; 9] = ["P1.1", "P1.2", "P2.1", "P2.2", "P3.1", "P4.1", "P2", "EAST", "unknown"];

/// Province, region until 30 June 2015, region since, delegation.
const PROVINCES: [(&str, &str, &str, &str); 4] = [
    ("P1", "NORTH", "EAST", "D1"),
    ("P2", "NORTH", "WEST", "D2"),
    ("P3", "SOUTH", "EAST", "D2"),
    ("P4", "SOUTH", "WEST", "D1"),
];

/// All places, each with its versions.
pub(crate) fn places() -> Vec<Place> {
    let place = |code: &str, level, parent: Option<&str>| Place {
        code: code.into(),
        level,
        parent: parent.map(str::to_owned),
        delegation: None,
        names: Names { fr: Some(format!("« {code} »")), ..Names::default() },
        from: None,
        until: None,
    };
    let mut places = vec![place("XX", Level::Country, None)];
    places.extend(["D1", "D2"].map(|code| place(code, Level::Delegation, Some("XX"))));
    places.extend(["NORTH", "SOUTH", "EAST", "WEST"].map(|code| place(code, Level::Region, Some("XX"))));
    for (code, old, new, delegation) in PROVINCES {
        let delegation = Some(delegation.to_owned());
        let before = Place { delegation: delegation.clone(), ..place(code, Level::Province, Some(old)) };
        let after = Place { delegation, ..place(code, Level::Province, Some(new)) };
        places.push(Place { until: Some(day("2015-06-30")), ..before });
        places.push(Place { from: Some(day("2015-07-01")), ..after });
    }
    places.extend(COMMUNES.map(|code| place(code, Level::Commune, code.split('.').next())));
    places
}

pub(crate) fn territory() -> Territory {
    let mut territory = Territory::default();
    places().into_iter().for_each(|place| territory.add(place));
    territory
}
