//! The file: what is still missing, and handing it in at the court.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use web::{
    App, Fault, Form, Messages, Page, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{
    Head, Missing,
    ahead::Ahead,
    all_findings, closed, conflict, dossier, head, may_change, onward, own,
    papers::{self, Scans},
    to_change,
};
use crate::{
    check::{Finding, findings},
    court,
    dossier::Dossier,
    kept::Held,
    person,
    stage::Stage,
    step::Step,
    store,
    submission::{Kind, Papers},
};

#[derive(Template)]
#[template(path = "filing.html")]
struct FilingPage {
    page: Page,
    errors: Vec<Wrong>,
    head: Head,
    fields: Vec<Field>,
    /// Everything that is missing, with the address of the step in which it can be mended.
    missing: Vec<(String, Missing)>,
    /// Whether it can be handed in.
    is_ready: bool,
    number: Option<String>,
    /// The minutes and the receipt.
    scans: Scans,
    /// Whether no clerk of its court uses Twiza, as long as that matters.
    is_on_paper: bool,
    /// What others do then.
    then: Vec<Ahead>,
}

/// `GET /{lang}/projects/{id}/filing`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, None, Vec::new()).await
}

pub(super) async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    typed: Option<Papers>,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let changes = may_change(&data, ledger, &visitor, &dossier);
        let today = ledger.today();
        let head = head(&page, &dossier, Some(Step::Filing), changes, today);
        let findings = all(&data, &visitor, &dossier, &papers::of_steps(&data, &page, &dossier)?)?;
        let is_ready = head.changes && !findings.iter().any(|finding| finding.stops());
        let held = Held { t: &page.t, dossier: &dossier, known: &[], today };
        let line = |finding: &Finding| {
            let step = finding.step.code();
            (page.to(&format!("/projects/{}/{step}", dossier.project.id)), Missing::of(&held, finding))
        };
        let missing = findings.iter().map(line).collect();
        let fields = fields(&page.t, &typed.or_else(|| last(&dossier)).unwrap_or_default());
        let number = dossier.project.number.clone();
        let is_at_court = dossier.entered().is_none() || dossier.open(Kind::Filing).is_some();
        let is_on_paper = number.is_none() && is_at_court && court::is_away(ledger, &dossier)?;
        let scans = papers::of_step(&data, &page, &dossier, Step::Filing, head.changes)?;
        let then = Stage::THEN.map(|stage| Ahead::of(&page.t, stage, today)).into();
        Ok::<_, Problem>(FilingPage { page, errors, head, fields, missing, is_ready, number, scans, is_on_paper, then })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// Everything that is missing or wrong. How old the founders are is looked at once nothing else stops the file: each look is noted.
fn all(app: &App, visitor: &Visitor, dossier: &Dossier, scans: &Scans) -> Result<Vec<Finding>, Problem> {
    let today = app.ledger.today();
    let is_whole = !dossier.is_closed() && !findings(dossier, today).iter().any(Finding::stops);
    let known = match is_whole {
        true => person::of(app, dossier.project.id, &dossier.founders, (visitor, "see_project"))?,
        false => Vec::new(),
    };
    Ok(all_findings(dossier, &known, scans, today))
}

/// The papers of the last time that it was handed in.
fn last(dossier: &Dossier) -> Option<Papers> {
    dossier.submissions.iter().find(|one| one.kind == Kind::Filing)?.asked()
}

fn fields(t: &Messages, papers: &Papers) -> Vec<Field> {
    vec![
        Field::new(t, "founding", "minutes", &*papers.minutes, Input::Line),
        Field::new(t, "founding", "receipt", &*papers.receipt, Input::Line),
    ]
}

/// `POST /{lang}/projects/{id}/filing`
pub(super) async fn hand_in(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let done = app.blocking(move |ledger| {
        let found = to_change(&data, ledger, &who, &which)?;
        let mut sent = Sent::new(query);
        let version = sent.query.number("version", 0, 0..=i64::MAX);
        let papers = Papers { minutes: sent.line("minutes"), receipt: sent.line("receipt") };
        for (name, text) in [("minutes", &papers.minutes), ("receipt", &papers.receipt)] {
            if text.is_empty() {
                sent.wrong.push(Wrong::new(name, "", "name the paper").told("founding-wrong-paper"));
            }
        }
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if errors.is_empty() {
            errors.extend(match found {
                None => Some(closed()),
                Some(dossier) => submit(&data, &who, &dossier, version, &papers)?,
            });
        }
        Ok::<_, Problem>((papers, errors))
    });
    match done.await? {
        (_, errors) if errors.is_empty() => Ok(onward(&page, &format!("/projects/{id}"))),
        (papers, errors) => one(app, page, visitor, id, Some(papers), errors).await,
    }
}

/// Hands the file in with these papers, if nobody has changed it since a version. Gives what is wrong, if it is not taken.
fn submit(
    app: &App,
    visitor: &Visitor,
    dossier: &Dossier,
    version: i64,
    papers: &Papers,
) -> Result<Option<Wrong>, Problem> {
    if all(app, visitor, dossier, &Scans::new())?.iter().any(Finding::stops) {
        return Ok(Some(Wrong::new("minutes", "", "something is missing").told("founding-wrong-missing")));
    }
    let (account, now) = (visitor.account().unwrap_or_default().to_owned(), app.ledger.clock().now());
    let body = serde_json::to_string(papers).map_err(|error| Problem::Fault(Fault::new(error)))?;
    let project = dossier.project.id;
    let done = app.ledger.db().write(move |conn| {
        let same = store::touch(conn, project, version)?;
        if same {
            store::submit(conn, (project, Kind::Filing, &body), &account, now)?;
        }
        Ok::<_, db::Error>(same)
    })?;
    Ok((!done).then(conflict))
}
