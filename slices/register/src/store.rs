//! The table `cooperative`: what each cooperative is after everything that is known. No other file names it.

use db::{BulkWriter, Conn, Migration, Row, params};
use kernel::{Date, read_day};
use ledger::{Error, Touched, standing};

use crate::{Cooperative, Life, fold::Here};

/// The register's tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "20261121_register_cooperative",
        sql: include_str!("../../../migrations/20261121_register_cooperative.sql"),
    },
    Migration {
        name: "20261130_register_request",
        sql: include_str!("../../../migrations/20261130_register_request.sql"),
    },
    Migration { name: "20261203_register_visit", sql: include_str!("../../../migrations/20261203_register_visit.sql") },
    Migration {
        name: "20261208_register_certificate",
        sql: include_str!("../../../migrations/20261208_register_certificate.sql"),
    },
    Migration {
        name: "20261209_register_decided",
        sql: include_str!("../../../migrations/20261209_register_decided.sql"),
    },
    Migration {
        name: "20261225_register_request",
        sql: include_str!("../../../migrations/20261225_register_request.sql"),
    },
];

/// What comes before the number in the subject of a cooperative's acts.
const SUBJECT: &str = "cooperative/";

/// A line of the list of cooperatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its register number.
    pub number: String,
    /// Its name in Arabic.
    pub name_ar: Option<String>,
    /// Its name in French.
    pub name_fr: Option<String>,
    /// Its ICE.
    pub ice: Option<String>,
    /// The code of its type.
    pub cooperative_type: Option<String>,
    /// The code of its level.
    pub level: String,
    /// The code of its sector.
    pub sector: Option<String>,
    /// The code of its branch.
    pub branch: Option<String>,
    /// The code of the place of its seat.
    pub place: Option<String>,
    /// In a demo country, whether it exists outside it.
    pub origin: Option<String>,
    /// The code of its status.
    pub status: String,
    /// The day it was registered; none if nobody knows.
    pub registered_on: Option<Date>,
    /// Whether it has left the register.
    pub removed: bool,
    /// The day it left; none if nobody knows, or if it is registered.
    pub removed_on: Option<Date>,
    /// How many members it has; none if nobody knows.
    pub members: Option<i64>,
    /// Whether all members are women; none if nobody knows.
    pub womens: Option<bool>,
    /// Whether all members are under 35; none if nobody knows.
    pub youth: Option<bool>,
}

/// The subject of a cooperative's acts.
pub fn subject(number: &str) -> String {
    [SUBJECT, number].concat()
}

/// The columns of the table, in the order of [`add`].
const COLUMNS: [&str; 18] = [
    "number",
    "name_ar",
    "name_fr",
    "ice",
    "type",
    "level",
    "sector",
    "branch",
    "place",
    "origin",
    "status",
    "registered_on",
    "removed",
    "removed_on",
    "members",
    "womens",
    "youth",
    "last_seq",
];

/// Writes what cooperatives are after all their acts.
pub(crate) fn keep(conn: &mut Conn, touched: &[Touched<'_>]) -> Result<(), Error> {
    for known in touched.iter().filter(|one| !one.is_new) {
        conn.execute("delete from cooperative where number = $1", params![number_of(known.subject)])?;
    }
    conn.bulk("cooperative", &COLUMNS, |rows| {
        for one in touched {
            let here = one.state().and_then(|state| state.downcast_ref::<Here>());
            if let Some(cooperative) = here.and_then(|here| here.cooperative.as_ref()) {
                add(rows, one, cooperative)?;
            } else if let Some(life) = Life::of(&standing(&one.acts())).map_err(Error::Broken)? {
                add(rows, one, &life.last())?;
            }
        }
        Ok::<_, Error>(())
    })?;
    Ok(())
}

fn add(rows: &mut BulkWriter<'_>, one: &Touched<'_>, cooperative: &Cooperative) -> Result<(), Error> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let members = cooperative.members_on(one.latest_on());
    let removed_on = day(cooperative.removal.as_ref().and_then(|removal| removal.on));
    rows.push(params![
        number_of(one.subject),
        cooperative.name_ar.as_deref(),
        cooperative.name_fr.as_deref(),
        cooperative.ice.map(|ice| ice.to_string()).as_deref(),
        cooperative.cooperative_type.map(|kind| kind.code()),
        cooperative.level.code(),
        cooperative.sector.as_deref(),
        cooperative.branch.as_deref(),
        cooperative.place.as_deref(),
        cooperative.origin.map(|origin| origin.code()),
        cooperative.status.code(),
        day(cooperative.registered_on).as_deref(),
        cooperative.removal.is_some(),
        removed_on.as_deref(),
        members.as_ref().map(|members| members.total()),
        members.as_ref().and_then(|members| members.all_women()),
        members.as_ref().and_then(|members| members.all_young()),
        one.last_seq()
    ])?;
    Ok(())
}

/// The number in the subject of a cooperative's acts.
pub(crate) fn number_of(subject: &str) -> &str {
    subject.strip_prefix(SUBJECT).unwrap_or(subject)
}

/// Groups have no table of their own.
pub(crate) fn keep_group(_: &mut Conn, _: &[Touched<'_>]) -> Result<(), Error> {
    Ok(())
}

/// The cooperative with this number, struck off or not.
///
/// # Errors
/// When the database cannot.
pub fn by_number(conn: &mut Conn, number: &str) -> Result<Option<Listed>, db::Error> {
    conn.optional(&format!("{LISTED} where number = $1"), params![number], listed)
}

/// The number of a cooperative in the register that has this ICE; none if nobody has but `but`.
///
/// # Errors
/// When the database cannot.
pub(crate) fn with_ice(conn: &mut Conn, ice: &str, but: &str) -> Result<Option<String>, db::Error> {
    let sql = "select number from cooperative where ice = $1 and number <> $2 and not removed order by number limit 1";
    conn.optional(sql, params![ice, but], |row| row.get(0))
}

/// The next register number of a delegation: one more than the highest that was ever given. Asked for and used in one
/// transaction, so that nobody else gets it.
///
/// # Errors
/// When the database cannot.
pub fn next_number(conn: &mut Conn, delegation: &str) -> Result<String, db::Error> {
    let (begin, end) = (format!("{delegation}-"), format!("{delegation}."));
    let mut last = 0;
    conn.for_each("select number from cooperative where number > $1 and number < $2", params![&begin, &end], |row| {
        // Numbers that came with an import may look otherwise: they are not counted on.
        let given = row.text(0)?.strip_prefix(&begin).and_then(|number| number.parse::<u64>().ok());
        last = given.unwrap_or(0).max(last);
        Ok::<_, db::Error>(())
    })?;
    Ok(format!("{begin}{:06}", last + 1))
}

/// The cooperatives after `after`, in the order of their numbers, at most `limit`.
///
/// # Errors
/// When the database cannot.
pub fn list(conn: &mut Conn, after: &str, limit: i64) -> Result<Vec<Listed>, db::Error> {
    let sql = format!("{LISTED} where number > $1 order by number limit $2");
    conn.query(&sql, params![after, limit], listed)
}

/// The cooperatives that acts after `after` have touched: all of them in the order of their numbers, a few in that of the acts. Gives
/// back the last of these acts.
///
/// # Errors
/// When the database cannot.
pub fn changed(conn: &mut Conn, after: i64, mut each: impl FnMut(Listed)) -> Result<i64, db::Error> {
    // In the order of numbers SQLite goes through the whole table, even for one row.
    let order = if after > 0 { "last_seq" } else { "number" };
    conn.for_each(&format!("{LISTED} where last_seq > $1 order by {order}"), params![after], |row| {
        each(listed(row)?);
        Ok::<_, db::Error>(())
    })?;
    conn.scalar("select coalesce(max(last_seq), 0) from cooperative", params![])
}

/// How many cooperatives there are, those that have left included.
///
/// # Errors
/// When the database cannot.
pub(crate) fn count(conn: &mut Conn) -> Result<i64, db::Error> {
    conn.scalar("select count(*) from cooperative", params![])
}

/// The statuses by which the list can be restricted.
pub const STATUSES: [&str; 4] = ["active", "dormant", "in_liquidation", REMOVED];

/// The status of those that have left the register, whatever they were before.
pub const REMOVED: &str = "removed";

const LISTED: &str = "select number, name_ar, name_fr, ice, type, level, sector, branch, place, origin, status,
    registered_on, removed, removed_on, members, womens, youth from cooperative";

fn listed(row: &Row<'_>) -> Result<Listed, db::Error> {
    let owned = |index| row.opt_text(index).map(|text| text.map(str::to_owned));
    // Days are written by `keep`; one that cannot be read shows as unknown, and `verify` finds its act.
    let day = |index| row.opt_text(index).map(|text| text.and_then(|text| read_day(text).ok()));
    Ok(Listed {
        number: row.text(0)?.to_owned(),
        name_ar: owned(1)?,
        name_fr: owned(2)?,
        ice: owned(3)?,
        cooperative_type: owned(4)?,
        level: row.text(5)?.to_owned(),
        sector: owned(6)?,
        branch: owned(7)?,
        place: owned(8)?,
        origin: owned(9)?,
        status: row.text(10)?.to_owned(),
        registered_on: day(11)?,
        removed: row.bool(12)?,
        removed_on: day(13)?,
        members: row.opt_int(14)?,
        womens: row.opt_bool(15)?,
        youth: row.opt_bool(16)?,
    })
}
