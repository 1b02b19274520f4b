//! Recording: from drafts to acts in the journal and entries in the ledger, within one transaction.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash as _, Hasher},
    sync::{
        Arc,
        mpsc::{Receiver, sync_channel},
    },
};

use db::Conn;
use hashbrown::{HashMap, hash_map::EntryRef};
use serde_json::value::RawValue;

use crate::{
    Act, Cell, Draft, Error, Hash, Head, Refusal,
    act::VOIDED,
    batch::Batch,
    fold::{Past, Said, voided},
    ledger::Inner,
    numbers::Numbers,
    posting::{Booked, Postings},
    schema::Scope,
    store,
};

/// The key of the lock that orders the writers of all processes on one PostgreSQL.
const JOURNAL_LOCK: i64 = 0x7477_697a;

/// Records acts within one transaction. What it recorded is kept when the transaction is.
///
/// Acts and entries are held back and written many at once. In an import of a million rows another thread writes one lot while
/// this one folds the next.
pub struct Recorder<'a> {
    conn: &'a mut Conn,
    ledger: &'a Arc<Inner>,
    memory: Memory,
    acts: Vec<Act>,
    postings: Postings,
    /// What the other thread will say when it has written.
    away: Option<Receiver<Result<Batch, Error>>>,
}

/// Subjects with what is known of them.
pub(crate) type Pasts = Vec<(String, Past)>;

/// What a recorder may still know from the transaction before, if the journal has not moved since.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    head: Option<Head>,
    /// Halves of cells that the projection has not taken in yet.
    halves: [Numbers; 2],
    pasts: HashMap<String, Past>,
    /// Digests of all subjects there are, if that is known: a subject that is not among them is new.
    subjects: Option<HashSet<u64>>,
}

/// Acts held back before they are written: many, and yet few enough to stay near the processor until they are.
const HELD_BACK: usize = 2_048;

/// Subjects kept in memory between transactions; when there are so many, all are forgotten.
const PASTS: usize = 32_768;

impl<'a> Recorder<'a> {
    pub(crate) fn start(conn: &'a mut Conn, ledger: &'a Arc<Inner>, memory: Memory) -> Result<Self, Error> {
        conn.lock(JOURNAL_LOCK)?;
        let head = store::head(conn)?;
        let memory = if memory.head == Some(head) { memory } else { Memory::at(conn, ledger, head)? };
        let (acts, postings) = (Vec::new(), Postings::default());
        Ok(Self { conn, ledger, memory, acts, postings, away: None })
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
    pub fn acts_of(&mut self, subject: &str) -> Result<Vec<Act>, Error> {
        Ok(self.past(subject)?.acts(subject))
    }

    /// Records an act now.
    ///
    /// # Errors
    /// The refusal, if the rules say no; nothing of this act is recorded then, and the recorder can go on.
    pub fn record(&mut self, draft: Draft) -> Result<&Act, Error> {
        self.add(draft, None)
    }

    /// [`Recorder::record`], of an act whose body was just written from `said`: it is not read to be judged.
    ///
    /// # Errors
    /// As [`Recorder::record`].
    pub fn record_said(&mut self, draft: Draft, said: Said) -> Result<&Act, Error> {
        self.add(draft, Some(said))
    }

    fn add(&mut self, draft: Draft, said: Option<Said>) -> Result<&Act, Error> {
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
        self.check(&act, seen, said)?;
        act.hash = crate::hash_of(self.head().hash, &act);
        self.append(act)
    }

    /// Does several things or, if one of them is refused, none: the recorder is then as it was and can go on.
    ///
    /// # Errors
    /// What `all` fails with.
    pub fn attempt<T>(&mut self, all: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        if self.acts.len() >= HELD_BACK {
            self.hand_over()?;
        }
        let (acts, postings) = (self.acts.len(), self.postings.len());
        let halves = self.memory.halves.each_ref().map(Numbers::unwritten);
        let head = self.memory.head;
        let result = all(self);
        if result.is_err() {
            for act in self.acts.split_off(acts).into_iter().rev() {
                self.undo(&act)?;
            }
            self.postings.cut(postings);
            self.memory.halves.iter_mut().zip(halves).for_each(|(numbers, kept)| numbers.cut(kept));
            self.memory.head = head;
        }
        result
    }

    /// Takes an act that is not written yet out of its subject's past.
    fn undo(&mut self, act: &Act) -> Result<(), Error> {
        let kind = self.ledger.kind_of(&act.subject)?;
        let past = self.memory.pasts.get_mut(&act.subject);
        past.map_or(Ok(()), |past| past.pop(&*kind.subjects, &act.subject)).map_err(Error::Broken)
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
        self.append(act).map(drop)
    }

    /// Refuses what the rules do not allow.
    fn check(&mut self, act: &Act, seen: Option<i64>, said: Option<Said>) -> Result<(), Error> {
        legible(act, said.is_some())?;
        let today = self.ledger.day_of(act.recorded_at);
        if let Some(effective_on) = act.effective_on.filter(|day| *day > today) {
            return Err(Refusal::Future { effective_on, today }.into());
        }
        let ledger = self.ledger;
        let kind = ledger.kind_of(&act.subject)?;
        let past = self.past(&act.subject)?;
        if let Some(seen) = seen.filter(|seen| *seen != past.last_seq().unwrap_or(0)) {
            let since = past.acts(&act.subject).into_iter().filter(|act| act.seq > seen).collect();
            return Err(Refusal::Conflict { subject: act.subject.clone(), since }.into());
        }
        if act.voids.is_some() != (act.kind == VOIDED) {
            return Err(Refusal::HalfVoid.into());
        }
        if let Some(target) = act.voids {
            let acts = past.acts(&act.subject);
            return match acts.iter().find(|act| act.seq == target) {
                None => Err(Refusal::NotOnSubject(target).into()),
                Some(_) if voided(&acts).contains(&target) => Err(Refusal::VoidedAlready(target).into()),
                Some(_) => Ok(()),
            };
        }
        Ok(past.admit(&*kind.subjects, act, said)?)
    }

    /// Adds an act that is checked and hashed, and posts what it changes.
    fn append(&mut self, act: Act) -> Result<&Act, Error> {
        let ledger = self.ledger;
        let kind = ledger.kind_of(&act.subject)?;
        let past = self.past(&act.subject)?;
        let posted = past.append(&*kind.subjects, &act).map_err(Error::Broken)?;
        let memory = &mut self.memory;
        let booked = posted.iter().map(|entry| {
            let measure = ledger.schema.describe(entry.measure).map_or("", |measure| measure.code);
            Booked { measure, on: entry.on, halves: memory.number(ledger, &entry.cell), amount: entry.amount }
        });
        self.postings.add(act.seq, booked);
        self.memory.head = Some(act.head());
        self.acts.push(act);
        self.acts.last().ok_or_else(|| Error::Broken("an act was forgotten".into()))
    }

    /// What is known of a subject, read from the database the first time.
    fn past(&mut self, subject: &str) -> Result<&mut Past, Error> {
        let Memory { pasts, subjects, .. } = &mut self.memory;
        match pasts.entry_ref(subject) {
            EntryRef::Occupied(known) => Ok(known.into_mut()),
            EntryRef::Vacant(unknown) => {
                // An empty journal knows nobody, and who comes after is remembered: a first import need not ask the database
                // for each cooperative.
                let is_new = subjects.as_mut().is_some_and(|subjects| subjects.insert(digest(subject)));
                let acts = if is_new { Vec::new() } else { store::acts_of(self.conn, subject)? };
                let past = Past::of(&*self.ledger.kind_of(subject)?.subjects, acts).map_err(Error::Broken)?;
                Ok(unknown.insert(past))
            }
        }
    }

    /// Takes out what was held back, and what is known of its subjects.
    fn batch(&mut self, empty: (Vec<Act>, Postings)) -> Batch {
        let acts = std::mem::replace(&mut self.acts, empty.0);
        let postings = std::mem::replace(&mut self.postings, empty.1);
        let halves = self.memory.halves.each_mut().map(Numbers::take);
        let pasts = &mut self.memory.pasts;
        let touched = acts.iter().filter_map(|act| pasts.remove_entry(&act.subject)).collect();
        if pasts.len() >= PASTS {
            pasts.clear();
        }
        Batch { acts, postings, halves, touched }
    }

    /// Lets another thread write what was held back, once it has written what it was given before.
    fn hand_over(&mut self) -> Result<(), Error> {
        let empty = self.take_back()?;
        let (batch, ledger) = (self.batch(empty), Arc::clone(self.ledger));
        let (give_back, back) = sync_channel(1);
        self.conn.later(move |conn| drop(give_back.send(batch.write(conn, &ledger).map(|()| batch))))?;
        self.away = Some(back);
        Ok(())
    }

    /// Waits for the other thread. What is known of a subject by now is newer than what comes back. The acts are let go here,
    /// as memory is given back the fastest by the thread that took it, and the room for them is used again.
    fn take_back(&mut self) -> Result<(Vec<Act>, Postings), Error> {
        let Some(back) = self.away.take() else { return Ok(Default::default()) };
        let written = back.recv().map_err(|_| Error::Broken("the writing thread died".into()))?;
        let Batch { mut acts, mut postings, touched, .. } = written?;
        self.remember(touched);
        acts.clear();
        postings.cut(0);
        Ok((acts, postings))
    }

    fn remember(&mut self, pasts: Pasts) {
        let room = PASTS.saturating_sub(self.memory.pasts.len());
        for (subject, past) in pasts.into_iter().take(room) {
            self.memory.pasts.entry(subject).or_insert(past);
        }
    }

    /// Writes everything, and gives back what may help the next transaction.
    pub(crate) fn finish(mut self) -> Result<Memory, Error> {
        let empty = self.take_back()?;
        let batch = self.batch(empty);
        batch.write(self.conn, self.ledger)?;
        self.remember(batch.touched);
        Ok(self.memory)
    }
}

impl Memory {
    /// Nothing but where the journal and the numbers of halves end.
    fn at(conn: &mut Conn, ledger: &Inner, head: Head) -> Result<Self, Error> {
        let mut memory = Self { head: Some(head), ..Self::default() };
        memory.subjects = (head.seq == 0).then(HashSet::new);
        for (scope, numbers) in Scope::ALL.into_iter().zip(&mut memory.halves) {
            let known = ledger.projection().halves(scope).len();
            *numbers = Numbers::after(known);
            store::for_each_half(conn, &ledger.schema, scope, known as i64, |_, half| {
                numbers.push(half);
                Ok::<_, Error>(())
            })?;
        }
        Ok(memory)
    }

    /// The numbers of the halves of a cell, new ones if they are new.
    fn number(&mut self, ledger: &Inner, cell: &Cell) -> [u32; 2] {
        let [subjects, parts] = &mut self.halves;
        let [subject, part] = ledger.schema.halves(cell);
        let known = |scope| move |half: &Cell| ledger.projection().halves(scope).number(half);
        [subjects.number(subject, known(Scope::Subject)), parts.number(part, known(Scope::Part))]
    }
}

/// Makes sure that an act can be read again as it will be written; anything else is a mistake of the program.
fn legible(act: &Act, just_written: bool) -> Result<(), Error> {
    let broken = |what: &str| Error::Broken(format!("a new act on {}: {what}", act.subject));
    if act.effective_on.is_some_and(|day| day.year() < 0) {
        return Err(broken("its day lies before the year 0"));
    }
    // An export keeps each act on one line.
    let is_json = || !act.body.contains(['\n', '\r']) && serde_json::from_str::<&RawValue>(&act.body).is_ok();
    if !just_written && !is_json() {
        return Err(broken("its body is not JSON on one line"));
    }
    Ok(())
}

fn digest(subject: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    subject.hash(&mut hasher);
    hasher.finish()
}
