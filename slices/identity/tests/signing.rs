//! The keys that sign proofs. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use db::{Db, params};
use identity::{keyring, keyring::Place, signing::Signing, store::MIGRATIONS};
use kernel::{Clock, Timestamp};
use proof::{Head, Kind, Proof, Signer, Statement};
use tempfile::TempDir;

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

/// A database on each engine, with the place of its master key.
fn each(mut test: impl FnMut(&Db, &Place, &Signing)) {
    for database in testkit::databases() {
        let folder = TempDir::new().unwrap();
        let place = Place::File(folder.path().join("twiza.key"));
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        test(&db, &place, &Signing::new(db.clone(), place.clone(), Clock::at(now())));
    }
}

fn statement() -> Statement {
    let on = now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let (kind, head, facts) = (Kind::Extract, Head::default(), [('f', "Tazafine".into())].into());
    Statement { kind, issued_on: on, on, head, subject: "KEN-000123".into(), facts }
}

fn holds(proof: &Proof, signing: &Signing) -> bool {
    let keys = signing.keys().unwrap();
    keys.iter().any(|one| proof.holds(&one.key))
}

#[test]
fn the_first_key_is_made_when_something_is_to_be_signed() {
    each(|_, _, signing| {
        assert_eq!(signing.keys().unwrap(), []);
        let proof = signing.sign(&statement()).unwrap();
        let keys = signing.keys().unwrap();
        assert_eq!(keys.len(), 1);
        assert_eq!((keys[0].key.id(), keys[0].since, keys[0].until), (proof.key(), now(), None));
        assert!(proof.holds(&keys[0].key));
        assert_eq!(signing.make().unwrap(), (proof.key(), false), "there is one in use");
        assert_eq!(signing.sign(&statement()).unwrap(), proof);
    });
}

#[test]
fn what_an_old_key_signed_holds_on_and_the_half_that_signed_is_destroyed() {
    each(|db, _, signing| {
        let (first, made) = signing.make().unwrap();
        assert!(made);
        let before = signing.sign(&statement()).unwrap();
        let second = signing.rotate().unwrap();
        assert_ne!(first, second);
        let after = signing.sign(&statement()).unwrap();
        assert_eq!((before.key(), after.key()), (first, second));
        assert!(holds(&before, signing) && holds(&after, signing));
        let until = |id| signing.keys().unwrap().iter().find(|one| one.key.id() == id).unwrap().until;
        assert_eq!((until(first), until(second)), (Some(now()), None));
        let kept = "select count(*) from signing_key where wrapped_key is not null";
        assert_eq!(db.read(|conn| conn.scalar::<i64>(kept, params![])).unwrap(), 1);
    });
}

#[test]
fn another_master_key_changes_neither_the_signing_key_nor_a_program_that_runs() {
    each(|db, place, signing| {
        signing.rotate().unwrap();
        let before = signing.sign(&statement()).unwrap();
        keyring::rotate(db, place, None, now()).unwrap();
        assert_eq!(signing.sign(&statement()).unwrap(), before);
        let elsewhere = Signing::new(db.clone(), Place::Given("b2".repeat(32).into()), Clock::at(now()));
        assert!(elsewhere.sign(&statement()).unwrap_err().to_string().contains("master key"));
        assert!(holds(&before, &elsewhere), "checking needs no key that signs");
    });
}

#[test]
fn many_who_sign_first_at_once_get_one_key() {
    each(|_, _, signing| {
        let proofs: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| signing.sign(&statement()).unwrap())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(proofs.iter().all(|proof| *proof == proofs[0]));
        assert_eq!(signing.keys().unwrap().len(), 1);
    });
}
