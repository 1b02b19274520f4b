//! Rows that speak of the same subject twice: exact repeats, and contradictions, of which both sides are told.

use std::{
    collections::{HashMap, HashSet, hash_map},
    hash::{BuildHasher, RandomState},
};

use crate::{NotATable, Reason, Row, Source, field::Plan, profile::FileProfile, table::fields_of};

/// How many contradicting rows are kept with their values; the faults of further ones say only that there are others.
const KEPT_MAX: usize = 10_000;

/// What a first reading of a file found. It keeps about 16 bytes a row, whatever is in the rows.
pub(crate) struct Survey {
    hasher: RandomState,
    /// For each subject, its first row.
    firsts: HashMap<u64, u32>,
    /// Subjects of which rows say different things, with those rows.
    contested: HashMap<u64, Vec<Said>>,
}

/// What a row says of a contested subject.
struct Said {
    row: u64,
    values: Vec<String>,
}

/// What a row is beside the others.
pub(crate) enum Standing {
    /// The only one, or the first, of its subject.
    First,
    /// It repeats this row.
    Repeats(u64),
    /// It contradicts another.
    Contradicts(Reason),
}

impl Survey {
    /// Reads the file once, a second time if there are several rows of one subject, a third time if these contradict each
    /// other.
    pub(crate) fn of(
        file: &FileProfile,
        plan: &Plan<'_>,
        open: impl Fn() -> Result<Source, NotATable>,
    ) -> Result<Self, NotATable> {
        let (firsts, contested) = (HashMap::new(), HashMap::new());
        let mut survey = Self { hasher: RandomState::new(), firsts, contested };
        let mut repeated = HashMap::new();
        let mut source = open()?;
        while let Some(row) = source.next()? {
            let Some(key) = survey.key(file, plan, row) else { continue };
            match survey.firsts.entry(key) {
                hash_map::Entry::Vacant(new) => drop(new.insert(small(row.number()))),
                hash_map::Entry::Occupied(_) => drop(repeated.insert(key, None)),
            }
        }
        if repeated.is_empty() {
            return Ok(survey);
        }
        let mut disputed = HashSet::new();
        let mut source = open()?;
        while let Some(row) = source.next()? {
            let Some((key, first)) = survey.key(file, plan, row).and_then(|key| Some((key, repeated.get_mut(&key)?)))
            else {
                continue;
            };
            let print = survey.print(file, plan, row);
            if *first.get_or_insert(print) != print {
                disputed.insert(key);
            }
        }
        if disputed.is_empty() {
            return Ok(survey);
        }
        let (mut source, mut kept) = (open()?, 0);
        while let Some(row) = source.next()? {
            let Some(key) = survey.key(file, plan, row).filter(|key| disputed.contains(key)) else { continue };
            let said = survey.contested.entry(key).or_default();
            if kept < KEPT_MAX || said.is_empty() {
                let values = fields_of(file, plan, row).1.iter().map(|field| field.said(row).into_owned());
                said.push(Said { row: row.number(), values: values.collect() });
                kept += 1;
            }
        }
        Ok(survey)
    }

    /// What a row is beside the others.
    pub(crate) fn standing(&self, file: &FileProfile, plan: &Plan<'_>, row: Row<'_>) -> Standing {
        let Some(key) = self.key(file, plan, row) else { return Standing::First };
        if let Some(said) = self.contested.get(&key) {
            return Standing::Contradicts(contradiction(file, plan, row, said));
        }
        match self.firsts.get(&key) {
            Some(first) if *first != small(row.number()) => Standing::Repeats(u64::from(*first)),
            _ => Standing::First,
        }
    }

    /// A number that stands for the subject; none if a part of what identifies it is not known, or the row is misshapen.
    fn key(&self, file: &FileProfile, plan: &Plan<'_>, row: Row<'_>) -> Option<u64> {
        if row.misfit().is_some() {
            return None;
        }
        let fields = fields_of(file, plan, row).1;
        let mut key = 0;
        for name in &file.unique {
            let value = fields.iter().find(|field| field.name == name)?.value(row).ok()??;
            key = self.hasher.hash_one((key, value));
        }
        Some(key)
    }

    /// A print of what the row says in all mapped columns.
    fn print(&self, file: &FileProfile, plan: &Plan<'_>, row: Row<'_>) -> u32 {
        let fields = fields_of(file, plan, row).1;
        let all = fields.iter().fold(0, |print, field| self.hasher.hash_one((print, field.said(row))));
        (all >> 32) as u32
    }
}

/// Says which other row differs, and in what.
fn contradiction(file: &FileProfile, plan: &Plan<'_>, row: Row<'_>, said: &[Said]) -> Reason {
    let fields = fields_of(file, plan, row).1;
    let own: Vec<_> = fields.iter().map(|field| field.said(row)).collect();
    let differs = |said: &&Said| said.row != row.number() && said.values != own;
    let other = said.iter().find(differs).or_else(|| said.iter().find(|said| said.row != row.number()));
    let pairs = other.map(|other| fields.iter().zip(&own).zip(&other.values)).into_iter().flatten();
    let differing = pairs.filter(|((_, own), other)| **own != **other);
    let differing: Vec<_> = differing.map(|((field, _), other)| format!("{}: `{other}`", field.label)).collect();
    let subject = fields.iter().filter(|field| file.unique.iter().any(|name| name == field.name));
    let subject: Vec<_> = subject.filter_map(|field| field.value(row).ok()?.map(|value| value.into_owned())).collect();
    Reason::Contradiction {
        row: other.map_or(0, |other| other.row),
        subject: format!("`{}`", subject.join(" ")),
        differs: differing.join(", "),
    }
}

/// A row number in four bytes; no file has more rows.
fn small(row: u64) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
