//! The register's code lists: closed sets of values, each with the code by which journal, tables and figures know it.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A text is not a code of the list named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{seen}` is not one of {expected}")]
pub struct UnknownCode {
    /// What was read.
    pub seen: String,
    /// The codes there are, separated by commas.
    pub expected: String,
}

macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$meaning])* #[serde(rename = $code)] $value,)+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The code by which journal, tables and figures know it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;

            fn from_str(seen: &str) -> Result<Self, UnknownCode> {
                let expected = || [$($code),+].join(", ");
                Self::ALL.iter().find(|value| value.code() == seen).copied()
                    .ok_or_else(|| UnknownCode { seen: seen.to_owned(), expected: expected() })
            }
        }
    };
}

codes! {
    /// The type of a cooperative by its members' main interest (ILO guidelines on statistics of cooperatives, 2018).
    CooperativeType {
        /// Members are producers who sell, buy or work up through it.
        Producer = "producer",
        /// Members work in it.
        Worker = "worker",
        /// Members consume its goods or use its services.
        ConsumerUser = "consumer_user",
        /// Members of several kinds, none of which decides alone.
        MultiStakeholder = "multi_stakeholder",
    }
}

codes! {
    /// What a cooperative does for its members (law 112-12; one may combine several).
    Category {
        /// Members supply goods or services, which it sells, worked up or not.
        Supplies = "supplies",
        /// It supplies goods or services to its members.
        Serves = "serves",
        /// It gives its members paid work.
        Employs = "employs",
    }
}

codes! {
    /// Whether its members are persons or cooperatives.
    Level {
        /// A cooperative of persons.
        Cooperative = "cooperative",
        /// A union of cooperatives.
        Union = "union",
        /// A federation of unions.
        Federation = "federation",
    }
}

codes! {
    /// What is said of a cooperative's members at registration. That all are women or young follows from the members.
    Characteristic {
        /// Its members are graduates.
        Graduates = "graduates",
        /// Its members hold rights in collective (soulaliyate) land.
        CollectiveLand = "collective_land",
    }
}

codes! {
    /// A natural person's sex as the register records it.
    Sex {
        /// A woman.
        Female = "female",
        /// A man.
        Male = "male",
    }
}

codes! {
    /// Whether a cooperative of the demo country exists outside it.
    Origin {
        /// It does; what is said of it has a source.
        Real = "real",
        /// It was made up by a generator.
        Synthetic = "synthetic",
    }
}
codes! {
    /// On which ground a cooperative is struck off. The list is our own: the articles were not at hand.
    Ground {
        /// Its liquidation is closed.
        LiquidationClosed = "liquidation_closed",
        /// A court has decided it.
        Court = "court",
        /// It became something else, or was divided.
        Transformed = "transformed",
        /// Nothing shows that it still exists.
        Vanished = "vanished",
    }
}

codes! {
    /// Why a member left (law 112-12 names withdrawal, exclusion and death; the codes are our own).
    Departure {
        /// Of the member's own will.
        Withdrew = "withdrew",
        /// The cooperative has excluded the member.
        Excluded = "excluded",
        /// The member died; of a legal person, it was dissolved.
        Died = "died",
        /// All shares went to other members.
        Transferred = "transferred",
    }
}
