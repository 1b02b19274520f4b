//! `twiza trace`: the acts behind a figure.

use std::io::{Write, stdout};

use ledger::{Act, Ledger};
use serde_json::{json, value::RawValue};

use super::words;
use crate::{
    cli::{Format, QuestionWords},
    failure::Failure,
};

/// Acts read at a time.
const PAGE: usize = 1000;

const HEADER: [&str; 8] = ["seq", "effective_on", "recorded_at", "subject", "kind", "author", "document", "amount"];

/// Lists the acts on standard output, page by page, so that a million of them need no memory.
pub(crate) fn trace(ledger: &Ledger, asked: QuestionWords, format: Format) -> Result<(), Failure> {
    let question = words::question(ledger, asked)?;
    let mut out = stdout().lock();
    let mut after = Some(0);
    let mut first = true;
    while let Some(from) = after {
        let page = ledger.trace(&question, from, PAGE)?;
        let rows: Vec<_> = page.acts.iter().map(|traced| row(&traced.act, traced.amount)).collect();
        match format {
            Format::Table => words::table(&mut out, if first { &HEADER } else { &[] }, &rows, 1)?,
            Format::Csv => csv(&mut out, &rows, first)?,
            Format::Json => {
                for traced in &page.acts {
                    writeln!(out, "{}", json_of(&traced.act, traced.amount))?;
                }
            }
        }
        if page.next.is_none() && format == Format::Table {
            writeln!(out, "\n{} acts, {} in all", page.count, page.total)?;
        }
        first = false;
        after = page.next;
    }
    Ok(())
}

fn csv(out: &mut dyn Write, rows: &[Vec<String>], header: bool) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    if header {
        csv.write_record(HEADER)?;
    }
    rows.iter().try_for_each(|row| csv.write_record(row))?;
    Ok(csv.flush()?)
}

fn row(act: &Act, amount: i64) -> Vec<String> {
    vec![
        act.seq.to_string(),
        act.effective_on.map_or_else(String::new, |day| day.to_string()),
        act.recorded_at.to_string(),
        act.subject.clone(),
        act.kind.clone(),
        act.author.clone(),
        act.document.clone().unwrap_or_default(),
        amount.to_string(),
    ]
}

fn json_of(act: &Act, amount: i64) -> serde_json::Value {
    // The body was JSON when it was recorded, and `verify` tells if it is not any more.
    let body = serde_json::from_str::<&RawValue>(&act.body).ok();
    json!({
        "seq": act.seq,
        "subject": act.subject,
        "kind": act.kind,
        "effective_on": act.effective_on.map(|day| day.to_string()),
        "recorded_at": act.recorded_at.to_string(),
        "author": act.author,
        "document": act.document,
        "voids": act.voids,
        "body": body,
        "hash": act.hash.to_string(),
        "amount": amount,
    })
}
