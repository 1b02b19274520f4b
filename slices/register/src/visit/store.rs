//! The tables `visit`, `finding` and `visit_note`. No other file names them.

use std::collections::HashMap;

use db::{Conn, Row, params};
use kernel::{Date, Timestamp, read_day};

use super::{Finding, Found, Note, Plan, Report, State, Visit};

/// When a cooperative was visited, and when it will be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    /// The last day on which a visit took place.
    pub(crate) held_on: Option<Date>,
    /// The first day for which one is planned.
    pub(crate) planned_on: Option<Date>,
}

const VISITS: &str = "select id, number, planned_on, purpose, state, closed_at, held_on, saw, heard, reason from visit";
const FINDINGS: &str = "select visit, id, code, says, mend_until, mended_on, mended_how from finding";

fn instant(now: Timestamp) -> String {
    format!("{now:.6}")
}

/// Plans a visit. One that is planned for the same day and purpose is not planned twice: the one that is there is given back.
pub(crate) fn plan(conn: &mut Conn, plan: &Plan, by: &str, now: Timestamp) -> db::Result<i64> {
    let planned_on = plan.planned_on.to_string();
    let same = conn.optional(
        "select id from visit where number = $1 and planned_on = $2 and purpose = $3 and state = 'planned'",
        params![&plan.number, &planned_on, &plan.purpose],
        |row| row.int(0),
    )?;
    if let Some(id) = same {
        return Ok(id);
    }
    let id: i64 = conn.scalar("select cast(coalesce(max(id), 0) + 1 as bigint) from visit", &[])?;
    conn.execute(
        "insert into visit (id, number, planned_on, purpose, planned_by, planned_at, state)
         values ($1, $2, $3, $4, $5, $6, 'planned')",
        params![id, &plan.number, &planned_on, &plan.purpose, by, &instant(now)],
    )?;
    Ok(id)
}

/// Signs the report of a planned visit. Tells whether it was still planned.
pub(crate) fn report(conn: &mut Conn, id: i64, report: &Report, by: &str, now: Timestamp) -> db::Result<bool> {
    let changed = conn.execute(
        "update visit set state = 'reported', closed_by = $2, closed_at = $3, held_on = $4, saw = $5, heard = $6
          where id = $1 and state = 'planned'",
        params![id, by, &instant(now), &report.held_on.to_string(), &report.saw, report.heard.as_deref()],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    for (place, found) in (1_i64..).zip(&report.found) {
        let until = found.until.map(|until| until.to_string());
        conn.execute(
            "insert into finding (visit, id, code, says, mend_until) values ($1, $2, $3, $4, $5)",
            params![id, place, &found.code, &found.says, until.as_deref()],
        )?;
    }
    Ok(true)
}

/// Cancels a planned visit. Tells whether it was still planned.
pub(crate) fn cancel(conn: &mut Conn, id: i64, reason: &str, by: &str, now: Timestamp) -> db::Result<bool> {
    let changed = conn.execute(
        "update visit set state = 'cancelled', closed_by = $2, closed_at = $3, reason = $4
          where id = $1 and state = 'planned'",
        params![id, by, &instant(now), reason],
    )?;
    Ok(changed > 0)
}

/// Marks a finding as mended. Tells whether it was open.
pub(crate) fn mend(
    conn: &mut Conn,
    (visit, id): (i64, i64),
    (on, how): (Date, &str),
    by: &str,
    now: Timestamp,
) -> db::Result<bool> {
    let changed = conn.execute(
        "update finding set mended_on = $3, mended_how = $4, mended_by = $5, mended_at = $6
          where visit = $1 and id = $2 and mended_on is null",
        params![visit, id, &on.to_string(), how, by, &instant(now)],
    )?;
    Ok(changed > 0)
}

/// Adds a note to a report. The same one twice is written once.
pub(crate) fn note(conn: &mut Conn, visit: i64, says: &str, by: &str, now: Timestamp) -> db::Result<()> {
    let before = notes(conn, visit)?;
    if before.iter().any(|note| note.says == says) {
        return Ok(());
    }
    let id = i64::try_from(before.len()).unwrap_or(i64::MAX - 1) + 1;
    conn.execute(
        "insert into visit_note (visit, id, says, written_by, written_at) values ($1, $2, $3, $4, $5)",
        params![visit, id, says, by, &instant(now)],
    )?;
    Ok(())
}

/// The visit of a number.
pub(crate) fn by_id(conn: &mut Conn, id: i64) -> db::Result<Option<Visit>> {
    conn.optional(&format!("{VISITS} where id = $1"), params![id], visit)
}

/// The visit of a number. Nobody reports or cancels it before this change is over.
pub(crate) fn hold(conn: &mut Conn, id: i64) -> db::Result<Option<Visit>> {
    conn.execute("update visit set state = state where id = $1", params![id])?;
    by_id(conn, id)
}

/// The visits of a cooperative, newest first.
pub(crate) fn of(conn: &mut Conn, number: &str) -> db::Result<Vec<Visit>> {
    conn.query(
        &format!("{VISITS} where number = $1 order by planned_on desc, id desc limit 200"),
        params![number],
        visit,
    )
}

/// The findings of a visit.
pub(crate) fn findings(conn: &mut Conn, visit: i64) -> db::Result<Vec<Finding>> {
    conn.query(&format!("{FINDINGS} where visit = $1 order by id"), params![visit], finding)
}

/// The findings about a cooperative that are not mended, those first that are to be mended first.
pub(crate) fn open_of(conn: &mut Conn, number: &str) -> db::Result<Vec<Finding>> {
    let sql = format!(
        "{FINDINGS} where mended_on is null and visit in (select id from visit where number = $1)
          order by coalesce(mend_until, '9999'), visit, id"
    );
    conn.query(&sql, params![number], finding)
}

/// How many findings of each cooperative should have been mended before this day, by its number.
pub(crate) fn overdue(conn: &mut Conn, today: Date) -> db::Result<HashMap<String, u8>> {
    let sql = "select visit.number, count(*) from finding join visit on visit.id = finding.visit
        where finding.mended_on is null and finding.mend_until < $1 group by visit.number";
    let counted = conn.query(sql, params![&today.to_string()], |row| Ok((row.get(0)?, row.int(1)?)))?;
    Ok(counted.into_iter().map(|(number, count)| (number, u8::try_from(count).unwrap_or(u8::MAX))).collect())
}

/// When cooperatives were visited last and for which day the next visit is planned, by their numbers; of those between two numbers.
pub(crate) fn days(conn: &mut Conn, (first, last): (&str, &str)) -> db::Result<HashMap<String, Days>> {
    let sql = "select number, max(held_on), min(case when state = 'planned' then planned_on end) from visit
        where number >= $1 and number <= $2 group by number";
    let days = conn.query(sql, params![first, last], |row| {
        let read = |text: Option<&str>| text.map(day).transpose();
        Ok((row.get(0)?, Days { held_on: read(row.opt_text(1)?)?, planned_on: read(row.opt_text(2)?)? }))
    })?;
    Ok(days.into_iter().collect())
}

/// The visits that are planned for a day up to this one, the first of them first.
pub(crate) fn planned(conn: &mut Conn, until: Date) -> db::Result<Vec<Visit>> {
    let sql = format!("{VISITS} where state = 'planned' and planned_on <= $1 order by planned_on, id");
    conn.query(&sql, params![&until.to_string()], visit)
}

/// All findings that are not mended, with the numbers of their cooperatives, those first that are to be mended first.
pub(crate) fn open(conn: &mut Conn) -> db::Result<Vec<(String, Finding)>> {
    let sql = "select finding.visit, finding.id, finding.code, finding.says, finding.mend_until, finding.mended_on,
            finding.mended_how, visit.number
        from finding join visit on visit.id = finding.visit where finding.mended_on is null
        order by coalesce(finding.mend_until, '9999'), finding.visit, finding.id";
    conn.query(sql, &[], |row| Ok((row.get(7)?, finding(row)?)))
}

/// The notes beside a report.
pub(crate) fn notes(conn: &mut Conn, visit: i64) -> db::Result<Vec<Note>> {
    conn.query("select says, written_at from visit_note where visit = $1 order by id", params![visit], |row| {
        Ok(Note { says: row.get(0)?, written_at: moment(row.text(1)?)? })
    })
}

fn unreadable(column: &str) -> db::Error {
    db::Error::Value(format!("a visit has an unreadable {column}"))
}

fn moment(text: &str) -> db::Result<Timestamp> {
    text.parse().map_err(|_| unreadable("instant"))
}

fn day(text: &str) -> db::Result<Date> {
    read_day(text).map_err(|_| unreadable("day"))
}

fn visit(row: &Row<'_>) -> db::Result<Visit> {
    Ok(Visit {
        id: row.int(0)?,
        plan: Plan { number: row.get(1)?, planned_on: day(row.text(2)?)?, purpose: row.get(3)? },
        state: State::of(row.text(4)?).ok_or_else(|| unreadable("state"))?,
        closed_at: row.opt_text(5)?.map(moment).transpose()?,
        held_on: row.opt_text(6)?.map(day).transpose()?,
        saw: row.get(7)?,
        heard: row.get(8)?,
        reason: row.get(9)?,
    })
}

fn finding(row: &Row<'_>) -> db::Result<Finding> {
    let mended_on = row.opt_text(5)?.map(day).transpose()?;
    Ok(Finding {
        visit: row.int(0)?,
        id: row.int(1)?,
        found: Found { code: row.get(2)?, says: row.get(3)?, until: row.opt_text(4)?.map(day).transpose()? },
        mended: mended_on.zip(row.get(6)?),
    })
}
