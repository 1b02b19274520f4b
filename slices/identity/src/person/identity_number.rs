//! The number of the Moroccan national identity card (carte nationale d'identité électronique).

use std::{fmt, str::FromStr};

use super::is_unseen;

/// One or two letters, which say where the card was first given out, and five or six digits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdentityNumber(String);

/// Why a text is not such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnIdentityNumber {
    /// It has this character.
    #[error("`{0}` does not stand in the number of an identity card")]
    Letter(char),
    /// It has so many letters and digits, or not in this order.
    #[error("the number of an identity card is 1 or 2 letters and 5 or 6 digits, such as AB123456")]
    Form,
}

impl FromStr for IdentityNumber {
    type Err = NotAnIdentityNumber;

    /// Reads what people type: small letters count as capitals, spaces, dots and hyphens are passed over, ٠–٩ count as 0–9.
    fn from_str(typed: &str) -> Result<Self, NotAnIdentityNumber> {
        let mut number = String::new();
        for c in typed.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' => number.push(c.to_ascii_uppercase()),
                '٠'..='٩' => number.extend(char::from_digit(c as u32 - '٠' as u32, 10)),
                ' ' | '\u{a0}' | '\u{202f}' | '\t' | '.' | '-' => {}
                unseen if is_unseen(unseen) => {}
                other => return Err(NotAnIdentityNumber::Letter(other)),
            }
        }
        let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = number.len() - digits.len();
        let fits = (1..=2).contains(&letters) && (5..=6).contains(&digits.len());
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        if fits && plain { Ok(Self(number)) } else { Err(NotAnIdentityNumber::Form) }
    }
}

impl fmt::Display for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Not the number.
impl fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdentityNumber(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Result<String, NotAnIdentityNumber> {
        typed.parse().map(|number: IdentityNumber| number.to_string())
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        assert_eq!(read(" ab 123-456 ").unwrap(), "AB123456");
        assert_eq!(read("g٦٥٤٣٢").unwrap(), "G65432");
    }

    #[test]
    fn what_is_wrong_is_said() {
        for typed in ["", "123456", "ABC12345", "AB1234", "A1234567", "12345A", "A123B45"] {
            assert_eq!(read(typed), Err(NotAnIdentityNumber::Form), "{typed}");
        }
        assert_eq!(read("É12345"), Err(NotAnIdentityNumber::Letter('É')));
    }

    proptest! {
        #[test]
        fn a_number_survives_being_written_and_read(typed in "[A-Za-z]{1,2}[0-9]{5,6}") {
            let number: IdentityNumber = typed.parse().unwrap();
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn reading_a_number_never_panics(text in ".*", near in "[a-zA-Z0-9 ]{0,9}") {
            let _ = (text.parse::<IdentityNumber>(), near.parse::<IdentityNumber>());
        }
    }
}
