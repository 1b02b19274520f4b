//! A founder: a person, of whom only `identity` knows more, or a legal person.

use identity::PersonId;
use kernel::Timestamp;
use register::Sex;

/// Who founds the cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A natural person.
    Person(PersonId, Option<Sex>),
    /// A legal person, by its name.
    Legal(String),
}

/// A founder, with what is brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Founder {
    /// The number among the founders of the project.
    pub(crate) id: i64,
    pub(crate) who: Who,
    /// Shares paid in cash.
    pub(crate) cash_shares: i64,
    /// Shares for contributions in kind.
    pub(crate) kind_shares: i64,
    /// Whether this will be a manager or a director.
    pub(crate) runs: bool,
    /// Of a holder of rights in collective land: list and plot, sealed with the key of the person.
    pub(crate) land: Option<Vec<u8>>,
    /// The paper on which the founder has signed.
    pub(crate) signed: Option<String>,
    /// When the founder confirmed it all by an account of their own, and by which.
    pub(crate) confirmed: Option<(Timestamp, String)>,
}

impl Founder {
    /// Whether the founder has agreed, on paper or by an account of their own.
    pub(crate) const fn has_agreed(&self) -> bool {
        self.signed.is_some() || self.confirmed.is_some()
    }

    /// All shares.
    pub(crate) const fn shares(&self) -> i64 {
        self.cash_shares.saturating_add(self.kind_shares)
    }
}
