//! What codes are called.

use std::collections::HashMap;

use kernel::{Date, Level, Names, Territory};
use ledger::{Error, Ledger, store};
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

/// What the values of dimensions are called.
pub(crate) struct Nomenclature {
    terms: HashMap<(String, String), Names>,
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

impl Nomenclature {
    /// Reads the names of all terms.
    pub(crate) fn load(ledger: &Ledger) -> Result<Self, Error> {
        let terms = ledger.db().read(store::terms)?;
        Ok(Self { terms: terms.into_iter().map(|term| ((term.dimension, term.code), term.names)).collect() })
    }

    /// The names of a value of a dimension; places are called what they were on `day`.
    pub(crate) fn of(&self, territory: &Territory, dimension: &str, code: &str, day: Date) -> Option<Names> {
        let is_place = dimension == "place" || dimension.parse::<Level>().is_ok();
        let names = match is_place {
            true => territory.place(code, day).map(|place| place.names.clone()),
            false => self.terms.get(&(dimension.to_owned(), code.to_owned())).cloned(),
        };
        names.filter(|names| names.any().is_some())
    }
}
