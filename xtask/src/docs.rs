//! `cargo xtask docs`: what the code says of itself, as pages.

use anyhow::Result;

use crate::cargo::{self, cargo};

/// Builds the documentation of our own crates; a broken link is an error.
pub(crate) fn run() -> Result<()> {
    cargo::run(cargo(["doc", "--workspace", "--no-deps"])?.env("RUSTDOCFLAGS", "-Dwarnings"))
}
