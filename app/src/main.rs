//! The program: `twiza COMMAND`. It lists the slices; what they do is theirs.

mod cli;
mod commands;
mod failure;
mod house;
mod migrations;
mod progress;

use std::process::ExitCode;

use clap::Parser;

/// Folding and reading make many short-lived texts: with this allocator an import takes a quarter less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let options = cli::Options::parse();
    // What goes wrong on our side is told to whoever runs the program: faults, by the number that a page shows.
    tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_ansi(false).with_writer(std::io::stderr).init();
    match commands::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        // Who reads our output may stop listening: `twiza trace … | head`.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("twiza: {failure}");
            ExitCode::from(failure.status())
        }
    }
}
