//! The handle through which everything reads and writes.

use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{JoinHandle, ThreadId};

use crate::conn::{Conn, Engine};
use crate::pool::Pool;
use crate::source::{Purpose, Source};
use crate::writer::{Request, Task, Writer, guarded};
use crate::{Error, Migration, Result, backup, migration};

/// How many jobs may wait for the writer; whoever comes then waits outside.
const QUEUE_MAX: usize = 1024;

/// An open database. Copies of the handle share it; the last one closes it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    source: Arc<Source>,
    readers: Pool,
    requests: SyncSender<Request>,
    thread: Option<JoinHandle<()>>,
    /// The thread that has borrowed the writer's connection.
    borrower: Mutex<Option<ThreadId>>,
}

impl Db {
    /// Opens `sqlite:FILE` (made if it is not there) or `postgres://USER@HOST/DATABASE` and applies the migrations
    /// that it has not seen, all or none.
    pub fn open(url: &str, migrations: &[Migration]) -> Result<Self> {
        let source = Arc::new(Source::parse(url)?);
        let mut conn = source.connect(Purpose::Write)?;
        migration::apply(&mut conn, migrations)?;
        let (requests, inbox) = sync_channel(QUEUE_MAX);
        let writer = Writer::new(Arc::clone(&source), conn, inbox);
        let thread = std::thread::Builder::new()
            .name("db-writer".to_owned())
            .spawn(move || writer.work())
            .map_err(|error| Error::Unreachable { place: "of this program".into(), reason: error.to_string() })?;
        let readers = Pool::new(Arc::clone(&source));
        Ok(Self(Arc::new(Inner { source, readers, requests, thread: Some(thread), borrower: Mutex::new(None) })))
    }

    /// The engine behind it.
    pub fn engine(&self) -> Engine {
        self.0.source.engine()
    }

    /// Reads, on the calling thread, with a connection that sees one moment however long it takes.
    ///
    /// Up to eight read at once, whoever comes then waits; so do not read within a read.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        let mut lease = self.0.readers.lend()?;
        work(lease.conn()?)
    }

    /// Changes, on the writer's thread, together with the other jobs that wait; comes back once the change is on disk.
    ///
    /// An error of `work` undoes this change and no other. For long work, such as an import, and for work that borrows,
    /// see [`Db::write_alone`].
    pub fn write<T, E>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.refuse_nested()?;
        let (reply, answer) = sync_channel(1);
        let job = Request::Run(Box::new(Task::new(work, reply)));
        self.0.requests.send(job).map_err(|_| Error::Closed)?;
        answer.recv().map_err(|_| Error::Closed)?
    }

    /// Changes, on the calling thread, in a transaction of its own, while the other jobs wait; comes back once the
    /// change is on disk.
    ///
    /// `work` may borrow. It costs a commit of its own, and two changes of thread.
    pub fn write_alone<T, E: From<Error>>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        self.refuse_nested()?;
        let (give, given) = sync_channel(1);
        let (give_back, back) = sync_channel(1);
        self.0.requests.send(Request::Lend(give, back)).map_err(|_| Error::Closed)?;
        let mut conn = given.recv().map_err(|_| Error::Closed)??;
        self.set_borrower(Some(std::thread::current().id()));
        let result = guarded(work, &mut conn).and_then(|value| {
            conn.commit()?;
            Ok(value)
        });
        if result.is_err() {
            conn.abandon();
        }
        self.set_borrower(None);
        // The writer waits for it as long as it lives.
        drop(give_back.send(conn));
        result
    }

    /// Copies the database, while it is at work, to the new file `path`. Only for SQLite.
    pub fn backup(&self, path: &Path) -> Result<()> {
        if self.engine() == Engine::Postgres {
            let advice = "this database is on PostgreSQL: use its own tools (pg_dump), or the export";
            return Err(Error::Backup(advice.into()));
        }
        self.read(|conn| backup::write(conn, path))
    }

    /// A job that waits for the writer would wait for itself.
    fn refuse_nested(&self) -> Result<()> {
        let me = std::thread::current().id();
        let writer = self.0.thread.as_ref().map(|thread| thread.thread().id());
        let borrower = *self.0.borrower.lock().unwrap_or_else(PoisonError::into_inner);
        if writer == Some(me) || borrower == Some(me) { Err(Error::Nested) } else { Ok(()) }
    }

    fn set_borrower(&self, thread: Option<ThreadId>) {
        *self.0.borrower.lock().unwrap_or_else(PoisonError::into_inner) = thread;
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        // A job may hold the last handle; the thread cannot wait for itself, and ends by itself once we are gone.
        if thread.thread().id() == std::thread::current().id() {
            return;
        }
        // Connections to PostgreSQL must not be closed on an async thread, where the last handle may well be dropped;
        // so they are closed over there. It answers nobody any more, hence the waiting is short.
        drop(self.requests.send(Request::Close(self.readers.empty())));
        drop(thread.join());
    }
}
