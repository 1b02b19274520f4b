//! What the ledger promises, on clubs instead of cooperatives: with random journals, on both engines, and in figures.

mod club;
mod journal;

mod engines;
mod figures;
mod invariants;
mod proof;
mod recording;
mod transfers;
