//! Days and knowledge times as people write them.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// A text is not a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day: write it as 2022-12-31")]
pub struct NotADay(pub String);

/// The moment up to which acts count as known.
///
/// `None` means everything that is known now.
pub type Known = Option<Timestamp>;

/// Reads a day in ISO 8601's extended form, and no other.
///
/// # Errors
/// When the text is not exactly `YYYY-MM-DD` or names no day of the calendar.
pub fn read_day(text: &str) -> Result<Date, NotADay> {
    let day = match text.as_bytes() {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
            let year = read_digits(&[*y1, *y2, *y3, *y4]).and_then(|year| i16::try_from(year).ok());
            let part = |tens, ones| read_digits(&[tens, ones]).and_then(|part| i8::try_from(part).ok());
            year.zip(part(*m1, *m2)).zip(part(*d1, *d2))
        }
        _ => None,
    };
    let day = day.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    day.ok_or_else(|| NotADay(text.to_owned()))
}

/// The number that at most nine digits write; none if one of them is no digit.
pub fn read_digits(digits: &[u8]) -> Option<u32> {
    let add = |number, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'));
    digits.iter().try_fold(0, add)
}

/// The last instant of `day` in `zone`, as fine as instants are stored (microseconds).
pub fn end_of_day(day: Date, zone: &TimeZone) -> Timestamp {
    let next = day.tomorrow().ok().and_then(|tomorrow| tomorrow.to_zoned(zone.clone()).ok());
    let last = next.and_then(|midnight| midnight.timestamp().checked_sub(jiff::SignedDuration::from_micros(1)).ok());
    last.unwrap_or(Timestamp::MAX)
}

/// Reads a knowledge time: an instant (`2023-01-15T10:00:00Z`), or a day, which means its end in `zone`.
///
/// # Errors
/// When the text is neither.
pub fn read_known(text: &str, zone: &TimeZone) -> Result<Timestamp, NotADay> {
    if text.len() == 10 {
        return Ok(end_of_day(read_day(text)?, zone));
    }
    text.parse().map_err(|_| NotADay(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_day_has_one_form() {
        assert_eq!(read_day("2022-12-31"), Ok(date(2022, 12, 31)));
        for bad in ["", "2022-02-29", "2022-1-1", "20221231", "31/12/2022", "2022-12-31T00", "+022-12-31"] {
            assert_eq!(read_day(bad), Err(NotADay(bad.to_owned())), "{bad}");
        }
    }

    #[test]
    fn a_knowledge_day_ends_when_the_day_ends_where_the_register_is() {
        let casablanca = TimeZone::get("Africa/Casablanca").unwrap();
        let end = read_known("2023-12-31", &casablanca).unwrap();
        assert_eq!(end.to_string(), "2023-12-31T22:59:59.999999Z");
        assert_eq!(read_known("2023-12-31T10:00:00Z", &casablanca).unwrap().to_string(), "2023-12-31T10:00:00Z");
    }

    proptest! {
        #[test]
        fn reading_a_day_never_panics(text in ".{0,12}") {
            let _ = (read_day(&text), read_known(&text, &TimeZone::UTC));
        }
    }
}
