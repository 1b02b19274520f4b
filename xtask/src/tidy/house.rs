//! The files of the house, as the rules see them.

use std::{fs, io::ErrorKind, path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use super::Finding;

/// All files that belong to the house.
#[derive(Debug)]
pub(super) struct House {
    files: Vec<File>,
}

/// A file.
#[derive(Debug)]
pub(super) struct File {
    /// Its path from the house's folder on, with `/`.
    pub(super) path: String,
    /// What it says; empty if it is not text.
    pub(super) text: String,
}

impl House {
    /// The files that git tracks, and those that it would.
    pub(super) fn on_disk(root: &Path) -> Result<Self> {
        // A checkout may belong to someone else (in a container): reading its list of files harms nobody.
        let mut git = Command::new("git");
        git.args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let list = git.current_dir(root).output().context("tidy asks git which files there are")?;
        ensure!(list.status.success(), "git ls-files: {}", String::from_utf8_lossy(&list.stderr));
        let mut files = Vec::new();
        for path in String::from_utf8_lossy(&list.stdout).split_terminator('\0') {
            match fs::read(root.join(path)) {
                Ok(bytes) => {
                    files.push(File { path: path.to_owned(), text: String::from_utf8(bytes).unwrap_or_default() });
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error).with_context(|| path.to_owned()),
            }
        }
        Ok(Self { files })
    }

    /// A house of a few files, for tests.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { files: files.iter().map(file).collect() }
    }

    /// All files.
    pub(super) fn files(&self) -> &[File] {
        &self.files
    }

    /// The Rust files.
    pub(super) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// The file at this path.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl File {
    /// Its folder; empty for a file at the top.
    pub(super) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its name without the folder.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, name)| name)
    }

    /// A finding on one of its lines.
    pub(super) fn finding(&self, line: usize, says: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, says: says.into() }
    }
}
