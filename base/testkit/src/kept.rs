//! A program that runs as long as the process that started it, and no longer.
//!
//! A small shell waits at the other end of a pipe: when this process ends in whatever way (a panic, Ctrl-C, even
//! `kill -9`), the pipe closes, and the shell ends the program and removes its folder.

use std::{
    ffi::OsStr,
    io::{self, BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use tempfile::TempDir;

/// A running program in a folder of its own, ended when dropped.
#[derive(Debug)]
pub struct Kept {
    keeper: Child,
    out: BufReader<ChildStdout>,
    folder: TempDir,
}

impl Kept {
    /// Starts a program with these arguments in this folder.
    ///
    /// # Errors
    /// When the machine cannot. That the program is missing shows when it is waited for.
    pub fn start(
        folder: TempDir,
        program: &Path,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> io::Result<Self> {
        // Who does not end when asked kindly is ended after ten seconds. Who does may still write a last file: the folder is removed again.
        const KEEP: &str = r#"folder=$1; shift
            "$@" & program=$!; trap "" TERM
            read -r word
            kill 0
            (sleep 10; kill -9 "$program") & late=$!
            wait "$program"
            kill -9 "$late"
            for try in 1 2 3 4 5; do
                rm -rf "$folder"
                [ -e "$folder" ] || exit
                sleep 0.2
            done"#;
        let mut keeper = Command::new("/bin/sh")
            .args(["-c", KEEP, "twiza-keeper"])
            .args([folder.path(), program])
            .args(arguments)
            .current_dir(folder.path())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = keeper.stdout.take().ok_or_else(|| io::Error::other("the program has no output"))?;
        Ok(Self { keeper, out: BufReader::new(out), folder })
    }

    /// Waits for the line with which the program says that it is ready: what stands between `before` and `after` there.
    ///
    /// # Errors
    /// When it ends without having said so; the message holds what it said instead.
    pub fn wait_for(&mut self, before: &str, after: &str) -> io::Result<String> {
        let mut said = String::new();
        loop {
            let begin = said.len();
            if self.out.read_line(&mut said)? == 0 {
                return Err(io::Error::other(format!("it ended before it was ready, and said: {said}")));
            }
            let line = said.get(begin..).unwrap_or_default();
            let between = line.split_once(before).and_then(|(_, rest)| Some(rest.split_once(after)?.0));
            if let Some(between) = between {
                return Ok(between.to_owned());
            }
        }
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // The folder is removed by the keeper, or by what comes after this.
        let _ = self.keeper.wait();
    }
}
