//! Days as lists write them.

use std::{fmt, str::FromStr, sync::LazyLock};

use jiff::civil::Date;
use serde::Deserialize;

use crate::Reason;

/// How a list writes days: `d` and `m` for one or two digits, `dd` and `mm` for exactly two, `yyyy` or (if it must be) `yy`;
/// everything between stands for itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct DayFormat {
    text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Day(bool),
    Month(bool),
    Year,
    ShortYear,
    Mark(char),
}

/// A text is not a format for days.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a format for days: write for example d/m/yyyy or dd.mm.yyyy")]
pub struct NotADayFormat(String);

impl DayFormat {
    /// Whether the day is written before the month.
    fn day_first(&self) -> bool {
        let of = |wanted: fn(&Part) -> bool| self.parts.iter().position(wanted);
        of(|part| matches!(part, Part::Day(_))) < of(|part| matches!(part, Part::Month(_)))
    }

    /// Year, month and day, if the text has this shape.
    fn parts(&self, text: &str) -> Option<(i64, u32, u32, bool)> {
        let (mut rest, mut year, mut month, mut day, mut short) = (text, 0, 0, 0, false);
        for part in &self.parts {
            match part {
                Part::Mark(mark) => rest = rest.strip_prefix(*mark)?,
                Part::Year => (year, rest) = digits(rest, 4, 4)?,
                Part::ShortYear => ((year, rest), short) = (digits(rest, 2, 2)?, true),
                Part::Month(two) => (month, rest) = digits(rest, 1 + usize::from(*two), 2)?,
                Part::Day(two) => (day, rest) = digits(rest, 1 + usize::from(*two), 2)?,
            }
        }
        rest.is_empty().then_some((i64::from(year), month, day, short))
    }

    /// The same format with a year of two digits, to recognise such a year by.
    fn shortened(&self) -> Self {
        let shorten = |part: &Part| if *part == Part::Year { Part::ShortYear } else { *part };
        Self { text: String::new(), parts: self.parts.iter().map(shorten).collect() }
    }
}

/// Takes `least` to `most` digits off the front.
fn digits(text: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(count)?;
    if count < least {
        return None;
    }
    Some((number.parse().ok()?, rest))
}

/// Reads a day in one of the formats, or in ISO 8601's extended form, which no other can be taken for. A time of day
/// after it is passed over. A year of two digits, where a format has one, is the last such year up to `edition`.
///
/// # Errors
/// When it has none of these shapes or names no day between 1700 and 2199.
pub fn read_day(text: &str, formats: &[DayFormat], edition: Date) -> Result<Date, Reason> {
    let western = western_digits(text.trim());
    let day = without_time(&western);
    if let Some((year, month, day, _)) = ISO.parts(day) {
        return date(year, month, day, false);
    }
    for format in formats {
        let Some((year, month, day, short)) = format.parts(day) else { continue };
        let century = i64::from(edition.year()) / 100 * 100;
        let year = match short {
            true if century + year <= i64::from(edition.year()) => century + year,
            true => century - 100 + year,
            false => year,
        };
        return date(year, month, day, format.day_first());
    }
    if formats.iter().chain([&*ISO]).any(|format| format.shortened().parts(day).is_some()) {
        return Err(Reason::ShortYear(text.to_owned()));
    }
    let formats: Vec<_> = formats.iter().chain([&*ISO]).map(|format| format.text.as_str()).collect();
    Err(Reason::NotADay { seen: text.to_owned(), formats: formats.join(" or ") })
}

/// ISO 8601's extended form.
static ISO: LazyLock<DayFormat> = LazyLock::new(|| {
    let parts = vec![Part::Year, Part::Mark('-'), Part::Month(true), Part::Mark('-'), Part::Day(true)];
    DayFormat { text: "yyyy-mm-dd".to_owned(), parts }
});

/// The day of these numbers, or which of them is wrong.
fn date(year: i64, month: u32, day: u32, day_first: bool) -> Result<Date, Reason> {
    let known = i16::try_from(year).ok().filter(|year| (1700..2200).contains(year)).ok_or(Reason::Year(year))?;
    let wrong_month = Reason::NoSuchMonth { month, day_first };
    let first = i8::try_from(month).ok().and_then(|month| Date::new(known, month, 1).ok()).ok_or(wrong_month)?;
    let wrong_day = Reason::NoSuchDay { year: known, month, day };
    i8::try_from(day).ok().and_then(|day| first.with().day(day).build().ok()).ok_or(wrong_day)
}

/// The text before a time of day (`00:00`, `T00:00:00.000Z`), if one ends it.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once(['T', ' ']) else { return text };
    let time = time.strip_suffix('Z').unwrap_or(time);
    let shaped = time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':' || byte == b'.');
    if shaped { day } else { text }
}

/// The text with Arabic digits (`٠`–`٩`, `۰`–`۹`) as `0`–`9`.
pub(crate) fn western_digits(text: &str) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let western = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10).unwrap_or(c),
        other => other,
    };
    text.chars().map(western).collect::<String>().into()
}

impl FromStr for DayFormat {
    type Err = NotADayFormat;

    fn from_str(text: &str) -> Result<Self, NotADayFormat> {
        let (mut rest, mut parts) = (text, Vec::new());
        while let Some(first) = rest.chars().next() {
            let run = rest.len() - rest.trim_start_matches(first).len();
            let part = match (first, run) {
                ('d', 1 | 2) => Part::Day(run == 2),
                ('m', 1 | 2) => Part::Month(run == 2),
                ('y', 4) => Part::Year,
                ('y', 2) => Part::ShortYear,
                (mark, _) if !mark.is_alphanumeric() => Part::Mark(mark),
                _ => return Err(NotADayFormat(text.to_owned())),
            };
            let length = if matches!(part, Part::Mark(_)) { first.len_utf8() } else { run };
            rest = rest.get(length..).unwrap_or_default();
            parts.push(part);
        }
        let count = |wanted: fn(&Part) -> bool| parts.iter().filter(|part| wanted(part)).count();
        let days = count(|part| matches!(part, Part::Day(_)));
        let months = count(|part| matches!(part, Part::Month(_)));
        let years = count(|part| matches!(part, Part::Year | Part::ShortYear));
        // Without a mark between, only parts of fixed length can be told apart.
        let loose = parts.windows(2).any(
            |pair| matches!(pair, [Part::Day(false) | Part::Month(false), next] if !matches!(next, Part::Mark(_))),
        );
        if (days, months, years) != (1, 1, 1) || loose {
            return Err(NotADayFormat(text.to_owned()));
        }
        Ok(Self { text: text.to_owned(), parts })
    }
}

impl TryFrom<String> for DayFormat {
    type Error = NotADayFormat;

    fn try_from(text: String) -> Result<Self, NotADayFormat> {
        text.parse()
    }
}

impl fmt::Display for DayFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, formats: &[&str]) -> Result<Date, Reason> {
        let formats: Vec<DayFormat> = formats.iter().map(|format| format.parse().unwrap()).collect();
        read_day(text, &formats, date(2016, 6, 30))
    }

    #[test]
    fn a_day_is_read_in_its_formats_and_in_iso_form() {
        assert_eq!(read("11/8/1863", &["d/m/yyyy"]), Ok(date(1863, 8, 11)));
        assert_eq!(read("23/06/1925", &["d/m/yyyy"]), Ok(date(1925, 6, 23)));
        assert_eq!(read(" ٢٣/٠٦/١٩٢٥ ", &["d/m/yyyy"]), Ok(date(1925, 6, 23)));
        assert_eq!(read("2012-03-31 00:00:00", &[]), Ok(date(2012, 3, 31)));
        assert_eq!(read("2012-03-31T10:20:30.5Z", &[]), Ok(date(2012, 3, 31)));
        assert_eq!(read("20120331", &["yyyymmdd"]), Ok(date(2012, 3, 31)));
    }

    #[test]
    fn an_impossible_day_is_told_apart_from_a_text_that_is_none() {
        assert_eq!(read("31/02/2015", &["d/m/yyyy"]), Err(Reason::NoSuchDay { year: 2015, month: 2, day: 31 }));
        assert_eq!(read("02/31/2015", &["d/m/yyyy"]), Err(Reason::NoSuchMonth { month: 31, day_first: true }));
        assert_eq!(read("11/8/0207", &["d/m/yyyy"]), Err(Reason::Year(207)));
        assert_eq!(read("1/2/15", &["d/m/yyyy"]), Err(Reason::ShortYear("1/2/15".into())));
        assert_eq!(
            read("spring", &["d/m/yyyy", "d.m.yyyy"]).unwrap_err().to_string(),
            "`spring` is not a day written as d/m/yyyy or d.m.yyyy or yyyy-mm-dd"
        );
    }

    #[test]
    fn a_declared_short_year_is_the_last_up_to_the_edition() {
        assert_eq!(read("1/2/16", &["d/m/yy"]), Ok(date(2016, 2, 1)));
        assert_eq!(read("1/2/17", &["d/m/yy"]), Ok(date(1917, 2, 1)));
    }

    #[test]
    fn a_format_has_a_day_a_month_and_a_year_that_can_be_told_apart() {
        for bad in ["", "d/m", "d/m/y", "d/m/yyyy/d", "dmyyyy", "dd-mmm-yyyy", "jour/m/yyyy"] {
            assert!(bad.parse::<DayFormat>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_day_survives_being_written_and_read(days in 0_i32..182_000) {
            let day = date(1700, 1, 1).saturating_add(jiff::Span::new().days(days));
            let written = day.strftime("%-d/%-m/%Y").to_string();
            prop_assert_eq!(read(&written, &["d/m/yyyy"]), Ok(day));
            prop_assert_eq!(read(&day.to_string(), &["d/m/yyyy"]), Ok(day));
        }

        #[test]
        fn reading_a_day_never_panics(text in ".{0,24}", format in "[dmy/. -]{0,10}") {
            if let Ok(format) = format.parse() {
                let _ = read_day(&text, &[format], date(2016, 6, 30));
            }
        }
    }
}
