//! A cooperative of the demo country while its life is being made up, and the facts that become its acts.

use crate::{Category, Characteristic, CooperativeType, Level};

use super::{
    chance::Chance,
    day::{Day, Moment},
    names::Naming,
};

/// Figures of 2022 and earlier must hold as they were known at the end of this day, the last open one of 2023.
const KNOWN_EARLY: Day = Day::of(2023, 12, 29);
/// All others as known at the end of this day, the last open one before the country ends.
pub(super) const KNOWN_LATE: Day = Day::of(2025, 11, 28);
/// What took effect up to this day is known early: the Casablanca figures are of this date, published in that year.
const EARLY: Day = Day::of(2023, 7, 31);

/// Where a seat is, as places in the list of provinces and of their communes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// Nobody knows.
    Unknown,
    /// In this province; the commune is not known.
    Province(usize),
    /// In this commune of this province.
    Commune(usize, usize),
}

/// How many members of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Members {
    pub(super) women: i64,
    pub(super) men: i64,
    /// Of the women and of the men, those under 35; none if their ages are not known.
    pub(super) young: Option<(i64, i64)>,
    pub(super) legal_persons: i64,
    pub(super) unspecified: i64,
}

/// A member on a roll.
#[derive(Clone, Debug)]
pub(super) struct OnRoll {
    pub(super) id: u16,
    pub(super) woman: bool,
    /// The 35th birthday, if it was still to come.
    pub(super) young_until: Option<Day>,
    pub(super) left: bool,
}

/// What happened, small enough to keep half a million of them.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Registered,
    Renamed(Naming),
    Identified,
    SeatMoved(Seat),
    ActivityChanged(usize, Option<usize>),
    Declared(Members),
    Admitted {
        id: u16,
        woman: bool,
        young_until: Option<Day>,
    },
    Left(u16),
    /// Dirhams, as all amounts here.
    Subscribed(i64),
    Increased(i64),
    Reduced(i64),
    Organ {
        board: bool,
        persons: i64,
        until: Day,
    },
    Accounts {
        year: i32,
        turnover: i64,
        surplus: i64,
        employees: i64,
    },
    Dormant,
    Active,
    Dissolved,
    StruckOff,
    /// Into the cooperative with this place in the list.
    Merged(usize),
    /// The fact with this place in the cooperative's list was wrong.
    Void(usize, &'static str),
}

/// Something that happened, and when the office wrote it down.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact {
    pub(super) on: Option<Day>,
    pub(super) recorded: Moment,
    pub(super) what: What,
}

/// What the membership of a cooperative does in the stretch of time at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Declares {
    /// It was founded and declares for the first time.
    First,
    /// It declares once more, on this day.
    Again(Day),
}

/// A cooperative.
#[derive(Clone, Debug)]
pub(super) struct Cooperative {
    pub(super) naming: Naming,
    pub(super) born: Option<Day>,
    pub(super) level: Level,
    pub(super) kind: Option<CooperativeType>,
    pub(super) categories: Vec<Category>,
    pub(super) characteristics: Vec<Characteristic>,
    pub(super) has_ice: bool,
    /// Seat, sector and branch when it was registered, and now.
    pub(super) first: (Seat, usize, Option<usize>),
    pub(super) seat: Seat,
    pub(super) sector: usize,
    pub(super) branch: Option<usize>,
    pub(super) gone: Option<Day>,
    /// From this day on nothing but leaving the register may happen to it.
    pub(super) closed: Option<Day>,
    /// The page that tells of it, if it exists outside the demo country.
    pub(super) page: Option<&'static str>,
    /// A registration by mistake: it never counts.
    pub(super) mistaken: bool,
    pub(super) women_only: bool,
    pub(super) members: Members,
    pub(super) roll: Vec<OnRoll>,
    pub(super) declares: Option<Declares>,
    pub(super) capital: i64,
    pub(super) facts: Vec<Fact>,
}

impl Members {
    pub(super) const fn total(&self) -> i64 {
        self.women + self.men + self.legal_persons + self.unspecified
    }

    /// All of them women, and somebody at all.
    pub(super) const fn women_only(&self) -> bool {
        self.women > 0 && self.women == self.total()
    }

    pub(super) fn young(&self) -> i64 {
        self.young.map_or(0, |(women, men)| women + men)
    }
}

impl Cooperative {
    /// Whether the register counts it and its life goes on.
    pub(super) const fn lives(&self) -> bool {
        self.gone.is_none() && !self.mistaken
    }

    /// Whether chance may do with it as it likes: it is made up, of persons, and keeps no roll.
    pub(super) fn plain(&self) -> bool {
        self.lives() && self.page.is_none() && self.level == Level::Cooperative && self.roll.is_empty()
    }

    /// Its province, as a place in the list.
    pub(super) const fn province(&self) -> Option<usize> {
        match self.seat {
            Seat::Unknown => None,
            Seat::Province(province) | Seat::Commune(province, _) => Some(province),
        }
    }

    /// When its registration was written down.
    pub(super) fn entered(&self) -> Option<Moment> {
        self.facts.first().map(|fact| fact.recorded)
    }

    /// The last day on which anything is said to have happened to it.
    pub(super) fn last_day(&self) -> Option<Day> {
        self.facts.iter().filter_map(|fact| fact.on).max()
    }

    /// Members under 35 on a day: from the roll where there is one.
    pub(super) fn young_on(&self, day: Day) -> i64 {
        if self.roll.is_empty() {
            return self.members.young();
        }
        let young = |member: &&OnRoll| !member.left && member.young_until.is_some_and(|until| day < until);
        self.roll.iter().filter(young).count() as i64
    }

    /// Writes down what happened on a day, some days later, but not before the registration was written down.
    pub(super) fn tell(&mut self, on: Day, what: What, chance: &mut Chance) {
        let drawn = recording(on, chance);
        let recorded = self.entered().map_or(drawn, |entered| drawn.max(entered));
        self.facts.push(Fact { on: Some(on), recorded, what });
    }

    /// Writes down what happened on a day together with the registration.
    pub(super) fn tell_at_entry(&mut self, on: Option<Day>, what: What) {
        if let Some(recorded) = self.entered() {
            self.facts.push(Fact { on, recorded, what });
        }
    }
}

/// The last day on which something that took effect on `on` may be written down without changing a published figure.
pub(super) fn deadline(on: Day) -> Day {
    if on <= EARLY { KNOWN_EARLY } else { KNOWN_LATE }
}

/// When the office writes down what took effect on `on`: mostly within a month, sometimes months or years later.
pub(super) fn recording(on: Day, chance: &mut Chance) -> Moment {
    let (least, most) = if chance.hits(0.03) { (60, 900) } else { (0, 30) };
    let late = chance.between(least, most).min(chance.between(least, most));
    let day = on.plus(late).or_next_open();
    if day <= deadline(on) {
        return day.at_work(chance);
    }
    let until = deadline(on).0.max(on.0);
    let day = Day(chance.between(on.0, until)).or_last_open();
    if day < on { Day(until).at_work(chance) } else { day.at_work(chance) }
}

/// A moment some days after another, still within the deadline of what took effect on `on`; none if there is none.
pub(super) fn later(on: Day, than: Moment, days: (i32, i32), chance: &mut Chance) -> Option<Moment> {
    let day = than.day().plus(chance.between(days.0, days.1)).or_next_open();
    (day <= deadline(on) && day > than.day()).then(|| day.at_work(chance))
}
