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
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(i, byte)| match i {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let day = shaped.then(|| text.parse().ok()).flatten();
    day.ok_or_else(|| NotADay(text.to_owned()))
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
