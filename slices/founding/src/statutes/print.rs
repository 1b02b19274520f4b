//! Statutes as a printed document, with a table for the signatures.

use document::{Block, Column, Document, Footer, Kind, Run, Table};
use kernel::{Date, Timestamp};
use web::Messages;

use super::{Article, Facts, Flaw, Statutes, check, compose};

/// The most lines for signatures: more sign on a list of their own.
const SIGNATURES_MAX: i64 = 200;

/// The statutes as a document, made at an instant, by the law of a day.
pub(crate) fn print(t: &Messages, facts: &Facts, answers: &Statutes, day: Date, made_at: Timestamp) -> Document {
    let articles = compose(t, facts, answers, day);
    let is_draft = check(facts, answers, day).iter().any(Flaw::is_error);
    let draft = is_draft.then(|| Block::Note(vec![Run::Strong(t.get("founding-statutes-draft"))]));
    let blocks = draft.into_iter().chain(articles.iter().flat_map(|article| blocks(t, article)));
    let blocks = blocks.chain(signatures(t, facts)).collect();
    let name = match t.lang() {
        kernel::Lang::Ar => None,
        kernel::Lang::Fr | kernel::Lang::En => facts.name_fr.as_ref(),
    };
    let subtitle = Some(name.unwrap_or(&facts.name_ar).clone());
    let known = t.with("founding-statutes-as-of", &[("day", &t.day(day))]);
    let footer = Footer { known: Some(known), ..Footer::default() };
    Document { subtitle, blocks, footer, ..Document::new(t.lang(), t.get("founding-statutes-document"), made_at) }
}

/// An article: what it is about, what it says, and a note where founders wrote it otherwise.
fn blocks(t: &Messages, article: &Article) -> Vec<Block> {
    let paragraphs = article.paragraphs().map(|text| Block::Paragraph(vec![Run::Plain(text.to_owned())]));
    let demanded = article.law.as_ref().map(|law| {
        let law = law.lines().collect::<Vec<_>>().join(" ");
        vec![Run::Strong(t.get("founding-statutes-note-demanded") + " "), Run::Plain(law)]
    });
    let changed = article.instead_of.as_ref().map(|_| vec![Run::Plain(t.get("founding-statutes-note-changed"))]);
    let elsewhere = article.elsewhere(t.lang()).map(|(lang, own)| {
        let own = own.lines().collect::<Vec<_>>().join(" ");
        vec![Run::Strong(t.get(&format!("founding-statutes-elsewhere-{lang}")) + " "), Run::Plain(own)]
    });
    let notes = elsewhere.chain(demanded.or(changed)).map(Block::Note);
    [Block::Heading(article.heading(t))].into_iter().chain(paragraphs).chain(notes).collect()
}

/// A line for each founder, to be filled in by hand: who they are stands nowhere else.
fn signatures(t: &Messages, facts: &Facts) -> [Block; 3] {
    let column = |key: &str, kind| Column { label: t.get(&format!("founding-statutes-sign-{key}")), kind };
    // Two lines high: people sign by hand.
    let row = |number| {
        let blank = || String::from("\u{a0}\n\u{a0}");
        vec![t.number(number), blank(), blank(), blank()]
    };
    let table = Table {
        caption: None,
        columns: vec![
            column("number", Kind::Number),
            column("name", Kind::Text),
            column("shares", Kind::Text),
            column("signature", Kind::Text),
        ],
        rows: (1..=facts.founders.clamp(1, SIGNATURES_MAX)).map(row).collect(),
    };
    let made = t.with("founding-statutes-made", &[("seat", &facts.seat)]);
    [
        Block::Heading(t.get("founding-statutes-signatures")),
        Block::Paragraph(vec![Run::Plain(made)]),
        Block::Table(table),
    ]
}
