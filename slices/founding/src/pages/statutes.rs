//! The statutes.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use register::acts::Organ;
use web::{App, Form, Messages, Page, Problem, Query, Visitor, Wrong};

use super::{Head, closed, conflict, dossier, head, may_change, onward, own, to_change};
use crate::{
    form::{Field, Input, Sent},
    statutes::Statutes,
    step::Step,
    store,
};

#[derive(Template)]
#[template(path = "statutes.html")]
struct StatutesPage {
    page: Page,
    errors: Vec<Wrong>,
    head: Head,
    fields: Vec<Field>,
}

/// `GET /{lang}/projects/{id}/statutes`
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

async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    typed: Option<Statutes>,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let changes = may_change(&data, ledger, &visitor, &dossier);
        let head = head(&page, &dossier, Some(Step::Statutes), changes, ledger.today());
        let statutes = typed.unwrap_or_else(|| dossier.project.plan.statutes.clone());
        let fields = fields(&page.t, &statutes);
        Ok::<_, Problem>(StatutesPage { page, errors, head, fields })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

fn fields(t: &Messages, statutes: &Statutes) -> Vec<Field> {
    let organ = match statutes.organ {
        Some(Organ::Managers) => "managers",
        Some(Organ::Board) => "board",
        None => "",
    };
    let organs = vec![
        (String::new(), t.get("founding-choose")),
        ("managers".to_owned(), t.get("register-told-organ-managers")),
        ("board".to_owned(), t.get("register-told-organ-board")),
    ];
    let term = statutes.term_years.map(|years| years.to_string()).unwrap_or_default();
    vec![
        Field::new(t, "object", &*statutes.object, Input::Text),
        Field::new(t, "organ", organ, Input::Choice(organs)),
        Field::new(t, "term", term, Input::Number),
    ]
}

/// `POST /{lang}/projects/{id}/statutes`
pub(super) async fn save(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let statutes = Statutes {
        object: sent.text("object"),
        organ: match sent.query.one("organ").as_deref() {
            Some("managers") => Some(Organ::Managers),
            Some("board") => Some(Organ::Board),
            _ => None,
        },
        term_years: sent.number("term"),
    };
    sent.query.finish()?;
    let mut errors = sent.wrong;
    let (data, who, which, written) = (app.clone(), visitor.clone(), id.clone(), statutes.clone());
    if errors.is_empty() {
        let saved = app.blocking(move |ledger| {
            let Some(dossier) = to_change(&data, ledger, &who, &which)? else { return Ok(Some(closed())) };
            let mut plan = dossier.project.plan;
            plan.statutes = written;
            let project = dossier.project.id;
            let saved = ledger.db().write(move |conn| store::save(conn, project, version, &plan))?;
            Ok::<_, Problem>((!saved).then(conflict))
        });
        match saved.await? {
            None => return Ok(onward(&page, &format!("/projects/{id}/statutes"))),
            Some(wrong) => errors.push(wrong),
        }
    }
    one(app, page, visitor, id, Some(statutes), errors).await
}
