//! Founders are told once, and in time, that their name is kept no longer. On both engines.

use std::{fs, sync::Arc};

use db::Db;
use identity::{
    Account,
    entrance::{self, Newcomer},
    keyring::{self, Place},
    outbox::{Carrier, Courier, Outbox},
};
use jiff::civil::date;
use kernel::{Clock, Lang, Timestamp};
use ledger::Ledger;
use tempfile::TempDir;
use testkit::TestDatabase;

use super::*;
use crate::{
    helping,
    project::{Name, Plan},
    submission::{Kind, State},
};

/// The last day on which the name is kept.
const UNTIL: Date = date(2026, 6, 30);

/// A project with a name that was granted, its opener and a helper.
struct Office {
    _database: TestDatabase,
    folder: TempDir,
    place: Place,
    app: App,
    project: i64,
}

fn each(test: impl Fn(&Office)) {
    for database in testkit::databases() {
        let clock = Clock::at("2025-07-01T10:00:00Z".parse().unwrap());
        let migrations =
            [ledger::store::MIGRATIONS, register::store::MIGRATIONS, identity::store::MIGRATIONS, store::MIGRATIONS]
                .concat();
        let db = Db::open(&database.url, &migrations).unwrap();
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let ledger = Ledger::open(db, clock, zone, &[register::LEDGER]).unwrap();
        let place = Place::Given("a1".repeat(32).into());
        let site = identity::Site {
            address: "https://twiza.example.ma".into(),
            keys: place.clone(),
            messages: None,
            behind_proxy: false,
            guarded: identity::Guarded::default(),
        };
        let slices = [register::SLICE, identity::SLICE, crate::SLICE];
        let app = App::new(ledger, &slices).unwrap().with(site);
        let courier = Arc::new(Courier::of(&app).unwrap());
        let app = app.telling(courier);
        let mut office = Office { _database: database, folder: TempDir::new().unwrap(), place, app, project: 0 };
        let [opener, helper] = [("+212612345678", Lang::Fr), ("helper@example.ma", Lang::En)]
            .map(|(contact, lang)| office.account(contact, lang).id.as_str().to_owned());
        let now = office.app.ledger.clock().now();
        office.project = office.change(|conn| {
            let project = store::open(conn, &opener, false, &Plan::default(), now)?;
            helping::store::invite(conn, project, "1", "2025-07-02T10:00:00Z".parse().unwrap())?;
            assert!(helping::store::agree(conn, "1", &helper, now)?);
            Ok(project)
        });
        office.grant(1, UNTIL);
        test(&office);
    }
}

impl Office {
    fn change<T>(&self, work: impl FnOnce(&mut Conn) -> db::Result<T>) -> T {
        self.app.ledger.db().write_alone(work).unwrap()
    }

    fn account(&self, contact: &str, language: Lang) -> Account {
        let (db, now) = (self.app.ledger.db(), self.app.ledger.clock().now());
        let vault = keyring::open(db, &self.place, now).unwrap();
        let newcomer = Newcomer { name: "Amina".parse().unwrap(), contact: contact.parse().unwrap(), language };
        db.write_alone(|conn| entrance::welcome(conn, &vault, &newcomer, None, now)).unwrap()
    }

    /// A name is granted until a day.
    fn grant(&self, number: i64, until: Date) {
        let name = Name { ar: String::new(), fr: "Miel du Sebou".into() };
        let number = format!("KEN-N-{number:06}");
        let granted = Granted { name, number, issued_on: date(2025, 7, 1), until: Some(until) };
        let outcome = serde_json::to_string(&granted).unwrap();
        self.change(|conn| {
            let id = store::submit(conn, (self.project, Kind::Name, "[]"), "a", Timestamp::UNIX_EPOCH)?;
            store::decide(conn, id, State::Accepted, ("b", None), Some(&outcome), Timestamp::UNIX_EPOCH)
        });
    }

    /// How many messages a round of a day posts.
    fn on(&self, day: Date) -> u32 {
        self.app.ledger.clock().set(format!("{day}T10:00:00Z").parse().unwrap());
        round(&self.app).unwrap()
    }

    /// What leaves, the file of each message.
    fn sent(&self) -> Vec<String> {
        let out = self.folder.path().join("out");
        let carrier = Carrier::Folder(out.clone());
        let ledger = &self.app.ledger;
        let outbox =
            Outbox::new(ledger.db().clone(), self.place.clone(), ledger.clock().clone(), carrier.clone(), carrier);
        outbox.send_due(|| false).unwrap();
        let Ok(files) = fs::read_dir(out) else { return Vec::new() };
        files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    }
}

#[test]
fn who_prepares_the_project_is_told_once_a_month_before() {
    each(|office| {
        assert_eq!(office.on(date(2026, 5, 30)), 0);
        assert_eq!(office.on(date(2026, 5, 31)), 2, "who opened it, and who helps");
        assert_eq!([date(2026, 5, 31), date(2026, 6, 23), UNTIL].map(|day| office.on(day)), [0; 3]);
        let sent = office.sent();
        assert_eq!(sent.len(), 2);
        let page = format!("https://twiza.example.ma/fr/projects/{}", office.project);
        let sms = sent.iter().find(|text| text.starts_with("+212612345678")).unwrap();
        for says in ["Miel du Sebou", "30 juin 2026", &page] {
            assert!(sms.contains(says), "{says}: {sms}");
        }
        assert!(!sms.contains(['\u{2068}', '\u{2069}']), "{sms}");
        assert!(sent.iter().any(|text| text.contains("To: helper@example.ma")), "{sent:?}");
    });
}

#[test]
fn nobody_is_told_once_it_is_over_or_nobody_can_do_anything_about_it() {
    each(|office| assert_eq!(office.on(date(2026, 7, 1)), 0, "it is over"));
    let day = date(2026, 6, 15);
    each(|office| {
        office.change(|conn| store::become_cooperative(conn, office.project, "KEN-000001"));
        assert_eq!(office.on(day), 0, "the name is the cooperative's");
    });
    each(|office| {
        office.change(|conn| store::delete(conn, office.project));
        assert_eq!(office.on(day), 0, "they gave up");
    });
    each(|office| {
        office.grant(2, date(2027, 6, 30));
        assert_eq!(office.on(day), 0, "another was granted");
        assert_eq!(office.on(date(2027, 6, 1)), 2);
    });
    each(|office| {
        let now = Timestamp::UNIX_EPOCH;
        let filed = office.change(|conn| store::submit(conn, (office.project, Kind::Filing, "{}"), "a", now));
        assert_eq!(office.on(day), 0, "the file is at the court");
        office.change(|conn| store::decide(conn, filed, State::Returned, ("b", Some("x")), None, now));
        assert_eq!(office.on(day), 2, "it came back");
    });
}

#[test]
fn who_cannot_be_reached_is_told_as_soon_as_somebody_can() {
    each(|office| {
        let db = office.app.ledger.db();
        let now = office.app.ledger.clock().now();
        let dossier = db.read(|conn| Dossier::read(conn, office.project, office.app.ledger.zone())).unwrap().unwrap();
        let helper: identity::AccountId = dossier.helping().next().unwrap().parse().unwrap();
        let opener: identity::AccountId = dossier.project.opened_by.parse().unwrap();
        for account in [&helper, &opener] {
            db.write_alone(|conn| identity::account::close(conn, account, now)).unwrap();
        }
        assert_eq!(office.on(date(2026, 6, 1)), 0);
        db.write_alone(|conn| identity::account::reopen(conn, &opener)).unwrap();
        assert_eq!((office.on(date(2026, 6, 2)), office.on(date(2026, 6, 3))), (1, 0));
    });
}

#[test]
fn a_letter_says_which_name_until_when_and_where_in_every_language() {
    each(|office| {
        let (db, zone) = (office.app.ledger.db(), office.app.ledger.zone());
        let ending = db.read(|conn| near(conn, zone, UNTIL)).unwrap().remove(0);
        for lang in Lang::ALL {
            let Notice { subject, says, path } = notice(&Messages::new(lang, office.app.phrasebook()), &ending);
            for text in [subject, says] {
                assert!(
                    text.contains("Miel") && text.contains("2026") && !text.contains("founding-"),
                    "{lang}: {text}"
                );
            }
            assert_eq!(path, format!("/projects/{}", office.project));
        }
    });
}
