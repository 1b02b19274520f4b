//! A figure broken down by one dimension, the largest first and the small ones together.

use jiff::tz::TimeZone;
use ledger::{Answer, Line, Question, UNKNOWN};
use web::{Page, Speaker};

use crate::address;

/// So many lines all stand for themselves, and never more where small ones are put together.
const LINES: usize = 8;

/// The least share in per cent of a line that then stands for itself.
const PERCENT_MIN: i64 = 3;

/// A breakdown as a table. Shown by `breakdown.html`.
pub(crate) struct Table {
    /// What it is told apart by from other tables of the page.
    pub(crate) id: &'static str,
    pub(crate) heading: String,
    /// What the lines are.
    pub(crate) head: String,
    pub(crate) rows: Vec<Row>,
    /// The small ones together, and each of them.
    pub(crate) rest: Option<(Row, Vec<Row>)>,
    /// The parameters that ask for the same.
    pub(crate) parameters: String,
}

/// A line of it.
pub(crate) struct Row {
    pub(crate) name: String,
    /// What else is to be said of it: the region of a province.
    pub(crate) beside: Option<String>,
    /// Its page.
    pub(crate) to: Option<String>,
    pub(crate) count: String,
    /// The page of the acts behind it; none if there is no act.
    pub(crate) acts: Option<String>,
    pub(crate) share: String,
    /// The length of its bar in per cent of the longest.
    pub(crate) bar: i64,
}

/// The lines of a breakdown, the largest first, those of which nothing is known last.
pub(crate) fn ranked(answer: &Answer) -> Vec<&Line> {
    let mut lines: Vec<_> = answer.lines.iter().collect();
    lines.sort_by_key(|line| (code(line) == UNKNOWN, std::cmp::Reverse(line.amount)));
    lines
}

/// Parts ranked lines into those that stand for themselves and small ones.
pub(crate) fn part<'a, 'b>(lines: &'b [&'a Line], total: i64) -> (&'b [&'a Line], &'b [&'a Line]) {
    let is_large = |line: &&&Line| line.amount.saturating_mul(100) >= total.saturating_mul(PERCENT_MIN);
    let large = lines.iter().take(LINES).take_while(is_large).count();
    lines.split_at(if lines.len() <= LINES { lines.len() } else { large })
}

/// The value of a line of a breakdown by one dimension.
pub(crate) fn code(line: &Line) -> &str {
    line.values.first().map(|code| &**code).unwrap_or_default()
}

/// Writes the lines of an answer to a question with one breakdown.
pub(crate) struct Writer<'a> {
    pub(crate) page: &'a Page,
    pub(crate) speaker: &'a Speaker<'a>,
    pub(crate) zone: &'a TimeZone,
    pub(crate) answer: &'a Answer,
}

impl Writer<'_> {
    fn dimension(&self) -> &str {
        self.answer.question.by.first().map(String::as_str).unwrap_or_default()
    }

    /// The table with all lines.
    pub(crate) fn whole(&self, id: &'static str, heading: String) -> Table {
        let rows = ranked(self.answer).into_iter().map(|line| self.row(line)).collect();
        Table {
            id,
            heading,
            head: self.speaker.dimension(self.dimension()),
            rows,
            rest: None,
            parameters: address::parameters(&self.answer.question, self.zone),
        }
    }

    /// The table with the small lines together, which are called `others`.
    pub(crate) fn parted(&self, id: &'static str, heading: String, others: &str) -> Table {
        let lines = ranked(self.answer);
        let (large, small) = part(&lines, self.answer.total());
        let mut table = self.whole(id, heading);
        let each = table.rows.split_off(large.len());
        let codes: Vec<_> = small.iter().map(|line| code(line)).collect();
        let amount = small.iter().map(|line| line.amount).sum();
        table.rest = (!each.is_empty()).then(|| (self.written(others.to_owned(), amount, &codes), each));
        table
    }

    fn row(&self, line: &Line) -> Row {
        let code = code(line);
        self.written(self.speaker.value(self.dimension(), code), line.amount, &[code])
    }

    /// A row for one or several values.
    pub(crate) fn written(&self, name: String, amount: i64, codes: &[&str]) -> Row {
        let question = Question { by: Vec::new(), ..self.answer.question.clone() };
        let question = codes.iter().fold(question, |question, code| question.only(self.dimension(), code));
        let acts = self.page.to(&format!("/figures/acts?{}", address::parameters(&question, self.zone)));
        let longest = self.answer.lines.iter().map(|line| line.amount).max().unwrap_or(0).max(amount).max(1);
        let share = kernel::Share { part: amount, whole: self.answer.total() };
        Row {
            name,
            beside: None,
            to: None,
            count: self.page.t.number(amount),
            acts: (amount != 0).then_some(acts),
            share: self.page.t.percent(share),
            bar: amount.max(0).saturating_mul(100) / longest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(amount: i64) -> Line {
        Line { values: ["x".into()].into(), amount, currency: None }
    }

    #[test]
    fn of_many_lines_those_below_three_per_cent_are_put_together() {
        let lines: Vec<_> = [71, 10, 9, 3, 2, 1, 1, 1, 1, 1].map(line).into();
        let lines: Vec<_> = lines.iter().collect();
        let sizes = |lines| {
            let (large, small) = part(lines, 100);
            (large.len(), small.len())
        };
        assert_eq!(sizes(&lines), (4, 6));
        assert_eq!(sizes(&lines[..8]), (8, 0));
        assert_eq!(sizes(&[]), (0, 0));
    }
}
