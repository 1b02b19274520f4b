//! Every component with its examples, in each language and both themes: a page for whoever changes them, in builds for
//! development only.

use askama::Template;
use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use kernel::Level;

use crate::{
    App, Area, Caption, Figure, ICONS, Icon, Map, Page, Point, Problem, Route, STYLE, Series, bars, columns, dots,
    html, icon, lines, shapes, shares, spot,
};

/// The gallery.
#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    page: Page,
    map: Option<Map>,
    figures: Vec<(&'static str, Option<Figure>)>,
}

impl Gallery {
    fn icons(&self) -> impl Iterator<Item = (&'static str, Icon<'static>)> {
        let ids = ICONS.text().split("id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.map(|id| (id, icon(id)))
    }
}

/// The gallery's addresses, if this is a build for development.
pub(crate) const ROUTES: &[Route] =
    if cfg!(debug_assertions) { &[Route::open("/{lang}/gallery"), Route::open("/assets/gallery.css")] } else { &[] };

/// The gallery's pages, if this is a build for development.
pub(crate) fn pages() -> Router<App> {
    if cfg!(debug_assertions) { Router::new().route("/gallery", get(show)) } else { Router::new() }
}

/// The gallery's style sheet, likewise: both themes at once, taken from the tokens of the one that all pages have.
pub(crate) fn router() -> Router<App> {
    if cfg!(debug_assertions) { Router::new().route("/assets/gallery.css", get(style)) } else { Router::new() }
}

async fn style() -> Response {
    let tokens =
        |begin: &str| STYLE.text().split_once(begin).and_then(|(_, rest)| rest.split_once('}')).map(|(own, _)| own);
    let light = tokens(":root{").unwrap_or_default();
    let dark = tokens("(prefers-color-scheme:dark){:root{").unwrap_or_default();
    let css = format!(
        ".light{{{light};color-scheme:light}}.dark{{{dark};color-scheme:dark}}\
         .light,.dark{{color:var(--ink);background:var(--paper);padding:var(--s3)}}"
    );
    ([(header::CONTENT_TYPE, "text/css")], css).into_response()
}

async fn show(page: Page) -> Result<Response, Problem> {
    let t = &page.t;
    let caption = Caption { title: t.get("web-dimension-region"), description: String::new(), lang: t.lang() };
    let named = |amounts: &[i64]| {
        let names = ["region", "province", "commune", "delegation", "country", "year", "currency", "place"];
        let named = names.iter().zip(amounts).map(|(name, amount)| (t.get(&format!("web-dimension-{name}")), *amount));
        named.collect::<Vec<_>>()
    };
    let years: Vec<_> = (2015..2025).map(|year| year.to_string()).collect();
    let grown = |from: i64, by: i64| (0..10).map(|year| Some(from + by * year * year)).collect();
    let yearly = |from: i64| years.iter().cloned().zip((0..10).map(|year| from + year * 73)).collect::<Vec<_>>();
    let two = named(&[0, 0]).into_iter().zip([grown(3_000, 90), grown(900, 160)]);
    let two: Vec<_> = two.map(|((label, _), amounts)| Series { label, amounts }).collect();
    let one = Series { label: String::new(), amounts: grown(15_700, 480) };
    let write = |amount| t.number(amount);
    let point = |at, amount| Point { label: t.number(amount), at, amount };
    let points = vec![point((-6.6, 34.2), 1572), point((-9.2, 32.3), 3213), point((-7.6, 33.6), 1135)];
    let credit = || t.get("web-map-credit");
    let regions = shapes(Level::Region);
    let figures = vec![
        ("lines", lines(&caption, &years, &[one], write)),
        ("lines, 2", lines(&caption, &years, &two, write)),
        ("columns", columns(&caption, &yearly(120), write)),
        ("bars", bars(&caption, &named(&[592, 498, 482, 0, -20]), write)),
        ("shares", shares(&caption, &named(&[592, 498, 482, 90, 41, 40, 39, 2]), &t.get("web-chart-other"), write)),
        ("dots", regions.and_then(|regions| dots(&caption, regions, credit(), points, write))),
        ("spot", regions.map(|regions| spot(&caption, regions, credit(), (-6.6, 34.2)))),
    ];
    let area = |(at, code): (usize, &String)| {
        let amount = at as i64 * at as i64 * 37;
        Area { code: code.clone(), label: code.clone(), amount, value: t.number(amount), address: page.to("") }
    };
    let map = regions.map(|regions| {
        let areas = regions.paths.keys().enumerate().map(area).collect();
        Map::new(t, regions, t.get("web-dimension-region"), areas, false, write)
    });
    let lang = t.lang();
    html(lang, &Gallery { map, figures, page })
}
