use db::Db;
use jiff::civil::date;
use kernel::Timestamp;
use testkit::TestDatabase;
use web::Query;

use super::{Found, Plan, Report, State, form::Sent, store};

fn opened(database: &TestDatabase) -> Db {
    let migrations = [ledger::store::MIGRATIONS, crate::store::MIGRATIONS].concat();
    Db::open(&database.url, &migrations).unwrap()
}

fn now() -> Timestamp {
    "2026-11-26T09:00:00Z".parse().unwrap()
}

fn planned() -> Plan {
    Plan { number: "KEN-000100".into(), planned_on: date(2026, 12, 1), purpose: "regular".into() }
}

fn reported() -> Report {
    let found = |code: &str, until| Found { code: code.into(), says: format!("About {code}"), until };
    Report {
        held_on: date(2026, 12, 2),
        saw: "The seat is open.\nNo books.".into(),
        heard: Some("They will be kept.".into()),
        found: vec![found("premises", None), found("accounts", Some(date(2027, 1, 31)))],
    }
}

#[test]
fn a_visit_is_planned_once_reported_once_and_its_findings_are_mended_once() {
    for database in testkit::databases() {
        let engine = database.engine;
        let db = opened(&database);
        let (plan, report) = (planned(), reported());
        let same = plan.clone();
        let id = db.write(move |conn| store::plan(conn, &same, "1", now())).unwrap();
        let same = plan.clone();
        assert_eq!(db.write(move |conn| store::plan(conn, &same, "2", now())).unwrap(), id, "{engine}");
        let (first, other) = (report.clone(), Report { saw: "Another.".into(), ..report.clone() });
        assert!(db.write(move |conn| store::report(conn, id, &first, "1", now())).unwrap(), "{engine}");
        assert!(!db.write(move |conn| store::report(conn, id, &other, "2", now())).unwrap(), "{engine}");
        assert!(!db.write(move |conn| store::cancel(conn, id, "Rain.", "2", now())).unwrap(), "{engine}");
        let visit = db.read(|conn| store::by_id(conn, id)).unwrap().unwrap();
        assert_eq!((visit.plan, visit.state, visit.held_on), (plan.clone(), State::Reported, Some(report.held_on)));
        assert_eq!((visit.saw, visit.heard, visit.reason), (Some(report.saw), report.heard, None), "{engine}");
        let findings = db.read(|conn| store::findings(conn, id)).unwrap();
        let found: Vec<_> = findings.iter().map(|finding| finding.found.clone()).collect();
        assert_eq!(found, report.found, "{engine}");
        let open = || -> Vec<i64> {
            let open = db.read(|conn| store::open_of(conn, "KEN-000100")).unwrap();
            open.iter().map(|finding| finding.id).collect()
        };
        assert_eq!(open(), [2, 1], "what has a last day comes first, {engine}");
        let mended_on = date(2027, 1, 5);
        let mend = || db.write(move |conn| store::mend(conn, (id, 2), (mended_on, "Seen."), "1", now())).unwrap();
        assert!(mend() && !mend(), "{engine}");
        assert_eq!(open(), [1], "{engine}");
        let findings = db.read(|conn| store::findings(conn, id)).unwrap();
        assert_eq!(findings[1].mended, Some((mended_on, "Seen.".to_owned())), "{engine}");
        for says in ["It was the other door.", "It was the other door.", "And green."] {
            db.write(move |conn| store::note(conn, id, says, "1", now())).unwrap();
        }
        let notes = db.read(|conn| store::notes(conn, id)).unwrap();
        assert_eq!(
            notes.iter().map(|note| note.says.as_str()).collect::<Vec<_>>(),
            ["It was the other door.", "And green."]
        );
        // Once it took place, the same may be planned anew.
        assert_ne!(db.write(move |conn| store::plan(conn, &plan, "1", now())).unwrap(), id, "{engine}");
    }
}

#[test]
fn a_cancelled_visit_says_why_and_is_not_reported() {
    for database in testkit::databases() {
        let db = opened(&database);
        let id = db.write(move |conn| store::plan(conn, &planned(), "1", now())).unwrap();
        assert!(db.write(move |conn| store::cancel(conn, id, "Snow on the road.", "1", now())).unwrap());
        assert!(!db.write(move |conn| store::report(conn, id, &reported(), "1", now())).unwrap());
        let all = db.read(|conn| store::of(conn, "KEN-000100")).unwrap();
        assert_eq!(all.len(), 1, "{}", database.engine);
        assert_eq!((all[0].state, all[0].reason.as_deref()), (State::Cancelled, Some("Snow on the road.")));
        assert_eq!(db.read(|conn| store::findings(conn, id)).unwrap(), []);
    }
}

#[test]
fn a_finding_is_overdue_from_the_day_after_its_last_one_until_it_is_mended() {
    let found = Found { code: "accounts".into(), says: "No books.".into(), until: Some(date(2027, 1, 31)) };
    let mut finding = super::Finding { visit: 1, id: 1, found, mended: None };
    assert_eq!(finding.late(date(2027, 1, 31)), None);
    assert_eq!(finding.late(date(2027, 2, 1)), Some(1));
    finding.mended = Some((date(2027, 2, 1), "Seen.".into()));
    assert_eq!(finding.late(date(2027, 2, 1)), None);
    (finding.mended, finding.found.until) = (None, None);
    assert_eq!(finding.late(date(2030, 1, 1)), None);
}

#[test]
fn a_report_is_read_with_its_findings_and_all_that_is_wrong_is_told_at_its_field() {
    let today = date(2026, 12, 5);
    let read = |text: &str| {
        let mut query = Query::read(text);
        let mut sent = Sent::new(&mut query);
        let report = sent.report(today);
        let wrong: Vec<_> = sent.wrong.into_iter().map(|wrong| wrong.parameter).collect();
        (report, wrong)
    };
    let (report, wrong) = read(
        "held_on=2026-12-02&saw=The+seat+is+open.%0D%0ANo+books.&heard=They+will+be+kept.&code1=premises&says1=About+premises\
         &until1=&code4=accounts&says4=About+accounts&until4=2027-01-31",
    );
    assert_eq!((report, wrong.len()), (Some(reported()), 0));
    assert_eq!(read("held_on=2026-12-06&saw=+&heard=").1, ["held_on", "saw"]);
    assert_eq!(read("held_on=2026-12-05&saw=x&code1=x&until2=2027-01-01").1, ["code1", "says1", "code2", "says2"]);
    assert_eq!(read("held_on=2026-12-05&saw=x&code1=other&says1=x&until1=2026-12-04").1, ["until1"]);
    assert_eq!(read("held_on=2026-12-05&saw=x&code1=other&says1=x&until1=2026-12-05").1, [""; 0]);
    assert_eq!(read(&format!("held_on=2026-12-05&saw={}", "x".repeat(4001))).1, ["saw"]);
    assert_eq!(read("held_on=2026-12-05&saw=a%07b").1, ["saw"]);
}

#[test]
fn every_purpose_and_everything_that_can_be_found_has_a_name_in_every_language() {
    for words in [
        include_str!("../../messages/visits.ar.ftl"),
        include_str!("../../messages/visits.fr.ftl"),
        include_str!("../../messages/visits.en.ftl"),
    ] {
        for purpose in super::PURPOSES {
            assert!(words.contains(&format!("\nregister-purpose-{purpose} = ")), "{purpose}");
        }
        for about in super::ABOUT {
            assert!(words.contains(&format!("\nregister-about-{about} = ")), "{about}");
        }
    }
}
