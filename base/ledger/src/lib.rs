//! The one idea: every figure stands on an act.
//!
//! What people record are **acts**; the **journal** keeps them in the order in which they became known, each chained to
//! the one before. The acts of a **subject** are **folded** into the **entries** that they imply; when an act is recorded,
//! the difference to what the ledger already holds is **posted**. A **figure** is a sum of entries with two dates: the
//! reference date and the knowledge time.
//!
//! The core ([`Act`], [`Schema`], [`Entry`], [`Projection`], [`Question`]) is pure. [`Ledger`] is its edge: it keeps
//! journal and entries in a database. Neither knows a cooperative: slices declare their measures, acts and fold.

mod act;
mod answer;
mod batch;
mod block;
mod blocks;
mod cell;
mod columns;
mod day;
mod error;
mod fold;
mod layout;
mod ledger;
mod numbers;
mod packed;
mod posting;
mod projection;
mod question;
mod recorded;
mod recorder;
mod refusal;
mod rows;
mod schema;
mod series;
pub mod store;
mod trace;
mod transfer;
mod verify;

pub use act::{Act, Draft, Hash, Head, VOIDED, canonical, hash_of};
pub use answer::{Answer, Line};
pub use blocks::Blocks;
pub use cell::{Cell, Cells, Code, Codes, UNKNOWN};
pub use day::Day;
pub use error::Error;
pub use fold::{Entry, Said, State, Subjects, difference, standing};
pub use ledger::{Declaration, Keep, Kept, Ledger, Touched};
pub use projection::{Plan, Projection};
pub use question::{Question, When};
pub use recorder::Recorder;
pub use refusal::{NoAnswer, Reason, Refusal, Value};
pub use rows::{Posted, each_act, each_entry, places};
pub use schema::{Aggregation, Dimension, Measure, MeasureId, Schema, Scope, Unit};
pub use trace::{Trace, Traced};
pub use transfer::{export, export_csv, import};
pub use verify::{Difference, Verified};
