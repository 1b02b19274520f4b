//! Founders are written down: who each is, sealed with a key of their own, and what each brings in.

use db::Conn;
use identity::{AccountId, Details, Error, PersonId, Secret, Vault, account, person};
use kernel::Timestamp;
use web::Wrong;

use super::Typed;
use crate::{
    dossier::Dossier,
    founder::{Founder, Who},
    legal::Legal,
    person::{LAND, LAND_LIST},
    store,
};

/// Writes what the form says of a founder. Gives what is wrong, if somebody founds twice.
pub(super) fn write(
    conn: &mut Conn,
    vault: &Vault,
    dossier: &Dossier,
    (typed, details, own): (&Typed, &Details, Option<&AccountId>),
    now: Timestamp,
) -> Result<Option<Wrong>, Error> {
    let project = dossier.project.id;
    if let Some(account) = own {
        let other = store::confirmed_for(conn, project, account.as_str())?.filter(|founder| *founder != typed.id);
        if other.is_some() {
            return Ok(Some(Wrong::new("own", "", "one founder an account").told("founding-wrong-other-founder")));
        }
    }
    let before = dossier.founders.iter().find(|founder| founder.id == typed.id);
    let (gone, known) = match before.filter(|founder| founder.who.is_legal() == typed.is_legal) {
        Some(same) => (None, same.who.person()),
        None => (before.and_then(|other| other.who.person()), None),
    };
    if !typed.is_legal && founds_already(conn, vault, dossier, details, known)? {
        return Ok(Some(Wrong::new("identity_number", "", "already a founder").told("founding-wrong-twice")));
    }
    // A legal person where a natural one stood, or the other way round: who is not meant any more is forgotten.
    if let Some(person) = gone {
        person::erase(conn, person, now)?;
    }
    let person = known_person(conn, vault, details, known, now)?;
    let key = person::key_of(conn, vault, &person)?;
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let seal = |name, text: &str| said(text).filter(|_| !typed.is_legal).map(|text| key.seal(name, &text)).transpose();
    let (land_list, land) = (seal(LAND_LIST, &typed.land_list)?, seal(LAND, &typed.land)?);
    let who = match typed.is_legal {
        true => Who::Legal(Legal {
            name: typed.name.clone(),
            number: typed.legal_number.parse().ok(),
            representative: Some(person),
        }),
        false => Who::Person(person, typed.sex.parse().ok()),
    };
    let founder = Founder {
        id: before.map_or(0, |founder| founder.id),
        who,
        cash_shares: typed.cash_shares,
        kind_shares: typed.kind_shares,
        kind_what: said(&typed.kind_what),
        kind_value_minor: typed.kind_value_minor,
        runs: typed.runs,
        land_list,
        land,
        signed: said(&typed.signed),
        confirmed: None,
    };
    let id = store::put_founder(conn, project, &founder)?;
    if let (Some(account), Who::Person(person, _)) = (own, &founder.who) {
        confirm_own(conn, (project, id, person), account, now)?;
    }
    Ok(None)
}

/// The person of whom these details are known from now on.
fn known_person(
    conn: &mut Conn,
    vault: &Vault,
    details: &Details,
    known: Option<&PersonId>,
    now: Timestamp,
) -> Result<PersonId, Error> {
    let Some(person) = known else { return person::add(conn, vault, details, now) };
    let told = details.clone();
    person::change(conn, vault, person, |details| *details = told)?;
    // It may be somebody else from now on.
    account::release(conn, person)?;
    Ok(person.clone())
}

/// Who prepares the project and is a founder confirms by saving: nobody is sent the link of which this is.
fn confirm_own(
    conn: &mut Conn,
    (project, founder, person): (i64, i64, &PersonId),
    account: &AccountId,
    now: Timestamp,
) -> Result<(), Error> {
    let digest = Secret::new()?.digest();
    store::ask(conn, (project, founder), &digest, now)?;
    store::confirm(conn, (project, founder), (&digest, account.as_str()), now)?;
    account::claim(conn, account, person, now)
}

/// Whether another founder of the project has the same identity number.
fn founds_already(
    conn: &mut Conn,
    vault: &Vault,
    dossier: &Dossier,
    details: &Details,
    known: Option<&PersonId>,
) -> Result<bool, Error> {
    let Some(number) = &details.identity_number else { return Ok(false) };
    let same = person::by_identity_number(conn, vault, number)?;
    let founds = |id: &PersonId| {
        dossier.founders.iter().any(|founder| matches!(&founder.who, Who::Person(person, _) if person == id))
    };
    Ok(same.iter().any(|person| Some(&person.id) != known && founds(&person.id)))
}

/// Takes a founder out and erases what is known of the person.
pub(super) fn remove(conn: &mut Conn, dossier: &Dossier, id: i64, now: Timestamp) -> Result<(), Error> {
    let Some(founder) = dossier.founders.iter().find(|founder| founder.id == id) else { return Ok(()) };
    store::remove_founder(conn, dossier.project.id, id)?;
    if let Some(person) = founder.who.person() {
        person::erase(conn, person, now)?;
    }
    Ok(())
}
