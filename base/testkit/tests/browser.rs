//! The browser opens, reads, and leaves nothing behind.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by a panic")]

use testkit::browser::{Browser, PHONE, Reader};

const PAGE: &str = "data:text/html,<html lang=fr><meta name=viewport content=width=device-width><title>t</title><p id=a>un<script>a.textContent='deux'</script>";

#[test]
fn a_page_is_read_with_and_without_its_scripts_on_the_screen_asked_for() {
    for (script, text) in [(true, "deux"), (false, "un")] {
        let browser = Browser::open_for(Reader { size: PHONE, script, languages: "ar,fr" }).unwrap();
        browser.go(PAGE).unwrap();
        assert_eq!(browser.find("#a").unwrap().text().unwrap(), text);
        assert_eq!(browser.evaluate("innerWidth").unwrap(), 360);
        assert_eq!(browser.evaluate("navigator.languages.slice(0, 2).join()").unwrap(), "ar,fr");
        assert!(browser.find("#b").is_err());
        for dark in [true, false] {
            browser.prefer_dark(dark).unwrap();
            assert_eq!(browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").unwrap(), dark);
        }
        assert!(browser.screenshot().unwrap().starts_with(b"\x89PNG"));
    }
}

#[test]
fn a_browser_that_is_closed_leaves_neither_a_folder_nor_a_process() {
    let browser = Browser::open_for(Reader { size: PHONE, script: true, languages: "fr" }).unwrap();
    let folder = browser.downloads().parent().unwrap().to_owned();
    let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(folder.exists() && running(&name));
    drop(browser);
    assert!(!folder.exists());
    let begun = std::time::Instant::now();
    while running(&name) {
        assert!(begun.elapsed().as_secs() < 10, "the browser still runs");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Whether a program runs that was told of this folder.
fn running(name: &str) -> bool {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let mut told = processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    told.any(|words| String::from_utf8_lossy(&words).contains(name))
}
