//! What tests stand on: a fresh database on both engines, and a PostgreSQL server that a test may cut off.
//!
//! Only ever a dev-dependency. Nothing here is skipped in silence: without a PostgreSQL, tests fail and say what to do.
//!
//! Not here: migrations (a test opens the database through `db`, which brings its tables).

#[cfg(feature = "databases")]
mod database;
pub mod postgres;

#[cfg(feature = "databases")]
pub use database::{Engine, TestDatabase, databases};
