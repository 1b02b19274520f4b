//! `twiza serve`: the pages and the API.

use std::{net::TcpListener, sync::Arc};

use identity::{Guarded, Site, outbox::Courier};
use ledger::Ledger;
use web::{Address, App};

use crate::{cli::Place, failure::Failure, house};

/// Serves the ledger of a database until it is told to stop, and sends its messages.
pub(crate) fn serve(ledger: Ledger, database: &str, place: Place) -> Result<(), Failure> {
    // The first visitor should not wait for it.
    ledger.refresh()?;
    let listen = place.listen;
    let listener = TcpListener::bind(listen).map_err(|error| Failure::Refused(format!("{listen}: {error}")))?;
    let here = format!("http://{}", listener.local_addr()?);
    let (outbox, messages) = house::outbox(database, &ledger)?;
    let files = house::files(database, &ledger)?;
    let signing = house::signing(database, &ledger);
    let address = place.address.clone().unwrap_or_else(|| here.clone());
    let app = App::new(ledger, house::SLICES).map_err(|error| Failure::Refused(error.to_string()))?;
    let guarded = Guarded::read(&place.second_factor, app.roles());
    let guarded = guarded.map_err(|error| Failure::Refused(format!("--second-factor: {error}")))?;
    let site = Site { address, keys: house::keys(database), messages, behind_proxy: place.behind_proxy, guarded };
    let app = app.with(site).signing(Arc::new(signing)).keeping(Arc::new(files.clone()));
    let courier = Courier::of(&app).map_err(|_| Failure::Refused("nobody said where the program runs".to_owned()))?;
    let app = app.telling(Arc::new(courier));
    let app = match place.address {
        Some(address) => app.with(Address(address)),
        None => app,
    };
    let _running = (
        outbox.start()?,
        files.start()?,
        register::keep_watch(app.clone())?,
        reminders::start(app.clone())?,
        founding::start(app.clone())?,
    );
    println!("Twiza listens on {here}/");
    Ok(web::run(app, house::SLICES, listener)?)
}
