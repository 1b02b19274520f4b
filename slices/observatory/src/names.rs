//! What codes are called.

use kernel::Names;
use serde::Serialize;

/// A name in each language that has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Named {
    #[serde(skip_serializing_if = "Option::is_none")]
    ar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

impl Named {
    /// In Arabic, French and English.
    pub(crate) fn all(&self) -> [Option<&str>; 3] {
        [self.ar.as_deref(), self.fr.as_deref(), self.en.as_deref()]
    }
}

impl From<&Names> for Named {
    fn from(names: &Names) -> Self {
        Self { ar: names.ar.clone(), fr: names.fr.clone(), en: names.en.clone() }
    }
}
