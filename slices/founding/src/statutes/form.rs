//! The form of the answers: its fields, and what it says when it comes back.

use kernel::{Date, Lang};
use register::{Rule, Threshold, acts::Organ};
use web::{Messages, Query, Wrong};

use super::{
    Statutes,
    clause::CLAUSES,
    compose::{value, year_end},
};

/// How many characters an answer in words has at most.
const ANSWER_MAX: usize = 1000;
/// How many characters a clause has at most.
const CLAUSE_MAX: usize = 4000;
/// The largest number that is taken.
const NUMBER_MAX: i64 = 10_000;

/// A question of the form: the name of its field, how it is answered, and the rule that says something about it.
struct Asked {
    name: &'static str,
    kind: Kind,
    rule: Option<Rule>,
}

#[derive(Clone, Copy)]
enum Kind {
    Words(fn(&mut Statutes) -> &mut String),
    Number(fn(&mut Statutes) -> &mut Option<i64>),
    Organ,
    YearEnd,
}

const ASKED: [Asked; 10] = [
    Asked { name: "object", kind: Kind::Words(|answers| &mut answers.object), rule: None },
    Asked { name: "area", kind: Kind::Words(|answers| &mut answers.area), rule: None },
    Asked { name: "duration_years", kind: Kind::Number(|answers| &mut answers.duration_years), rule: None },
    Asked { name: "organ", kind: Kind::Organ, rule: Some(Rule::ManagersMax) },
    Asked { name: "term_years", kind: Kind::Number(|answers| &mut answers.term_years), rule: Some(Rule::BoardTerm) },
    Asked { name: "shares_min", kind: Kind::Number(|answers| &mut answers.shares_min), rule: Some(Rule::ShareMin) },
    Asked {
        name: "notice_days",
        kind: Kind::Number(|answers| &mut answers.notice_days),
        rule: Some(Rule::MeetingCalledBefore),
    },
    Asked {
        name: "legal_reserve_percent",
        kind: Kind::Number(|answers| &mut answers.legal_reserve_percent),
        rule: Some(Rule::LegalReserveMin),
    },
    Asked {
        name: "education_reserve_percent",
        kind: Kind::Number(|answers| &mut answers.education_reserve_percent),
        rule: Some(Rule::EducationReserveMin),
    },
    Asked { name: "year_end_month", kind: Kind::YearEnd, rule: Some(Rule::MeetingWithin) },
];

/// A field of the form, as a page shows it.
pub(crate) struct Field {
    /// Its name, by which it is sent.
    pub(crate) name: &'static str,
    /// What is asked.
    pub(crate) label: String,
    /// Why it is asked.
    pub(crate) why: String,
    /// How to answer.
    pub(crate) hint: String,
    /// What the law says about it, in words, with the rule.
    pub(crate) law: Option<(String, &'static Threshold)>,
    /// What stands in it: what was sent, else the answer.
    pub(crate) value: String,
    /// How it is filled in.
    pub(crate) input: Input,
}

/// How a field is filled in.
pub(crate) enum Input {
    /// With a text of several lines.
    Words,
    /// With a whole number.
    Number,
    /// By a choice: value and name.
    Choice(Vec<(String, String)>),
}

impl Field {
    /// What stands in it, as people read it.
    pub(crate) fn says(&self) -> &str {
        let Input::Choice(values) = &self.input else { return &self.value };
        values.iter().find(|(value, _)| *value == self.value).map_or(&self.value, |(_, says)| says)
    }
}

/// The fields of the form, filled with what was sent, else with the answers.
pub(crate) fn fields(t: &Messages, answers: &Statutes, sent: &mut Query, day: Date) -> Vec<Field> {
    let mut answers = answers.clone();
    let field = |asked: &Asked| {
        let name = asked.name;
        let says = |what: &str| t.get(&format!("founding-statutes-{what}-{name}"));
        let law = asked.rule.and_then(|rule| rule.on(day)).map(|threshold| {
            let key = format!("register-rule-{}", threshold.rule);
            let texts = [("rule", t.get(&key)), ("value", value(t, threshold))];
            let texts = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
            (t.with("founding-statutes-law", &texts), threshold)
        });
        let (answer, input) = match asked.kind {
            Kind::Words(of) => (of(&mut answers).clone(), Input::Words),
            Kind::Number(of) => (of(&mut answers).map(|n| n.to_string()).unwrap_or_default(), Input::Number),
            Kind::Organ => (answers.organ.map(organ_code).unwrap_or_default().to_owned(), Input::Choice(organs(t))),
            Kind::YearEnd => (answers.year_end_month.to_string(), Input::Choice(year_ends(t))),
        };
        let value = sent.one(name).unwrap_or(answer);
        Field { name, label: says("label"), why: says("why"), hint: says("hint"), law, value, input }
    };
    ASKED.iter().map(field).collect()
}

/// The answers after a form was sent in a language: what it does not send stays as it was before. A clause that is sent
/// empty is again as it is composed. What is wrong is noted.
pub(crate) fn read(before: &Statutes, lang: Lang, sent: &mut Query, wrong: &mut Vec<Wrong>) -> Statutes {
    let mut answers = before.clone();
    for Asked { name, kind, .. } in &ASKED {
        let Some(typed) = sent.one(name) else { continue };
        match kind {
            Kind::Words(of) => *of(&mut answers) = text(name, &typed, ANSWER_MAX, wrong),
            Kind::Number(of) => *of(&mut answers) = number(name, &typed, wrong),
            Kind::Organ => answers.organ = organ(name, &typed, wrong),
            Kind::YearEnd => {
                let month = typed.parse().ok().filter(|month| (1..=12).contains(month));
                if month.is_none() {
                    wrong.push(Wrong::new(name, &typed, "a month from 1 to 12").told("founding-statutes-wrong-month"));
                }
                answers.year_end_month = month.unwrap_or(before.year_end_month);
            }
        }
    }
    for clause in CLAUSES {
        let Some(typed) = sent.one(clause.field) else { continue };
        let own = text(clause.field, &typed, CLAUSE_MAX, wrong);
        let texts = answers.changed.entry(clause.code.to_owned()).or_default();
        match own.is_empty() {
            true => texts.remove(lang.code()),
            false => texts.insert(lang.code().to_owned(), own),
        };
    }
    answers.changed.retain(|_, texts| !texts.is_empty());
    answers
}

fn text(name: &str, typed: &str, most: usize, wrong: &mut Vec<Wrong>) -> String {
    let text = typed.replace("\r\n", "\n").trim().to_owned();
    let is_bad = |c: char| c.is_control() && c != '\n' && c != '\t';
    if text.contains(is_bad) {
        wrong.push(Wrong::new(name, &text, "no control characters").told("founding-statutes-wrong-text"));
    }
    if text.chars().count() > most {
        let message =
            if most == CLAUSE_MAX { "founding-statutes-wrong-long" } else { "founding-statutes-wrong-answer" };
        wrong.push(Wrong::new(name, &text, format!("at most {most} characters")).told(message));
    }
    text
}

fn number(name: &str, typed: &str, wrong: &mut Vec<Wrong>) -> Option<i64> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse().ok().filter(|number| (0..=NUMBER_MAX).contains(number));
    if number.is_none() {
        wrong.push(Wrong::new(name, typed, "give a whole number").told("web-wrong-number"));
    }
    number
}

fn organ(name: &str, typed: &str, wrong: &mut Vec<Wrong>) -> Option<Organ> {
    let organ = [Organ::Managers, Organ::Board].into_iter().find(|organ| organ_code(*organ) == typed);
    if organ.is_none() && !typed.is_empty() {
        wrong.push(Wrong::new(name, typed, "managers or board").told("founding-statutes-wrong-organ"));
    }
    organ
}

const fn organ_code(organ: Organ) -> &'static str {
    match organ {
        Organ::Managers => "managers",
        Organ::Board => "board",
    }
}

fn organs(t: &Messages) -> Vec<(String, String)> {
    let named = ["", "managers", "board"].map(|code| match code {
        "" => (String::new(), t.get("founding-statutes-choose")),
        code => (code.to_owned(), t.get(&format!("founding-statutes-organ-{code}"))),
    });
    named.into()
}

fn year_ends(t: &Messages) -> Vec<(String, String)> {
    (1..=12).map(|month| (month.to_string(), year_end(t, month))).collect()
}
