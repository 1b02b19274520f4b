//! The entries of one measure in columns, cut into blocks along the journal.
//!
//! The journal is append-only, so "as known at K" is a prefix of it. A closed block never changes: it is sorted once by
//! effective date, and the balances of the rolled-up cells are kept every few thousand rows. A question adds, for each
//! block, one vector of balances and at most that many rows; only the block that K falls into is scanned.

use std::ops::Range;

use crate::{Blocks, Day};

/// Entries as columns; row for row they belong together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    day: Vec<i32>,
    cell: Vec<u32>,
    amount: Vec<i64>,
    seq: Vec<u32>,
}

/// Columns sorted by day, with balances kept on the way.
#[derive(Clone, Debug)]
struct Block {
    rows: Columns,
    first_seq: u32,
    last_seq: u32,
    /// How many rolled-up cells there were when it was closed.
    width: usize,
    /// Rows between two vectors.
    step: usize,
    /// The balances after 0, `step`, 2 × `step` … rows, `width` numbers each.
    balances: Vec<i64>,
}

/// All entries of a measure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series {
    blocks: Vec<Block>,
    tail: Columns,
}

/// From an entry's cell to the line of the answer that it counts in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lines<'a> {
    /// Line by cell.
    ByCell(&'a [u32]),
    /// Line by rolled-up cell, and the rolled-up cell of each cell.
    ByRoll { roll_of: &'a [u32], line_of: &'a [u32] },
}

/// What a question asks of a series.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ask<'a> {
    /// The days up to which sums are wanted, ascending.
    pub(crate) days: &'a [Day],
    /// The last act that counts.
    pub(crate) known: u32,
    /// Where entries count. A line beyond the last one counts nowhere.
    pub(crate) lines: Lines<'a>,
    /// How many lines there are.
    pub(crate) width: usize,
}

impl Columns {
    fn push(&mut self, day: i32, cell: u32, amount: i64, seq: u32) {
        self.day.push(day);
        self.cell.push(cell);
        self.amount.push(amount);
        self.seq.push(seq);
    }

    fn len(&self) -> usize {
        self.day.len()
    }

    /// These rows in the order of `permutation`.
    fn permuted(&self, permutation: &[u32]) -> Self {
        fn pick<T: Copy>(column: &[T], permutation: &[u32]) -> Vec<T> {
            permutation.iter().filter_map(|row| column.get(*row as usize).copied()).collect()
        }
        Self {
            day: pick(&self.day, permutation),
            cell: pick(&self.cell, permutation),
            amount: pick(&self.amount, permutation),
            seq: pick(&self.seq, permutation),
        }
    }

    /// Calls `each` with day, cell, amount and seq of the rows in `range`.
    #[inline]
    fn for_each(&self, range: Range<usize>, mut each: impl FnMut(i32, u32, i64, u32)) {
        fn part<'a, T>(column: &'a [T], range: &Range<usize>) -> &'a [T] {
            column.get(range.clone()).unwrap_or_default()
        }
        let (day, cell) = (part(&self.day, &range), part(&self.cell, &range));
        let (amount, seq) = (part(&self.amount, &range), part(&self.seq, &range));
        for (((day, cell), amount), seq) in day.iter().zip(cell).zip(amount).zip(seq) {
            each(*day, *cell, *amount, *seq);
        }
    }

    /// Cuts off the first `count` rows.
    fn split_front(&mut self, count: usize) -> Self {
        fn cut<T>(column: &mut Vec<T>, count: usize) -> Vec<T> {
            let rest = column.split_off(count.min(column.len()));
            std::mem::replace(column, rest)
        }
        Self {
            day: cut(&mut self.day, count),
            cell: cut(&mut self.cell, count),
            amount: cut(&mut self.amount, count),
            seq: cut(&mut self.seq, count),
        }
    }
}

impl Lines<'_> {
    #[inline]
    fn of(self, cell: u32) -> usize {
        let get = |table: &[u32], index: u32| table.get(index as usize).map_or(usize::MAX, |line| *line as usize);
        match self {
            Self::ByCell(lines) => get(lines, cell),
            Self::ByRoll { roll_of, line_of } => {
                roll_of.get(cell as usize).map_or(usize::MAX, |roll| get(line_of, *roll))
            }
        }
    }
}

impl Block {
    fn close(rows: Columns, roll_of: &[u32], width: usize, blocks: Blocks) -> Self {
        let first_seq = rows.seq.first().copied().unwrap_or_default();
        let last_seq = rows.seq.last().copied().unwrap_or_default();
        let mut permutation: Vec<u32> = (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect();
        permutation.sort_by_key(|row| rows.day.get(*row as usize).copied());
        let rows = rows.permuted(&permutation);
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
    fn until(&self, day: Day) -> usize {
        self.rows.day.partition_point(|on| *on <= day.0)
    }

    /// Adds what counts up to each day, by kept balances where the question allows it.
    fn add(&self, ask: &Ask<'_>, sums: &mut [i64]) {
        let whole = self.last_seq <= ask.known;
        match ask.lines {
            Lines::ByRoll { line_of, .. } if whole => self.add_by_balances(ask, line_of, sums),
            _ => self.add_by_rows(ask, whole, sums),
        }
    }

    fn add_by_balances(&self, ask: &Ask<'_>, line_of: &[u32], sums: &mut [i64]) {
        for (day, sums) in ask.days.iter().zip(sums.chunks_exact_mut(ask.width)) {
            let until = self.until(*day);
            let kept = until / self.step;
            let balances = self.balances.get(kept * self.width..(kept + 1) * self.width).unwrap_or_default();
            for (line, balance) in line_of.iter().zip(balances) {
                if let Some(sum) = sums.get_mut(*line as usize) {
                    *sum += balance;
                }
            }
            self.rows.for_each(kept * self.step..until, |_, cell, amount, _| {
                if let Some(sum) = sums.get_mut(ask.lines.of(cell)) {
                    *sum += amount;
                }
            });
        }
    }

    fn add_by_rows(&self, ask: &Ask<'_>, whole: bool, sums: &mut [i64]) {
        let mut start = 0;
        for (index, day) in ask.days.iter().enumerate() {
            let until = self.until(*day);
            // What counts up to this day counts up to all later ones.
            for sums in sums.chunks_exact_mut(ask.width).skip(index) {
                let mut add = |cell, amount| {
                    if let Some(sum) = sums.get_mut(ask.lines.of(cell)) {
                        *sum += amount;
                    }
                };
                if whole {
                    self.rows.for_each(start..until, |_, cell, amount, _| add(cell, amount));
                } else {
                    self.rows.for_each(start..until, |_, cell, amount, seq| {
                        if seq <= ask.known {
                            add(cell, amount);
                        }
                    });
                }
            }
            start = until;
        }
    }
}

impl Series {
    /// Adds the next entry in the order of the journal.
    pub(crate) fn push(&mut self, day: Day, cell: u32, amount: i64, seq: u32) {
        self.tail.push(day.0, cell, amount, seq);
    }

    /// Closes blocks, so that the open tail stays short.
    pub(crate) fn settle(&mut self, roll_of: &[u32], width: usize, blocks: Blocks) {
        let size = blocks.rows.max(self.tail.len() / blocks.count.max(1)).max(1);
        while self.tail.len() >= size {
            let rows = self.tail.split_front(size);
            self.blocks.push(Block::close(rows, roll_of, width, blocks));
        }
    }

    /// The first known day of any entry.
    pub(crate) fn first_day(&self) -> Option<Day> {
        let sorted = self.blocks.iter().filter_map(|block| block.rows.day.get(block.until(Day::UNKNOWN)));
        sorted.chain(&self.tail.day).copied().filter(|day| *day != Day::UNKNOWN.0).min().map(Day)
    }

    /// The sums up to each day: `width` numbers for the first, then for the second, and so on.
    pub(crate) fn sums(&self, ask: &Ask<'_>) -> Vec<i64> {
        let mut sums = vec![0; ask.width * ask.days.len()];
        for block in self.blocks.iter().take_while(|block| block.first_seq <= ask.known) {
            block.add(ask, &mut sums);
        }
        self.add_tail(ask, &mut sums);
        sums
    }

    /// The same sums by reading every row: what [`Series::sums`] is measured against and tested with.
    pub(crate) fn scan(&self, ask: &Ask<'_>) -> Vec<i64> {
        let mut sums = vec![0; ask.width * ask.days.len()];
        for rows in self.blocks.iter().map(|block| &block.rows).chain([&self.tail]) {
            scan(rows, ask, &mut sums);
        }
        sums
    }

    fn add_tail(&self, ask: &Ask<'_>, sums: &mut [i64]) {
        scan(&self.tail, ask, sums);
    }

    /// The acts whose entries count from the day `first` to the last day asked for, with what each adds, by their place in
    /// the journal.
    pub(crate) fn causes(&self, ask: &Ask<'_>, first: Day) -> Vec<(u32, i64)> {
        let Some(last) = ask.days.last() else { return Vec::new() };
        let mut causes = Vec::new();
        for rows in self.blocks.iter().map(|block| &block.rows).chain([&self.tail]) {
            rows.for_each(0..rows.len(), |day, cell, amount, seq| {
                if seq <= ask.known && (first.0..=last.0).contains(&day) && ask.lines.of(cell) < ask.width {
                    causes.push((seq, amount));
                }
            });
        }
        causes.sort_by_key(|(seq, _)| *seq);
        causes.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        causes
    }

    /// How many entries wait in the open tail.
    pub(crate) fn open(&self) -> usize {
        self.tail.len()
    }

    /// Forgets the entries of the tail beyond the first `count`.
    pub(crate) fn cut(&mut self, count: usize) {
        self.tail = self.tail.split_front(count);
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.len()).sum::<usize>() + self.tail.len()
    }

    /// The bytes that kept balances take beyond the columns.
    pub(crate) fn overhead_bytes(&self) -> usize {
        self.blocks.iter().map(|block| block.balances.len() * size_of::<i64>()).sum()
    }
}

/// A plain scan of columns in any order.
fn scan(rows: &Columns, ask: &Ask<'_>, sums: &mut [i64]) {
    for (day, sums) in ask.days.iter().zip(sums.chunks_exact_mut(ask.width.max(1))) {
        rows.for_each(0..rows.len(), |on, cell, amount, seq| {
            if on <= day.0
                && seq <= ask.known
                && let Some(sum) = sums.get_mut(ask.lines.of(cell))
            {
                *sum += amount;
            }
        });
    }
}
