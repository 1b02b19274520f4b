//! Who acts for a cooperative is told in time what comes due there, once a stage, until it is done. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use std::{fs, path::PathBuf};

use authz::Entity;
use db::{Db, Migration};
use identity::{
    Account, Guarded, Site,
    entrance::{self, Newcomer},
    keyring::{self, Place},
    mandate,
    outbox::{Carrier, Outbox},
};
use jiff::{civil::date, tz::TimeZone};
use kernel::{Clock, Currency, Date, Lang};
use ledger::{Draft, Ledger, store};
use register::acts::{AccountsFiled, CooperativeAct, GeneralMeetingHeld, Meeting, Organ, OrganAppointed};
use reminders::{Round, round};
use tempfile::TempDir;
use testkit::TestDatabase;
use web::App;

const NUMBER: &str = "KEN-000001";

/// A register with one cooperative of 2024, and the people who act for it.
struct Office {
    _database: TestDatabase,
    folder: TempDir,
    place: Place,
    app: App,
}

fn each(test: impl Fn(&Office)) {
    for database in testkit::databases() {
        let (folder, clock) = (TempDir::new().unwrap(), Clock::at("2025-05-01T10:00:00Z".parse().unwrap()));
        let migrations: Vec<Migration> =
            [store::MIGRATIONS, register::store::MIGRATIONS, identity::store::MIGRATIONS, reminders::store::MIGRATIONS]
                .concat();
        let db = Db::open(&database.url, &migrations).unwrap();
        let place = Place::Given("a1".repeat(32).into());
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let ledger = Ledger::open(db, clock, zone, &[register::LEDGER]).unwrap();
        let site = Site {
            address: "https://twiza.example.ma".into(),
            keys: place.clone(),
            messages: None,
            behind_proxy: false,
            guarded: Guarded::default(),
        };
        let app = App::new(ledger, &[register::SLICE, identity::SLICE, reminders::SLICE]).unwrap().with(site);
        let office = Office { _database: database, folder, place, app };
        let registered = r#"{"level":"cooperative","name_ar":"تعاونية الأمل","name_fr":"Al Amal"}"#;
        office.record(date(2024, 3, 1), &CooperativeAct::read("registered", registered).unwrap());
        test(&office);
    }
}

impl Office {
    fn record(&self, on: Date, act: &CooperativeAct) {
        let draft = Draft {
            subject: register::store::subject(NUMBER),
            kind: act.kind().into(),
            effective_on: Some(on),
            author: "desk".into(),
            document: None,
            voids: None,
            body: act.body(),
            seen: None,
        };
        self.app.ledger.record(vec![draft]).unwrap();
    }

    /// Somebody who acts for the cooperative from a day to a day.
    fn manager(&self, contact: &str, language: Lang, (since, until): (Date, Option<Date>)) -> Account {
        let (db, now) = (self.app.ledger.db(), self.app.ledger.clock().now());
        let vault = keyring::open(db, &self.place, now).unwrap();
        let newcomer = Newcomer { name: "Amina".parse().unwrap(), contact: contact.parse().unwrap(), language };
        db.write_alone(|conn| {
            let account = entrance::welcome(conn, &vault, &newcomer, None, now)?;
            mandate::give(conn, &account.id, &Entity::new("Manager", NUMBER), (since, until), None, now)?;
            Ok::<_, identity::Error>(account)
        })
        .unwrap()
    }

    /// A round at ten o'clock of a day.
    fn on(&self, day: Date) -> Round {
        self.app.ledger.clock().set(format!("{day}T10:00:00Z").parse().unwrap());
        round(&self.app).unwrap()
    }

    /// What leaves, the file of each message.
    fn sent(&self) -> Vec<String> {
        let out: PathBuf = self.folder.path().join("out");
        drop(fs::remove_dir_all(&out));
        let carrier = Carrier::Folder(out.clone());
        let ledger = &self.app.ledger;
        let outbox =
            Outbox::new(ledger.db().clone(), self.place.clone(), ledger.clock().clone(), carrier.clone(), carrier);
        outbox.send_due(|| false).unwrap();
        let Ok(files) = fs::read_dir(out) else { return Vec::new() };
        files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    }
}

const fn posted(posted: u32) -> Round {
    Round { posted, unreachable: 0 }
}

#[test]
fn each_stage_is_told_once_and_nothing_any_more_once_it_is_done() {
    each(|office| {
        office.manager("+212612345678", Lang::Fr, (date(2025, 1, 1), None));
        // The meeting about 2024 is due on 30 June 2025, the accounts on 30 July.
        assert_eq!(office.on(date(2025, 5, 30)), posted(0));
        assert_eq!(office.on(date(2025, 5, 31)), posted(1));
        assert_eq!(office.on(date(2025, 5, 31)), posted(0));
        assert_eq!(office.on(date(2025, 6, 22)), posted(0));
        let sent = office.sent();
        assert_eq!(sent.len(), 1);
        assert!(sent[0].starts_with("+212612345678\n\nAl Amal: "), "{}", sent[0]);
        assert!(sent[0].contains("30 juin 2025") && sent[0].contains("2024"), "{}", sent[0]);
        assert!(sent[0].contains("https://twiza.example.ma/fr/cooperatives/KEN-000001/requests"), "{}", sent[0]);
        assert!(!sent[0].contains(['\u{2068}', '\u{2069}']), "{}", sent[0]);
        assert_eq!(office.on(date(2025, 6, 23)), posted(1));
        // A month is left for the accounts; that a week is for the meeting was told before.
        assert_eq!(office.on(date(2025, 6, 30)), posted(1));
        let meeting =
            GeneralMeetingHeld { accounts_approved: false, meeting: Meeting::Ordinary, present: 9, year: Some(2024) };
        office.record(date(2025, 6, 30), &CooperativeAct::GeneralMeetingHeld(meeting));
        assert_eq!(office.on(date(2025, 7, 1)), posted(0));
        assert_eq!(office.on(date(2025, 7, 31)), posted(1));
        let late = office.sent().join("\n");
        assert!(late.contains("le dernier jour était le 30 juillet 2025"), "{late}");
        office.record(date(2024, 12, 31), &CooperativeAct::AccountsFiled(AccountsFiled::of(2024, Currency::Mad)));
        assert_eq!(office.on(date(2025, 8, 2)), posted(0));
    });
}

#[test]
fn that_a_certificate_ends_is_told_before_and_not_after() {
    each(|office| {
        office.manager("amina@example.ma", Lang::Fr, (date(2024, 3, 1), None));
        let note =
            "insert into standing_certificate (number, issued_on, until) values ($1, '2024-06-10', '2024-09-10')";
        office.app.ledger.db().write_alone(|conn| conn.execute(note, db::params![NUMBER])).unwrap();
        assert_eq!(office.on(date(2024, 8, 10)), posted(0));
        assert_eq!(office.on(date(2024, 8, 11)), posted(1));
        assert!(office.sent()[0].contains("10 septembre 2024"), "{}", office.sent()[0]);
        assert_eq!(office.on(date(2024, 9, 3)), posted(1));
        assert_eq!(office.on(date(2024, 9, 11)), posted(0));
    });
}

#[test]
fn what_is_overdue_for_long_is_told_nobody_any_more() {
    each(|office| {
        office.manager("amina@example.ma", Lang::Ar, (date(2025, 1, 1), None));
        assert_eq!(office.on(date(2025, 8, 30)), posted(0));
        // The next year is.
        assert_eq!(office.on(date(2026, 5, 31)), posted(1));
        let sent = office.sent();
        assert!(sent[0].contains("To: amina@example.ma") && sent[0].contains("Auto-Submitted"), "{}", sent[0]);
    });
}

#[test]
fn only_those_are_told_who_act_for_it_that_day_and_want_to_be() {
    each(|office| {
        office.manager("before@example.ma", Lang::Fr, (date(2024, 3, 1), Some(date(2025, 5, 30))));
        office.manager("later@example.ma", Lang::Fr, (date(2025, 6, 1), None));
        let closed = office.manager("closed@example.ma", Lang::Fr, (date(2025, 1, 1), None));
        let db = office.app.ledger.db();
        let now = office.app.ledger.clock().now();
        db.write_alone(|conn| identity::account::close(conn, &closed.id, now)).unwrap();
        assert_eq!(office.on(date(2025, 5, 31)), posted(0));
        assert!(office.sent().is_empty());
        // Who comes later is told what is near then.
        assert_eq!(office.on(date(2025, 6, 1)), posted(1));
        assert!(office.sent()[0].contains("To: later@example.ma"));
    });
}

#[test]
fn who_acted_last_is_told_while_nobody_acts_and_no_longer() {
    each(|office| {
        let last = date(2025, 6, 30);
        let organ = OrganAppointed { organ: Organ::Managers, persons: 1, until: Some(last) };
        office.record(date(2024, 3, 1), &CooperativeAct::OrganAppointed(organ));
        office.manager("earlier@example.ma", Lang::Fr, (date(2024, 3, 1), Some(date(2025, 3, 31))));
        office.manager("amina@example.ma", Lang::Fr, (date(2025, 1, 1), Some(last)));
        assert_eq!(office.on(date(2025, 6, 30)), posted(1));
        assert!(!office.sent()[0].contains("Votre mandat"));
        // The term is over, and the meeting is late.
        assert_eq!(office.on(date(2025, 7, 1)), posted(1));
        let sent = office.sent();
        assert!(sent[0].contains("To: amina@example.ma"), "{}", sent[0]);
        let told = sent[0].replace("=\r\n", "").replace("=\n", "");
        assert!(told.contains("Votre mandat") && !told.contains("/requests"), "{told}");
        assert_eq!(office.on(date(2025, 7, 1)), posted(0));
        assert_eq!(office.on(date(2025, 7, 23)), posted(1));
        // Somebody acts from then on, and is told alone.
        office.manager("new@example.ma", Lang::Fr, (date(2025, 7, 25), None));
        office.sent();
        assert_eq!(office.on(date(2025, 7, 31)), posted(1));
        let sent = office.sent();
        assert!(sent.len() == 1 && sent[0].contains("To: new@example.ma"), "{sent:?}");
    });
}

#[test]
fn who_acted_last_is_not_told_for_ever_and_whose_mandate_was_ended_not_at_all() {
    each(|office| {
        let amina = office.manager("amina@example.ma", Lang::Fr, (date(2025, 1, 1), Some(date(2025, 5, 30))));
        let db = office.app.ledger.db();
        // Six months after the last day, by the rule.
        office.record(date(2024, 12, 31), &CooperativeAct::AccountsFiled(AccountsFiled::of(2024, Currency::Mad)));
        assert_eq!(office.on(date(2026, 5, 31)), posted(0));
        office.manager("baya@example.ma", Lang::Fr, (date(2026, 1, 1), Some(date(2026, 5, 31))));
        assert_eq!(office.on(date(2026, 6, 1)), posted(1));
        // A delegation ended what came after her.
        let end = |account: &Account| {
            let now = office.app.ledger.clock().now();
            db.write_alone(|conn| {
                let held = mandate::of(conn, &account.id)?.remove(0);
                mandate::end(conn, &account.id, &held.id, None, now)
            })
            .unwrap()
        };
        let later = office.manager("later@example.ma", Lang::Fr, (date(2026, 6, 1), None));
        assert!(end(&later) && end(&amina));
        assert_eq!(office.on(date(2026, 6, 23)), posted(0));
    });
}

#[test]
fn what_a_visit_found_is_told_in_time_until_it_is_mended() {
    each(|office| {
        office.manager("+212612345678", Lang::Fr, (date(2024, 3, 1), None));
        let visit = "insert into visit
            (id, number, planned_on, purpose, planned_by, planned_at, state, closed_by, closed_at, held_on, saw)
            values (7, $1, '2024-06-01', 'regular', 'x', '2024-06-01T08:00:00Z', 'reported', 'x',
            '2024-06-01T09:00:00Z', '2024-06-01', 'Vu')";
        let found =
            "insert into finding (visit, id, code, says, mend_until) values (7, 1, 'premises', 'Rien', '2024-09-10')";
        let db = office.app.ledger.db();
        let done = db.write_alone(|conn| {
            conn.execute(visit, db::params![NUMBER])?;
            conn.execute(found, &[])
        });
        assert_eq!(done.unwrap(), 1);
        assert_eq!(office.on(date(2024, 8, 10)), posted(0));
        assert_eq!(office.on(date(2024, 8, 11)), posted(1));
        let sent = office.sent();
        assert!(
            sent[0].contains("Corriger ce qu’une visite a constaté") && sent[0].contains("10 septembre 2024"),
            "{}",
            sent[0]
        );
        assert!(!sent[0].contains("Rien"), "what was found stands on the page of the visit");
        let mended = "update finding set mended_on = '2024-08-20', mended_how = 'Vu', mended_by = 'x', mended_at = '2024-08-20T09:00:00Z'
            where visit = 7";
        db.write_alone(|conn| conn.execute(mended, &[])).unwrap();
        assert_eq!(office.on(date(2024, 9, 3)), posted(0));
    });
}
