//! What lies in the folder and no row names is swept away: what was taken and never kept, given up, or erased.

use std::{io, time::Duration};

use jiff::SignedDuration;
use kernel::Timestamp;
use tokio::runtime::Builder;
use web::{Chore, Fault};

use super::{Files, store};

/// How long it waits between two times.
const PAUSE: Duration = Duration::from_secs(3600);
/// How long ago, at least, a file was stored that is swept: the change of which it is a part is long over, or never came to be.
const SWEPT_AFTER: SignedDuration = SignedDuration::from_hours(24);

impl Files {
    /// Sweeps every hour, until what it gives is dropped.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(self) -> io::Result<Chore> {
        let runtime = Builder::new_current_thread().build()?;
        Chore::start("files", PAUSE, move || {
            let _entered = runtime.enter();
            match self.sweep(self.clock.now()) {
                Ok(swept) => tracing::info!(swept, "files that nothing names were removed"),
                Err(error) => tracing::warn!(%error, "files cannot be swept"),
            }
        })
    }

    /// Sweeps once. Tells how many files that were.
    ///
    /// # Errors
    /// When the database or the disk cannot.
    pub fn sweep(&self, now: Timestamp) -> Result<usize, Fault> {
        let mut swept = 0;
        for sha256 in self.folder.before(now - SWEPT_AFTER)? {
            if !self.db.read(|conn| store::is_named(conn, &sha256)).map_err(Fault::new)? {
                self.folder.remove(&sha256)?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}
