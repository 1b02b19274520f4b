//! What shares may do: nobody gives what is not held, and nobody leaves with some.

use crate::{
    acts::{MemberLeft, SharesMoved},
    cooperative::Cooperative,
    objection::Objection,
};

/// The largest number that moves at once.
const SHARES_MAX: i64 = 1_000_000_000;

/// Shares move between members who are on the roll.
pub(super) fn moved(cooperative: &Cooperative, moved: &SharesMoved) -> Result<(), Objection> {
    let SharesMoved { from, shares, to } = moved;
    if from == to || !(1..=SHARES_MAX).contains(shares) {
        return Err(Objection::Shares(*shares));
    }
    for member in [from, to].into_iter().flatten() {
        if !cooperative.roll.as_ref().is_some_and(|roll| roll.contains_key(member)) {
            return Err(Objection::NoMember(member.clone()));
        }
    }
    let held = from.as_ref().map(|member| held(cooperative, member));
    match held {
        Some(held) if held < *shares => Err(Objection::SharesNotHeld { held, asked: *shares }),
        _ => Ok(()),
    }
}

/// Who leaves holds no shares any more, as far as that is known.
pub(super) fn left(cooperative: &Cooperative, left: &MemberLeft) -> Result<(), Objection> {
    match held(cooperative, &left.member) {
        0 => Ok(()),
        held => Err(Objection::SharesLeft(held)),
    }
}

/// How many shares a member holds; 0 if nobody knows.
fn held(cooperative: &Cooperative, member: &str) -> i64 {
    let member = cooperative.roll.as_ref().and_then(|roll| roll.get(member));
    member.and_then(|member| member.shares).unwrap_or(0)
}
