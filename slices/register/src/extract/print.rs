//! The extract as a printed document.

use document::{Block, Code, Column, Document, Footer, Kind, Run, Table};
use kernel::{Date, Known};
use proof::Proof;
use web::{App, Page, Problem, Speaker};

use super::facts::{self, LETTERS};
use crate::pages::names as names_of;

/// The document of a proof, with the address at which it is checked.
pub(crate) fn set(app: &App, page: &Page, proof: &Proof, known: Known, address: String) -> Result<Document, Problem> {
    let (t, ledger, statement) = (&page.t, &app.ledger, proof.statement());
    let now = ledger.clock().now();
    let known = t.day(ledger.zone().to_datetime(known.unwrap_or(now)).date());
    let known = t.with("register-known-on", &[("day", &known)]);
    let on = t.with("register-on-day", &[("day", &t.day(statement.on))]);
    let names = app.names()?;
    let projection = ledger.projection();
    let speaker = Speaker { t, names: &names, territory: projection.territory(), day: statement.on };
    let rows =
        [vec![t.get("register-extract-number"), statement.subject.clone()]].into_iter().chain(rows(&speaker, proof));
    let column = |key: &str| Column { label: t.get(key), kind: Kind::Text };
    let table = Table {
        caption: None,
        columns: vec![column("register-extract-line"), column("register-extract-says")],
        rows: rows.collect(),
    };
    let made_up = app.demo().then(|| vec![Run::Strong(t.get("web-demo") + " "), Run::Plain(t.get("web-demo-more"))]);
    let fact = |letter| statement.facts.get(&letter).map(String::as_str);
    let (name, _) = names_of(t.lang(), fact('a'), fact('f'), &statement.subject);
    let blocks = made_up.map(Block::Note).into_iter().chain([
        Block::Heading(name.text),
        Block::Table(table),
        Block::Code(Code {
            text: address,
            describes: t.get("register-extract-code"),
            beside: beside(page, proof, statement.issued_on),
        }),
    ]);
    let hash: String = statement.head.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let seq = i64::try_from(statement.head.seq).unwrap_or(i64::MAX);
    let footer = Footer {
        known: Some(known.clone()),
        seq: Some(t.with("web-told-number", &[("seq", &t.number(seq))])),
        hash: Some(format!("{hash}…")),
    };
    let (title, subtitle) = (t.get("register-extract"), Some(format!("{on} · {known}")));
    Ok(Document { subtitle, blocks: blocks.collect(), footer, ..Document::new(t.lang(), title, now) })
}

fn rows(speaker: &Speaker<'_>, proof: &Proof) -> Vec<Vec<String>> {
    let row = |(letter, _, key): &(char, &str, &str)| {
        let text = proof.statement().facts.get(letter)?;
        Some(vec![speaker.t.get(key), facts::tell(speaker, *letter, text)])
    };
    LETTERS.iter().filter_map(row).collect()
}

fn beside(page: &Page, proof: &Proof, issued_on: Date) -> Vec<Vec<Run>> {
    let t = &page.t;
    vec![
        vec![Run::Strong(t.get("register-extract-check"))],
        vec![Run::Plain(t.get("register-extract-check-how"))],
        vec![
            Run::Soft(t.with("register-extract-issued", &[("day", &t.day(issued_on))]) + " · "),
            Run::Soft(t.get("register-verify-key") + " "),
            Run::Soft(proof.key().to_string()),
        ],
    ]
}
