//! `twiza bulletin`: what was published once stays as it was.

use kernel::{Lang, Level, Timestamp, read_known};
use ledger::Ledger;
use observatory::{
    bulletins::{self, Order, Published},
    store::Release,
};
use web::App;

use super::vocabulary;
use crate::{cli::Bulletin, failure::Failure, house};

/// Does what the command line says.
pub(crate) fn run(ledger: &Ledger, what: Bulletin) -> Result<(), Failure> {
    let app = App::new(ledger.clone(), house::SLICES).map_err(|error| Failure::Refused(error.to_string()))?;
    let moment = |text: Option<String>| {
        let read = |text: String| read_known(&text, ledger.zone());
        text.map(read).transpose().map_err(|error| Failure::Usage(error.to_string()))
    };
    let order = match what {
        // Without a delegation it is the whole country: the command line asks for one of the two.
        Bulletin::Publish { delegation, year, known, .. } => {
            Order::Year { place: delegation.map(|code| (Level::Delegation, code)), year, known: moment(known)? }
        }
        Bulletin::Correct { number, why, known } => Order::Correction { number, why, known: moment(known)? },
        Bulletin::List { format } => {
            let rows: Vec<_> =
                bulletins::releases(&app)?.iter().map(|release| row(&app, release)).collect::<Result<_, _>>()?;
            let header = ["number", "day", "known", "published", "head", "corrects", "numbers", "title"];
            return vocabulary::list(&header, &rows, header.len(), format);
        }
    };
    match bulletins::publish(&app, &order)? {
        Published::New(number) => println!("{number} is published: /fr/bulletins/{number}"),
        Published::Before(number) => println!("{number} was published before; nothing was changed"),
    }
    Ok(())
}

fn row(app: &App, release: &Release) -> Result<Vec<String>, Failure> {
    let day = |at: Timestamp| app.ledger.zone().to_datetime(at).date().to_string();
    let holds = bulletins::open(app, release, Lang::Fr)?.is_some();
    let corrects = release.corrects.as_ref().map(|(number, _)| number.clone());
    Ok(vec![
        release.number.clone(),
        release.day.to_string(),
        day(release.known),
        day(release.published_at),
        release.head_seq.to_string(),
        corrects.unwrap_or_default(),
        if holds { "as published" } else { "NO LONGER AS PUBLISHED" }.to_owned(),
        // The marks that isolate names are of no use in a terminal.
        release.title(Lang::Fr).replace(['\u{2068}', '\u{2069}'], ""),
    ])
}
