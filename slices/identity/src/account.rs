//! Accounts: what a person comes in with.
//!
//! An account is opened for a person by an invitation or by the person; it has no password until its owner chose one through
//! a **link** that was sent to them, which proves that the address is theirs. A closed account lets nobody in and stays, for
//! what was done with it.

use kernel::{Lang, Timestamp};

use crate::{PersonId, id::ids};

pub(crate) mod store;

pub use store::{by_id, by_person, close, each, open, reopen};

ids! {
    /// The id of an account: 32 hexadecimal digits by chance, as which acts name their authors.
    AccountId
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// By which everything else names it.
    pub id: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// In which language the person is written to.
    pub language: Lang,
    /// Whether a password was chosen.
    pub has_password: bool,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// Since when it lets nobody in.
    pub closed_at: Option<Timestamp>,
}
