//! Folding a subject's acts into the entries they imply, and posting the difference.

use std::{any::Any, collections::HashSet, fmt};

use kernel::Date;

use crate::{Act, Cell, Day, MeasureId, Refusal, packed::Packed};

/// One signed amount of one measure in one cell on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entry {
    /// What is counted.
    pub measure: MeasureId,
    /// The day from which it counts.
    pub on: Day,
    /// Where it counts.
    pub cell: Cell,
    /// How much.
    pub amount: i64,
}

/// Where a fold stands after some acts, so that it can go on with the next one: known to the kind of subject alone.
pub type State = Box<dyn Any + Send>;

/// What an act says, as its kind of subject reads its body.
pub type Said = Box<dyn Any + Send>;

/// A kind of subject: what its acts imply, and which acts it admits.
///
/// Most acts are recorded in the order in which they took effect. For these a kind of subject may go on from a [`State`]
/// instead of folding all acts again; a kind that does not is slower and as right.
pub trait Subjects: Send + Sync {
    /// What comes before the `/` of its subjects: `cooperative`.
    fn code(&self) -> &'static str;

    /// All entries that these acts imply. They come in the order of [`standing`]. Pure: the same acts give the same entries.
    ///
    /// # Errors
    /// When an act cannot be read: a fault of the journal.
    fn fold(&self, acts: &[&Act]) -> Result<Vec<Entry>, String>;

    /// Whether `act` may follow the acts that stand.
    ///
    /// # Errors
    /// The refusal, with what to do next.
    fn admit(&self, acts: &[&Act], act: &Act) -> Result<(), Refusal>;

    /// [`Subjects::fold`], and where it stands then; no state if it cannot go on from there.
    ///
    /// # Errors
    /// As [`Subjects::fold`].
    fn fold_and_stay(&self, acts: &[&Act]) -> Result<(Vec<Entry>, Option<State>), String> {
        Ok((self.fold(acts)?, None))
    }

    /// [`Subjects::admit`] for an act that takes effect after all others; none if the state does not say enough. The act need not
    /// be read if whoever wrote it hands over what it says.
    fn admit_next(&self, _state: &mut State, _act: &Act, _said: Option<Said>) -> Option<Result<(), Refusal>> {
        None
    }

    /// The entries that an act adds which takes effect after all others: what folding all of them would, less what is there.
    /// None if only folding tells; the state is then as it was.
    ///
    /// # Errors
    /// When the act cannot be read.
    fn step(&self, _state: &mut State, _act: &Act) -> Result<Option<Vec<Entry>>, String> {
        Ok(None)
    }
}

/// A subject's acts so far, and what its fold says of them.
#[derive(Default)]
pub(crate) struct Past {
    acts: Packed,
    first_seq: Option<i64>,
    last_seq: Option<i64>,
    /// The latest effective date of all acts.
    latest_on: Option<Date>,
    course: Course,
}

/// Where the fold of a subject's acts stands.
#[derive(Default)]
struct Course {
    state: Option<State>,
    /// The latest effective date of the acts that stand; none if none does.
    last: Option<Option<Date>>,
}

impl Past {
    /// The past that these acts make.
    pub(crate) fn of(subjects: &dyn Subjects, acts: Vec<Act>) -> Result<Self, String> {
        let mut past = Self::default();
        past.course.fold(subjects, &acts)?;
        acts.iter().for_each(|act| past.push(act));
        Ok(past)
    }

    /// The acts in the order of the journal.
    pub(crate) fn acts(&self, subject: &str) -> Vec<Act> {
        self.acts.acts(subject)
    }

    /// The place of its first act in the journal.
    pub(crate) const fn first_seq(&self) -> Option<i64> {
        self.first_seq
    }

    /// The place of its last act in the journal.
    pub(crate) const fn last_seq(&self) -> Option<i64> {
        self.last_seq
    }

    /// The latest effective date of all its acts.
    pub(crate) const fn latest_on(&self) -> Option<Date> {
        self.latest_on
    }

    /// Where the fold stands.
    pub(crate) const fn state(&self) -> Option<&State> {
        self.course.state.as_ref()
    }

    /// Asks whether an act, which is no void, is admitted.
    pub(crate) fn admit(&mut self, subjects: &dyn Subjects, act: &Act, said: Option<Said>) -> Result<(), Refusal> {
        let admitted = self.course.before(act).and_then(|state| subjects.admit_next(state, act, said));
        admitted.unwrap_or_else(|| subjects.admit(&standing(&self.acts(&act.subject)), act))
    }

    /// Adds an act; gives back the entries to be posted. On an error everything is as before.
    pub(crate) fn append(&mut self, subjects: &dyn Subjects, act: &Act) -> Result<Vec<Entry>, String> {
        let posted = match self.course.step(subjects, act)? {
            Some(added) => added,
            None => {
                let mut acts = self.acts(&act.subject);
                let held = subjects.fold(&standing(&acts))?;
                acts.push(act.clone());
                difference(&self.course.fold(subjects, &acts)?, &held)
            }
        };
        self.push(act);
        Ok(posted)
    }

    /// Takes out the last act.
    pub(crate) fn pop(&mut self, subjects: &dyn Subjects, subject: &str) -> Result<(), String> {
        let mut acts = self.acts(subject);
        acts.pop();
        *self = Self::of(subjects, acts)?;
        Ok(())
    }

    fn push(&mut self, act: &Act) {
        self.acts.push(act);
        self.last_seq = Some(act.seq);
        self.first_seq = self.first_seq.or(self.last_seq);
        self.latest_on = self.latest_on.max(act.effective_on);
    }
}

impl Course {
    /// The state, if an act takes effect after all that stand.
    fn before(&mut self, act: &Act) -> Option<&mut State> {
        let next = act.voids.is_none() && self.last.is_none_or(|last| last <= act.effective_on);
        self.state.as_mut().filter(|_| next)
    }

    /// Goes on by one act; gives back the entries to be posted, none if only folding all acts tells.
    fn step(&mut self, subjects: &dyn Subjects, act: &Act) -> Result<Option<Vec<Entry>>, String> {
        let Some(state) = self.before(act) else { return Ok(None) };
        let Some(added) = subjects.step(state, act)? else { return Ok(None) };
        self.last = Some(act.effective_on);
        Ok(Some(net(added)))
    }

    /// Folds all acts, and remembers where that leads.
    fn fold(&mut self, subjects: &dyn Subjects, acts: &[Act]) -> Result<Vec<Entry>, String> {
        let stand = standing(acts);
        let (implied, state) = subjects.fold_and_stay(&stand)?;
        self.last = stand.last().map(|act| act.effective_on);
        self.state = state;
        Ok(implied)
    }
}

/// The acts of a subject folded anew one after another, with all that they post.
#[derive(Default)]
pub(crate) struct Replay {
    course: Course,
    posted: Vec<Entry>,
}

impl Replay {
    /// The entries that the last of these acts must have posted; those before it were asked for before.
    pub(crate) fn post(&mut self, subjects: &dyn Subjects, acts: &[Act]) -> Result<&[Entry], String> {
        let Some(act) = acts.last() else { return Ok(&[]) };
        let added = match self.course.step(subjects, act)? {
            Some(added) => added,
            None => difference(&self.course.fold(subjects, acts)?, &self.posted),
        };
        let before = self.posted.len();
        self.posted.extend(added);
        Ok(self.posted.get(before..).unwrap_or_default())
    }
}

impl fmt::Debug for Past {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Past").field("last_seq", &self.last_seq).finish_non_exhaustive()
    }
}

/// The acts that are voided by acts that are not voided themselves.
pub(crate) fn voided<'a>(acts: impl IntoIterator<Item = &'a Act>) -> HashSet<i64> {
    let mut voids: Vec<_> = acts.into_iter().filter_map(|act| Some((act.seq, act.voids?))).collect();
    // An act is only ever voided by a later one, so the last void always stands.
    voids.sort_unstable_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    let mut voided = HashSet::new();
    for (seq, target) in voids {
        if !voided.contains(&seq) {
            voided.insert(target);
        }
    }
    voided
}

/// The acts that stand: those that no standing act voids, without the voiding acts themselves, by effective date (unknown
/// first) and then as recorded. Voiding a void makes the first act stand again.
pub fn standing(acts: &[Act]) -> Vec<&Act> {
    let voided = voided(acts);
    let mut stand: Vec<_> = acts.iter().filter(|act| act.voids.is_none() && !voided.contains(&act.seq)).collect();
    stand.sort_by_key(|act| (act.effective_on, act.seq));
    stand
}

/// What must be posted so that `held` becomes `implied`, in a fixed order and without zeros.
///
/// The difference is all there is to corrections, late acts, voids and moves: none is a special case.
pub fn difference(implied: &[Entry], held: &[Entry]) -> Vec<Entry> {
    let both = implied.len().min(held.len());
    let (one, other) = (implied.split_at(both), held.split_at(both));
    // Most stand where they stood: these need no sorting.
    let changed = one.0.iter().zip(other.0).filter(|(one, other)| one != other);
    let minus = |entry: &Entry| Entry { amount: -entry.amount, ..*entry };
    let mut entries: Vec<_> = changed.flat_map(|(one, other)| [*one, minus(other)]).collect();
    entries.extend(one.1);
    entries.extend(other.1.iter().map(minus));
    net(entries)
}

/// Entries added up, in a fixed order and without zeros.
fn net(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries
        .sort_unstable_by(|one, other| (one.measure, one.on, &one.cell).cmp(&(other.measure, other.on, &other.cell)));
    entries.dedup_by(|next, kept| {
        let same = (next.measure, next.on, next.cell) == (kept.measure, kept.on, kept.cell);
        kept.amount += if same { next.amount } else { 0 };
        same
    });
    entries.retain(|entry| entry.amount != 0);
    entries
}
