//! A general meeting that was held.

use serde::{Deserialize, Serialize};

/// What is said of a general meeting; the day of the act is the day of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralMeetingHeld {
    /// Whether it approved the accounts of the financial year, which only an ordinary one does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub accounts_approved: bool,
    /// `ordinary` or `extraordinary`.
    pub meeting: Meeting,
    /// How many members were present or represented.
    pub present: i64,
    /// The financial year about whose accounts it was; none of an extraordinary one that was about something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
}

/// A kind of general meeting (law 112-12: the ordinary one at least once a year).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meeting {
    /// About the accounts of a financial year.
    Ordinary,
    /// About the statutes, or what cannot wait.
    Extraordinary,
}

impl Meeting {
    /// As forms and messages name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Extraordinary => "extraordinary",
        }
    }
}
