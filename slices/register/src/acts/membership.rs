//! Members: how many are declared, and who comes and goes where a roll is kept.

use jiff::ToSpan;
use kernel::Date;
use serde::{Deserialize, Serialize};

use crate::{Departure, Sex};

/// How many members there are, as declared. A number that is not given is not known; with none at all, the declaration
/// says that the membership is not known any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MembershipDeclared {
    /// Members who are legal persons: companies, associations, cooperatives in a union.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_persons: Option<i64>,
    /// Men.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub men: Option<i64>,
    /// Of the men, those under 35; none if their ages are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub men_young: Option<i64>,
    /// Members of whom nothing more is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unspecified: Option<i64>,
    /// Women.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub women: Option<i64>,
    /// Of the women, those under 35; none if their ages are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub women_young: Option<i64>,
}

/// A member's entry, by an id that says nothing about the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberAdmitted {
    /// What is known of the member's age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
    /// Whether the member is a legal person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub legal_person: bool,
    /// The member's opaque id within this cooperative.
    pub member: String,
    /// The member's sex; none for a legal person, or if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// How many shares the member holds on entering; none if that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<i64>,
}

/// What the journal knows of a member's age: only what figures need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// Under 35 until the day before this one, the 35th birthday.
    YoungUntil(Date),
    /// 35 or older when admitted: no date is kept.
    Older,
}

/// A member's leaving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberLeft {
    /// Why; none where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departure: Option<Departure>,
    /// The id under which the member was admitted.
    pub member: String,
}

/// Shares that move: from one member to another, or taken or given back. What it does to the capital is an act of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharesMoved {
    /// The member who held them; none for shares that are new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// How many.
    pub shares: i64,
    /// The member who holds them now; none for shares that are reimbursed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// The age from which members are not young any more, as figures count them.
const YOUNG_YEARS: i64 = 35;

impl Age {
    /// The age of somebody who was born on this day and is admitted on that one.
    pub fn of(born_on: Date, admitted_on: Date) -> Self {
        match born_on.saturating_add(YOUNG_YEARS.years()) {
            birthday if admitted_on < birthday => Self::YoungUntil(birthday),
            _ => Self::Older,
        }
    }
}

impl MembershipDeclared {
    /// All members that are declared; none if the declaration gives no number.
    pub fn total(&self) -> Option<i64> {
        let parts = [self.women, self.men, self.legal_persons, self.unspecified];
        parts.iter().any(Option::is_some).then(|| parts.into_iter().flatten().sum())
    }
}
