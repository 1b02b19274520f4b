//! Requests as the table keeps them, on both engines.

use db::Db;
use jiff::civil::date;
use kernel::Timestamp;

use super::{Request, State, store};

fn now() -> Timestamp {
    "2026-11-26T09:00:00Z".parse().unwrap()
}

/// A request as somebody files it.
fn asked(kind: &str, body: &str) -> Request {
    Request {
        id: 0,
        number: "KEN-000100".into(),
        kind: kind.into(),
        effective_on: date(2026, 1, 1),
        body: body.into(),
        document: "PV".into(),
        filed_by: "1".into(),
        filed_at: now(),
        state: State::Open,
        decided_at: None,
        reason: None,
        act: None,
        voids: None,
        again: None,
    }
}

fn file(db: &Db, request: &Request) -> i64 {
    let request = request.clone();
    db.write(move |conn| store::file(conn, &request)).unwrap()
}

fn decide(db: &Db, id: i64, state: State) -> bool {
    let act = (state == State::Accepted).then_some(7);
    db.write(move |conn| store::decide(conn, id, state, ("2", Some("why")), act, now())).unwrap()
}

fn came_back(db: &Db) -> Vec<i64> {
    let mut ids: Vec<_> = db.read(store::came_back).unwrap().into_iter().collect();
    ids.sort_unstable();
    ids
}

fn each_engine(test: impl Fn(&Db)) {
    for database in testkit::databases() {
        let migrations = [ledger::store::MIGRATIONS, crate::store::MIGRATIONS].concat();
        test(&Db::open(&database.url, &migrations).unwrap());
    }
}

#[test]
fn a_request_comes_back_if_the_last_one_of_its_kind_and_year_was_returned() {
    each_engine(|db| {
        let year = |year: i16| asked("accounts_filed", &format!("{{\"currency\":\"MAD\",\"year\":{year}}}"));
        let returned = file(db, &year(2023));
        assert!(decide(db, returned, State::Returned));
        let another_year = file(db, &year(2024));
        let again = file(db, &year(2023));
        let other_kind = file(db, &asked("dissolved", "{}"));
        assert_eq!(came_back(db), [again]);
        assert!(decide(db, again, State::Accepted) && decide(db, another_year, State::Refused));
        // What was settled is not what comes later.
        file(db, &year(2023));
        assert!(came_back(db).is_empty());
        // Who corrects the year itself says which one it was.
        let corrects = file(db, &Request { again: Some(returned), ..year(2022) });
        assert_eq!(came_back(db), [corrects]);
        // One that was taken back decides nothing.
        assert!(decide(db, other_kind, State::Returned));
        let taken_back = file(db, &asked("dissolved", "{\"a\":1}"));
        assert!(decide(db, taken_back, State::Withdrawn));
        let last = file(db, &asked("dissolved", "{}"));
        assert_eq!(came_back(db), [corrects, last]);
    });
}

#[test]
fn a_request_is_withdrawn_or_decided_and_never_both() {
    each_engine(|db| {
        let id = file(db, &asked("dissolved", "{}"));
        assert!(decide(db, id, State::Withdrawn));
        assert!(!decide(db, id, State::Accepted));
        let kept = db.read(|conn| store::by_id(conn, id)).unwrap().unwrap();
        assert_eq!((kept.state, kept.decided_at, kept.act), (State::Withdrawn, Some(now()), None));
        assert_ne!(file(db, &asked("dissolved", "{}")), id, "what was taken back can be asked anew");
    });
}

#[test]
fn each_act_is_asked_to_be_voided_for_itself() {
    each_engine(|db| {
        let void = |act| Request { voids: Some(act), ..asked("voided", "{\"reason\":\"twice\"}") };
        let first = file(db, &void(3));
        assert_eq!(file(db, &void(3)), first, "the same twice is asked once");
        assert_ne!(file(db, &void(4)), first);
        let kept = db.read(|conn| store::by_id(conn, first)).unwrap().unwrap();
        let draft = kept.draft("2", 9);
        assert_eq!((&*draft.kind, draft.voids, draft.seen), (ledger::VOIDED, Some(3), Some(9)));
    });
}
