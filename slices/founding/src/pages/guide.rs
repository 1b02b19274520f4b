//! The path, for whoever thinks of founding a cooperative: what each step asks, by which rule, and how long it takes.

use askama::Template;
use axum::{extract::State, response::Response};
use web::{App, Page, Problem, Query};

use super::rules;
use crate::step::Step;

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage {
    page: Page,
    steps: Vec<(&'static str, Vec<[String; 3]>)>,
}

/// `GET /{lang}/projects`
pub(super) async fn show(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let today = app.ledger.today();
    let steps = Step::ALL.map(|step| (step.code(), rules(&page.t, step, today))).into();
    web::html(page.t.lang(), &GuidePage { page, steps })
}
