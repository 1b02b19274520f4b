//! Reads the tables that people send, by a profile: rows of named columns in, typed values out.
mod bytes;
mod fold;
mod format;
mod lines;
mod record;
mod sheet;
mod source;

pub use fold::fold;
pub use format::{Format, Found, MissingColumn, NotATable, RecordLimit};
pub use source::{Header, Row, Source};
