//! Writing: in groups, each job on its own.

use std::sync::mpsc::{Sender, channel};
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

use super::support::{NOTES, both, note, notes};
use crate::{ConstraintKind, Db, Error, params};

/// Holds the writer until told to go on, so that what is asked for meanwhile becomes one group.
fn hold(db: &Db) -> (Sender<()>, JoinHandle<()>) {
    let (go, wait) = channel();
    let (held, holding) = channel();
    let db = db.clone();
    let holder = spawn(move || {
        db.write(move |_| {
            held.send(()).unwrap();
            wait.recv().unwrap();
            Ok::<_, Error>(())
        })
        .unwrap();
    });
    holding.recv().unwrap();
    (go, holder)
}

#[test]
fn a_job_that_fails_spoils_no_other_of_its_group() {
    for bed in both(NOTES) {
        note(&bed.db, 7).unwrap();
        let (go, holder) = hold(&bed.db);
        let jobs: Vec<_> = (0..20)
            .map(|number| {
                let db = bed.db.clone();
                spawn(move || {
                    db.write(move |conn| {
                        conn.execute("insert into note (number) values ($1)", params![100 + number])?;
                        match number % 4 {
                            // This one is there already.
                            0 => conn.execute("insert into note (number) values (7)", params![]),
                            1 => Err(Error::Value("thought better of it".into())),
                            2 => panic!("on purpose"),
                            _ => Ok(1),
                        }
                    })
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(100));
        go.send(()).unwrap();
        holder.join().unwrap();
        for (number, job) in jobs.into_iter().enumerate() {
            match (number % 4, job.join().unwrap()) {
                (0, Err(Error::Constraint { kind: ConstraintKind::Unique, .. })) => {}
                (1, Err(Error::Value(words))) => assert_eq!(words, "thought better of it"),
                (2, Err(Error::Panicked(words))) => assert_eq!(words, "on purpose"),
                (3, Ok(1)) => {}
                (_, other) => panic!("job {number}: {other:?}"),
            }
        }
        let kept =
            bed.db.read(|conn| conn.query("select number from note order by number", params![], |row| row.int(0)));
        assert_eq!(kept.unwrap(), [7, 103, 107, 111, 115, 119]);
    }
}

#[test]
fn what_was_written_is_there_for_the_next_reader() {
    for bed in both(NOTES) {
        for number in 0..50 {
            note(&bed.db, number).unwrap();
            assert_eq!(notes(&bed.db), number + 1);
        }
    }
}

#[test]
fn a_job_that_hides_a_failed_statement_is_undone() {
    for bed in both(NOTES) {
        let error = bed
            .db
            .write(|conn| {
                conn.execute("insert into note (number) values (1)", params![])?;
                drop(conn.execute("insert into note (number) values (1)", params![]));
                Ok::<_, Error>(())
            })
            .unwrap_err();
        assert!(matches!(error, Error::Ignored(_)), "{error}");
        assert_eq!(notes(&bed.db), 0);
        note(&bed.db, 1).unwrap();
    }
}

#[test]
fn a_job_that_ends_the_transaction_itself_is_told_so() {
    for bed in both(NOTES) {
        assert!(bed.db.write(|conn| conn.batch("rollback")).is_err());
        note(&bed.db, 1).unwrap();
        assert_eq!(notes(&bed.db), 1);
    }
}

#[test]
fn each_rule_of_a_table_has_its_name() {
    let rules = &[crate::Migration {
        name: "20260101_test_rules",
        sql: "create table parent (id bigint not null primary key);
              create table child (id bigint not null unique, parent bigint references parent (id), check (id < 10));",
    }];
    for bed in both(rules) {
        let kind = |values: &'static str| {
            let sql = format!("insert into child values {values}");
            match bed.db.write(move |conn| conn.execute(&sql, params![])) {
                Err(Error::Constraint { kind, .. }) => kind,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(kind("(1, null), (1, null)"), ConstraintKind::Unique);
        assert_eq!(kind("(1, 5)"), ConstraintKind::ForeignKey);
        assert_eq!(kind("(null, null)"), ConstraintKind::NotNull);
        assert_eq!(kind("(10, null)"), ConstraintKind::Check);
    }
}

#[test]
fn a_change_alone_borrows_and_keeps_all_or_nothing() {
    for bed in both(NOTES) {
        let mut seen = Vec::new();
        let words = String::from("borrowed");
        bed.db
            .write_alone(|conn| {
                seen.push(conn.execute("insert into note (number, words) values (1, $1)", params![&words])?);
                Ok::<_, Error>(())
            })
            .unwrap();
        assert_eq!((seen, notes(&bed.db)), (vec![1], 1));
        let failed = bed.db.write_alone(|conn| {
            conn.execute("delete from note", params![])?;
            Err::<(), _>(Error::Value("no".into()))
        });
        assert_eq!(failed, Err(Error::Value("no".into())));
        let fell: crate::Result<()> = bed.db.write_alone(|conn| {
            conn.execute("delete from note", params![])?;
            panic!("on purpose")
        });
        assert_eq!(fell, Err(Error::Panicked("on purpose".into())));
        assert_eq!(notes(&bed.db), 1);
        note(&bed.db, 2).unwrap();
    }
}

#[test]
fn changes_alone_and_in_groups_take_turns() {
    for bed in both(NOTES) {
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let db = &bed.db;
                scope.spawn(move || {
                    for step in 0..20 {
                        let number = thread * 100 + step;
                        if thread % 2 == 0 {
                            note(db, number).unwrap();
                        } else {
                            let sql = "insert into note (number) values ($1)";
                            db.write_alone(|conn| conn.execute(sql, params![number])).unwrap();
                        }
                    }
                });
            }
        });
        assert_eq!(notes(&bed.db), 160);
    }
}

#[test]
fn a_change_within_a_change_is_refused() {
    for bed in both(NOTES) {
        let db = bed.db.clone();
        assert_eq!(bed.db.write(move |_| note(&db, 1)), Err(Error::Nested));
        assert_eq!(bed.db.write_alone(|_| note(&bed.db, 1)), Err(Error::Nested));
        note(&bed.db, 1).unwrap();
    }
}

#[test]
fn the_last_handle_may_go_away_with_a_job() {
    for bed in both(NOTES) {
        let db = bed.db.clone();
        let second = Db::open(&bed.url, NOTES).unwrap();
        let inner = second.clone();
        let job = spawn(move || {
            second.write(move |conn| {
                drop(inner);
                conn.execute("insert into note (number) values (1)", params![])
            })
        });
        assert_eq!(job.join().unwrap(), Ok(1));
        assert_eq!(notes(&db), 1);
    }
}
