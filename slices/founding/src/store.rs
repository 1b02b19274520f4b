//! The tables `project`, `founder`, `submission` and `founding_number`. No other file names them.

use std::str::FromStr;

use db::{Conn, Migration, Row, params};
use identity::PersonId;
use kernel::Timestamp;
use register::Sex;

use crate::{
    confirming::{self, Lapsed},
    founder::{Founder, Who},
    helping,
    legal::Legal,
    project::{Plan, Project},
    submission::{Kind, State, Submission},
};

#[cfg(test)]
mod tests;

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
    Migration { name: "20261211_founding_lapse", sql: include_str!("../../../migrations/20261211_founding_lapse.sql") },
    Migration {
        name: "20261212_founding_helper",
        sql: include_str!("../../../migrations/20261212_founding_helper.sql"),
    },
    Migration {
        name: "20261213_founding_contribution",
        sql: include_str!("../../../migrations/20261213_founding_contribution.sql"),
    },
    Migration { name: "20261214_founding_legal", sql: include_str!("../../../migrations/20261214_founding_legal.sql") },
    Migration {
        name: "20261220_founding_number",
        sql: include_str!("../../../migrations/20261220_founding_number.sql"),
    },
    Migration { name: "20261222_founding_paper", sql: include_str!("../../../migrations/20261222_founding_paper.sql") },
    Migration {
        name: "20261223_founding_withdrawn",
        sql: include_str!("../../../migrations/20261223_founding_withdrawn.sql"),
    },
];

const PROJECTS: &str = "select id, opened_by, opened_at, on_paper, version, plan, number,
    (select count(*) from submission where submission.project = project.id and kind = 'filing') from project";
const SUBMISSIONS: &str =
    "select id, project, kind, body, filed_by, filed_at, state, decided_at, reason, outcome, decided_by, told_at,
    file from submission";

/// Opens a project. Gives its number.
pub(crate) fn open(conn: &mut Conn, by: &str, on_paper: bool, plan: &Plan, now: Timestamp) -> db::Result<i64> {
    let id = next(conn, "project")?;
    conn.execute(
        "insert into project (id, opened_by, opened_at, on_paper, version, plan) values ($1, $2, $3, $4, 1, $5)",
        params![id, by, &instant(now), i64::from(on_paper), &json(plan)?],
    )?;
    Ok(id)
}

/// The next number of a kind. None is given twice, whatever is deleted: it may stand on a certificate.
fn next(conn: &mut Conn, kind: &str) -> db::Result<i64> {
    conn.execute("update founding_number set last_given = last_given + 1 where kind = $1", params![kind])?;
    conn.scalar("select last_given from founding_number where kind = $1", params![kind])
}

/// Whether a project is there. Nobody deletes it, or hands it in, before this change is over.
pub(crate) fn hold(conn: &mut Conn, id: i64) -> db::Result<bool> {
    Ok(conn.execute("update project set version = version where id = $1", params![id])? > 0)
}

/// The project of a number.
pub(crate) fn project(conn: &mut Conn, id: i64) -> db::Result<Option<Project>> {
    conn.optional(&format!("{PROJECTS} where id = $1"), params![id], read_project)
}

/// The projects that an account has opened, newest first.
pub(crate) fn opened_by(conn: &mut Conn, account: &str) -> db::Result<Vec<Project>> {
    conn.query(&format!("{PROJECTS} where opened_by = $1 order by id desc"), params![account], read_project)
}

/// The projects that agents have entered from paper and that are under way, newest first.
pub(crate) fn on_paper(conn: &mut Conn) -> db::Result<Vec<Project>> {
    conn.query(&format!("{PROJECTS} where on_paper = 1 and number is null order by id desc"), &[], read_project)
}

/// Writes what founders intend, if nobody has since `version`; gives nothing if somebody did. What they confirmed holds no longer if
/// it was something else: gives of whom it held.
pub(crate) fn save(
    conn: &mut Conn,
    id: i64,
    version: i64,
    plan: &Plan,
    now: Timestamp,
) -> db::Result<Option<Vec<Lapsed>>> {
    let before = project(conn, id)?;
    let changed = conn.execute(
        "update project set plan = $3, version = version + 1 where id = $1 and version = $2 and number is null",
        params![id, version, &json(plan)?],
    )?;
    match before.filter(|_| changed > 0) {
        None => Ok(None),
        Some(before) if before.plan.binds_like(plan) => Ok(Some(Vec::new())),
        Some(_) => confirming::store::lapse(conn, id, None, now).map(Some),
    }
}

/// Writes down that the project became the cooperative of this number.
pub(crate) fn become_cooperative(conn: &mut Conn, id: i64, number: &str) -> db::Result<()> {
    conn.execute("update project set number = $2 where id = $1", params![id, number]).map(drop)
}

/// Deletes a project that its founders have given up.
pub(crate) fn delete(conn: &mut Conn, id: i64) -> db::Result<()> {
    helping::store::forget(conn, id)?;
    confirming::store::forget(conn, id)?;
    for sql in [
        "delete from submission where project = $1",
        "delete from founder where project = $1",
        "delete from project where id = $1",
    ] {
        conn.execute(sql, params![id])?;
    }
    Ok(())
}

/// The founders of a project, in the order in which they came.
pub(crate) fn founders(conn: &mut Conn, project: i64) -> db::Result<Vec<Founder>> {
    let mut confirmed = confirming::store::of(conn, project)?;
    let mut founders = conn.query(
        "select id, person, legal_name, sex, cash_shares, kind_shares, runs, land, signed, legal_number, representative,
             kind_what, kind_value_minor, land_list
           from founder where project = $1 order by id",
        params![project],
        read_founder,
    )?;
    for founder in &mut founders {
        let at = confirmed.iter().position(|(id, _)| *id == founder.id);
        founder.confirmed = at.map(|at| confirmed.swap_remove(at).1);
    }
    Ok(founders)
}

/// Writes a founder in the place of the one with the same number; under a new number if it is 0. Gives the number. What was confirmed
/// stands elsewhere, and as it is.
pub(crate) fn put_founder(conn: &mut Conn, project: i64, founder: &Founder) -> db::Result<i64> {
    let id = match founder.id {
        0 => conn.scalar(
            "select cast(coalesce(max(id), 0) + 1 as bigint) from founder where project = $1",
            params![project],
        )?,
        id => id,
    };
    conn.execute("delete from founder where project = $1 and id = $2", params![project, id])?;
    let (person, sex, legal) = match &founder.who {
        Who::Person(person, sex) => (Some(person.as_str()), sex.map(Sex::code), None),
        Who::Legal(legal) => (None, None, Some(legal)),
    };
    let number = legal.and_then(|legal| legal.number.as_ref()).map(ToString::to_string);
    conn.execute(
        "insert into founder (project, id, person, legal_name, sex, cash_shares, kind_shares, runs, land, signed,
             legal_number, representative, kind_what, kind_value_minor, land_list)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        params![
            project,
            id,
            person,
            legal.map(|legal| legal.name.as_str()),
            sex,
            founder.cash_shares,
            founder.kind_shares,
            i64::from(founder.runs),
            &founder.land,
            &founder.signed,
            &number,
            legal.and_then(|legal| legal.representative.as_ref()).map(PersonId::as_str),
            &founder.kind_what,
            founder.kind_value_minor,
            &founder.land_list
        ],
    )?;
    Ok(id)
}

/// Takes a founder out.
pub(crate) fn remove_founder(conn: &mut Conn, project: i64, id: i64) -> db::Result<()> {
    confirming::store::undo(conn, project, id)?;
    conn.execute("delete from founder where project = $1 and id = $2", params![project, id]).map(drop)
}

/// Whether a project still is as it was at a version. Nobody changes it before this change is done.
pub(crate) fn stands(conn: &mut Conn, id: i64, version: i64) -> db::Result<bool> {
    let sql = "update project set version = version where id = $1 and version = $2";
    Ok(conn.execute(sql, params![id, version])? > 0)
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
    let id = next(conn, "submission")?;
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
    conn.query(&format!("{SUBMISSIONS} where state = 'open' order by id"), &[], read_submission)
}

/// The names that were granted and belong to no cooperative yet, each with its submission's outcome.
pub(crate) fn granted(conn: &mut Conn) -> db::Result<Vec<Submission>> {
    let sql = format!(
        "{SUBMISSIONS} where kind = 'name' and state = 'accepted'
           and project in (select id from project where number is null) order by id desc"
    );
    conn.query(&sql, &[], read_submission)
}

/// What was handed in for names that were granted, belong to no cooperative yet, and of whose end nobody was told.
pub(crate) fn untold(conn: &mut Conn) -> db::Result<Vec<i64>> {
    let sql = "select id from submission where kind = 'name' and state = 'accepted' and told_at is null
        and project in (select id from project where number is null) order by id";
    conn.query(sql, &[], |row| row.int(0))
}

/// Takes note that founders were told that a granted name ends.
pub(crate) fn note_told(conn: &mut Conn, id: i64, now: Timestamp) -> db::Result<()> {
    conn.execute("update submission set told_at = $2 where id = $1", params![id, &instant(now)]).map(drop)
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

/// Takes back something open for those who handed it in. Tells whether it was open.
pub(crate) fn withdraw(conn: &mut Conn, id: i64, by: &str, now: Timestamp) -> db::Result<bool> {
    decide(conn, id, State::Withdrawn, (by, None), None, now)
}

/// Keeps what a file said when the court entered it.
pub(crate) fn keep_file(conn: &mut Conn, id: i64, file: &str) -> db::Result<()> {
    conn.execute("update submission set file = $2 where id = $1", params![id, file]).map(drop)
}

/// What was decided, and not taken back, the last first.
pub(crate) fn decided(conn: &mut Conn, limit: i64) -> db::Result<Vec<Submission>> {
    let sql = format!(
        "{SUBMISSIONS} where state <> 'open' and state <> 'withdrawn' and decided_at is not null
          order by decided_at desc, id desc limit $1"
    );
    conn.query(&sql, params![limit], read_submission)
}

/// An instant as tables hold it.
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn json(plan: &Plan) -> db::Result<String> {
    serde_json::to_string(plan).map_err(|error| db::Error::Value(error.to_string()))
}

/// What a column holds as a text.
pub(crate) fn value<T: FromStr>(text: &str) -> db::Result<T> {
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
        None => Who::Legal(Legal {
            name: row.opt_text(2)?.unwrap_or_default().to_owned(),
            number: row.opt_text(9)?.map(value).transpose()?,
            representative: row.opt_text(10)?.map(value).transpose()?,
        }),
    };
    Ok(Founder {
        id: row.int(0)?,
        who,
        cash_shares: row.int(4)?,
        kind_shares: row.int(5)?,
        kind_what: row.get(11)?,
        kind_value_minor: row.get(12)?,
        runs: row.int(6)? == 1,
        land_list: row.get(13)?,
        land: row.get(7)?,
        signed: row.get(8)?,
        confirmed: None,
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
        decided_by: row.get(10)?,
        told_at: row.opt_text(11)?.map(value).transpose()?,
        file: row.get(12)?,
    })
}
