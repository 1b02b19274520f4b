//! PostgreSQL alone: servers that go away, programs that share one.

use std::sync::mpsc::channel;
use std::time::Duration;

use postgres::{Client, NoTls};

use super::support::{Bed, NOTES, bed, note, notes, postgres_place, server};
use crate::{Db, Error, params};

fn on_server() -> Bed {
    bed(postgres_place(), NOTES)
}

/// Ends all sessions of the database, as a restart of the server does.
fn kill_all(bed: &Bed) {
    let mut client = Client::connect(&server(), NoTls).unwrap();
    let name = bed.url.split('?').next().unwrap().rsplit('/').next().unwrap();
    let killed =
        client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", &[&name]).unwrap();
    assert!(!killed.is_empty());
    std::thread::sleep(Duration::from_millis(100));
}

#[test]
fn a_connection_that_died_while_idle_is_replaced_unnoticed() {
    let bed = on_server();
    note(&bed.db, 1).unwrap();
    assert_eq!(notes(&bed.db), 1);
    kill_all(&bed);
    note(&bed.db, 2).unwrap();
    assert_eq!(notes(&bed.db), 2);
}

#[test]
fn a_group_whose_connection_dies_is_told_so_and_the_next_one_works() {
    let bed = on_server();
    let (go, wait) = channel::<()>();
    let (held, holding) = channel();
    std::thread::scope(|scope| {
        let first = scope.spawn(|| {
            bed.db.write(move |conn| {
                let changed = conn.execute("insert into note (number) values (1)", params![])?;
                held.send(()).unwrap();
                wait.recv().unwrap();
                Ok::<_, Error>(changed)
            })
        });
        holding.recv().unwrap();
        let second = scope.spawn(|| note(&bed.db, 2));
        std::thread::sleep(Duration::from_millis(50));
        kill_all(&bed);
        go.send(()).unwrap();
        let first = first.join().unwrap();
        assert!(matches!(first, Err(Error::Lost(_))), "{first:?}");
        // It stood in the same group or in the next, on a new connection.
        let second = second.join().unwrap();
        assert!(matches!(second, Err(Error::Lost(_)) | Ok(1)), "{second:?}");
        let kept = i64::from(second.is_ok());
        assert_eq!(notes(&bed.db), kept);
    });
    note(&bed.db, 3).unwrap();
    note(&bed.db, 1).unwrap();
}

#[test]
fn a_job_whose_statement_meets_a_dead_server_loses_its_group_only() {
    let bed = on_server();
    let suicide = bed.db.write(|conn| {
        conn.execute("insert into note (number) values (1)", params![])?;
        conn.query("select pg_terminate_backend(pg_backend_pid())", params![], |_| Ok(()))
    });
    assert!(matches!(suicide, Err(Error::Lost(_))), "{suicide:?}");
    assert_eq!(notes(&bed.db), 0);
    note(&bed.db, 1).unwrap();
}

#[test]
fn a_lost_change_alone_is_told_so_too() {
    let bed = on_server();
    let lost = bed.db.write_alone(|conn| {
        conn.execute("insert into note (number) values (1)", params![])?;
        conn.query("select pg_terminate_backend(pg_backend_pid())", params![], |_| Ok(()))
    });
    assert!(matches!(lost, Err(Error::Lost(_))), "{lost:?}");
    note(&bed.db, 1).unwrap();
}

#[test]
fn a_read_whose_server_dies_is_told_so_and_the_next_one_works() {
    let bed = on_server();
    let lost = bed.db.read(|conn| {
        kill_all(&bed);
        conn.scalar::<i64>("select count(*) from note", params![])
    });
    assert!(matches!(lost, Err(Error::Lost(_))), "{lost:?}");
    assert_eq!(notes(&bed.db), 0);
}

#[test]
fn programs_that_take_the_same_lock_follow_one_another() {
    let bed = on_server();
    let other = Db::open(&bed.url, NOTES).unwrap();
    // Without the lock two of them would count the same and give the same number.
    let next = |db: &Db| {
        db.write(|conn| {
            conn.lock(42)?;
            let number: i64 = conn.scalar("select count(*) from note", params![])?;
            conn.execute("insert into note (number) values ($1)", params![number])
        })
    };
    std::thread::scope(|scope| {
        for thread in 0..6 {
            let db = if thread % 2 == 0 { &bed.db } else { &other };
            scope.spawn(move || (0..30).for_each(|_| assert_eq!(next(db), Ok(1))));
        }
    });
    assert_eq!(notes(&bed.db), 180);
}

#[test]
fn a_server_that_is_not_there_is_named_without_the_password() {
    let error = Db::open("postgres://amina:s3cret@127.0.0.1:1/twiza", NOTES).err().unwrap();
    assert!(matches!(&error, Error::Unreachable { place, .. } if place == "127.0.0.1:1/twiza"), "{error}");
    assert!(!error.to_string().contains("s3cret"));
}

#[test]
fn a_database_that_is_not_there_is_named() {
    let bed = on_server();
    let missing = bed.url.replace("twiza_db_test", "twiza_db_missing");
    let error = Db::open(&missing, NOTES).err().unwrap();
    assert!(matches!(&error, Error::Unreachable { reason, .. } if reason.contains("does not exist")), "{error}");
}

#[test]
fn a_database_that_sorts_by_the_rules_of_a_language_is_refused() {
    let bed = on_server();
    let name = format!("twiza_db_test_icu_{}", std::process::id());
    let mut client = Client::connect(&server(), NoTls).unwrap();
    client.batch_execute(&format!("drop database if exists {name}")).unwrap();
    let made = format!("create database {name} template template0 locale_provider icu icu_locale 'fr' locale 'C'");
    client.batch_execute(&made).unwrap();
    let own = bed.url.split('?').next().unwrap().rsplit('/').next().unwrap();
    let error = Db::open(&bed.url.replace(own, &name), NOTES).err();
    client.batch_execute(&format!("drop database {name} with (force)")).unwrap();
    assert!(matches!(&error, Some(Error::WrongOrder(place)) if place.ends_with(&name)), "{error:?}");
}

#[test]
fn a_backup_is_left_to_the_servers_own_tools() {
    let bed = on_server();
    let error = bed.db.backup(std::path::Path::new("/tmp/never-written.db")).unwrap_err();
    assert!(error.to_string().contains("pg_dump"), "{error}");
}
