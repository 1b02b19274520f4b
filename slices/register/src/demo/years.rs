//! What happens in the course of the years and touches no planned total: organs, accounts, names, identifiers, dormancy.

use super::{
    chance::Chance,
    cooperative::{Cooperative, Fact, KNOWN_LATE, What},
    country::Country,
    day::Day,
    names::Bearer,
};

impl Country {
    /// Lets the years pass.
    pub(super) fn pass_years(&mut self) {
        for i in 0..self.all.len() {
            self.rename(i);
            let Self { all, chance, .. } = self;
            if let Some(cooperative) = all.get_mut(i).filter(|one| one.page.is_none() && !one.mistaken) {
                dissolve(cooperative, chance);
                appoint(cooperative, chance);
                file_accounts(cooperative, chance);
                identify(cooperative, chance);
                fall_asleep(cooperative, chance);
            }
        }
    }

    fn rename(&mut self, i: usize) {
        let Self { all, chance, names, tables, .. } = self;
        let Some(cooperative) = all.get_mut(i).filter(|one| one.page.is_none() && chance.hits(0.012)) else { return };
        let Some(province) = cooperative.province() else { return };
        let Some(day) = day_of_life(cooperative, 300, Day::of(1985, 1, 1), chance) else { return };
        let bearer = Bearer {
            sector: tables.sector_code(cooperative.sector),
            province: tables.province_code(province),
            seat: cooperative.seat,
            women_only: cooperative.women_only,
            level: cooperative.level,
        };
        let naming = names.give(bearer, tables, chance);
        cooperative.tell(day, What::Renamed(naming), chance);
    }
}

/// The last day on which something may happen to it.
fn last_of_life(cooperative: &Cooperative) -> Day {
    cooperative.closed.map_or(KNOWN_LATE, |closed| closed.plus(-1))
}

/// A day some days after the foundation and after `earliest`, in its life.
fn day_of_life(cooperative: &Cooperative, days: i32, earliest: Day, chance: &mut Chance) -> Option<Day> {
    let low = cooperative.born?.plus(days).max(earliest);
    let high = last_of_life(cooperative);
    (low <= high).then(|| Day(chance.between(low.0, high.0)))
}

/// Some are dissolved and still in liquidation when the country ends.
fn dissolve(cooperative: &mut Cooperative, chance: &mut Chance) {
    let old = cooperative.born.is_some_and(|born| born < Day::of(2020, 1, 1));
    if cooperative.plain() && old && chance.hits(0.008) {
        let low = cooperative.last_day().map_or(KNOWN_LATE, |day| day.plus(1)).max(Day::of(2023, 1, 2));
        if low < KNOWN_LATE {
            let day = Day(chance.between(low.0, KNOWN_LATE.0));
            cooperative.closed = Some(day);
            cooperative.tell(day, What::Dissolved, chance);
        }
    }
}

/// Managers or a board for three years, and some for three more.
fn appoint(cooperative: &mut Cooperative, chance: &mut Chance) {
    let Some(mut on) = cooperative.born.filter(|_| chance.hits(0.55)) else { return };
    for term in 0..3 {
        if on > last_of_life(cooperative) || (term > 0 && !chance.hits(0.3)) {
            return;
        }
        let board = cooperative.members.total() >= 50;
        let persons = if board { 3 * chance.between(1, 4) } else { chance.between(1, 3) };
        let until = on.plus(3 * 365 - 1);
        let what = What::Organ { board, persons: i64::from(persons), until };
        if term == 0 {
            cooperative.tell_at_entry(Some(on), what)
        } else {
            cooperative.tell(on, what, chance)
        }
        on = until.plus(chance.between(1, 60));
    }
}

/// Some file the accounts of their years since 2018; few miss a year once they began.
fn file_accounts(cooperative: &mut Cooperative, chance: &mut Chance) {
    if !chance.hits(0.2) {
        return;
    }
    let members = cooperative.members.total().max(5) as f64;
    let mut turnover = members * 9_000.0 * chance.skewed(1.0);
    let staff = (members * 0.15 * chance.skewed(0.7)) as i64;
    for year in 2018..=2024 {
        turnover *= 0.9 + 0.25 * chance.unit();
        let closing = Day::of(year, 12, 31);
        let filed = Day(chance.between(Day::of(year + 1, 3, 1).0, Day::of(year + 1, 8, 31).0)).or_next_open();
        let recorded = filed.at_work(chance);
        let lived =
            cooperative.born.is_some_and(|born| born.plus(120) <= closing) && filed <= last_of_life(cooperative);
        if lived && chance.hits(0.75) {
            let surplus = (turnover * (0.16 * chance.unit() - 0.04)) as i64;
            let employees = (staff + i64::from(chance.between(-1, 1))).max(0);
            let what = What::Accounts { year, turnover: turnover as i64, surplus, employees };
            let recorded = cooperative.entered().map_or(recorded, |entered| recorded.max(entered));
            cooperative.facts.push(Fact { on: Some(closing), recorded, what });
        }
    }
}

/// The tax office gives some of them their ICE later: it exists since 2016.
fn identify(cooperative: &mut Cooperative, chance: &mut Chance) {
    let share = if cooperative.born.is_some_and(|born| born.year() >= 2016) { 0.3 } else { 0.08 };
    if !cooperative.has_ice && chance.hits(share) {
        let usual = chance.between(20, 300);
        let low = cooperative.born.map_or(KNOWN_LATE, |born| born.plus(usual)).max(Day::of(2016, 7, 1));
        let day = low.plus(if low.year() == 2016 { chance.between(0, 900) } else { 0 }).or_next_open();
        if day <= last_of_life(cooperative) {
            cooperative.tell(day, What::Identified, chance);
        }
    }
}

/// Some are declared dormant; of those, some wake up again.
fn fall_asleep(cooperative: &mut Cooperative, chance: &mut Chance) {
    let share = if cooperative.born.is_some_and(|born| born.year() < 2010) { 0.25 } else { 0.05 };
    if !chance.hits(share) || !cooperative.roll.is_empty() {
        return;
    }
    let Some(asleep) = day_of_life(cooperative, 700, Day::of(1990, 1, 1), chance) else { return };
    cooperative.tell(asleep, What::Dormant, chance);
    let awake = asleep.plus(chance.between(200, 2_000));
    if chance.hits(0.3) && awake <= last_of_life(cooperative) {
        cooperative.tell(awake, What::Active, chance);
    }
}
