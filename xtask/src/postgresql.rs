//! Getting PostgreSQL's server onto this machine, if it is missing.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};
use testkit::postgres::Installation;

use crate::cargo::run;

/// Says what it will install, and installs it; where it cannot, it says which command does.
pub(crate) fn install_if_missing() -> Result<()> {
    if Installation::find().is_ok() {
        return Ok(());
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!(
            "the tests need PostgreSQL's server, and this machine has no apt-get to install it with.\n\
             Install it (for example `dnf install postgresql-server`, `pacman -S postgresql`, \
             `brew install postgresql@17`), then run `cargo xtask test` again"
        );
    }
    let Some(become_root) = become_root() else {
        bail!(
            "the tests need PostgreSQL's server. Run this as root, then `cargo xtask test` again:\n\
             apt-get install postgresql"
        );
    };
    eprintln!("The tests need PostgreSQL's server: installing the package `postgresql` with apt-get.");
    let install = ["install", "--yes", "--no-install-recommends", "postgresql"];
    if run(&mut apt_get(become_root, &install)).is_err() {
        // A machine that has never looked does not know the package yet.
        run(&mut apt_get(become_root, &["update"]))?;
        run(&mut apt_get(become_root, &install))?;
    }
    Installation::find()?;
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
