//! What whoever examines a file reads: who founds, what the rules ask against what is there, what is missing, what was changed since the
//! court had accepted it, and which articles the law demands and the founders wrote otherwise.

use web::{App, Page, Problem, Visitor};

use super::{
    super::{Missing, all_findings, founders, founders::Shown, papers::Scans, statutes::facts},
    changed::{self, Changed},
};
use crate::{
    dossier::Dossier,
    kept::Held,
    person,
    statutes::{self, Article},
    submission::Submission,
};

/// A file as it is examined.
#[derive(Default)]
pub(super) struct Examined {
    pub(super) founders: Vec<Shown>,
    pub(super) missing: Vec<Missing>,
    pub(super) kept: Vec<Kept>,
    pub(super) changed: Option<Changed>,
    pub(super) flagged: Vec<Article>,
}

/// A rule, what it asks and what is there, as people read it.
pub(super) struct Kept {
    pub(super) rule: String,
    pub(super) asked: String,
    pub(super) there: String,
    /// Where the rule stands; empty where no article is known.
    pub(super) article: String,
    pub(super) is_confirmed: bool,
    pub(super) keeps: bool,
}

/// A file as somebody examines it for an action: that the persons who found were looked at is noted.
pub(super) fn examined(
    app: &App,
    page: &Page,
    asked: (&Visitor, &str),
    (submission, dossier): (&Submission, &Dossier),
    scans: &Scans,
) -> Result<Examined, Problem> {
    let (t, today) = (&page.t, app.ledger.today());
    let known = person::of(app, dossier.project.id, &dossier.founders, asked)?;
    let findings = all_findings(dossier, &known, scans, today);
    let articles = statutes::compose(t, &facts(app, page, dossier)?, &dossier.project.plan.statutes, today);
    let held = Held { t, dossier, known: &known, today };
    let kept = held.against(&findings).into_iter().map(|against| Kept {
        rule: t.get(&format!("register-rule-{}", against.rule.rule)),
        asked: against.rule.tell(t),
        there: against.there,
        article: against.rule.cites(t),
        is_confirmed: against.rule.is_confirmed(),
        keeps: against.keeps,
    });
    Ok(Examined {
        founders: founders::shown(t, &app.ledger, &known),
        missing: findings.iter().map(|finding| Missing::of(&held, finding)).collect(),
        kept: kept.collect(),
        changed: changed::since(app, page, (submission, dossier), &known)?,
        flagged: articles.into_iter().filter(Article::is_flagged).collect(),
    })
}
