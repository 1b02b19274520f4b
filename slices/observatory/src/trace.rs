//! The acts behind a figure, as JSON or CSV.

use axum::{extract::State, http::HeaderMap, response::Response};
use kernel::Currency;
use ledger::{Question, Trace, Traced, When};
use serde::Serialize;
use web::{ACT_COLUMNS, App, Format, Problem, PublicAct, Query, act_row};

use crate::{
    figures::{self, Amount, Asked},
    wording::Wording,
};

/// The most acts of one page.
const LIMIT_MAX: i64 = 1000;

/// A trace as JSON.
#[derive(Serialize)]
struct Told<'a> {
    question: Asked<'a>,
    unit: &'a str,
    count: usize,
    total: Amount,
    acts: Vec<Row<'a>>,
    next: Option<i64>,
}

/// An act with what it adds.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    act: PublicAct<'a>,
    amount: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_minor: Option<i64>,
}

/// `GET /api/v1/trace`
pub(crate) async fn show(State(app): State<App>, mut query: Query, headers: HeaderMap) -> Result<Response, Problem> {
    let format = Format::asked(&mut query, &headers)?;
    let wording = Wording::of(&mut query);
    let after = query.number("after", 0, 0..=i64::MAX);
    let limit = query.number("limit", 100, 1..=LIMIT_MAX);
    let public = app.clone();
    app.blocking(move |ledger| {
        let question = figures::question(query, &wording, ledger)?;
        // The figure without its breakdown: it says in which currency all of it is, or that there are several.
        let whole = Question { by: Vec::new(), when: When::On(question.when.last()), ..question.clone() };
        let answer = figures::answer(ledger, &whole)?;
        let currency = figures::currency(&answer);
        let trace = ledger.trace(&question, after, usize::try_from(limit).unwrap_or(1))?;
        match format {
            Format::Csv => csv(&trace, currency),
            Format::Json => web::json(&Told {
                question: Asked::of(&question),
                unit: figures::unit_of(answer.measure.unit, currency),
                count: trace.count,
                total: Amount::of(trace.total, currency),
                acts: trace.acts.iter().map(|traced| row(&public, traced, currency)).collect(),
                next: trace.next,
            }),
        }
    })
    .await
}

fn row<'a>(app: &App, traced: &'a Traced, currency: Option<Currency>) -> Row<'a> {
    let amount_minor = currency.map(|_| traced.amount);
    Row { act: PublicAct::of(app, &traced.act), amount: written(traced.amount, currency), amount_minor }
}

fn written(amount: i64, currency: Option<Currency>) -> String {
    currency.map_or_else(|| amount.to_string(), |currency| currency.major(amount))
}

/// One line an act, without the body.
fn csv(trace: &Trace, currency: Option<Currency>) -> Result<Response, Problem> {
    let columns: Vec<_> = ACT_COLUMNS.into_iter().chain(["amount"]).collect();
    let row = |traced: &Traced| [act_row(&traced.act), vec![written(traced.amount, currency)]].concat();
    web::csv("trace", &columns, trace.acts.iter().map(row))
}
