//! A field of the vocabulary in one file: which columns it reads there, and what its value is in a row.

use std::borrow::Cow;

use crate::{
    FileProfile, Header, MissingColumn, Profile, Reason, Row,
    profile::{Column, Spaces},
};

/// A field and where it is in one file.
#[derive(Clone, Debug)]
pub(crate) struct Field<'p> {
    pub(crate) name: &'p str,
    pub(crate) spec: &'p Column,
    /// The columns that it reads; empty if the file lacks an optional one.
    columns: Vec<usize>,
    /// What the file calls them.
    pub(crate) label: String,
    unknown: &'p [String],
}

/// The fields of a file, and those of each of its groups.
#[derive(Clone, Debug)]
pub(crate) struct Plan<'p> {
    pub(crate) base: Vec<Field<'p>>,
    /// For each group the column that tells it, and its fields.
    pub(crate) groups: Vec<(usize, Vec<Field<'p>>)>,
}

impl<'p> Plan<'p> {
    /// Finds the columns of every field; all that are missing, or one that is there twice, are told together.
    pub(crate) fn of(file: &'p FileProfile, header: &Header) -> Result<Self, Mismatch> {
        let mut missing = Vec::new();
        let mut find = |name: &'p str, spec: &'p Column| Field::of(name, spec, file, header, &mut missing);
        let base: Vec<_> = file.columns.iter().map(|(name, spec)| find(name, spec)).collect();
        let mut groups = Vec::new();
        for group in &file.groups {
            let kept = base.iter().filter(|field| group.columns.get(field.name).is_none()).cloned();
            let own: Vec<_> = group.columns.iter().map(|(name, spec)| find(name, spec)).collect();
            groups.push((file.find(header, &group.when.column), kept.chain(own).collect()));
        }
        let tells = file.groups.iter().map(|group| &group.when.column).chain(&file.recognised.columns);
        missing.extend(tells.filter(|name| file.find(header, name).is_none()).map(|name| header.missing(name)));
        missing.sort_by(|a, b| a.name.cmp(&b.name));
        missing.dedup();
        if !missing.is_empty() {
            return Err(Mismatch::Missing(missing));
        }
        let mut read = base.iter().chain(groups.iter().flat_map(|(_, fields)| fields)).flat_map(|field| &field.columns);
        if let Some(twice) = read.find(|&&index| header.is_twice(index)) {
            return Err(Mismatch::Twice(header.names().get(*twice).cloned().unwrap_or_default()));
        }
        let groups = groups.into_iter().filter_map(|(column, fields)| Some((column?, fields))).collect();
        Ok(Self { base, groups })
    }

    /// The columns of the file that some field reads.
    pub(crate) fn reads(&self, column: usize) -> bool {
        let groups = self.groups.iter().flat_map(|(_, fields)| fields);
        self.base.iter().chain(groups).any(|field| field.columns.contains(&column))
            || self.groups.iter().any(|(tells, _)| *tells == column)
    }

    /// The columns whose numbers are written with another decimal mark than a point.
    pub(crate) fn decimals(&self) -> impl Iterator<Item = (usize, char)> {
        let mark = |field: &Field<'p>| field.spec.number.decimal.chars().next().filter(|mark| *mark != '.');
        self.base.iter().flat_map(move |field| field.columns.iter().filter_map(move |at| Some((*at, mark(field)?))))
    }
}

/// Why a file does not fit its profile.
pub(crate) enum Mismatch {
    Missing(Vec<MissingColumn>),
    Twice(String),
}

impl<'p> Field<'p> {
    fn of(
        name: &'p str,
        spec: &'p Column,
        file: &'p FileProfile,
        header: &Header,
        missing: &mut Vec<MissingColumn>,
    ) -> Self {
        let mut columns = Vec::new();
        for column in spec.reads() {
            let aliases = spec.aliases.iter().map(String::as_str);
            match std::iter::once(column).chain(aliases).find_map(|name| header.find(name)) {
                Some(index) => columns.push(index),
                None if spec.optional => {}
                None => missing.push(header.missing(column)),
            }
        }
        let labels = columns.iter().filter_map(|&index| header.names().get(index)).map(String::as_str);
        let label = labels.collect::<Vec<_>>().join(" + ");
        Self { name, spec, columns, label, unknown: spec.unknown.as_ref().unwrap_or(&file.unknown) }
    }

    /// What the file has in its columns, joined.
    pub(crate) fn seen<'a>(&self, row: Row<'a>) -> Cow<'a, str> {
        if let [column] = self.columns.as_slice() {
            return row.get(*column).unwrap_or_default().into();
        }
        let values = self.columns.iter().filter_map(|&column| row.get(column));
        values.collect::<Vec<_>>().join(" + ").into()
    }

    /// What its columns say, spaces put in order and what is unknown left empty: rows are compared by this.
    pub(crate) fn said<'a>(&self, row: Row<'a>) -> Cow<'a, str> {
        if let [column] = self.columns.as_slice() {
            return self.known(row, *column).unwrap_or_default();
        }
        let values = self.columns.iter().map(|&column| self.known(row, column).unwrap_or_default());
        values.collect::<Vec<_>>().join(" + ").into()
    }

    /// The value, with spaces put in order and `extract` applied; none if it is unknown.
    pub(crate) fn value<'a>(&self, row: Row<'a>) -> Result<Option<Cow<'a, str>>, Reason>
    where
        'p: 'a,
    {
        let whole: Cow<'a, str> = match (&self.spec.constant, self.columns.as_slice()) {
            (Some(constant), _) => constant.as_str().into(),
            (None, [column]) => match self.known(row, *column) {
                Some(value) => value,
                None => return Ok(None),
            },
            (None, columns) => {
                let known: Vec<_> = columns.iter().filter_map(|column| self.known(row, *column)).collect();
                known.join(self.spec.join.as_deref().unwrap_or(" ")).into()
            }
        };
        if whole.is_empty() {
            return Ok(None);
        }
        let Some(pattern) = &self.spec.extract else { return Ok(Some(whole)) };
        let taken = pattern.0.captures(&whole).ok_or_else(|| Reason::Shape(whole.clone().into_owned()))?;
        let taken = taken.get(1).map_or("", |group| group.as_str()).trim();
        Ok((!taken.is_empty() && !self.is_unknown(taken)).then(|| taken.to_owned().into()))
    }

    /// One column's value, if it is known.
    pub(crate) fn known<'a>(&self, row: Row<'a>, column: usize) -> Option<Cow<'a, str>> {
        let value = row.get(column)?.trim();
        if value.is_empty() || self.is_unknown(value) {
            return None;
        }
        if self.spec.spaces == Spaces::Trim || is_tight(value) {
            return Some(value.into());
        }
        Some(value.split_whitespace().collect::<Vec<_>>().join(" ").into())
    }

    /// The columns of a path, in its order.
    pub(crate) fn steps(&self) -> impl Iterator<Item = (usize, &'p crate::profile::Step)> {
        self.columns.iter().copied().zip(&self.spec.path)
    }

    fn is_unknown(&self, value: &str) -> bool {
        self.unknown.iter().any(|unknown| unknown.eq_ignore_ascii_case(value))
    }

    /// The code of a value by the field's list; the value itself if it has no list.
    pub(crate) fn code(&self, profile: &'p Profile, value: &str) -> Result<Option<String>, Reason> {
        let Some(name) = &self.spec.codes else { return Ok(Some(value.to_owned())) };
        let list = profile.codes.get(name).ok_or_else(|| Reason::Other(format!("there is no list `{name}`")))?;
        Ok(list.code(name, value)?.map(str::to_owned))
    }
}

/// Whether a trimmed text has but single plain spaces between its words.
fn is_tight(text: &str) -> bool {
    let mut before = '\0';
    text.chars().all(|c| {
        let tight = if c == ' ' { before != ' ' } else { !c.is_whitespace() };
        before = c;
        tight
    })
}
