//! Founders are written down: who each is, sealed with a key of their own, and what each brings in.

use db::Conn;
use identity::{AccountId, Details, Error, PersonId, Secret, Site, Vault, account, person};
use kernel::Timestamp;
use web::{App, Problem, Visitor, Wrong};

use super::{Typed, own_account};
use crate::{
    confirming::{self, Lapsed},
    dossier::Dossier,
    founder::{Founder, Who},
    legal::Legal,
    pages::conflict,
    person::{LAND, LAND_LIST},
    store,
};

/// Writes what the form says of a founder, or takes the one out whose number it gives, if nobody has changed the project since a
/// version. Gives what is wrong, if it is not done.
pub(super) fn change(
    app: &App,
    visitor: &Visitor,
    (dossier, version): (&Dossier, i64),
    form: &Result<(Typed, Details), i64>,
) -> Result<Option<Wrong>, Problem> {
    let (vault, messenger, now) = (Site::vault_of(app)?, app.messenger()?, app.ledger.clock().now());
    let mine = own_account(dossier, visitor);
    app.ledger.db().write_alone(|conn| {
        if !store::touch(conn, dossier.project.id, version)? {
            return Ok(Some(conflict()));
        }
        let (typed, details) = match form {
            Ok(form) => form,
            Err(removed) => return Ok(remove(conn, dossier, *removed, now).map(|()| None)?),
        };
        match write(conn, &vault, dossier, (typed, details, mine.as_ref()), now)? {
            Err(wrong) => Ok(Some(wrong)),
            Ok(lapsed) => {
                confirming::ask_anew(conn, messenger, dossier, &lapsed, (visitor.account(), now)).map(|()| None)
            }
        }
    })
}

/// Writes what the form says of a founder, who may have the account of whoever prepares the project. Gives who has to confirm anew, or
/// what is wrong, if somebody founds twice.
fn write(
    conn: &mut Conn,
    vault: &Vault,
    dossier: &Dossier,
    (typed, details, mine): (&Typed, &Details, Option<&AccountId>),
    now: Timestamp,
) -> Result<Result<Vec<Lapsed>, Wrong>, Error> {
    let project = dossier.project.id;
    let own = mine.filter(|_| typed.own);
    if let Some(account) = own {
        let other = confirming::store::confirmed_for(conn, project, account.as_str())?;
        if other.is_some_and(|founder| founder != typed.id) {
            return Ok(Err(Wrong::new("own", "", "one founder an account").told("founding-wrong-other-founder")));
        }
    }
    let before = dossier.founders.iter().find(|founder| founder.id == typed.id);
    let (gone, known) = match before.filter(|founder| founder.who.is_legal() == typed.is_legal) {
        Some(same) => (None, same.who.person()),
        None => (before.and_then(|other| other.who.person()), None),
    };
    if !typed.is_legal && founds_already(conn, vault, dossier, details, known)? {
        return Ok(Err(Wrong::new("identity_number", "", "already a founder").told("founding-wrong-twice")));
    }
    let was = known.map(|person| person::by_id(conn, vault, person)).transpose()?.flatten();
    // The card tells who it is: under another number it is somebody else from now on.
    let was = was.and_then(|person| person.details().cloned());
    let same = was.filter(|was| was.identity_number == details.identity_number);
    // A legal person where a natural one stood, or the other way round: who is not meant any more is forgotten.
    if let Some(person) = gone {
        person::erase(conn, person, now)?;
    }
    let person = known_person(conn, vault, details, (known, same.is_some()), now)?;
    let key = person::key_of(conn, vault, &person)?;
    let told = |text: &str| said(text).filter(|_| !typed.is_legal);
    let [land_list, land] = [(LAND_LIST, &typed.land_list), (LAND, &typed.land)]
        .map(|(name, text)| told(text).map(|text| key.seal(name, &text)).transpose());
    let founder = founder(typed, before.map_or(0, |founder| founder.id), person, [land_list?, land?]);
    let id = store::put_founder(conn, project, &founder)?;
    let confirmed = before.and_then(|before| before.confirmed.as_ref());
    // Who prepares the project takes back an agreement of their own.
    let takes_back =
        own.is_none() && mine.zip(confirmed).is_some_and(|(account, confirmed)| confirmed.account == account.as_str());
    let lapsed = match same.filter(|_| !takes_back) {
        None => confirming::store::undo(conn, project, id).map(|()| Vec::new())?,
        Some(was) if was.name == details.name && before.is_some_and(|before| before.binds_like(&founder)) => Vec::new(),
        Some(_) => confirming::store::lapse(conn, project, Some(id), now)?,
    };
    if let (Some(account), Who::Person(person, _)) = (own, &founder.who) {
        confirm_own(conn, (project, id, person), account, now)?;
    }
    Ok(Ok(lapsed))
}

/// What was typed; none where nothing was.
fn said(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// The founder of a form, under a number, with list and plot of the land as they are sealed.
fn founder(typed: &Typed, id: i64, person: PersonId, [land_list, land]: [Option<Vec<u8>>; 2]) -> Founder {
    let who = match typed.is_legal {
        true => Who::Legal(Legal {
            name: typed.name.clone(),
            number: typed.legal_number.parse().ok(),
            representative: Some(person),
        }),
        false => Who::Person(person, typed.sex.parse().ok()),
    };
    Founder {
        id,
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
    }
}

/// The person of whom these details are known from now on.
fn known_person(
    conn: &mut Conn,
    vault: &Vault,
    details: &Details,
    (known, is_same): (Option<&PersonId>, bool),
    now: Timestamp,
) -> Result<PersonId, Error> {
    let Some(person) = known else { return person::add(conn, vault, details, now) };
    let told = details.clone();
    person::change(conn, vault, person, |details| *details = told)?;
    if !is_same {
        account::release(conn, person)?;
    }
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
    confirming::store::ask(conn, (project, founder), &digest, now)?;
    confirming::store::confirm(conn, (project, founder), (&digest, account.as_str()), now)?;
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
fn remove(conn: &mut Conn, dossier: &Dossier, id: i64, now: Timestamp) -> Result<(), Error> {
    let Some(founder) = dossier.founders.iter().find(|founder| founder.id == id) else { return Ok(()) };
    store::remove_founder(conn, dossier.project.id, id)?;
    if let Some(person) = founder.who.person() {
        person::erase(conn, person, now)?;
    }
    Ok(())
}
