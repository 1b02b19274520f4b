//! `twiza rotate-key`: another master key for personal data.

use std::{
    io::{Write as _, stdout},
    path::Path,
};

use identity::keyring::{self, Place, Rotated};
use ledger::Ledger;

use crate::failure::Failure;

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
