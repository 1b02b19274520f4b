//! A connection: the same few verbs on both engines.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};

use crate::bulk::BulkWriter;
use crate::row::Column;
use crate::source::Purpose;
use crate::{Error, Result, Row, Value, postgresql, sqlite};

/// The engine behind a database. Only what truly differs (a full-text index, say) should ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite: one file, one machine.
    Sqlite,
    /// PostgreSQL: a server, any number of programs.
    Postgres,
}

/// A connection inside a transaction, lent by [`crate::Db::read`] and [`crate::Db::write`].
///
/// Statements are prepared once a connection and kept. In a change, a statement that failed ends the change: whatever
/// the job returns, nothing of it is kept (PostgreSQL knows no other way, so SQLite does the same).
pub struct Conn {
    engine: Engine,
    link: Reach,
    /// The first error since the current transaction or savepoint began.
    failure: Option<Error>,
}

/// Where the engine's connection is.
enum Reach {
    Here(Link),
    /// With a job that another thread does; see [`Conn::later`].
    Away(Receiver<Conn>),
    /// It did not come back.
    Lost,
}

/// The connection of the engine itself.
pub(crate) enum Link {
    /// To a file.
    Sqlite(rusqlite::Connection),
    /// To a server.
    Postgres(Box<postgresql::Session>),
}

impl Conn {
    /// The engine behind it.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Does a job on another thread while the caller goes on. Whatever is asked of the connection next waits for it, the end
    /// of the change too; a statement of the job that failed ends the change, as any other.
    pub fn later(&mut self, job: impl FnOnce(&mut Self) + Send + 'static) -> Result<()> {
        self.link()?;
        let Reach::Here(link) = std::mem::replace(&mut self.link, Reach::Lost) else { return Err(lost()) };
        let mut conn = Self::new(link);
        let (give_back, back) = sync_channel(1);
        let work = move || {
            if catch_unwind(AssertUnwindSafe(|| job(&mut conn))).is_err() {
                conn.failure.get_or_insert(Error::Panicked("a job on another thread".into()));
            }
            // Who does not wait for it any more has no use for it either.
            drop(give_back.send(conn));
        };
        std::thread::Builder::new()
            .name("db-later".into())
            .spawn(work)
            .map_err(|error| Error::Lost(error.to_string()))?;
        self.link = Reach::Away(back);
        Ok(())
    }

    /// The engine's connection, once it is back.
    fn link(&mut self) -> Result<&mut Link> {
        if let Reach::Away(back) = &self.link {
            let back = back.recv();
            self.link = Reach::Lost;
            if let Ok(conn) = back {
                self.link = conn.link;
                self.failure = self.failure.take().or(conn.failure);
            }
        }
        match &mut self.link {
            Reach::Here(link) => Ok(link),
            Reach::Away(_) | Reach::Lost => Err(lost()),
        }
    }

    /// Runs one statement and tells how many rows it changed.
    pub fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64> {
        let result = match self.link()? {
            Link::Sqlite(link) => sqlite::execute(link, sql, params),
            Link::Postgres(session) => session.execute(sql, params),
        };
        self.noted(result)
    }

    /// All rows of an answer, each turned into a value by `read`. For answers that fit into memory.
    pub fn query<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.for_each(sql, params, |row| {
            rows.push(read(row)?);
            Ok::<(), Error>(())
        })?;
        Ok(rows)
    }

    /// Hands each row to `each` as it comes, keeping none; the first error of `each` ends it.
    pub fn for_each<E: From<Error>>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.stream(sql, params, |row| each(row).map_or_else(|e| ControlFlow::Break(Err(e)), ControlFlow::Continue))?
            .unwrap_or(Ok(()))
    }

    /// The first row of an answer, if there is one.
    pub fn optional<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut read = Some(read);
        let first = self.stream(sql, params, |row| match read.take() {
            Some(read) => ControlFlow::Break(read(row)),
            None => ControlFlow::Continue(()),
        })?;
        first.transpose()
    }

    /// The first column of the one row that the query must give: `conn.scalar::<i64>("select count(*) …", params![])`.
    pub fn scalar<T: Column>(&mut self, sql: &str, params: &[Value<'_>]) -> Result<T> {
        self.optional(sql, params, |row| row.get(0))?.ok_or_else(|| Error::NoRow(sql.to_owned()))
    }

    /// Fills a table with many rows: one prepared statement on SQLite, a binary COPY on PostgreSQL.
    ///
    /// Gives the number of rows. Other rows with the same key are an error, as with a plain `insert`.
    pub fn bulk<E: From<Error>>(
        &mut self,
        table: &str,
        columns: &[&str],
        fill: impl FnOnce(&mut BulkWriter<'_>) -> Result<(), E>,
    ) -> Result<u64, E> {
        let mut failure = None;
        let result = match self.link()? {
            Link::Sqlite(link) => BulkWriter::on_sqlite(link, table, columns, fill, &mut failure),
            Link::Postgres(session) => BulkWriter::on_postgres(session, table, columns, fill, &mut failure),
        };
        if result.is_err() {
            let note = failure.unwrap_or_else(|| Error::sql(table, "filling the table was broken off"));
            self.failure.get_or_insert(note);
        }
        result
    }

    /// Runs several statements, without parameters; for migrations.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        let result = match self.link()? {
            Link::Sqlite(link) => link.execute_batch(sql).map_err(|error| sqlite::classify(link, sql, error)),
            Link::Postgres(session) => session.batch(sql),
        };
        self.noted(result)
    }

    /// Waits until no other program holds `key`, and holds it until the end of the transaction.
    ///
    /// On SQLite there is nothing to wait for: whoever may write is alone. Within one program the writer's jobs follow
    /// one another on both engines; the lock keeps apart the programs that share a PostgreSQL server.
    pub fn lock(&mut self, key: i64) -> Result<()> {
        match self.engine() {
            Engine::Sqlite => Ok(()),
            Engine::Postgres => self
                .stream("select pg_advisory_xact_lock($1)", &[Value::Int(key)], |_| ControlFlow::<()>::Continue(()))
                .map(drop),
        }
    }

    fn stream<B>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        each: impl FnMut(&Row<'_>) -> ControlFlow<B>,
    ) -> Result<Option<B>> {
        let result = match self.link()? {
            Link::Sqlite(link) => sqlite::stream(link, sql, params, each),
            Link::Postgres(session) => session.stream(sql, params, each),
        };
        self.noted(result)
    }

    fn noted<T>(&mut self, result: Result<T>) -> Result<T> {
        if let Err(error) = &result {
            self.failure.get_or_insert_with(|| error.clone());
        }
        result
    }
}

/// What the writer, the pool and the backup need; not for callers.
impl Conn {
    pub(crate) fn new(link: Link) -> Self {
        let engine = match &link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        };
        Self { engine, link: Reach::Here(link), failure: None }
    }

    /// The SQLite connection, if it is one.
    pub(crate) fn sqlite(&self) -> Option<&rusqlite::Connection> {
        match &self.link {
            Reach::Here(Link::Sqlite(link)) => Some(link),
            _ => None,
        }
    }

    /// The first error of a statement, if one failed.
    pub(crate) fn failure(&mut self) -> Option<&Error> {
        if let Err(error) = self.link().map(drop) {
            self.failure.get_or_insert(error);
        }
        self.failure.as_ref()
    }

    /// The first error since the last call, if a statement failed.
    pub(crate) fn take_failure(&mut self) -> Option<Error> {
        self.failure().cloned().inspect(|_| self.failure = None)
    }

    /// Begins a transaction: to read one moment, or to change as the only one who does.
    pub(crate) fn begin(&mut self, purpose: Purpose) -> Result<()> {
        self.failure = None;
        match (self.engine(), purpose) {
            (Engine::Sqlite, Purpose::Read) => self.control("begin"),
            // Not the default `deferred`: a lock taken later could fail in the midst of a job.
            (Engine::Sqlite, Purpose::Write) => self.control("begin immediate"),
            (Engine::Postgres, Purpose::Read) => self.control("begin isolation level repeatable read, read only"),
            // Each statement sees what was committed before it, so that a job sees what it waited for in `lock`.
            (Engine::Postgres, Purpose::Write) => self.control("begin isolation level read committed, read write"),
        }
    }

    /// Runs a statement of transaction control.
    pub(crate) fn control(&mut self, sql: &str) -> Result<()> {
        match self.link()? {
            Link::Sqlite(link) => sqlite::execute(link, sql, &[]).map(drop),
            Link::Postgres(session) => session.batch(sql),
        }
    }

    /// Whether it can still be used.
    pub(crate) fn is_alive(&self) -> bool {
        match &self.link {
            Reach::Here(Link::Sqlite(_)) => true,
            Reach::Here(Link::Postgres(session)) => session.is_alive(),
            Reach::Away(_) | Reach::Lost => false,
        }
    }

    /// Commits; if that fails, nothing of the transaction is kept (or, with [`Error::Unsure`], nobody knows).
    pub(crate) fn commit(&mut self) -> Result<()> {
        self.control("commit").map_err(|error| {
            self.abandon();
            match error {
                Error::Lost(reason) => Error::Unsure(reason),
                other => other,
            }
        })
    }

    /// Leaves the transaction, if there still is one, and keeps nothing of it.
    pub(crate) fn abandon(&mut self) {
        // A job that is still at work would go on behind the end.
        drop(self.link().map(drop));
        // After some errors SQLite has already rolled back; then there is nothing to do.
        if self.sqlite().is_none_or(|link| !link.is_autocommit()) {
            // A connection that cannot even roll back is dead, and its transaction with it.
            drop(self.control("rollback"));
        }
        self.failure = None;
    }
}

fn lost() -> Error {
    Error::Lost("the connection did not come back from another thread".into())
}
