//! A submission: what founders hand in for a decision.

use kernel::{Date, Timestamp};
use register::Rule;
pub(crate) use register::State;
use serde::{Deserialize, Serialize};

use crate::project::Name;

/// About what is to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The name (law 112-12, art. 7): the delegation.
    Name,
    /// The file, for the local register: the clerk of the court (decree 2-15-617).
    Filing,
    /// The copy of the file, for the central register: the delegation.
    Entry,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Name, Self::Filing, Self::Entry];

    /// As tables and messages name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Filing => "filing",
            Self::Entry => "entry",
        }
    }

    /// The kind of a code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The action of who decides.
    pub(crate) const fn decided_by(self) -> &'static str {
        match self {
            Self::Name => "decide_name",
            Self::Filing => "decide_filing",
            Self::Entry => "decide_entry",
        }
    }

    /// The rule that says until when.
    pub(crate) const fn within(self) -> Rule {
        match self {
            Self::Name => Rule::NameAnsweredWithin,
            Self::Filing | Self::Entry => Rule::CopySentWithin,
        }
    }
}

/// What was handed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Submission {
    /// Its number.
    pub(crate) id: i64,
    /// Of which project.
    pub(crate) project: i64,
    pub(crate) kind: Kind,
    /// What is asked, as JSON: of a name the choices, of a filing the papers, of an entry what the local register says.
    pub(crate) body: String,
    /// Which account handed it in.
    pub(crate) filed_by: String,
    /// When.
    pub(crate) filed_at: Timestamp,
    pub(crate) state: State,
    /// Which account decided.
    pub(crate) decided_by: Option<String>,
    /// When it was decided.
    pub(crate) decided_at: Option<Timestamp>,
    /// Why it was returned or refused.
    pub(crate) reason: Option<String>,
    /// What was decided, as JSON.
    pub(crate) outcome: Option<String>,
}

/// The papers of a file, by what stands on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Papers {
    /// The minutes of the founders' meeting.
    pub(crate) minutes: String,
    /// The receipt of the local authority for its copy (caïd or pasha).
    pub(crate) receipt: String,
}

/// A name that was granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Granted {
    pub(crate) name: Name,
    /// The number of the certificate.
    pub(crate) number: String,
    pub(crate) issued_on: Date,
    /// Until when nobody else is granted it; none without a rule.
    pub(crate) until: Option<Date>,
}

/// What the local register says (kept by the clerk of the court of first instance).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entered {
    /// The number in the local register.
    pub(crate) local_number: String,
    pub(crate) entered_on: Date,
}

/// What the central register says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Registered {
    /// The register number.
    pub(crate) number: String,
    /// The last of the acts.
    pub(crate) act: i64,
}

impl Submission {
    /// What is asked, read.
    pub(crate) fn asked<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        serde_json::from_str(&self.body).ok()
    }

    /// What was decided, read.
    pub(crate) fn decided<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        serde_json::from_str(self.outcome.as_deref()?).ok()
    }
}
