//! `twiza import`: lists that others keep.

use std::{
    fs::File,
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use intake::Profile;
use kernel::{Clock, Jurisdiction};
use register::import::{Import, PROFILES};

use crate::{cli::Role, failure::Failure, house, progress};

/// Takes in files by a profile, and reports what became of each row.
pub(crate) fn import(
    database: &str,
    name: &str,
    files: &[PathBuf],
    rejects: Option<&Path>,
    trial: bool,
) -> Result<(), Failure> {
    let profile = profile(name)?;
    let country = &profile.source.country;
    if Jurisdiction::of(country).is_none() {
        return Err(Failure::Usage(format!("`{country}` in the profile is no country whose register can be kept yet")));
    }
    house::found(database, country)?;
    let ledger = house::make(database, Clock::System)?;
    let bar = progress::counter("taking in");
    let taken = Import { profile: &profile, files, rejects, trial }.run(&ledger, &mut |rows| bar.set_position(rows));
    bar.finish_and_clear();
    let taken = taken.map_err(Failure::NotTaken)?;
    let mut out = stdout().lock();
    for taken in taken {
        writeln!(out, "{}: {}", taken.file.display(), taken.report)?;
        if let Some(rejects) = taken.rejects {
            writeln!(out, "the rejected rows, with the reasons, are in {}", rejects.display())?;
        }
    }
    if trial {
        writeln!(out, "this was a trial: nothing was kept")?;
    }
    Ok(())
}

/// Writes an empty workbook to be filled in.
pub(crate) fn template(role: Role, file: &Path) -> Result<(), Failure> {
    let role = match role {
        Role::Register => "register",
        Role::Accounts => "accounts",
    };
    let book = register::import::workbook(role).map_err(Failure::Refused)?;
    let written = File::create_new(file).and_then(|mut new| new.write_all(&book));
    written.map_err(|error| Failure::File(file.display().to_string(), error))?;
    let says = format!("{}: fill it in, then `twiza import --profile twiza {0}`", file.display());
    Ok(writeln!(stdout(), "{says}")?)
}

/// A profile by its name, or from its file.
fn profile(name: &str) -> Result<Profile, Failure> {
    let shipped = PROFILES.iter().find(|(known, _)| *known == name);
    let profile = match shipped {
        Some((_, text)) => Profile::read(text),
        None if Path::new(name).exists() => Profile::load(Path::new(name)),
        None => {
            let names: Vec<_> = PROFILES.iter().map(|(known, _)| *known).collect();
            let says = format!("there is no profile `{name}`: name one of {}, or a file", names.join(", "));
            return Err(Failure::Usage(says));
        }
    };
    profile.map_err(|error| Failure::Usage(error.to_string()))
}
