//! A project at a glance: how far each step is, and what was decided.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::person;
use kernel::Date;
use web::{App, Form, Messages, Page, Problem, Query, Visitor, Wrong};

use super::{Head, closed, dossier, head, may_change, may_keep, onward, own, papers, resource};
use crate::{
    dossier::Dossier,
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
    submissions: Vec<Handed>,
    /// Whether who looks may give it up.
    keeps: bool,
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
        let keeps = head.changes && may_keep(&data, ledger, &visitor, &dossier);
        Ok::<_, Problem>(OverviewPage { page, errors, head, number, submissions, keeps })
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
            return Ok(false);
        }
        let (attachments, now) = (data.attachments()?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            if !store::touch(conn, dossier.project.id, dossier.project.version)? {
                return Ok(false);
            }
            store::delete(conn, dossier.project.id)?;
            attachments.forget(conn, &papers::of_project(dossier.project.id))?;
            for founder in &dossier.founders {
                if let Some(person) = founder.who.person() {
                    person::erase(conn, person, now)?;
                }
            }
            Ok::<_, Problem>(true)
        })
    });
    if gone.await? {
        return Ok(onward(&page, "/projects/mine"));
    }
    one(app, page, visitor, id, vec![closed()]).await
}
