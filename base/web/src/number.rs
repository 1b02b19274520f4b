//! Numbers as each language writes them: CLDR 47, locales `ar-MA`, `fr` and `en`, with Western digits in all three.
//!
//! Three rows of a table, not the `icu` crates: what is needed is three marks. Group marks never are a plain space, which
//! would turn "41 000" into "000 41" in right-to-left text.

use kernel::{Currency, Lang, Share};

/// The marks of a language.
struct Marks {
    group: char,
    decimal: char,
    minus: &'static str,
    /// What comes after the number of a share in per cent.
    percent: &'static str,
}

const fn marks(lang: Lang) -> Marks {
    match lang {
        Lang::Ar => Marks { group: '.', decimal: ',', minus: "\u{200e}-", percent: "\u{200e}%\u{200e}" },
        Lang::Fr => Marks { group: '\u{202f}', decimal: ',', minus: "-", percent: "\u{202f}%" },
        Lang::En => Marks { group: ',', decimal: '.', minus: "-", percent: "%" },
    }
}

/// A whole number.
pub(crate) fn whole(number: i64, lang: Lang) -> String {
    plain(&number.to_string(), lang)
}

/// An amount of money in major units with all decimals of its currency, without the currency's name.
pub(crate) fn money(minor: i64, currency: Currency, lang: Lang) -> String {
    plain(&currency.major(minor), lang)
}

/// A share in whole per cent, rounded half up; a dash for a share in nothing.
pub(crate) fn percent(share: Share, lang: Lang) -> String {
    share.percent(0).map_or_else(|| "–".to_owned(), |percent| plain(&percent, lang) + marks(lang).percent)
}

/// The form of a noun after a whole number, by CLDR's name for it.
///
/// Our own, because `intl_pluralrules` 7, on which Fluent stands, forgets that Arabic looks at the last two digits: it
/// says 103 like 100, not like 3.
pub(crate) const fn plural(number: i64, lang: Lang) -> &'static str {
    let number = number.unsigned_abs();
    match (lang, number, number % 100) {
        (Lang::Ar, 0, _) => "zero",
        (Lang::Ar | Lang::En, 1, _) | (Lang::Fr, 0 | 1, _) => "one",
        (Lang::Ar, 2, _) => "two",
        (Lang::Ar, _, 3..=10) => "few",
        (Lang::Ar, _, 11..=99) => "many",
        (Lang::Fr, _, _) if number.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

/// Rewrites a number that is written in digits, with `-` and `.` only.
fn plain(number: &str, lang: Lang) -> String {
    let marks = marks(lang);
    let unsigned = number.strip_prefix('-').unwrap_or(number);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut text = String::with_capacity(number.len() * 2);
    if unsigned.len() < number.len() {
        text.push_str(marks.minus);
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(marks.decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thousands_are_grouped_as_each_language_does() {
        let all = |number| Lang::ALL.map(|lang| whole(number, lang));
        assert_eq!(all(0), ["0", "0", "0"]);
        assert_eq!(all(999), ["999", "999", "999"]);
        assert_eq!(all(19_204), ["19.204", "19\u{202f}204", "19,204"]);
        assert_eq!(all(-1_000_000), ["\u{200e}-1.000.000", "-1\u{202f}000\u{202f}000", "-1,000,000"]);
    }

    #[test]
    fn money_keeps_the_decimals_of_its_currency() {
        let all = |minor, currency| Lang::ALL.map(|lang| money(minor, currency, lang));
        let mad = all(34_415_532_900, Currency::Mad);
        assert_eq!(mad, ["344.155.329,00", "344\u{202f}155\u{202f}329,00", "344,155,329.00"]);
        assert_eq!(all(-5, Currency::Tnd), ["\u{200e}-0,005", "-0,005", "-0.005"]);
        assert_eq!(all(1200, Currency::Xof), ["1.200", "1\u{202f}200", "1,200"]);
    }

    #[test]
    fn a_share_is_in_whole_per_cent() {
        let third = Lang::ALL.map(|lang| percent(Share { part: 592, whole: 1572 }, lang));
        assert_eq!(third, ["38\u{200e}%\u{200e}", "38\u{202f}%", "38%"]);
        assert_eq!(percent(Share { part: 1, whole: 0 }, Lang::Fr), "–");
    }

    #[test]
    fn nouns_have_the_forms_of_cldr() {
        let arabic = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 41_011, -3].map(|n| plural(n, Lang::Ar));
        let expected = [
            "zero", "one", "two", "few", "few", "many", "many", "other", "other", "other", "few", "few", "many",
            "many", "few",
        ];
        assert_eq!(arabic, expected);
        assert_eq!([0, 1, 2, 1_000_000].map(|n| plural(n, Lang::Fr)), ["one", "one", "other", "many"]);
        assert_eq!([0, 1, 2, 1_000_000].map(|n| plural(n, Lang::En)), ["other", "one", "other", "other"]);
    }

    proptest! {
        #[test]
        fn grouping_keeps_every_digit(number: i64) {
            for lang in Lang::ALL {
                let digits: String = whole(number, lang).chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits, number.unsigned_abs().to_string());
            }
        }
    }
}
