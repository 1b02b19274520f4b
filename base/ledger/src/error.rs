//! What can go wrong: a refusal, for which there is a reason and a next step, or a fault.

use crate::Act;

/// The rules say no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody else recorded acts on the subject meanwhile: look at them, then decide again.
    #[error("{} changed meanwhile: {}", subject, since.iter().map(summary).collect::<Vec<_>>().join("; "))]
    Conflict {
        /// The subject.
        subject: String,
        /// What was recorded since the author looked.
        since: Vec<Act>,
    },
    /// The day on which it should take effect has not come yet.
    #[error("{effective_on} is in the future: today is {today}")]
    Future {
        /// The day asked for.
        effective_on: kernel::Date,
        /// The day it is where the register is.
        today: kernel::Date,
    },
    /// The act to be voided does not exist, is on another subject or is voided already.
    #[error("act {0} cannot be voided: {1}")]
    NotVoidable(i64, &'static str),
    /// There is no such kind of subject.
    #[error("`{0}` is no kind of subject that this program keeps")]
    UnknownSubject(String),
    /// A rule of the subject's own says no.
    #[error("{says}")]
    Rule {
        /// The rule's code, for translation: `register-before-registration`.
        code: &'static str,
        /// What it says, with the values at hand.
        says: String,
    },
    /// The question cannot be answered as it is put.
    #[error("{0}")]
    Question(String),
}

/// What this crate's functions fail with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database cannot.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// The journal or the ledger holds something that it cannot hold.
    #[error("the journal is damaged: {0}")]
    Broken(String),
    /// A file could not be read or written.
    #[error("{0}")]
    File(#[from] std::io::Error),
}

fn summary(act: &Act) -> String {
    let day = act.effective_on.map_or_else(|| "an unknown day".to_owned(), |day| day.to_string());
    format!("act {} ({}, effective {day}, recorded by {} at {})", act.seq, act.kind, act.author, act.recorded_at)
}
