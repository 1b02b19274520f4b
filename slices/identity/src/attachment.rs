//! Files that people send along, kept where only this program reads them.
//!
//! A file is sealed under a key of its own before it is stored, in a folder, by the SHA-256 of what is stored. Its key lies in
//! the database, wrapped by the key of the person with whom it is erased, or by the master key: whoever has the folder reads
//! nothing, and whoever has the database alone does not either.

use std::{
    env,
    path::{Path, PathBuf},
};

use db::{Conn, Db};
use kernel::Clock;
use web::{Attachment, AttachmentId, Attachments, Content, Fault, NotTaken, Opened, Taken, Upload, Visitor};
use zeroize::Zeroizing;

use crate::{
    AccountId, Error, PersonId, audit,
    audit::Event,
    hex::hex,
    keyring::{self, Place},
    person,
    vault::{Key, random},
};

mod content;
mod folder;
mod scanner;
pub(crate) mod store;
mod sweep;

pub use folder::Folder;
pub use scanner::Scanner;

/// Names the folder of files.
const FOLDER_VARIABLE: &str = "TWIZA_FILES";
/// Says how many megabytes a file has at most.
const MOST_VARIABLE: &str = "TWIZA_FILE_MAX";
/// Names the command that looks for malicious software.
const SCANNER_VARIABLE: &str = "TWIZA_SCAN_COMMAND";
/// How many megabytes a file has at most if nothing is said: a scan of several pages, a photo of any telephone.
const MOST: usize = 10;
/// How many megabytes can be said: a file is held in memory while it is taken.
const MOST_SAID: usize = 100;
/// How many characters a name has at most.
const NAME_MAX: usize = 150;
/// The field under which the bytes of a file are sealed, and the one of its name.
const FIELDS: [&str; 2] = ["file", "name"];

/// A setting of files cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFiles {
    /// The most that a file has is no number of megabytes.
    #[error("{MOST_VARIABLE} must say how many megabytes a file has at most, from 1 to {MOST_SAID}")]
    Most,
    /// The folder cannot be made or used.
    #[error("files cannot be kept in {0}: {1}")]
    Folder(PathBuf, String),
}

/// Keeps files for a database.
#[derive(Clone)]
pub struct Files {
    db: Db,
    keys: Place,
    clock: Clock,
    folder: Folder,
    most: usize,
    scanner: Option<Scanner>,
}

/// A file that was stored, and of which no row tells yet.
struct Stored {
    id: AttachmentId,
    key: Zeroizing<[u8; 32]>,
    mark: String,
    sha256: String,
    content: Content,
    size: i64,
    name: String,
}

impl Files {
    /// Keeps files in this folder, of so many bytes at most, each seen by the scanner first if there is one.
    pub fn new((db, keys, clock): (Db, Place, Clock), folder: Folder, most: usize, scanner: Option<Scanner>) -> Self {
        Self { db, keys, clock, folder, most, scanner }
    }

    /// Keeps files as `TWIZA_FILES`, `TWIZA_FILE_MAX` and `TWIZA_SCAN_COMMAND` say; else beside the file of the database, in
    /// `twiza.db.files`, or in `twiza.files` in this folder, of 10 MB at most, seen by no scanner.
    ///
    /// # Errors
    /// When a setting cannot be read, or the folder cannot be made.
    pub fn find(db: Db, keys: Place, clock: Clock, database: Option<&Path>) -> Result<Self, NoFiles> {
        let said = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
        let beside =
            || database.map_or_else(|| "twiza.files".into(), |file| format!("{}.files", file.display()).into());
        let folder = Folder::make(&said(FOLDER_VARIABLE).map_or_else(beside, PathBuf::from))?;
        let most = said(MOST_VARIABLE).map_or(Ok(MOST), |most| most.parse().map_err(|_| NoFiles::Most))?;
        if !(1..=MOST_SAID).contains(&most) {
            return Err(NoFiles::Most);
        }
        let scanner = said(SCANNER_VARIABLE).map(|line| Scanner::of(&line));
        Ok(Self::new((db, keys, clock), folder, most << 20, scanner))
    }

    fn vault(&self) -> Result<crate::Vault, Error> {
        Ok(keyring::open(&self.db, &self.keys, self.clock.now())?)
    }

    fn stored(&self, upload: &Upload, content: Content, bytes: &[u8]) -> Result<Stored, Fault> {
        let id: AttachmentId = hex(&random::<16>().map_err(Fault::new)?).parse()?;
        let key = Zeroizing::new(random::<32>().map_err(Fault::new)?);
        let vault = self.vault().map_err(Fault::new)?;
        let [field, _] = FIELDS;
        let sealed = Key::of(id.as_str(), &key).seal_bytes(field, bytes).map_err(Fault::new)?;
        let (sha256, mark) = (folder::sha256(&sealed), vault.mark(field, &folder::sha256(bytes)));
        self.folder.put(&sha256, sealed)?;
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        Ok(Stored { id, key, mark, sha256, content, size, name: upload.name.clone() })
    }

    fn keep_stored(
        &self,
        conn: &mut Conn,
        stored: &Stored,
        with: &str,
        person: Option<&PersonId>,
    ) -> Result<(), Error> {
        let vault = self.vault()?;
        let owner = owner(&stored.id);
        let wrapped = match person {
            Some(person) => person::key_of(conn, &vault, person)?.seal_bytes(&owner, stored.key.as_ref())?,
            None => vault.wrapped(&owner, &stored.key)?,
        };
        let [_, field] = FIELDS;
        let name = Key::of(stored.id.as_str(), &stored.key).seal(field, &stored.name)?;
        let master = if person.is_none() { Some(vault.fingerprint()) } else { None };
        let row = store::Row { stored, with, person, wrapped, master, name };
        Ok(store::add(conn, &row, self.clock.now())?)
    }

    fn opened(&self, with: &str, id: &AttachmentId, line: audit::Line) -> Result<Option<Opened>, Fault> {
        let vault = self.vault().map_err(Fault::new)?;
        let found = self.db.read(|conn| -> Result<_, Error> {
            let Some(kept) = store::by_id(conn, with, id)? else { return Ok(None) };
            let owner = owner(id);
            let key = match &kept.person {
                Some(person) => {
                    let key = person::key_of(conn, &vault, person)?.open_bytes(&owner, &kept.wrapped)?;
                    Zeroizing::new(<[u8; 32]>::try_from(key.as_slice()).map_err(|_| crate::vault::NotOpened)?)
                }
                None => vault.unwrapped(&owner, &kept.wrapped)?,
            };
            Ok(Some((kept, key)))
        });
        let Some((kept, key)) = found.map_err(Fault::new)? else { return Ok(None) };
        let sealed = self.folder.get(&kept.sha256)?;
        let (key, [file, name]) = (Key::of(id.as_str(), &key), FIELDS);
        let opened = Opened {
            bytes: key.open_bytes(file, &sealed).map_err(Fault::new)?.to_vec(),
            name: key.open(name, &kept.name).map_err(Fault::new)?.to_string(),
            about: kept.about,
        };
        let line = if let Some(person) = &kept.person { line.about(person) } else { line };
        // Nothing is handed out of which nobody took note.
        self.db.write(move |conn| audit::add(conn, &line)).map_err(Fault::new)?;
        Ok(Some(opened))
    }
}

/// To whom the key of a file is wrapped, so that none passes for another.
fn owner(id: &AttachmentId) -> String {
    format!("file {id}")
}

/// Whether a name is one of a file, and of no place.
fn is_name(name: &str) -> bool {
    let plain = |c: char| !c.is_control() && !matches!(c, '/' | '\\') && !person::is_unseen(c);
    !name.trim().is_empty() && name.chars().count() <= NAME_MAX && name.chars().all(plain)
}

impl Attachments for Files {
    fn most(&self) -> usize {
        self.most
    }

    fn take(&self, upload: &Upload) -> Result<Taken, NotTaken> {
        if upload.too_long || upload.bytes.len() > self.most {
            return Err(NotTaken::TooLong(self.most >> 20));
        }
        if upload.bytes.is_empty() {
            return Err(NotTaken::Empty);
        }
        if !is_name(&upload.name) {
            return Err(NotTaken::Name);
        }
        let (content, bytes) = content::examined(&upload.bytes)?;
        // The scanner sees what was sent: what was taken out of it as well.
        self.scanner.as_ref().map_or(Ok(()), |scanner| scanner.examine(&upload.bytes))?;
        let stored = self.stored(upload, content, &bytes).map_err(NotTaken::Fault)?;
        Ok(Taken(Box::new(stored)))
    }

    fn keep(&self, conn: &mut Conn, taken: &Taken, with: &str, person: Option<&str>) -> Result<(), Fault> {
        let stored = taken.0.downcast_ref::<Stored>().ok_or_else(|| Fault::says("that was taken elsewhere"))?;
        let person: Option<PersonId> = person.map(str::parse).transpose().map_err(Fault::new)?;
        self.keep_stored(conn, stored, with, person.as_ref()).map_err(Fault::new)
    }

    fn with(&self, conn: &mut Conn, with: &str) -> Result<Vec<Attachment>, Fault> {
        store::with(conn, with).map_err(Fault::new)
    }

    fn open(&self, with: &str, id: &AttachmentId, reader: &Visitor, action: &str) -> Result<Option<Opened>, Fault> {
        let account: Option<AccountId> = reader.account().and_then(|account| account.parse().ok());
        let mut line = audit::Line::new(Event::Read, self.clock.now()).by(account.as_ref());
        line.action = Some(action.to_owned());
        line.resource = Some(format!("{with}/file/{id}"));
        self.opened(with, id, line)
    }

    fn remove(&self, conn: &mut Conn, with: &str, id: &AttachmentId) -> Result<(), Fault> {
        store::remove(conn, with, id).map_err(Fault::new)
    }

    fn forget(&self, conn: &mut Conn, with: &str) -> Result<(), Fault> {
        store::forget(conn, with).map_err(Fault::new)
    }
}
