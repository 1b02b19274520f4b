//! The table `link`. No other file names it.

use db::{Conn, params};
use jiff::SignedDuration;
use kernel::Timestamp;

use crate::{AccountId, Error, instant, read, secret::Secret};

/// Makes a link to an account; those before are void.
pub(crate) fn make(
    conn: &mut Conn,
    account: &AccountId,
    good_for: SignedDuration,
    now: Timestamp,
) -> Result<Secret, Error> {
    void(conn, account)?;
    conn.execute("delete from link where ends_at <= $1", params![&instant(now)])?;
    let (secret, ends_at) = (Secret::new()?, now.saturating_add(good_for).unwrap_or(Timestamp::MAX));
    conn.execute(
        "insert into link (digest, account, made_at, ends_at) values ($1, $2, $3, $4)",
        params![&secret.digest(), account.as_str(), &instant(now), &instant(ends_at)],
    )?;
    Ok(secret)
}

/// To which account a link leads; none if it is void.
pub(crate) fn account(conn: &mut Conn, secret: &Secret, now: Timestamp) -> Result<Option<AccountId>, Error> {
    let sql = "select account from link where digest = $1 and ends_at > $2";
    Ok(conn.optional(sql, params![&secret.digest(), &instant(now)], |row| read(row, 0))?)
}

/// Keeps, sealed, where whoever comes in by a link goes on to.
pub(super) fn lead_on(conn: &mut Conn, secret: &Secret, sealed: &[u8]) -> Result<(), Error> {
    conn.execute("update link set next = $2 where digest = $1", params![&secret.digest(), sealed])?;
    Ok(())
}

/// Where whoever comes in by a link goes on to, sealed; none if that was not said or there is no such link.
pub(super) fn next(conn: &mut Conn, secret: &Secret) -> Result<Option<Vec<u8>>, Error> {
    let sql = "select next from link where digest = $1 and next is not null";
    Ok(conn.optional(sql, params![&secret.digest()], |row| row.get(0))?)
}

/// Voids the links of an account. Tells whether there was one: of two who use the same at once, one finds none.
pub(crate) fn void(conn: &mut Conn, account: &AccountId) -> Result<bool, Error> {
    Ok(conn.execute("delete from link where account = $1", params![account.as_str()])? > 0)
}

/// Whether there is a link to an account. Nobody else uses it before this change is over.
pub(crate) fn hold(conn: &mut Conn, account: &AccountId) -> Result<bool, Error> {
    Ok(conn.execute("update link set made_at = made_at where account = $1", params![account.as_str()])? > 0)
}
