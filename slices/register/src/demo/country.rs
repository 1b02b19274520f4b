//! The country as it lives: from one reference date of the plan to the next, so that each is met exactly.

use std::collections::BTreeMap;

use super::{
    Unfit,
    chance::Chance,
    cooperative::{Cooperative, KNOWN_LATE, What},
    day::Day,
    names::Names,
    tables::Tables,
};

/// The day before the first cooperative.
const BEGINNING: Day = Day::of(1937, 6, 30);
/// After this reference date some of what happened before it stays unknown until 2024.
pub(super) const HINDSIGHT: Day = Day::of(2022, 12, 31);

/// The country, as far as it has lived.
#[derive(Debug)]
pub(super) struct Country {
    pub(super) tables: Tables,
    pub(super) chance: Chance,
    pub(super) names: Names,
    pub(super) all: Vec<Cooperative>,
    /// Whether this is the whole country or one delegation of it.
    pub(super) whole: bool,
}

/// The days after `from` up to `until`, which is the reference date with the place `at` in the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) at: usize,
    pub(super) from: Day,
    pub(super) until: Day,
}

/// How many cooperatives are still wanted, by province and sector; below zero where there are too many.
pub(super) type Need = BTreeMap<(usize, usize), i32>;

impl Stretch {
    /// How long it is, in years.
    pub(super) fn years(&self) -> f64 {
        f64::from(self.until.0 - self.from.0) / 365.25
    }

    /// Whether it has this day.
    pub(super) fn has(&self, day: Option<Day>) -> bool {
        day.is_some_and(|day| self.from < day && day <= self.until)
    }

    /// A day of it that is not before `earliest`; none if there is none.
    pub(super) fn day(&self, earliest: Day, chance: &mut Chance) -> Option<Day> {
        let (low, high) = (self.from.plus(1).max(earliest), self.until.min(KNOWN_LATE));
        (low <= high).then(|| Day(chance.between(low.0, high.0)))
    }
}

impl Country {
    /// Lets the whole country, or one delegation, live from the first cooperative to the last reference date.
    pub(super) fn lived(seed: u64, delegation: Option<&str>) -> Result<Self, Unfit> {
        let tables = Tables::read(delegation)?;
        let (chance, whole) = (Chance::new(seed), delegation.is_none());
        let mut country = Self { tables, chance, names: Names::default(), all: Vec::new(), whole };
        let mut from = BEGINNING;
        for (at, until) in country.tables.dates.clone().into_iter().enumerate() {
            let stretch = Stretch { at, from, until };
            country.remember_real(&stretch);
            country.depart(&stretch);
            let need = country.move_about(&stretch);
            country.found(&stretch, &need)?;
            country.declare_members(&stretch)?;
            country.hold_capital(&stretch)?;
            if until == HINDSIGHT {
                country.learn_late();
            }
            from = until;
        }
        country.pass_years();
        country.err_and_mend();
        country.close_files();
        Ok(country)
    }

    /// What the plan wants on the stretch's reference date, less what there is.
    pub(super) fn need(&self, stretch: &Stretch) -> Need {
        let planned = |counts: &Vec<i32>| counts.get(stretch.at).copied().unwrap_or(0);
        let mut need: Need = self.tables.stocks.iter().map(|(at, counts)| (*at, planned(counts))).collect();
        for cooperative in self.all.iter().filter(|cooperative| cooperative.lives()) {
            if let Some(province) = cooperative.province() {
                *need.entry((province, cooperative.sector)).or_default() -= 1;
            }
        }
        need
    }

    /// The block of the plan that a cooperative belongs to.
    pub(super) fn block(&self, cooperative: &Cooperative) -> &'static str {
        let province = cooperative.province().and_then(|province| self.tables.provinces.get(province));
        match province.map(|province| (province.delegation.as_str(), province.code.get(..2).unwrap_or_default())) {
            Some(("KEN", _)) => "KEN",
            Some(("SAF", _)) => "SAF",
            Some((_, "10")) => "R10",
            Some((_, "11")) => "R11",
            _ => "REST",
        }
    }

    /// The blocks that there are.
    pub(super) const fn blocks(&self) -> &'static [&'static str] {
        if self.whole { &["KEN", "SAF", "R10", "R11", "REST"] } else { &["KEN"] }
    }

    /// The planned total of all blocks.
    pub(super) fn planned(&self, measure: &str, stretch: &Stretch) -> i64 {
        self.blocks().iter().filter_map(|block| self.tables.total(block, measure, stretch.at)).sum()
    }

    /// Leaving the register is written down after everything else: the file is closed then. Who was to merge into one
    /// that left before was struck off instead.
    fn close_files(&mut self) {
        let gone: Vec<Option<Day>> = self.all.iter().map(|cooperative| cooperative.gone).collect();
        for fact in self.all.iter_mut().flat_map(|cooperative| &mut cooperative.facts) {
            if let What::Merged(into) = fact.what
                && gone.get(into).copied().flatten().is_some_and(|gone| fact.on.is_none_or(|on| gone <= on))
            {
                fact.what = What::StruckOff;
            }
        }
        for cooperative in self.all.iter_mut().filter(|cooperative| cooperative.gone.is_some()) {
            let last = cooperative.facts.iter().map(|fact| fact.recorded).max();
            let gone = cooperative.gone;
            let leaving = cooperative
                .facts
                .iter_mut()
                .find(|fact| fact.on == gone && matches!(fact.what, What::StruckOff | What::Merged(_)));
            if let Some((leaving, last)) = leaving.zip(last) {
                leaving.recorded = last;
            }
        }
    }
}
