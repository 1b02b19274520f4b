//! One file a command.

mod admin;
mod bulletin;
mod demo;
mod figures;
mod import;
mod keys;
mod report;
mod safekeeping;
mod serve;
mod trace;
mod vocabulary;
mod words;

use kernel::Clock;

use crate::{
    cli::{Command, Options},
    failure::Failure,
    house,
};

/// Does what the command line says.
pub(crate) fn run(options: Options) -> Result<(), Failure> {
    let given = options.database.as_deref();
    let database = given.unwrap_or(house::DATABASE);
    match options.command {
        Command::Demo { small, no_serve, place, report } => {
            let database = demo::place(given, small);
            let ledger = demo::build(database, small)?;
            demo::people(&ledger, database)?;
            report.map_or(Ok(()), |file| report::write(&ledger, &file))?;
            if no_serve { Ok(()) } else { serve::serve(ledger, database, place) }
        }
        Command::Serve { place } => serve::serve(house::make(database, Clock::System)?, database, place),
        Command::Admin { what } => admin::run(&house::make(database, Clock::System)?, database, what),
        Command::Figures { question, share, format } => {
            figures::figures(&house::open(database)?, question, share, format)
        }
        Command::Trace { question, format } => trace::trace(&house::open(database)?, question, format),
        Command::Import { profile, trial, rejects, files } => {
            import::import(database, &profile, &files, rejects.as_deref(), trial)
        }
        Command::Template { role, file } => import::template(role, &file),
        Command::Bulletin { what } => bulletin::run(&house::open(database)?, what),
        Command::Measures { format } => vocabulary::measures(format),
        Command::Dimensions { format } => vocabulary::dimensions(format),
        Command::Verify => safekeeping::verify(&house::open(database)?),
        Command::Backup { file } => safekeeping::backup(&house::open(database)?, &file),
        Command::Restore { file } => safekeeping::restore(database, &file),
        Command::RotateKey { new } => keys::rotate(&house::open(database)?, &house::keys(database), new.as_deref()),
        Command::Keys { what } => {
            let ledger = house::open(database)?;
            keys::signing(&house::signing(database, &ledger), ledger.zone(), what.unwrap_or_default())
        }
        Command::Export { format, file } => safekeeping::export(&house::open(database)?, format, &file),
    }
}
