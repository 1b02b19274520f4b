//! A table read by its profile: a source with the fields found in it, one entry at a time.

use std::{
    io::{self, Cursor},
    path::Path,
    sync::Arc,
};

use crate::{
    Entry, Fault, NotATable, Outcome, Profile, Reason, Rejects, Report, Row, Source,
    field::{Field, Mismatch, Plan},
    fold::nearest,
    profile::{FileProfile, Repeats},
    repeats::{Standing, Survey},
};

/// A table of which the profile knows what its columns mean.
pub struct Table<'p> {
    profile: &'p Profile,
    file: &'p FileProfile,
    plan: Plan<'p>,
    source: Source,
    survey: Option<Survey>,
}

/// Why a table was not taken in to its end. Nothing of it should be kept.
#[derive(Debug, thiserror::Error)]
pub enum Stopped<E> {
    /// The file cannot be read further.
    #[error(transparent)]
    File(NotATable),
    /// The rejected rows cannot be written.
    #[error("the rejected rows cannot be written: {0}")]
    Rejects(io::Error),
    /// The taker failed.
    #[error(transparent)]
    Taker(E),
}

impl Profile {
    /// Opens a table, recognises it by its columns and looks once through it for repeated and contradicting rows.
    ///
    /// # Errors
    /// When it is no table, or none that the profile describes: then the columns are told that the nearest kind of file lacks.
    pub fn open<'p>(&'p self, path: &Path) -> Result<Table<'p>, NotATable> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut fitting: Option<(&FileProfile, Source)> = None;
        let mut nearest: Option<NotATable> = None;
        for file in &self.files {
            let source = match Source::open(path, &file.format()) {
                Ok(source) => source,
                Err(sheet @ NotATable::NoSheet { .. }) => {
                    nearest = nearest.or(Some(sheet));
                    continue;
                }
                Err(other) => return Err(other),
            };
            let lacks = file.recognised.columns.iter().filter(|column| file.find(source.header(), column).is_none());
            let missing: Vec<_> = lacks.map(|column| source.header().missing(column)).collect();
            let named = file.recognised.name.as_ref().is_some_and(|pattern| is_like(&name, pattern));
            if missing.is_empty() {
                if fitting.is_none() || named {
                    fitting = Some((file, source));
                }
                continue;
            }
            let fewer =
                |than: &NotATable| matches!(than, NotATable::Columns { missing: m, .. } if m.len() <= missing.len());
            if !nearest.as_ref().is_some_and(fewer) {
                let there = source.header().original().map(|(_, name)| name.to_owned()).collect();
                nearest = Some(NotATable::Columns { name: name.clone().into_owned(), missing, there });
            }
        }
        match fitting {
            Some((file, _)) => Table::of(self, file, || Source::open(path, &file.format())),
            None => Err(nearest.unwrap_or_else(|| NotATable::NoHeader(name.into_owned()))),
        }
    }

    /// Opens a table as the kind of file with this role, whatever it looks like.
    ///
    /// # Errors
    /// When it is no table or lacks columns of that kind.
    pub fn open_as<'p>(&'p self, path: &Path, role: &str) -> Result<Table<'p>, NotATable> {
        let file = self.file(role).ok_or_else(|| NotATable::NoRole(role.to_owned()))?;
        Table::of(self, file, || Source::open(path, &file.format()))
    }

    /// Opens a table that was sent under this name as the kind of file with this role, without a trace on the disk.
    ///
    /// # Errors
    /// When it is no table or lacks columns of that kind.
    pub fn open_bytes<'p>(&'p self, name: &str, bytes: Arc<[u8]>, role: &str) -> Result<Table<'p>, NotATable> {
        let file = self.file(role).ok_or_else(|| NotATable::NoRole(role.to_owned()))?;
        Table::of(self, file, || Source::read(name, Cursor::new(Arc::clone(&bytes)), &file.format()))
    }
}

impl<'p> Table<'p> {
    /// A table that can be read again from its beginning.
    fn of(
        profile: &'p Profile,
        file: &'p FileProfile,
        open: impl Fn() -> Result<Source, NotATable>,
    ) -> Result<Self, NotATable> {
        let mut source = open()?;
        let name = source.name().to_owned();
        let there = || source.header().original().map(|(_, name)| name.to_owned()).collect();
        let plan = Plan::of(file, source.header()).map_err(|mismatch| match mismatch {
            Mismatch::Missing(missing) => NotATable::Columns { name: name.clone(), missing, there: there() },
            Mismatch::Twice(column) => NotATable::ColumnTwice { name: name.clone(), column },
        })?;
        let compare = !file.unique.is_empty() && file.repeats != Repeats::Keep;
        let survey = match compare {
            true => Some(Survey::of(file, &plan, &open)?),
            false => None,
        };
        for (column, mark) in plan.decimals() {
            source.write_decimals(column, mark);
        }
        Ok(Self { profile, file, plan, source, survey })
    }

    /// What the file is for.
    pub fn role(&self) -> &'p str {
        &self.file.role
    }

    /// The file below.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What should be known about how it is read: guessed encodings (complete at the end), columns that were passed over
    /// although the file may lack some that the profile knows.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = self.source.notes();
        let header = self.source.header();
        let absent: Vec<&str> =
            self.file.columns.iter().filter(|(_, spec)| spec.optional).flat_map(|(_, spec)| spec.reads()).collect();
        if absent.is_empty() {
            return notes;
        }
        for (index, name) in header.original().filter(|(_, name)| !name.is_empty()) {
            if self.plan.reads(index) {
                continue;
            }
            let lacking = absent.iter().copied().filter(|column| self.file.find(header, column).is_none());
            notes.push(match nearest(name, lacking) {
                Some(near) => format!("the column `{name}` is not read; is `{near}` meant?"),
                None => format!("the column `{name}` is not read"),
            });
        }
        notes
    }

    /// The next entry; none at the end. An entry may come with faults already: a wrong number of fields, a needed value
    /// that is not there, a contradiction of another row.
    ///
    /// # Errors
    /// When the rest of the file cannot be read.
    #[expect(clippy::should_implement_trait, reason = "an entry borrows from its table, which no `Iterator` can say")]
    pub fn next(&mut self) -> Result<Option<Entry<'_>>, NotATable> {
        if !self.source.advance()? {
            return Ok(None);
        }
        let row = self.source.row();
        let (group, fields) = fields_of(self.file, &self.plan, row);
        let mut entry =
            Entry { row, fields, profile: self.profile, group, faults: Vec::new(), repeats: None, notes: Vec::new() };
        if let Some((has, wants)) = row.misfit() {
            let few = has < wants;
            let reason = if few { Reason::TooFewFields { has, wants } } else { Reason::TooManyFields { has, wants } };
            entry.faults.push(Fault { field: String::new(), column: String::new(), seen: String::new(), reason });
            return Ok(Some(entry));
        }
        for field in fields.iter().filter(|field| field.spec.required) {
            if matches!(field.value(row), Ok(None)) {
                entry.fault(field.name, Reason::Required);
            }
        }
        let key = self.file.unique.first().map(String::as_str).unwrap_or_default();
        match self.survey.as_ref().map(|survey| survey.standing(self.file, &self.plan, row)) {
            Some(Standing::Repeats(first)) if self.file.repeats == Repeats::Reject => {
                entry.fault(key, Reason::Other(format!("row {first} says exactly the same")));
            }
            Some(Standing::Repeats(first)) => entry.repeats = Some(first),
            Some(Standing::Contradicts(reason)) => entry.fault(key, reason),
            Some(Standing::First) | None => {}
        }
        Ok(Some(entry))
    }

    /// Takes in the whole table: hands every row that may be good to `take`, writes the bad ones to `rejects`, and counts.
    ///
    /// Rows that repeat another, and rows with faults before anything was read of them, are not handed over. A row in which
    /// `take` finds faults is rejected, whatever it returns.
    ///
    /// # Errors
    /// When the file cannot be read to its end, the rejects cannot be written or `take` fails.
    pub fn take_in<W: io::Write, E>(
        &mut self,
        rejects: &mut Rejects<W>,
        mut take: impl FnMut(&mut Entry<'_>) -> Result<Outcome, E>,
    ) -> Result<Report, Stopped<E>> {
        let mut report = Report::default();
        while let Some(mut entry) = self.next().map_err(Stopped::File)? {
            let mut outcome = match entry.repeats {
                _ if !entry.is_sound() => Outcome::Rejected,
                Some(_) => Outcome::Repeated,
                None => take(&mut entry).map_err(Stopped::Taker)?,
            };
            if outcome == Outcome::Rejected && entry.is_sound() {
                entry.reject("", "the row was not taken");
            }
            if !entry.is_sound() {
                outcome = Outcome::Rejected;
                rejects.write(entry.row, &entry.faults).map_err(Stopped::Rejects)?;
            }
            if outcome != Outcome::Rejected {
                entry.notes.drain(..).for_each(|note| report.note(note, Some(entry.row.number())));
            }
            report.count(outcome);
        }
        rejects.flush().map_err(Stopped::Rejects)?;
        self.notes().into_iter().for_each(|note| report.note(note, None));
        Ok(report)
    }
}

/// The group that a row belongs to, and the fields that hold in it.
pub(crate) fn fields_of<'a, 'p>(
    file: &'a FileProfile,
    plan: &'a Plan<'p>,
    row: Row<'_>,
) -> (Option<&'a str>, &'a [Field<'p>]) {
    for (group, (column, fields)) in file.groups.iter().zip(&plan.groups) {
        if group.when.holds(row.get(*column).unwrap_or_default().trim()) {
            return (Some(&group.name), fields);
        }
    }
    (None, &plan.base)
}

/// Whether a name is like a pattern in which `*` stands for anything.
fn is_like(name: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.is_empty()
}
