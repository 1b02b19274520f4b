//! A figure, with what is needed to read it and to ask it again.

use std::sync::Arc;

use kernel::{Currency, Share};

use crate::{Measure, Question};

/// One line of a figure: the values it is for and the amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// One value for each dimension of the breakdown.
    pub values: Arc<[Arc<str>]>,
    /// The amount: a count, or minor units of the currency.
    pub amount: i64,
    /// The currency of an amount of money.
    pub currency: Option<Currency>,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// The measure.
    pub measure: Measure,
    /// The last act of the journal that was known.
    pub head: i64,
    /// The lines, in the order of their values; exactly one if there is no breakdown.
    pub lines: Vec<Line>,
}

impl Answer {
    /// The sum of all lines. For a stock by year it has no meaning.
    pub fn total(&self) -> i64 {
        self.lines.iter().map(|line| line.amount).sum()
    }

    /// A line's share in the total.
    pub fn share(&self, line: &Line) -> Share {
        Share { part: line.amount, whole: self.total() }
    }
}

impl Line {
    /// The amount as it is written in exchange formats: major units with the currency's decimals, no group marks.
    pub fn written(&self) -> String {
        self.currency.map_or_else(|| self.amount.to_string(), |currency| currency.major(self.amount))
    }
}
