//! PostgreSQL: how it is connected to, and how its errors are read.

use std::collections::HashMap;
use std::error::Error as _;
use std::ops::ControlFlow;

use bytes::BytesMut;
use postgres::error::{Severity, SqlState};
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, NoTls, SimpleQueryMessage, Statement};

use crate::row::{self, Row};
use crate::{ConstraintKind, Error, Result, Value};

/// Statements kept prepared by a session.
const STATEMENTS_MAX: usize = 256;

/// What every session is set to. A server that confirms before the disk does is told not to; waiting for another
/// program's lock ends some day, lest one of them stop all.
const SETTINGS: &str = "select set_config('synchronous_commit', 'on', false)
      where current_setting('synchronous_commit') = 'off';
    set lock_timeout = '30s'";

/// Whether the database compares texts byte by byte, as SQLite does, and keeps them in UTF-8. By behaviour, for the
/// names of collations differ from version to version.
const FITS: &str = "select 'B' < 'a' and 'a-b' < 'aa' and current_setting('server_encoding') = 'UTF8'";

/// A session with a server, and the statements it has prepared.
pub(crate) struct Session {
    /// The connection.
    pub(crate) client: Client,
    statements: HashMap<String, Statement>,
}

/// Connects. To read and to write are told apart by the transaction, not by the session.
pub(crate) fn connect(config: &Config) -> Result<Session> {
    let unreachable = |error: postgres::Error| Error::Unreachable { place: place(config), reason: words(&error) };
    let mut client = config.connect(NoTls).map_err(unreachable)?;
    client.batch_execute(SETTINGS).map_err(unreachable)?;
    let answer = client.simple_query(FITS).map_err(unreachable)?;
    let fits = answer.iter().any(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0) == Some("t"),
        _ => false,
    });
    if !fits {
        return Err(Error::WrongOrder(place(config)));
    }
    Ok(Session { client, statements: HashMap::new() })
}

/// The server and the database, without user and password.
fn place(config: &Config) -> String {
    use postgres::config::Host;
    let host = match config.get_hosts().first() {
        Some(Host::Tcp(name)) => name.clone(),
        #[cfg(unix)]
        Some(Host::Unix(path)) => path.display().to_string(),
        None => "localhost".to_owned(),
    };
    let port = config.get_ports().first().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{host}{port}/{}", config.get_dbname().unwrap_or_default())
}

impl Session {
    /// Runs one statement and tells how many rows it changed.
    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64> {
        let statement = self.prepare(sql, params)?;
        let result = run(&mut self.client, &statement, params, |_| ControlFlow::<()>::Continue(()));
        let (_, count) = result.map_err(|error| self.fail(sql, error))?;
        Ok(count)
    }

    /// Hands each row to `each` until it breaks. Rows come as fast as they are taken; none is kept.
    pub(crate) fn stream<B>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        each: impl FnMut(&Row<'_>) -> ControlFlow<B>,
    ) -> Result<Option<B>> {
        let statement = self.prepare(sql, params)?;
        let result = run(&mut self.client, &statement, params, each);
        let (end, _) = result.map_err(|error| self.fail(sql, error))?;
        Ok(end)
    }

    /// Runs several statements.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        match self.client.batch_execute(sql) {
            Ok(()) => Ok(()),
            Err(error) => Err(self.fail(sql, error)),
        }
    }

    /// Whether the server is still there, as far as we know.
    pub(crate) fn is_alive(&self) -> bool {
        !self.client.is_closed()
    }

    /// The prepared statement for `sql`; checks that `params` fit it.
    pub(crate) fn prepare(&mut self, sql: &str, params: &[Value<'_>]) -> Result<Statement> {
        let statement = match self.statements.get(sql) {
            Some(statement) => statement.clone(),
            None => match self.client.prepare(sql) {
                Ok(statement) => {
                    // Rare enough that starting anew costs less than knowing which was used last.
                    if self.statements.len() >= STATEMENTS_MAX {
                        self.statements.clear();
                    }
                    self.statements.insert(sql.to_owned(), statement.clone());
                    statement
                }
                Err(error) => return Err(self.fail(sql, error)),
            },
        };
        let count = statement.params().len();
        if count != params.len() {
            let message = format!("the statement takes {count} values, not {}", params.len());
            return Err(Error::sql(sql, message));
        }
        params.iter().try_for_each(Value::check)?;
        Ok(statement)
    }

    /// Our error for what the server said about `sql`.
    pub(crate) fn fail(&mut self, sql: &str, error: postgres::Error) -> Error {
        // A plan may have become stale through another program's migration: prepare it anew next time.
        self.statements.remove(sql);
        if self.client.is_closed() { Error::Lost(words(&error)) } else { classify(sql, &error) }
    }
}

/// Runs a statement: what `each` broke with, and how many rows were changed.
fn run<B>(
    client: &mut Client,
    statement: &Statement,
    params: &[Value<'_>],
    mut each: impl FnMut(&Row<'_>) -> ControlFlow<B>,
) -> Result<(Option<B>, u64), postgres::Error> {
    let mut rows = client.query_raw(statement, params)?;
    while let Some(row) = rows.next()? {
        if let ControlFlow::Break(end) = each(&Row(row::Source::Postgres(&row))) {
            return Ok((Some(end), 0));
        }
    }
    Ok((None, rows.rows_affected().unwrap_or_default()))
}

fn words(error: &postgres::Error) -> String {
    match (error.as_db_error(), error.source()) {
        (Some(answer), _) => answer.message().to_owned(),
        (None, Some(source)) => format!("{error}: {source}"),
        (None, None) => error.to_string(),
    }
}

pub(crate) fn classify(sql: &str, error: &postgres::Error) -> Error {
    let message = words(error);
    let Some(answer) = error.as_db_error() else {
        let broken = error.is_closed() || error.source().is_some_and(|source| source.is::<std::io::Error>());
        return if broken { Error::Lost(message) } else { Error::sql(sql, message) };
    };
    if matches!(answer.parsed_severity(), Some(Severity::Fatal | Severity::Panic)) {
        return Error::Lost(message);
    }
    let code = answer.code();
    match (code.code().get(..2).unwrap_or_default(), code) {
        ("08", _) => Error::Lost(message),
        ("23", _) => Error::Constraint { kind: constraint(code), message },
        ("40", _) | (_, &SqlState::LOCK_NOT_AVAILABLE) => Error::Busy(message),
        (_, &SqlState::DISK_FULL) => Error::DiskFull(message),
        (_, &SqlState::READ_ONLY_SQL_TRANSACTION) => Error::ReadOnly(message),
        ("58", _) => Error::Disk(message),
        ("XX", &SqlState::DATA_CORRUPTED | &SqlState::INDEX_CORRUPTED) => Error::Corrupt(message),
        _ => Error::sql(sql, message),
    }
}

fn constraint(code: &SqlState) -> ConstraintKind {
    match *code {
        SqlState::UNIQUE_VIOLATION => ConstraintKind::Unique,
        SqlState::FOREIGN_KEY_VIOLATION => ConstraintKind::ForeignKey,
        SqlState::NOT_NULL_VIOLATION => ConstraintKind::NotNull,
        SqlState::CHECK_VIOLATION => ConstraintKind::Check,
        _ => ConstraintKind::Other,
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, type_: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match *self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) if *type_ == Type::INT8 => number.to_sql(type_, out),
            Value::Int(number) if *type_ == Type::INT4 => i32::try_from(number)?.to_sql(type_, out),
            Value::Int(number) if *type_ == Type::INT2 => i16::try_from(number)?.to_sql(type_, out),
            Value::Bool(yes) if *type_ == Type::BOOL => yes.to_sql(type_, out),
            Value::Text(text) if <&str as ToSql>::accepts(type_) => text.to_sql(type_, out),
            Value::Bytes(bytes) if *type_ == Type::BYTEA => bytes.to_sql(type_, out),
            other => Err(format!("{} was given where {} is wanted", other.kind(), type_.name()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
