//! What the accounts of a year say against rules: reserves put aside, dealings with others than members, an auditor's report.
//!
//! A breach of a confirmed rule is an error; of one that is not confirmed it is a warning.

use std::collections::BTreeMap;

use kernel::Date;

use crate::{
    Life, Rule, Threshold,
    acts::{AccountsFiled, CooperativeAct},
};

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

/// All breaches of the accounts of a cooperative, by the rules of the last day of its financial year.
pub fn breaches(accounts: &AccountsFiled, life: &Life) -> Vec<Breach> {
    let over = life.last().year_end.of(accounts.year);
    judged(accounts, over, reserve_lacks(accounts, life, over))
}

/// How much the legal reserve lacks to equal the capital, before something is put aside in this year; none if nobody knows the capital.
/// What was put aside is what the accounts of the years before say: of what those leave out the register knows nothing.
fn reserve_lacks(accounts: &AccountsFiled, life: &Life, over: Date) -> Option<i64> {
    let (capital, _) = life.on(Some(over)).capital.filter(|(_, currency)| *currency == accounts.currency)?;
    let filed = life.acts().filter_map(|(_, act)| match act {
        CooperativeAct::AccountsFiled(filed) if filed.year < accounts.year => Some(filed),
        _ => None,
    });
    // Accounts that were filed anew count as they were filed last.
    let by_year: BTreeMap<_, _> =
        filed.filter(|filed| filed.currency == accounts.currency).map(|filed| (filed.year, filed)).collect();
    let aside = by_year.values().filter_map(|filed| filed.legal_reserve_minor).fold(0, i64::saturating_add);
    Some(capital.saturating_sub(aside).max(0))
}

fn judged(accounts: &AccountsFiled, over: Date, reserve_lacks: Option<i64>) -> Vec<Breach> {
    let surplus = accounts.surplus_minor.filter(|surplus| *surplus > 0);
    let turnover = accounts.turnover_minor;
    let share = |rule: Rule, of: Option<i64>| {
        let (rule, of) = rule.on(over).zip(of)?;
        Some((rule, i128::from(of) * i128::from(rule.value)))
    };
    let reserve = |rule: Rule, field, said: Option<i64>, most: Option<i64>| {
        let (rule, least) = share(rule, surplus)?;
        let least = most.map_or(least, |most| least.min(i128::from(most) * 100));
        let enough = said.is_some_and(|said| i128::from(said) * 100 >= least);
        (!enough && least > 0).then(|| Breach { rule, field, said_minor: said, asked_minor: whole(least, 99) })
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
        // The legal reserve grows until it equals the capital, and is full then.
        reserve(Rule::LegalReserveMin, "legal_reserve", accounts.legal_reserve_minor, reserve_lacks),
        reserve(Rule::EducationReserveMin, "education_reserve", accounts.education_reserve_minor, None),
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
    use jiff::civil::date;
    use kernel::{Currency, Timestamp};
    use ledger::{Act, Hash};
    use proptest::prelude::*;

    use super::*;
    use crate::acts::Capital;

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

    /// The life of a cooperative of 2014 whose financial year ends with this month.
    fn life(year_end: i8, acts: &[(Date, CooperativeAct)]) -> Life {
        let registered = format!(r#"{{"level":"cooperative","name_fr":"Amal","year_end":{year_end}}}"#);
        let first = (date(2014, 1, 5), CooperativeAct::read("registered", &registered).unwrap());
        let all = std::iter::once(&first).chain(acts);
        let acts: Vec<_> = (1..).zip(all).map(|(seq, (on, act))| told_act(seq, *on, act)).collect();
        Life::of(&acts.iter().collect::<Vec<_>>()).unwrap().unwrap()
    }

    fn told_act(seq: i64, on: Date, act: &CooperativeAct) -> Act {
        Act {
            seq,
            subject: crate::store::subject("KEN-000001"),
            kind: act.kind().to_owned(),
            effective_on: Some(on),
            recorded_at: Timestamp::UNIX_EPOCH,
            author: "desk".into(),
            document: None,
            voids: None,
            body: act.body(),
            hash: Hash::ZERO,
        }
    }

    fn capital(amount_minor: i64) -> (Date, CooperativeAct) {
        let capital = Capital { amount_minor, currency: Currency::Mad };
        (date(2014, 1, 5), CooperativeAct::CapitalSubscribed(capital))
    }

    /// Accounts that say only this of the surplus.
    fn put_aside(year: i16, surplus: i64, legal_reserve_minor: Option<i64>) -> AccountsFiled {
        AccountsFiled {
            surplus_minor: Some(surplus),
            legal_reserve_minor,
            education_reserve_minor: Some(surplus),
            ..AccountsFiled::of(year, Currency::Mad)
        }
    }

    fn filed(accounts: AccountsFiled) -> (Date, CooperativeAct) {
        (date(accounts.year, 12, 31), CooperativeAct::AccountsFiled(accounts))
    }

    /// What is said against accounts of a cooperative of which nobody knows more.
    fn breaches(accounts: &AccountsFiled) -> Vec<Breach> {
        super::breaches(accounts, &life(12, &[]))
    }

    #[test]
    fn accounts_are_judged_by_the_rules_of_the_day_on_which_their_year_ends() {
        // The rules are in force since 18 December 2014.
        let accounts = put_aside(2014, 1000, None);
        assert_eq!(super::breaches(&accounts, &life(12, &[])).len(), 1);
        assert_eq!(super::breaches(&accounts, &life(6, &[])), []);
        assert_eq!(super::breaches(&put_aside(2015, 1000, None), &life(6, &[])).len(), 1);
    }

    #[test]
    fn of_a_full_legal_reserve_nothing_more_is_asked_and_of_one_that_is_nearly_full_only_the_rest() {
        let before = [
            capital(100_000),
            filed(put_aside(2023, 900_000, Some(60_000))),
            filed(put_aside(2024, 300_000, Some(39_000))),
        ];
        let asked = |acts: &[_], accounts: &AccountsFiled| {
            super::breaches(accounts, &life(12, acts)).first().map(|breach| breach.asked_minor)
        };
        assert_eq!(asked(&before, &put_aside(2025, 500_000, None)), Some(1_000));
        assert_eq!(asked(&before, &put_aside(2025, 500_000, Some(999))), Some(1_000));
        assert_eq!(asked(&before, &put_aside(2025, 500_000, Some(1_000))), None);
        // A year is judged by the years before, whatever was filed later, and accounts that were filed anew count once.
        assert_eq!(asked(&before, &put_aside(2024, 300_000, None)), Some(30_000));
        let anew = [before.as_slice(), &[filed(put_aside(2024, 300_000, Some(40_000)))]].concat();
        assert_eq!(asked(&anew, &put_aside(2025, 500_000, None)), None);
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

        #[test]
        fn the_legal_reserve_is_asked_for_until_it_equals_the_capital_and_never_beyond(
            has in 1_i64..2_000_000, aside in proptest::collection::vec(0_i64..200_000, 0..8), surplus in 1_i64..9_000_000,
        ) {
            let before = (2015..).zip(&aside).map(|(year, aside)| filed(put_aside(year, 1, Some(*aside))));
            let life = life(12, &std::iter::once(capital(has)).chain(before).collect::<Vec<_>>());
            let breach = super::breaches(&put_aside(2025, surplus, None), &life);
            let asked = breach.first().map_or(0, |breach| breach.asked_minor);
            let reserve: i64 = aside.iter().sum();
            prop_assert_eq!(asked > 0, reserve < has);
            prop_assert_eq!(asked, ((surplus + 9) / 10).min((has - reserve).max(0)));
            let just = put_aside(2025, surplus, Some(asked));
            prop_assert_eq!(super::breaches(&just, &life), []);
        }
    }
}
