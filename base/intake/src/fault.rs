//! What is wrong with a row: where, what was read, and what would be right.

use std::fmt;

/// A fault of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field of the vocabulary; empty if the row as a whole is meant.
    pub field: String,
    /// The column of the file, as the file calls it; several are joined by ` + `.
    pub column: String,
    /// What was read.
    pub seen: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The row has fewer fields than the header.
    #[error("the row has {has} fields, the header {wants}: a delimiter or quotation mark is missing")]
    TooFewFields {
        /// How many there are.
        has: usize,
        /// How many there should be.
        wants: usize,
    },
    /// The row has more fields than the header.
    #[error("the row has {has} fields, the header {wants}: a text with the delimiter in it needs quotation marks")]
    TooManyFields {
        /// How many there are.
        has: usize,
        /// How many there should be.
        wants: usize,
    },
    /// A value that must be known is not.
    #[error("a value is needed here")]
    Required,
    /// The value is not shaped as the profile says (its `extract` does not match).
    #[error("`{0}` is not written as expected here")]
    Shape(String),
    /// A text has a character that no text should have.
    #[error("there is an invisible control character (U+{:04X}) in it", *.0 as u32)]
    Control(char),
    /// A text could not be decoded.
    #[error("a letter was lost when the file was saved: it shows as \u{fffd}")]
    Undecoded,
    /// A text is too long.
    #[error("it has {length} characters; at most {most} are kept")]
    TooLong {
        /// How many it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// A spreadsheet's formula had no result.
    #[error("`{0}` is a spreadsheet's error, not a value")]
    Formula(String),
    /// It is not a day in any of the formats.
    #[error("`{seen}` is not a day written as {formats}")]
    NotADay {
        /// What was read.
        seen: String,
        /// The formats that are read, as an enumeration.
        formats: String,
    },
    /// The year has two digits.
    #[error("the year of `{0}` has two digits: write four")]
    ShortYear(String),
    /// There is no such month.
    #[error("there is no month {month}: the day is expected {}", if *.day_first { "before the month" } else { "after it" })]
    NoSuchMonth {
        /// The month that was read.
        month: u32,
        /// Whether the format has the day first.
        day_first: bool,
    },
    /// The month has no such day.
    #[error("month {month} of {year} has no day {day}")]
    NoSuchDay {
        /// The year.
        year: i16,
        /// The month.
        month: u32,
        /// The day that was read.
        day: u32,
    },
    /// The year is none in which anything of a register can have happened.
    #[error("the year {0} cannot be meant: years from 1700 to 2199 are read")]
    Year(i64),
    /// It is not a number.
    #[error("`{seen}` is not a number; write it as {example}")]
    NotANumber {
        /// What was read.
        seen: String,
        /// A number as it should be written.
        example: String,
    },
    /// A point or comma with three digits after it may mark thousands or decimals.
    #[error("`{0}` can be read in two ways: leave out marks between thousands, and write two decimals or none")]
    Ambiguous(String),
    /// It is not whole.
    #[error("`{0}` is not a whole number")]
    NotWhole(String),
    /// It is below zero.
    #[error("`{0}` is below zero")]
    Negative(String),
    /// It has more decimals than what it measures.
    #[error("`{seen}` has more than {most} decimals")]
    Decimals {
        /// What was read.
        seen: String,
        /// How many decimals there may be.
        most: u32,
    },
    /// It does not fit.
    #[error("`{0}` is too large")]
    TooLarge(String),
    /// It is not in the list of codes.
    #[error("`{seen}` is not in the list `{list}`{}; known are: {known}", near.as_ref().map(|near| format!(" (is `{near}` meant?)")).unwrap_or_default())]
    NotListed {
        /// What was read.
        seen: String,
        /// The list.
        list: String,
        /// The values of the list, as an enumeration.
        known: String,
        /// A value that may have been meant.
        near: Option<String>,
    },
    /// Another row says something else of the same subject.
    #[error("row {row} says otherwise of the same {subject}: {differs}")]
    Contradiction {
        /// The first other row.
        row: u64,
        /// What should be unique, with its value.
        subject: String,
        /// Which columns differ, with the other row's values.
        differs: String,
    },
    /// What the reader of the row found wrong, in its words.
    #[error("{0}")]
    Other(String),
}

impl Reason {
    /// A key for words in other languages: `intake-not-a-day`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooFewFields { .. } => "intake-too-few-fields",
            Self::TooManyFields { .. } => "intake-too-many-fields",
            Self::Required => "intake-required",
            Self::Shape(_) => "intake-shape",
            Self::Control(_) => "intake-control",
            Self::Undecoded => "intake-undecoded",
            Self::TooLong { .. } => "intake-too-long",
            Self::Formula(_) => "intake-formula",
            Self::NotADay { .. } => "intake-not-a-day",
            Self::ShortYear(_) => "intake-short-year",
            Self::NoSuchMonth { .. } => "intake-no-such-month",
            Self::NoSuchDay { .. } => "intake-no-such-day",
            Self::Year(_) => "intake-year",
            Self::NotANumber { .. } => "intake-not-a-number",
            Self::Ambiguous(_) => "intake-ambiguous",
            Self::NotWhole(_) => "intake-not-whole",
            Self::Negative(_) => "intake-negative",
            Self::Decimals { .. } => "intake-decimals",
            Self::TooLarge(_) => "intake-too-large",
            Self::NotListed { .. } => "intake-not-listed",
            Self::Contradiction { .. } => "intake-contradiction",
            Self::Other(_) => "intake-other",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.column.is_empty() {
            write!(f, "{}: ", self.column)?;
        }
        self.reason.fmt(f)
    }
}
