//! Small cooperatives that keep a roll: every member's entry and leaving, by an id that says nothing about the person.

use super::{
    chance::Chance,
    cooperative::{Cooperative, Members, OnRoll, What},
    country::{Country, Stretch},
    day::Day,
};

/// Rolls are kept from this year on.
const FIRST_YEAR: i32 = 2019;

impl Country {
    /// Some new cooperatives open a roll; in some of the others members come and go.
    pub(super) fn keep_rolls(&mut self, stretch: &Stretch) {
        let share = if self.whole { 0.006 } else { 0.02 };
        let Self { all, chance, .. } = self;
        for cooperative in all.iter_mut().filter(|cooperative| cooperative.lives()) {
            if !cooperative.roll.is_empty() && chance.hits(0.3) {
                replace(cooperative, stretch, chance);
            } else if cooperative.plain()
                && stretch.has(cooperative.born)
                && cooperative.born.is_some_and(|born| born.year() >= FIRST_YEAR)
                && chance.hits(share)
            {
                open(cooperative, chance);
            }
        }
    }
}

/// Enters the founders.
fn open(cooperative: &mut Cooperative, chance: &mut Chance) {
    let Some(born) = cooperative.born else { return };
    let count = chance.between(5, 9);
    let women = if cooperative.women_only { count } else { chance.between(0, count - 1) };
    for n in 0..count {
        admit(cooperative, born, n < women, chance, true);
    }
    cooperative.members = Members { women: i64::from(women), men: i64::from(count - women), ..Members::default() };
    cooperative.tell_at_entry(Some(born), What::Declared(cooperative.members));
}

/// Enters a member, who is under 35 for some time yet or is older.
fn admit(cooperative: &mut Cooperative, on: Day, woman: bool, chance: &mut Chance, founder: bool) {
    let young_until = chance.hits(0.3).then(|| on.plus(chance.between(30, 4_500)));
    let id = cooperative.roll.len() as u16 + 1;
    cooperative.roll.push(OnRoll { id, woman, young_until, left: false });
    let what = What::Admitted { id, woman, young_until };
    if founder {
        cooperative.tell_at_entry(Some(on), what);
    } else {
        cooperative.tell(on, what, chance);
    }
}

/// One member leaves and another of the same sex enters in the place, or somebody enters besides.
fn replace(cooperative: &mut Cooperative, stretch: &Stretch, chance: &mut Chance) {
    let earliest = cooperative.last_day().map_or(stretch.from, |day| day.plus(30));
    let Some(on) =
        stretch.day(earliest, chance).map(Day::or_last_open).filter(|on| *on >= earliest && stretch.has(Some(*on)))
    else {
        return;
    };
    let here: Vec<(u16, bool)> =
        cooperative.roll.iter().filter(|member| !member.left).map(|member| (member.id, member.woman)).collect();
    let Some((id, woman)) = chance.pick(&here).copied() else { return };
    if chance.hits(0.6) {
        for member in cooperative.roll.iter_mut().filter(|member| member.id == id) {
            member.left = true;
        }
        cooperative.tell(on, What::Left(id), chance);
    } else if woman {
        cooperative.members.women += 1;
    } else {
        cooperative.members.men += 1;
    }
    admit(cooperative, on, woman, chance, false);
}
