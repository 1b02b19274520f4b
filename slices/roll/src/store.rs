//! The tables `member`, `departure` and `office`. No other file names them.

use db::{Conn, Migration, Row, params};
use identity::PersonId;
use kernel::Date;

use crate::{
    exclusion::{Exclusion, Ground, Recorded},
    office::{Ended, Office},
};

/// The tables of the roll.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "20261202_roll_member", sql: include_str!("../../../migrations/20261202_roll_member.sql") },
    Migration { name: "20261203_roll_departure", sql: include_str!("../../../migrations/20261203_roll_departure.sql") },
    Migration { name: "20261215_roll_office", sql: include_str!("../../../migrations/20261215_roll_office.sql") },
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

/// What is kept of one member of a cooperative.
pub(crate) fn one(conn: &mut Conn, cooperative: &str, member: &str) -> db::Result<Option<Kept>> {
    let sql = "select member, person, legal_name, name_fr, phone from member where cooperative = $1 and member = $2";
    conn.optional(sql, params![cooperative, member], read)
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

/// Writes down on which ground a member is excluded from a day on, in the place of what was: an exclusion whose act was voided
/// may be decided anew.
pub(crate) fn exclude(
    conn: &mut Conn,
    (cooperative, member): (&str, &str),
    exclusion: &Exclusion,
    reason: Option<&[u8]>,
) -> db::Result<()> {
    let (left_on, notice_on) = (exclusion.on.to_string(), exclusion.notice_on.map(|day| day.to_string()));
    let sql = "delete from departure where cooperative = $1 and member = $2 and left_on = $3";
    conn.execute(sql, params![cooperative, member, &left_on])?;
    let sql = "insert into departure (cooperative, member, left_on, ground, notice_on, reason)
               values ($1, $2, $3, $4, $5, $6)";
    let reason = reason.map(<[u8]>::to_vec);
    let ground = exclusion.ground.code();
    conn.execute(sql, params![cooperative, member, &left_on, ground, notice_on.as_deref(), &reason]).map(drop)
}

/// What is kept of the exclusion of a member from a day on.
pub(crate) fn excluded(
    conn: &mut Conn,
    (cooperative, member): (&str, &str),
    left_on: Date,
) -> db::Result<Option<Recorded>> {
    let sql = "select ground, notice_on, reason from departure where cooperative = $1 and member = $2 and left_on = $3";
    conn.optional(sql, params![cooperative, member, &left_on.to_string()], |row| {
        Ok(Recorded { ground: parsed::<Ground>(row.text(0)?)?, notice_on: day(row, 1)?, reason: row.get(2)? })
    })
}

/// The offices of a cooperative, those that are over included, in the order in which they were written down.
pub(crate) fn offices(conn: &mut Conn, cooperative: &str) -> db::Result<Vec<Office>> {
    let sql = "select nth, holder, function, since, until, document, ended_on, ended_document
                 from office where cooperative = $1 order by nth";
    conn.query(sql, params![cooperative], |row| {
        let document: Option<String> = row.get(7)?;
        Ok(Office {
            nth: row.int(0)?,
            holder: row.get(1)?,
            function: parsed(row.text(2)?)?,
            since: needed_day(row.text(3)?)?,
            until: day(row, 4)?,
            document: row.get(5)?,
            ended: day(row, 6)?.zip(document).map(|(on, document)| Ended { on, document }),
        })
    })
}

/// How often the offices of a cooperative were changed: whoever saw fewer changes decides about something else.
pub(crate) fn office_changes(conn: &mut Conn, cooperative: &str) -> db::Result<i64> {
    let sql = "select count(*) + count(ended_on) from office where cooperative = $1";
    conn.scalar(sql, params![cooperative])
}

/// Writes down an office that somebody holds from now on.
pub(crate) fn appoint(conn: &mut Conn, cooperative: &str, office: &Office) -> db::Result<()> {
    let sql = "insert into office (cooperative, nth, holder, function, since, until, document)
               select $1, coalesce(max(nth), 0) + 1, $2, $3, $4, $5, $6 from office where cooperative = $1";
    let (since, until) = (office.since.to_string(), office.until.map(|day| day.to_string()));
    let Office { holder, function, document, .. } = office;
    let params = params![cooperative, holder.as_str(), function.code(), &since, until.as_deref(), document.as_str()];
    conn.execute(sql, params).map(drop)
}

/// Writes down that an office is over.
pub(crate) fn end(conn: &mut Conn, cooperative: &str, nth: i64, ended: &Ended) -> db::Result<()> {
    let sql = "update office set ended_on = $3, ended_document = $4
                where cooperative = $1 and nth = $2 and ended_on is null";
    conn.execute(sql, params![cooperative, nth, &ended.on.to_string(), ended.document.as_str()]).map(drop)
}

fn day(row: &Row<'_>, column: usize) -> db::Result<Option<Date>> {
    row.opt_text(column)?.map(needed_day).transpose()
}

fn needed_day(text: &str) -> db::Result<Date> {
    kernel::read_day(text).map_err(|error| db::Error::Value(error.to_string()))
}

fn parsed<T: std::str::FromStr>(code: &str) -> db::Result<T> {
    code.parse().map_err(|_| db::Error::Value(format!("`{code}` is no code of the roll")))
}

fn read(row: &Row<'_>) -> db::Result<Kept> {
    let bad = |text: &str| db::Error::Value(format!("`{text}` is no id of a person"));
    let person = row.opt_text(1)?.map(|text| text.parse().map_err(|_| bad(text))).transpose()?;
    Ok(Kept { member: row.get(0)?, person, legal_name: row.get(2)?, name_fr: row.get(3)?, phone: row.get(4)? })
}

#[cfg(test)]
mod tests {
    use db::Db;
    use identity::{Details, Error, Vault, keyring, person};
    use jiff::civil::date;
    use kernel::Timestamp;

    use super::*;
    use crate::{newcomer::Newcomer, office::Function, people};

    const NUMBER: &str = "KEN-000001";
    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    /// The same on both engines, with a master key in force.
    fn each(test: impl Fn(&mut Conn, &Vault) -> Result<(), Error>) {
        for database in testkit::databases() {
            let db = Db::open(&database.url, &[identity::store::MIGRATIONS, MIGRATIONS].concat()).unwrap();
            let place = keyring::Place::Given("a1".repeat(32).into());
            let vault = keyring::open(&db, &place, NOW).unwrap();
            db.write_alone(|conn| test(conn, &vault)).unwrap();
        }
    }

    fn newcomer(name: &str, is_legal: bool) -> Newcomer {
        let details = Details {
            name: name.parse().ok(),
            identity_number: if is_legal { None } else { "GK123456".parse().ok() },
            ..Details::default()
        };
        Newcomer {
            is_legal,
            name: name.into(),
            details,
            sex: None,
            name_fr: Some("Amina Secrete".into()),
            phone: Some("+212612345678".into()),
            shares: Some(2),
        }
    }

    #[test]
    fn who_a_member_is_is_kept_sealed_and_read_again_until_the_person_is_erased() {
        each(|conn, vault| {
            let member = newcomer("أمينة السرية", false).enter(conn, vault, NUMBER, NOW)?;
            let [kept] = <[Kept; 1]>::try_from(of(conn, NUMBER)?).unwrap();
            assert_eq!(of(conn, "KEN-000002")?, []);
            for sealed in [&kept.name_fr, &kept.phone] {
                let sealed = String::from_utf8_lossy(sealed.as_ref().unwrap()).into_owned();
                assert!(!sealed.contains("Amina") && !sealed.contains("612345678"), "{sealed}");
            }
            let known = people::one(conn, vault, kept.clone())?;
            assert_eq!((known.kept.member.as_str(), known.name().as_deref()), (member.as_str(), Some("أمينة السرية")));
            assert_eq!(known.name_fr.as_deref(), Some("Amina Secrete"));
            assert_eq!(known.phone.as_deref(), Some("+212612345678"));
            // What is put again stands in the place of what was.
            put(conn, NUMBER, &Kept { phone: None, ..kept.clone() })?;
            assert_eq!(of(conn, NUMBER)?, [Kept { phone: None, ..kept.clone() }]);
            person::erase(conn, kept.person.as_ref().unwrap(), NOW)?;
            let known = people::one(conn, vault, kept)?;
            assert!(known.erased && known.name().is_none() && known.name_fr.is_none() && known.phone.is_none());
            Ok(())
        });
    }

    #[test]
    fn legal_persons_are_numbered_within_their_cooperative_and_are_no_persons() {
        each(|conn, vault| {
            let enter = |conn: &mut Conn, name, number| newcomer(name, true).enter(conn, vault, number, NOW);
            assert_eq!(enter(conn, "Groupement du Nord", NUMBER)?, "legal-1");
            assert_eq!(enter(conn, "Groupement du Sud", NUMBER)?, "legal-2");
            assert_eq!(enter(conn, "Groupement du Sud", "KEN-000002")?, "legal-1");
            let names: Vec<_> = of(conn, NUMBER)?.into_iter().map(|kept| (kept.legal_name, kept.person)).collect();
            assert_eq!(names, [(Some("Groupement du Nord".into()), None), (Some("Groupement du Sud".into()), None)]);
            Ok(())
        });
    }

    #[test]
    fn of_an_exclusion_the_ground_is_kept_and_its_reason_opens_until_the_person_is_erased() {
        each(|conn, vault| {
            let member = newcomer("أمينة السرية", false).enter(conn, vault, NUMBER, NOW)?;
            let person: PersonId = member.parse().unwrap();
            let (on, notice_on) = (date(2026, 3, 1), Some(date(2025, 11, 1)));
            let decided = |ground, notice_on, reason: &str| Exclusion { ground, notice_on, reason: reason.into(), on };
            let unpaid = decided(Ground::Unpaid, notice_on, "لم تؤد الحصص");
            unpaid.keep(conn, vault, (NUMBER, &member), Some(&person))?;
            decided(Ground::Other, None, "said of no person").keep(conn, vault, (NUMBER, "legal-1"), None)?;
            let kept = excluded(conn, (NUMBER, &member), on)?.unwrap();
            assert_eq!((kept.ground, kept.notice_on), (Ground::Unpaid, notice_on));
            assert!(!String::from_utf8_lossy(kept.reason.as_ref().unwrap()).contains("الحصص"));
            assert_eq!(kept.reason(conn, vault, &person)?.as_deref(), Some("لم تؤد الحصص"));
            let legal = excluded(conn, (NUMBER, "legal-1"), on)?.unwrap();
            assert_eq!(legal, Recorded { ground: Ground::Other, notice_on: None, reason: None });
            // Of another day, another member, another cooperative there is none.
            assert_eq!(excluded(conn, (NUMBER, &member), date(2026, 3, 2))?, None);
            assert_eq!(excluded(conn, (NUMBER, "legal-2"), on)?, None);
            assert_eq!(excluded(conn, ("KEN-000002", &member), on)?, None);
            // What is decided anew for the day stands in the place of what was.
            decided(Ground::Other, None, "").keep(conn, vault, (NUMBER, &member), Some(&person))?;
            let kept = excluded(conn, (NUMBER, &member), on)?.unwrap();
            assert_eq!(kept, Recorded { ground: Ground::Other, notice_on: None, reason: None });
            unpaid.keep(conn, vault, (NUMBER, &member), Some(&person))?;
            person::erase(conn, &person, NOW)?;
            let kept = excluded(conn, (NUMBER, &member), on)?.unwrap();
            assert!(kept.reason(conn, vault, &person).is_err());
            Ok(())
        });
    }

    #[test]
    fn offices_are_numbered_within_their_cooperative_and_ended_once() {
        each(|conn, _| {
            let president = Office {
                nth: 0,
                holder: "m1".into(),
                function: Function::President,
                since: date(2026, 1, 1),
                until: Some(date(2028, 12, 31)),
                document: "PV".into(),
                ended: None,
            };
            let director = Office { function: Function::Director, until: None, ..president.clone() };
            assert_eq!((offices(conn, NUMBER)?, office_changes(conn, NUMBER)?), (vec![], 0));
            appoint(conn, NUMBER, &president)?;
            appoint(conn, NUMBER, &director)?;
            appoint(conn, "KEN-000002", &director)?;
            let nth = |nth, office: &Office| Office { nth, ..office.clone() };
            assert_eq!(offices(conn, NUMBER)?, [nth(1, &president), nth(2, &director)]);
            assert_eq!(offices(conn, "KEN-000002")?, [nth(1, &director)]);
            assert_eq!(office_changes(conn, NUMBER)?, 2);
            let ended = |day| Ended { on: date(2026, 2, day), document: "Lettre".into() };
            end(conn, NUMBER, 1, &ended(1))?;
            end(conn, NUMBER, 1, &ended(2))?;
            end(conn, "KEN-000002", 2, &ended(1))?;
            let over = Office { ended: Some(ended(1)), ..nth(1, &president) };
            assert_eq!(offices(conn, NUMBER)?, [over, nth(2, &director)]);
            assert_eq!((office_changes(conn, NUMBER)?, office_changes(conn, "KEN-000002")?), (3, 1));
            Ok(())
        });
    }
}
