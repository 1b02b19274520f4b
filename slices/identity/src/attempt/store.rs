//! The table `attempt`. No other file names it.

use db::{Conn, params};
use jiff::SignedDuration;
use kernel::Timestamp;

use super::{LONGEST, Limit};
use crate::{Error, instant};

/// Counts an attempt under a mark; how many minutes to wait if that is more than allowed.
pub(super) fn count(conn: &mut Conn, mark: &str, limit: Limit, now: Timestamp) -> Result<Option<i64>, Error> {
    let before = |wait: SignedDuration| instant(now.saturating_sub(wait).unwrap_or(Timestamp::MIN));
    conn.execute("delete from attempt where since <= $1", params![&before(LONGEST)])?;
    conn.execute("delete from attempt where mark = $1 and since <= $2", params![mark, &before(limit.within)])?;
    conn.execute(
        "insert into attempt (mark, since, times) values ($1, $2, 1)
         on conflict (mark) do update set times = attempt.times + 1",
        params![mark, &instant(now)],
    )?;
    let sql = "select times, since from attempt where mark = $1";
    let (times, since) =
        conn.optional(sql, params![mark], |row| Ok((row.int(0)?, row.text(1)?.to_owned())))?.unwrap_or_default();
    if times <= limit.times {
        return Ok(None);
    }
    let passed = since.parse::<Timestamp>().map_or(0, |since| now.as_second() - since.as_second());
    Ok(Some(((limit.within.as_secs() - passed + 59) / 60).max(1)))
}

/// Forgets the attempts under a mark.
pub(super) fn forget(conn: &mut Conn, mark: &str) -> Result<(), Error> {
    conn.execute("delete from attempt where mark = $1", params![mark])?;
    Ok(())
}
