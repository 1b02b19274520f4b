//! The one writer: a thread that runs jobs in groups, one commit a group.
//!
//! A commit waits for the disk; a hundred jobs that wait for it together cost little more than one. Each job runs in
//! a savepoint of its own, so that one which fails is undone alone, and is answered only after the commit.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};
use std::time::{Duration, Instant};

use crate::conn::Conn;
use crate::source::{Purpose, Source};
use crate::{Error, Result};

/// How many jobs share a commit at most.
const GROUP_MAX: usize = 256;
/// How long a group takes on further jobs, so that the first of it need not wait for ever.
const GROUP_TIME: Duration = Duration::from_millis(20);

/// What the writer is asked for.
pub(crate) enum Request {
    /// To run a job.
    Run(Box<dyn Job>),
    /// To lend its connection, inside a transaction, until it comes back.
    Lend(SyncSender<Result<Conn>>, Receiver<Conn>),
    /// To close these connections too, and end.
    Close(Vec<Conn>),
}

/// A job as the writer sees it: its types are hidden.
pub(crate) trait Job: Send {
    /// Runs it; tells whether its changes are to be kept.
    fn run(&mut self, conn: &mut Conn) -> bool;
    /// Turns its success into a failure.
    fn spoil(&mut self, error: Error);
    /// Answers whoever waits.
    fn answer(self: Box<Self>);
}

/// A job with its types, and the way back to whoever waits for it.
pub(crate) struct Task<F, T, E> {
    work: Option<F>,
    outcome: Result<T, E>,
    reply: SyncSender<Result<T, E>>,
}

impl<F, T, E: From<Error>> Task<F, T, E> {
    pub(crate) fn new(work: F, reply: SyncSender<Result<T, E>>) -> Self {
        Self { work: Some(work), outcome: Err(Error::Closed.into()), reply }
    }
}

impl<F, T, E> Job for Task<F, T, E>
where
    F: FnOnce(&mut Conn) -> Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, conn: &mut Conn) -> bool {
        if let Some(work) = self.work.take() {
            self.outcome = guarded(work, conn);
        }
        self.outcome.is_ok()
    }

    fn spoil(&mut self, error: Error) {
        if self.outcome.is_ok() || self.work.is_some() {
            self.outcome = Err(error.into());
        }
    }

    fn answer(self: Box<Self>) {
        // Nobody may be waiting any more; then nobody needs the answer.
        drop(self.reply.send(self.outcome));
    }
}

/// Runs `work`; a panic becomes an error, and so does a failed statement that `work` kept to itself.
pub(crate) fn guarded<T, E: From<Error>>(
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
    conn: &mut Conn,
) -> Result<T, E> {
    match catch_unwind(AssertUnwindSafe(|| work(conn))) {
        Ok(Ok(value)) => match conn.failure() {
            Some(error) => Err(Error::Ignored(Box::new(error.clone())).into()),
            None => Ok(value),
        },
        Ok(Err(error)) => Err(error),
        Err(panic) => Err(Error::Panicked(panic_words(panic.as_ref())).into()),
    }
}

fn panic_words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic without words".to_owned())
}

/// The writer's thread.
pub(crate) struct Writer {
    source: Arc<Source>,
    conn: Option<Conn>,
    requests: Receiver<Request>,
}

impl Writer {
    pub(crate) fn new(source: Arc<Source>, conn: Conn, requests: Receiver<Request>) -> Self {
        Self { source, conn: Some(conn), requests }
    }

    /// Works until it is told to close, or nobody is left to ask.
    pub(crate) fn work(mut self) {
        let mut next = self.requests.recv().ok();
        while let Some(request) = next {
            next = match request {
                Request::Run(job) => self.group(job),
                Request::Lend(give, back) => {
                    self.lend(&give, &back);
                    None
                }
                Request::Close(readers) => {
                    drop(readers);
                    return;
                }
            };
            if next.is_none() {
                next = self.requests.recv().ok();
            }
        }
    }

    /// Runs `first` and the jobs that wait behind it, commits, and answers them. Gives back a request of another kind
    /// that came meanwhile.
    fn group(&mut self, first: Box<dyn Job>) -> Option<Request> {
        let mut jobs = vec![];
        let mut next = Some(Request::Run(first));
        let begun = Instant::now();
        let fate = match begin(&self.source, &mut self.conn) {
            Err(error) => {
                // Those who wait behind would only wait for the same failure, one after the other.
                while let Some(Request::Run(job)) = next {
                    jobs.push(job);
                    next = self.requests.try_recv().ok();
                }
                Err(error)
            }
            Ok(conn) => {
                let mut fate = Ok(());
                while let Some(Request::Run(job)) = next {
                    jobs.push(job);
                    fate = jobs.last_mut().map_or(Ok(()), |job| run_alone(job.as_mut(), conn));
                    let full = jobs.len() >= GROUP_MAX || begun.elapsed() >= GROUP_TIME;
                    next = if fate.is_err() || full { None } else { self.requests.try_recv().ok() };
                }
                match fate {
                    Ok(()) => conn.commit(),
                    Err(error) => {
                        conn.abandon();
                        Err(error)
                    }
                }
            }
        };
        for mut job in jobs {
            if let Err(error) = &fate {
                job.spoil(error.clone());
            }
            job.answer();
        }
        next
    }

    /// Lends the connection inside a transaction; whoever has it commits.
    fn lend(&mut self, give: &SyncSender<Result<Conn>>, back: &Receiver<Conn>) {
        if let Err(error) = begin(&self.source, &mut self.conn) {
            drop(give.send(Err(error)));
            return;
        }
        if let Some(conn) = self.conn.take() {
            drop(give.send(Ok(conn)));
            // If it does not come back, the next job opens a new one.
            self.conn = back.recv().ok();
        }
    }
}

/// Begins a transaction on `kept`; connects anew if that connection is gone.
fn begin<'a>(source: &Source, kept: &'a mut Option<Conn>) -> Result<&'a mut Conn> {
    let conn = match kept.take().filter(Conn::is_alive).map(begun) {
        // It died while nothing was going on, so nobody lost anything.
        None | Some(Err(Error::Lost(_))) => begun(source.connect(Purpose::Write)?)?,
        Some(result) => result?,
    };
    Ok(kept.insert(conn))
}

fn begun(mut conn: Conn) -> Result<Conn> {
    conn.begin(Purpose::Write)?;
    Ok(conn)
}

/// Runs `job` in a savepoint. An error means that the whole group is lost.
fn run_alone(job: &mut dyn Job, conn: &mut Conn) -> Result<()> {
    conn.control("savepoint job")?;
    let mut kept = job.run(conn);
    let cause = conn.take_failure();
    if kept && let Err(error) = conn.control("release savepoint job") {
        job.spoil(error);
        kept = false;
    }
    if !kept {
        // A full disk may have rolled back everything, and a lost connection certainly did.
        conn.control("rollback to savepoint job").map_err(|error| cause.unwrap_or(error))?;
        conn.control("release savepoint job")?;
    }
    Ok(())
}
