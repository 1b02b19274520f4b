//! What the register says of a cooperative on a day, from the acts up to a place in the journal.

use kernel::{Date, Known};
use ledger::{Ledger, standing, store as journal};
use proof::{Head, Kind, Proof, Statement};
use web::{App, Fault, Problem, Query, Wrong};

use super::facts::{self, Facts};
use crate::{Life, pages::cooperative::missing, store};

/// What the register says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// No such cooperative was ever registered.
    Never,
    /// On that day it was not registered yet.
    NotYet,
    /// It was registered, and may have left since.
    There(Facts),
}

/// What the register says on a day, from the acts up to `seq`; from all if none is named.
pub(crate) fn entry(ledger: &Ledger, number: &str, on: Date, seq: Option<i64>) -> Result<Entry, Problem> {
    let Some(life) = life(ledger, number, seq)? else { return Ok(Entry::Never) };
    let cooperative = life.on(Some(on));
    if cooperative.registered_on.is_some_and(|registered_on| on < registered_on) {
        return Ok(Entry::NotYet);
    }
    Ok(Entry::There(facts::of(&cooperative, on)))
}

/// The life that the acts up to `seq` tell; all of them if none is named. None if it was never registered.
pub(crate) fn life(ledger: &Ledger, number: &str, seq: Option<i64>) -> Result<Option<Life>, Problem> {
    let mut acts = ledger.db().read(|conn| journal::acts_of(conn, &store::subject(number)))?;
    acts.retain(|act| seq.is_none_or(|seq| act.seq <= seq));
    Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))
}

/// Of which day an extract is asked, as known when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    pub(crate) on: Date,
    pub(crate) known: Known,
}

impl Times {
    /// Reads `date` and `known`. No extract tells of a day that is still to come.
    pub(crate) fn asked(query: &mut Query, ledger: &Ledger) -> Self {
        let on = until_today(query, ledger);
        let known = query.one("known").filter(|known| !known.is_empty()).and_then(|text| {
            let says = "write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z";
            let read = kernel::read_known(&text, ledger.zone());
            read.map_err(|_| query.wrong(Wrong::new("known", &text, says).told("web-wrong-known"))).ok()
        });
        Self { on, known }
    }
}

/// The day that `date` names, today if it is left empty. Nobody knows what will be so on a day that is still to come.
pub(crate) fn until_today(query: &mut Query, ledger: &Ledger) -> Date {
    let today = ledger.today();
    let on = day(query).unwrap_or(today);
    if on > today {
        query.wrong(Wrong::new("date", &on.to_string(), "write today or a day before").told("register-wrong-future"));
    }
    on
}

/// The day that `date` names; none if it is left empty.
pub(crate) fn day(query: &mut Query) -> Option<Date> {
    let text = query.one("date").filter(|date| !date.is_empty())?;
    let read = kernel::read_day(&text);
    read.map_err(|error| query.wrong(Wrong::new("date", &text, error.to_string()).told("web-wrong-day"))).ok()
}

/// Reads the register and signs what it says.
pub(crate) fn signed(app: &App, number: &str, times: Times) -> Result<Proof, Problem> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let seq = ledger.projection().head_at(times.known);
    let facts = match entry(ledger, number, times.on, Some(seq))? {
        Entry::There(facts) => facts,
        Entry::Never => return Err(missing(app, number.to_owned())?),
        Entry::NotYet => {
            let says = "it was not in the register yet on this day";
            let wrong = Wrong::new("date", &times.on.to_string(), says).told("register-wrong-not-yet");
            return Err(Problem::Parameters(vec![wrong]));
        }
    };
    let statement = Statement {
        kind: Kind::Extract,
        issued_on: ledger.today(),
        on: times.on,
        head: head(ledger, seq)?.unwrap_or_default(),
        subject: number.to_owned(),
        facts,
    };
    Ok(app.signer()?.sign(&statement)?)
}

/// The journal up to this act, by the beginning of its hash; none if there is no such act.
pub(crate) fn head(ledger: &Ledger, seq: i64) -> Result<Option<Head>, Problem> {
    let act = ledger.db().read(|conn| journal::act(conn, seq))?;
    Ok(act.and_then(|act| {
        let hash = act.hash.0.first_chunk::<8>()?;
        Some(Head { seq: u64::try_from(act.seq).ok()?, hash: *hash })
    }))
}
