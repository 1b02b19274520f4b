//! Has a document set as PDF, or a drawing turned into a picture, by `twiza-press`, a program beside this one that works without it.
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

use crate::{Fault, Problem};

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
    /// How large a file may be.
    pub file_bytes: u64,
    /// How many documents are set at once.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), memory_bytes: 1 << 30, file_bytes: 20_000_000, at_once: 2 }
    }
}

/// Why there is no file.
#[derive(Clone, Debug, thiserror::Error)]
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
    /// The file is too large.
    #[error("{PROGRAM} made a file that is too large")]
    TooLarge,
    /// The document cannot be set.
    #[error("{PROGRAM} refused the document: {0}")]
    Refused(String),
    /// The press broke: no memory, or not a press at all.
    #[error("{PROGRAM} broke: {0}")]
    Broke(String),
}

impl From<Unpressed> for Problem {
    /// What a person can do something about is told; what is our fault is logged.
    fn from(error: Unpressed) -> Self {
        match error {
            Unpressed::Refused(_) | Unpressed::Broke(_) => Self::Fault(Fault::new(error)),
            other => Self::Unpressed(other),
        }
    }
}

impl From<io::Error> for Unpressed {
    fn from(error: io::Error) -> Self {
        Self::Broke(error.to_string())
    }
}

/// The document as PDF.
///
/// # Errors
/// When there is no press here, or it cannot.
pub async fn press(document: &Document) -> Result<Vec<u8>, Unpressed> {
    found()?.press(document).await
}

/// The drawing, which is SVG, as PNG.
///
/// # Errors
/// When there is no press here, or it cannot.
pub async fn picture(svg: &str) -> Result<Vec<u8>, Unpressed> {
    found()?.picture(svg).await
}

/// The press of this program. One that is not there is looked for again each time.
fn found() -> Result<&'static Press, Unpressed> {
    static FOUND: OnceLock<Press> = OnceLock::new();
    if let Some(press) = FOUND.get() {
        return Ok(press);
    }
    let found = Press::find().ok_or(Unpressed::Missing)?;
    Ok(FOUND.get_or_init(|| found))
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
        self.make(&[], &json, b"%PDF-").await
    }

    /// The drawing, which is SVG, as PNG.
    pub async fn picture(&self, svg: &str) -> Result<Vec<u8>, Unpressed> {
        self.make(&["picture"], svg.as_bytes(), b"\x89PNG").await
    }

    /// What the press makes of this: a file that begins so.
    async fn make(&self, asked: &[&str], given: &[u8], begins: &[u8]) -> Result<Vec<u8>, Unpressed> {
        let Ok(Ok(_place)) = timeout(self.limits.time, self.places.acquire()).await else {
            return Err(Unpressed::Busy);
        };
        timeout(self.limits.time, self.run(asked, given, begins)).await.unwrap_or(Err(Unpressed::TooSlow))
    }

    async fn run(&self, asked: &[&str], given: &[u8], begins: &[u8]) -> Result<Vec<u8>, Unpressed> {
        let mut child = self.start(asked)?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let give = async {
            if let Some(mut stdin) = stdin {
                // A press that ended before it had read all says why by its status.
                let _ = stdin.write_all(given).await;
            }
            Ok(())
        };
        let take = async {
            let file = read(stdout, self.limits.file_bytes + 1).await?;
            if file.len() as u64 > self.limits.file_bytes { Err(Unpressed::TooLarge) } else { Ok(file) }
        };
        let listen = async { Ok(read(stderr, SAID_BYTES_MAX).await?) };
        let ((), file, said) = tokio::try_join!(give, take, listen)?;
        let status = child.wait().await?;
        let said = || String::from_utf8_lossy(&said).trim().to_owned();
        match status.code() {
            Some(0) if file.starts_with(begins) => Ok(file),
            Some(0) => Err(Unpressed::Broke("what it wrote is another kind of file".to_owned())),
            Some(2) => Err(Unpressed::Refused(said())),
            Some(127) => Err(Unpressed::Missing),
            _ => Err(Unpressed::Broke(format!("{status}: {}", said()))),
        }
    }

    /// Starts the press, through a shell that sets the limit on memory first: nothing in safe Rust does. The press gets
    /// none of this program's environment, where keys may be, and works on one thread, each of which asks for memory.
    fn start(&self, asked: &[&str]) -> io::Result<Child> {
        let limited = format!("ulimit -c 0; ulimit -v {}; exec \"$0\" \"$@\"", self.limits.memory_bytes / 1024);
        Command::new("/bin/sh")
            .args([OsStr::new("-c"), OsStr::new(&limited), self.program.as_os_str()])
            .args(asked)
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
