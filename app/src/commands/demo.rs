//! `twiza demo`: a country that is made up, lived through, and the same each time.

use identity::keyring;
use jiff::civil::date;
use kernel::{Clock, Level, end_of_day};
use ledger::{Draft, Error, Ledger, store};
use observatory::bulletins::{Order, publish as publish_bulletin};
use register::demo::{Lived, LivedAct, Plan};
use web::App;

use crate::{failure::Failure, house, progress};

/// The database of the demo country if nothing is said.
const DATABASE: &str = "sqlite:twiza-demo.db";
/// The database of its small variant.
const SMALL_DATABASE: &str = "sqlite:twiza-demo-small.db";
/// What everything follows from.
const SEED: u64 = 2026;
/// Acts recorded within one transaction.
const CHUNK: usize = 20_000;
/// Who recorded the acts.
const AUTHOR: &str = "demo";
/// The setting that says that a database holds a demo country, and whether it is whole.
const DEMO: &str = "demo";

/// The database of the demo country.
pub(crate) fn place(given: Option<&str>, small: bool) -> &str {
    given.unwrap_or(if small { SMALL_DATABASE } else { DATABASE })
}

/// Opens the demo country; on first start it is lived through, and where that was cut off it goes on.
pub(crate) fn build(database: &str, small: bool) -> Result<Ledger, Failure> {
    house::found(database, "MA")?;
    let clock = Clock::at(jiff::Timestamp::UNIX_EPOCH);
    let ledger = house::make(database, clock.clone())?;
    let state = ledger.db().read(|conn| store::setting(conn, DEMO))?;
    match state.as_deref() {
        Some("yes") => return house::make(database, Clock::System),
        None if ledger.head()?.seq > 0 => {
            return Err(Failure::Refused(format!(
                "{database} holds a register of its own: name another place for the demo"
            )));
        }
        _ => {}
    }
    let (places, terms) = register::reference::morocco().map_err(|error| Failure::Refused(error.to_string()))?;
    ledger.write_alone(|recorder| {
        store::set(recorder.conn(), DEMO, "building")?;
        store::add_references(recorder.conn(), &places, &terms)
    })?;
    let plan = if small { Plan::small(SEED) } else { Plan::country(SEED) };
    live(&ledger, &clock, plan.map_err(|error| Failure::Refused(error.to_string()))?)?;
    publish(&ledger, &clock, small)?;
    ledger.write_alone(|recorder| store::set(recorder.conn(), DEMO, "yes"))?;
    house::make(database, Clock::System)
}

/// Opens the accounts of the demo.
pub(crate) fn people(ledger: &Ledger, database: &str) -> Result<(), Failure> {
    let now = ledger.clock().now();
    let refused = |error: identity::Error| Failure::Refused(error.to_string());
    let vault = keyring::open(ledger.db(), &house::keys(database), now).map_err(|error| refused(error.into()))?;
    identity::demo::open(ledger.db(), &vault, identity::demo::ACTORS, ledger.today(), now).map_err(refused)
}

/// Publishes the bulletins of the demo country, each on a day on which an office would have. One delegation is not the
/// whole country, and has only its own.
fn publish(ledger: &Ledger, clock: &Clock, small: bool) -> Result<(), Failure> {
    let app = App::new(ledger.clone(), house::SLICES).map_err(|error| Failure::Refused(error.to_string()))?;
    let delegation = |code: &str| Some((Level::Delegation, code.to_owned()));
    let country = [(2022, None), (2022, delegation("KEN")), (2022, delegation("SAF")), (2024, None)];
    let wanted = country.into_iter().filter(|(_, place)| !small || *place == delegation("KEN"));
    for (year, place) in wanted {
        let known = end_of_day(date(year + 1, 12, 31), ledger.zone());
        clock.set(known + jiff::SignedDuration::from_hours(15 * 24));
        publish_bulletin(&app, &Order::Year { place, year, known: Some(known) })?;
    }
    Ok(())
}

/// Records the acts of the plan that are not there yet, chunk by chunk.
fn live(ledger: &Ledger, clock: &Clock, plan: Plan) -> Result<(), Failure> {
    let bar = progress::bar(plan.len() as u64, "living through the demo country");
    let done = usize::try_from(ledger.head()?.seq).unwrap_or(0);
    let mut acts = plan.acts().skip(done).peekable();
    bar.inc(done as u64);
    while acts.peek().is_some() {
        ledger.write_alone(|recorder| {
            for lived in acts.by_ref().take(CHUNK) {
                clock.set(lived.recorded_at);
                let place = recorder.head().seq + 1;
                let refused = |error| Error::Broken(format!("act {place} of the demo country: {error}"));
                recorder.record(draft(lived)).map_err(refused)?;
                bar.inc(1);
            }
            Ok(())
        })?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// The draft of what was lived. Recordings are numbered from 0, acts from 1.
fn draft(lived: Lived) -> Draft {
    let Lived { subject, effective_on, act, document, .. } = lived;
    let (subject, author) = (register::store::subject(&subject), AUTHOR.to_owned());
    match act {
        LivedAct::Void { which, reason } => {
            let target = i64::try_from(which).map_or(i64::MAX, |place| place + 1);
            Draft { document, ..Draft::void(&subject, target, effective_on, &reason, AUTHOR) }
        }
        LivedAct::Act(act) => {
            let (kind, body) = (act.kind().to_owned(), act.body());
            Draft { subject, kind, effective_on, author, document, voids: None, body, seen: None }
        }
    }
}
