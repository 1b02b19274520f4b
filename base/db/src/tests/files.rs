//! SQLite alone: files, disks, backups.

use std::sync::atomic::{AtomicBool, Ordering};

use super::support::{NOTES, bed, note, notes, sqlite_place};
use crate::{Db, Error, params};

#[test]
fn two_programs_may_write_to_one_file() {
    let bed = bed(sqlite_place(), NOTES);
    let other = Db::open(&bed.url, NOTES).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let db = if thread % 2 == 0 { &bed.db } else { &other };
            scope.spawn(move || {
                for step in 0..50 {
                    note(db, thread * 100 + step).unwrap();
                }
            });
        }
    });
    assert_eq!((notes(&bed.db), notes(&other)), (400, 400));
}

#[test]
fn the_writer_waits_for_the_disk_and_keeps_the_rules() {
    let bed = bed(sqlite_place(), NOTES);
    let setting = |sql: &'static str| bed.db.write(move |conn| conn.scalar::<i64>(sql, params![])).unwrap();
    assert_eq!((setting("pragma synchronous"), setting("pragma foreign_keys")), (2, 1));
    assert_eq!(bed.db.write(|conn| conn.scalar("pragma journal_mode", params![])), Ok("wal".to_owned()));
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    let letter = "Dear cooperative, ".repeat(200);
    std::fs::write(&path, &letter).unwrap();
    let error = Db::open(&format!("sqlite:{}", path.display()), NOTES).err().unwrap();
    assert_eq!(error, Error::NotADatabase(path.display().to_string()));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = Db::open("sqlite:/nowhere/at/all/twiza.db", NOTES).err().unwrap();
    assert!(matches!(&error, Error::Unreachable { place, .. } if place == "/nowhere/at/all/twiza.db"), "{error}");
}

#[test]
fn a_full_disk_loses_nothing_that_was_confirmed() {
    // The engine is given a last page; a disk without room gives the same answer.
    let bed = bed(sqlite_place(), NOTES);
    note(&bed.db, 1).unwrap();
    let limit = |pages: &'static str| {
        bed.db.write(move |conn| conn.query(pages, params![], |_| Ok(()))).unwrap();
    };
    limit("pragma max_page_count = 8");
    let big = bed.db.write(|conn| {
        let sql = "insert into note (number, words) values ($1, $2)";
        conn.execute(sql, params![2, &"x".repeat(200_000)])
    });
    let error = big.unwrap_err();
    assert!(matches!(error, Error::DiskFull(_)), "{error}");
    assert_eq!(notes(&bed.db), 1);
    limit("pragma max_page_count = 100000");
    note(&bed.db, 3).unwrap();
    let verdict: String = bed.db.read(|conn| conn.scalar("pragma integrity_check", params![])).unwrap();
    assert_eq!((notes(&bed.db), verdict.as_str()), (2, "ok"));
}

#[test]
fn a_database_that_takes_no_changes_says_so() {
    // The tests may run as root, whom rights on files do not stop; so the connection itself is told to refuse.
    let bed = bed(sqlite_place(), NOTES);
    bed.db.write(|conn| conn.batch("pragma query_only = on")).unwrap();
    let error = note(&bed.db, 1).unwrap_err();
    assert!(matches!(error, Error::ReadOnly(_)), "{error}");
    bed.db.write(|conn| conn.batch("pragma query_only = off")).unwrap();
    note(&bed.db, 1).unwrap();
}

#[test]
fn a_damaged_file_is_called_damaged() {
    let bed = bed(sqlite_place(), NOTES);
    bed.db
        .write_alone(|conn| {
            conn.bulk("note", &["number", "words"], |rows| {
                (0..20_000).try_for_each(|number| rows.push(params![number, "some words to fill a page"]))
            })
        })
        .unwrap();
    let copy = bed.folder().join("copy.db");
    bed.db.backup(&copy).unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    // Past the pages that tell which tables there are.
    bytes[100_000..400_000].fill(0xa5);
    std::fs::write(&copy, &bytes).unwrap();
    let db = Db::open(&format!("sqlite:{}", copy.display()), NOTES).unwrap();
    let sum = db.read(|conn| conn.query("select words from note", params![], |row| Ok(row.text(0)?.len())));
    assert!(matches!(sum, Err(Error::Corrupt(_))), "{sum:?}");
}

#[test]
fn a_backup_made_while_others_write_is_whole() {
    let bed = bed(sqlite_place(), NOTES);
    let done = AtomicBool::new(false);
    let backups = std::thread::scope(|scope| {
        scope.spawn(|| {
            // Always two at a time: a copy of a moment holds an even number.
            let mut number = 0;
            while !done.load(Ordering::Relaxed) {
                bed.db
                    .write(move |conn| {
                        let sql = "insert into note (number) values ($1), ($2)";
                        conn.execute(sql, params![number, number + 1])
                    })
                    .unwrap();
                number += 2;
            }
        });
        let backups: Vec<_> = (0..5)
            .map(|number| {
                let path = bed.folder().join(format!("backup-{number}.db"));
                bed.db.backup(&path).map(|()| path)
            })
            .collect();
        done.store(true, Ordering::Relaxed);
        backups
    });
    let mut last = -1;
    for path in backups {
        let copy = Db::open(&format!("sqlite:{}", path.unwrap().display()), NOTES).unwrap();
        let count = notes(&copy);
        assert!(count % 2 == 0 && count >= last, "{count} after {last}");
        last = count;
    }
    let parts = std::fs::read_dir(bed.folder())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains(".part"));
    assert_eq!(parts.count(), 0);
}

#[test]
fn what_a_backup_that_was_cut_off_left_behind_goes_with_the_next_one() {
    let bed = bed(sqlite_place(), NOTES);
    note(&bed.db, 1).unwrap();
    let left = |name: &str| bed.folder().join(name);
    for rest in ["copy.db.part", "copy.db.part-journal", "copy.db.part-wal", "copy.db.part-shm"] {
        std::fs::write(left(rest), "half a page").unwrap();
    }
    bed.db.backup(&left("copy.db")).unwrap();
    let names = std::fs::read_dir(bed.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.starts_with("copy")).collect::<Vec<_>>(), ["copy.db"]);
    let copy = Db::open(&format!("sqlite:{}", left("copy.db").display()), NOTES).unwrap();
    assert_eq!(notes(&copy), 1);
}

#[test]
fn a_backup_overwrites_nothing() {
    let bed = bed(sqlite_place(), NOTES);
    let path = bed.folder().join("precious.txt");
    std::fs::write(&path, "precious").unwrap();
    assert!(matches!(bed.db.backup(&path), Err(Error::Backup(_))));
    assert!(matches!(bed.db.backup(std::path::Path::new("/nowhere/at/all.db")), Err(Error::Backup(_))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}

#[test]
fn a_closed_database_is_one_file() {
    let (_place, url) = sqlite_place();
    let path = std::path::PathBuf::from(url.strip_prefix("sqlite:").unwrap());
    let names = || std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    let db = Db::open(&url, NOTES).unwrap();
    note(&db, 1).unwrap();
    assert_eq!((notes(&db), names()), (1, 3));
    drop(db);
    assert_eq!(names(), 1);
}

/// The folder that a test on a special disk is given.
fn disk(variable: &str) -> String {
    let folder = std::env::var(variable).unwrap_or_else(|_| panic!("{variable} must name a folder"));
    format!("sqlite:{folder}/twiza.db")
}

#[test]
#[ignore = "needs root: mount -t tmpfs -o size=1m tmpfs FOLDER, and TWIZA_TEST_SMALL_DISK=FOLDER"]
fn a_small_disk_that_fills_up_loses_nothing_that_was_confirmed() {
    let url = disk("TWIZA_TEST_SMALL_DISK");
    let filler = std::path::Path::new(url.strip_prefix("sqlite:").unwrap()).with_file_name("filler");
    std::fs::write(&filler, vec![0; 100_000]).unwrap();
    let db = Db::open(&url, NOTES).unwrap();
    let add = |number: i64| {
        let sql = "insert into note (number, words) values ($1, $2)";
        db.write(move |conn| conn.execute(sql, params![number, &"x".repeat(1_000)]))
    };
    let begun = notes(&db);
    let full = (begun..).find_map(|number| add(number).err().map(|error| (number, error)));
    let (count, error) = full.unwrap();
    assert!(matches!(error, Error::DiskFull(_)), "{error:?}");
    assert_eq!(notes(&db), count);
    drop(db);
    let error = Db::open(&url, NOTES).map(|db| note(&db, -1));
    assert!(matches!(error, Ok(Err(Error::DiskFull(_)) | Ok(_)) | Err(Error::DiskFull(_))), "{:?}", error.err());
    std::fs::remove_file(&filler).unwrap();
    let db = Db::open(&url, NOTES).unwrap();
    let verdict: String = db.read(|conn| conn.scalar("pragma integrity_check", params![])).unwrap();
    assert!(notes(&db) >= count && verdict == "ok", "{count} {verdict}");
    note(&db, -2).unwrap();
}

#[test]
#[ignore = "needs root: a disk with a twiza.db, mount -o remount,ro FOLDER, and TWIZA_TEST_FIXED_DISK=FOLDER"]
fn a_disk_mounted_read_only_says_so() {
    let error = Db::open(&disk("TWIZA_TEST_FIXED_DISK"), NOTES).err().unwrap();
    assert!(matches!(error, Error::ReadOnly(_)), "{error:?}");
}
