//! A question in words: of what, when, as known when, and of which cooperatives.

use kernel::{Currency, Date, Known};
use ledger::{Answer, Ledger, Question, Unit, When};
use web::{Messages, Page, Speaker};

use crate::address;

/// A question in the language of the page. Shown by `described.html`.
pub(crate) struct Described {
    /// What is counted.
    pub(crate) measure: String,
    /// `On 31 December 2022`, or a period.
    pub(crate) when: String,
    /// `as known on …`.
    pub(crate) known: String,
    /// Whether it is about another day than today, or as known at another moment than now.
    pub(crate) past: bool,
    /// The filters: dimension and values.
    pub(crate) only: Vec<(String, String)>,
    /// The page that shows the figure.
    pub(crate) figure: String,
}

/// Puts a question into words.
pub(crate) fn describe(page: &Page, speaker: &Speaker<'_>, ledger: &Ledger, question: &Question) -> Described {
    let values = |dimension: &str, codes: &[String]| {
        let said: Vec<_> = codes.iter().map(|code| speaker.value(dimension, code)).collect();
        said.join(", ")
    };
    let only = question.only.iter();
    Described {
        measure: speaker.measure(&question.measure),
        when: when(page, question.when),
        known: known(page, ledger, question.known),
        past: question.known.is_some() || question.when.last() != ledger.today(),
        only: only.map(|(dimension, codes)| (speaker.dimension(dimension), values(dimension, codes))).collect(),
        figure: page.to(&format!("/figures?{}", address::parameters(question, ledger.zone()))),
    }
}

/// A reference date or period in words.
pub(crate) fn when(page: &Page, when: When) -> String {
    let t = &page.t;
    let day = |day: Date| t.day(day);
    match when {
        When::On(on) => t.with("observatory-on-day", &[("day", &day(on))]),
        When::During { from: Some(from), to } => {
            t.with("observatory-during", &[("from", &day(from)), ("to", &day(to))])
        }
        When::During { from: None, to } => t.with("observatory-until", &[("to", &day(to))]),
    }
}

/// A knowledge time in words.
pub(crate) fn known(page: &Page, ledger: &Ledger, known: Known) -> String {
    let day = |instant| page.t.day(ledger.zone().to_datetime(instant).date());
    known.map_or_else(
        || page.t.get("observatory-known-now"),
        |instant| page.t.with("observatory-known-on", &[("day", &day(instant))]),
    )
}

/// The unit of an amount in words: the currency, or nothing where the measure's name says it.
pub(crate) fn unit(page: &Page, answer: &Answer, currency: Option<Currency>) -> Option<String> {
    match (answer.measure.unit, currency) {
        (Unit::Money, Some(currency)) => Some(page.t.get(&format!("web-currency-{}", currency.code().to_lowercase()))),
        _ => None,
    }
}

/// An amount as a page writes it, without its unit.
pub(crate) fn amount(t: &Messages, amount: i64, currency: Option<Currency>) -> String {
    currency.map_or_else(|| t.number(amount), |currency| t.money(amount, currency))
}

/// An amount with its sign: `+3`.
pub(crate) fn signed(t: &Messages, number: i64, currency: Option<Currency>) -> String {
    let plus = if number > 0 { "+" } else { "" };
    format!("{plus}{}", amount(t, number, currency))
}
