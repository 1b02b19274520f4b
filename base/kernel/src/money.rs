//! Money: whole minor units of a currency, never a fraction in binary.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Currency {
    /// Moroccan dirham.
    Mad,
    /// Tunisian dinar, which has three decimals.
    Tnd,
    /// West African CFA franc, which has none.
    Xof,
    /// Pound sterling.
    Gbp,
    /// Euro.
    Eur,
}

/// A text is not the code of a currency that Twiza knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the ISO 4217 code of a known currency")]
pub struct UnknownCurrency(pub String);

/// Why a text is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    /// It is not a decimal number: digits, at most one point, a leading minus.
    #[error("`{0}` is not a decimal number")]
    Number(String),
    /// It has more decimals than the currency.
    #[error("`{0}` has more than the {1} decimals of {2}")]
    Decimals(String, u32, Currency),
    /// It does not fit into 64 bits.
    #[error("`{0}` is too large")]
    TooLarge(String),
}

impl Currency {
    const ALL: [Self; 5] = [Self::Mad, Self::Tnd, Self::Xof, Self::Gbp, Self::Eur];

    /// Its ISO 4217 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mad => "MAD",
            Self::Tnd => "TND",
            Self::Xof => "XOF",
            Self::Gbp => "GBP",
            Self::Eur => "EUR",
        }
    }

    /// How many decimals its amounts have (ISO 4217's minor unit).
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Xof => 0,
            Self::Mad | Self::Gbp | Self::Eur => 2,
            Self::Tnd => 3,
        }
    }

    /// An amount of minor units written in major units with the currency's decimals: `344155329.00`.
    pub fn major(self, minor: i64) -> String {
        let decimals = self.decimals() as usize;
        let digits = format!("{:0>width$}", minor.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let sign = if minor < 0 { "-" } else { "" };
        if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// Reads an amount in major units (`-` sign, `.` point, no group marks) into minor units.
    ///
    /// # Errors
    /// When it is no decimal number, is finer than the currency's decimals or does not fit.
    pub fn minor(self, major: &str) -> Result<i64, NotMoney> {
        let not_a_number = || NotMoney::Number(major.to_owned());
        let unsigned = major.strip_prefix('-').unwrap_or(major);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(not_a_number());
        }
        let decimals = self.decimals() as usize;
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > decimals {
            return Err(NotMoney::Decimals(major.to_owned(), self.decimals(), self));
        }
        let sign = if unsigned.len() < major.len() { "-" } else { "" };
        format!("{sign}{whole}{fraction:0<decimals$}").parse().map_err(|_| NotMoney::TooLarge(major.to_owned()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, UnknownCurrency> {
        Self::ALL.into_iter().find(|currency| currency.code() == code).ok_or_else(|| UnknownCurrency(code.to_owned()))
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_written_with_the_decimals_of_its_currency() {
        assert_eq!(Currency::Mad.major(34_415_532_900), "344155329.00");
        assert_eq!(Currency::Tnd.major(-5), "-0.005");
        assert_eq!(Currency::Xof.major(12), "12");
    }

    #[test]
    fn an_amount_finer_than_its_currency_is_refused() {
        assert_eq!(Currency::Gbp.minor("34071477661.67"), Ok(3_407_147_766_167));
        assert_eq!(Currency::Gbp.minor("1.500"), Ok(150));
        assert!(matches!(Currency::Gbp.minor("1.005"), Err(NotMoney::Decimals(..))));
        assert!(matches!(Currency::Xof.minor("99999999999999999999"), Err(NotMoney::TooLarge(_))));
        for bad in ["", "-", ".5", "1.2.3", "1e3", "٣", "1 000"] {
            assert!(matches!(Currency::Mad.minor(bad), Err(NotMoney::Number(_))), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_survives_being_written_and_read(minor: i64) {
            for currency in Currency::ALL {
                prop_assert_eq!(currency.minor(&currency.major(minor)), Ok(minor));
            }
        }

        #[test]
        fn reading_an_amount_never_panics(text in ".*") {
            let _ = Currency::Mad.minor(&text);
        }
    }
}
