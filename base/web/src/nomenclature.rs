//! What codes are called.

use std::collections::HashMap;

use kernel::{Date, Level, Names, Territory};
use ledger::{Error, Ledger, store};

/// What the values of dimensions are called.
#[derive(Debug, Default)]
pub struct Nomenclature {
    terms: HashMap<(String, String), Names>,
}

impl Nomenclature {
    /// Reads the names of all terms.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn load(ledger: &Ledger) -> Result<Self, Error> {
        let terms = ledger.db().read(store::terms)?;
        Ok(Self { terms: terms.into_iter().map(|term| ((term.dimension, term.code), term.names)).collect() })
    }

    /// The codes of a dimension that have names.
    pub fn codes<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a str> {
        self.terms.keys().filter(move |(of, _)| of == dimension).map(|(_, code)| code.as_str())
    }

    /// The names of a value of a dimension; places are called what they were on `day`.
    pub fn of(&self, territory: &Territory, dimension: &str, code: &str, day: Date) -> Option<Names> {
        let is_place = dimension == "place" || dimension.parse::<Level>().is_ok();
        let names = match is_place {
            true => territory.place(code, day).map(|place| place.names.clone()),
            false => self.terms.get(&(dimension.to_owned(), code.to_owned())).cloned(),
        };
        names.filter(|names| names.any().is_some())
    }
}
