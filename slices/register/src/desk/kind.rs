//! The kinds of request: who may enter which, when each makes sense, and what is against one that the ledger would record.

use ledger::Ledger;
use web::{App, Problem, Visitor};

use super::{form, merger, pages::account, removal, voiding};
use crate::{
    Cooperative, Status,
    acts::{CooperativeAct, Identified},
    objection::Objection,
    store,
};

/// Found by the delegation, which alone enters it.
const DORMANT: &str = "declared_dormant";

/// All kinds, in the order in which they are offered.
pub(super) const KINDS: [&str; 18] = [
    "general_meeting_held",
    form::ACCOUNTS,
    "organ_appointed",
    "renamed",
    "identified",
    "seat_moved",
    "activity_changed",
    "membership_declared",
    "capital_increased",
    "capital_reduced",
    "capital_paid_up",
    DORMANT,
    "declared_active",
    merger::KIND,
    "dissolved",
    voiding::KIND,
    removal::KIND,
    removal::VOID,
];

/// The kind of a code.
pub(super) fn of(code: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| *kind == code)
}

/// The key of what requests of a kind are called.
pub(super) fn name(kind: &str) -> String {
    if voiding::is_void(kind) { format!("register-request-{kind}") } else { format!("register-act-{kind}") }
}

/// What whoever asks has to be allowed to do: dormancy is entered by whoever decides about it.
fn actions(kind: &str) -> &'static [&'static str] {
    if kind == DORMANT { &["file_request", "decide_request"] } else { &["file_request"] }
}

/// The kinds that whoever asks may enter for a cooperative with its seat in this place.
pub(super) fn entered_by(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    (number, place): (&str, Option<&str>),
) -> Vec<&'static str> {
    // Policies tell three sorts apart, and are asked once about each.
    let may = |kind: &str| {
        let concern = removal::concern(ledger, number, place, (kind, account(visitor)));
        actions(kind).iter().all(|action| app.policies().permits(&visitor.0, action, &concern).is_ok())
    };
    let (any, dormant, removes) = (may(form::ACCOUNTS), may(DORMANT), may(removal::KIND));
    let is_for = |kind: &&str| match *kind {
        DORMANT => dormant,
        kind if removal::is_removal(kind) => removes,
        _ => any,
    };
    KINDS.into_iter().filter(is_for).collect()
}

/// Whether whoever asks may enter a request of this kind.
pub(super) fn may_ask(app: &App, ledger: &Ledger, visitor: &Visitor, whose: (&str, Option<&str>), kind: &str) -> bool {
    entered_by(app, ledger, visitor, whose).contains(&kind)
}

/// The same, for who sends a form.
///
/// # Errors
/// When not.
pub(super) fn may_enter(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    whose: (&str, Option<&str>),
    kind: &str,
) -> Result<(), Problem> {
    let concern = removal::concern(ledger, whose.0, whose.1, (kind, account(visitor)));
    actions(kind).iter().try_for_each(|action| visitor.may(app, action, &concern))
}

/// Whether a kind makes sense for a cooperative as it is.
pub(super) fn fits(kind: &str, now: &Cooperative) -> bool {
    let struck_off = || now.removal.as_ref().is_some_and(|removal| removal.into.is_none());
    note(kind, now).is_none() && (kind != removal::VOID || struck_off())
}

/// Why a kind makes no sense for a cooperative as it is, where that can be said in general.
pub(super) fn note(kind: &str, now: &Cooperative) -> Option<Objection> {
    match kind {
        "membership_declared" if now.roll.is_some() => Some(Objection::RollKept),
        DORMANT if now.status != Status::Active => Some(Objection::NotActive),
        "declared_active" if now.status != Status::Dormant => Some(Objection::NotDormant),
        _ => None,
    }
}

/// What is against an act though the ledger would record it: imports may tell of such, people ask for none. `then` is what the
/// cooperative was on the day of the act, `last` what it is.
pub(super) fn objection(said: &CooperativeAct, then: &Cooperative, last: &Cooperative) -> Option<Objection> {
    match said {
        CooperativeAct::MembershipDeclared(_) if last.roll.is_some() => Some(Objection::RollKept),
        CooperativeAct::DeclaredDormant if then.status != Status::Active => Some(Objection::NotActive),
        CooperativeAct::DeclaredActive if then.status != Status::Dormant => Some(Objection::NotDormant),
        _ => None,
    }
}

/// An ICE is one enterprise's: of another cooperative that has it, its number.
///
/// # Errors
/// When the database cannot.
pub(super) fn is_taken(conn: &mut db::Conn, number: &str, said: &CooperativeAct) -> db::Result<Option<Objection>> {
    let CooperativeAct::Identified(Identified { ice }) = said else { return Ok(None) };
    let holder = store::with_ice(conn, &ice.to_string(), number)?;
    Ok(holder.map(Objection::IceTaken))
}
