//! Days and office hours of the demo country.

use jiff::{civil::Date, tz::TimeZone};
use kernel::Timestamp;

use super::chance::Chance;

/// A day, counted from 1970-01-01. Counting is all that a life needs, and cheaper than a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Day(pub(super) i32);

/// An instant on the office's wall, in seconds from 1970-01-01 00:00 there. Office hours are far from the night hours in
/// which clocks change, so these order as the instants do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(pub(super) i64);

impl Day {
    /// The day that the calendar calls so (proleptic Gregorian; the algorithm is Howard Hinnant's).
    pub(super) const fn of(year: i32, month: i32, day: i32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day.
    pub(super) const fn calendar(self) -> (i32, i32, i32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year_of_era + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
    }

    pub(super) const fn year(self) -> i32 {
        self.calendar().0
    }

    pub(super) const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// As the rest of the program writes days; days of the demo country are always within its calendar.
    pub(super) fn date(self) -> Date {
        let (year, month, day) = self.calendar();
        let (year, month, day) = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
        let date = year.ok().zip(month.ok()).zip(day.ok()).and_then(|((y, m), d)| Date::new(y, m, d).ok());
        date.unwrap_or(Date::ZERO)
    }

    /// Whether offices are open: Monday to Friday, but for the feasts that fall on the same day every year.
    pub(super) const fn works(self) -> bool {
        let (_, month, day) = self.calendar();
        let feast = matches!((month, day), (1, 1 | 11) | (5, 1) | (7, 30) | (8, 14 | 20 | 21) | (11, 6 | 18));
        (self.0 + 3).rem_euclid(7) < 5 && !feast
    }

    /// This day or the first after it on which offices are open.
    pub(super) fn or_next_open(self) -> Self {
        (0..15).map(|n| self.plus(n)).find(|day| day.works()).unwrap_or(self)
    }

    /// This day or the last before it on which offices are open.
    pub(super) fn or_last_open(self) -> Self {
        (0..15).map(|n| self.plus(-n)).find(|day| day.works()).unwrap_or(self)
    }

    /// A moment of this day between 08:30 and 16:30.
    pub(super) fn at_work(self, chance: &mut Chance) -> Moment {
        Moment(i64::from(self.0) * 86_400 + i64::from(chance.between(30_600, 59_399)))
    }
}

impl Moment {
    /// The day that this is on.
    pub(super) fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(86_400)).unwrap_or(0))
    }

    /// The instant, in the zone of the office.
    pub(super) fn instant(self, zone: &TimeZone) -> Timestamp {
        let of_day = self.0.rem_euclid(86_400);
        let small = |n: i64| i8::try_from(n).unwrap_or(0);
        let local = self.day().date().at(small(of_day / 3_600), small(of_day / 60 % 60), small(of_day % 60), 0);
        local.to_zoned(zone.clone()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (n, text) in [(0, "1970-01-01"), (-11_873, "1937-06-30"), (11_016, "2000-02-29"), (20_422, "2025-11-30")] {
            assert_eq!(Day(n).date().to_string(), text);
            let (year, month, day) = Day(n).calendar();
            assert_eq!(Day::of(year, month, day), Day(n));
        }
    }

    #[test]
    fn offices_are_closed_on_sundays_and_feasts() {
        assert!(Day::of(2025, 11, 28).works());
        assert!(!Day::of(2025, 11, 30).works());
        assert!(!Day::of(2025, 11, 6).works());
        assert_eq!(Day::of(2022, 12, 31).or_last_open(), Day::of(2022, 12, 30));
    }

    #[test]
    fn a_moment_is_an_instant_where_the_office_is() {
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let moment = Moment(i64::from(Day::of(2023, 12, 29).0) * 86_400 + 9 * 3_600);
        assert_eq!(moment.instant(&zone).to_string(), "2023-12-29T08:00:00Z");
    }
}
