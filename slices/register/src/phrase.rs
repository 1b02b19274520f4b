//! Phrases by which something is returned or refused, to choose from: whoever examines fifty files a day types them once.

use web::Messages;

/// What is often wrong with what is handed in.
const PHRASES: [&str; 6] =
    ["paper_missing", "paper_unreadable", "unsigned", "day_wrong", "differs_from_paper", "meeting_irregular"];

/// The phrases in the language of a page: code and words.
pub fn phrases(t: &Messages) -> Vec<(&'static str, String)> {
    PHRASES.map(|code| (code, t.get(&format!("register-phrase-{code}")))).into()
}

/// A reason: the phrases that were chosen, in the language of the page, and what was typed.
pub fn reason(t: &Messages, chosen: &[String], typed: &str) -> String {
    let words = phrases(t).into_iter().filter(|(code, _)| chosen.iter().any(|one| one == code));
    let lines = words.map(|(_, words)| words).chain([typed.trim().to_owned()]);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
