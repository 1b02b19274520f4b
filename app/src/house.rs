//! The slices, and how the program opens a database for them.

use std::path::{Path, PathBuf};

use db::Db;
use identity::{
    attachment::Files,
    keyring,
    outbox::{Carrier, Outbox},
    signing::Signing,
};
use jiff::tz::TimeZone;
use kernel::{Clock, Jurisdiction};
use ledger::{Ledger, store};

use crate::{failure::Failure, migrations};

/// The slices that have addresses.
pub(crate) const SLICES: &[web::Slice] =
    &[register::SLICE, founding::SLICE, reminders::SLICE, roll::SLICE, observatory::SLICE, identity::SLICE];

/// What the slices declare to the ledger.
const DECLARATIONS: &[ledger::Declaration] = &[register::LEDGER];

/// The database if nothing is said.
pub(crate) const DATABASE: &str = "sqlite:twiza.db";

/// The setting that names the jurisdiction by its country.
pub(crate) const JURISDICTION: &str = "jurisdiction";

/// The file of a database that is one; none on a server.
pub(crate) fn file_of(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite:")?;
    Some(Path::new(path.strip_prefix("//").unwrap_or(path)))
}

/// Where the master key of a database is.
pub(crate) fn keys(url: &str) -> keyring::Place {
    keyring::Place::find(file_of(url))
}

/// What signs the proofs of a database.
pub(crate) fn signing(url: &str, ledger: &Ledger) -> Signing {
    Signing::new(ledger.db().clone(), keys(url), ledger.clock().clone())
}

/// What keeps the files that people send along.
pub(crate) fn files(url: &str, ledger: &Ledger) -> Result<Files, Failure> {
    let found = Files::find(ledger.db().clone(), keys(url), ledger.clock().clone(), file_of(url));
    found.map_err(|error| Failure::Refused(error.to_string()))
}

/// What sends the messages of a database, and the folder in which mail ends if nothing carries it.
pub(crate) fn outbox(url: &str, ledger: &Ledger) -> Result<(Outbox, Option<PathBuf>), Failure> {
    let [mail, sms] = Carrier::find(file_of(url)).map_err(|error| Failure::Refused(error.to_string()))?;
    let folder = if let Carrier::Folder(folder) = &mail { Some(folder.clone()) } else { None };
    Ok((Outbox::new(ledger.db().clone(), keys(url), ledger.clock().clone(), mail, sms), folder))
}

/// Opens a database that must be there.
pub(crate) fn open(url: &str) -> Result<Ledger, Failure> {
    if let Some(path) = file_of(url).filter(|path| !path.exists()) {
        let says = format!("there is no database {} yet: begin with `twiza demo` or `twiza import`", path.display());
        return Err(Failure::Refused(says));
    }
    make(url, Clock::System)
}

/// Names the jurisdiction of a database that has no acts yet. One that has keeps its own.
pub(crate) fn found(url: &str, country: &str) -> Result<(), Failure> {
    let db = Db::open(url, &migrations::all())?;
    db.write_alone(|conn| {
        // What a trial or an import that was not taken left behind binds nobody.
        let settled = store::head(conn)?.seq > 0;
        if settled { Ok(()) } else { store::set(conn, JURISDICTION, country) }
    })?;
    Ok(())
}

/// Opens a database, made now if it is not there.
pub(crate) fn make(url: &str, clock: Clock) -> Result<Ledger, Failure> {
    let db = Db::open(url, &migrations::all())?;
    let country = db.read(|conn| store::setting(conn, JURISDICTION))?;
    let jurisdiction = match country.as_deref() {
        None => Jurisdiction::MOROCCO,
        Some(code) => {
            Jurisdiction::of(code).ok_or_else(|| Failure::Refused(format!("`{code}` is no known jurisdiction")))?
        }
    };
    let zone = TimeZone::get(jurisdiction.zone).map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(Ledger::open(db, clock, zone, DECLARATIONS)?)
}
