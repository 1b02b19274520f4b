//! Entries in columns.

use std::ops::Range;

/// Entries as columns; row for row they belong together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub(crate) day: Vec<i32>,
    cell: Vec<u32>,
    amount: Vec<i64>,
    seq: Vec<u32>,
}

impl Columns {
    pub(crate) fn push(&mut self, day: i32, cell: u32, amount: i64, seq: u32) {
        self.day.push(day);
        self.cell.push(cell);
        self.amount.push(amount);
        self.seq.push(seq);
    }

    pub(crate) fn len(&self) -> usize {
        self.day.len()
    }

    /// The act behind a row.
    pub(crate) fn seq(&self, row: usize) -> Option<u32> {
        self.seq.get(row).copied()
    }

    /// These rows by day; those of one day stay in the order of the journal.
    pub(crate) fn sorted(&self, rows: Range<usize>) -> Self {
        fn pick<T: Copy>(column: &[T], permutation: &[u32]) -> Vec<T> {
            permutation.iter().filter_map(|row| column.get(*row as usize).copied()).collect()
        }
        let number = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
        let mut permutation: Vec<u32> = (number(rows.start)..number(rows.end)).collect();
        permutation.sort_by_key(|row| self.day.get(*row as usize).copied());
        Self {
            day: pick(&self.day, &permutation),
            cell: pick(&self.cell, &permutation),
            amount: pick(&self.amount, &permutation),
            seq: pick(&self.seq, &permutation),
        }
    }

    /// Calls `each` with day, cell, amount and seq of the rows in `range`.
    #[inline]
    pub(crate) fn for_each(&self, range: Range<usize>, mut each: impl FnMut(i32, u32, i64, u32)) {
        fn part<'a, T>(column: &'a [T], range: &Range<usize>) -> &'a [T] {
            column.get(range.clone()).unwrap_or_default()
        }
        let (day, cell) = (part(&self.day, &range), part(&self.cell, &range));
        let (amount, seq) = (part(&self.amount, &range), part(&self.seq, &range));
        for (((day, cell), amount), seq) in day.iter().zip(cell).zip(amount).zip(seq) {
            each(*day, *cell, *amount, *seq);
        }
    }

    /// Keeps the rows from `start` on.
    pub(crate) fn keep_from(&mut self, start: usize) {
        fn rest<T>(column: &mut Vec<T>, start: usize) {
            *column = column.split_off(start.min(column.len()));
        }
        rest(&mut self.day, start);
        rest(&mut self.cell, start);
        rest(&mut self.amount, start);
        rest(&mut self.seq, start);
    }

    /// Keeps the first `count` rows.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.day.truncate(count);
        self.cell.truncate(count);
        self.amount.truncate(count);
        self.seq.truncate(count);
    }
}
