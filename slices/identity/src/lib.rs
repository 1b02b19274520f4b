//! Identity: the people whom Twiza knows, and what keeps their data theirs.
//!
//! A **person** is an opaque id; what is known of them is sealed with a key of their own, which the **master key** wraps.
//! To **erase** a person is to destroy that key: the id stays, and every act that names it.
//!
//! Not here: who belongs to which cooperative (`register`), who may do what (`authz`).

pub mod account;
pub mod attachment;
pub mod attempt;
pub mod audit;
mod command;
mod contact;
pub mod demo;
pub mod entrance;
mod error;
pub mod factor;
mod guarded;
mod hex;
mod id;
pub mod keyring;
mod known;
pub mod link;
pub mod mandate;
pub mod outbox;
mod pages;
pub mod passkey;
pub mod password;
pub mod person;
mod secret;
pub mod session;
pub mod signing;
pub mod site;
mod slice;
pub mod store;
pub mod token;
pub mod vault;

use std::str::FromStr;

use db::Row;

pub use account::{Account, AccountId};
pub use contact::{Contact, NotAContact};
pub use error::Error;
pub use guarded::{Guarded, NoSuchRole};
pub use id::NotAnId;
pub use mandate::MandateId;
pub use person::{Details, Email, IdentityNumber, Person, PersonId, Phone};
pub use secret::Secret;
pub use site::Site;
pub use slice::SLICE;
pub use vault::Vault;

/// An instant as tables hold it: UTC, six decimals.
fn instant(at: kernel::Timestamp) -> String {
    format!("{at:.6}")
}

/// What a column says that holds an id, a day or an instant.
fn read<T: FromStr>(row: &Row<'_>, column: usize) -> db::Result<T> {
    opt(row, column)?.ok_or_else(|| db::Error::Value(format!("column {column} is empty")))
}

/// What a column says that may hold an id, a day or an instant.
fn opt<T: FromStr>(row: &Row<'_>, column: usize) -> db::Result<Option<T>> {
    let Some(text) = row.opt_text(column)? else { return Ok(None) };
    text.parse().map(Some).map_err(|_| db::Error::Value(format!("column {column} holds `{text}`")))
}
