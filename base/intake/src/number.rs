//! Numbers as lists write them.

use std::borrow::Cow;

use kernel::Currency;
use serde::Deserialize;

use crate::{Reason, day::western_digits};

/// How a list writes numbers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumberFormat {
    /// The decimal marks: `.`, `,`, or both. With both, a mark with three digits after it is refused, because it may
    /// separate thousands.
    pub decimal: String,
    /// The marks between groups of three digits, besides spaces.
    pub groups: String,
}

impl Default for NumberFormat {
    fn default() -> Self {
        Self { decimal: ".".to_owned(), groups: String::new() }
    }
}

impl NumberFormat {
    /// The number in plain digits: `-12500.50`.
    ///
    /// # Errors
    /// When it is no number in this format, or can be read in two ways.
    pub fn plain<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, Reason> {
        // Most numbers of a list are a few digits and nothing else.
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(text.into());
        }
        let western = western_digits(text.trim());
        let (sign, unsigned) = match western.strip_prefix(['-', '\u{2212}']) {
            Some(unsigned) => ("-", unsigned),
            None => ("", western.as_ref()),
        };
        let no = || Reason::NotANumber { seen: text.to_owned(), example: self.example() };
        let is_mark = |c: char| self.decimal.contains(c) || (c == '٫');
        let (whole, fraction) = match unsigned.rfind(is_mark).and_then(|at| unsigned.split_at_checked(at)) {
            Some((whole, fraction)) => (whole, Some(fraction.trim_start_matches(is_mark))),
            None => (unsigned, None),
        };
        if fraction.is_some_and(|digits| digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(no());
        }
        let doubtful = self.decimal.chars().count() > 1 && whole != "0";
        if doubtful && fraction.is_some_and(|digits| digits.len() == 3) {
            return Err(Reason::Ambiguous(text.to_owned()));
        }
        let whole = self.ungrouped(whole).ok_or_else(no)?;
        let point = if fraction.is_some() { "." } else { "" };
        Ok(format!("{sign}{whole}{point}{}", fraction.unwrap_or_default()).into())
    }

    /// The digits without the marks between groups of three.
    fn ungrouped(&self, whole: &str) -> Option<String> {
        let is_group = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '٬') || self.groups.contains(c);
        let mut groups = whole.split(is_group);
        let first = groups.next().filter(|digits| !digits.is_empty())?;
        let rest: Vec<_> = groups.collect();
        let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|digits| digits.len() == 3));
        let digits = std::iter::once(first).chain(rest).collect::<String>();
        (grouped && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
    }

    /// A number as it should be written.
    fn example(&self) -> String {
        format!("12500{}50", self.decimal.chars().next().unwrap_or('.'))
    }
}

/// Reads a whole number; decimals that are all zero (`12.0`) are passed over.
///
/// # Errors
/// When it is no number, not whole or too large.
pub fn read_integer(text: &str, format: &NumberFormat) -> Result<i64, Reason> {
    let plain = format.plain(text)?;
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if fraction.bytes().any(|digit| digit != b'0') {
        return Err(Reason::NotWhole(text.to_owned()));
    }
    whole.parse().map_err(|_| Reason::TooLarge(text.to_owned()))
}

/// Reads how many there are of something.
///
/// # Errors
/// As [`read_integer`], and when it is below zero.
pub fn read_count(text: &str, format: &NumberFormat) -> Result<i64, Reason> {
    match read_integer(text, format)? {
        count @ 0.. => Ok(count),
        _ => Err(Reason::Negative(text.to_owned())),
    }
}

/// Reads an amount of money into minor units.
///
/// # Errors
/// When it is no number, is finer than the currency or too large.
pub fn read_amount(text: &str, format: &NumberFormat, currency: Currency) -> Result<i64, Reason> {
    use kernel::NotMoney;
    let seen = text.to_owned();
    currency.minor(&format.plain(text)?).map_err(|why| match why {
        NotMoney::Number(_) => Reason::NotANumber { seen, example: format.example() },
        NotMoney::Decimals(_, most, _) => Reason::Decimals { seen, most },
        NotMoney::TooLarge(_) => Reason::TooLarge(seen),
    })
}

/// Reads a percentage, with or without its sign, into hundredths of a percent: `38,5 %` is 3850.
///
/// # Errors
/// When it is no number, has more than two decimals or is too large.
pub fn read_percent(text: &str, format: &NumberFormat) -> Result<i64, Reason> {
    let number = text.trim().trim_end_matches(['%', '٪']).trim_end();
    let plain = format.plain(number)?;
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 2 {
        return Err(Reason::Decimals { seen: text.to_owned(), most: 2 });
    }
    format!("{whole}{fraction:0<2}").parse().map_err(|_| Reason::TooLarge(text.to_owned()))
}

/// Reads a year of four digits.
///
/// # Errors
/// When it is none, or none from 1700 to 2199.
pub fn read_year(text: &str) -> Result<i16, Reason> {
    let western = western_digits(text.trim());
    let not = || Reason::NotANumber { seen: text.to_owned(), example: "2016".to_owned() };
    if !western.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(not());
    }
    let year: i64 = western.parse().map_err(|_| not())?;
    i16::try_from(year).ok().filter(|year| (1700..2200).contains(year)).ok_or(Reason::Year(year))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn format(decimal: &str, groups: &str) -> NumberFormat {
        NumberFormat { decimal: decimal.into(), groups: groups.into() }
    }

    #[test]
    fn marks_between_thousands_stand_where_they_must() {
        assert_eq!(read_integer("1 234 567", &format(".", "")), Ok(1_234_567));
        assert_eq!(read_integer("1.234.567", &format(",", ".")), Ok(1_234_567));
        assert_eq!(read_integer("١٬٢٣٤", &format(".", "")), Ok(1234));
        for bad in ["1.23", "12.34.567", "1234.567", "1..234", ".234", "1 23", "", "-", "1e3", "0x1f", "1,", ",5"] {
            assert!(matches!(read_integer(bad, &format(",", ".")), Err(Reason::NotANumber { .. })), "{bad}");
        }
    }

    #[test]
    fn a_mark_that_can_mean_two_things_is_refused() {
        let both = format(".,", "");
        assert_eq!(both.plain("12500,50"), Ok("12500.50".into()));
        assert_eq!(both.plain("12500.5"), Ok("12500.5".into()));
        assert_eq!(both.plain("0,125"), Ok("0.125".into()));
        assert_eq!(both.plain("1.250"), Err(Reason::Ambiguous("1.250".into())));
    }

    #[test]
    fn amounts_are_whole_minor_units() {
        let plain = NumberFormat::default();
        assert_eq!(read_amount("64885639.61", &plain, Currency::Gbp), Ok(6_488_563_961));
        assert_eq!(read_amount("\u{2212}1 000", &plain, Currency::Gbp), Ok(-100_000));
        assert_eq!(
            read_amount("1.005", &plain, Currency::Gbp),
            Err(Reason::Decimals { seen: "1.005".into(), most: 2 })
        );
        assert_eq!(read_count("12.0", &plain), Ok(12));
        assert_eq!(read_count("-1", &plain), Err(Reason::Negative("-1".into())));
        assert_eq!(read_percent("38,5 %", &format(",", "")), Ok(3850));
        assert_eq!(read_year("2016"), Ok(2016));
        assert_eq!(read_year("16"), Err(Reason::Year(16)));
    }

    proptest! {
        #[test]
        fn an_amount_survives_being_written_and_read(minor: i64) {
            let french = format(",", ".");
            let written = Currency::Mad.major(minor).replace('.', ",");
            prop_assert_eq!(read_amount(&written, &french, Currency::Mad), Ok(minor));
        }

        #[test]
        fn reading_a_number_never_panics(text in ".{0,24}", decimal in "[.,]{0,2}", groups in "[., ']{0,2}") {
            let format = format(&decimal, &groups);
            let _ = (read_integer(&text, &format), read_amount(&text, &format, Currency::Mad));
            let _ = (read_percent(&text, &format), read_year(&text));
        }
    }
}
