//! A real national list as the oracle: the British co-operatives of 2016 come out to the digit, on both engines, through
//! repetition, trial, export, restore and backup.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use house::{House, shipped};
use testkit::{TestDatabase, databases};

/// The import of the list's files in an order.
fn import(files: [&str; 2]) -> String {
    let folder = shipped("data/cooperatives/coops-uk-2016");
    let [first, second] = files.map(|file| folder.join(format!("{file}_2016-06.csv.gz")).display().to_string());
    format!("import --profile coops-uk-2016 {first} {second}")
}

/// What must be reported of the list when it is new.
fn assert_taken(said: &str) {
    assert!(said.contains(": 8037 rows read, 8019 taken, 18 repeated\n"), "{said}");
    assert!(said.contains(": 32292 rows read, 32269 taken, 23 changed\n"), "{said}");
    assert!(said.contains("taken as registered: 2 rows (2112, 4399)\n"), "{said}");
    assert!(said.contains("counts in no stock: 6 rows (2334, "), "{said}");
}

/// What the list says, by the register's own figures.
fn assert_figures(house: &House) {
    let figures = |question: &str| house.figures(question);
    let turnover = "turnover --from 2016-01-01 --to 2016-12-31";
    assert_eq!(figures(turnover), ["34071477661.67"]);
    let by_listed = figures(&format!("{turnover} --by listed"));
    assert_eq!(by_listed, ["group,294552420.67", "listed,33776925241.00"]);
    // Together 17,495,913 and 222,785.
    assert_eq!(figures("members --date 2016-12-31 --by listed"), ["group,1769516", "listed,15726397"]);
    assert_eq!(figures("employees --date 2016-12-31 --by listed"), ["group,2436", "listed,220349"]);
    assert_eq!(figures("cooperatives --date 2016-06-30"), ["6797"]);
}

/// Each on its engine: SQLite, then PostgreSQL.
fn engines() -> [TestDatabase; 2] {
    databases().try_into().expect("two engines")
}

#[test]
fn the_british_list_comes_out_to_the_digit_on_sqlite_and_goes_over_to_postgresql_unchanged() {
    let [sqlite, postgres] = engines();
    let house = House::of(&sqlite);
    assert_taken(&house.ok(&import(["organisations", "economy"])));
    assert_figures(&house);
    let head = house.head();
    // The same files again, in the other order.
    let again = house.ok(&import(["economy", "organisations"]));
    assert!(again.contains(": 8037 rows read, 8019 unchanged, 18 repeated\n"), "{again}");
    assert!(again.contains(": 32292 rows read, 32292 unchanged\n"), "{again}");
    assert_eq!(house.head(), head);

    let said = house.ok("export journal.jsonl");
    assert_eq!(said, format!("journal.jsonl holds {} acts, head of the chain {}\n", head.0, head.1));
    let journal = house.path("journal.jsonl").display().to_string();
    let over = House::of(&postgres);
    over.ok(&format!("restore {journal}"));
    assert_eq!(over.head(), head);
    assert_figures(&over);
}

#[test]
fn the_british_list_comes_out_to_the_digit_on_postgresql_and_goes_over_to_sqlite_unchanged() {
    let [sqlite, postgres] = engines();
    let house = House::of(&postgres);
    let reversed = import(["economy", "organisations"]);
    let trial = house.ok(&format!("{reversed} --trial"));
    assert_taken(&trial);
    assert!(trial.ends_with("this was a trial: nothing was kept\n"), "{trial}");
    assert_eq!(house.head(), (0, "0".repeat(64)));
    let said = house.ok(&reversed);
    assert_eq!(trial, format!("{said}this was a trial: nothing was kept\n"));
    assert_figures(&house);
    let head = house.head();

    house.ok("export journal.jsonl");
    let over = House::of(&sqlite);
    over.ok(&format!("restore {}", house.path("journal.jsonl").display()));
    assert_eq!(over.head(), head);
    assert_figures(&over);
    // What came over comes out as the same file.
    over.ok("export journal.jsonl");
    assert!(house.read("journal.jsonl") == over.read("journal.jsonl"), "the two exports differ");

    let said = over.ok("backup copy.db");
    assert_eq!(said, format!("copy.db holds everything up to act {}\n", head.0));
    let restored = House::new();
    restored.ok(&format!("restore {}", over.path("copy.db").display()));
    assert_eq!(restored.files(), ["twiza.db"]);
    assert_eq!(restored.head(), head);
}
