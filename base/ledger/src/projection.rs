//! The ledger in memory, laid out for figures.

use std::sync::Arc;

use hashbrown::HashMap;
use jiff::civil::date;
use kernel::{Date, Known, Level, Territory};

use crate::{
    Aggregation, Answer, Blocks, Cell, Cells, Day, Line, MeasureId, NoAnswer, Question, Refusal, Schema, UNKNOWN, When,
    layout::{Layout, Layouts, Row, Shape},
    question::{Asked, Axis},
    recorded::Recorded,
    schema::Scope,
    series::{Ask, Cut, Lines, Series},
};

/// All entries by measure, all cells, and what figures must know of the acts.
#[derive(Clone, Debug)]
pub struct Projection {
    schema: Schema,
    territory: Arc<Territory>,
    cells: Cells,
    /// What subjects are and what the parts of their amounts are, numbered as in the database, and the cells they make.
    halves: [Cells; 2],
    pairs: HashMap<[u32; 2], u32>,
    /// Cells without what the roll-up leaves out, and for each cell its own.
    rolls: Cells,
    roll_of: Vec<u32>,
    /// The dimensions that the roll-up keeps besides the province.
    kept: Vec<usize>,
    series: Vec<Series>,
    blocks: Blocks,
    layouts: Layouts,
    /// The days on which the territory changes.
    changes: Vec<Date>,
    acts: Recorded,
}

/// Where a ledger ended.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    acts: usize,
    /// The entries in the open tail of each series.
    open: Vec<usize>,
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
        // A filter may name a place that no entry has reached yet.
        for place in territory.on(Date::MAX) {
            schema.codes().intern(&place.code);
        }
        let kept = kept.iter().chain(&["currency"]).filter_map(|code| schema.dimension(code)).collect();
        let series = vec![Series::default(); schema.measures().len()];
        let (cells, rolls) = (Cells::default(), Cells::default());
        let (halves, pairs) = (<[Cells; 2]>::default(), HashMap::default());
        let (changes, layouts) = (territory.changes(), Layouts::default());
        let territory = Arc::new(territory);
        let (roll_of, acts, blocks) = (Vec::new(), Recorded::default(), Blocks::default());
        Self { schema, territory, cells, halves, pairs, rolls, roll_of, kept, series, blocks, layouts, changes, acts }
    }

    /// The same ledger, cutting the entries that come in another way.
    #[must_use]
    pub const fn with_blocks(mut self, blocks: Blocks) -> Self {
        self.blocks = blocks;
        self
    }

    /// The measures and dimensions.
    pub const fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The places.
    pub const fn territory(&self) -> &Arc<Territory> {
        &self.territory
    }

    /// The cells.
    pub const fn cells(&self) -> &Cells {
        &self.cells
    }

    /// The last act that was taken in.
    pub const fn head(&self) -> i64 {
        self.acts.len() as i64
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.series.iter().map(Series::len).sum()
    }

    /// The bytes that the projection takes beyond the columns of entries.
    pub fn overhead_bytes(&self) -> usize {
        self.series.iter().map(Series::overhead_bytes).sum()
    }

    /// Takes in the next act, with the year in which it took effect.
    pub fn push_act(&mut self, recorded_at_micros: i64, kind: &str, year: Option<i16>) {
        self.acts.push(recorded_at_micros, kind, year);
    }

    /// The kind of an act and the year in which it took effect; none if there is no such act.
    pub fn kind_and_year(&self, seq: i64) -> Option<(&Arc<str>, Option<i16>)> {
        self.acts.kind_and_year(seq)
    }

    /// Takes in the next cell, which gets the next number.
    pub fn push_cell(&mut self, cell: Cell) {
        let rolled = self.roll(&cell);
        let roll = self.rolls.number(&rolled).unwrap_or_else(|| self.rolls.push(rolled));
        self.roll_of.push(roll - 1);
        self.cells.push(cell);
    }

    /// The halves of cells of a scope, numbered as in the database.
    pub(crate) const fn halves(&self, scope: Scope) -> &Cells {
        let [subjects, parts] = &self.halves;
        match scope {
            Scope::Subject => subjects,
            Scope::Part => parts,
        }
    }

    /// Takes in the next half of a scope, which gets the next number.
    pub(crate) fn push_half(&mut self, scope: Scope, half: Cell) {
        let [subjects, parts] = &mut self.halves;
        match scope {
            Scope::Subject => subjects.push(half),
            Scope::Part => parts.push(half),
        };
    }

    /// The number of the cell that two halves make, a new one if it is new; none if there is no such half.
    pub(crate) fn cell_of(&mut self, halves: [u32; 2]) -> Option<u32> {
        if let Some(cell) = self.pairs.get(&halves) {
            return Some(*cell);
        }
        let ([subjects, parts], [subject, part]) = (&self.halves, halves);
        let cell = subjects.get(subject)?.join(parts.get(part)?);
        self.push_cell(cell);
        let number = u32::try_from(self.cells.len()).ok()?;
        self.pairs.insert(halves, number);
        Some(number)
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
        let (blocks, width) = (self.blocks, self.rolls.len());
        let cut = Cut { blocks, roll_of: &self.roll_of, width, instants: &self.acts.instants };
        self.series.iter_mut().for_each(|series| series.settle(cut));
    }

    /// Where the ledger ends, for going back to it as long as nothing was settled since.
    pub(crate) fn mark(&self) -> Mark {
        Mark { acts: self.acts.len(), open: self.series.iter().map(Series::open).collect() }
    }

    /// Forgets the acts and entries taken in since `mark`. Cells stay: they are of no effect without entries.
    pub(crate) fn go_back(&mut self, mark: &Mark) {
        self.acts.truncate(mark.acts);
        for (series, open) in self.series.iter_mut().zip(&mark.open) {
            series.cut(*open);
        }
    }

    /// The last act recorded up to `known`.
    pub fn head_at(&self, known: Known) -> i64 {
        self.acts.head_at(known)
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

    /// The acts behind the answer, by their place in the journal, with what each adds to its sum; those that add nothing are
    /// not behind it.
    ///
    /// # Errors
    /// As [`Projection::answer`].
    pub fn causes(&self, question: &Question) -> Result<Vec<(i64, i64)>, Refusal> {
        let plan = self.plan(question)?;
        let series = self.series.get(usize::from(plan.asked.id.0));
        // A balance stands on everything before it, also where the question names years.
        let from = match (plan.asked.measure.aggregation, question.when) {
            (Aggregation::Flow, When::During { from, .. }) => from,
            _ => None,
        };
        let causes = series.into_iter().flat_map(|series| series.causes(&self.asking(&plan), from.into()));
        Ok(causes.filter(|(_, amount)| *amount != 0).map(|(seq, amount)| (i64::from(seq), amount)).collect())
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
        let first = from.or_else(|| series?.first_day()?.date()).unwrap_or(to).min(to);
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
        let idle = if by_balance { idle_years(plan, sums, width) } else { 0 };
        let mut lines = Vec::with_capacity(width);
        let mut before: Option<&[i64]> = None;
        for (index, (step, sums)) in plan.steps.iter().zip(sums.chunks_exact(width)).enumerate() {
            if (1..=idle).contains(&index) {
                continue;
            }
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
            (false, Some(first), Some(other)) => {
                Err(Refusal::Question(NoAnswer::Currencies(plan.asked.measure.code, first, other)))
            }
            _ => Ok(()),
        }
    }
}

/// How many years, of those that begin with the first entry of all, pass before any balance changes.
///
/// They are not shown: an act that arrives later, or is voided, must not add lines to a figure as it was known before. The
/// last year always is.
fn idle_years(plan: &Plan, sums: &[i64], width: usize) -> usize {
    let begins_with_all = plan.steps.first().is_some_and(Option::is_some);
    let mut years = sums.chunks_exact(width);
    let Some(unknown) = years.next().filter(|_| begins_with_all) else { return 0 };
    let count = years.len().saturating_sub(1);
    years.take(count).take_while(|year| *year == unknown).count()
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
    let currency = row.currency.as_deref().map(str::parse).transpose();
    let currency = currency.map_err(|unknown| Refusal::Question(NoAnswer::Currency(unknown)))?;
    Ok(Line { values, amount, currency })
}
