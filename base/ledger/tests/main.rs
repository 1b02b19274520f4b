//! What the ledger promises, on clubs instead of cooperatives: with random journals, on both engines, and in figures.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what a test builds on must be right, or the test stops"
)]

mod club;
mod journal;

mod engines;
mod figures;
mod invariants;
mod proof;
mod recording;
mod transfers;
