//! The register: which cooperatives exist, and what each of them was on any day.
//!
//! A **cooperative** enters by registration and leaves by striking off or merger; its number is never given again.
//! What happens to it is an **act**; what it is on a day follows from its acts by the **fold**.
//!
//! Not here: figures (`observatory`), quality marks (`labels`), accounts and roles (`identity`).

pub mod acts;
mod codes;
pub mod demo;
mod ice;

pub use codes::{Category, Characteristic, CooperativeType, Level, Origin, Sex};
pub use ice::{Ice, NotAnIce};
