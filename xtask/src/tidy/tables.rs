//! Each SQL table is named in one `store.rs` only: whoever wants its rows asks that file.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Finding,
    house::{File, House},
    rust,
};

/// After these words a table is named.
const BEFORE_A_TABLE: [&str; 6] = ["from", "into", "update", "join", "table", "copy"];

/// SQL begins with one of these, also where it is put together from parts; other text does not count.
const BEGINNINGS: [&str; 15] = [
    "select", "insert", "update", "delete", "with", "create", "drop", "alter", "truncate", "copy", "from", "join",
    "left", "inner", "union",
];

/// Every place outside its `store.rs` that names a table.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let tables = tables(house);
    let mut homes: BTreeMap<String, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for file in house.rust().filter(|file| is_program(&file.path)) {
        for (line, table) in named(file, &tables) {
            if file.name() != "store.rs" {
                let says = format!("the table `{table}` is named here: move this SQL to its `store.rs`");
                findings.push(file.finding(line, says));
                continue;
            }
            let home = *homes.entry(table.clone()).or_insert(&file.path);
            if home != file.path {
                let says = format!("the table `{table}` is named in {home} too: one of the two must ask the other");
                findings.push(file.finding(line, says));
            }
        }
    }
    findings
}

/// Whether a path is a part of the program, not of its tests, benchmarks or tools.
fn is_program(path: &str) -> bool {
    let parts: Vec<_> = path.split('/').collect();
    let aside = |part: &&str| ["tests", "tests.rs", "benches", "examples", "xtask", "testkit"].contains(part);
    parts.contains(&"src") && !parts.iter().any(aside)
}

/// The tables that the migrations create.
fn tables(house: &House) -> BTreeSet<String> {
    let migrations = house.files().iter().filter(|file| file.folder() == "migrations" && file.name().ends_with(".sql"));
    let mut tables = BTreeSet::new();
    for migration in migrations {
        let said = migration.text.lines().map(|line| line.split_once("--").map_or(line, |(sql, _)| sql));
        let words: Vec<_> = said.flat_map(|line| words(line).collect::<Vec<_>>()).collect();
        for (at, word) in words.iter().enumerate() {
            let before = words.iter().take(at).rev().take(2);
            if word == "table" && before.clone().any(|word| word == "create") {
                let mut after =
                    words.iter().skip(at + 1).filter(|word| !["if", "not", "exists"].contains(&word.as_str()));
                tables.extend(after.next().cloned());
            }
        }
    }
    tables
}

/// The tables that a file names in its SQL, each with its line.
fn named(file: &File, tables: &BTreeSet<String>) -> Vec<(usize, String)> {
    let layers = rust::layers(&file.text);
    let tests = rust::tests_begin(&layers.code).unwrap_or(usize::MAX);
    let mut named = Vec::new();
    for (begins, text) in layers.quoted.iter().filter(|(line, _)| *line < tests) {
        let lines = text.lines().enumerate().map(|(below, line)| (begins + below, line));
        let words: Vec<_> = lines.flat_map(|(at, line)| words(line).map(move |word| (at, word))).collect();
        let is_sql = words.iter().find(|(_, word)| word != "r").is_some_and(|(_, word)| BEGINNINGS.contains(&&**word));
        for pair in words.windows(2).filter(|_| is_sql) {
            if let [(_, before), (at, table)] = pair
                && BEFORE_A_TABLE.contains(&&**before)
                && tables.contains(table)
            {
                named.push((*at, table.clone()));
            }
        }
    }
    named
}

/// The words of a line of SQL, in small letters.
fn words(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIGRATION: (&str, &str) =
        ("migrations/20260615_register_all.sql", "-- create table note\ncreate table if not exists act (seq bigint);");

    fn found(files: &[(&str, &str)]) -> Vec<(String, usize)> {
        let files: Vec<_> = [MIGRATION].iter().chain(files).copied().collect();
        check(&House::of(&files)).into_iter().map(|one| (one.path, one.line)).collect()
    }

    #[test]
    fn a_table_may_be_named_in_its_store() {
        assert_eq!(found(&[("base/ledger/src/store.rs", "q(\"select seq\n from act\")")]), []);
    }

    #[test]
    fn sql_outside_a_store_is_found_on_its_line() {
        let outside = "fn a() {\n    q(\"select seq\n       from act\")\n}";
        assert_eq!(found(&[("base/ledger/src/post.rs", outside)]), [("base/ledger/src/post.rs".to_owned(), 3)]);
        let raw = "let a = r#\"INSERT INTO act values (1)\"#;";
        assert_eq!(found(&[("app/src/main.rs", raw)]), [("app/src/main.rs".to_owned(), 1)]);
    }

    #[test]
    fn a_second_store_for_a_table_is_found() {
        let sql = "q(\"update act set seq = 1\")";
        let files = [("base/ledger/src/store.rs", sql), ("slices/register/src/store.rs", sql)];
        assert_eq!(found(&files), [("slices/register/src/store.rs".to_owned(), 1)]);
    }

    #[test]
    fn prose_comments_and_tests_may_name_a_table() {
        let prose = "// select seq from act\nlet a = \"the difference comes from act 3\";\n";
        assert_eq!(found(&[("app/src/main.rs", prose)]), []);
        let tests = "#[cfg(test)]\nmod tests {\n    const A: &str = \"select seq from act\";\n}";
        assert_eq!(found(&[("app/src/main.rs", tests), ("app/tests/crash.rs", "q(\"select seq from act\")")]), []);
    }

    #[test]
    fn a_table_that_no_migration_creates_is_not_known() {
        assert_eq!(found(&[("app/src/main.rs", "q(\"select 1 from note\")")]), []);
    }
}
