//! The cooperatives in memory, laid out for being found: a row of small numbers each, and the words by which it is known.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    iter::repeat,
};

use fixedbitset::FixedBitSet;
use kernel::{Date, Level, Names, Territory};
use ledger::store::Term;

use super::{
    facet::{Facet, Values},
    spelling,
};
use crate::store::{self, Listed};

/// The number of a code in [`Codes`]; 0 for one that is not known.
pub(crate) type Number = u32;

/// What stands before a skeleton, so that no word is taken for one. Words come behind: no letter is smaller.
const BONES: char = '\u{1}';
const WORDS: &str = "\u{2}";

/// The fewest digits by which a register number is known without the letters before them.
const DIGITS_MIN: usize = 5;

/// The codes that rows refer to.
#[derive(Default)]
pub(crate) struct Codes {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, Number>,
}

/// What is told of a cooperative besides its [`Values`].
pub(crate) struct Row {
    pub(crate) number: Box<str>,
    pub(crate) place: Number,
    pub(crate) name_ar: Option<Box<str>>,
    pub(crate) name_fr: Option<Box<str>>,
    pub(crate) kind: Number,
    pub(crate) level: Number,
    pub(crate) ice: Option<Box<str>>,
    pub(crate) removed_on: Option<Date>,
    pub(crate) members: Option<i64>,
}

/// All cooperatives.
#[derive(Default)]
pub(crate) struct Index {
    pub(crate) codes: Codes,
    pub(crate) rows: Vec<Row>,
    /// The day on which each row was registered, and what it can be filtered by: each search reads those of many rows, hence
    /// they lie close together and apart from what only the rows of a page are asked for.
    pub(crate) days: Vec<Option<Date>>,
    pub(crate) values: Vec<Values>,
    /// The letters and digits of register numbers, each with its row.
    numbers: BTreeSet<(Box<str>, u32)>,
    /// What else rows are found by, each with a number of its own: folded words, and skeletons after [`BONES`].
    keys: BTreeMap<Box<str>, u32>,
    /// The keys of codes, likewise: sectors, branches and places.
    keys_of_codes: HashMap<Number, u32>,
    /// The rows of each key.
    found: Vec<Vec<u32>>,
    /// The keys of each row.
    keys_of: Vec<Box<[u32]>>,
    /// The words of each code that has a name: sectors, branches, products, places.
    named: Vec<(Box<str>, Number)>,
    /// For each code of a place: its region, delegation, province and commune.
    places: Vec<[Number; 4]>,
    /// The day of the territory, and how many places it had.
    of: Option<(Date, usize)>,
}

/// The levels in the order of [`Index::places`].
pub(crate) const LEVELS: [Level; 4] = [Level::Region, Level::Delegation, Level::Province, Level::Commune];

/// Which keys a word fits, and how well: 3 the whole word, 2 its beginning, 1 its skeleton or something that the cooperative
/// is about.
pub(crate) struct Fits {
    /// How well it fits each key; 0 if it does not.
    keys: Vec<u8>,
    /// How many rows these keys find, some of them twice.
    pub(crate) rows: usize,
}

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
        let (row, values) = self.row(listed);
        let id = self.id(&row.number).unwrap_or(self.rows.len() as u32);
        let keys = self.keys_for(&row, &values);
        let at = id as usize;
        if let Some((((own_row, own_day), own_values), own_keys)) =
            self.rows.get_mut(at).zip(self.days.get_mut(at)).zip(self.values.get_mut(at)).zip(self.keys_of.get_mut(at))
        {
            (*own_row, *own_day, *own_values) = (row, listed.registered_on, values);
            for key in std::mem::replace(own_keys, keys.clone()) {
                if let Some(rows) = self.found.get_mut(key as usize) {
                    rows.retain(|row| *row != id);
                }
            }
        } else {
            self.numbers.insert((letters_and_digits(&row.number), id));
            self.rows.push(row);
            self.days.push(listed.registered_on);
            self.values.push(values);
            self.keys_of.push(keys.clone());
        }
        for key in keys {
            let Some(rows) = self.found.get_mut(key as usize) else { continue };
            // A new row is behind all others.
            if rows.last().is_none_or(|last| *last < id) {
                rows.push(id);
            } else if let Err(at) = rows.binary_search(&id) {
                rows.insert(at, id);
            }
        }
    }

    fn row(&mut self, listed: &Listed) -> (Row, Values) {
        let mut code = |code: &Option<String>| code.as_deref().map_or(0, |code| self.codes.intern(code));
        let answer = |answer: Option<bool>| answer.map(|answer| if answer { "yes" } else { "no" }.to_owned());
        let status = if listed.removed { store::REMOVED } else { &listed.status };
        let branch = listed.sector.as_ref().zip(listed.branch.as_ref());
        let place = code(&listed.place);
        let sector = code(&listed.sector);
        let branch = code(&branch.map(|(sector, branch)| crate::reference::branch_code(sector, branch)));
        let status = code(&Some(status.to_owned()));
        let (womens, youth) = (code(&answer(listed.womens)), code(&answer(listed.youth)));
        let year = code(&listed.registered_on.map(|day| day.year().to_string()));
        let origin = code(&listed.origin);
        let row = Row {
            number: listed.number.as_str().into(),
            place,
            name_ar: listed.name_ar.as_deref().map(Into::into),
            name_fr: listed.name_fr.as_deref().map(Into::into),
            kind: code(&listed.cooperative_type),
            level: code(&Some(listed.level.clone())),
            ice: listed.ice.as_deref().map(Into::into),
            removed_on: listed.removed_on,
            members: listed.members,
        };
        let [region, delegation, province, commune] = self.within(place);
        let values = [region, delegation, province, commune, sector, branch, status, womens, youth, year, origin];
        (row, values)
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
        for (row, values) in self.rows.iter().zip(&mut self.values) {
            let within = self.places.get(row.place as usize).copied().unwrap_or_default();
            values.iter_mut().zip(within).for_each(|(value, place)| *value = place);
        }
        self.of = Some((day, territory.len()));
    }

    /// In which places a place lies, by [`LEVELS`]: the first values of a row.
    fn within(&self, place: Number) -> [Number; 4] {
        self.places.get(place as usize).copied().unwrap_or_default()
    }

    /// The values of the cooperative with a register number.
    #[cfg(test)]
    pub(crate) fn of(&self, number: &str) -> Option<&Values> {
        self.values.get(self.id(number)? as usize)
    }

    /// Where the cooperative of a register number stands among the rows.
    pub(crate) fn id(&self, number: &str) -> Option<u32> {
        let key = letters_and_digits(number);
        let mut alike = self.numbers.range((key.clone(), 0)..=(key, u32::MAX)).map(|(_, id)| *id);
        alike.find(|id| self.rows.get(*id as usize).is_some_and(|row| *row.number == *number))
    }

    /// The rows whose register number or ICE somebody has typed: a number from its beginning, or by its last digits. Some may stand
    /// there twice.
    pub(crate) fn numbered(&self, text: &str) -> Vec<u32> {
        let key = letters_and_digits(text);
        if !key.contains(|c: char| c.is_ascii_digit()) {
            return Vec::new();
        }
        let end = format!("{key}{}", char::MAX).into();
        let begin = self.numbers.range((key.clone(), 0)..(end, 0)).map(|(_, id)| *id);
        let mut found: Vec<_> = begin.collect();
        if key.len() >= DIGITS_MIN && key.bytes().all(|byte| byte.is_ascii_digit()) {
            let is = |row: &Row| row.number.ends_with(&*key) || row.ice.as_deref() == Some(&*key);
            found.extend((0..).zip(&self.rows).filter(|(_, row)| is(row)).map(|(id, _)| id));
        }
        found
    }

    /// Which keys a folded word fits.
    pub(crate) fn fit(&self, word: &str) -> Fits {
        let mut fits = Fits { keys: vec![0; self.found.len()], rows: 0 };
        let mut set = |fit: u8, key: u32| {
            if let Some((known, rows)) = fits.keys.get_mut(key as usize).zip(self.found.get(key as usize)) {
                *known = fit.max(*known);
                fits.rows += rows.len();
            }
        };
        let word = spelling::without_article(word);
        let whole = self.keys.get(word);
        whole.into_iter().for_each(|key| set(3, *key));
        self.starting(word).filter(|key| Some(*key) != whole).for_each(|key| set(2, *key));
        let bones = spelling::skeleton(word).and_then(|bones| self.keys.get(format!("{BONES}{bones}").as_str()));
        let codes = self.called(word).into_iter().filter_map(|code| self.keys_of_codes.get(&code));
        bones.into_iter().chain(codes).for_each(|key| set(1, *key));
        fits
    }

    /// The keys of names that are this folded word, or sound like it.
    pub(crate) fn named_alike(&self, word: &str) -> Fits {
        let mut fits = Fits { keys: vec![0; self.found.len()], rows: 0 };
        let bones = spelling::skeleton(word).and_then(|bones| self.keys.get(format!("{BONES}{bones}").as_str()));
        for key in self.keys.get(spelling::without_article(word)).into_iter().chain(bones) {
            if let Some((fit, rows)) = fits.keys.get_mut(*key as usize).zip(self.found.get(*key as usize)) {
                *fit = 1;
                fits.rows += rows.len();
            }
        }
        fits
    }

    /// How well a word fits a row; none if it does not.
    pub(crate) fn fit_of(&self, fits: &Fits, row: usize) -> Option<usize> {
        let own = self.keys_of.get(row)?;
        let best = own.iter().filter_map(|key| fits.keys.get(*key as usize)).max().copied();
        best.filter(|fit| *fit > 0).map(usize::from)
    }

    /// The rows that a word fits.
    pub(crate) fn rows_of(&self, fits: &Fits) -> FixedBitSet {
        let mut rows = FixedBitSet::with_capacity(self.rows.len());
        let found = fits.keys.iter().zip(&self.found).filter(|(fit, _)| **fit > 0);
        found.flat_map(|(_, found)| found).for_each(|row| rows.insert(*row as usize));
        rows
    }

    /// The codes of sectors, branches and places that are called so, and of the places that lie in these.
    fn called(&self, word: &str) -> Vec<Number> {
        let from = self.named.partition_point(|(name, _)| **name < *word);
        let named = self.named.iter().skip(from).take_while(|(name, _)| name.starts_with(word));
        let mut is_named = vec![false; self.codes.len()];
        for (_, number) in named {
            if let Some(is_named) = is_named.get_mut(*number as usize) {
                *is_named = true;
            }
        }
        if !is_named.contains(&true) {
            return Vec::new();
        }
        let is = |number: &Number| is_named.get(*number as usize).copied().unwrap_or(false);
        let lies = self.places.iter().map(|places| places.iter().any(is)).chain(repeat(false));
        let codes = (0..).zip(is_named.iter().zip(lies));
        codes.filter(|(_, (named, lies))| **named || *lies).map(|(code, _)| code).collect()
    }

    /// The keys that begin with a word. There are thousands of some: their texts are not read again.
    fn starting(&self, word: &str) -> impl Iterator<Item = &u32> {
        let end = format!("{word}{}", char::MAX);
        self.keys.range(Box::<str>::from(word)..end.into()).map(|(_, number)| number)
    }

    /// The numbers of everything by which a row is found, given now to what has none.
    fn keys_for(&mut self, row: &Row, values: &Values) -> Box<[u32]> {
        let found = &mut self.found;
        let mut new = || {
            found.push(Vec::new());
            found.len() as u32 - 1
        };
        let codes = [Facet::Sector.of_row(values), Facet::Branch.of_row(values), row.place]
            .into_iter()
            .filter(|code| *code > 0);
        let mut keys: Vec<u32> = codes.map(|code| *self.keys_of_codes.entry(code).or_insert_with(&mut new)).collect();
        let mut key = |key: &str| *self.keys.entry(key.into()).or_insert_with(&mut new);
        for name in [&row.name_ar, &row.name_fr].into_iter().flatten() {
            for word in spelling::wanted(name) {
                keys.extend(spelling::skeleton(&word).map(|bones| key(&format!("{BONES}{bones}"))));
                keys.push(key(spelling::without_article(&word)));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys.into()
    }

    /// The words of names that look like this one, the likest first. Numbers look alike without being meant.
    pub(crate) fn near(&self, word: &str, count: usize) -> Vec<String> {
        let furthest = if word.chars().count() < 5 { 1 } else { 2 };
        let words = self.keys.range(Box::<str>::from(WORDS)..);
        let words = words.filter_map(|(key, number)| Some((key, self.found.get(*number as usize)?)));
        let words = words.filter(|(_, rows)| !rows.is_empty());
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

/// A number as people may type it, without marks between and capitals.
fn letters_and_digits(number: &str) -> Box<str> {
    spelling::words(number).concat().into()
}
