//! Leaving the register, moving the seat, taking up another activity.

use std::collections::BTreeMap;

use super::{
    chance::Chance,
    cooperative::{Cooperative, Seat, What},
    country::{Country, Need, Stretch},
    day::Day,
};

/// How many of a hundred leave in a year.
const LEAVING: f64 = 0.006;

impl Country {
    /// Some leave the register.
    pub(super) fn depart(&mut self, stretch: &Stretch) {
        let partners = self.by_cell(stretch);
        let Self { all, chance, .. } = self;
        for (i, cooperative) in all.iter_mut().enumerate().filter(|(_, cooperative)| may_leave(cooperative, stretch)) {
            let old = cooperative.born.is_some_and(|born| born < Day::of(2005, 1, 1));
            if chance.hits(LEAVING * stretch.years() * if old { 1.6 } else { 0.9 }) {
                let cell = cooperative.province().map(|province| (province, cooperative.sector));
                let partners = cell.and_then(|cell| partners.get(&cell));
                let partner =
                    partners.and_then(|partners| chance.pick(partners)).copied().filter(|partner| *partner != i);
                leave(cooperative, stretch, partner, chance);
            }
        }
    }

    /// The cooperatives of each province and sector that others may merge into.
    fn by_cell(&self, stretch: &Stretch) -> BTreeMap<(usize, usize), Vec<usize>> {
        let mut cells: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (i, cooperative) in self.all.iter().enumerate() {
            if may_leave(cooperative, stretch)
                && let Some(province) = cooperative.province()
            {
                cells.entry((province, cooperative.sector)).or_default().push(i);
            }
        }
        cells
    }

    /// Some move or change their activity. Gives back what the plan still wants afterwards.
    pub(super) fn move_about(&mut self, stretch: &Stretch) -> Need {
        let mut need = self.need(stretch);
        for i in 0..self.all.len() {
            let Some(cooperative) = self.all.get(i).filter(|cooperative| cooperative.plain()) else { continue };
            let (seat, sector) = (cooperative.seat, cooperative.sector);
            let earliest = cooperative.born.map_or(stretch.from, |born| born.plus(200));
            let rich = cooperative.capital > 300_000;
            let Seat::Commune(province, _) = seat else { continue };
            if self.chance.hits(0.002 * stretch.years()) {
                let to = if rich { province } else { self.destination(province, sector, &need) };
                let seat = self.seat(to, sector);
                let day = stretch.day(earliest, &mut self.chance);
                self.change(i, day, What::SeatMoved(seat), &mut need);
            } else if !rich && self.chance.hits(0.001 * stretch.years()) {
                let wanted = |(cell, count): (&(usize, usize), &i32)| {
                    (cell.0 == province && cell.1 != sector && *count > 1).then_some(cell.1)
                };
                let sectors: Vec<usize> = need.iter().filter_map(wanted).collect();
                if let Some(sector) = self.chance.pick(&sectors).copied() {
                    let branch = self.branch(sector, province, stretch.until);
                    let day = stretch.day(earliest, &mut self.chance);
                    self.change(i, day, What::ActivityChanged(sector, branch), &mut need);
                }
            }
        }
        self.make_room(&mut need, stretch);
        self.move_away(&mut need, stretch);
        need
    }

    /// The province to move to: mostly the same.
    fn destination(&mut self, province: usize, sector: usize, need: &Need) -> usize {
        let wanted: Vec<usize> =
            need.iter().filter(|((_, of), count)| *of == sector && **count > 1).map(|((to, _), _)| *to).collect();
        if self.chance.hits(0.8) { province } else { self.chance.pick(&wanted).copied().unwrap_or(province) }
    }

    /// Makes a change on a day, if there is a day for it.
    fn change(&mut self, i: usize, day: Option<Day>, what: What, need: &mut Need) {
        let Self { all, chance, .. } = self;
        let Some((cooperative, day)) = all.get_mut(i).zip(day) else { return };
        if let Some(province) = cooperative.province() {
            *need.entry((province, cooperative.sector)).or_default() += 1;
        }
        match what {
            What::SeatMoved(seat) => cooperative.seat = seat,
            What::ActivityChanged(sector, branch) => (cooperative.sector, cooperative.branch) = (sector, branch),
            _ => {}
        }
        if let Some(province) = cooperative.province() {
            *need.entry((province, cooperative.sector)).or_default() -= 1;
        }
        cooperative.tell(day, what, chance);
    }

    /// Where the plan still has fewer than there are, because all are too young to leave, some move or change.
    fn move_away(&mut self, need: &mut Need, stretch: &Stretch) {
        for i in 0..self.all.len() {
            let Some(cooperative) = self.all.get(i).filter(|cooperative| cooperative.plain()) else { continue };
            let Some(cell) = cooperative.province().map(|province| (province, cooperative.sector)) else { continue };
            if need.get(&cell).is_none_or(|count| *count >= 0) {
                continue;
            }
            let earliest = cooperative.last_day().map_or(stretch.from, |day| day.plus(1));
            let same_sector = need.iter().find(|(to, count)| to.1 == cell.1 && **count > 0);
            let same_province = need.iter().find(|(to, count)| to.0 == cell.0 && **count > 0);
            let Some((province, sector)) = same_sector.or(same_province).map(|(to, _)| *to) else { continue };
            let what = if sector == cell.1 {
                What::SeatMoved(self.seat(province, sector))
            } else {
                What::ActivityChanged(sector, self.branch(sector, province, stretch.until))
            };
            let day = stretch.day(earliest, &mut self.chance);
            self.change(i, day, what, need);
        }
    }

    /// Where the plan has fewer than there are, more leave.
    fn make_room(&mut self, need: &mut Need, stretch: &Stretch) {
        let Self { all, chance, .. } = self;
        for cooperative in all.iter_mut().filter(|cooperative| may_leave(cooperative, stretch)) {
            let cell = cooperative.province().map(|province| (province, cooperative.sector));
            if let Some(count) = cell.and_then(|cell| need.get_mut(&cell)).filter(|count| **count < 0) {
                // What it did in this stretch already would come after its leaving.
                if cooperative.last_day().is_some_and(|day| day <= stretch.from) {
                    leave(cooperative, stretch, None, chance);
                    *count += 1;
                }
            }
        }
    }
}

/// Whether it has been in the register long enough to leave it.
fn may_leave(cooperative: &Cooperative, stretch: &Stretch) -> bool {
    cooperative.plain()
        && cooperative.born.is_some_and(|born| born.plus(400) <= stretch.from)
        && cooperative.entered().is_some_and(|entered| entered.day() <= stretch.from)
}

/// Leaves the register: by merging with its partner, or struck off, mostly after being dissolved.
fn leave(cooperative: &mut Cooperative, stretch: &Stretch, partner: Option<usize>, chance: &mut Chance) {
    let Some(gone) = stretch.day(stretch.from, chance) else { return };
    cooperative.gone = Some(gone);
    cooperative.closed = Some(gone);

    if let Some(partner) = partner.filter(|_| chance.hits(0.08)) {
        cooperative.tell(gone, What::Merged(partner), chance);
        return;
    }
    let earliest = cooperative.last_day().map_or(gone, |day| day.plus(1)).max(gone.plus(-400));
    if earliest <= gone.plus(-20) && chance.hits(0.6) {
        let dissolved = Day(chance.between(earliest.0, gone.0 - 20));
        cooperative.closed = Some(dissolved);
        cooperative.tell(dissolved, What::Dissolved, chance);
    }
    cooperative.tell(gone, What::StruckOff, chance);
}
