//! One row as typed values. What is wrong with it gathers as it is read, so that all of it can be told at once.

use std::{borrow::Cow, fmt, str::FromStr};

use kernel::{Date, Level};

use crate::{
    Fault, Profile, Reason, Row, day,
    field::Field,
    number::{read_amount, read_count, read_integer, read_percent, read_year},
};

/// How many characters of a text are kept.
const TEXT_CHARS_MAX: usize = 500;

/// A row of a table whose profile is known.
///
/// A value that is unknown and a value that is wrong are both `None`; the second is also a fault of the entry. So a taker reads
/// all it needs, then asks [`Entry::is_sound`] before it acts on any of it.
pub struct Entry<'a> {
    pub(crate) row: Row<'a>,
    pub(crate) fields: &'a [Field<'a>],
    pub(crate) profile: &'a Profile,
    pub(crate) group: Option<&'a str>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) repeats: Option<u64>,
    pub(crate) notes: Vec<String>,
}

/// Where something is: the code of its finest known place, and the places that have to exist for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The code of the place.
    pub code: String,
    /// Places that the profile does not declare, upper ones first; they repeat from row to row.
    pub derived: Vec<DerivedPlace>,
}

/// A place that follows from a row: its code is the upper place's with its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DerivedPlace {
    /// `TG-P/Kloto`.
    pub code: String,
    /// What kind of place it is.
    pub level: Level,
    /// The code of the place above it.
    pub parent: String,
    /// What the file calls it.
    pub name: String,
}

impl<'a> Entry<'a> {
    /// The row as it was sent.
    pub fn row(&self) -> Row<'a> {
        self.row
    }

    /// The name of the group that the row stands for; none if it stands for one subject.
    pub fn group(&self) -> Option<&'a str> {
        self.group
    }

    /// The first row that said exactly this, if this one repeats it.
    pub fn repeats(&self) -> Option<u64> {
        self.repeats
    }

    /// Whether nothing wrong was found so far.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// What was found wrong so far.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether the profile says where the field comes from.
    pub fn has(&self, field: &str) -> bool {
        self.field(field).is_some()
    }

    /// Finds a fault with a field, in the taker's words.
    pub fn reject(&mut self, field: &str, why: impl fmt::Display) {
        self.fault(field, Reason::Other(why.to_string()));
    }

    /// Notes a reservation: something that should be known although the row is taken. The report counts rows by this text.
    pub fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    /// A text of up to 500 characters.
    pub fn text(&mut self, field: &str) -> Option<String> {
        self.read(field, |_, value| check_text(&value).map(|()| value.into_owned()))
    }

    /// A code: the value as the field's list translates it, or as it is if there is no list.
    pub fn code(&mut self, field: &str) -> Option<String> {
        let profile = self.profile;
        self.read(field, |spec, value| spec.code(profile, &value))?
    }

    /// Several codes, as the field's `split` separates them; each once.
    pub fn codes(&mut self, field: &str) -> Vec<String> {
        let profile = self.profile;
        let read = |spec: &Field<'a>, value: Cow<'_, str>| {
            let mut codes = Vec::new();
            let separator = spec.spec.split.as_deref().unwrap_or(",");
            for part in value.split(separator).map(str::trim).filter(|part| !part.is_empty()) {
                codes.extend(spec.code(profile, part)?.filter(|code| !codes.contains(code)));
            }
            Ok(codes)
        };
        self.read(field, read).unwrap_or_default()
    }

    /// A code as a type of the taker's: what it says of a wrong one becomes the fault.
    pub fn parse<T: FromStr<Err: fmt::Display>>(&mut self, field: &str) -> Option<T> {
        let code = self.code(field)?;
        match code.parse() {
            Ok(value) => Some(value),
            Err(why) => {
                self.reject(field, why);
                None
            }
        }
    }

    /// A day.
    pub fn date(&mut self, field: &str) -> Option<Date> {
        let edition = self.profile.edition();
        self.read(field, |spec, value| day::read_day(&value, &spec.spec.dates, edition))
    }

    /// How many there are of something.
    pub fn count(&mut self, field: &str) -> Option<i64> {
        self.read(field, |spec, value| read_count(&value, &spec.spec.number))
    }

    /// A whole number, which may be negative.
    pub fn integer(&mut self, field: &str) -> Option<i64> {
        self.read(field, |spec, value| read_integer(&value, &spec.spec.number))
    }

    /// An amount in minor units of the source's currency.
    pub fn amount(&mut self, field: &str) -> Option<i64> {
        let currency = self.profile.source.currency;
        let unnamed = || Reason::Other("the profile names no currency".to_owned());
        self.read(field, |spec, value| read_amount(&value, &spec.spec.number, currency.ok_or_else(unnamed)?))
    }

    /// A percentage in hundredths of a percent.
    pub fn percent(&mut self, field: &str) -> Option<i64> {
        self.read(field, |spec, value| read_percent(&value, &spec.spec.number))
    }

    /// A year.
    pub fn year(&mut self, field: &str) -> Option<i16> {
        self.read(field, |_, value| read_year(&value))
    }

    /// A place: along the field's path as far as it is known, else the code.
    pub fn place(&mut self, field: &str) -> Option<Located> {
        let spec = self.field(field)?;
        if spec.spec.path.is_empty() {
            return Some(Located { code: self.code(field)?, derived: Vec::new() });
        }
        match located(spec, self.row, self.profile) {
            Ok(located) => located,
            Err(reason) => {
                self.fault(field, reason);
                None
            }
        }
    }

    /// The field with this name. Its borrow is the file's, not the entry's.
    fn field(&self, name: &str) -> Option<&'a Field<'a>> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Reads a known value; what is wrong becomes a fault.
    fn read<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&'a Field<'a>, Cow<'a, str>) -> Result<T, Reason>,
    ) -> Option<T> {
        let field = self.field(name)?;
        match field.value(self.row) {
            Ok(None) => None,
            Ok(Some(value)) => read(field, value).map_err(|reason| self.fault(name, reason)).ok(),
            Err(reason) => {
                self.fault(name, reason);
                None
            }
        }
    }

    /// Adds a fault, once.
    pub(crate) fn fault(&mut self, name: &str, reason: Reason) {
        let field = self.field(name);
        let column = field.map(|field| field.label.clone()).unwrap_or_default();
        let seen = field.map(|field| field.seen(self.row).into_owned()).unwrap_or_default();
        let fault = Fault { field: name.to_owned(), column, seen, reason };
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

/// Follows a path of places down to the first that is not known.
fn located(field: &Field<'_>, row: Row<'_>, profile: &Profile) -> Result<Option<Located>, Reason> {
    let mut found: Option<Located> = None;
    for (column, step) in field.steps() {
        let Some(name) = field.known(row, column) else { break };
        check_text(&name)?;
        let listed = match step.codes.as_ref().and_then(|list| Some((list, profile.codes.get(list)?))) {
            Some((list, codes)) => codes.code(list, &name)?.map(str::to_owned),
            None => None,
        };
        found = match (found.take(), listed) {
            (None, Some(code)) => Some(Located { code, derived: Vec::new() }),
            (None, None) => break,
            (Some(above), Some(code)) => Some(Located { code, ..above }),
            (Some(mut above), None) => {
                // The slash separates the steps of a code.
                let code = format!("{}/{}", above.code, name.replace('/', "-"));
                let (level, name) = (step.level, name.into_owned());
                above.derived.push(DerivedPlace { code: code.clone(), level, parent: above.code, name });
                Some(Located { code, derived: above.derived })
            }
        };
    }
    Ok(found)
}

/// Whether a text can be kept as it is.
fn check_text(text: &str) -> Result<(), Reason> {
    const FORMULA_ERRORS: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#DATA!"];
    // Overrides turn letters around, so a text could show as another one.
    let is_bad = |c: char| c.is_control() || matches!(c, '\u{202d}' | '\u{202e}' | '\u{fffd}');
    match text.chars().find(|&c| is_bad(c)) {
        Some('\u{fffd}') => return Err(Reason::Undecoded),
        Some(bad) => return Err(Reason::Control(bad)),
        None => {}
    }
    if text.starts_with('#') && FORMULA_ERRORS.contains(&text) {
        return Err(Reason::Formula(text.to_owned()));
    }
    // A text has no more characters than bytes.
    match text.len() > TEXT_CHARS_MAX && text.chars().count() > TEXT_CHARS_MAX {
        true => Err(Reason::TooLong { length: text.chars().count(), most: TEXT_CHARS_MAX }),
        false => Ok(()),
    }
}
