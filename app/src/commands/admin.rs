//! `twiza admin`: the first account, from which all others come.

use std::io::{Write as _, stdout};

use authz::Entity;
use identity::{
    Contact, Error,
    audit::{self, Event, Line},
    entrance::{self, Newcomer},
    keyring, link, mandate,
};
use kernel::Lang;
use ledger::Ledger;

use crate::{cli::Admin, failure::Failure, house};

/// Opens an account for an administrator.
pub(crate) fn run(ledger: &Ledger, database: &str, what: Admin) -> Result<(), Failure> {
    let Admin::Create { contact, name, place } = what;
    let refused = |says: String| Failure::Refused(says);
    let read: Contact = contact.parse().map_err(|error| refused(format!("{contact}: {error}")))?;
    let name = name.as_deref().unwrap_or(&contact).parse().map_err(|error| refused(format!("the name: {error}")))?;
    let (now, today) = (ledger.clock().now(), ledger.today());
    let failed = |error: Error| refused(error.to_string());
    let vault = keyring::open(ledger.db(), &house::keys(database), now).map_err(|error| failed(error.into()))?;
    let role = Entity::new("Administrator", web::COUNTRY);
    let created = ledger.db().write_alone(|conn| {
        let newcomer = Newcomer { name, contact: read, language: Lang::Ar };
        let account = entrance::welcome(conn, &vault, &newcomer, None, now)?;
        let held = mandate::of(conn, &account.id)?;
        if !held.iter().any(|mandate| mandate.role == role && mandate.holds(today)) {
            mandate::give(conn, &account.id, &role, (today, None), None, now)?;
            audit::add(conn, &Line::new(Event::MandateGiven, now).about(&account.person).on(&role))?;
        }
        let secret = entrance::link(conn, &account, link::INVITATION, None, now)?;
        Ok::<_, Error>((account, secret))
    });
    let (account, secret) = created.map_err(failed)?;
    let address = place.address.unwrap_or_else(|| format!("http://{}", place.listen));
    let mut out = stdout().lock();
    writeln!(out, "account {} is an administrator: choose its password within seven days at", account.id)?;
    writeln!(out, "{address}/{}/links/{}", account.language, secret.as_str())?;
    Ok(())
}
