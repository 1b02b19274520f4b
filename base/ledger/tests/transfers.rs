//! The journal as a file, out of one engine and into the other.

use std::io::BufReader;

use db::params;
use ledger::{Ledger, Question, export, import, store};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use crate::{
    club::{self, Happening},
    journal::{drafts, record, steps},
};

/// An empty ledger without the land of the clubs.
fn fresh(url: &str) -> Ledger {
    club::open(db::Db::open(url, &club::migrations()).unwrap())
}

fn exported(ledger: &Ledger) -> Vec<u8> {
    let mut file = Vec::new();
    let head = export(ledger, &mut file, |_| {}).unwrap();
    assert_eq!(head, ledger.db().read(store::head).unwrap());
    file
}

fn imported(ledger: &Ledger, file: &[u8]) -> Result<ledger::Head, ledger::Error> {
    import(ledger, &mut BufReader::new(file), |_| {})
}

/// Takes everything out of a database, land included.
fn clear(ledger: &Ledger) {
    club::empty(ledger.db());
    for table in ["place", "term", "setting"] {
        ledger.db().write(move |conn| conn.execute(&format!("delete from {table}"), params![])).unwrap();
    }
}

/// A small journal with every sort of line.
fn small(url: &str) -> Ledger {
    let ledger = club::open(club::database(url));
    ledger.clock().set(club::noon("2020-01-01"));
    let mut founded = Happening::founded("P1.1", "chess", &[("f", 2)]).draft(1, Some(club::day("2019-12-31")));
    founded.document = Some("file \"7\"\n\u{1f} ١٢".into());
    ledger.record(vec![founded]).unwrap();
    ledger.record(vec![Happening::Closed {}.draft(1, None)]).unwrap();
    let draft = ledger::Draft::void("club/1", 2, Some(club::day("2020-01-01")), "not closed", "test");
    ledger.record(vec![draft]).unwrap();
    ledger
}

#[test]
fn a_journal_moves_between_engines_and_twice_changes_nothing() {
    let databases = testkit::databases();
    let more = testkit::databases();
    let mut runner = TestRunner::deterministic();
    for (from, to) in [(&databases[0], &more[1]), (&databases[1], &more[0])] {
        let (one, other) = (club::database(&from.url), fresh(&to.url));
        for _ in 0..12 {
            let steps = steps().new_tree(&mut runner).unwrap().current();
            club::empty(&one);
            let one = club::open(one.clone());
            clear(&other);
            let other = club::open(other.db().clone());
            let acts = record(&one, drafts(&steps));
            let file = exported(&one);
            let head = imported(&other, &file).unwrap();
            assert_eq!(head, one.db().read(store::head).unwrap());
            assert_eq!(exported(&other), file);
            for measure in ["clubs", "members", "foundings"] {
                let day = acts.last().and_then(|act| act.effective_on).unwrap_or(club::day("2016-01-01"));
                let question = Question::on(measure, day).by("region").by("sector");
                assert_eq!(one.figure(&question).unwrap().lines, other.figure(&question).unwrap().lines);
            }
            let verified = other.verify(|_| {}).unwrap().unwrap();
            assert_eq!(imported(&other, &file).unwrap(), head);
            assert_eq!(exported(&other), file);
            assert_eq!(other.verify(|_| {}).unwrap().unwrap(), verified);
        }
    }
}

#[test]
fn an_import_that_was_cut_off_goes_on_where_it_stopped() {
    let (databases, more) = (testkit::databases(), testkit::databases());
    for (from, to) in databases.iter().zip(&more) {
        let (one, other) = (small(&from.url), fresh(&to.url));
        let before = exported(&one);
        assert_eq!(imported(&other, &before).unwrap().seq, 3);
        let moved = Happening::Moved { place: "P4.1".into() }.draft(1, Some(club::day("2020-01-01")));
        one.record(vec![moved]).unwrap();
        assert_eq!(imported(&other, &exported(&one)).unwrap().seq, 4);
        // The old file no longer says where the journal ends.
        let says = imported(&other, &before).unwrap_err().to_string();
        assert!(says.contains("does not end as the file says"), "{says}");
        let answer = other.figure(&Question::on("clubs", club::day("2024-01-01")).by("province")).unwrap();
        assert_eq!(&*answer.lines[0].values[0], "P4");
    }
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused_with_the_line() {
    for database in testkit::databases() {
        let file = exported(&small(&database.url));
        let target = testkit::databases().into_iter().find(|other| other.engine == database.engine).unwrap();
        let other = fresh(&target.url);
        let step = if database.engine == testkit::Engine::Sqlite { 1 } else { 37 };
        for length in (0..file.len()).rev().step_by(step) {
            let says = imported(&other, &file[..length]).unwrap_err().to_string();
            let complete = file[..length].iter().filter(|byte| **byte == b'\n').count();
            assert!(says.contains(&format!("line {}: ", complete + 1)), "{length} bytes: {says}");
        }
        assert_eq!(imported(&other, &file).unwrap().seq, 3);
        assert_eq!(exported(&other), file);
    }
}

#[test]
fn a_file_with_one_changed_byte_is_refused_with_a_line_and_changes_nothing_before_it() {
    for database in testkit::databases() {
        let file = exported(&small(&database.url));
        let lines: Vec<usize> = file
            .iter()
            .scan(1, |line, byte| {
                let at = *line;
                *line += usize::from(*byte == b'\n');
                Some(at)
            })
            .collect();
        let references =
            1 + file.split(|byte| *byte == b'\n').position(|line| line.starts_with(b"{\"references")).unwrap();
        let target = testkit::databases().into_iter().find(|other| other.engine == database.engine).unwrap();
        let other = fresh(&target.url);
        let step = if database.engine == testkit::Engine::Sqlite { 1 } else { 41 };
        for index in (0..file.len()).step_by(step) {
            for flip in [0x01, 0x20, 0x80, file[index] ^ b' '] {
                let mut changed = file.clone();
                changed[index] ^= flip;
                if changed == file {
                    continue;
                }
                let says = imported(&other, &changed).map_err(|error| error.to_string());
                let line = lines[index];
                let named = |line: usize| says.as_ref().is_err_and(|says| says.contains(&format!("line {line}: ")));
                assert!(
                    named(line) || named(line + 1) || (line < references && named(references)),
                    "byte {index} of line {line}: {says:?}"
                );
            }
        }
        assert_eq!(imported(&other, &file).unwrap().seq, 3);
        assert_eq!(exported(&other), file);
    }
}

#[test]
fn an_act_that_is_there_already_must_be_the_same_in_every_part() {
    for database in testkit::databases() {
        let ledger = small(&database.url);
        let file = String::from_utf8(exported(&ledger)).unwrap();
        let changed = file.replacen("\"author\":\"test\"", "\"author\":\"tess\"", 1);
        let says = imported(&ledger, changed.as_bytes()).unwrap_err().to_string();
        assert!(says.contains("already holds another act 1"), "{says}");
        let longer = format!("{file}\n");
        assert!(imported(&ledger, longer.as_bytes()).unwrap_err().to_string().contains("something follows the end"));
    }
}
