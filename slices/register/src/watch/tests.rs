//! What the memory says is what folding the journal from the beginning says, whatever is recorded and whatever day it is.

use db::Db;
use jiff::{Span, Timestamp, civil::date, tz::TimeZone};
use kernel::{Clock, Date};
use ledger::{Draft, Ledger, standing, store as journal};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use testkit::TestDatabase;

use super::Watch;
use crate::{Life, acts::CooperativeAct, risk::Times, store, tests};

/// Something that happens: to which cooperative, on which day, what; or that some act is voided.
type Happening = (u8, i16, i8, CooperativeAct, Option<u8>);

fn happening() -> impl Strategy<Value = Happening> {
    let said = prop_oneof![1 => Just(tests::registered()), 4 => tests::happening()];
    (0_u8..4, 2014_i16..2026, 1_i8..13, said, prop::option::weighted(0.15, any::<u8>()))
}

fn opened(database: &TestDatabase, clock: &Clock) -> Ledger {
    let migrations = [journal::MIGRATIONS, store::MIGRATIONS].concat();
    let db = Db::open(&database.url, &migrations).unwrap();
    let (places, terms) = crate::reference::morocco().unwrap();
    db.write_alone(move |conn| journal::add_references(conn, &places, &terms)).unwrap();
    Ledger::open(db, clock.clone(), TimeZone::UTC, &[crate::LEDGER]).unwrap()
}

/// Records it if the rules allow it.
fn record(ledger: &Ledger, (which, year, month, said, voids): Happening) {
    let subject = store::subject(&format!("KEN-{which}"));
    let last = ledger.projection().head();
    let voids = voids.and_then(|voids| {
        let seq = i64::from(voids) % last.max(1) + 1;
        ledger.db().read(|conn| journal::act(conn, seq)).unwrap()
    });
    let draft = Draft {
        subject: voids.as_ref().map_or(subject, |act| act.subject.clone()),
        kind: if voids.is_some() { ledger::VOIDED.into() } else { said.kind().into() },
        effective_on: voids.is_none().then(|| date(year, month, 1)),
        author: "test".into(),
        document: None,
        voids: voids.as_ref().map(|act| act.seq),
        body: if voids.is_some() { "{}".into() } else { said.body() },
        seen: None,
    };
    // Much of what chance brings is refused, which is no matter here.
    let _ = ledger.record(vec![draft]);
    ledger.refresh().unwrap();
}

/// Number, delegation, times: as the journal says when it is read from the beginning.
fn from_scratch(ledger: &Ledger, today: Date) -> Vec<(String, Option<String>, Times)> {
    let all = (0..4).map(|which| format!("KEN-{which}")).filter_map(|number| {
        let acts = ledger.db().read(|conn| journal::acts_of(conn, &store::subject(&number))).unwrap();
        let cooperative = Life::of(&standing(&acts)).unwrap()?.on(Some(today));
        let projection = ledger.projection();
        let place = cooperative.place.as_deref();
        let delegation =
            place.and_then(|place| projection.territory().ancestor(place, kernel::Level::Delegation, today));
        let delegation = delegation.map(|delegation| delegation.code.clone());
        cooperative.removal.is_none().then(|| (number, delegation, Times::of(&cooperative, today)))
    });
    all.collect()
}

fn remembered(watch: &Watch, ledger: &Ledger) -> Vec<(String, Option<String>, Times)> {
    watch.refresh(ledger).unwrap();
    let mut all = Vec::new();
    watch.each(|row| all.push((row.number.to_string(), row.seat.delegation.clone(), row.times)));
    all
}

#[test]
fn the_memory_says_what_folding_from_the_beginning_says() {
    let begin: Timestamp = "2026-01-15T10:00:00Z".parse().unwrap();
    for database in testkit::databases() {
        let clock = Clock::at(begin);
        let ledger = opened(&database, &clock);
        let watch = Watch::default();
        let mut runner =
            TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
        let mut found = 0;
        for round in 0..40 {
            for _ in 0..4 {
                record(&ledger, happening().new_tree(&mut runner).unwrap().current());
            }
            // Some days bring nothing but themselves.
            for days in [0, 1, 29, 31] {
                let moved = i64::from(round) * 31 * 24 + i64::from(days) * 24;
                clock.set(begin + Span::new().hours(moved));
                let expected = from_scratch(&ledger, ledger.today());
                found += expected.iter().filter(|(.., times)| *times != Times::default()).count();
                assert_eq!(remembered(&watch, &ledger), expected, "round {round}, {}", database.engine);
            }
        }
        assert!(found > 40, "{found}: nothing was overdue, so nothing was tested");
        clock.set(begin);
        assert_eq!(remembered(&watch, &ledger), from_scratch(&ledger, ledger.today()), "a day that has been left");
    }
}
