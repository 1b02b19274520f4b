//! Tables that slices offer to everyone, row after row. How they are written, and where they are listed, is not said here.

use db::Conn;
use kernel::{Date, Timestamp};

use crate::{App, Messages, Problem};

/// A table that a slice offers to everyone. It holds nothing about persons. Messages say what it is: `dataset-CODE` and
/// `dataset-CODE-about`.
#[derive(Clone, Copy)]
pub struct Dataset {
    /// Its code, as in addresses.
    pub code: &'static str,
    /// Where the page of a row is, without the language and the row's first value; none if rows have no pages.
    pub page: Option<&'static str>,
    /// Its fields.
    pub fields: fn(&App) -> Vec<Field>,
    /// How many rows it has; none if only writing it would tell.
    pub count: fn(&App, &mut Conn) -> Result<Option<i64>, Problem>,
    /// Hands on its rows one after the other, each with a value for every field.
    pub rows: fn(&App, &mut Conn, &mut Take<'_>) -> Result<(), Problem>,
}

/// What takes a row; its error ends the handing on.
pub type Take<'a> = dyn FnMut(&[Datum<'_>]) -> Result<(), Problem> + 'a;

/// A field of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its code, as in the header.
    pub code: &'static str,
    /// What its values are.
    pub kind: Kind,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers.
    Integer,
    /// Yes or no.
    Truth,
    /// Days.
    Day,
    /// Instants.
    Instant,
}

/// A value of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Datum<'a> {
    /// Nobody knows, or there is nothing to say.
    Nothing,
    /// Text.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Truth(bool),
    /// A day.
    Day(Date),
    /// An instant.
    Instant(Timestamp),
}

impl Dataset {
    /// What it is called.
    pub fn title(&self, t: &Messages) -> String {
        t.find(&format!("dataset-{}", self.code)).unwrap_or_else(|| self.code.to_owned())
    }

    /// What is in it.
    pub fn about(&self, t: &Messages) -> String {
        t.find(&format!("dataset-{}-about", self.code)).unwrap_or_default()
    }

    /// What a field means: by the message `field-CODE-FIELD` of this table, else `field-FIELD` of all, else the name of the
    /// dimension.
    pub fn field(&self, t: &Messages, field: &str) -> String {
        let own = t.find(&format!("field-{}-{field}", self.code));
        let shared = || t.find(&format!("field-{field}"));
        own.or_else(shared).or_else(|| t.find(&format!("dimension-{field}"))).unwrap_or_default()
    }
}

impl<'a> Datum<'a> {
    /// Text if there is some.
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }

    /// A day if it is known.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    /// A number if it is known.
    pub fn integer(number: Option<i64>) -> Self {
        number.map_or(Self::Nothing, Self::Integer)
    }
}
