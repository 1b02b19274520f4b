//! What can go wrong: a refusal, for which there is a reason and a next step, or a fault.

use crate::Refusal;

/// What this crate's functions fail with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database cannot.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// The journal or the ledger holds something that it cannot hold.
    #[error("the journal is damaged: {0}")]
    Broken(String),
    /// A file could not be read or written.
    #[error("{0}")]
    File(#[from] std::io::Error),
}
