//! The press as the main program starts it, within its limits.

use web::{Limits, Press, Unpressed};

use super::*;

#[tokio::test]
async fn a_bulletin_is_set_within_the_limits() {
    let press = Press::at(PRESS, Limits::default());
    let pdf = press.press(&read("fr.json")).await.unwrap();
    assert_eq!(pdf, super::pdf(&read("fr.json")));
}

#[tokio::test]
async fn a_list_of_thousands_is_set_within_the_memory_allowed() {
    // Not within the time: in tests the press is not optimised, and it may share its processors.
    let press = Press::at(PRESS, Limits { time: std::time::Duration::from_secs(300), ..Limits::default() });
    let pages = extract::pages(&press.press(&list(5_000)).await.unwrap());
    assert_eq!(pages.iter().map(|page| page.matches("Coopérative").count()).sum::<usize>(), 5_000);
}

#[tokio::test]
async fn a_press_with_too_little_memory_breaks_alone() {
    let press = Press::at(PRESS, Limits { memory_bytes: 40 << 20, ..Limits::default() });
    assert!(matches!(press.press(&list(2_000)).await, Err(Unpressed::Broke(_) | Unpressed::TooSlow)));
}

#[tokio::test]
async fn a_document_that_cannot_be_set_is_refused() {
    let mut document = list(1);
    document.title = " ".to_owned();
    let refused = Press::at(PRESS, Limits::default()).press(&document).await.unwrap_err();
    assert_eq!(refused.to_string(), "twiza-press refused the document: twiza-press: the title must not be empty");
}
