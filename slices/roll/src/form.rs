//! The fields of forms: how each is filled in, and how what was typed is read. What is wrong is noted beside it, and what was
//! typed is shown again.

use kernel::Date;
use web::{Messages, Query, Wrong};

/// How many characters a line has at most.
const LINE_MAX: usize = 200;
/// The largest number of shares that is taken.
const SHARES_MAX: i64 = 1_000_000;

/// A field of a form.
pub(crate) struct Field {
    /// Its name, by which it is sent.
    pub(crate) name: &'static str,
    /// What it asks.
    pub(crate) label: String,
    /// What helps to answer.
    pub(crate) note: Option<String>,
    /// What stands in it.
    pub(crate) value: String,
    /// How it is filled in.
    pub(crate) input: Input,
}

/// How a field is filled in.
pub(crate) enum Input {
    /// With a line.
    Line,
    /// With a whole number.
    Number,
    /// With a day.
    Day,
    /// By a choice: value and name.
    Choice(Vec<(String, String)>),
}

impl Field {
    /// A field that is called by the message `roll-field-NAME`, with a note if there is `roll-field-NAME-note`.
    pub(crate) fn new(t: &Messages, name: &'static str, value: impl Into<String>, input: Input) -> Self {
        let (label, note) = (t.get(&format!("roll-field-{name}")), t.find(&format!("field-{name}-note")));
        Self { name, label, note, value: value.into(), input }
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

    /// Notes that a field is wrong. What was typed of a person is not repeated.
    pub(crate) fn refuse(&mut self, name: &str, message: &'static str) {
        self.wrong.push(Wrong::new(name, "", "see the message").told(message));
    }

    /// A line, without white space around it; empty if nothing was typed.
    pub(crate) fn line(&mut self, name: &'static str) -> String {
        let line = self.query.one(name).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > LINE_MAX || line.contains(char::is_control) {
            self.refuse(name, "roll-wrong-line");
        }
        line
    }

    /// How many shares; none if it is no number above nothing.
    pub(crate) fn shares(&mut self, name: &'static str, typed: &str) -> Option<i64> {
        let shares = typed.parse().ok().filter(|shares| (1..=SHARES_MAX).contains(shares));
        if shares.is_none() {
            self.refuse(name, "roll-wrong-shares");
        }
        shares
    }

    /// The day on which a change takes effect: today or before.
    pub(crate) fn day(&mut self, name: &'static str, typed: &str, today: Date) -> Option<Date> {
        let day = kernel::read_day(typed).ok();
        match day {
            None => self.refuse(name, "roll-wrong-day"),
            Some(day) if day > today => self.refuse(name, "roll-wrong-future"),
            Some(_) => {}
        }
        day.filter(|day| *day <= today)
    }
}
