//! The parts of a profile that describe a file: columns, groups, places.

use std::{fmt, marker::PhantomData};

use kernel::{Level, Names};
use regex::Regex;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

use crate::{DayFormat, NumberFormat};

/// A table of TOML whose keys keep their order.
#[derive(Clone, Debug)]
pub struct Ordered<T>(Vec<(String, T)>);

/// A text in the three languages; any may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// In Arabic.
    pub ar: Option<String>,
    /// In French.
    pub fr: Option<String>,
    /// In English.
    pub en: Option<String>,
}

/// How a file is recognised: by columns that it has; if several kinds have them, by its name too.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// Columns that all must be there.
    pub columns: Vec<String>,
    /// The file's name, with `*` for anything.
    pub name: Option<String>,
}

/// What happens to a row that says exactly what another row said of the same subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeats {
    /// The first is taken, the others are counted as repeated.
    #[default]
    Once,
    /// All are rejected.
    Reject,
    /// Nothing is compared: the subject may stand in many rows.
    Keep,
}

/// Where a field comes from and how it is read. Exactly one of `column`, `columns`, `path` and `constant` is given.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Column {
    /// The column of the file.
    pub column: Option<String>,
    /// Other names that the column may have.
    pub aliases: Vec<String>,
    /// Several columns, whose known values are joined.
    pub columns: Vec<String>,
    /// What joins them; a space if not given.
    pub join: Option<String>,
    /// Columns that lead from a large place to a small one.
    pub path: Vec<Step>,
    /// A value that every row has.
    pub constant: Option<String>,
    /// How days are written, besides ISO 8601's form.
    pub dates: Vec<DayFormat>,
    /// How numbers are written.
    pub number: NumberFormat,
    /// The list that turns values into codes.
    pub codes: Option<String>,
    /// What separates several values in one field.
    pub split: Option<String>,
    /// What means unknown, besides an empty field; instead of the file's.
    pub unknown: Option<Vec<String>>,
    /// Whether a row without a known value is rejected.
    pub required: bool,
    /// Whether the file may lack the column.
    pub optional: bool,
    /// What is taken of the value: the first group of the pattern. A value that it does not match is a fault.
    pub extract: Option<Pattern>,
    /// What is done with spaces.
    pub spaces: Spaces,
    /// What to write here, for people who fill in the template.
    pub about: Words,
    /// A value as it could be, for the template.
    pub example: Option<String>,
}

/// What is done with spaces and line ends in a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spaces {
    /// Those around it are taken away; within it, any number of them becomes one space.
    #[default]
    Collapse,
    /// Those around it are taken away.
    Trim,
}

/// One step of a path of places.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The column of the file.
    pub column: String,
    /// What kind of place it names.
    #[serde(deserialize_with = "level")]
    pub level: Level,
    /// The list that gives its code; without one, the code is made of the place above and the name.
    pub codes: Option<String>,
}

/// Rows that stand for several subjects at once, such as totals of subjects that are not listed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What the group is called where rows are counted.
    pub name: String,
    /// Which rows these are.
    pub when: When,
    /// Fields that come from elsewhere in these rows.
    #[serde(default)]
    pub columns: Ordered<Column>,
}

/// By which value a row is recognised; exactly one of `equals` and `matches` is given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The column of the file.
    pub column: String,
    /// The value that it has.
    pub equals: Option<String>,
    /// The pattern that its value matches.
    pub matches: Option<Pattern>,
}

/// A place that a profile brings along.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredPlace {
    /// Its code: `GB-ENG`.
    pub code: String,
    /// What kind of place it is.
    #[serde(deserialize_with = "level")]
    pub level: Level,
    /// The place above it, declared before it.
    pub parent: Option<String>,
    /// What it is called.
    pub names: Words,
}

/// A regular expression.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Pattern(pub(crate) Regex);

impl TryFrom<String> for Pattern {
    type Error = regex::Error;

    fn try_from(text: String) -> Result<Self, regex::Error> {
        Regex::new(&text).map(Self)
    }
}

impl Words {
    /// As the kernel keeps names.
    pub fn names(&self) -> Names {
        Names { ar: self.ar.clone(), fr: self.fr.clone(), en: self.en.clone() }
    }
}

impl DeclaredPlace {
    /// As the kernel keeps places; it always holds.
    pub(crate) fn place(&self) -> kernel::Place {
        kernel::Place {
            code: self.code.clone(),
            level: self.level,
            parent: self.parent.clone(),
            delegation: None,
            names: self.names.names(),
            from: None,
            until: None,
        }
    }
}

impl Column {
    /// The columns of the file that it reads, as the profile calls them.
    pub fn reads(&self) -> impl Iterator<Item = &str> {
        let path = self.path.iter().map(|step| &step.column);
        self.column.iter().chain(&self.columns).chain(path).map(String::as_str)
    }
}

impl When {
    /// Whether the value is the one meant.
    pub(crate) fn holds(&self, value: &str) -> bool {
        match (&self.equals, &self.matches) {
            (Some(wanted), _) => wanted == value,
            (None, Some(pattern)) => pattern.0.is_match(value),
            (None, None) => false,
        }
    }
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Ordered<T> {
    /// What the key stands for.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(other, _)| other == key).map(|(_, value)| value)
    }

    /// Keys and what they stand for, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// As `iter`, to change what they stand for.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut T)> {
        self.0.iter_mut().map(|(key, value)| (key.as_str(), value))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = Ordered<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered<T>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Ordered(pairs))
            }
        }

        deserializer.deserialize_map(Pairs(PhantomData))
    }
}

/// Reads the code of a level.
fn level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Level, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}
