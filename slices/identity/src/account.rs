//! Accounts: what a person comes in with.
//!
//! An account is opened for a person by an invitation or by the person; it has no password until its owner chose one through
//! a **link** that was sent to them, which proves that the address is theirs. A closed account lets nobody in and stays, for
//! what was done with it.

use db::Conn;
use kernel::{Lang, Timestamp};

use crate::{Error, PersonId, Vault, audit, id::ids, person};

pub(crate) mod store;

pub use store::{by_id, by_person, claim, close, each, open, persons, release, reopen};

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

/// What the owner of an account is called; none of whoever was erased. That it was read is noted by this line, unless the owner did.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn called(conn: &mut Conn, vault: &Vault, id: &AccountId, read: audit::Line) -> Result<Option<String>, Error> {
    let Some(account) = by_id(conn, id)? else { return Ok(None) };
    let person = person::by_id(conn, vault, &account.person)?;
    let name = person.as_ref().and_then(|person| person.details()?.name.as_ref()).map(ToString::to_string);
    if name.is_some() && read.account.as_ref() != Some(id) {
        audit::add(conn, &read.about(&account.person))?;
    }
    Ok(name)
}
