//! The observatory: figures for everyone, and the acts behind them.
//!
//! The front page, and open data as JSON and CSV. It reads the ledger and knows no slice: which measures and dimensions
//! there are, the schema says.
//!
//! Not here: what the measures mean (each slice declares its own), the list of cooperatives (`register`).

mod address;
mod behind;
mod breakdown;
mod changes;
mod described;
mod dimensions;
mod explorer;
mod figures;
mod health;
mod home;
mod interface;
mod measures;
mod method;
mod moment;
mod names;
mod picture;
mod territories;
mod tiles;
mod trace;
mod wording;

use axum::{Router, routing::get};
use web::{App, Slice, Words};

pub use wording::{Wording, check_values, question_from};

/// What the observatory brings to the program.
pub const SLICE: Slice = Slice {
    name: "observatory",
    routes: ROUTES,
    router,
    pages,
    menu: &[("observatory-menu-figures", "/figures"), ("observatory-territories", "/territories")],
    footer: &[("observatory-method", "/method"), ("observatory-interface", "/interface")],
    subjects: &[],
    words: Some(Words {
        room: "observatory",
        ar: include_str!("../messages/ar.ftl"),
        fr: include_str!("../messages/fr.ftl"),
        en: include_str!("../messages/en.ftl"),
    }),
    description: Some(include_str!("../openapi.json")),
    withholds: |_| false,
};

const ROUTES: &[&str] = &[
    "/{lang}",
    "/{lang}/figures",
    "/{lang}/figures/acts",
    "/{lang}/figures/changes",
    "/{lang}/interface",
    "/{lang}/method",
    "/{lang}/territories",
    "/{lang}/territories/{code}",
    "/api/v1/dimensions",
    "/api/v1/figures",
    "/api/v1/measures",
    "/api/v1/trace",
    "/healthz",
];

/// Every address of the observatory.
pub const fn routes() -> &'static [&'static str] {
    ROUTES
}

fn pages() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/figures", get(explorer::show))
        .route("/figures/acts", get(behind::show))
        .route("/figures/changes", get(changes::show))
        .route("/interface", get(interface::show))
        .route("/method", get(method::show))
        .route("/territories", get(territories::index))
        .route("/territories/{code}", get(territories::show))
}

fn router() -> Router<App> {
    Router::new()
        .route("/api/v1/dimensions", get(dimensions::index))
        .route("/api/v1/figures", get(figures::show))
        .route("/api/v1/measures", get(measures::index))
        .route("/api/v1/trace", get(trace::show))
        .route("/healthz", get(health::show))
}
