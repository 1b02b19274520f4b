//! By what figures can be broken down, and which values there are, as JSON or CSV.

use std::collections::BTreeMap;

use axum::{extract::State, http::HeaderMap, response::Response};
use kernel::{Date, Level, Names};
use ledger::{Ledger, UNKNOWN, store};
use serde::Serialize;
use web::{App, Format, Problem, Query, Wrong};

use crate::names::Named;

/// All dimensions.
#[derive(Serialize)]
struct Told {
    date: Date,
    dimensions: Vec<Dimension>,
}

/// A dimension.
#[derive(Serialize)]
struct Dimension {
    code: &'static str,
    definition: &'static str,
    values: Vec<Value>,
}

/// One of its values.
#[derive(Default, Serialize)]
struct Value {
    code: String,
    names: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delegation: Option<String>,
}

/// `GET /api/v1/dimensions`
pub(crate) async fn index(State(app): State<App>, mut query: Query, headers: HeaderMap) -> Result<Response, Problem> {
    let format = Format::asked(&mut query, &headers)?;
    let (only, date) = (query.all("dimension"), query.day("date"));
    app.blocking(move |ledger| {
        let all = headings(ledger);
        for code in only.iter().filter(|only| !all.iter().any(|(code, _)| code == only)) {
            let codes: Vec<_> = all.iter().map(|(code, _)| *code).collect();
            query.wrong(Wrong::new(
                "dimension",
                code,
                format!("there is no such dimension; there are {}", codes.join(", ")),
            ));
        }
        query.finish()?;
        ledger.refresh()?;
        let date = date.unwrap_or_else(|| ledger.today());
        let wanted = all.into_iter().filter(|(code, _)| only.is_empty() || only.iter().any(|only| only == code));
        let values = values(ledger)?;
        let dimensions: Vec<_> = wanted.map(|heading| with_values(heading, &values, ledger, date)).collect();
        match format {
            Format::Json => web::json(&Told { date, dimensions }),
            Format::Csv => csv(&dimensions),
        }
    })
    .await
}

/// Each dimension's code and what it means.
fn headings(ledger: &Ledger) -> Vec<(&'static str, &'static str)> {
    let levels = Level::ALL.map(|level| {
        let definition = match level {
            Level::Country => "A country, read from the place of the seat.",
            Level::Region => "A region, read from the place of the seat by the territory of the reference date.",
            Level::Delegation => "A delegation of the office that keeps the register; some cross regions.",
            Level::Province => "A province or prefecture, read from the place of the seat.",
            Level::Commune => "A commune, the finest place.",
        };
        (level.code(), definition)
    });
    let columns = ledger.schema().dimensions().iter().map(|dimension| (dimension.code, dimension.definition));
    levels.into_iter().chain(columns).chain([("year", "The year of the entries; of a stock, its end.")]).collect()
}

/// Every code of the dimensions that are not places: those that have names, and those that acts have brought.
fn values(ledger: &Ledger) -> Result<BTreeMap<(String, String), Names>, Problem> {
    let terms = ledger.db().read(store::terms)?;
    let mut values: BTreeMap<_, _> = BTreeMap::new();
    let projection = ledger.projection();
    let (schema, cells) = (projection.schema(), projection.cells());
    for (index, dimension) in schema.dimensions().iter().enumerate().filter(|(_, one)| one.code != "place") {
        let mut codes: Vec<_> = cells.iter().filter_map(|cell| cell.get(index)).collect();
        codes.sort_unstable();
        codes.dedup();
        let texts = codes.into_iter().map(|code| schema.codes().text(code).to_string());
        values.extend(texts.map(|code| ((dimension.code.to_owned(), code), Names::default())));
    }
    values.extend(terms.into_iter().map(|term| ((term.dimension, term.code), term.names)));
    Ok(values)
}

fn with_values(
    (code, definition): (&'static str, &'static str),
    values: &BTreeMap<(String, String), Names>,
    ledger: &Ledger,
    date: Date,
) -> Dimension {
    let level = code.parse::<Level>().ok();
    let projection = ledger.projection();
    let holds = |from: Option<Date>, until: Option<Date>| {
        from.is_none_or(|from| from <= date) && until.is_none_or(|until| date <= until)
    };
    let all = projection.territory().on(date);
    let places = all.filter(|place| Some(place.level) == level && holds(place.from, place.until));
    let mut found: Vec<Value> = places
        .map(|place| Value {
            code: place.code.clone(),
            names: Named::from(&place.names),
            parent: place.parent.clone(),
            delegation: place.delegation.clone(),
        })
        .collect();
    let terms = values.iter().filter(|((dimension, _), _)| dimension == code && level.is_none());
    found.extend(terms.map(|((_, value), names)| Value {
        code: value.clone(),
        names: Named::from(names),
        ..Value::default()
    }));
    if level.is_some() {
        found.push(Value { code: UNKNOWN.to_owned(), ..Value::default() });
    }
    Dimension { code, definition, values: found }
}

fn csv(dimensions: &[Dimension]) -> Result<Response, Problem> {
    let columns = ["dimension", "code", "name_ar", "name_fr", "name_en", "parent", "delegation"];
    let rows = dimensions.iter().flat_map(|dimension| {
        dimension.values.iter().map(|value| {
            let [ar, fr, en] = value.names.all();
            let texts = [ar, fr, en, value.parent.as_deref(), value.delegation.as_deref()];
            [dimension.code, value.code.as_str()].into_iter().chain(texts.map(Option::unwrap_or_default))
        })
    });
    web::csv("dimensions", &columns, rows)
}
