//! The master key in force, and another one in its place. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use std::{fs, path::PathBuf};

use db::Db;
use identity::{Details, Error, PersonId, Vault, keyring, keyring::Place, person, store::MIGRATIONS, vault::NoVault};
use kernel::Timestamp;
use proptest::test_runner::{Config, TestRunner};
use tempfile::TempDir;

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

/// A database on each engine, with a folder for its keys.
fn each(mut test: impl FnMut(&Db, &Place, PathBuf)) {
    for database in testkit::databases() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("twiza.key");
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        test(&db, &Place::File(file.clone()), file);
    }
}

fn somebody(email: &str) -> Details {
    Details { email: Some(email.parse().unwrap()), phone: Some("0612345678".parse().unwrap()), ..Details::default() }
}

fn add(db: &Db, vault: &Vault, details: &Details) -> Result<PersonId, Error> {
    db.write_alone(|conn| person::add(conn, vault, details, now()))
}

fn is_found(db: &Db, vault: &Vault, email: &str) -> Result<bool, Error> {
    db.read(|conn| person::by_email(conn, vault, &email.parse().unwrap())).map(|found| found.is_some())
}

fn beside(file: &std::path::Path, end: &str) -> PathBuf {
    PathBuf::from(format!("{}.{end}", file.display()))
}

#[test]
fn the_first_key_is_made_and_another_one_is_refused() {
    each(|db, place, file| {
        let vault = keyring::open(db, place, now()).unwrap();
        assert_eq!(keyring::open(db, place, now()).unwrap().fingerprint(), vault.fingerprint());
        add(db, &vault, &somebody("a@example.ma")).unwrap();
        let other = Place::Given("b2".repeat(32).into());
        let refused = keyring::open(db, &other, now()).unwrap_err().to_string();
        assert!(refused.contains(vault.fingerprint()) && refused.contains("TWIZA_MASTER_KEY"), "{refused}");
        let other = Vault::from_hex(&"b2".repeat(32)).unwrap();
        assert!(matches!(is_found(db, &other, "a@example.ma"), Err(Error::OtherKey { .. })));
        assert!(matches!(add(db, &other, &Details::default()), Err(Error::OtherKey { .. })));
        fs::remove_file(&file).unwrap();
        assert!(matches!(keyring::open(db, place, now()), Err(NoVault::Missing(missing)) if missing == file));
        assert!(!file.exists(), "no key is made where there is one in force");
    });
}

#[test]
fn a_rotation_keeps_everybody_and_shuts_out_the_old_key() {
    each(|db, place, file| {
        let old = keyring::open(db, place, now()).unwrap();
        let details = somebody("a@example.ma");
        let id = add(db, &old, &details).unwrap();
        let erased = add(db, &old, &Details::default()).unwrap();
        db.write_alone(|conn| person::erase(conn, &erased, now())).unwrap();
        let rotated = keyring::rotate(db, place, None, now()).unwrap();
        let kept = beside(&file, old.fingerprint());
        assert_eq!((rotated.people, rotated.kept), (1, Some(kept.clone())));
        let new = keyring::open(db, place, now()).unwrap();
        assert_eq!(new.fingerprint(), rotated.fingerprint);
        assert_ne!(new.fingerprint(), old.fingerprint());
        assert_eq!(Vault::open(&kept).unwrap().fingerprint(), old.fingerprint());
        let person = db.read(|conn| person::by_id(conn, &new, &id)).unwrap().unwrap();
        assert_eq!(person.details(), Some(&details));
        assert!(is_found(db, &new, "a@example.ma").unwrap());
        let gone = db.read(|conn| person::by_id(conn, &new, &erased)).unwrap().unwrap();
        assert_eq!(gone.details(), None);
        // A program that was not started again neither misses people nor adds any whom nobody could read.
        assert!(matches!(is_found(db, &old, "a@example.ma"), Err(Error::OtherKey { .. })));
        assert!(matches!(add(db, &old, &Details::default()), Err(Error::OtherKey { .. })));
    });
}

#[test]
fn a_rotation_may_be_cut_off_anywhere() {
    each(|db, place, file| {
        let old = keyring::open(db, place, now()).unwrap();
        add(db, &old, &somebody("a@example.ma")).unwrap();
        // Before the database changed: the old key goes on, and the next rotation takes the key that lies there.
        let lying = Vault::open_or_make(&beside(&file, "new")).unwrap();
        assert_eq!(keyring::open(db, place, now()).unwrap().fingerprint(), old.fingerprint());
        // After it: as if the files were not renamed yet.
        let bytes = fs::read(&file).unwrap();
        assert_eq!(keyring::rotate(db, place, None, now()).unwrap().fingerprint, lying.fingerprint());
        fs::rename(&file, beside(&file, "new")).unwrap();
        fs::rename(beside(&file, old.fingerprint()), &file).unwrap();
        assert_eq!(fs::read(&file).unwrap(), bytes);
        for _ in 0..2 {
            let vault = keyring::open(db, place, now()).unwrap();
            assert!(is_found(db, &vault, "a@example.ma").unwrap());
            assert!(!beside(&file, "new").exists());
            assert_eq!(Vault::open(&beside(&file, old.fingerprint())).unwrap().fingerprint(), old.fingerprint());
        }
        // Between the two renames of a folder that was copied: only the new one is there.
        fs::rename(&file, beside(&file, "new")).unwrap();
        assert!(is_found(db, &keyring::open(db, place, now()).unwrap(), "a@example.ma").unwrap());
    });
}

#[test]
fn a_backup_from_before_a_rotation_finds_the_key_of_then() {
    each(|db, place, file| {
        let vault = keyring::open(db, place, now()).unwrap();
        fs::rename(&file, beside(&file, vault.fingerprint())).unwrap();
        Vault::open_or_make(&file).unwrap();
        assert_eq!(keyring::open(db, place, now()).unwrap().fingerprint(), vault.fingerprint());
    });
}

#[test]
fn a_new_key_may_come_from_a_file() {
    each(|db, place, file| {
        keyring::open(db, place, now()).unwrap();
        let given = file.with_file_name("given");
        let refused = keyring::rotate(db, place, Some(&given), now()).unwrap_err();
        assert!(matches!(refused, Error::NoVault(NoVault::Missing(missing)) if missing == given));
        let vault = Vault::open_or_make(&given).unwrap();
        let lying = beside(&file, "new");
        Vault::open_or_make(&lying).unwrap();
        let refused = keyring::rotate(db, place, Some(&given), now()).unwrap_err();
        assert!(matches!(refused, Error::NoVault(NoVault::InTheWay(way)) if way == lying));
        fs::remove_file(lying).unwrap();
        assert_eq!(keyring::rotate(db, place, Some(&given), now()).unwrap().fingerprint, vault.fingerprint());
        let refused = keyring::rotate(db, place, Some(&given), now()).unwrap_err();
        assert!(matches!(refused, Error::NoVault(NoVault::Same)), "{refused:?}");
    });
}

#[test]
fn a_key_in_the_environment_gives_way_to_one_in_a_file() {
    each(|db, _, file| {
        let place = Place::Given("a1".repeat(32).into());
        let old = keyring::open(db, &place, now()).unwrap();
        add(db, &old, &somebody("a@example.ma")).unwrap();
        let refused = keyring::rotate(db, &place, None, now()).unwrap_err();
        assert!(matches!(refused, Error::NoVault(NoVault::NoPlace)));
        keyring::rotate(db, &place, Some(&file), now()).unwrap();
        assert!(matches!(keyring::open(db, &place, now()), Err(NoVault::Other { .. })));
        let place = Place::Given(fs::read_to_string(&file).unwrap().into());
        assert!(is_found(db, &keyring::open(db, &place, now()).unwrap(), "a@example.ma").unwrap());
    });
}

#[test]
fn a_rotation_that_meets_damage_changes_nothing() {
    each(|db, place, _| {
        let old = keyring::open(db, place, now()).unwrap();
        add(db, &old, &somebody("a@example.ma")).unwrap();
        let id = add(db, &old, &Details::default()).unwrap();
        let sql = "update person set wrapped_key = address where id = $1";
        db.write_alone(|conn| {
            conn.execute("update person set address = email where email is not null", &[])?;
            conn.execute(
                &sql.replace("= address", "= (select address from person where address is not null)"),
                db::params![id.as_str()],
            )
        })
        .unwrap();
        let refused = keyring::rotate(db, place, None, now()).unwrap_err();
        assert!(matches!(refused, Error::Damaged(_)), "{refused:?}");
        assert_eq!(keyring::open(db, place, now()).unwrap().fingerprint(), old.fingerprint());
    });
}

#[test]
fn whoever_there_is_is_there_after_any_rotations() {
    each(|db, place, _| {
        let mut vault = keyring::open(db, place, now()).unwrap();
        let mut runner = TestRunner::new(Config { cases: 6, failure_persistence: None, ..Config::default() });
        let words = proptest::collection::vec("\\PC{1,30}[a-z]", 1..5);
        let vault = &mut vault;
        let cell = std::cell::RefCell::new(vault);
        runner
            .run(&words, |names| {
                let vault: &mut Vault = &mut cell.borrow_mut();
                let people: Vec<Details> =
                    names.iter().map(|name| Details { name: name.parse().ok(), ..Details::default() }).collect();
                let ids: Vec<_> = people.iter().map(|details| add(db, vault, details).unwrap()).collect();
                keyring::rotate(db, place, None, now()).unwrap();
                *vault = keyring::open(db, place, now()).unwrap();
                for (id, details) in ids.iter().zip(&people) {
                    let person = db.read(|conn| person::by_id(conn, vault, id)).unwrap().unwrap();
                    assert_eq!(person.details(), Some(details));
                }
                Ok(())
            })
            .unwrap();
    });
}
