//! The file of a master key: 64 hexadecimal digits, for its owner only.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use super::{NoChance, Vault, random};
use crate::hex;

/// Why there is no vault.
#[derive(Debug, thiserror::Error)]
pub enum NoVault {
    /// The text is not a key.
    #[error("a master key is 64 hexadecimal digits, as `openssl rand -hex 32` gives them")]
    NotAKey,
    /// The file is not one of a key.
    #[error("{0} is no key file: it must hold 64 hexadecimal digits, and has {1} bytes")]
    NotAKeyFile(PathBuf, u64),
    /// Others may read the file.
    #[error("{0} can be read by others (mode {1:04o}): `chmod 600` it, and change the key if somebody did")]
    TooOpen(PathBuf, u32),
    /// There is no such file.
    #[error("there is no key file {0}: put the master key there, or name its file in TWIZA_MASTER_KEY_FILE")]
    Missing(PathBuf),
    /// The file cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// There is no new key.
    #[error(transparent)]
    NoChance(#[from] NoChance),
    /// The database belongs to another master key.
    #[error(
        "the personal data are sealed under the master key {wanted}, and {place} is {found}: put the right one there"
    )]
    Other {
        /// The fingerprint of the key in force.
        wanted: String,
        /// Where a key was looked for.
        place: String,
        /// The fingerprint of the key that is there.
        found: String,
    },
    /// A rotation has no file for its new key.
    #[error(
        "the master key is in TWIZA_MASTER_KEY: name a file for the new one, `--new FILE`, and set TWIZA_MASTER_KEY to it after"
    )]
    NoPlace,
    /// A rotation was cut off before it changed anything, and had another key.
    #[error("{0} holds the key of a rotation that was cut off: go on with it, without `--new`, or remove it")]
    InTheWay(PathBuf),
    /// The new key is the old one.
    #[error("the new master key is the one in force")]
    Same,
    /// The database cannot say which master key is in force.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl Vault {
    /// The vault of the master key in a file that its owner alone may read.
    ///
    /// # Errors
    /// When there is no such file, others may read it, or it does not hold a key.
    pub fn open(path: &Path) -> Result<Self, NoVault> {
        Self::from_hex(&read(path)?)
    }

    /// The same; a file that is not there is made, with a new key.
    ///
    /// # Errors
    /// When the file is there and is none of a key, or cannot be made.
    pub fn open_or_make(path: &Path) -> Result<Self, NoVault> {
        if !path.exists() {
            let key = Zeroizing::new(random::<32>()?);
            put(path, &Zeroizing::new(hex::hex(key.as_ref())))?;
        }
        Self::open(path)
    }
}

/// The digits in a key file.
pub(crate) fn read(path: &Path) -> Result<Zeroizing<String>, NoVault> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => NoVault::Missing(path.into()),
        _ => NoVault::File(path.into(), error),
    };
    let about = fs::metadata(path).map_err(failed)?;
    refuse_open(path, &about)?;
    let not_a_key = || NoVault::NotAKeyFile(path.into(), about.len());
    if about.len() > 1024 {
        return Err(not_a_key());
    }
    let bytes = Zeroizing::new(fs::read(path).map_err(failed)?);
    let digits = std::str::from_utf8(&bytes).map_err(|_| not_a_key())?.trim();
    hex::key::<32>(digits).ok_or_else(not_a_key)?;
    Ok(Zeroizing::new(digits.to_owned()))
}

#[cfg(unix)]
fn refuse_open(path: &Path, about: &fs::Metadata) -> Result<(), NoVault> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o7777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(NoVault::TooOpen(path.into(), mode)) }
}

#[cfg(not(unix))]
fn refuse_open(_path: &Path, _about: &fs::Metadata) -> Result<(), NoVault> {
    Ok(())
}

/// Makes a key file: whole and on disk, or not at all. One that is there stays as it is.
pub(crate) fn put(path: &Path, digits: &str) -> Result<(), NoVault> {
    let failed = |error| NoVault::File(path.into(), error);
    // For its owner only from the first moment, and under its name only once all of it is there.
    let mut file = NamedTempFile::new_in(folder(path)).map_err(failed)?;
    writeln!(file, "{digits}").and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    match file.persist_noclobber(path) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => return Err(failed(error.error)),
        _ => {}
    }
    sync(path).map_err(failed)
}

/// Puts on disk under which name a file is in its folder.
pub(crate) fn sync(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder(path))?.sync_all() } else { Ok(()) }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
