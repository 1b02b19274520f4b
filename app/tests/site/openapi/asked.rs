//! What is asked of an operation: what it describes, what breaks it, and what has nothing to do with it.

use std::collections::BTreeMap;

use jsonschema::Validator;
use proptest::{prelude::*, sample::select};
use serde_json::Value;

use super::{resolved, validator};

/// An operation of the description.
pub(super) struct Operation {
    pub(super) method: String,
    pub(super) path: String,
    parameters: Vec<Parameter>,
    /// What is answered: for each status each type, with the schema of a body in JSON.
    pub(super) answers: BTreeMap<u16, BTreeMap<String, Option<Validator>>>,
}

struct Parameter {
    name: String,
    is_path: bool,
    is_required: bool,
    schema: Value,
}

/// A request.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) method: &'static str,
    pub(super) target: String,
    pub(super) accept: Option<&'static str>,
    pub(super) token: usize,
    pub(super) body: &'static str,
}

impl Operation {
    pub(super) fn read(whole: &Value, method: &str, path: &str, operation: &Value) -> Self {
        let parameters = operation["parameters"].as_array().into_iter().flatten().map(|parameter| {
            let parameter = resolved(whole, parameter);
            Parameter {
                name: parameter["name"].as_str().unwrap().to_owned(),
                is_path: parameter["in"] == "path",
                is_required: parameter["required"] == true,
                schema: parameter["schema"].clone(),
            }
        });
        let answers = operation["responses"].as_object().unwrap().iter().map(|(status, answer)| {
            let contents = resolved(whole, answer)["content"].as_object().into_iter().flatten();
            let contents = contents.map(|(kind, content)| {
                let schema = kind.ends_with("json").then(|| validator(whole, &content["schema"]));
                (kind.clone(), schema)
            });
            (status.parse().unwrap(), contents.collect())
        });
        let (method, path) = (method.to_uppercase(), path.to_owned());
        Self { method, path, parameters: parameters.collect(), answers: answers.collect() }
    }

    /// Questions to this operation. A cooperative of this number is there.
    pub(super) fn questions(&self, number: &str) -> impl Strategy<Value = Asked> + use<> {
        let names: Vec<_> =
            self.parameters.iter().map(|parameter| (parameter.name.clone(), parameter.is_path)).collect();
        let path = self.path.clone();
        let values: Vec<_> = self.parameters.iter().map(|parameter| value_of(parameter, number)).collect();
        let extra = prop_oneof![
            8 => Just(None),
            1 => bad().prop_map(|value| Some(("asof".to_owned(), value))),
            1 => (bad(), bad()).prop_map(Some),
        ];
        let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"];
        let method = prop_oneof![12 => Just("GET"), 2 => select(methods.to_vec())];
        let accepts =
            ["application/json", "text/csv", "*/*", "text/html", "image/png;q=x", ",,;q=", "text/csv;q=0, */*"];
        let accept = prop_oneof![1 => Just(None), 1 => select(accepts.to_vec()).prop_map(Some)];
        let body = prop_oneof![8 => Just(""), 1 => select(vec!["{\"a\":[1,2]}", "[[[[", "a=1&b=2"])];
        (values, extra, proptest::bool::weighted(0.1), method, accept, body, 0_usize..100).prop_map(
            move |(values, extra, twice, method, accept, body, token)| {
                let mut path = path.clone();
                let mut query = Vec::new();
                for ((name, is_path), value) in names.iter().zip(values) {
                    let Some(value) = value else { continue };
                    match is_path {
                        true => path = path.replace(&format!("{{{name}}}"), &written(&value)),
                        false => query.push(format!("{name}={}", written(&value))),
                    }
                }
                query.extend(extra.map(|(name, value)| format!("{}={}", written(&name), written(&value))));
                if let Some(first) = query.first().cloned().filter(|_| twice) {
                    query.push(first);
                }
                let target = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
                Asked { method, target, accept, token, body }
            },
        )
    }
}

/// A value of a parameter, or none: mostly what is described.
fn value_of(parameter: &Parameter, number: &str) -> BoxedStrategy<Option<String>> {
    let good = match parameter.name.as_str() {
        "number" => Just(number.to_owned()).boxed(),
        _ => described(&parameter.schema),
    };
    if parameter.is_path {
        // An address that ends early is another one.
        return prop_oneof![3 => good, 1 => bad().prop_filter("empty", |value| !value.is_empty())]
            .prop_map(Some)
            .boxed();
    }
    let absent = if parameter.is_required { 1 } else { 6 };
    prop_oneof![absent => Just(None), 6 => good.prop_map(Some), 1 => bad().prop_map(Some)].boxed()
}

/// What the schema of a parameter describes.
fn described(schema: &Value) -> BoxedStrategy<String> {
    let text = |value: &Value| match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let listed = |name: &str| schema[name].as_array().map(|all| all.iter().map(text).collect::<Vec<_>>());
    if let Some(values) = listed("enum") {
        return select(values).boxed();
    }
    if schema["format"] == "date" {
        return (1990_u32..2026, 1_u32..13, 1_u32..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")).boxed();
    }
    if schema["type"] == "integer" {
        let [least, most] = [("minimum", 0), ("maximum", 1000)].map(|(name, or)| schema[name].as_i64().unwrap_or(or));
        return (least..=most.min(1000)).prop_map(|number| number.to_string()).boxed();
    }
    match listed("examples") {
        Some(examples) => prop_oneof![4 => select(examples), 1 => "[a-z]{1,8}"].boxed(),
        None => "[a-zA-Z0-9.]{1,8}".boxed(),
    }
}

/// What nobody described.
fn bad() -> BoxedStrategy<String> {
    let known = [
        "",
        " ",
        "-1",
        "0",
        "99999999999999999999",
        "1e9",
        "null",
        "[]",
        "2022-02-30",
        "9999-12-31",
        "-0001-01-01",
        "NaN",
        "%",
        "\0",
        "' or 1=1 --",
        "..",
        "../../etc/passwd",
        "٢٠٢٢-٠١-٠١",
        "🐪",
        "a=b=c",
        "=",
        "<script>",
        "\u{202e}x",
        "2022-12-31T25:00:00Z",
        "members,members",
        "delegation=NOWHERE",
        "year",
    ];
    let known = known.map(str::to_owned).to_vec();
    prop_oneof![4 => select(known), 2 => any::<String>(), 1 => Just("x".repeat(6_000))].boxed()
}

/// A text as an address carries it.
fn written(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
