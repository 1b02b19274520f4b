//! `twiza figures`: a figure as a table, as CSV or as JSON.

use std::io::{Write, stdout};

use ledger::{Answer, Ledger, Line};
use serde_json::json;

use super::words;
use crate::{
    cli::{Format, QuestionWords},
    failure::Failure,
};

/// Answers a question on standard output.
pub(crate) fn figures(
    ledger: &Ledger,
    asked: QuestionWords,
    share: Option<u32>,
    format: Format,
) -> Result<(), Failure> {
    let question = words::question(ledger, asked)?;
    let answer = ledger.figure(&question)?;
    let mut out = stdout().lock();
    match format {
        Format::Csv => csv(&mut out, &answer, share)?,
        Format::Json => writeln!(out, "{:#}", json_of(&answer, share))?,
        Format::Table => table(&mut out, &answer, share)?,
    }
    Ok(())
}

fn header(answer: &Answer, share: Option<u32>) -> Vec<&str> {
    let by = answer.question.by.iter().map(String::as_str);
    by.chain(["value"]).chain(share.map(|_| "share")).collect()
}

fn row(answer: &Answer, line: &Line, share: Option<u32>) -> Vec<String> {
    let values = line.values.iter().map(|value| value.to_string());
    let share = share.map(|decimals| answer.share(line).percent(decimals).unwrap_or_default());
    values.chain([line.written()]).chain(share).collect()
}

fn csv(out: &mut dyn Write, answer: &Answer, share: Option<u32>) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(header(answer, share))?;
    for line in &answer.lines {
        csv.write_record(row(answer, line, share))?;
    }
    Ok(csv.flush()?)
}

fn table(out: &mut dyn Write, answer: &Answer, share: Option<u32>) -> Result<(), Failure> {
    let rows: Vec<_> = answer.lines.iter().map(|line| row(answer, line, share)).collect();
    words::table(out, &header(answer, share), &rows, 1 + usize::from(share.is_some()))?;
    let currency = answer.lines.first().and_then(|line| line.currency);
    let unit = match answer.measure.unit {
        ledger::Unit::Count(things) => things.to_owned(),
        ledger::Unit::Money => currency.map_or_else(String::new, |currency| currency.to_string()),
    };
    writeln!(out, "\n{unit}; known up to act {}", answer.head)?;
    Ok(())
}

fn json_of(answer: &Answer, share: Option<u32>) -> serde_json::Value {
    let lines = answer.lines.iter().map(|line| {
        let values: serde_json::Map<_, _> =
            answer.question.by.iter().cloned().zip(line.values.iter().map(|value| json!(**value))).collect();
        let mut json = json!({ "values": values, "value": line.written() });
        if let (Some(decimals), Some(object)) = (share, json.as_object_mut()) {
            object.insert("share".into(), json!(answer.share(line).percent(decimals)));
        }
        if let (Some(currency), Some(object)) = (line.currency, json.as_object_mut()) {
            object.insert("currency".into(), json!(currency.code()));
        }
        json
    });
    json!({
        "measure": answer.measure.code,
        "definition": answer.measure.definition,
        "head": answer.head,
        "lines": lines.collect::<Vec<_>>(),
    })
}
