//! A folder of a test's own in which the program is run, and what it said there.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

pub(crate) mod chance;

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::{Builder, TempDir};
use testkit::TestDatabase;

/// The program.
pub(crate) const TWIZA: &str = env!("CARGO_BIN_EXE_twiza");

/// The press that lies beside the program. `cargo test -p twiza` alone builds none: what cannot be tested then is, wherever
/// all is built.
pub(crate) fn press() -> Option<PathBuf> {
    let press = Path::new(TWIZA).with_file_name("twiza-press");
    let is_there = press.is_file();
    assert!(is_there || std::env::var_os("CI").is_none(), "{} is missing", press.display());
    is_there.then_some(press)
}

/// A folder, and a database that commands work on.
pub(crate) struct House {
    folder: TempDir,
    /// The address of the database.
    pub(crate) url: String,
}

/// How a run ended, and what it said.
#[derive(Debug)]
pub(crate) struct Said {
    command: String,
    status: Option<i32>,
    out: String,
    err: String,
}

impl House {
    /// With an SQLite database that is not made yet.
    pub(crate) fn new() -> Self {
        Self::at("sqlite:twiza.db")
    }

    /// With a database somewhere else.
    pub(crate) fn at(url: &str) -> Self {
        let folder = TempDir::with_prefix("twiza-house-").expect("a folder");
        Self { folder, url: url.to_owned() }
    }

    /// With a folder that every account of the machine may enter.
    pub(crate) fn open_to_all() -> Self {
        let all = Permissions::from_mode(0o755);
        let folder = Builder::new().prefix("twiza-house-").permissions(all).tempdir_in("/tmp").expect("a folder");
        Self { folder, url: "sqlite:twiza.db".to_owned() }
    }

    /// With an empty database of the test kit's.
    pub(crate) fn of(database: &TestDatabase) -> Self {
        Self::at(&database.url)
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file in the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect(name);
    }

    /// Reads a file of the folder.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect(name)
    }

    /// Whether the folder has the file.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// The names of the files in the folder, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).expect("the folder");
        let mut names: Vec<_> = names.map(|name| name.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A command on the database, not run yet. The words are separated by spaces.
    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = Command::new(TWIZA);
        command.current_dir(self.folder.path()).env_remove("TWIZA_DATABASE").stdin(Stdio::null());
        for setting in ["MASTER_KEY", "MASTER_KEY_FILE", "SMTP", "SMS_COMMAND", "OUTBOX"] {
            command.env_remove(format!("TWIZA_{setting}"));
        }
        command.args(["--database", &self.url]).args(words.split_whitespace());
        command
    }

    /// A command on the database that a shell prepares for before it becomes the program.
    pub(crate) fn prepared(&self, preparation: &str, words: &str) -> Command {
        let program = self.command(words);
        let mut shell = Command::new("sh");
        shell.current_dir(self.folder.path()).env_remove("TWIZA_DATABASE").stdin(Stdio::null());
        shell.args(["-c", &format!("{preparation}; exec \"$0\" \"$@\"")]).arg(TWIZA).args(program.get_args());
        shell
    }

    /// Takes in the example that is shipped: seven cooperatives and the accounts of five.
    pub(crate) fn take_in_example(&self) {
        let [register, accounts] = ["register", "accounts"]
            .map(|role| shipped(&format!("data/template/twiza-{role}-example.csv")).display().to_string());
        self.ok(&format!("import --profile twiza {register} {accounts}"));
    }

    /// Runs a command on the database.
    pub(crate) fn run(&self, words: &str) -> Said {
        Said::of(&mut self.command(words))
    }

    /// Runs a command that must go well; what it wrote.
    pub(crate) fn ok(&self, words: &str) -> String {
        self.run(words).ok()
    }

    /// Runs a command that must fail with this status; what it said.
    pub(crate) fn refused(&self, status: i32, words: &str) -> String {
        self.run(words).refused(status)
    }

    /// The lines of a figure as CSV, without the header.
    pub(crate) fn figures(&self, question: &str) -> Vec<String> {
        let csv = self.ok(&format!("figures {question} --format csv"));
        csv.lines().skip(1).map(str::to_owned).collect()
    }

    /// Where the journal ends, as `verify` says after proving it: acts, and the hash of the last.
    pub(crate) fn head(&self) -> (u64, String) {
        let said = self.ok("verify");
        assert_eq!(said.lines().count(), 1, "{said}");
        let words: Vec<_> = said.split_whitespace().collect();
        let ["verified:", acts, "acts,", _, "entries,", "head", "of", "the", "chain", hash] = words[..] else {
            panic!("verify says something else: {said}")
        };
        assert_eq!(hash.len(), 64, "{said}");
        (acts.parse().unwrap(), hash.to_owned())
    }
}

impl Said {
    /// Runs a command and waits for its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let (out, err) = (text(output.stdout), text(output.stderr));
        Self { command: format!("{command:?}"), status: output.status.code(), out, err }
    }

    /// What was written, if it went well.
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.status, Some(0), "{self:?}");
        self.out
    }

    /// What was said on standard error, if it failed with this status.
    pub(crate) fn refused(self, status: i32) -> String {
        assert_eq!(self.status, Some(status), "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
        self.err
    }
}

/// The path of a file that belongs to the program.
pub(crate) fn shipped(path: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    root.join(path)
}
