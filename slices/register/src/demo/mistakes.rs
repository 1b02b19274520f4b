//! Mistakes of the office that it noticed and mended: wrong acts, their voids and the right acts.

use super::{
    chance::Chance,
    cooperative::{Cooperative, Fact, Members, What, later, recording},
    country::Country,
    day::Day,
};

impl Country {
    /// Lets the office err and mend, always before the day as of which published figures must hold.
    pub(super) fn err_and_mend(&mut self) {
        let mut twice = Vec::new();
        let Self { all, chance, .. } = self;
        for cooperative in all.iter_mut().filter(|cooperative| cooperative.page.is_none()) {
            mistype(cooperative, chance);
            if chance.hits(0.002) {
                strike_off_by_mistake(cooperative, chance);
            }
            if chance.hits(0.0015) {
                twice.extend(registered_twice(cooperative, chance));
            }
        }
        all.extend(twice);
    }
}

/// Some numbers were typed wrong: the fact keeps its place and becomes the wrong one; void and right one follow later.
fn mistype(cooperative: &mut Cooperative, chance: &mut Chance) {
    let voided: Vec<usize> = cooperative
        .facts
        .iter()
        .filter_map(|fact| if let What::Void(which, _) = fact.what { Some(which) } else { None })
        .collect();
    let mut mended = Vec::new();
    for (i, fact) in cooperative.facts.iter_mut().enumerate().filter(|(i, _)| !voided.contains(i)) {
        let Some((wrong, reason)) = mistyped(fact.what, cooperative.roll.is_empty(), chance) else { continue };
        let Some(recorded) = fact.on.and_then(|on| later(on, fact.recorded, (3, 75), chance)) else { continue };
        mended.push(Fact { on: fact.on, recorded, what: What::Void(i, reason) });
        mended.push(Fact { on: fact.on, recorded, what: fact.what });
        fact.what = wrong;
    }
    cooperative.facts.extend(mended);
}

/// How a fact may come out wrong, and why it is voided; none mostly.
fn mistyped(right: What, no_roll: bool, chance: &mut Chance) -> Option<(What, &'static str)> {
    match right {
        What::Declared(members) if no_roll && members.legal_persons == 0 && chance.hits(0.018) => {
            let wrong = match chance.between(0, 2) {
                0 if members.women != members.men => {
                    let young = members.young.map(|(women, men)| (men, women));
                    Members { women: members.men, men: members.women, young, ..members }
                }
                1 => Members { men: members.men + 10 * chance.between(1, 9) as i64, ..members },
                _ => Members { women: members.women * 10 + members.men, men: members.men, ..members },
            };
            (wrong != members).then_some((What::Declared(wrong), "typing error"))
        }
        What::Subscribed(amount) if chance.hits(0.008) => Some((What::Subscribed(amount * 10), "typing error")),
        What::Accounts { year, turnover, surplus, employees } if chance.hits(0.012) => {
            let (turnover, surplus) = (surplus, turnover);
            Some((What::Accounts { year, turnover, surplus, employees }, "columns exchanged"))
        }
        _ => None,
    }
}

/// Struck off instead of another with a like name, and back some weeks later.
fn strike_off_by_mistake(cooperative: &mut Cooperative, chance: &mut Chance) {
    let Some(born) = cooperative.born.filter(|_| cooperative.plain() && cooperative.closed.is_none()) else { return };
    let (low, high) = (born.plus(300).max(Day::of(2010, 1, 4)), Day::of(2025, 9, 1));
    if low > high {
        return;
    }
    let on = Day(chance.between(low.0, high.0)).or_next_open();
    let recorded = recording(on, chance);
    let Some(mended) = later(on, recorded, (5, 60), chance) else { return };
    // Nothing may be written down about it meanwhile: the office would notice at once.
    if cooperative.entered().is_some_and(|entered| entered < recorded)
        && !cooperative.facts.iter().any(|fact| recorded <= fact.recorded && fact.recorded <= mended)
    {
        let wrong = cooperative.facts.len();
        cooperative.facts.push(Fact { on: Some(on), recorded, what: What::StruckOff });
        cooperative.facts.push(Fact {
            on: Some(on),
            recorded: mended,
            what: What::Void(wrong, "another cooperative was meant"),
        });
    }
}

/// The same cooperative under a second number, until somebody notices.
fn registered_twice(cooperative: &Cooperative, chance: &mut Chance) -> Option<Cooperative> {
    let on = cooperative.born?;
    let recorded = later(on, cooperative.entered()?, (1, 60), chance)?;
    let mended = later(on, recorded, (2, 90), chance)?;
    let facts = vec![
        Fact { on: Some(on), recorded, what: What::Registered },
        Fact { on: Some(on), recorded: mended, what: What::Void(0, "registered twice") },
    ];
    let (seat, sector, branch) = cooperative.first;
    Some(Cooperative {
        facts,
        seat,
        sector,
        branch,
        mistaken: true,
        has_ice: false,
        roll: Vec::new(),
        ..cooperative.clone()
    })
}
