//! A row of an answer, read by position, without copying.

use postgres::types::Type;
use rusqlite::types::ValueRef;

use crate::{Error, Result};

/// A row while it is being read: texts and bytes are borrowed from it. Positions start at 0.
pub struct Row<'a>(pub(crate) Source<'a>);

/// Where the row comes from.
pub(crate) enum Source<'a> {
    /// The row on which SQLite stands.
    Sqlite(&'a rusqlite::Row<'a>),
    /// A row that PostgreSQL sent.
    Postgres(&'a postgres::Row),
}

/// A value of a row, as both engines have it.
#[derive(Clone, Copy)]
enum Cell<'a> {
    Null,
    Int(i64),
    Bool(bool),
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> Row<'a> {
    /// The whole number at `index`.
    pub fn int(&self, index: usize) -> Result<i64> {
        match self.cell(index)? {
            Cell::Int(number) => Ok(number),
            other => Err(self.wrong(index, "a whole number", other)),
        }
    }

    /// The whole number at `index`, if there is one.
    pub fn opt_int(&self, index: usize) -> Result<Option<i64>> {
        match self.cell(index)? {
            Cell::Null => Ok(None),
            Cell::Int(number) => Ok(Some(number)),
            other => Err(self.wrong(index, "a whole number", other)),
        }
    }

    /// The text at `index`.
    pub fn text(&self, index: usize) -> Result<&str> {
        match self.cell(index)? {
            Cell::Text(text) => Ok(text),
            other => Err(self.wrong(index, "a text", other)),
        }
    }

    /// The text at `index`, if there is one.
    pub fn opt_text(&self, index: usize) -> Result<Option<&str>> {
        match self.cell(index)? {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text)),
            other => Err(self.wrong(index, "a text", other)),
        }
    }

    /// The bytes at `index`.
    pub fn bytes(&self, index: usize) -> Result<&[u8]> {
        match self.cell(index)? {
            Cell::Bytes(bytes) => Ok(bytes),
            other => Err(self.wrong(index, "bytes", other)),
        }
    }

    /// The bytes at `index`, if there are any.
    pub fn opt_bytes(&self, index: usize) -> Result<Option<&[u8]>> {
        match self.cell(index)? {
            Cell::Null => Ok(None),
            Cell::Bytes(bytes) => Ok(Some(bytes)),
            other => Err(self.wrong(index, "bytes", other)),
        }
    }

    /// The yes or no at `index`.
    pub fn bool(&self, index: usize) -> Result<bool> {
        self.opt_bool(index)?.ok_or_else(|| self.wrong(index, "a yes or no", Cell::Null))
    }

    /// The yes or no at `index`, if there is one. SQLite keeps it as 1 or 0.
    pub fn opt_bool(&self, index: usize) -> Result<Option<bool>> {
        match (self.cell(index)?, &self.0) {
            (Cell::Null, _) => Ok(None),
            (Cell::Bool(yes), _) => Ok(Some(yes)),
            (Cell::Int(number @ (0 | 1)), Source::Sqlite(_)) => Ok(Some(number == 1)),
            (other, _) => Err(self.wrong(index, "a yes or no", other)),
        }
    }

    /// The value at `index` as the type that the caller expects.
    pub fn get<T: Column>(&self, index: usize) -> Result<T> {
        T::read(self, index)
    }

    fn cell(&self, index: usize) -> Result<Cell<'_>> {
        match self.0 {
            Source::Sqlite(row) => {
                let value = row.get_ref(index).map_err(|_| missing(index))?;
                match value {
                    ValueRef::Null => Ok(Cell::Null),
                    ValueRef::Integer(number) => Ok(Cell::Int(number)),
                    ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes)),
                    ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                        .map(Cell::Text)
                        .map_err(|_| self.mismatch(index, "a text", "a text that is not UTF-8".into())),
                    ValueRef::Real(_) => Err(self.mismatch(index, "a type in use here", "a fraction".into())),
                }
            }
            Source::Postgres(row) => postgres_cell(row, index)?.map_or_else(
                || {
                    let found = row.columns().get(index).map_or_else(String::new, |c| c.type_().name().to_owned());
                    Err(self.mismatch(index, "a type in use here (cast it)", found))
                },
                Ok,
            ),
        }
    }

    fn wrong(&self, index: usize, wanted: &'static str, found: Cell<'_>) -> Error {
        let found = match found {
            Cell::Null => "nothing",
            Cell::Int(_) => "a whole number",
            Cell::Bool(_) => "a yes or no",
            Cell::Text(_) => "a text",
            Cell::Bytes(_) => "bytes",
        };
        self.mismatch(index, wanted, found.to_owned())
    }

    fn mismatch(&self, index: usize, wanted: &'static str, found: String) -> Error {
        let name = match self.0 {
            Source::Sqlite(row) => row.as_ref().column_name(index).ok().map(str::to_owned),
            Source::Postgres(row) => row.columns().get(index).map(|column| column.name().to_owned()),
        };
        Error::Type { column: name.unwrap_or_else(|| index.to_string()), wanted, found }
    }
}

fn missing(index: usize) -> Error {
    Error::Type { column: index.to_string(), wanted: "a value", found: "no such column".into() }
}

/// The value at `index`; none if its type is not one that both engines have.
fn postgres_cell(row: &postgres::Row, index: usize) -> Result<Option<Cell<'_>>> {
    fn read<'a, T: postgres::types::FromSql<'a>>(
        row: &'a postgres::Row,
        index: usize,
        cell: impl FnOnce(T) -> Cell<'a>,
    ) -> Result<Option<Cell<'a>>> {
        let value: Option<T> = row.try_get(index).map_err(|error| Error::Value(error.to_string()))?;
        Ok(Some(value.map_or(Cell::Null, cell)))
    }
    let type_ = row.columns().get(index).ok_or_else(|| missing(index))?.type_();
    if *type_ == Type::INT8 {
        read(row, index, Cell::Int)
    } else if [Type::TEXT, Type::VARCHAR, Type::BPCHAR, Type::NAME, Type::UNKNOWN].contains(type_) {
        read(row, index, Cell::Text)
    } else if *type_ == Type::BOOL {
        read(row, index, Cell::Bool)
    } else if *type_ == Type::BYTEA {
        read(row, index, Cell::Bytes)
    } else if *type_ == Type::INT4 {
        read(row, index, |number: i32| Cell::Int(number.into()))
    } else if *type_ == Type::INT2 {
        read(row, index, |number: i16| Cell::Int(number.into()))
    } else {
        Ok(None)
    }
}

/// A type that a column can be read as; see [`Row::get`].
pub trait Column: Sized {
    /// Reads the value at `index`.
    fn read(row: &Row<'_>, index: usize) -> Result<Self>;
}

macro_rules! column {
    ($($type:ty: $read:expr;)+) => {$(
        impl Column for $type {
            fn read(row: &Row<'_>, index: usize) -> Result<Self> {
                let read: fn(&Row<'_>, usize) -> Result<Self> = $read;
                read(row, index)
            }
        }
    )+};
}

column! {
    i64: |row, index| row.int(index);
    bool: |row, index| row.bool(index);
    String: |row, index| row.text(index).map(str::to_owned);
    Vec<u8>: |row, index| row.bytes(index).map(<[u8]>::to_vec);
    Option<i64>: |row, index| row.opt_int(index);
    Option<bool>: |row, index| row.opt_bool(index);
    Option<String>: |row, index| Ok(row.opt_text(index)?.map(str::to_owned));
    Option<Vec<u8>>: |row, index| Ok(row.opt_bytes(index)?.map(<[u8]>::to_vec));
}
