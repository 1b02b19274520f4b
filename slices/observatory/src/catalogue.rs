//! Open data: what tables there are, what their fields mean, and the files.

mod dcat;
mod form;
mod graph;
mod parquet;
mod shelf;
mod tables;
mod thrift;

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::Date;
use ledger::store;
use web::{App, Dataset, Kind, Page, Problem};

pub(crate) use dcat::{as_json_ld, as_turtle};
pub(crate) use shelf::show as file;
pub(crate) use tables::DATASETS;

use form::Form;

/// The page.
#[derive(Template)]
#[template(path = "data.html")]
struct Data {
    page: Page,
    seq: i64,
    /// When the last act was recorded, and its seal; none in an empty journal.
    last: Option<(Date, String)>,
    tables: Vec<Told>,
}

/// A table in the language of the page.
struct Told {
    code: &'static str,
    title: String,
    about: String,
    /// How many rows it has, in words.
    rows: Option<String>,
    /// What each form is called, and the file.
    files: [(&'static str, String); 4],
    /// Each field, what its values are, and what it means.
    fields: Vec<(&'static str, String, String)>,
}

impl Told {
    /// What stands above the fields.
    fn heading(&self, page: &Page) -> String {
        page.t.count("observatory-data-fields", i64::try_from(self.fields.len()).unwrap_or(i64::MAX))
    }
}

/// `GET /{lang}/data`
pub(crate) async fn index(State(app): State<App>, page: Page) -> Result<Response, Problem> {
    let data = app.clone();
    let data = app.blocking(move |_| all(&data, page)).await?;
    web::html(data.page.t.lang(), &data)
}

fn all(app: &App, page: Page) -> Result<Data, Problem> {
    let ledger = &app.ledger;
    let (head, last, counts) = ledger.db().read(|conn| {
        let head = store::head(conn)?;
        let counts = app.datasets().map(|dataset| (dataset.count)(app, conn)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Problem>((head, store::act(conn, head.seq)?, counts))
    })?;
    let day = |act: ledger::Act| ledger.zone().to_datetime(act.recorded_at).date();
    let last = last.map(|act| (day(act), head.hash.to_string().chars().take(16).collect()));
    let tables = app.datasets().zip(counts).map(|(dataset, rows)| told(app, &page, dataset, rows)).collect();
    Ok(Data { page, seq: head.seq, last, tables })
}

fn told(app: &App, page: &Page, dataset: &Dataset, rows: Option<i64>) -> Told {
    let field = |field: web::Field| {
        let kind = match field.kind {
            Kind::Text => "observatory-kind-text",
            Kind::Integer => "observatory-kind-integer",
            Kind::Truth => "observatory-kind-truth",
            Kind::Day => "observatory-kind-day",
            Kind::Instant => "observatory-kind-instant",
        };
        (field.code, page.t.get(kind), dataset.field(&page.t, field.code))
    };
    let fields: Vec<_> = (dataset.fields)(app).into_iter().map(field).collect();
    Told {
        code: dataset.code,
        title: dataset.title(&page.t),
        about: dataset.about(&page.t),
        rows: rows.map(|rows| page.t.count("observatory-data-rows", rows)),
        files: Form::ALL.map(|form| (form.name(), format!("/data/{}.{}", dataset.code, form.ending()))),
        fields,
    }
}
