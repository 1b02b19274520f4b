//! The connections that read.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::conn::Conn;
use crate::source::{Purpose, Source};
use crate::{Error, Result};

/// How many may read at once; whoever comes then waits.
const READERS_MAX: usize = 8;

/// Connections to read with, opened as they are needed and kept.
pub(crate) struct Pool {
    source: Arc<Source>,
    shelf: Mutex<Shelf>,
    returned: Condvar,
}

struct Shelf {
    idle: Vec<Conn>,
    /// How many exist, lent ones included.
    count: usize,
}

/// A connection lent from the pool, inside a transaction that sees one moment.
pub(crate) struct Lease<'a> {
    pool: &'a Pool,
    conn: Option<Conn>,
}

impl Pool {
    pub(crate) fn new(source: Arc<Source>) -> Self {
        Self { source, shelf: Mutex::new(Shelf { idle: Vec::new(), count: 0 }), returned: Condvar::new() }
    }

    /// Lends a connection; waits while all are lent.
    pub(crate) fn lend(&self) -> Result<Lease<'_>> {
        loop {
            let (kept, mut lease) = self.reserve();
            let begun = match kept {
                Some(conn) => lease.conn.insert(conn).begin(Purpose::Read),
                None => {
                    self.source.connect(Purpose::Read).and_then(|conn| lease.conn.insert(conn).begin(Purpose::Read))
                }
            };
            match begun {
                Ok(()) => return Ok(lease),
                // A connection that died on the shelf is thrown away, and the next is tried.
                Err(Error::Lost(_)) => lease.conn = None,
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes the idle connections out, for them to be closed elsewhere.
    pub(crate) fn empty(&self) -> Vec<Conn> {
        let mut shelf = self.shelf();
        shelf.count -= shelf.idle.len();
        std::mem::take(&mut shelf.idle)
    }

    /// An idle connection, or the right to open one.
    fn reserve(&self) -> (Option<Conn>, Lease<'_>) {
        let mut shelf = self.shelf();
        loop {
            if let Some(conn) = shelf.idle.pop() {
                return (Some(conn), Lease { pool: self, conn: None });
            }
            if shelf.count < READERS_MAX {
                shelf.count += 1;
                return (None, Lease { pool: self, conn: None });
            }
            shelf = self.returned.wait(shelf).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // Nothing in here can panic halfway, so a poisoned shelf is as good as any.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lease<'_> {
    /// The connection.
    pub(crate) fn conn(&mut self) -> Result<&mut Conn> {
        self.conn.as_mut().ok_or(Error::Closed)
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let mut conn = self.conn.take();
        if let Some(conn) = &mut conn {
            conn.abandon();
        }
        let conn = conn.filter(|conn| conn.is_alive() && !std::thread::panicking());
        let mut shelf = self.pool.shelf();
        match conn {
            Some(conn) => shelf.idle.push(conn),
            None => shelf.count -= 1,
        }
        drop(shelf);
        self.pool.returned.notify_one();
    }
}
