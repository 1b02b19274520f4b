//! The clauses, in the order in which statutes have them: when each applies, and whether the law demands it.
//!
//! A clause is demanded only where the law is known to ask for something that it says, and of it only those paragraphs; all others
//! are usual. What they say stands in the messages; numbers of the law are filled in from the dated table.

use register::{Category, Rule, Threshold, acts::Organ};

use super::{Facts, Statutes};

/// The law whose articles are named.
const LAW: &str = "Law 112-12";

/// A clause of the statutes.
pub(super) struct Clause {
    /// Its code, under which what is written otherwise is kept.
    pub(super) code: &'static str,
    /// The field in which it is written otherwise.
    pub(super) field: &'static str,
    /// Whether the law asks for it.
    pub(super) demand: Demand,
    /// Whether it belongs into statutes of this kind.
    pub(super) applies: When,
    /// What it says, one below the other.
    pub(super) paragraphs: &'static [Paragraph],
}

/// Whether the law asks for a clause.
#[derive(Clone, Copy, Debug)]
pub(super) enum Demand {
    /// It is usual.
    Usual,
    /// This article demands it.
    Article(&'static str),
    /// This rule does, as soon as it is in force and confirmed.
    Rule(Rule),
}

/// Whether something is said of a cooperative.
pub(super) type When = fn(&Facts, &Statutes) -> bool;

/// A paragraph of a clause.
pub(super) struct Paragraph {
    /// The end of its message's key.
    pub(super) key: &'static str,
    /// Whether it is said.
    pub(super) when: When,
    /// The rules whose numbers it says: where one is not in force, it is left out.
    pub(super) needs: &'static [Rule],
    /// Whether it is what the law demands of the clause; the rest is usual.
    pub(super) is_law: bool,
}

impl Paragraph {
    const fn when(self, when: When) -> Self {
        Self { when, ..self }
    }

    const fn needs(self, needs: &'static [Rule]) -> Self {
        Self { needs, ..self }
    }
}

impl Demand {
    /// The article that demands the clause on a day, with the rule that it is a number of.
    pub(super) fn on(self, day: kernel::Date) -> Option<(&'static str, Option<Rule>)> {
        match self {
            Self::Usual => None,
            Self::Article(article) => Some((article, None)),
            Self::Rule(rule) => {
                let threshold = rule.on(day).filter(|threshold| threshold.is_confirmed());
                threshold.map(|Threshold { article, .. }| (article.as_str(), Some(rule)))
            }
        }
    }
}

const fn always(_: &Facts, _: &Statutes) -> bool {
    true
}

/// A clause with its paragraphs, which is always said unless it is told when.
macro_rules! clause {
    ($code:literal, $demand:expr, [$($paragraph:expr),+ $(,)?]) => {
        clause!($code, $demand, always, [$($paragraph),+])
    };
    ($code:literal, $demand:expr, $applies:expr, [$($paragraph:expr),+ $(,)?]) => {
        Clause {
            code: $code,
            field: concat!("clause-", $code),
            demand: $demand,
            applies: $applies,
            paragraphs: &[$($paragraph),+],
        }
    };
}

/// The clauses, in their order.
pub(super) const CLAUSES: &[Clause] = &[
    clause!("form", Demand::Article(LAW), [law("form-law"), say("form-person")]),
    clause!(
        "name",
        Demand::Article("Law 112-12, art. 7"),
        [law("name"), say("name-other").when(|facts, _| facts.name_fr.is_some()), say("name-used")]
    ),
    clause!("object", Demand::Usual, [say("object"), say("object-activity"), say("object-means")]),
    clause!("seat", Demand::Usual, [say("seat"), say("seat-area"), say("seat-moved")]),
    clause!("duration", Demand::Usual, [say("duration"), say("duration-changed")]),
    clause!(
        "dealings",
        Demand::Article(LAW),
        [
            law("dealings"),
            law("dealings-supplies").when(|facts, _| facts.categories.contains(&Category::Supplies)),
            law("dealings-serves").when(|facts, _| facts.categories.contains(&Category::Serves)),
            law("dealings-employs").when(|facts, _| facts.categories.contains(&Category::Employs)),
            say("dealings-open").when(|facts, _| facts.categories.is_empty()),
            say("dealings-booked"),
        ]
    ),
    clause!(
        "members",
        Demand::Rule(Rule::MembersMin),
        [say("members"), say("members-founders"), law("members-least").needs(&[Rule::MembersMin])]
    ),
    clause!("admission", Demand::Usual, [say("admission"), say("admission-entered")]),
    clause!("withdrawal", Demand::Usual, [say("withdrawal"), say("withdrawal-paid"), say("withdrawal-heirs")]),
    clause!(
        "exclusion",
        Demand::Rule(Rule::CalledSharePaidWithin),
        [
            law("exclusion"),
            law("exclusion-unpaid").needs(&[Rule::CalledSharePaidWithin]),
            law("exclusion-waived"),
            say("exclusion-heard"),
        ]
    ),
    clause!(
        "capital",
        Demand::Rule(Rule::CapitalMin),
        [law("capital"), law("capital-least").needs(&[Rule::CapitalMin]), say("capital-changed")]
    ),
    clause!(
        "shares",
        Demand::Rule(Rule::ShareMin),
        [law("shares"), law("shares-least").needs(&[Rule::ShareMin]), law("shares-kept"), law("shares-member")]
    ),
    clause!(
        "payment",
        Demand::Rule(Rule::PaidAtSubscriptionMin),
        [
            law("payment-first").needs(&[Rule::PaidAtSubscriptionMin]),
            law("payment-rest").needs(&[Rule::PaidInFullWithin]),
            law("payment-kind"),
            law("payment-blocked").needs(&[Rule::CashBlockedWithin]),
        ]
    ),
    clause!(
        "meetings",
        Demand::Rule(Rule::MeetingWithin),
        [
            say("meetings"),
            law("meetings-yearly").needs(&[Rule::MeetingWithin]),
            say("meetings-decides"),
            say("meetings-extraordinary")
        ]
    ),
    clause!("notice", Demand::Usual, [say("notice"), say("notice-papers"), say("notice-minutes")]),
    clause!("votes", Demand::Article(LAW), [law("votes"), say("votes-equal")]),
    clause!(
        "organ",
        Demand::Usual,
        [
            say("organ-open").when(|_, answers| answers.organ.is_none()),
            say("organ-managers").when(managers),
            say("organ-managers-most").when(managers).needs(&[Rule::ManagersMax]),
            say("organ-board").when(board),
            say("organ-board-size").when(board).needs(&[Rule::BoardMin, Rule::BoardMax, Rule::BoardMultipleOf]),
            say("organ-board-renewed").when(board),
            say("organ-powers"),
        ]
    ),
    clause!(
        "accounts",
        Demand::Rule(Rule::AccountsFiledWithin),
        [say("accounts-year"), say("accounts"), law("accounts-filed").needs(&[Rule::AccountsFiledWithin])]
    ),
    clause!("reserves", Demand::Article(LAW), [law("reserves"), say("reserves-kept")]),
    clause!(
        "surplus",
        Demand::Usual,
        [say("surplus"), say("surplus-legal"), say("surplus-education"), say("surplus-rest")]
    ),
    clause!(
        "auditor",
        Demand::Usual,
        [say("auditor").needs(&[Rule::AuditorTurnoverFrom]), say("auditor-free"), say("auditor-reports")]
    ),
    clause!("dissolution", Demand::Usual, [say("dissolution"), say("dissolution-rest")]),
    clause!("disputes", Demand::Usual, [say("disputes"), say("disputes-court")]),
    clause!(
        "land",
        Demand::Usual,
        |facts, _| facts.collective_land.is_some(),
        [say("land"), say("land-kept"), say("land-ended")]
    ),
];

/// A paragraph that the law demands.
const fn law(key: &'static str) -> Paragraph {
    Paragraph { is_law: true, ..say(key) }
}

/// A paragraph that is usual.
const fn say(key: &'static str) -> Paragraph {
    Paragraph { key, when: always, needs: &[], is_law: false }
}

fn managers(_: &Facts, answers: &Statutes) -> bool {
    answers.organ == Some(Organ::Managers)
}

fn board(_: &Facts, answers: &Statutes) -> bool {
    answers.organ == Some(Organ::Board)
}
