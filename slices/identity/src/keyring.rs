//! Which master key is in force, where it lies, and how another one takes its place.
//!
//! The database holds the fingerprint of the key in force. A rotation first puts the new key on disk, as `FILE.new`, then
//! changes the database in one transaction, then renames: wherever it is cut off, one of the files fits the fingerprint. The
//! key of before is kept as `FILE.FINGERPRINT`, for backups made before.

use std::{
    env, fmt, fs, io,
    path::{Path, PathBuf},
};

use db::{Conn, Db};
use kernel::Timestamp;
use zeroize::Zeroizing;

use crate::{
    Error, Vault, attachment, outbox, person, signing,
    vault::{self, NoVault},
};

mod store;

/// Holds the master key itself.
const KEY_VARIABLE: &str = "TWIZA_MASTER_KEY";
/// Names the file of the master key.
const FILE_VARIABLE: &str = "TWIZA_MASTER_KEY_FILE";
/// Keeps apart the programs that put a key in force. Any number would do.
const LOCK: i64 = 0x7477_697a_6b65;

/// Where the master key is.
#[derive(Clone)]
pub enum Place {
    /// In the environment: 64 hexadecimal digits.
    Given(Zeroizing<String>),
    /// In this file.
    File(PathBuf),
}

/// Never the key.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(_) => f.write_str(KEY_VARIABLE),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

impl Place {
    /// What `TWIZA_MASTER_KEY` or `TWIZA_MASTER_KEY_FILE` says; else beside the file of the database, `twiza.db.key`, or
    /// `twiza.key` in this folder for a database that has no file.
    pub fn find(database: Option<&Path>) -> Self {
        let said = |name| env::var_os(name).filter(|value| !value.is_empty());
        if let Some(key) = said(KEY_VARIABLE) {
            return Self::Given(Zeroizing::new(key.to_string_lossy().into_owned()));
        }
        let beside = || database.map_or_else(|| PathBuf::from("twiza.key"), |database| with(database, "key"));
        Self::File(said(FILE_VARIABLE).map_or_else(beside, PathBuf::from))
    }
}

/// What a rotation changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// How many people's keys were wrapped anew.
    pub people: u64,
    /// The fingerprint of the key now in force.
    pub fingerprint: String,
    /// Where the key of before is kept, if it was in a file.
    pub kept: Option<PathBuf>,
}

/// The vault of the key in force. The first key of a database is made and put in force.
///
/// # Errors
/// When the key is not there or is another one.
pub fn open(db: &Db, place: &Place, now: Timestamp) -> Result<Vault, NoVault> {
    let wanted = db.read(store::in_force)?;
    let vault = match (place, &wanted) {
        (Place::Given(digits), _) => Vault::from_hex(digits)?,
        (Place::File(file), Some(wanted)) => fitting(file, wanted)?,
        (Place::File(file), None) => Vault::open_or_make(file)?,
    };
    let fingerprint = vault.fingerprint().to_owned();
    let wanted = match wanted {
        Some(wanted) => wanted,
        None => db.write(move |conn| adopt(conn, fingerprint, now))?,
    };
    if wanted == vault.fingerprint() { Ok(vault) } else { Err(other(wanted, place, &vault)) }
}

/// Puts the first key in force; gives the one in force.
fn adopt(conn: &mut Conn, fingerprint: String, now: Timestamp) -> db::Result<String> {
    conn.lock(LOCK)?;
    if let Some(wanted) = store::in_force(conn)? {
        return Ok(wanted);
    }
    store::put_in_force(conn, &fingerprint, now)?;
    Ok(fingerprint)
}

/// Refuses a vault that is not in force.
///
/// # Errors
/// When it is not, or the database cannot.
pub fn require(conn: &mut Conn, vault: &Vault) -> Result<(), Error> {
    let wanted = store::in_force(conn)?;
    if wanted.as_deref() == Some(vault.fingerprint()) {
        return Ok(());
    }
    Err(Error::OtherKey { wanted: wanted.unwrap_or_else(|| "none".into()), found: vault.fingerprint().into() })
}

/// Puts a new master key in force: the one in the file `new`, or one that is made now. Programs that run with the old one are
/// refused from then on until they are started again.
///
/// # Errors
/// When the old or the new key is not there, or what is sealed of somebody was damaged; then the old key stays in force.
pub fn rotate(db: &Db, place: &Place, new: Option<&Path>, now: Timestamp) -> Result<Rotated, Error> {
    let old = open(db, place, now)?;
    let to = match (place, new) {
        (Place::Given(_), None) => return Err(NoVault::NoPlace.into()),
        (Place::Given(_), Some(new)) => Vault::open_or_make(new)?,
        (Place::File(file), None) => Vault::open_or_make(&with(file, "new"))?,
        (Place::File(file), Some(new)) => {
            let (beside, given) = (with(file, "new"), vault::read(new)?);
            vault::put(&beside, &given)?;
            let (there, given) = (Vault::open(&beside)?, Vault::from_hex(&given)?);
            if there.fingerprint() != given.fingerprint() {
                return Err(NoVault::InTheWay(beside).into());
            }
            there
        }
    };
    if to.fingerprint() == old.fingerprint() {
        return Err(NoVault::Same.into());
    }
    let people = db.write_alone(|conn| pass_on(conn, &old, &to, now))?;
    let kept = match place {
        Place::Given(_) => None,
        Place::File(file) => Some(settle(file, old.fingerprint()).map_err(|error| NoVault::File(file.clone(), error))?),
    };
    Ok(Rotated { people, fingerprint: to.fingerprint().into(), kept })
}

/// Wraps everything anew within one transaction.
fn pass_on(conn: &mut Conn, old: &Vault, new: &Vault, now: Timestamp) -> Result<u64, Error> {
    conn.lock(LOCK)?;
    require(conn, old)?;
    store::put_in_force(conn, new.fingerprint(), now)?;
    let people = person::store::pass_on(conn, old, new)?;
    outbox::store::pass_on(conn, old, new)?;
    signing::store::pass_on(conn, old, new)?;
    attachment::store::pass_on(conn, old, new)?;
    store::put_out_of_force(conn, old.fingerprint())?;
    Ok(people)
}

/// Among the files of a place, the key that is wanted; a rotation that was cut off is brought to its end.
fn fitting(file: &Path, wanted: &str) -> Result<Vault, NoVault> {
    let opened = Vault::open(file);
    if let Ok(vault) = &opened
        && vault.fingerprint() == wanted
    {
        return opened;
    }
    let fits = |path: PathBuf| Vault::open(&path).ok().filter(|vault| vault.fingerprint() == wanted);
    if let Some(vault) = fits(with(file, "new")) {
        // It opens as well from where it is, should the folder take no changes.
        let before = opened.as_ref().map_or("before", Vault::fingerprint);
        drop(settle(file, before));
        return Ok(vault);
    }
    // The database is a backup made before a rotation.
    if let Some(vault) = fits(with(file, wanted)) {
        return Ok(vault);
    }
    Err(other(wanted.into(), &Place::File(file.into()), &opened?))
}

/// Gives the new key its name, and keeps the old one under its fingerprint.
fn settle(file: &Path, before: &str) -> io::Result<PathBuf> {
    let kept = with(file, before);
    match fs::hard_link(file, &kept) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) => {
            return Err(error);
        }
        _ => {}
    }
    match fs::rename(with(file, "new"), file) {
        // Another program did it meanwhile.
        Err(error) if error.kind() == io::ErrorKind::NotFound && file.exists() => {}
        other => other?,
    }
    vault::sync(file)?;
    Ok(kept)
}

fn other(wanted: String, place: &Place, vault: &Vault) -> NoVault {
    NoVault::Other { wanted, place: format!("{place:?}"), found: vault.fingerprint().into() }
}

/// A file's name with something behind it.
fn with(file: &Path, behind: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(behind);
    name.into()
}
