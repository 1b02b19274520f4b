//! What the accounts of a year say against rules: reserves put aside, dealings with others than members, an auditor's report.
//!
//! A breach of a confirmed rule is an error; of one that is not confirmed it is a warning.

use kernel::Date;

use crate::{Rule, Threshold, acts::AccountsFiled};

/// Something that accounts say, or leave out, against a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The rule.
    pub rule: &'static Threshold,
    /// The field of the form that says it.
    pub field: &'static str,
    /// What the accounts say, in minor units; none if they say nothing.
    pub said_minor: Option<i64>,
    /// What the rule asks for or permits, in minor units.
    pub asked_minor: i64,
}

/// All breaches, by the rules of the last day of the year.
pub fn breaches(accounts: &AccountsFiled) -> Vec<Breach> {
    let Ok(over) = Date::new(accounts.year, 12, 31) else { return Vec::new() };
    let surplus = accounts.surplus_minor.filter(|surplus| *surplus > 0);
    let turnover = accounts.turnover_minor;
    let share = |rule: Rule, of: Option<i64>| {
        let (rule, of) = rule.on(over).zip(of)?;
        Some((rule, i128::from(of) * i128::from(rule.value)))
    };
    let reserve = |rule: Rule, field, said: Option<i64>| {
        let (rule, least) = share(rule, surplus)?;
        let enough = said.is_some_and(|said| i128::from(said) * 100 >= least);
        (!enough).then(|| Breach { rule, field, said_minor: said, asked_minor: whole(least, 99) })
    };
    let non_members = || {
        let (rule, most) = share(Rule::NonMembersMax, turnover)?;
        let said = accounts.non_members_minor.filter(|said| i128::from(*said) * 100 > most)?;
        Some(Breach { rule, field: "non_members", said_minor: Some(said), asked_minor: whole(most, 0) })
    };
    let auditor = || {
        let rule = Rule::AuditorTurnoverFrom.on(over)?;
        let said = turnover.filter(|turnover| *turnover >= rule.minor() && accounts.auditor_report != Some(true))?;
        Some(Breach { rule, field: "auditor_report", said_minor: Some(said), asked_minor: rule.minor() })
    };
    let all = [
        reserve(Rule::LegalReserveMin, "legal_reserve", accounts.legal_reserve_minor),
        reserve(Rule::EducationReserveMin, "education_reserve", accounts.education_reserve_minor),
        non_members(),
        auditor(),
    ];
    all.into_iter().flatten().collect()
}

/// Hundredths of minor units as whole ones: with 99 more hundredths rounded up, with none down.
fn whole(hundredths: i128, more: i128) -> i64 {
    i64::try_from((hundredths + more) / 100).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn accounts() -> AccountsFiled {
        AccountsFiled {
            surplus_minor: Some(100_050),
            legal_reserve_minor: Some(10_005),
            education_reserve_minor: Some(2_001),
            turnover_minor: Some(999_999_999),
            non_members_minor: Some(299_999_999),
            ..AccountsFiled::of(2025, Currency::Mad)
        }
    }

    fn told(accounts: &AccountsFiled) -> Vec<(&'static str, Option<i64>, i64)> {
        breaches(accounts).iter().map(|breach| (breach.field, breach.said_minor, breach.asked_minor)).collect()
    }

    #[test]
    fn reserves_and_dealings_are_enough_at_the_very_number_and_not_a_centime_beyond() {
        assert_eq!(told(&accounts()), []);
        let little = AccountsFiled { legal_reserve_minor: Some(10_004), education_reserve_minor: None, ..accounts() };
        let expected = [("legal_reserve", Some(10_004), 10_005), ("education_reserve", None, 2_001)];
        assert_eq!(told(&little), expected);
        let much = AccountsFiled { non_members_minor: Some(300_000_000), ..accounts() };
        assert_eq!(told(&much), [("non_members", Some(300_000_000), 299_999_999)]);
        // Of a loss nothing is put aside.
        assert_eq!(told(&AccountsFiled { surplus_minor: Some(-5), legal_reserve_minor: None, ..accounts() }), []);
    }

    #[test]
    fn an_auditor_reports_from_the_turnover_on_that_the_rule_names() {
        let large = AccountsFiled { turnover_minor: Some(1_000_000_000), ..accounts() };
        assert_eq!(told(&large), [("auditor_report", Some(1_000_000_000), 1_000_000_000)]);
        assert!(breaches(&large).iter().all(|breach| !breach.rule.is_confirmed()));
        assert_eq!(told(&AccountsFiled { auditor_report: Some(true), ..large }), []);
        // Nothing is asked for before the rules were in force.
        let early = AccountsFiled { year: 2013, legal_reserve_minor: None, ..accounts() };
        assert_eq!(told(&early), []);
    }

    proptest! {
        #[test]
        fn what_a_rule_asks_for_is_never_a_breach(surplus in 1_i64..90_000_000_000_000, turnover in 0_i64..999_999_999) {
            let none = AccountsFiled {
                surplus_minor: Some(surplus),
                turnover_minor: Some(turnover),
                non_members_minor: Some(turnover),
                ..AccountsFiled::of(2025, Currency::Mad)
            };
            let asked = |field| breaches(&none).iter().find(|breach| breach.field == field).map(|breach| breach.asked_minor);
            let just = AccountsFiled {
                legal_reserve_minor: asked("legal_reserve"),
                education_reserve_minor: asked("education_reserve"),
                non_members_minor: asked("non_members"),
                ..none.clone()
            };
            prop_assert!(breaches(&just).is_empty(), "{:?}", breaches(&just));
        }
    }
}
