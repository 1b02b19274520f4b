//! Amounts as people type them.

use intake::NumberFormat;
use kernel::Currency;

/// The largest amount that is taken, in dirhams, on either side of nothing.
const AMOUNT_MAX: i64 = 1_000_000_000;

/// An amount in dirhams with or without centimes, in centimes: `1 234,50`, `1234.50` and `1.234,50` are the same. One that can be read
/// in two ways, such as `1.234`, is none.
pub fn money(typed: &str) -> Option<i64> {
    // The last mark is the decimal one, so that the other one separates groups.
    let groups = if typed.rfind(',') > typed.rfind('.') { "." } else { "," };
    let format = NumberFormat { decimal: ".,".to_owned(), groups: groups.to_owned() };
    let minor = intake::read_amount(typed, &format, Currency::Mad).ok()?;
    Some(minor).filter(|minor| minor.unsigned_abs() <= AMOUNT_MAX.unsigned_abs() * 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them_and_none_in_two_ways() {
        for typed in ["1234.50", "1234,5", "1 234,50", "1\u{202f}234,50", "1.234,50", "1,234.50", " 1234.50"] {
            assert_eq!(money(typed), Some(123_450), "{typed}");
        }
        assert_eq!(money("250000"), Some(25_000_000));
        assert_eq!(money("-1 200"), Some(-120_000));
        assert_eq!(money("0.5"), Some(50));
        for typed in ["1.234", "1,234", "1234.505", "12 34", "1.2.3", "x", "1e3", "--5", "1,", "12,345,6", "1.234.567"]
        {
            assert_eq!(money(typed), None, "{typed}");
        }
        assert_eq!([money("1000000000"), money("1000000000.01")], [Some(100_000_000_000), None]);
    }

    proptest! {
        #[test]
        fn an_amount_survives_being_written_and_typed_again(amount in -100_000_000_000_i64..=100_000_000_000) {
            let written = Currency::Mad.major(amount);
            prop_assert_eq!(money(&written), Some(amount));
            prop_assert_eq!(money(&written.replace('.', ",")), Some(amount));
        }

        #[test]
        fn whatever_is_typed_nothing_panics(typed in ".{0,60}") {
            let _ = money(&typed);
        }
    }
}
