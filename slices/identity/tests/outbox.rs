//! Messages leave, once, and what they said is gone. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod server;

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, thread, time::Duration};

use db::{Db, params};
use identity::{
    Details, Error, PersonId, Vault,
    keyring::{self, Place},
    outbox::{self, Carrier, Entry, Message, MessageId, Outbox, Smtp, TRIES_MAX},
    person,
    store::MIGRATIONS,
};
use kernel::{Clock, Timestamp};
use server::Server;
use tempfile::TempDir;
use testkit::TestDatabase;

const EMAIL: &str = "fatima.argana@example.ma";
const NUMBER: &str = "+212612345678";

/// A database, a folder and a clock.
struct Desk {
    _database: TestDatabase,
    db: Db,
    place: Place,
    vault: Vault,
    clock: Clock,
    folder: TempDir,
}

fn each(test: impl Fn(&Desk)) {
    for database in testkit::databases() {
        let (folder, clock) = (TempDir::new().unwrap(), Clock::at("2026-11-26T10:00:00Z".parse().unwrap()));
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        let place = Place::File(folder.path().join("twiza.key"));
        let vault = keyring::open(&db, &place, clock.now()).unwrap();
        test(&Desk { _database: database, db, place, vault, clock, folder });
    }
}

fn mail() -> Message {
    let body = "Votre code est 4711.\nرمزك هو 4711.".into();
    Message::Mail { to: EMAIL.parse().unwrap(), subject: "Votre code – رمزك".parse().unwrap(), body }
}

fn sms() -> Message {
    Message::Sms { to: NUMBER.parse().unwrap(), body: "رمزك هو 4711".into() }
}

impl Desk {
    fn post(&self, person: Option<&PersonId>, message: &Message) -> MessageId {
        let now = self.clock.now();
        self.db.write_alone(|conn| outbox::post(conn, &self.vault, person, message, now, None)).unwrap()
    }

    fn add(&self, details: &Details) -> PersonId {
        self.db.write_alone(|conn| person::add(conn, &self.vault, details, self.clock.now())).unwrap()
    }

    fn outbox(&self, mail: Carrier, sms: Carrier) -> Outbox {
        Outbox::new(self.db.clone(), self.place.clone(), self.clock.clone(), mail, sms)
    }

    fn out(&self) -> Carrier {
        Carrier::Folder(self.folder.path().join("out"))
    }

    /// What lies in the folder of messages.
    fn files(&self) -> Vec<String> {
        let Ok(files) = fs::read_dir(self.folder.path().join("out")) else { return Vec::new() };
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    fn entry(&self, id: &MessageId) -> Entry {
        self.db.read(|conn| outbox::by_id(conn, id)).unwrap().unwrap()
    }

    /// How many messages still say something.
    fn saying(&self) -> i64 {
        let sql = "select count(*) from message
            where recipient is not null or subject is not null or body is not null or wrapped_key is not null";
        self.db.read(|conn| conn.scalar(sql, params![])).unwrap()
    }

    fn passes(&self, minutes: i64) {
        let now: Timestamp = self.clock.now();
        self.clock.set(now + jiff::SignedDuration::from_mins(minutes));
    }

    /// A command for SMS that is this shell script.
    fn command(&self, script: &str, time: Duration) -> Carrier {
        let file = self.folder.path().join("send-sms");
        fs::write(&file, format!("#!/bin/sh\ncd '{}'\n{script}\n", self.folder.path().display())).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        Carrier::Command { words: vec![file.display().to_string(), "-n".into()], time }
    }
}

fn round(outbox: &Outbox) -> (u32, u32) {
    let round = outbox.send_due(|| false).unwrap();
    (round.sent, round.failed)
}

#[test]
fn a_message_goes_once_and_what_it_said_is_gone() {
    each(|desk| {
        let person = desk.add(&Details::default());
        let ids = [desk.post(Some(&person), &mail()), desk.post(None, &mail()), desk.post(None, &sms())];
        let outbox = desk.outbox(desk.out(), desk.out());
        assert_eq!((desk.saying(), desk.files()), (3, Vec::new()));
        assert_eq!(round(&outbox), (3, 0));
        let mut expected = [format!("{}.eml", ids[0]), format!("{}.eml", ids[1]), format!("{}.txt", ids[2])];
        expected.sort();
        assert_eq!(desk.files(), expected);
        let text = desk.read(&format!("out/{}.eml", ids[0]));
        for line in [
            format!("To: {EMAIL}"),
            format!("Message-ID: <{}@localhost>", ids[0]),
            "Date: Thu, 26 Nov 2026 10:00:00 +0000".into(),
            "Auto-Submitted: auto-generated".into(),
        ] {
            assert!(text.lines().any(|said| said == line), "{line} in {text}");
        }
        assert_eq!(desk.read(&format!("out/{}.txt", ids[2])), format!("{NUMBER}\n\nرمزك هو 4711\n"));
        let path = desk.folder.path().join(format!("out/{}.eml", ids[0]));
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(desk.saying(), 0);
        let now = Some(desk.clock.now());
        let sent = Entry { person: Some(person), tries: 1, not_before: None, sent_at: now, failed: None };
        assert_eq!(desk.entry(&ids[0]), sent);
        desk.passes(60 * 24 * 30);
        assert_eq!(round(&outbox), (0, 0));
    });
}

#[test]
fn a_message_is_posted_with_the_change_that_it_tells_of_or_not_at_all() {
    each(|desk| {
        let now = desk.clock.now();
        let undone: Result<(), Error> = desk.db.write_alone(|conn| {
            outbox::post(conn, &desk.vault, None, &mail(), now, None)?;
            Err(Error::Taken("thing"))
        });
        assert!(undone.is_err());
        assert_eq!(round(&desk.outbox(desk.out(), desk.out())), (0, 0));
        let other = Vault::from_hex(&"b2".repeat(32)).unwrap();
        let refused = desk.db.write_alone(|conn| outbox::post(conn, &other, None, &mail(), now, None));
        assert!(matches!(refused, Err(Error::OtherKey { .. })));
    });
}

#[test]
fn a_message_does_not_leave_before_its_time() {
    each(|desk| {
        let now = desk.clock.now();
        let later = Some(now + jiff::SignedDuration::from_mins(10));
        desk.db.write_alone(|conn| outbox::post(conn, &desk.vault, None, &mail(), now, later)).unwrap();
        let outbox = desk.outbox(desk.out(), desk.out());
        desk.passes(9);
        assert_eq!(round(&outbox), (0, 0));
        desk.passes(1);
        assert_eq!(round(&outbox), (1, 0));
    });
}

#[test]
fn what_cannot_be_sent_is_tried_ten_times_and_given_up() {
    each(|desk| {
        let blocked = desk.folder.path().join("a-file");
        fs::write(&blocked, "").unwrap();
        let outbox = desk.outbox(Carrier::Folder(blocked), desk.command("exit 3", Duration::from_secs(30)));
        let ids = [desk.post(None, &mail()), desk.post(None, &sms())];
        let mut days = 0;
        for tries in 1..=TRIES_MAX {
            assert_eq!(round(&outbox), (0, 2), "try {tries}");
            assert_eq!(round(&outbox), (0, 0), "the next try waits");
            assert_eq!(ids.each_ref().map(|id| desk.entry(id).tries), [tries; 2]);
            days += 1;
            desk.passes(60 * 24);
        }
        assert_eq!((round(&outbox), desk.saying(), days), ((0, 0), 0, 10));
        let said = ids.map(|id| desk.entry(&id).failed.unwrap());
        assert!(said[0].starts_with("no file can be written"), "{said:?}");
        assert_eq!(said[1], "the SMS command failed: exit status: 3");
    });
}

#[test]
fn what_failed_once_goes_when_it_can() {
    each(|desk| {
        let id = desk.post(None, &sms());
        assert_eq!(round(&desk.outbox(desk.out(), desk.command("exit 1", Duration::from_secs(30)))), (0, 1));
        desk.passes(5);
        assert_eq!(round(&desk.outbox(desk.out(), desk.out())), (1, 0));
        let entry = desk.entry(&id);
        assert_eq!((entry.tries, entry.failed), (2, None));
    });
}

#[test]
fn a_command_gets_the_number_and_the_text_and_no_secrets() {
    each(|desk| {
        desk.post(None, &sms());
        let carrier = desk.command("echo \"$1 $2\" >number; cat >text; env >env", Duration::from_secs(30));
        assert_eq!(round(&desk.outbox(desk.out(), carrier)), (1, 0));
        assert_eq!((desk.read("number"), desk.read("text")), (format!("-n {NUMBER}\n"), "رمزك هو 4711".into()));
        assert!(!desk.read("env").contains("CARGO"), "{}", desk.read("env"));
    });
}

#[test]
fn a_command_that_hangs_is_ended_and_one_that_reads_nothing_does_no_harm() {
    each(|desk| {
        let long = Message::Sms { to: NUMBER.parse().unwrap(), body: "a".repeat(1 << 20) };
        let id = desk.post(None, &long);
        let carrier = desk.command("exec sleep 600", Duration::from_millis(200));
        assert_eq!(round(&desk.outbox(desk.out(), carrier)), (0, 1));
        assert_eq!(desk.entry(&id).failed.as_deref(), Some("the SMS command did not end in time"));
        desk.passes(5);
        assert_eq!(round(&desk.outbox(desk.out(), desk.command("exit 0", Duration::from_secs(30)))), (1, 0));
    });
}

#[test]
fn several_senders_send_each_message_once() {
    each(|desk| {
        for _ in 0..20 {
            desk.post(None, &sms());
        }
        let script = "echo sent >>count";
        let outboxes = [0, 1, 2].map(|_| desk.outbox(desk.out(), desk.command(script, Duration::from_secs(30))));
        let sent: u32 = thread::scope(|scope| {
            let threads: Vec<_> = outboxes.iter().map(|outbox| scope.spawn(|| round(outbox))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap().0).sum()
        });
        assert_eq!((sent, desk.read("count").lines().count()), (20, 20));
    });
}

#[test]
fn nothing_goes_to_who_was_erased() {
    each(|desk| {
        let person = desk.add(&Details::default());
        let (theirs, other) = (desk.post(Some(&person), &mail()), desk.post(None, &mail()));
        desk.db.write_alone(|conn| person::erase(conn, &person, desk.clock.now())).unwrap();
        assert_eq!(desk.saying(), 1);
        assert_eq!(round(&desk.outbox(desk.out(), desk.out())), (1, 0));
        assert_eq!(desk.files(), [format!("{other}.eml")]);
        assert_eq!(desk.entry(&theirs).failed.as_deref(), Some("the person was erased"));
        let again =
            desk.db.write_alone(|conn| outbox::post(conn, &desk.vault, Some(&person), &mail(), desk.clock.now(), None));
        assert!(matches!(again, Err(Error::Erased(id)) if id == person));
    });
}

#[test]
fn messages_on_their_way_outlive_a_rotation() {
    each(|desk| {
        let person = desk.add(&Details::default());
        desk.post(Some(&person), &mail());
        desk.post(None, &mail());
        let outbox = desk.outbox(desk.out(), desk.out());
        keyring::rotate(&desk.db, &desk.place, None, desk.clock.now()).unwrap();
        // The sender was there before: it takes the key that is in force.
        assert_eq!(round(&outbox), (2, 0));
    });
}

#[test]
fn no_message_is_readable_in_the_file_of_the_database() {
    let database = testkit::databases().remove(0);
    let path = database.url.strip_prefix("sqlite:").unwrap().to_owned();
    let db = Db::open(&database.url, MIGRATIONS).unwrap();
    let now = "2026-11-26T10:00:00Z".parse().unwrap();
    let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now).unwrap();
    let id = db.write_alone(|conn| outbox::post(conn, &vault, None, &mail(), now, None)).unwrap();
    let files = ["", "-wal"].map(|end| format!("{path}{end}"));
    let bytes: Vec<u8> =
        files.iter().filter(|file| Path::new(file).exists()).flat_map(|file| fs::read(file).unwrap()).collect();
    let holds = |plain: &str| bytes.windows(plain.len()).any(|window| window == plain.as_bytes());
    assert!(holds(&id.to_string()));
    for plain in ["argana", "Votre code", "4711", "رمزك"] {
        assert!(!holds(plain), "{plain}");
    }
    assert_eq!(format!("{:?} {:?}", mail(), sms()), "Mail { .. } Sms { .. }");
}

#[test]
fn a_mail_server_takes_the_message_as_it_is() {
    each(|desk| {
        let server = Server::start(&[]);
        let from = "Twiza <noreply@twiza.example>";
        let smtp = Smtp::new(&format!("smtp://user:se%40cret@{}", server.address), from).unwrap();
        let id = desk.post(None, &mail());
        assert_eq!(round(&desk.outbox(Carrier::Smtp(smtp), desk.out())), (1, 0));
        let said = server.said();
        for line in [
            "EHLO twiza.example".to_owned(),
            "AUTH PLAIN AHVzZXIAc2VAY3JldA==".to_owned(),
            "MAIL FROM:<noreply@twiza.example>".to_owned(),
            format!("RCPT TO:<{EMAIL}>"),
            format!("To: {EMAIL}"),
            "From: Twiza <noreply@twiza.example>".to_owned(),
            format!("Message-ID: <{id}@twiza.example>"),
        ] {
            assert!(said.lines().any(|heard| heard == line), "{line} in {said}");
        }
        let plain = said.replace("=\n", "").replace("=3D", "=");
        assert!(plain.contains("Votre code est 4711.") || plain.contains("Vm90cmUgY29kZSBlc3QgNDcxMS4"), "{said}");
    });
}

#[test]
fn what_a_mail_server_says_about_the_recipient_is_not_kept() {
    each(|desk| {
        let server = Server::start(&[("RCPT", "550 5.1.1 <fatima.argana@example.ma>: no such user")]);
        let smtp = |address: &str| Carrier::Smtp(Smtp::new(&format!("smtp://{address}"), "a@twiza.example").unwrap());
        let id = desk.post(None, &mail());
        assert_eq!(round(&desk.outbox(smtp(&server.address), desk.out())), (0, 1));
        assert_eq!(desk.entry(&id).failed.as_deref(), Some("the mail server refused with 550"));
        desk.passes(5);
        let gone = server.address.clone();
        drop(server);
        assert_eq!(round(&desk.outbox(smtp(&gone), desk.out())), (0, 1));
        assert_eq!(desk.entry(&id).failed.as_deref(), Some("the mail server cannot be reached: no connection"));
    });
}

#[test]
fn a_sender_at_work_sends_and_stops() {
    each(|desk| {
        let running = desk.outbox(desk.out(), desk.out()).start().unwrap();
        let id = desk.post(None, &mail());
        for _ in 0..400 {
            if desk.entry(&id).sent_at.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(desk.files(), [format!("{id}.eml")]);
        drop(running);
        desk.post(None, &mail());
        thread::sleep(Duration::from_millis(100));
        assert_eq!(desk.files().len(), 1);
    });
}
