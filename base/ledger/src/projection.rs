//! The ledger in memory, laid out for figures.

use std::sync::Arc;

use jiff::civil::date;
use kernel::{Date, Known, Level, Territory};

use crate::{
    Aggregation, Answer, Cell, Cells, Day, Line, MeasureId, Question, Refusal, Schema, UNKNOWN, When,
    layout::{Layout, Layouts, Row, Shape, currency_of},
    question::{Asked, Axis},
    series::{Ask, Lines, Series},
};

/// All entries by measure, all cells, and the instants at which acts became known.
#[derive(Clone, Debug)]
pub struct Projection {
    schema: Schema,
    territory: Territory,
    cells: Cells,
    /// Cells without what the roll-up leaves out, and for each cell its own.
    rolls: Cells,
    roll_of: Vec<u32>,
    /// The dimensions that the roll-up keeps besides the province.
    kept: Vec<usize>,
    series: Vec<Series>,
    layouts: Layouts,
    /// The days on which the territory changes.
    changes: Vec<Date>,
    /// When each act was recorded, in microseconds, by its place in the journal.
    instants: Vec<i64>,
}

/// A question made ready for the columns.
#[derive(Clone, Debug)]
pub struct Plan {
    asked: Asked,
    /// The days up to which sums are needed, ascending.
    days: Vec<Day>,
    /// What each step from one day to the next is called: a year, or nothing.
    steps: Vec<Option<String>>,
    known: u32,
    layout: Arc<Layout>,
    /// Whether the layout is over rolled-up cells.
    rolled: bool,
}

impl Projection {
    /// An empty ledger. Figures by province and the dimensions `kept` are answered from kept balances.
    pub fn new(schema: Schema, territory: Territory, kept: &[&str]) -> Self {
        let kept = kept.iter().chain(&["currency"]).filter_map(|code| schema.dimension(code)).collect();
        let series = vec![Series::default(); schema.measures().len()];
        let (cells, rolls) = (Cells::default(), Cells::default());
        // A filter names a place before any cell was read for it; codes that are in no cell and no place are not kept.
        territory.codes().chain([UNKNOWN]).for_each(|code| _ = schema.codes().intern(code));
        let (changes, layouts) = (territory.changes(), Layouts::default());
        let (roll_of, instants) = (Vec::new(), Vec::new());
        Self { schema, territory, cells, rolls, roll_of, kept, series, layouts, changes, instants }
    }

    /// The measures and dimensions.
    pub const fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The places.
    pub const fn territory(&self) -> &Territory {
        &self.territory
    }

    /// The cells.
    pub const fn cells(&self) -> &Cells {
        &self.cells
    }

    /// The last act that was taken in.
    pub const fn head(&self) -> i64 {
        self.instants.len() as i64
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.series.iter().map(Series::len).sum()
    }

    /// The bytes that the projection takes beyond the columns of entries.
    pub fn overhead_bytes(&self) -> usize {
        self.series.iter().map(Series::overhead_bytes).sum()
    }

    /// Takes in the next act: when it was recorded.
    pub fn push_act(&mut self, recorded_at_micros: i64) {
        self.instants.push(recorded_at_micros);
    }

    /// Takes in the next cell, which gets the next number.
    pub fn push_cell(&mut self, cell: Cell) {
        let rolled = self.roll(&cell);
        let roll = self.rolls.number(&rolled).unwrap_or_else(|| self.rolls.push(rolled));
        self.roll_of.push(roll - 1);
        self.cells.push(cell);
    }

    /// Takes in the next entry in the order of the journal.
    pub fn push_entry(&mut self, seq: i64, measure: MeasureId, on: Day, cell: u32, amount: i64) {
        if let Some(series) = self.series.get_mut(usize::from(measure.0)) {
            // Cells are numbered from 1, rows of the tables from 0.
            series.push(on, cell.saturating_sub(1), amount, u32::try_from(seq).unwrap_or(u32::MAX));
        }
    }

    /// Closes blocks after entries were taken in.
    pub fn settle(&mut self) {
        for series in &mut self.series {
            series.settle(&self.roll_of, self.rolls.len());
        }
    }

    /// The last act recorded up to `known`.
    pub fn head_at(&self, known: Known) -> i64 {
        match known {
            None => self.head(),
            Some(at) => self.instants.partition_point(|instant| *instant <= at.as_microsecond()) as i64,
        }
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When it names what does not exist, or adds up different currencies.
    pub fn answer(&self, question: &Question) -> Result<Answer, Refusal> {
        let plan = self.plan(question)?;
        let sums = self.sums(&plan, false);
        self.read(question, &plan, &sums)
    }

    /// Answers a question by reading every row. It is there to be compared with.
    ///
    /// # Errors
    /// As [`Projection::answer`].
    pub fn answer_by_scan(&self, question: &Question) -> Result<Answer, Refusal> {
        let plan = self.plan(question)?;
        let sums = self.sums(&plan, true);
        self.read(question, &plan, &sums)
    }

    /// The acts behind the answer, by their place in the journal, with what each adds to its sum.
    ///
    /// # Errors
    /// As [`Projection::answer`].
    pub fn causes(&self, question: &Question) -> Result<Vec<(i64, i64)>, Refusal> {
        let plan = self.plan(question)?;
        let series = self.series.get(usize::from(plan.asked.id.0));
        let causes = series.map(|series| series.causes(&self.asking(&plan))).unwrap_or_default();
        Ok(causes.into_iter().map(|(seq, amount)| (i64::from(seq), amount)).collect())
    }

    /// Makes a question ready: finds its words, its days and the line in which each cell counts.
    ///
    /// # Errors
    /// When it names what does not exist.
    pub fn plan(&self, question: &Question) -> Result<Plan, Refusal> {
        let asked = question.ask(&self.schema)?;
        let (days, steps) = self.days(question, &asked);
        let tree = question.tree.unwrap_or_else(|| question.when.last());
        let rolled = self.can_roll(&asked, tree);
        let cells = if rolled { &self.rolls } else { &self.cells };
        let shape = Shape::of(&asked, self.tree_on(tree), rolled, cells.len());
        let layout = self.layouts.get(shape, |shape| shape.lay_out(cells, &self.schema, &self.territory, tree));
        let known = u32::try_from(self.head_at(question.known)).unwrap_or(u32::MAX);
        Ok(Plan { asked, days, steps, known, layout, rolled })
    }

    /// A cell's rolled-up cell: its province (or what is known instead) and the kept dimensions.
    fn roll(&self, cell: &Cell) -> Cell {
        let mut rolled = Cell::default();
        for dimension in &self.kept {
            if let Some(code) = cell.get(*dimension) {
                rolled = rolled.with(*dimension, code);
            }
        }
        let Some(code) = cell.get(Schema::PLACE) else { return rolled };
        let text = self.schema.codes().text(code);
        let province = self.territory.ancestor(&text, Level::Province, Date::MAX);
        rolled.with(Schema::PLACE, province.map_or(code, |place| self.schema.codes().intern(&place.code)))
    }

    /// Whether the question asks nothing finer than rolled-up cells know, in today's territory.
    fn can_roll(&self, asked: &Asked, tree: Date) -> bool {
        let latest = self.tree_on(tree) == self.changes.len();
        let mut axes = asked.by.iter().chain(asked.only.iter().map(|(axis, _)| axis));
        latest
            && axes.all(|axis| match axis {
                Axis::Place(level) => *level != Level::Commune,
                Axis::Column(dimension) => self.kept.contains(dimension),
                Axis::Year => true,
            })
    }

    /// Which version of the territory holds on a day: how many of its changes lie before.
    fn tree_on(&self, day: Date) -> usize {
        self.changes.partition_point(|change| *change <= day)
    }

    /// The days up to which sums are needed, and what the step to each is called.
    fn days(&self, question: &Question, asked: &Asked) -> (Vec<Day>, Vec<Option<String>>) {
        let (from, to) = match question.when {
            When::On(day) => (None, day),
            When::During { from, to } => (from, to),
        };
        // Sums begin after the day before `from`; without one, before all days.
        let before = from.and_then(|from| from.yesterday().ok()).map(Day::from);
        if asked.year.is_none() {
            let days: Vec<_> = before.into_iter().chain([to.into()]).collect();
            let steps = days.iter().map(|_| None).collect();
            return (days, steps);
        }
        let series = self.series.get(usize::from(asked.id.0));
        let first = from.or_else(|| series?.first_day()?.date()).unwrap_or(to);
        let mut days = vec![before.unwrap_or(Day::UNKNOWN)];
        let mut steps = vec![before.is_none().then(|| UNKNOWN.to_owned())];
        for year in first.year()..=to.year() {
            days.push(date(year, 12, 31).min(to).into());
            steps.push(Some(year.to_string()));
        }
        (days, steps)
    }

    fn asking<'a>(&'a self, plan: &'a Plan) -> Ask<'a> {
        let line_of = &plan.layout.line_of;
        let lines =
            if plan.rolled { Lines::ByRoll { roll_of: &self.roll_of, line_of } } else { Lines::ByCell(line_of) };
        Ask { days: &plan.days, known: plan.known, lines, width: plan.layout.rows.len() }
    }

    fn sums(&self, plan: &Plan, by_scan: bool) -> Vec<i64> {
        let ask = self.asking(plan);
        let series = self.series.get(usize::from(plan.asked.id.0)).filter(|_| ask.width > 0);
        series.map_or_else(Vec::new, |series| if by_scan { series.scan(&ask) } else { series.sums(&ask) })
    }

    /// From sums to lines: differences between days, without zeros.
    fn read(&self, question: &Question, plan: &Plan, sums: &[i64]) -> Result<Answer, Refusal> {
        let Asked { measure, year, .. } = plan.asked;
        let by_balance = measure.aggregation == Aggregation::Stock && year.is_some();
        let width = plan.layout.rows.len().max(1);
        let mut lines = Vec::with_capacity(width);
        let mut before: Option<&[i64]> = None;
        for (step, sums) in plan.steps.iter().zip(sums.chunks_exact(width)) {
            let counts = step.is_some() || plan.days.len() == 1 || before.is_some();
            for (index, (row, sum)) in plan.layout.rows.iter().zip(sums).enumerate().filter(|_| counts) {
                let earlier = before.and_then(|sums| sums.get(index)).filter(|_| !by_balance).copied().unwrap_or(0);
                let amount = sum - earlier;
                if amount != 0 {
                    lines.push(line(row, year.zip(step.as_ref()), amount)?);
                }
            }
            before = Some(sums);
        }
        self.check_currencies(plan, &lines)?;
        if question.by.is_empty() && lines.is_empty() {
            lines.push(Line { values: Arc::default(), amount: 0, currency: None });
        }
        if year.is_some() {
            lines.sort_by(|one, other| one.values.cmp(&other.values));
        }
        Ok(Answer { question: question.clone(), measure, head: i64::from(plan.known), lines })
    }

    /// Refuses a figure that adds up several currencies.
    fn check_currencies(&self, plan: &Plan, lines: &[Line]) -> Result<(), Refusal> {
        let apart = plan.asked.currency.is_some_and(|currency| plan.asked.by.contains(&Axis::Column(currency)));
        let first = lines.first().and_then(|line| line.currency);
        let other = lines.iter().find_map(|line| line.currency.filter(|currency| Some(*currency) != first));
        match (apart, first, other) {
            (false, Some(first), Some(other)) => Err(Refusal::Question(format!(
                "`{}` would add up {first} and {other}: choose one with a filter on currency",
                plan.asked.measure.code,
            ))),
            _ => Ok(()),
        }
    }
}

/// A line of an answer; a year stands where the question named it.
fn line(row: &Row, year: Option<(usize, &String)>, amount: i64) -> Result<Line, Refusal> {
    let values = match year {
        None => Arc::clone(&row.values),
        Some((position, year)) => {
            let mut values = row.values.to_vec();
            values.insert(position.min(values.len()), year.as_str().into());
            values.into()
        }
    };
    let currency = row.currency.as_deref().map(currency_of).transpose().map_err(Refusal::Question)?;
    Ok(Line { values, amount, currency })
}
