//! The public pages of the register.

pub(crate) mod cooperative;
pub(crate) mod files;
pub(crate) mod index;
mod rules;

use axum::{Router, routing::get};
use kernel::{Lang, Names};
use web::App;

use crate::extract;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/cooperatives", get(index::index))
        .route("/cooperatives/list.xlsx", get(files::xlsx))
        .route("/cooperatives/map.svg", get(files::map))
        .route("/cooperatives/{number}", get(cooperative::show))
        .route("/cooperatives/{number}/extract", get(extract::pdf))
        .route("/rules", get(rules::show))
        .route("/rules/rules.csv", get(rules::csv))
        .route("/verify", get(extract::verify::ask))
        .route("/verify/{text}", get(extract::verify::show))
}

/// A name with the language it is in.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) lang: Lang,
    pub(crate) text: String,
}

/// A cooperative's name in the language of the page, then in the other script if there is one.
pub(crate) fn names(lang: Lang, ar: Option<&str>, fr: Option<&str>, number: &str) -> (Name, Option<Name>) {
    let name = |lang, text: Option<&str>| text.map(|text| Name { lang, text: text.to_owned() });
    let (ar, fr) = (name(Lang::Ar, ar), name(Lang::Fr, fr));
    let (first, second) = if lang == Lang::Ar { (ar, fr) } else { (fr, ar) };
    match (first, second) {
        (Some(first), second) => (first, second),
        (None, Some(second)) => (second, None),
        (None, None) => (Name { lang: Lang::En, text: number.to_owned() }, None),
    }
}

/// The names as the speaker chooses among them.
fn both(ar: Option<String>, fr: Option<String>) -> Names {
    Names { ar, fr, en: None }
}
