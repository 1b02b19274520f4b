//! Lists that turn a source's values into codes of ours.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Ordered, Words};
use crate::{
    Reason,
    fold::{fold, nearest},
};

/// A list of values with their codes. Values are compared without case and accents; one of the codes itself is taken too.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// What becomes of a value that is not listed.
    #[serde(default)]
    pub otherwise: Otherwise,
    /// The source's values, each with its code; an empty code says that the value tells nothing.
    pub values: Ordered<String>,
    /// What codes of the source's own are called.
    #[serde(default)]
    pub names: Ordered<Words>,
    #[serde(skip)]
    exact: HashMap<String, Option<String>>,
    #[serde(skip)]
    folded: HashMap<String, Option<String>>,
}

/// What becomes of a value that is not listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Otherwise {
    /// The row is rejected.
    #[default]
    Reject,
    /// It counts as unknown.
    Unknown,
    /// It gets this code.
    Code(String),
}

impl From<String> for Otherwise {
    fn from(text: String) -> Self {
        match text.as_str() {
            "reject" => Self::Reject,
            "unknown" => Self::Unknown,
            _ => Self::Code(text),
        }
    }
}

impl CodeList {
    /// Prepares the lookup.
    pub(super) fn index(&mut self) {
        let code = |code: &str| Some(code.to_owned()).filter(|code| !code.is_empty());
        let values: Vec<_> = self.values.iter().map(|(value, to)| (value.to_owned(), code(to))).collect();
        let codes = values.iter().filter_map(|(_, to)| Some((to.clone()?, to.clone())));
        self.folded = codes.clone().chain(values.clone()).map(|(value, to)| (fold(&value), to)).collect();
        self.exact = codes.chain(values.clone()).collect();
    }

    /// The code of a value; none if the value tells nothing.
    ///
    /// # Errors
    /// When it is not listed and the list says to reject such.
    pub(crate) fn code(&self, name: &str, value: &str) -> Result<Option<&str>, Reason> {
        if let Some(code) = self.exact.get(value).or_else(|| self.folded.get(&fold(value))) {
            return Ok(code.as_deref());
        }
        match &self.otherwise {
            Otherwise::Unknown => Ok(None),
            Otherwise::Code(code) => Ok(Some(code)),
            Otherwise::Reject => {
                let values = || self.values.iter().map(|(value, _)| value);
                let mut known = values().take(30).collect::<Vec<_>>().join(", ");
                if values().count() > 30 {
                    known.push_str(", …");
                }
                let near = nearest(value, values()).map(str::to_owned);
                Err(Reason::NotListed { seen: value.to_owned(), list: name.to_owned(), known, near })
            }
        }
    }

    /// The codes that values can get, each once, in the order of the list.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes = Vec::new();
        for (_, code) in self.values.iter().filter(|(_, code)| !code.is_empty()) {
            if !codes.contains(&code.as_str()) {
                codes.push(code);
            }
        }
        codes
    }
}
