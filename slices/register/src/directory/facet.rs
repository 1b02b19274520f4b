//! The ways in which cooperatives are told apart, each with its values.

use kernel::Level;

use super::index::Number;
use crate::store;

/// The values of a row, in the order of [`Facet::ALL`].
pub(super) type Values = [Number; Facet::ALL.len()];

/// A way to look closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The region of the seat.
    Region,
    /// The delegation of the seat.
    Delegation,
    /// The province of the seat.
    Province,
    /// The commune of the seat.
    Commune,
    /// The sector.
    Sector,
    /// The branch.
    Branch,
    /// The status, `removed` for those that have left the register.
    Status,
    /// Whether all members are women.
    Womens,
    /// Whether all members are under 35.
    Youth,
    /// The year of registration.
    Year,
    /// In a demo country, whether it exists outside it.
    Origin,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Region,
        Self::Delegation,
        Self::Province,
        Self::Commune,
        Self::Sector,
        Self::Branch,
        Self::Status,
        Self::Womens,
        Self::Youth,
        Self::Year,
        Self::Origin,
    ];

    /// Its code, as in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Delegation => "delegation",
            Self::Province => "province",
            Self::Commune => "commune",
            Self::Sector => "sector",
            Self::Branch => "branch",
            Self::Status => "status",
            Self::Womens => "womens",
            Self::Youth => "youth",
            Self::Year => "year",
            Self::Origin => "origin",
        }
    }

    /// The facet of a level of the territory.
    pub const fn of(level: Level) -> Option<Self> {
        match level {
            Level::Country => None,
            Level::Region => Some(Self::Region),
            Level::Delegation => Some(Self::Delegation),
            Level::Province => Some(Self::Province),
            Level::Commune => Some(Self::Commune),
        }
    }

    /// The level of the territory whose facet it is.
    pub fn level(self) -> Option<Level> {
        Level::ALL.into_iter().find(|level| Self::of(*level) == Some(self))
    }

    /// The values that it can have, where these are few and always the same.
    pub(crate) const fn choices(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Status => Some(&store::STATUSES),
            Self::Womens | Self::Youth => Some(&["yes", "no", ledger::UNKNOWN]),
            Self::Origin => Some(&["real", "synthetic"]),
            _ => None,
        }
    }

    /// Its value among those of a row.
    pub(super) fn of_row(self, values: &Values) -> Number {
        values.get(self as usize).copied().unwrap_or(0)
    }
}
