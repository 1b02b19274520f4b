//! SQLite: how it is opened, and how its errors are read.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, Statement, ffi};

use crate::row::{self, Row};
use crate::source::Purpose;
use crate::{ConstraintKind, Error, Result, Value};

/// How long to wait for another program that is writing to the same file.
const BUSY: Duration = Duration::from_secs(10);
/// The bytes of a page in a new file: four times what SQLite takes by itself, as a large import writes each page twice.
const PAGE: u32 = 16_384;
/// Statements kept prepared by a connection.
const STATEMENTS_MAX: usize = 256;

/// Opens the file; creates it if `purpose` is to write.
pub(crate) fn open(path: &Path, purpose: Purpose) -> Result<Connection> {
    let place = path.display().to_string();
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if purpose == Purpose::Write {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let unreachable = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen) | None => Error::Unreachable { place: place.clone(), reason: error.to_string() },
        _ => classify_at(&place, "open", error),
    };
    let link = Connection::open_with_flags(path, flags).map_err(unreachable)?;
    settle(&link, purpose).map_err(unreachable)?;
    if link.is_readonly("main").unwrap_or(false) {
        return Err(Error::ReadOnly(place));
    }
    Ok(link)
}

fn settle(link: &Connection, purpose: Purpose) -> rusqlite::Result<()> {
    link.busy_timeout(BUSY)?;
    link.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    // As in PostgreSQL: "x" is a column and never the text x, and `like` tells a from A.
    link.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    link.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    link.pragma_update(None, "case_sensitive_like", true)?;
    link.pragma_update(None, "temp_store", "memory")?;
    match purpose {
        Purpose::Write => {
            link.pragma_update(None, "page_size", PAGE)?;
            write_ahead(link)?;
            link.pragma_update(None, "synchronous", "full")?;
            link.pragma_update(None, "foreign_keys", true)?;
            // What is erased must not lie about in the file; `fast` does it where it costs no further writing.
            link.pragma_update_and_check(None, "secure_delete", "fast", |_| Ok(()))?;
            link.pragma_update(None, "cache_size", -65_536)?;
            // After a large import the log goes back to this size instead of keeping the disk.
            link.pragma_update(None, "journal_size_limit", 64 << 20)
        }
        Purpose::Read => {
            // Each reader keeps its own, and the operating system keeps the file once for all: more costs memory and gains no time.
            link.pragma_update(None, "cache_size", -4_096)?;
            link.pragma_update(None, "query_only", true)
        }
    }
}

/// Turns on write-ahead logging. The first time needs the file for itself, and SQLite does not wait for that.
fn write_ahead(link: &Connection) -> rusqlite::Result<()> {
    let begun = Instant::now();
    loop {
        let mode = link.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0));
        match mode {
            Ok(mode) if mode == "wal" => return Ok(()),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && begun.elapsed() < BUSY => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Ok(_) => {
                let reason = "this disk does not allow write-ahead logging".to_owned();
                return Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CANTOPEN), Some(reason)));
            }
            Err(error) => return Err(error),
        }
    }
}

/// Runs one statement and tells how many rows it changed.
pub(crate) fn execute(link: &Connection, sql: &str, params: &[Value<'_>]) -> Result<u64> {
    let fail = |error| classify(link, sql, error);
    let mut statement = link.prepare_cached(sql).map_err(fail)?;
    bind(&mut statement, sql, params)?.map_err(fail)?;
    Ok(statement.raw_execute().map_err(fail)? as u64)
}

/// Hands each row to `each` until it breaks.
pub(crate) fn stream<B>(
    link: &Connection,
    sql: &str,
    params: &[Value<'_>],
    mut each: impl FnMut(&Row<'_>) -> ControlFlow<B>,
) -> Result<Option<B>> {
    let fail = |error| classify(link, sql, error);
    let mut statement = link.prepare_cached(sql).map_err(fail)?;
    bind(&mut statement, sql, params)?.map_err(fail)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(fail)? {
        if let ControlFlow::Break(end) = each(&Row(row::Source::Sqlite(row))) {
            return Ok(Some(end));
        }
    }
    Ok(None)
}

/// Binds `$1`, `$2` … by their number.
///
/// To SQLite `$1` is a *name*, counted in the order of appearance; asking it for the names spares us from finding the
/// parameters among texts and comments ourselves.
fn bind(statement: &mut Statement<'_>, sql: &str, params: &[Value<'_>]) -> Result<rusqlite::Result<()>> {
    let mut count = 0;
    for place in 1..=statement.parameter_count() {
        let number = statement.parameter_name(place).and_then(parameter_number);
        let number = number.ok_or_else(|| Error::sql(sql, "parameters are written $1, $2 …"))?;
        count = count.max(number);
        let value = number.checked_sub(1).and_then(|index| params.get(index));
        let value = value.ok_or_else(|| Error::sql(sql, format!("there is no value for ${number}")))?;
        value.check()?;
        if let Err(error) = statement.raw_bind_parameter(place, value) {
            return Ok(Err(error));
        }
    }
    if count != params.len() {
        let message = format!("the statement takes {count} values, not {}", params.len());
        return Err(Error::sql(sql, message));
    }
    Ok(Ok(()))
}

fn parameter_number(name: &str) -> Option<usize> {
    name.strip_prefix('$')?.parse().ok()
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(number),
            Value::Bool(yes) => ValueRef::Integer(yes.into()),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Our error for what SQLite said about `sql`.
pub(crate) fn classify(link: &Connection, sql: &str, error: rusqlite::Error) -> Error {
    classify_at(link.path().unwrap_or_default(), sql, error)
}

fn classify_at(place: &str, sql: &str, error: rusqlite::Error) -> Error {
    let message = match &error {
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    };
    let Some(failure) = error.sqlite_error() else {
        return Error::sql(sql, message);
    };
    match failure.code {
        ErrorCode::ReadOnly => Error::ReadOnly(message),
        ErrorCode::DiskFull => Error::DiskFull(message),
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Error::Disk(message),
        ErrorCode::NotADatabase => Error::NotADatabase(place.to_owned()),
        ErrorCode::DatabaseCorrupt => Error::Corrupt(message),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Busy(message),
        ErrorCode::ConstraintViolation => Error::Constraint { kind: constraint(failure.extended_code), message },
        _ => Error::sql(sql, message),
    }
}

fn constraint(code: i32) -> ConstraintKind {
    match code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            ConstraintKind::Unique
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => ConstraintKind::ForeignKey,
        ffi::SQLITE_CONSTRAINT_NOTNULL => ConstraintKind::NotNull,
        ffi::SQLITE_CONSTRAINT_CHECK => ConstraintKind::Check,
        _ => ConstraintKind::Other,
    }
}
