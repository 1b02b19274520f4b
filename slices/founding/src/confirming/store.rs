//! The table `confirmation`. No other file names it.

use db::{Conn, Row, params};
use kernel::Timestamp;

use super::Lapsed;
use crate::{
    founder::Confirmed,
    store::{instant, value},
};

/// Who of a project has confirmed, by the number among its founders, though it may hold no longer.
pub(crate) fn of(conn: &mut Conn, project: i64) -> db::Result<Vec<(i64, Confirmed)>> {
    let sql = "select founder, account, confirmed_at, lapsed_at from confirmation
        where project = $1 and confirmed_at is not null";
    conn.query(sql, params![project], |row| {
        let lapsed_at = row.opt_text(3)?.map(value).transpose()?;
        Ok((row.int(0)?, Confirmed { account: row.get(1)?, at: value(row.text(2)?)?, lapsed_at }))
    })
}

/// The projects of which an account has confirmed that its owner founds them.
pub(crate) fn projects(conn: &mut Conn, account: &str) -> db::Result<Vec<i64>> {
    conn.query("select project from confirmation where account = $1", params![account], |row| row.int(0))
}

/// Asks a founder to confirm, by a link of this digest, until an instant. A link of before is void, and so is what was confirmed.
pub(crate) fn ask(conn: &mut Conn, (project, founder): (i64, i64), digest: &str, ends_at: Timestamp) -> db::Result<()> {
    if renew(conn, (project, founder), digest, ends_at)? {
        return Ok(());
    }
    undo(conn, project, founder)?;
    conn.execute(
        "insert into confirmation (project, founder, digest, ends_at) values ($1, $2, $3, $4)",
        params![project, founder, digest, &instant(ends_at)],
    )?;
    Ok(())
}

/// Asks a founder whose confirmation lapsed to confirm anew, likewise: whoever confirmed sees until then what was changed. Tells
/// whether one had lapsed.
pub(crate) fn renew(
    conn: &mut Conn,
    (project, founder): (i64, i64),
    digest: &str,
    ends_at: Timestamp,
) -> db::Result<bool> {
    let changed = conn.execute(
        "update confirmation set digest = $3, ends_at = $4
          where project = $1 and founder = $2 and lapsed_at is not null",
        params![project, founder, digest, &instant(ends_at)],
    )?;
    Ok(changed > 0)
}

/// Takes back that a founder confirmed or was asked to.
pub(crate) fn undo(conn: &mut Conn, project: i64, founder: i64) -> db::Result<()> {
    conn.execute("delete from confirmation where project = $1 and founder = $2", params![project, founder]).map(drop)
}

/// Voids the links of a project by which nobody has confirmed.
pub(crate) fn unask(conn: &mut Conn, project: i64) -> db::Result<()> {
    conn.execute("delete from confirmation where project = $1 and confirmed_at is null", params![project]).map(drop)
}

/// Who is asked by a link of this digest: project and founder. None once it was confirmed, or is over.
pub(crate) fn asked(conn: &mut Conn, digest: &str, now: Timestamp) -> db::Result<Option<(i64, i64)>> {
    let sql = "select project, founder from confirmation
        where digest = $1 and ends_at > $2 and (confirmed_at is null or lapsed_at is not null)";
    conn.optional(sql, params![digest, &instant(now)], |row| Ok((row.int(0)?, row.int(1)?)))
}

/// For which founder of a project an account has confirmed.
pub(crate) fn confirmed_for(conn: &mut Conn, project: i64, account: &str) -> db::Result<Option<i64>> {
    let sql = "select founder from confirmation where project = $1 and account = $2";
    conn.optional(sql, params![project, account], |row| row.int(0))
}

/// Takes note that a founder confirms by an account and the link of this digest. Tells whether the link is still the one that was
/// handed on, and that account did not for another founder of the project.
pub(crate) fn confirm(
    conn: &mut Conn,
    (project, founder): (i64, i64),
    (digest, account): (&str, &str),
    now: Timestamp,
) -> db::Result<bool> {
    if confirmed_for(conn, project, account)?.is_some_and(|other| other != founder) {
        return Ok(false);
    }
    let changed = conn.execute(
        "update confirmation set account = $4, confirmed_at = $5, lapsed_at = null
          where project = $1 and founder = $2 and digest = $3 and ends_at >= $5
            and (confirmed_at is null or lapsed_at is not null)",
        params![project, founder, digest, account, &instant(now)],
    )?;
    Ok(changed > 0)
}

/// What founders of a project confirmed holds no longer, of one or of all. The links of before are over. Gives of whom it held.
pub(crate) fn lapse(conn: &mut Conn, project: i64, founder: Option<i64>, now: Timestamp) -> db::Result<Vec<Lapsed>> {
    let held = "select founder, account from confirmation
        where project = $1 and confirmed_at is not null and lapsed_at is null order by founder";
    let read = |row: &Row<'_>| Ok(Lapsed { founder: row.int(0)?, account: row.get(1)? });
    let mut lapsed = conn.query(held, params![project], read)?;
    lapsed.retain(|one| founder.is_none_or(|founder| founder == one.founder));
    for one in &lapsed {
        let sql = "update confirmation set lapsed_at = $3, ends_at = $3 where project = $1 and founder = $2";
        conn.execute(sql, params![project, one.founder, &instant(now)])?;
    }
    Ok(lapsed)
}

/// Forgets who confirmed of a project that its founders have given up.
pub(crate) fn forget(conn: &mut Conn, project: i64) -> db::Result<()> {
    conn.execute("delete from confirmation where project = $1", params![project]).map(drop)
}
