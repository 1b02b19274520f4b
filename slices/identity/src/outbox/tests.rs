//! What happens when a sender ends in the middle of its work. On both engines.

use std::fs;

use jiff::SignedDuration;
use tempfile::TempDir;

use super::*;
use crate::store::MIGRATIONS;

/// A database with a message in it, a clock, and a folder to which messages go.
struct Desk {
    db: Db,
    vault: Vault,
    clock: Clock,
    folder: TempDir,
    outbox: Outbox,
    id: MessageId,
}

impl Desk {
    fn new(url: &str) -> Self {
        let (db, clock) = (Db::open(url, MIGRATIONS).unwrap(), Clock::at("2026-11-26T10:00:00Z".parse().unwrap()));
        let place = Place::Given("a1".repeat(32).into());
        let vault = keyring::open(&db, &place, clock.now()).unwrap();
        let folder = TempDir::new().unwrap();
        let message = Message::Mail {
            to: "fatima@example.ma".parse().unwrap(),
            subject: "Votre code".parse().unwrap(),
            body: "1234".into(),
        };
        let id = db.write_alone(|conn| post(conn, &vault, None, &message, clock.now(), None)).unwrap();
        let carrier = || Carrier::Folder(folder.path().join("out"));
        let outbox = Outbox::new(db.clone(), place, clock.clone(), carrier(), carrier());
        Self { db, vault, clock, folder, outbox, id }
    }

    /// Begins a try.
    fn claim(&self) -> store::Claim {
        let now = self.clock.now();
        self.db.write_alone(|conn| store::claim(conn, &self.vault, &self.id, now)).unwrap()
    }

    fn passes(&self, minutes: i64) {
        self.clock.set(self.clock.now() + SignedDuration::from_mins(minutes));
    }

    fn round(&self) -> (u32, u32) {
        let round = self.outbox.send_due(|| false).unwrap();
        (round.sent, round.failed)
    }

    fn entry(&self) -> Entry {
        self.db.read(|conn| by_id(conn, &self.id)).unwrap().unwrap()
    }

    fn file(&self) -> Option<String> {
        fs::read_to_string(self.folder.path().join(format!("out/{}.eml", self.id))).ok()
    }
}

#[test]
fn the_waits_grow_to_a_day() {
    let minutes = |tries| (next_try(Timestamp::UNIX_EPOCH, tries).as_second()) / 60;
    assert_eq!((1..=7).map(minutes).collect::<Vec<_>>(), [5, 20, 80, 320, 1280, 1440, 1440]);
    assert_eq!(next_try(Timestamp::MAX, 1), Timestamp::MAX);
}

#[test]
fn who_ends_between_sending_and_noting_it_sends_again_under_the_same_name() {
    for database in testkit::databases() {
        let desk = Desk::new(&database.url);
        let store::Claim::Ours { message, tries: 1 } = desk.claim() else { panic!("it is due") };
        desk.outbox.mail.carry(&desk.id, &message, desk.clock.now()).unwrap();
        let first = desk.file().unwrap();
        // Here the program ends. Another one leaves the message alone until the try must be over.
        assert_eq!((desk.round(), desk.entry().sent_at), ((0, 0), None));
        desk.passes(4);
        assert_eq!(desk.round(), (0, 0));
        desk.passes(1);
        assert_eq!(desk.round(), (1, 0));
        let named = |text: &str| text.lines().find(|line| line.starts_with("Message-ID")).map(str::to_owned);
        assert_eq!(named(&desk.file().unwrap()), named(&first));
        desk.passes(60 * 24 * 30);
        assert_eq!((desk.round(), desk.entry().tries), ((0, 0), 2));
    }
}

#[test]
fn a_message_at_which_programs_end_is_given_up_too() {
    for database in testkit::databases() {
        let desk = Desk::new(&database.url);
        for tries in 1..=TRIES_MAX {
            assert!(matches!(desk.claim(), store::Claim::Ours { tries: counted, .. } if counted == tries));
            assert!(matches!(desk.claim(), store::Claim::Taken), "a try is one program's");
            desk.passes(60 * 24);
        }
        assert_eq!((desk.round(), desk.file()), ((0, 1), None));
        let Entry { not_before: None, sent_at: None, failed: Some(says), .. } = desk.entry() else { panic!() };
        assert_eq!(says, "the program ended during the last try");
    }
}

#[test]
fn a_part_that_was_moved_or_changed_is_not_sent() {
    for database in testkit::databases() {
        let desk = Desk::new(&database.url);
        desk.db.write(|conn| conn.execute("update message set body = subject", &[])).unwrap();
        assert_eq!((desk.round(), desk.file()), ((0, 1), None));
        assert_eq!(desk.entry().failed.as_deref(), Some("what it says cannot be read"));
    }
}

#[test]
fn what_lies_in_the_folder_goes_once_its_links_are_void() {
    for database in testkit::databases() {
        let desk = Desk::new(&database.url);
        // Files have the time of the machine.
        desk.clock.set(Clock::System.now());
        assert_eq!(desk.outbox.sweep().unwrap(), 0, "there is no folder yet");
        assert_eq!(desk.round(), (1, 0));
        let other = desk.folder.path().join("out/notes.md");
        fs::write(&other, "not ours").unwrap();
        desk.passes(7 * 24 * 60 - 1);
        assert_eq!(desk.outbox.sweep().unwrap(), 0);
        assert!(desk.file().is_some());
        desk.passes(2);
        assert_eq!(desk.outbox.sweep().unwrap(), 1);
        assert!(desk.file().is_none() && other.exists());
    }
}
