//! The demo country: Morocco as its register might be, made up and the same each time from one seed.
//!
//! It is *lived through*: acts recorded day by day from the first cooperatives to the end of November 2025, with late
//! filings, corrections and voids, so that what was known when matters. Every published figure that can be met together
//! with the others is met exactly ([`published`] lists them). A handful of cooperatives are real, and say so
//! ([`Origin::Real`](crate::Origin)); all others are synthetic, with numbers of their own and ICEs that no tax office gives.
//!
//! The plan (`data/demo`) says how many cooperatives there are in each province and sector on fifteen dates, and how many
//! members and how much capital each block of provinces has. The country lives from one of these dates to the next: some
//! leave, some move, as many are founded as the plan still wants, some declare their members anew; the new declarations
//! take exactly what is left of each total.
//!
//! Not here: the journal, the fold and the database, which take these acts as any others.

mod branches;
mod capital;
mod chance;
mod cooperative;
mod country;
mod day;
mod departures;
mod foundations;
mod late;
mod lived;
mod membership;
mod mistakes;
mod names;
pub mod published;
mod real;
mod rolls;
mod split;
mod tables;
#[cfg(test)]
mod tests;
mod years;

use kernel::Date;
pub use lived::{Lived, LivedAct, Plan};

/// Why no country can be made: a fault of its data or its plan, never of the seed's user.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// A data file cannot be read.
    #[error("{file}: {what}")]
    File {
        /// Its name.
        file: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// There are more cooperatives of a province and sector than the plan wants, and none of them can leave.
    #[error("on {at} there are {by} cooperatives too many of a province and sector")]
    Stock {
        /// The reference date.
        at: Date,
        /// How many too many.
        by: i32,
    },
    /// Those that declare cannot make up a planned total.
    #[error("on {at} nobody can make up the {measure} planned for {block}")]
    Total {
        /// The block of the plan.
        block: String,
        /// What is planned.
        measure: &'static str,
        /// The reference date.
        at: Date,
    },
    /// The time zone of the office is not known.
    #[error("the time zone cannot be read: {0}")]
    Zone(#[from] jiff::Error),
}
