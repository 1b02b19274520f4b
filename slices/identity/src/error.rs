//! What can go wrong with people.

use crate::{
    PersonId,
    vault::{NoChance, NoVault, NotOpened},
};

/// Why something about a person was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// There is no vault.
    #[error(transparent)]
    NoVault(#[from] NoVault),
    /// There are no random bytes.
    #[error(transparent)]
    NoChance(#[from] NoChance),
    /// A key does not open.
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    /// The data of a person do not open or cannot be read.
    #[error("what is sealed of person {0} cannot be read: restore it from a backup, or erase the person")]
    Damaged(PersonId),
    /// The vault is not the one in force: the master key was changed while the program ran, or is a wrong one.
    #[error("the personal data are sealed under the master key {wanted}, not {found}: start with the right one")]
    OtherKey {
        /// The fingerprint of the key in force; none if there is no key yet.
        wanted: String,
        /// The fingerprint of the vault that was handed in.
        found: String,
    },
    /// Somebody else has this e-mail address or telephone number.
    #[error("somebody else has this {0} already")]
    Taken(&'static str),
    /// There is no such person.
    #[error("there is no person {0}")]
    Unknown(PersonId),
    /// The person was erased.
    #[error("person {0} was erased")]
    Erased(PersonId),
    /// An account of the demo is not written as accounts are.
    #[error("`{0}` cannot be an account")]
    Actor(&'static str),
    /// A passkey cannot be asked for.
    #[error("passkeys cannot be used: {0}")]
    Passkey(String),
    /// A second factor cannot be made or read.
    #[error("the second factor cannot be used: {0}")]
    Factor(String),
}

impl From<webauthn_rs::prelude::WebauthnError> for Error {
    fn from(error: webauthn_rs::prelude::WebauthnError) -> Self {
        Self::Passkey(error.to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Passkey(error.to_string())
    }
}
