//! Where the browser and its driver are on this machine.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The browser and the program that drives it.
#[derive(Clone, Debug)]
pub struct Installation {
    pub(super) browser: PathBuf,
    pub(super) driver: PathBuf,
}

/// They are not on this machine.
#[derive(Debug, thiserror::Error)]
#[error(
    "Chromium or its driver is not installed: install them (Debian: `apt-get install chromium chromium-driver \
     fonts-noto-core`), or put `chromium` and `chromedriver` on the PATH"
)]
pub struct NotInstalled;

impl Installation {
    /// Finds both on the PATH.
    ///
    /// # Errors
    /// When one is missing; the message says what to do.
    pub fn find() -> Result<Self, NotInstalled> {
        let browser = on_path(&["chromium", "chromium-browser", "google-chrome"]);
        let driver = on_path(&["chromedriver", "chromium.chromedriver"]);
        browser.zip(driver).map(|(browser, driver)| Self { browser, driver }).ok_or(NotInstalled)
    }
}

/// The first of these programs that is there.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    let in_folders = |name: &&str| folders.iter().map(|folder| Path::new(folder).join(name)).find(|it| it.is_file());
    names.iter().find_map(in_folders)
}
