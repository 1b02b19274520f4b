//! Files that people send along. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use std::{fs, path::Path, time::Duration};

use db::{Conn, Db, params};
use identity::{
    Details, PersonId, Vault,
    attachment::{Files, Folder, Scanner},
    audit,
    keyring::{self, Place},
    person,
    store::MIGRATIONS,
};
use kernel::{Clock, Timestamp};
use tempfile::TempDir;
use web::{Attachments, NotTaken, Taken, Upload, Visitor};

/// What is examined closely, whoever wrote it: a PDF that can be told from others.
fn upload(says: &str) -> Upload {
    let bytes = format!("%PDF-1.7\n% {says}\n%%EOF\n");
    Upload { name: "récépissé.pdf".into(), bytes: bytes.into(), too_long: false }
}

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

struct House {
    folder: TempDir,
    db: Db,
    place: Place,
    files: Files,
}

impl House {
    fn files_of(&self, most: usize, scanner: Option<Scanner>) -> Files {
        let folder = Folder::make(&self.files_folder()).unwrap();
        Files::new((self.db.clone(), self.place.clone(), Clock::at(now())), folder, most, scanner)
    }

    fn files_folder(&self) -> std::path::PathBuf {
        self.folder.path().join("files")
    }

    fn vault(&self) -> Vault {
        keyring::open(&self.db, &self.place, now()).unwrap()
    }

    /// What lies in the folder.
    fn lies(&self) -> Vec<Vec<u8>> {
        fn below(folder: &Path, found: &mut Vec<Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    below(&entry.path(), found);
                } else {
                    found.push(fs::read(entry.path()).unwrap());
                }
            }
        }
        let mut found = Vec::new();
        below(&self.files_folder(), &mut found);
        found
    }

    fn keep(&self, taken: &Taken, with: &str, person: Option<&PersonId>) {
        let person = person.map(PersonId::as_str);
        self.write(|conn| self.files.keep(conn, taken, with, person).unwrap());
    }

    fn write(&self, change: impl FnMut(&mut Conn)) {
        let mut change = change;
        self.db
            .write_alone(|conn| {
                change(conn);
                Ok::<_, db::Error>(())
            })
            .unwrap();
    }

    fn there(&self, with: &str) -> Vec<web::Attachment> {
        self.db.read(|conn| Ok::<_, db::Error>(self.files.with(conn, with).unwrap())).unwrap()
    }
}

/// A house on each engine.
fn each(mut test: impl FnMut(&House)) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let _entered = runtime.enter();
    for database in testkit::databases() {
        let folder = TempDir::new().unwrap();
        let place = Place::File(folder.path().join("twiza.key"));
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        let kept = Folder::make(&folder.path().join("files")).unwrap();
        let files = Files::new((db.clone(), place.clone(), Clock::at(now())), kept, 1 << 20, None);
        test(&House { folder, db, place, files });
    }
}

#[test]
fn a_file_comes_back_as_it_was_sent_and_lies_sealed() {
    each(|house| {
        let taken = house.files.take(&upload("the deposit of Zineb")).unwrap();
        house.keep(&taken, "project/7/deposit", None);
        let there = house.there("project/7/deposit");
        assert_eq!(there.len(), 1);
        let reader = Visitor::default();
        let opened = house.files.open("project/7/deposit", &there[0].id, &reader, "see_project").unwrap().unwrap();
        assert_eq!(
            (opened.name.as_str(), &opened.bytes[..]),
            ("récépissé.pdf", &upload("the deposit of Zineb").bytes[..])
        );
        assert_eq!(opened.about, there[0]);
        for lies in house.lies() {
            assert!(!lies.windows(6).any(|bytes| bytes == b"Zineb\n" || bytes == b"%PDF-1"));
        }
        // It is of this project alone, and that it was read is noted.
        assert!(house.files.open("project/8/deposit", &there[0].id, &reader, "see_project").unwrap().is_none());
        let lines = house.db.read(|conn| audit::all(conn, &audit::Filter::default(), 10)).unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].action.as_deref(), Some("see_project"));
    });
}

#[test]
fn the_same_file_twice_is_kept_once_and_forgotten_with_what_it_is_part_of() {
    each(|house| {
        for with in ["project/7/deposit", "project/7/deposit", "project/7/founder/1", "project/70/deposit", "project/7"]
        {
            house.keep(&house.files.take(&upload("the same")).unwrap(), with, None);
        }
        assert_eq!(house.there("project/7/deposit").len(), 1);
        house.write(|conn| house.files.forget(conn, "project/7").unwrap());
        let left = ["project/7/deposit", "project/7/founder/1", "project/70/deposit", "project/7"];
        assert_eq!(left.map(|with| house.there(with).len()), [0, 0, 1, 0]);
        // What no row names any more is swept a day later; what one names stays.
        assert_eq!(house.lies().len(), 5);
        assert_eq!(house.files.sweep(Clock::System.now()).unwrap(), 0, "somebody may be about to keep it");
        assert_eq!(house.files.sweep(Clock::System.now() + Duration::from_hours(25)).unwrap(), 4);
        assert_eq!(house.lies().len(), 1);
        let (with, there) = ("project/70/deposit", house.there("project/70/deposit"));
        assert!(house.files.open(with, &there[0].id, &Visitor::default(), "see_project").unwrap().is_some());
    });
}

#[test]
fn a_file_of_a_person_is_erased_with_the_person() {
    each(|house| {
        let vault = house.vault();
        let zineb = house.db.write(move |conn| person::add(conn, &vault, &Details::default(), now())).unwrap();
        house.keep(&house.files.take(&upload("identity card")).unwrap(), "founder/1", Some(&zineb));
        let there = house.there("founder/1");
        let open = || house.files.open("founder/1", &there[0].id, &Visitor::default(), "see_project").unwrap();
        assert!(open().is_some());
        let hers = audit::Filter { person: Some(zineb.clone()), ..audit::Filter::default() };
        let lines = house.db.read(|conn| audit::all(conn, &hers, 10)).unwrap();
        assert_eq!(lines.len(), 1, "who read it stands in the person's own log");
        let erased = zineb.clone();
        house.db.write(move |conn| person::erase(conn, &erased, now())).unwrap();
        assert!(open().is_none() && house.there("founder/1").is_empty());
        assert_eq!(house.files.sweep(Clock::System.now() + Duration::from_hours(25)).unwrap(), 1);
        // Nothing more is kept of her.
        let taken = house.files.take(&upload("late")).unwrap();
        house.write(|conn| assert!(house.files.keep(conn, &taken, "founder/1", Some(zineb.as_str())).is_err()));
    });
}

#[test]
fn another_master_key_opens_what_was_kept_before_it() {
    each(|house| {
        let vault = house.vault();
        let zineb = house.db.write(move |conn| person::add(conn, &vault, &Details::default(), now())).unwrap();
        house.keep(&house.files.take(&upload("of nobody")).unwrap(), "request/1", None);
        house.keep(&house.files.take(&upload("of Zineb")).unwrap(), "request/2", Some(&zineb));
        keyring::rotate(&house.db, &house.place, None, now()).unwrap();
        for with in ["request/1", "request/2"] {
            let there = house.there(with);
            assert!(house.files.open(with, &there[0].id, &Visitor::default(), "see_requests").unwrap().is_some());
        }
    });
}

#[test]
fn what_was_changed_where_it_lies_is_not_handed_out() {
    each(|house| {
        house.keep(&house.files.take(&upload("one")).unwrap(), "request/1", None);
        let there = house.there("request/1");
        let sha256: String = house.db.read(|conn| conn.scalar("select sha256 from attachment", params![])).unwrap();
        let path = house.files_folder().join(&sha256[..2]).join(&sha256);
        let mut bytes = fs::read(&path).unwrap();
        bytes[40] ^= 1;
        fs::write(&path, bytes).unwrap();
        let open = || house.files.open("request/1", &there[0].id, &Visitor::default(), "see_requests");
        assert!(open().is_err());
        fs::remove_file(&path).unwrap();
        assert!(open().is_err());
    });
}

#[test]
fn what_is_not_taken_leaves_nothing() {
    each(|house| {
        let refused = |files: &Files, upload: &Upload| files.take(upload).err().unwrap();
        let with_name = |name: &str| Upload { name: name.into(), ..upload("x") };
        let files = &house.files;
        for name in ["../../etc/passwd", "a\\b.pdf", "", "  ", "a\u{202e}fdp.exe", "a\nb", &"a".repeat(151)] {
            assert!(matches!(refused(files, &with_name(name)), NotTaken::Name), "{name:?}");
        }
        assert!(matches!(refused(files, &Upload { bytes: "".into(), ..upload("x") }), NotTaken::Empty));
        assert!(matches!(refused(files, &Upload { too_long: true, ..upload("x") }), NotTaken::TooLong(1)));
        assert!(matches!(refused(files, &upload(&"x".repeat(1 << 20))), NotTaken::TooLong(1)));
        assert!(matches!(refused(files, &Upload { bytes: "<svg/>".into(), ..upload("x") }), NotTaken::Kind));
        assert_eq!(house.lies().len(), 0);
    });
}

#[test]
fn a_scanner_has_the_last_word() {
    each(|house| {
        let scanned = |line: &str| house.files_of(1 << 20, Some(Scanner::of(line))).take(&upload("virus")).err();
        assert!(scanned("true").is_none());
        assert!(scanned("grep --quiet --invert-match nothing").is_none(), "it reads the file");
        assert!(matches!(scanned("false"), Some(NotTaken::Infected)));
        assert!(matches!(scanned("grep --no-such-option"), Some(NotTaken::Unscanned)));
        assert!(matches!(scanned("/no/such/scanner"), Some(NotTaken::Unscanned)));
        assert_eq!(house.lies().len(), 2);
    });
}
