//! The database: one SQL text on SQLite and on PostgreSQL, one writer that commits in groups, many readers.
//!
//! Callers write SQL that both engines read: parameters `$1`, `$2` …, columns of the types `text`, `bigint`,
//! `boolean` and `bytea`, days as ISO text. [`Db::read`] lends a connection that sees one moment; [`Db::write`]
//! hands a job to the writer and returns once the job is on disk.
//!
//! Everything here blocks: call it from a thread that may wait (`spawn_blocking`), never from an async task.
//!
//! ```no_run
//! use db::{Db, Migration, params};
//!
//! const NOTES: Migration = Migration { name: "20261121_note", sql: "create table note (words text not null)" };
//!
//! let db = Db::open("sqlite:twiza.db", &[NOTES])?;
//! let words = String::from("argan");
//! db.write(move |conn| conn.execute("insert into note (words) values ($1)", params![&words]))?;
//! let notes = db.read(|conn| conn.query("select words from note", params![], |row| row.get::<String>(0)))?;
//! # Ok::<(), db::Error>(())
//! ```
//!
//! Not here: any table but `migration`, any word of the domain.

mod backup;
mod bulk;
mod conn;
mod database;
mod error;
mod migration;
mod pool;
mod postgresql;
mod row;
mod source;
mod sqlite;
mod value;
mod writer;

pub use bulk::BulkWriter;
pub use conn::{Conn, Engine};
pub use database::Db;
pub use error::{ConstraintKind, Error};
pub use migration::Migration;
pub use row::{Column, Row};
pub use value::Value;

/// What every call of this crate gives back.
pub type Result<T, E = Error> = std::result::Result<T, E>;

#[cfg(test)]
mod tests;
