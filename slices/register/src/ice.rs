//! The common identifier of enterprises (identifiant commun de l'entreprise).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// An ICE: nine digits of the enterprise, four of the establishment, two that make the whole divisible by 97.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ice(u64);

/// Why a text is not an ICE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnIce {
    /// It has this character.
    #[error("`{0}` is not a digit")]
    Letter(char),
    /// It has this many digits.
    #[error("an ICE has 15 digits, not {0}")]
    Length(usize),
    /// It has 14 digits: a spreadsheet may have dropped the leading zero, with which it would be right.
    #[error("an ICE has 15 digits, not 14; with a leading zero, 0{0:014}, it would be right")]
    LeadingZero(u64),
    /// Its two check digits should be these.
    #[error("the check digits are wrong: {0:02} would fit the rest")]
    Check(u64),
}

impl Ice {
    /// The ICE of an enterprise and establishment number, check digits computed; the numbers are cut to nine and four
    /// digits.
    pub fn of(enterprise: u64, establishment: u64) -> Self {
        let first = enterprise % 1_000_000_000 * 10_000 + establishment % 10_000;
        Self(first * 100 + check_digits(first))
    }
}

/// The two digits that follow the first thirteen: with them the whole number is divisible by 97.
const fn check_digits(first: u64) -> u64 {
    97 - first * 100 % 97
}

impl FromStr for Ice {
    type Err = NotAnIce;

    /// Reads what people type: spaces, dots and hyphens are passed over, ٠–٩ count as 0–9.
    fn from_str(typed: &str) -> Result<Self, NotAnIce> {
        let (mut number, mut length) = (0_u64, 0);
        for c in typed.chars() {
            let digit = match c {
                '0'..='9' => u64::from(c as u32 - '0' as u32),
                '٠'..='٩' => u64::from(c as u32 - '٠' as u32),
                ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' => continue,
                other => return Err(NotAnIce::Letter(other)),
            };
            number = if length < 15 { number * 10 + digit } else { number };
            length += 1;
        }
        match length {
            15 if number % 97 == 0 => Ok(Self(number)),
            15 => Err(NotAnIce::Check(check_digits(number / 100))),
            14 if number % 97 == 0 => Err(NotAnIce::LeadingZero(number)),
            _ => Err(NotAnIce::Length(length)),
        }
    }
}

impl fmt::Display for Ice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:015}", self.0)
    }
}

impl Serialize for Ice {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ice {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn real_numbers_pass_and_one_changed_digit_does_not() {
        for real in ["001561191000066", "002136093000040", "001458946000061", "003172063000061", "003677364000081"] {
            let ice: Ice = real.parse().unwrap();
            assert_eq!(ice.to_string(), real);
        }
        assert_eq!("001561191000067".parse::<Ice>(), Err(NotAnIce::Check(66)));
        assert_eq!(
            "001526374000085".parse::<Ice>().unwrap_err().to_string(),
            "the check digits are wrong: 01 would fit the rest"
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!("0015 25".parse::<Ice>().unwrap_err().to_string(), "an ICE has 15 digits, not 6");
        assert_eq!("٠٠١٥٦١١٩١-٠٠٠٠-٦٦".parse::<Ice>().unwrap().to_string(), "001561191000066");
        assert_eq!("01561191000066".parse::<Ice>(), Err(NotAnIce::LeadingZero(1_561_191_000_066)));
        assert_eq!("00156119100006x".parse::<Ice>(), Err(NotAnIce::Letter('x')));
        assert_eq!("9".repeat(1000).parse::<Ice>(), Err(NotAnIce::Length(1000)));
    }

    proptest! {
        #[test]
        fn an_ice_survives_being_written_and_read(enterprise in 0_u64..1_000_000_000, establishment in 0_u64..10_000) {
            let ice = Ice::of(enterprise, establishment);
            prop_assert_eq!(ice.to_string().parse(), Ok(ice));
        }

        #[test]
        fn reading_an_ice_never_panics(text in ".*") {
            let _ = text.parse::<Ice>();
        }
    }
}
