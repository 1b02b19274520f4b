//! Telephone numbers.

use std::{fmt, str::FromStr};

use super::is_unseen;

/// A telephone number with its country, as E.164 has it: up to 15 digits. Of Morocco if no country is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(u64);

/// Why a text is not a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPhone {
    /// It has this character.
    #[error("`{0}` does not stand in a telephone number")]
    Letter(char),
    /// It is neither of Morocco nor says its country.
    #[error("a telephone number begins with 0, or with + and the number of the country")]
    Country,
    /// It has this many digits behind the 0 or +212.
    #[error("a Moroccan number has 9 digits behind its 0 or +212, not {0}")]
    Length(usize),
    /// It has this first digit behind the 0 or +212.
    #[error("a Moroccan number goes on with 5, 6 or 7 behind its 0 or +212, not with {0}")]
    Range(u8),
    /// It is of another country, and has this many digits with it.
    #[error("a number of another country has 8 to 15 digits with the country, not {0}")]
    Abroad(usize),
}

impl FromStr for Phone {
    type Err = NotAPhone;

    /// Reads what people type: spaces, dots, hyphens, slashes and parentheses are passed over, ٠–٩ and ۰–۹ count as 0–9.
    fn from_str(typed: &str) -> Result<Self, NotAPhone> {
        let (mut digits, mut plus) = (Vec::new(), false);
        for c in typed.chars() {
            let zero = match c {
                '0'..='9' => '0',
                '٠'..='٩' => '٠',
                '۰'..='۹' => '۰',
                '+' | '＋' if digits.is_empty() && !plus => {
                    plus = true;
                    continue;
                }
                ' ' | '\u{a0}' | '\u{202f}' | '\t' | '.' | '-' | '‑' | '–' | '/' | '(' | ')' => continue,
                unseen if is_unseen(unseen) => continue,
                other => return Err(NotAPhone::Letter(other)),
            };
            digits.push(u8::try_from(c as u32 - zero as u32).unwrap_or_default());
        }
        match (plus, digits.as_slice()) {
            (true, [2, 1, 2, 0, rest @ ..] | [2, 1, 2, rest @ ..])
            | (false, [0, 0, 2, 1, 2, 0, rest @ ..] | [0, 0, 2, 1, 2, rest @ ..]) => moroccan(rest),
            (true, abroad) | (false, [0, 0, abroad @ ..]) => of_another_country(abroad),
            (false, [0, rest @ ..]) => moroccan(rest),
            (false, _) => Err(NotAPhone::Country),
        }
    }
}

fn moroccan(rest: &[u8]) -> Result<Phone, NotAPhone> {
    match rest {
        [5..=7, ..] if rest.len() == 9 => Ok(Phone(number(&[&[2, 1, 2], rest].concat()))),
        [first, ..] if rest.len() == 9 => Err(NotAPhone::Range(*first)),
        _ => Err(NotAPhone::Length(rest.len())),
    }
}

fn of_another_country(digits: &[u8]) -> Result<Phone, NotAPhone> {
    match digits {
        // No country's number begins with 0.
        [0, ..] => Err(NotAPhone::Country),
        _ if (8..=15).contains(&digits.len()) => Ok(Phone(number(digits))),
        _ => Err(NotAPhone::Abroad(digits.len())),
    }
}

/// At most fifteen digits.
fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))
}

/// As it is dialled from anywhere: `+212612345678`.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

/// Not the number.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Result<String, NotAPhone> {
        typed.parse().map(|phone: Phone| phone.to_string())
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for typed in [
            "0612345678",
            "06 12-34.56/78",
            "+212612345678",
            "00212 6 12 34 56 78",
            "+212 (0)6 12 34 56 78",
            "(+212) 612-345678",
            "٠٦١٢٣٤٥٦٧٨",
            "\u{202a}+٢١٢\u{a0}٦١٢٣٤٥٦٧٨\u{202c}",
        ] {
            assert_eq!(read(typed).unwrap(), "+212612345678", "{typed}");
        }
        assert_eq!(read("0522 00 00 00").unwrap(), "+212522000000");
        assert_eq!(read("+33 6 12 34 56 78").unwrap(), "+33612345678");
        assert_eq!(read("00216 71 123 456").unwrap(), "+21671123456");
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(read("06 12 34 56 7"), Err(NotAPhone::Length(8)));
        assert_eq!(read("+212 6 12 34 56 78 9"), Err(NotAPhone::Length(10)));
        assert_eq!(read("0412345678"), Err(NotAPhone::Range(4)));
        assert_eq!(read("0812345678"), Err(NotAPhone::Range(8)));
        assert_eq!(read("612345678"), Err(NotAPhone::Country));
        assert_eq!(read(""), Err(NotAPhone::Country));
        assert_eq!(read("+0612345678"), Err(NotAPhone::Country));
        assert_eq!(read("+33 6 12"), Err(NotAPhone::Abroad(5)));
        assert_eq!(read(&format!("+33{}", "1".repeat(1000))), Err(NotAPhone::Abroad(1002)));
        assert_eq!(read("06 12 34 56 7x"), Err(NotAPhone::Letter('x')));
        assert_eq!(read("06+12345678"), Err(NotAPhone::Letter('+')));
    }

    proptest! {
        #[test]
        fn a_number_survives_being_written_and_read(typed in "0[5-7][0-9]{8}|\\+[3-9][0-9]{7,14}") {
            let phone: Phone = typed.parse().unwrap();
            prop_assert_eq!(phone.to_string().parse(), Ok(phone));
        }

        #[test]
        fn reading_a_number_never_panics(text in ".*", near in "[+0-9٠-٩() -]{0,24}") {
            let _ = (text.parse::<Phone>(), near.parse::<Phone>());
        }
    }
}
