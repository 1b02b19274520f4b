//! What the program says has words: a key of a message that code or a page asks for is in the messages.

use std::collections::BTreeSet;

use super::{
    Finding,
    house::{File, House},
    messages,
};

/// How code and pages ask for a message by its key.
const ASKS: [&str; 4] = [".get(\"", ".told(\"", ".with(\"", ".count(\""];

/// Every key that is asked for and not there. Keys that are put together while the program runs are not seen here.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let words: Vec<_> = house.files().iter().filter(|file| file.name().ends_with("fr.ftl")).collect();
    let rooms: BTreeSet<_> = words.iter().filter_map(|file| messages::room(file)).collect();
    let said: BTreeSet<_> = words.iter().flat_map(|file| messages::said(file)).collect();
    let asking = house.files().iter().filter(|file| file.path.ends_with(".rs") || file.path.ends_with(".html"));
    asking.flat_map(|file| missing(file, &rooms, &said)).collect()
}

fn missing(file: &File, rooms: &BTreeSet<&str>, said: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Tests ask for what is not there, to see what happens.
    if file.path.contains("/tests") {
        return findings;
    }
    for (before, line) in file.text.lines().enumerate() {
        for key in ASKS.iter().flat_map(|ask| line.split(ask).skip(1)).filter_map(|rest| rest.split('"').next()) {
            let is_ours = key.split_once('-').is_some_and(|(room, _)| rooms.contains(room));
            if is_ours && !said.contains(key) {
                findings.push(file.finding(before + 1, format!("`{key}` is in no messages: say it there")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        let words = ("slices/register/messages/fr.ftl", "register-a = a\nregister-b = { $n }\n    .title = b\n");
        check(&House::of(&[words, (path, text)])).iter().map(|one| one.line).collect()
    }

    #[test]
    fn a_key_without_words_is_found_wherever_it_is_asked_for() {
        let page = "{{ page.t.get(\"register-a\") }}\n{{ t.get(\"register-c\") }} {{ t.count(\"register-d\", 1) }}";
        assert_eq!(found("slices/register/pages/a.html", page), [2, 2]);
        let code = "t.with(\"register-b.title\", &[]);\nWrong::new(\"a\", \"\", \"b\").told(\"register-e\")";
        assert_eq!(found("slices/register/src/a.rs", code), [2]);
    }

    #[test]
    fn what_is_no_key_of_a_room_is_left_alone() {
        let code = "map.get(\"x-y\"); t.get(&format!(\"register-{code}\")); map.get(\"register\")";
        assert!(found("slices/register/src/a.rs", code).is_empty());
        assert!(found("slices/register/src/tests.rs", "t.get(\"register-nothing\")").is_empty());
    }
}
