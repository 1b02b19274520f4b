//! Decisions about what was handed in, each with everything that follows from it, and whom it concerns told: all of it or nothing.

use authz::Entity;
use db::Conn;
use identity::{
    AccountId, account,
    audit::{self, Event, Line},
    mandate,
};
use kernel::{Date, Timestamp};
use ledger::{Error, Refusal};
use register::{Rule, shortened};
use serde::Serialize;
use web::{App, Attachments, Messages, Messenger, Notice, Problem, Taken, Visitor, Wrong};

use crate::{
    dossier::Dossier,
    entry,
    file::File,
    name::Compared,
    paper::Paper,
    person,
    project::Name,
    store,
    submission::{Entered, Granted, Kind, State, Submission},
};

/// Undoes what was begun for something that is decided.
const DECIDED_ALREADY: &str = "it is decided already";
/// Undoes what was begun for a name that somebody has.
const NAME_TAKEN: &str = "somebody has that name";

/// What is decided.
pub(crate) enum Decision {
    /// This name is granted.
    Name(Name),
    /// It is entered in the local register; where the delegation records that from paper, with its scan.
    Filing(Entered, Option<Taken>),
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
    let compared = match decision {
        Decision::Name(name) => Some(Compared::begin(app, name, dossier.project.id)?),
        _ => None,
    };
    let scan = match decision {
        Decision::Filing(_, Some(scan)) => Some((app.attachments()?, scan)),
        _ => None,
    };
    let messenger = app.messenger()?;
    let done = ledger.write_alone(|recorder| {
        if let Some(compared) = &compared
            && compared.is_taken(recorder.conn(), today)?
        {
            return Err(Error::Broken(NAME_TAKEN.into()));
        }
        let state = if let Decision::Not(state) = decision { *state } else { State::Accepted };
        let outcome = match (decision, &entered) {
            (Decision::Name(name), _) => Some(json(&Granted {
                name: name.clone(),
                number: format!("{delegation}-N-{:06}", submission.id),
                issued_on: today,
                until: Rule::NameValidFor.on(today).map(|rule| rule.ends(today)),
            })?),
            (Decision::Filing(entered, _), _) => Some(json(entered)?),
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
        inform(recorder.conn(), messenger, (submission, dossier), (state, account))?;
        match decision {
            Decision::Filing(entered, _) => {
                copied(recorder.conn(), (submission, dossier), (entered, scan), (account, now))
            }
            _ => Ok(()),
        }
    });
    told(done)
}

/// What follows when the court has entered a file: what it says is kept, so is the scan if there is one, and the copy of the file goes
/// to the delegation, as the clerk sends it (decree 2-15-617).
fn copied(
    conn: &mut Conn,
    (submission, dossier): (&Submission, &Dossier),
    (entered, scan): (&Entered, Option<(&dyn Attachments, &Taken)>),
    (account, now): (&str, Timestamp),
) -> Result<(), Error> {
    let project = dossier.project.id;
    if let Some((attachments, scan)) = scan {
        let kept = attachments.keep(conn, scan, &Paper::Court.kept_with(project), None);
        kept.map_err(|fault| Error::Broken(fault.to_string()))?;
    }
    store::keep_file(conn, submission.id, &json(&File::of(submission, dossier))?)?;
    store::submit(conn, (project, Kind::Entry, &json(entered)?), account, now)?;
    Ok(())
}

/// Tells whoever handed it in what was decided and, of a project that became a cooperative, those who prepared it and who act for it.
fn inform(
    conn: &mut Conn,
    messenger: &dyn Messenger,
    (submission, dossier): (&Submission, &Dossier),
    (state, by): (State, &str),
) -> Result<(), Error> {
    let mut whom = vec![submission.filed_by.as_str()];
    if submission.kind == Kind::Entry && state == State::Accepted {
        whom.extend(std::iter::once(dossier.project.opened_by.as_str()).chain(dossier.acting()));
    }
    whom.sort_unstable();
    whom.dedup();
    for account in whom.into_iter().filter(|account| *account != by) {
        let told = messenger.tell(conn, account, &|t| notice(t, (submission, dossier), state));
        told.map_err(|fault| Error::Broken(fault.to_string()))?;
    }
    Ok(())
}

/// What they are told: of which project, what was decided, and where the reason and the next step stand.
fn notice(t: &Messages, (submission, dossier): (&Submission, &Dossier), state: State) -> Notice {
    let what = t.get(&format!("founding-submission-{}", submission.kind.code()));
    let decided = t.get(&format!("founding-decided-{}", state.code()));
    let says = |key, project: &str| t.with(key, &[("project", project), ("what", &what), ("decided", &decided)]);
    Notice {
        subject: says("founding-notice", &shortened(&dossier.title())),
        says: says("founding-notice-says", &dossier.title()),
        path: format!("/submissions/{}", submission.id),
    }
}

/// What to tell of a decision that was not taken.
fn told(done: Result<(), Error>) -> Result<Option<Wrong>, Problem> {
    let told = |message| Ok(Some(Wrong::new("decision", "", "see the message").told(message)));
    match done {
        Ok(()) => Ok(None),
        Err(Error::Broken(why)) if why == DECIDED_ALREADY => told("founding-wrong-decided"),
        Err(Error::Broken(why)) if why == NAME_TAKEN => told("founding-wrong-name-taken"),
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
