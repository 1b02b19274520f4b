//! What is written can be read; what is wrong is said.

use proptest::prelude::*;

use super::*;

const START: &str = r#"{"version":1,"lang":"fr","title":"Bilan","made_at":"2023-01-15T08:00:00Z","blocks":["#;

fn refusal(blocks: &str) -> String {
    Document::read(format!("{START}{blocks}]}}").as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_document_of_another_version_is_refused() {
    let says = Document::read(START.replace(":1,", ":2,").as_bytes()).unwrap_err().to_string();
    assert!(says.starts_with("not a document: version 2; this press sets version 1"), "{says}");
}

#[test]
fn a_word_that_is_not_known_is_refused_with_its_place() {
    let says = refusal(r#"{"headline":"x"}"#);
    assert!(says.contains("unknown variant `headline`") && says.contains("line 1 column"), "{says}");
}

#[test]
fn what_cannot_be_set_is_refused() {
    let row = r#"{"heading":"h"},{"table":{"columns":[{"label":"a","kind":"text"}],"rows":[["1"],["1","2"]]}}"#;
    assert_eq!(refusal(row), "block 2, row 2: 2 cells for 1 columns");
    assert_eq!(refusal(r#"{"table":{"columns":[],"rows":[]}}"#), "block 1: a table has at least one column");
    assert_eq!(refusal(r#"{"heading":" "}"#), "block 1: a heading must not be empty");
    let bar = r#"{"bars":{"bars":[{"label":"a","value":"b","length":1.5}]}}"#;
    let code = r#"{"code":{"text":"","describes":"b"}}"#;
    assert_eq!(refusal(code), "block 1: a code's text must not be empty");
    assert_eq!(refusal(bar), "block 1: 1.5 is not from 0 to 1");
}

#[test]
fn a_new_document_is_read_as_it_was_written() {
    let mut document = Document::new(Lang::Ar, "تقرير", Timestamp::UNIX_EPOCH);
    document.blocks.push(Block::Paragraph(vec![Run::Plain("نص".to_owned()), Run::Strong("Tazafine".to_owned())]));
    let json = serde_json::to_vec(&document).unwrap();
    assert_eq!(Document::read(&json).unwrap(), document);
}

proptest! {
    #[test]
    fn nothing_makes_reading_panic(json in any::<Vec<u8>>(), blocks in "[\\[\\]{}\":,a-z0-9]{0,60}") {
        let _ = Document::read(&json);
        let _ = Document::read(format!("{START}{blocks}]}}").as_bytes());
    }
}
