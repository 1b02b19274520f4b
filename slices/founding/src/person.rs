//! What is known of the persons who found a cooperative. Each reading is noted, for them and for auditors.

use authz::Entity;
use db::Conn;
use identity::{AccountId, Details, Error, Site, Vault, account, audit, person};
use kernel::Date;
use register::Rule;
use web::{App, Problem, Visitor};

use crate::founder::{Founder, Who};

/// How it is sealed which collective land a founder holds.
pub(crate) const LAND: &str = "founder.land";
/// How it is sealed where the list of right holders names the founder.
pub(crate) const LAND_LIST: &str = "founder.land_list";

/// A founder, with what is known of the person.
pub(crate) struct Known {
    pub(crate) founder: Founder,
    /// Of a person; none for a legal person, and for who was erased.
    pub(crate) details: Option<Details>,
    /// Who acts for a legal person.
    pub(crate) representative: Option<String>,
    /// Of a holder of rights in collective land: where the list names the person.
    pub(crate) land_list: Option<String>,
    /// And which land it is.
    pub(crate) land: Option<String>,
}

impl Known {
    /// What the founder is called.
    pub(crate) fn name(&self) -> Option<String> {
        match &self.founder.who {
            Who::Legal(legal) => Some(legal.name.clone()),
            Who::Person(..) => self.details.as_ref()?.name.as_ref().map(ToString::to_string),
        }
    }

    /// Whether the founder is younger on a day than the rule says.
    pub(crate) fn is_minor(&self, on: Date) -> bool {
        let born_on = self.details.as_ref().and_then(|details| details.born_on);
        let least = Rule::FounderAgeMin.on(on);
        born_on.zip(least).is_some_and(|(born_on, least)| on < least.ends(born_on))
    }
}

/// What is known of founders of a project; that it was read, by whom and for which action, is noted.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub(crate) fn of(
    app: &App,
    project: i64,
    founders: &[Founder],
    (visitor, action): (&Visitor, &str),
) -> Result<Vec<Known>, Problem> {
    let vault = Site::vault_of(app)?;
    let read = read(app, project, (visitor, action));
    let all = |conn: &mut Conn| founders.iter().map(|founder| one(conn, &vault, founder, &read)).collect();
    Ok(app.ledger.db().write_alone::<_, Error>(all)?)
}

/// What the owner of an account is called, of whom whoever looks must know; that it was read is noted too.
///
/// # Errors
/// As [`of`].
pub(crate) fn called(
    app: &App,
    project: i64,
    id: &str,
    (visitor, action): (&Visitor, &str),
) -> Result<Option<String>, Problem> {
    let Ok(id) = id.parse::<AccountId>() else { return Ok(None) };
    let vault = Site::vault_of(app)?;
    let read = read(app, project, (visitor, action));
    Ok(app.ledger.db().write_alone(|conn| account::called(conn, &vault, &id, read))?)
}

/// The line of a reading, but for who is read of.
fn read(app: &App, project: i64, (visitor, action): (&Visitor, &str)) -> audit::Line {
    let by: Option<AccountId> = visitor.account().and_then(|account| account.parse().ok());
    let line = audit::Line::new(audit::Event::Read, app.ledger.clock().now()).by(by.as_ref());
    line.doing(action).on(&Entity::new("Project", project.to_string()))
}

fn one(conn: &mut Conn, vault: &Vault, founder: &Founder, read: &audit::Line) -> Result<Known, Error> {
    let mut known =
        Known { founder: founder.clone(), details: None, representative: None, land_list: None, land: None };
    let Some(id) = founder.who.person() else { return Ok(known) };
    let person = person::by_id(conn, vault, id)?;
    let Some(details) = person.and_then(|person| person.details().cloned()) else { return Ok(known) };
    audit::add(conn, &read.clone().about(id))?;
    if founder.who.is_legal() {
        known.representative = details.name.map(|name| name.to_string());
        return Ok(known);
    }
    known.details = Some(details);
    if founder.holds_land() {
        let key = person::key_of(conn, vault, id)?;
        let open = |name, sealed: &Option<Vec<u8>>| sealed.as_ref().map(|sealed| key.open(name, sealed)).transpose();
        known.land_list = open(LAND_LIST, &founder.land_list)?.map(|opened| opened.to_string());
        known.land = open(LAND, &founder.land)?.map(|opened| opened.to_string());
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use db::Db;
    use identity::{PersonId, keyring, store::MIGRATIONS};
    use kernel::Timestamp;

    use super::*;
    use crate::{legal::Legal, project::Plan, store};

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    /// The same on both engines, with a master key in force and a project.
    fn each(test: impl Fn(&mut Conn, &Vault) -> Result<(), Error>) {
        for database in testkit::databases() {
            let db = Db::open(&database.url, &[MIGRATIONS, store::MIGRATIONS].concat()).unwrap();
            let vault = keyring::open(&db, &keyring::Place::Given("a1".repeat(32).into()), NOW).unwrap();
            let done = db.write_alone(|conn| {
                store::open(conn, "a", false, &Plan::default(), NOW)?;
                test(conn, &vault)
            });
            done.unwrap();
        }
    }

    fn add(conn: &mut Conn, vault: &Vault, name: &str) -> Result<PersonId, Error> {
        person::add(conn, vault, &Details { name: name.parse().ok(), ..Details::default() }, NOW)
    }

    fn founder(who: Who) -> Founder {
        Founder {
            id: 0,
            who,
            cash_shares: 2,
            kind_shares: 3,
            kind_what: Some("Ruches".into()),
            kind_value_minor: Some(30_000),
            runs: false,
            land_list: None,
            land: None,
            signed: None,
            confirmed: None,
        }
    }

    /// What is read again of a founder who is written down.
    fn kept(conn: &mut Conn, vault: &Vault, founder: &Founder) -> Result<Known, Error> {
        let id = store::put_founder(conn, 1, founder)?;
        let read = store::founders(conn, 1)?.into_iter().find(|one| one.id == id).unwrap();
        assert_eq!(read, Founder { id, ..founder.clone() });
        one(conn, vault, &read, &audit::Line::new(audit::Event::Read, NOW))
    }

    #[test]
    fn list_and_plot_are_sealed_each_and_a_row_of_before_is_read_as_it_was() {
        each(|conn, vault| {
            let person = add(conn, vault, "Amina Secrete")?;
            let key = person::key_of(conn, vault, &person)?;
            let before =
                Founder { land: Some(key.seal(LAND, "liste 3, parcelle 7")?), ..founder(Who::Person(person, None)) };
            let known = kept(conn, vault, &before)?;
            assert_eq!((known.land_list.as_deref(), known.land.as_deref()), (None, Some("liste 3, parcelle 7")));
            let [list, land] = [(LAND_LIST, "liste 3"), (LAND, "parcelle 7")].map(|(name, text)| key.seal(name, text));
            let told = Founder { id: known.founder.id, land_list: Some(list?), land: Some(land?), ..before };
            let known = kept(conn, vault, &told)?;
            assert_eq!((known.land_list.as_deref(), known.land.as_deref()), (Some("liste 3"), Some("parcelle 7")));
            let crossed = Founder { land: told.land_list.clone(), land_list: told.land.clone(), ..told };
            assert!(kept(conn, vault, &crossed).is_err(), "neither opens in the place of the other");
            Ok(())
        });
    }

    #[test]
    fn who_acts_for_a_legal_person_is_known_until_erased_and_its_number_stays() {
        each(|conn, vault| {
            let representative = add(conn, vault, "Hmad Invisible")?;
            let number = "001561191000066".parse().ok();
            let legal = Legal { name: "Union".into(), number, representative: Some(representative.clone()) };
            let known = kept(conn, vault, &founder(Who::Legal(legal)))?;
            assert_eq!(
                (known.name().as_deref(), known.representative.as_deref()),
                (Some("Union"), Some("Hmad Invisible"))
            );
            assert!(known.details.is_none(), "it has no age and no card");
            person::erase(conn, &representative, NOW)?;
            let known = kept(conn, vault, &known.founder)?;
            assert_eq!((known.name().as_deref(), known.representative), (Some("Union"), None));
            // Those of before the number was asked for are read as they were.
            let bare = Legal { name: "Union".into(), number: None, representative: None };
            assert_eq!(kept(conn, vault, &founder(Who::Legal(bare)))?.name().as_deref(), Some("Union"));
            Ok(())
        });
    }
}
