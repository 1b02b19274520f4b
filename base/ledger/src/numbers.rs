//! The numbers that halves of cells have in the database.

use hashbrown::HashMap;

use crate::Cell;

/// Numbers given since the projection was loaded, and where they end.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    recent: HashMap<Cell, u32>,
    /// The one asked for last: an act's entries hardly differ in it.
    latest: Option<(Cell, u32)>,
    last: u32,
    /// Those that are not written yet.
    unwritten: Vec<Cell>,
}

impl Numbers {
    /// None given, after `last`.
    pub(crate) fn after(last: usize) -> Self {
        Self { last: u32::try_from(last).unwrap_or(u32::MAX), ..Self::default() }
    }

    /// Takes note of one that another process gave.
    pub(crate) fn push(&mut self, half: Cell) {
        self.last += 1;
        self.recent.insert(half, self.last);
    }

    /// The number of a half; a new one if neither this nor `known` has it.
    pub(crate) fn number(&mut self, half: Cell, known: impl FnOnce(&Cell) -> Option<u32>) -> u32 {
        if let Some((_, number)) = self.latest.filter(|(latest, _)| *latest == half) {
            return number;
        }
        let number = self.recent.get(&half).copied().or_else(|| known(&half)).unwrap_or_else(|| {
            self.unwritten.push(half);
            self.push(half);
            self.last
        });
        self.latest = Some((half, number));
        number
    }

    /// How many are not written yet.
    pub(crate) const fn unwritten(&self) -> usize {
        self.unwritten.len()
    }

    /// Forgets all of the unwritten but the first `kept`.
    pub(crate) fn cut(&mut self, kept: usize) {
        self.latest = None;
        for half in self.unwritten.drain(kept..) {
            self.recent.remove(&half);
            self.last -= 1;
        }
    }

    /// Those to be written, and the number of the first.
    pub(crate) fn take(&mut self) -> (u32, Vec<Cell>) {
        let unwritten = std::mem::take(&mut self.unwritten);
        (self.last + 1 - u32::try_from(unwritten.len()).unwrap_or(0), unwritten)
    }
}
