//! Refusals: the rules say no. Each has a code and the values at hand, from which pages make a sentence in their language; what it
//! says here, in English, is for command lines, logs and programs.

use kernel::{Currency, Date, UnknownCurrency};

use crate::{Act, VOIDED};

/// The rules say no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody else recorded acts on the subject meanwhile: look at them, then decide again.
    #[error("{} changed meanwhile: {}", subject, since.iter().map(summary).collect::<Vec<_>>().join("; "))]
    Conflict {
        /// The subject.
        subject: String,
        /// What was recorded since the author looked.
        since: Vec<Act>,
    },
    /// The day on which it should take effect has not come yet.
    #[error("{effective_on} is in the future: today is {today}")]
    Future {
        /// The day asked for.
        effective_on: Date,
        /// The day it is where the register is.
        today: Date,
    },
    /// The act to be voided does not exist or is on another subject.
    #[error("act {0} cannot be voided: it is no act on this subject")]
    NotOnSubject(i64),
    /// The act to be voided is voided.
    #[error("act {0} cannot be voided: it is voided already")]
    VoidedAlready(i64),
    /// A void that names no act, or another act that names one.
    #[error("an act is `{VOIDED}` if it names the act that it voids, and only then")]
    HalfVoid,
    /// There is no such kind of subject.
    #[error("`{0}` is no kind of subject that this program keeps")]
    UnknownSubject(String),
    /// A rule of the subject's own says no.
    #[error("{}", .0.says)]
    Rule(Reason),
    /// The question cannot be answered as it is put.
    #[error(transparent)]
    Question(NoAnswer),
}

/// The rule of a kind of subject that says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its code, for translation: `register-before-registration`.
    pub code: &'static str,
    /// The values at hand, each with its name in the sentence.
    pub values: Vec<(&'static str, Value)>,
    /// What it says in English.
    pub says: String,
}

/// Why a question cannot be answered as it is put.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// There is no such measure.
    #[error("there is no measure `{measure}`; there are {}", known.join(", "))]
    Measure {
        /// The code asked for.
        measure: String,
        /// The codes there are.
        known: Vec<&'static str>,
    },
    /// The measure has no such dimension.
    #[error("`{measure}` has no dimension `{dimension}`; it has {}", known.join(", "))]
    Dimension {
        /// The measure.
        measure: &'static str,
        /// The code asked for.
        dimension: String,
        /// The codes there are.
        known: Vec<&'static str>,
    },
    /// A dimension stands twice in the breakdown.
    #[error("a dimension is named twice in the breakdown")]
    Twice,
    /// A filter names a year.
    #[error("a year is chosen by its first and last day, not by a filter")]
    Year,
    /// The period ends before it begins.
    #[error("the period ends on {0}, before it begins")]
    Period(Date),
    /// A stock is asked for during a period.
    #[error("`{0}` is a stock: ask for it on a date, or by year")]
    Stock(&'static str),
    /// The figure is in a currency that nobody knows.
    #[error("{0}")]
    Currency(UnknownCurrency),
    /// Several currencies would be added up.
    #[error("`{0}` would add up {1} and {2}: choose one with a filter on currency")]
    Currencies(&'static str, Currency, Currency),
}

/// A value in a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text as it was given, as a number in the register.
    Text(String),
    /// A count.
    Number(i64),
    /// A day.
    Day(Date),
    /// An amount in minor units.
    Money(i64, Currency),
    /// A code of the house's own that has a name in each language: of which list, and the code.
    Named(&'static str, String),
}

impl Refusal {
    /// Its code, for translation.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "ledger-conflict",
            Self::Future { .. } => "ledger-future",
            Self::NotOnSubject(_) => "ledger-not-on-subject",
            Self::VoidedAlready(_) => "ledger-voided-already",
            Self::HalfVoid => "ledger-void",
            Self::UnknownSubject(_) => "ledger-unknown-subject",
            Self::Rule(reason) => reason.code,
            Self::Question(NoAnswer::Measure { .. }) => "ledger-no-measure",
            Self::Question(NoAnswer::Dimension { .. }) => "ledger-no-dimension",
            Self::Question(NoAnswer::Twice) => "ledger-twice",
            Self::Question(NoAnswer::Year) => "ledger-year",
            Self::Question(NoAnswer::Period(_)) => "ledger-period",
            Self::Question(NoAnswer::Stock(_)) => "ledger-stock",
            Self::Question(NoAnswer::Currency(_)) => "ledger-currency",
            Self::Question(NoAnswer::Currencies(..)) => "ledger-currencies",
        }
    }

    /// The values at hand, each with its name in the sentence.
    pub fn values(&self) -> Vec<(&'static str, Value)> {
        let text = |text: &str| Value::Text(text.to_owned());
        let named = |list, code: &str| Value::Named(list, code.to_owned());
        let currency = |currency: &Currency| Value::Named("currency", currency.code().to_lowercase());
        match self {
            Self::Conflict { subject, since } => {
                let acts: Vec<_> = since.iter().map(|act| act.seq.to_string()).collect();
                vec![("subject", text(number_of(subject))), ("acts", Value::Text(acts.join(" · ")))]
            }
            Self::Future { effective_on, today } => {
                vec![("day", Value::Day(*effective_on)), ("today", Value::Day(*today))]
            }
            Self::NotOnSubject(act) | Self::VoidedAlready(act) => vec![("act", Value::Number(*act))],
            Self::UnknownSubject(subject) => vec![("subject", text(subject))],
            Self::Rule(reason) => reason.values.clone(),
            Self::Question(NoAnswer::Measure { measure, .. }) => vec![("measure", text(measure))],
            Self::Question(NoAnswer::Dimension { measure, dimension, .. }) => {
                vec![("measure", named("measure", measure)), ("dimension", named("dimension", dimension))]
            }
            Self::Question(NoAnswer::Period(to)) => vec![("day", Value::Day(*to))],
            Self::Question(NoAnswer::Stock(measure)) => vec![("measure", named("measure", measure))],
            Self::Question(NoAnswer::Currency(unknown)) => vec![("currency", text(&unknown.0))],
            Self::Question(NoAnswer::Currencies(measure, one, other)) => {
                vec![("measure", named("measure", measure)), ("one", currency(one)), ("other", currency(other))]
            }
            Self::HalfVoid | Self::Question(NoAnswer::Twice | NoAnswer::Year) => Vec::new(),
        }
    }
}

/// What people call a subject: what comes after its kind.
fn number_of(subject: &str) -> &str {
    subject.split_once('/').map_or(subject, |(_, number)| number)
}

fn summary(act: &Act) -> String {
    let day = act.effective_on.map_or_else(|| "an unknown day".to_owned(), |day| day.to_string());
    format!("act {} ({}, effective {day}, recorded by {} at {})", act.seq, act.kind, act.author, act.recorded_at)
}
