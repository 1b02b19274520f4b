//! Something that is asked of a cooperative, as people read it.

use kernel::Date;
use web::Messages;

use crate::{Duty, Threshold};

/// A duty in words.
pub(crate) struct Line {
    pub(crate) says: String,
    pub(crate) until: Option<Date>,
    pub(crate) late: Option<i64>,
    pub(crate) rule: Option<&'static Threshold>,
    /// Of a meeting that can still be held in time, the last day to call it, and the rule that says so.
    pub(crate) call_by: Option<(Date, &'static Threshold)>,
    /// The page on which it is done, without the language.
    pub(crate) page: String,
}

/// Lines of which the first are shown at once; the others are one click away.
pub(crate) struct Lines {
    pub(crate) first: Vec<Line>,
    pub(crate) later: Vec<Line>,
}

/// How many are shown at once.
const AT_ONCE: usize = 6;

impl Lines {
    /// What there is to do in the cooperative of a number.
    pub(crate) fn of<'a>(t: &Messages, number: &str, duties: impl Iterator<Item = &'a Duty>, today: Date) -> Self {
        let mut first: Vec<_> = duties.map(|duty| Line::of(t, number, duty, today)).collect();
        let later = first.split_off(AT_ONCE.min(first.len()));
        Self { first, later }
    }

    /// How many are one click away.
    pub(crate) fn more(&self) -> i64 {
        i64::try_from(self.later.len()).unwrap_or(i64::MAX)
    }
}

impl Line {
    pub(super) fn of(t: &Messages, number: &str, duty: &Duty, today: Date) -> Self {
        let late = duty.late(today);
        Self {
            says: duty.tell(t),
            until: duty.until,
            late,
            rule: duty.rule,
            call_by: duty.call_by().filter(|_| late.is_none()),
            page: duty.what.page(number),
        }
    }
}
