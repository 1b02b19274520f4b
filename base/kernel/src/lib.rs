//! The words that every part of Twiza uses: days and instants, money, places, languages, shares, the clock.
//!
//! Pure values and rules. No input or output, no framework, no cooperatives.

mod clock;
mod jurisdiction;
mod known;
mod lang;
mod money;
mod share;
mod territory;

pub use clock::Clock;
pub use jiff::{Timestamp, civil::Date};
pub use jurisdiction::Jurisdiction;
pub use known::{Known, NotADay, end_of_day, read_day, read_digits, read_known};
pub use lang::Lang;
pub use money::{Currency, NotMoney, UnknownCurrency};
pub use share::Share;
pub use territory::{Level, Names, Place, Territory, UnknownLevel};
