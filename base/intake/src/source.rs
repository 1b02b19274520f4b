//! A table as it was sent: a header, then rows, one at a time.

use std::{fs::File, io::Read, path::Path};

use crate::{
    Format, MissingColumn, NotATable, bytes,
    bytes::Content,
    fold::{fold, nearest},
    lines::{self, Lines},
    record::Cells,
    sheet::Sheet,
};

/// The columns that `Rejects` puts before the original ones; a reader passes over them.
pub(crate) const ADDED: [&str; 4] = ["_row", "_column", "_value", "_reason"];

/// A table that is being read. Of a text file one row is in memory at a time; a workbook is held.
pub struct Source {
    name: String,
    header: Header,
    rows: Rows,
    cells: Cells,
    delimiter: u8,
    translated: Option<&'static str>,
    guessed: (u64, u64),
}

/// Where rows come from.
enum Rows {
    Lines(Box<Lines>),
    Sheet(Sheet),
}

/// The names of a table's columns, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    names: Vec<String>,
    folded: Vec<String>,
}

/// One row, borrowed until the next is read.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub(crate) cells: &'a Cells,
    pub(crate) header: &'a Header,
}

impl Source {
    /// Opens a file and reads its header: the first row that is not empty.
    ///
    /// # Errors
    /// When it cannot be opened, is not what its name says, is no table or has no header.
    pub fn open(path: &Path, format: &Format) -> Result<Self, NotATable> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        match File::open(path) {
            Ok(file) => Self::read(&name, file, format),
            Err(why) => Err(NotATable::Open { name: name.into_owned(), why }),
        }
    }

    /// Reads a table from a stream; `name` is the file's, whose ending says what it should be.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn read(name: &str, stream: impl Read + Send + 'static, format: &Format) -> Result<Self, NotATable> {
        let mut cells = Cells::default();
        let (mut rows, delimiter, translated) = match bytes::open(name, Box::new(stream), format)? {
            Content::Workbook(stream) => {
                (Rows::Sheet(Sheet::open(name, stream, format)?), format.delimiter.unwrap_or(b','), None)
            }
            Content::Text(input, head, translated) => {
                let delimiter = format.delimiter.unwrap_or_else(|| lines::sniff(&head));
                let lines = Lines::new(input, delimiter, format.record_bytes_max.0);
                (Rows::Lines(Box::new(lines)), delimiter, translated)
            }
        };
        while cells.is_blank() {
            if !rows.read(&mut cells)? {
                return Err(NotATable::NoHeader(name.to_owned()));
            }
        }
        let header = Header::of(cells.iter());
        if let Rows::Sheet(sheet) = &mut rows {
            sheet.widen(header.names.len());
        }
        let guessed = if cells.guessed { (1, cells.row()) } else { (0, 0) };
        Ok(Self { name: name.to_owned(), header, rows, cells, delimiter, translated, guessed })
    }

    /// The next row that is not empty; none at the end.
    ///
    /// # Errors
    /// When the rest cannot be read: a record is too long, a quotation mark is not closed, the stream breaks off.
    #[expect(clippy::should_implement_trait, reason = "a row borrows from its source, which no `Iterator` can say")]
    pub fn next(&mut self) -> Result<Option<Row<'_>>, NotATable> {
        if !self.advance()? {
            return Ok(None);
        }
        Ok(Some(self.row()))
    }

    /// Reads the next row; false at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, NotATable> {
        loop {
            if !self.rows.read(&mut self.cells)? {
                return Ok(false);
            }
            if self.cells.guessed {
                let (count, first) = self.guessed;
                self.guessed = (count + 1, if count == 0 { self.cells.row() } else { first });
            }
            if !self.cells.is_blank() {
                return Ok(true);
            }
        }
    }

    /// The row read last.
    pub(crate) fn row(&self) -> Row<'_> {
        Row { cells: &self.cells, header: &self.header }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of the columns.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The delimiter, as given or found.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Writes the numbers of a workbook's column with this decimal mark.
    pub(crate) fn write_decimals(&mut self, column: usize, mark: char) {
        if let Rows::Sheet(sheet) = &mut self.rows {
            sheet.write_decimals(column, mark);
        }
    }

    /// What should be known about how it was read so far: encodings that were translated or guessed.
    pub fn notes(&self) -> Vec<String> {
        let translated = self.translated.map(|encoding| format!("read as {encoding}"));
        let (count, first) = self.guessed;
        let guessed = (count > 0)
            .then(|| format!("{count} rows are not UTF-8 and were read as Windows-1252; the first is row {first}"));
        translated.into_iter().chain(guessed).collect()
    }
}

impl Rows {
    fn read(&mut self, cells: &mut Cells) -> Result<bool, NotATable> {
        match self {
            Self::Lines(lines) => lines.read(cells),
            Self::Sheet(sheet) => Ok(sheet.read(cells)),
        }
    }
}

impl Header {
    /// A header of these cells.
    pub(crate) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<_> = cells.map(|cell| cell.trim().to_owned()).collect();
        let folded = names.iter().map(|name| fold(name)).collect();
        Self { names, folded }
    }

    /// The names as they are in the file, trimmed.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where the column is, compared without case and accents; the first if there are several.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = fold(name);
        self.folded.iter().position(|other| *other == name)
    }

    /// Whether the column is there more than once.
    pub(crate) fn is_twice(&self, index: usize) -> bool {
        let name = self.folded.get(index);
        self.folded.iter().filter(|other| Some(*other) == name).count() > 1
    }

    /// The columns of the sender: those without a name, and those that a file of rejected rows adds, left out.
    pub(crate) fn original(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.names.iter().map(String::as_str).enumerate();
        all.filter(|(_, name)| !ADDED.contains(name))
    }

    /// How a missing column is reported.
    pub(crate) fn missing(&self, name: &str) -> MissingColumn {
        let near = nearest(name, self.original().map(|(_, name)| name));
        MissingColumn { name: name.to_owned(), near: near.map(str::to_owned) }
    }
}

impl<'a> Row<'a> {
    /// Where it stands: the line of a text file on which it begins, or the row of a sheet.
    pub fn number(&self) -> u64 {
        self.cells.row()
    }

    /// The field of a column, by its index in the header.
    pub fn get(&self, column: usize) -> Option<&'a str> {
        self.cells.get(column)
    }

    /// All fields as they are.
    pub fn fields(&self) -> impl Iterator<Item = &'a str> {
        self.cells.iter()
    }

    /// How many fields it has and should have, if these differ; empty ones at its end do not count.
    pub fn misfit(&self) -> Option<(usize, usize)> {
        let (has, wants) = (self.cells.len(), self.header.names.len());
        let surplus = || (wants..has).any(|index| self.get(index).is_some_and(|field| !field.trim().is_empty()));
        (has < wants || (has > wants && surplus())).then_some((has, wants))
    }
}
