//! The table `token`. No other file names it.

use db::{Conn, Row, params};
use kernel::Timestamp;

use super::{Token, TokenId};
use crate::{AccountId, Error, instant, opt, read, secret::Secret};

const TOKENS: &str = "select id, account, name, scopes, factors, made_at, used_at, ends_at from token";

/// Makes a token for an account whose owner is proved by so many factors.
pub(crate) fn make(
    conn: &mut Conn,
    (account, factors): (&AccountId, i64),
    name: &str,
    scopes: &[String],
    ends_at: Timestamp,
    now: Timestamp,
) -> Result<Secret, Error> {
    let secret = Secret::new()?;
    conn.execute(
        "insert into token (digest, id, account, name, scopes, factors, made_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            &secret.digest(),
            TokenId::new()?.as_str(),
            account.as_str(),
            name,
            &scopes.join(" "),
            factors,
            &instant(now),
            &instant(ends_at)
        ],
    )?;
    Ok(secret)
}

/// The token of a secret that is not over.
pub(crate) fn by_secret(conn: &mut Conn, secret: &Secret, now: Timestamp) -> Result<Option<Token>, Error> {
    let sql = format!("{TOKENS} where digest = $1 and ends_at > $2");
    Ok(conn.optional(&sql, params![&secret.digest(), &instant(now)], token)?)
}

/// Notes that a token is used.
pub(crate) fn see(conn: &mut Conn, id: &TokenId, now: Timestamp) -> Result<(), Error> {
    conn.execute("update token set used_at = $2 where id = $1", params![id.as_str(), &instant(now)])?;
    Ok(())
}

/// The tokens of an account that are not over, newest first.
pub(crate) fn of(conn: &mut Conn, account: &AccountId, now: Timestamp) -> Result<Vec<Token>, Error> {
    let sql = format!("{TOKENS} where account = $1 and ends_at > $2 order by made_at desc, id");
    Ok(conn.query(&sql, params![account.as_str(), &instant(now)], token)?)
}

/// Ends a token of an account. Tells whether there was one.
pub(crate) fn end(conn: &mut Conn, account: &AccountId, id: &TokenId, now: Timestamp) -> Result<bool, Error> {
    let sql = "update token set ends_at = $3 where id = $1 and account = $2 and ends_at > $3";
    Ok(conn.execute(sql, params![id.as_str(), account.as_str(), &instant(now)])? > 0)
}

/// Ends all tokens of an account.
pub(crate) fn end_all(conn: &mut Conn, account: &AccountId, now: Timestamp) -> Result<(), Error> {
    let sql = "update token set ends_at = $2 where account = $1 and ends_at > $2";
    conn.execute(sql, params![account.as_str(), &instant(now)])?;
    Ok(())
}

/// Deletes the tokens of an account whose owner is erased: what they are for was said in the owner's words.
pub(crate) fn forget(conn: &mut Conn, account: &AccountId) -> Result<(), Error> {
    conn.execute("delete from token where account = $1", params![account.as_str()])?;
    Ok(())
}

fn token(row: &Row<'_>) -> db::Result<Token> {
    Ok(Token {
        id: read(row, 0)?,
        account: read(row, 1)?,
        name: row.get(2)?,
        scopes: row.text(3)?.split(' ').map(str::to_owned).collect(),
        factors: row.int(4)?,
        made_at: read(row, 5)?,
        used_at: opt(row, 6)?,
        ends_at: read(row, 7)?,
    })
}
