//! Passkeys: a key pair that a device keeps for this site alone, and uses only for whoever unlocks it (WebAuthn, level 3). So it
//! shows both factors at once: the device, and its owner's finger, face or number.
//!
//! Both adding one and showing one is a **ceremony**: the device is asked something that nobody was asked before, and signs it
//! together with the address of the site that its browser is on. What was asked is kept in a row until it is answered, once,
//! within [`LASTS`]; so any process may be the one that is answered.

use std::{net::Ipv4Addr, time::Duration};

use db::Conn;
use jiff::SignedDuration;
use kernel::Timestamp;
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    Webauthn, WebauthnBuilder,
};

use crate::{AccountId, Error, Secret, hex::hex, id::ids};

pub(crate) mod store;

pub use store::{end, of};

ids! {
    /// The id of a passkey, by which its owner names it. It opens nothing.
    PasskeyId
}

/// How long an answer may take: until a telephone was found and unlocked.
pub const LASTS: SignedDuration = SignedDuration::from_mins(5);
/// How many passkeys an account has at most.
pub const MOST: usize = 20;

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// By which its owner names it.
    pub id: PasskeyId,
    /// The name that its owner gave it.
    pub name: String,
    /// Since when it is there.
    pub made_at: Timestamp,
    /// When it last opened.
    pub used_at: Option<Timestamp>,
}

/// The site as passkeys know it (the "relying party"): each is bound to its name and answers on its pages only.
#[derive(Clone, Debug)]
pub struct Party {
    name: String,
    webauthn: Webauthn,
}

impl Party {
    /// The site at this address, which is that of the setting and never one that a request says; none if it has no name: no browser
    /// binds a key to a number. On one's own machine the name is `localhost`, by which the pages must be opened then.
    pub fn at(address: &str) -> Option<Self> {
        let mut address = Url::parse(address).ok()?;
        if address.host_str()?.parse::<Ipv4Addr>().is_ok_and(|number| number.is_loopback()) {
            address.set_host(Some("localhost")).ok()?;
        }
        let name = address.domain()?.to_owned();
        let builder = WebauthnBuilder::new(&name, &address).ok()?;
        let webauthn = builder.rp_name("Twiza").timeout(Duration::try_from(LASTS).ok()?).build().ok()?;
        Some(Self { name, webauthn })
    }

    /// The name to which passkeys are bound.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// What a browser is told so that it asks a device.
#[derive(Clone, Debug)]
pub struct Asked {
    /// By which the answer names the ceremony.
    pub ceremony: Secret,
    /// The options for `navigator.credentials`, as JSON: `publicKey`.
    pub options: Value,
}

impl Asked {
    /// What a script of a page reads: the options and the ceremony's secret.
    pub fn to_json(&self) -> String {
        let options = self.options.get("publicKey").unwrap_or(&Value::Null);
        json!({ "ceremony": self.ceremony.as_str(), "publicKey": options }).to_string()
    }
}

/// What a browser sends back: which ceremony it was, and the answer of the device as JSON.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The ceremony; none if what was sent cannot be one.
    pub ceremony: Option<Secret>,
    /// The answer.
    pub text: String,
}

/// Whose passkey was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The passkey of this account, and all is well.
    Right(AccountId),
    /// The answer is not accepted, and of this account if that much is known: it is of no passkey that is known, to no question or to
    /// one that was answered already, of another site, signed by another key, of a device that nobody unlocked, or its counter
    /// went back, as that of a copy does.
    Wrong(Option<AccountId>),
}

/// Asks for whichever passkey of this site the device has.
///
/// # Errors
/// When the database cannot.
pub fn ask(conn: &mut Conn, party: &Party, now: Timestamp) -> Result<Asked, Error> {
    let (options, state) = party.webauthn.start_discoverable_authentication()?;
    let ceremony = store::ask(conn, None, &serde_json::to_string(&state)?, now)?;
    Ok(Asked { ceremony, options: serde_json::to_value(options)? })
}

/// Takes the answer to [`ask`], and notes that the passkey was used.
///
/// # Errors
/// When the database cannot.
pub fn show(conn: &mut Conn, party: &Party, answer: &Answer, now: Timestamp) -> Result<Shown, Error> {
    let Some(state) = take::<DiscoverableAuthentication>(conn, answer, None, now)? else {
        return Ok(Shown::Wrong(None));
    };
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(&answer.text) else { return Ok(Shown::Wrong(None)) };
    let Ok((user, credential)) = party.webauthn.identify_discoverable_authentication(&answer) else {
        return Ok(Shown::Wrong(None));
    };
    let kept = store::by_credential(conn, &hex(credential))?.filter(|kept| user_of(&kept.account) == Some(user));
    let Some(mut kept) = kept else { return Ok(Shown::Wrong(None)) };
    let Ok(result) = party.webauthn.finish_discoverable_authentication_v2(&answer, state, &kept.key) else {
        return Ok(Shown::Wrong(Some(kept.account)));
    };
    kept.key.update_credential(&result);
    store::used(conn, &kept.id, &serde_json::to_string(&kept.key)?, now)?;
    Ok(Shown::Right(kept.account))
}

/// Asks a device to make a passkey for an account, under the names by which its owner will know it there.
///
/// # Errors
/// When the database cannot.
pub fn ask_to_add(
    conn: &mut Conn,
    party: &Party,
    account: &AccountId,
    [contact, name]: [&str; 2],
    now: Timestamp,
) -> Result<Asked, Error> {
    let there = store::keys(conn, account)?.iter().map(|key| key.cred_id().clone()).collect();
    let user = user_of(account).ok_or(Error::Passkey("an account has no number".into()))?;
    let (options, state) = party.webauthn.start_passkey_registration(user, contact, name, Some(there))?;
    let mut options = serde_json::to_value(options)?;
    // Such that the device finds it without being told a name. The crate asks for less, for the sake of keys with little room.
    if let Some(Value::Object(wanted)) = options.pointer_mut("/publicKey/authenticatorSelection") {
        wanted.insert("residentKey".into(), "required".into());
        wanted.insert("requireResidentKey".into(), true.into());
    }
    let ceremony = store::ask(conn, Some(account), &serde_json::to_string(&state)?, now)?;
    Ok(Asked { ceremony, options })
}

/// Takes the answer to [`ask_to_add`]: the passkey is there from now on, under a name that its owner gave it. Tells whether it is:
/// not if the answer is to no question, of another site, of a device that nobody unlocked or that would not find it again, if
/// somebody has the passkey already, or if the account has [`MOST`].
///
/// # Errors
/// When the database cannot.
pub fn add(
    conn: &mut Conn,
    party: &Party,
    account: &AccountId,
    (answer, name): (&Answer, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let Some(state) = take::<PasskeyRegistration>(conn, answer, Some(account), now)? else { return Ok(false) };
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(&answer.text) else { return Ok(false) };
    if answer.extensions.cred_props.as_ref().is_some_and(|said| said.rk == Some(false)) {
        return Ok(false);
    }
    let Ok(key) = party.webauthn.finish_passkey_registration(&answer, &state) else { return Ok(false) };
    let credential = hex(key.cred_id().as_ref());
    if store::by_credential(conn, &credential)?.is_some() || store::of(conn, account)?.len() >= MOST {
        return Ok(false);
    }
    store::add(conn, account, (&credential, name, &serde_json::to_string(&key)?), now)?;
    Ok(true)
}

/// What was asked, if it was and was not answered yet.
fn take<State: serde::de::DeserializeOwned>(
    conn: &mut Conn,
    answer: &Answer,
    account: Option<&AccountId>,
    now: Timestamp,
) -> Result<Option<State>, Error> {
    let Some(ceremony) = &answer.ceremony else { return Ok(None) };
    let Some(state) = store::take(conn, ceremony, account, now)? else { return Ok(None) };
    // What a program of before asked may be written otherwise: it is asked again.
    Ok(serde_json::from_str(&state).ok())
}

/// By which devices know an account: its id as a number.
fn user_of(account: &AccountId) -> Option<Uuid> {
    Uuid::parse_str(account.as_str()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_bound_to_the_name_in_the_address_of_the_site() {
        let name = |address: &str| Party::at(address).map(|party| party.name().to_owned());
        assert_eq!(name("https://register.example.ma").as_deref(), Some("register.example.ma"));
        assert_eq!(name("http://127.0.0.1:8080").as_deref(), Some("localhost"), "on one's own machine");
        assert_eq!(name("http://localhost:8080").as_deref(), Some("localhost"));
        for nameless in ["http://192.0.2.7:8080", "http://[::1]:8080", "register.example.ma", ""] {
            assert_eq!(name(nameless), None, "{nameless}");
        }
    }
}
