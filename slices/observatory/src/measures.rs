//! What is counted, as JSON or CSV.

use axum::{extract::State, http::HeaderMap, response::Response};
use kernel::Level;
use ledger::{Aggregation, Measure};
use serde::Serialize;
use web::{App, Format, Problem, Query};

use crate::figures::unit_of;

/// A measure.
#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    aggregation: &'a str,
    unit: &'a str,
    definition: &'a str,
    source: &'a str,
    dimensions: Vec<&'a str>,
}

/// All measures.
#[derive(Serialize)]
struct Told<'a> {
    measures: Vec<Row<'a>>,
}

/// `GET /api/v1/measures`
pub(crate) async fn index(State(app): State<App>, mut query: Query, headers: HeaderMap) -> Result<Response, Problem> {
    let format = Format::asked(&mut query, &headers)?;
    query.finish()?;
    let measures: Vec<_> = app.ledger.schema().measures().iter().map(row).collect();
    match format {
        Format::Json => web::json(&Told { measures }),
        Format::Csv => csv(&measures),
    }
}

fn row(measure: &Measure) -> Row<'_> {
    let levels = Level::ALL.into_iter().map(Level::code).filter(|_| measure.dimensions.contains(&"place"));
    Row {
        code: measure.code,
        aggregation: if measure.aggregation == Aggregation::Stock { "stock" } else { "flow" },
        unit: unit_of(measure.unit, None),
        definition: measure.definition,
        source: measure.source,
        dimensions: levels.chain(measure.dimensions.iter().copied()).chain(["year"]).collect(),
    }
}

fn csv(measures: &[Row<'_>]) -> Result<Response, Problem> {
    let columns = ["code", "aggregation", "unit", "definition", "source", "dimensions"];
    let texts = |row: &Row<'_>| [row.code, row.aggregation, row.unit, row.definition, row.source].map(str::to_owned);
    let rows = measures.iter().map(|row| texts(row).into_iter().chain([row.dimensions.join(" ")]));
    web::csv("measures", &columns, rows)
}
