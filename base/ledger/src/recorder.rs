//! Recording: from drafts to acts in the journal and entries in the ledger, within one transaction.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash as _, Hasher},
};

use db::Conn;
use serde_json::value::RawValue;

use crate::{
    Act, Cell, Draft, Entry, Error, Hash, Head, Refusal,
    act::VOIDED,
    fold::{Past, State, voided},
    ledger::Inner,
    store,
};

/// The key of the lock that orders the writers of all processes on one PostgreSQL.
const JOURNAL_LOCK: i64 = 0x7477_697a;

/// Records acts within one transaction. What it recorded is kept when the transaction is.
///
/// Acts and entries are held back and written together at the end, so that an import of a million rows costs few statements.
pub struct Recorder<'a> {
    conn: &'a mut Conn,
    ledger: &'a Inner,
    memory: Memory,
    acts: Vec<Act>,
    entries: Vec<(i64, Entry, u32)>,
    new_cells: Vec<Cell>,
}

/// What a recorder may still know from the transaction before, if the journal has not moved since.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    head: Option<Head>,
    /// Cells that the projection has not taken in yet.
    cells: HashMap<Cell, u32>,
    last_cell: i64,
    pasts: HashMap<String, Past>,
    /// Digests of all subjects there are, if that is known: a subject that is not among them is new.
    subjects: Option<HashSet<u64>>,
}

/// Acts held back before they are written.
const HELD_BACK: usize = 50_000;

/// Subjects kept in memory between transactions; when there are more, all are forgotten.
const PASTS: usize = 100_000;

impl<'a> Recorder<'a> {
    pub(crate) fn start(conn: &'a mut Conn, ledger: &'a Inner, memory: Memory) -> Result<Self, Error> {
        conn.lock(JOURNAL_LOCK)?;
        let head = store::head(conn)?;
        let memory = if memory.head == Some(head) { memory } else { Memory::at(conn, ledger, head)? };
        let (acts, entries) = (Vec::new(), Vec::new());
        Ok(Self { conn, ledger, memory, acts, entries, new_cells: Vec::new() })
    }

    /// The transaction, for a slice's own tables.
    pub const fn conn(&mut self) -> &mut Conn {
        self.conn
    }

    /// Where the journal ends.
    pub fn head(&self) -> Head {
        self.memory.head.unwrap_or(Head::EMPTY)
    }

    /// The acts of a subject so far, in the order of the journal, those of this transaction included.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn acts_of(&mut self, subject: &str) -> Result<&[Act], Error> {
        Ok(self.past(subject)?.acts())
    }

    /// Where the fold of a subject stands, for the kind of subject that knows what that is.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn state_of(&mut self, subject: &str) -> Result<Option<&State>, Error> {
        Ok(self.past(subject)?.state())
    }

    /// Records an act now.
    ///
    /// # Errors
    /// The refusal, if the rules say no; nothing of this act is recorded then, and the recorder can go on.
    pub fn record(&mut self, draft: Draft) -> Result<Act, Error> {
        let now = jiff::Timestamp::from_microsecond(self.ledger.clock.now().as_microsecond());
        let recorded_at = now.unwrap_or(jiff::Timestamp::UNIX_EPOCH).max(self.head().recorded_at);
        let seen = draft.seen;
        let mut act = Act {
            seq: self.head().seq + 1,
            subject: draft.subject,
            kind: draft.kind,
            effective_on: draft.effective_on,
            recorded_at,
            author: draft.author,
            document: draft.document,
            voids: draft.voids,
            body: draft.body,
            hash: Hash::ZERO,
        };
        self.check(&act, seen)?;
        act.hash = crate::hash_of(self.head().hash, &act);
        self.append(act.clone())?;
        Ok(act)
    }

    /// Does several things or, if one of them is refused, none: the recorder is then as it was and can go on.
    ///
    /// # Errors
    /// What `all` fails with.
    pub fn attempt<T>(&mut self, all: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        if self.acts.len() >= HELD_BACK {
            self.flush()?;
        }
        let (acts, entries, cells) = (self.acts.len(), self.entries.len(), self.new_cells.len());
        let head = self.memory.head;
        let result = all(self);
        if result.is_err() {
            for act in self.acts.split_off(acts).into_iter().rev() {
                self.undo(&act)?;
            }
            self.entries.truncate(entries);
            for cell in self.new_cells.split_off(cells) {
                self.memory.cells.remove(&cell);
                self.memory.last_cell -= 1;
            }
            self.memory.head = head;
        }
        result
    }

    /// Takes an act that is not written yet out of its subject's past.
    fn undo(&mut self, act: &Act) -> Result<(), Error> {
        let kind = self.ledger.kind_of(&act.subject)?;
        let past = self.memory.pasts.get_mut(&act.subject);
        past.map_or(Ok(()), |past| past.pop(&*kind.subjects)).map_err(Error::Broken)
    }

    /// Adds an act that was recorded elsewhere, as it is.
    ///
    /// # Errors
    /// When it does not follow the journal's end, or its hash is not the next link of the chain.
    pub fn take_in(&mut self, act: Act) -> Result<(), Error> {
        let head = self.head();
        if act.seq != head.seq + 1 || act.recorded_at < head.recorded_at {
            return Err(Error::Broken(format!("act {} does not follow act {}", act.seq, head.seq)));
        }
        if crate::hash_of(head.hash, &act) != act.hash {
            return Err(Error::Broken(format!("act {} is not the next link of the chain", act.seq)));
        }
        self.append(act)
    }

    /// Refuses what the rules do not allow.
    fn check(&mut self, act: &Act, seen: Option<i64>) -> Result<(), Error> {
        legible(act)?;
        let today = self.ledger.day_of(act.recorded_at);
        if let Some(effective_on) = act.effective_on.filter(|day| *day > today) {
            return Err(Refusal::Future { effective_on, today }.into());
        }
        let ledger = self.ledger;
        let kind = ledger.kind_of(&act.subject)?;
        let past = self.past(&act.subject)?;
        let last = past.acts().last().map_or(0, |act| act.seq);
        if let Some(seen) = seen.filter(|seen| *seen != last) {
            let since = past.acts().iter().filter(|act| act.seq > seen).cloned().collect();
            return Err(Refusal::Conflict { subject: act.subject.clone(), since }.into());
        }
        if act.voids.is_some() != (act.kind == VOIDED) {
            let says = format!("an act is `{VOIDED}` if it names the act that it voids, and only then");
            return Err(Refusal::Rule { code: "ledger-void", says }.into());
        }
        if let Some(target) = act.voids {
            let refuse = |why| Err(Refusal::NotVoidable(target, why).into());
            return match past.acts().iter().find(|past| past.seq == target) {
                None => refuse("it is no act on this subject"),
                Some(_) if voided(past.acts()).contains(&target) => refuse("it is voided already"),
                Some(_) => Ok(()),
            };
        }
        Ok(past.admit(&*kind.subjects, act)?)
    }

    /// Adds an act that is checked and hashed, and posts what it changes.
    fn append(&mut self, act: Act) -> Result<(), Error> {
        let ledger = self.ledger;
        let kind = ledger.kind_of(&act.subject)?;
        let past = self.past(&act.subject)?;
        let posted = past.append(&*kind.subjects, act.clone()).map_err(Error::Broken)?;
        for entry in posted {
            let cell = self.number(entry.cell);
            self.entries.push((act.seq, entry, cell));
        }
        self.memory.head = Some(act.head());
        self.acts.push(act);
        Ok(())
    }

    /// What is known of a subject, read from the database the first time.
    fn past(&mut self, subject: &str) -> Result<&mut Past, Error> {
        if !self.memory.pasts.contains_key(subject) {
            let acts = if self.memory.is_new(subject) { Vec::new() } else { store::acts_of(self.conn, subject)? };
            let past = Past::of(&*self.ledger.kind_of(subject)?.subjects, acts).map_err(Error::Broken)?;
            self.memory.pasts.insert(subject.to_owned(), past);
        }
        self.memory.pasts.get_mut(subject).ok_or_else(|| Error::Broken("a subject was forgotten".into()))
    }

    /// The number of a cell, a new one if it is new.
    fn number(&mut self, cell: Cell) -> u32 {
        let known = self.ledger.cell_number(&cell).or_else(|| self.memory.cells.get(&cell).copied());
        known.unwrap_or_else(|| {
            self.memory.last_cell += 1;
            let number = u32::try_from(self.memory.last_cell).unwrap_or(u32::MAX);
            self.memory.cells.insert(cell, number);
            self.new_cells.push(cell);
            number
        })
    }

    /// Writes what was held back, and brings the slices' own tables up to date.
    fn flush(&mut self) -> Result<(), Error> {
        let schema = &self.ledger.schema;
        let first = self.memory.last_cell - self.new_cells.len() as i64 + 1;
        store::insert_cells(self.conn, schema, first, &std::mem::take(&mut self.new_cells))?;
        store::insert_entries(self.conn, schema, &std::mem::take(&mut self.entries))?;
        let acts = std::mem::take(&mut self.acts);
        store::insert_acts(self.conn, &acts)?;
        let mut touched: Vec<&str> = acts.iter().map(|act| act.subject.as_str()).collect();
        touched.sort_unstable();
        touched.dedup();
        for subject in touched {
            if let Some(past) = self.memory.pasts.get(subject) {
                let kind = self.ledger.kind_of(subject)?;
                (kind.keep)(self.conn, subject, past.acts(), past.state())?;
            }
        }
        if self.memory.pasts.len() > PASTS {
            self.memory.pasts.clear();
        }
        Ok(())
    }

    /// Writes everything, and gives back what may help the next transaction.
    pub(crate) fn finish(mut self) -> Result<Memory, Error> {
        self.flush()?;
        Ok(self.memory)
    }
}

impl Memory {
    /// Nothing but where the journal and the cells end.
    fn at(conn: &mut Conn, ledger: &Inner, head: Head) -> Result<Self, Error> {
        let mut memory = Self { head: Some(head), last_cell: store::last_cell(conn)?, ..Self::default() };
        memory.subjects = (head.seq == 0).then(HashSet::new);
        store::for_each_cell(conn, &ledger.schema, ledger.cells_len(), |id, cell| {
            memory.cells.insert(cell, u32::try_from(id).unwrap_or(u32::MAX));
            Ok(())
        })?;
        Ok(memory)
    }

    /// Whether a subject is known to have no acts. An empty journal knows nobody, and who comes after is remembered: a first
    /// import need not ask the database for each cooperative.
    fn is_new(&mut self, subject: &str) -> bool {
        self.subjects.as_mut().is_some_and(|subjects| subjects.insert(digest(subject)))
    }
}

/// Makes sure that an act can be read again as it will be written; anything else is a mistake of the program.
fn legible(act: &Act) -> Result<(), Error> {
    let broken = |what: &str| Error::Broken(format!("a new act on {}: {what}", act.subject));
    if act.effective_on.is_some_and(|day| day.year() < 0) {
        return Err(broken("its day lies before the year 0"));
    }
    // An export keeps each act on one line.
    if act.body.contains(['\n', '\r']) || serde_json::from_str::<&RawValue>(&act.body).is_err() {
        return Err(broken("its body is not JSON on one line"));
    }
    Ok(())
}

fn digest(subject: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    subject.hash(&mut hasher);
    hasher.finish()
}
