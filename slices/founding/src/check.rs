//! What is missing or wrong in a project, by the rules of the table. What no confirmed rule asks and what is advice only warn.

use kernel::Date;
use register::{Rule, Threshold};
use web::Messages;

use crate::{
    dossier::Dossier,
    founder::Founder,
    paper::Paper,
    person::Known,
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
    /// The rule that asks for it; none for what a file cannot be without, and for advice.
    pub(crate) rule: Option<&'static Threshold>,
    /// Whether no file stops for it: it may be shown otherwise, such as on paper at the court.
    is_advice: bool,
    /// What is wrong with an answer about the statutes.
    flaw: Option<Flaw>,
}

impl Finding {
    /// Whether the file cannot be handed in like this.
    pub(crate) fn stops(&self) -> bool {
        self.warns().is_none()
    }

    /// Why it only warns, as messages name it; none if it stops the file.
    pub(crate) fn warns(&self) -> Option<&'static str> {
        let is_confirmed = self.rule.is_none_or(Threshold::is_confirmed);
        match self.is_advice {
            true => Some("founding-advice"),
            false => (!is_confirmed).then_some("register-rules-unconfirmed"),
        }
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
    broken.map(|(code, rule, _)| Finding { step, code, rule, is_advice: false, flaw: None }).collect()
}

/// Those of `checks` that are not kept and only warn.
fn advised<const N: usize>(step: Step, checks: [(&'static str, bool); N]) -> Vec<Finding> {
    let broken = broken(step, checks.map(|(code, keeps)| (code, None, keeps)));
    broken.into_iter().map(|finding| Finding { is_advice: true, ..finding }).collect()
}

/// Founders who are younger than the rule says. How old somebody is, only those pages know that open it anyway.
pub(crate) fn minors(known: &[Known], today: Date) -> Vec<Finding> {
    let is_of_age = !known.iter().any(|known| known.is_minor(today));
    broken(Step::Founders, [("minor", Rule::FounderAgeMin.on(today), is_of_age)])
}

/// A paper that its step names, if no scan was sent along: it can be carried to the court by hand, so that only warns.
pub(crate) fn unsent(dossier: &Dossier, paper: Paper) -> Vec<Finding> {
    let (funds, (cash, kind)) = (&dossier.project.plan.funds, dossier.shares());
    let (code, is_named) = match paper {
        Paper::Signed => ("signed_scan", dossier.founders.iter().any(|founder| founder.signed.is_some())),
        Paper::Deposit => ("deposit_scan", cash > 0 && !funds.deposit.is_empty()),
        Paper::Valuation => ("report_scan", kind > 0 && !funds.report.is_empty()),
        Paper::Capital | Paper::Minutes | Paper::Court => return Vec::new(),
    };
    advised(paper.step(), [(code, !is_named)])
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
            // Collective land belongs to a community (laws 62-17 and 63-17).
            ("community", None, sheet.community.is_some() || !dossier.founders.iter().any(Founder::holds_land)),
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
    let (plan, natural) = (&dossier.project.plan, |founder: &&Founder| !founder.who.is_legal());
    let worth = |founder: &Founder| plan.funds.share_minor.is_none_or(|share| founder.is_worth(share));
    let found = broken(
        Step::Founders,
        [
            ("founders", least, least.is_none_or(|least| count >= i64::from(least.value))),
            ("shares", None, founders.iter().all(|founder| founder.shares() > 0)),
            ("legal", None, founders.iter().all(|founder| founder.who.is_identified())),
            ("kind", None, founders.iter().all(Founder::says_kind)),
            ("land", None, plan.sheet.community.is_none() || founders.iter().filter(natural).all(Founder::says_land)),
            ("signed", None, founders.iter().all(Founder::has_agreed)),
            ("runners", None, dossier.runners() > 0),
        ],
    );
    [found, advised(Step::Founders, [("kind_worth", founders.iter().all(worth))])].concat()
}

fn statutes(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let flaws = statutes::check(&Facts::of(dossier), &dossier.project.plan.statutes, today);
    let finding = |flaw: Flaw| {
        let (code, rule) = (flaw.what, flaw.rule);
        Finding { step: Step::Statutes, code, rule, is_advice: false, flaw: Some(flaw) }
    };
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
    let blocked = funds.first_paid_on.and_then(|day| Rule::CashBlockedWithin.on(day));
    let days = funds.first_paid_on.zip(funds.deposited_on);
    let in_time = |within: &Threshold| days.is_none_or(|(paid, deposited)| deposited <= within.ends(paid));
    let found = broken(
        Step::Capital,
        [
            ("share_min", least_share, least_share.is_none_or(|least| share >= least.minor())),
            ("capital_min", least_capital, least_capital.is_none_or(|least| capital >= least.minor())),
            ("paid", part, part.is_none_or(pays)),
            ("paid_more", None, paid <= cash),
            ("deposit", None, cash == 0 || !(funds.deposit.is_empty() || funds.bank.is_empty())),
            ("blocked", blocked, cash == 0 || blocked.is_none_or(in_time)),
            ("report", None, kind == 0 || !funds.report.is_empty()),
        ],
    );
    let says_days = cash == 0 || funds.deposit.is_empty() || days.is_some();
    [found, advised(Step::Capital, [("deposit_days", says_days)])].concat()
}
