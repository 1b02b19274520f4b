//! A legal person among founders: by which number it is known, and who acts for it.

use std::{fmt, str::FromStr};

use identity::PersonId;
use register::{Ice, NotAnIce};

/// How many digits no number of another register has: a text of so many is an ICE, right or mistyped.
const LONG: usize = 10;

/// A legal person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Legal {
    pub(crate) name: String,
    /// Its number; none of those that were written down before it was asked for.
    pub(crate) number: Option<Number>,
    /// Who acts for it, of whom only `identity` knows more; none as with the number.
    pub(crate) representative: Option<PersonId>,
}

/// The number of a legal person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// The common identifier of enterprises.
    Ice(Ice),
    /// The number in some register, as it is written there.
    Register(String),
}

impl FromStr for Number {
    type Err = NotAnIce;

    fn from_str(typed: &str) -> Result<Self, NotAnIce> {
        match typed.parse() {
            Ok(ice) => Ok(Self::Ice(ice)),
            Err(NotAnIce::Length(digits)) if digits >= LONG => Err(NotAnIce::Length(digits)),
            Err(NotAnIce::Letter(_) | NotAnIce::Length(_)) => Ok(Self::Register(typed.to_owned())),
            Err(wrong) => Err(wrong),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ice(ice) => ice.fmt(f),
            Self::Register(number) => f.write_str(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_looks_like_an_ice_is_checked_as_one_and_all_else_is_the_number_of_a_register() {
        let read = |typed: &str| typed.parse::<Number>();
        assert_eq!(read("00156 1191 0000 66"), Ok(Number::Ice("001561191000066".parse().unwrap())));
        assert_eq!(read("001561191000067"), Err(NotAnIce::Check(66)));
        assert_eq!(read("1561191000066"), Err(NotAnIce::Length(13)));
        assert_eq!(read("01561191000066"), Err(NotAnIce::LeadingZero(1_561_191_000_066)));
        for other in ["12345", "RC Kénitra 45-12", "KEN-000123"] {
            assert_eq!(read(other), Ok(Number::Register(other.into())), "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_number_survives_being_written_and_read(typed in "[A-Z]{0,3} ?[0-9]{1,15}") {
            if let Ok(number) = typed.parse::<Number>() {
                prop_assert_eq!(number.to_string().parse(), Ok(number));
            }
        }
    }
}
