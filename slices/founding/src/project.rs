//! A project: a cooperative that founders prepare.

use kernel::{Date, Timestamp};
use register::{Category, CooperativeType};
use serde::{Deserialize, Serialize};

use crate::statutes::Statutes;

/// A cooperative that founders prepare.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Project {
    /// Its number among projects.
    pub(crate) id: i64,
    /// Which account opened it.
    pub(crate) opened_by: String,
    /// When.
    pub(crate) opened_at: Timestamp,
    /// Whether an agent enters it for founders who came with papers.
    pub(crate) on_paper: bool,
    /// One more with each change.
    pub(crate) version: i64,
    /// What the founders intend.
    pub(crate) plan: Plan,
    /// The number of the cooperative, once it is registered.
    pub(crate) number: Option<String>,
    /// Whether it was handed in at the court.
    pub(crate) filed: bool,
}

/// What founders intend. Nothing about persons stands here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Plan {
    pub(crate) sheet: Sheet,
    /// The names they would like, the dearest first.
    pub(crate) names: Vec<Name>,
    pub(crate) statutes: Statutes,
    pub(crate) funds: Funds,
}

impl Plan {
    /// Whether founders who accepted this would accept another plan as well: the statutes, and what they speak of, are the same, and
    /// so is what a share is worth.
    pub(crate) fn binds_like(&self, other: &Self) -> bool {
        let (sheet, others) = (&self.sheet, &other.sheet);
        self.statutes == other.statutes
            && self.funds.share_minor == other.funds.share_minor
            && (&sheet.place, &sheet.branch) == (&others.place, &others.branch)
            && (&sheet.categories, &sheet.community) == (&others.categories, &others.community)
    }
}

/// The project sheet: what it is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Sheet {
    /// How its founders call it until it has a name.
    pub(crate) title: String,
    /// What they will do, for whom, and with what.
    pub(crate) idea: String,
    /// The code of the commune of the seat.
    pub(crate) place: Option<String>,
    /// The code of the branch with its sector before it: `01.02`.
    pub(crate) branch: Option<String>,
    /// What it will do for its members.
    pub(crate) categories: Vec<Category>,
    /// Its type by the main interest of its members.
    pub(crate) cooperative_type: Option<CooperativeType>,
    /// The community whose collective (soulaliyate) land its founders work, if they do (laws 62-17 and 63-17).
    pub(crate) community: Option<String>,
}

/// A name in both scripts; one of the two may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Name {
    pub(crate) ar: String,
    pub(crate) fr: String,
}

impl Name {
    /// The scripts in which something stands.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        [self.ar.as_str(), self.fr.as_str()].into_iter().filter(|text| !text.is_empty())
    }

    /// Both scripts, one after the other.
    pub(crate) fn tell(&self) -> String {
        self.texts().collect::<Vec<_>>().join(" · ")
    }
}

/// What the members bring in (law 112-12, art. 26 and 27).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Funds {
    /// The value of a share, in centimes.
    pub(crate) share_minor: Option<i64>,
    /// How much of the shares in cash is paid, in centimes.
    pub(crate) paid_minor: Option<i64>,
    /// The day of the first payment.
    pub(crate) first_paid_on: Option<Date>,
    /// The day on which it was deposited.
    pub(crate) deposited_on: Option<Date>,
    /// In which bank it is blocked.
    pub(crate) bank: String,
    /// The certificate of the deposit.
    pub(crate) deposit: String,
    /// The report on the value of contributions in kind.
    pub(crate) report: String,
}
