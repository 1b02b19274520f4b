//! The API does what its description says: every operation is asked what is described and what nobody described, by
//! everyone, and each answer must be one that the description has.

mod asked;

use std::collections::BTreeSet;

use jsonschema::Validator;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};
use testkit::http::{self, Answer};

use crate::{
    doors::{self, post},
    served::Site,
};
use asked::{Asked, Operation};

/// How often each operation is asked.
const CASES: u32 = 48;
/// The dialect of OpenAPI 3.1.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

fn description(site: &Site) -> Value {
    site.get("/api/v1/openapi.json", &[]).text().parse().unwrap()
}

/// What a place of the description says, wherever it says it.
fn resolved<'a>(whole: &'a Value, part: &'a Value) -> &'a Value {
    match part.get("$ref").and_then(Value::as_str) {
        Some(place) => resolved(whole, whole.pointer(place.trim_start_matches('#')).unwrap()),
        None => part,
    }
}

/// A schema of the description, with everything that it refers to.
fn validator(whole: &Value, schema: &Value) -> Validator {
    let schema = json!({ "$schema": DIALECT, "components": whole["components"], "allOf": [schema] });
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn errors(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Every operation of the description.
fn operations(whole: &Value) -> Vec<Operation> {
    let paths = whole["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().iter();
        methods.map(move |(method, operation)| Operation::read(whole, method, path, operation))
    });
    operations.collect()
}

#[test]
fn the_description_is_openapi_and_its_schemas_are_schemas() {
    let whole = description(&Site::up());
    let meta: Value = include_str!("openapi/schema.json").parse().unwrap();
    let faults = errors(&jsonschema::validator_for(&meta).unwrap(), &whole);
    assert!(faults.is_empty(), "{faults:#?}");
    for (name, schema) in whole["components"]["schemas"].as_object().unwrap() {
        assert!(jsonschema::draft202012::meta::is_valid(schema), "{name}");
        validator(&whole, schema);
    }
}

#[test]
fn every_address_of_the_api_is_described_and_no_other() {
    let whole = description(&Site::up());
    let operations = operations(&whole);
    let described: BTreeSet<_> =
        operations.iter().map(|operation| (operation.method.as_str(), &*operation.path)).collect();
    let routes = include_str!("../../routes.txt").lines().filter_map(|line| line.rsplit_once(' ')?.0.split_once(' '));
    let is_data = |address: &str| address.starts_with("/api/") || address == "/healthz";
    let answered: BTreeSet<_> = routes.filter(|(_, address)| is_data(address)).collect();
    assert_eq!(described, answered);
}

/// Tokens of all scopes, of an account that may do the most, and what is none.
fn tokens(site: &Site) -> Vec<String> {
    let cookie = doors::cookie(site, "administrator@demo.example");
    let scopes = ["&scope=reading", "&scope=changing", "&scope=reading&scope=changing"];
    let tokens = scopes.map(|scopes| doors::token(site, &cookie, scopes));
    let none = ["", "Bearer twiza_00000000000000000000000000000000", "Basic eDp5"].map(str::to_owned);
    none.into_iter().chain(tokens).collect()
}

/// What is wrong with an answer.
fn faults(operation: &Operation, asked: &Asked, answer: &Answer) -> Vec<String> {
    let kind = answer.header("content-type").split(';').next().unwrap().trim();
    if answer.status >= 500 {
        return vec![format!("a fault: {}", answer.status)];
    }
    if !["GET", "HEAD"].contains(&asked.method) {
        // What no address can name is not there, however it is asked for.
        let is_told = [404, 405].contains(&answer.status)
            && answer.header("allow") == "GET,HEAD"
            && kind == "application/problem+json";
        return if is_told { Vec::new() } else { vec![format!("{} instead of 405", answer.status)] };
    }
    let Some(contents) = operation.answers.get(&answer.status) else {
        return vec![format!("the status {} is not described", answer.status)];
    };
    let Some(schema) = contents.get(kind) else {
        return vec![format!("{kind} is not described for {}", answer.status)];
    };
    match schema {
        _ if asked.method == "HEAD" && answer.bytes.is_empty() => Vec::new(),
        _ if asked.method == "HEAD" => vec!["a body for HEAD".to_owned()],
        Some(schema) => match answer.text().parse() {
            Ok(body) => errors(schema, &body),
            Err(error) => vec![format!("no JSON: {error}")],
        },
        None => Vec::new(),
    }
}

#[test]
fn whatever_is_asked_of_the_api_is_answered_as_it_is_described() {
    let site = Site::up();
    let whole = description(&site);
    let number = site.extract().0;
    let tokens = tokens(&site);
    let mut found = BTreeSet::new();
    for operation in operations(&whole) {
        let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
        let fails = TestRunner::new(config).run(&operation.questions(&number), |asked| {
            let mut headers = vec![("content-type", "application/json")];
            headers.extend(asked.accept.map(|accept| ("accept", accept)));
            let token = &tokens[asked.token % tokens.len()];
            headers.extend(Some(("authorization", token.as_str())).filter(|_| !token.is_empty()));
            let answer = http::request(site.address, asked.method, &asked.target, &headers, asked.body);
            let answer = answer.map_err(|error| TestCaseError::fail(error.to_string()))?;
            match faults(&operation, &asked, &answer) {
                faults if faults.is_empty() => Ok(()),
                faults => Err(TestCaseError::fail(format!("{faults:?}\n{}", answer.text()))),
            }
        });
        found.extend(fails.err().map(|fault| format!("{} {}: {fault}", operation.method, operation.path)));
    }
    assert!(found.is_empty(), "{}", found.into_iter().collect::<Vec<_>>().join("\n\n"));
    // Whoever asks for nothing but what is described gets it.
    let trace = site.get("/api/v1/trace?measure=cooperatives&limit=3", &[]);
    assert_eq!(trace.status, 200);
    assert_eq!(post(&site, "/api/v1/trace", &[], "").status, 405);
}
