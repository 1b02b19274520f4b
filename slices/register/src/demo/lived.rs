//! The acts of the demo country, in the order in which the office recorded them.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use kernel::{Currency, Date, Timestamp};

use crate::{
    Ice, Origin, Sex,
    acts::{
        AccountsFiled, ActivityChanged, Age, Capital, CooperativeAct, Identified, MemberAdmitted, MemberLeft,
        MembershipDeclared, Merged, Organ, OrganAppointed, Registered, Renamed, SeatMoved, StruckOff,
    },
};

use super::{
    Unfit,
    cooperative::{Cooperative, Fact, Members, Seat, What},
    country::Country,
    names::Naming,
    tables::Tables,
};

/// ICEs of synthetic cooperatives begin with these digits, far above those that the tax office has given.
const SYNTHETIC_ICE: u64 = 990_000_000;

/// One recording: at an instant, an act of one cooperative entered the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Lived {
    /// When it was recorded; never decreases.
    pub recorded_at: Timestamp,
    /// The register number of the cooperative.
    pub subject: String,
    /// The day on which it took effect; none if it is not known, and for a void.
    pub effective_on: Option<Date>,
    /// What was recorded.
    pub act: LivedAct,
    /// The document that it was recorded from: `synthetic`, or the page that tells of a real cooperative.
    pub document: Option<String>,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq)]
pub enum LivedAct {
    /// An act on the cooperative.
    Act(CooperativeAct),
    /// An earlier act of the same cooperative is void.
    Void {
        /// Its place in the order of recordings, from 0.
        which: usize,
        /// Why.
        reason: String,
    },
}

/// A demo country, made and ready to be recorded.
#[derive(Debug)]
pub struct Plan {
    tables: Tables,
    all: Vec<Cooperative>,
    numbers: Vec<String>,
    /// Each recording: whose, and which of its facts.
    order: Vec<(u32, u32)>,
    /// Where the voided ones stand in that order.
    voided: HashMap<(u32, u32), usize>,
    zone: TimeZone,
}

impl Plan {
    /// The whole country: some 65,000 cooperatives and half a million acts.
    ///
    /// # Errors
    /// When its data cannot be read or its totals cannot be met from this seed.
    pub fn country(seed: u64) -> Result<Self, Unfit> {
        Self::made(Country::lived(seed, None)?)
    }

    /// One delegation, Kénitra, with all its figures: a small country for tests and first looks.
    ///
    /// # Errors
    /// As for the whole country.
    pub fn small(seed: u64) -> Result<Self, Unfit> {
        Self::made(Country::lived(seed, Some("KEN"))?)
    }

    fn made(country: Country) -> Result<Self, Unfit> {
        let Country { tables, all, .. } = country;
        let mut recordings = Vec::new();
        for (i, cooperative) in (0_u32..).zip(&all) {
            recordings.extend((0_u32..).zip(&cooperative.facts).map(|(k, fact)| (fact.recorded, i, k)));
        }
        recordings.sort_unstable();
        let order: Vec<(u32, u32)> = recordings.into_iter().map(|(_, i, k)| (i, k)).collect();
        let mut voided = HashMap::new();
        for (i, cooperative) in (0_u32..).zip(&all) {
            for fact in &cooperative.facts {
                if let What::Void(which, _) = fact.what {
                    voided.insert((i, u32::try_from(which).unwrap_or(u32::MAX)), 0);
                }
            }
        }
        for (place, recording) in order.iter().enumerate() {
            if let Some(at) = voided.get_mut(recording) {
                *at = place;
            }
        }
        let numbers = numbers(&all, &order, &tables);
        Ok(Self { tables, all, numbers, order, voided, zone: TimeZone::get("Africa/Casablanca")? })
    }

    /// How many recordings there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The recordings in their order.
    pub fn acts(self) -> impl Iterator<Item = Lived> {
        let order = self.order.clone();
        order.into_iter().filter_map(move |(i, k)| self.lived(i, k))
    }

    fn lived(&self, i: u32, k: u32) -> Option<Lived> {
        let cooperative = self.all.get(i as usize)?;
        let fact = cooperative.facts.get(k as usize)?;
        let (act, effective_on) = match fact.what {
            What::Void(which, reason) => {
                let which = *self.voided.get(&(i, u32::try_from(which).ok()?))?;
                (LivedAct::Void { which, reason: reason.to_owned() }, None)
            }
            _ => (LivedAct::Act(self.act(i, cooperative, fact)), fact.on.map(super::day::Day::date)),
        };
        Some(Lived {
            recorded_at: fact.recorded.instant(&self.zone),
            subject: self.numbers.get(i as usize)?.clone(),
            effective_on,
            act,
            document: Some(cooperative.page.unwrap_or("synthetic").to_owned()),
        })
    }

    fn act(&self, i: u32, cooperative: &Cooperative, fact: &Fact) -> CooperativeAct {
        match fact.what {
            What::Registered => CooperativeAct::Registered(Box::new(self.registered(i, cooperative))),
            What::Renamed(naming) => {
                let (name_ar, name_fr) = self.named(naming);
                CooperativeAct::Renamed(Renamed { name_ar, name_fr })
            }
            What::Identified => CooperativeAct::Identified(Identified { ice: ice(i) }),
            What::SeatMoved(seat) => CooperativeAct::SeatMoved(SeatMoved { place: self.place(seat) }),
            What::ActivityChanged(sector, branch) => {
                let (sector, branch) = (self.sector(sector), self.branch(sector, branch));
                CooperativeAct::ActivityChanged(ActivityChanged { sector, branch })
            }
            What::Declared(members) => CooperativeAct::MembershipDeclared(declared(members)),
            What::Admitted { id, woman, young_until } => CooperativeAct::MemberAdmitted(MemberAdmitted {
                member: format!("m{id}"),
                sex: Some(if woman { Sex::Female } else { Sex::Male }),
                legal_person: false,
                age: Some(young_until.map_or(Age::Older, |day| Age::YoungUntil(day.date()))),
                shares: None,
            }),
            What::Left(id) => CooperativeAct::MemberLeft(MemberLeft { departure: None, member: format!("m{id}") }),
            What::Subscribed(amount) => CooperativeAct::CapitalSubscribed(dirhams(amount)),
            What::Increased(amount) => CooperativeAct::CapitalIncreased(dirhams(amount)),
            What::Reduced(amount) => CooperativeAct::CapitalReduced(dirhams(amount)),
            What::Organ { board, persons, until } => {
                let organ = if board { Organ::Board } else { Organ::Managers };
                CooperativeAct::OrganAppointed(OrganAppointed { organ, persons, until: Some(until.date()) })
            }
            What::Accounts { year, turnover, surplus, employees } => {
                let equity = (cooperative.capital + surplus.max(0)) * 100;
                CooperativeAct::AccountsFiled(AccountsFiled {
                    turnover_minor: Some(turnover * 100),
                    surplus_minor: Some(surplus * 100),
                    members_funds_minor: Some(equity),
                    employees: Some(employees),
                    ..AccountsFiled::of(i16::try_from(year).unwrap_or(0), Currency::Mad)
                })
            }
            What::Dormant => CooperativeAct::DeclaredDormant,
            What::Active => CooperativeAct::DeclaredActive,
            What::Dissolved => CooperativeAct::Dissolved,
            What::Merged(into) => {
                CooperativeAct::Merged(Merged { into: self.numbers.get(into).cloned().unwrap_or_default() })
            }
            What::StruckOff | What::Void(..) => CooperativeAct::StruckOff(StruckOff::default()),
        }
    }

    fn registered(&self, i: u32, cooperative: &Cooperative) -> Registered {
        let (seat, sector, branch) = cooperative.first;
        let (name_ar, name_fr) = self.named(cooperative.naming);
        // The older a file, the likelier that nobody wrote the name in Latin script.
        let latin = cooperative.page.is_some()
            || cooperative.born.is_none_or(|born| born.year() >= 1990 || !i.is_multiple_of(3));
        Registered {
            name_ar,
            name_fr: name_fr.filter(|_| latin),
            ice: cooperative.has_ice.then(|| ice(i)),
            cooperative_type: cooperative.kind,
            categories: cooperative.categories.clone(),
            level: cooperative.level,
            sector: self.sector(sector),
            branch: self.branch(sector, branch),
            place: self.place(seat),
            characteristics: cooperative.characteristics.clone(),
            origin: Some(if cooperative.page.is_some() { Origin::Real } else { Origin::Synthetic }),
            year_end: None,
        }
    }

    fn named(&self, naming: Naming) -> (Option<String>, Option<String>) {
        let (ar, fr) = naming.written(&self.tables);
        (Some(ar), Some(fr))
    }

    fn sector(&self, sector: usize) -> Option<String> {
        Some(self.tables.sectors.get(sector)?.code.clone())
    }

    fn branch(&self, sector: usize, branch: Option<usize>) -> Option<String> {
        self.tables.sectors.get(sector)?.branches.get(branch?).cloned()
    }

    fn place(&self, seat: Seat) -> Option<String> {
        match seat {
            Seat::Unknown => None,
            Seat::Province(province) => Some(self.tables.provinces.get(province)?.code.clone()),
            Seat::Commune(province, commune) => {
                Some(self.tables.provinces.get(province)?.communes.get(commune)?.code.clone())
            }
        }
    }
}

/// Register numbers: the delegation where it was registered, and a running number in the order of registration there.
fn numbers(all: &[Cooperative], order: &[(u32, u32)], tables: &Tables) -> Vec<String> {
    let mut numbers = vec![String::new(); all.len()];
    let mut last: HashMap<&str, u32> = HashMap::new();
    for (i, _) in order.iter().filter(|(_, k)| *k == 0) {
        let seat = all.get(*i as usize).map(|cooperative| cooperative.first.0);
        let delegation = match seat {
            Some(Seat::Province(province) | Seat::Commune(province, _)) => {
                tables.provinces.get(province).map(|province| province.delegation.as_str())
            }
            _ => None,
        };
        let delegation = delegation.unwrap_or("MAR");
        let number = last.entry(delegation).or_default();
        *number += 1;
        if let Some(place) = numbers.get_mut(*i as usize) {
            *place = format!("{delegation}-{number:06}");
        }
    }
    numbers
}

fn ice(i: u32) -> Ice {
    Ice::of(SYNTHETIC_ICE + u64::from(i), 0)
}

fn dirhams(amount: i64) -> Capital {
    Capital { amount_minor: amount * 100, currency: Currency::Mad }
}

fn declared(members: Members) -> MembershipDeclared {
    let Members { women, men, young, legal_persons, unspecified } = members;
    let some = |count: i64| (count > 0).then_some(count);
    let sexed = women + men > 0;
    MembershipDeclared {
        women: sexed.then_some(women),
        women_young: young.map(|(women, _)| women),
        men: sexed.then_some(men),
        men_young: young.map(|(_, men)| men),
        legal_persons: some(legal_persons),
        unspecified: some(unspecified),
    }
}
