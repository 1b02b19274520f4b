//! What the directory finds, as files: dots on a map, and a workbook.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Lang, Level};
use web::{App, Caption, Cell, Page, Point, Problem, Query, Sheet, Speaker};

use crate::{
    api,
    directory::{Directory, Facet, Found, Line, Wanted},
};

/// The most rows of a workbook.
const ROWS_MAX: usize = 100_000;

/// `GET /{lang}/cooperatives/map.svg`
pub(crate) async fn map(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    let svg = found(app, page, query, 1, &[Facet::Commune], |speaker, wanted, found| {
        let point = |(code, count): (&str, usize)| {
            Some(Point { label: speaker.value("place", code), at: web::point(code)?, amount: count as i64 })
        };
        let points = found.communes(wanted).filter_map(point).collect();
        let t = speaker.t;
        let notes = [t.count("register-found", found.total as i64)];
        let [description] = notes.clone();
        let caption = Caption { title: t.get("register-map"), description, lang: t.lang() };
        let shapes = web::shapes(Level::Region)?;
        let dots = web::dots(&caption, shapes, t.get("web-map-credit"), points, |amount| t.number(amount))?;
        Some(dots.to_svg(&notes))
    });
    let nothing = || Problem::NotFound { what: "map", id: String::new(), near: Vec::new() };
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg.await?.ok_or_else(nothing)?).into_response())
}

/// `GET /{lang}/cooperatives/list.xlsx`
pub(crate) async fn xlsx(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    let lang = page.t.lang();
    found(app, page, query, ROWS_MAX, &[], move |speaker, _, found| {
        let above = vec![speaker.t.get("register-directory"), speaker.t.count("register-found", found.total as i64)];
        let sheet = Sheet { lang, above, heads: heads(speaker), below: Vec::new() };
        web::workbook("twiza-cooperatives", &sheet, found.lines.iter().map(|line| row(speaker, line)))
    })
    .await?
}

/// Searches as the page does.
async fn found<T: Send + 'static>(
    app: App,
    page: Page,
    mut query: Query,
    limit: usize,
    counted: &[Facet],
    make: impl FnOnce(&Speaker<'_>, &Wanted, &Found) -> T + Send + 'static,
) -> Result<T, Problem> {
    let mut wanted = api::wanted(&mut query);
    (wanted.limit, wanted.counted) = (limit, counted.to_vec());
    query.finish()?;
    let data = app.clone();
    let work = move |ledger: &ledger::Ledger| {
        let found = Directory::find(&data, &wanted)?;
        let names = data.names()?;
        // A copy: who writes must not wait for a long file.
        let territory = ledger.projection().territory().clone();
        let speaker = Speaker { t: &page.t, names: &names, territory: &territory, day: ledger.today() };
        Ok::<_, Problem>(make(&speaker, &wanted, &found))
    };
    app.blocking(work).await
}

fn heads(speaker: &Speaker<'_>) -> Vec<String> {
    let t = speaker.t;
    let name = |lang: Lang| t.get(&format!("register-name-{lang}"));
    let dimension = |code| speaker.dimension(code);
    vec![
        t.get("register-number"),
        name(Lang::Ar),
        name(Lang::Fr),
        t.get("register-ice"),
        dimension("sector"),
        dimension("branch"),
        dimension("province"),
        dimension("commune"),
        dimension("status"),
        t.get("register-registered-on"),
        t.get("register-measure-members"),
    ]
}

fn row(speaker: &Speaker<'_>, line: &Line) -> Vec<Cell> {
    let value =
        |dimension, code: &Option<String>| Cell::text(code.as_deref().map(|code| speaker.value(dimension, code)));
    let seat = line.place.as_deref().unwrap_or_default();
    let place = |level| {
        let place = speaker.territory.ancestor(seat, level, speaker.day)?;
        Some(speaker.value("place", &place.code))
    };
    vec![
        Cell::Text(line.number.clone()),
        Cell::text(line.name_ar.as_deref()),
        Cell::text(line.name_fr.as_deref()),
        Cell::text(line.ice.as_deref()),
        value("sector", &line.sector),
        value("branch", &line.branch),
        Cell::text(place(Level::Province)),
        Cell::text(place(Level::Commune)),
        value("status", &line.status),
        line.registered_on.map_or(Cell::Nothing, Cell::Day),
        line.members.map_or(Cell::Nothing, Cell::Number),
    ]
}
