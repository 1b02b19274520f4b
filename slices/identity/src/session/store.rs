//! The table `session`. No other file names it.

use db::{Conn, Row, params};
use kernel::Timestamp;

use super::{IDLE, LONGEST, NOTED_EVERY, Session, SessionId};
use crate::{AccountId, Error, instant, read, secret::Secret};

const SESSIONS: &str =
    "select id, account, device, begun_at, seen_at, factors, wanted, coalesce(proved_at, begun_at) from session";

/// Begins a session of somebody who is proved by so many factors of those that are wanted.
pub(crate) fn begin(
    conn: &mut Conn,
    account: &AccountId,
    device: &str,
    [factors, wanted]: [i64; 2],
    now: Timestamp,
) -> Result<Secret, Error> {
    conn.execute("delete from session where ends_at <= $1", params![&instant(now)])?;
    let (secret, id) = (Secret::new()?, SessionId::new()?);
    let ends_at = now.saturating_add(LONGEST).unwrap_or(Timestamp::MAX);
    conn.execute(
        "insert into session (digest, id, account, device, begun_at, seen_at, ends_at, factors, wanted, proved_at)
         values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $5)",
        params![
            &secret.digest(),
            id.as_str(),
            account.as_str(),
            device,
            &instant(now),
            &instant(ends_at),
            factors,
            wanted
        ],
    )?;
    Ok(secret)
}

/// The session of a secret that is not over.
pub(crate) fn by_secret(conn: &mut Conn, secret: &Secret, now: Timestamp) -> Result<Option<Session>, Error> {
    let sql = format!("{SESSIONS} where digest = $1 and ends_at > $2 and seen_at > $3");
    let idle = now.saturating_sub(IDLE).unwrap_or(Timestamp::MIN);
    Ok(conn.optional(&sql, params![&secret.digest(), &instant(now), &instant(idle)], session)?)
}

/// Whether it should be noted that a session is used.
pub(crate) fn is_due(session: &Session, now: Timestamp) -> bool {
    session.seen_at.saturating_add(NOTED_EVERY).is_ok_and(|due| due <= now)
}

/// Notes that a session is used.
pub(crate) fn see(conn: &mut Conn, id: &SessionId, now: Timestamp) -> Result<(), Error> {
    conn.execute("update session set seen_at = $2 where id = $1", params![id.as_str(), &instant(now)])?;
    Ok(())
}

/// Notes that the owner of a session showed who he is.
pub(crate) fn prove(conn: &mut Conn, id: &SessionId, now: Timestamp) -> Result<(), Error> {
    conn.execute("update session set proved_at = $2 where id = $1", params![id.as_str(), &instant(now)])?;
    Ok(())
}

/// The sessions of an account that are not over, newest first.
pub(crate) fn of(conn: &mut Conn, account: &AccountId, now: Timestamp) -> Result<Vec<Session>, Error> {
    let sql = format!("{SESSIONS} where account = $1 and ends_at > $2 and seen_at > $3 order by begun_at desc, id");
    let idle = now.saturating_sub(IDLE).unwrap_or(Timestamp::MIN);
    Ok(conn.query(&sql, params![account.as_str(), &instant(now), &instant(idle)], session)?)
}

/// Ends a session of an account. Tells whether there was one.
pub(crate) fn end(conn: &mut Conn, account: &AccountId, id: &SessionId) -> Result<bool, Error> {
    let sql = "delete from session where id = $1 and account = $2";
    Ok(conn.execute(sql, params![id.as_str(), account.as_str()])? > 0)
}

/// Gives a session another secret: it is what it was, and the one of before opens nothing. None if it is over.
pub(crate) fn renew(conn: &mut Conn, id: &SessionId) -> Result<Option<Secret>, Error> {
    let secret = Secret::new()?;
    let renewed =
        conn.execute("update session set digest = $2 where id = $1", params![id.as_str(), &secret.digest()])?;
    Ok((renewed > 0).then_some(secret))
}

/// Notes that the owner of a session showed a second factor, from when on one is wanted. It gets another secret, so that nobody who had
/// the one of before has more by it. None if it is over.
pub(crate) fn raise(conn: &mut Conn, id: &SessionId) -> Result<Option<Secret>, Error> {
    conn.execute("update session set factors = 2, wanted = 2 where id = $1", params![id.as_str()])?;
    renew(conn, id)
}

/// Ends all sessions of an account, but one if there is one to be kept.
pub(crate) fn end_all(conn: &mut Conn, account: &AccountId, but: Option<&SessionId>) -> Result<(), Error> {
    let but = but.map_or("", SessionId::as_str);
    conn.execute("delete from session where account = $1 and id <> $2", params![account.as_str(), but])?;
    Ok(())
}

fn session(row: &Row<'_>) -> db::Result<Session> {
    Ok(Session {
        id: read(row, 0)?,
        account: read(row, 1)?,
        device: row.get(2)?,
        begun_at: read(row, 3)?,
        seen_at: read(row, 4)?,
        factors: row.int(5)?,
        wanted: row.int(6)?,
        proved_at: read(row, 7)?,
    })
}
