//! `twiza verify`, `backup`, `restore` and `export`: that nothing is lost, and that it can be proved.

use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Read, Write, stdout},
    path::Path,
};

use db::Engine;
use kernel::Clock;
use ledger::{Ledger, Verified, store};

use crate::{cli::ExportFormat, failure::Failure, house, progress};

/// Recomputes everything, and says so in one line.
pub(crate) fn verify(ledger: &Ledger) -> Result<(), Failure> {
    let Verified { entries, head } = prove(ledger)?;
    println!("verified: {} acts, {entries} entries, head of the chain {}", head.seq, head.hash);
    Ok(())
}

fn prove(ledger: &Ledger) -> Result<Verified, Failure> {
    let bar = progress::bar(ledger.projection().head().unsigned_abs(), "proving");
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
    println!("{} holds everything up to act {}", file.display(), ledger.db().read(store::head)?.seq);
    Ok(())
}

/// Puts a backup or an exported journal where nothing is yet.
pub(crate) fn restore(database: &str, file: &Path) -> Result<(), Failure> {
    let open = || File::open(file).map_err(|error| Failure::File(file.display().to_string(), error));
    let mut start = [0; 16];
    let length = open()?.read(&mut start)?;
    if start.get(..length).is_some_and(|start| start.starts_with(b"SQLite format 3")) {
        return restore_backup(database, file);
    }
    restore_journal(database, &mut BufReader::with_capacity(1 << 20, open()?))
}

fn restore_backup(database: &str, file: &Path) -> Result<(), Failure> {
    let Some(target) = database.strip_prefix("sqlite:").map(Path::new) else {
        let says = "a backup of SQLite goes into SQLite: into PostgreSQL, restore an exported journal";
        return Err(Failure::Refused(says.into()));
    };
    if target.exists() {
        return Err(Failure::Refused(format!("{} is there already: restore into an empty place", target.display())));
    }
    // Proved beside its place, and only then put there.
    let mut beside = target.as_os_str().to_owned();
    beside.push(".restoring");
    let beside = Path::new(&beside);
    let fail = |error| Failure::File(beside.display().to_string(), error);
    std::fs::copy(file, beside).map_err(fail)?;
    let proof = house::open(&format!("sqlite:{}", beside.display())).and_then(|ledger| prove(&ledger));
    let settled = proof.and_then(|verified| {
        File::open(beside).and_then(|file| file.sync_all()).map_err(fail)?;
        std::fs::rename(beside, target).map_err(fail)?;
        Ok(verified)
    });
    for rest in ["", "-wal", "-shm"] {
        // What is half restored helps nobody; if it cannot be removed, the reason above matters more.
        drop(std::fs::remove_file(format!("{}{rest}", beside.display())));
    }
    let Verified { entries, head } = settled?;
    println!("restored: {} acts, {entries} entries, head of the chain {}", head.seq, head.hash);
    Ok(())
}

fn restore_journal(database: &str, from: &mut dyn BufRead) -> Result<(), Failure> {
    let ledger = house::make(database, Clock::System)?;
    let bar = progress::bar(0, "restoring");
    let head = ledger::import(&ledger, from, |acts| bar.set_position(acts.unsigned_abs()));
    bar.finish_and_clear();
    let head = head?;
    println!("restored: {} acts, {} entries, head of the chain {}", head.seq, ledger.projection().entries(), head.hash);
    Ok(())
}

/// Writes the whole journal.
pub(crate) fn export(ledger: &Ledger, format: ExportFormat, file: &Path) -> Result<(), Failure> {
    let to_stdout = file == Path::new("-");
    let out: Box<dyn Write> = if to_stdout {
        Box::new(stdout().lock())
    } else {
        Box::new(File::create_new(file).map_err(|error| Failure::File(file.display().to_string(), error))?)
    };
    let mut out = BufWriter::with_capacity(1 << 20, out);
    let bar = progress::bar(ledger.projection().head().unsigned_abs(), "exporting");
    let head = match format {
        ExportFormat::Jsonl => ledger::export(ledger, &mut out, |acts| bar.set_position(acts.unsigned_abs()))?,
        ExportFormat::Csv => ledger::export_csv(ledger, &mut out, |acts| bar.set_position(acts.unsigned_abs()))?,
    };
    out.flush()?;
    bar.finish_and_clear();
    if !to_stdout {
        println!("{} holds {} acts, head of the chain {}", file.display(), head.seq, head.hash);
    }
    Ok(())
}
