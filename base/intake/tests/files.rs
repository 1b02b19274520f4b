//! Files as people send them: dialects, encodings, workbooks, and files that are no tables.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on says so by a panic")]

use std::io::{self, Cursor, Read, Write};

use flate2::{Compression, write::GzEncoder};
use intake::{Format, Found, NotATable, RecordLimit, Source};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Workbook};

fn open(name: &str, bytes: impl AsRef<[u8]>) -> Result<Source, NotATable> {
    Source::read(name, Cursor::new(bytes.as_ref().to_vec()), &Format::default())
}

/// All rows, each with its number.
fn rows(source: &mut Source) -> Result<Vec<(u64, Vec<String>)>, NotATable> {
    let mut rows = Vec::new();
    while let Some(row) = source.next()? {
        rows.push((row.number(), row.fields().map(str::to_owned).collect()));
    }
    Ok(rows)
}

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Vec<(u64, Vec<String>)> {
    rows(&mut open(name, bytes).unwrap()).unwrap()
}

fn row(number: u64, fields: &[&str]) -> (u64, Vec<String>) {
    (number, fields.iter().map(|field| (*field).to_owned()).collect())
}

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::fast());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "nothing here").unwrap();
    let sheet = book.add_worksheet().set_name("Régistre").unwrap();
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for (at, name) in (0..).zip(["number", "day", "members", "capital", "name"]) {
        sheet.write(1, at, name).unwrap();
    }
    sheet.write(2, 0, 1_000_167).unwrap();
    sheet.write_with_format(2, 1, ExcelDateTime::from_ymd(1999, 12, 31).unwrap(), &day).unwrap();
    sheet.write(2, 2, 12.0).unwrap();
    sheet.write(2, 3, 1234.5).unwrap();
    sheet.write(2, 4, "تعاونية").unwrap();
    sheet.write(5, 0, 2).unwrap();
    sheet.merge_range(8, 0, 9, 3, "", &day).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn the_delimiter_is_found_out() {
    for delimiter in [",", ";", "\t", "|"] {
        let text = format!("a{delimiter}b{delimiter}c\n1{delimiter}2 x{delimiter}3\n4{delimiter}5{delimiter}6\n");
        let mut source = open("list.csv", &text).unwrap();
        assert_eq!(char::from(source.delimiter()), delimiter.chars().next().unwrap());
        assert_eq!(rows(&mut source).unwrap(), [row(2, &["1", "2 x", "3"]), row(3, &["4", "5", "6"])]);
    }
    let mut semicolons = open("list.csv", "nom;capital\n\"Argane, huile\";12,50\nMiel;7,00\nSafran;1,25\n").unwrap();
    assert_eq!(rows(&mut semicolons).unwrap()[0], row(2, &["Argane, huile", "12,50"]));
    assert_eq!(read("list.csv", "number\n1\n2\n"), [row(2, &["1"]), row(3, &["2"])]);
}

#[test]
fn quotation_marks_hold_delimiters_quotes_and_line_ends() {
    let text = "a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n\r\n5\" pipe,z\r\n,,\r\nlast,\"row\"";
    let expected = [row(2, &["x, \"y\"", "one\r\ntwo"]), row(5, &["5\" pipe", "z"]), row(7, &["last", "row"])];
    assert_eq!(read("list.csv", text), expected);
}

#[test]
fn encodings_are_told_by_their_mark_or_guessed_with_a_note() {
    let text = "numéro,nom\n1,تعاونية\n";
    let expected = [row(2, &["1", "تعاونية"])];
    assert_eq!(read("list.csv", format!("\u{feff}{text}")), expected);
    assert_eq!(read("list.csv", utf16(text)), expected);
    assert_eq!(read("list.csv.gz", packed(text.as_bytes())), expected);
    let mut guessed = open("list.csv", b"num\xe9ro,nom\n1,ascii\n2,Coop\xe9rative\n").unwrap();
    assert_eq!(guessed.header().names(), ["numéro", "nom"]);
    assert_eq!(rows(&mut guessed).unwrap()[1], row(3, &["2", "Coopérative"]));
    assert_eq!(guessed.notes(), ["2 rows are not UTF-8 and were read as Windows-1252; the first is row 1"]);
    let arabic = Format { encoding: Some("windows-1256".into()), ..Format::default() };
    let mut source = Source::read("list.csv", Cursor::new(b"a,b\n1,\xca\xda\n".to_vec()), &arabic).unwrap();
    assert_eq!(rows(&mut source).unwrap(), [row(2, &["1", "تع"])]);
}

#[test]
fn a_workbook_gives_days_in_iso_form_and_plain_numbers() {
    let format = Format { sheet: Some("registre".into()), ..Format::default() };
    let mut source = Source::read("list.xlsx", Cursor::new(workbook()), &format).unwrap();
    assert_eq!(source.header().names(), ["number", "day", "members", "capital", "name"]);
    let expected = [row(3, &["1000167", "1999-12-31", "12", "1234.5", "تعاونية"]), row(6, &["2", "", "", "", ""])];
    assert_eq!(rows(&mut source).unwrap(), expected);
    let format = Format { sheet: Some("Members".into()), ..Format::default() };
    let error = Source::read("list.xlsx", Cursor::new(workbook()), &format).err().unwrap();
    assert_eq!(error.to_string(), "`list.xlsx` has no sheet `Members`; its sheets are: Notes, Régistre");
}

/// A workbook with other shared strings than its own.
fn workbook_with(strings: &str) -> Vec<u8> {
    let mut book = zip::ZipArchive::new(Cursor::new(workbook())).unwrap();
    let mut other = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..book.len() {
        let mut part = book.by_index(index).unwrap();
        let (name, mut holds) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut holds).unwrap();
        other.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        let holds = if name.ends_with("sharedStrings.xml") { strings } else { &holds };
        other.write_all(holds.as_bytes()).unwrap();
    }
    other.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_is_not_unpacked_without_end_and_gets_no_room_for_what_it_claims() {
    let sst = |count: &str, holds: &str| format!("<sst uniqueCount=\"{count}\"><si><t>nothing</t></si>{holds}</sst>");
    assert_eq!(open("list.xlsx", workbook_with(&sst("1", ""))).unwrap().header().names(), ["nothing"]);
    let claims = workbook_with(&sst("9000000000000000000", ""));
    let bomb = workbook_with(&sst("1", &" ".repeat(65 << 20)));
    assert!(bomb.len() < 1 << 20);
    for bad in [claims, bomb] {
        let error = open("list.xlsx", bad).err().unwrap();
        assert_eq!(error.to_string(), "`list.xlsx` is too large for a workbook: save it as CSV");
    }
}

#[test]
fn a_file_that_is_not_what_it_says_is_named() {
    let unexpected = |name, bytes: &[u8]| match open(name, bytes) {
        Err(NotATable::Unexpected { found, .. }) => found,
        other => panic!("{name}: {:?}", other.err()),
    };
    assert_eq!(unexpected("list.csv", &workbook()), Found::Workbook);
    assert_eq!(unexpected("list.xlsx", b"a,b\n1,2\n"), Found::Text);
    assert_eq!(unexpected("list.csv", b"%PDF-1.7 \n"), Found::Pdf);
    assert_eq!(unexpected("list.csv", b"PK\x03\x04\x14\0\0\0\0\0photo.jpg"), Found::Zip);
    assert_eq!(unexpected("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Found::OldWorkbook);
    assert_eq!(unexpected("list.csv", &packed(b"a,b\n")), Found::Gzip);
    assert_eq!(unexpected("list.csv.gz", b"a,b\n1,2\n"), Found::Text);
    assert_eq!(unexpected("list.csv", b"\n <!DOCTYPE html><html>"), Found::WebPage);
    assert_eq!(unexpected("list.csv", b"<?xml version='1.0'?>"), Found::Xml);
    assert_eq!(unexpected("list.csv", br#"[{"a": 1}]"#), Found::Json);
    assert_eq!(unexpected("list.csv", &utf16("a,b\n1,2\n")[2..]), Found::Utf16);
    let junk: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(unexpected("list.csv", &junk), Found::Binary);
    assert_eq!(
        open("list.csv", workbook()).err().unwrap().to_string(),
        "`list.csv` is an Excel workbook: give it a name that ends in .xlsx"
    );
    assert!(matches!(open("list.csv", b""), Err(NotATable::Empty(_))));
    assert!(matches!(open("list.csv", b"\n\n ,\n"), Err(NotATable::NoHeader(_))));
    assert!(matches!(open("list.xlsx", &workbook()[..900]), Err(NotATable::Workbook { .. })));
}

#[test]
fn a_packed_file_that_ends_early_says_after_which_row() {
    let text: String =
        std::iter::once("a,b\n".to_owned()).chain((0..90_000).map(|i| format!("{i},{}\n", i * 7919))).collect();
    let whole = packed(text.as_bytes());
    let mut source = open("list.csv.gz", &whole[..whole.len() / 2]).unwrap();
    let error = rows(&mut source).unwrap_err();
    assert!(matches!(error, NotATable::Broken { row: 1000.., .. }), "{error}");
}

/// A line without end; it counts how much of it was taken.
struct Endless(std::sync::Arc<std::sync::atomic::AtomicUsize>);

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        into.fill(b'x');
        self.0.fetch_add(into.len(), std::sync::atomic::Ordering::Relaxed);
        Ok(into.len())
    }
}

#[test]
fn a_line_without_end_is_refused_after_little_of_it() {
    for start in ["a,b\n1,2\n", "a,b\n1,\"2\n", ""] {
        let taken = std::sync::Arc::default();
        let stream = Cursor::new(start).chain(Endless(std::sync::Arc::clone(&taken)));
        let error = Source::read("list.csv", stream, &Format::default()).and_then(|mut source| rows(&mut source));
        assert!(matches!(error, Err(NotATable::TooLong { limit: 1_048_576, .. })));
        assert!(taken.load(std::sync::atomic::Ordering::Relaxed) < 2 << 20);
    }
    let limit = |bytes| Format { record_bytes_max: RecordLimit(bytes), ..Format::default() };
    let with = |bytes| {
        let mut source = Source::read("list.csv", Cursor::new("a,b\n1,2345678\n"), &limit(bytes))?;
        rows(&mut source)
    };
    assert!(with(9).is_ok());
    assert!(matches!(with(4), Err(NotATable::TooLong { row: 2, limit: 4 })));
}

#[test]
fn a_record_with_more_fields_than_any_sheet_has_columns_is_refused() {
    let wide = format!("a,b\n{}\n", ",".repeat(100_000));
    assert!(matches!(rows(&mut open("list.csv", wide).unwrap()), Err(NotATable::TooLong { row: 2, .. })));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told() {
    let error = rows(&mut open("list.csv", "a,b\n1,2\n3,\"4\n5,6\n7,8\n").unwrap()).unwrap_err();
    assert!(matches!(error, NotATable::OpenQuote { row: 3 }), "{error}");
}

proptest! {
    #[test]
    fn reading_any_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "list\\.(csv|xlsx|csv\\.gz|x)") {
        let _ = open(&name, &bytes).map(|mut source| rows(&mut source));
    }

    #[test]
    fn reading_any_text_never_panics(text in "[a,;\"\r\n\té|x ]{0,80}") {
        let _ = open("list.csv", &text).map(|mut source| rows(&mut source));
    }

    #[test]
    fn rows_survive_being_written_and_read(table in proptest::collection::vec(proptest::collection::vec("[a-zé,;\"\n ]{0,9}z", 3), 1..9)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).unwrap();
        table.iter().for_each(|row| writer.write_record(row).unwrap());
        let bytes = writer.into_inner().unwrap();
        let format = Format { delimiter: Some(b','), ..Format::default() };
        let read = rows(&mut Source::read("list.csv", Cursor::new(bytes), &format).unwrap()).unwrap();
        prop_assert_eq!(read.into_iter().map(|(_, fields)| fields).collect::<Vec<_>>(), table);
    }
}
