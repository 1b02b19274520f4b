//! What stands on the pages.

use document::{Bar, Bars, Code, Figure, Footer, Picture};

use super::*;

/// Compares with the text beside the document; a text that is not there is written, to be looked at.
fn has_the_text_expected(name: &str) {
    let text = extract::pages(&pdf(&read(&format!("{name}.json")))).join("\u{c}\n");
    let file = sample(&format!("{name}.txt"));
    if !file.exists() {
        fs::write(&file, &text).unwrap();
        panic!("{} was written: look at it, and run the test again", file.display());
    }
    assert_eq!(text, fs::read_to_string(file).unwrap());
}

#[test]
fn a_bulletin_in_arabic_has_its_text_in_order() {
    has_the_text_expected("ar");
}

#[test]
fn a_bulletin_in_french_has_its_text_in_order() {
    has_the_text_expected("fr");
}

#[test]
fn a_bulletin_in_english_has_its_text_in_order() {
    has_the_text_expected("en");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(pdf(&read("ar.json")), pdf(&read("ar.json")));
}

#[test]
fn a_file_says_its_language_when_it_was_made_and_which_standards_it_keeps() {
    let file = pdf(&read("ar.json"));
    let has = |bytes: &[u8]| file.windows(bytes.len()).any(|window| window == bytes);
    for says in
        ["/Lang", "(ar)", "pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "2023-12-31T12:00:00+00:00"]
    {
        assert!(has(says.as_bytes()), "{says}");
    }
}

#[test]
fn what_looks_like_code_is_shown_as_text() {
    let code = r#"#panic("x") $x^2$ *b* _i_ `r` @ref <l> \ [c] // c = H #read("/star.svg") -- "q""#;
    let text = || code.to_owned();
    let blocks = vec![
        Block::Heading(text()),
        paragraph(code),
        Block::Note(vec![Run::Strong(text()), Run::Soft(text())]),
        Block::Figures(vec![Figure { label: text(), value: text(), beside: Some(text()) }]),
        Block::Bars(Bars { caption: Some(text()), bars: vec![Bar { label: text(), value: text(), length: 1.0 }] }),
    ];
    let mut document = document(Lang::Fr, blocks);
    document.title = text();
    document.footer = Footer { known: Some(text()), seq: Some(text()), hash: Some(text()) };
    let pages = extract::pages(&pdf(&document));
    assert_eq!(pages.len(), 1);
    let letters =
        |text: &str| text.chars().filter(|one| !one.is_whitespace() && *one != '\u{200b}').collect::<String>();
    let shown = letters(&pages.concat());
    assert_eq!(shown.matches(&letters(code)).count(), 14, "{shown}");
}

#[test]
fn a_document_that_says_nothing_is_a_page_with_its_title() {
    assert_eq!(extract::pages(&pdf(&document(Lang::En, vec![]))), ["Twiza\nBilan\n1 / 1\n"]);
    let blocks = vec![
        Block::Figures(vec![]),
        Block::Bars(Bars { caption: None, bars: vec![] }),
        Block::Paragraph(vec![]),
        Block::Note(vec![]),
        Block::Table(Table { rows: vec![], ..table_of(&list(0)) }),
    ];
    assert_eq!(extract::pages(&pdf(&document(Lang::Ar, blocks))).len(), 1);
}

fn table_of(document: &Document) -> Table {
    match document.blocks.first() {
        Some(Block::Table(table)) => table.clone(),
        other => panic!("{other:?} is no table"),
    }
}

#[test]
fn a_long_table_says_its_labels_on_each_page() {
    let pages = extract::pages(&pdf(&list(100)));
    assert!(pages.len() > 2);
    assert!(pages.iter().all(|page| page.contains("رأس المال")), "{pages:?}");
    let rows: usize = pages.iter().map(|page| page.matches("Coopérative").count()).sum();
    assert_eq!(rows, 100);
}

#[test]
fn a_word_longer_than_its_line_is_broken_and_stays_whole_elsewhere() {
    let long = "Donaudampfschifffahrtsgesellschaft".repeat(6);
    let mut list = list(3);
    list.title = long.clone();
    if let Some(Block::Table(table)) = list.blocks.first_mut() {
        table.rows.push(vec![long.clone(), long.clone(), "ت".repeat(200), String::new(), long.clone()]);
    }
    list.blocks.push(paragraph(&long));
    list.blocks
        .push(Block::Bars(Bars { caption: None, bars: vec![Bar { label: long.clone(), value: long, length: 0.0 }] }));
    assert!(extract::pages(&pdf(&list)).len() <= 3);
    let address = "https://example.org/cooperatives/KEN-000123/acts";
    let shown = extract::pages(&pdf(&document(Lang::Fr, vec![paragraph(address)]))).join("");
    assert!(shown.contains(address), "{shown}");
}

#[test]
fn a_letter_that_no_font_has_is_shown_as_missing_and_marks_of_direction_turn_nothing() {
    let shown = extract::pages(&pdf(&document(Lang::Fr, vec![paragraph("a🙂\u{0}b \u{202e}c\td")]))).join("");
    assert!(shown.contains("a\u{fffd}\u{fffd}b c d"), "{shown}");
}

#[test]
fn the_letters_of_a_picture_can_be_read_out() {
    let svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><text x='5' y='20'>سيدي قاسم 1.572 ⵜ</text></svg>";
    let picture = Picture { caption: None, svg: svg.to_owned(), describes: "Carte".to_owned(), width: 0.5 };
    let shown = extract::pages(&pdf(&document(Lang::Fr, vec![Block::Picture(picture)]))).join("");
    assert!(shown.contains("سيدي") && shown.contains("1.572"), "{shown}");
}

#[test]
fn a_code_stands_beside_its_words_and_leads_where_it_says() {
    let code = |text: &str| {
        let beside = vec![vec![Run::Strong("تحققوا".to_owned())], vec![Run::Plain("Vérifiez ici".to_owned())]];
        Block::Code(Code { text: text.to_owned(), describes: "Code QR".to_owned(), beside })
    };
    let file = pdf(&document(Lang::Ar, vec![code("https://example.ma/verify/AFCSD7"), code("https://example.ma/b")]));
    let shown = extract::pages(&file).join("");
    assert!(shown.contains("تحققوا") && shown.matches("Vérifiez ici").count() == 2, "{shown}");
    let has = |bytes: &[u8]| file.windows(bytes.len()).any(|window| window == bytes);
    assert!(has(b"(https://example.ma/verify/AFCSD7)") && has(b"(https://example.ma/b)"));
    let too_long = document(Lang::Ar, vec![code(&"x".repeat(3000))]);
    let refused = pressed(&serde_json::to_vec(&too_long).unwrap());
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("a text of 3000 bytes fits no QR code"));
}
