//! Where a database is, read from its address.

use std::path::PathBuf;
use std::time::Duration;

use crate::conn::{Conn, Engine, Link};
use crate::{Error, Result, postgresql, sqlite};

/// Where a database is, and so how to connect to it.
pub(crate) enum Source {
    /// A file of this machine.
    Sqlite(PathBuf),
    /// A server.
    Postgres(Box<postgres::Config>),
}

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To read only: the engine itself refuses changes.
    Read,
    /// To change.
    Write,
}

impl Source {
    /// Reads `sqlite:FILE` (also `sqlite://FILE`) and `postgres://…` or `postgresql://…`.
    pub(crate) fn parse(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            // A database in memory would be another one for each connection.
            if path.is_empty() || path == ":memory:" {
                return Err(Error::UnknownUrl(url.to_owned()));
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(Error::UnknownUrl(without_password(url)));
        }
        let mut config: postgres::Config = url.parse().map_err(|_| Error::UnknownUrl(without_password(url)))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(10));
        }
        if config.get_application_name().is_none() {
            config.application_name("twiza");
        }
        Ok(Self::Postgres(Box::new(config)))
    }

    /// The engine behind it.
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Connects.
    pub(crate) fn connect(&self, purpose: Purpose) -> Result<Conn> {
        let link = match self {
            Self::Sqlite(path) => Link::Sqlite(sqlite::open(path, purpose)?),
            Self::Postgres(config) => Link::Postgres(Box::new(postgresql::connect(config)?)),
        };
        Ok(Conn::new(link))
    }
}

/// The address with what could be a password taken out: all between the scheme and the last `@`.
fn without_password(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let rest = rest.split('?').next().unwrap_or_default();
    let rest = rest.rsplit('@').next().unwrap_or_default();
    if scheme.is_empty() { rest.to_owned() } else { format!("{scheme}://{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        for url in [
            "postgres://amina:s3cret@host:x/twiza",
            "mysql://amina:s3cret@host/twiza?password=s3cret",
            "amina:s3cret@host",
        ] {
            let message = Source::parse(url).err().unwrap().to_string();
            assert!(!message.contains("s3cret"), "{message}");
        }
    }

    #[test]
    fn a_database_in_memory_is_refused() {
        assert!(Source::parse("sqlite::memory:").is_err() && Source::parse("sqlite:").is_err());
    }
}
