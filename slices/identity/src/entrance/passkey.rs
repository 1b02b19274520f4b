//! Coming in with a passkey, and showing once more who one is.

use db::{Conn, Db};
use kernel::Timestamp;

use super::{Caller, SignIn};
use crate::{
    Account, AccountId, Error, Secret, Vault, account, attempt,
    audit::{self, Event, Line},
    factor, link,
    passkey::{self, Answer, Party, Shown},
    password::Password,
    session::{self, SessionId},
};

/// Asks for a passkey, whoever's it is; how many minutes to wait if it was asked too often from one address.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn ask_for_passkey(
    db: &Db,
    vault: &Vault,
    party: &Party,
    caller: &Caller,
    now: Timestamp,
) -> Result<Result<passkey::Asked, i64>, Error> {
    db.write_alone(|conn| match attempt::count_from(conn, vault, "ask for a passkey", caller.from, now)? {
        Some(minutes) => Ok(Err(minutes)),
        None => passkey::ask(conn, party, now).map(Ok),
    })
}

/// Signs in with a passkey, which is as much as a password and a code. Whatever is wrong with it is answered alike.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn sign_in_with_passkey(
    db: &Db,
    vault: &Vault,
    party: &Party,
    answer: &Answer,
    caller: &Caller,
    now: Timestamp,
) -> Result<SignIn, Error> {
    db.write_alone(|conn| {
        if let Some(minutes) = attempt::count_from(conn, vault, "sign in from", caller.from, now)? {
            return Ok(SignIn::TooOften(minutes));
        }
        match whose(conn, party, answer, now)? {
            Ok(account) => {
                audit::add(conn, &Line::new(Event::SignedIn, now).by(Some(&account.id)).about(&account.person))?;
                Ok(SignIn::In(session::store::begin(conn, &account.id, &caller.device, [2, 2], now)?))
            }
            Err(account) => {
                let line = Line::new(Event::SignInFailed, now);
                audit::add(conn, &account.map_or(line.clone(), |account| line.about(&account.person)))?;
                Ok(SignIn::Wrong)
            }
        }
    })
}

/// Whose passkey it is, if all is well and the account is open; else of whom it claims to be, as far as that is known.
fn whose(
    conn: &mut Conn,
    party: &Party,
    answer: &Answer,
    now: Timestamp,
) -> Result<Result<Account, Option<Account>>, Error> {
    let (id, right) = match passkey::show(conn, party, answer, now)? {
        Shown::Right(id) => (Some(id), true),
        Shown::Wrong(id) => (id, false),
    };
    let account = id.map(|id| account::by_id(conn, &id)).transpose()?.flatten();
    Ok(match account {
        Some(account) if right && account.closed_at.is_none() => Ok(account),
        account => Err(account),
    })
}

/// Whether the owner of a link may make a passkey instead of choosing a password: only where nothing lets anybody in yet, or a link
/// would be a way around it.
///
/// # Errors
/// When the database cannot.
pub fn may_begin_with_passkey(conn: &mut Conn, account: &Account) -> Result<bool, Error> {
    let new = !account.has_password && !factor::is_on(conn, &account.id)?;
    Ok(new && passkey::of(conn, &account.id)?.is_empty())
}

/// Adds the first passkey of the owner of a link, which is void then, and lets the person in; none if it may not be or the answer is
/// not accepted.
///
/// # Errors
/// When the database cannot.
pub fn begin_with_passkey(
    conn: &mut Conn,
    party: &Party,
    account: &Account,
    (answer, name): (&Answer, &str),
    caller: &Caller,
    now: Timestamp,
) -> Result<Option<Secret>, Error> {
    let may = link::store::hold(conn, &account.id)? && may_begin_with_passkey(conn, account)?;
    if !may || !passkey::add(conn, party, &account.id, (answer, name), now)? {
        return Ok(None);
    }
    link::store::void(conn, &account.id)?;
    audit::add(conn, &Line::new(Event::PasskeyAdded, now).by(Some(&account.id)).about(&account.person))?;
    session::store::begin(conn, &account.id, &caller.device, [2, 2], now).map(Some)
}

/// By what somebody who is in shows once more who he is.
#[derive(Debug)]
pub enum Proof {
    /// The password, and a code if one is asked for at sign-in.
    Password(Password, String),
    /// A passkey.
    Passkey(Answer),
}

/// How somebody who is in and showed once more who he is fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proved {
    /// It is the owner.
    Yes,
    /// The password, the code or the passkey is not the right one.
    No,
    /// It was tried too often; how many minutes to wait.
    TooOften(i64),
}

/// Takes a code of the second factor from somebody who is in: whoever found the browser open has none, and does not guess one. The
/// caller changes what it proves the owner of in the same change.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn prove_by_code(
    conn: &mut Conn,
    vault: &Vault,
    account: &Account,
    code: &str,
    now: Timestamp,
) -> Result<Proved, Error> {
    let id = account.id.as_str();
    if let Some(minutes) = attempt::count_for(conn, vault, "prove again", id, now)? {
        return Ok(Proved::TooOften(minutes));
    }
    if !factor::proves(conn, vault, account, code, now)? {
        audit::add(conn, &Line::new(Event::SignInFailed, now).by(Some(&account.id)).about(&account.person))?;
        return Ok(Proved::No);
    }
    attempt::forget_for(conn, vault, "prove again", id)?;
    Ok(Proved::Yes)
}

/// Takes a proof by which the owner of a session shows that it is still the owner who uses it: for a while, what lets people in
/// may be changed. It is as much as the account asks for at sign-in, so that no way around that is opened.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn prove_again(
    db: &Db,
    vault: &Vault,
    party: Option<&Party>,
    (id, session): (&AccountId, &SessionId),
    proof: &Proof,
    now: Timestamp,
) -> Result<Proved, Error> {
    if let Some(minutes) = db.write_alone(|conn| attempt::count_for(conn, vault, "prove again", id.as_str(), now))? {
        return Ok(Proved::TooOften(minutes));
    }
    // Hashing takes its time, and nobody is to wait for it.
    let known = match proof {
        Proof::Password(password, _) => password.is(db.read(|conn| account::store::password(conn, id))?.as_deref()),
        Proof::Passkey(_) => true,
    };
    db.write_alone(|conn| {
        let Some(account) = account::by_id(conn, id)? else { return Ok(Proved::No) };
        let right = match (proof, party) {
            (Proof::Password(_, code), _) => {
                known && (!factor::is_on(conn, id)? || factor::proves(conn, vault, &account, code, now)?)
            }
            (Proof::Passkey(answer), Some(party)) => {
                whose(conn, party, answer, now)?.is_ok_and(|whose| whose.id == *id)
            }
            (Proof::Passkey(_), None) => false,
        };
        if !right {
            audit::add(conn, &Line::new(Event::SignInFailed, now).by(Some(id)).about(&account.person))?;
            return Ok(Proved::No);
        }
        attempt::forget_for(conn, vault, "prove again", id.as_str())?;
        session::store::prove(conn, session, now)?;
        Ok(Proved::Yes)
    })
}
