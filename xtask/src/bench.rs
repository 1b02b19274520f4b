//! `cargo xtask bench`: how fast things are.

use anyhow::Result;

use crate::cargo::{self, cargo};

/// Runs every benchmark of the house, or those that the arguments name.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    cargo::run(cargo(["bench", "--workspace"])?.args(arguments))
}
