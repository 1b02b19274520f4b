//! The directory: cooperatives found by name, activity and place, with counts for every way to look closer.
//!
//! It is an index in memory of the table `cooperative`, taken in at first use and kept up with the journal.

mod index;
mod spelling;
#[cfg(test)]
mod tests;

use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeMap,
    sync::{PoisonError, RwLock},
};

use kernel::{Date, Level};
use ledger::{Error, Ledger, store as journal};
use web::App;

use crate::store;
use index::{Index, Number, Row};

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
}

/// A way to look closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The region of the seat.
    Region,
    /// The delegation of the seat.
    Delegation,
    /// The province of the seat.
    Province,
    /// The commune of the seat.
    Commune,
    /// The sector.
    Sector,
    /// The branch.
    Branch,
    /// The status, `removed` for those that have left the register.
    Status,
    /// Whether all members are women.
    Womens,
    /// Whether all members are under 35.
    Youth,
    /// The year of registration.
    Year,
    /// In a demo country, whether it exists outside it.
    Origin,
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
    /// For each facet, how many there are of each value if its own filter is left out.
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

impl Facet {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Region,
        Self::Delegation,
        Self::Province,
        Self::Commune,
        Self::Sector,
        Self::Branch,
        Self::Status,
        Self::Womens,
        Self::Youth,
        Self::Year,
        Self::Origin,
    ];

    /// Its code, as in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Delegation => "delegation",
            Self::Province => "province",
            Self::Commune => "commune",
            Self::Sector => "sector",
            Self::Branch => "branch",
            Self::Status => "status",
            Self::Womens => "womens",
            Self::Youth => "youth",
            Self::Year => "year",
            Self::Origin => "origin",
        }
    }

    /// The facet of a level of the territory.
    pub const fn of(level: Level) -> Option<Self> {
        match level {
            Level::Country => None,
            Level::Region => Some(Self::Region),
            Level::Delegation => Some(Self::Delegation),
            Level::Province => Some(Self::Province),
            Level::Commune => Some(Self::Commune),
        }
    }

    /// The level of the territory whose facet it is.
    pub fn level(self) -> Option<Level> {
        Level::ALL.into_iter().find(|level| Self::of(*level) == Some(self))
    }

    /// The values that it can have, where these are few and always the same.
    pub(crate) const fn choices(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Status => Some(&store::STATUSES),
            Self::Womens | Self::Youth => Some(&["yes", "no", ledger::UNKNOWN]),
            Self::Origin => Some(&["real", "synthetic"]),
            _ => None,
        }
    }

    /// The values of a row, in the order of [`Facet::ALL`].
    fn values(index: &Index, row: &Row) -> [Number; 11] {
        let [region, delegation, province, commune] = index.within(row);
        let Row { sector, branch, status, womens, youth, year, origin, .. } = *row;
        [region, delegation, province, commune, sector, branch, status, womens, youth, year, origin]
    }
}

impl Found {
    /// How many of those that fit lie in each commune: the facet also counts those that miss a filter on communes.
    pub fn communes(&self, wanted: &Wanted) -> impl Iterator<Item = (&str, usize)> {
        let only = wanted.only.get(&Facet::Commune).cloned();
        let counts = self.facets.get(&Facet::Commune).into_iter().flatten();
        let counts = counts.map(|(code, count)| (code.as_str(), *count));
        counts.filter(move |(code, _)| only.as_ref().is_none_or(|only| only == code))
    }
}

/// Where the status stands among the facets.
const STATUS: usize = 6;

/// What orders a page: how well it fits, then the newest first, then by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a>(Reverse<u32>, Reverse<Option<Date>>, &'a str);

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
        let terms = ledger.db().read(|conn| -> Result<_, Error> {
            let last = store::changed(conn, held.seen, |listed| held.index.put(&listed))?;
            held.seen = head.max(last);
            // A registration that was voided leaves no row behind.
            if store::count(conn)? != held.index.rows.len() as i64 {
                *held = Held { seen: held.seen, ..Held::default() };
                store::changed(conn, 0, |listed| held.index.put(&listed))?;
            }
            journal::terms(conn)
        })?;
        if !held.index.is_of(today, &territory) {
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

    /// The cooperatives that are wanted.
    pub fn search(&self, wanted: &Wanted) -> Found {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        search(&held.index, wanted)
    }
}

fn search(index: &Index, wanted: &Wanted) -> Found {
    let words = spelling::wanted(&wanted.text);
    let fits: Vec<_> = words.iter().map(|word| index.fit(word)).collect();
    // A value that nothing has fits nobody: `u32::MAX` is no number.
    let only = Facet::ALL.map(|facet| wanted.only.get(&facet).map(|code| index.codes.find(code).unwrap_or(u32::MAX)));
    let removed =
        index.codes.find(store::REMOVED).filter(|_| wanted.present && !wanted.only.contains_key(&Facet::Status));
    let after = wanted.after.as_deref().and_then(Key::read);
    let mut counts = Facet::ALL.map(|_| vec![0_usize; index.codes.len().max(1)]);
    let mut keys = Vec::new();
    let mut total = 0;
    for (id, row) in index.rows.iter().enumerate() {
        let Some(fit) = fit(&fits, id) else { continue };
        let values = Facet::values(index, row);
        let is_gone = removed == Some(row.status);
        let misses = values.iter().zip(&only).enumerate();
        let mut misses = misses.filter(|(facet, (value, only))| match only {
            Some(only) => only != *value,
            None => is_gone && *facet == STATUS,
        });
        let missed = match (misses.next(), misses.next()) {
            (None, _) => None,
            (Some((facet, _)), None) => Some(facet),
            _ => continue,
        };
        // A facet's own filter does not count for it: who misses that one alone is counted there.
        for (facet, (value, counts)) in values.iter().zip(&mut counts).enumerate() {
            if missed.is_none_or(|missed| missed == facet)
                && let Some(count) = counts.get_mut(*value as usize)
            {
                *count += 1;
            }
        }
        if missed.is_none() {
            total += 1;
            let key = Key(Reverse(fit), Reverse(row.registered_on), &row.number);
            if after.is_none_or(|after| after < key) {
                keys.push((key, row));
            }
        }
    }
    let (page, next) = page(keys, wanted.limit);
    let named = |counts: &[usize]| {
        let counted = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        counted
            .map(|(number, count)| (index.codes.text(number as Number).to_owned(), *count))
            .collect::<BTreeMap<_, _>>()
    };
    let facets: BTreeMap<_, _> = Facet::ALL.into_iter().zip(counts.iter().map(|counts| named(counts))).collect();
    let near = if total == 0 { near(index, &words, &fits) } else { Vec::new() };
    Found { total, lines: page.into_iter().map(|row| line(index, row)).collect(), next, facets, near }
}

/// How well a row fits all words; none if it does not fit one of them.
fn fit(fits: &[Vec<index::Fit>], id: usize) -> Option<u32> {
    fits.iter().map(|fits| fits.get(id).copied().filter(|fit| *fit > 0).map(u32::from)).sum()
}

/// The first rows by their keys, and where the next page begins.
fn page<'a>(mut keys: Vec<(Key<'a>, &'a Row)>, limit: usize) -> (Vec<&'a Row>, Option<String>) {
    let order = |one: &(Key<'_>, &Row), other: &(Key<'_>, &Row)| -> Ordering { one.0.cmp(&other.0) };
    let more = keys.len() > limit;
    if more {
        keys.select_nth_unstable_by(limit, order);
        keys.truncate(limit);
    }
    keys.sort_unstable_by(order);
    let next = keys.last().filter(|_| more).map(|(key, _)| key.token());
    (keys.into_iter().map(|(_, row)| row).collect(), next)
}

/// What might have been meant: each word that nobody has is exchanged for one that looks like it.
fn near(index: &Index, words: &[String], fits: &[Vec<index::Fit>]) -> Vec<String> {
    let stranger = fits.iter().position(|fits| fits.iter().all(|fit| *fit == 0));
    let Some(stranger) = stranger else { return Vec::new() };
    let exchange = |near: String| {
        let mut words = words.to_vec();
        words.splice(stranger..=stranger, [near]);
        words.join(" ")
    };
    let word = words.get(stranger).map(String::as_str).unwrap_or_default();
    index.near(spelling::without_article(word), 5).into_iter().map(exchange).collect()
}

fn line(index: &Index, row: &Row) -> Line {
    let code = |number| Some(number).filter(|number| *number > 0).map(|number| index.codes.text(number).to_owned());
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    Line {
        number: row.number.to_string(),
        name_ar: text(&row.name_ar),
        name_fr: text(&row.name_fr),
        ice: text(&row.ice),
        cooperative_type: code(row.kind),
        level: code(row.level),
        sector: code(row.sector),
        branch: code(row.branch),
        place: code(row.place),
        origin: code(row.origin),
        status: code(row.status),
        registered_on: row.registered_on,
        removed_on: row.removed_on,
        members: row.members,
        womens: code(row.womens),
        youth: code(row.youth),
    }
}
