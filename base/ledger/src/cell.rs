//! Cells: where an entry counts.

use std::{
    hash::BuildHasher,
    sync::{Arc, PoisonError, RwLock},
};

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

/// The code of a value that nobody knows. It is shown as such, never dropped and never spread.
pub const UNKNOWN: &str = "unknown";

/// A code (of a place, a sector, a sex …) as a number that holds within this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(u32);

/// The codes seen so far. They are only ever added.
#[derive(Clone, Debug, Default)]
pub struct Codes(Arc<RwLock<Interned>>);

#[derive(Debug, Default)]
struct Interned {
    texts: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, Code>,
}

/// One value for each dimension that a measure has; other dimensions stay empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell([u32; Cell::DIMENSIONS]);

/// Cells, or halves of them, each with its number: 1, 2, 3 …
#[derive(Clone, Debug, Default)]
pub struct Cells {
    cells: Vec<Cell>,
    /// The numbers, found by the cells that they stand for: four bytes a cell instead of a second copy of it.
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Codes {
    /// The number of a code, new or not.
    pub fn intern(&self, text: &str) -> Code {
        if let Some(code) = self.find(text) {
            return code;
        }
        let mut interned = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(code) = interned.numbers.get(text) {
            return *code;
        }
        let shared: Arc<str> = text.into();
        interned.texts.push(Arc::clone(&shared));
        // Zero stands for an empty dimension; four thousand million codes do not fit into memory.
        let code = Code(u32::try_from(interned.texts.len()).unwrap_or(u32::MAX));
        interned.numbers.insert(shared, code);
        code
    }

    /// The number of a code that was seen before.
    pub fn find(&self, text: &str) -> Option<Code> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).numbers.get(text).copied()
    }

    /// The text of a code.
    pub fn text(&self, code: Code) -> Arc<str> {
        let interned = self.0.read().unwrap_or_else(PoisonError::into_inner);
        (code.0 as usize).checked_sub(1).and_then(|index| interned.texts.get(index)).cloned().unwrap_or_default()
    }
}

impl Cell {
    /// How many dimensions there can be.
    pub const DIMENSIONS: usize = 16;

    /// This cell with another value in one dimension.
    #[must_use]
    pub fn with(mut self, dimension: usize, code: Code) -> Self {
        if let Some(value) = self.0.get_mut(dimension) {
            *value = code.0;
        }
        self
    }

    /// This cell where a mask has all bits set; empty where it has none.
    pub(crate) fn only(mut self, mask: &[u32; Self::DIMENSIONS]) -> Self {
        self.0.iter_mut().zip(mask).for_each(|(value, mask)| *value &= mask);
        self
    }

    /// The cell of which these are the two halves.
    pub(crate) fn join(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(value, other)| *value |= other);
        self
    }

    /// The value in a dimension; none if the measure does not have it.
    pub fn get(&self, dimension: usize) -> Option<Code> {
        self.0.get(dimension).copied().filter(|code| *code != 0).map(Code)
    }
}

impl Cells {
    /// How many there are, which is the number of the last one.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Adds the next cell; it gets the next number.
    pub fn push(&mut self, cell: Cell) -> u32 {
        self.cells.push(cell);
        let number = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        let Self { cells, numbers, hasher } = self;
        numbers.insert_unique(hasher.hash_one(Some(&cell)), number, |number| hasher.hash_one(at(cells, *number)));
        number
    }

    /// The number of a cell.
    pub fn number(&self, cell: &Cell) -> Option<u32> {
        let is_it = |number: &u32| at(&self.cells, *number) == Some(cell);
        self.numbers.find(self.hasher.hash_one(Some(cell)), is_it).copied()
    }

    /// The cell with a number.
    pub fn get(&self, number: u32) -> Option<&Cell> {
        at(&self.cells, number)
    }

    /// All cells in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter()
    }
}

/// The cell with a number; they are numbered from 1.
fn at(cells: &[Cell], number: u32) -> Option<&Cell> {
    cells.get((number as usize).checked_sub(1)?)
}
