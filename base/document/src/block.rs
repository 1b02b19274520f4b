//! The pieces of a document.

use serde::{Deserialize, Serialize};

/// A piece of a document; in JSON an object with its kind as the only key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// What follows is about this.
    Heading(String),
    /// Text.
    Paragraph(Vec<Run>),
    /// Text that must not be missed, such as what has changed since.
    Note(Vec<Run>),
    /// The figures that matter, large.
    Figures(Vec<Figure>),
    /// A table, which may go on over many pages.
    Table(Table),
    /// Lengths to compare.
    Bars(Bars),
    /// A chart or a map.
    Picture(Picture),
    /// A code for cameras, with words beside it.
    Code(Code),
}

/// A stretch of text. Each is kept whole in its own direction: give a Latin name within Arabic, or a number with its
/// sign, a run of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Run {
    /// As it is.
    Plain(String),
    /// With weight.
    Strong(String),
    /// Less loud.
    Soft(String),
}

/// A figure, large.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// The number, written.
    pub value: String,
    /// What stands below it: the acts behind it, or its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Its columns, at least one; their labels are repeated on each page.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What its cells are.
    pub label: String,
    /// Of what kind they are.
    pub kind: Kind,
}

/// A kind of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Text, each in its own direction.
    Text,
    /// Numbers, left to right and one below the other.
    Number,
}

/// Bars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// What they compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// From top to bottom.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its number, written.
    pub value: String,
    /// Its length, from 0 to 1.
    pub length: f64,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// What it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The picture: SVG that needs nothing from elsewhere. Its fonts are those of the press.
    pub svg: String,
    /// What there is to see, for those who do not see it.
    pub describes: String,
    /// Its share of the page's width, from 0 to 1.
    pub width: f64,
}

/// A QR code, which leads to an address too where the document is read on a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// What a camera reads: an address.
    pub text: String,
    /// What the code is for, for those who do not see it.
    pub describes: String,
    /// What stands beside it, each a paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Vec<Run>>,
}
