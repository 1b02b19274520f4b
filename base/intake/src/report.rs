//! What became of the rows of a table.

use std::fmt;

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was new and taken.
    Taken,
    /// All that it says was known already.
    Unchanged,
    /// It changed what was known.
    Changed,
    /// It says exactly what another row of the same table says.
    Repeated,
    /// It was not taken.
    Rejected,
}

/// How many rows were read and what became of them. Every row has one outcome: the parts always sum up to the rows read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    counts: [u64; Outcome::ALL.len()],
    notes: Vec<Note>,
}

/// A reservation: something that should be known about rows although they were taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub text: String,
    /// How many rows it concerns; none if it is about the file.
    pub count: u64,
    /// The first of these rows.
    pub rows: Vec<u64>,
}

/// How many rows a note names.
const ROWS_NAMED: usize = 5;

impl Outcome {
    /// All of them, in the order of a report.
    pub const ALL: [Self; 5] = [Self::Taken, Self::Unchanged, Self::Changed, Self::Repeated, Self::Rejected];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::Repeated => "repeated",
            Self::Rejected => "rejected",
        }
    }
}

impl Report {
    /// Counts a row.
    pub fn count(&mut self, outcome: Outcome) {
        if let Some(count) = self.counts.get_mut(outcome as usize) {
            *count += 1;
        }
    }

    /// How many rows had this outcome.
    pub fn of(&self, outcome: Outcome) -> u64 {
        self.counts.get(outcome as usize).copied().unwrap_or(0)
    }

    /// How many rows were read.
    pub fn read(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Notes something about a row, or about the file; the same text again adds to the same note.
    pub fn note(&mut self, text: impl Into<String>, row: Option<u64>) {
        let text = text.into();
        let at = self.notes.iter().position(|note| note.text == text).unwrap_or_else(|| {
            self.notes.push(Note { text, count: 0, rows: Vec::new() });
            self.notes.len() - 1
        });
        if let (Some(note), Some(row)) = (self.notes.get_mut(at), row) {
            note.count += 1;
            if note.rows.len() < ROWS_NAMED {
                note.rows.push(row);
            }
        }
    }

    /// What should be known about rows that were taken.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Adds the report of another file.
    pub fn add(&mut self, other: Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        for note in other.notes {
            match self.notes.iter_mut().find(|known| known.text == note.text) {
                Some(known) => known.count += note.count,
                None => self.notes.push(note),
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows read", self.read())?;
        for (outcome, count) in Outcome::ALL.iter().zip(self.counts).filter(|(_, count)| *count > 0) {
            write!(f, ", {count} {}", outcome.code())?;
        }
        self.notes.iter().try_for_each(|note| write!(f, "\n{note}"))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        if self.count > 0 {
            let rows: Vec<_> = self.rows.iter().map(u64::to_string).collect();
            let more = if self.count > self.rows.len() as u64 { ", …" } else { "" };
            write!(f, ": {} rows ({}{more})", self.count, rows.join(", "))?;
        }
        Ok(())
    }
}
