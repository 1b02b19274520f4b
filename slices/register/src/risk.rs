//! Whom to visit first: a score that is the sum of its parts, each of which says what it found. Never a black box.
//!
//! A part is a fact of the register, or a finding that was not mended in time. What each weighs is a row of a dated table
//! (`data/risk/weights.csv`); the score has no other source.

use std::sync::LazyLock;

use kernel::{Date, read_day};
use serde::Deserialize;

use crate::{Cooperative, Duty, Status, Threshold, What, duties, thresholds};

/// The table as a file.
const TABLE: &str = include_str!("../../../data/risk/weights.csv");

/// A part of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Accounts that were not filed in time, by years.
    Accounts,
    /// Ordinary general meetings that were not held in time, by years.
    Meetings,
    /// Fewer members than the rule says.
    Members,
    /// Findings of visits that were not mended in time.
    Findings,
    /// The term of those who run it has ended.
    Term,
    /// Less share capital than the rule says.
    Capital,
    /// Shares that were not paid up in time.
    PaidUp,
    /// It was declared dormant.
    Dormant,
}

impl Part {
    /// All of them, the heaviest first.
    pub const ALL: [Self; 8] = [
        Self::Accounts,
        Self::Meetings,
        Self::Members,
        Self::Findings,
        Self::Term,
        Self::Capital,
        Self::PaidUp,
        Self::Dormant,
    ];

    /// Its code, as messages name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Meetings => "meetings",
            Self::Members => "members",
            Self::Findings => "findings",
            Self::Term => "term",
            Self::Capital => "capital",
            Self::PaidUp => "paid_up",
            Self::Dormant => "dormant",
        }
    }

    /// What it weighs on a day; none before the table says so.
    pub fn on(self, day: Date) -> Option<&'static Weight> {
        let rows = weights().iter().filter(|weight| weight.part == self && weight.in_force_from <= day);
        rows.max_by_key(|weight| weight.in_force_from)
    }

    /// The part to which a duty belongs that is overdue; none if it is no risk.
    const fn of(what: What) -> Option<Self> {
        match what {
            What::Accounts(_) => Some(Self::Accounts),
            What::Meeting(_) => Some(Self::Meetings),
            What::Members => Some(Self::Members),
            What::Capital => Some(Self::Capital),
            What::PaidUp => Some(Self::PaidUp),
            What::Term => Some(Self::Term),
            // Findings are counted by their visits.
            What::Certificate | What::Finding { .. } => None,
        }
    }
}

/// What a part weighs from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Weight {
    /// Which part.
    pub part: Part,
    /// What it adds each time.
    pub points: u32,
    /// What it adds at most.
    pub most: u32,
    #[serde(deserialize_with = "day")]
    in_force_from: Date,
}

impl Weight {
    /// From which day it counts so.
    pub const fn in_force_from(&self) -> Date {
        self.in_force_from
    }

    /// What so many times add.
    pub fn adds(&self, times: u8) -> u32 {
        (self.points * u32::from(times)).min(self.most)
    }
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    read_day(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

/// All rows of the table, in its order.
pub fn weights() -> &'static [Weight] {
    static WEIGHTS: LazyLock<Vec<Weight>> = LazyLock::new(|| {
        // A test reads the table, whose rows are ours.
        csv::Reader::from_reader(TABLE.as_bytes()).deserialize().filter_map(Result::ok).collect()
    });
    &WEIGHTS
}

/// How often each part is so, in the order of [`Part::ALL`]: what a cooperative's score follows from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times([u8; Part::ALL.len()]);

impl Times {
    /// What the register says of a cooperative as it is on this day. Findings are not in the register: see [`Times::with`].
    pub fn of(cooperative: &Cooperative, today: Date) -> Self {
        Self::counted(cooperative, &duties(cooperative, today), today)
    }

    fn counted(cooperative: &Cooperative, duties: &[Duty], today: Date) -> Self {
        let overdue = duties.iter().filter(|duty| duty.is_overdue(today)).filter_map(|duty| Part::of(duty.what));
        let dormant = cooperative.removal.is_none() && cooperative.status == Status::Dormant;
        overdue.chain(dormant.then_some(Part::Dormant)).fold(Self::default(), |times, part| times.with(part, 1))
    }

    /// What the register says, and the first later day on which it may say something else without an act.
    pub(crate) fn until(cooperative: &Cooperative, today: Date) -> (Self, Date) {
        let duties = duties(cooperative, today);
        let ends = duties.iter().filter_map(|duty| duty.until.filter(|until| today <= *until)?.tomorrow().ok());
        let rules = thresholds().iter().map(Threshold::in_force_from).filter(|from| today < *from);
        // With each financial year that ends there is more to ask for.
        let years = [today.year(), today.year().saturating_add(1)].map(|year| cooperative.year_end.of(year));
        let over = years.into_iter().find(|over| today <= *over).and_then(|over| over.tomorrow().ok());
        let next = ends.chain(rules).fold(over.unwrap_or(Date::MAX), Ord::min);
        (Self::counted(cooperative, &duties, today), next)
    }

    /// The same, a part so many times more.
    #[must_use]
    pub fn with(mut self, part: Part, more: u8) -> Self {
        if let Some(times) = self.0.get_mut(part as usize) {
            *times = times.saturating_add(more);
        }
        self
    }

    /// How often a part is so.
    pub fn get(&self, part: Part) -> u8 {
        self.0.get(part as usize).copied().unwrap_or(0)
    }

    /// What each part adds on a day; those that add nothing are left out.
    pub fn parts(&self, day: Date) -> Vec<(Part, u8, u32)> {
        let adds = |part: Part| (part, self.get(part), part.on(day).map_or(0, |weight| weight.adds(self.get(part))));
        Part::ALL.into_iter().map(adds).filter(|(.., points)| *points > 0).collect()
    }

    /// The score on a day: the sum of its parts.
    pub fn score(&self, day: Date) -> u32 {
        Scale::on(day).score(self)
    }
}

/// The weights of a day, looked up once for many scores.
pub(crate) struct Scale(Vec<(Part, &'static Weight)>);

impl Scale {
    pub(crate) fn on(day: Date) -> Self {
        Self(Part::ALL.into_iter().filter_map(|part| Some((part, part.on(day)?))).collect())
    }

    pub(crate) fn score(&self, times: &Times) -> u32 {
        self.0.iter().map(|(part, weight)| weight.adds(times.get(*part))).sum()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;
    use crate::acts::{AccountsFiled, Capital, CooperativeAct, MembershipDeclared, Organ, OrganAppointed, Registered};

    fn registered(on: Date) -> Cooperative {
        let registered = r#"{"level":"cooperative","name_fr":"Amal"}"#;
        Cooperative::register(&serde_json::from_str::<Registered>(registered).unwrap(), Some(on))
    }

    #[test]
    fn every_row_of_the_table_is_read_and_those_of_a_day_add_up_to_a_hundred() {
        let rows = csv::Reader::from_reader(TABLE.as_bytes()).deserialize::<Weight>().collect::<Result<Vec<_>, _>>();
        assert_eq!(rows.unwrap(), weights());
        for day in weights().iter().map(Weight::in_force_from) {
            let most: u32 = Part::ALL.into_iter().filter_map(|part| part.on(day)).map(|weight| weight.most).sum();
            assert_eq!(most, 100, "{day}");
        }
        assert!(weights().iter().all(|weight| 0 < weight.points && weight.points <= weight.most));
    }

    #[test]
    fn every_part_has_its_words_in_every_language() {
        for words in [
            include_str!("../messages/risk.ar.ftl"),
            include_str!("../messages/risk.fr.ftl"),
            include_str!("../messages/risk.en.ftl"),
        ] {
            for part in Part::ALL {
                for key in
                    [format!("\nregister-part-{} = ", part.code()), format!("\nregister-part-{}-why = ", part.code())]
                {
                    assert!(words.contains(&key), "{key}");
                }
            }
        }
    }

    #[test]
    fn accounts_count_from_the_day_after_their_last_one_until_they_are_filed() {
        let mut cooperative = registered(date(2025, 5, 2));
        let times = |cooperative: &Cooperative, day| {
            let times = Times::of(cooperative, day);
            (times.get(Part::Accounts), times.get(Part::Meetings))
        };
        assert_eq!(times(&cooperative, date(2026, 6, 30)), (0, 0));
        assert_eq!(times(&cooperative, date(2026, 7, 1)), (0, 1));
        assert_eq!(times(&cooperative, date(2026, 7, 30)), (0, 1));
        assert_eq!(times(&cooperative, date(2026, 7, 31)), (1, 1));
        assert_eq!(Times::of(&cooperative, date(2026, 7, 31)).score(date(2026, 7, 31)), 15);
        assert_eq!(times(&cooperative, date(2027, 7, 31)), (2, 2));
        let filed = CooperativeAct::AccountsFiled(AccountsFiled::of(2025, Currency::Mad));
        cooperative.apply(&filed, Some(date(2025, 12, 31)));
        assert_eq!(times(&cooperative, date(2026, 7, 31)), (0, 0));
    }

    #[test]
    fn a_term_counts_from_the_day_after_its_last_one_and_what_should_be_so_at_any_time_at_once() {
        let mut cooperative = registered(date(2026, 1, 5));
        let few = MembershipDeclared { women: Some(4), ..MembershipDeclared::default() };
        let little = Capital { amount_minor: 99_900, currency: Currency::Mad };
        let organ = OrganAppointed { organ: Organ::Managers, persons: 1, until: Some(date(2026, 3, 31)) };
        for act in [
            CooperativeAct::MembershipDeclared(few),
            CooperativeAct::CapitalSubscribed(little),
            CooperativeAct::OrganAppointed(organ),
            CooperativeAct::DeclaredDormant,
        ] {
            cooperative.apply(&act, Some(date(2026, 1, 5)));
        }
        let found = |cooperative: &Cooperative, day| Times::of(cooperative, day).parts(day);
        let before = [(Part::Members, 1, 15), (Part::Capital, 1, 5), (Part::Dormant, 1, 5)];
        assert_eq!(found(&cooperative, date(2026, 3, 31)), before);
        assert_eq!(found(&cooperative, date(2026, 4, 1)).iter().filter(|(part, ..)| *part == Part::Term).count(), 1);
        cooperative.apply(&CooperativeAct::Dissolved, None);
        assert_eq!(found(&cooperative, date(2026, 4, 1)), [], "nothing is asked of one that is being wound up");
    }

    proptest! {
        #[test]
        fn the_score_is_the_sum_of_its_parts_and_at_most_a_hundred(times in any::<[u8; 8]>(), later in 0_i16..9) {
            let (times, day) = (Times(times), date(2026 + later, 3, 1));
            let parts = times.parts(day);
            prop_assert_eq!(times.score(day), parts.iter().map(|(.., points)| points).sum::<u32>());
            prop_assert!(times.score(day) <= 100);
            for (part, times, points) in parts {
                let weight = part.on(day).unwrap();
                prop_assert_eq!(points, weight.most.min(weight.points * u32::from(times)));
            }
        }

        #[test]
        fn nothing_changes_before_the_day_on_which_it_may(
            first in 2012_i16..2026, filed in proptest::collection::vec(2012_i16..2026, 0..12), from in 0_i32..800, ahead in 0_i32..800,
        ) {
            let mut cooperative = registered(date(first, 3, 1));
            for year in filed {
                cooperative.apply(&CooperativeAct::AccountsFiled(AccountsFiled::of(year, Currency::Mad)), None);
            }
            let organ = OrganAppointed { organ: Organ::Managers, persons: 1, until: Some(date(2027, 2, 10)) };
            cooperative.apply(&CooperativeAct::OrganAppointed(organ), None);
            let day = |days: i32| date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            let (times, next) = Times::until(&cooperative, day(from));
            prop_assert_eq!(times, Times::of(&cooperative, day(from)));
            prop_assert!(day(from) < next);
            let then = day(from + ahead);
            prop_assert!(next <= then || Times::of(&cooperative, then) == times);
        }
    }
}
