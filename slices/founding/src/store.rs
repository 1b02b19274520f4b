//! The tables `project`, `founder`, `confirmation`, `submission` and `founding_number`. No other file names them.

use std::str::FromStr;

use db::{Conn, Migration, Row, params};
use identity::PersonId;
use kernel::Timestamp;
use register::Sex;

use crate::{
    founder::{Confirmed, Founder, Who},
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
];

const PROJECTS: &str = "select id, opened_by, opened_at, on_paper, version, plan, number,
    (select count(*) from submission where submission.project = project.id and kind = 'filing') from project";
const SUBMISSIONS: &str = "select id, project, kind, body, filed_by, filed_at, state, decided_at, reason, outcome, decided_by from submission";

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

/// Writes what founders intend, if nobody has since `version`. Tells whether it was. What they confirmed holds no longer if it was
/// something else.
pub(crate) fn save(conn: &mut Conn, id: i64, version: i64, plan: &Plan, now: Timestamp) -> db::Result<bool> {
    let before = project(conn, id)?;
    let changed = conn.execute(
        "update project set plan = $3, version = version + 1 where id = $1 and version = $2 and number is null",
        params![id, version, &json(plan)?],
    )?;
    if changed > 0 && before.is_some_and(|before| !before.plan.binds_like(plan)) {
        let sql = "update confirmation set lapsed_at = $2
                    where project = $1 and confirmed_at is not null and lapsed_at is null";
        conn.execute(sql, params![id, &instant(now)])?;
    }
    Ok(changed > 0)
}

/// Writes down that the project became the cooperative of this number.
pub(crate) fn become_cooperative(conn: &mut Conn, id: i64, number: &str) -> db::Result<()> {
    conn.execute("update project set number = $2 where id = $1", params![id, number]).map(drop)
}

/// Deletes a project that its founders have given up.
pub(crate) fn delete(conn: &mut Conn, id: i64) -> db::Result<()> {
    helping::store::forget(conn, id)?;
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
        "select founder.id, person, legal_name, sex, cash_shares, kind_shares, runs, land, signed, confirmed_at, account,
            lapsed_at, legal_number, representative, kind_what, kind_value_minor, land_list
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

/// Voids the links of a project by which nobody has confirmed.
pub(crate) fn unask(conn: &mut Conn, project: i64) -> db::Result<()> {
    conn.execute("delete from confirmation where project = $1 and confirmed_at is null", params![project]).map(drop)
}

/// Who is asked by a link of this digest: project and founder. None once it was confirmed, or is over.
pub(crate) fn asked(conn: &mut Conn, digest: &str, now: Timestamp) -> db::Result<Option<(i64, i64)>> {
    let sql = "select project, founder from confirmation where digest = $1 and confirmed_at is null and ends_at > $2";
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
    if confirmed_for(conn, project, account)?.is_some() {
        return Ok(false);
    }
    let changed = conn.execute(
        "update confirmation set account = $4, confirmed_at = $5
          where project = $1 and founder = $2 and digest = $3 and ends_at >= $5 and confirmed_at is null",
        params![project, founder, digest, account, &instant(now)],
    )?;
    Ok(changed > 0)
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
            number: row.opt_text(12)?.map(value).transpose()?,
            representative: row.opt_text(13)?.map(value).transpose()?,
        }),
    };
    let confirmed = match row.opt_text(9)? {
        Some(at) => Some(Confirmed {
            account: row.get(10)?,
            at: value(at)?,
            lapsed_at: row.opt_text(11)?.map(value).transpose()?,
        }),
        None => None,
    };
    Ok(Founder {
        id: row.int(0)?,
        who,
        cash_shares: row.int(4)?,
        kind_shares: row.int(5)?,
        kind_what: row.get(14)?,
        kind_value_minor: row.get(15)?,
        runs: row.int(6)? == 1,
        land_list: row.get(16)?,
        land: row.get(7)?,
        signed: row.get(8)?,
        confirmed,
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
    })
}
