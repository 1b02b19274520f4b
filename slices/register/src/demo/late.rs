//! What took effect in 2022 or before and was written down only from 2024 on: why figures as known today differ a little
//! from those that were published.

use crate::Level;

use super::{
    chance::Chance,
    cooperative::{Cooperative, Fact, Members, What},
    country::{Country, HINDSIGHT},
    day::{Day, Moment},
    foundations::Founding,
};

/// The delegation whose figures of July 2023 hold as known in 2023 and as known in 2025: nothing is late there.
const PUNCTUAL: &str = "CAS";
/// The delegation of which exactly this many foundations are late, and nothing that would count against them.
const EXACT: (&str, usize) = ("KEN", 3);

impl Country {
    /// Late foundations, late strikings-off and corrected memberships.
    pub(super) fn learn_late(&mut self) {
        let delegation = |country: &Self, i: usize| {
            let province = country.all.get(i).and_then(Cooperative::province)?;
            country.tables.provinces.get(province).map(|province| province.delegation.clone())
        };
        let known = self.all.len();
        let (mut exact, mut late) = (0, Vec::new());
        for i in 0..known {
            let Some(of) = delegation(self, i).filter(|of| of != PUNCTUAL) else { continue };
            let share = if of == EXACT.0 { if exact < EXACT.1 { 0.01 } else { 0.0 } } else { 0.003 };
            if self.all.get(i).is_some_and(Cooperative::plain) && self.chance.hits(share) {
                late.push(i);
                exact += usize::from(of == EXACT.0);
            } else if of != EXACT.0 && self.chance.hits(0.0012) {
                self.strike_off_late(i);
            } else if self.chance.hits(0.006) {
                self.correct_late(i);
            }
        }
        for like in late {
            self.found_late(like);
        }
    }

    /// One more cooperative where there is one already, founded within the last two years.
    fn found_late(&mut self, like: usize) {
        let Some((province, sector)) = self.all.get(like).and_then(|one| Some((one.province()?, one.sector))) else {
            return;
        };
        let chance = &mut self.chance;
        let born = Day(chance.between(Day::of(2021, 3, 1).0, HINDSIGHT.0)).or_last_open();
        let (level, women_only, recorded) = (Level::Cooperative, false, Some(in_hindsight(chance)));
        let mut cooperative = self.founded(Founding { born, province, sector, level, women_only, recorded });
        self.begin_as_it_likes(&mut cooperative, 7.0);
        self.all.push(cooperative);
    }

    fn strike_off_late(&mut self, i: usize) {
        let Self { all, chance, .. } = self;
        let Some(cooperative) = all.get_mut(i).filter(|cooperative| cooperative.plain()) else { return };
        let earliest = cooperative.last_day().map_or(HINDSIGHT, |day| day.plus(1)).max(Day::of(2022, 2, 1));
        if earliest.plus(30) > HINDSIGHT {
            return;
        }
        let gone = Day(chance.between(earliest.0, HINDSIGHT.0));
        (cooperative.gone, cooperative.closed) = (Some(gone), Some(gone));
        cooperative.facts.push(Fact { on: Some(gone), recorded: in_hindsight(chance), what: What::StruckOff });
    }

    /// The membership that was declared last turns out to have been another.
    fn correct_late(&mut self, i: usize) {
        let Self { all, chance, .. } = self;
        let Some(cooperative) = all.get_mut(i).filter(|cooperative| cooperative.plain()) else { return };
        let declared = |fact: &&(usize, &Fact)| {
            matches!(fact.1.what, What::Declared(_)) && fact.1.on.is_some_and(|on| on.year() >= 2019)
        };
        let last = cooperative.facts.iter().enumerate().filter(|fact| declared(&fact)).max_by_key(|(_, fact)| fact.on);
        let Some((wrong, on)) = last.map(|(wrong, fact)| (wrong, fact.on)) else { return };
        let more = i64::from(chance.between(1, 4));
        let Members { women, men, .. } = &mut cooperative.members;
        if *women + *men == 0 {
            return;
        }
        if *men > 0 {
            *men += more
        } else {
            *women += more
        }
        let recorded = in_hindsight(chance);
        let right = What::Declared(cooperative.members);
        cooperative.facts.push(Fact { on, recorded, what: What::Void(wrong, "members left out of the list") });
        cooperative.facts.push(Fact { on, recorded, what: right });
    }
}

/// A moment in 2024 or the first half of 2025.
fn in_hindsight(chance: &mut Chance) -> Moment {
    Day(chance.between(Day::of(2024, 1, 15).0, Day::of(2025, 6, 27).0)).or_last_open().at_work(chance)
}
