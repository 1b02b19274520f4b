//! The papers of which founders send scans, each kind in a place of its own: so it is known of each whether it is there.

use crate::{dossier::Dossier, step::Step};

/// A kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paper {
    /// What founders signed.
    Signed,
    /// The bank's certificate of the deposit.
    Deposit,
    /// The report on the value of what is brought in kind.
    Valuation,
    /// One of these two, from before they were kept apart: nobody can tell which.
    Capital,
    /// The minutes and the receipt.
    Minutes,
    /// What the court entered, on paper: where no clerk of it uses Twiza, the delegation has it and sends the scan.
    Court,
}

impl Paper {
    pub(crate) const ALL: [Self; 6] =
        [Self::Signed, Self::Deposit, Self::Valuation, Self::Capital, Self::Minutes, Self::Court];

    /// As addresses, messages and tables name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Signed => "founders",
            Self::Deposit => "deposit",
            Self::Valuation => "valuation",
            Self::Capital => "capital",
            Self::Minutes => "filing",
            Self::Court => "court",
        }
    }

    /// The kind of a code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }

    /// The step that stands on it.
    pub(crate) const fn step(self) -> Step {
        match self {
            Self::Signed => Step::Founders,
            Self::Deposit | Self::Valuation | Self::Capital => Step::Capital,
            Self::Minutes | Self::Court => Step::Filing,
        }
    }

    /// Whether founders are asked for it; where they are not, what is there may still be removed.
    pub(crate) fn is_asked(self, dossier: &Dossier) -> bool {
        match self {
            Self::Signed | Self::Deposit | Self::Minutes => true,
            Self::Valuation => dossier.shares().1 > 0,
            Self::Capital | Self::Court => false,
        }
    }

    /// Whether founders send it, and may remove it again.
    pub(crate) const fn is_of_founders(self) -> bool {
        !matches!(self, Self::Court)
    }

    /// With what the scans of it are kept.
    pub(crate) fn kept_with(self, project: i64) -> String {
        format!("{}/{}", of_project(project), self.code())
    }
}

/// With what all scans of a project are kept.
pub(crate) fn of_project(project: i64) -> String {
    format!("project/{project}")
}
