//! Databases that live as long as a test.

use std::{
    collections::hash_map::RandomState,
    env,
    fmt::{self, Display},
    hash::{BuildHasher, Hasher},
};

use ::postgres::{Client, NoTls};
use tempfile::TempDir;

use crate::postgres::URL_VARIABLE;

/// Which database stands behind an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// An empty database of a test's own; it is gone once this value is dropped.
#[derive(Debug)]
pub struct TestDatabase {
    /// Its address, as `db::open` reads it: `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Which engine it runs on: say it when a test fails.
    pub engine: Engine,
    _place: Place,
}

/// What goes away with a database.
#[derive(Debug)]
enum Place {
    /// The folder of its file; dropping it removes the file, the log beside it and all.
    Folder(#[expect(dead_code, reason = "held for its drop")] TempDir),
    /// Its name on the server.
    Server { url: String, name: String },
}

/// An empty database on each engine: SQLite, then PostgreSQL.
///
/// # Panics
/// When `TWIZA_TEST_POSTGRES` does not name a server that lets us create databases, or there is no room for a file.
#[must_use]
pub fn databases() -> Vec<TestDatabase> {
    vec![sqlite(), postgres()]
}

/// A file in a folder of its own, not yet made: opening it creates it.
fn sqlite() -> TestDatabase {
    let folder = TempDir::with_prefix("twiza-").unwrap_or_else(|error| panic!("no folder for a test: {error}"));
    let url = format!("sqlite:{}", folder.path().join("twiza.db").display());
    TestDatabase { url, engine: Engine::Sqlite, _place: Place::Folder(folder) }
}

/// A database on the test run's server.
fn postgres() -> TestDatabase {
    let Ok(server) = env::var(URL_VARIABLE) else {
        panic!("{URL_VARIABLE} is not set: run `cargo xtask test`, which starts a PostgreSQL for the tests")
    };
    // Chance, not the clock: many test processes ask at the same instant.
    let name = format!("twiza_{:016x}", RandomState::new().build_hasher().finish());
    run(&server, &format!("create database {name} template template0"))
        .unwrap_or_else(|error| panic!("no test database on {server} ({URL_VARIABLE}): {error}"));
    let url = in_database(&server, &name);
    TestDatabase { url, engine: Engine::Postgres, _place: Place::Server { url: server, name } }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Server { url, name } = self {
            // A server that was cut off took its databases along: there is nobody left to tell.
            let _ = run(url, &format!("drop database if exists {name} with (force)"));
        }
    }
}

/// Runs one statement on a connection of its own.
fn run(server: &str, statement: &str) -> Result<(), ::postgres::Error> {
    Client::connect(server, NoTls)?.batch_execute(statement)
}

/// The address of another database on the same server.
fn in_database(server: &str, name: &str) -> String {
    let (address, parameters) = match server.split_once('?') {
        Some((address, parameters)) => (address, format!("?{parameters}")),
        None => (server, String::new()),
    };
    let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", address));
    let authority = rest.split_once('/').map_or(rest, |(authority, _)| authority);
    format!("{scheme}://{authority}/{name}{parameters}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_of_the_same_server_keeps_user_host_and_parameters() {
        let name = |server| in_database(server, "fresh");
        assert_eq!(name("postgres://me@localhost:5433/postgres"), "postgres://me@localhost:5433/fresh");
        assert_eq!(name("postgres://me@%2Ftmp%2Fx/postgres?a=b"), "postgres://me@%2Ftmp%2Fx/fresh?a=b");
        assert_eq!(name("postgresql://localhost"), "postgresql://localhost/fresh");
    }

    #[test]
    fn each_test_gets_empty_databases_of_its_own_and_leaves_none_behind() {
        let (first, second) = (databases(), databases());
        assert_eq!(first.iter().map(|db| db.engine).collect::<Vec<_>>(), [Engine::Sqlite, Engine::Postgres]);
        assert_ne!(first[1].url, second[1].url);
        run(&first[1].url, "create table act (seq bigint)").unwrap();
        run(&second[1].url, "create table act (seq bigint)").unwrap();
        let gone = first[1].url.clone();
        drop(first);
        assert!(run(&gone, "select 1").is_err());
        run(&second[1].url, "select seq from act").unwrap();
    }

    #[test]
    fn a_sqlite_file_goes_with_its_database() {
        let database = sqlite();
        let file = std::path::PathBuf::from(database.url.strip_prefix("sqlite:").unwrap());
        std::fs::write(&file, "").unwrap();
        drop(database);
        assert!(!file.exists());
    }
}
