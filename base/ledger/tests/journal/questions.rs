//! Random questions, and their answers worked out by hand: one entry after the other, without layouts, blocks or balances.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan};
use kernel::{Date, Level, Territory};
use ledger::{Act, Answer, Question, When};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};

use crate::club::{self, MEASURES};

/// An entry as a table holds it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) seq: i64,
    pub(crate) measure: String,
    pub(crate) on: Option<Date>,
    pub(crate) values: BTreeMap<String, String>,
    pub(crate) amount: i64,
}

/// Amounts by the values of the breakdown, then by currency.
pub(crate) type Sums = BTreeMap<(Vec<String>, Option<String>), i64>;

/// A question still without the days and instants of a certain journal.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    measure: usize,
    by: Vec<Index>,
    only: Vec<(Index, Vec<&'static str>)>,
    by_year: bool,
    period: bool,
    from: Option<Index>,
    to: Index,
    known: Option<(Index, i64)>,
    tree: Option<&'static str>,
}

/// Values that a filter may name, some of them in vain.
const VALUES: [&str; 22] = [
    "XX", "NORTH", "SOUTH", "EAST", "WEST", "D1", "D2", "P1", "P2", "P3", "P1.1", "P2.1", "P4.1", "unknown", "chess",
    "song", "f", "m", "young", "adult", "MAD", "nowhere",
];

pub(crate) fn asks() -> impl Strategy<Value = Ask> {
    let only = (any::<Index>(), vec(select(VALUES.as_slice()), 1..6));
    let known = prop::option::weighted(0.7, (any::<Index>(), -1_i64..2));
    let tree = prop::option::of(select(vec!["2010-01-01", "2015-06-30", "2015-07-01", "2020-01-01"]));
    let when = (any::<bool>(), any::<bool>(), prop::option::of(any::<Index>()), any::<Index>());
    (0..MEASURES.len(), vec(any::<Index>(), 0..4), vec(only, 0..3), when, known, tree).prop_map(
        |(measure, by, only, (by_year, period, from, to), known, tree)| Ask {
            measure,
            by,
            only,
            by_year,
            period,
            from,
            to,
            known,
            tree,
        },
    )
}

/// The dimensions that a question about a measure may name, besides the year.
fn axes(measure: usize) -> Vec<&'static str> {
    Level::ALL.into_iter().map(Level::code).chain(MEASURES[measure].dimensions.iter().copied()).collect()
}

impl Ask {
    /// The question about a journal with these acts, in which something happens on these days.
    pub(crate) fn of(&self, acts: &[Act], days: &[Date]) -> Question {
        let axes = axes(self.measure);
        let day = |index: &Index| if days.is_empty() { club::day("2016-01-01") } else { days[index.index(days.len())] };
        let to = day(&self.to);
        let from = self.from.as_ref().map(day).filter(|from| *from <= to);
        let stock = MEASURES[self.measure].aggregation == ledger::Aggregation::Stock;
        let period = self.period && (self.by_year || !stock);
        let when = if period { When::During { from, to } } else { When::On(to) };
        let instant = |(index, nudge): &(Index, i64)| -> Option<Timestamp> {
            let act = acts.get(index.index(acts.len().max(1)))?;
            Some(act.recorded_at + nudge.microseconds())
        };
        let mut by: Vec<&str> = self.by.iter().map(|index| axes[index.index(axes.len())]).collect();
        by.sort_unstable();
        by.dedup();
        if self.by_year {
            by.insert(by.len() / 2, "year");
        }
        let mut question = Question::on(MEASURES[self.measure].code, to).known(self.known.as_ref().and_then(instant));
        question.when = when;
        question.tree = self.tree.map(club::day);
        question.by = by.into_iter().map(str::to_owned).collect();
        for (index, values) in &self.only {
            for value in values {
                question = question.only(axes[index.index(axes.len())], value);
            }
        }
        question
    }
}

/// The answer to a question, worked out by hand from rows; acts are needed for when they were recorded.
pub(crate) fn by_hand(question: &Question, rows: &[Row], acts: &[Act], territory: &Territory) -> Sums {
    let to = question.when.last();
    let tree = question.tree.unwrap_or(to);
    let from = first(question);
    let stock = MEASURES.iter().any(|m| m.code == question.measure && m.aggregation == ledger::Aggregation::Stock);
    let recorded = |seq: i64| acts[seq as usize - 1].recorded_at;
    let known = |row: &&Row| question.known.is_none_or(|known| recorded(row.seq) <= known);
    let by_year = question.by.iter().any(|code| code == "year");
    if by_year && stock {
        return balances_by_year(question, rows, acts, territory);
    }
    let mut sums = Sums::new();
    for row in rows.iter().filter(|row| row.measure == question.measure).filter(known) {
        let value = |code: &str| axis(row, code, tree, territory);
        let counts = row.on.is_none_or(|on| on <= to)
            && question.only.iter().all(|(code, values)| values.contains(&value(code)));
        let in_period = from.is_none_or(|from| row.on.is_some_and(|on| from <= on));
        if counts && in_period {
            let named = |code: &String| if code == "year" { year(row) } else { value(code) };
            let key = (question.by.iter().map(named).collect(), row.values.get("currency").cloned());
            *sums.entry(key).or_default() += row.amount;
        }
    }
    super::without_zeros(sums)
}

fn year(row: &Row) -> String {
    row.on.map_or_else(|| "unknown".to_owned(), |on| on.year().to_string())
}

fn first(question: &Question) -> Option<Date> {
    match question.when {
        When::On(_) => None,
        When::During { from, .. } => from,
    }
}

/// The balances at the end of each year, each asked for by itself. Without a first day they begin with what nobody knows the
/// day of, and leave out the years before the first change, but never the last year.
fn balances_by_year(question: &Question, rows: &[Row], acts: &[Act], territory: &Territory) -> Sums {
    let to = question.when.last();
    let tree = Some(question.tree.unwrap_or(to));
    let position = question.by.iter().position(|code| code == "year").unwrap();
    let by: Vec<String> = question.by.iter().filter(|code| *code != "year").cloned().collect();
    let on = |day| Question { when: When::On(day), by: by.clone(), tree, ..question.clone() };
    let balance = |day, rows: &[Row]| by_hand(&on(day), rows, acts, territory);
    let undated: Vec<Row> = rows.iter().filter(|row| row.on.is_none()).cloned().collect();
    let unknown = balance(to, &undated);
    let begins = first(question).or_else(|| rows.iter().filter_map(|row| row.on).min()).map_or(to.year(), Date::year);
    let mut years: Vec<(String, Sums)> = (begins.min(to.year())..=to.year())
        .map(|year| (year.to_string(), balance(jiff::civil::date(year, 12, 31).min(to), rows)))
        .collect();
    if first(question).is_none() {
        let idle = years.iter().take(years.len() - 1).take_while(|(_, sums)| *sums == unknown).count();
        years.drain(..idle);
        years.push(("unknown".into(), unknown));
    }
    let mut sums = Sums::new();
    for (year, balances) in years {
        for ((mut values, currency), amount) in balances {
            values.insert(position, year.clone());
            sums.insert((values, currency), amount);
        }
    }
    sums
}

fn axis(row: &Row, code: &str, tree: Date, territory: &Territory) -> String {
    match code.parse::<Level>() {
        Ok(level) => {
            let place = territory.ancestor(&row.values["place"], level, tree);
            place.map_or_else(|| "unknown".to_owned(), |place| place.code.clone())
        }
        Err(_) => row.values.get(code).cloned().unwrap_or_default(),
    }
}

/// The lines of an answer as sums.
pub(crate) fn answered(answer: &Answer) -> Sums {
    let mut sums = Sums::new();
    for line in answer.lines.iter().filter(|line| line.amount != 0) {
        let key = (line.values.iter().map(ToString::to_string).collect(), line.currency.map(|c| c.code().to_owned()));
        assert!(sums.insert(key, line.amount).is_none(), "two lines for {line:?}");
    }
    sums
}
