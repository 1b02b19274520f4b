//! A founder: a person, of whom only `identity` knows more, or a legal person.

use identity::PersonId;
use kernel::Timestamp;
use register::Sex;

use crate::legal::Legal;

/// Who founds the cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A natural person.
    Person(PersonId, Option<Sex>),
    /// A legal person.
    Legal(Legal),
}

impl Who {
    /// Whether it is a legal person.
    pub(crate) const fn is_legal(&self) -> bool {
        matches!(self, Self::Legal(_))
    }

    /// The person of whom more is known: who founds, or who acts for the legal person that does.
    pub(crate) const fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Person(person, _) => Some(person),
            Self::Legal(legal) => legal.representative.as_ref(),
        }
    }

    /// Whether a legal person is told by its number, and by who acts for it.
    pub(crate) const fn is_identified(&self) -> bool {
        match self {
            Self::Person(..) => true,
            Self::Legal(legal) => legal.number.is_some() && legal.representative.is_some(),
        }
    }
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
    /// What is brought in kind.
    pub(crate) kind_what: Option<String>,
    /// What that is worth, in centimes.
    pub(crate) kind_value_minor: Option<i64>,
    /// Whether this will be a manager or a director.
    pub(crate) runs: bool,
    /// Of a holder of rights in collective land: where the list of right holders names the person, sealed with her key.
    pub(crate) land_list: Option<Vec<u8>>,
    /// And which land it is, sealed too. Those written down before the list was asked for by itself have both here.
    pub(crate) land: Option<Vec<u8>>,
    /// The paper on which the founder has signed.
    pub(crate) signed: Option<String>,
    /// How the founder confirmed it all by an account of their own.
    pub(crate) confirmed: Option<Confirmed>,
}

/// That a founder confirmed by an account of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Confirmed {
    pub(crate) account: String,
    pub(crate) at: Timestamp,
    /// Since when it does not hold: what was confirmed was changed.
    pub(crate) lapsed_at: Option<Timestamp>,
}

impl Founder {
    /// Whether the founder has agreed, on paper or by an account of their own.
    pub(crate) fn has_agreed(&self) -> bool {
        self.signed.is_some() || self.confirms().is_some()
    }

    /// How the founder confirmed, as long as that holds.
    pub(crate) fn confirms(&self) -> Option<&Confirmed> {
        self.confirmed.as_ref().filter(|confirmed| confirmed.lapsed_at.is_none())
    }

    /// Whether a founder who accepted to be this one would accept to be another as well: what is brought in, and whether that one
    /// runs it, are the same.
    pub(crate) fn binds_like(&self, other: &Self) -> bool {
        (self.cash_shares, self.kind_shares, self.runs) == (other.cash_shares, other.kind_shares, other.runs)
            && (&self.kind_what, self.kind_value_minor) == (&other.kind_what, other.kind_value_minor)
    }

    /// Whether the founder holds rights in collective land.
    pub(crate) const fn holds_land(&self) -> bool {
        self.land_list.is_some() || self.land.is_some()
    }

    /// Whether the rights in collective land are told, by the list and the land.
    pub(crate) const fn says_land(&self) -> bool {
        self.land_list.is_some() && self.land.is_some()
    }

    /// Whether what is brought in kind is told, with its value.
    pub(crate) const fn says_kind(&self) -> bool {
        self.kind_shares == 0 || (self.kind_what.is_some() && self.kind_value_minor.is_some())
    }

    /// Whether what is brought in kind is worth as much as the shares for it, at this value of a share in centimes.
    pub(crate) fn is_worth(&self, share_minor: i64) -> bool {
        self.kind_value_minor.is_none_or(|value| value == share_minor.saturating_mul(self.kind_shares))
    }

    /// All shares.
    pub(crate) const fn shares(&self) -> i64 {
        self.cash_shares.saturating_add(self.kind_shares)
    }
}
