//! What somebody changed behind the program's back is found, and what the machine refuses to write is told.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;
#[path = "../src/migrations.rs"]
mod migrations;

use std::{fs, os::unix::process::CommandExt, process::Command};

use db::{Db, params};
use house::{House, Said, TWIZA};
use testkit::databases;

/// Changes of the journal: the statement, and what `verify` says.
const ON_ACTS: &[(&str, &str)] = &[
    ("update act set body = replace(body, 'AGR', 'ART') where seq = 1", "act 1 breaks the chain: its hash should be "),
    ("update act set body = '{' where seq = 2", "act 2 breaks the chain"),
    ("update act set author = 'import:twizA' where seq = 5", "act 5 breaks the chain"),
    ("update act set document = null where seq = 9", "act 9 breaks the chain"),
    ("update act set effective_on = '2019-03-16' where seq = 1", "act 1 breaks the chain"),
    ("update act set effective_on = 'never' where seq = 4", "act 4 breaks the chain"),
    ("update act set recorded_at = '2020-01-01T00:00:00.000000Z' where seq = 6", "act 6 breaks the chain"),
    ("update act set recorded_at = 'never' where seq = 6", "act 6 breaks the chain"),
    ("update act set kind = 'dissolved' where seq = 12", "act 12 breaks the chain"),
    ("update act set subject = 'cooperative/EX-2' where seq = 3", "act 3 breaks the chain"),
    ("update act set voids = 1 where seq = 3", "act 3 breaks the chain"),
    ("update act set hash = substr(hash, 2) || substr(hash, 1, 1) where seq = 7", "act "),
    ("update act set hash = upper(hash) where seq = 7", "act 7 breaks the chain"),
    ("update act set hash = '' where seq = 27", "act "),
    ("delete from act where seq = 1", "act 2 breaks the chain: act 1 is missing before it"),
    ("delete from act where seq = 8", "act 9 breaks the chain: act 8 is missing before it"),
    ("update act set seq = 28 where seq = 27", "act 28 breaks the chain: act 27 is missing before it"),
];

/// Changes of what follows from the journal.
const ON_ENTRIES: &[(&str, &str)] = &[
    (
        "update posting set entries = (select entries from posting where seq = 12) where seq = 1",
        "the entries of act 1 are not what it implies",
    ),
    ("update posting set seq = 28 where seq = 27", "the entries of act 28 are not what it implies"),
    ("delete from posting where seq = 22", "the entries of act 22 are not what it implies"),
    ("delete from posting", "the entries of act 1 are not what it implies"),
    (
        "insert into posting select 99, entries from posting where seq = 1",
        "the entries of act 99 are not what it implies",
    ),
    ("update cell set sector = 'ART' where sector = 'AGR'", "the entries of act 1 are not what it implies"),
    ("update cell set place = null where id = 1", "the entries of act 1 are not what it implies"),
    ("update cell set place = null", "is not what it was: the same cell is there before it"),
];

/// Opens a database as the program does.
fn open(url: &str) -> Db {
    Db::open(url, &migrations::all()).unwrap()
}

/// Runs statements behind the program's back; how many rows the last one changed.
fn run(db: &Db, statements: &[&str]) -> u64 {
    let all = |conn: &mut db::Conn| statements.iter().try_fold(0, |_, statement| conn.execute(statement, params![]));
    db.write_alone::<_, db::Error>(all).unwrap()
}

const TABLES: [&str; 3] = ["act", "posting", "cell"];

#[test]
fn whatever_is_changed_behind_the_programs_back_is_found_and_the_act_named() {
    for database in databases() {
        let house = match database.engine {
            testkit::Engine::Sqlite => House::new(),
            testkit::Engine::Postgres => House::of(&database),
        };
        house.take_in_example();
        let head = house.head();
        assert_eq!(head.0, 27);
        let address = match house.url.strip_prefix("sqlite:") {
            Some(file) => format!("sqlite:{}", house.path(file).display()),
            None => house.url.clone(),
        };
        let db = open(&address);
        for table in TABLES {
            run(&db, &[&format!("create table kept_{table} as select * from {table}")]);
        }
        for (change, says) in ON_ACTS.iter().chain(ON_ENTRIES) {
            assert!(run(&db, &[change]) > 0, "{change}");
            let said = house.refused(1, "verify");
            assert!(said.contains(says), "{}: {change}: {said}", database.engine);
            for table in TABLES {
                let back = [format!("delete from {table}"), format!("insert into {table} select * from kept_{table}")];
                run(&db, &[&back[0], &back[1]]);
            }
        }
        // Two acts that changed places.
        run(
            &db,
            &[
                "update act set seq = -1 where seq = 9",
                "update act set seq = 9 where seq = 10",
                "update act set seq = 10 where seq = -1",
            ],
        );
        let said = house.refused(1, "verify");
        assert!(said.contains("act 9 breaks the chain"), "{}: {said}", database.engine);
        run(&db, &["delete from act", "insert into act select * from kept_act"]);
        assert_eq!(house.head(), head);
    }
}

#[test]
fn a_journal_whose_last_act_was_taken_away_is_found_out_by_its_entries() {
    for database in databases() {
        let house = House::of(&database);
        house.take_in_example();
        run(&open(&database.url), &["delete from act where seq = 27"]);
        let said = house.refused(1, "verify");
        assert!(said.contains("act 27"), "{}: {said}", database.engine);
    }
}

#[test]
fn a_file_that_is_no_database_or_half_a_one_is_told_and_left_as_it_is() {
    let house = House::new();
    house.take_in_example();
    let whole = fs::read(house.path("twiza.db")).unwrap();
    let cases: [(&[u8], &str); 3] = [
        (&whole[..whole.len() / 2], "the database is damaged"),
        (b"number,name_fr\n1,Amal\n", "twiza.db is not a database: it is some other file"),
        (b"SQLite format 3\0", "twiza.db is not a database"),
    ];
    for (bytes, says) in cases {
        house.write("twiza.db", bytes);
        for command in ["verify", "figures cooperatives", "export -", "backup copy.db", "demo --small --no-serve"] {
            let said = house.refused(1, command);
            assert!(said.contains(says), "{command}: {said}");
        }
        assert!(fs::read(house.path("twiza.db")).unwrap() == bytes, "{says}: the file was changed");
    }
    house.write("twiza.db", &whole);
    assert_eq!(house.head().0, 27);
}

#[test]
fn where_there_is_no_database_yet_the_program_says_how_to_begin() {
    let house = House::new();
    for command in ["verify", "figures cooperatives", "trace cooperatives", "export -", "backup copy.db"] {
        let said = house.refused(1, command);
        assert_eq!(said, "twiza: there is no database twiza.db yet: begin with `twiza demo` or `twiza import`\n");
    }
    assert_eq!(house.files(), [] as [&str; 0]);
    let nowhere = House::at("sqlite://no/folder/twiza.db");
    assert!(nowhere.refused(1, "verify").contains("there is no database no/folder/twiza.db yet"));
    for (url, says) in [
        ("mysql://me:secret@host/twiza", "`mysql://host/twiza` is not a database address"),
        ("postgres://me:secret@%2Fnowhere/twiza", "cannot be reached"),
    ] {
        let said = House::at(url).refused(1, "verify");
        assert!(said.contains(says) && !said.contains("secret"), "{said}");
    }
}

/// A list that needs more room than there is.
fn long_list() -> String {
    let row = |row: u32| format!("R-{row},Coopérative {row},15/03/2019,{}\n", 5 + row % 9);
    ["number,name_fr,registered_on,women\n".to_owned()].into_iter().chain((0..3000).map(row)).collect()
}

#[test]
fn when_the_disk_takes_no_more_the_change_is_refused_and_what_was_confirmed_stays() {
    let house = House::new();
    house.take_in_example();
    let head = house.head();
    house.write("long.csv", long_list());
    // No file may grow beyond a limit: the next write fails, as on a full disk.
    let mut limited = house.prepared("trap '' XFSZ; ulimit -f 600", "import --profile twiza long.csv");
    let said = Said::of(&mut limited).refused(1);
    assert!(said.contains("the disk of the database ") && said.ends_with("; nothing was kept\n"), "{said}");
    assert_eq!(house.head(), head);
    assert_eq!(house.figures("registrations"), ["7"]);

    // A limit that ends the process in the middle of a write.
    let status = house.prepared("ulimit -f 600", "import --profile twiza long.csv").output().unwrap().status;
    assert!(!status.success());
    assert_eq!(house.head(), head);
    let said = house.ok("import --profile twiza long.csv");
    assert!(said.contains("3000 rows read, 3000 taken"), "{said}");

    for command in ["export journal.jsonl", "export --format csv journal.csv", "backup copy.db"] {
        let before = house.files();
        let said = Said::of(&mut house.prepared("trap '' XFSZ; ulimit -f 100", command)).refused(1);
        assert!(said.starts_with("twiza: "), "{said}");
        assert_eq!(house.files(), before, "{command} left something behind");
        house.ok(command);
    }
}

#[test]
fn when_nobody_can_take_what_is_written_the_program_says_so_and_does_not_panic() {
    let house = House::new();
    house.take_in_example();
    for command in
        ["verify", "figures cooperatives", "trace members --format csv", "measures", "export -", "backup a.db"]
    {
        let said = Said::of(&mut house.prepared("exec >/dev/full", command)).refused(1);
        assert!(said.contains("No space left on device"), "{command}: {said}");
        // Whoever read our output may have stopped: `twiza export - | head`.
        fs::remove_file(house.path("a.db")).ok();
        let words = format!("\"$0\" --database sqlite:twiza.db {command} | true");
        let said = Said::of(Command::new("sh").current_dir(house.path("")).args(["-c", &words, TWIZA]));
        assert_eq!(said.refused(0), "", "{command}");
    }
    let head = house.head();
    house.write("bad.csv", "number,name_fr,registered_on\nA-1,Amal,2020-01-01\nA-2,Nour,never\n");
    let said = house.refused(1, "import --profile twiza --rejects /dev/full bad.csv");
    assert!(said.contains("bad.csv: the rejected rows cannot be written: No space left on device"), "{said}");
    let said = house.refused(1, "import --profile twiza --rejects no/folder/bad.csv bad.csv");
    assert!(said.contains("the rejected rows cannot be written") && said.ends_with("nothing was kept\n"), "{said}");
    assert_eq!(house.head(), head);
}

#[test]
fn in_a_folder_that_can_only_be_read_nothing_is_changed_and_the_reason_told() {
    let house = House::open_to_all();
    house.take_in_example();
    let head = house.head();
    house.write("list.csv", long_list());
    let program = house.path("twiza");
    fs::copy(TWIZA, &program).unwrap();
    // Root may write anywhere: so this is done as nobody.
    let root = fs::metadata("/proc/self").map(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0).unwrap();
    let as_nobody = |words: &str| {
        let mut command = Command::new(&program);
        command.current_dir(house.path("")).env_remove("TWIZA_DATABASE").args(words.split_whitespace());
        if root { Said::of(command.uid(65534).gid(65534)) } else { Said::of(&mut command) }
    };
    let mode = |path: &str, mode| {
        let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
        fs::set_permissions(house.path(path), permissions).unwrap();
    };
    mode("twiza.db", 0o444);
    mode("", 0o555);
    for command in ["import --profile twiza list.csv", "figures cooperatives"] {
        let said = as_nobody(&format!("--database sqlite:twiza.db {command}")).refused(1);
        assert!(said.contains("the database can only be read ("), "{command}: {said}");
    }
    let said = as_nobody("--database sqlite:new.db import --profile twiza list.csv").refused(1);
    assert!(said.contains("the database new.db cannot be reached"), "{said}");
    mode("", 0o755);
    mode("twiza.db", 0o644);
    assert_eq!(house.head(), head);
}
