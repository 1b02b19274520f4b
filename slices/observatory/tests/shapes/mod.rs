//! As much of SHACL as the shapes of DCAT-AP use. A constraint that is not known here fails the test: nothing is passed over.
#![allow(unreachable_pub, reason = "a test binary has no outside")]

use oxrdf::{Graph, NamedNode, NamedOrBlankNodeRef, TermRef, TripleRef, vocab::rdf};

const SH: &str = "http://www.w3.org/ns/shacl#";

/// What in `data` breaks which shape.
pub fn violations(shapes: &Graph, data: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for target in shapes.triples_for_predicate(&sh("targetClass")) {
        for focus in data.subjects_for_predicate_object(rdf::TYPE, target.object) {
            for property in shapes.objects_for_subject_predicate(target.subject, &sh("property")) {
                let check = Check { shapes, data };
                found.extend(check.property(focus, subject(property)).map(|what| format!("{focus} {what}")));
            }
        }
    }
    found
}

/// Data looked at by shapes.
#[derive(Clone, Copy)]
struct Check<'a> {
    shapes: &'a Graph,
    data: &'a Graph,
}

impl<'a> Check<'a> {
    /// What a thing breaks of a property's shape.
    fn property(self, focus: NamedOrBlankNodeRef<'a>, shape: NamedOrBlankNodeRef<'a>) -> impl Iterator<Item = String> {
        let path = self.shapes.object_for_subject_predicate(shape, &sh("path")).unwrap();
        let values = self.values(focus, path);
        let count = values.len();
        self.shapes.triples_for_subject(shape).filter_map(move |constraint| {
            let name = constraint.predicate.as_str().strip_prefix(SH).unwrap();
            let holds = match name {
                "path" | "severity" | "message" => true,
                "minCount" => count >= number(constraint.object),
                "maxCount" => count <= number(constraint.object),
                _ => values.iter().all(|value| self.holds(name, constraint.object, *value)),
            };
            (!holds).then(|| format!("{path}: {name} {}", constraint.object))
        })
    }

    fn values(self, focus: NamedOrBlankNodeRef<'a>, path: TermRef<'a>) -> Vec<TermRef<'a>> {
        if let TermRef::NamedNode(path) = path {
            return self.data.objects_for_subject_predicate(focus, path).collect();
        }
        match self.shapes.object_for_subject_predicate(subject(path), &sh("inversePath")) {
            Some(TermRef::NamedNode(path)) => {
                self.data.subjects_for_predicate_object(path, focus).map(TermRef::from).collect()
            }
            _ => panic!("unknown path {path}"),
        }
    }

    /// Whether a value keeps a constraint.
    fn holds(self, name: &str, wanted: TermRef<'a>, value: TermRef<'a>) -> bool {
        match name {
            "nodeKind" => match wanted.to_string().trim_matches(['<', '>']).strip_prefix(SH).unwrap() {
                "IRI" => value.is_named_node(),
                "Literal" => value.is_literal(),
                "BlankNodeOrIRI" => !value.is_literal(),
                other => panic!("unknown kind of node {other}"),
            },
            "datatype" => matches!(value, TermRef::Literal(value) if TermRef::from(value.datatype()) == wanted),
            "class" => !value.is_literal() && self.data.contains(TripleRef::new(subject(value), rdf::TYPE, wanted)),
            // The shapes also write `sh:shape`, which is no SHACL, where they mean `sh:node`.
            "node" | "shape" => self.conforms(subject(wanted), value),
            other => panic!("unknown constraint {other}"),
        }
    }

    fn conforms(self, shape: NamedOrBlankNodeRef<'a>, value: TermRef<'a>) -> bool {
        self.shapes.triples_for_subject(shape).all(|constraint| match constraint.predicate.as_str().strip_prefix(SH) {
            Some("or") => self.list(constraint.object).any(|one| self.conforms(subject(one), value)),
            Some("message") | None => true,
            Some(name) => self.holds(name, constraint.object, value),
        })
    }

    fn list(self, head: TermRef<'a>) -> impl Iterator<Item = TermRef<'a>> {
        let mut next = Some(head);
        std::iter::from_fn(move || {
            let here = next.filter(|here| *here != TermRef::from(rdf::NIL))?;
            next = self.shapes.object_for_subject_predicate(subject(here), rdf::REST);
            self.shapes.object_for_subject_predicate(subject(here), rdf::FIRST)
        })
    }
}

fn sh(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{SH}{name}"))
}

fn subject(term: TermRef<'_>) -> NamedOrBlankNodeRef<'_> {
    match term {
        TermRef::NamedNode(node) => node.into(),
        TermRef::BlankNode(node) => node.into(),
        other => panic!("{other} is a value"),
    }
}

fn number(term: TermRef<'_>) -> usize {
    let TermRef::Literal(literal) = term else { panic!("{term} is no number") };
    literal.value().parse().unwrap()
}
