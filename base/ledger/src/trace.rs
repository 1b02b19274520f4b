//! From a figure to the acts behind it.

use crate::{Act, Error, Ledger, Question, store};

/// An act behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// The act.
    pub act: Act,
    /// What it adds to the figure's sum, in units or minor units.
    pub amount: i64,
}

/// A page of the acts behind a figure, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// How many acts there are behind the figure.
    pub count: usize,
    /// What all of them add up to: the figure.
    pub total: i64,
    /// The acts of this page.
    pub acts: Vec<Traced>,
    /// The act after which the next page begins; none if this is the last.
    pub next: Option<i64>,
}

impl Ledger {
    /// The acts behind a figure: at most `limit` of those after act `after`.
    ///
    /// # Errors
    /// The refusal of a question that cannot be answered, or a fault of the database.
    pub fn trace(&self, question: &Question, after: i64, limit: usize) -> Result<Trace, Error> {
        self.refresh()?;
        let causes = self.projection().causes(question)?;
        let count = causes.len();
        let total = causes.iter().map(|(_, amount)| amount).sum();
        let mut rest = causes.into_iter().skip_while(|(seq, _)| *seq <= after);
        let page: Vec<(i64, i64)> = rest.by_ref().take(limit).collect();
        let next = rest.next().and_then(|_| page.last().map(|(seq, _)| *seq));
        let acts = self.db().read(|conn| {
            page.iter()
                .map(|(seq, amount)| {
                    let act = store::act(conn, *seq)?;
                    let act = act.ok_or_else(|| Error::Broken(format!("act {seq} is missing")))?;
                    Ok(Traced { act, amount: *amount })
                })
                .collect::<Result<_, Error>>()
        })?;
        Ok(Trace { count, total, acts, next })
    }

    /// The acts at these places of the journal, in the order given; places that hold none are left out.
    ///
    /// # Errors
    /// When the database cannot, or an act is not readable.
    pub fn acts(&self, seqs: impl IntoIterator<Item = i64>) -> Result<Vec<Act>, Error> {
        self.db().read(|conn| seqs.into_iter().filter_map(|seq| store::act(conn, seq).transpose()).collect())
    }
}
