//! The table `helper`. No other file names it.

use db::{Conn, Row, params};
use kernel::Timestamp;

use super::Helper;
use crate::store::{instant, value};

/// Asks somebody to help, by a link of this digest, until an instant.
pub(crate) fn invite(conn: &mut Conn, project: i64, digest: &str, ends_at: Timestamp) -> db::Result<()> {
    conn.execute(
        "insert into helper (project, id, digest, ends_at)
         select $1, cast(coalesce(max(id), 0) + 1 as bigint), $2, $3 from helper where project = $1",
        params![project, digest, &instant(ends_at)],
    )?;
    Ok(())
}

/// The project to which a link of this digest leads. None once somebody agreed, or it is over.
pub(crate) fn invited(conn: &mut Conn, digest: &str, now: Timestamp) -> db::Result<Option<i64>> {
    let sql = "select project from helper where digest = $1 and account is null and ends_at > $2";
    conn.optional(sql, params![digest, &instant(now)], |row| row.int(0))
}

/// Takes note that an account agrees to help. Tells whether it could: nobody else has, and the link is good.
pub(crate) fn agree(conn: &mut Conn, digest: &str, account: &str, now: Timestamp) -> db::Result<bool> {
    let changed = conn.execute(
        "update helper set account = $2, agreed_at = $3 where digest = $1 and account is null and ends_at > $3",
        params![digest, account, &instant(now)],
    )?;
    Ok(changed > 0)
}

/// Who helps with a project, and who was asked to.
pub(crate) fn of(conn: &mut Conn, project: i64) -> db::Result<Vec<Helper>> {
    let sql = "select id, ends_at, account, agreed_at from helper where project = $1 order by id";
    conn.query(sql, params![project], helper)
}

/// The projects with which an account helps.
pub(crate) fn projects(conn: &mut Conn, account: &str) -> db::Result<Vec<i64>> {
    conn.query("select project from helper where account = $1", params![account], |row| row.int(0))
}

/// Takes the right back, or the link if nobody agreed.
pub(crate) fn end(conn: &mut Conn, project: i64, id: i64) -> db::Result<()> {
    conn.execute("delete from helper where project = $1 and id = $2", params![project, id]).map(drop)
}

/// Forgets the helpers of a project that its founders have given up.
pub(crate) fn forget(conn: &mut Conn, project: i64) -> db::Result<()> {
    conn.execute("delete from helper where project = $1", params![project]).map(drop)
}

fn helper(row: &Row<'_>) -> db::Result<Helper> {
    let agreed_at = row.opt_text(3)?.map(value).transpose()?;
    Ok(Helper { id: row.int(0)?, ends_at: value(row.text(1)?)?, agreed: row.get::<Option<String>>(2)?.zip(agreed_at) })
}
