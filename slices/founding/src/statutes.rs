//! The statutes, as answers.

use register::acts::Organ;
use serde::{Deserialize, Serialize};

/// What founders answer about their statutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Statutes {
    pub(crate) object: String,
    pub(crate) organ: Option<Organ>,
    pub(crate) term_years: Option<i64>,
}
