//! Names and postal addresses: what people write freely.

use std::{fmt, str::FromStr};

/// One line about a person, in any script; white space within it is single spaces.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Line(String);

/// Why a text is not such a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALine {
    /// Nothing was typed.
    #[error("something must be written here")]
    Empty,
    /// It has this many characters.
    #[error("at most 300 characters fit here, not {0}")]
    Length(usize),
    /// It has a character that does not show, such as U+0000.
    #[error("{0:?} cannot be written here")]
    Control(char),
}

impl Line {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Line {
    type Err = NotALine;

    fn from_str(typed: &str) -> Result<Self, NotALine> {
        let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        match (line.chars().count(), line.chars().find(|c| c.is_control())) {
            (0, _) => Err(NotALine::Empty),
            (_, Some(control)) => Err(NotALine::Control(control)),
            (length, None) if length > 300 => Err(NotALine::Length(length)),
            _ => Ok(Self(line)),
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Not the text.
impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Line(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_has_single_spaces_and_1_to_300_characters() {
        assert_eq!(" فاطمة\n الزهراء\t".parse::<Line>().unwrap().as_str(), "فاطمة الزهراء");
        assert_eq!(" \n".parse::<Line>(), Err(NotALine::Empty));
        assert_eq!("a\0b".parse::<Line>(), Err(NotALine::Control('\0')));
        assert!("é".repeat(300).parse::<Line>().is_ok());
        assert_eq!("é".repeat(301).parse::<Line>(), Err(NotALine::Length(301)));
    }

    proptest! {
        #[test]
        fn a_line_survives_being_written_and_read(text in ".*") {
            if let Ok(line) = text.parse::<Line>() {
                prop_assert_eq!(line.to_string().parse(), Ok(line));
            }
        }
    }
}
