//! Reading a document, and why it may not be one.

use serde::{Deserialize, Serialize};

use crate::{Block, Document, Table, VERSION};

/// The version of a document: [`VERSION`], in JSON its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Version;

/// Why this is not a document.
#[derive(Debug, thiserror::Error)]
pub enum BadDocument {
    /// It cannot be read.
    #[error("not a document: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A title, a heading or a description is empty.
    #[error("{0} must not be empty")]
    Empty(String),
    /// A table has no columns.
    #[error("block {block}: a table has at least one column")]
    NoColumns {
        /// Which block, from 1.
        block: usize,
    },
    /// A row of a table has too many or too few cells.
    #[error("block {block}, row {row}: {cells} cells for {columns} columns")]
    Row {
        /// Which block, from 1.
        block: usize,
        /// Which row, from 1.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many it should have.
        columns: usize,
    },
    /// A bar or a picture is too long, too wide or less than nothing.
    #[error("block {block}: {value} is not from 0 to 1")]
    NoShare {
        /// Which block, from 1.
        block: usize,
        /// What was given.
        value: f64,
    },
}

impl TryFrom<u32> for Version {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        if version == VERSION { Ok(Self) } else { Err(format!("version {version}; this press sets version {VERSION}")) }
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

impl Document {
    /// Reads a document from its JSON.
    pub fn read(json: &[u8]) -> Result<Self, BadDocument> {
        let document: Self = serde_json::from_slice(json)?;
        document.check()?;
        Ok(document)
    }

    /// What its types do not say already.
    fn check(&self) -> Result<(), BadDocument> {
        filled(&self.title, || "the title".to_owned())?;
        for (block, one) in (1..).zip(&self.blocks) {
            match one {
                Block::Heading(text) => filled(text, || format!("block {block}: a heading"))?,
                Block::Table(table) => table.check(block)?,
                Block::Bars(bars) => bars.bars.iter().try_for_each(|bar| share(block, bar.length))?,
                Block::Picture(picture) => {
                    filled(&picture.describes, || format!("block {block}: a picture's description"))?;
                    share(block, picture.width)?;
                }
                Block::Code(code) => {
                    filled(&code.text, || format!("block {block}: a code's text"))?;
                    filled(&code.describes, || format!("block {block}: a code's description"))?;
                }
                Block::Paragraph(_) | Block::Note(_) | Block::Figures(_) => {}
            }
        }
        Ok(())
    }
}

impl Table {
    fn check(&self, block: usize) -> Result<(), BadDocument> {
        let columns = self.columns.len();
        if columns == 0 {
            return Err(BadDocument::NoColumns { block });
        }
        match (1..).zip(&self.rows).find(|(_, row)| row.len() != columns) {
            Some((row, cells)) => Err(BadDocument::Row { block, row, cells: cells.len(), columns }),
            None => Ok(()),
        }
    }
}

fn filled(text: &str, what: impl Fn() -> String) -> Result<(), BadDocument> {
    if text.trim().is_empty() { Err(BadDocument::Empty(what())) } else { Ok(()) }
}

fn share(block: usize, value: f64) -> Result<(), BadDocument> {
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(BadDocument::NoShare { block, value }) }
}
