//! `twiza serve`: the pages and the API.

use std::net::SocketAddr;

use ledger::Ledger;

use crate::failure::Failure;

/// Serves a ledger until it is told to stop.
pub(crate) fn serve(_ledger: Ledger, listen: SocketAddr) -> Result<(), Failure> {
    Err(Failure::Refused(format!("nothing listens on {listen} yet")))
}
