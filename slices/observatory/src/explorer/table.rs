//! The numbers of a figure as a table: one breakdown with shares and bars, two crossed, more as a list.

use std::{cmp::Reverse, collections::BTreeMap};

use jiff::tz::TimeZone;
use kernel::Currency;
use ledger::{Answer, Line, Question, UNKNOWN};
use web::{Page, Speaker};

use crate::{address, described};

/// The most lines that a page shows; the data have all of them.
const LINES: usize = 150;

/// The most values of a second dimension that stand side by side.
const COLUMNS: usize = 10;

/// A table.
pub(super) struct Table {
    /// What the columns are; those after `labels` hold numbers.
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Row>,
    /// The sums, if they mean something.
    pub(super) foot: Option<Vec<String>>,
    /// Whether each row has a bar.
    pub(super) bars: bool,
    /// How many lines are left out.
    pub(super) more: i64,
}

/// A row.
pub(super) struct Row {
    pub(super) labels: Vec<String>,
    pub(super) cells: Vec<Cell>,
    /// The length of its bar in per cent of the longest.
    pub(super) bar: i64,
}

/// A number, with the page of the acts behind it.
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) acts: Option<String>,
}

impl Table {
    /// How many of the columns say what a row is about.
    pub(super) fn labels(&self) -> usize {
        self.rows.first().map_or(1, |row| row.labels.len())
    }

    /// The table of an answer; none if it has no breakdown.
    pub(super) fn of(page: &Page, speaker: &Speaker<'_>, zone: &TimeZone, answer: &Answer) -> Option<Self> {
        let writer = Writer { page, speaker, zone, answer, currency: crate::figures::currency(answer) };
        match answer.question.by.as_slice() {
            [] => None,
            [_] => Some(writer.simple()),
            [_, _] if writer.values_of(1).len() <= COLUMNS => Some(writer.crossed()),
            _ => Some(writer.list()),
        }
    }
}

/// What a value is called; a year by its number.
pub(super) fn label(speaker: &Speaker<'_>, dimension: &str, code: &str) -> String {
    if dimension == "year" && code != UNKNOWN { code.to_owned() } else { speaker.value(dimension, code) }
}

struct Writer<'a> {
    page: &'a Page,
    speaker: &'a Speaker<'a>,
    zone: &'a TimeZone,
    answer: &'a Answer,
    currency: Option<Currency>,
}

impl Writer<'_> {
    fn dimension(&self, index: usize) -> &str {
        self.answer.question.by.get(index).map(String::as_str).unwrap_or_default()
    }

    fn label(&self, index: usize, code: &str) -> String {
        label(self.speaker, self.dimension(index), code)
    }

    /// The values of a dimension in the order in which they are shown: years as they come, others the largest first, and
    /// the unknown last.
    fn values_of(&self, index: usize) -> Vec<String> {
        let mut sums = BTreeMap::<&str, i64>::new();
        for line in &self.answer.lines {
            let code = line.values.get(index).map(|code| &**code).unwrap_or_default();
            *sums.entry(code).or_default() += line.amount;
        }
        let mut values: Vec<_> = sums.into_iter().collect();
        if self.dimension(index) != "year" {
            values.sort_by_key(|(code, sum)| (*code == UNKNOWN, Reverse(*sum)));
        }
        values.into_iter().map(|(code, _)| code.to_owned()).collect()
    }

    fn amount(&self, amount: i64, currency: Option<Currency>) -> String {
        described::amount(&self.page.t, amount, currency)
    }

    /// The page of the acts behind one line. A balance in a year is asked for on its last day.
    fn acts(&self, line: &Line) -> String {
        let question = Question { by: Vec::new(), ..self.answer.question.clone() };
        let pairs = self.answer.question.by.iter().zip(line.values.iter());
        let question = pairs.fold(question, |question, (dimension, code)| match dimension.as_str() {
            "year" => within(question, code),
            _ => question.only(dimension, code),
        });
        self.page.to(&format!("/figures/acts?{}", address::parameters(&question, self.zone)))
    }

    fn simple(&self) -> Table {
        let t = &self.page.t;
        let total = crate::figures::total(self.answer);
        let order = self.values_of(0);
        let of =
            |code: &str| self.answer.lines.iter().find(|line| line.values.first().is_some_and(|one| **one == *code));
        let longest = self.answer.lines.iter().map(|line| line.amount).max().unwrap_or(0).max(1);
        let row = |code: &String| {
            let line = of(code)?;
            let value = Cell { text: self.amount(line.amount, line.currency), acts: Some(self.acts(line)) };
            let share = total.map(|_| Cell { text: t.percent(self.answer.share(line)), acts: None });
            let bar = line.amount.max(0).saturating_mul(100) / longest;
            Some(Row { labels: vec![self.label(0, code)], cells: [value].into_iter().chain(share).collect(), bar })
        };
        let rows: Vec<_> = order.iter().take(LINES).filter_map(row).collect();
        let heads = [self.speaker.dimension(self.dimension(0)), self.speaker.measure(self.answer.measure.code)];
        let share = total.map(|_| t.get("observatory-share"));
        let foot =
            total.map(|total| vec![t.get("observatory-total"), self.amount(total, self.currency), String::new()]);
        Table {
            heads: heads.into_iter().chain(share).collect(),
            rows,
            foot,
            bars: true,
            more: order.len().saturating_sub(LINES) as i64,
        }
    }

    fn crossed(&self) -> Table {
        let (rows, columns) = (self.values_of(0), self.values_of(1));
        let cells: BTreeMap<(&str, &str), &Line> = self
            .answer
            .lines
            .iter()
            .filter_map(|line| Some(((&**line.values.first()?, &**line.values.get(1)?), line)))
            .collect();
        let total = crate::figures::total(self.answer);
        let empty = || Cell { text: "–".to_owned(), acts: None };
        let cell = |row: &str, column: &str| {
            cells.get(&(row, column)).map_or_else(empty, |line| Cell {
                text: self.amount(line.amount, line.currency),
                acts: Some(self.acts(line)),
            })
        };
        let sum = |wanted: &dyn Fn(&str, &str) -> bool| {
            let lines = cells.iter().filter(|((row, column), _)| wanted(row, column));
            let sum = lines.map(|(_, line)| line.amount).sum();
            self.amount(sum, self.currency)
        };
        let row = |code: &String| {
            let sum = total.map(|_| Cell { text: sum(&|row, _| row == code), acts: None });
            let cells = columns.iter().map(|column| cell(code, column)).chain(sum);
            Row { labels: vec![self.label(0, code)], cells: cells.collect(), bar: 0 }
        };
        let heads = columns.iter().map(|column| self.label(1, column));
        let all = || self.page.t.get("observatory-total");
        let foot = total.map(|whole| {
            let sums = columns.iter().map(|column| sum(&|_, other| other == column));
            [all()].into_iter().chain(sums).chain([self.amount(whole, self.currency)]).collect()
        });
        Table {
            heads: [self.speaker.dimension(self.dimension(0))]
                .into_iter()
                .chain(heads)
                .chain(total.map(|_| all()))
                .collect(),
            rows: rows.iter().take(LINES).map(row).collect(),
            foot,
            bars: false,
            more: rows.len().saturating_sub(LINES) as i64,
        }
    }

    fn list(&self) -> Table {
        let mut lines: Vec<_> = self.answer.lines.iter().collect();
        lines.sort_by_key(|line| Reverse(line.amount));
        let row = |line: &&Line| {
            let labels = line.values.iter().enumerate().map(|(index, code)| self.label(index, code));
            let cell = Cell { text: self.amount(line.amount, line.currency), acts: Some(self.acts(line)) };
            Row { labels: labels.collect(), cells: vec![cell], bar: 0 }
        };
        let dimensions = self.answer.question.by.iter().map(|code| self.speaker.dimension(code));
        Table {
            heads: dimensions.chain([self.speaker.measure(self.answer.measure.code)]).collect(),
            rows: lines.iter().take(LINES).map(row).collect(),
            foot: None,
            bars: false,
            more: lines.len().saturating_sub(LINES) as i64,
        }
    }
}

/// The same question about one year of its period.
fn within(question: Question, year: &str) -> Question {
    use kernel::Date;
    use ledger::When;
    let Ok(year) = year.parse::<i16>() else {
        // What happened on an unknown day comes before all days.
        return Question { when: When::During { from: None, to: Date::MIN }, ..question };
    };
    let (first, last) = (Date::new(year, 1, 1), Date::new(year, 12, 31));
    let (Ok(first), Ok(last)) = (first, last) else { return question };
    let to = last.min(question.when.last());
    let from = match question.when {
        When::During { from, .. } => from.map_or(first, |from| from.max(first)),
        When::On(_) => first,
    };
    Question { when: When::During { from: Some(from), to }, ..question }
}
