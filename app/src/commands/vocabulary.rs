//! `twiza measures` and `twiza dimensions`: what can be asked.

use std::io::{Write, stdout};

use kernel::Level;
use ledger::{Aggregation, Unit};
use serde_json::{Value, json};

use super::words;
use crate::{cli::Format, failure::Failure};

/// Lists the measures.
pub(crate) fn measures(format: Format) -> Result<(), Failure> {
    let row = |measure: &ledger::Measure| {
        let aggregation = if measure.aggregation == Aggregation::Stock { "stock" } else { "flow" };
        let unit = match measure.unit {
            Unit::Count(things) => things,
            Unit::Money => "money",
        };
        let dimensions = measure.dimensions.join(" ");
        [measure.code, aggregation, unit, &dimensions, measure.definition, measure.source].map(str::to_owned).to_vec()
    };
    let rows: Vec<_> = register::MEASURES.iter().map(row).collect();
    list(&["measure", "aggregation", "unit", "dimensions", "definition", "source"], &rows, 3, format)
}

/// Lists the dimensions: levels of the territory, columns of cells, and the year.
pub(crate) fn dimensions(format: Format) -> Result<(), Failure> {
    let place = |level: Level| {
        let definition = format!("The {level} of the seat, by the territory of the reference date.");
        vec![level.code().to_owned(), definition]
    };
    let own =
        register::DIMENSIONS.iter().map(|dimension| [dimension.code, dimension.definition].map(str::to_owned).to_vec());
    let others = [
        ("currency", "The currency of an amount of money, by its ISO 4217 code."),
        ("year", "The year in which a flow counts, or at whose end a stock is told."),
    ];
    let others = others.map(|(code, definition)| vec![code.to_owned(), definition.to_owned()]);
    let rows: Vec<_> = Level::ALL.into_iter().map(place).chain(own).chain(others).collect();
    list(&["dimension", "definition"], &rows, 2, format)
}

/// Writes a list; as a table only its first `shown` columns.
pub(super) fn list(header: &[&str], rows: &[Vec<String>], shown: usize, format: Format) -> Result<(), Failure> {
    let mut out = stdout().lock();
    match format {
        Format::Table => words::table(&mut out, header.get(..shown).unwrap_or(header), rows, 0)?,
        Format::Csv => {
            let mut csv = csv::Writer::from_writer(out);
            csv.write_record(header)?;
            rows.iter().try_for_each(|row| csv.write_record(row))?;
            csv.flush()?;
        }
        Format::Json => {
            let object = |row: &Vec<String>| -> Value {
                header.iter().zip(row).map(|(key, value)| ((*key).to_owned(), json!(value))).collect()
            };
            writeln!(out, "{:#}", rows.iter().map(object).collect::<Value>())?;
        }
    }
    Ok(())
}
