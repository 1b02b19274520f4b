//! What the ledger promises, on clubs instead of cooperatives: with random journals, on both engines, and in figures.

mod club;
mod journal;

mod engines;
mod invariants;
mod recording;
mod transfers;
