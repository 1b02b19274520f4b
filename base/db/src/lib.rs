//! The database: one SQL text on SQLite and on PostgreSQL, one writer that commits in groups, many readers.
//!
//! Callers write SQL that both engines read: parameters `$1`, `$2` …, columns of the types `text`, `bigint`,
//! `boolean` and `bytea`, days as ISO text. [`Db::read`] lends a connection that sees one moment; [`Db::write`]
//! hands a job to the writer and returns once the job is on disk.
//!
//! Everything here blocks: call it from a thread that may wait (`spawn_blocking`), never from an async task.
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
