//! The index finds what a plain reading of all rows finds.

use std::collections::BTreeMap;

use jiff::civil::date;
use kernel::{Date, Level, Names, Place, Territory};
use proptest::prelude::*;

use super::{Facet, Found, Wanted, index::Index, search, spelling};
use crate::{reference, store::Listed};

fn territory() -> Territory {
    let mut territory = Territory::default();
    reference::morocco().unwrap().0.into_iter().for_each(|place| territory.add(place));
    territory
}

/// An index whose places and sectors have no names.
fn nameless(all: &[Listed]) -> Index {
    let place = |code: &str, level, parent: Option<&str>| Place {
        code: code.into(),
        level,
        parent: parent.map(str::to_owned),
        delegation: None,
        names: Names::default(),
        from: None,
        until: None,
    };
    let mut territory = Territory::default();
    for region in ["04", "07"] {
        territory.add(place(region, Level::Region, None));
    }
    territory.add(place("04.281", Level::Province, Some("04")));
    territory.add(place("04.281.01.01", Level::Commune, Some("04.281")));
    territory.add(place("07.431.01.01", Level::Commune, Some("07")));
    let mut index = Index::default();
    all.iter().for_each(|listed| index.put(listed));
    index.place(date(2025, 1, 1), &territory, &[]);
    index
}

fn index(all: &[Listed]) -> Index {
    let mut index = Index::default();
    all.iter().for_each(|listed| index.put(listed));
    let terms = [reference::morocco().unwrap().1, reference::products().unwrap()].concat();
    index.place(date(2025, 1, 1), &territory(), &terms);
    index
}

fn listed(number: &str, fr: &str, ar: &str) -> Listed {
    Listed {
        number: number.into(),
        name_ar: Some(ar.to_owned()).filter(|name| !name.is_empty()),
        name_fr: Some(fr.to_owned()).filter(|name| !name.is_empty()),
        ice: None,
        cooperative_type: None,
        level: "cooperative".into(),
        sector: None,
        branch: None,
        place: None,
        origin: None,
        status: "active".into(),
        registered_on: None,
        removed: false,
        removed_on: None,
        members: None,
        womens: None,
        youth: None,
    }
}

fn wanted(text: &str) -> Wanted {
    Wanted { text: text.into(), limit: 10, counted: Facet::ALL.into(), ..Wanted::default() }
}

fn numbers(found: &Found) -> Vec<&str> {
    found.lines.iter().map(|line| line.number.as_str()).collect()
}

#[test]
fn a_name_is_found_in_either_script_and_however_it_is_written() {
    let argan = Listed { sector: Some("ARG".into()), place: Some("09.001.01.0".into()), ..listed("3", "Atlas", "") };
    let index = index(&[listed("1", "TAZAFINE", "تزافين"), listed("2", "Al Maymana", "الميمنة"), argan]);
    for text in ["tazafine", "TAZAFIN", "Tâzafine", "تازافين", "تَزافين", "coopérative tazafine", "1"] {
        assert_eq!(numbers(&search(&index, &wanted(text))), ["1"], "{text}");
    }
    for text in ["maymana", "ميمنة", "الميمنه"] {
        assert_eq!(numbers(&search(&index, &wanted(text))), ["2"], "{text}");
    }
    for text in ["argan", "أركان", "argane"] {
        assert_eq!(numbers(&search(&index, &wanted(text))), ["3"], "{text}");
    }
    let found = search(&index, &wanted("tazatine"));
    assert_eq!((found.total, found.near), (0, vec!["tazafine".to_owned()]));
}

#[test]
fn whoever_types_a_number_finds_what_has_it() {
    let ice = Listed { ice: Some("990068140000086".into()), ..listed("FES-004221", "Amal", "") };
    let index = index(&[listed("FES-004220", "Najah", ""), ice, listed("KEN-104220", "4220 palmiers", "")]);
    for text in ["FES-004220", "fes004220", "fes 004220", "004220"] {
        assert_eq!(numbers(&search(&index, &wanted(text))), ["FES-004220"], "{text}");
    }
    assert_eq!(numbers(&search(&index, &wanted("FES-0042"))), ["FES-004220", "FES-004221"]);
    assert_eq!(numbers(&search(&index, &wanted("990068140000086"))), ["FES-004221"]);
    // Few digits may be part of a name.
    assert_eq!(numbers(&search(&index, &wanted("4220"))), ["KEN-104220"]);
}

#[test]
fn whole_words_come_before_beginnings_and_these_before_what_sounds_alike() {
    let index = index(&[listed("1", "Amalou", ""), listed("2", "", "أمالو"), listed("3", "Amal", "")]);
    assert_eq!(numbers(&search(&index, &wanted("amal"))), ["3", "1"]);
    assert_eq!(numbers(&search(&index, &wanted("amalou"))), ["1"]);
}

#[test]
fn those_that_have_left_are_counted_but_not_shown_unless_they_are_asked_for() {
    let index = index(&[listed("1", "Amal", ""), Listed { removed: true, ..listed("2", "Amal", "") }]);
    let present = Wanted { present: true, ..wanted("amal") };
    let found = search(&index, &present);
    assert_eq!((numbers(&found), found.facets[&Facet::Status]["removed"]), (vec!["1"], 1));
    let only = [(Facet::Status, "removed".to_owned())].into();
    assert_eq!(numbers(&search(&index, &Wanted { only, ..present })), ["2"]);
}

#[test]
fn a_cooperative_that_changes_its_name_is_found_by_the_new_one_only() {
    let mut index = index(&[listed("1", "Tazafine", "")]);
    index.put(&listed("1", "Targante", ""));
    assert_eq!(search(&index, &wanted("tazafine")).total, 0);
    assert_eq!(search(&index, &wanted("targante")).total, 1);
}

/// What is wanted of a row, by reading it.
fn fits(index: &Index, one: &Listed, wanted: &Wanted, but: Option<Facet>) -> bool {
    let row = index.of(&one.number).unwrap();
    let only = |facet: &Facet| {
        let value = index.codes.text(facet.of_row(row));
        Some(*facet) == but || wanted.only.get(facet).is_none_or(|code| code == value)
    };
    let named = |word: &String| {
        let names = [&one.name_fr, &one.name_ar].into_iter().flatten();
        let mut words = names.flat_map(|name| spelling::wanted(name)).chain(spelling::words(&one.number));
        words.any(|own| own.starts_with(word.as_str()) || same_bones(&own, word))
    };
    spelling::wanted(&wanted.text).iter().all(named) && Facet::ALL.iter().all(only)
}

fn same_bones(one: &str, other: &str) -> bool {
    spelling::skeleton(one).is_some_and(|bones| spelling::skeleton(other) == Some(bones))
}

fn cooperative() -> impl Strategy<Value = Listed> {
    let name = "[abt]{1,3}( [abtk]{1,5})?";
    let code = |codes: &'static [&'static str]| {
        prop::option::of(prop::sample::select(codes)).prop_map(|code| code.map(str::to_owned))
    };
    let day = prop::option::of((2019_i16..2022, 1_i8..3).prop_map(|(year, day)| Date::new(year, 1, day).unwrap()));
    let place = code(&["04.281.01.01", "04.281", "07.431.01.01", "04"]);
    (0..40_u32, name, place, code(&["AGR", "ART"]), day, any::<(bool, Option<bool>)>()).prop_map(
        |(number, name, place, sector, registered_on, (removed, womens))| Listed {
            place,
            sector,
            registered_on,
            removed,
            womens,
            ..listed(&format!("N{number}"), &name, "")
        },
    )
}

proptest! {
    #[test]
    fn the_index_finds_what_a_plain_reading_finds(
        all in prop::collection::vec(cooperative(), 0..40),
        text in "|[abtk]{1,3}|[abt] [abt]{1,2}|tbk",
        only in prop::collection::btree_map(
            prop::sample::select(
                &[Facet::Region, Facet::Commune, Facet::Sector, Facet::Status, Facet::Womens, Facet::Year][..],
            ),
            prop::sample::select(&["04", "07", "04.281.01.01", "AGR", "active", "removed", "yes", "2020", "unknown"][..]),
            0..3,
        ),
        limit in 1_usize..7,
    ) {
        let index = nameless(&all);
        let latest: BTreeMap<_, _> = all.iter().map(|one| (one.number.clone(), one)).collect();
        let only = only.into_iter().map(|(facet, code)| (facet, code.to_owned())).collect();
        let mut wanted = Wanted { text, only, present: false, after: None, limit, counted: Facet::ALL.into() };
        let expected: Vec<_> =
            latest.values().filter(|one| fits(&index, one, &wanted, None)).map(|one| one.number.clone()).collect();
        let first = search(&index, &wanted);
        prop_assert_eq!(first.total, expected.len());
        for facet in [Facet::Region, Facet::Sector, Facet::Status, Facet::Womens, Facet::Year] {
            let mut counts = BTreeMap::new();
            for one in latest.values().filter(|one| fits(&index, one, &wanted, Some(facet))) {
                let value = facet.of_row(index.of(&one.number).unwrap());
                *counts.entry(index.codes.text(value).to_owned()).or_insert(0) += 1;
            }
            prop_assert_eq!(&first.facets[&facet], &counts, "{:?}", facet);
        }
        prop_assert_eq!(first.communes(&wanted).map(|(_, count)| count).sum::<usize>(), first.total);
        // The pages one after the other are the whole list, each once.
        let mut pages = Vec::new();
        loop {
            let found = search(&index, &wanted);
            prop_assert!(found.lines.len() <= limit);
            pages.extend(found.lines.iter().map(|line| line.number.clone()));
            match found.next {
                Some(next) => wanted.after = Some(next),
                None => break,
            }
        }
        let days: Vec<_> = pages.iter().map(|number| latest[number].registered_on).collect();
        if spelling::wanted(&wanted.text).is_empty() {
            prop_assert!(days.is_sorted_by(|one, next| one >= next), "the newest come first");
        }
        pages.sort_unstable();
        prop_assert_eq!(pages, expected);
    }

    #[test]
    fn nothing_that_is_typed_is_too_much(text in ".*", after in ".*") {
        let index = nameless(&[listed("1", "Tazafine", "")]);
        let _ = search(&index, &Wanted { after: Some(after), ..wanted(&text) });
    }
}
