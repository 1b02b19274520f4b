//! A merger: the cooperative leaves the register, another one goes on with what it had.

use db::Conn;
use web::{Query, Wrong};

use crate::{
    acts::{CooperativeAct, Merged},
    store,
};

/// The kind of such a request.
pub(super) const KIND: &str = "merged";

/// The act that the form says.
pub(super) fn read(sent: &mut Query, wrong: &mut Vec<Wrong>) -> CooperativeAct {
    let into = sent.one("into").unwrap_or_default().trim().to_uppercase();
    if into.is_empty() {
        wrong.push(Wrong::new("into", "", "give a register number").told("register-wrong-into"));
    }
    CooperativeAct::Merged(Merged { into })
}

/// The cooperative that goes on is another one, and in the register.
///
/// # Errors
/// When the database cannot.
pub(super) fn fits(conn: &mut Conn, number: &str, act: &CooperativeAct, wrong: &mut Vec<Wrong>) -> db::Result<()> {
    let CooperativeAct::Merged(Merged { into }) = act else { return Ok(()) };
    let goes_on = store::by_number(conn, into)?.is_some_and(|other| !other.removed && other.number != number);
    if !goes_on && !into.is_empty() {
        wrong.push(Wrong::new("into", into, "give a cooperative that is registered").told("register-wrong-into"));
    }
    Ok(())
}
