//! How near the last day for something is.

use jiff::{Span, ToSpan};
use kernel::Date;
use register::ahead::{AGAIN_DAYS, FIRST_DAYS, LATE_DAYS};

/// How near the last day for something is: what one is told of once each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A month is left: time to call a general meeting.
    Month,
    /// A week is left.
    Week,
    /// The last day is over, for no longer than a month: who does nothing then is not written to for ever.
    Late,
}

impl Stage {
    /// All, in the order in which they come.
    pub const ALL: [Self; 3] = [Self::Month, Self::Week, Self::Late];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Late => "late",
        }
    }

    /// On its first day, before or after the last day for something.
    fn begins(self) -> Span {
        match self {
            Self::Month => -FIRST_DAYS.days(),
            Self::Week => -AGAIN_DAYS.days(),
            Self::Late => 1.day(),
        }
    }

    /// The day on which it begins.
    pub fn since(self, until: Date) -> Date {
        until.saturating_add(self.begins())
    }

    /// The stage of something on a day; none long before and long after its last day.
    pub fn on(until: Date, day: Date) -> Option<Self> {
        let over = day > until.saturating_add(LATE_DAYS.days());
        Self::ALL.into_iter().rev().find(|stage| stage.since(until) <= day).filter(|_| !over)
    }

    /// The day after this one on which the next stage begins.
    pub fn next(until: Date, day: Date) -> Option<Date> {
        Self::ALL.into_iter().map(|stage| stage.since(until)).find(|since| *since > day)
    }
}
