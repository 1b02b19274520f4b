//! Filling a table with many rows.

use postgres::binary_copy::BinaryCopyInWriter;
use rusqlite::{CachedStatement, Connection};

use crate::postgresql::{self, Session};
use crate::{Error, Result, Value, sqlite};

/// Rows that SQLite takes at once: it then finds their place in the table once for all of them.
const ROWS_AT_ONCE: usize = 32;

/// Rows that are put in one by one first: a few rows are not worth preparing a statement for many.
const ROWS_ALONE: u64 = 64;

/// Takes the rows of [`crate::Conn::bulk`], one by one.
pub struct BulkWriter<'a> {
    sink: Sink<'a>,
    table: &'a str,
    width: usize,
    count: u64,
    /// Where the first error of the engine is kept, whatever the caller makes of it.
    failure: &'a mut Option<Error>,
}

enum Sink<'a> {
    Sqlite(Rows<'a>),
    Postgres(BinaryCopyInWriter<'a>),
}

/// Rows on their way into SQLite.
struct Rows<'a> {
    link: &'a Connection,
    /// The table with its columns, as a statement names them.
    into: String,
    alone: CachedStatement<'a>,
    /// The statement for many rows, once there are many.
    many: Option<CachedStatement<'a>>,
    /// How many rows it holds already.
    held: usize,
}

impl Rows<'_> {
    /// Puts in the row with this number, or holds it until there are more.
    fn push(&mut self, number: u64, values: &[Value<'_>]) -> rusqlite::Result<()> {
        if number < ROWS_ALONE {
            bind(&mut self.alone, 1, values)?;
            return self.alone.raw_execute().map(drop);
        }
        let many = match &mut self.many {
            Some(many) => many,
            None => self.many.insert(for_many(self.link, &self.into, values.len())?),
        };
        bind(many, self.held * values.len() + 2, values)?;
        self.held += 1;
        if self.held == ROWS_AT_ONCE {
            self.held = 0;
            many.raw_execute()?;
        }
        Ok(())
    }

    /// Puts in the rows that are still held.
    fn finish(&mut self) -> rusqlite::Result<()> {
        match &mut self.many {
            Some(many) if self.held > 0 => {
                limit(many, self.held)?;
                many.raw_execute().map(drop)
            }
            _ => Ok(()),
        }
    }
}

/// The statement that takes many rows of this width, set for all that it can hold.
fn for_many<'a>(link: &'a Connection, into: &str, width: usize) -> rusqlite::Result<CachedStatement<'a>> {
    let mut places = 2..;
    let mut row = || places.by_ref().take(width).map(|place| format!("?{place}")).collect::<Vec<_>>().join(",");
    let rows: Vec<String> = (0..ROWS_AT_ONCE).map(|_| format!("({})", row())).collect();
    // `or fail`: a change in which a row fails is undone as a whole, so the statement need not keep a journal of its own.
    // `+ 0`: of a limit that is but a parameter SQLite looks at the value, and prepares the statement anew for each other one.
    let sql = format!("insert or fail into {into} select * from (values {}) limit ?1 + 0", rows.join(", "));
    let mut many = link.prepare_cached(&sql)?;
    limit(&mut many, ROWS_AT_ONCE)?;
    Ok(many)
}

fn bind(statement: &mut CachedStatement<'_>, first: usize, values: &[Value<'_>]) -> rusqlite::Result<()> {
    (first..).zip(values).try_for_each(|(place, value)| statement.raw_bind_parameter(place, value))
}

impl<'a> BulkWriter<'a> {
    /// Adds a row: one value for each column, in the order of the columns.
    pub fn push(&mut self, values: &[Value<'_>]) -> Result<()> {
        let result = self.add(values);
        if let Err(error) = &result {
            self.failure.get_or_insert_with(|| error.clone());
        }
        result
    }

    fn add(&mut self, values: &[Value<'_>]) -> Result<()> {
        if values.len() != self.width {
            let message = format!("a row has {} values for {} columns", values.len(), self.width);
            return Err(Error::sql(self.table, message));
        }
        values.iter().try_for_each(Value::check)?;
        match &mut self.sink {
            Sink::Sqlite(rows) => {
                rows.push(self.count, values).map_err(|error| sqlite::classify(rows.link, self.table, error))?;
            }
            Sink::Postgres(copy) => {
                copy.write_raw(values).map_err(|error| postgresql::classify(self.table, &error))?;
            }
        }
        self.count += 1;
        Ok(())
    }

    pub(crate) fn on_sqlite<E: From<Error>>(
        link: &Connection,
        table: &str,
        columns: &[&str],
        fill: impl FnOnce(&mut BulkWriter<'_>) -> Result<(), E>,
        failure: &mut Option<Error>,
    ) -> Result<u64, E> {
        let into = format!("{} ({})", quoted(table), names(columns));
        let sql = format!("insert into {into} values ({})", vec!["?"; columns.len()].join(", "));
        let alone = link.prepare_cached(&sql).map_err(|error| sqlite::classify(link, &sql, error))?;
        let sink = Sink::Sqlite(Rows { link, into, alone, many: None, held: 0 });
        let mut writer = BulkWriter { sink, table, width: columns.len(), count: 0, failure };
        fill(&mut writer)?;
        if let Sink::Sqlite(rows) = &mut writer.sink
            && let Err(error) = rows.finish()
        {
            writer.failure.get_or_insert_with(|| sqlite::classify(link, table, error));
        }
        writer.refuse_failure()?;
        Ok(writer.count)
    }

    pub(crate) fn on_postgres<E: From<Error>>(
        session: &mut Session,
        table: &str,
        columns: &[&str],
        fill: impl FnOnce(&mut BulkWriter<'_>) -> Result<(), E>,
        failure: &mut Option<Error>,
    ) -> Result<u64, E> {
        let (table_name, column_names) = (quoted(table), names(columns));
        let shape = session.prepare(&format!("select {column_names} from {table_name}"), &[])?;
        let types: Vec<_> = shape.columns().iter().map(|column| column.type_().clone()).collect();
        let sql = format!("copy {table_name} ({column_names}) from stdin binary");
        let copy = session.client.copy_in(&sql).map_err(|error| postgresql::classify(&sql, &error))?;
        let sink = Sink::Postgres(BinaryCopyInWriter::new(copy, &types));
        let mut writer = BulkWriter { sink, table, width: columns.len(), count: 0, failure };
        fill(&mut writer)?;
        writer.refuse_failure()?;
        match writer.sink {
            Sink::Postgres(copy) => Ok(copy.finish().map_err(|error| postgresql::classify(&sql, &error))?),
            Sink::Sqlite(..) => Ok(writer.count),
        }
    }

    /// A row that failed is not forgotten because the caller passed over it.
    fn refuse_failure(&self) -> Result<()> {
        self.failure.clone().map_or(Ok(()), Err)
    }
}

/// Says how many of its rows the statement holds.
fn limit(statement: &mut CachedStatement<'_>, rows: usize) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(1, i64::try_from(rows).unwrap_or(0))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn names(columns: &[&str]) -> String {
    columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
}
