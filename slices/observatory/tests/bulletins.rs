//! Bulletins: published once, and the same for ever. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;

use axum::{Router, http::StatusCode};
use kernel::{Lang, Level, end_of_day};
use ledger::Ledger;
use observatory::bulletins::{self, Block, Order, Published, Run, Unpublished};
use sample::request::get;
use web::App;

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

fn app(ledger: &Ledger) -> (App, Router) {
    let slices = [observatory::SLICE];
    let app = App::new(ledger.clone(), &slices).unwrap();
    (app.clone(), web::router(app, &slices))
}

/// The bulletin of 2021, as known at the end of 2022.
fn year(ledger: &Ledger, place: Option<&str>) -> Order {
    let known = Some(end_of_day(jiff::civil::date(2022, 12, 31), ledger.zone()));
    Order::Year { place: place.map(|code| (Level::Delegation, code.to_owned())), year: 2021, known }
}

/// What stands in the article of a page.
fn article(html: &str) -> &str {
    let from = html.find("<article").unwrap();
    &html[from..html.find("</article>").unwrap()]
}

fn refusal(app: &App, order: &Order) -> String {
    let refused = bulletins::publish(app, order);
    let Err(Unpublished::Refused(says)) = refused else { panic!("{refused:?}") };
    says
}

#[test]
fn a_bulletin_is_published_once() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let (app, router) = app(&ledger);
        let order = year(&ledger, None);
        assert_eq!(bulletins::publish(&app, &order).unwrap(), Published::New("2021-MA".into()));
        let release = bulletins::releases(&app).unwrap().remove(0);
        assert_eq!((release.head_seq, release.published_at), (3, ledger.clock().now()));
        ledger.clock().set("2024-06-01T10:00:00Z".parse().unwrap());
        assert_eq!(bulletins::publish(&app, &order).unwrap(), Published::Before("2021-MA".into()));
        let as_known_now = Order::Year { place: None, year: 2021, known: None };
        assert_eq!(bulletins::publish(&app, &as_known_now).unwrap(), Published::Before("2021-MA".into()));
        assert_eq!(bulletins::releases(&app).unwrap(), [release]);
        for lang in LANGUAGES {
            let list = get(&router, &format!("/{lang}/bulletins"), &[]);
            assert!(list.text().contains(&format!("href=\"/{lang}/bulletins/2021-MA\"")), "{}", list.text());
        }
    }
}

#[test]
fn it_says_the_same_whatever_is_recorded_later_and_beside_it_what_is_known_today() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let (app, router) = app(&ledger);
        bulletins::publish(&app, &year(&ledger, None)).unwrap();
        let paths = LANGUAGES.map(|lang| format!("/{lang}/bulletins/2021-MA"));
        let before = paths.clone().map(|path| article(get(&router, &path, &[]).text()).to_owned());
        for (text, expected) in before.iter().zip(["21.800,00", "21\u{202f}800,00", "21,800.00"]) {
            assert!(text.contains(expected) && text.contains(">3</bdi>"), "{text}");
            assert!(!text.contains("observatory-"), "a message is missing: {text}");
        }
        let later = serde_json::json!({"place": "04.281", "sector": "AGR", "women": 9, "men": 1, "capital_minor": 100});
        ledger.clock().set("2024-05-07T10:00:00Z".parse().unwrap());
        ledger.record(vec![sample::registered("KEN-9", jiff::civil::date(2021, 1, 1), &later)]).unwrap();
        for (path, before) in paths.iter().zip(&before) {
            let page = get(&router, path, &[]);
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(article(page.text()), before, "{path}");
            let changes = page.text().find("since noprint").map(|from| &page.text()[from..]).unwrap();
            assert!(
                changes.contains("/figures/changes?measure=cooperatives") && changes.contains(">5</bdi>"),
                "{changes}"
            );
        }
    }
}

#[test]
fn numbers_that_no_longer_fit_the_seal_are_not_shown() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let (app, router) = app(&ledger);
        bulletins::publish(&app, &year(&ledger, Some("KEN"))).unwrap();
        let swap = "update release set text_en = replace(text_en, 'sex=female', 'sex=male')";
        ledger.db().write(move |conn| conn.execute(swap, &[])).unwrap();
        for lang in LANGUAGES {
            let page = get(&router, &format!("/{lang}/bulletins/2021-KEN"), &[]);
            assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
            assert!(page.text().contains("role=\"alert\"") && !page.text().contains("<article"), "{}", page.text());
        }
    }
}

#[test]
fn a_correction_is_a_bulletin_of_its_own_that_says_why_and_what_is_different() {
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        let (app, router) = app(&ledger);
        bulletins::publish(&app, &year(&ledger, None)).unwrap();
        let order = Order::Correction { number: "2021-MA".into(), why: "A late act.".into(), known: None };
        assert_eq!(bulletins::publish(&app, &order).unwrap(), Published::New("2021-MA-2".into()));
        assert_eq!(bulletins::publish(&app, &order).unwrap(), Published::Before("2021-MA-2".into()));
        let page = get(&router, "/en/bulletins/2021-MA-2", &[]);
        for expected in ["Corrects bulletin", "href=\"/en/bulletins/2021-MA\"", "A late act.", "since=2022-12-31"] {
            assert!(page.text().contains(expected), "{expected}: {}", page.text());
        }
        assert!(article(page.text()).contains(">4</bdi>"), "{}", page.text());
        let first = get(&router, "/en/bulletins/2021-MA", &[]);
        assert!(article(first.text()).contains(">3</bdi>"));
        assert!(first.text().contains("A later bulletin corrects this one"), "{}", first.text());
        let again = Order::Correction { number: "2021-MA".into(), why: "Once more.".into(), known: None };
        assert_eq!(refusal(&app, &again), "2021-MA was corrected by 2021-MA-2: correct that one");
        let third = Order::Correction { number: "2021-MA-2".into(), why: "Once more.".into(), known: None };
        assert_eq!(bulletins::publish(&app, &third).unwrap(), Published::New("2021-MA-3".into()));
    }
}

#[test]
fn an_order_that_cannot_be_met_says_why() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::handful(&ledger);
    let (app, router) = app(&ledger);
    let of =
        |year: i16, known: Option<&str>| Order::Year { place: None, year, known: known.map(|at| at.parse().unwrap()) };
    assert_eq!(refusal(&app, &of(2024, None)), "the year 2024 is not over");
    assert!(refusal(&app, &of(2021, Some("2024-05-06T10:00:00Z"))).starts_with("what will be known is not known yet"));
    assert!(refusal(&app, &of(2021, Some("2021-12-31T10:00:00Z"))).starts_with("nothing was known on 2021-12-31"));
    assert!(refusal(&app, &year(&ledger, Some("XXX"))).starts_with("there is no delegation XXX"));
    let unknown = Order::Correction { number: "2021-XXX".into(), why: "?".into(), known: None };
    assert_eq!(refusal(&app, &unknown), "there is no bulletin 2021-XXX");
    bulletins::publish(&app, &year(&ledger, None)).unwrap();
    assert!(refusal(&app, &of(2021, Some("2023-12-31T10:00:00Z"))).contains("`twiza bulletin correct 2021-MA`"));
    assert_eq!(bulletins::releases(&app).unwrap().len(), 1);
    for path in ["/fr/bulletins/2021-XXX", "/fr/bulletins/%FF"] {
        assert_eq!(get(&router, path, &[]).status.as_u16() / 100, 4, "{path}");
    }
}

#[test]
fn its_content_is_there_without_a_page() {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::handful(&ledger);
    let (app, _) = app(&ledger);
    bulletins::publish(&app, &year(&ledger, Some("KEN"))).unwrap();
    let release = bulletins::releases(&app).unwrap().remove(0);
    let document = bulletins::open(&app, &release, Lang::Fr).unwrap().unwrap().document;
    assert!(document.title.ends_with("les coopératives en \u{2068}2021\u{2069}"), "{}", document.title);
    let runs = document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(runs) => runs.as_slice(),
        _ => &[],
    });
    let numbers = runs.filter_map(|run| match run {
        Run::Number(number, ..) => Some(number.as_str()),
        Run::Text(_) => None,
    });
    assert_eq!(numbers.collect::<Vec<_>>()[..3], ["2", "14", "21\u{202f}500,00"]);
    let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_)));
    assert_eq!(tables.count(), 3);
}
