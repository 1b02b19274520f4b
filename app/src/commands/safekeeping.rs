//! `twiza verify`, `backup`, `restore` and `export`: that nothing is lost, and that it can be proved.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Read, Write, stdout},
    path::Path,
};

use db::Engine;
use kernel::Clock;
use ledger::{Head, Ledger, Verified};

use crate::{cli::ExportFormat, failure::Failure, house, progress};

/// Recomputes everything, and says so in one line.
pub(crate) fn verify(ledger: &Ledger) -> Result<(), Failure> {
    let Verified { entries, head } = prove(ledger)?;
    Ok(writeln!(stdout(), "verified: {} acts, {entries} entries, head of the chain {}", head.seq, head.hash)?)
}

fn prove(ledger: &Ledger) -> Result<Verified, Failure> {
    let bar = progress::bar(ledger.head()?.seq.unsigned_abs(), "proving");
    let proof = ledger.verify(|acts| bar.set_position(acts.unsigned_abs()));
    bar.finish_and_clear();
    proof?.map_err(Failure::NotProved)
}

/// Copies an SQLite database while it is in use.
pub(crate) fn backup(ledger: &Ledger, file: &Path) -> Result<(), Failure> {
    if ledger.db().engine() == Engine::Postgres {
        let says = "a PostgreSQL database is copied by its own tools, or by `twiza export`";
        return Err(Failure::Refused(says.into()));
    }
    ledger.db().backup(file)?;
    Ok(writeln!(stdout(), "{} holds everything up to act {}", file.display(), ledger.head()?.seq)?)
}

/// Puts a backup or an exported journal where nothing is yet.
pub(crate) fn restore(database: &str, file: &Path) -> Result<(), Failure> {
    let mut start = [0; 16];
    let length = open(file)?.read(&mut start).map_err(|error| failed(file, error))?;
    let start = start.get(..length).unwrap_or_default();
    let is_backup = start.starts_with(b"SQLite format 3");
    if !is_backup && !start.starts_with(br#"{"format":"#) {
        let says = format!("{} is neither a backup nor a journal that Twiza exported", file.display());
        return Err(Failure::Refused(says));
    }
    let Verified { entries, head } = match house::file_of(database) {
        Some(target) if target.exists() => {
            let says = format!("{} is there already: restore into an empty place", target.display());
            return Err(Failure::Refused(says));
        }
        Some(target) => restore_file(target, |beside| {
            if is_backup { copy(file, beside) } else { take_in(&address(beside), file).map(drop) }
        })?,
        None if is_backup => {
            let says = "a backup of SQLite goes into SQLite: into PostgreSQL, restore an exported journal";
            return Err(Failure::Refused(says.into()));
        }
        None => restore_journal_to_server(database, file)?,
    };
    Ok(writeln!(stdout(), "restored: {} acts, {entries} entries, head of the chain {}", head.seq, head.hash)?)
}

/// Makes a database beside its place, proves it, and only then puts it there.
fn restore_file(target: &Path, make: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<Verified, Failure> {
    let mut beside = target.as_os_str().to_owned();
    beside.push(".restoring");
    let beside = Path::new(&beside);
    // A restoring that was cut off may have left something.
    clear_away(beside);
    let settled = make(beside).and_then(|()| prove(&house::open(&address(beside))?)).and_then(|verified| {
        open(beside)?.sync_all().map_err(|error| failed(beside, error))?;
        std::fs::rename(beside, target).map_err(|error| failed(target, error))?;
        Ok(verified)
    });
    clear_away(beside);
    settled
}

/// Takes a journal into an empty database of a server, once it is proved that all of it can be.
fn restore_journal_to_server(database: &str, file: &Path) -> Result<Verified, Failure> {
    let acts = house::make(database, Clock::System)?.head()?.seq;
    if acts > 0 {
        let says = format!("the database holds {acts} acts already: restore into an empty place");
        return Err(Failure::Refused(says));
    }
    let proof = std::env::temp_dir().join(format!("twiza-restoring-{}.db", std::process::id()));
    let proved = take_in(&address(&proof), file);
    clear_away(&proof);
    proved.and_then(|_| take_in(database, file))
}

/// Takes in a journal, link by link.
fn take_in(database: &str, file: &Path) -> Result<Verified, Failure> {
    let mut from = BufReader::with_capacity(1 << 20, open(file)?);
    let ledger = house::make(database, Clock::System)?;
    let bar = progress::bar(0, "restoring");
    let head = ledger::import(&ledger, &mut from, |acts| bar.set_position(acts.unsigned_abs()));
    bar.finish_and_clear();
    let head = head?;
    ledger.refresh()?;
    let entries = ledger.projection().entries();
    Ok(Verified { entries, head })
}

fn copy(file: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::copy(file, to).map(drop).map_err(|error| failed(to, error))
}

fn open(file: &Path) -> Result<File, Failure> {
    File::open(file).map_err(|error| failed(file, error))
}

fn failed(file: &Path, error: std::io::Error) -> Failure {
    Failure::File(file.display().to_string(), error)
}

fn address(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// Removes a database that helps nobody; if it cannot be removed, why it is in the way matters more.
fn clear_away(database: &Path) {
    for rest in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{}{rest}", database.display())));
    }
}

/// Writes the whole journal.
pub(crate) fn export(ledger: &Ledger, format: ExportFormat, file: &Path) -> Result<(), Failure> {
    if file == Path::new("-") {
        return export_to(ledger, format, &mut stdout().lock()).map(drop);
    }
    let mut out = File::create_new(file).map_err(|error| failed(file, error))?;
    let written = export_to(ledger, format, &mut out);
    if written.is_err() {
        // Half a journal helps nobody, and would be in the way the next time.
        drop(std::fs::remove_file(file));
    }
    let head = written?;
    Ok(writeln!(stdout(), "{} holds {} acts, head of the chain {}", file.display(), head.seq, head.hash)?)
}

fn export_to(ledger: &Ledger, format: ExportFormat, out: &mut dyn Write) -> Result<Head, Failure> {
    let mut out = BufWriter::with_capacity(1 << 20, out);
    let bar = progress::bar(ledger.head()?.seq.unsigned_abs(), "exporting");
    let head = match format {
        ExportFormat::Jsonl => ledger::export(ledger, &mut out, |acts| bar.set_position(acts.unsigned_abs())),
        ExportFormat::Csv => ledger::export_csv(ledger, &mut out, |acts| bar.set_position(acts.unsigned_abs())),
    };
    bar.finish_and_clear();
    let head = head?;
    out.flush()?;
    Ok(head)
}
