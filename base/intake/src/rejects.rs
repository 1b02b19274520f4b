//! Rows that were not taken, as a file that can be mended and fed in again.

use std::io::{self, Write};

use crate::{Fault, Row, Source, source::ADDED};

/// Writes the rejected rows: before the sender's columns, in their order and with their values, four of our own that say where
/// the row was, which columns are wrong, what was read there and why it was not taken. A reader passes over these four.
///
/// The file is UTF-8 with a byte order mark, by which spreadsheets know that it is, and has the delimiter of the original, so
/// that the same profile reads it. Without a rejected row it stays empty.
pub struct Rejects<W: Write> {
    writer: csv::Writer<W>,
    columns: Vec<usize>,
    names: Vec<String>,
    words: Box<dyn Fn(&Fault) -> String>,
    count: u64,
}

impl<W: Write> Rejects<W> {
    /// A writer for the rejected rows of a source.
    pub fn new(writer: W, source: &Source) -> Self {
        let writer = csv::WriterBuilder::new().flexible(true).delimiter(source.delimiter()).from_writer(writer);
        let (columns, names) = source.header().original().map(|(at, name)| (at, name.to_owned())).unzip();
        Self { writer, columns, names, words: Box::new(|fault| fault.reason.to_string()), count: 0 }
    }

    /// The same, with the reasons in other words (those of another language, found by `Reason::key`).
    #[must_use]
    pub fn in_words(self, words: impl Fn(&Fault) -> String + 'static) -> Self {
        Self { words: Box::new(words), ..self }
    }

    /// Writes a row and all that is wrong with it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&mut self, row: Row<'_>, faults: &[Fault]) -> io::Result<()> {
        if self.count == 0 {
            let added = ADDED.iter().map(|name| (*name).to_owned());
            let mut header: Vec<_> = added.chain(self.names.iter().cloned()).collect();
            // The mark belongs to the file, not to the first field; that one needs no quotation marks.
            if let Some(first) = header.first_mut() {
                first.insert(0, '\u{feff}');
            }
            self.writer.write_record(header)?;
        }
        self.count += 1;
        let joined = |part: &dyn Fn(&Fault) -> String| {
            faults.iter().map(part).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
        };
        self.writer.write_field(row.number().to_string())?;
        self.writer.write_field(joined(&|fault| fault.column.clone()))?;
        self.writer.write_field(joined(&|fault| fault.seen.clone()))?;
        self.writer.write_field(joined(&|fault| match fault.column.as_str() {
            "" => (self.words)(fault),
            column => format!("{column}: {}", (self.words)(fault)),
        }))?;
        // A row with too few fields stays short: filled up, it would be taken as it is.
        let width = self.columns.iter().map(|column| column + 1).max().unwrap_or(0);
        for field in self.columns.iter().map_while(|&column| row.get(column)) {
            self.writer.write_field(field)?;
        }
        for field in row.fields().skip(width) {
            self.writer.write_field(field)?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// How many rows were written.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }

    /// Ends the file and gives back what it was written to.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}
