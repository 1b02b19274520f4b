//! What the register objects to an act, with the values at hand: a refusal that pages tell in their language.

use kernel::{Currency, Date};
use ledger::{Reason, Refusal, Value};

use crate::Rule;

/// The largest count: the people on earth fit a hundred times.
pub(crate) const COUNT_MAX: i64 = 1_000_000_000_000;
/// The largest amount in minor units: with a hundred thousand such cooperatives, sums still fit into 64 bits.
pub(crate) const MINOR_MAX: i64 = 90_000_000_000_000;

/// What is against an act on a cooperative or a group. Subjects are told by the number that people know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Objection {
    #[error("{0} is not registered")]
    NotRegistered(String),
    #[error("{0} is registered already")]
    RegisteredTwice(String),
    #[error("{0}")]
    Unreadable(String),
    #[error("{on} is before {number} was registered, on {registered_on}")]
    BeforeRegistration { number: String, on: Date, registered_on: Date },
    #[error("{number} no longer exists on {on}: it left the register on {gone_on}")]
    Gone { number: String, on: Date, gone_on: Date },
    #[error("{0} has left the register already")]
    GoneAlready(String),
    #[error("member {0} is on the roll already")]
    MemberTwice(String),
    #[error("member {0} is not on the roll")]
    NoMember(String),
    #[error("{0} shares cannot move so: at least one goes from a member to another, or comes or goes")]
    Shares(i64),
    #[error("{held} shares are held, not {asked}")]
    SharesNotHeld { held: i64, asked: i64 },
    #[error("the member still holds {0} shares")]
    SharesLeft(i64),
    #[error("the capital is kept in {kept}, not in {given}")]
    Currency { kept: Currency, given: Currency },
    #[error("the capital would be less than nothing")]
    CapitalNegative,
    #[error("{} of {} are paid up, more than there is", .currency.major(*.paid), .currency.major(*.capital))]
    MorePaidThanSubscribed { paid: i64, capital: i64, currency: Currency },
    #[error("{present} were present, more than the {members} members")]
    MorePresentThanMembers { present: i64, members: i64 },
    #[error("the accounts of {0} are filed: void them first")]
    FiledTwice(i16),
    #[error("assets of {} and liabilities of {} do not balance", .currency.major(*.assets), .currency.major(*.liabilities))]
    Unbalanced { assets: i64, liabilities: i64, currency: Currency },
    #[error("a cooperative needs a name in Arabic or in French")]
    Nameless,
    #[error("{young} are young, of {all} in all")]
    MoreYoungThanAll { young: i64, all: i64 },
    #[error("a legal person has neither sex nor age")]
    LegalPerson,
    #[error("an ordinary meeting is about a financial year")]
    MeetingWithoutYear,
    #[error("only an ordinary meeting approves accounts")]
    MeetingExtraordinary,
    #[error("{0} is less than nothing")]
    Negative(i64),
    #[error("{} is less than nothing", .1.major(*.0))]
    NegativeAmount(i64, Currency),
    #[error("{0} is more than {COUNT_MAX}")]
    TooMany(i64),
    #[error("{0} minor units are more than {MINOR_MAX}")]
    TooMuch(i64, Currency),
    #[error("act {0} cannot be voided so: a registration and a void never are, a striking off by a request of its own")]
    Unvoidable(i64),
    #[error("act {act} cannot be voided: act {by} stands on it")]
    StoodOn { act: i64, by: i64 },
    #[error("a roll is kept: its members count, and none are declared")]
    RollKept,
    #[error("it is not active")]
    NotActive,
    #[error("it is not dormant")]
    NotDormant,
    #[error("this ICE is that of {0}")]
    IceTaken(String),
    #[error("the rule {0}, which is confirmed, says no")]
    AgainstRule(Rule),
}

impl Objection {
    /// Its code, under which it is told in every language.
    const fn code(&self) -> &'static str {
        match self {
            Self::NotRegistered(_) => "register-not-registered",
            Self::RegisteredTwice(_) => "register-registered-twice",
            Self::Unreadable(_) => "register-unreadable",
            Self::BeforeRegistration { .. } => "register-before-registration",
            Self::Gone { .. } => "register-gone",
            Self::GoneAlready(_) => "register-gone-already",
            Self::MemberTwice(_) => "register-member-twice",
            Self::NoMember(_) => "register-no-member",
            Self::Shares(_) => "register-shares",
            Self::SharesNotHeld { .. } => "register-shares-not-held",
            Self::SharesLeft(_) => "register-shares-left",
            Self::Currency { .. } => "register-currency",
            Self::CapitalNegative => "register-capital-negative",
            Self::MorePaidThanSubscribed { .. } => "register-more-paid-than-subscribed",
            Self::MorePresentThanMembers { .. } => "register-more-present-than-members",
            Self::FiledTwice(_) => "register-filed-twice",
            Self::Unbalanced { .. } => "register-unbalanced",
            Self::Nameless => "register-nameless",
            Self::MoreYoungThanAll { .. } => "register-more-young-than-all",
            Self::LegalPerson => "register-legal-person",
            Self::MeetingWithoutYear => "register-meeting-without-year",
            Self::MeetingExtraordinary => "register-meeting-extraordinary",
            Self::Negative(_) => "register-negative",
            Self::NegativeAmount(..) => "register-negative-amount",
            Self::TooMany(_) => "register-too-many",
            Self::TooMuch(..) => "register-too-much",
            Self::Unvoidable(_) => "register-unvoidable",
            Self::StoodOn { .. } => "register-stood-on",
            Self::RollKept => "register-roll-kept",
            Self::NotActive => "register-not-active",
            Self::NotDormant => "register-not-dormant",
            Self::IceTaken(_) => "register-ice-taken",
            Self::AgainstRule(_) => "register-against-rule",
        }
    }

    /// The values at hand. What a damaged act says is for the log alone.
    fn values(&self) -> Vec<(&'static str, Value)> {
        let text = |text: &str| Value::Text(text.to_owned());
        let currency = |currency: &Currency| Value::Named("currency", currency.code().to_lowercase());
        match self {
            Self::NotRegistered(number) | Self::RegisteredTwice(number) | Self::GoneAlready(number) => {
                vec![("number", text(number))]
            }
            Self::BeforeRegistration { number, on, registered_on: other }
            | Self::Gone { number, on, gone_on: other } => {
                vec![("number", text(number)), ("day", Value::Day(*on)), ("other", Value::Day(*other))]
            }
            Self::MemberTwice(member) | Self::NoMember(member) => vec![("member", text(member))],
            Self::Shares(number) | Self::SharesLeft(number) => vec![("n", Value::Number(*number))],
            Self::SharesNotHeld { held, asked } => vec![("held", Value::Number(*held)), ("n", Value::Number(*asked))],
            Self::Currency { kept, given } => vec![("kept", currency(kept)), ("given", currency(given))],
            Self::MorePaidThanSubscribed { paid, capital, currency } => {
                vec![("paid", Value::Money(*paid, *currency)), ("capital", Value::Money(*capital, *currency))]
            }
            Self::Unbalanced { assets, liabilities, currency } => {
                vec![
                    ("assets", Value::Money(*assets, *currency)),
                    ("liabilities", Value::Money(*liabilities, *currency)),
                ]
            }
            Self::MorePresentThanMembers { present, members } => {
                vec![("n", Value::Number(*present)), ("members", Value::Number(*members))]
            }
            // A year is no count: nothing stands between its digits.
            Self::FiledTwice(year) => vec![("year", Value::Text(year.to_string()))],
            Self::MoreYoungThanAll { young, all } => {
                vec![("young", Value::Number(*young)), ("all", Value::Number(*all))]
            }
            Self::Negative(number) => vec![("value", Value::Number(*number))],
            Self::TooMany(number) => vec![("value", Value::Number(*number)), ("most", Value::Number(COUNT_MAX))],
            Self::NegativeAmount(minor, currency) => vec![("value", Value::Money(*minor, *currency))],
            Self::TooMuch(minor, currency) => {
                vec![("value", Value::Money(*minor, *currency)), ("most", Value::Money(MINOR_MAX, *currency))]
            }
            Self::Unvoidable(act) => vec![("act", Value::Number(*act))],
            Self::StoodOn { act, by } => vec![("act", Value::Number(*act)), ("by", Value::Number(*by))],
            Self::IceTaken(number) => vec![("number", text(number))],
            Self::AgainstRule(rule) => vec![("rule", Value::Named("rule", rule.to_string()))],
            Self::RollKept
            | Self::NotActive
            | Self::NotDormant
            | Self::Unreadable(_)
            | Self::CapitalNegative
            | Self::Nameless
            | Self::LegalPerson
            | Self::MeetingWithoutYear
            | Self::MeetingExtraordinary => Vec::new(),
        }
    }
}

impl From<Objection> for Refusal {
    fn from(objection: Objection) -> Self {
        Self::Rule(Reason { code: objection.code(), values: objection.values(), says: objection.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, sync::Arc};

    use jiff::civil::date;
    use kernel::Lang;
    use web::{Messages, Phrasebook};

    use super::*;

    /// One of each.
    fn all() -> Vec<Objection> {
        let (on, other) = (date(2021, 3, 4), date(2022, 5, 6));
        let number = || "KEN-000123".to_owned();
        vec![
            Objection::NotRegistered(number()),
            Objection::RegisteredTwice(number()),
            Objection::Unreadable("missing field".to_owned()),
            Objection::BeforeRegistration { number: number(), on, registered_on: other },
            Objection::Gone { number: number(), on, gone_on: other },
            Objection::GoneAlready(number()),
            Objection::MemberTwice("M-7".to_owned()),
            Objection::NoMember("M-7".to_owned()),
            Objection::Shares(1_234),
            Objection::SharesNotHeld { held: 57, asked: 1_234 },
            Objection::SharesLeft(1_234),
            Objection::Currency { kept: Currency::Mad, given: Currency::Eur },
            Objection::CapitalNegative,
            Objection::MorePaidThanSubscribed { paid: 123_450, capital: 100_000, currency: Currency::Mad },
            Objection::MorePresentThanMembers { present: 1_234, members: 57 },
            Objection::FiledTwice(2024),
            Objection::Unbalanced { assets: 123_450, liabilities: 100_000, currency: Currency::Mad },
            Objection::Nameless,
            Objection::MoreYoungThanAll { young: 1_234, all: 57 },
            Objection::LegalPerson,
            Objection::MeetingWithoutYear,
            Objection::MeetingExtraordinary,
            Objection::Negative(-1_234),
            Objection::NegativeAmount(-123_450, Currency::Mad),
            Objection::TooMany(COUNT_MAX + 1),
            Objection::TooMuch(MINOR_MAX + 1, Currency::Tnd),
            Objection::Unvoidable(1_234),
            Objection::StoodOn { act: 1_234, by: 5_678 },
            Objection::RollKept,
            Objection::NotActive,
            Objection::NotDormant,
            Objection::IceTaken(number()),
            Objection::AgainstRule(Rule::CapitalMin),
        ]
    }

    /// Every code that this file writes, so that none is left out above.
    fn codes() -> BTreeSet<&'static str> {
        let own = include_str!("objection.rs").split("#[cfg(test)]").next().unwrap();
        own.split('"').filter(|text| text.starts_with("register-")).collect()
    }

    #[test]
    fn every_objection_is_told_in_every_language_with_what_it_saw() {
        let refusals: Vec<Refusal> = all().into_iter().map(Into::into).collect();
        assert_eq!(refusals.iter().map(Refusal::code).collect::<BTreeSet<_>>(), codes());
        let book = Arc::new(Phrasebook::new(&[crate::SLICE.words.unwrap()]).unwrap());
        for lang in Lang::ALL {
            let t = Messages::new(lang, &book);
            for refusal in &refusals {
                let told = t.refusal(refusal);
                assert!(!told.contains("refusal-") && !told.contains('$') && !told.contains('{'), "{lang}: {told}");
                for (name, value) in refusal.values() {
                    let seen = match value {
                        Value::Text(text) => text,
                        Value::Number(number) => t.number(number),
                        Value::Day(day) => t.day(day),
                        Value::Money(minor, currency) => t.amount(minor, currency),
                        Value::Named(list, code) => t.find(&format!("{list}-{code}")).unwrap(),
                    };
                    assert!(told.contains(&seen), "{lang}: {told} does not say {name}, {seen}");
                }
                let latin = told.chars().filter(char::is_ascii_alphabetic).count();
                assert!(lang != Lang::Ar || latin <= "KEN".len(), "{told}");
            }
        }
    }
}
