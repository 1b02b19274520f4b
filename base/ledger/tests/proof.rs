//! Whatever is changed behind the ledger's back, `verify` finds it and names the place.

use db::params;
use ledger::{Difference, Draft, Ledger};

use crate::club::{self, Happening};

/// Seven acts on three clubs, a void among them.
fn ledger(url: &str) -> Ledger {
    let ledger = club::open(club::database(url));
    let on = |day| Some(club::day(day));
    let mut first = Happening::founded("P1.1", "chess", &[("f", 2), ("m", 1)]).draft(1, on("2012-03-04"));
    first.document = Some("file 1".into());
    ledger.record(vec![first, Happening::founded("P2.1", "song", &[]).draft(2, None)]).unwrap();
    ledger.clock().set(club::noon("2024-02-02"));
    ledger.record(vec![Happening::Moved { place: "P4.1".into() }.draft(1, on("2020-01-01"))]).unwrap();
    let admitted = Happening::Admitted { n: 5, sex: "f".into(), young_until: on("2030-05-05") };
    ledger.record(vec![admitted.draft(2, on("2023-01-01"))]).unwrap();
    ledger.clock().set(club::noon("2024-03-03"));
    ledger.record(vec![Draft::void("club/1", 3, on("2024-03-03"), "wrong", "test")]).unwrap();
    ledger.record(vec![Happening::founded("P3.1", "chess", &[("m", 4)]).draft(3, on("2024-03-01"))]).unwrap();
    ledger.record(vec![Happening::Closed {}.draft(3, on("2024-03-02"))]).unwrap();
    assert_eq!(ledger.verify(|_| {}).unwrap().unwrap().head.seq, 7);
    ledger
}

/// Does `sql` to a ledger on each engine and gives what verify says; then undoes it.
fn tampered(sql: &[&str], check: impl Fn(Difference)) {
    for database in testkit::databases() {
        let ledger = ledger(&database.url);
        tamper(&ledger, sql);
        let found = ledger.verify(|_| {}).unwrap();
        let Err(difference) = found else { panic!("{sql:?} was not found on {}", database.engine) };
        check(difference);
    }
}

fn tamper(ledger: &Ledger, sql: &[&str]) {
    let sql: Vec<String> = sql.iter().map(|sql| (*sql).to_owned()).collect();
    let done = ledger.db().write(move |conn| {
        let changed: Result<Vec<u64>, db::Error> = sql.iter().map(|sql| conn.execute(sql, params![])).collect();
        changed
    });
    assert!(done.unwrap().iter().all(|rows| *rows > 0), "nothing was changed");
}

/// Runs each tampering on a ledger that is put back afterwards by a copy of the tables.
fn each(tamperings: &[(&[&str], &str)]) {
    for database in testkit::databases() {
        let ledger = ledger(&database.url);
        let copy = |from: &str, to: &str| format!("insert into {to} select * from {from}");
        let tables = ["act", "posting", "cell", "part"];
        for table in tables {
            let create = format!("create table {table}_copy as select * from {table}");
            ledger.db().write(move |conn| conn.batch(&create)).unwrap();
        }
        for (sql, expected) in tamperings {
            tamper(&ledger, sql);
            let found = ledger.verify(|_| {}).unwrap();
            let says = found.map_or_else(|difference| difference.to_string(), |_| "nothing".to_owned());
            assert!(says.contains(expected), "{sql:?} on {}: {says}", database.engine);
            let fresh = club::try_open(db::Db::open(&database.url, &club::migrations()).unwrap());
            match fresh.map(|fresh| fresh.verify(|_| {}).unwrap().unwrap_err().to_string()) {
                Ok(fresh) => assert!(fresh.contains(expected), "{sql:?}: {fresh}"),
                Err(error) => assert!(error.to_string().contains("act "), "{sql:?}: {error}"),
            }
            for table in tables {
                let (delete, insert) = (format!("delete from {table}"), copy(&format!("{table}_copy"), table));
                ledger.db().write(move |conn| conn.execute(&delete, params![])).unwrap();
                ledger.db().write(move |conn| conn.execute(&insert, params![])).unwrap();
            }
            assert!(ledger.verify(|_| {}).unwrap().is_ok(), "after {sql:?} was undone");
        }
    }
}

#[test]
fn a_change_in_any_column_of_an_act_is_found() {
    each(&[
        (&["update act set seq = 70 where seq = 7"], "act 70 breaks the chain: act 7 is missing before it"),
        (&["update act set seq = 0 where seq = 1"], "act 0 breaks the chain"),
        (&["update act set seq = -4 where seq = 4"], "act -4 breaks the chain: act 1 is missing before it"),
        (&["update act set subject = 'club/3' where seq = 4"], "act 4 breaks the chain: its hash should be"),
        (&["update act set kind = 'moved' where seq = 4"], "act 4 breaks the chain"),
        (&["update act set effective_on = '2012-03-05' where seq = 1"], "act 1 breaks the chain"),
        (&["update act set effective_on = '2012-3-4' where seq = 1"], "act 1 breaks the chain"),
        (&["update act set effective_on = null where seq = 1"], "act 1 breaks the chain"),
        (&["update act set effective_on = '2012-03-05' where seq = 2"], "act 2 breaks the chain"),
        (&["update act set recorded_at = '2024-02-02T12:00:00.000001Z' where seq = 3"], "act 3 breaks the chain"),
        (&["update act set recorded_at = '2024-02-02T12:00:00Z' where seq = 3"], "act 3 breaks the chain"),
        (&["update act set recorded_at = 'noon' where seq = 7"], "act 7: recorded_at is not readable"),
        (&["update act set author = 'nobody' where seq = 5"], "act 5 breaks the chain"),
        (&["update act set document = 'file 2' where seq = 1"], "act 1 breaks the chain"),
        (&["update act set document = null where seq = 1"], "act 1 breaks the chain"),
        (&["update act set document = '' where seq = 2"], "act 2 breaks the chain"),
        (&["update act set voids = 1 where seq = 5"], "act 5 breaks the chain"),
        (&["update act set voids = null where seq = 5"], "act 5 breaks the chain"),
        (&["update act set body = '{}' where seq = 5"], "act 5 breaks the chain"),
        (&["update act set body = body || ' ' where seq = 6"], "act 6 breaks the chain"),
        (&["update act set hash = upper(hash) where seq = 3"], "act 3 breaks the chain"),
        (&["update act set hash = upper(hash) where seq = 7"], "act 7: hash is not readable"),
        (&["update act set hash = (select hash from act where seq = 1) where seq = 2"], "act 2 breaks the chain"),
    ]);
}

#[test]
fn an_act_that_is_missing_added_or_swapped_is_found() {
    let added =
        "insert into act select 8, subject, kind, effective_on, recorded_at, author, document, voids, body, hash
                   from act where seq = 7";
    let aside = "update act set seq = -seq where seq in (3, 4)";
    let back = "update act set seq = case seq when -3 then 4 else 3 end where seq in (-3, -4)";
    each(&[
        (&["delete from act where seq = 1"], "act 2 breaks the chain: act 1 is missing before it"),
        (&["delete from act where seq = 4"], "act 5 breaks the chain: act 4 is missing before it"),
        (
            &["delete from act where seq = 7"],
            "the entries of act 7 are not what it implies: the journal ends with act 6",
        ),
        (&["delete from act where seq >= 3"], "the journal ends with act 2"),
        (&["delete from act"], "the journal ends with act 0"),
        (
            &[
                "delete from act where seq = 7",
                "delete from posting where seq = 7",
                "update posting set seq = 7 where seq = 6",
            ],
            "act 7",
        ),
        (&[added], "act 8 breaks the chain"),
        (&[aside, back], "act 3 breaks the chain"),
    ]);
}

#[test]
fn a_change_in_any_byte_of_an_entry_is_found() {
    let bytes = |row: &db::Row<'_>| Ok((row.int(0)?, row.bytes(1)?.to_vec()));
    for database in testkit::databases() {
        let ledger = ledger(&database.url);
        let sql = "select seq, entries from posting order by seq";
        let postings: Vec<(i64, Vec<u8>)> = ledger.db().read(|conn| conn.query(sql, params![], bytes)).unwrap();
        assert_eq!(postings.len(), 7);
        let write = |seq: i64, entries: Vec<u8>| {
            let sql = "update posting set entries = $2 where seq = $1";
            ledger.db().write(move |conn| conn.execute(sql, params![seq, &entries])).unwrap();
        };
        for (seq, entries) in postings {
            let changed = (0..entries.len()).flat_map(|at| [1, 2, 64, 128].map(|bit| (at, bit)));
            let changed = changed.map(|(at, bit)| {
                let mut changed = entries.clone();
                changed[at] ^= bit;
                changed
            });
            let shortened = (0..entries.len()).map(|length| entries[..length].to_vec());
            for changed in changed.chain(shortened).chain([[entries.as_slice(), &[0]].concat()]) {
                write(seq, changed.clone());
                let Err(found) = ledger.verify(|_| {}).unwrap() else { panic!("{seq}: {entries:?} as {changed:?}") };
                assert!(matches!(found, Difference::Ledger { seq: found, .. } if found == seq), "{seq}: {found}");
            }
            write(seq, entries);
        }
        assert!(ledger.verify(|_| {}).unwrap().is_ok());
    }
}

#[test]
fn entries_that_are_missing_added_or_swapped_are_found() {
    let aside = "update posting set seq = -seq where seq in (3, 4)";
    let back = "update posting set seq = case seq when -3 then 4 else 3 end where seq in (-3, -4)";
    each(&[
        (&["delete from posting where seq = 1"], "the entries of act 1"),
        (&["delete from posting where seq = 7"], "the entries of act 7"),
        (&["delete from posting"], "the entries of act 1"),
        (&["update posting set seq = 0 where seq = 1"], "act 0"),
        (&["update posting set seq = 8 where seq = 7"], "the entries of act 8"),
        (&["insert into posting select 8, entries from posting where seq = 4"], "the entries of act 8"),
        (&["insert into posting select 0, entries from posting where seq = 4"], "act 0"),
        (&["update posting set entries = (select entries from posting where seq = 4) where seq = 6"], "act 6"),
        (&[aside, back], "the entries of act 3"),
    ]);
}

#[test]
fn a_change_in_any_column_of_a_cell_is_found() {
    let twin = "insert into cell (id, place, sector)
                select (select max(id) + 1 from cell), place, sector from cell where id = 1";
    let aside = "update cell set id = -id where id in (1, 2)";
    let back = "update cell set id = 3 + id where id in (-1, -2)";
    each(&[
        (&["update cell set id = 99 where id = (select max(id) from cell)"], "cell 99 is not what it was"),
        (&["update cell set id = 0 where id = 1"], "cell 0 is not what it was"),
        (&["update cell set place = 'P2.2' where id = 1"], "act 1"),
        (&["update cell set place = null where id = 1"], "act 1"),
        (&["update part set currency = 'MAD' where id = 1"], "act 1"),
        (&["update part set id = 99 where id = (select max(id) from part)"], "part 99 is not what it was"),
        (&["delete from part where id = 1"], "part 2 is not what it was: part 1 is missing before it"),
        (&["delete from part"], "a cell that does not exist"),
        (&["update cell set sector = 'dance' where id = 1"], "act 1"),
        (&["update part set sex = 'x' where sex = 'm'"], "the entries of act 1"),
        (&["update cell set sector = 'dance' where place = 'P3.1'"], "the entries of act 6"),
        (&["update part set age = 'adult' where age = 'young'"], "part "),
        (&["delete from cell where id = 2"], "cell 3 is not what it was: cell 2 is missing before it"),
        (&["delete from cell where id = (select max(id) from cell)"], "a cell that does not exist"),
        (&["delete from cell"], "a cell that does not exist"),
        (&[twin], "the same cell is there before it"),
        (&[aside, back], "act 1"),
    ]);
}

#[test]
fn a_change_that_is_hashed_anew_breaks_the_next_link() {
    tampered(&["update act set hash = replace(hash, substr(hash, 1, 1), 'x') where seq = 3"], |difference| {
        assert!(matches!(difference, Difference::Chain { seq: 3, .. }), "{difference}");
    });
    for database in testkit::databases() {
        let ledger = ledger(&database.url);
        let acts = ledger.db().read(|conn| ledger::store::acts_of(conn, "club/1")).unwrap();
        let mut forged = acts[1].clone();
        forged.author = "somebody else".into();
        let before = ledger.db().read(|conn| ledger::store::act(conn, 2)).unwrap().unwrap();
        let hash = ledger::hash_of(before.hash, &forged).to_string();
        let forge = move |conn: &mut db::Conn| {
            conn.execute("update act set author = $1, hash = $2 where seq = 3", params!["somebody else", hash.as_str()])
        };
        assert_eq!(ledger.db().write(forge).unwrap(), 1);
        let difference = ledger.verify(|_| {}).unwrap().unwrap_err();
        assert!(matches!(difference, Difference::Chain { seq: 4, .. }), "{difference}");
    }
}
