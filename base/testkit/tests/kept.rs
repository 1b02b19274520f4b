//! A program ends with what started it, whether it wants to or not.
#![allow(clippy::unwrap_used, reason = "tests: what fails here should fail loudly")]

use std::{path::Path, process::Command};

use tempfile::TempDir;
use testkit::Kept;

/// Starts a shell that says its number and then sleeps; gives the number.
fn sleeper(before: &str) -> (Kept, String) {
    let folder = TempDir::with_prefix("twiza-kept-").unwrap();
    let script = format!("{before} echo \"number $$.\"; exec sleep 600");
    let mut kept = Kept::start(folder, Path::new("/bin/sh"), ["-c", &script]).unwrap();
    let number = kept.wait_for("number ", ".").unwrap();
    (kept, number)
}

fn is_there(number: &str) -> bool {
    Command::new("kill").args(["-0", number]).output().unwrap().status.success()
}

#[test]
fn who_is_asked_kindly_ends_and_so_does_who_does_not_listen() {
    for before in ["", "trap '' TERM;"] {
        let (kept, number) = sleeper(before);
        let folder = kept.folder().to_owned();
        assert!(is_there(&number) && folder.exists(), "{before}");
        drop(kept);
        assert!(!is_there(&number) && !folder.exists(), "{before}");
    }
}
