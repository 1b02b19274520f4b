//! The tables of open data, as anybody downloads them, and the pages and feeds that list them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;

use std::io::{Cursor, Read};

use axum::{
    Router,
    http::{StatusCode, header},
};
use calamine::{Reader, Xlsx};
use flate2::read::GzDecoder;
use jiff::civil::date;
use sample::request::{app, get};
use serde_json::{Value, json};

const TABLES: [&str; 5] = ["figures", "acts", "entries", "territories", "terms"];

/// The register of a handful of acts, on both engines.
fn registers() -> Vec<(testkit::TestDatabase, ledger::Ledger)> {
    let opened = |database: testkit::TestDatabase| {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        (database, ledger)
    };
    testkit::databases().into_iter().map(opened).collect()
}

/// A table as CSV, the header first.
fn csv(app: &Router, name: &str) -> Vec<Vec<String>> {
    let answer = get(app, &format!("/data/{name}.csv"), &[]);
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(answer.bytes.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_table_says_the_same_in_every_form_and_on_both_engines() {
    let mut before: Option<Vec<_>> = None;
    for (_database, ledger) in registers() {
        let app = app(ledger);
        let tables: Vec<_> = TABLES.iter().map(|name| csv(&app, name)).collect();
        for (name, table) in TABLES.iter().zip(&tables) {
            assert!(table.len() > 1, "{name} is empty");
            assert_eq!(from_json_lines(&app, name, &table[0]), table[1..], "{name}");
            assert_eq!(from_workbook(&app, name, table[0].len()), *table, "{name}");
            let parquet = get(&app, &format!("/data/{name}.parquet"), &[]).bytes;
            assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"), "{name}");
        }
        assert!(before.is_none_or(|before| before == tables));
        before = Some(tables);
    }
}

fn as_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn from_json_lines(app: &Router, name: &str, fields: &[String]) -> Vec<Vec<String>> {
    let answer = get(app, &format!("/data/{name}.jsonl"), &[]);
    let row = |line| {
        let object: Value = serde_json::from_str(line).unwrap();
        fields.iter().map(|field| as_text(&object[field])).collect()
    };
    answer.text().lines().map(row).collect()
}

fn from_workbook(app: &Router, name: &str, width: usize) -> Vec<Vec<String>> {
    let answer = get(app, &format!("/data/{name}.xlsx"), &[]);
    let mut book = Xlsx::new(Cursor::new(answer.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let row = |row: &[calamine::Data]| {
        let mut row: Vec<_> = row.iter().map(ToString::to_string).collect();
        row.resize(width, String::new());
        row
    };
    sheet.rows().map(row).collect()
}

#[test]
fn figures_by_territory_and_year_are_those_that_the_interface_gives() {
    let (_database, ledger) = registers().remove(0);
    let app = app(ledger);
    let figures = csv(&app, "figures");
    assert_eq!(figures[0], ["measure", "level", "place", "year", "currency", "amount", "value"]);
    let of = |measure: &str, place: &str, year: &str| {
        let row = figures.iter().find(|row| row[0] == measure && row[2] == place && row[3] == year);
        row.map(|row| (row[4].as_str(), row[5].as_str(), row[6].as_str()))
    };
    assert_eq!(of("members", "KEN", "2021"), Some(("", "14", "14")));
    assert_eq!(of("share_capital", "04.281", "2024"), Some(("MAD", "2150000", "21500.00")));
    assert_eq!(of("cooperatives", "07.351", "2022"), Some(("", "1", "1")));
    assert_eq!(of("cooperatives", "07.351", "2023"), None);
}

#[test]
fn entries_add_up_to_figures_and_tell_nobody_apart() {
    let (_database, ledger) = registers().remove(0);
    let entries = csv(&app(ledger), "entries");
    assert_eq!(entries[0], ["seq", "measure", "effective_on", "place", "currency", "sector", "amount"]);
    let members = entries.iter().filter(|row| row[1] == "members").map(|row| row[6].parse::<i64>().unwrap());
    assert_eq!(members.sum::<i64>(), 23);
}

#[test]
fn what_could_be_about_a_person_is_left_out() {
    let (_database, ledger) = registers().remove(0);
    let slices = [web::Slice { withholds: |act| act.kind == "registered", ..observatory::SLICE }];
    let app = web::router(web::App::new(ledger, &slices).unwrap(), &slices);
    let acts = csv(&app, "acts");
    let (kind, body, withheld) = (2, 8, 9);
    assert_eq!([&acts[0][kind], &acts[0][body], &acts[0][withheld]], ["kind", "body", "withheld"]);
    for act in &acts[1..] {
        let is_withheld = act[kind] == "registered";
        assert_eq!((act[withheld] == "true", act[body].is_empty()), (is_withheld, is_withheld), "{act:?}");
    }
}

#[test]
fn a_file_says_of_which_act_it_is_and_is_packed_for_whoever_takes_it_so() {
    let (_database, ledger) = registers().remove(0);
    let app = app(ledger);
    let plain = get(&app, "/data/terms.csv", &[]);
    assert_eq!(plain.header(header::CONTENT_DISPOSITION), "attachment; filename=\"terms-5.csv\"");
    assert_eq!(plain.header(header::CONTENT_ENCODING), "");
    assert_eq!(plain.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let packed = get(&app, "/data/terms.csv", &[("accept-encoding", "br;q=1.0, gzip;q=0.8")]);
    assert_eq!(packed.header(header::CONTENT_ENCODING), "gzip");
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.bytes.as_slice()).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.bytes);
    let refused = get(&app, "/data/terms.csv", &[("accept-encoding", "gzip;q=0")]);
    assert_eq!(refused.bytes, plain.bytes);
    let again = get(&app, "/data/terms.csv", &[("if-none-match", plain.header(header::ETAG))]);
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[test]
fn a_file_is_made_anew_once_an_hour_at_most() {
    let (_database, ledger) = registers().remove(0);
    let app = app(ledger.clone());
    let at = |instant: &str| {
        ledger.clock().set(instant.parse().unwrap());
        csv(&app, "acts").len() - 1
    };
    assert_eq!(at("2024-05-06T10:00:00Z"), 5);
    let body = json!({"place": "04.281", "sector": "AGR", "women": 1, "men": 6, "capital_minor": 100});
    ledger.record(vec![sample::registered("KEN-9", date(2024, 5, 6), &body)]).unwrap();
    assert_eq!(at("2024-05-06T10:59:59Z"), 5);
    assert_eq!(at("2024-05-06T11:00:00Z"), 6);
}

#[test]
fn who_asks_for_a_table_that_there_is_not_learns_which_there_are() {
    let (_database, ledger) = registers().remove(0);
    let app = app(ledger);
    for name in ["terms.pdf", "persons.csv", "terms", "%00.csv", ".csv"] {
        let answer = get(&app, &format!("/data/{name}"), &[]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
    let near = get(&app, "/data/persons.csv", &[]).json()["near"].clone();
    assert!(near.as_array().unwrap().contains(&json!("terms.csv")), "{near}");
}

#[test]
fn the_page_lists_every_table_with_its_files_and_fields_in_each_language() {
    let (_database, ledger) = registers().remove(0);
    let app = app(ledger);
    for (lang, title) in [("ar", "بيانات مفتوحة"), ("fr", "Données ouvertes"), ("en", "Open data")] {
        let answer = get(&app, &format!("/{lang}/data"), &[]);
        let html = answer.text();
        assert!(html.contains(&format!("<h1>{title}</h1>")), "{html}");
        for name in TABLES {
            for ending in ["csv", "jsonl", "xlsx", "parquet"] {
                assert!(html.contains(&format!("href=\"/data/{name}.{ending}\"")), "{name}.{ending}");
            }
        }
        // The toy's own dimension is named by no slice here.
        assert_eq!(html.matches("<td></td>").count(), html.matches(">sector</code>").count(), "{html}");
    }
}

#[test]
fn the_feed_tells_the_latest_acts_and_the_sitemap_every_page() {
    let (_database, ledger) = registers().remove(0);
    let app = app(ledger);
    let told = |path: &str| get(&app, path, &[("host", "coop.example")]).text().to_owned();
    let feed = told("/fr/feed/acts.atom");
    assert_eq!(feed.matches("<entry>").count(), 5);
    assert!(feed.contains("<id>http://coop.example/fr/feed/acts.atom</id>"), "{feed}");
    assert!(feed.contains("<updated>2024-05-05T10:00:00Z</updated>"), "{feed}");
    assert_eq!(told("/ar/feed/releases.atom").matches("<entry>").count(), 0);
    assert!(told("/robots.txt").ends_with("Sitemap: http://coop.example/sitemap.xml\n"));
    assert!(told("/sitemap.xml").contains("<loc>http://coop.example/sitemap/1.xml</loc>"));
    let part = told("/sitemap/1.xml");
    assert!(part.contains("<loc>http://coop.example/ar/territories/04.281</loc>"), "{part}");
    assert!(part.contains("hreflang=\"en\" href=\"http://coop.example/en/data\""), "{part}");
    for missing in ["0.xml", "2.xml", "one", "99999999999999999999.xml", "18446744073709551615.xml"] {
        assert_eq!(get(&app, &format!("/sitemap/{missing}"), &[]).status, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[test]
fn a_host_that_is_none_is_not_repeated() {
    let (_database, ledger) = registers().remove(0);
    let answer = get(&app(ledger), "/robots.txt", &[("host", "a\"><script>")]);
    assert!(answer.text().contains("http://localhost/"), "{}", answer.text());
}
