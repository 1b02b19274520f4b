//! Where files lie: by the SHA-256 of what lies there, so that what was changed is found out.

use std::{fs, path::Path, sync::Arc};

use kernel::Timestamp;
use object_store::{Error, ObjectStore, ObjectStoreExt as _, local::LocalFileSystem, path::Path as Name};
use sha2::{Digest, Sha256};
use tokio::runtime::Handle;
use web::Fault;

use super::NoFiles;
use crate::hex::hex;

/// A folder of files.
#[derive(Clone, Debug)]
pub struct Folder {
    store: Arc<dyn ObjectStore>,
}

/// The SHA-256 in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl Folder {
    /// A folder on this disk, which is made if it is not there; nobody else may look into it.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make(folder: &Path) -> Result<Self, NoFiles> {
        let made = || {
            let mut builder = fs::DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(folder)
        };
        let cannot = |error: &dyn std::fmt::Display| NoFiles::Folder(folder.to_owned(), error.to_string());
        made().map_err(|error| cannot(&error))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| cannot(&error))?;
        // Whoever is told that a file is kept finds it after a power cut.
        Ok(Self { store: Arc::new(store.with_fsync(true)) })
    }

    /// Puts what was sealed.
    pub(super) fn put(&self, sha256: &str, sealed: Vec<u8>) -> Result<(), Fault> {
        runtime()?.block_on(self.store.put(&place(sha256), sealed.into())).map(drop).map_err(Fault::new)
    }

    /// What was put, unchanged.
    pub(super) fn get(&self, name: &str) -> Result<Vec<u8>, Fault> {
        let read = async { self.store.get(&place(name)).await?.bytes().await };
        let bytes = runtime()?.block_on(read).map_err(Fault::new)?;
        if sha256(&bytes) == name { Ok(bytes.into()) } else { Err(Fault::says("a file was changed where it lies")) }
    }

    /// Removes what was put; nothing if it is not there.
    pub(super) fn remove(&self, sha256: &str) -> Result<(), Fault> {
        match runtime()?.block_on(self.store.delete(&place(sha256))) {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Fault::new(error)),
        }
    }

    /// What was put before an instant.
    pub(super) fn before(&self, instant: Timestamp) -> Result<Vec<String>, Fault> {
        let listed = runtime()?.block_on(async {
            let mut folders = vec![Name::default()];
            let mut files = Vec::new();
            while let Some(folder) = folders.pop() {
                let listed = self.store.list_with_delimiter(Some(&folder)).await?;
                folders.extend(listed.common_prefixes);
                files.extend(listed.objects);
            }
            Ok::<_, Error>(files)
        });
        let files = listed.map_err(Fault::new)?;
        let old = files.into_iter().filter(|file| file.last_modified.timestamp() < instant.as_second());
        Ok(old.filter_map(|file| file.location.filename().map(str::to_owned)).collect())
    }
}

/// Folders of some hundred files each: no tool is slow on them.
fn place(sha256: &str) -> Name {
    Name::from_iter([sha256.get(..2).unwrap_or_default(), sha256])
}

/// The runtime on which this thread waits.
fn runtime() -> Result<Handle, Fault> {
    Handle::try_current().map_err(Fault::new)
}
