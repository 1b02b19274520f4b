//! What a cooperative is: its state, and how each act changes it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Currency, Date};

use crate::{
    Category, Characteristic, CooperativeType, Ground, Ice, Level, Origin, Sex,
    acts::{
        AccountsFiled, Age, Capital, CooperativeAct, GeneralMeetingHeld, Meeting, MemberAdmitted, MembershipDeclared,
        Organ, Registered, SharesMoved, YearEnd,
    },
};

/// A cooperative as the register knows it on some day.
#[derive(Clone, Debug, PartialEq)]
pub struct Cooperative {
    /// Its name in Arabic.
    pub name_ar: Option<String>,
    /// Its name in French, or in whatever Latin script the register keeps.
    pub name_fr: Option<String>,
    /// Its ICE, once the tax office has given it one.
    pub ice: Option<Ice>,
    /// Its type; none if not known.
    pub cooperative_type: Option<CooperativeType>,
    /// What it does for its members.
    pub categories: Vec<Category>,
    /// Whether its members are persons or cooperatives.
    pub level: Level,
    /// The code of its sector; none if not known.
    pub sector: Option<String>,
    /// The code of its branch; none if not known.
    pub branch: Option<String>,
    /// The code of the place of its seat, the finest that is known.
    pub place: Option<String>,
    /// What is said of its members.
    pub characteristics: Vec<Characteristic>,
    /// In a demo country, whether it exists outside it.
    pub origin: Option<Origin>,
    /// The day it was registered; none if nobody knows.
    pub registered_on: Option<Date>,
    /// When its financial year ends.
    pub year_end: YearEnd,
    /// Whether it is active.
    pub status: Status,
    /// Its leaving the register, once it has left.
    pub removal: Option<Removal>,
    /// Its members as last declared.
    pub declared: Option<MembershipDeclared>,
    /// Its members one by one, if a roll is kept.
    pub roll: Option<BTreeMap<String, Member>>,
    /// Its share capital, in minor units.
    pub capital: Option<(i64, Currency)>,
    /// On which days it was subscribed, and how much of it there was then as far as it still is there.
    pub subscribed: Vec<(Option<Date>, i64)>,
    /// How much of its capital is paid up, in minor units; none if nobody said.
    pub paid_up_minor: Option<i64>,
    /// What it is run by, how many persons, and until when.
    pub organ: Option<(Organ, i64, Option<Date>)>,
    /// The last accounts that were filed.
    pub accounts: Option<AccountsFiled>,
    /// The financial years whose ordinary general meeting was held, each with the first day on which one approved the accounts.
    pub meetings: BTreeMap<i16, Option<Date>>,
    /// The financial years whose accounts were filed.
    pub filed: BTreeSet<i16>,
}

/// Whether a registered cooperative is active.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing says that it is not.
    Active,
    /// It was declared dormant.
    Dormant,
    /// It was dissolved and is being wound up.
    InLiquidation,
}

/// How a cooperative left the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The first day on which it was not registered any more; none if nobody knows.
    pub on: Option<Date>,
    /// The register number of the cooperative into which it merged; none if it was struck off.
    pub into: Option<String>,
    /// On which ground it was struck off; none if it merged, or if nobody says.
    pub ground: Option<Ground>,
}

/// A member on the roll, without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The member's sex; none for a legal person, or if not known.
    pub sex: Option<Sex>,
    /// Whether the member is a legal person.
    pub legal_person: bool,
    /// What is known of the member's age.
    pub age: Option<Age>,
    /// How many shares the member holds; none if that is not known.
    pub shares: Option<i64>,
}

impl Status {
    /// The code by which figures know it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Dormant => "dormant",
            Self::InLiquidation => "in_liquidation",
        }
    }
}

impl Cooperative {
    /// A cooperative as it enters the register.
    pub fn register(registered: &Registered, on: Option<Date>) -> Self {
        let registered = registered.clone();
        Self {
            name_ar: registered.name_ar,
            name_fr: registered.name_fr,
            ice: registered.ice,
            cooperative_type: registered.cooperative_type,
            categories: registered.categories,
            level: registered.level,
            sector: registered.sector,
            branch: registered.branch,
            place: registered.place,
            characteristics: registered.characteristics,
            origin: registered.origin,
            registered_on: on,
            year_end: registered.year_end.unwrap_or(YearEnd::DECEMBER),
            status: Status::Active,
            removal: None,
            declared: None,
            roll: None,
            capital: None,
            subscribed: Vec::new(),
            paid_up_minor: None,
            organ: None,
            accounts: None,
            meetings: BTreeMap::new(),
            filed: BTreeSet::new(),
        }
    }

    /// Changes the state by what an act says. An entry in the register changes nothing: see [`Cooperative::register`].
    pub fn apply(&mut self, act: &CooperativeAct, on: Option<Date>) {
        match act {
            CooperativeAct::Registered(_) => {}
            CooperativeAct::Renamed(renamed) => {
                (self.name_ar, self.name_fr) = (renamed.name_ar.clone(), renamed.name_fr.clone());
            }
            CooperativeAct::Identified(identified) => self.ice = Some(identified.ice),
            CooperativeAct::SeatMoved(moved) => self.place = moved.place.clone(),
            CooperativeAct::ActivityChanged(changed) => {
                (self.sector, self.branch) = (changed.sector.clone(), changed.branch.clone());
            }
            CooperativeAct::MembershipDeclared(declared) => self.declared = Some(declared.clone()),
            CooperativeAct::MemberAdmitted(member) => {
                let roll = self.roll.get_or_insert_default();
                let MemberAdmitted { sex, legal_person, age, shares, .. } = *member;
                roll.insert(member.member.clone(), Member { sex, legal_person, age, shares });
            }
            CooperativeAct::MemberLeft(left) => {
                self.roll.as_mut().and_then(|roll| roll.remove(&left.member));
            }
            CooperativeAct::SharesMoved(moved) => self.move_shares(moved),
            CooperativeAct::CapitalSubscribed(capital) => {
                (self.capital, self.subscribed) = (None, Vec::new());
                self.subscribe(capital, on);
            }
            CooperativeAct::CapitalIncreased(capital) => self.subscribe(capital, on),
            CooperativeAct::CapitalReduced(capital) => self.reduce(capital),
            CooperativeAct::CapitalPaidUp(capital) => self.paid_up_minor = Some(capital.amount_minor),
            CooperativeAct::OrganAppointed(organ) => self.organ = Some((organ.organ, organ.persons, organ.until)),
            CooperativeAct::GeneralMeetingHeld(held) => self.meet(held, on),
            CooperativeAct::AccountsFiled(accounts) => {
                self.filed.insert(accounts.year);
                self.accounts = Some(accounts.clone());
            }
            CooperativeAct::DeclaredDormant => self.status = Status::Dormant,
            CooperativeAct::DeclaredActive => self.status = Status::Active,
            CooperativeAct::Dissolved => self.status = Status::InLiquidation,
            CooperativeAct::StruckOff(struck_off) => {
                self.removal = Some(Removal { on, into: None, ground: struck_off.ground });
            }
            CooperativeAct::Merged(merged) => {
                self.removal = Some(Removal { on, into: Some(merged.into.clone()), ground: None });
            }
        }
    }

    /// Takes note of an ordinary general meeting; another kind changes nothing that the register keeps.
    fn meet(&mut self, held: &GeneralMeetingHeld, on: Option<Date>) {
        let Some(year) = held.year.filter(|_| held.meeting == Meeting::Ordinary) else { return };
        let approved_on = self.meetings.entry(year).or_default();
        *approved_on = approved_on.or(on.filter(|_| held.accounts_approved));
    }

    /// Shares of who is not on the roll are nobody's: an act of before may have been voided.
    fn move_shares(&mut self, moved: &SharesMoved) {
        for (member, shares) in [(&moved.from, -moved.shares), (&moved.to, moved.shares)] {
            let held =
                member.as_ref().and_then(|member| self.roll.as_mut()?.get_mut(member)).map(|one| &mut one.shares);
            if let Some(held) = held {
                *held = Some(held.unwrap_or(0) + shares);
            }
        }
    }

    fn subscribe(&mut self, more: &Capital, on: Option<Date>) {
        let all = self.capital.map_or(0, |(before, _)| before) + more.amount_minor;
        self.capital = Some((all, more.currency));
        self.subscribed.push((on, all));
    }

    /// What was subscribed last goes first, and nothing more is paid up than there is.
    fn reduce(&mut self, less: &Capital) {
        let left = self.capital.map_or(0, |(before, _)| before) - less.amount_minor;
        self.capital = Some((left, less.currency));
        for (_, all) in &mut self.subscribed {
            *all = left.min(*all);
        }
        self.paid_up_minor = self.paid_up_minor.map(|paid| paid.min(left));
    }

    /// On which day the oldest part of its capital that is not paid up was subscribed. The outer none: all is paid up; the inner
    /// one: nobody knows.
    pub fn unpaid_since(&self, paid_minor: i64) -> Option<Option<Date>> {
        self.subscribed.iter().find(|(_, all)| *all > paid_minor).map(|(on, _)| *on)
    }

    /// Its members on `day`: from the roll where there is one, else as declared; none if neither says anything.
    pub fn members_on(&self, day: Option<Date>) -> Option<Members> {
        match &self.roll {
            Some(roll) => Some(Members::of_roll(roll.values(), day)),
            None => self.declared.as_ref().filter(|declared| declared.total().is_some()).map(Members::declared),
        }
    }
}

/// How many members there are, by what figures tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Women: under 35, older, of unknown age.
    pub women: [i64; 3],
    /// Men: under 35, older, of unknown age.
    pub men: [i64; 3],
    /// Natural persons of unknown sex: under 35, older, of unknown age.
    pub sex_unknown: [i64; 3],
    /// Legal persons.
    pub legal_persons: i64,
    /// Members of whom nothing more is known.
    pub unspecified: i64,
}

impl Members {
    /// As declared.
    pub fn declared(declared: &MembershipDeclared) -> Self {
        let ages = |all: Option<i64>, young: Option<i64>| match (all.unwrap_or(0), young) {
            (all, Some(young)) => [young, all - young, 0],
            (all, None) => [0, 0, all],
        };
        Self {
            women: ages(declared.women, declared.women_young),
            men: ages(declared.men, declared.men_young),
            sex_unknown: [0; 3],
            legal_persons: declared.legal_persons.unwrap_or(0),
            unspecified: declared.unspecified.unwrap_or(0),
        }
    }

    /// Counted from a roll, with the ages of `day`.
    fn of_roll<'a>(roll: impl Iterator<Item = &'a Member>, day: Option<Date>) -> Self {
        let mut members = Self::default();
        for member in roll {
            let [young, older, unknown] = match (member.legal_person, member.sex) {
                (true, _) => {
                    members.legal_persons += 1;
                    continue;
                }
                (false, Some(Sex::Female)) => &mut members.women,
                (false, Some(Sex::Male)) => &mut members.men,
                (false, None) => &mut members.sex_unknown,
            };
            *match (member.age, day) {
                (Some(Age::YoungUntil(birthday)), Some(day)) if day < birthday => young,
                (Some(Age::YoungUntil(_)), None) | (None, _) => unknown,
                (Some(_), _) => older,
            } += 1;
        }
        members
    }

    /// All members.
    pub fn total(&self) -> i64 {
        let natural = [self.women, self.men, self.sex_unknown].concat();
        natural.iter().sum::<i64>() + self.legal_persons + self.unspecified
    }

    /// Whether all members are women; none if that is not known, or if there is no member.
    pub fn all_women(&self) -> Option<bool> {
        let sum = |ages: [i64; 3]| ages.iter().sum::<i64>();
        let others = sum(self.men) + self.legal_persons;
        let unknown = sum(self.sex_unknown) + self.unspecified;
        match (sum(self.women), others, unknown) {
            (0, 0, _) => None,
            (_, 1.., _) => Some(false),
            (_, _, 1..) => None,
            _ => Some(true),
        }
    }

    /// Whether all members are under 35; none if that is not known, or if there is no member.
    pub fn all_young(&self) -> Option<bool> {
        let [young, older, unknown] = [0, 1, 2].map(|age| {
            let at = |ages: &[i64; 3]| ages.get(age).copied().unwrap_or(0);
            at(&self.women) + at(&self.men) + at(&self.sex_unknown)
        });
        match (young, older + self.legal_persons, unknown + self.unspecified) {
            (0, 0, _) => None,
            (_, 1.., _) => Some(false),
            (_, _, 1..) => None,
            _ => Some(true),
        }
    }
}
