//! What is known of a file before it is opened, and what may be wrong with it as a whole.

use std::{fmt, io};

use serde::Deserialize;

/// What the sender or the profile says of a file; what is left out is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// The character between two fields of a text file.
    pub delimiter: Option<u8>,
    /// The encoding of a text file by its WHATWG label (`utf-8`, `windows-1256`); a byte order mark overrules it.
    pub encoding: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// How long one record may be.
    pub record_bytes_max: RecordLimit,
}

/// How many bytes one record may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct RecordLimit(pub usize);

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Text.
    Text,
    /// A ZIP archive, or a workbook of the kind that is one.
    Workbook,
    /// A ZIP archive that is no workbook.
    Zip,
    /// Compressed with gzip.
    Gzip,
    /// A workbook of the kind used before 2007.
    OldWorkbook,
    /// A PDF document.
    Pdf,
    /// A web page.
    WebPage,
    /// XML.
    Xml,
    /// JSON.
    Json,
    /// UTF-16 without the mark that says so.
    Utf16,
    /// Bytes that are no text.
    Binary,
}

/// A column that a profile needs and the header does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingColumn {
    /// What it should be called.
    pub name: String,
    /// A column of the file that may have been meant.
    pub near: Option<String>,
}

/// Why a file cannot be read at all, or not to its end. Nothing of such a file should be kept.
#[derive(Debug, thiserror::Error)]
pub enum NotATable {
    /// It cannot be opened.
    #[error("`{name}` cannot be opened: {why}")]
    Open {
        /// The file.
        name: String,
        /// What the system says.
        why: io::Error,
    },
    /// It has no bytes.
    #[error("`{0}` is empty")]
    Empty(String),
    /// It has no row with the names of its columns.
    #[error("`{0}` has no row with the names of its columns")]
    NoHeader(String),
    /// It is not what its name says, or nothing that can be read.
    #[error("`{name}` is {found}{}", found.remedy())]
    Unexpected {
        /// The file.
        name: String,
        /// What it is.
        found: Found,
    },
    /// The profile names an encoding that does not exist.
    #[error("`{0}` is not the name of an encoding: write for example utf-8 or windows-1252")]
    Encoding(String),
    /// A record has more bytes, or far more fields, than any honest one.
    #[error(
        "row {row}: the record is longer than {limit} bytes; a quotation mark may not be closed, or the lines may not end"
    )]
    TooLong {
        /// The line on which it begins.
        row: u64,
        /// The limit.
        limit: usize,
    },
    /// The file ends within quotation marks.
    #[error("row {row}: a quotation mark is opened and never closed")]
    OpenQuote {
        /// The line on which the record begins.
        row: u64,
    },
    /// Reading broke off.
    #[error("after row {row}, the file cannot be read further: {why}")]
    Broken {
        /// The last row that was read.
        row: u64,
        /// What is wrong.
        why: io::Error,
    },
    /// A workbook is damaged.
    #[error("`{name}` is a damaged workbook: {why}")]
    Workbook {
        /// The file.
        name: String,
        /// What is wrong.
        why: String,
    },
    /// A workbook is too large to be held.
    #[error("`{0}` is too large for a workbook: save it as CSV")]
    TooLarge(String),
    /// A workbook does not have the sheet.
    #[error("`{name}` has no sheet `{sheet}`; its sheets are: {}", there.join(", "))]
    NoSheet {
        /// The file.
        name: String,
        /// The sheet that is wanted.
        sheet: String,
        /// The sheets that it has.
        there: Vec<String>,
    },
    /// Columns are missing.
    #[error("`{name}` lacks {}; its columns are: {}", listed(missing), there.join(", "))]
    Columns {
        /// The file.
        name: String,
        /// What is missing.
        missing: Vec<MissingColumn>,
        /// The columns that it has.
        there: Vec<String>,
    },
    /// A column that is needed is there twice.
    #[error("`{name}` has more than one column `{column}`: rename or delete the one that is not meant")]
    ColumnTwice {
        /// The file.
        name: String,
        /// The column.
        column: String,
    },
    /// The profile describes no file with this role.
    #[error("the profile describes no file `{0}`")]
    NoRole(String),
}

impl Default for RecordLimit {
    fn default() -> Self {
        Self(1 << 20)
    }
}

impl Found {
    /// What the sender can do about it.
    const fn remedy(self) -> &'static str {
        match self {
            Self::Text => ": give it a name that ends in .csv",
            Self::Workbook => ": give it a name that ends in .xlsx",
            Self::Gzip => ": give it a name that ends in .csv.gz",
            Self::Zip => ": unpack it and send the table inside",
            Self::OldWorkbook => ": save it as .xlsx or CSV",
            Self::Pdf => ": send the table that it was made from, as .xlsx or CSV",
            Self::WebPage => ": a download may have brought an error page; send the table as .xlsx or CSV",
            Self::Utf16 => " without a byte order mark: save it as UTF-8, or say utf-16le or utf-16be in the profile",
            Self::Xml | Self::Json | Self::Binary => ": send the table as .xlsx or CSV",
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text file",
            Self::Workbook => "an Excel workbook",
            Self::Zip => "a ZIP archive",
            Self::Gzip => "compressed with gzip",
            Self::OldWorkbook => "an Excel workbook of the kind used before 2007",
            Self::Pdf => "a PDF document",
            Self::WebPage => "a web page",
            Self::Xml => "an XML file",
            Self::Json => "a JSON file",
            Self::Utf16 => "UTF-16 text",
            Self::Binary => "not a text file",
        })
    }
}

/// The missing columns as an enumeration.
fn listed(missing: &[MissingColumn]) -> String {
    let one = |column: &MissingColumn| match &column.near {
        Some(near) => format!("the column `{}` (is `{near}` meant?)", column.name),
        None => format!("the column `{}`", column.name),
    };
    missing.iter().map(one).collect::<Vec<_>>().join(", ")
}
