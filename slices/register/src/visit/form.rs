//! What people type about a visit, read; what is wrong is told beside its field.

use kernel::{Date, read_day};
use web::{Query, Wrong};

use super::{ABOUT, Found, PURPOSES, Plan, Report};

/// How many characters a text has at most.
const TEXT_MAX: usize = 4_000;
/// How many days ahead a visit is planned at most: what is typed beyond is a mistake.
const AHEAD_DAYS: i32 = 366;

/// The fields of each finding of a report: what it is about, what it is, until when it is to be mended.
pub(super) const ROWS: [[&str; 3]; 6] = [
    ["code1", "says1", "until1"],
    ["code2", "says2", "until2"],
    ["code3", "says3", "until3"],
    ["code4", "says4", "until4"],
    ["code5", "says5", "until5"],
    ["code6", "says6", "until6"],
];

/// A form that was sent, with what is wrong in it.
pub(super) struct Sent<'a> {
    query: &'a mut Query,
    pub(super) wrong: Vec<Wrong>,
}

impl<'a> Sent<'a> {
    pub(super) const fn new(query: &'a mut Query) -> Self {
        Self { query, wrong: Vec::new() }
    }

    fn refuse(&mut self, field: &str, typed: &str, message: &'static str) {
        self.wrong.push(Wrong::new(field, typed, "see the message").told(message));
    }

    /// A text of several lines; none if nothing was typed.
    fn text(&mut self, name: &'static str) -> Option<String> {
        let text = self.query.one(name)?.replace("\r\n", "\n").trim().to_owned();
        if text.chars().count() > TEXT_MAX || text.contains(|c: char| c.is_control() && c != '\n') {
            self.refuse(name, "", "register-wrong-prose");
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// A text that must be there.
    pub(super) fn needed(&mut self, name: &'static str, message: &'static str) -> Option<String> {
        let text = self.text(name);
        if text.is_none() {
            self.refuse(name, "", message);
        }
        text
    }

    /// A day that fits.
    pub(super) fn day(
        &mut self,
        name: &'static str,
        fits: impl Fn(Date) -> bool,
        message: &'static str,
    ) -> Option<Date> {
        let typed = self.query.one(name).unwrap_or_default();
        let day = read_day(typed.trim()).ok().filter(|day| fits(*day));
        if day.is_none() {
            self.refuse(name, &typed, message);
        }
        day
    }

    /// A visit of a cooperative, planned. One that has been made already is entered afterwards, on its day.
    pub(super) fn plan(&mut self, number: &str, today: Date) -> Option<Plan> {
        let near = |day: Date| (day - today).get_days().abs() <= AHEAD_DAYS;
        let planned_on = self.day("planned_on", near, "register-wrong-planned");
        let purpose = self.query.one("purpose").unwrap_or_default();
        let is_known = PURPOSES.contains(&purpose.as_str());
        if !is_known {
            self.refuse("purpose", &purpose, "register-wrong-purpose");
        }
        Some(Plan { number: number.to_owned(), planned_on: planned_on.filter(|_| is_known)?, purpose })
    }

    /// The report of a visit.
    pub(super) fn report(&mut self, today: Date) -> Option<Report> {
        let held_on = self.day("held_on", |day| day <= today, "register-wrong-held");
        let saw = self.needed("saw", "register-wrong-saw");
        let heard = self.text("heard");
        let found = ROWS.into_iter().filter_map(|row| self.found(row, held_on)).collect();
        let (Some(held_on), Some(saw), true) = (held_on, saw, self.wrong.is_empty()) else { return None };
        Some(Report { held_on, saw, heard, found })
    }

    /// A finding; none if its row is empty.
    fn found(&mut self, [code, says, until]: [&'static str; 3], held_on: Option<Date>) -> Option<Found> {
        let about = self.query.one(code).unwrap_or_default();
        let text = self.text(says);
        let typed = self.query.one(until).unwrap_or_default();
        let typed = typed.trim();
        if about.is_empty() && text.is_none() && typed.is_empty() {
            return None;
        }
        if !ABOUT.contains(&about.as_str()) {
            self.refuse(code, &about, "register-wrong-about");
        }
        if text.is_none() {
            self.refuse(says, "", "register-wrong-found");
        }
        let day = read_day(typed).ok().filter(|day| held_on.is_none_or(|held_on| held_on <= *day));
        if day.is_none() && !typed.is_empty() {
            self.refuse(until, typed, "register-wrong-mend-until");
        }
        Some(Found { code: about, says: text?, until: day })
    }
}
