//! The tables `account` and `account_person`. No other file names them.

use db::{Conn, Row, params};
use kernel::{Lang, Timestamp};

use super::{Account, AccountId};
use crate::{Error, PersonId, factor, instant, link, passkey, read, session, token};

const ACCOUNTS: &str = "select id, person, language, password is not null, created_at, closed_at from account";

/// Opens an account for a person who has none.
///
/// # Errors
/// When the person has one or is not known.
pub fn open(conn: &mut Conn, person: &PersonId, language: Lang, now: Timestamp) -> Result<AccountId, Error> {
    let id = AccountId::new()?;
    conn.execute(
        "insert into account (id, person, language, created_at) values ($1, $2, $3, $4)",
        params![id.as_str(), person.as_str(), language.code(), &instant(now)],
    )?;
    Ok(id)
}

/// The account with this id.
///
/// # Errors
/// When the database cannot.
pub fn by_id(conn: &mut Conn, id: &AccountId) -> Result<Option<Account>, Error> {
    Ok(conn.optional(&format!("{ACCOUNTS} where id = $1"), params![id.as_str()], account)?)
}

/// The account of a person.
///
/// # Errors
/// When the database cannot.
pub fn by_person(conn: &mut Conn, person: &PersonId) -> Result<Option<Account>, Error> {
    Ok(conn.optional(&format!("{ACCOUNTS} where person = $1"), params![person.as_str()], account)?)
}

/// So many accounts, newest first, opened before an instant.
///
/// # Errors
/// When the database cannot.
pub fn each(conn: &mut Conn, before: Option<Timestamp>, at_most: i64) -> Result<Vec<Account>, Error> {
    let before = before.map_or_else(|| "9".to_owned(), instant);
    let sql = format!("{ACCOUNTS} where created_at < $1 order by created_at desc, id limit $2");
    Ok(conn.query(&sql, params![&before, at_most], account)?)
}

/// Takes note that the owner of an account is a person of whom something is kept apart from it. Nobody else is that person then.
///
/// # Errors
/// When there is no such account or person.
pub fn claim(conn: &mut Conn, account: &AccountId, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    release(conn, person)?;
    conn.execute(
        "insert into account_person (person, account, since) values ($1, $2, $3)",
        params![person.as_str(), account.as_str(), &instant(now)],
    )?;
    Ok(())
}

/// Takes back that a person is the owner of an account: what is kept is of somebody else from now on.
///
/// # Errors
/// When the database cannot.
pub fn release(conn: &mut Conn, person: &PersonId) -> Result<(), Error> {
    conn.execute("delete from account_person where person = $1", params![person.as_str()])?;
    Ok(())
}

/// All persons that the owner of an account is; none if there is no such account.
///
/// # Errors
/// When the database cannot.
pub fn persons(conn: &mut Conn, id: &AccountId) -> Result<Vec<PersonId>, Error> {
    let sql = "select person from account where id = $1 union select person from account_person where account = $1";
    Ok(conn.query(sql, params![id.as_str()], |row| read(row, 0))?)
}

/// Closes an account: whoever is signed in with it is out, and its links and tokens are void.
///
/// # Errors
/// When the database cannot.
pub fn close(conn: &mut Conn, id: &AccountId, now: Timestamp) -> Result<(), Error> {
    let sql = "update account set closed_at = $2 where id = $1 and closed_at is null";
    conn.execute(sql, params![id.as_str(), &instant(now)])?;
    session::store::end_all(conn, id, None)?;
    link::store::void(conn, id)?;
    token::store::end_all(conn, id, now)
}

/// Closes the account of a person who is erased, and forgets all that lets people in, and who else the owner was.
pub(crate) fn forget(conn: &mut Conn, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    let Some(account) = by_person(conn, person)? else { return Ok(()) };
    close(conn, &account.id, now)?;
    conn.execute("update account set password = null where id = $1", params![account.id.as_str()])?;
    conn.execute("delete from account_person where account = $1", params![account.id.as_str()])?;
    passkey::store::forget(conn, &account.id)?;
    factor::end(conn, &account.id)?;
    token::store::forget(conn, &account.id)
}

/// Opens a closed account again.
///
/// # Errors
/// When the database cannot.
pub fn reopen(conn: &mut Conn, id: &AccountId) -> Result<(), Error> {
    conn.execute("update account set closed_at = null where id = $1", params![id.as_str()])?;
    Ok(())
}

/// The password of an account that is not closed, as it is kept.
pub(crate) fn password(conn: &mut Conn, id: &AccountId) -> Result<Option<String>, Error> {
    let sql = "select password from account where id = $1 and closed_at is null";
    Ok(conn.optional(sql, params![id.as_str()], |row| row.get(0))?.flatten())
}

/// Puts a password in force.
pub(crate) fn set_password(conn: &mut Conn, id: &AccountId, hash: &str) -> Result<(), Error> {
    conn.execute("update account set password = $2 where id = $1", params![id.as_str(), hash])?;
    Ok(())
}

fn account(row: &Row<'_>) -> db::Result<Account> {
    Ok(Account {
        id: read(row, 0)?,
        person: read(row, 1)?,
        language: read(row, 2)?,
        has_password: row.bool(3)?,
        created_at: read(row, 4)?,
        closed_at: row.opt_text(5)?.and_then(|text| text.parse().ok()),
    })
}
