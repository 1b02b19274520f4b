//! The forms in which a table is written, row after row into a file: memory does not grow with the table.

use std::{
    fs::File,
    io::{self, Write},
};

use flate2::{Compression, write::GzEncoder};
use rust_xlsxwriter::{Workbook, XlsxError};
use web::{Datum, Field};

use super::parquet::Parquet;

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    Csv,
    JsonLines,
    Xlsx,
    Parquet,
}

/// A table being written into a file.
pub(super) trait Table {
    /// The next row.
    fn row(&mut self, row: &[Datum<'_>]) -> io::Result<()>;
    /// That was the last one.
    fn end(self: Box<Self>) -> io::Result<()>;
}

impl Form {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Csv, Self::JsonLines, Self::Xlsx, Self::Parquet];

    /// How names of files end.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
        }
    }

    /// What people call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::JsonLines => "JSON Lines",
            Self::Xlsx => "XLSX",
            Self::Parquet => "Parquet",
        }
    }

    /// Its media type.
    pub(crate) const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::JsonLines => "application/jsonl",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }

    /// Whether files are kept packed and unpacked for who cannot.
    pub(super) const fn is_packed(self) -> bool {
        matches!(self, Self::Csv | Self::JsonLines)
    }

    /// Begins a table.
    pub(super) fn begin(self, file: File, fields: &[Field]) -> io::Result<Box<dyn Table>> {
        Ok(match self {
            Self::Csv => Box::new(Csv::begin(file, fields)?),
            Self::JsonLines => Box::new(JsonLines { file: pack(file), fields: fields.into() }),
            Self::Xlsx => Box::new(Xlsx::begin(file, fields)?),
            Self::Parquet => Box::new(Parquet::begin(file, fields)?),
        })
    }
}

fn pack(file: File) -> GzEncoder<File> {
    GzEncoder::new(file, Compression::default())
}

/// A value as text; none if there is none.
fn text(datum: &Datum<'_>) -> Option<String> {
    match datum {
        Datum::Nothing => None,
        Datum::Text(text) => Some((*text).to_owned()),
        Datum::Integer(number) => Some(number.to_string()),
        Datum::Truth(truth) => Some(truth.to_string()),
        Datum::Day(day) => Some(day.to_string()),
        Datum::Instant(instant) => Some(format!("{instant:.6}")),
    }
}

/// RFC 4180, UTF-8, with a header.
struct Csv(csv::Writer<GzEncoder<File>>);

impl Csv {
    fn begin(file: File, fields: &[Field]) -> io::Result<Self> {
        let mut csv = csv::Writer::from_writer(pack(file));
        csv.write_record(fields.iter().map(|field| field.code))?;
        Ok(Self(csv))
    }
}

impl Table for Csv {
    fn row(&mut self, row: &[Datum<'_>]) -> io::Result<()> {
        for datum in row {
            match datum {
                Datum::Text(text) => self.0.write_field(text)?,
                other => self.0.write_field(text(other).unwrap_or_default())?,
            }
        }
        Ok(self.0.write_record(None::<&[u8]>)?)
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        let packed = self.0.into_inner().map_err(csv::IntoInnerError::into_error)?;
        packed.finish().map(drop)
    }
}

/// An object a line, its keys in the order of the fields.
struct JsonLines {
    file: GzEncoder<File>,
    fields: Box<[Field]>,
}

impl Table for JsonLines {
    fn row(&mut self, row: &[Datum<'_>]) -> io::Result<()> {
        for (position, (field, datum)) in self.fields.iter().zip(row).enumerate() {
            let before = if position == 0 { '{' } else { ',' };
            write!(self.file, "{before}\"{}\":", field.code)?;
            match datum {
                Datum::Integer(number) => write!(self.file, "{number}")?,
                Datum::Truth(truth) => write!(self.file, "{truth}")?,
                Datum::Text(text) => serde_json::to_writer(&mut self.file, text)?,
                other => serde_json::to_writer(&mut self.file, &text(other))?,
            }
        }
        self.file.write_all(b"}\n")
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        self.file.finish().map(drop)
    }
}

/// A workbook. What does not fit into one sheet goes on in the next.
struct Xlsx {
    book: Workbook,
    file: File,
    fields: Box<[Field]>,
    sheets: usize,
    /// The next row of the sheet.
    next: u32,
}

/// How many rows a sheet has, and how long a text can be.
const ROWS_MAX: u32 = 1_048_576;
const LETTERS_MAX: usize = 32_767;

impl Xlsx {
    fn begin(file: File, fields: &[Field]) -> io::Result<Self> {
        let mut xlsx = Self { book: Workbook::new(), file, fields: fields.into(), sheets: 0, next: 0 };
        xlsx.add_sheet().map_err(io::Error::other)?;
        Ok(xlsx)
    }

    fn add_sheet(&mut self) -> Result<(), XlsxError> {
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, field) in (0_u16..).zip(&self.fields) {
            sheet.write_string(0, at, field.code)?;
        }
        self.sheets += 1;
        self.next = 1;
        Ok(())
    }

    fn add(&mut self, row: &[Datum<'_>]) -> Result<(), XlsxError> {
        if self.next == ROWS_MAX {
            self.add_sheet()?;
        }
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        for (at, datum) in (0_u16..).zip(row) {
            match datum {
                Datum::Nothing => continue,
                // Numbers of a sheet are exact up to 2^53.
                Datum::Integer(number) => sheet.write_number(self.next, at, *number as f64)?,
                Datum::Truth(truth) => sheet.write_boolean(self.next, at, *truth)?,
                other => {
                    let text = text(other).unwrap_or_default();
                    let short = text.char_indices().nth(LETTERS_MAX).and_then(|(end, _)| text.get(..end));
                    sheet.write_string(self.next, at, short.unwrap_or(&text))?
                }
            };
        }
        self.next += 1;
        Ok(())
    }
}

impl Table for Xlsx {
    fn row(&mut self, row: &[Datum<'_>]) -> io::Result<()> {
        self.add(row).map_err(io::Error::other)
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.book.save_to_writer(&self.file).map_err(io::Error::other)
    }
}
