//! Decisions about what was handed in, each with everything that follows from it: all of it or nothing.

use authz::Entity;
use db::Conn;
use identity::{
    AccountId, account,
    audit::{self, Event, Line},
    mandate,
};
use kernel::{Date, Timestamp};
use ledger::{Error, Refusal};
use register::Rule;
use serde::Serialize;
use web::{App, Problem, Visitor, Wrong};

use crate::{
    dossier::Dossier,
    entry, person,
    project::Name,
    store,
    submission::{Entered, Granted, Kind, State, Submission},
};

/// Undoes what was begun for something that is decided.
const DECIDED_ALREADY: &str = "it is decided already";

/// What is decided.
pub(crate) enum Decision {
    /// This name is granted.
    Name(Name),
    /// It is entered in the local register.
    Filing(Entered),
    /// It is entered in the central register.
    Entry,
    /// It is returned or refused.
    Not(State),
}

/// Takes a decision. Gives what to tell if others were faster, or the rules say no.
pub(crate) fn take(
    app: &App,
    visitor: &Visitor,
    (submission, dossier): (&Submission, &Dossier),
    decision: &Decision,
    reason: &str,
) -> Result<Option<Wrong>, Problem> {
    let ledger = &app.ledger;
    let (account, now, today) = (visitor.account().unwrap_or_default(), ledger.clock().now(), ledger.today());
    let delegation = entry::delegation(dossier, ledger.projection().territory(), today);
    let entered = submission.asked::<Entered>();
    let acts = match (decision, &entered) {
        (Decision::Entry, Some(entered)) => {
            let asked = (visitor, submission.kind.decided_by());
            entry::acts(dossier, &person::of(app, dossier.project.id, &dossier.founders, asked)?, entered)
        }
        _ => Ok(Vec::new()),
    };
    let (Ok(delegation), Ok(acts)) = (delegation, acts) else {
        return Ok(Some(Wrong::new("decision", "", "it is not whole").told("founding-wrong-unready")));
    };
    let done = ledger.write_alone(|recorder| {
        let state = if let Decision::Not(state) = decision { *state } else { State::Accepted };
        let outcome = match (decision, &entered) {
            (Decision::Name(name), _) => Some(json(&Granted {
                name: name.clone(),
                number: format!("{delegation}-N-{:06}", submission.id),
                issued_on: today,
                until: Rule::NameValidFor.on(today).map(|rule| rule.ends(today)),
            })?),
            (Decision::Filing(entered), _) => Some(json(entered)?),
            (Decision::Entry, Some(entered)) => {
                let outcome = entry::record(recorder, (dossier, &delegation, entered), &acts, account)?;
                let term = (today, dossier.term_ends(entered.entered_on));
                managers(recorder.conn(), dossier, &outcome.number, term, (account, now))
                    .map_err(|error| Error::Broken(error.to_string()))?;
                Some(json(&outcome)?)
            }
            (Decision::Entry, None) | (Decision::Not(_), _) => None,
        };
        let said = Some(reason).filter(|reason| !reason.is_empty());
        if !store::decide(recorder.conn(), submission.id, state, (account, said), outcome.as_deref(), now)? {
            return Err(Error::Broken(DECIDED_ALREADY.into()));
        }
        if let Decision::Filing(entered) = decision {
            // The clerk sends the copy of the file to the delegation (decree 2-15-617).
            let body = json(entered)?;
            store::submit(recorder.conn(), (dossier.project.id, Kind::Entry, &body), account, now)?;
        }
        Ok(())
    });
    let told = |message| Ok(Some(Wrong::new("decision", "", "see the message").told(message)));
    match done {
        Ok(()) => Ok(None),
        Err(Error::Broken(why)) if why == DECIDED_ALREADY => told("founding-wrong-decided"),
        Err(Error::Refused(Refusal::Future { .. })) => told("founding-wrong-entered"),
        Err(Error::Refused(refusal)) => Ok(Some(Wrong::refused("decision", "", refusal))),
        Err(other) => Err(other.into()),
    }
}

/// Every founder who runs the cooperative and has confirmed by an account of their own acts for it, until the first term ends.
fn managers(
    conn: &mut Conn,
    dossier: &Dossier,
    number: &str,
    (since, until): (Date, Option<Date>),
    (by, now): (&str, Timestamp),
) -> Result<(), identity::Error> {
    let (by, role) = (by.parse::<AccountId>().ok(), Entity::new("Manager", number));
    for id in dossier.acting().filter_map(|id| id.parse::<AccountId>().ok()) {
        let Some(account) = account::by_id(conn, &id)? else { continue };
        mandate::give(conn, &id, &role, (since, until), by.as_ref(), now)?;
        audit::add(conn, &Line::new(Event::MandateGiven, now).by(by.as_ref()).about(&account.person).on(&role))?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Broken(error.to_string()))
}
