//! The project speaks of itself alone, not of the tools and places in which it was written.

use super::{Finding, house::House};

/// Words that do not belong into the house, in pieces: this file is checked too.
const FOREIGN: [&str; 6] = [
    concat!("/wo", "rk/"),
    concat!("sub", "agent"),
    concat!("cla", "ude"),
    concat!("chat", "gpt"),
    concat!("language ", "model"),
    concat!("issue ", "tracker"),
];

/// Every line with a foreign word, save in the list of other people's crates.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in house.files().iter().filter(|file| file.path != "Cargo.lock") {
        for (before, line) in file.text.lines().enumerate() {
            let line = line.to_lowercase();
            for word in FOREIGN.iter().filter(|word| line.contains(**word)) {
                findings.push(file.finding(before + 1, format!("`{word}` does not belong here: say it without")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_word_is_found_in_any_text_but_the_lock_file() {
        let text = format!("fine\nsee {}shared\n", FOREIGN[0].to_uppercase());
        let found = check(&House::of(&[("docs/a.md", &text), ("Cargo.lock", &text), ("b.rs", "the network/works")]));
        assert_eq!(found.iter().map(|one| (one.path.as_str(), one.line)).collect::<Vec<_>>(), [("docs/a.md", 2)]);
    }
}
