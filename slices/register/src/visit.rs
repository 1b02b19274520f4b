//! Visits: a delegation goes to see a cooperative, says what it found, and sees that it is mended.
//!
//! A visit changes no figure, so it is no act. Its report is signed once: what is to be corrected later is a **note** beside it, and
//! a **finding** is open until somebody says on which day it was seen to be mended, and how.
//!
//! Agents of the delegation plan and report; the cooperative reads the report, not what is planned.

mod form;
pub(crate) mod pages;
pub(crate) mod report;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod whom;

use db::Conn;
use kernel::{Date, Timestamp};

pub(crate) use pages::router;

use crate::{Done, Duty, What};

/// Why there is a visit, in the order in which purposes are offered.
pub(crate) const PURPOSES: [&str; 6] = ["creation", "regular", "overdue", "follow_up", "advice", "complaint"];

/// What a finding can be about, in the order in which it is offered.
pub(crate) const ABOUT: [&str; 9] =
    ["accounts", "meeting", "organs", "members", "capital", "activity", "premises", "statutes", "other"];

/// How far a visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is to come, or it took place and nobody has reported yet.
    Planned,
    /// It took place, and its report is signed.
    Reported,
    /// It did not take place.
    Cancelled,
}

impl State {
    const ALL: [Self; 3] = [Self::Planned, Self::Reported, Self::Cancelled];

    /// As tables and messages name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Reported => "reported",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The action of who may look at such a visit: what is only planned is not for the cooperative.
    pub(crate) const fn seen_by(self) -> &'static str {
        match self {
            Self::Reported => "see_visits",
            Self::Planned | Self::Cancelled => "see_plans",
        }
    }
}

/// A visit that somebody plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The number of the cooperative.
    pub(crate) number: String,
    /// The day.
    pub(crate) planned_on: Date,
    /// Its purpose: one of [`PURPOSES`].
    pub(crate) purpose: String,
}

/// A visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Visit {
    /// Its number.
    pub(crate) id: i64,
    /// What was planned.
    pub(crate) plan: Plan,
    /// How far it is.
    pub(crate) state: State,
    /// When it was reported or cancelled.
    pub(crate) closed_at: Option<Timestamp>,
    /// The day on which it took place.
    pub(crate) held_on: Option<Date>,
    /// What the agent saw.
    pub(crate) saw: Option<String>,
    /// What the cooperative said.
    pub(crate) heard: Option<String>,
    /// Why it was cancelled.
    pub(crate) reason: Option<String>,
}

/// What an agent reports of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// The day on which it took place.
    pub(crate) held_on: Date,
    /// What the agent saw.
    pub(crate) saw: String,
    /// What the cooperative said.
    pub(crate) heard: Option<String>,
    /// What is to be mended: about what, in words, and until when.
    pub(crate) found: Vec<Found>,
}

/// Something that is to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// What it is about: one of [`ABOUT`].
    pub(crate) code: String,
    /// What it is.
    pub(crate) says: String,
    /// The last day for it.
    pub(crate) until: Option<Date>,
}

/// A finding of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Of which visit.
    pub(crate) visit: i64,
    /// Its number within the visit.
    pub(crate) id: i64,
    /// What was found.
    pub(crate) found: Found,
    /// The day on which it was seen to be mended, and how.
    pub(crate) mended: Option<(Date, String)>,
}

/// What visits found at a cooperative and is to be mended by a day, the first of them first.
pub(crate) fn due(conn: &mut Conn, number: &str) -> db::Result<Vec<Duty>> {
    Ok(store::open_of(conn, number)?.iter().filter_map(Finding::duty).collect())
}

impl Finding {
    /// That it is to be mended; none without a last day.
    fn duty(&self) -> Option<Duty> {
        let about = ABOUT.into_iter().find(|about| *about == self.found.code).unwrap_or("other");
        let what = What::Finding { visit: self.visit, id: self.id, about };
        let done = if self.mended.is_some() { Done::Yes } else { Done::NotYet };
        Some(Duty { what, until: Some(self.found.until?), rule: None, done })
    }

    /// For how many days it is overdue; none if it is mended or there is still time.
    pub(crate) fn late(&self, today: Date) -> Option<i64> {
        let until = self.found.until.filter(|until| self.mended.is_none() && *until < today)?;
        Some((today - until).get_days().into())
    }
}

/// What was added to a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    /// What it says.
    pub(crate) says: String,
    /// When it was written.
    pub(crate) written_at: Timestamp,
}
