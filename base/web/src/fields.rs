//! The fields of forms: how each is filled in, and how what was typed is read. What is wrong is noted beside it, and what was
//! typed is shown again.

mod amount;

use crate::{Messages, Query, Wrong};

pub use amount::money;

/// How many characters a line has at most.
const LINE_MAX: usize = 200;
/// How many characters a text has at most.
const TEXT_MAX: usize = 4000;
/// The largest number that is taken.
const NUMBER_MAX: i64 = 1_000_000;

/// A field of a form, for `fields.html`.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, by which it is sent.
    pub name: &'static str,
    /// What it asks.
    pub label: String,
    /// What helps to answer.
    pub note: Option<String>,
    /// What stands in it; of several choices all, between commas.
    pub value: String,
    /// How it is filled in.
    pub input: Input,
    /// What somebody else wrote there meanwhile, as people read it; none if nobody did.
    pub theirs: Option<String>,
}

/// How a field is filled in.
#[derive(Clone, Debug)]
pub enum Input {
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
    /// A field that is called by the message `ROOM-field-NAME`, with a note if there is `ROOM-field-NAME-note`.
    pub fn new(t: &Messages, room: &str, name: &'static str, value: impl Into<String>, input: Input) -> Self {
        let key = format!("{room}-field-{name}");
        Self {
            name,
            label: t.get(&key),
            note: t.get_if(&format!("{key}-note")),
            value: value.into(),
            input,
            theirs: None,
        }
    }

    /// What stands in it, as people read it.
    fn says(&self) -> String {
        match &self.input {
            Input::Choice(values) | Input::Several(values) => {
                let chosen = values.iter().filter(|(code, _)| self.has(code)).map(|(_, says)| says.as_str());
                chosen.collect::<Vec<_>>().join(" · ")
            }
            _ => self.value.clone(),
        }
    }

    /// Puts beside fields as they were typed what somebody else wrote in them meanwhile, where that is something else.
    pub fn beside(typed: &mut [Self], theirs: &[Self]) {
        for field in typed {
            let other = theirs.iter().find(|other| other.name == field.name && other.value != field.value);
            field.theirs = other.map(Self::says);
        }
    }

    /// Whether this choice is made.
    pub fn has(&self, code: &str) -> bool {
        self.value.split(',').any(|chosen| chosen == code)
    }
}

/// A form that was sent, with what is wrong in it.
#[derive(Clone, Debug)]
pub struct Sent {
    /// What was sent.
    pub query: Query,
    /// What is wrong with it.
    pub wrong: Vec<Wrong>,
}

impl Sent {
    /// A form in which nothing was found wrong yet.
    pub const fn new(query: Query) -> Self {
        Self { query, wrong: Vec::new() }
    }

    /// Notes that a field is wrong, and what a message says of that. What was typed of a person is not repeated: it is left empty.
    pub fn refuse(&mut self, name: &str, typed: &str, message: &'static str) {
        self.wrong.push(Wrong::new(name, typed, "see the message").told(message));
    }

    /// A line, without white space around it; empty if nothing was typed.
    pub fn line(&mut self, name: &'static str) -> String {
        let line = self.query.one(name).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > LINE_MAX || line.contains(char::is_control) {
            self.refuse(name, "", "web-wrong-line");
        }
        line
    }

    /// A text of several lines.
    pub fn text(&mut self, name: &'static str) -> String {
        let text = self.query.one(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
        if text.chars().count() > TEXT_MAX || text.contains(|c: char| c.is_control() && c != '\n') {
            self.refuse(name, "", "web-wrong-text");
        }
        text
    }

    /// A whole number that is not negative; none if nothing was typed.
    pub fn number(&mut self, name: &'static str) -> Option<i64> {
        let typed = self.query.one(name)?;
        let typed = typed.trim();
        let number = typed.parse().ok().filter(|number| (0..=NUMBER_MAX).contains(number));
        if number.is_none() && !typed.is_empty() {
            self.refuse(name, typed, "web-wrong-number");
        }
        number
    }

    /// An amount of dirhams that is not negative, in centimes; none if nothing was typed.
    pub fn amount(&mut self, name: &'static str) -> Option<i64> {
        let typed = self.query.one(name)?;
        let typed = typed.trim();
        let amount = money(typed).filter(|minor| *minor >= 0);
        if amount.is_none() && !typed.is_empty() {
            self.refuse(name, typed, "web-wrong-money");
        }
        amount
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_and_what_cannot_be_is_told_once_each() {
        let mut sent = Sent::new(Query::read("line=+a++b+&text=a%0D%0Ab&number=7&amount=1+000%2C50&empty="));
        assert_eq!((sent.line("line").as_str(), sent.text("text").as_str()), ("a b", "a\nb"));
        assert_eq!((sent.number("number"), sent.amount("amount")), (Some(7), Some(100_050)));
        assert_eq!((sent.number("empty"), sent.amount("empty"), sent.line("nowhere").as_str()), (None, None, ""));
        assert!(sent.wrong.is_empty());
        let long = "x".repeat(LINE_MAX + 1);
        let mut sent = Sent::new(Query::read(&format!("line={long}&text=%01&number=-1&amount=-1")));
        sent.line("line");
        sent.text("text");
        assert_eq!((sent.number("number"), sent.amount("amount")), (None, None));
        let wrong: Vec<_> = sent.wrong.iter().map(|wrong| wrong.parameter.as_str()).collect();
        assert_eq!(wrong, ["line", "text", "number", "amount"]);
    }
}
