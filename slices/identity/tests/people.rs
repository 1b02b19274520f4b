//! People: what is known of them, found again, and erased. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use std::{fs, path::Path};

use authz::Entity;
use db::{Conn, Db, params};
use identity::{
    Details, Error, PersonId, Vault, account, audit, keyring,
    keyring::Place,
    person::{self, About, Person},
    store::MIGRATIONS,
};
use kernel::{Lang, Timestamp, read_day};

const NAME: &str = "Fatima Ez-Zahra Argana";
const EMAIL: &str = "fatima.argana@example.ma";

fn key(digits: &str) -> Place {
    Place::Given(digits.repeat(32).into())
}

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

fn opened(url: &str) -> (Db, Vault) {
    let db = Db::open(url, MIGRATIONS).unwrap();
    let vault = keyring::open(&db, &key("a1"), now()).unwrap();
    (db, vault)
}

fn fatima() -> Details {
    Details {
        name: Some(NAME.parse().unwrap()),
        email: Some(EMAIL.parse().unwrap()),
        phone: Some("06 12 34 56 78".parse().unwrap()),
        identity_number: Some("AB123456".parse().unwrap()),
        born_on: Some(read_day("1990-05-17").unwrap()),
        address: Some("12, rue des Arganiers, Essaouira".parse().unwrap()),
    }
}

fn add(db: &Db, vault: &Vault, details: &Details) -> Result<PersonId, Error> {
    db.write_alone(|conn| person::add(conn, vault, details, now()))
}

fn by_id(db: &Db, vault: &Vault, id: &PersonId) -> Person {
    db.read(|conn| person::by_id(conn, vault, id)).unwrap().unwrap()
}

fn by_email(db: &Db, vault: &Vault, email: &str) -> Option<Person> {
    db.read(|conn| person::by_email(conn, vault, &email.parse().unwrap())).unwrap()
}

#[test]
fn a_person_is_found_by_id_by_address_and_by_number() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        let id = add(&db, &vault, &fatima()).unwrap();
        let other =
            add(&db, &vault, &Details { identity_number: fatima().identity_number, ..Details::default() }).unwrap();
        let person = by_id(&db, &vault, &id);
        assert_eq!(person, Person { id: id.clone(), created_at: now(), about: About::Known(fatima()) });
        assert_eq!(by_email(&db, &vault, "FATIMA.argana@EXAMPLE.ma"), Some(person.clone()));
        assert_eq!(by_email(&db, &vault, "fatima@example.ma"), None);
        let phone = |typed: &str| db.read(|conn| person::by_phone(conn, &vault, typed.parse().unwrap())).unwrap();
        assert_eq!(phone("+212 612 34 56 78"), Some(person));
        assert_eq!(phone("0712345678"), None);
        let number = "ab 123456".parse().unwrap();
        let found = db.read(|conn| person::by_identity_number(conn, &vault, &number)).unwrap();
        let mut ids: Vec<_> = found.into_iter().map(|person| person.id).collect();
        ids.sort();
        let mut expected = [id, other];
        expected.sort();
        assert_eq!(ids, expected);
        let nobody: PersonId = "0".repeat(32).parse().unwrap();
        assert_eq!(db.read(|conn| person::by_id(conn, &vault, &nobody)).unwrap(), None);
    }
}

#[test]
fn nobody_takes_the_address_or_the_number_of_another() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        add(&db, &vault, &fatima()).unwrap();
        let same_email = Details { email: Some("Fatima.Argana@example.ma".parse().unwrap()), ..Details::default() };
        assert!(matches!(add(&db, &vault, &same_email), Err(Error::Taken("e-mail address"))));
        let same_phone = Details { phone: fatima().phone, ..Details::default() };
        assert!(matches!(add(&db, &vault, &same_phone), Err(Error::Taken("telephone number"))));
        let id = add(&db, &vault, &Details::default()).unwrap();
        let taken = db.write_alone(|conn| person::change(conn, &vault, &id, |about| about.phone = fatima().phone));
        assert_eq!(taken.unwrap_err().to_string(), "somebody else has this telephone number already");
        assert_eq!(by_id(&db, &vault, &id).details(), Some(&Details::default()));
    }
}

#[test]
fn what_is_changed_is_found_anew_and_no_longer_as_before() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        let id = add(&db, &vault, &fatima()).unwrap();
        db.write_alone(|conn| {
            person::change(conn, &vault, &id, |about| {
                about.email = Some("new@example.ma".parse().unwrap());
                about.address = None;
            })
        })
        .unwrap();
        let expected = Details { email: Some("new@example.ma".parse().unwrap()), address: None, ..fatima() };
        assert_eq!(by_email(&db, &vault, "new@example.ma").unwrap().details(), Some(&expected));
        assert_eq!(by_email(&db, &vault, EMAIL), None);
        let nobody: PersonId = "0".repeat(32).parse().unwrap();
        let changed = db.write_alone(|conn| person::change(conn, &vault, &nobody, |_| ()));
        assert!(matches!(changed, Err(Error::Unknown(id)) if id == nobody));
    }
}

#[test]
fn who_is_erased_stays_as_an_id_and_never_opens_again() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        let id = add(&db, &vault, &fatima()).unwrap();
        let sealed = |column: &str| {
            let sql = format!("select {column} from person where id = $1");
            db.read(|conn| conn.scalar::<Option<Vec<u8>>>(&sql, params![id.as_str()])).unwrap()
        };
        let (wrapped, name) = (sealed("wrapped_key").unwrap(), sealed("name").unwrap());
        assert!(vault.open_key(id.as_str(), &wrapped).unwrap().open("name", &name).is_ok());
        let later = "2026-12-01T08:00:00Z".parse().unwrap();
        assert!(db.write_alone(|conn| person::erase(conn, &id, later)).unwrap());
        assert!(!db.write_alone(|conn| person::erase(conn, &id, now())).unwrap());
        assert_eq!(by_id(&db, &vault, &id), Person { id: id.clone(), created_at: now(), about: About::Erased(later) });
        // Whoever copied the sealed name and has the master key still lacks the person's own.
        assert_eq!([sealed("wrapped_key"), sealed("name")], [None, None]);
        assert!(vault.new_key(id.as_str()).unwrap().0.open("name", &name).is_err());
        assert_eq!(by_email(&db, &vault, EMAIL), None);
        let changed = db.write_alone(|conn| person::change(conn, &vault, &id, |_| ()));
        assert!(matches!(changed, Err(Error::Erased(erased)) if erased == id));
        assert!(matches!(db.read(|conn| person::key_of(conn, &vault, &id)), Err(Error::Erased(_))));
        // The address is free again, for a person of another id.
        assert_ne!(add(&db, &vault, &fatima()).unwrap(), id);
    }
}

#[test]
fn a_field_that_was_changed_or_moved_is_noticed() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        let (one, two) = (add(&db, &vault, &fatima()).unwrap(), add(&db, &vault, &Details::default()).unwrap());
        for set in ["address = name", "wrapped_key = (select wrapped_key from person where id = $2)"] {
            let sql = format!("update person set {set} where id = $1 and id <> $2");
            db.write_alone(|conn| conn.execute(&sql, params![one.as_str(), two.as_str()])).unwrap();
            let read = db.read(|conn| person::by_id(conn, &vault, &one));
            assert!(matches!(read, Err(Error::Damaged(id)) if id == one));
        }
        // What cannot be read can still be erased.
        assert!(db.write_alone(|conn| person::erase(conn, &one, now())).unwrap());
        assert_eq!(by_id(&db, &vault, &one).details(), None);
    }
}

#[test]
fn nothing_shows_in_debug() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        let id = add(&db, &vault, &fatima()).unwrap();
        let person = by_id(&db, &vault, &id);
        let details = fatima();
        let said = format!(
            "{person:?} {person:#?} {:?} {:?} {:?} {:?} {:?} {vault:?} {:?}",
            details.name,
            details.email,
            details.phone,
            details.identity_number,
            details.address,
            key("a1")
        );
        for plain in ["Fatima", "argana", "612345678", "123456", "1990", "Essaouira", "a1a1"] {
            assert!(!said.contains(plain), "{plain} in {said}");
        }
    }
}

#[test]
fn no_plain_value_is_in_the_file_of_the_database() {
    let database = testkit::databases().remove(0);
    let path = database.url.strip_prefix("sqlite:").unwrap();
    let (db, vault) = opened(&database.url);
    let id = add(&db, &vault, &fatima()).unwrap();
    let bytes = || -> Vec<u8> {
        let files = ["", "-wal"].map(|end| format!("{path}{end}"));
        files.iter().filter(|file| Path::new(file).exists()).flat_map(|file| fs::read(file).unwrap()).collect()
    };
    let holds = |plain: &str| bytes().windows(plain.len()).any(|window| window.eq_ignore_ascii_case(plain.as_bytes()));
    assert!(
        holds(id.as_str()) && holds(&vault.mark("email", EMAIL)),
        "the files that are searched are those of the database"
    );
    for plain in [NAME, "Fatima", EMAIL, "argana", "612345678", "AB123456", "1990-05-17", "Arganiers"] {
        assert!(!holds(plain), "{plain}");
    }
    let wrapped: Vec<u8> = db.read(|conn| conn.scalar("select wrapped_key from person", params![])).unwrap();
    db.write_alone(|conn| person::erase(conn, &id, now())).unwrap();
    // Closing moves what was written into the file, and removes the log.
    drop(db);
    assert!(!bytes().windows(wrapped.len()).any(|window| window == wrapped), "the destroyed key can be dug out");
}

#[test]
fn who_an_account_is_sees_what_was_read_of_each_person_that_the_owner_is() {
    for database in testkit::databases() {
        let (db, vault) = opened(&database.url);
        let [hers, his, founder] = [(); 3].map(|()| add(&db, &vault, &Details::default()).unwrap());
        let done = db.write_alone(|conn| {
            let [hers, his] = [hers, his].map(|person| account::open(conn, &person, Lang::Ar, now()).unwrap());
            let project = Entity::new("Project", "3");
            let read = audit::Line::new(audit::Event::Read, now()).about(&founder).doing("see_project").on(&project);
            audit::add(conn, &read)?;
            let seen = |conn: &mut Conn| {
                [&hers, &his].map(|account| {
                    let persons = account::persons(conn, account).unwrap();
                    audit::about(conn, &persons, account, 10).unwrap()
                })
            };
            assert_eq!(seen(conn), [vec![], vec![]]);
            account::claim(conn, &hers, &founder, now())?;
            assert_eq!(seen(conn), [vec![read.clone()], vec![]]);
            account::claim(conn, &his, &founder, now())?;
            assert_eq!(seen(conn), [vec![], vec![read]], "nobody is two");
            account::release(conn, &founder)?;
            assert_eq!(seen(conn), [vec![], vec![]]);
            Ok::<_, Error>(())
        });
        done.unwrap();
    }
}
