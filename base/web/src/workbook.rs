//! A table as a workbook: numbers are numbers, and the words around it stay with it.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Date, Lang};
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError};

use crate::{Fault, Problem};

/// A sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The language of its words; one in Arabic begins at the right.
    pub lang: Lang,
    /// What stands above the table, a line each; the first is the title.
    pub above: Vec<String>,
    /// What the columns are.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
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

/// The sheet as a file of this name.
///
/// # Errors
/// When it cannot be written: more rows than a sheet has, a text that is too long.
pub fn workbook(name: &str, sheet: &Sheet) -> Result<Response, Problem> {
    let bytes = write(sheet).map_err(|error| Problem::Fault(Fault::new(error)))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"{name}.xlsx\"");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)], bytes).into_response())
}

fn write(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_right_to_left(sheet.lang.dir() == "rtl");
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    let mut row: RowNum = 0;
    for (at, line) in sheet.above.iter().enumerate() {
        page.write_string_with_format(row, 0, line, if at == 0 { &bold } else { &plain })?;
        row += 1;
    }
    row += RowNum::from(!sheet.above.is_empty());
    for (column, head) in (0..).zip(&sheet.heads) {
        page.write_string_with_format(row, column, head, &bold)?;
        page.set_column_width(column, head.chars().count().clamp(14, 40) as f64)?;
    }
    page.set_freeze_panes(row + 1, 0)?;
    for cells in &sheet.rows {
        row += 1;
        for (column, cell) in (0..).zip(cells) {
            put(page, row, column, cell)?;
        }
    }
    for (below, line) in (row + 2..).zip(&sheet.below) {
        page.write_string(below, 0, line)?;
    }
    book.save_to_buffer()
}

fn put(page: &mut Worksheet, row: RowNum, column: ColNum, cell: &Cell) -> Result<(), XlsxError> {
    let format = |code: &str| Format::new().set_num_format(code);
    match cell {
        Cell::Nothing => return Ok(()),
        Cell::Text(text) => page.write_string(row, column, text)?,
        Cell::Number(number) => page.write_number_with_format(row, column, *number as f64, &format("#,##0"))?,
        Cell::Amount(amount, decimals) => {
            let code = format!("#,##0.{}", "0".repeat(*decimals as usize));
            let major = *amount as f64 / 10_f64.powi(i32::try_from(*decimals).unwrap_or(0));
            page.write_number_with_format(row, column, major, &format(code.trim_end_matches('.')))?
        }
        Cell::Share(share) => page.write_number_with_format(row, column, *share, &format("0%"))?,
        Cell::Day(day) => {
            let (year, month, day) = (day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs());
            match ExcelDateTime::from_ymd(year, month, day) {
                Ok(day) => page.write_datetime_with_format(row, column, &day, &format("yyyy-mm-dd"))?,
                // A workbook knows no day before 1900.
                Err(_) => page.write_string(row, column, format!("{year:04}-{month:02}-{day:02}"))?,
            }
        }
    };
    Ok(())
}
