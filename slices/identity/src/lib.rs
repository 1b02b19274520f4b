//! Identity: the people whom Twiza knows, and what keeps their data theirs.
//!
//! A **person** is an opaque id; what is known of them is sealed with a key of their own, which the **master key** wraps.
//! To **erase** a person is to destroy that key: the id stays, and every act that names it.
//!
//! Not here: who belongs to which cooperative (`register`), who may do what (`authz`).

mod error;
mod hex;
pub mod keyring;
pub mod outbox;
pub mod person;
pub mod signing;
pub mod store;
pub mod vault;

pub use error::Error;
pub use person::{Details, Email, IdentityNumber, Person, PersonId, Phone};
pub use vault::Vault;

/// An instant as tables hold it: UTC, six decimals.
fn instant(at: kernel::Timestamp) -> String {
    format!("{at:.6}")
}
