//! What shares may do: nobody gives what is not held, and nobody leaves with some.

use ledger::Refusal;

use super::rule;
use crate::{
    acts::{MemberLeft, SharesMoved},
    cooperative::Cooperative,
};

/// The largest number that moves at once.
const SHARES_MAX: i64 = 1_000_000_000;

/// Shares move between members who are on the roll.
pub(super) fn moved(cooperative: &Cooperative, moved: &SharesMoved) -> Result<(), Refusal> {
    let SharesMoved { from, shares, to } = moved;
    if from == to || !(1..=SHARES_MAX).contains(shares) {
        return Err(rule("register-shares", format!("{shares} shares cannot move from {from:?} to {to:?}")));
    }
    for member in [from, to].into_iter().flatten() {
        if !cooperative.roll.as_ref().is_some_and(|roll| roll.contains_key(member)) {
            return Err(rule("register-no-member", format!("member {member} is not on the roll")));
        }
    }
    let held = from.as_ref().map(|member| held(cooperative, member));
    match held {
        Some(held) if held < *shares => Err(rule("register-shares", format!("{held} shares are held, not {shares}"))),
        _ => Ok(()),
    }
}

/// Who leaves holds no shares any more, as far as that is known.
pub(super) fn left(cooperative: &Cooperative, left: &MemberLeft) -> Result<(), Refusal> {
    match held(cooperative, &left.member) {
        0 => Ok(()),
        held => Err(rule("register-shares-left", format!("member {} still holds {held} shares", left.member))),
    }
}

/// How many shares a member holds; 0 if nobody knows.
fn held(cooperative: &Cooperative, member: &str) -> i64 {
    let member = cooperative.roll.as_ref().and_then(|roll| roll.get(member));
    member.and_then(|member| member.shares).unwrap_or(0)
}
