//! The tables `project`, `founder` and `submission`. No other file names them.

use std::str::FromStr;

use db::{Conn, Migration, Row, params};
use identity::PersonId;
use kernel::Timestamp;
use register::Sex;

use crate::{
    founder::{Founder, Who},
    project::{Plan, Project},
    submission::{Kind, State, Submission},
};

/// The tables of founding.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "20261201_founding_project",
        sql: include_str!("../../../migrations/20261201_founding_project.sql"),
    },
    Migration {
        name: "20261207_founding_confirmation",
        sql: include_str!("../../../migrations/20261207_founding_confirmation.sql"),
    },
];

const PROJECTS: &str = "select id, opened_by, opened_at, on_paper, version, plan, number,
    (select count(*) from submission where submission.project = project.id and kind = 'filing') from project";
const SUBMISSIONS: &str =
    "select id, project, kind, body, filed_by, filed_at, state, decided_at, reason, outcome from submission";
/// How many projects are looked at to find those of somebody.
const AT_MOST: i64 = 2000;

/// Opens a project. Gives its number.
pub(crate) fn open(conn: &mut Conn, by: &str, on_paper: bool, plan: &Plan, now: Timestamp) -> db::Result<i64> {
    let id: i64 = conn.scalar("select cast(coalesce(max(id), 0) + 1 as bigint) from project", &[])?;
    conn.execute(
        "insert into project (id, opened_by, opened_at, on_paper, version, plan) values ($1, $2, $3, $4, 1, $5)",
        params![id, by, &instant(now), i64::from(on_paper), &json(plan)?],
    )?;
    Ok(id)
}

/// The project of a number.
pub(crate) fn project(conn: &mut Conn, id: i64) -> db::Result<Option<Project>> {
    conn.optional(&format!("{PROJECTS} where id = $1"), params![id], read_project)
}

/// The projects that an account has opened, newest first.
pub(crate) fn opened_by(conn: &mut Conn, account: &str) -> db::Result<Vec<Project>> {
    let sql = format!("{PROJECTS} where opened_by = $1 order by id desc limit $2");
    conn.query(&sql, params![account, AT_MOST], read_project)
}

/// The projects that agents have entered from paper and that are under way, newest first.
pub(crate) fn on_paper(conn: &mut Conn) -> db::Result<Vec<Project>> {
    let sql = format!("{PROJECTS} where on_paper = 1 and number is null order by id desc limit $1");
    conn.query(&sql, params![AT_MOST], read_project)
}

/// Writes what founders intend, if nobody has since `version`. Tells whether it was.
pub(crate) fn save(conn: &mut Conn, id: i64, version: i64, plan: &Plan) -> db::Result<bool> {
    let changed = conn.execute(
        "update project set plan = $3, version = version + 1 where id = $1 and version = $2 and number is null",
        params![id, version, &json(plan)?],
    )?;
    Ok(changed > 0)
}

/// Writes down that the project became the cooperative of this number.
pub(crate) fn become_cooperative(conn: &mut Conn, id: i64, number: &str) -> db::Result<()> {
    conn.execute("update project set number = $2 where id = $1", params![id, number]).map(drop)
}

/// Deletes a project that its founders have given up.
pub(crate) fn delete(conn: &mut Conn, id: i64) -> db::Result<()> {
    for sql in [
        "delete from submission where project = $1",
        "delete from confirmation where project = $1",
        "delete from founder where project = $1",
        "delete from project where id = $1",
    ] {
        conn.execute(sql, params![id])?;
    }
    Ok(())
}

/// The founders of a project, in the order in which they came.
pub(crate) fn founders(conn: &mut Conn, project: i64) -> db::Result<Vec<Founder>> {
    conn.query(
        "select founder.id, person, legal_name, sex, cash_shares, kind_shares, runs, land, signed, confirmed_at, account
           from founder left join confirmation on confirmation.project = founder.project
             and confirmation.founder = founder.id
          where founder.project = $1 order by founder.id",
        params![project],
        read_founder,
    )
}

/// Writes a founder in the place of the one with the same number; under a new number if it is 0. Gives the number.
pub(crate) fn put_founder(conn: &mut Conn, project: i64, founder: &Founder) -> db::Result<i64> {
    let id = match founder.id {
        0 => conn.scalar(
            "select cast(coalesce(max(id), 0) + 1 as bigint) from founder where project = $1",
            params![project],
        )?,
        id => id,
    };
    // What was confirmed was something else.
    unconfirm(conn, project, id)?;
    conn.execute("delete from founder where project = $1 and id = $2", params![project, id])?;
    let (person, sex, legal_name) = match &founder.who {
        Who::Person(person, sex) => (Some(person.as_str()), sex.map(Sex::code), None),
        Who::Legal(name) => (None, None, Some(name.as_str())),
    };
    conn.execute(
        "insert into founder (project, id, person, legal_name, sex, cash_shares, kind_shares, runs, land, signed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            project,
            id,
            person,
            legal_name,
            sex,
            founder.cash_shares,
            founder.kind_shares,
            i64::from(founder.runs),
            &founder.land,
            &founder.signed
        ],
    )?;
    Ok(id)
}

/// Takes a founder out.
pub(crate) fn remove_founder(conn: &mut Conn, project: i64, id: i64) -> db::Result<()> {
    unconfirm(conn, project, id)?;
    conn.execute("delete from founder where project = $1 and id = $2", params![project, id]).map(drop)
}

/// Asks a founder to confirm, by a link of this digest, until an instant. A link of before is void, and so is what was confirmed.
pub(crate) fn ask(conn: &mut Conn, (project, founder): (i64, i64), digest: &str, ends_at: Timestamp) -> db::Result<()> {
    unconfirm(conn, project, founder)?;
    conn.execute(
        "insert into confirmation (project, founder, digest, ends_at) values ($1, $2, $3, $4)",
        params![project, founder, digest, &instant(ends_at)],
    )?;
    Ok(())
}

fn unconfirm(conn: &mut Conn, project: i64, founder: i64) -> db::Result<()> {
    conn.execute("delete from confirmation where project = $1 and founder = $2", params![project, founder]).map(drop)
}

/// Who is asked by a link of this digest: project and founder. None once it was confirmed, or is over.
pub(crate) fn asked(conn: &mut Conn, digest: &str, now: Timestamp) -> db::Result<Option<(i64, i64)>> {
    let sql = "select project, founder from confirmation where digest = $1 and confirmed_at is null and ends_at > $2";
    conn.optional(sql, params![digest, &instant(now)], |row| Ok((row.int(0)?, row.int(1)?)))
}

/// Takes note that a founder confirms by an account. Tells whether that account did not for another founder of the project.
pub(crate) fn confirm(
    conn: &mut Conn,
    (project, founder): (i64, i64),
    account: &str,
    now: Timestamp,
) -> db::Result<bool> {
    let sql = "select 1 from confirmation where project = $1 and account = $2 limit 1";
    if conn.optional(sql, params![project, account], |row| row.int(0))?.is_some() {
        return Ok(false);
    }
    let changed = conn.execute(
        "update confirmation set account = $3, confirmed_at = $4
          where project = $1 and founder = $2 and confirmed_at is null",
        params![project, founder, account, &instant(now)],
    )?;
    Ok(changed > 0)
}

/// Marks a project as changed, if nobody has since `version`. Tells whether it was.
pub(crate) fn touch(conn: &mut Conn, id: i64, version: i64) -> db::Result<bool> {
    let sql = "update project set version = version + 1 where id = $1 and version = $2 and number is null";
    Ok(conn.execute(sql, params![id, version])? > 0)
}

/// Hands something in. While the same is open, it is not handed in twice: the one that is there is given back.
pub(crate) fn submit(
    conn: &mut Conn,
    (project, kind, body): (i64, Kind, &str),
    by: &str,
    now: Timestamp,
) -> db::Result<i64> {
    let same = conn.optional(
        "select id from submission where project = $1 and kind = $2 and state = 'open'",
        params![project, kind.code()],
        |row| row.int(0),
    )?;
    if let Some(id) = same {
        return Ok(id);
    }
    let id: i64 = conn.scalar("select cast(coalesce(max(id), 0) + 1 as bigint) from submission", &[])?;
    conn.execute(
        "insert into submission (id, project, kind, body, filed_by, filed_at, state)
         values ($1, $2, $3, $4, $5, $6, 'open')",
        params![id, project, kind.code(), body, by, &instant(now)],
    )?;
    Ok(id)
}

/// The submission of a number.
pub(crate) fn submission(conn: &mut Conn, id: i64) -> db::Result<Option<Submission>> {
    conn.optional(&format!("{SUBMISSIONS} where id = $1"), params![id], read_submission)
}

/// What was handed in of a project, newest first.
pub(crate) fn submissions(conn: &mut Conn, project: i64) -> db::Result<Vec<Submission>> {
    conn.query(&format!("{SUBMISSIONS} where project = $1 order by id desc"), params![project], read_submission)
}

/// What waits for a decision, those first that have waited longest.
pub(crate) fn waiting(conn: &mut Conn) -> db::Result<Vec<Submission>> {
    let sql = format!("{SUBMISSIONS} where state = 'open' order by id limit $1");
    conn.query(&sql, params![AT_MOST], read_submission)
}

/// The names that were granted and belong to no cooperative yet, each with its submission's outcome.
pub(crate) fn granted(conn: &mut Conn) -> db::Result<Vec<Submission>> {
    let sql = format!(
        "{SUBMISSIONS} where kind = 'name' and state = 'accepted'
           and project in (select id from project where number is null) order by id desc limit $1"
    );
    conn.query(&sql, params![AT_MOST], read_submission)
}

/// Decides about something open. Tells whether it was open.
pub(crate) fn decide(
    conn: &mut Conn,
    id: i64,
    state: State,
    (by, reason): (&str, Option<&str>),
    outcome: Option<&str>,
    now: Timestamp,
) -> db::Result<bool> {
    let changed = conn.execute(
        "update submission set state = $2, decided_by = $3, decided_at = $4, reason = $5, outcome = $6
          where id = $1 and state = 'open'",
        params![id, state.code(), by, &instant(now), reason, outcome],
    )?;
    Ok(changed > 0)
}

fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn json(plan: &Plan) -> db::Result<String> {
    serde_json::to_string(plan).map_err(|error| db::Error::Value(error.to_string()))
}

fn value<T: FromStr>(text: &str) -> db::Result<T> {
    text.parse().map_err(|_| db::Error::Value(format!("a column of founding holds `{text}`")))
}

fn read_project(row: &Row<'_>) -> db::Result<Project> {
    let plan = serde_json::from_str(row.text(5)?).map_err(|error| db::Error::Value(error.to_string()))?;
    Ok(Project {
        id: row.int(0)?,
        opened_by: row.get(1)?,
        opened_at: value(row.text(2)?)?,
        on_paper: row.int(3)? == 1,
        version: row.int(4)?,
        plan,
        number: row.get(6)?,
        filed: row.int(7)? > 0,
    })
}

fn read_founder(row: &Row<'_>) -> db::Result<Founder> {
    let sex = row.opt_text(3)?.map(value::<Sex>).transpose()?;
    let who = match row.opt_text(1)? {
        Some(person) => Who::Person(value::<PersonId>(person)?, sex),
        None => Who::Legal(row.opt_text(2)?.unwrap_or_default().to_owned()),
    };
    Ok(Founder {
        id: row.int(0)?,
        who,
        cash_shares: row.int(4)?,
        kind_shares: row.int(5)?,
        runs: row.int(6)? == 1,
        land: row.get(7)?,
        signed: row.get(8)?,
        confirmed: row.opt_text(9)?.map(value).transpose()?.zip(row.get(10)?),
    })
}

fn read_submission(row: &Row<'_>) -> db::Result<Submission> {
    let unknown = |text: &str| db::Error::Value(format!("a submission holds `{text}`"));
    let (kind, state) = (row.text(2)?, row.text(6)?);
    Ok(Submission {
        id: row.int(0)?,
        project: row.int(1)?,
        kind: Kind::of(kind).ok_or_else(|| unknown(kind))?,
        body: row.get(3)?,
        filed_by: row.get(4)?,
        filed_at: value(row.text(5)?)?,
        state: State::of(state).ok_or_else(|| unknown(state))?,
        decided_at: row.opt_text(7)?.map(value).transpose()?,
        reason: row.get(8)?,
        outcome: row.get(9)?,
    })
}
