//! A bulletin as PDF. It says what was published and nothing of today, so its bytes stay the same.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use document::{Bar, Bars, Column, Footer, Kind, Picture};
use web::{App, FRESH, Fault, Page, Problem, Query};

use super::{Block, Document, Run, Table, open, pages::find, releases};
use crate::{described, store::Release};

/// `GET /{lang}/bulletins/{number}/pdf`
pub(crate) async fn pdf(
    State(app): State<App>,
    page: Page,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let (data, lang) = (app.clone(), page.t.lang());
    let (number, document) = app.blocking(move |_| printed(&data, &page, &number)).await?;
    let pdf = web::press(&document).await?;
    let disposition = format!("inline; filename=\"{number}.{lang}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, pdf).into_response())
}

fn printed(app: &App, page: &Page, number: &str) -> Result<(String, document::Document), Problem> {
    let releases = releases(app)?;
    let release = find(&releases, number)?;
    let broken = || Problem::Fault(Fault::says(format!("the numbers of bulletin {number} no longer fit its seal")));
    let opened = open(app, release, page.t.lang())?.ok_or_else(broken)?;
    Ok((release.number.clone(), set(app, page, release, opened.document)))
}

fn set(app: &App, page: &Page, release: &Release, content: Document) -> document::Document {
    let t = &page.t;
    let known = described::known(page, &app.ledger, Some(release.known));
    let on = described::when(page, ledger::When::On(release.day));
    let correction = release.corrects.as_ref().map(|(number, why)| {
        let says = format!("{} {number} ", t.get("observatory-bulletin-corrects"));
        document::Block::Note(vec![document::Run::Strong(says), document::Run::Plain(why.clone())])
    });
    let mut blocks: Vec<_> = correction.into_iter().collect();
    let mut rest = content.blocks.into_iter().peekable();
    while let Some(block) = rest.next() {
        let is_drawn = matches!(rest.peek(), Some(Block::Picture(_)));
        blocks.push(match block {
            Block::Heading(text) => document::Block::Heading(text),
            Block::Paragraph(runs) => document::Block::Paragraph(runs.into_iter().flat_map(words).collect()),
            // What stands on a map is a table beside it; all else is easier to compare as bars.
            Block::Table(table) if is_drawn => document::Block::Table(as_table(table)),
            Block::Table(table) => document::Block::Bars(as_bars(table)),
            Block::Picture(drawn) => document::Block::Picture(Picture {
                caption: None,
                svg: drawn.svg(),
                describes: content.title.clone(),
                width: 0.6,
            }),
        });
    }
    let footer = Footer {
        known: Some(known.clone()),
        seq: Some(t.with("web-told-number", &[("seq", &t.number(release.head_seq))])),
        hash: Some(release.head_hash.clone()),
    };
    document::Document {
        subtitle: Some(format!("{on} · {known}")),
        blocks,
        footer,
        ..document::Document::new(t.lang(), content.title, release.published_at)
    }
}

fn words(run: Run) -> Vec<document::Run> {
    match run {
        Run::Text(text) => vec![document::Run::Plain(text)],
        Run::Number(number, unit, _) => {
            let unit = unit.map(|unit| document::Run::Plain(format!(" {unit}")));
            [document::Run::Strong(number)].into_iter().chain(unit).collect()
        }
    }
}

fn as_table(table: Table) -> document::Table {
    let kinds = [Kind::Text, Kind::Number, Kind::Number];
    document::Table {
        caption: None,
        columns: table.heads.into_iter().zip(kinds).map(|(label, kind)| Column { label, kind }).collect(),
        rows: table.rows.into_iter().map(|row| vec![row.label, row.number, row.share]).collect(),
    }
}

fn as_bars(table: Table) -> Bars {
    let bar = |row: super::Row| Bar {
        value: format!("{} · {}", row.number, row.share),
        label: row.label,
        length: row.bar as f64 / 100.0,
    };
    Bars { caption: None, bars: table.rows.into_iter().map(bar).collect() }
}
