//! Presses that are none: a caller must get over each.

use std::{fs, os::unix::fs::PermissionsExt, process, time::Instant};

use kernel::{Lang, Timestamp};
use tempfile::TempDir;

use super::*;

/// A press that is this shell script, in a folder of its own.
fn fake(script: &str, limits: Limits) -> (TempDir, Press) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(PROGRAM);
    fs::write(&file, format!("#!/bin/sh\ncd '{}'\n{script}\n", folder.path().display())).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    (folder, Press::at(file, limits))
}

fn document() -> Document {
    Document::new(Lang::Fr, "Bilan", Timestamp::UNIX_EPOCH)
}

async fn refusal(script: &str, limits: Limits) -> Unpressed {
    let (_folder, press) = fake(script, limits);
    press.press(&document()).await.unwrap_err()
}

/// Waits for the fake that wrote its number to end.
async fn ends(folder: &TempDir) -> bool {
    let number = fs::read_to_string(folder.path().join("pid")).unwrap();
    let lives = || process::Command::new("/bin/sh").args(["-c", &format!("kill -0 {}", number.trim())]).output();
    for _ in 0..100 {
        if !lives().unwrap().status.success() {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

#[tokio::test]
async fn a_press_that_is_not_there_is_missing() {
    let press = Press::at("/nowhere/twiza-press", Limits::default());
    assert!(matches!(press.press(&document()).await, Err(Unpressed::Missing)));
}

#[tokio::test]
async fn a_press_that_hangs_is_ended_in_time() {
    let limits = Limits { time: Duration::from_secs(1), ..Limits::default() };
    let (folder, press) = fake("echo $$ >pid; exec sleep 600", limits);
    let begun = Instant::now();
    assert!(matches!(press.press(&document()).await, Err(Unpressed::TooSlow)));
    assert!(begun.elapsed() < Duration::from_secs(60));
    assert!(ends(&folder).await);
}

#[tokio::test]
async fn a_press_ends_when_nobody_waits_any_more() {
    let (folder, press) = fake("echo $$ >pid; exec sleep 600", Limits { time: Duration::MAX, ..Limits::default() });
    let document = document();
    let asked = press.press(&document);
    tokio::select! {
        _ = asked => unreachable!("it sleeps"),
        () = async { while !folder.path().join("pid").exists() { tokio::time::sleep(Duration::from_millis(20)).await } } => {}
    }
    // The file is there before the number is in it.
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(ends(&folder).await);
}

#[tokio::test]
async fn a_press_that_eats_memory_breaks_alone() {
    let limits = Limits { memory_bytes: 100 << 20, time: Duration::from_secs(60), ..Limits::default() };
    let unpressed = refusal("exec tail /dev/zero", limits).await;
    assert!(matches!(&unpressed, Unpressed::Broke(says) if says.contains("memory")), "{unpressed}");
}

#[tokio::test]
async fn a_press_that_writes_garbage_breaks_and_one_that_writes_without_end_is_stopped() {
    assert!(matches!(refusal("echo garbage", Limits::default()).await, Unpressed::Broke(_)));
    assert!(matches!(refusal("exit 1", Limits::default()).await, Unpressed::Broke(_)));
    assert!(matches!(refusal("kill -9 $$", Limits::default()).await, Unpressed::Broke(_)));
    let limits = Limits { file_bytes: 100_000, time: Duration::from_secs(60), ..Limits::default() };
    assert!(matches!(refusal("trap '' PIPE; cat /dev/zero; exec sleep 600", limits).await, Unpressed::TooLarge));
}

#[tokio::test]
async fn a_press_that_refuses_a_document_says_why() {
    let unpressed = refusal("echo 'no such block' >&2; exit 2", Limits::default()).await;
    assert_eq!(unpressed.to_string(), "twiza-press refused the document: no such block");
}

#[tokio::test]
async fn a_press_gets_the_document_and_nothing_of_the_environment() {
    let (folder, press) = fake("cat >got.json; env >env; printf '%%PDF-1.7'", Limits::default());
    assert_eq!(press.press(&document()).await.unwrap(), b"%PDF-1.7");
    let got = fs::read(folder.path().join("got.json")).unwrap();
    assert_eq!(Document::read(&got).unwrap(), document());
    let env = fs::read_to_string(folder.path().join("env")).unwrap();
    assert!(!env.contains("CARGO"), "{env}");
}

#[tokio::test]
async fn no_more_than_two_documents_are_set_at_once() {
    let script =
        "if mkdir a; then d=a; elif mkdir b; then d=b; else exit 9; fi; sleep 0.2; rmdir $d; printf '%%PDF-1.7'";
    let (_folder, press) = fake(script, Limits { time: Duration::from_secs(60), ..Limits::default() });
    let document = document();
    let one = || press.press(&document);
    tokio::try_join!(one(), one(), one(), one(), one()).unwrap();
}

#[tokio::test]
async fn a_document_that_waits_too_long_for_its_turn_is_told_so() {
    let limits = Limits { time: Duration::from_secs(1), at_once: 0, ..Limits::default() };
    assert!(matches!(refusal("exit 0", limits).await, Unpressed::Busy));
}
