//! Acts with their entries, written to the database together.

use db::Conn;

use crate::{
    Act, Cell, Error,
    ledger::{Inner, Touched},
    posting::Postings,
    recorder::Pasts,
    schema::Scope,
    store,
};

/// What a recorder held back.
pub(crate) struct Batch {
    pub(crate) acts: Vec<Act>,
    pub(crate) postings: Postings,
    /// New halves of cells of each scope, and the number of the first.
    pub(crate) halves: [(u32, Vec<Cell>); 2],
    /// The subjects of the acts, with what is known of them now.
    pub(crate) touched: Pasts,
}

impl Batch {
    /// Writes everything and brings the slices' own tables up to date.
    pub(crate) fn write(&self, conn: &mut Conn, ledger: &Inner) -> Result<(), Error> {
        for (scope, (first, halves)) in Scope::ALL.into_iter().zip(&self.halves) {
            store::insert_halves(conn, &ledger.schema, scope, *first, halves)?;
        }
        store::insert_postings(conn, &self.postings)?;
        store::insert_acts(conn, &self.acts)?;
        let first = self.acts.first().map_or(0, |act| act.seq);
        for kept in ledger.kinds() {
            let kind = kept.subjects.code();
            let of_kind =
                self.touched.iter().filter(|(subject, _)| subject.split_once('/').is_some_and(|(of, _)| of == kind));
            let touched: Vec<_> = of_kind
                .map(|(subject, past)| Touched {
                    subject,
                    past,
                    is_new: past.first_seq().is_some_and(|seq| first <= seq),
                })
                .collect();
            if !touched.is_empty() {
                (kept.keep)(conn, &touched)?;
            }
        }
        Ok(())
    }
}
