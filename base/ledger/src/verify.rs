//! Proof: the chain is whole, and the ledger is what the journal implies.

use std::{
    fmt,
    sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
};

use db::Conn;
use hashbrown::{HashMap, HashSet, hash_map::EntryRef};

use crate::{
    Act, Cell, Day, Entry, Error, Head, Ledger, MeasureId,
    act::Written,
    fold::Past,
    ledger::Inner,
    schema::Scope,
    store::{self, EntryRow},
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

/// An entry as its row holds it: of which act, its number among the entries of the act, and itself.
#[derive(Clone, Copy)]
struct Held {
    seq: i64,
    line: i64,
    measure: Option<MeasureId>,
    on: Day,
    halves: [i64; 2],
    amount: i64,
}

/// The halves of cells of both scopes, in the order of their numbers.
type Halves = [Vec<Cell>; 2];

/// Rows handed from a reading thread to the folding one at a time.
const BATCH: usize = 2048;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chain { seq, what } => write!(f, "act {seq} breaks the chain: {what}"),
            Self::Ledger { seq, what } => write!(f, "the entries of act {seq} are not what it implies: {what}"),
            Self::Cell { table, number, what } => write!(f, "{table} {number} is not what it was: {what}"),
        }
    }
}

/// One thread reads the acts and checks the chain, one reads the entries, one folds.
enum FromJournal {
    Acts(Vec<Act>),
    Broken(Difference),
}

impl Ledger {
    /// Recomputes the chain, folds every subject again after each of its acts, compares with the ledger, and stops at the
    /// first difference. `progress` is told how many acts are done.
    ///
    /// # Errors
    /// When the database cannot, or a cell's row is not readable.
    pub fn verify(&self, mut progress: impl FnMut(i64)) -> Result<Result<Verified, Difference>, Error> {
        let inner = self.inner();
        let (head, halves) = match start(inner)? {
            Ok(start) => start,
            Err(difference) => return Ok(Err(difference)),
        };
        std::thread::scope(|scope| {
            let (to_fold, acts) = sync_channel(4);
            let (to_compare, entries) = sync_channel(4);
            let (give_back, given_back) = channel();
            let journal = scope.spawn(move || read_journal(inner, head, &to_fold, &given_back));
            let ledger = scope.spawn(move || read_entries(inner, head, &to_compare));
            let held = entries.into_iter().flatten();
            let folded = fold_and_compare(inner, (&acts, &give_back), held, &halves, head, &mut progress);
            // A thread that still reads stops when nobody listens any more.
            drop(acts);
            let died = || Error::Broken("a reading thread died".into());
            journal.join().map_err(|_| died())??;
            ledger.join().map_err(|_| died())??;
            folded
        })
    }
}

/// Where the journal ends, and the cells, as they are at one moment.
fn start(inner: &Inner) -> Result<Result<(Head, Halves), Difference>, Error> {
    inner.db.read(|conn| {
        let head = match store::head(conn) {
            Err(Error::Broken(what)) => return Ok(Err(Difference::Chain { seq: 0, what })),
            head => head?,
        };
        let posted = store::last_posted(conn)?;
        if posted > head.seq {
            let what = format!("the journal ends with act {}", head.seq);
            return Ok(Err(Difference::Ledger { seq: posted, what }));
        }
        let [subjects, parts] = Scope::ALL.map(|scope| halves(conn, inner, scope));
        let (subjects, parts) = (subjects?, parts?);
        Ok(subjects.and_then(|subjects| Ok((head, [subjects, parts?]))))
    })
}

/// The halves of a scope, numbered 1, 2, 3 … and each there once.
fn halves(conn: &mut Conn, inner: &Inner, scope: Scope) -> Result<Result<Vec<Cell>, Difference>, Error> {
    let (mut halves, mut seen) = (Vec::new(), HashSet::new());
    let mut wrong = None;
    let table = store::halves_table(scope);
    store::for_each_half(conn, &inner.schema, scope, i64::MIN, |number, half| {
        let next = halves.len() as i64 + 1;
        if number != next {
            wrong.get_or_insert((number, format!("{table} {next} is missing before it")));
        } else if !seen.insert(half) {
            wrong.get_or_insert((number, format!("the same {table} is there before it")));
        }
        halves.push(half);
        Ok(())
    })?;
    Ok(wrong.map_or(Ok(halves), |(number, what)| Err(Difference::Cell { table, number, what })))
}

/// Reads the acts up to `head`, checks each link and hands them on. Batches that were read come back to be let go here: memory
/// is given back the fastest by the thread that took it.
fn read_journal(
    inner: &Inner,
    head: Head,
    to: &SyncSender<FromJournal>,
    used: &Receiver<Vec<Act>>,
) -> Result<(), Error> {
    let mut batch = Vec::with_capacity(BATCH);
    let mut last = Head::EMPTY;
    let mut broken = None;
    let read = inner.db.read(|conn| {
        store::for_each_written(conn, i64::MIN, head.seq, |written, stored| {
            match link(last, written, stored) {
                Ok(act) => {
                    last = act.head();
                    batch.push(act);
                }
                Err(difference) => {
                    broken = Some(difference);
                    return Err(Error::Broken(String::new()));
                }
            }
            let full = batch.len() == BATCH;
            let sent = !full || to.send(FromJournal::Acts(std::mem::replace(&mut batch, again(used)))).is_ok();
            if sent { Ok(()) } else { Err(Error::Broken(String::new())) }
        })
    });
    let _ = to.send(FromJournal::Acts(batch));
    if let Some(difference) = broken {
        let _ = to.send(FromJournal::Broken(difference));
        return Ok(());
    }
    match read {
        Err(Error::Broken(nothing)) if nothing.is_empty() => Ok(()),
        other => other,
    }
}

/// An empty batch, one that was used if there is one.
fn again(used: &Receiver<Vec<Act>>) -> Vec<Act> {
    let mut batch = used.try_recv().unwrap_or_default();
    batch.clear();
    batch
}

/// One link of the chain: the act as stored must follow the last one and carry the right hash.
fn link(last: Head, written: Written<'_>, stored: &str) -> Result<Act, Difference> {
    let seq = written.seq;
    let wrong = |what: String| Difference::Chain { seq, what };
    if seq != last.seq + 1 {
        return Err(wrong(format!("act {} is missing before it", last.seq + 1)));
    }
    let hash = written.hash(last.hash);
    if hash.digits() != *stored.as_bytes() {
        return Err(wrong(format!("its hash should be {hash} and is {stored}")));
    }
    // Who recorded it and from what plays no part in what it implies; all acts stay in memory.
    let written = Written { author: "", document: None, ..written };
    let act = store::parse(written, hash).map_err(|error| wrong(error.to_string()))?;
    if act.recorded_at < last.recorded_at {
        return Err(wrong("it was recorded before the act before it".into()));
    }
    Ok(act)
}

/// Reads the entries and hands them on, a batch at a time.
fn read_entries(inner: &Inner, head: Head, to: &SyncSender<Vec<Held>>) -> Result<(), Error> {
    let mut batch = Vec::with_capacity(BATCH);
    let read = inner.db.read(|conn| {
        store::for_each_entry(conn, i64::MIN, head.seq, |row| {
            let EntryRow { seq, line, measure, halves, effective_on, amount } = row;
            // A day that is not readable equals no day that the fold gives.
            let on = Day::read(effective_on).unwrap_or(Day(i32::MIN + 1));
            batch.push(Held { seq, line, measure: inner.schema.measure(measure), on, halves, amount });
            let full = batch.len() == BATCH;
            let sent = !full || to.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))).is_ok();
            if sent { Ok(()) } else { Err(Error::Broken(String::new())) }
        })
    });
    let _ = to.send(batch);
    match read {
        Err(Error::Broken(nothing)) if nothing.is_empty() => Ok(()),
        other => other,
    }
}

impl Held {
    /// Whether it is this entry of the fold.
    fn is(&self, entry: &Entry, halves: &Halves) -> bool {
        (self.measure, self.on, self.amount) == (Some(entry.measure), entry.on, entry.amount)
            && cell(halves, self.halves) == Some(entry.cell)
    }

    fn plain(&self, halves: &Halves) -> Plain {
        (self.measure, self.on, cell(halves, self.halves), self.amount)
    }
}

/// The cell that two halves make; none if one of them does not exist.
fn cell([subjects, parts]: &Halves, [subject, part]: [i64; 2]) -> Option<Cell> {
    let at = |halves: &[Cell], number: i64| halves.get(usize::try_from(number).ok()?.checked_sub(1)?).copied();
    Some(at(subjects, subject)?.join(&at(parts, part)?))
}

fn fold_and_compare(
    inner: &Inner,
    (acts, used): (&Receiver<FromJournal>, &Sender<Vec<Act>>),
    held: impl Iterator<Item = Held>,
    halves: &Halves,
    head: Head,
    progress: &mut impl FnMut(i64),
) -> Result<Result<Verified, Difference>, Error> {
    let mut pasts: HashMap<String, Past> = HashMap::new();
    let mut held = held.peekable();
    let (mut count, mut last) = (0, Head::EMPTY);
    let mut stored: Vec<Held> = Vec::new();
    for message in acts {
        let batch = match message {
            FromJournal::Broken(difference) => return Ok(Err(difference)),
            FromJournal::Acts(batch) => batch,
        };
        for act in &batch {
            last = act.head();
            let seq = act.seq;
            stored.clear();
            while let Some(entry) = held.next_if(|entry| entry.seq <= seq) {
                stored.push(entry);
                let Held { seq: of, line, .. } = entry;
                if (of, line) != (seq, stored.len() as i64) {
                    let what = format!("the ledger holds entry {line} of act {of} as entry {}", stored.len());
                    return Ok(Err(Difference::Ledger { seq: of, what }));
                }
            }
            count += stored.len();
            let implied = match posted(inner, &mut pasts, act) {
                Ok(implied) => implied,
                Err(Error::Db(error)) => return Err(error.into()),
                Err(error) => return Ok(Err(Difference::Ledger { seq, what: error.to_string() })),
            };
            if let Some(what) = differ(inner, &implied, &stored, halves) {
                return Ok(Err(Difference::Ledger { seq, what }));
            }
        }
        progress(last.seq);
        // Nobody takes it back any more once all is read.
        drop(used.send(batch));
    }
    if last != head {
        let what = format!("the journal ends with act {} and should end with act {}", last.seq, head.seq);
        return Ok(Err(Difference::Chain { seq: last.seq, what }));
    }
    if let Some(Held { seq, .. }) = held.next() {
        return Ok(Err(Difference::Ledger { seq, what: "there is no such act".into() }));
    }
    Ok(Ok(Verified { entries: count, head }))
}

/// The entries that this act must have posted.
fn posted(inner: &Inner, pasts: &mut HashMap<String, Past>, act: &Act) -> Result<Vec<Entry>, Error> {
    let subjects = &*inner.kind_of(&act.subject)?.subjects;
    let past = match pasts.entry_ref(&act.subject) {
        EntryRef::Occupied(known) => known.into_mut(),
        EntryRef::Vacant(unknown) => unknown.insert(Past::of(subjects, Vec::new()).map_err(Error::Broken)?),
    };
    past.append(subjects, act).map_err(Error::Broken)
}

/// What the ledger holds for an act and should not, or should and does not.
fn differ(inner: &Inner, implied: &[Entry], held: &[Held], halves: &Halves) -> Option<String> {
    // Most come in the order in which they were posted.
    if implied.len() == held.len() && implied.iter().zip(held).all(|(entry, held)| held.is(entry, halves)) {
        return None;
    }
    let mut implied: Vec<Plain> = implied.iter().map(plain).collect();
    let mut held: Vec<Plain> = held.iter().map(|held| held.plain(halves)).collect();
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
