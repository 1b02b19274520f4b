//! The table `signing_key`. No other file names it.

use db::{Conn, Row, params};
use kernel::Timestamp;
use proof::{PublicKey, Published, SigningKey};

use crate::{Error, Vault, instant};

/// To whom the master key wraps a key, so that none passes for another, nor for a person's.
fn owner(id: &str) -> String {
    format!("signing key {id}")
}

/// All keys, the newest first.
pub(super) fn all(conn: &mut Conn) -> db::Result<Vec<Published>> {
    conn.query("select public_key, since, until from signing_key order by since desc, id", params![], published)
}

fn published(row: &Row<'_>) -> db::Result<Published> {
    // Written by `instant`.
    let instant = |text: &str| text.parse().unwrap_or(Timestamp::MIN);
    let bytes: Vec<u8> = row.get(0)?;
    let bytes = bytes.try_into().map_err(|_| db::Error::Value("a public key has not 32 bytes".into()))?;
    Ok(Published { key: PublicKey::new(bytes), since: instant(row.text(1)?), until: row.opt_text(2)?.map(instant) })
}

/// The key in use, if there is one.
pub(super) fn in_use(conn: &mut Conn, vault: &Vault) -> Result<Option<SigningKey>, Error> {
    let sql = "select id, wrapped_key from signing_key where until is null";
    let found = conn.optional(sql, params![], |row| Ok((row.get::<String>(0)?, row.get::<Vec<u8>>(1)?)))?;
    let Some((id, wrapped)) = found else { return Ok(None) };
    let seed = vault.unwrapped(&owner(&id), &wrapped)?;
    Ok(Some(SigningKey::from_seed(&seed)))
}

/// Adds a key, which is in use from now on.
pub(super) fn add(conn: &mut Conn, vault: &Vault, key: &SigningKey, now: Timestamp) -> Result<(), Error> {
    let (public, id) = (key.public(), key.public().id().to_string());
    let wrapped = vault.wrapped(&owner(&id), &key.seed())?;
    conn.execute(
        "insert into signing_key (id, public_key, wrapped_key, master, since) values ($1, $2, $3, $4, $5)",
        params![&id, &public.bytes().to_vec(), &wrapped, vault.fingerprint(), &instant(now)],
    )?;
    Ok(())
}

/// Puts the key in use out of it, and destroys the half that signs.
pub(super) fn put_out_of_use(conn: &mut Conn, now: Timestamp) -> Result<(), Error> {
    let sql = "update signing_key set wrapped_key = null, master = null, until = $1 where until is null";
    conn.execute(sql, params![&instant(now)])?;
    Ok(())
}

/// Wraps what signs anew by another master key.
pub(crate) fn pass_on(conn: &mut Conn, old: &Vault, new: &Vault) -> Result<(), Error> {
    let sql = "select id, wrapped_key from signing_key where until is null";
    let found = conn.query(sql, params![], |row| Ok((row.get::<String>(0)?, row.get::<Vec<u8>>(1)?)))?;
    for (id, wrapped) in found {
        let seed = old.unwrapped(&owner(&id), &wrapped)?;
        let wrapped = new.wrapped(&owner(&id), &seed)?;
        let sql = "update signing_key set wrapped_key = $2, master = $3 where id = $1";
        conn.execute(sql, params![&id, &wrapped, new.fingerprint()])?;
    }
    Ok(())
}
