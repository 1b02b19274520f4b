//! Share capital: what each new cooperative subscribes, so that each group has as much as the plan says.

use super::{
    Unfit,
    chance::Chance,
    cooperative::{Cooperative, What},
    country::{Country, Stretch},
    split,
};

/// No capital is below this (law 112-12, art. 26), and shares are of one hundred dirhams. Amounts of the years before there
/// were dirhams are in dirhams too.
const LEAST: i64 = 1_000;
const SHARE: i64 = 100;

/// Cooperatives whose capital is planned together: those of the Kénitra delegation, and all others by sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Kenitra,
    Housing,
    Agriculture,
    Other,
}

impl Group {
    /// How it is called in the plan, and how much a new cooperative of it may have on average.
    const fn plan(self) -> (&'static str, &'static str, i64) {
        match self {
            Self::Kenitra => ("KEN", "capital", 900_000),
            Self::Housing => ("MA", "capital_housing", 9_000_000),
            Self::Agriculture => ("MA", "capital_agriculture", 400_000),
            Self::Other => ("MA", "capital_other", 120_000),
        }
    }

    fn by_sector(sector: &str) -> Self {
        match sector {
            "HAB" => Self::Housing,
            "AGR" => Self::Agriculture,
            _ => Self::Other,
        }
    }
}

impl Country {
    /// Lets some increase or reduce their capital and the new ones subscribe theirs.
    pub(super) fn hold_capital(&mut self, stretch: &Stretch) -> Result<(), Unfit> {
        self.change_capital(stretch);
        self.share_capital(Group::Kenitra, stretch)?;
        if self.whole {
            for group in [Group::Housing, Group::Agriculture, Group::Other] {
                self.share_capital(group, stretch)?;
            }
        }
        Ok(())
    }

    fn change_capital(&mut self, stretch: &Stretch) {
        let Self { all, chance, .. } = self;
        for cooperative in all.iter_mut().filter(|one| one.plain() && !stretch.has(one.born) && one.capital > LEAST) {
            let Some(day) = cooperative.born.and_then(|born| stretch.day(born.plus(200), chance)) else { continue };
            let increased = chance.hits(0.014 * stretch.years());
            if increased {
                let share = (0.1 + 0.8 * chance.unit()) * if cooperative.capital > 500_000 { 0.05 } else { 1.0 };
                let amount = (cooperative.capital as f64 * share) as i64 / SHARE * SHARE;
                shift(cooperative, day, amount.max(SHARE), chance);
            } else if chance.hits(0.002 * stretch.years()) {
                let amount = (cooperative.capital as f64 * 0.3 * chance.unit()) as i64 / SHARE * SHARE;
                if amount > 0 && cooperative.capital - amount >= LEAST {
                    shift(cooperative, day, -amount, chance);
                }
            }
        }
    }

    /// The group that a cooperative's capital is planned in.
    fn group(&self, cooperative: &Cooperative) -> Group {
        let by_sector = Group::by_sector(self.tables.sector_code(cooperative.sector));
        if self.block(cooperative) == "KEN" { Group::Kenitra } else { by_sector }
    }

    fn share_capital(&mut self, group: Group, stretch: &Stretch) -> Result<(), Unfit> {
        let (block, measure, most) = group.plan();
        let unfit = || Unfit::Total { block: block.to_owned(), measure, at: stretch.until.date() };
        let planned = self.tables.total(block, measure, stretch.at).ok_or_else(unfit)?;
        // What the plan says of a sector, it says of the whole country; Kénitra's part of it is settled before.
        let (mut held, mut new, mut old) = (0, Vec::new(), Vec::new());
        for (i, cooperative) in self.all.iter().enumerate().filter(|(_, cooperative)| cooperative.lives()) {
            let of = self.group(cooperative);
            let by_sector = Group::by_sector(self.tables.sector_code(cooperative.sector));
            if of != group {
                held += if of == Group::Kenitra && by_sector == group { cooperative.capital } else { 0 };
            } else if cooperative.capital == 0 && cooperative.page.is_none() {
                new.push((i, weight(by_sector, cooperative)));
            } else {
                held += cooperative.capital;
                if cooperative.plain() && cooperative.born.is_some_and(|born| born.plus(200) <= stretch.from) {
                    old.push((cooperative.capital, i));
                }
            }
        }
        let count = new.len() as i64;
        let free = planned - held;
        let wanted =
            free.clamp(count * 2 * LEAST, count * most.max(if stretch.at == 0 { i64::MAX / 1_000_000 } else { 0 }));
        let settled = self.settle(wanted - free, &mut old, stretch);
        // An odd amount is a published one, and someone holds the odd share; round ones are the plan's own.
        let odd = if planned % SHARE == 0 { (free + settled).rem_euclid(SHARE) } else { 0 };
        let weights: Vec<f64> = new.iter().map(|(_, weight)| weight * self.chance.skewed(0.7)).collect();
        let amounts = split::exactly(free + settled - odd, &weights, LEAST, SHARE).ok_or_else(unfit)?;
        for ((i, _), amount) in new.into_iter().zip(amounts) {
            if let Some(cooperative) = self.all.get_mut(i) {
                cooperative.capital = amount;
                cooperative.tell_at_entry(cooperative.born, What::Subscribed(amount));
            }
        }
        Ok(())
    }

    /// Lets the largest give back what the new ones lack, or take what is too much for them: up to a third of their own.
    fn settle(&mut self, lacking: i64, old: &mut [(i64, usize)], stretch: &Stretch) -> i64 {
        old.sort_by_key(|(capital, i)| (-capital, *i));
        let Self { all, chance, .. } = self;
        let mut settled = 0;
        for (capital, i) in old.iter().chain(old.iter()) {
            let left = lacking - settled;
            let amount = (left.abs().min(capital / 3) + SHARE - 1) / SHARE * SHARE;
            let Some(cooperative) = all.get_mut(*i).filter(|_| left != 0 && amount >= SHARE) else { continue };
            let Some(day) = stretch.day(stretch.from, chance) else { continue };
            let gives = left.signum() * amount;
            if cooperative.capital - gives >= LEAST {
                shift(cooperative, day, -gives, chance);
                settled += gives;
            }
        }
        settled
    }
}

/// Increases the capital, or reduces it if the amount is below zero.
fn shift(cooperative: &mut Cooperative, day: super::day::Day, amount: i64, chance: &mut Chance) {
    cooperative.capital += amount;
    let what = if amount > 0 { What::Increased(amount) } else { What::Reduced(-amount) };
    cooperative.tell(day, what, chance);
}

/// How much capital a new cooperative is likely to have, against others of its group.
fn weight(by_sector: Group, cooperative: &Cooperative) -> f64 {
    let members = cooperative.members.total().max(5) as f64;
    members
        * match by_sector {
            Group::Housing => 72.0,
            Group::Agriculture => 1.0,
            Group::Kenitra | Group::Other => 0.5,
        }
}
