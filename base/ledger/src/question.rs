//! What can be asked: a measure, a day or a period, a knowledge time, a filter and a breakdown.

use kernel::{Date, Known, Level};

use crate::{Aggregation, Measure, MeasureId, NoAnswer, Refusal, Schema, Unit};

/// The time that a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A reference date: the balance of a stock on it, or all of a flow up to it.
    On(Date),
    /// A period with both its days: the total of a flow, or (by year) the balance of a stock at the end of each year.
    During {
        /// Its first day; none to begin with the first entry, those of unknown date included.
        from: Option<Date>,
        /// Its last day.
        to: Date,
    },
}

/// A question whose answer is a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The code of the measure.
    pub measure: String,
    /// The reference date or period.
    pub when: When,
    /// The knowledge time; none for what is known now.
    pub known: Known,
    /// The codes of the dimensions to break down by.
    pub by: Vec<String>,
    /// For each dimension that is restricted, the values that count; several values of one dimension are alternatives.
    pub only: Vec<(String, Vec<String>)>,
    /// The day whose territory is used; none for the reference date's.
    pub tree: Option<Date>,
}

/// A dimension as a question may name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Axis {
    /// A column of the cell.
    Column(usize),
    /// A level of the territory, read from the cell's place.
    Place(Level),
    /// The year in which the entry counts.
    Year,
}

/// A question whose words are found in the schema.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) id: MeasureId,
    pub(crate) measure: Measure,
    /// The breakdown's axes other than the year, each with its place among the columns of the answer.
    pub(crate) by: Vec<Axis>,
    /// Where in the breakdown the year stands.
    pub(crate) year: Option<usize>,
    pub(crate) only: Vec<(Axis, Vec<String>)>,
    /// The column that names the currency, for amounts of money.
    pub(crate) currency: Option<usize>,
}

/// The code under which a question names the year.
pub(crate) const YEAR: &str = "year";

impl When {
    /// The last day that counts.
    pub const fn last(self) -> Date {
        match self {
            Self::On(day) | Self::During { to: day, .. } => day,
        }
    }
}

impl Question {
    /// Everything that is known now of a measure on a day.
    pub fn on(measure: &str, day: Date) -> Self {
        let measure = measure.to_owned();
        Self { measure, when: When::On(day), known: None, by: Vec::new(), only: Vec::new(), tree: None }
    }

    /// The same question, broken down.
    #[must_use]
    pub fn by(mut self, dimension: &str) -> Self {
        self.by.push(dimension.to_owned());
        self
    }

    /// The same question, restricted to one value of a dimension; asked twice for one dimension, either value counts.
    #[must_use]
    pub fn only(mut self, dimension: &str, value: &str) -> Self {
        match self.only.iter_mut().find(|(code, _)| code == dimension) {
            Some((_, values)) => values.push(value.to_owned()),
            None => self.only.push((dimension.to_owned(), vec![value.to_owned()])),
        }
        self
    }

    /// The same question as it was known at an instant.
    #[must_use]
    pub const fn known(mut self, known: Known) -> Self {
        self.known = known;
        self
    }

    /// Finds the question's words in the schema.
    pub(crate) fn ask(&self, schema: &Schema) -> Result<Asked, Refusal> {
        let unknown = || {
            let codes = schema.measures().iter().map(|measure| measure.code).collect();
            Refusal::Question(NoAnswer::Measure { measure: self.measure.clone(), known: codes })
        };
        let id = schema.measure(&self.measure).ok_or_else(unknown)?;
        let measure = *schema.describe(id).ok_or_else(unknown)?;
        let axes: Vec<_> = self.by.iter().map(|code| axis(schema, &measure, code)).collect::<Result<_, _>>()?;
        let year = axes.iter().position(|axis| *axis == Axis::Year);
        self.check_time(&measure, year.is_some())?;
        let by: Vec<_> = axes.iter().copied().filter(|axis| *axis != Axis::Year).collect();
        if axes.iter().enumerate().any(|(i, axis)| axes.iter().take(i).any(|earlier| earlier == axis)) {
            return Err(Refusal::Question(NoAnswer::Twice));
        }
        let only = self.only.iter().map(|(code, values)| match axis(schema, &measure, code)? {
            Axis::Year => Err(Refusal::Question(NoAnswer::Year)),
            axis => Ok((axis, values.clone())),
        });
        let only = only.collect::<Result<_, _>>()?;
        let currency = if measure.unit == Unit::Money { schema.dimension("currency") } else { None };
        Ok(Asked { id, measure, by, year, only, currency })
    }

    fn check_time(&self, measure: &Measure, by_year: bool) -> Result<(), Refusal> {
        let When::During { from, to } = self.when else { return Ok(()) };
        if from.is_some_and(|from| to < from) {
            return Err(Refusal::Question(NoAnswer::Period(to)));
        }
        if measure.aggregation == Aggregation::Stock && !by_year {
            return Err(Refusal::Question(NoAnswer::Stock(measure.code)));
        }
        Ok(())
    }
}

/// The axis that a code names for a measure.
fn axis(schema: &Schema, measure: &Measure, code: &str) -> Result<Axis, Refusal> {
    let has = |dimension: &str| measure.dimensions.contains(&dimension);
    let level = code.parse::<Level>().ok().filter(|_| has("place"));
    let column = schema.dimension(code).filter(|_| has(code));
    let year = (code == YEAR).then_some(Axis::Year);
    level.map(Axis::Place).or(column.map(Axis::Column)).or(year).ok_or_else(|| {
        let (measure, known) = (measure.code, askable(measure));
        Refusal::Question(NoAnswer::Dimension { measure, dimension: code.to_owned(), known })
    })
}

/// The codes by which a measure can be broken down.
pub(crate) fn askable(measure: &Measure) -> Vec<&'static str> {
    let levels = Level::ALL.into_iter().map(Level::code).filter(|_| measure.dimensions.contains(&"place"));
    levels.chain(measure.dimensions.iter().copied()).chain([YEAR]).collect()
}
