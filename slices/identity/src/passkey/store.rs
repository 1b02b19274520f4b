//! The tables `passkey` and `ceremony`. No other file names them.

use db::{Conn, Row, params};
use kernel::Timestamp;

use super::{LASTS, Passkey, PasskeyId};
use crate::{AccountId, Error, Secret, instant, opt, read};

/// A passkey as it is known again.
pub(super) struct Kept {
    pub(super) id: PasskeyId,
    pub(super) account: AccountId,
    pub(super) key: webauthn_rs::prelude::Passkey,
}

/// Keeps what a device is asked; gives the secret by which the answer names it.
pub(super) fn ask(conn: &mut Conn, account: Option<&AccountId>, state: &str, now: Timestamp) -> Result<Secret, Error> {
    conn.execute("delete from ceremony where ends_at <= $1", params![&instant(now)])?;
    let (secret, ends_at) = (Secret::new()?, now.saturating_add(LASTS).unwrap_or(Timestamp::MAX));
    conn.execute(
        "insert into ceremony (digest, account, state, ends_at) values ($1, $2, $3, $4)",
        params![&secret.digest(), account.map(AccountId::as_str), state, &instant(ends_at)],
    )?;
    Ok(secret)
}

/// Takes what was asked: nobody can answer it again. None if it was not, of somebody else, too long ago, or answered.
pub(super) fn take(
    conn: &mut Conn,
    secret: &Secret,
    account: Option<&AccountId>,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let (digest, account) = (secret.digest(), account.map_or("", AccountId::as_str));
    let sql = "select state from ceremony where digest = $1 and coalesce(account, '') = $2 and ends_at > $3";
    let state = conn.optional(sql, params![&digest, account, &instant(now)], |row| row.get(0))?;
    let taken = conn.execute("delete from ceremony where digest = $1", params![&digest])? > 0;
    Ok(state.filter(|_| taken))
}

/// Adds a passkey: the id that the device gave it, the name that its owner did, and the key.
pub(super) fn add(
    conn: &mut Conn,
    account: &AccountId,
    (credential, name, key): (&str, &str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    let id = PasskeyId::new()?;
    conn.execute(
        "insert into passkey (id, account, credential, name, public_key, made_at) values ($1, $2, $3, $4, $5, $6)",
        params![id.as_str(), account.as_str(), credential, name, key, &instant(now)],
    )?;
    Ok(())
}

/// The passkey to which a device gave this id.
pub(super) fn by_credential(conn: &mut Conn, credential: &str) -> Result<Option<Kept>, Error> {
    let sql = "select id, account, public_key from passkey where credential = $1";
    Ok(conn.optional(sql, params![credential], |row| {
        Ok(Kept { id: read(row, 0)?, account: read(row, 1)?, key: key(row, 2)? })
    })?)
}

/// The keys of an account.
pub(super) fn keys(conn: &mut Conn, account: &AccountId) -> Result<Vec<webauthn_rs::prelude::Passkey>, Error> {
    let sql = "select public_key from passkey where account = $1 order by made_at, id";
    Ok(conn.query(sql, params![account.as_str()], |row| key(row, 0))?)
}

/// Notes that a passkey was used, with the counter that its device has now.
pub(super) fn used(conn: &mut Conn, id: &PasskeyId, key: &str, now: Timestamp) -> Result<(), Error> {
    let sql = "update passkey set public_key = $2, used_at = $3 where id = $1";
    conn.execute(sql, params![id.as_str(), key, &instant(now)])?;
    Ok(())
}

/// The passkeys of an account, oldest first.
///
/// # Errors
/// When the database cannot.
pub fn of(conn: &mut Conn, account: &AccountId) -> Result<Vec<Passkey>, Error> {
    let sql = "select id, name, made_at, used_at from passkey where account = $1 order by made_at, id";
    let passkey = |row: &Row<'_>| {
        Ok(Passkey { id: read(row, 0)?, name: row.get(1)?, made_at: read(row, 2)?, used_at: opt(row, 3)? })
    };
    Ok(conn.query(sql, params![account.as_str()], passkey)?)
}

/// Removes a passkey of an account. Tells whether there was one.
///
/// # Errors
/// When the database cannot.
pub fn end(conn: &mut Conn, account: &AccountId, id: &PasskeyId) -> Result<bool, Error> {
    let sql = "delete from passkey where id = $1 and account = $2";
    Ok(conn.execute(sql, params![id.as_str(), account.as_str()])? > 0)
}

/// Removes all passkeys of an account, and what its devices were asked.
pub(crate) fn forget(conn: &mut Conn, account: &AccountId) -> Result<(), Error> {
    conn.execute("delete from passkey where account = $1", params![account.as_str()])?;
    conn.execute("delete from ceremony where account = $1", params![account.as_str()])?;
    Ok(())
}

fn key(row: &Row<'_>, column: usize) -> db::Result<webauthn_rs::prelude::Passkey> {
    serde_json::from_str(row.text(column)?)
        .map_err(|error| db::Error::Value(format!("a passkey cannot be read: {error}")))
}
