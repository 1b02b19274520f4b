//! The thresholds of the law as a page and as a file: what is asked, by which article, since when, and how sure that is.

use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use web::{Messages, Page, Problem, Query};

use crate::{Threshold, Weight, rules, thresholds, weights};

#[derive(Template)]
#[template(path = "rules.html")]
struct Rules {
    page: Page,
    lines: Vec<Line>,
    /// What weighs how much in the score of risk: part, why, points each time, points at most.
    weights: Vec<(String, String, u32, u32)>,
}

/// A threshold in words.
struct Line {
    code: String,
    name: String,
    value: String,
    confirmed: bool,
    /// Whether the program asks for it anywhere.
    checked: bool,
    article: String,
    source: &'static str,
    since: String,
}

/// `GET /{lang}/rules`
pub(crate) async fn show(page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let lines = thresholds().iter().map(|threshold| line(&page.t, threshold)).collect();
    let part = |weight: &Weight| {
        let says = |of: &str| page.t.get(&format!("register-part-{}{of}", weight.part.code()));
        (says(""), says("-why"), weight.points, weight.most)
    };
    let weights = weights().iter().map(part).collect();
    web::html(page.t.lang(), &Rules { lines, weights, page })
}

/// `GET /{lang}/rules/rules.csv`
pub(crate) async fn csv(query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rules.csv\""),
    ];
    Ok((headers, rules::TABLE).into_response())
}

fn line(t: &Messages, threshold: &'static Threshold) -> Line {
    Line {
        code: threshold.rule.to_string(),
        name: t.get(&format!("register-rule-{}", threshold.rule)),
        value: threshold.tell(t),
        confirmed: threshold.is_confirmed(),
        checked: threshold.rule.is_checked(),
        article: threshold.cites(t),
        source: &threshold.source,
        since: t.day(threshold.in_force_from()),
    }
}
