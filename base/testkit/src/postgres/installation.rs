//! Where PostgreSQL's programs are.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where distributions keep them: under these folders, in one folder a version.
const PARENTS: [&str; 4] = ["/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt"];

/// PostgreSQL's server is not on this machine.
#[derive(Debug, thiserror::Error)]
#[error("PostgreSQL's server is not installed here (no `initdb` on the PATH or under /usr/lib/postgresql)")]
pub struct NotInstalled;

/// The folder of PostgreSQL's programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installation {
    folder: PathBuf,
}

impl Installation {
    /// The one on the PATH, or else the newest.
    ///
    /// # Errors
    /// When there is none.
    pub fn find() -> Result<Self, NotInstalled> {
        let path = env::var_os("PATH").unwrap_or_default();
        let on_path = env::split_paths(&path).find(|folder| is_one(folder));
        on_path.or_else(newest).map(|folder| Self { folder }).ok_or(NotInstalled)
    }

    /// One of its programs.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Whether a folder holds the server: Debian's client package brings `psql` alone.
fn is_one(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("postgres").is_file()
}

/// The newest of the versions that lie side by side.
fn newest() -> Option<PathBuf> {
    let versions = PARENTS.iter().flat_map(fs::read_dir).flatten().flatten();
    let installed = versions.filter_map(|version| {
        let folder = version.path().join("bin");
        let number = number(&version.file_name().to_string_lossy())?;
        is_one(&folder).then_some((number, folder))
    });
    installed.max().map(|(_, folder)| folder)
}

/// The version in a folder's name: `15`, `pgsql-16`, `postgresql@17`; none in another name.
fn number(name: &str) -> Option<u32> {
    ["postgresql@", "pgsql-", ""].iter().find_map(|prefix| name.strip_prefix(prefix)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_names_that_distributions_give() {
        assert_eq!(["15", "pgsql-16", "postgresql@17", "lib"].map(number), [Some(15), Some(16), Some(17), None]);
    }
}
