//! All pages for search engines, each in its three languages.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use db::Conn;
use kernel::Lang;
use web::{App, Datum, Origin, Problem};

/// How many pages a part has. In three languages they are 12,000 addresses; a part may have 50,000.
const PAGES: usize = 4_000;

/// The list of parts.
#[derive(Template)]
#[template(path = "sitemaps.xml")]
struct Parts {
    origin: String,
    count: usize,
}

/// A part.
#[derive(Template)]
#[template(path = "sitemap.xml")]
struct Part {
    origin: String,
    /// The pages without their language.
    pages: Vec<String>,
}

/// `GET /sitemap.xml`
pub(crate) async fn index(State(app): State<App>, Origin(origin): Origin) -> Result<Response, Problem> {
    let data = app.clone();
    let count = app.blocking(move |ledger| ledger.db().read(|conn| count(&data, conn))).await?;
    xml(&Parts { origin, count: count.div_ceil(PAGES) })
}

/// `GET /sitemap/{part}`
pub(crate) async fn show(
    State(app): State<App>,
    Path(name): Path<String>,
    Origin(origin): Origin,
) -> Result<Response, Problem> {
    let number = name.strip_suffix(".xml").and_then(|number| number.parse::<usize>().ok());
    let before = number.and_then(|number| number.checked_sub(1)).and_then(|before| before.checked_mul(PAGES));
    let before = before.ok_or(Problem::NoSuchAddress)?;
    let data = app.clone();
    let pages = app.blocking(move |ledger| ledger.db().read(|conn| pages(&data, conn, before))).await?;
    if pages.is_empty() { Err(Problem::NoSuchAddress) } else { xml(&Part { origin, pages }) }
}

/// `GET /robots.txt`
pub(crate) async fn robots(Origin(origin): Origin) -> Response {
    let text = format!("User-agent: *\nDisallow: /api/\nDisallow: /data/\nSitemap: {origin}/sitemap.xml\n");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

fn xml(template: &impl Template) -> Result<Response, Problem> {
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], template.render()?).into_response())
}

/// The pages that are there whatever has been recorded; the front page has no path.
fn fixed(app: &App) -> impl Iterator<Item = &'static str> {
    std::iter::once("").chain(app.places())
}

fn count(app: &App, conn: &mut Conn) -> Result<usize, Problem> {
    let mut sum = fixed(app).count();
    for dataset in app.datasets().filter(|dataset| dataset.page.is_some()) {
        let count = (dataset.count)(app, conn)?.unwrap_or_default();
        sum += usize::try_from(count).unwrap_or_default();
    }
    Ok(sum)
}

/// The pages of a part: those after so many.
fn pages(app: &App, conn: &mut Conn, before: usize) -> Result<Vec<String>, Problem> {
    let mut pages: Vec<String> = fixed(app).skip(before).map(str::to_owned).collect();
    let mut passed = fixed(app).count();
    for dataset in app.datasets() {
        let Some(start) = dataset.page else { continue };
        let done = (dataset.rows)(app, conn, &mut |row| {
            passed += 1;
            if let (Some(Datum::Text(key)), true) = (row.first(), passed > before) {
                pages.push(format!("{start}{key}"));
            }
            // The rest is not read: this error says no more.
            if pages.len() < PAGES { Ok(()) } else { Err(Problem::NoSuchAddress) }
        });
        match done {
            Err(_) if pages.len() >= PAGES => return Ok(pages),
            done => done?,
        }
    }
    Ok(pages)
}
