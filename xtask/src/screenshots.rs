//! `cargo xtask screenshots`: pictures of the main pages of the demo country, as a phone and a desktop show them.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use tempfile::TempDir;
use testkit::{
    Kept,
    browser::{Browser, DESKTOP, PHONE, Reader},
};

use crate::{
    cargo::{self, cargo},
    packages::{self, install_if_missing},
};

/// The main pages: the name of the picture, and the address without its language.
const PAGES: [(&str, &str); 9] = [
    ("home", ""),
    ("directory", "/cooperatives?q=argan"),
    ("map", "/cooperatives?q=argan&view=map"),
    ("cooperative", "/cooperatives/SAF-000123"),
    ("figures", "/figures?measure=members&date=2022-12-31&known=2023-12-31&by=region"),
    ("territory", "/territories/KEN?date=2022-12-31&known=2023-12-31"),
    ("bulletin", "/bulletins/2022-KEN"),
    ("acts", "/figures/acts?measure=cooperatives&date=2022-12-31&where=delegation%3DKEN"),
    ("changes", "/figures/changes?measure=cooperatives&date=2022-12-31&where=delegation%3DKEN&since=2023-12-31"),
];

/// How many colours a picture keeps: pages are drawn with few, and the folder stays small.
const COLOURS: &str = "64";

/// Builds the program and its demo country, and takes all pictures anew.
pub(crate) fn run() -> Result<()> {
    install_if_missing(&packages::BROWSER)?;
    install_if_missing(&packages::PNGQUANT)?;
    let house = crate::house()?;
    // Not for release: the tests have built most of it, and pages look the same.
    cargo::run(&mut cargo(["build", "--package", "twiza"])?)?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| house.join("target"), Into::into);
    let program = target.join("debug/twiza");
    let database = format!("sqlite:{}", target.join("screenshots.db").display());
    cargo::run(Command::new(&program).args(["--database", &database, "demo", "--no-serve"]))?;
    let serve = ["--database", &database, "serve", "--listen", "127.0.0.1:0"];
    let mut server = Kept::start(TempDir::new()?, &program, serve)?;
    let site = format!("http://{}", server.wait_for("http://", "/")?);
    let folder = house.join("docs/screenshots");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for lang in ["ar", "fr"] {
        take(&site, lang, &folder)?;
    }
    let bytes: u64 = fs::read_dir(&folder)?.flatten().filter_map(|file| file.metadata().ok()).map(|it| it.len()).sum();
    eprintln!("{}: {} kilobytes", folder.display(), bytes / 1000);
    Ok(())
}

/// Takes the pictures in one language.
fn take(site: &str, lang: &str, folder: &Path) -> Result<()> {
    let browser = Browser::open_for(Reader { size: PHONE, script: true, languages: lang })?;
    for (name, page) in PAGES {
        for (device, size) in [("phone", PHONE), ("desktop", DESKTOP)] {
            for (theme, dark) in [("light", false), ("dark", true)] {
                browser.resize(size)?;
                browser.prefer_dark(dark)?;
                browser.go(&format!("{site}/{lang}{page}"))?;
                let file = folder.join(format!("{name}-{lang}-{device}-{theme}.png"));
                fs::write(&file, browser.screenshot()?)?;
                shrink(&file).with_context(|| file.display().to_string())?;
            }
        }
    }
    Ok(())
}

/// Leaves a picture few colours.
fn shrink(file: &Path) -> Result<()> {
    cargo::run(
        Command::new("pngquant").args(["--force", "--ext", ".png", "--strip", "--nofs", COLOURS, "--"]).arg(file),
    )
}
