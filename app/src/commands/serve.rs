//! `twiza serve`: the pages and the API.

use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
};

use ledger::Ledger;
use web::App;

use crate::{failure::Failure, house};

/// Serves the ledger of a database until it is told to stop, and sends its messages.
pub(crate) fn serve(ledger: Ledger, database: &str, listen: SocketAddr) -> Result<(), Failure> {
    // The first visitor should not wait for it.
    ledger.refresh()?;
    let listener = TcpListener::bind(listen).map_err(|error| Failure::Refused(format!("{listen}: {error}")))?;
    let address = listener.local_addr()?;
    let outbox = house::outbox(database, &ledger)?;
    let signing = house::signing(database, &ledger);
    let app = App::new(ledger, house::SLICES).map_err(|error| Failure::Refused(error.to_string()))?;
    let app = app.signing(Arc::new(signing));
    let _running = outbox.start()?;
    println!("Twiza listens on http://{address}/");
    Ok(web::run(app, house::SLICES, listener)?)
}
