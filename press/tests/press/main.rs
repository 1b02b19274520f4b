//! The press as its callers know it: a document goes in, a PDF comes out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod extract;
mod pages;
mod pictures;
mod refusals;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use document::{Block, Column, Document, Kind, Run, Table};
use kernel::{Lang, Timestamp};

const PRESS: &str = env!("CARGO_BIN_EXE_twiza-press");

/// What the press says to this document.
fn pressed(input: &[u8]) -> Output {
    asked(&[], input)
}

/// What the press says to these words and this input.
fn asked(words: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(PRESS);
    let mut child =
        command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// The document as PDF.
fn pdf(document: &Document) -> Vec<u8> {
    let output = pressed(&serde_json::to_vec(document).unwrap());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A file beside these tests.
fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name)
}

/// One of the documents beside these tests.
fn read(name: &str) -> Document {
    Document::read(&fs::read(sample(name)).unwrap()).unwrap()
}

/// A document of these blocks.
fn document(lang: Lang, blocks: Vec<Block>) -> Document {
    Document { blocks, ..Document::new(lang, "Bilan", Timestamp::UNIX_EPOCH) }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Run::Plain(text.to_owned())])
}

/// A list of so many cooperatives.
fn list(rows: usize) -> Document {
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let columns = vec![
        column("الاسم", Kind::Text),
        column("Nom", Kind::Text),
        column("الإقليم", Kind::Text),
        column("التسجيل", Kind::Text),
        column("رأس المال", Kind::Number),
    ];
    let row = |n: usize| {
        let names = [format!("تعاونية رقم {n}"), format!("Coopérative {n}"), "سيدي قاسم".to_owned()];
        names.into_iter().chain([format!("2022-01-{:02}", n % 28 + 1), (n * 1037).to_string()]).collect()
    };
    let table = Table { caption: None, columns, rows: (1..=rows).map(row).collect() };
    document(Lang::Ar, vec![Block::Table(table)])
}
