//! The second factor: codes that an app on the owner's telephone makes, each good once (TOTP, RFC 6238).
//!
//! It is asked for once its owner has shown a first code. Whoever lost the telephone comes in by a recovery code.

use db::Conn;
use kernel::Timestamp;
use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

use crate::{
    Account, Error, Secret, Vault,
    hex::{hex, key},
    person,
    vault::random,
};

pub(crate) mod store;

pub use store::{end, is_on};

/// How many recovery codes there are.
const RECOVERIES: usize = 10;
/// How long the secret is (RFC 4226, section 4: 160 bits).
const BYTES: usize = 20;
/// Under which name the secret is sealed.
const FIELD: &str = "factor";

/// What goes into the app.
#[derive(Clone)]
pub struct Setup {
    /// The address that the app reads from a picture.
    pub url: Zeroizing<String>,
    /// The secret, for typing it.
    pub secret: Zeroizing<String>,
}

/// Makes a secret, which is not asked for yet. One that is in force stays.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn begin(conn: &mut Conn, vault: &Vault, account: &Account, now: Timestamp) -> Result<(), Error> {
    let bytes = Zeroizing::new(random::<BYTES>()?);
    let sealed = person::key_of(conn, vault, &account.person)?.seal(FIELD, &hex(bytes.as_ref()))?;
    store::begin(conn, &account.id, &sealed, now)
}

/// What goes into the app, as long as the secret is not in force; under the name by which its owner knows the account.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn setup(conn: &mut Conn, vault: &Vault, account: &Account, name: &str) -> Result<Option<Setup>, Error> {
    if store::is_on(conn, &account.id)? {
        return Ok(None);
    }
    let Some(bytes) = secret(conn, vault, account)? else { return Ok(None) };
    let totp = totp(bytes.as_ref(), name)?;
    let url = totp.to_url().map_err(|error| Error::Factor(error.to_string()))?;
    let secret = url.split_once("secret=").map_or("", |(_, rest)| rest.split('&').next().unwrap_or_default());
    Ok(Some(Setup { secret: Zeroizing::new(secret.to_owned()), url: Zeroizing::new(url) }))
}

/// Puts the secret in force if the code is one of it; gives the recovery codes, which are shown once.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn confirm(
    conn: &mut Conn,
    vault: &Vault,
    account: &Account,
    code: &str,
    now: Timestamp,
) -> Result<Option<Vec<Secret>>, Error> {
    if store::is_on(conn, &account.id)? || !is_code(conn, vault, account, code, now)? {
        return Ok(None);
    }
    store::confirm(conn, &account.id, now)?;
    let codes = (0..RECOVERIES).map(|_| Secret::new()).collect::<Result<Vec<_>, _>>()?;
    for code in &codes {
        store::add_recovery(conn, &account.id, &code.digest())?;
    }
    Ok(Some(codes))
}

/// Whether a code proves the owner: one of the app, or one for recovery. It is used then.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn proves(conn: &mut Conn, vault: &Vault, account: &Account, code: &str, now: Timestamp) -> Result<bool, Error> {
    let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    match Secret::read(&typed) {
        Some(secret) => store::use_recovery(conn, &account.id, &secret.digest()),
        None => is_code(conn, vault, account, &typed, now),
    }
}

/// Whether a code is one of the app, and newer than the last that was used.
fn is_code(conn: &mut Conn, vault: &Vault, account: &Account, code: &str, now: Timestamp) -> Result<bool, Error> {
    let Some(bytes) = secret(conn, vault, account)? else { return Ok(false) };
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let Some(step) = totp(bytes.as_ref(), "")?.check(code, seconds) else { return Ok(false) };
    store::use_step(conn, &account.id, i64::try_from(step).unwrap_or(i64::MAX))
}

fn secret(conn: &mut Conn, vault: &Vault, account: &Account) -> Result<Option<Zeroizing<[u8; BYTES]>>, Error> {
    let Some(sealed) = store::secret(conn, &account.id)? else { return Ok(None) };
    let digits = person::key_of(conn, vault, &account.person)?.open(FIELD, &sealed)?;
    key(&digits).map(Some).ok_or_else(|| Error::Factor("its secret cannot be read".into()))
}

fn totp(secret: &[u8], name: &str) -> Result<Totp, Error> {
    // Six digits every thirty seconds by SHA-1: what all apps read. A colon would end the name.
    let name = if name.is_empty() { "-".to_owned() } else { name.replace(':', " ") };
    let builder = Builder::new().with_secret(secret.to_vec()).with_account_name(name).with_issuer(Some("Twiza"));
    builder.build().map_err(|error| Error::Factor(error.to_string()))
}
