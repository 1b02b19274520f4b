//! Decisions and refusals, on a toy slice: a library with branches.

#![expect(clippy::unwrap_used, reason = "what a test builds on must be right, or the test stops")]

mod decisions;
mod denials;
mod refusals;
mod toy;
