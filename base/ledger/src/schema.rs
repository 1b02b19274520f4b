//! What can be counted and by what: measures and dimensions, as slices declare them.

use std::array::from_fn;

use crate::{Cell, Codes};

/// How amounts of a measure add up over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// The balance on a day: cooperatives, members, share capital.
    Stock,
    /// The total over a period: registrations, turnover.
    Flow,
}

/// What one unit of a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things counted one by one, by their plural.
    Count(&'static str),
    /// Minor units of the currency that the cell names.
    Money,
}

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its code, as in addresses and tables.
    pub code: &'static str,
    /// Stock or flow.
    pub aggregation: Aggregation,
    /// Its unit.
    pub unit: Unit,
    /// What counts, in one or two sentences.
    pub definition: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
    /// The codes of the dimensions that its cells have.
    pub dimensions: &'static [&'static str],
}

/// What a dimension tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Subjects: where it is, its sector. A column of the table `cell`.
    Subject,
    /// Parts of a subject's amounts: by sex, by currency. A column of the table `part`.
    Part,
}

/// Something by which figures can be broken down; a column bears its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its code.
    pub code: &'static str,
    /// What it tells apart.
    pub scope: Scope,
    /// What it means and which values it has.
    pub definition: &'static str,
}

/// A measure by its place in the schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MeasureId(pub(crate) u8);

/// The dimension that the ledger itself knows: where. Country, region, delegation, province and commune are read from it.
pub(crate) const PLACE: Dimension = Dimension {
    code: "place",
    scope: Scope::Subject,
    definition: "The finest known place of the seat; country, region, delegation, province and commune follow from it.",
};

/// The dimension that names the currency of an amount of money.
pub(crate) const CURRENCY: Dimension =
    Dimension { code: "currency", scope: Scope::Part, definition: "The currency of an amount, by its ISO 4217 code." };

impl Scope {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Subject, Self::Part];
}

/// All measures and dimensions of a program.
#[derive(Clone, Debug)]
pub struct Schema {
    measures: Vec<Measure>,
    dimensions: Vec<Dimension>,
    /// The dimensions of either scope: all bits for those it has, none for the others.
    masks: [[u32; Cell::DIMENSIONS]; 2],
    codes: Codes,
}

impl Schema {
    /// The dimension that says where, which comes first.
    pub(crate) const PLACE: usize = 0;

    /// Puts together what the slices declare.
    ///
    /// # Panics
    /// Never; but more than 16 dimensions or 255 measures are cut off, which [`Schema::check`] says.
    pub fn new(measures: &[&[Measure]], dimensions: &[&[Dimension]]) -> Self {
        let own = [PLACE, CURRENCY];
        let dimensions: Vec<Dimension> = own.iter().chain(dimensions.iter().copied().flatten()).copied().collect();
        let has = |scope, index| dimensions.get(index).is_some_and(|one: &Dimension| one.scope == scope);
        let masks = Scope::ALL.map(|scope| from_fn(|index| if has(scope, index) { u32::MAX } else { 0 }));
        Self { measures: measures.concat(), dimensions, masks, codes: Codes::default() }
    }

    /// What is wrong with the declarations: an unknown dimension, a code declared twice, too many of them.
    pub fn check(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.dimensions.len() > Cell::DIMENSIONS || self.measures.len() > usize::from(u8::MAX) {
            faults.push(format!("more than {} dimensions or 255 measures", Cell::DIMENSIONS));
        }
        for measure in &self.measures {
            for code in measure.dimensions {
                if self.dimension(code).is_none() {
                    faults.push(format!("measure {} has the unknown dimension {code}", measure.code));
                }
            }
        }
        let mut codes: Vec<_> = self.measures.iter().map(|measure| measure.code).collect();
        codes.extend(self.dimensions.iter().map(|dimension| dimension.code));
        codes.sort_unstable();
        faults.extend(codes.windows(2).filter_map(|pair| match pair {
            [one, other] if one == other => Some(format!("{one} is declared twice")),
            _ => None,
        }));
        faults
    }

    /// All measures.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// All dimensions that cells have.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// The codes that cells are made of.
    pub const fn codes(&self) -> &Codes {
        &self.codes
    }

    /// A measure by its code.
    pub fn measure(&self, code: &str) -> Option<MeasureId> {
        let position = self.measures.iter().position(|measure| measure.code == code)?;
        u8::try_from(position).ok().map(MeasureId)
    }

    /// What a measure is.
    pub fn describe(&self, measure: MeasureId) -> Option<&Measure> {
        self.measures.get(usize::from(measure.0))
    }

    /// The dimensions of a scope, each with its place in cells.
    pub(crate) fn of(&self, scope: Scope) -> impl Iterator<Item = (usize, &Dimension)> {
        self.dimensions.iter().enumerate().filter(move |(_, dimension)| dimension.scope == scope)
    }

    /// The two halves of a cell: what its subject is, and which part of the subject's amount it is.
    pub(crate) fn halves(&self, cell: &Cell) -> [Cell; 2] {
        self.masks.each_ref().map(|mask| cell.only(mask))
    }

    /// A dimension's place in cells by its code.
    pub fn dimension(&self, code: &str) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.code == code)
    }

    /// A cell from codes of dimensions and their values; a dimension that does not exist is left out.
    pub fn cell(&self, values: &[(&str, &str)]) -> Cell {
        values.iter().fold(Cell::default(), |cell, (dimension, value)| match self.dimension(dimension) {
            Some(index) => cell.with(index, self.codes.intern(value)),
            None => cell,
        })
    }
}
