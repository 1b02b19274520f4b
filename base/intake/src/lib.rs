//! Reads the tables that people send, by a profile: rows of named columns in, typed values out.
//!
//! A **source** is a table as it was sent: a CSV file in any of the usual dialects and encodings, packed or not, or a workbook. A
//! **profile** is a file that says what its columns mean. Both together are a **table**, whose **entries** are read value by
//! value; what is wrong with one becomes **faults**, and the row goes to the **rejects**, to be mended and fed in again.
//!
//! Not here: what the values mean. No cooperatives, no database, no pages.

mod bytes;
mod day;
mod entry;
mod fault;
mod field;
mod fold;
mod format;
mod lines;
mod number;
mod packed;
pub mod profile;
mod record;
mod rejects;
mod repeats;
mod report;
mod sheet;
mod source;
mod table;
mod template;

pub use day::{DayFormat, NotADayFormat, read_day};
pub use entry::{DerivedPlace, Entry, Located};
pub use fault::{Fault, Reason};
pub use fold::fold;
pub use format::{Format, Found, MissingColumn, NotATable, RecordLimit};
pub use number::{NumberFormat, read_amount, read_count, read_integer, read_percent, read_year};
pub use profile::{FileProfile, Profile, ProfileError};
pub use rejects::Rejects;
pub use report::{Note, Outcome, Report};
pub use source::{Header, Row, Source};
pub use table::{Stopped, Table};
pub use template::template;
