//! The press as the program starts it: the real one, within its limits.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use std::time::Duration;

use document::{Block, Column, Document, Kind, Table};
use kernel::{Lang, Timestamp};
use web::{Limits, Press, Unpressed};

/// The press that lies beside the program, with these limits.
fn press(limits: Limits) -> Option<Press> {
    let program = house::press();
    if program.is_none() {
        eprintln!("not tested: `cargo build -p twiza-press` makes the press");
    }
    Some(Press::at(program?, limits))
}

/// A list of so many cooperatives.
fn list(rows: usize) -> Document {
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let columns = vec![column("الاسم", Kind::Text), column("Nom", Kind::Text), column("رأس المال", Kind::Number)];
    let row = |n: usize| vec![format!("تعاونية رقم {n}"), format!("Coopérative {n}"), (n * 1037).to_string()];
    let table = Table { caption: None, columns, rows: (1..=rows).map(row).collect() };
    Document { blocks: vec![Block::Table(table)], ..Document::new(Lang::Ar, "القائمة", Timestamp::UNIX_EPOCH) }
}

/// Long enough for a press that is not optimised, on processors that others use too.
fn patient() -> Limits {
    Limits { time: Duration::from_secs(300), ..Limits::default() }
}

#[tokio::test]
async fn a_list_of_thousands_is_set_within_the_memory_allowed() {
    let Some(press) = press(patient()) else { return };
    let pdf = press.press(&list(5_000)).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7") && pdf.len() > 500_000, "{} bytes", pdf.len());
}

#[tokio::test]
async fn a_press_with_too_little_memory_breaks_alone() {
    let Some(press) = press(Limits { memory_bytes: 128 << 20, ..patient() }) else { return };
    assert!(matches!(press.press(&list(5_000)).await, Err(Unpressed::Broke(_))));
}

#[tokio::test]
async fn a_document_that_cannot_be_set_is_refused() {
    let Some(press) = press(patient()) else { return };
    let document = Document { title: " ".to_owned(), ..list(1) };
    let refused = press.press(&document).await.unwrap_err();
    assert_eq!(refused.to_string(), "twiza-press refused the document: twiza-press: the title must not be empty");
}
