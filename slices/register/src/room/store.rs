//! The table `standing_certificate`: the last certificate of good standing of each cooperative. No other file names it.

use db::{Conn, params};
use kernel::{Date, read_day};

use crate::{Done, Duty, Rule, What};

/// Notes that a certificate was made.
pub(super) fn note(conn: &mut Conn, number: &str, issued_on: Date, until: Date) -> db::Result<()> {
    conn.execute(
        "insert into standing_certificate (number, issued_on, until) values ($1, $2, $3)
         on conflict (number) do update set issued_on = excluded.issued_on, until = excluded.until",
        params![number, &issued_on.to_string(), &until.to_string()],
    )?;
    Ok(())
}

/// That the certificate which was made last ends, for the calendar and reminders; none if there was none, or its time is over.
///
/// # Errors
/// When the database cannot.
pub(crate) fn certificate(conn: &mut Conn, number: &str, today: Date) -> db::Result<Option<Duty>> {
    let last = "select issued_on, until from standing_certificate where number = $1";
    let days =
        conn.optional(last, params![number], |row| Ok((read_day(row.text(0)?).ok(), read_day(row.text(1)?).ok())))?;
    Ok(days.and_then(|(issued_on, until)| {
        let until = until.filter(|until| *until >= today)?;
        let rule = issued_on.and_then(|on| Rule::StandingCertificateValidFor.on(on));
        Some(Duty { what: What::Certificate, until: Some(until), rule, done: Done::NotYet })
    }))
}
