//! The way from an idea to the register as people should know it before: the steps of the founders, and what others do then.

use kernel::Date;
use register::Rule;

use crate::step::Step;

/// The law that all of it rests on; where no article is confirmed, it is named without one.
const LAW: &str = "Law 112-12";
/// The decree about the registers.
const DECREE: &str = "Decree 2-15-617";
/// What the form of the application asks for: the category, the seat, the court.
const FORM: &str = "Decree 2-15-617, art. 2";

/// A part of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// A step of the founders.
    Own(Step),
    /// The clerk of the court enters the file in the local register.
    Court,
    /// The delegation enters its copy in the central register.
    Register,
}

impl Stage {
    /// All, in their order.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Step::ALL.map(Self::Own).into_iter().chain(Self::THEN)
    }

    /// What others do once the file is handed in.
    pub(crate) const THEN: [Self; 2] = [Self::Court, Self::Register];

    /// The step that it is, if it is one of the founders'.
    pub(crate) const fn step(self) -> Option<Step> {
        match self {
            Self::Own(step) => Some(step),
            Self::Court | Self::Register => None,
        }
    }

    /// As messages name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Own(step) => step.code(),
            Self::Court => "court",
            Self::Register => "register",
        }
    }

    /// Its picture.
    pub(crate) const fn icon(self) -> &'static str {
        match self {
            Self::Own(Step::Sheet) => "info",
            Self::Own(Step::Name) => "seal",
            Self::Own(Step::Founders) => "people",
            Self::Own(Step::Statutes) => "list",
            Self::Own(Step::Capital) => "coin",
            Self::Own(Step::Filing) => "document",
            Self::Court => "place",
            Self::Register => "table",
        }
    }

    /// The article because of which it is, as the table of rules writes it.
    pub(crate) fn article(self, today: Date) -> &'static str {
        let rule = match self {
            Self::Own(Step::Sheet) => return FORM,
            Self::Own(Step::Statutes) | Self::Register => return LAW,
            Self::Court => return DECREE,
            Self::Own(Step::Name) => Rule::NameAnsweredWithin,
            Self::Own(Step::Founders) => Rule::MembersMin,
            Self::Own(Step::Capital) => Rule::CapitalMin,
            Self::Own(Step::Filing) => Rule::CopiesFiled,
        };
        rule.on(today).map_or(LAW, |threshold| threshold.article.as_str())
    }

    /// The rules that say how long it takes; without one, founders take their time.
    pub(crate) const fn days(self) -> &'static [Rule] {
        match self {
            Self::Own(Step::Name) => &[Rule::NameAnsweredWithin],
            Self::Own(Step::Capital) => &[Rule::CashBlockedWithin, Rule::PaidInFullWithin],
            Self::Court => &[Rule::FileEnteredWithin, Rule::CopySentWithin],
            Self::Register => &[Rule::CopyEnteredWithin],
            Self::Own(_) => &[],
        }
    }

    /// The one after it; none after the last.
    pub(crate) fn next(self) -> Option<Self> {
        Self::all().skip_while(|stage| *stage != self).nth(1)
    }
}
