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
    /// The page of the room on which it is done.
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
    /// What there is to do.
    pub(crate) fn of<'a>(t: &Messages, duties: impl Iterator<Item = &'a Duty>, today: Date) -> Self {
        let mut first: Vec<_> = duties.map(|duty| Line::of(t, duty, today)).collect();
        let later = first.split_off(AT_ONCE.min(first.len()));
        Self { first, later }
    }

    /// How many are one click away.
    pub(crate) fn more(&self) -> i64 {
        i64::try_from(self.later.len()).unwrap_or(i64::MAX)
    }
}

impl Line {
    fn of(t: &Messages, duty: &Duty, today: Date) -> Self {
        Self { says: duty.tell(t), until: duty.until, late: duty.late(today), rule: duty.rule, page: duty.what.page() }
    }
}
