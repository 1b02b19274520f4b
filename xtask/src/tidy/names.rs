//! Names that say nothing, and words that must not stay.

use super::{
    Finding,
    house::{File, House},
    rust,
};

/// A file or module of this name holds whatever nobody found a place for.
const EMPTY_NAMES: [&str; 8] = ["utils", "util", "helpers", "helper", "common", "misc", "core", "manager"];

/// Macros for the desk, not for the house.
const LEFT_OVERS: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];

/// Every file, folder and module with an empty name, and every left-over.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let paths = house.files().iter().filter_map(path);
    paths.chain(house.rust().flat_map(code)).collect()
}

/// A path in which an empty name stands.
fn path(file: &File) -> Option<Finding> {
    let stem = |part: &str| part.split_once('.').map_or(part, |(stem, _)| stem).to_lowercase();
    let empty = file.path.split('/').map(stem).find(|stem| EMPTY_NAMES.contains(&stem.as_str()))?;
    Some(file.finding(1, format!("`{empty}` says nothing: name the file after what is in it")))
}

/// Modules with an empty name, and left-overs, in a file's code.
fn code(file: &File) -> Vec<Finding> {
    let code = rust::layers(&file.text).code;
    let mut findings = Vec::new();
    for (before, line) in code.lines().enumerate() {
        let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_').skip_while(|word| *word != "mod");
        if let Some(name) = words.nth(1).filter(|name| EMPTY_NAMES.contains(name)) {
            findings.push(file.finding(before + 1, format!("`mod {name}` says nothing: name it after what is in it")));
        }
        for left in LEFT_OVERS.iter().filter(|left| line.contains(**left)) {
            findings.push(file.finding(before + 1, format!("`{left}` must not stay: write what is missing")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        check(&House::of(&[(path, text)])).iter().map(|one| one.line).collect()
    }

    #[test]
    fn a_file_or_module_with_an_empty_name_is_found() {
        assert_eq!(found("base/web/src/utils.rs", ""), [1]);
        assert_eq!(found("base/core/Cargo.toml", ""), [1]);
        assert_eq!(found("a.rs", "\npub(crate) mod helpers;\nmod help;"), [2]);
        assert_eq!(found("base/web/src/commons.rs", "use std::core;"), [0; 0]);
    }

    #[test]
    fn what_was_left_for_later_is_found_in_code_but_not_in_text() {
        assert_eq!(found("a.rs", "fn a() {\n    todo!()\n}"), [2]);
        assert_eq!(found("a.rs", "// todo!\nlet a = \"dbg!\";"), [0; 0]);
    }
}
