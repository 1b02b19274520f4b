//! Proof: the chain is whole, and the ledger is what the journal implies.
//!
//! First the journal and the ledger are read side by side; then the subjects are folded one by one, by as many threads as there
//! are processors. A subject's state thus lives for a moment only: what stays in memory are packed acts and entries.

use std::{
    fmt,
    num::NonZero,
    sync::{Mutex, PoisonError},
    thread::{self, ScopedJoinHandle},
};

use db::Conn;
use hashbrown::{HashMap, HashSet};
use kernel::Date;

use crate::{
    Cell, Day, Entry, Error, Hash, Head, Ledger, MeasureId, Schema,
    act::Written,
    fold::Replay,
    ledger::Inner,
    packed::Packed,
    posting::{Booked, unpack},
    schema::Scope,
    store,
};

/// What was found right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries follow from the acts.
    pub entries: usize,
    /// The end of the journal.
    pub head: Head,
}

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// An act is not the next link of the chain: it, or the one before it, was changed, removed or swapped.
    Chain {
        /// Its place in the journal.
        seq: i64,
        /// What does not fit.
        what: String,
    },
    /// The entries of an act are not those that follow from the journal.
    Ledger {
        /// The act's place in the journal.
        seq: i64,
        /// What the journal implies and what the ledger holds.
        what: String,
    },
    /// A half of a cell is not where it was when it was made.
    Cell {
        /// The table that holds it: `cell` or `part`.
        table: &'static str,
        /// Its number.
        number: i64,
        /// What does not fit.
        what: String,
    },
}

/// An entry as it is compared: measure, day, cell, amount. A measure or cell that does not exist equals none of the fold's.
type Plain = (Option<MeasureId>, Day, Option<Cell>, i64);

/// What the ledger holds.
struct Holdings {
    /// The halves of cells of both scopes, in the order of their numbers.
    halves: [Vec<Cell>; 2],
    /// The entries of all acts, packed, in the order of the journal.
    postings: Vec<u8>,
    /// For each act, where its entries end.
    ends: Vec<usize>,
}

/// The acts of a subject.
type Life = (String, Packed);

/// Why a proof ends before its end.
enum Stop {
    Found(Difference),
    Failed(Error),
}

/// Acts read between two words of progress.
const STRIDE: i64 = 2048;

/// Subjects that a thread folds at a time.
const SHARE: usize = 256;

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<db::Error> for Stop {
    fn from(error: db::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Difference> for Stop {
    fn from(difference: Difference) -> Self {
        Self::Found(difference)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chain { seq, what } => write!(f, "act {seq} breaks the chain: {what}"),
            Self::Ledger { seq, what } => write!(f, "the entries of act {seq} are not what it implies: {what}"),
            Self::Cell { table, number, what } => write!(f, "{table} {number} is not what it was: {what}"),
        }
    }
}

impl Ledger {
    /// Recomputes the chain, folds every subject again after each of its acts and compares with the ledger. Gives the first
    /// difference: of the chain, else of the ledger. `progress` is told how many acts are read.
    ///
    /// # Errors
    /// When the database cannot, or a cell's row is not readable.
    pub fn verify(&self, mut progress: impl FnMut(i64)) -> Result<Result<Verified, Difference>, Error> {
        match prove(self.inner(), &mut progress) {
            Ok(verified) => Ok(Ok(verified)),
            Err(Stop::Found(difference)) => Ok(Err(difference)),
            Err(Stop::Failed(error)) => Err(error),
        }
    }
}

fn prove(inner: &Inner, progress: &mut impl FnMut(i64)) -> Result<Verified, Stop> {
    let (head, halves) = start(inner)?;
    let (lives, holdings) = thread::scope(|scope| {
        let holdings = scope.spawn(move || read_postings(inner, head, halves));
        let lives = read_journal(inner, head, progress);
        (lives, joined(holdings))
    });
    let lives = lives?;
    let entries = fold_and_compare(inner, &lives, &holdings??)?;
    Ok(Verified { entries, head })
}

/// Where the journal ends, and the halves of cells, as they are at one moment.
fn start(inner: &Inner) -> Result<(Head, [Vec<Cell>; 2]), Stop> {
    inner.db.read(|conn| {
        let head = match store::head(conn) {
            Err(Error::Broken(what)) => return Err(Difference::Chain { seq: 0, what }.into()),
            head => head?,
        };
        let posted = store::last_posted(conn)?;
        if posted > head.seq {
            let what = format!("the journal ends with act {}", head.seq);
            return Err(Difference::Ledger { seq: posted, what }.into());
        }
        let [subjects, parts] = Scope::ALL.map(|scope| halves(conn, inner, scope));
        Ok((head, [subjects?, parts?]))
    })
}

/// The halves of a scope, numbered 1, 2, 3 … and each there once.
fn halves(conn: &mut Conn, inner: &Inner, scope: Scope) -> Result<Vec<Cell>, Stop> {
    let (mut halves, mut seen) = (Vec::new(), HashSet::new());
    let table = store::halves_table(scope);
    store::for_each_half(conn, &inner.schema, scope, i64::MIN, |number, half| {
        let wrong = |what| Err(Difference::Cell { table, number, what }.into());
        let next = halves.len() as i64 + 1;
        if number != next {
            return wrong(format!("{table} {next} is missing before it"));
        }
        if !seen.insert(half) {
            return wrong(format!("the same {table} is there before it"));
        }
        halves.push(half);
        Ok::<_, Stop>(())
    })?;
    Ok(halves)
}

/// Reads the acts up to `head`, checks each link, and keeps them by subject.
fn read_journal(inner: &Inner, head: Head, progress: &mut impl FnMut(i64)) -> Result<Vec<Life>, Stop> {
    let mut lives: HashMap<String, Packed> = HashMap::new();
    let mut last = Head::EMPTY;
    inner.db.read(|conn| {
        store::for_each_written(conn, i64::MIN, head.seq, |written, stored| {
            let effective_on;
            (last, effective_on) = link(last, &written, stored)?;
            // Who recorded it, from what, and its hash play no part in what it implies.
            let past = Head { hash: Hash::ZERO, ..last };
            let texts = [Some(written.kind), Some(""), None, Some(written.body)];
            lives.entry_ref(written.subject).or_default().add(past, effective_on, written.voids, texts);
            if last.seq % STRIDE == 0 {
                progress(last.seq);
            }
            Ok::<_, Stop>(())
        })
    })?;
    if last != head {
        let what = format!("the journal ends with act {} and should end with act {}", last.seq, head.seq);
        return Err(Difference::Chain { seq: last.seq, what }.into());
    }
    progress(last.seq);
    Ok(lives.into_iter().collect())
}

/// One link of the chain: the act as stored must follow the last one and carry the right hash. Gives the chain's new end, and
/// when the act took effect.
fn link(last: Head, written: &Written<'_>, stored: &str) -> Result<(Head, Option<Date>), Difference> {
    let seq = written.seq;
    let wrong = |what: String| Difference::Chain { seq, what };
    if seq != last.seq + 1 {
        return Err(wrong(format!("act {} is missing before it", last.seq + 1)));
    }
    let hash = written.hash(last.hash);
    if hash.digits() != *stored.as_bytes() {
        return Err(wrong(format!("its hash should be {hash} and is {stored}")));
    }
    let (effective_on, recorded_at) = written.times().map_err(wrong)?;
    if recorded_at < last.recorded_at {
        return Err(wrong("it was recorded before the act before it".into()));
    }
    Ok((Head { seq, hash, recorded_at }, effective_on))
}

/// Reads what the acts up to `head` post.
fn read_postings(inner: &Inner, head: Head, halves: [Vec<Cell>; 2]) -> Result<Holdings, Stop> {
    let acts = usize::try_from(head.seq).unwrap_or(0);
    // Some forty bytes an act are common. Room that is not used is never touched and costs nothing, unlike growing.
    let (mut postings, mut ends) = (Vec::with_capacity(64 * acts), Vec::with_capacity(acts));
    inner.db.read(|conn| {
        store::for_each_posting(conn, i64::MIN, head.seq, |seq, entries| {
            let before = usize::try_from(seq - 1).map_err(|_| {
                let what = "there is no such act, and the ledger holds entries for it".to_owned();
                Difference::Ledger { seq, what }
            })?;
            ends.resize(before, postings.len());
            postings.extend_from_slice(entries);
            ends.push(postings.len());
            Ok::<_, Stop>(())
        })
    })?;
    ends.resize(acts, postings.len());
    Ok(Holdings { halves, postings, ends })
}

impl Holdings {
    /// The entries of an act; none in the place of the first that is not readable.
    fn of(&self, seq: i64) -> impl Iterator<Item = Option<Booked<'_>>> {
        let end = |seq: i64| usize::try_from(seq - 1).ok().and_then(|index| self.ends.get(index)).copied().unwrap_or(0);
        unpack(self.postings.get(end(seq - 1)..end(seq)).unwrap_or_default())
    }

    /// The cell that two halves make; none if one of them does not exist.
    fn cell(&self, numbers: [u32; 2]) -> Option<Cell> {
        let [subjects, parts] = &self.halves;
        let [subject, part] = numbers.map(|number| (number as usize).wrapping_sub(1));
        Some(subjects.get(subject)?.join(parts.get(part)?))
    }

    /// Whether what the ledger holds is this entry of the fold.
    fn is(&self, booked: &Booked<'_>, entry: &Entry, schema: &Schema) -> bool {
        (booked.on, booked.amount) == (entry.on, entry.amount)
            && schema.describe(entry.measure).is_some_and(|measure| measure.code == booked.measure)
            && self.cell(booked.halves) == Some(entry.cell)
    }
}

/// Folds all subjects, on all processors, and gives back how many entries they imply. What it finds is the first act whose
/// entries are not those that it implies.
fn fold_and_compare(inner: &Inner, lives: &[Life], holdings: &Holdings) -> Result<usize, Stop> {
    let shares = Mutex::new(lives.chunks(SHARE));
    let share = || shares.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        let (mut entries, mut first) = (0, None);
        for life in std::iter::from_fn(share).flatten() {
            match compare(inner, life, holdings) {
                Ok(count) => entries += count,
                Err(found) => first = first.into_iter().chain([found]).min(),
            }
        }
        (entries, first)
    };
    let done = thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, NonZero::get);
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(joined).collect::<Result<Vec<_>, _>>()
    })?;
    match done.iter().filter_map(|(_, found)| found.as_ref()).min() {
        Some((seq, what)) => Err(Difference::Ledger { seq: *seq, what: what.clone() }.into()),
        None => Ok(done.iter().map(|(entries, _)| entries).sum()),
    }
}

fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> Result<T, Error> {
    thread.join().map_err(|_| Error::Broken("a thread of the proof died".into()))
}

/// How many entries a subject implies; else the first act whose entries are not those that it implies, and what does not fit.
fn compare(inner: &Inner, (subject, packed): &Life, holdings: &Holdings) -> Result<usize, (i64, String)> {
    let acts = packed.acts(subject);
    let kind = inner.kind_of(subject).map_err(Error::from);
    let mut replay = Replay::default();
    let mut entries = 0;
    for (act, count) in acts.iter().zip(1..) {
        let implied = kind
            .as_ref()
            .map_err(Error::to_string)
            .and_then(|kind| replay.post(&*kind.subjects, acts.get(..count).unwrap_or_default()));
        match implied.map(|implied| (implied.len(), differ(inner, implied, holdings, act.seq))) {
            Ok((count, None)) => entries += count,
            Ok((_, Some(what))) | Err(what) => return Err((act.seq, what)),
        }
    }
    Ok(entries)
}

/// What the ledger holds for an act and should not, or should and does not.
fn differ(inner: &Inner, implied: &[Entry], holdings: &Holdings, seq: i64) -> Option<String> {
    // Nearly all come in the order in which they were posted.
    let mut held = holdings.of(seq);
    let in_order = implied
        .iter()
        .all(|entry| held.next().flatten().is_some_and(|booked| holdings.is(&booked, entry, &inner.schema)));
    if in_order && held.next().is_none() {
        return None;
    }
    let Some(held) = holdings.of(seq).collect::<Option<Vec<_>>>() else {
        return Some("what the ledger holds is not readable".to_owned());
    };
    let mut implied: Vec<Plain> = implied.iter().map(plain).collect();
    let measure = |code| inner.schema.measure(code);
    let mut held: Vec<Plain> = held
        .iter()
        .map(|booked| (measure(booked.measure), booked.on, holdings.cell(booked.halves), booked.amount))
        .collect();
    implied.sort_unstable();
    held.sort_unstable();
    if implied == held {
        return None;
    }
    let only = |these: &[Plain], those: &[Plain]| {
        let shown = these.iter().find(|entry| !those.contains(entry));
        shown.map_or_else(|| "nothing".to_owned(), |entry| show(inner, entry))
    };
    Some(format!("the journal implies {}, the ledger holds {}", only(&implied, &held), only(&held, &implied)))
}

/// An entry of the fold as it is compared.
fn plain(entry: &Entry) -> Plain {
    (Some(entry.measure), entry.on, Some(entry.cell), entry.amount)
}

fn show(inner: &Inner, (measure, on, cell, amount): &Plain) -> String {
    let on = on.text().unwrap_or_else(|| "an unknown day".into());
    let schema = &inner.schema;
    let measure = measure.and_then(|id| schema.describe(id)).map_or("of an unknown measure", |measure| measure.code);
    let cell = cell.map_or_else(
        || "a cell that does not exist".to_owned(),
        |cell| {
            let values = schema.dimensions().iter().enumerate().filter_map(|(index, dimension)| {
                Some(format!("{}={}", dimension.code, schema.codes().text(cell.get(index)?)))
            });
            values.collect::<Vec<_>>().join(" ")
        },
    );
    format!("{amount} {measure} on {on} in {cell}")
}
