//! The observatory: figures for everyone, and the acts behind them.
//!
//! Figures as pages and as data, bulletins, the catalogue of open data, feeds. It reads the ledger and knows no slice: which
//! measures and dimensions there are, the schema says.
//!
//! Not here: what the measures mean (each slice declares its own), the list of cooperatives (`register`).

mod address;
mod behind;
mod breakdown;
pub mod bulletins;
mod catalogue;
mod changes;
mod described;
mod dimensions;
mod explorer;
mod feed;
mod figures;
mod health;
mod home;
mod interface;
mod measures;
mod method;
mod moment;
mod names;
mod newest;
mod picture;
mod sdmx;
mod sitemap;
pub mod store;
mod territories;
mod tiles;
mod trace;
mod wording;

use axum::{Router, routing::get};
use web::{App, Route, Slice, Words};

pub use wording::{Wording, check_values, question_from};

/// What the observatory brings to the program.
pub const SLICE: Slice = Slice {
    name: "observatory",
    routes: ROUTES,
    router,
    pages,
    menu: &[
        ("observatory-menu-figures", "/figures"),
        ("observatory-territories", "/territories"),
        ("observatory-bulletins", "/bulletins"),
        ("observatory-data", "/data"),
    ],
    footer: &[("observatory-method", "/method"), ("observatory-interface", "/interface")],
    subjects: &[],
    words: Some(Words {
        room: "observatory",
        ar: include_str!("../messages/ar.ftl"),
        fr: include_str!("../messages/fr.ftl"),
        en: include_str!("../messages/en.ftl"),
    }),
    description: Some(include_str!("../openapi.json")),
    datasets: catalogue::DATASETS,
    policy: None,
    roles: &[],
    people: None,
    proofs: &[],
    tasks: None,
    kept_names: None,
    withholds: |_| false,
};

const ROUTES: &[Route] = &[
    Route::open("/{lang}"),
    Route::open("/{lang}/bulletins"),
    Route::open("/{lang}/bulletins/{number}"),
    Route::open("/{lang}/bulletins/{number}/pdf"),
    Route::open("/{lang}/data"),
    Route::open("/{lang}/feed/acts.atom"),
    Route::open("/{lang}/feed/releases.atom"),
    Route::open("/{lang}/figures"),
    Route::open("/{lang}/figures/acts"),
    Route::open("/{lang}/figures/changes"),
    Route::open("/{lang}/figures/picture.png"),
    Route::open("/{lang}/figures/picture.svg"),
    Route::open("/{lang}/figures/table.xlsx"),
    Route::open("/{lang}/interface"),
    Route::open("/{lang}/method"),
    Route::open("/{lang}/territories"),
    Route::open("/{lang}/territories/{code}"),
    Route::open("/api/v1/dimensions"),
    Route::open("/api/v1/figures"),
    Route::open("/api/v1/measures"),
    Route::open("/api/v1/trace"),
    Route::open("/data/catalogue.jsonld"),
    Route::open("/data/catalogue.ttl"),
    Route::open("/data/{name}"),
    Route::open("/healthz"),
    Route::open("/robots.txt"),
    Route::open("/sitemap.xml"),
    Route::open("/sitemap/{part}"),
];

/// Every address of the observatory.
pub const fn routes() -> &'static [Route] {
    ROUTES
}

fn pages() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/data", get(catalogue::index))
        .route("/feed/acts.atom", get(feed::acts))
        .route("/feed/releases.atom", get(feed::releases))
        .route("/bulletins", get(bulletins::index))
        .route("/bulletins/{number}", get(bulletins::show))
        .route("/bulletins/{number}/pdf", get(bulletins::pdf))
        .route("/figures", get(explorer::show))
        .route("/figures/picture.png", get(explorer::files::png))
        .route("/figures/picture.svg", get(explorer::files::svg))
        .route("/figures/table.xlsx", get(explorer::files::xlsx))
        .route("/figures/acts", get(behind::show))
        .route("/figures/changes", get(changes::show))
        .route("/territories", get(territories::index))
        .route("/territories/{code}", get(territories::show))
        .route("/interface", get(interface::show))
        .route("/method", get(method::show))
}

fn router() -> Router<App> {
    Router::new()
        .route("/api/v1/dimensions", get(dimensions::index))
        .route("/api/v1/figures", get(figures::show))
        .route("/api/v1/measures", get(measures::index))
        .route("/api/v1/trace", get(trace::show))
        .route("/data/catalogue.jsonld", get(catalogue::as_json_ld))
        .route("/data/catalogue.ttl", get(catalogue::as_turtle))
        .route("/data/{name}", get(catalogue::file))
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap/{part}", get(sitemap::show))
        .route("/healthz", get(health::show))
}
