//! What is missing or wrong in a project, by the rules of the table. What no confirmed rule asks only warns.

use kernel::Date;
use register::{Rule, Threshold};
use web::Messages;

use crate::{
    dossier::Dossier,
    founder::Founder,
    statutes::{self, Facts, Flaw},
    step::Step,
};

/// Something that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Where it can be mended.
    pub(crate) step: Step,
    /// What it is, as messages name it.
    pub(crate) code: &'static str,
    /// The rule that asks for it; none for what a file cannot be without.
    pub(crate) rule: Option<&'static Threshold>,
    /// What is wrong with an answer about the statutes.
    flaw: Option<Flaw>,
}

impl Finding {
    /// Whether the file cannot be handed in like this.
    pub(crate) fn stops(&self) -> bool {
        self.rule.is_none_or(Threshold::is_confirmed)
    }

    /// In words.
    pub(crate) fn tell(&self, t: &Messages) -> String {
        if let Some(flaw) = &self.flaw {
            return flaw.tell(t);
        }
        let value = self.rule.map(|rule| rule.tell(t)).unwrap_or_default();
        t.with(&format!("founding-missing-{}", self.code), &[("value", &value)])
    }
}

/// Everything that is missing or wrong, in the order of the steps.
pub(crate) fn findings(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let parts = [
        sheet(dossier),
        name(dossier, today),
        founders(dossier, today),
        statutes(dossier, today),
        funds(dossier, today),
    ];
    parts.concat()
}

/// Those of `checks` that are not kept.
fn broken<const N: usize>(step: Step, checks: [(&'static str, Option<&'static Threshold>, bool); N]) -> Vec<Finding> {
    let broken = checks.into_iter().filter(|(.., keeps)| !keeps);
    broken.map(|(code, rule, _)| Finding { step, code, rule, flaw: None }).collect()
}

fn sheet(dossier: &Dossier) -> Vec<Finding> {
    let sheet = &dossier.project.plan.sheet;
    broken(
        Step::Sheet,
        [
            ("idea", None, !sheet.idea.is_empty()),
            ("place", None, sheet.place.is_some()),
            ("branch", None, sheet.branch.is_some()),
            ("categories", None, !sheet.categories.is_empty()),
        ],
    )
}

fn name(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let Some(granted) = dossier.name() else { return broken(Step::Name, [("name", None, false)]) };
    let valid = Rule::NameValidFor.on(granted.issued_on);
    broken(Step::Name, [("name_expired", valid, granted.until.is_none_or(|until| today <= until))])
}

fn founders(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let founders = &dossier.founders;
    let count = i64::try_from(founders.len()).unwrap_or(i64::MAX);
    let least = Rule::MembersMin.on(today);
    broken(
        Step::Founders,
        [
            ("founders", least, least.is_none_or(|least| count >= i64::from(least.value))),
            ("shares", None, founders.iter().all(|founder| founder.shares() > 0)),
            ("signed", None, founders.iter().all(Founder::has_agreed)),
            ("runners", None, dossier.runners() > 0),
        ],
    )
}

fn statutes(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let flaws = statutes::check(&Facts::of(dossier), &dossier.project.plan.statutes, today);
    let finding = |flaw: Flaw| Finding { step: Step::Statutes, code: flaw.what, rule: flaw.rule, flaw: Some(flaw) };
    flaws.into_iter().map(finding).collect()
}

fn funds(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let funds = &dossier.project.plan.funds;
    let Some(share) = funds.share_minor else { return broken(Step::Capital, [("share", None, false)]) };
    let [least_share, least_capital, part] =
        [Rule::ShareMin, Rule::CapitalMin, Rule::PaidAtSubscriptionMin].map(|rule| rule.on(today));
    let (cash, kind) = dossier.shares();
    let capital = dossier.capital_minor().unwrap_or_default();
    // In whole numbers: a quarter of what is odd is never rounded in anyone's favour.
    let [paid, cash] = [funds.paid_minor.unwrap_or_default(), share.saturating_mul(cash)].map(i128::from);
    let pays = |part: &Threshold| paid * 100 >= cash * i128::from(part.value);
    broken(
        Step::Capital,
        [
            ("share_min", least_share, least_share.is_none_or(|least| share >= least.minor())),
            ("capital_min", least_capital, least_capital.is_none_or(|least| capital >= least.minor())),
            ("paid", part, part.is_none_or(pays)),
            ("paid_more", None, paid <= cash),
            ("deposit", None, cash == 0 || !(funds.deposit.is_empty() || funds.bank.is_empty())),
            ("report", None, kind == 0 || !funds.report.is_empty()),
        ],
    )
}
