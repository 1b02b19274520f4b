//! A closed part of the journal: the entries of a measure, sorted by effective date, with balances kept on the way.

use std::ops::Range;

use crate::{Blocks, columns::Columns, series::Lines};

/// Columns sorted by day, with the balances of the rolled-up cells every few thousand rows.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) rows: Columns,
    pub(crate) first_seq: u32,
    pub(crate) last_seq: u32,
    /// How many rolled-up cells there were when it was closed.
    width: usize,
    /// Rows between two vectors.
    step: usize,
    /// The balances after 0, `step`, 2 × `step` … rows, `width` numbers each.
    balances: Vec<i64>,
}

impl Block {
    /// Closes these rows of the open columns.
    pub(crate) fn close(open: &Columns, range: Range<usize>, roll_of: &[u32], width: usize, blocks: Blocks) -> Self {
        let first_seq = open.seq(range.start).unwrap_or_default();
        let last_seq = open.seq(range.end.saturating_sub(1)).unwrap_or_default();
        let rows = open.sorted(range);
        let step = blocks.step.max(blocks.step_per_number * width).max(1);
        let mut running = vec![0_i64; width];
        let mut balances = Vec::with_capacity((rows.len() / step + 1) * width);
        let mut start = 0;
        while start <= rows.len() {
            balances.extend_from_slice(&running);
            rows.for_each(start..rows.len().min(start + step), |_, cell, amount, _| {
                let roll = roll_of.get(cell as usize).map_or(usize::MAX, |roll| *roll as usize);
                if let Some(sum) = running.get_mut(roll) {
                    *sum += amount;
                }
            });
            start += step;
        }
        Self { rows, first_seq, last_seq, width, step, balances }
    }

    /// How many rows count on `day`.
    pub(crate) fn until(&self, day: i32) -> usize {
        if self.rows.day.last().is_none_or(|last| *last <= day) {
            return self.rows.len();
        }
        self.rows.day.partition_point(|on| *on <= day)
    }

    /// The rows of the days after `after`, or from the first one on, up to `day`.
    pub(crate) fn between(&self, after: Option<i32>, day: i32) -> Range<usize> {
        let end = self.until(day);
        after.map_or(0, |after| self.until(after)).min(end)..end
    }

    /// How many numbers are read to sum up to row `until` by balances or, if that is less, by rows.
    pub(crate) fn cost_by_balances(&self, until: usize) -> usize {
        until.min(self.width + until % self.step)
    }

    /// Adds the rows in `range` of the acts up to `known`.
    pub(crate) fn add_rows(&self, range: Range<usize>, known: u32, lines: Lines<'_>, sums: &mut [i64]) {
        let mut add = |cell, amount| {
            if let Some(sum) = sums.get_mut(lines.of(cell)) {
                *sum += amount;
            }
        };
        if self.last_seq <= known {
            self.rows.for_each(range, |_, cell, amount, _| add(cell, amount));
        } else {
            self.rows.for_each(range, |_, cell, amount, seq| {
                if seq <= known {
                    add(cell, amount);
                }
            });
        }
    }

    /// Adds the first `until` rows, all but the last few of them by balances unless they are few.
    pub(crate) fn add_by_balances(&self, until: usize, line_of: &[u32], lines: Lines<'_>, sums: &mut [i64]) {
        let kept = if until <= self.width { 0 } else { until / self.step };
        if kept > 0 {
            let balances = self.balances.get(kept * self.width..(kept + 1) * self.width).unwrap_or_default();
            add_vector(balances, line_of, sums);
        }
        self.add_rows(kept * self.step..until, u32::MAX, lines, sums);
    }

    /// The bytes that kept balances take.
    pub(crate) fn overhead_bytes(&self) -> usize {
        self.balances.len() * size_of::<i64>()
    }
}

/// Adds a vector of balances to the lines in which they count.
pub(crate) fn add_vector(balances: &[i64], line_of: &[u32], sums: &mut [i64]) {
    for (line, balance) in line_of.iter().zip(balances) {
        if let Some(sum) = sums.get_mut(*line as usize) {
            *sum += balance;
        }
    }
}
