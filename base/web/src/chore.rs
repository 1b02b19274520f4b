//! Work that is done again and again beside the pages.

use std::{
    io,
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread::{Builder, JoinHandle},
    time::Duration,
};

/// Work on a thread of its own. It ends when this is dropped; what has begun is waited for.
#[derive(Debug)]
pub struct Chore {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Chore {
    /// Does the work after each pause.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(name: &str, pause: Duration, mut work: impl FnMut() + Send + 'static) -> io::Result<Self> {
        let (stop, stops) = channel::<()>();
        let again = move || {
            while stops.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                work();
            }
        };
        let thread = Builder::new().name(name.to_owned()).spawn(again)?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Chore {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so.
            drop(thread.join());
        }
    }
}
