//! The path, for whoever thinks of founding a cooperative: what each part of it asks, by which rule, and how long it takes.

use askama::Template;
use axum::{extract::State, response::Response};
use web::{App, Page, Problem, Query};

use super::{ahead::Ahead, rules};
use crate::stage::Stage;

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage {
    page: Page,
    stages: Vec<(Ahead, Vec<[String; 3]>)>,
}

/// `GET /{lang}/projects`
pub(super) async fn show(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let today = app.ledger.today();
    let stage = |stage: Stage| {
        let rules = stage.step().map(|step| rules(&page.t, step, today)).unwrap_or_default();
        (Ahead::of(&page.t, stage, today), rules)
    };
    let stages = Stage::all().map(stage).collect();
    web::html(page.t.lang(), &GuidePage { page, stages })
}
