//! The tables `reminder` and `reminder_refusal`. No other file names them.

use db::{Conn, Migration, params};
use identity::AccountId;
use kernel::{Date, Timestamp};

use crate::Stage;

/// The tables of reminders.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "20261205_reminders_reminder",
    sql: include_str!("../../../migrations/20261205_reminders_reminder.sql"),
}];

/// What somebody is told of: a duty of a cooperative, and how near its last day is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The register number of the cooperative.
    pub(crate) cooperative: String,
    /// The duty: its code and, where there is one, the financial year.
    pub(crate) duty: String,
    /// The last day for it.
    pub(crate) until: Date,
    /// How near that is.
    pub(crate) stage: Stage,
}

/// Takes note that an account is told.
pub(crate) fn note(conn: &mut Conn, account: &AccountId, told: &Told, now: Timestamp) -> db::Result<()> {
    conn.execute(
        "insert into reminder (account, cooperative, duty, until, stage, posted_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing",
        params![
            account.as_str(),
            &told.cooperative,
            &told.duty,
            &told.until.to_string(),
            told.stage.code(),
            &instant(now)
        ],
    )?;
    Ok(())
}

/// Whether an account was told.
pub(crate) fn is_noted(conn: &mut Conn, account: &AccountId, told: &Told) -> db::Result<bool> {
    let found = conn.optional(
        "select 1 from reminder where account = $1 and cooperative = $2 and duty = $3 and until = $4 and stage = $5",
        params![account.as_str(), &told.cooperative, &told.duty, &told.until.to_string(), told.stage.code()],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// When an account was last told something about a cooperative.
pub(crate) fn last(conn: &mut Conn, account: &AccountId, cooperative: &str) -> db::Result<Option<Timestamp>> {
    let last = conn.optional(
        "select posted_at from reminder where account = $1 and cooperative = $2 order by posted_at desc limit 1",
        params![account.as_str(), cooperative],
        |row| row.text(0).map(str::to_owned),
    )?;
    last.map(|at| at.parse().map_err(|_| db::Error::Value(format!("`{at}` is no instant")))).transpose()
}

/// Whether the owner of an account does not want to be reminded.
pub(crate) fn is_refused(conn: &mut Conn, account: &AccountId) -> db::Result<bool> {
    let sql = "select 1 from reminder_refusal where account = $1";
    Ok(conn.optional(sql, params![account.as_str()], |_| Ok(()))?.is_some())
}

/// Keeps whether the owner of an account does not want to be reminded.
pub(crate) fn refuse(conn: &mut Conn, account: &AccountId, refuses: bool, now: Timestamp) -> db::Result<()> {
    if refuses {
        conn.execute(
            "insert into reminder_refusal (account, since) values ($1, $2) on conflict do nothing",
            params![account.as_str(), &instant(now)],
        )?;
    } else {
        conn.execute("delete from reminder_refusal where account = $1", params![account.as_str()])?;
    }
    Ok(())
}

/// An instant as tables hold it: UTC, six decimals.
fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}
