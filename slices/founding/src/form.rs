//! The fields of forms: how each is filled in, and how what was typed is read. What is wrong is noted beside it, and what was
//! typed is shown again.

use kernel::Currency;
use web::{Messages, Query, Wrong};

/// How many characters a line has at most.
const LINE_MAX: usize = 200;
/// How many characters a text has at most.
const TEXT_MAX: usize = 4000;
/// The largest number that is taken.
const NUMBER_MAX: i64 = 1_000_000;

/// A field of a form.
pub(crate) struct Field {
    /// Its name, by which it is sent.
    pub(crate) name: &'static str,
    /// What it asks.
    pub(crate) label: String,
    /// What helps to answer.
    pub(crate) note: Option<String>,
    /// What stands in it; of several choices all, between commas.
    pub(crate) value: String,
    /// How it is filled in.
    pub(crate) input: Input,
}

/// How a field is filled in.
pub(crate) enum Input {
    /// With a line.
    Line,
    /// With several lines.
    Text,
    /// With a whole number.
    Number,
    /// With an amount of dirhams.
    Amount,
    /// With a day.
    Day,
    /// By a choice: value and name.
    Choice(Vec<(String, String)>),
    /// By any of several choices.
    Several(Vec<(String, String)>),
}

impl Field {
    /// A field that is called by the message `founding-field-NAME`, with a note if there is `founding-field-NAME-note`.
    pub(crate) fn new(t: &Messages, name: &'static str, value: impl Into<String>, input: Input) -> Self {
        let (label, note) = (t.get(&format!("founding-field-{name}")), t.find(&format!("field-{name}-note")));
        Self { name, label, note, value: value.into(), input }
    }

    /// Whether this choice is made.
    pub(crate) fn has(&self, code: &str) -> bool {
        self.value.split(',').any(|chosen| chosen == code)
    }
}

/// A form that was sent, with what is wrong in it.
pub(crate) struct Sent {
    pub(crate) query: Query,
    pub(crate) wrong: Vec<Wrong>,
}

impl Sent {
    pub(crate) const fn new(query: Query) -> Self {
        Self { query, wrong: Vec::new() }
    }

    /// Notes that a field is wrong.
    pub(crate) fn refuse(&mut self, name: &str, typed: &str, message: &'static str) {
        self.wrong.push(Wrong::new(name, typed, "see the message").told(message));
    }

    /// A line, without white space around it; empty if nothing was typed.
    pub(crate) fn line(&mut self, name: &'static str) -> String {
        let line = self.query.one(name).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > LINE_MAX || line.contains(char::is_control) {
            self.refuse(name, &line, "founding-wrong-line");
        }
        line
    }

    /// A text of several lines.
    pub(crate) fn text(&mut self, name: &'static str) -> String {
        let text = self.query.one(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
        if text.chars().count() > TEXT_MAX || text.contains(|c: char| c.is_control() && c != '\n') {
            self.refuse(name, "", "founding-wrong-text");
        }
        text
    }

    /// A whole number that is not negative; none if nothing was typed.
    pub(crate) fn number(&mut self, name: &'static str) -> Option<i64> {
        let typed = self.query.one(name)?;
        let typed = typed.trim();
        let number = typed.parse().ok().filter(|number| (0..=NUMBER_MAX).contains(number));
        if number.is_none() && !typed.is_empty() {
            self.refuse(name, typed, "founding-wrong-number");
        }
        number
    }

    /// An amount of dirhams, in centimes; none if nothing was typed. A comma or a point stands before centimes.
    pub(crate) fn amount(&mut self, name: &'static str) -> Option<i64> {
        let typed = self.query.one(name)?;
        let plain: String =
            typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
        let amount = Currency::Mad.minor(&plain).ok().filter(|minor| (0..=NUMBER_MAX * 100_000).contains(minor));
        if amount.is_none() && !plain.is_empty() {
            self.refuse(name, &typed, "founding-wrong-amount");
        }
        amount
    }
}

/// An amount as it stands in a field.
pub(crate) fn major(minor: Option<i64>) -> String {
    minor.map(|minor| Currency::Mad.major(minor)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        let mut sent = Sent::new(Query::read("a=1+000%2C50&b=100&c=&d=1.005&e=-1"));
        assert_eq!((sent.amount("a"), sent.amount("b"), sent.amount("c")), (Some(100_050), Some(10_000), None));
        assert!(sent.wrong.is_empty());
        assert_eq!((sent.amount("d"), sent.amount("e"), sent.amount("f")), (None, None, None));
        assert_eq!(sent.wrong.iter().map(|wrong| wrong.parameter.as_str()).collect::<Vec<_>>(), ["d", "e"]);
    }
}
