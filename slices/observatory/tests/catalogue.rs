//! The catalogue for catalogues, as Turtle and JSON-LD, held against the shapes of DCAT-AP 3.0.1.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;
mod shapes;

use axum::http::{StatusCode, header};
use oxjsonld::JsonLdParser;
use oxrdf::{Graph, graph::CanonicalizationAlgorithm};
use oxttl::TurtleParser;
use sample::request::{app, get};

/// The catalogue in both forms, from a register of a handful of acts.
fn catalogue() -> [String; 2] {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::handful(&ledger);
    let app = app(ledger);
    [("ttl", "text/turtle; charset=utf-8"), ("jsonld", "application/ld+json")].map(|(ending, media)| {
        let headers = [("host", "coop.example"), ("x-forwarded-proto", "https")];
        let answer = get(&app, &format!("/data/catalogue.{ending}"), &headers);
        assert_eq!((answer.status, answer.header(header::CONTENT_TYPE)), (StatusCode::OK, media));
        answer.text().to_owned()
    })
}

fn turtle(text: &str) -> Graph {
    TurtleParser::new().for_slice(text.as_bytes()).map(Result::unwrap).collect()
}

fn shapes_of_dcat_ap() -> Graph {
    turtle(include_str!("dcat_ap/shapes.ttl"))
}

#[test]
fn the_catalogue_keeps_the_shapes_of_dcat_ap() {
    let [text, _] = catalogue();
    assert_eq!(shapes::violations(&shapes_of_dcat_ap(), &turtle(&text)), Vec::<String>::new());
    assert!(text.contains("<https://coop.example/data/acts.parquet>"), "{text}");
}

#[test]
fn a_catalogue_that_lacks_what_it_must_have_is_found() {
    let [text, _] = catalogue();
    let lacking = text.replace("dct:title", "dct:alternative").replace("dcat:accessURL", "dct:relation");
    let lacking = lacking.replace("^^xsd:dateTime", "^^xsd:string");
    let found = shapes::violations(&shapes_of_dcat_ap(), &turtle(&lacking)).join("\n");
    for expected in ["terms/title>: minCount", "accessURL>: minCount", "modified>: node", "modified>: shape"] {
        assert!(found.contains(expected), "{expected} in\n{found}");
    }
}

#[test]
fn turtle_and_json_ld_say_the_same() {
    let [text, json] = catalogue();
    let mut one = turtle(&text);
    let quads = JsonLdParser::new().for_slice(json.as_bytes()).map(Result::unwrap);
    let mut other: Graph = quads.map(oxrdf::Triple::from).collect();
    one.canonicalize(CanonicalizationAlgorithm::Unstable);
    other.canonicalize(CanonicalizationAlgorithm::Unstable);
    assert_eq!(one.len(), other.len());
    assert_eq!(one, other);
}
