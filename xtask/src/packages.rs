//! Getting onto this machine what the tests need and cargo does not bring.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};
use testkit::{browser, postgres};

use crate::cargo::run;

/// Something that tests need.
pub(crate) struct Need {
    /// What it is, for people.
    what: &'static str,
    is_there: fn() -> bool,
    /// Its packages in Debian.
    packages: &'static [&'static str],
    /// How it is installed elsewhere.
    elsewhere: &'static str,
}

pub(crate) const POSTGRESQL: Need = Need {
    what: "PostgreSQL's server",
    is_there: || postgres::Installation::find().is_ok(),
    packages: &["postgresql"],
    elsewhere: "`dnf install postgresql-server`, `pacman -S postgresql`, `brew install postgresql@17`",
};

/// Fonts too: without them Arabic is boxes, which are as wide as nothing that a reader sees.
pub(crate) const BROWSER: Need = Need {
    what: "Chromium with its driver, and a font for Arabic",
    is_there: || browser::Installation::find().is_ok(),
    packages: &["chromium", "chromium-driver", "fonts-noto-core"],
    elsewhere: "`dnf install chromium chromedriver google-noto-sans-arabic-fonts`, `pacman -S chromium noto-fonts`",
};

/// Makes a picture of few colours from one of many.
pub(crate) const PNGQUANT: Need = Need {
    what: "pngquant",
    is_there: || Command::new("pngquant").arg("--version").stdout(Stdio::null()).status().is_ok_and(|it| it.success()),
    packages: &["pngquant"],
    elsewhere: "`dnf install pngquant`, `pacman -S pngquant`, `brew install pngquant`",
};

/// Says what it will install, and installs it; where it cannot, it says which command does.
pub(crate) fn install_if_missing(need: &Need) -> Result<()> {
    let Need { what, is_there, packages, elsewhere } = need;
    if is_there() {
        return Ok(());
    }
    let names = packages.join(" ");
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!(
            "this needs {what}, and this machine has no apt-get to install it with.\n\
             Install it (for example {elsewhere}), then try again"
        );
    }
    let Some(become_root) = become_root() else {
        bail!("this needs {what}. Run this as root, then try again:\napt-get install {names}");
    };
    eprintln!("This needs {what}: installing {names} with apt-get.");
    let install = [&["install", "--yes", "--no-install-recommends"], *packages].concat();
    if run(&mut apt_get(become_root, &install)).is_err() {
        // A machine that has never looked does not know the packages yet.
        run(&mut apt_get(become_root, &["update"]))?;
        run(&mut apt_get(become_root, &install))?;
    }
    if !is_there() {
        bail!("{names} is installed, and yet {what} is not found");
    }
    Ok(())
}

/// What stands before a command that root has to run; none if this user cannot become root.
fn become_root() -> Option<&'static [&'static str]> {
    let id = Command::new("id").arg("-u").output().ok()?;
    if id.stdout.starts_with(b"0\n") {
        return Some(&[]);
    }
    let sudo = Command::new("sudo").arg("--version").stdout(Stdio::null()).status();
    sudo.is_ok_and(|status| status.success()).then_some(&["sudo"])
}

/// A call of apt-get that asks nothing.
fn apt_get(become_root: &[&str], arguments: &[&str]) -> Command {
    let words = [become_root, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"], arguments].concat();
    let mut words = words.into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}
