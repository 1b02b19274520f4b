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

#[cfg(test)]
mod tests {
    use db::Db;
    use identity::{Details, Error, Vault, keyring, person};
    use jiff::civil::date;
    use kernel::Timestamp;

    use super::*;
    use crate::{exclusion::Ground, newcomer::Newcomer, people};

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
    fn a_member_is_excluded_once_on_a_day_and_the_ground_is_one_that_there_is() {
        each(|conn, _| {
            let (on, notice_on) = (date(2026, 3, 1), Some(date(2025, 11, 1)));
            let exclusion = Exclusion { ground: Ground::Unpaid, notice_on, reason: String::new(), on };
            exclude(conn, (NUMBER, "m1"), &exclusion, Some(b"sealed"))?;
            exclude(conn, (NUMBER, "m2"), &exclusion, None)?;
            let kept = conn.query(
                "select member, left_on, ground, notice_on, reason from departure order by member",
                &[],
                |row| {
                    let text = |at| row.opt_text(at).map(|text| text.unwrap_or_default().to_owned());
                    Ok((text(0)?, text(1)?, text(2)?, text(3)?, row.get::<Option<Vec<u8>>>(4)?))
                },
            )?;
            let line = |member: &str, reason: Option<&[u8]>| {
                let texts = [member, "2026-03-01", "unpaid", "2025-11-01"].map(str::to_owned);
                let [member, left_on, ground, notice_on] = texts;
                (member, left_on, ground, notice_on, reason.map(<[u8]>::to_vec))
            };
            assert_eq!(kept, [line("m1", Some(b"sealed")), line("m2", None)]);
            Ok(())
        });
        for database in testkit::databases() {
            let db = Db::open(&database.url, &[identity::store::MIGRATIONS, MIGRATIONS].concat()).unwrap();
            let exclusion =
                Exclusion { ground: Ground::Other, notice_on: None, reason: String::new(), on: date(2026, 3, 1) };
            let once = |conn: &mut Conn| exclude(conn, (NUMBER, "m1"), &exclusion, None);
            assert!(db.write_alone(|conn| once(conn)).is_ok());
            assert!(db.write_alone(|conn| once(conn)).is_err(), "{}: twice on a day", database.url);
        }
    }
}
