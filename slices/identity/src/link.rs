//! Links that are sent to people, by which they choose a password: to confirm a new account, to follow an invitation, and to
//! come in again who forgot it. Each is good once, and not for long; a newer one voids those before.

use db::Conn;
use jiff::SignedDuration;

use crate::{Account, Error, Secret, Vault, person, site};

pub(crate) mod store;

/// How long who asked for a link may take.
pub const ASKED_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How long who was invited may take.
pub const INVITATION: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Under which name it is sealed where a link leads on to.
const FIELD: &str = "next";

/// Lets whoever comes in by a link go on to a page of this site; what is no such page is dropped. The page may be the link of an
/// invitation, whose table holds a digest alone: it is sealed with the person's key.
///
/// # Errors
/// When the database cannot, another master key is in force, or the person was erased.
pub fn lead_on(conn: &mut Conn, vault: &Vault, account: &Account, secret: &Secret, next: &str) -> Result<(), Error> {
    let Some(next) = site::onward(Some(next)) else { return Ok(()) };
    let sealed = person::key_of(conn, vault, &account.person)?.seal(FIELD, next)?;
    store::lead_on(conn, secret, &sealed)
}

/// Where whoever comes in by a link to this account goes on to; none if that was not said. It is gone once the link was used.
///
/// # Errors
/// When the database cannot, another master key is in force, or the link is one to another account.
pub fn next(conn: &mut Conn, vault: &Vault, account: &Account, secret: &Secret) -> Result<Option<String>, Error> {
    let Some(sealed) = store::next(conn, secret)? else { return Ok(None) };
    let next = person::key_of(conn, vault, &account.person)?.open(FIELD, &sealed)?;
    Ok(Some(next.to_string()))
}
