//! An exclusion: on which ground. Of called shares that were not paid, only some time after formal notice (law 112-12, art. 26).

use std::str::FromStr;

use db::Conn;
use identity::{Error, PersonId, Vault, person};
use kernel::Date;

use crate::{
    change::{self, Finding},
    store,
};

/// How the reason is sealed.
const REASON: &str = "departure.reason";

/// On which ground a member is excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// Shares that were called were not paid.
    Unpaid,
    /// Another that the statutes name.
    Other,
}

impl Ground {
    pub(crate) const ALL: [Self; 2] = [Self::Unpaid, Self::Other];

    /// As tables know it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Other => "other",
        }
    }
}

impl FromStr for Ground {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|ground| ground.code() == code).ok_or(())
    }
}

/// What is kept of an exclusion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recorded {
    pub(crate) ground: Ground,
    pub(crate) notice_on: Option<Date>,
    /// In words, sealed with the key of the person.
    pub(crate) reason: Option<Vec<u8>>,
}

impl Recorded {
    /// The reason as it was written; none if nobody said, and of who was erased.
    pub(crate) fn reason(&self, conn: &mut Conn, vault: &Vault, person: &PersonId) -> Result<Option<String>, Error> {
        let Some(sealed) = &self.reason else { return Ok(None) };
        Ok(Some(person::key_of(conn, vault, person)?.open(REASON, sealed)?.to_string()))
    }
}

/// An exclusion as it was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exclusion {
    pub(crate) ground: Ground,
    /// When the member received formal notice.
    pub(crate) notice_on: Option<Date>,
    /// In words; empty if nobody said.
    pub(crate) reason: String,
    /// The day on which it takes effect.
    pub(crate) on: Date,
}

impl Exclusion {
    /// What rules say against it.
    pub(crate) fn findings(&self) -> Option<Finding> {
        let notice_on = self.notice_on.filter(|_| self.ground == Ground::Unpaid)?;
        change::too_soon(notice_on, self.on)
    }

    /// Writes it down; the reason is sealed with the key of the person, and is not kept without one.
    pub(crate) fn keep(
        &self,
        conn: &mut Conn,
        vault: &Vault,
        (cooperative, member): (&str, &str),
        person: Option<&PersonId>,
    ) -> Result<(), Error> {
        let reason = match person.filter(|_| !self.reason.is_empty()) {
            Some(person) => Some(person::key_of(conn, vault, person)?.seal(REASON, &self.reason)?),
            None => None,
        };
        Ok(store::exclude(conn, (cooperative, member), self, reason.as_deref())?)
    }
}
