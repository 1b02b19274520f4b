//! A program that looks for malicious software.

use std::time::Duration;

use web::NotTaken;

use crate::command;

/// How long it may look at a file.
const TIME: Duration = Duration::from_secs(60);
/// The status with which scanners say that they found something (`clamdscan`, `clamscan`).
const FOUND: i32 = 1;

/// A program that reads a file from standard input and ends with status 0 if there is nothing in it, with 1 if there is.
#[derive(Clone, Debug)]
pub struct Scanner {
    words: Vec<String>,
}

impl Scanner {
    /// The program and its arguments, such as `clamdscan --no-summary -`.
    pub fn of(line: &str) -> Self {
        Self { words: line.split_whitespace().map(str::to_owned).collect() }
    }

    /// Has a file examined. What no scanner has seen is not taken.
    pub(super) fn examine(&self, bytes: &[u8]) -> Result<(), NotTaken> {
        let words: Vec<_> = self.words.iter().map(String::as_str).collect();
        match command::run(&words, bytes.to_vec(), TIME) {
            Ok(Some(status)) if status.success() => Ok(()),
            Ok(Some(status)) if status.code() == Some(FOUND) => Err(NotTaken::Infected),
            Ok(status) => {
                tracing::error!(?status, "the scanner does not say whether a file is clean");
                Err(NotTaken::Unscanned)
            }
            Err(error) => {
                tracing::error!(%error, "the scanner cannot be run");
                Err(NotTaken::Unscanned)
            }
        }
    }
}
