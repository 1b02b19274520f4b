//! A backup or an exported journal comes back whole into an empty place, or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use std::fs;

use house::House;
use testkit::{Engine, databases};

/// A register with a backup and an export.
fn kept() -> House {
    let house = House::new();
    house.take_in_example();
    house.ok("export journal.jsonl");
    house.ok("backup copy.db");
    house
}

/// The word that restores a file of a house.
fn restore(house: &House, file: &str) -> String {
    format!("restore {}", house.path(file).display())
}

#[test]
fn nothing_is_restored_onto_what_is_there() {
    let house = kept();
    let head = house.head();
    let other = House::new();
    other.write("list.csv", "number,name_fr,registered_on\nA-1,Coopérative Amal,2020-01-01\n");
    other.ok("import --profile twiza list.csv");
    let (theirs, files) = (other.head(), other.files());
    for file in ["copy.db", "journal.jsonl"] {
        for place in [&house, &other] {
            let said = place.refused(1, &restore(&house, file));
            assert_eq!(said, "twiza: twiza.db is there already: restore into an empty place\n");
        }
    }
    assert_eq!((house.head(), other.head(), other.files()), (head, theirs, files));

    let server = databases().into_iter().find(|database| database.engine == Engine::Postgres).unwrap();
    let over = House::of(&server);
    let said = over.refused(1, &restore(&house, "copy.db"));
    assert!(said.contains("into PostgreSQL, restore an exported journal"), "{said}");
    over.ok(&restore(&house, "journal.jsonl"));
    let said = over.refused(1, &restore(&house, "journal.jsonl"));
    assert!(said.contains("the database holds 27 acts already: restore into an empty place"), "{said}");
    assert!(over.refused(1, "backup copy.db").contains("by its own tools, or by `twiza export`"));
}

#[test]
fn nothing_is_written_over_by_a_backup_or_an_export() {
    let house = kept();
    let (copy, journal) = (fs::read(house.path("copy.db")).unwrap(), house.read("journal.jsonl"));
    assert!(house.refused(1, "backup copy.db").contains("copy.db is there already"));
    assert!(house.refused(1, "export journal.jsonl").contains("journal.jsonl: File exists"));
    assert!(fs::read(house.path("copy.db")).unwrap() == copy && house.read("journal.jsonl") == journal);
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_is_left_behind() {
    let house = kept();
    let whole = fs::read(house.path("copy.db")).unwrap();
    let place = |needle: &[u8]| whole.windows(needle.len()).rposition(|window| window == needle).unwrap();
    let changed = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let cases = [
        ("half of it", whole[..whole.len() / 2].to_vec()),
        ("a byte of an act", changed(place(r#""name_fr":"Coopérative Exemple Un""#.as_bytes()))),
        ("a byte of its structure", changed(100)),
        ("a beginning alone", b"SQLite format 3\0and nothing more".to_vec()),
    ];
    for (what, bytes) in cases {
        house.write("damaged.db", bytes);
        let other = House::new();
        let said = other.refused(1, &restore(&house, "damaged.db"));
        assert!(said.starts_with("twiza: "), "{what}: {said}");
        assert_eq!(other.files(), [] as [&str; 0], "{what}");
    }
}

/// Ways in which a journal comes damaged, and what is said of each.
fn damaged_journals(whole: &str) -> Vec<(&'static str, String, &'static str)> {
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let (last, first_act) = (lines.len() - 1, lines.iter().position(|line| line.starts_with(r#"{"act":"#)).unwrap());
    let without = |gone: usize| [&lines[..gone], &lines[gone + 1..]].concat().concat();
    let mut swapped = lines.clone();
    swapped.swap(first_act + 3, first_act + 4);
    vec![
        ("without its end", without(last), "the file was cut off: its last line must say where the journal ends"),
        ("cut in a line", whole[..whole.len() - 200].to_owned(), "the journal is damaged: line "),
        ("without its beginning", without(0), "is neither a backup nor a journal"),
        ("without an act", without(first_act + 5), "act 7 does not follow act 5"),
        ("without its last act", without(last - 1), "the journal does not end as the file says"),
        ("with two acts swapped", swapped.concat(), "act 5 does not follow act 3"),
        (
            "with a letter changed",
            whole.replacen("Exemple Un", "Exemple Vn", 1),
            "act 1 is not the next link of the chain",
        ),
        ("with a hash changed", whole.replacen(r#""hash":""#, r#""hash":"0"#, 1), "the journal is damaged: line "),
        ("of another format", whole.replacen("journal-1", "journal-9", 1), "this is not a journal that Twiza exported"),
        ("of nothing", String::new(), "is neither a backup nor a journal"),
        ("of something else", "number,name_fr\n1,Amal\n".to_owned(), "is neither a backup nor a journal"),
    ]
}

#[test]
fn a_damaged_or_cut_off_journal_is_refused_and_nothing_is_left_behind() {
    let house = kept();
    let head = house.head();
    let whole = house.read("journal.jsonl");
    let server = databases().into_iter().find(|database| database.engine == Engine::Postgres).unwrap();
    let over = House::of(&server);
    for (what, text, says) in damaged_journals(&whole) {
        house.write("damaged.jsonl", text);
        let other = House::new();
        let said = other.refused(1, &restore(&house, "damaged.jsonl"));
        assert!(said.contains(says), "{what}: {said}");
        assert_eq!(other.files(), [] as [&str; 0], "{what}");
        let said = over.refused(1, &restore(&house, "damaged.jsonl"));
        assert!(said.contains(says), "{what}: {said}");
        assert_eq!(over.head().0, 0, "{what}");
    }
    over.ok(&restore(&house, "journal.jsonl"));
    assert_eq!(over.head(), head);
    assert!(house.refused(1, "restore nothing.jsonl").contains("nothing.jsonl: No such file"));
}
