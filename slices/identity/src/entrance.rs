//! The entrance: how people get an account and a password, come in with them, and are known while they are in.
//!
//! Nobody can find out here who has an account: whoever asks gets the same answer after the same work.

mod passkey;

use std::net::IpAddr;

use authz::{Entity, Principal};
use db::{Conn, Db};
use jiff::SignedDuration;
use kernel::{Date, Lang, Timestamp};

use crate::{
    Account, AccountId, Contact, Details, Error, PersonId, Secret, Vault, account, attempt,
    audit::{self, Event, Line},
    factor, link, mandate,
    password::{Password, Weak},
    person::{self, Line as Name},
    session::{self, Session, SessionId},
    token::{self, Token},
};

pub use passkey::{
    Proof, Proved, ask_for_passkey, begin_with_passkey, may_begin_with_passkey, prove_again, prove_by_code,
    sign_in_with_passkey,
};

/// How somebody who tried to sign in fared.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// In, with this in the cookie.
    In(Secret),
    /// In once a code was given too: until then the cookie lets nobody in.
    Half(Secret),
    /// The password is wrong, or there is no such account.
    Wrong,
    /// It was tried too often; how many minutes to wait.
    TooOften(i64),
}

/// Who tries to come in, and from where.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// From which address, if that is known.
    pub from: Option<IpAddr>,
    /// In which browser, on which system.
    pub device: String,
}

/// Signs in with a contact and a password. A session that the caller has ends, whoever's it is.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn sign_in(
    db: &Db,
    vault: &Vault,
    contact: &Contact,
    password: &Password,
    caller: &Caller,
    now: Timestamp,
) -> Result<SignIn, Error> {
    let too_often = db.write_alone(|conn| attempt::count(conn, vault, "sign in", contact, caller.from, now))?;
    if let Some(minutes) = too_often {
        return Ok(SignIn::TooOften(minutes));
    }
    let account = db.read(|conn| by_contact(conn, vault, contact))?;
    let kept = match &account {
        Some(account) => db.read(|conn| account::store::password(conn, &account.id))?,
        None => None,
    };
    let right = password.is(kept.as_deref());
    db.write_alone(|conn| match account.filter(|_| right) {
        Some(account) => {
            attempt::forget(conn, vault, "sign in", contact, caller.from)?;
            if factor::is_on(conn, &account.id)? {
                return Ok(SignIn::Half(session::store::begin(conn, &account.id, &caller.device, [1, 2], now)?));
            }
            audit::add(conn, &Line::new(Event::SignedIn, now).by(Some(&account.id)).about(&account.person))?;
            Ok(SignIn::In(session::store::begin(conn, &account.id, &caller.device, [1, 1], now)?))
        }
        None => {
            let person = person_of(conn, vault, contact)?;
            let line = Line::new(Event::SignInFailed, now);
            audit::add(conn, &person.map_or(line.clone(), |person| line.about(&person)))?;
            Ok(SignIn::Wrong)
        }
    })
}

/// Comes in wholly with a code of the second factor, or one for recovery. The session is another one then.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn prove(
    db: &Db,
    vault: &Vault,
    half: &Secret,
    code: &str,
    caller: &Caller,
    now: Timestamp,
) -> Result<SignIn, Error> {
    db.write_alone(|conn| {
        let Some(session) = session::store::by_secret(conn, half, now)? else { return Ok(SignIn::Wrong) };
        let Some(account) = account::by_id(conn, &session.account)? else { return Ok(SignIn::Wrong) };
        if let Some(minutes) = attempt::count_for(conn, vault, "prove", account.id.as_str(), now)? {
            return Ok(SignIn::TooOften(minutes));
        }
        if !factor::proves(conn, vault, &account, code, now)? {
            audit::add(conn, &Line::new(Event::SignInFailed, now).by(Some(&account.id)).about(&account.person))?;
            return Ok(SignIn::Wrong);
        }
        attempt::forget_for(conn, vault, "prove", account.id.as_str())?;
        session::store::end(conn, &account.id, &session.id)?;
        audit::add(conn, &Line::new(Event::SignedIn, now).by(Some(&account.id)).about(&account.person))?;
        Ok(SignIn::In(session::store::begin(conn, &account.id, &caller.device, [2, 2], now)?))
    })
}

/// Signs out: the session ends.
///
/// # Errors
/// When the database cannot.
pub fn sign_out(conn: &mut Conn, secret: &Secret, now: Timestamp) -> Result<(), Error> {
    if let Some(session) = session::store::by_secret(conn, secret, now)? {
        session::store::end(conn, &session.account, &session.id)?;
        audit::add(conn, &Line::new(Event::SignedOut, now).by(Some(&session.account)))?;
    }
    Ok(())
}

/// Who has a session, with the roles of today; none if it is over.
///
/// # Errors
/// When the database cannot.
pub fn by_session(
    db: &Db,
    secret: &Secret,
    today: Date,
    now: Timestamp,
) -> Result<Option<(Session, Principal)>, Error> {
    let found = db.read(|conn| {
        let session = session::store::by_secret(conn, secret, now)?.filter(Session::is_whole);
        let Some(session) = session else { return Ok::<_, Error>(None) };
        let principal = principal(conn, &session.account, today)?;
        let second_factor = session.factors > 1;
        Ok(principal.map(|principal| (session, Principal { second_factor, ..principal })))
    })?;
    if let Some((session, _)) = found.as_ref().filter(|(session, _)| session::store::is_due(session, now)) {
        let id = session.id.clone();
        db.write(move |conn| session::store::see(conn, &id, now))?;
    }
    Ok(found)
}

/// Who sends a token, with the roles of today and the scopes of the token; none if it is over.
///
/// # Errors
/// When the database cannot.
pub fn by_token(db: &Db, secret: &Secret, today: Date, now: Timestamp) -> Result<Option<(Token, Principal)>, Error> {
    let found = db.read(|conn| {
        let Some(token) = token::store::by_secret(conn, secret, now)? else { return Ok::<_, Error>(None) };
        let principal = principal(conn, &token.account, today)?;
        Ok(principal.map(|principal| (Principal { scopes: Some(token.scopes.clone()), ..principal }, token)))
    })?;
    let Some((principal, token)) = found else { return Ok(None) };
    let id = token.id.clone();
    let day = SignedDuration::from_hours(24);
    if token.used_at.is_none_or(|used| used.saturating_add(day).is_ok_and(|due| due <= now)) {
        db.write(move |conn| token::store::see(conn, &id, now))?;
    }
    Ok(Some((token, principal)))
}

/// An account with the roles that it holds on a day; none if it is closed.
fn principal(conn: &mut Conn, id: &AccountId, today: Date) -> Result<Option<Principal>, Error> {
    let open = account::by_id(conn, id)?.is_some_and(|account| account.closed_at.is_none());
    if !open {
        return Ok(None);
    }
    let mandates = mandate::of(conn, id)?;
    let mut roles: Vec<Entity> =
        mandates.into_iter().filter(|mandate| mandate.holds(today)).map(|mandate| mandate.role).collect();
    roles.sort();
    roles.dedup();
    Ok(Some(Principal { account: Some(id.to_string()), roles, ..Principal::default() }))
}

/// The account of a contact, closed or not.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn by_contact(conn: &mut Conn, vault: &Vault, contact: &Contact) -> Result<Option<Account>, Error> {
    match person_of(conn, vault, contact)? {
        Some(person) => account::by_person(conn, &person),
        None => Ok(None),
    }
}

fn person_of(conn: &mut Conn, vault: &Vault, contact: &Contact) -> Result<Option<PersonId>, Error> {
    let person = match contact {
        Contact::Email(email) => person::by_email(conn, vault, email)?,
        Contact::Phone(phone) => person::by_phone(conn, vault, *phone)?,
    };
    Ok(person.map(|person| person.id))
}

/// Who is to get an account.
#[derive(Clone)]
pub struct Newcomer {
    /// How the person is called.
    pub name: Name,
    /// Where a link reaches the person.
    pub contact: Contact,
    /// In which language the person is written to.
    pub language: Lang,
}

/// Opens an account for a newcomer, or finds the one that the person has. Of a person who is known already nothing is changed.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn welcome(
    conn: &mut Conn,
    vault: &Vault,
    newcomer: &Newcomer,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<Account, Error> {
    let person = match person_of(conn, vault, &newcomer.contact)? {
        Some(person) => person,
        None => {
            let mut details = Details { name: Some(newcomer.name.clone()), ..Details::default() };
            match &newcomer.contact {
                Contact::Email(email) => details.email = Some(email.clone()),
                Contact::Phone(phone) => details.phone = Some(*phone),
            }
            person::add(conn, vault, &details, now)?
        }
    };
    if let Some(account) = account::by_person(conn, &person)? {
        return Ok(account);
    }
    let id = account::open(conn, &person, newcomer.language, now)?;
    audit::add(conn, &Line::new(Event::AccountOpened, now).by(by).about(&person))?;
    account::by_id(conn, &id)?.ok_or(Error::Unknown(person))
}

/// Makes a link by which the owner of an account chooses a password. Whoever uses it first proves that the contact is theirs.
///
/// # Errors
/// When the database cannot.
pub fn link(
    conn: &mut Conn,
    account: &Account,
    good_for: SignedDuration,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<Secret, Error> {
    audit::add(conn, &Line::new(Event::LinkSent, now).by(by).about(&account.person))?;
    link::store::make(conn, &account.id, good_for, now)
}

/// To which account a link leads; none if it is void or the account is closed.
///
/// # Errors
/// When the database cannot.
pub fn by_link(conn: &mut Conn, secret: &Secret, now: Timestamp) -> Result<Option<Account>, Error> {
    let Some(id) = link::store::account(conn, secret, now)? else { return Ok(None) };
    Ok(account::by_id(conn, &id)?.filter(|account| account.closed_at.is_none()))
}

/// How somebody who chose a password fared.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// It is in force, and the person is in with this in the cookie.
    In(Secret),
    /// It is in force, and the person is in once a code was given too.
    Half(Secret),
    /// It is refused.
    Weak(Weak),
    /// The link is void, or the password of before is wrong.
    Void,
    /// The password of before was tried too often; how many minutes to wait.
    TooOften(i64),
}

/// Puts a password in force for the owner of a link, which is void then, and lets the person in. All other sessions end.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn choose_by_link(
    db: &Db,
    vault: &Vault,
    secret: &Secret,
    password: &Password,
    caller: &Caller,
    now: Timestamp,
) -> Result<Chosen, Error> {
    let Some(account) = db.read(|conn| by_link(conn, secret, now))? else { return Ok(Chosen::Void) };
    if let Err(weak) = check(db, vault, &account.person, password)? {
        return Ok(Chosen::Weak(weak));
    }
    let hash = password.hash()?;
    db.write_alone(|conn| {
        // It may have been used while the password was hashed.
        let Some(account) = by_link(conn, secret, now)? else { return Ok(Chosen::Void) };
        if !link::store::void(conn, &account.id)? {
            return Ok(Chosen::Void);
        }
        put_in_force(conn, &account, (&hash, None), now)?;
        // A link proves that the contact is theirs, and a password is known now: the telephone is still to be shown.
        let wanted = if factor::is_on(conn, &account.id)? { 2 } else { 1 };
        let secret = session::store::begin(conn, &account.id, &caller.device, [1, wanted], now)?;
        Ok(if wanted > 1 { Chosen::Half(secret) } else { Chosen::In(secret) })
    })
}

/// Puts a password in force for somebody who is in and knows the one of before. All other sessions end; this one goes on under another
/// secret, as far proved as it was.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn choose_anew(
    db: &Db,
    vault: &Vault,
    session: &Session,
    [before, password]: [&Password; 2],
    now: Timestamp,
) -> Result<Chosen, Error> {
    let id = &session.account;
    let too_often = db.write_alone(|conn| attempt::count_for(conn, vault, "prove again", id.as_str(), now))?;
    if let Some(minutes) = too_often {
        return Ok(Chosen::TooOften(minutes));
    }
    let kept = db.read(|conn| Ok::<_, Error>((account::by_id(conn, id)?, account::store::password(conn, id)?)))?;
    let (Some(account), password_before) = kept else { return Ok(Chosen::Void) };
    if !before.is(password_before.as_deref()) {
        let failed = Line::new(Event::SignInFailed, now).by(Some(id)).about(&account.person);
        db.write_alone(|conn| audit::add(conn, &failed))?;
        return Ok(Chosen::Void);
    }
    if let Err(weak) = check(db, vault, &account.person, password)? {
        return Ok(Chosen::Weak(weak));
    }
    let hash = password.hash()?;
    db.write_alone(|conn| {
        let Some(secret) = session::store::renew(conn, &session.id)? else { return Ok(Chosen::Void) };
        attempt::forget_for(conn, vault, "prove again", id.as_str())?;
        link::store::void(conn, id)?;
        put_in_force(conn, &account, (&hash, Some(&session.id)), now)?;
        Ok(Chosen::In(secret))
    })
}

fn check(db: &Db, vault: &Vault, person: &PersonId, password: &Password) -> Result<Result<(), Weak>, Error> {
    let person = db.read(|conn| person::by_id(conn, vault, person))?;
    let details = person.as_ref().and_then(|person| person.details());
    let known = details.map(|details| {
        let name = details.name.as_ref().map(ToString::to_string);
        name.into_iter().chain(details.contacts()).collect::<Vec<_>>()
    });
    let known = known.unwrap_or_default();
    Ok(password.check(&known.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Puts a password in force. All sessions end, but one if there is one to be kept.
fn put_in_force(
    conn: &mut Conn,
    account: &Account,
    (hash, but): (&str, Option<&SessionId>),
    now: Timestamp,
) -> Result<(), Error> {
    account::store::set_password(conn, &account.id, hash)?;
    session::store::end_all(conn, &account.id, but)?;
    audit::add(conn, &Line::new(Event::PasswordChosen, now).by(Some(&account.id)).about(&account.person))
}
