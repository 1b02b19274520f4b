//! All that is due from a cooperative: by its acts, by what a visit found, and the end of its last certificate.

use db::Conn;
use jiff::civil::date;
use kernel::Date;

use crate::{Cooperative, Duty, due, room, visit};

/// What is due from a cooperative today, with what is noted beside its acts.
///
/// # Errors
/// When the database cannot.
pub fn agenda(conn: &mut Conn, number: &str, cooperative: &Cooperative, today: Date) -> db::Result<Vec<Duty>> {
    with_noted(conn, number, (cooperative, due(cooperative, today)), today)
}

/// The same, with what the year that has begun will ask for: who writes it down in time is not told too late.
///
/// # Errors
/// When the database cannot.
pub fn agenda_of_the_year(
    conn: &mut Conn,
    number: &str,
    cooperative: &Cooperative,
    today: Date,
) -> db::Result<Vec<Duty>> {
    let next_year = date(today.year().saturating_add(1), 1, 1);
    with_noted(conn, number, (cooperative, due(cooperative, next_year)), today)
}

fn with_noted(
    conn: &mut Conn,
    number: &str,
    (cooperative, mut duties): (&Cooperative, Vec<Duty>),
    today: Date,
) -> db::Result<Vec<Duty>> {
    if cooperative.is_asked() {
        duties.extend(visit::due(conn, number)?);
        duties.extend(room::certificate(conn, number, today)?);
    }
    Ok(duties)
}
