//! Why something was denied.

use std::fmt;

use crate::Entity;

/// It is not permitted. With neither forbids nor faults, no policy permits it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Denied {
    /// What was to be done.
    pub action: String,
    /// On what.
    pub resource: Entity,
    /// The ids of the policies that forbid it.
    pub forbidden_by: Vec<String>,
    /// Why it could not be judged: mistakes of the program, not of whoever asks. To be logged, not shown.
    pub faults: Vec<String>,
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` on {} is denied", self.action.escape_debug(), self.resource)?;
        if !self.forbidden_by.is_empty() {
            write!(f, ", forbidden by {}", self.forbidden_by.join(", "))?;
        }
        if !self.faults.is_empty() {
            write!(f, ", could not be judged: {}", self.faults.join("; "))?;
        }
        Ok(())
    }
}
