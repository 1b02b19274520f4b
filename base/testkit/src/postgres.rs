//! A PostgreSQL server of the tests' own: made in a temporary folder, gone without a trace.
//!
//! It listens on a Unix socket in that folder and nowhere else: nobody but the folder's owner can reach it, and no two
//! runs can want the same port. Programs that were run as root start it as `postgres` or `nobody`, as PostgreSQL asks.
//!
//! A small shell waits at the other end of a pipe: when this process ends in whatever way (a panic, Ctrl-C, even
//! `kill -9`), the pipe closes, and the shell stops the server and removes the folder.

mod account;
mod installation;

use std::{
    fs::{self, Permissions},
    io::{self, Write},
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::{Builder, TempDir};

use account::Account;
pub use installation::{Installation, NotInstalled};

/// The variable by which tests find the server that `cargo xtask test` started for them.
pub const URL_VARIABLE: &str = "TWIZA_TEST_POSTGRES";

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub enum Unavailable {
    /// It is not on this machine.
    #[error(transparent)]
    NotInstalled(#[from] NotInstalled),
    /// This process is root, and there is no account to run it as.
    #[error("PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody` to run it as")]
    NoAccount,
    /// One of its programs said no.
    #[error("`{program}` failed: {said}")]
    Failed {
        /// Which program.
        program: String,
        /// What it said, or what its log says.
        said: String,
    },
    /// The machine said no.
    #[error("no place for a PostgreSQL: {0}")]
    Machine(#[from] io::Error),
}

/// A running server with no databases but its own, thrown away when dropped.
///
/// It keeps nothing safe on disk (`fsync` is off): it may lose data when the *machine* stops, not when it is cut off.
#[derive(Debug)]
pub struct Cluster {
    installation: Installation,
    account: Option<Account>,
    folder: TempDir,
    keeper: Option<Child>,
}

impl Cluster {
    /// Makes a cluster and starts it; it takes connections when this returns.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or will not start; the message says what to do or what it said.
    pub fn start() -> Result<Self, Unavailable> {
        let installation = Installation::find()?;
        let account = Account::to_run_as()?;
        // Not where TMPDIR points: the path of a socket must be short, and other accounts may not look in there.
        let private = Permissions::from_mode(0o700);
        let folder = Builder::new().prefix("twiza-postgres-").permissions(private).tempdir_in("/tmp")?;
        if let Some(account) = &account {
            chown(folder.path(), Some(account.user), Some(account.group))?;
        }
        let mut cluster = Self { installation, account, folder, keeper: None };
        cluster.keeper = Some(cluster.keep()?);
        // Sorted by bytes, as SQLite does: what a test sees does not depend on the machine's language.
        cluster
            .run("initdb", &["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"])?;
        cluster.serve()?;
        Ok(cluster)
    }

    /// The address of its own database `postgres`, from which others can be made.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// The address of a database on it.
    #[must_use]
    pub fn url_of(&self, database: &str) -> String {
        let folder = self.folder.path().display().to_string().replace('%', "%25").replace('/', "%2F");
        format!("postgres://postgres@{folder}/{database}")
    }

    /// Cuts it off in the middle of whatever it does: connections break, nothing is tidied up, its data stay as they
    /// are. [`Cluster::start_again`] brings it back; it then recovers as it does after a crash.
    pub fn cut_off(&mut self) {
        self.let_go(b"keep\n");
    }

    /// Starts it where it was cut off, under the same address; does nothing while it runs.
    ///
    /// # Errors
    /// When it will not start; the message holds the end of its log.
    pub fn start_again(&mut self) -> Result<(), Unavailable> {
        if self.keeper.is_some() {
            return Ok(());
        }
        self.keeper = Some(self.keep()?);
        self.serve().inspect_err(|_| self.cut_off())
    }

    /// Starts the server; it takes connections when this returns.
    fn serve(&self) -> Result<(), Unavailable> {
        let options = format!(
            "-c port=5432 -c listen_addresses= -c unix_socket_directories='{}' -c max_connections=200 -c fsync=off \
             -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0",
            self.folder.path().display()
        );
        let log = self.folder.path().join("log").display().to_string();
        self.run("pg_ctl", &["start", "--wait", "--silent", "--log", &log, "--options", &options])
    }

    /// Runs one of PostgreSQL's programs on this cluster's data, in the account that owns them.
    fn run(&self, program: &str, arguments: &[&str]) -> Result<(), Unavailable> {
        let mut command = self.command(&self.installation.program(program));
        let output = command.args(arguments).stdin(Stdio::null()).output()?;
        if output.status.success() {
            return Ok(());
        }
        let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said).into_owned()).concat();
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        Err(Unavailable::Failed { program: program.to_owned(), said: format!("{said}{log}") })
    }

    /// The shell that stops the server when this process is no more, or says so.
    fn keep(&self) -> io::Result<Child> {
        // Again and again: a program that was just starting may still put files there.
        const STOP: &str = r#"read -r word
            for try in 1 2 3 4 5; do
                "$1" stop --mode=immediate --silent
                [ "$word" = keep ] && exit
                rm -rf "$2"
                [ -e "$2" ] || exit
                sleep 0.2
            done"#;
        self.command(Path::new("/bin/sh"))
            .args(["-c", STOP, "twiza-keeper"])
            .args([self.installation.program("pg_ctl").as_path(), self.folder.path()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
    }

    /// A command in the server's account and folder, out of reach of the terminal's Ctrl-C.
    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env("PGDATA", self.data()).process_group(0);
        for ours in ["PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGOPTIONS"] {
            command.env_remove(ours);
        }
        if let Some(account) = &self.account {
            command.uid(account.user).gid(account.group);
        }
        command
    }

    /// The folder in which it lives: its data, its socket and its `log`.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where its data are.
    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Closes the pipe, with a last word, and waits until the server has stopped.
    fn let_go(&mut self, word: &[u8]) {
        if let Some(mut keeper) = self.keeper.take() {
            if let Some(mut pipe) = keeper.stdin.take() {
                // A keeper that is gone already has done its work.
                let _ = pipe.write_all(word);
            }
            let _ = keeper.wait();
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.let_go(b"");
    }
}
