//! The tables `factor` and `recovery`. No other file names them.

use db::{Conn, params};
use kernel::Timestamp;

use crate::{AccountId, Error, instant};

/// Whether a second factor is asked of an account.
///
/// # Errors
/// When the database cannot.
pub fn is_on(conn: &mut Conn, account: &AccountId) -> Result<bool, Error> {
    let sql = "select 1 from factor where account = $1 and confirmed_at is not null";
    Ok(conn.optional(sql, params![account.as_str()], |row| row.int(0))?.is_some())
}

/// Keeps a secret that is not asked for yet, in the place of another such.
pub(super) fn begin(conn: &mut Conn, account: &AccountId, sealed: &[u8], now: Timestamp) -> Result<(), Error> {
    conn.execute("delete from factor where account = $1 and confirmed_at is null", params![account.as_str()])?;
    conn.execute(
        "insert into factor (account, secret, begun_at, last_step) values ($1, $2, $3, 0)
         on conflict (account) do nothing",
        params![account.as_str(), sealed, &instant(now)],
    )?;
    Ok(())
}

/// Asks for the secret from now on.
pub(super) fn confirm(conn: &mut Conn, account: &AccountId, now: Timestamp) -> Result<(), Error> {
    let sql = "update factor set confirmed_at = $2 where account = $1";
    conn.execute(sql, params![account.as_str(), &instant(now)])?;
    Ok(())
}

/// The sealed secret.
pub(super) fn secret(conn: &mut Conn, account: &AccountId) -> Result<Option<Vec<u8>>, Error> {
    let sql = "select secret from factor where account = $1";
    Ok(conn.optional(sql, params![account.as_str()], |row| row.get(0))?)
}

/// Uses the code of a step. Tells whether it was not too late: used already, or older than one that was.
pub(super) fn use_step(conn: &mut Conn, account: &AccountId, step: i64) -> Result<bool, Error> {
    let sql = "update factor set last_step = $2 where account = $1 and last_step < $2";
    Ok(conn.execute(sql, params![account.as_str(), step])? > 0)
}

/// Adds a recovery code.
pub(super) fn add_recovery(conn: &mut Conn, account: &AccountId, digest: &str) -> Result<(), Error> {
    let sql = "insert into recovery (digest, account) values ($1, $2)";
    conn.execute(sql, params![digest, account.as_str()])?;
    Ok(())
}

/// Uses a recovery code. Tells whether there was one.
pub(super) fn use_recovery(conn: &mut Conn, account: &AccountId, digest: &str) -> Result<bool, Error> {
    let sql = "delete from recovery where digest = $1 and account = $2";
    Ok(conn.execute(sql, params![digest, account.as_str()])? > 0)
}

/// Ends the second factor of an account.
///
/// # Errors
/// When the database cannot.
pub fn end(conn: &mut Conn, account: &AccountId) -> Result<(), Error> {
    conn.execute("delete from recovery where account = $1", params![account.as_str()])?;
    conn.execute("delete from factor where account = $1", params![account.as_str()])?;
    Ok(())
}
