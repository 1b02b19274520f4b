//! The entries of one measure in columns, cut into blocks along the journal.
//!
//! The journal is append-only, so "as known at K" is a prefix of it. A closed block never changes: it is sorted once by
//! effective date. Every now and then a **checkpoint** keeps the balance of each cell as known then, on the day on which it
//! became known. A question begins with the last checkpoint before both its times and adds what is missing: of the blocks
//! before it the days in between, of the blocks after it all days, found by binary search; and the open tail.
//!
//! Figures by the dimensions that the roll-up keeps do the same with narrow vectors, of which each block has several.

use crate::{
    Blocks, Day,
    block::{Block, add_vector},
    columns::Columns,
};

/// All entries of a measure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series {
    blocks: Vec<Block>,
    checkpoints: Vec<Checkpoint>,
    tail: Columns,
}

/// The balances of all cells on a day, of the acts in the first blocks.
#[derive(Clone, Debug)]
struct Checkpoint {
    blocks: usize,
    last_seq: u32,
    day: i32,
    balances: Vec<i64>,
    rolled: Vec<i64>,
}

/// What the blocks of all series are cut by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut<'a> {
    pub(crate) blocks: Blocks,
    /// The rolled-up cell of each cell.
    pub(crate) roll_of: &'a [u32],
    /// How many rolled-up cells there are.
    pub(crate) width: usize,
    /// When each act was recorded, in microseconds.
    pub(crate) instants: &'a [i64],
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

impl Lines<'_> {
    #[inline]
    pub(crate) fn of(self, cell: u32) -> usize {
        let get = |table: &[u32], index: u32| table.get(index as usize).map_or(usize::MAX, |line| *line as usize);
        match self {
            Self::ByCell(lines) => get(lines, cell),
            Self::ByRoll { roll_of, line_of } => {
                roll_of.get(cell as usize).map_or(usize::MAX, |roll| get(line_of, *roll))
            }
        }
    }
}

impl Checkpoint {
    fn vector<'a>(&'a self, lines: Lines<'a>) -> (&'a [i64], &'a [u32]) {
        match lines {
            Lines::ByCell(line_of) => (&self.balances, line_of),
            Lines::ByRoll { line_of, .. } => (&self.rolled, line_of),
        }
    }
}

impl Series {
    /// Adds the next entry in the order of the journal.
    pub(crate) fn push(&mut self, day: Day, cell: u32, amount: i64, seq: u32) {
        self.tail.push(day.0, cell, amount, seq);
    }

    /// Closes blocks, so that the open tail stays short, and makes checkpoints.
    pub(crate) fn settle(&mut self, cut: Cut<'_>) {
        let size = cut.blocks.rows.max(self.tail.len() / cut.blocks.count.max(1)).max(1);
        let count = self.tail.len() / size;
        for start in (0..count * size).step_by(size) {
            self.blocks.push(Block::close(&self.tail, start..start + size, cut.roll_of, cut.width, cut.blocks));
            let covered = self.checkpoints.last().map_or(0, |last| last.blocks);
            let since: usize = self.blocks.iter().skip(covered).map(|block| block.rows.len()).sum();
            if since >= cut.blocks.apart_per_cell * cut.roll_of.len() {
                self.checkpoints.extend(self.checkpoint(cut));
            }
        }
        if count > 0 {
            self.tail.keep_from(count * size);
        }
    }

    /// The balances after all closed blocks, on the day on which the last of them became known.
    fn checkpoint(&self, cut: Cut<'_>) -> Option<Checkpoint> {
        const DAY: i64 = 86_400_000_000;
        let last_seq = self.blocks.last()?.last_seq;
        let recorded = cut.instants.get((last_seq as usize).checked_sub(1)?)?.div_euclid(DAY);
        let earlier = self.checkpoints.last().map_or(i32::MIN, |last| last.day);
        let day = i32::try_from(recorded).ok()?.max(earlier);
        let (each, cells) = (identity(cut.roll_of.len()), cut.roll_of.len());
        let mut balances = vec![0; cells];
        let ask = Ask { days: &[], known: last_seq, lines: Lines::ByCell(&each), width: cells };
        self.add_blocks(day, &ask, &mut balances);
        let mut rolled = vec![0; cut.width];
        add_vector(&balances, cut.roll_of, &mut rolled);
        Some(Checkpoint { blocks: self.blocks.len(), last_seq, day, balances, rolled })
    }

    /// The first known day of any entry.
    pub(crate) fn first_day(&self) -> Option<Day> {
        let sorted = self.blocks.iter().filter_map(|block| block.rows.day.get(block.until(Day::UNKNOWN.0)));
        sorted.chain(&self.tail.day).copied().filter(|day| *day != Day::UNKNOWN.0).min().map(Day)
    }

    /// The sums up to each day: `width` numbers for the first, then for the second, and so on.
    pub(crate) fn sums(&self, ask: &Ask<'_>) -> Vec<i64> {
        let mut sums = vec![0; ask.width * ask.days.len()];
        let one_by_one: usize = ask.days.iter().map(|day| self.cost(day.0, ask)).sum();
        let last = ask.days.last().map_or(i32::MIN, |day| day.0);
        let in_one_go: usize = self.blocks.iter().map(|block| block.until(last)).sum();
        if ask.days.len() > 1 && in_one_go < one_by_one {
            self.add_in_one_go(ask, &mut sums);
        } else {
            for (day, sums) in ask.days.iter().zip(sums.chunks_exact_mut(ask.width.max(1))) {
                self.add_blocks(day.0, ask, sums);
            }
        }
        scan(&self.tail, ask, &mut sums);
        sums
    }

    /// The last checkpoint that holds nothing beyond a day and what is known.
    fn start(&self, day: i32, known: u32) -> Option<&Checkpoint> {
        self.checkpoints.iter().rfind(|checkpoint| checkpoint.last_seq <= known && checkpoint.day <= day)
    }

    /// The closed blocks that count for what is known, each with the day after which its rows are not in the checkpoint.
    fn open_days(&self, start: Option<&Checkpoint>, known: u32) -> impl Iterator<Item = (&Block, Option<i32>)> {
        let blocks = self.blocks.iter().enumerate().take_while(move |(_, block)| block.first_seq <= known);
        let (covered, day) = start.map_or((0, None), |start| (start.blocks, Some(start.day)));
        blocks.map(move |(index, block)| (block, day.filter(|_| index < covered)))
    }

    /// How many numbers are read to sum up the closed blocks on a day.
    fn cost(&self, day: i32, ask: &Ask<'_>) -> usize {
        let start = self.start(day, ask.known);
        let vector = start.map_or(0, |start| start.vector(ask.lines).0.len());
        let blocks = self.open_days(start, ask.known).map(|(block, after)| {
            let rows = block.between(after, day);
            match (ask.lines, after) {
                (Lines::ByRoll { .. }, None) if block.last_seq <= ask.known => block.cost_by_balances(rows.end),
                _ => rows.len(),
            }
        });
        vector + blocks.sum::<usize>()
    }

    /// Adds what the closed blocks hold up to a day.
    fn add_blocks(&self, day: i32, ask: &Ask<'_>, sums: &mut [i64]) {
        let start = self.start(day, ask.known);
        if let Some(start) = start {
            let (balances, line_of) = start.vector(ask.lines);
            add_vector(balances, line_of, sums);
        }
        for (block, after) in self.open_days(start, ask.known) {
            let rows = block.between(after, day);
            match (ask.lines, after) {
                (Lines::ByRoll { line_of, .. }, None) if block.last_seq <= ask.known => {
                    block.add_by_balances(rows.end, line_of, ask.lines, sums);
                }
                _ => block.add_rows(rows, ask.known, ask.lines, sums),
            }
        }
    }

    /// Adds what the closed blocks hold up to each of many days, reading each row once.
    fn add_in_one_go(&self, ask: &Ask<'_>, sums: &mut [i64]) {
        let width = ask.width.max(1);
        for (block, _) in self.open_days(None, ask.known) {
            let mut after = None;
            for (day, sums) in ask.days.iter().zip(sums.chunks_exact_mut(width)) {
                block.add_rows(block.between(after, day.0), ask.known, ask.lines, sums);
                after = Some(day.0);
            }
        }
        let mut rest = sums;
        while rest.len() >= 2 * width {
            let (earlier, later) = rest.split_at_mut(width);
            later.iter_mut().zip(earlier).for_each(|(sum, before)| *sum += *before);
            rest = later;
        }
    }

    /// The same sums by reading every row: what [`Series::sums`] is measured against and tested with.
    pub(crate) fn scan(&self, ask: &Ask<'_>) -> Vec<i64> {
        let mut sums = vec![0; ask.width * ask.days.len()];
        for rows in self.blocks.iter().map(|block| &block.rows).chain([&self.tail]) {
            scan(rows, ask, &mut sums);
        }
        sums
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
        self.tail.truncate(count);
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.len()).sum::<usize>() + self.tail.len()
    }

    /// The bytes that kept balances take beyond the columns.
    pub(crate) fn overhead_bytes(&self) -> usize {
        let numbers = self.checkpoints.iter().map(|checkpoint| checkpoint.balances.len() + checkpoint.rolled.len());
        let blocks: usize = self.blocks.iter().map(Block::overhead_bytes).sum();
        numbers.sum::<usize>() * size_of::<i64>() + blocks
    }
}

/// Each cell as a line of its own.
fn identity(count: usize) -> Vec<u32> {
    (0..u32::try_from(count).unwrap_or(u32::MAX)).collect()
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
