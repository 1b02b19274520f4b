//! Proofs: short signed statements that anyone can check, offline by a published key and for ever.
//!
//! A [`Statement`] says what was true of a subject on a day, and where the journal stood then. A key signs it; the [`Proof`] is
//! written as a text of capital letters and digits that fits a QR code. The bytes are described in `docs/proofs.md` and frozen:
//! what was printed once is read by every later program.
//!
//! Not here: what facts mean (each slice says so of its kinds), where keys are kept (`identity`), pages (`register`).

mod base32;
mod base64;
mod key;
mod read;
mod signer;
mod statement;
#[cfg(test)]
mod tests;

pub use key::{KeyId, PublicKey, SigningKey};
pub use read::NotAProof;
pub use signer::{Published, Signer, Unsigned};
pub use statement::{Head, Kind, Proof, Statement, TooLong};
