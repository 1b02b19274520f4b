//! Numbers and amounts as people type them.

use intake::NumberFormat;
use kernel::Currency;
use web::{Query, Wrong};

/// The largest number that is taken.
const NUMBER_MAX: i64 = 1_000_000_000;

/// A whole number that is not negative.
pub(super) fn whole(sent: &mut Query, name: &'static str, wrong: &mut Vec<Wrong>) -> Option<i64> {
    let typed = sent.one(name)?;
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse::<i64>().ok().filter(|number| (0..=NUMBER_MAX).contains(number));
    if number.is_none() {
        wrong.push(Wrong::new(name, typed, "give a whole number").told("web-wrong-number"));
    }
    number
}

/// An amount in dirhams with or without centimes, in centimes: `1 234,50`, `1234.50` and `1.234,50` are the same. One that can be read
/// in two ways, such as `1.234`, is refused.
pub(super) fn money(
    sent: &mut Query,
    name: &'static str,
    wrong: &mut Vec<Wrong>,
    may_be_negative: bool,
) -> Option<i64> {
    let typed = sent.one(name)?;
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let least = if may_be_negative { -NUMBER_MAX * 100 } else { 0 };
    let minor = minor(typed).filter(|minor| (least..=NUMBER_MAX * 100).contains(minor));
    if minor.is_none() {
        wrong.push(Wrong::new(name, typed, "give an amount such as 1234.50").told("register-wrong-money"));
    }
    minor
}

/// The centimes of an amount as people type it.
fn minor(typed: &str) -> Option<i64> {
    // The last mark is the decimal one, so that the other one separates groups.
    let groups = if typed.rfind(',') > typed.rfind('.') { "." } else { "," };
    let format = NumberFormat { decimal: ".,".to_owned(), groups: groups.to_owned() };
    intake::read_amount(typed, &format, Currency::Mad).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them_and_none_in_two_ways() {
        for typed in ["1234.50", "1234,5", "1 234,50", "1\u{202f}234,50", "1.234,50", "1,234.50", " 1234.50"] {
            assert_eq!(minor(typed), Some(123_450), "{typed}");
        }
        assert_eq!(minor("250000"), Some(25_000_000));
        assert_eq!(minor("-1 200"), Some(-120_000));
        assert_eq!(minor("0.5"), Some(50));
        for typed in ["1.234", "1,234", "1234.505", "12 34", "1.2.3", "x", "1e3", "--5", "1,", "12,345,6", "1.234.567"]
        {
            assert_eq!(minor(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_survives_being_written_and_typed_again(amount in -100_000_000_000_i64..100_000_000_000) {
            let written = Currency::Mad.major(amount);
            prop_assert_eq!(minor(&written), Some(amount));
            prop_assert_eq!(minor(&written.replace('.', ",")), Some(amount));
        }

        #[test]
        fn whatever_is_typed_nothing_panics(typed in ".{0,60}") {
            let _ = minor(&typed);
        }
    }
}
