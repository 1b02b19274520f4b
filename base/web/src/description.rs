//! The description of all addresses under `/api`, put together from what the slices bring.

use serde_json::{Map, Value, json};

use crate::{NotFit, Slice};

/// The part that is common to all: what it is, and what a problem looks like.
const FRAME: &str = include_str!("../openapi.json");

/// The whole description in OpenAPI 3.1.
pub(crate) fn whole(slices: &[Slice]) -> Result<String, NotFit> {
    let read = |name, text: &str| {
        serde_json::from_str::<Value>(text).map_err(|error| NotFit::Description(name, error.to_string()))
    };
    let mut whole = read("web", FRAME)?;
    for slice in slices {
        let Some(text) = slice.description else { continue };
        let part = read(slice.name, text)?;
        for place in ["/paths", "/components/schemas", "/components/parameters", "/components/responses"] {
            let added = part.pointer(place).and_then(Value::as_object);
            let (Some(whole), Some(added)) = (whole.pointer_mut(place).and_then(Value::as_object_mut), added) else {
                continue;
            };
            add(slice.name, whole, added)?;
        }
    }
    Ok(json!(whole).to_string())
}

fn add(name: &'static str, whole: &mut Map<String, Value>, added: &Map<String, Value>) -> Result<(), NotFit> {
    for (key, value) in added {
        if whole.insert(key.clone(), value.clone()).is_some() {
            return Err(NotFit::Description(name, format!("`{key}` is described twice")));
        }
    }
    Ok(())
}

/// The addresses under `/api` that a slice answers but does not describe, or describes but does not answer.
pub fn undescribed(slice: &Slice) -> Vec<String> {
    let described: Value = slice.description.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let paths = described.get("paths").and_then(Value::as_object);
    let described: Vec<&str> = paths.into_iter().flatten().map(|(path, _)| path.as_str()).collect();
    let answered: Vec<&str> = slice.routes.iter().map(|route| route.address).filter(|route| is_data(route)).collect();
    let missing = answered.iter().filter(|route| !described.contains(route));
    let idle = described.iter().filter(|route| !answered.contains(route));
    missing.chain(idle).map(|route| (*route).to_owned()).collect()
}

fn is_data(route: &str) -> bool {
    route.starts_with("/api/") || route == "/healthz"
}
