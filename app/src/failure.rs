//! What a command fails with, and the exit status that says so.

use std::io;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The words of the command are wrong.
    #[error("{0}")]
    Usage(String),
    /// The rules say no, or what was asked for is not there.
    #[error("{0}")]
    Refused(String),
    /// The journal or the ledger is not what it should be.
    #[error("{0}")]
    NotProved(ledger::Difference),
    /// A list was not taken in.
    #[error("{0}; nothing was kept")]
    NotTaken(register::import::NotTaken),
    /// The ledger cannot, or does not want to.
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    /// The database cannot.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// Something about people was not done.
    #[error(transparent)]
    People(#[from] identity::Error),
    /// A file cannot be read or written.
    #[error("{0}: {1}")]
    File(String, io::Error),
    /// Our own output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    /// The exit status: 1 for a refusal or a failed proof, 2 for wrong usage.
    pub(crate) const fn status(&self) -> u8 {
        if matches!(self, Self::Usage(_)) { 2 } else { 1 }
    }

    /// Whether somebody closed the pipe that we write to.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        let (Self::Output(error) | Self::Ledger(ledger::Error::File(error))) = self else { return false };
        error.kind() == io::ErrorKind::BrokenPipe
    }
}

impl From<observatory::bulletins::Unpublished> for Failure {
    fn from(error: observatory::bulletins::Unpublished) -> Self {
        use observatory::bulletins::Unpublished;
        match error {
            Unpublished::Ledger(error) => Self::Ledger(error),
            Unpublished::Db(error) => Self::Db(error),
            other => Self::Refused(other.to_string()),
        }
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Output(error),
            other => Self::Output(io::Error::other(format!("{other:?}"))),
        }
    }
}
