//! `twiza rotate-key`: personal data under another master key.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use std::fs;

use house::{House, Said};

/// The files that are keys.
fn keys(house: &House) -> Vec<String> {
    house.files().into_iter().filter(|name| name.contains(".key")).collect()
}

#[test]
fn a_key_beside_the_database_gives_way_to_a_new_one() {
    let house = House::new();
    house.take_in_example();
    assert_eq!(keys(&house), [""; 0], "who keeps nothing about people needs no key");
    let said = house.ok("rotate-key");
    assert!(said.contains("is in force for 0 people"), "{said}");
    let first = house.read("twiza.db.key");
    house.ok("rotate-key");
    assert_ne!(house.read("twiza.db.key"), first);
    assert_eq!(keys(&house).len(), 3, "two of before are kept: {:?}", keys(&house));
}

#[test]
fn without_the_key_in_force_nothing_is_changed() {
    let house = House::new();
    assert!(house.refused(1, "rotate-key").contains("there is no database twiza.db yet"));
    house.take_in_example();
    house.ok("rotate-key");
    house.refused(2, "rotate-key --new");
    let said = house.refused(1, "rotate-key --new nowhere");
    assert!(said.starts_with("twiza: there is no key file nowhere"), "{said}");
    fs::remove_file(house.path("twiza.db.key")).unwrap();
    let said = house.refused(1, "rotate-key");
    assert!(said.contains("there is no key file twiza.db.key"), "{said}");
    house.write("twiza.db.key", "secret");
    let said = house.refused(1, "rotate-key");
    assert!(said.contains("twiza.db.key") && !said.contains("secret"), "{said}");
}

#[test]
fn the_key_may_be_in_the_environment_or_in_another_file() {
    let house = House::new();
    house.take_in_example();
    let with = |name: &str, value: &str, words: &str| Said::of(house.command(words).env(name, value));
    let given = "a1".repeat(32);
    let said = with("TWIZA_MASTER_KEY", &given, "rotate-key").refused(1);
    assert!(said.contains("--new FILE"), "{said}");
    with("TWIZA_MASTER_KEY", &given, "rotate-key --new other.key").ok();
    assert_eq!(keys(&house), ["other.key"]);
    let said = with("TWIZA_MASTER_KEY", &given, "rotate-key --new third.key").refused(1);
    assert!(said.contains("sealed under the master key"), "{said}");
    with("TWIZA_MASTER_KEY_FILE", "other.key", "rotate-key").ok();
    let said = with("TWIZA_MASTER_KEY", &given[1..], "rotate-key").refused(1);
    assert!(said.contains("64 hexadecimal digits") && !said.contains("a1a1"), "{said}");
}

#[test]
fn keys_that_sign_proofs_are_listed_made_and_replaced() {
    let house = House::new();
    assert!(house.refused(1, "keys").contains("there is no database twiza.db yet"));
    house.take_in_example();
    assert!(house.ok("keys").contains("there is no key yet"));
    assert_eq!(keys(&house), [""; 0], "looking makes nothing");
    let said = house.ok("keys make");
    let first = said.split_whitespace().nth(1).unwrap();
    assert!(said.ends_with("signs proofs from now on\n") && first.len() == 8, "{said}");
    assert!(house.ok("keys make").contains("in use already"));
    house.ok("rotate-key");
    let said = house.ok("keys rotate");
    let second = said.split_whitespace().nth(1).unwrap();
    assert_ne!(first, second);
    let listed = house.ok("keys list");
    assert_eq!(listed, house.ok("keys"));
    let lines: Vec<_> = listed.lines().collect();
    let line = |id: &str| *lines.iter().find(|line| line.starts_with(id)).unwrap();
    assert!(line(second).ends_with("in use") && line(first).contains(", until 20"), "{listed}");
    assert_eq!(line(first).split_whitespace().nth(1).unwrap().len(), 43, "32 bytes as base64url: {listed}");
}
