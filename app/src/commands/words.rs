//! From the words of the command line to a question, and tables for people.

use std::io::Write;

use kernel::read_known;
use ledger::{Ledger, Question, When};

use crate::{cli::QuestionWords, failure::Failure};

/// The question that the words ask.
pub(crate) fn question(ledger: &Ledger, words: &QuestionWords) -> Result<Question, Failure> {
    let usage = |error: kernel::NotADay| Failure::Usage(error.to_string());
    let known = words.known.as_deref().map(|text| read_known(text, ledger.zone())).transpose().map_err(usage)?;
    let when = match (words.date, words.from, words.to) {
        (Some(date), _, _) => When::On(date),
        (None, None, None) => When::On(ledger.today()),
        (None, from, to) => When::During { from, to: to.unwrap_or_else(|| ledger.today()) },
    };
    let question =
        Question { when, known, by: words.by.clone(), tree: words.tree, ..Question::on(&words.measure, when.last()) };
    let question = words.only.iter().fold(question, |question, (dimension, value)| question.only(dimension, value));
    let mistyped = observatory::check_values(ledger, &question)?;
    let says: Vec<String> = mistyped.iter().map(ToString::to_string).collect();
    if says.is_empty() { Ok(question) } else { Err(Failure::Refused(says.join("\n"))) }
}

/// Writes rows in columns that line up; the last `numbers` columns to the right.
pub(crate) fn table(out: &mut dyn Write, header: &[&str], rows: &[Vec<String>], numbers: usize) -> std::io::Result<()> {
    let header: Vec<String> = header.iter().map(|text| (*text).to_owned()).collect();
    let width = |column: usize| {
        let cells = rows.iter().chain([&header]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    for row in std::iter::once(&header).chain(rows) {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width.saturating_sub(cell.chars().count()));
            let right = column + numbers >= header.len();
            line.push_str(&if right { format!("{pad}{cell}  ") } else { format!("{cell}{pad}  ") });
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
