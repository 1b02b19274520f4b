//! From the words of the command line to a question, and tables for people.

use std::io::Write;

use ledger::{Ledger, Question};
use observatory::Wording;

use crate::{cli::QuestionWords, failure::Failure};

/// The question that the words ask, read as those of an address are.
pub(crate) fn question(ledger: &Ledger, words: QuestionWords) -> Result<Question, Failure> {
    let QuestionWords { measure, date, from, to, known, by, only, tree } = words;
    let wording = Wording { measure: Some(measure), date, from, to, known, by, only, tree };
    let question = observatory::question_from(&wording, ledger.today(), ledger.zone());
    let question = question.map_err(|wrong| Failure::Usage(lines(&wrong)))?;
    let mistyped = observatory::check_values(ledger, &question)?;
    if mistyped.is_empty() { Ok(question) } else { Err(Failure::Refused(lines(&mistyped))) }
}

fn lines(wrong: &[impl ToString]) -> String {
    wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
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
