//! Statutes as they are printed.

use document::{Block, Document, Run};

use super::*;

/// A document as a text: a block a line, without the marks that keep directions apart.
fn lines(document: &Document) -> String {
    let runs = |runs: &[Run]| {
        let texts = runs.iter().map(|(Run::Plain(text) | Run::Strong(text) | Run::Soft(text))| text.as_str());
        texts.collect::<String>()
    };
    let line = |block: &Block| match block {
        Block::Heading(text) => format!("\n# {text}"),
        Block::Paragraph(text) => runs(text),
        Block::Note(text) => format!("! {}", runs(text)),
        Block::Table(table) => {
            let labels: Vec<_> = table.columns.iter().map(|column| column.label.as_str()).collect();
            format!("{} × {}", labels.join(" | "), table.rows.len())
        }
        other => panic!("{other:?} does not belong into statutes"),
    };
    let blocks = document.blocks.iter().map(line).collect::<Vec<_>>().join("\n");
    let said = [Some(&document.title), document.subtitle.as_ref(), document.footer.known.as_ref()];
    let above = said.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n");
    let text = format!("{above}\n{blocks}\n");
    text.replace(['\u{2068}', '\u{2069}', '\u{200e}'], "").replace(['\u{a0}', '\u{202f}'], " ")
}

fn printed(lang: Lang, facts: &Facts, answers: &Statutes) -> Document {
    print(&speaks(lang), facts, answers, DAY, jiff::Timestamp::UNIX_EPOCH)
}

fn arabic() -> (Facts, Statutes) {
    let facts = Facts {
        seat: "تافراوت".into(),
        activity: "زيت أركان".into(),
        categories: vec![Category::Serves],
        persons: Some(6),
        collective_land: Some("آيت علي".into()),
        ..facts()
    };
    let answers = Statutes {
        object: "جمع ثمار أركان وبيع زيتها.".into(),
        area: "جماعة تافراوت".into(),
        organ: Some(Organ::Board),
        ..changed("votes", Lang::Ar, "لكل حصة صوت.")
    };
    (facts, answers)
}

#[test]
fn the_printed_statutes_read_as_expected_in_french_and_arabic() {
    let french = lines(&printed(Lang::Fr, &facts(), &answers()));
    let (facts, answers) = arabic();
    let arabic = lines(&printed(Lang::Ar, &facts, &answers));
    for (name, says, expected) in [
        ("fr", french, include_str!("../../../tests/statutes.fr.txt")),
        ("ar", arabic, include_str!("../../../tests/statutes.ar.txt")),
    ] {
        assert!(says == expected, "{name}:\n{says}");
    }
}

#[test]
fn every_language_prints_a_document_with_a_line_for_each_founder() {
    for lang in Lang::ALL {
        let document = printed(lang, &facts(), &answers());
        let json = serde_json::to_vec(&document).unwrap();
        assert_eq!(Document::read(&json).unwrap(), document);
        let Some(Block::Table(signatures)) = document.blocks.last() else { panic!("no signatures") };
        assert_eq!(signatures.rows.len(), 7);
        let blank = |cell: &String| cell.trim().is_empty();
        assert!(signatures.rows.iter().all(|row| row[1..].iter().all(blank)));
        assert!(!lines(&document).contains("! "), "nothing was changed and nothing is missing");
    }
}

#[test]
fn a_draft_says_that_it_is_one() {
    let nothing =
        Facts { seat: String::new(), share_minor: 0, capital_minor: 0, founders: 0, persons: None, ..facts() };
    let document = printed(Lang::Fr, &nothing, &Statutes::default());
    assert!(lines(&document).contains("! Projet"));
    for gap in ["constituée pour ……………", "fixé à ……………, soit …………… de …………… chacune", "fondée par ……………"]
    {
        assert!(lines(&document).contains(gap), "{gap}");
    }
}

#[test]
fn what_was_changed_in_another_language_is_printed_beside_the_model() {
    let document = printed(Lang::Fr, &facts(), &changed("votes", Lang::Ar, "لكل حصة صوت."));
    assert!(lines(&document).contains("autrement en arabe : لكل حصة صوت."), "{}", lines(&document));
}
