//! A profile: what a file says about a source, so that the next country needs no code.

mod check;
mod codes;
mod parts;

use std::{fs, path::Path};

pub use codes::{CodeList, Otherwise};
use kernel::{Currency, Date};
pub use parts::{Column, DeclaredPlace, Group, Match, Ordered, Pattern, Repeats, Spaces, Step, When, Words};
use serde::{Deserialize, Deserializer};

use crate::{Format, Header, RecordLimit};

/// How the tables of one source are read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Where the tables come from.
    pub source: SourceNote,
    /// The kinds of file there are.
    #[serde(rename = "file")]
    pub files: Vec<FileProfile>,
    /// The lists that turn the source's values into codes of ours.
    #[serde(default)]
    pub codes: Ordered<CodeList>,
    /// The places that the profile brings along.
    #[serde(default, rename = "place")]
    pub places: Vec<DeclaredPlace>,
}

/// Where tables come from and on what terms.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceNote {
    /// A short name, as a file could have: `coops-uk-2016`.
    pub name: String,
    /// What people call it.
    pub title: Words,
    /// Who publishes it.
    pub publisher: String,
    /// The licence, by its SPDX identifier if it has one.
    pub licence: String,
    /// The line to show wherever its data are shown.
    pub credit: String,
    /// The country, by its ISO 3166-1 code of two letters.
    pub country: String,
    /// The currency of its amounts.
    pub currency: Option<Currency>,
    /// The day of the edition: what it says, it says as of this day.
    #[serde(default, deserialize_with = "day")]
    pub date: Option<Date>,
}

/// One kind of file of a source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileProfile {
    /// What it is for: `register`, `accounts`.
    pub role: String,
    /// How it is recognised.
    #[serde(rename = "match")]
    pub recognised: Match,
    /// The delimiter, if it shall not be found out.
    pub delimiter: Option<char>,
    /// The encoding, if it shall not be found out.
    pub encoding: Option<String>,
    /// The sheet of a workbook, if not the first.
    pub sheet: Option<String>,
    /// What means unknown in any column, besides an empty field.
    #[serde(default)]
    pub unknown: Vec<String>,
    /// The fields whose values together may stand in one row only.
    #[serde(default)]
    pub unique: Vec<String>,
    /// What happens to a row that repeats another exactly.
    #[serde(default)]
    pub repeats: Repeats,
    /// Where each field comes from.
    pub columns: Ordered<Column>,
    /// Rows that stand for several subjects at once.
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
}

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// It cannot be opened.
    #[error("the profile `{0}` cannot be opened: {1}")]
    Open(String, std::io::Error),
    /// It is not TOML, or has a key or value that no profile has. The text names line and column.
    #[error("the profile cannot be read: {0}")]
    Toml(Box<toml::de::Error>),
    /// It contradicts itself.
    #[error("{at}: {what}")]
    Meaning {
        /// The key: `file.register.columns.place`.
        at: String,
        /// What is wrong there.
        what: String,
    },
}

impl Profile {
    /// Reads a profile from its file.
    ///
    /// # Errors
    /// When it cannot be opened, is no profile or contradicts itself.
    pub fn load(path: &Path) -> Result<Self, ProfileError> {
        let text = fs::read_to_string(path).map_err(|why| ProfileError::Open(path.display().to_string(), why))?;
        Self::read(&text)
    }

    /// Reads a profile from its text.
    ///
    /// # Errors
    /// When it is no profile or contradicts itself.
    pub fn read(text: &str) -> Result<Self, ProfileError> {
        let mut profile: Self = toml::from_str(text).map_err(|why| ProfileError::Toml(Box::new(why)))?;
        profile.codes.iter_mut().for_each(|(_, list)| list.index());
        check::check(&profile)?;
        Ok(profile)
    }

    /// The kind of file with this role.
    pub fn file(&self, role: &str) -> Option<&FileProfile> {
        self.files.iter().find(|file| file.role == role)
    }

    /// The places that the profile brings along, upper ones first.
    pub fn places(&self) -> impl Iterator<Item = kernel::Place> {
        self.places.iter().map(DeclaredPlace::place)
    }

    /// The day up to which a year of two digits is read: that of the edition.
    pub(crate) fn edition(&self) -> Date {
        self.source.date.unwrap_or(Date::constant(1999, 12, 31))
    }
}

impl FileProfile {
    /// Where the column is, by its name or one of its aliases.
    pub fn find(&self, header: &Header, name: &str) -> Option<usize> {
        let aliases = self.columns.iter().filter(|(_, spec)| spec.column.as_deref() == Some(name));
        let aliases = aliases.flat_map(|(_, spec)| &spec.aliases).map(String::as_str);
        std::iter::once(name).chain(aliases).find_map(|name| header.find(name))
    }

    /// What the profile says of the file before it is opened.
    pub fn format(&self) -> Format {
        let delimiter = self.delimiter.and_then(|delimiter| u8::try_from(delimiter).ok());
        let (encoding, sheet) = (self.encoding.clone(), self.sheet.clone());
        Format { delimiter, encoding, sheet, record_bytes_max: RecordLimit::default() }
    }
}

/// Reads a day that TOML writes without quotation marks.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let day = toml::value::Datetime::deserialize(deserializer)?;
    kernel::read_day(&day.to_string()).map(Some).map_err(serde::de::Error::custom)
}
