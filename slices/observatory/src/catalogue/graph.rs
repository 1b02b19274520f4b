//! A graph of statements (RDF), written as Turtle and as JSON-LD.

use std::fmt::Write;

use kernel::Lang;
use serde_json::{Map, Value, json};

/// The vocabularies, by their short names.
const VOCABULARIES: [(&str, &str); 5] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Something that is described. Addresses in it are ours or well known, and have no letter that must be written otherwise.
pub(super) struct Node {
    address: Option<String>,
    class: &'static str,
    says: Vec<(&'static str, Term)>,
}

/// What is said of it.
pub(super) enum Term {
    /// Something with an address.
    Iri(String),
    /// Text in a language.
    Text(String, Lang),
    /// A value of a type.
    Value(String, &'static str),
    /// Something that has no address.
    Node(Node),
}

impl Node {
    pub(super) const fn new(class: &'static str, address: String) -> Self {
        Self { address: Some(address), class, says: Vec::new() }
    }

    /// Something that has no address.
    pub(super) const fn blank(class: &'static str) -> Self {
        Self { address: None, class, says: Vec::new() }
    }

    pub(super) fn says(mut self, property: &'static str, term: Term) -> Self {
        self.says.push((property, term));
        self
    }

    pub(super) fn links(self, property: &'static str, address: impl Into<String>) -> Self {
        self.says(property, Term::Iri(address.into()))
    }

    /// A text in each language.
    pub(super) fn texts(self, property: &'static str, text: impl Fn(Lang) -> String) -> Self {
        Lang::ALL.into_iter().fold(self, |node, lang| node.says(property, Term::Text(text(lang), lang)))
    }

    fn turtle(&self, text: &mut String, indent: usize) {
        let _ = write!(text, "a {}", self.class);
        for (property, term) in &self.says {
            let _ = write!(text, " ;\n{:indent$}{property} ", "");
            match term {
                Term::Iri(address) => {
                    let _ = write!(text, "<{address}>");
                }
                Term::Text(said, lang) => {
                    let _ = write!(text, "{}@{lang}", json!(said));
                }
                Term::Value(value, kind) => {
                    let _ = write!(text, "{}^^{kind}", json!(value));
                }
                Term::Node(node) => {
                    text.push_str("[ ");
                    node.turtle(text, indent + 4);
                    text.push_str(" ]");
                }
            }
        }
    }

    fn json(&self) -> Value {
        let mut object = Map::new();
        if let Some(address) = &self.address {
            object.insert("@id".into(), json!(address));
        }
        object.insert("@type".into(), json!(self.class));
        for (property, term) in &self.says {
            let term = match term {
                Term::Iri(address) => json!({"@id": address}),
                Term::Text(said, lang) => json!({"@value": said, "@language": lang.code()}),
                Term::Value(value, kind) => json!({"@value": value, "@type": kind}),
                Term::Node(node) => node.json(),
            };
            if let Value::Array(terms) = object.entry(*property).or_insert_with(|| json!([])) {
                terms.push(term);
            }
        }
        Value::Object(object)
    }
}

/// As Turtle. Texts are written as in JSON: what `serde_json` escapes, Turtle escapes alike.
pub(super) fn turtle(nodes: &[Node]) -> String {
    let mut text: String =
        VOCABULARIES.iter().map(|(short, whole)| format!("@prefix {short}: <{whole}> .\n")).collect();
    for node in nodes {
        let _ = write!(text, "\n<{}> ", node.address.as_deref().unwrap_or_default());
        node.turtle(&mut text, 4);
        text.push_str(" .\n");
    }
    text
}

/// As JSON-LD 1.1.
pub(super) fn json_ld(nodes: &[Node]) -> String {
    let context: Map<String, Value> =
        VOCABULARIES.iter().map(|(short, whole)| ((*short).to_owned(), json!(whole))).collect();
    json!({"@context": context, "@graph": nodes.iter().map(Node::json).collect::<Vec<_>>()}).to_string()
}
