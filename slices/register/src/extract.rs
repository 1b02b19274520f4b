//! The extract of the register: what stands there of one cooperative on a day, as known at a moment, signed so that anyone can
//! check it. Public facts only, nothing about persons; anyone may have one, of any cooperative.

mod compare;
mod facts;
mod file;
mod print;
mod read;
pub(crate) mod verify;

pub use facts::shortened;
pub(crate) use facts::{Facts, of as facts_of};
pub(crate) use file::{data, pdf};
pub(crate) use read::{head, life};
