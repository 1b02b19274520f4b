//! The house's own tools: `cargo xtask test|tidy|bench|docs|screenshots|ci`.

mod bench;
mod cargo;
mod ci;
mod docs;
mod packages;
mod screenshots;
mod test;
mod tidy;

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
cargo xtask test [ARGUMENTS]   run all tests on SQLite and PostgreSQL; arguments go to cargo (-p ledger, a name …)
cargo xtask tidy               check the house rules that no compiler checks
cargo xtask bench [ARGUMENTS]  run the benchmarks; arguments go to cargo bench
cargo xtask docs               build the documentation of the code; a warning is an error
cargo xtask screenshots        take pictures of the main pages into docs/screenshots
cargo xtask ci                 all of it, as the build server does: fmt, tidy, clippy, test, docs, deny";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the first argument says, with the others.
fn command(arguments: &[String]) -> Result<()> {
    match arguments {
        [name, others @ ..] if name == "test" => test::run(others),
        [name] if name == "tidy" => tidy::run(),
        [name, others @ ..] if name == "bench" => bench::run(others),
        [name] if name == "docs" => docs::run(),
        [name] if name == "screenshots" => screenshots::run(),
        [name] if name == "ci" => ci::run(),
        [name] if ["help", "--help", "-h"].contains(&name.as_str()) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("{USAGE}"),
    }
}

/// The folder of the whole house.
fn house() -> Result<PathBuf> {
    let here = env::var_os("CARGO_MANIFEST_DIR").context("start it as `cargo xtask`")?;
    PathBuf::from(here).parent().map(PathBuf::from).context("xtask lies in no house")
}
