//! Whom PostgreSQL runs as: it refuses to run as root.

use std::{io, process::Command};

use super::Unavailable;

/// An account of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Account {
    /// Its number.
    pub(super) user: u32,
    /// Its group's number.
    pub(super) group: u32,
}

impl Account {
    /// The account to change to; none if this process is not root and can run PostgreSQL itself.
    pub(super) fn to_run_as() -> Result<Option<Self>, Unavailable> {
        if id(&["-u"])? != Some(0) {
            return Ok(None);
        }
        for name in ["postgres", "nobody"] {
            if let (Some(user), Some(group)) = (id(&["-u", name])?, id(&["-g", name])?) {
                return Ok(Some(Self { user, group }));
            }
        }
        Err(Unavailable::NoAccount)
    }
}

/// What the program `id` answers; none if it knows nobody of that name.
fn id(question: &[&str]) -> io::Result<Option<u32>> {
    let answer = Command::new("id").args(question).output()?;
    Ok(String::from_utf8_lossy(&answer.stdout).trim().parse().ok())
}
