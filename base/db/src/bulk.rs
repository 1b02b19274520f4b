//! Filling a table with many rows.

use postgres::binary_copy::BinaryCopyInWriter;
use rusqlite::{CachedStatement, Connection};

use crate::postgresql::{self, Session};
use crate::{Error, Result, Value, sqlite};

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
    Sqlite(&'a Connection, CachedStatement<'a>),
    Postgres(BinaryCopyInWriter<'a>),
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
            Sink::Sqlite(link, statement) => {
                let fail = |error| sqlite::classify(link, self.table, error);
                for (place, value) in (1..).zip(values) {
                    statement.raw_bind_parameter(place, value).map_err(fail)?;
                }
                statement.raw_execute().map_err(fail)?;
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
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
        let sql = format!("insert into {} ({}) values ({})", quoted(table), names(columns), places.join(", "));
        let statement = link.prepare_cached(&sql).map_err(|error| sqlite::classify(link, &sql, error))?;
        let sink = Sink::Sqlite(link, statement);
        let mut writer = BulkWriter { sink, table, width: columns.len(), count: 0, failure };
        fill(&mut writer)?;
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

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn names(columns: &[&str]) -> String {
    columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
}
