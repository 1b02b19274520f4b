//! Folding a subject's acts into the entries they imply, and posting the difference.

use std::collections::{BTreeMap, HashSet};

use crate::{Act, Cell, Day, MeasureId, Refusal};

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

/// A kind of subject: what its acts imply, and which acts it admits.
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

/// What must be posted so that `held` becomes `implied`.
///
/// The difference is all there is to corrections, late acts, voids and moves: none is a special case.
pub fn difference(implied: &[Entry], held: &[Entry]) -> Vec<Entry> {
    let mut sums = BTreeMap::new();
    let signed = implied.iter().map(|entry| (entry, 1)).chain(held.iter().map(|entry| (entry, -1)));
    for (entry, sign) in signed {
        *sums.entry((entry.measure, entry.on, entry.cell)).or_insert(0) += sign * entry.amount;
    }
    let entry = |((measure, on, cell), amount)| Entry { measure, on, cell, amount };
    sums.into_iter().filter(|(_, amount)| *amount != 0).map(entry).collect()
}
