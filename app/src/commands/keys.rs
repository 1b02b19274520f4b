//! `twiza rotate-key`: another master key for personal data. `twiza keys`: the keys that sign proofs.

use std::{
    io::{Write as _, stdout},
    path::Path,
};

use identity::{
    keyring::{self, Place, Rotated},
    signing::Signing,
};
use jiff::tz::TimeZone;
use kernel::Timestamp;
use ledger::Ledger;

use crate::{cli::Keys, failure::Failure};

/// Puts another master key in force.
pub(crate) fn rotate(ledger: &Ledger, place: &Place, new: Option<&Path>) -> Result<(), Failure> {
    let Rotated { people, fingerprint, kept } = keyring::rotate(ledger.db(), place, new, ledger.clock().now())?;
    let mut out = stdout().lock();
    writeln!(out, "master key {fingerprint} is in force for {people} people: start running programs again")?;
    match kept {
        Some(kept) => writeln!(out, "the key of before is {}: remove it once no backup needs it", kept.display())?,
        None => writeln!(out, "set TWIZA_MASTER_KEY to what the file of the new key says")?,
    }
    Ok(())
}

/// Lists the keys that sign proofs, makes the first one, or puts another in its place.
pub(crate) fn signing(signing: &Signing, zone: &TimeZone, what: Keys) -> Result<(), Failure> {
    let mut out = stdout().lock();
    match what {
        Keys::List => {
            let keys = signing.keys()?;
            if keys.is_empty() {
                writeln!(out, "there is no key yet: `twiza keys make` makes one, and so does the first proof")?;
            }
            let day = |at: Timestamp| zone.to_datetime(at).date();
            for one in keys {
                let (id, public, since) = (one.key.id(), one.key.base64url(), day(one.since));
                let until = one.until.map_or_else(|| "in use".to_owned(), |until| format!("until {}", day(until)));
                writeln!(out, "{id}  {public}  since {since}, {until}")?;
            }
        }
        Keys::Make => match signing.make()? {
            (id, true) => writeln!(out, "key {id} signs proofs from now on")?,
            (id, false) => writeln!(out, "key {id} is in use already: `twiza keys rotate` puts another in its place")?,
        },
        Keys::Rotate => {
            let id = signing.rotate()?;
            writeln!(out, "key {id} signs proofs from now on; those signed before hold on")?;
        }
    }
    Ok(())
}
