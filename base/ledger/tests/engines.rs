//! Random journals on SQLite and on PostgreSQL: the same chain, the same figures, and plain SQL agrees with them.

use std::collections::BTreeMap;

use db::{Db, params};
use ledger::{Ledger, Question, Refusal, store};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use crate::{
    club,
    journal::{Row, Step, answered, asks, by_hand, drafts, record, steps, without_zeros},
};

/// The lines of a figure: values and sums.
type Lines = BTreeMap<Vec<String>, i64>;

/// Calls `check` with random journals. They are made by a fixed seed and not shrunk: what takes a database is slow.
fn for_journals(count: usize, mut check: impl FnMut(usize, &[Step], &mut TestRunner)) {
    let mut runner = TestRunner::deterministic();
    for case in 0..count {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        check(case, &steps, &mut runner);
    }
}

/// All entries with the values of their cells, by SQL.
fn rows(ledger: &Ledger) -> Vec<Row> {
    club::spread(ledger);
    let columns: Vec<_> = ledger.schema().dimensions().iter().map(|dimension| dimension.code).collect();
    let sql = format!("select seq, measure, effective_on, amount, {} from entry order by seq", columns.join(", "));
    let read = |row: &db::Row<'_>| {
        let values = columns.iter().enumerate().filter_map(|(index, code)| {
            let text = row.opt_text(4 + index).unwrap()?;
            Some(((*code).to_owned(), text.to_owned()))
        });
        Ok(Row {
            seq: row.int(0)?,
            measure: row.text(1)?.to_owned(),
            on: row.opt_text(2)?.map(club::day),
            values: values.collect(),
            amount: row.int(3)?,
        })
    };
    ledger.db().read(|conn| conn.query(&sql, params![], read)).unwrap()
}

/// The sums of a measure's entries by two dimensions, up to a day and an act: a figure by plain SQL.
fn sums_by_sql(db: &Db, measure: &str, [one, other]: [&str; 2], on: &str, known: i64) -> Lines {
    let sql = format!(
        "select {one}, {other}, cast(sum(amount) as bigint) from entry
          where measure = $1 and seq <= $2 and (effective_on is null or effective_on <= $3)
          group by {one}, {other} having sum(amount) <> 0"
    );
    let read = |row: &db::Row<'_>| Ok((vec![row.get(0)?, row.get(1)?], row.int(2)?));
    db.read(|conn| conn.query(&sql, params![measure, known, on], read)).unwrap().into_iter().collect()
}

fn the_same(one: &Ledger, other: &Ledger, questions: &[Question]) {
    let head = |ledger: &Ledger| ledger.db().read(store::head).unwrap();
    assert_eq!(head(one), head(other));
    for question in questions {
        match (one.figure(question), other.figure(question)) {
            (Ok(one), Ok(other)) => assert_eq!(one.lines, other.lines, "{question:?}"),
            (one, other) => assert_eq!(one.unwrap_err().to_string(), other.unwrap_err().to_string()),
        }
    }
}

#[test]
fn the_same_journal_has_the_same_head_and_figures_on_both_engines_and_sql_agrees() {
    let databases = testkit::databases();
    let dbs: Vec<Db> = databases.iter().map(|database| club::database(&database.url)).collect();
    for_journals(120, |_, steps, runner| {
        let ledgers: Vec<Ledger> = dbs
            .iter()
            .map(|db| {
                club::empty(db);
                club::open(db.clone())
            })
            .collect();
        let acts = record(&ledgers[0], drafts(steps));
        assert_eq!(record(&ledgers[1], drafts(steps)), acts);
        let mut days: Vec<_> = acts.iter().filter_map(|act| act.effective_on).collect();
        days.sort_unstable();
        let questions: Vec<Question> =
            (0..10).map(|_| asks().new_tree(runner).unwrap().current().of(&acts, &days)).collect();
        the_same(&ledgers[0], &ledgers[1], &questions);
        for ledger in &ledgers {
            let rows = rows(ledger);
            for question in &questions {
                match ledger.figure(question) {
                    Ok(answer) => {
                        let by_hand = by_hand(question, &rows, &acts, &club::territory());
                        assert_eq!(answered(&answer), by_hand, "{question:?} on {:?}", ledger.db().engine());
                    }
                    Err(error) => assert!(matches!(error, ledger::Error::Refused(Refusal::Question(_))), "{error}"),
                }
            }
            assert_eq!(ledger.verify(|_| {}).unwrap().unwrap().entries, rows.len());
        }
    });
}

#[test]
fn a_figure_by_plain_sql_is_that_of_the_projection() {
    let databases = testkit::databases();
    let dbs: Vec<Db> = databases.iter().map(|database| club::database(&database.url)).collect();
    for_journals(60, |case, steps, _| {
        for db in &dbs {
            club::empty(db);
            let ledger = club::open(db.clone());
            let acts = record(&ledger, drafts(steps));
            let Some(known) = acts.get(case % acts.len().max(1)) else { continue };
            let on = known.effective_on.unwrap_or(club::day("2014-02-28"));
            club::spread(&ledger);
            for (measure, columns) in [("members", ["place", "age"]), ("clubs", ["sector", "place"])] {
                let question = Question::on(measure, on).by(columns[0]).by(columns[1]).known(Some(known.recorded_at));
                let answer = ledger.figure(&question).unwrap();
                let by_sql = sums_by_sql(db, measure, columns, &on.to_string(), answer.head);
                let lines = answered(&answer).into_iter().map(|((values, _), amount)| (values, amount)).collect();
                assert_eq!(without_zeros(by_sql), lines, "{question:?} on {:?}", db.engine());
            }
        }
    });
}

#[test]
fn a_figure_by_region_and_sector_is_what_sql_finds_through_the_table_of_places() {
    let sql = "select coalesce(region.code, 'unknown'), sector, cast(sum(amount) as bigint)
                 from entry
                 left join place commune on commune.code = entry.place and commune.level = 'commune'
                 left join place province on province.code = coalesce(commune.parent, entry.place)
                      and province.level = 'province'
                      and province.from_day <= $2 and ($2 <= province.until_day or province.until_day is null)
                 left join place region on region.code = coalesce(province.parent, entry.place) and region.level = 'region'
                where measure = 'clubs' and seq <= $1 and (effective_on is null or effective_on <= $2)
                group by 1, 2 having sum(amount) <> 0 order by 1, 2";
    for database in testkit::databases() {
        let db = club::database(&database.url);
        for_journals(40, |case, steps, _| {
            club::empty(&db);
            let ledger = club::open(db.clone());
            let acts = record(&ledger, drafts(steps));
            club::spread(&ledger);
            let known = acts.last().map(|last| acts[case % acts.len()].recorded_at.min(last.recorded_at));
            for day in ["2012-01-01", "2015-06-30", "2015-07-01", "2016-11-11"] {
                let question = Question::on("clubs", club::day(day)).by("region").by("sector").known(known);
                let answer = ledger.figure(&question).unwrap();
                let read = |row: &db::Row<'_>| Ok((vec![row.get(0)?, row.get(1)?], row.int(2)?));
                let sums = db.read(|conn| conn.query(sql, params![answer.head, day], read)).unwrap();
                let lines: Vec<(Vec<String>, i64)> =
                    answered(&answer).into_iter().map(|((values, _), amount)| (values, amount)).collect();
                assert_eq!(lines, sums, "{question:?} on {:?}", db.engine());
            }
        });
    }
}

#[test]
fn paging_through_the_acts_behind_a_figure_yields_each_once() {
    for database in testkit::databases() {
        let db = club::database(&database.url);
        for_journals(25, |case, steps, runner| {
            club::empty(&db);
            let ledger = club::open(db.clone());
            let acts = record(&ledger, drafts(steps));
            let days: Vec<_> = acts.iter().filter_map(|act| act.effective_on).collect();
            let question = asks().new_tree(runner).unwrap().current().of(&acts, &days);
            let Ok(whole) = ledger.trace(&question, 0, usize::MAX) else { return };
            let (mut after, mut paged) = (0, Vec::new());
            loop {
                let page = ledger.trace(&question, after, 1 + case % 4).unwrap();
                assert_eq!((page.count, page.total), (whole.count, whole.total));
                paged.extend(page.acts);
                match page.next {
                    Some(next) => after = next,
                    None => break,
                }
            }
            assert_eq!(paged, whole.acts);
            assert_eq!(paged.iter().map(|traced| traced.amount).sum::<i64>(), whole.total);
            assert!(paged.iter().all(|traced| acts.contains(&traced.act)));
        });
    }
}
