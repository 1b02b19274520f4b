//! A copy of an SQLite database while it is at work.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::{Conn, Error, Result, params, sqlite};

/// Writes what `conn` sees to the new file `path`: under another name first, checked, brought to disk, then renamed.
pub(crate) fn write(conn: &mut Conn, path: &Path) -> Result<()> {
    if path.exists() {
        return Err(Error::Backup(format!("{} is there already: choose a new name for the backup", path.display())));
    }
    // The first read of a transaction fixes the moment that it sees; without it a busy writer would make the copy
    // start again and again.
    conn.scalar::<i64>("select count(*) from sqlite_master", params![])?;
    let Some(from) = conn.sqlite() else {
        return Err(Error::Backup("a backup of a PostgreSQL database is made with its own tools, or by export".into()));
    };
    let part = part_of(path);
    let written = copy(from, &part).and_then(|()| settle(&part, path));
    if written.is_err() {
        // What is half written helps nobody; if it cannot be removed, the error that led here matters more.
        drop(std::fs::remove_file(&part));
    }
    written
}

/// The name under which the copy is written first.
fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push(".part");
    path.with_file_name(name)
}

fn copy(from: &Connection, part: &Path) -> Result<()> {
    if part.exists() {
        std::fs::remove_file(part).map_err(|error| refused(part, &error))?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut to = Connection::open_with_flags(part, flags).map_err(|error| refused(part, &error))?;
    // It is brought to disk once, at the end, and thrown away if anything goes wrong: no journal, which might stay behind.
    to.pragma_update(None, "synchronous", "off").map_err(|error| refused(part, &error))?;
    to.pragma_update(None, "journal_mode", "off").map_err(|error| refused(part, &error))?;
    {
        let backup = Backup::new(from, &mut to).map_err(|error| refused(part, &error))?;
        let step = backup.step(-1).map_err(|error| sqlite::classify(from, "backup", error))?;
        if !matches!(step, StepResult::Done) {
            return Err(Error::Busy("the backup could not read the whole database".into()));
        }
    }
    let verdict: String = to
        .query_row("pragma quick_check(1)", [], |row| row.get(0))
        .map_err(|error| sqlite::classify(&to, "pragma quick_check", error))?;
    if verdict != "ok" {
        return Err(Error::Corrupt(format!("the copy does not hold together: {verdict}")));
    }
    to.close().map_err(|(_, error)| refused(part, &error))
}

/// Brings the copy to disk and gives it its name.
fn settle(part: &Path, path: &Path) -> Result<()> {
    let settled = || {
        File::open(part)?.sync_all()?;
        std::fs::rename(part, path)?;
        // The new name is safe only once the folder is, too.
        #[cfg(unix)]
        if let Some(folder) = path.parent() {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    settled().map_err(|error: std::io::Error| refused(path, &error))
}

fn refused(path: &Path, error: &dyn std::error::Error) -> Error {
    Error::Backup(format!("the backup {} cannot be written ({error})", path.display()))
}
