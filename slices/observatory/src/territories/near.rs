//! A code that no place has, and the places that may be meant.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use intake::fold;
use kernel::Place;
use web::{Page, Problem, Speaker};

/// How many places are offered.
const PLACES: usize = 8;

/// How like a name must be to be offered, from 0 to 1.
const LIKENESS_MIN: f64 = 0.72;

/// The page that offers them.
#[derive(Template)]
#[template(path = "territory_missing.html")]
pub(super) struct Missing {
    page: Page,
    code: String,
    near: Vec<Near>,
}

struct Near {
    kind: String,
    name: String,
    to: String,
}

impl Missing {
    /// What is near to `code`, which is the code of no place.
    pub(super) fn of(page: Page, speaker: &Speaker<'_>, code: &str, query: &str) -> Self {
        let near = nearest(code, speaker.territory.on(speaker.day));
        let near = near.into_iter().map(|place| {
            let (kind, name) = speaker.place(place.level, &place.code);
            Near { kind, name, to: page.to(&format!("/territories/{}{query}", place.code)) }
        });
        let near = near.collect();
        Self { page, code: code.to_owned(), near }
    }

    /// The page, which says that there is none.
    pub(super) fn answer(&self) -> Result<Response, Problem> {
        Ok((StatusCode::NOT_FOUND, web::html(self.page.t.lang(), self)?).into_response())
    }
}

/// The places whose code or name is like what was written, the most alike first, of equals the larger one.
fn nearest<'a>(written: &str, places: impl Iterator<Item = &'a Place>) -> Vec<&'a Place> {
    // Longer texts are no mistyped names, and comparing them would take long.
    let written: String = fold(written).chars().take(60).collect();
    let alike = |name: &str| {
        let name = fold(name);
        let begins = written.chars().count() >= 3 && name.starts_with(&written);
        strsim::normalized_damerau_levenshtein(&written, &name).max(if begins { 0.9 } else { 0.0 })
    };
    let mut near: Vec<_> = places
        .filter_map(|place| {
            let names = [&place.names.ar, &place.names.fr, &place.names.en].into_iter().flatten();
            // A code has few letters: one that is wrong leaves two of three.
            let code = alike(&place.code) + 0.06;
            let likeness = names.map(|name| alike(name)).fold(code, f64::max);
            (likeness >= LIKENESS_MIN).then_some((likeness, place))
        })
        .collect();
    near.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.level.cmp(&second.level)));
    near.into_iter().take(PLACES).map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use kernel::{Level, Names};

    use super::*;

    fn near(written: &str) -> Vec<String> {
        let place = |code: &str, level, fr: &str, ar: &str| {
            let names = Names { ar: Some(ar.into()), fr: Some(fr.into()), en: None };
            Place { code: code.into(), level, parent: None, delegation: None, names, from: None, until: None }
        };
        let places = [
            place("KEN", Level::Delegation, "Kénitra", "القنيطرة"),
            place("SAF", Level::Delegation, "Safi", "آسفي"),
            place("04.281", Level::Province, "Kénitra", "القنيطرة"),
            place("04.481", Level::Province, "Sidi Kacem", "سيدي قاسم"),
        ];
        nearest(written, places.iter()).into_iter().map(|place| place.code.clone()).collect()
    }

    #[test]
    fn a_mistyped_code_or_name_finds_the_place() {
        assert_eq!(near("ken"), ["KEN", "04.281"]);
        assert_eq!(near("KEM"), ["KEN"]);
        assert_eq!(near("kenitra"), ["KEN", "04.281"]);
        assert_eq!(near("اسفى"), ["SAF"]);
        assert_eq!(near("sidi kasem"), ["04.481"]);
        assert_eq!(near("04.482").first().map(String::as_str), Some("04.481"));
        assert_eq!(near("nowhere at all"), [""; 0]);
        assert_eq!(near(&"x".repeat(100_000)), [""; 0]);
    }
}
