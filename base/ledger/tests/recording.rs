//! Recording on both engines: what is refused, what is undone, and who sees what.

use std::sync::{Arc, Barrier};

use db::params;
use jiff::tz::TimeZone;
use kernel::Clock;
use ledger::{Draft, Error, Kept, Ledger, Question, Refusal, store};

use crate::club::{self, Happening};

/// A ledger on a fresh database of each engine.
fn on_both(check: impl Fn(&Ledger)) {
    for database in testkit::databases() {
        check(&club::open(club::database(&database.url)));
    }
}

fn founded(club: usize, place: &str) -> Draft {
    Happening::founded(place, "chess", &[("f", 3)]).draft(club, Some(club::day("2020-02-02")))
}

fn admitted(club: usize, n: i64) -> Draft {
    Happening::Admitted { n, sex: "m".into(), young_until: None }.draft(club, Some(club::day("2021-03-03")))
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn count(ledger: &Ledger, measure: &str) -> i64 {
    ledger.figure(&Question::on(measure, club::day("2024-01-01"))).unwrap().total()
}

fn verified(ledger: &Ledger) -> i64 {
    ledger.verify(|_| {}).unwrap().unwrap().head.seq
}

#[test]
fn whoever_has_not_seen_the_last_act_learns_what_changed_meanwhile() {
    on_both(|ledger| {
        let first = ledger.record(vec![Draft { seen: Some(0), ..founded(1, "P1.1") }]).unwrap().remove(0);
        let second = ledger.record(vec![Draft { seen: Some(first.seq), ..admitted(1, 2) }]).unwrap().remove(0);
        let third = ledger.record(vec![admitted(1, 4)]).unwrap().remove(0);
        let refusal = refused(ledger.record(vec![Draft { seen: Some(first.seq), ..admitted(1, 8) }]));
        let says = refusal.to_string();
        assert_eq!(refusal, Refusal::Conflict { subject: "club/1".into(), since: vec![second, third.clone()] });
        assert!(says.contains("act 2 (admitted, effective 2021-03-03, recorded by test"), "{says}");
        // What happens to others is no conflict.
        ledger.record(vec![Draft { seen: Some(0), ..founded(2, "P2.1") }]).unwrap();
        ledger.record(vec![Draft { seen: Some(third.seq), ..admitted(1, 8) }]).unwrap();
        assert_eq!((count(ledger, "members"), verified(ledger)), (3 + 2 + 4 + 3 + 8, 5));
    });
}

#[test]
fn an_act_may_take_effect_today_but_not_tomorrow_where_the_register_is() {
    for database in testkit::databases() {
        let clock = Clock::at("2024-06-30T23:30:00Z".parse().unwrap());
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let ledger = Ledger::open(club::database(&database.url), clock, zone, &[club::DECLARATION]).unwrap();
        // It is past midnight in Casablanca.
        let on = |day| Draft { effective_on: Some(club::day(day)), ..founded(1, "P1.1") };
        let refusal = refused(ledger.record(vec![on("2024-07-02")]));
        let (effective_on, today) = (club::day("2024-07-02"), club::day("2024-07-01"));
        assert_eq!(refusal, Refusal::Future { effective_on, today });
        ledger.record(vec![on("2024-07-01")]).unwrap();
        assert_eq!(verified(&ledger), 1);
    }
}

#[test]
fn the_time_of_recording_never_goes_back_though_the_clock_does() {
    on_both(|ledger| {
        let one = ledger.record(vec![founded(1, "P1.1")]).unwrap().remove(0);
        ledger.clock().set(club::noon("2023-01-01"));
        let other = ledger.record(vec![admitted(1, 1)]).unwrap().remove(0);
        assert_eq!(one.recorded_at, other.recorded_at);
        assert_eq!(verified(ledger), 2);
    });
}

#[test]
fn only_an_act_on_the_same_subject_that_stands_can_be_voided() {
    on_both(|ledger| {
        let void = |club, seq| Draft::void(&club::subject(club), seq, Some(club::day("2023-03-03")), "wrong", "test");
        ledger.record(vec![founded(1, "P1.1"), founded(2, "P2.1")]).unwrap();
        let why = |club, seq| refused(ledger.record(vec![void(club, seq)]));
        assert_eq!(why(1, 2), Refusal::NotOnSubject(2));
        assert_eq!(why(1, 3), Refusal::NotOnSubject(3));
        ledger.record(vec![void(1, 1)]).unwrap();
        assert_eq!(why(1, 1), Refusal::VoidedAlready(1));
        assert_eq!(count(ledger, "clubs"), 1);
        ledger.record(vec![void(1, 3)]).unwrap();
        assert_eq!((count(ledger, "clubs"), count(ledger, "members")), (2, 6));
        // It stands again, so that it can be voided again; the void of a void that has no effect any more too.
        ledger.record(vec![void(1, 1), void(1, 4)]).unwrap();
        assert_eq!(count(ledger, "clubs"), 1);
        let half = Draft { voids: None, ..void(1, 1) };
        assert_eq!(refused(ledger.record(vec![half])), Refusal::HalfVoid);
        let other_half = Draft { voids: Some(2), ..admitted(2, 1) };
        assert_eq!(refused(ledger.record(vec![other_half])), Refusal::HalfVoid);
        assert_eq!(verified(ledger), 6);
    });
}

#[test]
fn an_unknown_subject_and_the_rules_of_a_subject_refuse() {
    on_both(|ledger| {
        let stranger = Draft { subject: "shop/1".into(), ..founded(1, "P1.1") };
        assert_eq!(refused(ledger.record(vec![stranger])), Refusal::UnknownSubject("shop/1".into()));
        ledger.record(vec![founded(1, "P1.1")]).unwrap();
        let refusal = refused(ledger.record(vec![founded(1, "P1.2")]));
        assert_eq!(refusal.to_string(), "club/1 was founded by act 1: close it first");
        assert_eq!(verified(ledger), 1);
    });
}

#[test]
fn a_refused_act_leaves_the_others_of_its_transaction_to_the_job() {
    on_both(|ledger| {
        let recorded = ledger.write(|recorder| {
            recorder.record(founded(1, "P1.1"))?;
            let refused = recorder.record(founded(1, "P1.2")).is_err();
            recorder.record(admitted(1, 1))?;
            Ok((refused, recorder.head().seq, recorder.acts_of("club/1")?.len()))
        });
        assert_eq!(recorded.unwrap(), (true, 2, 2));
        assert_eq!((verified(ledger), count(ledger, "members")), (2, 4));
    });
}

#[test]
fn an_act_that_cannot_be_read_is_not_remembered() {
    on_both(|ledger| {
        ledger.record(vec![founded(1, "P1.1")]).unwrap();
        ledger
            .write(|recorder| {
                let nonsense =
                    Draft { body: "{\"kind\":\"moved\"}".into(), kind: "moved".into(), ..founded(1, "P1.1") };
                assert!(matches!(recorder.record(nonsense), Err(Error::Broken(_))));
                recorder.record(admitted(1, 1)).cloned()
            })
            .unwrap();
        ledger.record(vec![admitted(1, 5)]).unwrap();
        assert_eq!((verified(ledger), count(ledger, "members")), (3, 9));
    });
}

#[test]
fn what_cannot_be_written_and_read_again_is_not_recorded() {
    on_both(|ledger| {
        let not_json = Draft { body: "{".into(), ..founded(1, "P1.1") };
        assert!(ledger.record(vec![not_json]).is_err());
        let lines = Draft { body: founded(1, "P1.1").body.replace(',', ",\n"), ..founded(1, "P1.1") };
        assert!(ledger.record(vec![lines]).is_err());
        let early = Draft { effective_on: Some(jiff::civil::date(-1, 1, 1)), ..founded(1, "P1.1") };
        assert!(ledger.record(vec![early]).is_err());
        let zero = Draft { author: "a\0b".into(), ..founded(1, "P1.1") };
        assert!(ledger.record(vec![zero]).is_err());
        ledger.record(vec![founded(1, "P1.1")]).unwrap();
        assert_eq!(verified(ledger), 1);
    });
}

#[test]
fn a_failed_job_leaves_nothing_and_its_cells_get_their_numbers_anew() {
    on_both(|ledger| {
        ledger.record(vec![founded(1, "P1.1")]).unwrap();
        let failed = ledger.write(|recorder| {
            recorder.record(founded(2, "P2.1"))?;
            recorder.record(founded(3, "P3.1"))?;
            Err::<(), _>(Error::Broken("on purpose".into()))
        });
        assert_eq!(failed.unwrap_err().to_string(), "the journal is damaged: on purpose");
        let panicked = ledger.write(|recorder| {
            recorder.record(founded(2, "P2.2"))?;
            panic!("on purpose");
            #[expect(unreachable_code, reason = "it says what the job would give")]
            Ok(())
        });
        assert!(panicked.is_err());
        // The same cells in another order: numbers that were kept would be those of others.
        ledger.record(vec![founded(3, "P3.1")]).unwrap();
        ledger.record(vec![founded(2, "P2.1")]).unwrap();
        let answer = ledger.figure(&Question::on("members", club::day("2024-01-01")).by("province")).unwrap();
        let lines: Vec<_> = answer.lines.iter().map(|line| (&*line.values[0], line.amount)).collect();
        assert_eq!(lines, [("P1", 3), ("P2", 3), ("P3", 3)]);
        assert_eq!(verified(ledger), 3);
        let count = |table: &str| {
            let sql = format!("select count(*) from {table}");
            ledger.db().read(|conn| conn.scalar::<i64>(&sql, params![])).unwrap()
        };
        // Three clubs, each somewhere else; as a club, and by its members of one sex.
        assert_eq!((count("cell"), count("part")), (3, 2));
    });
}

#[test]
fn a_failed_job_does_not_disturb_those_that_share_its_commit() {
    on_both(|ledger| {
        let start = Arc::new(Barrier::new(12));
        std::thread::scope(|scope| {
            for number in 0..12 {
                let start = Arc::clone(&start);
                scope.spawn(move || {
                    start.wait();
                    for round in 0..5 {
                        let club = number * 10 + round;
                        let place = ["P1.1", "P1.2", "P2.1", "P2.2", "P3.1", "P4.1"][(number + round) % 6];
                        let result = ledger.write(move |recorder| {
                            recorder.record(founded(club, place))?;
                            if number % 3 == 0 { Err(Error::Broken("on purpose".into())) } else { Ok(()) }
                        });
                        assert_eq!(result.is_ok(), number % 3 != 0);
                    }
                });
            }
        });
        assert_eq!((verified(ledger), count(ledger, "clubs"), count(ledger, "members")), (40, 40, 120));
    });
}

#[test]
fn a_slice_that_cannot_keep_its_tables_undoes_the_act() {
    let fails = ledger::Declaration {
        subjects: |schema| {
            let keep: ledger::Keep = |conn, touched| {
                conn.execute("delete from club", params![])?;
                if touched.iter().any(|one| one.acts().len() > 1) {
                    Err(Error::Broken("no more than one".into()))
                } else {
                    Ok(())
                }
            };
            vec![Kept { subjects: Box::new(club::Clubs::new(schema)), keep }]
        },
        ..club::DECLARATION
    };
    for database in testkit::databases() {
        let db = club::database(&database.url);
        let ledger = Ledger::open(db, Clock::at(club::noon("2024-01-01")), TimeZone::UTC, &[fails]).unwrap();
        ledger.record(vec![founded(1, "P1.1")]).unwrap();
        assert!(ledger.record(vec![admitted(1, 1)]).is_err());
        ledger.record(vec![founded(2, "P1.1")]).unwrap();
        assert_eq!((verified(&ledger), count(&ledger, "members")), (2, 6));
    }
}

#[test]
fn two_programs_on_one_database_see_each_others_acts_and_cells() {
    for database in testkit::databases() {
        let one = club::open(club::database(&database.url));
        let other = club::open(db::Db::open(&database.url, &club::migrations()).unwrap());
        for round in 0..6 {
            let places = ["P1.1", "P1.2", "P2.1", "P2.2", "P3.1", "P4.1"];
            one.record(vec![founded(2 * round, places[round])]).unwrap();
            other.record(vec![admitted(2 * round, 10), founded(2 * round + 1, places[5 - round])]).unwrap();
            one.record(vec![admitted(2 * round + 1, 100)]).unwrap();
            let question = Question::on("members", club::day("2024-01-01")).by("commune").by("sex");
            assert_eq!(one.figure(&question).unwrap().lines, other.figure(&question).unwrap().lines);
        }
        assert_eq!((count(&one, "members"), count(&other, "members")), (6 * (3 + 10 + 3 + 100), 696));
        assert_eq!((verified(&one), verified(&other)), (24, 24));
    }
}

#[test]
fn a_load_that_fails_halfway_is_made_up_for_by_the_next() {
    for database in testkit::databases() {
        let one = club::open(club::database(&database.url));
        let other = club::open(db::Db::open(&database.url, &club::migrations()).unwrap());
        one.record(vec![founded(1, "P1.1"), founded(2, "P2.1")]).unwrap();
        let sql = "select entries from posting where seq = 2";
        let entries: Vec<u8> = one.db().read(|conn| conn.scalar(sql, params![])).unwrap();
        let write = |entries: Vec<u8>| {
            let sql = "update posting set entries = $1 where seq = 2";
            assert_eq!(one.db().write(move |conn| conn.execute(sql, params![&entries])).unwrap(), 1);
        };
        write([entries.as_slice(), &[9]].concat());
        let question = Question::on("members", club::day("2024-01-01"));
        for _ in 0..2 {
            let says = other.figure(&question).unwrap_err().to_string();
            assert!(says.contains("an entry of act 2 is not readable"), "{says}");
        }
        write(entries);
        other.record(vec![admitted(1, 1)]).unwrap();
        assert_eq!((count(&other, "members"), count(&one, "members"), count(&other, "clubs")), (7, 7, 2));
    }
}

#[test]
fn a_ledger_that_was_loaded_while_others_record_numbers_no_cell_twice() {
    on_both(|ledger| {
        std::thread::scope(|scope| {
            let recording = scope.spawn(|| {
                for round in 0..60 {
                    let place = ["P1.1", "P1.2", "P2.1", "P2.2", "P3.1", "P4.1"][round % 6];
                    ledger.record(vec![founded(round, place), admitted(round, 1)]).unwrap();
                    // After a failure the recorder knows of old cells by what is loaded alone.
                    ledger.write(|_| Err::<(), _>(Error::Broken("on purpose".into()))).unwrap_err();
                }
            });
            while !recording.is_finished() {
                ledger.reload().unwrap();
            }
        });
        assert_eq!((verified(ledger), count(ledger, "members")), (120, 240));
    });
}

#[test]
fn sixteen_threads_record_on_whom_they_like_and_all_of_it_is_proved() {
    for database in testkit::databases() {
        let ledger = club::open(club::database(&database.url));
        let others = club::open(db::Db::open(&database.url, &club::migrations()).unwrap());
        std::thread::scope(|scope| {
            for thread in 0..16_usize {
                let ledger = if thread % 4 == 0 { &others } else { &ledger };
                scope.spawn(move || {
                    let mut state = thread as u64 + 1;
                    for _ in 0..25 {
                        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                        let chance = (state >> 33) as usize;
                        let place = club::COMMUNES[chance % 6];
                        let draft = match chance / 7 % 3 {
                            0 => founded(chance % 11, place),
                            1 => Happening::Moved { place: place.into() }
                                .draft(chance % 11, Some(club::day("2022-02-02"))),
                            _ => admitted(chance % 11, 1),
                        };
                        match ledger.record(vec![draft]) {
                            Ok(_) | Err(Error::Refused(_)) => {}
                            // Two programs write to one file: the other one may be at it for too long.
                            Err(Error::Db(error)) if error.is_passing() => {}
                            Err(error) => panic!("{error}"),
                        }
                        if chance.is_multiple_of(5) {
                            ledger.figure(&Question::on("members", club::day("2024-01-01")).by("region")).unwrap();
                        }
                    }
                });
            }
        });
        let head = ledger.db().read(store::head).unwrap();
        assert_eq!(verified(&ledger), head.seq);
        let answers = [&ledger, &others].map(|ledger| count(ledger, "members"));
        assert_eq!(answers[0], answers[1]);
    }
}
