//! The cooperatives in memory, laid out for being found: a row of small numbers each, and the words by which it is known.

use std::collections::{BTreeMap, HashMap};

use kernel::{Date, Level, Names, Territory};
use ledger::store::Term;

use super::spelling;
use crate::store::{self, Listed};

/// The number of a code in [`Codes`]; 0 for one that is not known.
pub(crate) type Number = u32;

/// What comes before a skeleton among the words, so that no word is taken for one.
const BONES: char = '\u{1}';
/// What stands before a register number. Words come behind both: no letter is smaller.
const NUMBERS: char = '\u{2}';
const WORDS: &str = "\u{3}";

/// The codes that rows refer to.
#[derive(Default)]
pub(crate) struct Codes {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, Number>,
}

/// A cooperative.
pub(crate) struct Row {
    pub(crate) number: Box<str>,
    pub(crate) name_ar: Option<Box<str>>,
    pub(crate) name_fr: Option<Box<str>>,
    pub(crate) sector: Number,
    pub(crate) branch: Number,
    pub(crate) place: Number,
    pub(crate) status: Number,
    pub(crate) womens: Number,
    pub(crate) youth: Number,
    pub(crate) year: Number,
    pub(crate) origin: Number,
    pub(crate) kind: Number,
    pub(crate) level: Number,
    pub(crate) ice: Option<Box<str>>,
    pub(crate) removed_on: Option<Date>,
    pub(crate) registered_on: Option<Date>,
    pub(crate) members: Option<i64>,
}

/// All cooperatives.
#[derive(Default)]
pub(crate) struct Index {
    pub(crate) codes: Codes,
    pub(crate) rows: Vec<Row>,
    /// The rows of each folded word and, after [`BONES`], of each skeleton and, after [`NUMBERS`], of each number.
    words: BTreeMap<Box<str>, Vec<u32>>,
    /// The words of each code that has a name: sectors, branches, products, places.
    named: Vec<(Box<str>, Number)>,
    /// For each code of a place: its region, delegation, province and commune.
    pub(crate) places: Vec<[Number; 4]>,
    /// The day of the territory, and how many places it had.
    of: Option<(Date, usize)>,
}

/// The levels in the order of [`Index::places`].
pub(crate) const LEVELS: [Level; 4] = [Level::Region, Level::Delegation, Level::Province, Level::Commune];

/// How well a word fits: 3 the whole word, 2 its beginning, 1 its skeleton or something that the cooperative is about.
pub(crate) type Fit = u8;

impl Codes {
    /// The number of a code, given now if it has none.
    pub(crate) fn intern(&mut self, code: &str) -> Number {
        if self.texts.is_empty() {
            self.texts.push(ledger::UNKNOWN.into());
            self.numbers.insert(ledger::UNKNOWN.into(), 0);
        }
        if let Some(number) = self.numbers.get(code) {
            return *number;
        }
        let number = self.texts.len() as Number;
        self.texts.push(code.into());
        self.numbers.insert(code.into(), number);
        number
    }

    /// The number of a code; none if no cooperative and no place has it.
    pub(crate) fn find(&self, code: &str) -> Option<Number> {
        self.numbers.get(code).copied()
    }

    /// The code of a number.
    pub(crate) fn text(&self, number: Number) -> &str {
        self.texts.get(number as usize).map_or(ledger::UNKNOWN, |text| text)
    }

    pub(crate) const fn len(&self) -> usize {
        self.texts.len()
    }
}

impl Index {
    /// Takes in a cooperative as it now is.
    pub(crate) fn put(&mut self, listed: &Listed) {
        let row = self.row(listed);
        let id = self.id(&row.number).unwrap_or(self.rows.len() as u32);
        let keys = keys(&row);
        match self.rows.get_mut(id as usize) {
            Some(before) => {
                let before = std::mem::replace(before, row);
                for key in self::keys(&before) {
                    if let Some(rows) = self.words.get_mut(&key) {
                        rows.retain(|row| *row != id);
                    }
                }
            }
            None => self.rows.push(row),
        }
        for key in keys {
            let rows = self.words.entry(key).or_default();
            // A new row is behind all others.
            if rows.last().is_none_or(|last| *last < id) {
                rows.push(id);
            } else if let Err(at) = rows.binary_search(&id) {
                rows.insert(at, id);
            }
        }
    }

    fn row(&mut self, listed: &Listed) -> Row {
        let mut code = |code: &Option<String>| code.as_deref().map_or(0, |code| self.codes.intern(code));
        let answer = |answer: Option<bool>| answer.map(|answer| if answer { "yes" } else { "no" }.to_owned());
        let status = if listed.removed { store::REMOVED } else { &listed.status };
        let branch = listed.sector.as_ref().zip(listed.branch.as_ref());
        Row {
            number: listed.number.as_str().into(),
            name_ar: listed.name_ar.as_deref().map(Into::into),
            name_fr: listed.name_fr.as_deref().map(Into::into),
            sector: code(&listed.sector),
            branch: code(&branch.map(|(sector, branch)| crate::reference::branch_code(sector, branch))),
            place: code(&listed.place),
            status: code(&Some(status.to_owned())),
            womens: code(&answer(listed.womens)),
            youth: code(&answer(listed.youth)),
            year: code(&listed.registered_on.map(|day| day.year().to_string())),
            origin: code(&listed.origin),
            kind: code(&listed.cooperative_type),
            level: code(&Some(listed.level.clone())),
            ice: listed.ice.as_deref().map(Into::into),
            removed_on: listed.removed_on,
            registered_on: listed.registered_on,
            members: listed.members,
        }
    }

    /// Whether the names of places are those of this day and territory.
    pub(crate) fn is_of(&self, day: Date, territory: &Territory) -> bool {
        self.of == Some((day, territory.len())) && self.places.len() >= self.codes.len()
    }

    /// Looks up in which places each place lies on a day, and takes in what codes are called.
    pub(crate) fn place(&mut self, day: Date, territory: &Territory, terms: &[Term]) {
        let mut named = Vec::new();
        let mut name = |names: &Names, number: Number| {
            let names = [&names.ar, &names.fr, &names.en].into_iter().flatten();
            let words = names.flat_map(|name| spelling::words(name));
            named.extend(words.map(|word| (Box::<str>::from(spelling::without_article(&word)), number)));
        };
        for place in territory.on(day).filter(|place| LEVELS.contains(&place.level)) {
            name(&place.names, self.codes.intern(&place.code));
        }
        for term in terms.iter().filter(|term| ["sector", "branch", "product"].contains(&term.dimension.as_str())) {
            let sector = term.code.split('.').next().unwrap_or_default();
            let code = if term.dimension == "product" { sector } else { &term.code };
            name(&term.names, self.codes.intern(code));
        }
        named.sort_unstable();
        named.dedup();
        self.named = named;
        let within = |code: &str| {
            LEVELS.map(|level| {
                territory.ancestor(code, level, day).and_then(|place| self.codes.find(&place.code)).unwrap_or(0)
            })
        };
        self.places = self.codes.texts.iter().map(|code| within(code)).collect();
        self.of = Some((day, territory.len()));
    }

    /// In which places a cooperative lies.
    pub(crate) fn within(&self, row: &Row) -> [Number; 4] {
        self.places.get(row.place as usize).copied().unwrap_or_default()
    }

    /// The row of a register number.
    #[cfg(test)]
    pub(crate) fn of(&self, number: &str) -> Option<&Row> {
        self.rows.get(self.id(number)? as usize)
    }

    /// Where the cooperative of a register number stands among the rows: its number is one of its words.
    fn id(&self, number: &str) -> Option<u32> {
        let rows = self.words.get(number_key(number).as_str())?;
        let is = |id: &&u32| self.rows.get(**id as usize).is_some_and(|row| *row.number == *number);
        rows.iter().find(is).copied()
    }

    /// How well each row fits a folded word; rows that do not fit have 0.
    pub(crate) fn fit(&self, word: &str) -> Vec<Fit> {
        let mut fits = vec![0; self.rows.len()];
        let mut set = |rows: &[u32], fit: Fit| {
            for row in rows {
                if let Some(best) = fits.get_mut(*row as usize) {
                    *best = fit.max(*best);
                }
            }
        };
        let word = spelling::without_article(word);
        for key in [word.to_owned(), format!("{NUMBERS}{word}")] {
            for (found, rows) in self.starting(&key) {
                set(rows, if **found == *key { 3 } else { 2 });
            }
        }
        if let Some(bones) = spelling::skeleton(word)
            && let Some(rows) = self.words.get(format!("{BONES}{bones}").as_str())
        {
            set(rows, 1);
        }
        self.fit_codes(word, &mut fits);
        fits
    }

    /// Cooperatives whose sector, branch or place is called so.
    fn fit_codes(&self, word: &str, fits: &mut [Fit]) {
        let from = self.named.partition_point(|(name, _)| **name < *word);
        let called = self.named.iter().skip(from).take_while(|(name, _)| name.starts_with(word));
        let mut wanted = vec![false; self.codes.len()];
        let mut any = false;
        for (_, number) in called {
            if let Some(wanted) = wanted.get_mut(*number as usize) {
                *wanted = true;
                any = true;
            }
        }
        if !any {
            return;
        }
        let is = |number: Number| wanted.get(number as usize).copied().unwrap_or(false);
        for (row, fit) in self.rows.iter().zip(fits.iter_mut()).filter(|(_, fit)| **fit == 0) {
            let [region, delegation, province, commune] = self.within(row);
            if [row.sector, row.branch, region, delegation, province, commune].into_iter().any(is) {
                *fit = 1;
            }
        }
    }

    fn starting<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (&'a Box<str>, &'a Vec<u32>)> {
        self.words.range(Box::<str>::from(word)..).take_while(move |(key, _)| key.starts_with(word))
    }

    /// The words of names that look like this one, the likest first. Numbers look alike without being meant.
    pub(crate) fn near(&self, word: &str, count: usize) -> Vec<String> {
        let furthest = if word.chars().count() < 5 { 1 } else { 2 };
        let words = self.words.range(Box::<str>::from(WORDS)..).filter(|(_, rows)| !rows.is_empty());
        let own = letters(word);
        // A mistake exchanges at most one letter for another.
        let is_far = |key: &str| (letters(key) ^ own).count_ones() as usize > 2 * furthest;
        let mut near: Vec<_> = words
            .filter(|(key, _)| key.len().abs_diff(word.len()) <= 2 * furthest && !is_far(key))
            .map(|(key, rows)| (strsim::osa_distance(key, word), std::cmp::Reverse(rows.len()), key))
            .filter(|(distance, ..)| *distance <= furthest)
            .collect();
        near.sort_unstable();
        near.into_iter().take(count).map(|(.., key)| key.to_string()).collect()
    }
}

/// Which letters a word has, a bit for each or for a few: quicker to compare than the words.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
}

/// The key of a register number.
fn number_key(number: &str) -> String {
    format!("{NUMBERS}{}", spelling::words(number).concat())
}

/// The words and skeletons by which a row is found.
fn keys(row: &Row) -> Vec<Box<str>> {
    let mut keys = vec![number_key(&row.number).into()];
    for name in [&row.name_ar, &row.name_fr].into_iter().flatten() {
        for word in spelling::wanted(name) {
            keys.extend(spelling::skeleton(&word).map(|bones| format!("{BONES}{bones}").into()));
            keys.push(spelling::without_article(&word).into());
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
