//! What the explorer shows, taken along as files.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;

use std::io::Cursor;

use axum::{
    Router,
    http::{StatusCode, header},
};
use calamine::{Data, DataType, Reader, Xlsx};
use sample::request::{app, get};

/// The app over a register of a handful of acts.
fn register() -> (testkit::TestDatabase, Router) {
    let database = testkit::databases().remove(0);
    let ledger = sample::empty(&database.url);
    sample::handful(&ledger);
    (database, app(ledger))
}

/// The rows of a workbook, without the empty ones.
fn workbook(app: &Router, path: &str) -> Vec<Vec<Data>> {
    let answer = get(app, path, &[]);
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    assert!(answer.header(header::CONTENT_DISPOSITION).ends_with(".xlsx\""));
    let mut book = Xlsx::new(Cursor::new(answer.bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[Data]>::to_vec).filter(|row| row.iter().any(|cell| *cell != Data::Empty)).collect()
}

#[test]
fn a_workbook_has_numbers_as_numbers_and_says_on_what_they_stand() {
    let (_database, app) = register();
    let rows = workbook(&app, "/en/figures/table.xlsx?measure=cooperatives&date=2022-12-31&by=province");
    let numbers: Vec<_> = rows.iter().filter_map(|row| row.get(1).and_then(DataType::as_f64)).collect();
    assert_eq!(numbers, [2.0, 1.0, 1.0]);
    let shares: Vec<_> = rows.iter().filter_map(|row| row.get(2).and_then(DataType::as_f64)).collect();
    assert_eq!(shares, [0.5, 0.25, 0.25]);
    let words = format!("{rows:?}");
    assert!(words.contains("31 December 2022") && words.contains("act no."), "{words}");
}

#[test]
fn money_is_in_major_units_and_a_filter_stands_above_the_table() {
    let (_database, app) = register();
    let path = "/fr/figures/table.xlsx?measure=share_capital&date=2022-12-31&by=province&where=delegation%3DKEN";
    let rows = workbook(&app, path);
    let csv = get(&app, &path.replace("/fr/figures/table.xlsx?", "/api/v1/figures?format=csv&"), &[]);
    let told = |text: &str| {
        text.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse::<f64>().unwrap()).sum::<f64>()
    };
    let numbers = rows.iter().filter_map(|row| row.get(1).and_then(DataType::as_f64));
    assert_eq!(numbers.sum::<f64>(), told(csv.text()));
    assert!(told(csv.text()) > 0.0);
    assert!(rows.iter().take(4).any(|row| row[0].to_string().contains("Kénitra")), "{rows:?}");
}

#[test]
fn a_drawing_stands_alone_and_says_of_when_it_is() {
    let (_database, app) = register();
    let svg = get(&app, "/ar/figures/picture.svg?measure=cooperatives&date=2022-12-31&by=province", &[]);
    assert_eq!((svg.status, svg.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/svg+xml"));
    let text = svg.text();
    assert!(!text.contains("href=") && !text.contains("class="), "it needs nothing else: {text}");
    assert!(text.contains("31 دجنبر 2022"), "{text}");
}

#[test]
fn what_cannot_be_asked_or_drawn_is_said() {
    let (_database, app) = register();
    for file in ["picture.svg", "picture.png", "table.xlsx"] {
        let wrong = get(&app, &format!("/fr/figures/{file}?measure=cooperatives&date=2022-02-30"), &[]);
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "{file}");
        assert!(wrong.text().contains("2022-02-30"), "{file}");
    }
    let nothing = get(&app, "/fr/figures/picture.svg?measure=cooperatives", &[]);
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}
