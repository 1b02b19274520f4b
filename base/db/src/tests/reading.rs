//! Reading: one moment, row by row, by many at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::support::{NOTES, both, note, notes};
use crate::{Conn, Error, params};

fn count(conn: &mut Conn) -> i64 {
    conn.scalar("select count(*) from note", params![]).unwrap()
}

#[test]
fn a_read_sees_one_moment_however_long_it_takes() {
    for bed in both(NOTES) {
        note(&bed.db, 1).unwrap();
        bed.db
            .read(|conn| {
                assert_eq!(count(conn), 1);
                note(&bed.db, 2)?;
                assert_eq!(count(conn), 1);
                Ok::<_, Error>(())
            })
            .unwrap();
        assert_eq!(notes(&bed.db), 2);
    }
}

#[test]
fn a_read_cannot_change_anything() {
    for bed in both(NOTES) {
        let error = bed.db.read(|conn| conn.execute("insert into note (number) values (1)", params![])).unwrap_err();
        assert!(matches!(error, Error::ReadOnly(_)), "{error}");
        assert_eq!(notes(&bed.db), 0);
    }
}

#[test]
fn rows_come_one_by_one_until_the_reader_has_enough() {
    #[derive(Debug, PartialEq)]
    enum Stop {
        Enough(i64),
        Fault(Error),
    }
    impl From<Error> for Stop {
        fn from(error: Error) -> Self {
            Self::Fault(error)
        }
    }
    let many = "with recursive c (n) as (select 1 union all select n + 1 from c where n < 200000)
                select cast(n as bigint) from c";
    for bed in both(NOTES) {
        bed.db
            .read(|conn| {
                let mut sum = 0;
                let stopped = conn.for_each(many, params![], |row| {
                    sum += row.int(0)?;
                    if sum > 10 { Err(Stop::Enough(sum)) } else { Ok(()) }
                });
                assert_eq!(stopped, Err(Stop::Enough(15)));
                let mut rows = 0;
                conn.for_each(many, params![], |_| {
                    rows += 1;
                    Ok::<_, Stop>(())
                })?;
                assert_eq!(rows, 200_000);
                assert_eq!(conn.optional(many, params![], |row| row.int(0))?, Some(1));
                assert_eq!(count(conn), 0);
                Ok::<_, Stop>(())
            })
            .unwrap();
    }
}

#[test]
fn a_question_without_an_answer_says_so() {
    for bed in both(NOTES) {
        let sql = "select number from note";
        assert_eq!(bed.db.read(|conn| conn.optional(sql, params![], |row| row.int(0))), Ok(None));
        assert_eq!(bed.db.read(|conn| conn.scalar::<i64>(sql, params![])), Err(Error::NoRow(sql.into())));
    }
}

#[test]
fn more_readers_than_connections_all_get_their_turn() {
    for bed in both(NOTES) {
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        std::thread::scope(|scope| {
            for _ in 0..24 {
                scope.spawn(|| {
                    bed.db.read(|conn| {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        count(conn);
                        std::thread::sleep(Duration::from_millis(30));
                        now.fetch_sub(1, Ordering::SeqCst);
                        Ok::<_, Error>(())
                    })
                });
            }
        });
        let most = most.load(Ordering::SeqCst);
        assert!((2..=8).contains(&most), "{most} at once");
    }
}

#[test]
fn a_reader_that_panics_harms_nobody() {
    for bed in both(NOTES) {
        for _ in 0..20 {
            let db = bed.db.clone();
            let fell = std::thread::spawn(move || db.read(|_| -> crate::Result<()> { panic!("on purpose") })).join();
            assert!(fell.is_err());
        }
        assert_eq!(notes(&bed.db), 0);
    }
}
