//! `cargo xtask tidy`: the house rules that no compiler checks, one file a rule.

mod house;
mod layers;
mod length;
mod messages;
mod migrations;
mod names;
mod rust;
mod sources;
mod spoken;
mod tables;
mod words;

use std::fmt;

use anyhow::{Result, bail};

use house::House;

/// A place where a rule is broken, and what to do there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    /// The file, from the house's folder on.
    path: String,
    /// The line, from 1 on.
    line: usize,
    /// What is wrong and what to do.
    says: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.says)
    }
}

/// What a rule finds in a house.
type Rule = fn(&House) -> Vec<Finding>;

const RULES: [Rule; 10] = [
    length::check,
    layers::check,
    layers::check_lints,
    tables::check,
    migrations::check,
    names::check,
    messages::check,
    spoken::check,
    words::check,
    sources::check,
];

/// Checks the house as it lies on disk, with the files that are not yet committed.
pub(crate) fn run() -> Result<()> {
    let house = House::on_disk(&crate::house()?)?;
    let mut findings: Vec<_> = RULES.iter().flat_map(|rule| rule(&house)).collect();
    findings.sort();
    for finding in &findings {
        eprintln!("{finding}");
    }
    if !findings.is_empty() {
        bail!("not tidy: {} to mend", findings.len());
    }
    eprintln!("tidy: {} rules, {} files", RULES.len(), house.files().len());
    Ok(())
}
