//! The table `standing_certificate`: the last certificate of good standing of each cooperative. No other file names it.

use db::{Conn, params};
use kernel::{Date, read_day};

/// Notes that a certificate was made.
pub(super) fn note(conn: &mut Conn, number: &str, issued_on: Date, until: Date) -> db::Result<()> {
    conn.execute(
        "insert into standing_certificate (number, issued_on, until) values ($1, $2, $3)
         on conflict (number) do update set issued_on = excluded.issued_on, until = excluded.until",
        params![number, &issued_on.to_string(), &until.to_string()],
    )?;
    Ok(())
}

/// The last day of the certificate that was made last; none if there was none.
pub(super) fn until(conn: &mut Conn, number: &str) -> db::Result<Option<Date>> {
    let until = "select until from standing_certificate where number = $1";
    let until = conn.optional(until, params![number], |row| row.text(0).map(str::to_owned))?;
    Ok(until.and_then(|until| read_day(&until).ok()))
}
