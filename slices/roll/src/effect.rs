//! What a change of the roll would do to figures, shown before it is recorded.

use kernel::Date;
use register::{Cooperative, Members, acts::CooperativeAct};
use web::Messages;

/// A cooperative after acts.
pub(crate) fn after(before: &Cooperative, acts: &[CooperativeAct]) -> Cooperative {
    let mut after = before.clone();
    for act in acts {
        after.apply(act, None);
    }
    after
}

/// What would be otherwise: what, before, after. What stays as it is is not told.
pub(crate) fn told(t: &Messages, before: &Cooperative, acts: &[CooperativeAct], day: Date) -> Vec<[String; 3]> {
    let [old, new] = [before, &after(before, acts)].map(|state| rows(t, state, day));
    let unknown = |text: Option<String>| text.unwrap_or_else(|| t.get("web-unknown"));
    let both = old.into_iter().zip(new).filter(|((_, before), (_, after))| before != after);
    both.map(|((key, before), (_, after))| [t.get(key), unknown(before), unknown(after)]).collect()
}

/// The numbers that people know a cooperative by.
fn rows(t: &Messages, state: &Cooperative, day: Date) -> [(&'static str, Option<String>); 9] {
    let members = state.members_on(Some(day));
    let number = |of: fn(&Members) -> i64| members.as_ref().map(|members| t.number(of(members)));
    let shares = state.roll.as_ref().and_then(|roll| roll.values().map(|member| member.shares).sum::<Option<i64>>());
    [
        ("roll-members", number(Members::total)),
        ("roll-women", number(|members| members.women.iter().sum())),
        ("roll-men", number(|members| members.men.iter().sum())),
        ("roll-young", number(young)),
        ("roll-legal-persons", number(|members| members.legal_persons)),
        ("roll-unknown", number(|members| members.unspecified + members.sex_unknown.iter().sum::<i64>())),
        ("roll-shares", shares.map(|shares| t.number(shares))),
        ("roll-capital", state.capital.map(|(minor, currency)| t.amount(minor, currency))),
        (
            "roll-paid-up",
            state.paid_up_minor.zip(state.capital).map(|(minor, (_, currency))| t.amount(minor, currency)),
        ),
    ]
}

/// Members under 35, whatever their sex.
pub(crate) const fn young(members: &Members) -> i64 {
    let ([women, ..], [men, ..], [others, ..]) = (members.women, members.men, members.sex_unknown);
    women + men + others
}
