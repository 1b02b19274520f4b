//! What is known of the persons who found a cooperative. Each reading is noted, for them and for auditors.

use db::Conn;
use identity::{AccountId, Details, Error, PersonId, Site, Vault, audit, person};
use kernel::{Date, Timestamp};
use register::Rule;
use web::{App, Problem, Visitor};

use crate::founder::{Founder, Who};

/// How the place in which a founder holds collective land is sealed.
pub(crate) const LAND: &str = "founder.land";

/// A founder, with what is known of the person.
pub(crate) struct Known {
    pub(crate) founder: Founder,
    /// Of a person; none for a legal person, and for who was erased.
    pub(crate) details: Option<Details>,
    /// List and plot, of a holder of rights in collective land.
    pub(crate) land: Option<String>,
}

impl Known {
    /// What the founder is called.
    pub(crate) fn name(&self) -> Option<String> {
        match &self.founder.who {
            Who::Legal(name) => Some(name.clone()),
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

/// What is known of founders; that it was read, by whom, is noted.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub(crate) fn of(app: &App, founders: &[Founder], visitor: &Visitor) -> Result<Vec<Known>, Problem> {
    let (vault, now) = (Site::vault_of(app)?, app.ledger.clock().now());
    let by = visitor.account().and_then(|account| account.parse().ok());
    let read = |conn: &mut Conn| founders.iter().map(|founder| one(conn, &vault, founder, by.as_ref(), now)).collect();
    Ok(app.ledger.db().write_alone::<_, Error>(read)?)
}

fn one(
    conn: &mut Conn,
    vault: &Vault,
    founder: &Founder,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<Known, Error> {
    let mut known = Known { founder: founder.clone(), details: None, land: None };
    let Who::Person(id, _) = &founder.who else { return Ok(known) };
    known.details = person::by_id(conn, vault, id)?.and_then(|person| person.details().cloned());
    if known.details.is_some() {
        known.land = land(conn, vault, id, founder.land.as_deref())?;
        audit::add(conn, &audit::Line::new(audit::Event::Read, now).by(by).about(id).doing("see_project"))?;
    }
    Ok(known)
}

fn land(conn: &mut Conn, vault: &Vault, id: &PersonId, sealed: Option<&[u8]>) -> Result<Option<String>, Error> {
    let Some(sealed) = sealed else { return Ok(None) };
    let opened = person::key_of(conn, vault, id)?.open(LAND, sealed)?;
    Ok(Some(opened.to_string()))
}
