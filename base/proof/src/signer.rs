//! Whoever keeps signing keys, as those see it who want something signed.

use std::error::Error;

use kernel::Timestamp;

use crate::{Proof, PublicKey, Statement};

/// Keeps signing keys.
pub trait Signer: Send + Sync {
    /// Signs a statement with the key in use; the first one is made when it is needed. It may wait for a database.
    ///
    /// # Errors
    /// When there is no key, or the statement is too long.
    fn sign(&self, statement: &Statement) -> Result<Proof, Unsigned>;

    /// All keys that ever signed, the newest first. It may wait for a database.
    ///
    /// # Errors
    /// When they cannot be read.
    fn keys(&self) -> Result<Vec<Published>, Unsigned>;
}

/// A key as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// By which proofs are checked.
    pub key: PublicKey,
    /// Since when it signs.
    pub since: Timestamp,
    /// When another one took its place; none for the one in use.
    pub until: Option<Timestamp>,
}

/// Why nothing was signed.
#[derive(Debug, thiserror::Error)]
#[error("no proof can be signed: {0}")]
pub struct Unsigned(Box<dyn Error + Send + Sync>);

impl Unsigned {
    /// Because of this.
    pub fn new(cause: impl Error + Send + Sync + 'static) -> Self {
        Self(Box::new(cause))
    }
}
