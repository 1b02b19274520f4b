//! The program is killed in the middle of an import: afterwards all of the import is there, or nothing of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use std::{
    fmt::Write,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use house::{House, chance::Chance};
use testkit::{Engine, databases};

const ROWS: u64 = 1000;
/// An edition of the list records this many acts: registration, members and capital of each.
const ACTS: u64 = ROWS * 3;
const SQLITE_KILLS: u32 = 20;
const POSTGRES_KILLS: u32 = 8;

/// A list; each edition has other members in every row.
fn list(edition: u64) -> String {
    let mut list = String::from("number,name_fr,sector,place,registered_on,women,men,capital\n");
    for row in 0..ROWS {
        let (day, women) = (1 + row % 28, 5 + edition);
        writeln!(list, "G-{row},Coopérative {row},AGR,04.281,{day}/03/2019,{women},3,{}", 1000 + row).unwrap();
    }
    list
}

/// Starts an import, kills it after a while, and tells whether it was still at work.
fn cut_off(house: &House, words: &str, after: Duration) -> bool {
    let mut child = house.command(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    thread::sleep(after);
    let was_at_work = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_at_work
}

/// Acts in the journal after it was proved; none if even the database was not made yet.
fn acts(house: &House) -> u64 {
    if house.url.starts_with("sqlite:") && !house.has("twiza.db") { 0 } else { house.head().0 }
}

#[test]
fn of_an_import_that_is_killed_all_rows_are_there_or_none() {
    let mut chance = Chance::new();
    for (engine, kills) in [(Engine::Sqlite, SQLITE_KILLS), (Engine::Postgres, POSTGRES_KILLS)] {
        let (mut at_work, mut kept, mut done, mut time) = (0, 0, 0, Duration::from_secs(10));
        while done < kills {
            let server = databases().into_iter().find(|database| database.engine == engine).unwrap();
            // The file of an SQLite database lies in the house, so that it can be looked for.
            let house = if engine == Engine::Sqlite { House::new() } else { House::of(&server) };
            house.write("first.csv", list(1));
            house.write("second.csv", list(2));
            for (edition, before, after) in [("first.csv", 0, ACTS), ("second.csv", ACTS, ACTS + ROWS)] {
                let words = format!("import --profile twiza {edition}");
                // Round the middle of an import often, and now and then after its end.
                while done < kills && acts(&house) == before {
                    if done == 0 && time > Duration::from_secs(5) {
                        break;
                    }
                    at_work += u32::from(cut_off(&house, &words, chance.within(time)));
                    done += 1;
                    let acts = acts(&house);
                    assert!(
                        acts == before || acts == after,
                        "{engine}: {acts} acts after a kill, not {before} or {after}"
                    );
                    kept += u32::from(acts == after);
                }
                let begun = Instant::now();
                let said = house.ok(&words);
                if said.contains(&format!("{ROWS} rows read, {ROWS} taken")) {
                    time = begun.elapsed() * 11 / 10;
                }
                assert_eq!(acts(&house), after, "{engine}: {said}");
                let head = house.head();
                let said = house.ok(&words);
                assert!(said.contains(&format!("{ROWS} rows read, {ROWS} unchanged")), "{engine}: {said}");
                assert_eq!(house.head(), head);
            }
            assert_eq!(house.figures("members --where sex=female"), [(ROWS * 7).to_string()]);
        }
        println!("{engine}: {done} kills, {at_work} of them at work, {kept} imports kept");
        assert!(at_work > kills / 3, "{engine}: only {at_work} of {kills} kills met an import at work");
    }
}

#[test]
fn a_restore_that_is_killed_leaves_nothing_that_looks_like_a_database() {
    let mut chance = Chance::new();
    let house = House::new();
    house.write("first.csv", list(1));
    house.ok("import --profile twiza first.csv");
    let head = house.head();
    house.ok("export journal.jsonl");
    house.ok("backup copy.db");
    for from in ["journal.jsonl", "copy.db"] {
        let from = house.path(from).display().to_string();
        let begun = Instant::now();
        House::new().ok(&format!("restore {from}"));
        let time = begun.elapsed() * 11 / 10;
        let other = House::new();
        for _ in 0..6 {
            cut_off(&other, &format!("restore {from}"), chance.within(time));
            if other.has("twiza.db") {
                break;
            }
        }
        if !other.has("twiza.db") {
            other.ok(&format!("restore {from}"));
        }
        assert_eq!(other.head(), head);
    }
}
