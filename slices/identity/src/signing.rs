//! The keys that sign proofs: one is in use, and the public halves of all that ever were stay published.
//!
//! A key's other half is kept wrapped by the master key, and destroyed when another one takes its place: whoever steals it
//! later signs nothing that holds.

use db::{Conn, Db};
use kernel::{Clock, Timestamp};
use proof::{KeyId, Proof, Published, SigningKey, Statement, Unsigned};

use crate::{
    Error, Vault,
    keyring::{self, Place},
    vault,
};

pub(crate) mod store;

/// Lock of the database for whoever puts a key in use: there is one at a time.
const LOCK: i64 = 0x7477_7369_676e;

/// Signs with the key of a database.
#[derive(Clone)]
pub struct Signing {
    db: Db,
    place: Place,
    clock: Clock,
}

impl Signing {
    /// Signs with the key of this database, which the master key in this place opens.
    pub const fn new(db: Db, place: Place, clock: Clock) -> Self {
        Self { db, place, clock }
    }

    /// All keys that ever signed, the newest first.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn keys(&self) -> Result<Vec<Published>, Error> {
        Ok(self.db.read(store::all)?)
    }

    /// Makes the first key; tells which key is in use, and whether it was made now.
    ///
    /// # Errors
    /// When the master key is not there or is another one, or the database cannot.
    pub fn make(&self) -> Result<(KeyId, bool), Error> {
        self.put_in_use(false)
    }

    /// Puts a new key in the place of the one in use, of which the half that signs is destroyed. Proofs that it signed hold on.
    ///
    /// # Errors
    /// As [`Signing::make`].
    pub fn rotate(&self) -> Result<KeyId, Error> {
        self.put_in_use(true).map(|(id, _)| id)
    }

    fn put_in_use(&self, anew: bool) -> Result<(KeyId, bool), Error> {
        let (vault, now) = (self.vault()?, self.clock.now());
        self.db.write_alone(|conn| {
            conn.lock(LOCK)?;
            // One that is replaced need not open any more.
            let key = if anew { None } else { store::in_use(conn, &vault)? };
            match key {
                Some(key) => Ok((key.public().id(), false)),
                None => Ok((make(conn, &vault, now)?.public().id(), true)),
            }
        })
    }

    /// The key in use, made now if there is none yet.
    fn key(&self) -> Result<SigningKey, Error> {
        let vault = self.vault()?;
        if let Some(key) = self.db.read(|conn| store::in_use(conn, &vault))? {
            return Ok(key);
        }
        let now = self.clock.now();
        self.db.write_alone(|conn| {
            conn.lock(LOCK)?;
            store::in_use(conn, &vault)?.map_or_else(|| make(conn, &vault, now), Ok)
        })
    }

    /// Opened for each proof, so that a program that runs goes on when the master key is rotated.
    fn vault(&self) -> Result<Vault, Error> {
        Ok(keyring::open(&self.db, &self.place, self.clock.now())?)
    }
}

/// Puts a new key in use, and the one of before out of use.
fn make(conn: &mut Conn, vault: &Vault, now: Timestamp) -> Result<SigningKey, Error> {
    keyring::require(conn, vault)?;
    let key = SigningKey::from_seed(&vault::random()?);
    store::put_out_of_use(conn, now)?;
    store::add(conn, vault, &key, now)?;
    Ok(key)
}

impl proof::Signer for Signing {
    fn sign(&self, statement: &Statement) -> Result<Proof, Unsigned> {
        let key = self.key().map_err(Unsigned::new)?;
        statement.sign(&key).map_err(Unsigned::new)
    }

    fn keys(&self) -> Result<Vec<Published>, Unsigned> {
        Self::keys(self).map_err(Unsigned::new)
    }
}
