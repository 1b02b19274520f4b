//! A fresh database for each test: SQLite in a temporary folder, PostgreSQL on the server named by
//! `TWIZA_TEST_POSTGRES` (`postgres://USER@HOST/DATABASE`, with the right to create databases).

use std::sync::atomic::{AtomicUsize, Ordering};

use postgres::{Client, NoTls};
use tempfile::TempDir;

use crate::{Db, Migration, params};

/// The table on which most tests work.
pub(super) const NOTES: &[Migration] = &[Migration {
    name: "20260101_test_note",
    sql: "create table note (number bigint not null primary key, words text, yes boolean, raw bytea);",
}];

/// A database of its own.
pub(super) struct Bed {
    /// The open database.
    pub(super) db: Db,
    /// Its address, to open it once more.
    pub(super) url: String,
    place: Place,
}

/// Where it is; removed in the end.
pub(super) enum Place {
    Folder(TempDir),
    Server { url: String, name: String },
}

/// The server on which the tests make their databases.
pub(super) fn server() -> String {
    std::env::var("TWIZA_TEST_POSTGRES").expect(
        "TWIZA_TEST_POSTGRES must name a PostgreSQL server (postgres://USER@HOST/DATABASE): \
         half of these tests run there, and leaving them out would prove nothing",
    )
}

/// A place where no database is yet, and the address it will have.
pub(super) fn sqlite_place() -> (Place, String) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("twiza.db").display());
    (Place::Folder(folder), url)
}

/// An empty database on the server, and its address.
pub(super) fn postgres_place() -> (Place, String) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("twiza_db_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let url = server();
    let mut client = Client::connect(&url, NoTls).expect("TWIZA_TEST_POSTGRES must name a running server");
    client.batch_execute(&format!("drop database if exists {name} with (force)")).unwrap();
    client.batch_execute(&format!("create database {name}")).unwrap();
    let (path, query) = url.split_once('?').map_or((url.as_str(), ""), |(path, query)| (path, query));
    let (host, _) = path.rsplit_once('/').unwrap();
    let own = if query.is_empty() { format!("{host}/{name}") } else { format!("{host}/{name}?{query}") };
    (Place::Server { url, name }, own)
}

/// One empty place on each engine.
pub(super) fn places() -> [(Place, String); 2] {
    [sqlite_place(), postgres_place()]
}

/// A database on each engine, with these migrations.
pub(super) fn both(migrations: &[Migration]) -> Vec<Bed> {
    places().into_iter().map(|place| bed(place, migrations)).collect()
}

/// A database at this place.
pub(super) fn bed((place, url): (Place, String), migrations: &[Migration]) -> Bed {
    Bed { db: Db::open(&url, migrations).unwrap(), url, place }
}

impl Bed {
    /// The folder of an SQLite database.
    pub(super) fn folder(&self) -> &std::path::Path {
        match &self.place {
            Place::Folder(folder) => folder.path(),
            Place::Server { .. } => panic!("a server has no folder"),
        }
    }
}

/// How many notes there are.
pub(super) fn notes(db: &Db) -> i64 {
    db.read(|conn| conn.scalar("select count(*) from note", params![])).unwrap()
}

/// Adds a note.
pub(super) fn note(db: &Db, number: i64) -> crate::Result<u64> {
    db.write(move |conn| conn.execute("insert into note (number) values ($1)", params![number]))
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Server { url, name } = self
            && let Ok(mut client) = Client::connect(url, NoTls)
        {
            drop(client.batch_execute(&format!("drop database if exists {name} with (force)")));
        }
    }
}
