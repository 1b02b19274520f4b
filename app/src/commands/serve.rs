//! `twiza serve`: the pages and the API.

use std::net::{SocketAddr, TcpListener};

use ledger::Ledger;
use web::App;

use crate::{failure::Failure, house};

/// Serves a ledger until it is told to stop.
pub(crate) fn serve(ledger: Ledger, listen: SocketAddr) -> Result<(), Failure> {
    // The first visitor should not wait for it.
    ledger.refresh()?;
    let listener = TcpListener::bind(listen).map_err(|error| Failure::Refused(format!("{listen}: {error}")))?;
    let address = listener.local_addr()?;
    let app = App::new(ledger, house::SLICES).map_err(|error| Failure::Refused(error.to_string()))?;
    println!("Twiza listens on http://{address}/");
    Ok(web::run(app, house::SLICES, listener)?)
}
