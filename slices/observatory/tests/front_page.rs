//! The front page, in three languages, on both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;

use axum::http::{StatusCode, header};
use sample::request::{app, get};

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

#[test]
fn the_page_speaks_the_language_asked_for() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let app = app(ledger);
        for (lang, expected) in [
            (
                "ar",
                [
                    r#"<html lang="ar" dir="rtl">"#,
                    "6 ماي 2024",
                    "\u{2068}78\u{200e}%\u{200e}\u{2069} من الأعضاء",
                    "22.400,00",
                    "5\u{2069} وقائع",
                ],
            ),
            (
                "fr",
                [
                    r#"<html lang="fr" dir="ltr">"#,
                    "6 mai 2024",
                    "\u{2068}78\u{202f}%\u{2069} des membres",
                    "22\u{202f}400,00",
                    "5\u{2069} actes",
                ],
            ),
            (
                "en",
                [
                    r#"<html lang="en" dir="ltr">"#,
                    "6 May 2024",
                    "\u{2068}78%\u{2069} of members",
                    "22,400.00",
                    "5\u{2069} acts",
                ],
            ),
        ] {
            let answer = get(&app, &format!("/{lang}"), &[("accept-language", "de")]);
            assert_eq!(answer.status, StatusCode::OK);
            assert_eq!(answer.header(header::CONTENT_LANGUAGE), lang);
            assert!(answer.header(header::SET_COOKIE).starts_with(&format!("lang={lang};")));
            for text in expected {
                assert!(answer.text().contains(text), "{lang}: {text} in {}", answer.text());
            }
            assert!(!answer.text().contains("observatory-") && !answer.text().contains("web-"), "a message is missing");
        }
        let remembered = get(&app, "/", &[("cookie", "lang=fr")]);
        assert_eq!(remembered.header(header::LOCATION), "/fr");
    }
}

#[test]
fn an_empty_register_says_how_to_fill_it() {
    for database in testkit::databases() {
        let app = app(sample::empty(&database.url));
        for lang in LANGUAGES {
            let answer = get(&app, &format!("/{lang}"), &[]);
            assert!(answer.text().contains("<code>twiza demo</code>"), "{}", answer.text());
            assert!(!answer.text().contains("<dl"), "no figures of nothing");
        }
    }
}

#[test]
fn made_up_data_are_called_so_on_the_page() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        assert!(!get(&app(ledger.clone()), "/en", &[]).text().contains("made-up data"));
        sample::call_demo(&ledger);
        let app = app(ledger);
        for (lang, banner) in [("ar", "بيانات مختلقة"), ("fr", "données inventées"), ("en", "made-up data")]
        {
            assert!(get(&app, &format!("/{lang}"), &[]).text().contains(banner));
        }
    }
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::handful(&ledger);
    let app = app(ledger);
    let page = get(&app, "/en", &[]);
    let links: Vec<_> = page.text().split("href=\"").skip(1).filter_map(|rest| rest.split_once('"')).collect();
    assert!(links.len() > 15);
    // What other slices answer is not here; a crawl of the whole program follows those links.
    let own = |link: &str| ["/api/", "/assets/", "/en/figures"].iter().any(|start| link.starts_with(start));
    for (link, _) in links.iter().filter(|(link, _)| own(link)) {
        let answer = get(&app, &link.replace("&amp;", "&").replace("&#38;", "&"), &[]);
        assert_eq!(answer.status, StatusCode::OK, "{link}: {}", answer.text());
    }
}

#[test]
fn the_page_needs_no_script_and_nothing_from_elsewhere() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::many(&ledger, 500);
    sample::call_demo(&ledger);
    let page = get(&app(ledger), "/ar", &[]);
    // The credit of the map is a link, which nobody follows but who clicks it.
    let text = page.text().replace("<a href=\"https://www.openstreetmap.org/copyright\">", "");
    for forbidden in ["<script", "<style", " style=", "http://", "https://", " onclick"] {
        assert!(!text.contains(forbidden), "{forbidden}");
    }
    assert!(page.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'; style-src 'self'"));
}

#[test]
fn the_page_and_its_style_weigh_less_than_14_kilobytes() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::many(&ledger, 500);
    sample::call_demo(&ledger);
    let app = app(ledger);
    let plain = get(&app, "/ar", &[]);
    let style =
        plain.text().split("href=\"").find_map(|rest| rest.split_once('"').filter(|(link, _)| link.ends_with(".css")));
    let mut weight = 0;
    for path in ["/ar", style.unwrap().0] {
        let answer = get(&app, path, &[("accept-encoding", "br")]);
        assert_eq!(answer.header(header::CONTENT_ENCODING), "br", "{path}");
        weight += answer.bytes.len();
    }
    assert!(weight < 14_000, "{weight} bytes");
}

#[test]
fn assets_are_kept_for_ever_because_their_name_says_what_is_in_them() {
    let database = testkit::databases().remove(0);
    let app = app(sample::empty(&database.url));
    for asset in [&*web::STYLE, &*web::MARK] {
        let answer = get(&app, &asset.path, &[]);
        assert_eq!(answer.header(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    }
    assert_eq!(get(&app, "/assets/twiza-000000000000.css", &[]).status, StatusCode::NOT_FOUND);
}
