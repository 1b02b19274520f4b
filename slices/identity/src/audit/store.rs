//! The table `audit`. No other file names it.

use db::{Conn, Row, Value, params};
use kernel::Timestamp;

use super::{Event, Line};
use crate::{AccountId, Error, PersonId, hex::hex, instant, opt, read, vault::random};

const LINES: &str = "select at, account, event, person, action, resource from audit";

/// Which lines are wanted.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this event.
    pub event: Option<Event>,
    /// By this account.
    pub account: Option<AccountId>,
    /// About this person.
    pub person: Option<PersonId>,
    /// Before this instant.
    pub before: Option<Timestamp>,
}

/// Adds a line, within the change of which it tells.
///
/// # Errors
/// When the database cannot.
pub fn add(conn: &mut Conn, line: &Line) -> Result<(), Error> {
    conn.execute(
        "insert into audit (at, id, account, event, person, action, resource)
         values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            &instant(line.at),
            &hex(&random::<16>()?),
            line.account.as_ref().map(AccountId::as_str),
            line.event.code(),
            line.person.as_ref().map(PersonId::as_str),
            &line.action,
            &line.resource
        ],
    )?;
    Ok(())
}

/// So many lines, the newest first.
///
/// # Errors
/// When the database cannot.
pub fn all(conn: &mut Conn, filter: &Filter, at_most: i64) -> Result<Vec<Line>, Error> {
    let before = filter.before.map_or_else(|| "9".to_owned(), instant);
    let sql = format!(
        "{LINES} where at < $1 and ($2 = '' or event = $2) and ($3 = '' or account = $3) and ($4 = '' or person = $4)
         order by at desc, id limit $5"
    );
    let event = filter.event.map_or("", Event::code);
    let account = filter.account.as_ref().map_or("", AccountId::as_str);
    let person = filter.person.as_ref().map_or("", PersonId::as_str);
    Ok(conn.query(&sql, params![&before, event, account, person, at_most], line)?)
}

/// So many of the lines that the owner of an account may see: about all persons that the owner is, and by the account; the newest
/// first.
///
/// # Errors
/// When the database cannot.
pub fn about(conn: &mut Conn, persons: &[PersonId], account: &AccountId, at_most: i64) -> Result<Vec<Line>, Error> {
    let places: String = (3..).zip(persons).map(|(at, _)| format!(", ${at}")).collect();
    let sql = format!("{LINES} where account = $1 or person in (''{places}) order by at desc, id limit $2");
    let mut values = vec![Value::Text(account.as_str()), Value::Int(at_most)];
    values.extend(persons.iter().map(|person| Value::Text(person.as_str())));
    Ok(conn.query(&sql, &values, line)?)
}

fn line(row: &Row<'_>) -> db::Result<Line> {
    let code = row.text(2)?;
    Ok(Line {
        at: read(row, 0)?,
        account: opt(row, 1)?,
        event: Event::of(code).ok_or_else(|| db::Error::Value(format!("`{code}` is no event of the audit log")))?,
        person: opt(row, 3)?,
        action: row.get(4)?,
        resource: row.get(5)?,
    })
}
