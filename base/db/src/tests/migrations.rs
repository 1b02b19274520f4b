//! Migrations: in order, once, all or none.

use super::support::places;
use crate::{Db, Error, Migration, params};

const FIRST: Migration = Migration { name: "20260101_a", sql: "create table a (n bigint); insert into a values (1);" };
const SECOND: Migration =
    Migration { name: "20260102_b", sql: "create table b (n bigint);\ninsert into b select n from a;" };

fn rows(db: &Db, table: &str) -> i64 {
    db.read(|conn| conn.scalar(&format!("select count(*) from {table}"), params![])).unwrap()
}

#[test]
fn migrations_run_in_the_order_of_their_names_and_once() {
    for (_place, url) in places() {
        drop(Db::open(&url, &[SECOND, FIRST]).unwrap());
        let db = Db::open(&url, &[FIRST, SECOND]).unwrap();
        assert_eq!((rows(&db, "a"), rows(&db, "b"), rows(&db, "migration")), (1, 1, 2));
    }
}

#[test]
fn a_later_migration_is_added_to_the_earlier_ones() {
    for (_place, url) in places() {
        drop(Db::open(&url, &[FIRST]).unwrap());
        let db = Db::open(&url, &[FIRST, SECOND]).unwrap();
        assert_eq!((rows(&db, "a"), rows(&db, "b")), (1, 1));
    }
}

#[test]
fn a_migration_changed_after_it_was_applied_is_refused() {
    for (_place, url) in places() {
        drop(Db::open(&url, &[FIRST, SECOND]).unwrap());
        let changed = Migration { sql: "create table a (n text);", ..FIRST };
        assert_eq!(Db::open(&url, &[changed, SECOND]).err(), Some(Error::ChangedMigration("20260101_a".into())));
        let checked_out_elsewhere =
            Migration { sql: "create table b (n bigint);\r\ninsert into b select n from a;", ..SECOND };
        assert!(Db::open(&url, &[FIRST, checked_out_elsewhere]).is_ok());
    }
}

#[test]
fn a_database_made_by_a_newer_program_is_refused() {
    for (_place, url) in places() {
        drop(Db::open(&url, &[FIRST, SECOND]).unwrap());
        let error = Db::open(&url, &[FIRST]).err().unwrap();
        assert_eq!(error, Error::Newer("20260102_b".into()));
        assert!(error.to_string().starts_with("this database was made by a newer Twiza"));
    }
}

#[test]
fn two_migrations_of_one_name_are_refused() {
    for (_place, url) in places() {
        let twin = Migration { name: "20260101_a", ..SECOND };
        assert_eq!(Db::open(&url, &[FIRST, twin]).err(), Some(Error::TwinMigration("20260101_a".into())));
    }
}

#[test]
fn a_migration_that_fails_leaves_nothing_behind() {
    for (_place, url) in places() {
        let wrong = Migration { name: "20260103_c", sql: "create table c (n bigint); insert into nowhere values (1);" };
        let error = Db::open(&url, &[FIRST, wrong]).err().unwrap();
        assert!(error.to_string().contains("nowhere"), "{error}");
        let db = Db::open(&url, &[SECOND_ALONE]).unwrap();
        assert_eq!(rows(&db, "migration"), 1);
    }
}

/// Stands on nothing that came before.
const SECOND_ALONE: Migration = Migration { name: "20260102_b", sql: "create table c (n bigint);" };

#[test]
fn many_programs_may_open_a_new_database_at_once() {
    for (_place, url) in places() {
        std::thread::scope(|scope| {
            let opened: Vec<_> = (0..8).map(|_| scope.spawn(|| Db::open(&url, &[FIRST, SECOND]))).collect();
            for db in opened {
                let db = db.join().unwrap().unwrap();
                assert_eq!((rows(&db, "a"), rows(&db, "b")), (1, 1));
            }
        });
    }
}
