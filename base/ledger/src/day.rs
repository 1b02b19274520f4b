//! A day in four bytes, as the columns of the projection keep it.

use std::ops::Range;

use jiff::civil::date;
use kernel::{Date, read_day};

/// Days since 1970-01-01, with a value of its own for "nobody knows when" that lies before all days.
///
/// A stock of unknown date therefore counts on every day; a flow of unknown date counts in no period that has a first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub(crate) i32);

impl Day {
    /// Nobody knows when.
    pub const UNKNOWN: Self = Self(i32::MIN);

    /// The day, or none if it is not known.
    pub fn date(self) -> Option<Date> {
        let days = (self != Self::UNKNOWN).then_some(self.0)?;
        date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
    }

    /// As tables keep it: ISO text, none if it is not known.
    pub fn text(self) -> Option<String> {
        self.date().map(iso)
    }

    /// Reads what [`Day::text`] writes.
    pub fn read(text: Option<&str>) -> Option<Self> {
        text.map_or(Some(Self::UNKNOWN), |text| read_day(text).ok().map(Self::from))
    }
}

impl From<Date> for Day {
    /// Counts days by the rule of the Gregorian calendar, in which 400 years have 146,097 days.
    fn from(date: Date) -> Self {
        let (month, day) = (i32::from(date.month()), i32::from(date.day()));
        // Years that begin in March end with the leap day.
        let year = i32::from(date.year()) - i32::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }
}

impl From<Option<Date>> for Day {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::UNKNOWN, Self::from)
    }
}

/// A day as ISO 8601 writes it: `2012-03-01`.
pub(crate) fn iso(date: Date) -> String {
    match parts(date) {
        Some([year, month, day]) => filled(*b"0000-00-00", [(0..4, year), (5..7, month), (8..10, day)]),
        None => date.to_string(),
    }
}

/// Year, month and day of a date; none before the year 0.
pub(crate) fn parts(date: Date) -> Option<[u32; 3]> {
    Some([u32::try_from(date.year()).ok()?, date.month().unsigned_abs().into(), date.day().unsigned_abs().into()])
}

/// A form with numbers in its places, in as many digits as each has. An import fills in millions.
pub(crate) fn filled<const N: usize>(
    mut form: [u8; N],
    numbers: impl IntoIterator<Item = (Range<usize>, u32)>,
) -> String {
    for (place, number) in numbers {
        let mut rest = number;
        for digit in form.get_mut(place).unwrap_or_default().iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
    std::str::from_utf8(&form).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_day_survives_being_counted_and_sorts_as_dates_do(a in -3_000_000_i32..2_900_000, b in -3_000_000_i32..2_900_000) {
            let (one, other) = (Day(a), Day(b));
            prop_assert_eq!(Day::from(one.date()), one);
            prop_assert_eq!(one < other, one.date() < other.date());
            prop_assert!(Day::UNKNOWN < one);
            prop_assert_eq!(one.text(), one.date().map(|date| date.to_string()));
        }
    }

    #[test]
    fn the_first_of_march_follows_the_leap_day() {
        assert_eq!(Day::from(date(1970, 1, 1)), Day(0));
        assert_eq!(Day::from(date(2000, 3, 1)).0 - Day::from(date(2000, 2, 29)).0, 1);
        assert_eq!(Day::UNKNOWN.text(), None);
        assert_eq!(Day::read(Some("2000-02-30")), None);
    }
}
