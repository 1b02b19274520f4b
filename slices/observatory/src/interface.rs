//! The interface for programs, as a page for people: every address with its parameters and an example to click.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use serde_json::Value;
use web::{App, FRESH, Fault, Origin, Page, Problem};

/// The page.
#[derive(Template)]
#[template(path = "interface.html")]
struct Interface {
    page: Page,
    /// The site as the reader calls it, for lines to copy.
    origin: String,
    addresses: Vec<Address>,
}

/// An address as the description of the interface has it, in English.
struct Address {
    path: String,
    summary: String,
    parameters: Vec<(String, String)>,
    example: Option<String>,
}

/// What to click on, by address.
const EXAMPLES: [(&str, &str); 5] = [
    (
        "/api/v1/figures",
        "/api/v1/figures?measure=cooperatives&date=2022-12-31&known=2023-12-31&where=delegation%3DKEN&by=province&share",
    ),
    ("/api/v1/trace", "/api/v1/trace?measure=cooperatives&date=2022-12-31&where=delegation%3DKEN&limit=5"),
    ("/api/v1/measures", "/api/v1/measures"),
    ("/api/v1/dimensions", "/api/v1/dimensions?dimension=region"),
    ("/api/v1/cooperatives", "/api/v1/cooperatives?limit=5"),
];

/// `GET /{lang}/interface`
pub(crate) async fn show(State(app): State<App>, page: Page, Origin(origin): Origin) -> Result<Response, Problem> {
    let description: Value =
        serde_json::from_str(app.description()).map_err(|error| Problem::Fault(Fault::new(error)))?;
    let paths = description.get("paths").and_then(Value::as_object);
    let addresses = paths.into_iter().flatten().map(|(path, told)| address(&description, path, told)).collect();
    let shown = web::html(page.t.lang(), &Interface { page, origin, addresses })?;
    // How the reader calls the site is told to no other reader: the page is not kept.
    Ok((FRESH, shown).into_response())
}

fn address(description: &Value, path: &str, told: &Value) -> Address {
    let get = told.get("get");
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let parameters = get.and_then(|get| get.get("parameters")).and_then(Value::as_array);
    let parameter = |parameter: &Value| {
        let named = parameter.get("$ref").and_then(Value::as_str).and_then(|place| place.strip_prefix('#'));
        let parameter = named.and_then(|place| description.pointer(place)).unwrap_or(parameter);
        (text(parameter.get("name")), text(parameter.get("description")))
    };
    Address {
        path: path.to_owned(),
        summary: text(get.and_then(|get| get.get("summary"))),
        parameters: parameters.into_iter().flatten().map(parameter).collect(),
        example: EXAMPLES.iter().find(|(of, _)| *of == path).map(|(_, example)| (*example).to_owned()),
    }
}
