//! Mandates: which role an account has, of what, from which day to which.
//!
//! A role is what policies know: `Agent` of the delegation `KEN`, `Auditor` of the `country`. It holds on each day from the
//! first to the last, and ends at once when it is ended.

use authz::Entity;
use kernel::{Date, Timestamp};

use crate::{AccountId, id::ids};

pub(crate) mod store;

pub use store::{end, give, holding, lapsed, of, of_role};

ids! {
    /// The id of a mandate.
    MandateId
}

/// A role of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// By which it is named.
    pub id: MandateId,
    /// Whose it is.
    pub account: AccountId,
    /// The role and of what, as policies name it.
    pub role: Entity,
    /// The first day.
    pub since: Date,
    /// The last day, if it is known.
    pub until: Option<Date>,
    /// Which account gave it; none if it was the command line.
    pub given_by: Option<AccountId>,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
}

impl Mandate {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.ended_at.is_none() && self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}
