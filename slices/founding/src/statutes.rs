//! The statutes of a cooperative: clauses in the order of the law, filled in from what the founders answer.
//!
//! A **clause** is a text with gaps. What fills them are **facts**, which the project says elsewhere, **answers**, which are asked for
//! here, and **thresholds** of the law on a day. Founders may write any clause otherwise; where the law demands it, that is flagged.
//!
//! Not here: who may see or change them, and where they are kept.

mod check;
mod clause;
mod compose;
mod form;
mod print;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kernel::{Currency, Lang};
use register::{Category, acts::Organ};
use serde::{Deserialize, Serialize};

use crate::dossier::Dossier;

pub(crate) use check::{Flaw, check};
pub(crate) use compose::{Article, compose};
pub(crate) use form::{Field, Input, fields, read};
pub(crate) use print::print;

/// What the founders answer. What is not answered yet is empty, and a gap in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Statutes {
    /// What the cooperative is for, in the founders' words.
    pub(crate) object: String,
    /// Where it takes members, in the founders' words.
    pub(crate) area: String,
    /// For how many years it is founded.
    pub(crate) duration_years: Option<i64>,
    /// What runs it.
    pub(crate) organ: Option<Organ>,
    /// For how many years those who run it are appointed.
    pub(crate) term_years: Option<i64>,
    /// How many shares a member takes at least.
    pub(crate) shares_min: Option<i64>,
    /// How many days before a meeting members are called.
    pub(crate) notice_days: Option<i64>,
    /// The part of the surplus that goes to the legal reserve, in per cent.
    pub(crate) legal_reserve_percent: Option<i64>,
    /// The part of the surplus that goes to the reserve for education and training, in per cent.
    pub(crate) education_reserve_percent: Option<i64>,
    /// The month, 1 to 12, on whose last day the financial year ends.
    pub(crate) year_end_month: i64,
    /// What the founders wrote otherwise: by the clause's code, then by the language's.
    pub(crate) changed: BTreeMap<String, BTreeMap<String, String>>,
}

impl Default for Statutes {
    fn default() -> Self {
        Self {
            object: String::new(),
            area: String::new(),
            duration_years: None,
            organ: None,
            term_years: None,
            shares_min: None,
            notice_days: None,
            legal_reserve_percent: None,
            education_reserve_percent: None,
            year_end_month: 12,
            changed: BTreeMap::new(),
        }
    }
}

impl Statutes {
    /// The founders' own text of a clause in a language; none where they left it as it is composed.
    pub(crate) fn changed(&self, code: &str, lang: Lang) -> Option<&str> {
        self.changed.get(code)?.get(lang.code()).map(String::as_str)
    }
}

/// What the rest of the project says and clauses fill in; names are in the language of the text.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// The name that is or will be approved, in Arabic.
    pub(crate) name_ar: String,
    /// The same in Latin letters, if there is one.
    pub(crate) name_fr: Option<String>,
    /// The name of the place of the seat.
    pub(crate) seat: String,
    /// The name of the sector or branch.
    pub(crate) activity: String,
    /// What its dealings with its members are.
    pub(crate) categories: Vec<Category>,
    /// The value of a share.
    pub(crate) share_minor: i64,
    /// The capital that the founders subscribe.
    pub(crate) capital_minor: i64,
    /// The currency of both.
    pub(crate) currency: Currency,
    /// How many founders there are.
    pub(crate) founders: i64,
    /// How many persons run it; none while that is open.
    pub(crate) persons: Option<i64>,
    /// The community whose collective land the founders hold, if they hold any.
    pub(crate) collective_land: Option<String>,
}

impl Facts {
    /// What a dossier says, without the words of a language.
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let plan = &dossier.project.plan;
        let name = dossier.name().map(|granted| granted.name).or_else(|| plan.names.first().cloned());
        let name = name.unwrap_or_default();
        let count = i64::try_from(dossier.founders.len()).unwrap_or(i64::MAX);
        Self {
            name_ar: name.ar,
            name_fr: Some(name.fr).filter(|name| !name.is_empty()),
            seat: String::new(),
            activity: String::new(),
            categories: plan.sheet.categories.clone(),
            share_minor: plan.funds.share_minor.unwrap_or_default(),
            capital_minor: dossier.capital_minor().unwrap_or_default(),
            currency: Currency::Mad,
            founders: count,
            persons: Some(dossier.runners()).filter(|persons| *persons > 0),
            collective_land: plan.sheet.community.clone(),
        }
    }
}
