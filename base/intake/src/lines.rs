//! Delimited text cut into records, with bounded memory whatever the text is.

use std::io::{self, BufRead, BufReader};

use csv_core::ReadRecordResult;

use crate::{NotATable, bytes::Stream, record::Cells};

/// How many fields one record may have: more than any spreadsheet has columns.
const FIELDS_MAX: usize = 1 << 15;

/// The delimiters that are looked for, the likelier first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records of a delimited text.
pub(crate) struct Lines {
    input: BufReader<Stream>,
    core: csv_core::Reader,
    bytes_max: usize,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// The last byte that is no line end, and whether the last record had a line end in its last field: together they
    /// tell at the end of the file that a quotation mark was not closed.
    last_byte: u8,
    last_is_open: bool,
    last_row: u64,
}

impl Lines {
    pub(crate) fn new(input: BufReader<Stream>, delimiter: u8, bytes_max: usize) -> Self {
        let core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        let (text, ends) = (vec![0; 4 << 10], vec![0; 64]);
        Self { input, core, bytes_max, text, ends, last_byte: b'\n', last_is_open: false, last_row: 0 }
    }

    /// Reads the next record into `cells`; false at the end. Empty lines are passed over.
    pub(crate) fn read(&mut self, cells: &mut Cells) -> Result<bool, NotATable> {
        self.pass_line_ends().map_err(|why| self.broken(why))?;
        let row = self.core.line();
        let (mut taken, mut length, mut fields) = (0, 0, 0);
        loop {
            let input = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other.map_err(|why| NotATable::Broken { row: self.last_row, why })?,
            };
            let text = self.text.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(fields..).unwrap_or_default();
            let (result, read, written, ended) = self.core.read_record(input, text, ends);
            let consumed = input.get(..read).unwrap_or_default();
            if let Some(last) = consumed.iter().rev().find(|&&byte| byte != b'\r' && byte != b'\n') {
                self.last_byte = *last;
            }
            self.input.consume(read);
            (taken, length, fields) = (taken + read, length + written, fields + ended);
            if taken > self.bytes_max + 2 {
                return Err(NotATable::TooLong { row, limit: self.bytes_max });
            }
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() >= FIELDS_MAX => {
                    return Err(NotATable::TooLong { row, limit: self.bytes_max });
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return self.end(),
            }
        }
        let text = self.text.get(..length).unwrap_or_default();
        let ends = self.ends.get(..fields).unwrap_or_default();
        let last_start = ends.iter().rev().nth(1).copied().unwrap_or(0);
        self.last_is_open = text.get(last_start..).is_some_and(|last| last.contains(&b'\n'));
        self.last_row = row;
        cells.fill(row, text, ends);
        Ok(true)
    }

    /// Passes over empty lines, and the second half of `\r\n`.
    fn pass_line_ends(&mut self) -> io::Result<()> {
        loop {
            let input = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            let ends = input.iter().take_while(|&&byte| byte == b'\n' || byte == b'\r');
            let (count, lines) =
                ends.fold((0, 0), |(count, lines), &byte| (count + 1, lines + u64::from(byte == b'\n')));
            let more = count > 0 && count == input.len();
            self.input.consume(count);
            self.core.set_line(self.core.line() + lines);
            if !more {
                return Ok(());
            }
        }
    }

    fn end(&self) -> Result<bool, NotATable> {
        if self.last_is_open && self.last_byte != b'"' {
            return Err(NotATable::OpenQuote { row: self.last_row });
        }
        Ok(false)
    }

    fn broken(&self, why: io::Error) -> NotATable {
        NotATable::Broken { row: self.last_row, why }
    }
}

/// The delimiter of a text, by its first lines: the one that cuts most of them into the same number of fields.
pub(crate) fn sniff(head: &[u8]) -> u8 {
    let score = |delimiter: &u8| {
        let counts = field_counts(head, *delimiter);
        let first = counts.first().copied().unwrap_or(0);
        let alike = counts.iter().filter(|&&count| count == first).count();
        // A header in one piece says nothing, however alike the lines are.
        if first < 2 { (0, 0) } else { (alike * 100 / counts.len(), first) }
    };
    // Of equals, `max_by_key` takes the last: the likelier delimiter has to come last.
    DELIMITERS.into_iter().rev().max_by_key(score).unwrap_or(b',')
}

/// How many fields the first records have; the last one may be cut off and is left out if there are others.
fn field_counts(head: &[u8], delimiter: u8) -> Vec<usize> {
    let mut core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut text, mut ends) = (vec![0; head.len() + 1], vec![0; head.len() + 1]);
    let (mut rest, mut counts) = (head, Vec::new());
    while !rest.is_empty() && counts.len() < 64 {
        let (result, read, _, ended) = core.read_record(rest, &mut text, &mut ends);
        rest = rest.get(read..).unwrap_or_default();
        let ended = if result == ReadRecordResult::InputEmpty { ended + 1 } else { ended };
        if ended > 0 && (result == ReadRecordResult::Record || counts.is_empty()) {
            counts.push(ended);
        }
    }
    counts
}
