//! The table `mandate`. No other file names it.

use authz::Entity;
use db::{Conn, Row, params};
use kernel::{Date, Timestamp};

use super::{Mandate, MandateId};
use crate::{AccountId, Error, instant, opt, read};

const MANDATES: &str = "select id, account, role, scope, since, until, given_by, given_at, ended_at from mandate";

/// Gives an account a role from the first day to the last.
///
/// # Errors
/// When there is no such account.
pub fn give(
    conn: &mut Conn,
    account: &AccountId,
    role: &Entity,
    (since, until): (Date, Option<Date>),
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<MandateId, Error> {
    let id = MandateId::new()?;
    conn.execute(
        "insert into mandate (id, account, role, scope, since, until, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id.as_str(),
            account.as_str(),
            &role.kind,
            &role.id,
            &since.to_string(),
            &until.map(|until| until.to_string()),
            by.map(AccountId::as_str),
            &instant(now)
        ],
    )?;
    Ok(id)
}

/// Ends a mandate of an account now. Tells whether there was one to end.
///
/// # Errors
/// When the database cannot.
pub fn end(
    conn: &mut Conn,
    account: &AccountId,
    id: &MandateId,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<bool, Error> {
    let ended = conn.execute(
        "update mandate set ended_by = $3, ended_at = $4 where id = $1 and account = $2 and ended_at is null",
        params![id.as_str(), account.as_str(), by.map(AccountId::as_str), &instant(now)],
    )?;
    Ok(ended > 0)
}

/// The mandates of an account, those that are over too, newest first.
///
/// # Errors
/// When the database cannot.
pub fn of(conn: &mut Conn, account: &AccountId) -> Result<Vec<Mandate>, Error> {
    let sql = format!("{MANDATES} where account = $1 order by given_at desc, id");
    Ok(conn.query(&sql, params![account.as_str()], mandate)?)
}

/// The mandates of a role that hold on a day, of whatever it is held.
///
/// # Errors
/// When the database cannot.
pub fn holding(conn: &mut Conn, role: &str, day: Date) -> Result<Vec<Mandate>, Error> {
    let sql = format!(
        "{MANDATES} where role = $1 and ended_at is null and since <= $2 and (until is null or until >= $2)
         order by account, scope, id"
    );
    Ok(conn.query(&sql, params![role, &day.to_string()], mandate)?)
}

/// The mandates of a role over one thing, those that are over or were ended too, newest first.
///
/// # Errors
/// When the database cannot.
pub fn of_role(conn: &mut Conn, role: &Entity) -> Result<Vec<Mandate>, Error> {
    let sql = format!("{MANDATES} where role = $1 and scope = $2 order by given_at desc, id");
    Ok(conn.query(&sql, params![&role.kind, &role.id], mandate)?)
}

/// The mandates of a role whose last day was from a day on and before today, where nobody holds the role today: of each thing those
/// that went on longest. Whose mandate was ended is not among them, and neither is who held it before somebody whose was.
///
/// # Errors
/// When the database cannot.
pub fn lapsed(conn: &mut Conn, role: &str, (from, today): (Date, Date)) -> Result<Vec<Mandate>, Error> {
    let sql = format!(
        "{MANDATES} where role = $1 and ended_at is null and until >= $2 and until < $3 and not exists (
            select 1 from mandate as other where other.role = mandate.role and other.scope = mandate.scope and (
                (other.ended_at is null and other.since <= $3 and (other.until is null or other.until >= $3))
                or (other.ended_at is null and other.until > mandate.until and other.until < $3)
                or other.ended_at > mandate.until))
         order by account, scope, id"
    );
    Ok(conn.query(&sql, params![role, &from.to_string(), &today.to_string()], mandate)?)
}

fn mandate(row: &Row<'_>) -> db::Result<Mandate> {
    Ok(Mandate {
        id: read(row, 0)?,
        account: read(row, 1)?,
        role: Entity::new(row.text(2)?, row.text(3)?),
        since: read(row, 4)?,
        until: opt(row, 5)?,
        given_by: opt(row, 6)?,
        given_at: read(row, 7)?,
        ended_at: opt(row, 8)?,
    })
}
