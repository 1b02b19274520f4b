//! A sheet of an Excel workbook as rows of text: days in ISO form, numbers in plain digits.

use std::{
    collections::VecDeque,
    io::{Cursor, Read},
};

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use crate::{Format, Found, NotATable, bytes::Stream, packed, record::Cells};

/// How large a workbook may be, packed; it has to be held in memory.
const PACKED_BYTES_MAX: u64 = 100 << 20;

/// How many columns a sheet may have: those that Excel has.
const COLUMNS_MAX: usize = 1 << 14;

/// A cell's text, and whether the sheet holds it as a number (its decimal mark is then a point, whatever people write).
#[derive(Clone, Debug, Default)]
struct Cell {
    text: Box<str>,
    is_number: bool,
}

/// The rows of a sheet that are not empty.
#[derive(Debug)]
pub(crate) struct Sheet {
    rows: VecDeque<(u64, Vec<(usize, Cell)>)>,
    /// The decimal mark to write the numbers of a column with.
    decimals: Vec<(usize, char)>,
    /// How many columns the header has; rows are filled up to it.
    width: usize,
}

impl Sheet {
    /// Reads the sheet that the format names, else the first.
    pub(crate) fn open(name: &str, mut stream: Stream, format: &Format) -> Result<Self, NotATable> {
        let mut bytes = Vec::new();
        let read = stream.by_ref().take(PACKED_BYTES_MAX + 1).read_to_end(&mut bytes);
        read.map_err(|why| NotATable::Broken { row: 0, why })?;
        let damaged = |why: XlsxError| NotATable::Workbook { name: name.to_owned(), why: why.to_string() };
        let most = packed::most(&bytes);
        let fits = |bytes: &[u8]| packed::fits(bytes, most).map_err(|why| damaged(why.into()));
        if bytes.len() as u64 > PACKED_BYTES_MAX || !fits(&bytes)? {
            return Err(NotATable::TooLarge(name.to_owned()));
        }
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|why| match why {
            XlsxError::FileNotFound(_) => NotATable::Unexpected { name: name.to_owned(), found: Found::Zip },
            other => damaged(other),
        })?;
        let there = book.sheet_names();
        let sheet = match &format.sheet {
            Some(wanted) => there.iter().find(|sheet| crate::fold(sheet) == crate::fold(wanted)).cloned(),
            None => there.first().cloned(),
        };
        let Some(sheet) = sheet else {
            let sheet = format.sheet.clone().unwrap_or_default();
            return Err(NotATable::NoSheet { name: name.to_owned(), sheet, there });
        };
        let mut rows: VecDeque<(u64, Vec<(usize, Cell)>)> = VecDeque::new();
        let mut size = 0;
        let mut reader = book.worksheet_cells_reader(&sheet).map_err(damaged)?;
        while let Some(cell) = reader.next_cell().map_err(damaged)? {
            let (row, column) = (u64::from(cell.get_position().0) + 1, cell.get_position().1 as usize);
            let value = text(cell.get_value());
            if value.text.trim().is_empty() {
                continue;
            }
            // A string that the parts hold once may stand in many cells.
            size += (value.text.len() + size_of::<(usize, Cell)>()) as u64;
            if column >= COLUMNS_MAX || size > most {
                return Err(NotATable::TooLarge(name.to_owned()));
            }
            if rows.back().is_none_or(|(last, _)| *last != row) {
                rows.push_back((row, Vec::new()));
            }
            if let Some((_, cells)) = rows.back_mut() {
                cells.push((column, value));
            }
        }
        Ok(Self { rows, decimals: Vec::new(), width: 0 })
    }

    /// Writes the numbers of the column with this decimal mark: the one by which the profile reads it.
    pub(crate) fn write_decimals(&mut self, column: usize, mark: char) {
        self.decimals.push((column, mark));
    }

    /// Fills up the rows to as many fields as the header has: a sheet has no short rows.
    pub(crate) fn widen(&mut self, width: usize) {
        self.width = width;
    }

    /// Gives the next row into `cells`; false at the end.
    pub(crate) fn read(&mut self, into: &mut Cells) -> bool {
        let Some((row, mut cells)) = self.rows.pop_front() else { return false };
        cells.sort_by_key(|(column, _)| *column);
        into.clear(row);
        for (column, cell) in &cells {
            while into.len() < *column {
                into.push("");
            }
            match self.decimals.iter().find(|(other, _)| other == column) {
                Some((_, mark)) if cell.is_number => into.push(&cell.text.replace('.', mark.encode_utf8(&mut [0; 4]))),
                _ => into.push(&cell.text),
            }
        }
        while into.len() < self.width {
            into.push("");
        }
        true
    }
}

/// A cell as text.
fn text(value: &DataRef<'_>) -> Cell {
    let cell = |text: &str| Cell { text: text.into(), is_number: false };
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cell(text),
        DataRef::SharedString(text) => cell(text),
        DataRef::Bool(yes) => cell(if *yes { "true" } else { "false" }),
        DataRef::Int(number) => Cell { text: number.to_string().into(), is_number: true },
        DataRef::Float(number) => Cell { text: plain(*number).into(), is_number: true },
        DataRef::Error(error) => cell(&error.to_string()),
        DataRef::DateTime(when) if when.is_duration() => Cell { text: plain(when.as_f64()).into(), is_number: true },
        DataRef::DateTime(when) => {
            let (year, month, day, hour, minute, second, _) = when.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            let midnight = (hour, minute, second) == (0, 0, 0);
            cell(&if midnight { day } else { format!("{day} {hour:02}:{minute:02}:{second:02}") })
        }
    }
}

/// A number in digits, with the 15 that a spreadsheet keeps: no exponent, no `.0`, no `0.30000000000000004`.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 {
        return format!("{number:.0}");
    }
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{kept}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_person_would() {
        assert_eq!(plain(1_525_340_000_061.0), "1525340000061");
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(1e20), "100000000000000000000");
        assert_eq!(plain(-12.5), "-12.5");
    }
}
