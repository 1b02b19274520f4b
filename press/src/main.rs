//! `twiza-press` sets one document as PDF: the document as JSON on standard input, the file on standard output, what
//! went wrong on standard error. `twiza-press picture` takes a drawing as SVG instead and gives it as PNG. It ends with 0,
//! with 1 when it could not read or write, or with 2 when the document cannot be set. It reads no file, asks no network
//! and no clock: the same document gives the same bytes.
//!
//! What a document says is `base/document`; how it looks is `document.typ`. `web::press` starts this program with limits
//! on time and memory.

mod code;
mod picture;
mod set;
mod world;

use std::{
    env,
    io::{self, Read, Write},
    process::ExitCode,
};

use document::{BadDocument, Document};

/// More than any document of ours weighs.
const INPUT_BYTES_MAX: u64 = 32 << 20;

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
enum Unpressed {
    #[error("standard input cannot be read: {0}")]
    Input(io::Error),
    #[error("standard output cannot be written: {0}")]
    Output(io::Error),
    #[error("the document is longer than {INPUT_BYTES_MAX} bytes")]
    TooLong,
    #[error(transparent)]
    Bad(#[from] BadDocument),
    #[error("the document cannot be set: {0}")]
    Unset(String),
}

impl Unpressed {
    const fn code(&self) -> u8 {
        match self {
            Self::Input(_) | Self::Output(_) => 1,
            Self::TooLong | Self::Bad(_) | Self::Unset(_) => 2,
        }
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("twiza-press: {error}");
            ExitCode::from(error.code())
        }
    }
}

fn run() -> Result<(), Unpressed> {
    let wanted = env::args().nth(1);
    let mut given = Vec::new();
    let read = io::stdin().lock().take(INPUT_BYTES_MAX + 1).read_to_end(&mut given).map_err(Unpressed::Input)?;
    if read as u64 > INPUT_BYTES_MAX {
        return Err(Unpressed::TooLong);
    }
    let made = match wanted.as_deref() {
        None => set::set(&Document::read(&given)?),
        Some("picture") => picture::picture(&given),
        Some(other) => Err(format!("`{other}` is nothing that this program makes")),
    };
    let made = made.map_err(Unpressed::Unset)?;
    let mut out = io::stdout().lock();
    out.write_all(&made).and_then(|()| out.flush()).map_err(Unpressed::Output)
}
