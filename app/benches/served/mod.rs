//! The demo country and the program that serves it, for benchmarks.

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// The server, ended with the benchmark, and its database with it.
pub(crate) struct Server {
    program: Child,
    pub(crate) address: SocketAddr,
    _folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
    }
}

impl Server {
    /// Lives through the demo country, gives its database to who wants to add something to it, and serves it.
    /// `TWIZA_BENCH_DEMO=small` takes the small country.
    pub(crate) fn start(prepare: impl FnOnce(PathBuf)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bench.db");
        let database = format!("sqlite:{}", file.display());
        let twiza = |words: &[&str]| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_twiza"));
            program.args(["--database", &database]).args(words).stderr(Stdio::null()).stdout(Stdio::null());
            program
        };
        let small = std::env::var("TWIZA_BENCH_DEMO").is_ok_and(|size| size == "small");
        let words = if small { &["demo", "--no-serve", "--small"][..] } else { &["demo", "--no-serve"] };
        assert!(twiza(words).status().unwrap().success());
        prepare(file);
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let program = twiza(&["serve", "--behind-proxy", "--listen", &address.to_string()]).spawn().unwrap();
        let until = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(address).is_err() {
            assert!(Instant::now() < until, "the server does not start");
            thread::sleep(Duration::from_millis(20));
        }
        Self { program, address, _folder: folder }
    }
}

/// The value below which so many of a hundred lie; sorts them.
pub(crate) fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() * percent / 100).copied().unwrap_or(f64::NAN)
}
