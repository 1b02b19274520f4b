//! A request: an act that is not recorded yet.

use kernel::{Date, Timestamp};
use ledger::{Act, Draft, Hash, VOIDED};

use crate::store::subject;

/// How far something is that was handed in for a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has decided.
    Open,
    /// Something is missing or wrong: it can be filed again.
    Returned,
    /// It will not be done.
    Refused,
    /// It is granted: a request is then recorded.
    Accepted,
    /// Who filed it took it back before anybody had decided.
    Withdrawn,
}

impl State {
    const ALL: [Self; 5] = [Self::Open, Self::Returned, Self::Refused, Self::Accepted, Self::Withdrawn];

    /// As tables and messages name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Returned => "returned",
            Self::Refused => "refused",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A request about which nobody has decided, as far as it tells whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Open {
    /// Its number.
    pub(crate) id: i64,
    /// The number of the cooperative.
    pub(crate) number: String,
    /// The kind of the act.
    pub(crate) kind: String,
    /// Which account filed it.
    pub(crate) filed_by: String,
}

/// What somebody asks to have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// Its number.
    pub(crate) id: i64,
    /// The number of the cooperative.
    pub(crate) number: String,
    /// The kind of the act.
    pub(crate) kind: String,
    /// The day on which it takes effect.
    pub(crate) effective_on: Date,
    /// What the act says.
    pub(crate) body: String,
    /// On which paper it stands.
    pub(crate) document: String,
    /// Which account filed it.
    pub(crate) filed_by: String,
    /// When.
    pub(crate) filed_at: Timestamp,
    /// How far it is.
    pub(crate) state: State,
    /// When it was decided, or withdrawn.
    pub(crate) decided_at: Option<Timestamp>,
    /// Why it was returned or refused.
    pub(crate) reason: Option<String>,
    /// The act that it became.
    pub(crate) act: Option<i64>,
    /// The act that it asks to have voided.
    pub(crate) voids: Option<i64>,
    /// The request that was returned, and which this one corrects.
    pub(crate) again: Option<i64>,
}

/// What policies ask of a request: the number of its cooperative, the kind of its act, and which account filed it.
pub(crate) type Asked<'a> = (&'a str, &'a str, &'a str);

impl Open {
    /// What policies ask of it.
    pub(crate) fn asked(&self) -> Asked<'_> {
        (&self.number, &self.kind, &self.filed_by)
    }
}

impl Request {
    /// What policies ask of it.
    pub(crate) fn asked(&self) -> Asked<'_> {
        (&self.number, &self.kind, &self.filed_by)
    }

    /// What is recorded once it is accepted by an account that has seen the acts up to `seen`.
    pub(crate) fn draft(&self, account: &str, seen: i64) -> Draft {
        Draft {
            subject: subject(&self.number),
            kind: self.voids.map_or_else(|| self.kind.clone(), |_| VOIDED.to_owned()),
            effective_on: Some(self.effective_on),
            author: format!("account/{account}"),
            document: Some(format!("request {}: {}", self.id, self.document)),
            voids: self.voids,
            body: self.body.clone(),
            seen: Some(seen),
        }
    }

    /// The act that it asks for, as if it were recorded in this place of the journal.
    pub(crate) fn as_act(&self, seq: i64) -> Act {
        let Draft { subject, kind, effective_on, author, document, voids, body, .. } = self.draft("", 0);
        let (recorded_at, hash) = (Timestamp::MAX, Hash::ZERO);
        Act { seq, subject, kind, effective_on, recorded_at, author, document, voids, body, hash }
    }
}
