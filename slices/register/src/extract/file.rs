//! The extract to take along: as PDF, and as data.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Date, Known};
use proof::Proof;
use serde::Serialize;
use web::{App, FRESH, Origin, Page, Problem, Query};

use super::{
    facts::LETTERS,
    print,
    read::{Times, signed},
};

/// `GET /{lang}/cooperatives/{number}/extract`
pub(crate) async fn pdf(
    State(app): State<App>,
    page: Page,
    Origin(origin): Origin,
    Path(number): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let times = Times::asked(&mut query, &app.ledger);
    query.finish()?;
    let data = app.clone();
    let name = file_name(&number, times.on, &page);
    let document = app.blocking(move |_| {
        let proof = signed(&data, &number, times)?;
        let address = address(&origin, &proof);
        print::set(&data, &page, &proof, times.known, address)
    });
    let pdf = web::press(&document.await?).await?;
    let disposition = format!("inline; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, pdf).into_response())
}

/// Where a proof is checked online: what its code holds.
fn address(origin: &str, proof: &Proof) -> String {
    format!("{origin}/verify/{}", proof.text())
}

/// The name of the file, of which nothing means anything in a header.
fn file_name(number: &str, on: Date, page: &Page) -> String {
    let number: String = number.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    format!("extract-{number}-{on}.{}.pdf", page.t.lang())
}

/// The extract as data.
#[derive(Serialize)]
struct Data<'a> {
    number: &'a str,
    date: Date,
    known: Known,
    issued_on: Date,
    head_seq: u64,
    facts: BTreeMap<&'static str, &'a str>,
    key: String,
    proof: String,
    address: String,
}

/// `GET /api/v1/cooperatives/{number}/extract`
pub(crate) async fn data(
    State(app): State<App>,
    Origin(origin): Origin,
    Path(number): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let times = Times::asked(&mut query, &app.ledger);
    query.finish()?;
    let data = app.clone();
    let proof = app.blocking(move |_| signed(&data, &number, times)).await?;
    let statement = proof.statement();
    let fact = |(letter, name, _): &(char, &'static str, _)| Some((*name, statement.facts.get(letter)?.as_str()));
    web::json(&Data {
        number: &statement.subject,
        date: statement.on,
        known: times.known,
        issued_on: statement.issued_on,
        head_seq: statement.head.seq,
        facts: LETTERS.iter().filter_map(fact).collect(),
        key: proof.key().to_string(),
        proof: proof.text(),
        address: address(&origin, &proof),
    })
}
