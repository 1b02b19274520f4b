//! What tests stand on: a fresh database on both engines, a PostgreSQL server that a test may cut off, and a browser.
//!
//! Only ever a dev-dependency. Nothing here is skipped in silence: without a PostgreSQL or a browser, tests fail and say what to do.
//!
//! Not here: migrations (a test opens the database through `db`, which brings its tables).

pub mod browser;
#[cfg(feature = "databases")]
mod database;
pub mod http;
mod kept;
pub mod postgres;

#[cfg(feature = "databases")]
pub use database::{Engine, TestDatabase, databases};
pub use kept::Kept;
