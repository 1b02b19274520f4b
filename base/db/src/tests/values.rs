//! Values go in and come out as they were.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::support::{NOTES, both};
use crate::{Db, Engine, Error, Value, params};

type Note = (i64, Option<String>, Option<bool>, Option<Vec<u8>>);

fn read_note(db: &Db, number: i64) -> Note {
    db.read(|conn| {
        conn.optional("select number, words, yes, raw from note where number = $1", params![number], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
    })
    .unwrap()
    .unwrap()
}

#[test]
fn parameters_are_taken_by_their_number() {
    for bed in both(NOTES) {
        let sql = "select $2 || '$1' || $1 || $2 /* $3 */ -- $4";
        let text: String = bed.db.read(|conn| conn.scalar(sql, params!["a", "b"])).unwrap();
        assert_eq!(text, "b$1ab");
    }
}

#[test]
fn a_statement_says_how_many_values_it_takes() {
    for bed in both(NOTES) {
        for values in [params![1], params![1, 2, 3]] {
            let sql = "select number from note where number between $1 and $2";
            let error = bed.db.read(|conn| conn.query(sql, values, |row| row.int(0))).unwrap_err();
            let message = error.to_string();
            assert!(message.contains("value") && message.contains(sql), "{message}");
        }
    }
}

#[test]
fn nothing_stays_nothing() {
    for bed in both(NOTES) {
        let none: Option<&str> = None;
        bed.db
            .write(|conn| {
                let values = params![1, Option::<String>::None.as_ref(), Option::<bool>::None, Value::Null];
                conn.execute("insert into note values ($1, $2, $3, $4)", values)
            })
            .unwrap();
        assert_eq!(read_note(&bed.db, 1), (1, None, None, None));
        let empty: Note = (2, Some(String::new()), Some(false), Some(Vec::new()));
        let sql = "insert into note values ($1, $2, $3, $4)";
        bed.db.write(move |conn| conn.execute(sql, params![2, "", false, &[]])).unwrap();
        assert_eq!(read_note(&bed.db, 2), empty);
        let found = bed.db.read(|conn| conn.scalar("select count(*) from note where words = $1", params![none]));
        assert_eq!(found, Ok(0_i64));
    }
}

#[test]
fn texts_of_every_script_come_back_as_they_were() {
    for bed in both(NOTES) {
        for (number, words) in
            (0..).zip(["تعاونية أركان تيويزي", "ⵜⵉⵡⵉⵣⵉ", "l'Œuvre — 38 %", "👩🏽‍🌾\u{200f}", "e\u{301}", "\u{feff}'\"\\"])
        {
            bed.db
                .write(move |conn| {
                    conn.execute("insert into note (number, words) values ($1, $2)", params![number, words])
                })
                .unwrap();
            assert_eq!(read_note(&bed.db, number).1.as_deref(), Some(words));
        }
        let arabic =
            bed.db.read(|conn| conn.scalar("select count(*) from note where words like $1", params!["%أركان%"]));
        assert_eq!(arabic, Ok(1_i64));
    }
}

#[test]
fn a_pattern_tells_capitals_from_small_letters() {
    for bed in both(NOTES) {
        let like = |pattern: &'static str| -> bool {
            bed.db.read(|conn| conn.scalar("select 'Safi' like $1", params![pattern])).unwrap()
        };
        assert!(like("S%") && !like("s%"));
    }
}

#[test]
fn a_name_in_double_quotes_is_never_a_text() {
    for bed in both(NOTES) {
        let error = bed.db.read(|conn| conn.scalar::<String>("select \"numbr\" from note", params![])).unwrap_err();
        assert!(error.to_string().contains("numbr"), "{error}");
    }
}

#[test]
fn a_value_of_another_type_is_named_with_its_column() {
    for bed in both(NOTES) {
        let sql = "insert into note values (5, 'five', true, null)";
        bed.db.write(move |conn| conn.execute(sql, params![])).unwrap();
        let error = |index: usize, read: fn(&crate::Row<'_>, usize) -> crate::Result<()>| {
            let rows = bed.db.read(|conn| conn.query("select * from note", params![], |row| read(row, index)));
            rows.unwrap_err().to_string()
        };
        assert_eq!(error(1, |row, i| row.int(i).map(drop)), "column `words` holds a text, not a whole number");
        assert_eq!(error(0, |row, i| row.text(i).map(drop)), "column `number` holds a whole number, not a text");
        assert_eq!(error(3, |row, i| row.bytes(i).map(drop)), "column `raw` holds nothing, not bytes");
        assert_eq!(error(0, |row, i| row.bool(i).map(drop)), "column `number` holds a whole number, not a yes or no");
        assert_eq!(error(9, |row, i| row.int(i).map(drop)), "column `9` holds no such column, not a value");
    }
}

#[test]
fn a_type_that_only_one_engine_has_is_refused() {
    for bed in both(NOTES) {
        let error = bed.db.read(|conn| conn.scalar::<i64>("select 0.5 as half", params![])).unwrap_err();
        assert!(matches!(&error, Error::Type { column, .. } if column == "half"), "{error}");
        let sum = "select cast(sum(x.n) as bigint) from (select 1 as n union all select 2 as n) as x";
        assert_eq!(bed.db.read(|conn| conn.scalar(sum, params![])), Ok(3_i64));
    }
}

#[test]
fn a_text_with_a_zero_character_is_refused_by_both() {
    for bed in both(NOTES) {
        let error = bed.db.read(|conn| conn.scalar::<String>("select $1 || ''", params!["a\0b"])).unwrap_err();
        assert!(matches!(error, Error::Value(_)), "{error}");
    }
}

#[test]
fn rows_in_bulk_are_all_there_with_all_their_values() {
    for bed in both(NOTES) {
        let count = bed.db.write(|conn| {
            conn.bulk("note", &["number", "words", "yes", "raw"], |rows| {
                for number in 0..10_000 {
                    let words = format!("note {number}");
                    let words = (number % 2 == 0).then_some(&words);
                    rows.push(params![number, words, number % 3 == 0, &[7, 8]])?;
                }
                Ok::<_, Error>(())
            })
        });
        assert_eq!(count, Ok(10_000));
        assert_eq!(read_note(&bed.db, 4_001), (4_001, None, Some(false), Some(vec![7, 8])));
        assert_eq!(read_note(&bed.db, 9_000), (9_000, Some("note 9000".into()), Some(true), Some(vec![7, 8])));
    }
}

#[test]
fn a_bad_row_in_bulk_keeps_the_others_out() {
    for bed in both(NOTES) {
        type Rows = Vec<Vec<Value<'static>>>;
        let fill = |rows: Rows| {
            bed.db.write(move |conn| {
                conn.bulk("note", &["number", "words"], |bulk| {
                    // Whoever passes over the error is not believed.
                    rows.iter().for_each(|row| drop(bulk.push(row)));
                    Ok::<_, Error>(())
                })
            })
        };
        let good = || vec![Value::Int(1), Value::Null];
        for bad in [vec![Value::Int(2)], vec![Value::Int(2), Value::Text("\0")], vec![Value::Null, Value::Null], good()]
        {
            assert!(fill(vec![good(), bad.clone(), vec![Value::Int(3), Value::Null]]).is_err(), "{bad:?}");
            assert_eq!(super::support::notes(&bed.db), 0, "{bad:?}");
        }
        let twice = fill(vec![good(), good()]).unwrap_err();
        assert!(matches!(twice, Error::Constraint { kind: crate::ConstraintKind::Unique, .. }), "{twice}");
        assert_eq!(fill(vec![good()]), Ok(1));
    }
}

#[test]
fn every_value_survives_being_written_and_read() {
    let text = proptest::option::of("[^\\x00]{0,40}");
    let bytes = proptest::option::of(proptest::collection::vec(any::<u8>(), 0..60));
    let note = (any::<i64>(), text, any::<Option<bool>>(), bytes);
    for bed in both(NOTES) {
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() });
        runner
            .run(&note, |(number, words, yes, raw)| {
                let expected: Note = (number, words.clone(), yes, raw.clone());
                let by_bulk = number % 2 == 0;
                bed.db
                    .write(move |conn| {
                        conn.execute("delete from note", params![])?;
                        let values = params![number, &words, yes, &raw];
                        if by_bulk {
                            conn.bulk("note", &["number", "words", "yes", "raw"], |rows| rows.push(values))
                        } else {
                            conn.execute("insert into note values ($1, $2, $3, $4)", values)
                        }
                    })
                    .unwrap();
                prop_assert_eq!(read_note(&bed.db, number), expected);
                Ok(())
            })
            .unwrap();
        for number in [i64::MIN, -1, i64::from(i32::MAX) + 1] {
            let sql = "select number from (select cast($1 as bigint) as number) as x";
            assert_eq!(bed.db.read(|conn| conn.scalar(sql, params![number])), Ok(number));
        }
    }
}

#[test]
fn the_engine_is_known() {
    let engines: Vec<Engine> = both(&[]).iter().map(|bed| bed.db.engine()).collect();
    assert_eq!(engines, [Engine::Sqlite, Engine::Postgres]);
}
