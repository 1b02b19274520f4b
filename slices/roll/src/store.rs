//! The tables `member` and `departure`. No other file names them.

use db::{Conn, Migration, Row, params};
use identity::PersonId;

use crate::exclusion::Exclusion;

/// The tables of the roll.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "20261202_roll_member", sql: include_str!("../../../migrations/20261202_roll_member.sql") },
    Migration { name: "20261203_roll_departure", sql: include_str!("../../../migrations/20261203_roll_departure.sql") },
];

/// Which person or legal person a member is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) member: String,
    pub(crate) person: Option<PersonId>,
    pub(crate) legal_name: Option<String>,
    /// The name in Latin letters, sealed.
    pub(crate) name_fr: Option<Vec<u8>>,
    /// The telephone number, sealed.
    pub(crate) phone: Option<Vec<u8>>,
}

/// What is kept of the members of a cooperative, those that have left included.
pub(crate) fn of(conn: &mut Conn, cooperative: &str) -> db::Result<Vec<Kept>> {
    let sql = "select member, person, legal_name, name_fr, phone from member where cooperative = $1 order by member";
    conn.query(sql, params![cooperative], read)
}

/// Writes what is kept of a member, in the place of what was.
pub(crate) fn put(conn: &mut Conn, cooperative: &str, kept: &Kept) -> db::Result<()> {
    let Kept { member, person, legal_name, name_fr, phone } = kept;
    conn.execute("delete from member where cooperative = $1 and member = $2", params![cooperative, member.as_str()])?;
    conn.execute(
        "insert into member (cooperative, member, person, legal_name, name_fr, phone) values ($1, $2, $3, $4, $5, $6)",
        params![
            cooperative,
            member.as_str(),
            person.as_ref().map(PersonId::as_str),
            legal_name.as_deref(),
            name_fr,
            phone
        ],
    )?;
    Ok(())
}

/// Writes down on which ground a member is excluded.
pub(crate) fn exclude(
    conn: &mut Conn,
    (cooperative, member): (&str, &str),
    exclusion: &Exclusion,
    reason: Option<&[u8]>,
) -> db::Result<()> {
    let (left_on, notice_on) = (exclusion.on.to_string(), exclusion.notice_on.map(|day| day.to_string()));
    let sql = "insert into departure (cooperative, member, left_on, ground, notice_on, reason)
               values ($1, $2, $3, $4, $5, $6)";
    let reason = reason.map(<[u8]>::to_vec);
    let ground = exclusion.ground.code();
    conn.execute(sql, params![cooperative, member, &left_on, ground, notice_on.as_deref(), &reason]).map(drop)
}

fn read(row: &Row<'_>) -> db::Result<Kept> {
    let bad = |text: &str| db::Error::Value(format!("`{text}` is no id of a person"));
    let person = row.opt_text(1)?.map(|text| text.parse().map_err(|_| bad(text))).transpose()?;
    Ok(Kept { member: row.get(0)?, person, legal_name: row.get(2)?, name_fr: row.get(3)?, phone: row.get(4)? })
}
