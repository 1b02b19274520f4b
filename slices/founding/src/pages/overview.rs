//! A project at a glance: how far each step is, and what was decided.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::person;
use kernel::Date;
use web::{App, Form, Messages, Page, Problem, Query, Visitor, Wrong};

use super::{Head, closed, conflict, dossier, head, may_change, may_keep, onward, own, resource};
use crate::{
    dossier::Dossier,
    paper::of_project,
    store,
    submission::{State as Decision, Submission},
};

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    page: Page,
    errors: Vec<Wrong>,
    head: Head,
    number: Option<String>,
    /// The name that was granted, and the last day on which it is kept.
    name: Option<(String, Option<Date>)>,
    /// The day on which what whoever looks had confirmed was changed.
    lapsed_on: Option<Date>,
    /// Whether who looks opened the project.
    opened: bool,
    submissions: Vec<Handed>,
    /// Whether who looks may give it up.
    keeps: bool,
}

impl OverviewPage {
    /// How to confirm anew: whoever prepares the project by their own entry, others by the link that they were sent.
    fn lapsed(&self) -> &'static str {
        if self.opened { "founding-lapsed-own" } else { "founding-lapsed-yours" }
    }
}

/// What was handed in, as people read it.
struct Handed {
    id: i64,
    what: String,
    says: String,
    state: Decision,
    filed_on: Date,
    reason: Option<String>,
}

fn handed(t: &Messages, dossier: &Dossier, submission: &Submission) -> Handed {
    Handed {
        id: submission.id,
        what: t.get(&format!("founding-submission-{}", submission.kind.code())),
        says: t.get(&format!("founding-decided-{}", submission.state.code())),
        state: submission.state,
        filed_on: dossier.filed_on(submission),
        reason: submission.reason.clone(),
    }
}

/// `GET /{lang}/projects/{id}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, Vec::new()).await
}

async fn one(app: App, page: Page, visitor: Visitor, id: String, errors: Vec<Wrong>) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let changes = may_change(&data, ledger, &visitor, &dossier);
        let head = head(&page, &dossier, None, changes, ledger.today());
        let submissions = dossier.submissions.iter().map(|one| handed(&page.t, &dossier, one)).collect();
        let number = dossier.project.number.clone();
        let name = dossier.name().filter(|_| number.is_none()).map(|granted| (granted.name.tell(), granted.until));
        let lapsed = dossier.confirmed_by(visitor.account()).and_then(|confirmed| confirmed.lapsed_at);
        let lapsed_on = lapsed.map(|at| ledger.zone().to_datetime(at).date());
        let keeps = head.changes && dossier.entered().is_none() && may_keep(&data, ledger, &visitor, &dossier);
        let opened = visitor.account() == Some(dossier.project.opened_by.as_str());
        Ok::<_, Problem>(OverviewPage { page, errors, head, number, name, lapsed_on, opened, submissions, keeps })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// `POST /{lang}/projects/{id}`: the project is given up, and everything known of its founders is erased.
pub(super) async fn give_up(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let is_meant = sent.flag("give_up");
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let gone = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &who, &which)?;
        who.may(&data, "keep_project", &resource(ledger, &dossier))?;
        sent.finish()?;
        if !is_meant || dossier.is_closed() {
            return Ok(Err(is_meant.then(closed)));
        }
        // Whoever stands in the local register is a cooperative by law: that is mended, and not undone by leaving.
        if let Some((_, entered)) = dossier.entered() {
            let wrong = Wrong::new("give_up", &entered.local_number, "the court has entered it");
            return Ok(Err(Some(wrong.told("founding-wrong-entered-keeps"))));
        }
        let (attachments, now) = (data.attachments()?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            if !store::touch(conn, dossier.project.id, dossier.project.version)? {
                return Ok(Err(Some(conflict())));
            }
            store::delete(conn, dossier.project.id)?;
            attachments.forget(conn, &of_project(dossier.project.id))?;
            for founder in &dossier.founders {
                if let Some(person) = founder.who.person() {
                    person::erase(conn, person, now)?;
                }
            }
            Ok::<_, Problem>(Ok(()))
        })
    });
    match gone.await? {
        Ok(()) => Ok(onward(&page, "/projects/mine")),
        Err(wrong) => one(app, page, visitor, id, wrong.into_iter().collect()).await,
    }
}
