//! What rules say against a cooperative as it would be after an act: too few members, too little capital, who may run it. A rule that is
//! confirmed stops the act; of one that is not, it is only told.

use kernel::{Currency, Date};
use web::Messages;

use crate::{Cooperative, Level, Rule, Threshold, acts::Organ};

/// Something that a rule says against a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Threshold,
    /// How many there would be: persons, or minor units of an amount.
    pub number: i64,
    /// The last day of a term that is too long.
    pub until: Option<Date>,
}

impl Finding {
    /// Whether what leads there cannot be recorded: only what a confirmed rule says stops it.
    pub fn stops(&self) -> bool {
        self.rule.is_confirmed()
    }

    /// What the rule says, in words.
    pub fn tell(&self, t: &Messages) -> String {
        let number = match self.rule.unit {
            crate::Unit::Dirhams => t.amount(self.number, Currency::Mad),
            _ => t.number(self.number),
        };
        let until = self.until.map(|until| t.day(until)).unwrap_or_default();
        let texts = [("number", number.as_str()), ("asked", &self.rule.tell(t)), ("until", &until)];
        t.with(&format!("register-finding-{}", self.rule.rule), &texts)
    }

    /// By how much the state is beyond what the rule asks for or permits.
    fn beyond(&self) -> i64 {
        let asked = if self.rule.unit == crate::Unit::Dirhams { self.rule.minor() } else { self.rule.value.into() };
        (self.number - asked).abs()
    }
}

/// What rules of a day say against a cooperative after something, and did not say as much before. Of those who run it all is said
/// again with each appointment; `since` is the day on which their term begins.
pub fn findings(before: &Cooperative, after: &Cooperative, since: Option<Date>, day: Date) -> Vec<Finding> {
    let known = state(before, day);
    let is_worse = |found: &Finding| {
        let same = known.iter().find(|one| one.rule.rule == found.rule.rule);
        same.is_none_or(|same| same.beyond() < found.beyond())
    };
    let mut all: Vec<_> = state(after, day).into_iter().filter(is_worse).collect();
    if let Some((run_by, persons, until)) = after.organ.filter(|_| after.organ != before.organ) {
        let beside = all.clone();
        let again = too_large_for(run_by, after, day).filter(|one| !beside.contains(one));
        all.extend(organ(run_by, persons, day).into_iter().chain(again));
        if run_by == Organ::Board {
            all.extend(since.zip(until).and_then(|(since, until)| term_too_long(since, until)));
        }
    }
    all
}

/// What rules say against a state.
fn state(cooperative: &Cooperative, day: Date) -> Vec<Finding> {
    let members = members(cooperative, day).and_then(|members| too_few_members(cooperative.level, members, day));
    let capital = cooperative.capital.filter(|(_, currency)| *currency == Currency::Mad);
    let capital = capital.and_then(|(minor, _)| less(Rule::CapitalMin, minor, day, Threshold::minor));
    let run_by = cooperative.organ.map(|(organ, ..)| organ);
    let large = run_by.into_iter().flat_map(|run_by| too_large_for(run_by, cooperative, day));
    members.into_iter().chain(capital).chain(large).collect()
}

fn members(cooperative: &Cooperative, day: Date) -> Option<i64> {
    cooperative.members_on(Some(day)).map(|members| members.total())
}

/// Fewer members than a cooperative, or a union of some, has at least.
pub fn too_few_members(level: Level, members: i64, day: Date) -> Option<Finding> {
    let rule = match level {
        Level::Cooperative => Rule::MembersKeptMin,
        Level::Union | Level::Federation => Rule::UnionMembersMin,
    };
    less(rule, members, day, |rule| rule.value.into())
}

/// More managers than there may be, or a board that is too small, too large or uneven.
pub fn organ(organ: Organ, persons: i64, day: Date) -> Vec<Finding> {
    let value = |rule: &Threshold| i64::from(rule.value);
    match organ {
        Organ::Managers => more(Rule::ManagersMax, persons, day).into_iter().collect(),
        Organ::Board => {
            let uneven = || {
                let rule = Rule::BoardMultipleOf.on(day)?;
                let rest = persons.checked_rem(value(rule))?;
                (rest != 0).then_some(Finding { rule, number: persons, until: None })
            };
            let few = less(Rule::BoardMin, persons, day, value).or_else(uneven);
            few.into_iter().chain(more(Rule::BoardMax, persons, day)).collect()
        }
    }
}

/// A term on the board that is longer than the rule says.
pub fn term_too_long(since: Date, until: Date) -> Option<Finding> {
    let rule = Rule::BoardTerm.on(since)?;
    (until > rule.ends(since)).then_some(Finding { rule, number: 0, until: Some(until) })
}

/// Managers where a board is asked for: there are many members, or the turnover is large.
pub fn too_large_for(organ: Organ, cooperative: &Cooperative, day: Date) -> impl Iterator<Item = Finding> {
    let found = |rule: Rule, number: Option<i64>, least: fn(&Threshold) -> i64| {
        let (rule, number) = rule.on(day).zip(number)?;
        (organ == Organ::Managers && number >= least(rule)).then_some(Finding { rule, number, until: None })
    };
    let turnover = cooperative.accounts.as_ref().filter(|accounts| accounts.currency == Currency::Mad);
    let turnover = turnover.and_then(|accounts| accounts.turnover_minor);
    let members = found(Rule::ManagersMembersBelow, members(cooperative, day), |rule| rule.value.into());
    members.into_iter().chain(found(Rule::ManagersTurnoverBelow, turnover, Threshold::minor))
}

fn less(rule: Rule, number: i64, day: Date, least: fn(&Threshold) -> i64) -> Option<Finding> {
    let rule = rule.on(day).filter(|rule| number < least(rule))?;
    Some(Finding { rule, number, until: None })
}

fn more(rule: Rule, number: i64, day: Date) -> Option<Finding> {
    let rule = rule.on(day).filter(|rule| number > i64::from(rule.value))?;
    Some(Finding { rule, number, until: None })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::acts::{AccountsFiled, Capital, CooperativeAct, MembershipDeclared, OrganAppointed, Registered};

    const DAY: Date = date(2026, 3, 1);

    fn after(acts: &[CooperativeAct]) -> Cooperative {
        let registered = r#"{"level":"cooperative","name_fr":"Amal"}"#;
        let registered = serde_json::from_str::<Registered>(registered).unwrap();
        let mut cooperative = Cooperative::register(&registered, Some(date(2020, 1, 2)));
        acts.iter().for_each(|act| cooperative.apply(act, Some(date(2020, 1, 2))));
        cooperative
    }

    fn capital(amount_minor: i64) -> CooperativeAct {
        CooperativeAct::CapitalSubscribed(Capital { amount_minor, currency: Currency::Mad })
    }

    fn women(count: i64) -> CooperativeAct {
        CooperativeAct::MembershipDeclared(MembershipDeclared { women: Some(count), ..Default::default() })
    }

    fn run_by(organ: Organ, persons: i64, until: Option<Date>) -> CooperativeAct {
        CooperativeAct::OrganAppointed(OrganAppointed { organ, persons, until })
    }

    /// What is said after `acts` that was not before the last of them.
    fn said(acts: &[CooperativeAct]) -> Vec<(Rule, i64, bool)> {
        let before = after(&acts[..acts.len() - 1]);
        let found = findings(&before, &after(acts), Some(DAY), DAY);
        found.iter().map(|found| (found.rule.rule, found.number, found.stops())).collect()
    }

    #[test]
    fn capital_below_the_least_stops_and_what_only_gets_better_is_not_said() {
        assert_eq!(said(&[capital(200_000), capital(100_000)]), []);
        assert_eq!(said(&[capital(200_000), capital(99_999)]), [(Rule::CapitalMin, 99_999, true)]);
        assert_eq!(said(&[capital(50_000), capital(40_000)]), [(Rule::CapitalMin, 40_000, true)]);
        assert_eq!(said(&[capital(40_000), capital(50_000)]), []);
        assert_eq!(said(&[capital(50_000), women(9)]), []);
    }

    #[test]
    fn few_members_are_told_and_stop_nothing() {
        assert_eq!(said(&[women(5)]), []);
        assert_eq!(said(&[women(4)]), [(Rule::MembersKeptMin, 4, false)]);
        assert_eq!(said(&[women(3), women(4)]), []);
    }

    #[test]
    fn who_runs_it_is_compared_with_the_rules_at_each_appointment() {
        let board = |persons, until| said(&[run_by(Organ::Board, 14, None), run_by(Organ::Board, persons, until)]);
        assert_eq!(board(12, None), []);
        let fourteen = [(Rule::BoardMultipleOf, 14, false), (Rule::BoardMax, 14, false)];
        assert_eq!(said(&[run_by(Organ::Board, 14, None)]), fourteen);
        assert_eq!(board(2, None), [(Rule::BoardMin, 2, false)]);
        assert_eq!(board(3, Some(date(2029, 3, 1))), []);
        assert_eq!(board(3, Some(date(2029, 3, 2))), [(Rule::BoardTerm, 0, false)]);
        assert_eq!(said(&[run_by(Organ::Managers, 3, None)]), []);
        assert_eq!(said(&[run_by(Organ::Managers, 5, Some(date(2036, 1, 1)))]), [(Rule::ManagersMax, 5, false)]);
    }

    #[test]
    fn managers_do_for_a_small_cooperative_only() {
        let managers = || run_by(Organ::Managers, 1, None);
        let large = [(Rule::ManagersMembersBelow, 50, false)];
        assert_eq!(said(&[women(49), managers()]), []);
        assert_eq!(said(&[women(50), managers()]), large);
        assert_eq!(said(&[managers(), women(50)]), large, "it grew");
        let accounts = AccountsFiled { turnover_minor: Some(500_000_000), ..AccountsFiled::of(2025, Currency::Mad) };
        let turnover = [(Rule::ManagersTurnoverBelow, 500_000_000, false)];
        assert_eq!(said(&[managers(), CooperativeAct::AccountsFiled(accounts)]), turnover);
    }
}
