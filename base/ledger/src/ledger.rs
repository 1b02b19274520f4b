//! The ledger on a database: recording, figures, and what is needed for both.

use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use db::{Conn, Db};
use jiff::{Timestamp, tz::TimeZone};
use kernel::{Clock, Date};

use crate::{
    Act, Answer, Dimension, Draft, Error, Head, Measure, Projection, Question, Recorder, Refusal, Schema, State,
    Subjects, fold::Past, posting::unpack, recorder::Memory, schema::Scope, store,
};

/// Brings a slice's own tables up to date with what was recorded on subjects of one kind, in the same transaction.
pub type Keep = fn(&mut Conn, &[Touched<'_>]) -> Result<(), Error>;

/// A subject on which acts were recorded.
#[derive(Clone, Copy)]
pub struct Touched<'a> {
    /// The subject.
    pub subject: &'a str,
    pub(crate) past: &'a Past,
    /// Whether it had no acts before: no row can be there yet.
    pub is_new: bool,
}

impl<'a> Touched<'a> {
    /// All its acts, in the order of the journal.
    pub fn acts(&self) -> Vec<Act> {
        self.past.acts(self.subject)
    }

    /// The place of its last act in the journal.
    pub fn last_seq(&self) -> i64 {
        self.past.last_seq().unwrap_or(0)
    }

    /// The latest day on which one of its acts took effect.
    pub const fn latest_on(&self) -> Option<Date> {
        self.past.latest_on()
    }

    /// Where its fold stands, for the kind of subject that knows what that is.
    pub const fn state(&self) -> Option<&'a State> {
        self.past.state()
    }
}

/// What a slice declares: its measures and dimensions, its kinds of subject with their fold, its own tables.
#[derive(Clone, Copy)]
pub struct Declaration {
    /// What it counts.
    pub measures: &'static [Measure],
    /// By what.
    pub dimensions: &'static [Dimension],
    /// The dimensions whose figures by province must be the fastest.
    pub rollup: &'static [&'static str],
    /// Its kinds of subject.
    pub subjects: fn(&Schema) -> Vec<Kept>,
}

/// The ledger of a database. Clones are handles of the same one.
#[derive(Clone)]
pub struct Ledger(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) schema: Schema,
    zone: TimeZone,
    kinds: Vec<Kept>,
    rollup: Vec<&'static str>,
    projection: RwLock<Projection>,
    memory: Mutex<Memory>,
}

/// A kind of subject, and how its own tables are kept.
pub struct Kept {
    /// The kind of subject.
    pub subjects: Box<dyn Subjects>,
    /// How its tables are kept.
    pub keep: Keep,
}

impl Inner {
    /// The day it is in the jurisdiction at an instant.
    pub(crate) fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    pub(crate) fn kind_of(&self, subject: &str) -> Result<&Kept, Refusal> {
        let code = subject.split_once('/').map_or(subject, |(kind, _)| kind);
        self.kinds
            .iter()
            .find(|kept| kept.subjects.code() == code)
            .ok_or_else(|| Refusal::UnknownSubject(subject.to_owned()))
    }

    pub(crate) fn kinds(&self) -> impl Iterator<Item = &Kept> {
        self.kinds.iter()
    }

    pub(crate) fn projection(&self) -> RwLockReadGuard<'_, Projection> {
        self.projection.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does a job within the transaction of `conn`, with what is remembered of the one before.
    fn recording<T>(
        self: &Arc<Self>,
        conn: &mut Conn,
        job: impl FnOnce(&mut Recorder<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let memory = || self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let remembered = std::mem::take(&mut *memory());
        let mut recorder = Recorder::start(conn, self, remembered)?;
        let result = job(&mut recorder)?;
        let kept = recorder.finish()?;
        *memory() = kept;
        Ok(result)
    }
}

impl Ledger {
    /// Opens the ledger of a database whose tables are there. Entries are read with the first figure, or by
    /// [`Ledger::refresh`].
    ///
    /// # Errors
    /// When the database cannot, or the declarations contradict each other.
    pub fn open(db: Db, clock: Clock, zone: TimeZone, declarations: &[Declaration]) -> Result<Self, Error> {
        let measures: Vec<_> = declarations.iter().map(|declared| declared.measures).collect();
        let dimensions: Vec<_> = declarations.iter().map(|declared| declared.dimensions).collect();
        let schema = Schema::new(&measures, &dimensions);
        if let Some(fault) = schema.check().first() {
            return Err(Error::Broken(fault.clone()));
        }
        let subjects = declarations.iter().flat_map(|declared| (declared.subjects)(&schema));
        let kinds = subjects.collect();
        let rollup: Vec<_> = declarations.iter().flat_map(|declared| declared.rollup).copied().collect();
        let territory = db.read(store::territory)?;
        let projection = RwLock::new(Projection::new(schema.clone(), territory, &rollup));
        let memory = Mutex::default();
        Ok(Self(Arc::new(Inner { db, clock, schema, zone, kinds, rollup, projection, memory })))
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The clock that says when acts are recorded.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The jurisdiction's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.0.zone
    }

    /// The day it is in the jurisdiction.
    pub fn today(&self) -> Date {
        self.0.day_of(self.0.clock.now())
    }

    /// The measures and dimensions.
    pub fn schema(&self) -> &Schema {
        &self.0.schema
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    /// Where the journal ends now.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn head(&self) -> Result<Head, Error> {
        self.0.db.read(store::head)
    }

    /// The ledger in memory as it was last refreshed.
    pub fn projection(&self) -> RwLockReadGuard<'_, Projection> {
        self.0.projection()
    }

    /// Records acts, all or none. When this returns, they are durable.
    ///
    /// # Errors
    /// The first refusal, or a fault of the database.
    pub fn record(&self, drafts: Vec<Draft>) -> Result<Vec<Act>, Error> {
        self.write(move |recorder| drafts.into_iter().map(|draft| recorder.record(draft).cloned()).collect())
    }

    /// Records within one transaction: all of it is kept, or none.
    ///
    /// # Errors
    /// What `job` fails with, or a fault of the database.
    pub fn write<T, F>(&self, job: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Recorder<'_>) -> Result<T, Error> + Send + 'static,
    {
        let inner = Arc::clone(&self.0);
        self.0.db.write(move |conn| inner.recording(conn, job))
    }

    /// Records within one transaction on the calling thread, while other writers wait: for imports, which may borrow what they
    /// read from.
    ///
    /// # Errors
    /// What `job` fails with, or a fault of the database.
    pub fn write_alone<T>(&self, job: impl FnOnce(&mut Recorder<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.0.db.write_alone(|conn| self.0.recording(conn, job))
    }

    /// Answers a question with everything that is recorded by now.
    ///
    /// # Errors
    /// The refusal of a question that cannot be answered, or a fault of the database.
    pub fn figure(&self, question: &Question) -> Result<Answer, Error> {
        self.refresh()?;
        Ok(self.projection().answer(question)?)
    }

    /// Takes in the acts that were recorded since the last time, by this process or another.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn refresh(&self) -> Result<(), Error> {
        let known = self.projection().head();
        let stale = self.head()?.seq != known;
        if stale { self.load() } else { Ok(()) }
    }

    fn load(&self) -> Result<(), Error> {
        let mut projection = self.0.projection.write().unwrap_or_else(PoisonError::into_inner);
        self.0.db.read(|conn| {
            if store::count_places(conn)? != projection.territory().len() {
                let territory = store::territory(conn)?;
                *projection = Projection::new(self.0.schema.clone(), territory, &self.0.rollup);
            }
            let mark = projection.mark();
            // Half of an act must not stay: the next load would go on behind it.
            take_in(conn, &self.0.schema, &mut projection).inspect_err(|_| projection.go_back(&mark))
        })?;
        projection.settle();
        Ok(())
    }

    /// Forgets what is in memory and loads it again.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn reload(&self) -> Result<(), Error> {
        let fresh = self.0.db.read(|conn| {
            let mut fresh = Projection::new(self.0.schema.clone(), store::territory(conn)?, &self.0.rollup);
            take_in(conn, &self.0.schema, &mut fresh)?;
            fresh.settle();
            Ok::<_, Error>(fresh)
        })?;
        // All at once: whoever records meanwhile looks up the numbers of cells here.
        *self.0.projection.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
    }
}

/// Reads acts, cells and entries after those that the projection has.
fn take_in(conn: &mut Conn, schema: &Schema, projection: &mut Projection) -> Result<(), Error> {
    let known = projection.head();
    for scope in Scope::ALL {
        let known = projection.halves(scope).len() as i64;
        store::for_each_half(conn, schema, scope, known, |_, half| {
            projection.push_half(scope, half);
            Ok::<_, Error>(())
        })?;
    }
    store::for_each_recorded(conn, known, |recorded_at, kind, effective_on| {
        let micros = recorded_at.parse::<Timestamp>().map_or(i64::MIN, Timestamp::as_microsecond);
        let year = effective_on.and_then(|day| day.get(..4)?.parse().ok());
        projection.push_act(micros, kind, year);
    })?;
    let head = projection.head();
    store::for_each_posting(conn, known, head, |seq, entries| {
        let broken = || Error::Broken(format!("an entry of act {seq} is not readable"));
        unpack(entries).try_for_each(|entry| {
            let entry = entry.ok_or_else(broken)?;
            let measure = schema.measure(entry.measure).ok_or_else(broken)?;
            let cell = projection.cell_of(entry.halves).ok_or_else(broken)?;
            projection.push_entry(seq, measure, entry.on, cell, entry.amount);
            Ok(())
        })
    })
}
