//! The directory: cooperatives found by name, activity and place, with counts for every way to look closer.
//!
//! It is an index in memory of the table `cooperative`, taken in at first use and kept up with the journal.

mod alike;
mod facet;
mod index;
pub(crate) mod spelling;
#[cfg(test)]
mod tests;

use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeMap,
    sync::{PoisonError, RwLock},
};

use fixedbitset::FixedBitSet;
use kernel::{Date, Names};
use ledger::{Error, Ledger, store as journal};
use web::{App, Messages};

use crate::store;
pub use alike::{Likeness, likeness};
pub use facet::Facet;
use index::{Fits, Index, Number};

/// How many times as common as the rarest word others are looked up too: reading one row from a list takes so much less than asking
/// whether a word fits it.
const NOT_MUCH_MORE: usize = 16;

/// The directory of a register.
#[derive(Default)]
pub struct Directory(RwLock<Held>);

#[derive(Default)]
struct Held {
    index: Index,
    /// The last act that has been taken in.
    seen: i64,
}

/// Which cooperatives are looked for: all that fit everything that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What somebody has typed.
    pub text: String,
    /// For each facet, the value that is wanted.
    pub only: BTreeMap<Facet, String>,
    /// Whether those that have left the register are left out, as long as no status is wanted.
    pub present: bool,
    /// Where the last page ended.
    pub after: Option<String>,
    /// The most cooperatives of a page.
    pub limit: usize,
    /// The facets whose values are counted.
    pub counted: Vec<Facet>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many fit.
    pub total: usize,
    /// Those of this page, the best first.
    pub lines: Vec<Line>,
    /// Where the next page begins; none if this is the last.
    pub next: Option<String>,
    /// For each facet that is counted, how many there are of each value if its own filter is left out.
    pub facets: BTreeMap<Facet, BTreeMap<String, usize>>,
    /// What might have been meant, if nothing fits.
    pub near: Vec<String>,
}

/// A cooperative of the directory. A code that nobody knows is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its register number.
    pub number: String,
    /// Its name in Arabic.
    pub name_ar: Option<String>,
    /// Its name in French.
    pub name_fr: Option<String>,
    /// Its ICE.
    pub ice: Option<String>,
    /// The code of its type.
    pub cooperative_type: Option<String>,
    /// The code of its level.
    pub level: Option<String>,
    /// The code of its sector.
    pub sector: Option<String>,
    /// The code of its branch, as `SECTOR.BRANCH`.
    pub branch: Option<String>,
    /// The code of the place of its seat.
    pub place: Option<String>,
    /// In a demo country, whether it exists outside it: `real` or `synthetic`.
    pub origin: Option<String>,
    /// Its status, `removed` if it has left the register.
    pub status: Option<String>,
    /// The day it was registered.
    pub registered_on: Option<Date>,
    /// The day it left the register.
    pub removed_on: Option<Date>,
    /// How many members it has.
    pub members: Option<i64>,
    /// Whether all members are women: `yes` or `no`.
    pub womens: Option<String>,
    /// Whether all members are under 35: `yes` or `no`.
    pub youth: Option<String>,
}

impl Found {
    /// How many of those that fit lie in each commune, if these are counted: the facet also counts those that miss a filter on
    /// communes.
    pub fn communes(&self, wanted: &Wanted) -> impl Iterator<Item = (&str, usize)> {
        let only = wanted.only.get(&Facet::Commune).cloned();
        let counts = self.facets.get(&Facet::Commune).into_iter().flatten();
        let counts = counts.map(|(code, count)| (code.as_str(), *count));
        counts.filter(move |(code, _)| only.as_ref().is_none_or(|only| only == code))
    }
}

/// What orders a page: how well it fits, then the newest first, then by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a>(Reverse<usize>, Reverse<Option<Date>>, &'a str);

impl Key<'_> {
    /// The key as an address carries it.
    fn token(&self) -> String {
        let Self(Reverse(fit), Reverse(day), number) = self;
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        format!("{fit}~{day}~{number}")
    }

    fn read(token: &str) -> Option<Key<'_>> {
        let mut parts = token.splitn(3, '~');
        let (fit, day, number) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?);
        let day = if day.is_empty() { None } else { Some(kernel::read_day(day).ok()?) };
        Some(Key(Reverse(fit), Reverse(day), number))
    }
}

impl Directory {
    /// Takes in what has been recorded since the last time.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn refresh(&self, ledger: &Ledger) -> Result<(), Error> {
        ledger.refresh()?;
        let (head, today, territory) = {
            let (projection, today) = (ledger.projection(), ledger.today());
            let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if held.seen == projection.head() && held.index.is_of(today, projection.territory()) {
                return Ok(());
            }
            (projection.head(), today, projection.territory().clone())
        };
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let held = &mut *held;
        ledger.db().read(|conn| -> Result<_, Error> {
            let voids = journal::voids_after(conn, held.seen)?;
            let last = store::changed(conn, held.seen, |listed| held.index.put(&listed))?;
            held.seen = head.max(last);
            // A registration that was voided leaves no row behind.
            if voids && store::count(conn)? != held.index.rows.len() as i64 {
                *held = Held { seen: held.seen, ..Held::default() };
                store::changed(conn, 0, |listed| held.index.put(&listed))?;
            }
            Ok(())
        })?;
        if !held.index.is_of(today, &territory) {
            let terms = ledger.db().read(journal::terms)?;
            let products = crate::reference::products().unwrap_or_default();
            held.index.place(today, &territory, &[terms, products].concat());
        }
        Ok(())
    }

    /// The cooperatives that are wanted, with everything that is recorded by now.
    ///
    /// # Errors
    /// When the database cannot.
    pub(crate) fn find(app: &App, wanted: &Wanted) -> Result<Found, Error> {
        let directory = app.memory::<Self>();
        directory.refresh(&app.ledger)?;
        Ok(directory.search(wanted))
    }

    /// The cooperatives whose name could be taken for one of these, as [`Directory::alike`], with everything that is recorded by
    /// now.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn look_alike(app: &App, names: &[&str], limit: usize) -> Result<Vec<(Likeness, Line)>, Error> {
        let directory = app.memory::<Self>();
        directory.refresh(&app.ledger)?;
        Ok(directory.alike(names, limit))
    }

    /// What a cooperative is called in the language of a page; its number if it has no name.
    pub(crate) fn name(&self, t: &Messages, number: &str) -> String {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let row = held.index.id(number).and_then(|row| held.index.rows.get(row as usize));
        let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
        let names = row.map(|row| Names { ar: text(&row.name_ar), fr: text(&row.name_fr), en: None });
        let name = names.as_ref().and_then(|names| t.name(names));
        name.map_or_else(|| number.to_owned(), |(_, name)| name.to_owned())
    }

    /// The cooperatives that are wanted.
    pub fn search(&self, wanted: &Wanted) -> Found {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        search(&held.index, wanted)
    }
}

fn search(index: &Index, wanted: &Wanted) -> Found {
    let numbered = index.numbered(&wanted.text);
    // Whoever types a number means that one.
    let words = if numbered.is_empty() { spelling::wanted(&wanted.text) } else { Vec::new() };
    let fits: Vec<_> = words.iter().map(|word| index.fit(word)).collect();
    // A value that nothing has fits nobody: `u32::MAX` is no number.
    let filters = wanted.only.iter().map(|(facet, code)| (*facet, index.codes.find(code).unwrap_or(u32::MAX)));
    let filters: Vec<_> = filters.collect();
    let removed =
        index.codes.find(store::REMOVED).filter(|_| wanted.present && !wanted.only.contains_key(&Facet::Status));
    let mut counts = vec![vec![0_u32; index.codes.len().max(1)]; wanted.counted.len()];
    let mut fitting = Vec::new();
    let (rows, unasked) = candidates(index, &numbered, &fits);
    let all: Vec<_> = fits.iter().collect();
    let look = |row: usize| {
        let Some(values) = index.values.get(row) else { return };
        let filtered = filters.iter().filter(|(facet, only)| facet.of_row(values) != *only);
        let gone = removed.filter(|removed| Facet::Status.of_row(values) == *removed).map(|_| Facet::Status);
        let mut misses = filtered.map(|(facet, _)| *facet).chain(gone);
        let missed = match (misses.next(), misses.next()) {
            (None, _) => None,
            (Some(facet), None) => Some(facet),
            _ => return,
        };
        // How well a row fits is asked only for those that are shown.
        let asked = if missed.is_none() { &all } else { &unasked };
        let Some(fit) = asked.iter().map(|fits| index.fit_of(fits, row)).sum::<Option<usize>>() else { return };
        // A facet's own filter does not count for it: who misses that one alone is counted there.
        for (facet, counts) in wanted.counted.iter().zip(&mut counts) {
            if missed.is_none_or(|missed| missed == *facet)
                && let Some(count) = counts.get_mut(facet.of_row(values) as usize)
            {
                *count += 1;
            }
        }
        if missed.is_none() {
            fitting.push((fit, row));
        }
    };
    rows.ones().for_each(look);
    let total = fitting.len();
    let (page, next) = page(index, wanted, fitting);
    let lines = page.into_iter().filter_map(|row| line(index, row)).collect();
    let named = |counts: &[u32]| {
        let counted = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        counted
            .map(|(number, count)| (index.codes.text(number as Number).to_owned(), *count as usize))
            .collect::<BTreeMap<_, _>>()
    };
    let facets = wanted.counted.iter().zip(&counts).map(|(facet, counts)| (*facet, named(counts))).collect();
    let near = if total == 0 { near(index, &words, &fits) } else { Vec::new() };
    Found { total, lines, next, facets, near }
}

/// The rows that may be meant, and the words for which each is still to be asked. What all words fit, the rarest of them fits; words
/// that are not much more common are looked up too, for that takes less time than asking row by row.
fn candidates<'a>(index: &Index, numbered: &[u32], fits: &'a [Fits]) -> (FixedBitSet, Vec<&'a Fits>) {
    let mut rows = FixedBitSet::with_capacity(index.rows.len());
    let Some(rarest) = fits.iter().min_by_key(|fits| fits.rows) else {
        match numbered {
            [] => rows.insert_range(..),
            _ => rows.extend(numbered.iter().map(|row| *row as usize)),
        }
        return (rows, Vec::new());
    };
    let (near, far): (Vec<_>, Vec<_>) = fits.iter().partition(|fits| fits.rows <= NOT_MUCH_MORE * rarest.rows);
    rows.insert_range(..);
    near.iter().for_each(|fits| rows.intersect_with(&index.rows_of(fits)));
    (rows, far)
}

/// The first of the rows that fit so well, behind where the last page ended, and where the next one begins.
fn page(index: &Index, wanted: &Wanted, fitting: Vec<(usize, usize)>) -> (Vec<usize>, Option<String>) {
    let number = |row: usize| index.rows.get(row).map_or("", |row| &*row.number);
    let day = |row: usize| index.days.get(row).copied().flatten();
    let keyed = |(fit, row)| ((Reverse(fit), Reverse(day(row))), row);
    let mut keys: Vec<_> = fitting.into_iter().map(keyed).collect();
    // Numbers lie far apart in memory: they are read only where the rest is alike.
    let order = |(one, row): &(_, usize), (other, other_row): &(_, usize)| -> Ordering {
        Ord::cmp(one, other).then_with(|| number(*row).cmp(number(*other_row)))
    };
    let key = |((fit, day), row): &((Reverse<usize>, Reverse<Option<Date>>), usize)| Key(*fit, *day, number(*row));
    if let Some(after) = wanted.after.as_deref().and_then(Key::read) {
        keys.retain(|one| after < key(one));
    }
    let more = keys.len() > wanted.limit;
    if more {
        keys.select_nth_unstable_by(wanted.limit, order);
        keys.truncate(wanted.limit);
    }
    keys.sort_unstable_by(order);
    let next = keys.last().filter(|_| more).map(|last| key(last).token());
    (keys.into_iter().map(|(_, row)| row).collect(), next)
}

/// What might have been meant: each word that nobody has is exchanged for one that looks like it.
fn near(index: &Index, words: &[String], fits: &[Fits]) -> Vec<String> {
    let stranger = fits.iter().position(|fits| fits.rows == 0);
    let Some(stranger) = stranger else { return Vec::new() };
    let exchange = |near: String| {
        let mut words = words.to_vec();
        words.splice(stranger..=stranger, [near]);
        words.join(" ")
    };
    let word = words.get(stranger).map(String::as_str).unwrap_or_default();
    index.near(spelling::without_article(word), 5).into_iter().map(exchange).collect()
}

/// The cooperative of a row.
fn line(index: &Index, row: usize) -> Option<Line> {
    let (values, registered_on) = (index.values.get(row)?, *index.days.get(row)?);
    let row = index.rows.get(row)?;
    let code = |number| Some(number).filter(|number| *number > 0).map(|number| index.codes.text(number).to_owned());
    let value = |facet: Facet| code(facet.of_row(values));
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    Some(Line {
        number: row.number.to_string(),
        name_ar: text(&row.name_ar),
        name_fr: text(&row.name_fr),
        ice: text(&row.ice),
        cooperative_type: code(row.kind),
        level: code(row.level),
        sector: value(Facet::Sector),
        branch: value(Facet::Branch),
        place: code(row.place),
        origin: value(Facet::Origin),
        status: value(Facet::Status),
        registered_on,
        removed_on: row.removed_on,
        members: row.members,
        womens: value(Facet::Womens),
        youth: value(Facet::Youth),
    })
}
