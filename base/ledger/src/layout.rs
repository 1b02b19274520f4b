//! The lines of an answer, and in which of them each cell counts.
//!
//! Finding them means looking at every cell once, so layouts are kept for questions of the same shape.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Arc, Mutex, PoisonError},
};

use kernel::{Date, Level, Territory};

use crate::{
    Cell, Cells, Code, Schema, UNKNOWN,
    question::{Asked, Axis},
};

/// A line that counts nowhere.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// Layouts kept at a time; when there are more, all are thrown away.
const KEPT: usize = 64;

/// One line: what it is for.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// One value for each axis.
    pub(crate) values: Arc<[Arc<str>]>,
    /// The code of the currency of its amounts.
    pub(crate) currency: Option<Arc<str>>,
}

/// The lines, in the order of their values, and the line of each cell (or rolled-up cell).
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) rows: Vec<Row>,
    pub(crate) line_of: Vec<u32>,
}

/// What makes two questions have the same layout.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    pub(crate) by: Vec<Axis>,
    pub(crate) only: Vec<(Axis, Vec<String>)>,
    pub(crate) currency: Option<usize>,
    /// Which version of the territory: how many of its changes lie before.
    pub(crate) tree: usize,
    /// Whether it is laid out over rolled-up cells, and how many of them there are.
    pub(crate) rolled: bool,
    pub(crate) cells: usize,
}

/// Layouts by shape.
#[derive(Debug, Default)]
pub(crate) struct Layouts(Mutex<HashMap<Shape, Arc<Layout>>>);

impl Clone for Layouts {
    /// A copy of a projection finds its layouts again by itself.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Layouts {
    /// The layout of this shape, made now if it is not kept.
    pub(crate) fn get(&self, shape: Shape, make: impl FnOnce(&Shape) -> Layout) -> Arc<Layout> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        match kept.entry(shape) {
            Entry::Occupied(found) => Arc::clone(found.get()),
            Entry::Vacant(place) => {
                let layout = Arc::new(make(place.key()));
                Arc::clone(place.insert(layout))
            }
        }
    }
}

impl Shape {
    /// The shape of a question over `cells` cells.
    pub(crate) fn of(asked: &Asked, tree: usize, rolled: bool, cells: usize) -> Self {
        Self { by: asked.by.clone(), only: asked.only.clone(), currency: asked.currency, tree, rolled, cells }
    }

    /// Lays out the lines over these cells, with the territory of the day `tree`.
    pub(crate) fn lay_out(&self, cells: &Cells, schema: &Schema, territory: &Territory, tree: Date) -> Layout {
        let mut places =
            Places { schema, territory, tree, known: HashMap::new(), unknown: schema.codes().intern(UNKNOWN) };
        let allow = |values: &Vec<String>| values.iter().filter_map(|value| schema.codes().find(value)).collect();
        let only: Vec<(Axis, Vec<Code>)> = self.only.iter().map(|(axis, values)| (*axis, allow(values))).collect();
        // Amounts in different currencies stay apart until it is clear that there is only one.
        let axes: Vec<Axis> = self.by.iter().copied().chain(self.currency.map(Axis::Column)).collect();
        let mut numbers: HashMap<Vec<Code>, u32> = HashMap::new();
        let mut key = Vec::with_capacity(axes.len());
        let mut line_of: Vec<u32> = Vec::with_capacity(cells.len());
        for cell in cells.iter() {
            let allowed =
                |(axis, codes): &(Axis, Vec<Code>)| places.value(cell, *axis).is_some_and(|code| codes.contains(&code));
            let counts = only.iter().all(allowed);
            key.clear();
            key.extend(axes.iter().filter_map(|axis| places.value(cell, *axis)));
            line_of.push(match (counts && key.len() == axes.len(), numbers.get(&key)) {
                (false, _) => NOWHERE,
                (true, Some(line)) => *line,
                (true, None) => {
                    let line = u32::try_from(numbers.len()).unwrap_or(NOWHERE);
                    numbers.insert(key.clone(), line);
                    line
                }
            });
        }
        self.sorted(schema, numbers, line_of)
    }

    /// Numbers the lines anew in the order of their values.
    fn sorted(&self, schema: &Schema, numbers: HashMap<Vec<Code>, u32>, mut line_of: Vec<u32>) -> Layout {
        let row = |(key, line): (Vec<Code>, u32)| {
            let mut texts: Vec<Arc<str>> = key.iter().map(|code| schema.codes().text(*code)).collect();
            let currency = self.currency.and_then(|_| texts.pop());
            (Row { values: texts.into(), currency }, line)
        };
        let mut rows: Vec<(Row, u32)> = numbers.into_iter().map(row).collect();
        rows.sort_by(|(one, _), (other, _)| (&one.values, &one.currency).cmp(&(&other.values, &other.currency)));
        let mut renumbered = vec![NOWHERE; rows.len()];
        for (new, (_, old)) in (0_u32..).zip(&rows) {
            if let Some(line) = renumbered.get_mut(*old as usize) {
                *line = new;
            }
        }
        for line in &mut line_of {
            *line = renumbered.get(*line as usize).copied().unwrap_or(NOWHERE);
        }
        Layout { rows: rows.into_iter().map(|(row, _)| row).collect(), line_of }
    }
}

/// Reads the values of cells, those of the territory included.
struct Places<'a> {
    schema: &'a Schema,
    territory: &'a Territory,
    tree: Date,
    known: HashMap<(Code, Level), Code>,
    unknown: Code,
}

impl Places<'_> {
    fn value(&mut self, cell: &Cell, axis: Axis) -> Option<Code> {
        match axis {
            Axis::Column(dimension) => cell.get(dimension),
            Axis::Place(level) => {
                let code = cell.get(Schema::PLACE)?;
                let codes = self.schema.codes();
                Some(*self.known.entry((code, level)).or_insert_with(|| {
                    let found = self.territory.ancestor(&codes.text(code), level, self.tree);
                    found.map_or(self.unknown, |place| codes.intern(&place.code))
                }))
            }
            Axis::Year => None,
        }
    }
}
