//! When the financial year of a cooperative ends: its statutes say so.

use kernel::Date;
use serde::{Deserialize, Serialize};

/// The month at whose end the financial year ends. The year is called by the calendar year in which it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct YearEnd(i8);

/// What is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no month")]
pub struct NotAMonth(i8);

impl YearEnd {
    /// The financial year is the calendar year.
    pub const DECEMBER: Self = Self(12);

    /// The last day of a financial year.
    pub fn of(self, year: i16) -> Date {
        Date::new(year, self.0, 1).map_or(Date::MAX, Date::last_of_month)
    }
}

impl TryFrom<i8> for YearEnd {
    type Error = NotAMonth;

    fn try_from(month: i8) -> Result<Self, NotAMonth> {
        if (1..=12).contains(&month) { Ok(Self(month)) } else { Err(NotAMonth(month)) }
    }
}

impl From<YearEnd> for i8 {
    fn from(end: YearEnd) -> Self {
        end.0
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_ends_with_its_month_and_nothing_else_is_a_month() {
        assert_eq!(YearEnd::DECEMBER.of(2025), date(2025, 12, 31));
        assert_eq!(YearEnd::try_from(2).map(|end| end.of(2024)), Ok(date(2024, 2, 29)));
        for month in [0, 13, -1] {
            assert_eq!(YearEnd::try_from(month), Err(NotAMonth(month)));
        }
        assert_eq!(serde_json::from_str::<YearEnd>("6").unwrap().of(2025), date(2025, 6, 30));
        assert!(serde_json::from_str::<YearEnd>("13").is_err());
    }
}
