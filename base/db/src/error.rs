//! What can go wrong with a database, in words for the person who runs it.

/// Why the database did not do what was asked.
///
/// It can be copied because all jobs of a group share the fate of their commit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The address of the database is not one that this program knows.
    #[error("`{0}` is not a database address: write sqlite:FILE or postgres://USER@HOST/DATABASE")]
    UnknownUrl(String),
    /// The file cannot be opened, or the server does not let us in.
    #[error("the database {place} cannot be reached ({reason}): check the address, and that it is running")]
    Unreachable {
        /// The file, or the server and database; never a password.
        place: String,
        /// What the engine said.
        reason: String,
    },
    /// The server's database sorts texts by the rules of a language, or does not keep them in UTF-8; lists and
    /// comparisons would come out otherwise than on SQLite.
    #[error(
        "the database {0} must sort texts byte by byte: make it with \
         CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
    )]
    WrongOrder(String),
    /// The file, its disk or the server takes no changes.
    #[error("the database can only be read ({0}): check the rights on its file and folder, or the server's role")]
    ReadOnly(String),
    /// There is no room left; what had been confirmed before is safe.
    #[error("the disk of the database is full ({0}): make room; nothing that was confirmed is lost")]
    DiskFull(String),
    /// The disk refused to read or write.
    #[error("the disk of the database failed ({0}): check the disk and the system's log before going on")]
    Disk(String),
    /// The file is something else than a database.
    #[error("{0} is not a database: it is some other file, or an encrypted one; choose another name")]
    NotADatabase(String),
    /// What the engine reads makes no sense to it.
    #[error("the database is damaged ({0}): stop, keep a copy of its files, and restore the last backup")]
    Corrupt(String),
    /// Somebody else held what was needed for too long, or stood in the way: the same call may succeed later.
    #[error("the database is busy with somebody else's change ({0}): try again")]
    Busy(String),
    /// A rule of the tables forbids the change.
    #[error("the change breaks a rule of the tables ({kind}): {message}")]
    Constraint {
        /// Which sort of rule.
        kind: ConstraintKind,
        /// What the engine said; it differs between the engines.
        message: String,
    },
    /// The connection broke before the change was committed: nothing of it was kept.
    #[error("the connection to the database was lost ({0}): nothing of this change was kept; try again")]
    Lost(String),
    /// The connection broke while the change was being committed: only a look at the data can tell.
    #[error("the connection to the database was lost during the commit ({0}): look whether the change was kept")]
    Unsure(String),
    /// A column held another type than the one asked for.
    #[error("column `{column}` holds {found}, not {wanted}")]
    Type {
        /// The column's name, or its position if it has no such column.
        column: String,
        /// What was asked for.
        wanted: &'static str,
        /// What is there.
        found: String,
    },
    /// A query that must give a row gave none.
    #[error("no row came back from: {0}")]
    NoRow(String),
    /// A value cannot be handed over.
    #[error("{0}")]
    Value(String),
    /// The engine does not accept the statement.
    #[error("{message}, in: {sql}")]
    Sql {
        /// The statement, shortened; it holds no values.
        sql: String,
        /// What the engine said.
        message: String,
    },
    /// The text of an applied migration is no longer the same.
    #[error("migration {0} was changed after it was applied: put its text back, and write a new migration instead")]
    ChangedMigration(String),
    /// Two migrations bear the same name.
    #[error("there are two migrations named {0}: give one another name")]
    TwinMigration(String),
    /// The database knows a migration that this program does not.
    #[error("this database was made by a newer Twiza (it has {0}): use that version, or a backup made by this one")]
    Newer(String),
    /// A job panicked; its changes were undone.
    #[error("the job failed by a mistake in the program: {0}")]
    Panicked(String),
    /// A job met an error, went on, and claimed success; its changes were undone.
    #[error("a statement had failed, so the whole change was undone: {0}")]
    Ignored(Box<Error>),
    /// A job asked for the writer that it occupies itself.
    #[error("a change cannot be started within another change: pass on the connection instead")]
    Nested,
    /// The writer is gone.
    #[error("the database is closed")]
    Closed,
    /// A backup cannot be written there, or not of this engine.
    #[error("{0}")]
    Backup(String),
}

/// Which sort of rule a change would break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A value that must be unique is there already.
    Unique,
    /// A row refers to one that is not there.
    ForeignKey,
    /// A value is missing.
    NotNull,
    /// A `check` says no.
    Check,
    /// Some other rule.
    Other,
}

impl std::fmt::Display for ConstraintKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unique => "it is there already",
            Self::ForeignKey => "it refers to something that is not there",
            Self::NotNull => "a value is missing",
            Self::Check => "a value is not allowed",
            Self::Other => "constraint",
        })
    }
}

impl Error {
    /// Whether the same call may succeed if it is made again.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Lost(_) | Self::Unreachable { .. })
    }

    /// An error of a statement, with as much of its text as helps to find it.
    pub(crate) fn sql(sql: &str, message: impl Into<String>) -> Self {
        const LENGTH_MAX: usize = 300;
        let words: Vec<&str> = sql.split_whitespace().collect();
        let mut sql = words.join(" ");
        if let Some((cut, _)) = sql.char_indices().nth(LENGTH_MAX) {
            sql.truncate(cut);
            sql.push('…');
        }
        Self::Sql { sql, message: message.into() }
    }
}
