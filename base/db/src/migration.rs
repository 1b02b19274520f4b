//! Migrations: what makes the tables, applied once and in order.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use crate::conn::Engine;
use crate::source::Purpose;
use crate::{Conn, Error, Result, params};

/// Keeps programs apart that open the same new database at once. Any number would do.
const LOCK: i64 = 0x7477_697a_6101;

/// A step of the schema, applied once, in the order of the names.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The name of its file without the ending: `20261121_ledger_act`.
    pub name: &'static str,
    /// Its statements, for both engines.
    pub sql: &'static str,
}

impl Migration {
    /// The hash of its text. Line ends do not count: a checkout may change them.
    fn checksum(&self) -> String {
        let digest = Sha256::digest(self.sql.replace("\r\n", "\n"));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Its statements as an engine reads them.
    ///
    /// To SQLite each row has a number of its own besides its key, hence each table two trees. The comment
    /// `/*sqlite without rowid*/` behind a table does away with the number.
    fn for_engine(&self, engine: Engine) -> Cow<'static, str> {
        match engine {
            Engine::Postgres => self.sql.into(),
            Engine::Sqlite => self.sql.replace("/*sqlite without rowid*/", "without rowid").into(),
        }
    }
}

/// Applies those of `migrations` that the database has not seen: all of them or, on an error, none.
pub(crate) fn apply(conn: &mut Conn, migrations: &[Migration]) -> Result<()> {
    conn.begin(Purpose::Write)?;
    match run(conn, migrations) {
        Ok(()) => conn.commit(),
        Err(error) => {
            conn.abandon();
            Err(error)
        }
    }
}

fn run(conn: &mut Conn, migrations: &[Migration]) -> Result<()> {
    let mut migrations: Vec<&Migration> = migrations.iter().collect();
    migrations.sort_by_key(|migration| migration.name);
    let mut names = migrations.iter().map(|migration| migration.name);
    if let Some(twin) = names.clone().zip(names.by_ref().skip(1)).find_map(|(a, b)| (a == b).then_some(a)) {
        return Err(Error::TwinMigration(twin.to_owned()));
    }
    conn.lock(LOCK)?;
    conn.batch("create table if not exists migration (name text not null primary key, checksum text not null)")?;
    let applied = conn.query("select name, checksum from migration order by name", params![], |row| {
        Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))
    })?;
    for (name, checksum) in &applied {
        match migrations.iter().find(|migration| migration.name == name) {
            None => return Err(Error::Newer(name.clone())),
            Some(known) if known.checksum() != *checksum => return Err(Error::ChangedMigration(name.clone())),
            Some(_) => {}
        }
    }
    for migration in migrations {
        if applied.iter().all(|(name, _)| name != migration.name) {
            conn.batch(&migration.for_engine(conn.engine()))?;
            let checksum = migration.checksum();
            conn.execute("insert into migration values ($1, $2)", params![migration.name, &checksum])?;
        }
    }
    Ok(())
}
