//! How the columns of a measure are cut.

/// How entries are cut into blocks, and how often balances are kept in them. The defaults were measured; tests take small
/// numbers, so that a handful of entries makes many blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocks {
    /// Rows in a block, at least.
    pub rows: usize,
    /// Blocks that all entries are cut into when they are loaded.
    pub count: usize,
    /// Rows between two kept vectors of balances, at least.
    pub step: usize,
    /// The same for each number in a vector: with 2, vectors never take more than four bytes an entry.
    pub step_per_number: usize,
    /// Rows between two checkpoints, at least, for each cell: with 1, checkpoints never take more than eight bytes an entry.
    pub apart_per_cell: usize,
}

impl Default for Blocks {
    fn default() -> Self {
        Self { rows: 16_384, count: 128, step: 4096, step_per_number: 2, apart_per_cell: 1 }
    }
}
