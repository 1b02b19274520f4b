//! Has a document set as PDF by `twiza-press`, a program beside this one that works without it.
//!
//! A press is started for each document and has limits: a document that asks too much costs that document only.

use std::{env, ffi::OsStr, io, path::PathBuf, process::Stdio, sync::OnceLock, time::Duration};

use document::Document;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt},
    process::{Child, Command},
    sync::Semaphore,
    time::timeout,
};

/// The press's file.
const PROGRAM: &str = "twiza-press";
/// Names another file.
const VARIABLE: &str = "TWIZA_PRESS";
/// How much of what the press says is kept for the log.
const SAID_BYTES_MAX: u64 = 4096;

/// A press, and what it may use.
#[derive(Debug)]
pub struct Press {
    program: PathBuf,
    limits: Limits,
    places: Semaphore,
}

/// What a press may use for one document.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long it may take, and how long a document may wait for its turn.
    pub time: Duration,
    /// How much memory it may ask for.
    pub memory_bytes: u64,
    /// How large a PDF may be.
    pub pdf_bytes: u64,
    /// How many documents are set at once.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), memory_bytes: 1 << 30, pdf_bytes: 20_000_000, at_once: 2 }
    }
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum Unpressed {
    /// There is no press here.
    #[error(
        "no {PROGRAM} beside this program, on PATH or in {VARIABLE}: `cargo build --release -p {PROGRAM}` makes it"
    )]
    Missing,
    /// Too many documents are being set.
    #[error("{PROGRAM} is busy")]
    Busy,
    /// It took too long.
    #[error("{PROGRAM} did not end in time")]
    TooSlow,
    /// The PDF is too large.
    #[error("{PROGRAM} made a PDF that is too large")]
    TooLarge,
    /// The document cannot be set.
    #[error("{PROGRAM} refused the document: {0}")]
    Refused(String),
    /// The press broke: no memory, or not a press at all.
    #[error("{PROGRAM} broke: {0}")]
    Broke(String),
}

impl Unpressed {
    /// The end of its messages' keys: `web-unpressed-missing` says what is the matter, and with `-next` what to do.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Busy => "busy",
            Self::TooSlow | Self::TooLarge => "too-much",
            Self::Refused(_) | Self::Broke(_) => "failed",
        }
    }
}

impl From<io::Error> for Unpressed {
    fn from(error: io::Error) -> Self {
        Self::Broke(error.to_string())
    }
}

/// The document as PDF. A press that is not there is looked for again each time.
pub async fn press(document: &Document) -> Result<Vec<u8>, Unpressed> {
    static FOUND: OnceLock<Press> = OnceLock::new();
    let press = match FOUND.get() {
        Some(press) => press,
        None => {
            let found = Press::find().ok_or(Unpressed::Missing)?;
            FOUND.get_or_init(|| found)
        }
    };
    press.press(document).await
}

impl Press {
    /// The press that `TWIZA_PRESS` names, that lies beside this program, or that is on PATH.
    pub fn find() -> Option<Self> {
        let named = env::var_os(VARIABLE).map(PathBuf::from);
        let beside = || Some(env::current_exe().ok()?.parent()?.join(PROGRAM)).filter(|file| file.is_file());
        let on_path = || {
            let folders = env::var_os("PATH")?;
            env::split_paths(&folders).map(|folder| folder.join(PROGRAM)).find(|file| file.is_file())
        };
        named.or_else(beside).or_else(on_path).map(|program| Self::at(program, Limits::default()))
    }

    /// The press in this file, with these limits.
    pub fn at(program: impl Into<PathBuf>, limits: Limits) -> Self {
        Self { program: program.into(), limits, places: Semaphore::new(limits.at_once) }
    }

    /// The document as PDF. Whoever stops waiting ends the press too.
    pub async fn press(&self, document: &Document) -> Result<Vec<u8>, Unpressed> {
        let json = serde_json::to_vec(document).map_err(io::Error::from)?;
        let Ok(Ok(_place)) = timeout(self.limits.time, self.places.acquire()).await else {
            return Err(Unpressed::Busy);
        };
        timeout(self.limits.time, self.run(&json)).await.unwrap_or(Err(Unpressed::TooSlow))
    }

    async fn run(&self, json: &[u8]) -> Result<Vec<u8>, Unpressed> {
        let mut child = self.start()?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let give = async {
            if let Some(mut stdin) = stdin {
                // A press that ended before it had read all says why by its status.
                let _ = stdin.write_all(json).await;
            }
            Ok(())
        };
        let take = async {
            let pdf = read(stdout, self.limits.pdf_bytes + 1).await?;
            if pdf.len() as u64 > self.limits.pdf_bytes { Err(Unpressed::TooLarge) } else { Ok(pdf) }
        };
        let listen = async { Ok(read(stderr, SAID_BYTES_MAX).await?) };
        let ((), pdf, said) = tokio::try_join!(give, take, listen)?;
        let status = child.wait().await?;
        let said = || String::from_utf8_lossy(&said).trim().to_owned();
        match status.code() {
            Some(0) if pdf.starts_with(b"%PDF-") => Ok(pdf),
            Some(0) => Err(Unpressed::Broke("what it wrote is no PDF".to_owned())),
            Some(2) => Err(Unpressed::Refused(said())),
            Some(127) => Err(Unpressed::Missing),
            _ => Err(Unpressed::Broke(format!("{status}: {}", said()))),
        }
    }

    /// Starts the press, through a shell that sets the limit on memory first: nothing in safe Rust does. The press gets
    /// none of this program's environment, where keys may be, and works on one thread, each of which asks for memory.
    fn start(&self) -> io::Result<Child> {
        let limited = format!("ulimit -c 0; ulimit -v {}; exec \"$0\"", self.limits.memory_bytes / 1024);
        Command::new("/bin/sh")
            .args([OsStr::new("-c"), OsStr::new(&limited), self.program.as_os_str()])
            .env_clear()
            .env("RAYON_NUM_THREADS", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
    }
}

/// What a pipe says, up to so many bytes.
async fn read(pipe: Option<impl AsyncRead + Unpin>, bytes_max: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        pipe.take(bytes_max).read_to_end(&mut bytes).await?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
