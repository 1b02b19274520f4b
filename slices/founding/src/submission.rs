//! A submission: what founders hand in for a decision.

use kernel::{Date, Timestamp};
use register::Rule;
use serde::{Deserialize, Serialize};

use crate::{court::RECORD, project::Name};

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

    /// The actions by which somebody decides about it: a file is entered by the clerk, or recorded from paper by the delegation.
    pub(crate) const fn actions(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["decide_name"],
            Self::Filing => &["decide_filing", RECORD],
            Self::Entry => &["decide_entry"],
        }
    }

    /// Whether founders handed it in themselves, and may take it back: the copy of a file comes from the court.
    pub(crate) const fn is_of_founders(self) -> bool {
        matches!(self, Self::Name | Self::Filing)
    }

    /// The rule that says until when.
    pub(crate) const fn within(self) -> Rule {
        match self {
            Self::Name => Rule::NameAnsweredWithin,
            Self::Filing => Rule::FileEnteredWithin,
            Self::Entry => Rule::CopyEnteredWithin,
        }
    }
}

/// What became of what was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nobody has decided.
    Open,
    /// It came back, to be mended.
    Returned,
    Refused,
    Accepted,
    /// Founders took it back before anybody decided.
    Withdrawn,
}

impl State {
    const ALL: [Self; 5] = [Self::Open, Self::Returned, Self::Refused, Self::Accepted, Self::Withdrawn];

    /// As tables and messages name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Returned => "returned",
            Self::Refused => "refused",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
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
    /// Which account decided, or took it back.
    pub(crate) decided_by: Option<String>,
    /// When that was.
    pub(crate) decided_at: Option<Timestamp>,
    /// Why it was returned or refused.
    pub(crate) reason: Option<String>,
    /// What was decided, as JSON.
    pub(crate) outcome: Option<String>,
    /// Of a name that was granted: when its founders were told that it ends.
    pub(crate) told_at: Option<Timestamp>,
    /// Of a file that the court accepted: what it said then, as JSON; none of those of before that was kept.
    pub(crate) file: Option<String>,
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
    /// Which court, where no clerk of it uses Twiza and the delegation recorded its entry from paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) court: Option<String>,
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
