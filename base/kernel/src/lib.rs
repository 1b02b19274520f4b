//! The words that every part of Twiza uses: days and instants, periods, money, places, languages, shares, the clock.
//!
//! Pure values and rules. No input or output, no framework, no cooperatives.

mod clock;
mod jurisdiction;
mod lang;
mod money;
mod period;
mod share;
mod territory;

pub use clock::Clock;
pub use jiff::{Timestamp, civil::Date};
pub use jurisdiction::Jurisdiction;
pub use lang::Lang;
pub use money::{Currency, NotMoney, UnknownCurrency};
pub use period::{Known, NotADay, Period, end_of_day, read_day, read_known};
pub use share::Share;
pub use territory::{Level, Names, Place, Territory, UnknownLevel};
