//! Which places and codes a list may name: those of the database and those that its profile brings along.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::Conn;
use intake::{Located, Profile};
use kernel::{Names, Place, Territory};
use ledger::store::Term;
use ledger::{Error, store};

use super::NotTaken;
use crate::reference;

/// The places and codes that rows may name.
pub(super) struct Vocabulary {
    territory: Territory,
    /// Codes by dimension.
    codes: HashMap<String, HashSet<String>>,
    /// Places that rows brought along, by code.
    derived: BTreeMap<String, Place>,
}

impl Vocabulary {
    /// What the database knows, with what the profile and the reference data of its country add; these are written.
    pub(super) fn of(conn: &mut Conn, profile: &Profile) -> Result<Self, NotTaken> {
        let (mut places, mut terms) = match profile.source.country.as_str() {
            "MA" => reference::morocco()?,
            _ => (Vec::new(), Vec::new()),
        };
        places.extend(profile.places());
        for (dimension, list) in profile.codes.iter() {
            let names = list.names.iter().map(|(code, words)| (code.to_owned(), words.names()));
            terms.extend(names.map(|(code, names)| Term { dimension: dimension.to_owned(), code, names }));
        }
        store::add_references(conn, &places, &terms)?;
        let mut codes: HashMap<String, HashSet<String>> = HashMap::new();
        for term in store::terms(conn)? {
            codes.entry(term.dimension).or_default().insert(term.code);
        }
        // A list of the profile may use codes of ours that another country's data describe.
        for (dimension, list) in profile.codes.iter() {
            codes.entry(dimension.to_owned()).or_default().extend(list.codes().into_iter().map(str::to_owned));
        }
        Ok(Self { territory: store::territory(conn)?, codes, derived: BTreeMap::new() })
    }

    /// Whether a code of a dimension is known.
    pub(super) fn knows(&self, dimension: &str, code: &str) -> bool {
        self.codes.get(dimension).is_some_and(|codes| codes.contains(code))
    }

    /// The code of a place, if it is known or the row says where it hangs.
    pub(super) fn place(&mut self, located: Located) -> Result<String, String> {
        for place in &located.derived {
            if !self.territory.knows(&place.code) && !self.derived.contains_key(&place.code) {
                let names = Names { fr: Some(place.name.clone()), ..Names::default() };
                let (code, parent) = (place.code.clone(), Some(place.parent.clone()));
                let place =
                    Place { code, level: place.level, parent, delegation: None, names, from: None, until: None };
                self.derived.insert(place.code.clone(), place);
            }
        }
        if self.territory.knows(&located.code) || self.derived.contains_key(&located.code) {
            Ok(located.code)
        } else {
            Err(format!("there is no place `{}`", located.code))
        }
    }

    /// The places that rows brought along.
    pub(super) fn new_places(&self) -> Vec<Place> {
        self.derived.values().cloned().collect()
    }
}

impl From<db::Error> for NotTaken {
    fn from(error: db::Error) -> Self {
        Self::Ledger(Error::Db(error))
    }
}
