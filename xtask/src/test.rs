//! `cargo xtask test`: every test, on SQLite and on a PostgreSQL that is started for them and thrown away.

use std::env;

use anyhow::{Result, bail};
use testkit::postgres::{Cluster, URL_VARIABLE};

use crate::{
    cargo::{self, cargo},
    packages::{self, install_if_missing},
};

/// Runs all tests, or those that the arguments name.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    install_if_missing(&packages::BROWSER)?;
    // Lives until this function ends, and is cleared away even if it never does.
    let cluster = match env::var(URL_VARIABLE) {
        Ok(url) => {
            eprintln!("PostgreSQL for the tests: {url} (from {URL_VARIABLE})");
            None
        }
        Err(_) => Some(started()?),
    };
    // What a test that was killed leaves lying about goes with it. Not the server's folder: that may be another user's, in whose
    // folders no browser runs.
    let scratch = tempfile::tempdir()?;
    let mut failed = Vec::new();
    for words in calls(arguments, cargo::has("nextest")?) {
        let mut call = cargo(&words)?;
        if let Some(cluster) = &cluster {
            call.env(URL_VARIABLE, cluster.url());
        }
        call.env("TMPDIR", scratch.path());
        if let Err(error) = cargo::run(&mut call) {
            failed.push(format!("{error:#}"));
        }
    }
    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    Ok(())
}

/// The temporary server.
fn started() -> Result<Cluster> {
    install_if_missing(&packages::POSTGRESQL)?;
    let cluster = Cluster::start()?;
    eprintln!("PostgreSQL for the tests: {} (temporary)", cluster.url());
    Ok(cluster)
}

/// The calls of cargo that run these tests. Nextest knows no tests in documentation: cargo runs those itself, unless
/// the arguments ask for something narrower than everything.
fn calls(arguments: &[String], nextest: bool) -> Vec<Vec<String>> {
    let words = |first: &[&str]| first.iter().map(|word| (*word).to_owned()).chain(arguments.iter().cloned()).collect();
    let own = arguments.iter().take_while(|argument| *argument != "--");
    let names_packages = own.clone().any(|word| word.starts_with("-p") || word.starts_with("--package"));
    let whole: &[&str] = if names_packages { &[] } else { &["--workspace"] };
    if !nextest || own.into_iter().any(|argument| argument == "--doc") {
        return vec![words(&[&["test"], whole].concat())];
    }
    let mut calls = vec![words(&[&["nextest", "run", "--no-tests=pass"], whole].concat())];
    if arguments.is_empty() {
        calls.push(words(&["test", "--doc", "--workspace"]));
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(arguments: &str, nextest: bool) -> Vec<String> {
        let arguments: Vec<_> = arguments.split_whitespace().map(str::to_owned).collect();
        calls(&arguments, nextest).iter().map(|call| call.join(" ")).collect()
    }

    #[test]
    fn without_arguments_everything_is_tested_documentation_too() {
        assert_eq!(said("", false), ["test --workspace"]);
        assert_eq!(said("", true), ["nextest run --no-tests=pass --workspace", "test --doc --workspace"]);
    }

    #[test]
    fn a_package_that_is_named_is_tested_alone() {
        assert_eq!(said("-p ledger late", false), ["test -p ledger late"]);
        assert_eq!(said("-p ledger late", true), ["nextest run --no-tests=pass -p ledger late"]);
        assert_eq!(said("--doc -p kernel", true), ["test --doc -p kernel"]);
    }

    #[test]
    fn what_follows_two_hyphens_is_for_the_tests() {
        assert_eq!(said("late -- -p", false), ["test --workspace late -- -p"]);
    }
}
