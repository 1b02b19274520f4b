//! What the rules ask of a file, against what is there: whoever examines it sees what is kept, and not only what is not.

use jiff::Unit;
use kernel::{Currency, Date, Share};
use register::{Rule, Threshold, acts::Organ};
use web::Messages;

use crate::{check::Finding, dossier::Dossier, person::Known};

/// The rules that ask something of a file, in the order of the steps.
const RULES: [Rule; 15] = [
    Rule::NameValidFor,
    Rule::MembersMin,
    Rule::FounderAgeMin,
    Rule::ManagersMax,
    Rule::BoardMin,
    Rule::BoardMax,
    Rule::BoardMultipleOf,
    Rule::BoardTerm,
    Rule::MeetingCalledBefore,
    Rule::LegalReserveMin,
    Rule::EducationReserveMin,
    Rule::ShareMin,
    Rule::CapitalMin,
    Rule::PaidAtSubscriptionMin,
    Rule::CashBlockedWithin,
];

/// A dossier as it is held against the rules of a day.
pub(crate) struct Held<'a> {
    pub(crate) t: &'a Messages,
    pub(crate) dossier: &'a Dossier,
    /// What is known of its founders, as far as it was opened.
    pub(crate) known: &'a [Known],
    pub(crate) today: Date,
}

/// What a rule asks, and what is there.
pub(crate) struct Against {
    pub(crate) rule: &'static Threshold,
    pub(crate) there: String,
    /// Whether that is kept.
    pub(crate) keeps: bool,
}

impl Held<'_> {
    /// Every rule of which something is there, with whether it is kept: that is, whether nothing was found by it.
    pub(crate) fn against(&self, findings: &[Finding]) -> Vec<Against> {
        let against = |rule: Rule| {
            let broken = findings.iter().filter_map(|finding| finding.rule).find(|found| found.rule == rule);
            let threshold = broken.or_else(|| rule.on(self.day_of(rule)))?;
            Some(Against { rule: threshold, there: self.there(rule)?, keeps: broken.is_none() })
        };
        RULES.into_iter().filter_map(against).collect()
    }

    /// By the rules of which day it is judged.
    fn day_of(&self, rule: Rule) -> Date {
        let day = match rule {
            Rule::NameValidFor => self.dossier.name().map(|granted| granted.issued_on),
            Rule::CashBlockedWithin => self.dossier.project.plan.funds.first_paid_on,
            _ => None,
        };
        day.unwrap_or(self.today)
    }

    /// What is there of that which a rule asks, in words; none if nobody has said it, or it does not concern this dossier.
    pub(crate) fn there(&self, rule: Rule) -> Option<String> {
        let (t, dossier, plan) = (self.t, self.dossier, &self.dossier.project.plan);
        let (statutes, funds) = (&plan.statutes, &plan.funds);
        let persons = |count: i64| t.count("register-unit-persons", count);
        let run_by = |organ| Some(dossier.runners()).filter(|runners| *runners > 0 && statutes.organ == Some(organ));
        let percent = |part: Option<i64>| Some(t.percent(Share { part: part?, whole: 100 }));
        match rule {
            Rule::NameValidFor => Some(t.day(dossier.name()?.until?)),
            Rule::MembersMin => Some(persons(i64::try_from(dossier.founders.len()).unwrap_or(i64::MAX))),
            Rule::FounderAgeMin => Some(t.count("register-unit-years", self.youngest()?)),
            Rule::ManagersMax => run_by(Organ::Managers).map(persons),
            Rule::BoardMin | Rule::BoardMax | Rule::BoardMultipleOf => run_by(Organ::Board).map(persons),
            Rule::BoardTerm => {
                let years = statutes.term_years.filter(|_| statutes.organ == Some(Organ::Board))?;
                Some(t.count("register-unit-years", years))
            }
            Rule::MeetingCalledBefore => Some(t.count("register-unit-days", statutes.notice_days?)),
            Rule::LegalReserveMin => percent(statutes.legal_reserve_percent),
            Rule::EducationReserveMin => percent(statutes.education_reserve_percent),
            Rule::ShareMin => Some(t.amount(funds.share_minor?, Currency::Mad)),
            Rule::CapitalMin => Some(t.amount(dossier.capital_minor()?, Currency::Mad)),
            Rule::PaidAtSubscriptionMin => {
                let whole = funds.share_minor?.saturating_mul(dossier.shares().0);
                Some(t.percent(Share { part: funds.paid_minor?, whole })).filter(|_| whole > 0)
            }
            Rule::CashBlockedWithin => {
                let days = (funds.deposited_on? - funds.first_paid_on?).get_days();
                Some(t.count("register-unit-days", days.into())).filter(|_| dossier.shares().0 > 0)
            }
            _ => None,
        }
    }

    /// How many years old the youngest founder is.
    fn youngest(&self) -> Option<i64> {
        let born = self.known.iter().filter_map(|known| known.details.as_ref()?.born_on).max()?;
        Some(born.until((Unit::Year, self.today)).ok()?.get_years().into())
    }
}

#[cfg(test)]
mod tests;
