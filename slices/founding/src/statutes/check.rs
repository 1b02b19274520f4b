//! What is wrong with answers: what is missing, and what goes beyond a threshold.

use kernel::Date;
use register::{Rule, Threshold, acts::Organ};
use web::Messages;

use super::{Facts, Statutes, compose::value};

/// Something that is wrong with the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// The field that is about it.
    pub(crate) field: &'static str,
    /// What is wrong: the end of the message's key.
    pub(crate) what: &'static str,
    /// The threshold that says so; none if it is plain.
    pub(crate) rule: Option<&'static Threshold>,
}

impl Flaw {
    /// Whether statutes cannot stand so; a rule that is not confirmed only warns.
    pub(crate) fn is_error(&self) -> bool {
        self.rule.is_none_or(Threshold::is_confirmed)
    }

    /// What is wrong, in words.
    pub(crate) fn tell(&self, t: &Messages) -> String {
        let asked = t.get(&format!("founding-statutes-label-{}", self.field));
        let (threshold, number) =
            self.rule.map(|rule| (value(t, rule), t.number(rule.value.into()))).unwrap_or_default();
        let texts = [("field", asked.as_str()), ("threshold", &threshold), ("number", &number)];
        t.with(&format!("founding-statutes-wrong-{}", self.what), &texts)
    }
}

/// What is wrong with the answers by the rules of a day, errors and warnings, in the order of the form.
pub(crate) fn check(facts: &Facts, answers: &Statutes, day: Date) -> Vec<Flaw> {
    let missing = missing(answers).map(|field| Flaw { field, what: "missing", rule: None });
    let bounds = bounds(answers).map(|(field, what)| Flaw { field, what, rule: None });
    missing.chain(bounds).chain(against(facts, answers, day)).collect()
}

/// The fields of answers that are not given.
fn missing(answers: &Statutes) -> impl Iterator<Item = &'static str> {
    let fields = [
        ("object", answers.object.trim().is_empty()),
        ("area", answers.area.trim().is_empty()),
        ("duration_years", answers.duration_years.is_none()),
        ("organ", answers.organ.is_none()),
        ("term_years", answers.term_years.is_none()),
        ("shares_min", answers.shares_min.is_none()),
        ("notice_days", answers.notice_days.is_none()),
        ("legal_reserve_percent", answers.legal_reserve_percent.is_none()),
        ("education_reserve_percent", answers.education_reserve_percent.is_none()),
    ];
    fields.into_iter().filter_map(|(field, is_missing)| is_missing.then_some(field))
}

/// What no number can be, whatever the law says.
fn bounds(answers: &Statutes) -> impl Iterator<Item = (&'static str, &'static str)> {
    let below_one = |number: Option<i64>| number.is_some_and(|number| number < 1);
    let no_percent = |number: Option<i64>| number.is_some_and(|number| !(0..=100).contains(&number));
    let (legal, education) = (answers.legal_reserve_percent, answers.education_reserve_percent);
    let too_much = legal.zip(education).is_some_and(|(legal, education)| legal.saturating_add(education) > 100);
    let found = [
        ("duration_years", "least", below_one(answers.duration_years)),
        ("term_years", "least", below_one(answers.term_years)),
        ("shares_min", "least", below_one(answers.shares_min)),
        ("notice_days", "least", below_one(answers.notice_days)),
        ("legal_reserve_percent", "percent", no_percent(legal)),
        ("education_reserve_percent", "percent", no_percent(education)),
        ("education_reserve_percent", "whole", too_much && !no_percent(legal) && !no_percent(education)),
    ];
    found.into_iter().filter_map(|(field, what, is_so)| is_so.then_some((field, what)))
}

/// What goes beyond a threshold that is in force.
fn against(facts: &Facts, answers: &Statutes, day: Date) -> impl Iterator<Item = Flaw> {
    let managers = facts.persons.filter(|_| answers.organ == Some(Organ::Managers));
    let directors = facts.persons.filter(|_| answers.organ == Some(Organ::Board));
    let term = answers.term_years.filter(|_| answers.organ == Some(Organ::Board));
    let (legal, education) = (answers.legal_reserve_percent, answers.education_reserve_percent);
    let below: Breaks = |number, threshold| number < threshold;
    let above: Breaks = |number, threshold| number > threshold;
    let broken: Breaks = |number, threshold| number.checked_rem(threshold).is_some_and(|rest| rest != 0);
    let asked = [
        ("organ", "managers", Rule::ManagersMax, managers, above),
        ("organ", "board-few", Rule::BoardMin, directors, below),
        ("organ", "board-many", Rule::BoardMax, directors, above),
        ("organ", "board-multiple", Rule::BoardMultipleOf, directors, broken),
        ("term_years", "term", Rule::BoardTerm, term, above),
        ("notice_days", "notice", Rule::MeetingCalledBefore, answers.notice_days, below),
        ("legal_reserve_percent", "legal-reserve", Rule::LegalReserveMin, legal, below),
        ("education_reserve_percent", "education-reserve", Rule::EducationReserveMin, education, below),
    ];
    asked.into_iter().filter_map(move |(field, what, rule, number, breaks)| {
        let rule = rule.on(day).filter(|rule| number.is_some_and(|number| breaks(number, rule.value.into())))?;
        Some(Flaw { field, what, rule: Some(rule) })
    })
}

/// Whether a number goes beyond a threshold.
type Breaks = fn(i64, i64) -> bool;
