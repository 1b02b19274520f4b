//! The steps of the path, in their order, and how far each is.

use kernel::Date;
use register::Rule;

use crate::{
    check::Finding,
    dossier::Dossier,
    submission::{Kind, State as Decision},
};

/// A step of the path from an idea to a registered cooperative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// What it is about.
    Sheet,
    /// The name, which the delegation grants (law 112-12, art. 7).
    Name,
    /// Who founds it.
    Founders,
    /// By which rules it lives.
    Statutes,
    /// What the members bring in (law 112-12, art. 26).
    Capital,
    /// The file at the court, and its copy at the delegation (decree 2-15-617).
    Filing,
}

impl Step {
    pub(crate) const ALL: [Self; 6] =
        [Self::Sheet, Self::Name, Self::Founders, Self::Statutes, Self::Capital, Self::Filing];

    /// As addresses and messages name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Name => "name",
            Self::Founders => "founders",
            Self::Statutes => "statutes",
            Self::Capital => "capital",
            Self::Filing => "filing",
        }
    }

    /// The rules by which it goes, as people should know them before.
    pub(crate) const fn rules(self) -> &'static [Rule] {
        match self {
            Self::Sheet => &[],
            Self::Name => &[Rule::NameAnsweredWithin, Rule::NameValidFor],
            Self::Founders => &[Rule::MembersMin, Rule::FounderAgeMin],
            Self::Statutes => &[Rule::ManagersMax, Rule::BoardMin, Rule::BoardTerm],
            Self::Capital => &[
                Rule::CapitalMin,
                Rule::ShareMin,
                Rule::PaidAtSubscriptionMin,
                Rule::PaidInFullWithin,
                Rule::CashBlockedWithin,
            ],
            Self::Filing => &[Rule::CopiesFiled, Rule::CopySentWithin],
        }
    }

    /// The one after it.
    pub(crate) fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self)
    }
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Nothing is left to do.
    Done,
    /// Others decide, until this day if a rule says so.
    Waits(Option<Date>),
    /// It came back with a reason.
    Returned,
    /// Nothing is missing: it can be handed in.
    Ready,
    /// So much is missing.
    Missing(usize),
}

impl Progress {
    /// As messages name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Waits(_) => "waits",
            Self::Returned => "returned",
            Self::Ready => "ready",
            Self::Missing(_) => "missing",
        }
    }
}

/// How far each step of a project is, by everything that is missing or wrong in it.
pub(crate) fn progress(dossier: &Dossier, findings: &[Finding]) -> [(Step, Progress); 6] {
    Step::ALL.map(|step| {
        let kinds: &[Kind] = match step {
            Step::Name => &[Kind::Name],
            Step::Filing => &[Kind::Filing, Kind::Entry],
            _ => &[],
        };
        // What came last counts: submissions stand newest first.
        let last = dossier.submissions.iter().find(|one| kinds.contains(&one.kind));
        let progress = match last.map(|last| (last.state, last)) {
            Some((Decision::Open, last)) => Progress::Waits(dossier.until(last)),
            Some((Decision::Returned | Decision::Refused, _)) => Progress::Returned,
            Some((Decision::Accepted, last)) if last.kind != Kind::Filing => Progress::Done,
            // The file is whole when every step is.
            _ => {
                match findings.iter().filter(|one| one.stops() && (step == Step::Filing || one.step == step)).count() {
                    0 if step == Step::Filing => Progress::Ready,
                    0 => Progress::Done,
                    count => Progress::Missing(count),
                }
            }
        };
        (step, progress)
    })
}
