//! A table as a workbook: numbers are numbers, and the words around it stay with it.

use std::sync::{Mutex, PoisonError};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Date, Lang};
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError};

use crate::{Fault, Problem};

/// What stands around a table.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The language of its words; one in Arabic begins at the right.
    pub lang: Lang,
    /// What stands above the table, a line each; the first is the title.
    pub above: Vec<String>,
    /// What the columns are.
    pub heads: Vec<String>,
    /// What stands below the table, a line each.
    pub below: Vec<String>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Empty: what nobody knows.
    Nothing,
    /// Words.
    Text(String),
    /// A whole number; exact up to 2^53.
    Number(i64),
    /// An amount with so many decimals, in its smallest unit.
    Amount(i64, u32),
    /// A part of a whole; 1 is all of it.
    Share(f64),
    /// A day.
    Day(Date),
}

impl Cell {
    /// Words if there are some.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }
}

/// The sheet with its rows as a file of this name. Long ones take seconds: to be called where waiting is allowed.
///
/// # Errors
/// When it cannot be written: more rows than a sheet has, a text that is too long.
pub fn workbook(name: &str, sheet: &Sheet, rows: impl Iterator<Item = Vec<Cell>>) -> Result<Response, Problem> {
    // One after the other: what anybody may ask for must not add up.
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let bytes = write(sheet, rows).map_err(|error| Problem::Fault(Fault::new(error)))?;
    drop(turn);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"{name}.xlsx\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)], bytes).into_response())
}

fn write(sheet: &Sheet, rows: impl Iterator<Item = Vec<Cell>>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet_with_constant_memory()?;
    page.set_right_to_left(sheet.lang.dir() == "rtl");
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    for (column, head) in (0..).zip(&sheet.heads) {
        page.set_column_width(column, head.chars().count().clamp(14, 40) as f64)?;
    }
    let mut row: RowNum = 0;
    for (at, line) in sheet.above.iter().enumerate() {
        page.write_string_with_format(row, 0, line, if at == 0 { &bold } else { &plain })?;
        row += 1;
    }
    row += RowNum::from(!sheet.above.is_empty());
    page.set_freeze_panes(row + 1, 0)?;
    for (column, head) in (0..).zip(&sheet.heads) {
        page.write_string_with_format(row, column, head, &bold)?;
    }
    let formats = Formats::new();
    for cells in rows {
        row += 1;
        for (column, cell) in (0..).zip(&cells) {
            formats.put(page, row, column, cell)?;
        }
    }
    for (below, line) in (row + 2..).zip(&sheet.below) {
        page.write_string(below, 0, line)?;
    }
    book.save_to_buffer()
}

/// How each kind of cell is shown.
struct Formats {
    number: Format,
    /// By the number of decimals.
    amounts: [Format; 4],
    share: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        let format = |code: &str| Format::new().set_num_format(code);
        let amounts = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000"].map(format);
        Self { number: format("#,##0"), amounts, share: format("0%"), day: format("yyyy-mm-dd") }
    }

    fn put(&self, page: &mut Worksheet, row: RowNum, column: ColNum, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Nothing => return Ok(()),
            Cell::Text(text) => page.write_string(row, column, text)?,
            Cell::Number(number) => page.write_number_with_format(row, column, *number as f64, &self.number)?,
            Cell::Amount(amount, decimals) => {
                let major = *amount as f64 / 10_f64.powi(i32::try_from(*decimals).unwrap_or(0));
                let format = self.amounts.get(*decimals as usize).unwrap_or(&self.number);
                page.write_number_with_format(row, column, major, format)?
            }
            Cell::Share(share) => page.write_number_with_format(row, column, *share, &self.share)?,
            Cell::Day(day) => match ExcelDateTime::parse_from_str(&day.to_string()) {
                Ok(at) => page.write_datetime_with_format(row, column, &at, &self.day)?,
                // A workbook knows no day before 1900.
                Err(_) => page.write_string(row, column, day.to_string())?,
            },
        };
        Ok(())
    }
}
