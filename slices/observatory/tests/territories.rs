//! The pages of places, in three languages, on both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;

use axum::http::StatusCode;
use sample::request::{app, get};

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

/// The text of a page without its marks.
fn words(html: &str) -> String {
    let texts = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_place_says_what_it_is_where_it_lies_and_what_is_there() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let app = app(ledger);
        for (lang, kind, name, share) in [
            ("ar", "المندوبية", "القنيطرة", "100\u{200e}%"),
            ("fr", "Délégation", "Kénitra", "100\u{202f}%"),
            ("en", "Delegation", "Kenitra", "100%"),
        ] {
            let answer = get(&app, &format!("/{lang}/territories/KEN"), &[]);
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            let text = words(answer.text());
            assert!(text.contains(&format!("{kind} | {name}")), "{text}");
            assert!(text.contains(share), "{text}");
            assert!(answer.text().contains(&format!("/{lang}/territories/04.281")), "its provinces are linked");
            assert!(answer.text().contains(&format!("/{lang}/territories/04\"")), "its region is linked");
            assert!(!text.contains("observatory-") && !text.contains("web-"), "a message is missing: {text}");
            assert_eq!(answer.text().matches("<h1").count(), 1);
        }
    }
}

#[test]
fn a_place_is_shown_as_it_was_known_and_says_what_is_known_today() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let app = app(ledger);
        let path = "/en/territories/04?date=2021-12-31&known=2022-12-31";
        let text = words(get(&app, path, &[]).text());
        assert!(text.contains("On \u{2068}31 December 2021\u{2069} · as known on \u{2068}31 December 2022"), "{text}");
        assert!(text.contains("Cooperatives | 2 | see the acts"), "{text}");
        assert!(text.contains("Cooperatives: | 3 | · | what has changed"), "{text}");
        let html = get(&app, path, &[]);
        assert!(
            html.text().contains("/en/figures/changes?measure=cooperatives&#38;date=2021-12-31"),
            "{}",
            html.text()
        );
        let today = words(get(&app, "/en/territories/04", &[]).text());
        assert!(today.contains("On \u{2068}6 May 2024\u{2069} · as known today"), "{today}");
        assert!(!today.contains("Today other numbers are known"));
        let same = words(get(&app, "/en/territories/KEN?date=2021-12-31&known=2022-12-31", &[]).text());
        assert!(same.contains("Nothing recorded since has changed these figures."), "{same}");
    }
}

#[test]
fn a_country_counts_also_those_whose_place_is_unknown() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::many(&ledger, 200);
        let app = app(ledger);
        let text = words(get(&app, "/en/territories/MA", &[]).text());
        assert!(text.contains("Cooperatives | 200 | see the acts"), "{text}");
        assert!(text.contains("unknown"), "{text}");
    }
}

#[test]
fn a_mistyped_code_leads_to_the_places_it_may_mean() {
    let database = testkit::databases().remove(0);
    let app = app(sample::empty(&database.url));
    for (lang, code) in
        [("en", "kem"), ("fr", "k%C3%A9nitra"), ("ar", "%D8%A7%D9%84%D9%82%D9%86%D9%8A%D8%B7%D8%B1%D9%87")]
    {
        let answer = get(&app, &format!("/{lang}/territories/{code}"), &[]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains(&format!("href=\"/{lang}/territories/KEN\"")), "{}", answer.text());
    }
}

#[test]
fn wrong_parameters_are_told_and_never_a_fault() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::handful(&ledger);
    let app = app(ledger);
    let long = format!("known={}", "9".repeat(10_000));
    for query in ["date=2022-02-30", "known=2099-01-01", "tree=x", "date=2022-01-01&date=2022-01-02", "place=4", &long]
    {
        for path in ["/fr/territories", "/fr/territories/KEN"] {
            let answer = get(&app, &format!("{path}?{query}"), &[]);
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}?{query}");
        }
    }
    for query in ["date=&known=&tree=", "date=0001-01-01", "date=9999-12-31", "tree=1900-01-01", "known=2024-05-06"] {
        for path in ["/fr/territories", "/fr/territories/KEN", "/fr/territories/MA", "/fr/territories/04.281"] {
            assert_eq!(get(&app, &format!("{path}?{query}"), &[]).status, StatusCode::OK, "{path}?{query}");
        }
    }
    assert_eq!(get(&app, "/fr/territories/%FF%FE", &[]).status.as_u16() / 100, 4);
}

#[test]
fn every_link_of_a_place_leads_somewhere_and_the_page_is_light() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::many(&ledger, 500);
    let app = app(ledger);
    for lang in LANGUAGES {
        for path in ["/territories", "/territories/MA?date=2015-12-31&known=2024-01-01", "/territories/KEN"] {
            let path = format!("/{lang}{path}");
            let page = get(&app, &path, &[]);
            let links: Vec<_> = page.text().split("href=\"").skip(1).filter_map(|rest| rest.split_once('"')).collect();
            assert!(links.len() > 30, "{path}");
            for (link, _) in links.iter().filter(|(link, _)| link.starts_with('/')) {
                let answer = get(&app, &link.replace("&amp;", "&").replace("&#38;", "&"), &[]);
                assert_eq!(answer.status, StatusCode::OK, "{link}: {}", answer.text());
            }
            let packed = get(&app, &path, &[("accept-encoding", "br")]);
            assert!(packed.bytes.len() < 14_000, "{path}: {} bytes", packed.bytes.len());
        }
    }
}
