//! The catalogue for catalogues: DCAT-AP 3.0.1.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Lang, Timestamp};
use ledger::store;
use web::{App, Dataset, Messages, Origin, Problem};

use super::{
    form::Form,
    graph::{Node, Term, json_ld, turtle},
};

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
/// The European vocabularies that DCAT-AP asks for.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// `GET /data/catalogue.ttl`
pub(crate) async fn as_turtle(State(app): State<App>, origin: Origin) -> Result<Response, Problem> {
    let nodes = described(app, origin).await?;
    Ok(([(header::CONTENT_TYPE, "text/turtle; charset=utf-8")], turtle(&nodes)).into_response())
}

/// `GET /data/catalogue.jsonld`
pub(crate) async fn as_json_ld(State(app): State<App>, origin: Origin) -> Result<Response, Problem> {
    let nodes = described(app, origin).await?;
    Ok(([(header::CONTENT_TYPE, "application/ld+json")], json_ld(&nodes)).into_response())
}

/// What all parts of the catalogue are described by.
struct Catalogue<'a> {
    app: &'a App,
    origin: String,
    seq: i64,
    /// When the last act was recorded; none in an empty journal.
    modified: Option<Timestamp>,
}

async fn described(app: App, Origin(origin): Origin) -> Result<Vec<Node>, Problem> {
    let data = app.clone();
    data.blocking(move |ledger| {
        ledger.refresh()?;
        let seq = ledger.projection().head();
        let last = ledger.db().read(|conn| store::act(conn, seq))?;
        let catalogue = Catalogue { app: &app, origin, seq, modified: last.map(|act| act.recorded_at) };
        let mut nodes = vec![catalogue.whole(), catalogue.interface()];
        for dataset in app.datasets() {
            nodes.push(catalogue.dataset(dataset));
            nodes.extend(Form::ALL.map(|form| catalogue.distribution(dataset, form)));
        }
        Ok::<_, Problem>(nodes)
    })
    .await
}

impl Catalogue<'_> {
    fn t(&self, lang: Lang) -> Messages {
        Messages::new(lang, self.app.phrasebook())
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    fn dataset_address(&self, dataset: &Dataset) -> String {
        self.address(&format!("/data/catalogue.ttl#{}", dataset.code))
    }

    fn interface_address(&self) -> String {
        self.address("/data/catalogue.ttl#api")
    }

    fn whole(&self) -> Node {
        let catalogue = Node::new("dcat:Catalog", self.address("/data/catalogue.ttl"))
            .texts("dct:title", |lang| self.t(lang).get("observatory-data"))
            .texts("dct:description", |lang| self.t(lang).get("observatory-data-lead"))
            .links("foaf:homepage", self.address("/"))
            .links("dcat:themeTaxonomy", format!("{AUTHORITY}/data-theme"))
            .links("dcat:service", self.interface_address());
        let catalogue = self.dated(self.common(catalogue));
        self.app.datasets().fold(catalogue, |node, dataset| node.links("dcat:dataset", self.dataset_address(dataset)))
    }

    fn dataset(&self, dataset: &Dataset) -> Node {
        let node = Node::new("dcat:Dataset", self.dataset_address(dataset))
            .texts("dct:title", |lang| dataset.title(&self.t(lang)))
            .texts("dct:description", |lang| dataset.about(&self.t(lang)))
            .says("dct:identifier", Term::Value(dataset.code.to_owned(), "xsd:string"))
            .says("dcat:version", Term::Value(self.seq.to_string(), "xsd:string"))
            .links("dcat:landingPage", self.address(&format!("/en/data#{}", dataset.code)))
            .links("dcat:theme", format!("{AUTHORITY}/data-theme/ECON"))
            .links("dct:accessRights", format!("{AUTHORITY}/access-right/PUBLIC"))
            .links("dct:accrualPeriodicity", format!("{AUTHORITY}/frequency/CONT"));
        let node = self.dated(self.spoken(node).says("dct:publisher", self.publisher()));
        Form::ALL.iter().fold(node, |node, form| node.links("dcat:distribution", self.file(dataset, *form) + "#file"))
    }

    fn distribution(&self, dataset: &Dataset, form: Form) -> Node {
        let file = self.file(dataset, form);
        let node = Node::new("dcat:Distribution", format!("{file}#file"))
            .texts("dct:title", |lang| format!("{} ({})", dataset.title(&self.t(lang)), form.name()))
            .links("dcat:accessURL", self.address("/en/data"))
            .links("dcat:downloadURL", file)
            .links("dct:license", LICENCE);
        // JSON Lines are registered neither in Brussels nor with IANA.
        let file_type = match form {
            Form::Csv => "CSV",
            Form::Xlsx => "XLSX",
            Form::Parquet => "PARQUET",
            Form::JsonLines => return self.dated(node),
        };
        let media = format!("https://www.iana.org/assignments/media-types/{}", form.media());
        self.dated(
            node.links("dct:format", format!("{AUTHORITY}/file-type/{file_type}")).links("dcat:mediaType", media),
        )
    }

    fn interface(&self) -> Node {
        let node = Node::new("dcat:DataService", self.interface_address())
            .texts("dct:title", |lang| self.t(lang).get("observatory-interface"))
            .texts("dct:description", |lang| self.t(lang).get("observatory-interface-lead"))
            .links("dcat:endpointURL", self.address("/api/v1"))
            .links("dcat:endpointDescription", self.address("/api/v1/openapi.json"))
            .links("dcat:landingPage", self.address("/en/interface"))
            .links("dct:license", LICENCE)
            .says("dct:publisher", self.publisher());
        self.app.datasets().fold(node, |node, dataset| node.links("dcat:servesDataset", self.dataset_address(dataset)))
    }

    /// Licence, languages and publisher.
    fn common(&self, node: Node) -> Node {
        self.spoken(node).links("dct:license", LICENCE).says("dct:publisher", self.publisher())
    }

    fn spoken(&self, node: Node) -> Node {
        ["ARA", "FRA", "ENG"]
            .iter()
            .fold(node, |node, code| node.links("dct:language", format!("{AUTHORITY}/language/{code}")))
    }

    fn dated(&self, node: Node) -> Node {
        match self.modified {
            Some(at) => node.says("dct:modified", Term::Value(at.to_string(), "xsd:dateTime")),
            None => node,
        }
    }

    fn publisher(&self) -> Term {
        Term::Node(Node::blank("foaf:Agent").texts("foaf:name", |lang| self.t(lang).get("observatory-publisher")))
    }

    fn file(&self, dataset: &Dataset, form: Form) -> String {
        self.address(&format!("/data/{}.{}", dataset.code, form.ending()))
    }
}
