//! The parameters of an address, read so that all mistakes are told at once.

use std::{convert::Infallible, ops::RangeInclusive};

use axum::{extract::FromRequestParts, http::request::Parts};
use kernel::{Date, read_day};

use crate::{Problem, Wrong};

/// How many mistakes are told: who makes more is no person.
const TOLD_MAX: usize = 20;

/// The parameters of an address. Each is asked for by its name; in the end [`Query::finish`] says what was wrong, what
/// nobody asked for included.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pairs: Vec<(String, String)>,
    asked: Vec<&'static str>,
    wrong: Vec<Wrong>,
}

impl Query {
    /// Reads what comes after the `?`.
    pub fn read(text: &str) -> Self {
        Self::of(form_urlencoded::parse(text.as_bytes()).into_owned())
    }

    /// Names with their values.
    pub(crate) fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        // Zeros stand in no text that is meant: neither databases nor HTML take them.
        let without_zeros = |text: String| text.replace('\0', "");
        let pairs = pairs.into_iter().map(|(name, value)| (without_zeros(name), without_zeros(value))).collect();
        Self { pairs, ..Self::default() }
    }

    /// The value of a parameter that is given at most once.
    pub fn one(&mut self, name: &'static str) -> Option<String> {
        let mut values = self.all(name);
        if values.len() > 1 {
            self.wrong.push(Wrong::new(name, &values.join(" "), "give it once").told("web-wrong-once"));
        }
        if values.is_empty() { None } else { Some(values.swap_remove(0)) }
    }

    /// All values of a parameter that may be repeated.
    pub fn all(&mut self, name: &'static str) -> Vec<String> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        self.pairs.iter().filter(|(given, _)| given == name).map(|(_, value)| value.clone()).collect()
    }

    /// A day.
    pub fn day(&mut self, name: &'static str) -> Option<Date> {
        let text = self.one(name)?;
        read_day(&text)
            .map_err(|error| self.wrong.push(Wrong::new(name, &text, error.to_string()).told("web-wrong-day")))
            .ok()
    }

    /// A whole number within a range; `default` if it is not given.
    pub fn number(&mut self, name: &'static str, default: i64, range: RangeInclusive<i64>) -> i64 {
        let Some(text) = self.one(name) else { return default };
        match text.parse() {
            Ok(number) if range.contains(&number) => number,
            _ => {
                let says = format!("write a whole number from {} to {}", range.start(), range.end());
                self.wrong.push(Wrong::new(name, &text, says).told("web-wrong-number"));
                default
            }
        }
    }

    /// Yes or no; a name alone, as in `?share`, means yes.
    pub fn flag(&mut self, name: &'static str) -> bool {
        match self.one(name).as_deref() {
            None | Some("no" | "false" | "0") => false,
            Some("" | "yes" | "true" | "1") => true,
            Some(other) => {
                self.wrong.push(Wrong::new(name, other, "write yes or no").told("web-wrong-flag"));
                false
            }
        }
    }

    /// Notes something that is wrong.
    pub fn wrong(&mut self, wrong: Wrong) {
        self.wrong.push(wrong);
    }

    /// Says what was wrong, if anything was.
    ///
    /// # Errors
    /// All mistakes together, among them parameters that were never asked for.
    pub fn finish(mut self) -> Result<(), Problem> {
        for (name, value) in &self.pairs {
            if !self.asked.contains(&name.as_str()) {
                let says = format!("there is no such parameter; there are {}", self.asked.join(", "));
                self.wrong.push(Wrong::new(name, value, says).told("web-wrong-parameter"));
            }
        }
        self.wrong.truncate(TOLD_MAX);
        if self.wrong.is_empty() { Ok(()) } else { Err(Problem::Parameters(self.wrong)) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(query: Query) -> Vec<String> {
        match query.finish() {
            Err(Problem::Parameters(wrong)) => {
                wrong.iter().map(|wrong| format!("{}={}: {}", wrong.parameter, wrong.value, wrong.says)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let mut query = Query::read("date=2022-02-30&limit=0&share=maybe&measure=a&measure=b&asof=2022");
        assert_eq!(query.day("date"), None);
        assert_eq!(query.number("limit", 100, 1..=1000), 100);
        assert!(!query.flag("share"));
        assert_eq!(query.one("measure").as_deref(), Some("a"));
        assert_eq!(
            said(query),
            [
                "date=2022-02-30: `2022-02-30` is not a day: write it as 2022-12-31",
                "limit=0: write a whole number from 1 to 1000",
                "share=maybe: write yes or no",
                "measure=a b: give it once",
                "asof=2022: there is no such parameter; there are date, limit, share, measure",
            ]
        );
    }

    #[test]
    fn what_is_right_passes() {
        let mut query = Query::read("where=delegation%3DKEN&where=sex%3Dfemale&share");
        assert_eq!(query.all("where"), ["delegation=KEN", "sex=female"]);
        assert!(query.flag("share"));
        assert!(query.finish().is_ok());
    }

    #[test]
    fn no_more_mistakes_are_told_than_a_person_reads_and_zeros_are_left_out() {
        let many: Vec<_> = (0..1000).map(|n| format!("a{n}=1%00%000")).collect();
        let said = said(Query::read(&many.join("&")));
        assert_eq!(said.len(), TOLD_MAX);
        assert!(said.iter().all(|said| !said.contains('\0')), "{said:?}");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in ".*") {
            let mut query = Query::read(&text);
            let _ = (query.day("date"), query.number("limit", 1, 1..=5), query.flag("share"), query.finish());
        }
    }
}
