//! The thresholds of the law as a page and as a file: what is asked, by which article, since when, and how sure that is.

use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Currency, Share};
use web::{Messages, Page, Problem, Query};

use crate::{Threshold, Unit, rules, thresholds};

#[derive(Template)]
#[template(path = "rules.html")]
struct Rules {
    page: Page,
    lines: Vec<Line>,
}

/// A threshold in words.
struct Line {
    code: String,
    name: String,
    value: String,
    confirmed: bool,
    article: &'static str,
    source: &'static str,
    since: String,
}

/// `GET /{lang}/rules`
pub(crate) async fn show(page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let lines = thresholds().iter().map(|threshold| line(&page.t, threshold)).collect();
    web::html(page.t.lang(), &Rules { lines, page })
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
        value: value(t, threshold),
        confirmed: threshold.is_confirmed(),
        article: &threshold.article,
        source: &threshold.source,
        since: t.day(threshold.in_force_from()),
    }
}

fn value(t: &Messages, threshold: &Threshold) -> String {
    let count = |key| t.count(key, threshold.value.into());
    match threshold.unit {
        Unit::Dirhams => t.amount(threshold.minor(), Currency::Mad),
        Unit::Percent => t.percent(Share { part: threshold.value.into(), whole: 100 }),
        Unit::Persons => count("register-unit-persons"),
        Unit::Cooperatives => count("register-unit-cooperatives"),
        Unit::Copies => count("register-unit-copies"),
        Unit::Days => count("register-unit-days"),
        Unit::Months => count("register-unit-months"),
        Unit::Years => count("register-unit-years"),
    }
}
