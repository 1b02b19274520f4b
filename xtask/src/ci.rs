//! `cargo xtask ci`: all checks, the cheap ones first.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::{
    cargo::{self, cargo},
    docs, test, tidy,
};

/// A check's name and what it does.
type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 6] = [
    ("fmt", || cargo::run(&mut cargo(["fmt", "--all", "--check"])?)),
    ("tidy", tidy::run),
    ("clippy", || cargo::run(&mut cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?)),
    ("test", || test::run(&[])),
    ("docs", docs::run),
    ("deny", deny),
];

/// Runs every step, also after one that failed, and says at the end how each went and how long it took.
pub(crate) fn run() -> Result<()> {
    let mut summary = String::new();
    let mut failed = Vec::new();
    for (name, step) in STEPS {
        eprintln!("\n== {name}");
        let begun = Instant::now();
        let outcome = step();
        let seconds = begun.elapsed().as_secs_f64();
        summary.push_str(&format!("{name:>8} {seconds:7.1} s  {}\n", if outcome.is_ok() { "ok" } else { "FAILED" }));
        if let Err(error) = outcome {
            eprintln!("{error:#}");
            failed.push(name);
        }
    }
    eprintln!("\n{}", summary.trim_end());
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// Licences, versions and sources of other people's code, by `deny.toml`. Weaknesses that were published since are not
/// part of this: a commit that was good must not turn bad overnight.
fn deny() -> Result<()> {
    if !cargo::has("deny")? {
        eprintln!("skipped: cargo-deny is not installed (`cargo install --locked cargo-deny`; .ci/run does that)");
        return Ok(());
    }
    // Not `--offline`: where no other step needed a crate of another system, its manifest is still to be fetched.
    cargo::run(&mut cargo(["deny", "--locked", "check", "licenses", "bans", "sources"])?)
}
