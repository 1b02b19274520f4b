//! What is said in one language is said in all three, under keys that begin with the room's name.
//!
//! A room's words lie in `messages/ar.ftl` and its sisters; a part of it may keep its own beside them, as `statutes.ar.ftl`.

use std::collections::BTreeMap;

use super::{
    Finding,
    house::{File, House},
};

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

/// Every key that is missing in a language, given twice, or named after another room.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let mut parts: Vec<_> = house.files().iter().filter_map(|file| part(file)).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.into_iter().flat_map(|(room, part)| compare(house, room, part)).collect()
}

/// The folder whose messages a file holds, and what comes before the language in its name: nothing, or a part and a point.
fn part(file: &File) -> Option<(&str, &str)> {
    let name = file.name().strip_suffix(".ftl")?;
    let (part, _) = name.split_at(name.rfind('.').map_or(0, |point| point + 1));
    Some((file.folder().strip_suffix("/messages")?, part))
}

/// The room whose messages a file holds.
pub(super) fn room(file: &File) -> Option<&str> {
    let (folder, _) = part(file)?;
    Some(folder.rsplit_once('/').map_or(folder, |(_, name)| name))
}

/// The keys of a file.
pub(super) fn said(file: &File) -> Vec<String> {
    room(file).map(|room| keys(room, file, &mut Vec::new()).into_keys().collect()).unwrap_or_default()
}

/// Compares the three files of a part of a room.
fn compare(house: &House, room: &str, part: &str) -> Vec<Finding> {
    let path = |language| format!("{room}/messages/{part}{language}.ftl");
    let mut findings = Vec::new();
    let mut said: Vec<(&File, BTreeMap<String, usize>)> = Vec::new();
    for language in LANGUAGES {
        match house.file(&path(language)) {
            Some(file) => said.push((file, keys(room, file, &mut findings))),
            None => findings.push(Finding { path: path(language), line: 1, says: "is missing: write it".to_owned() }),
        }
    }
    for (file, keys) in &said {
        for (other, others) in &said {
            for (key, line) in keys.iter().filter(|(key, _)| !others.contains_key(*key)) {
                findings.push(file.finding(*line, format!("`{key}` is not said in {}: say it there too", other.path)));
            }
        }
    }
    findings
}

/// The keys of a file, an attribute as `key.attribute`, each with its line.
fn keys(room: &str, file: &File, findings: &mut Vec<Finding>) -> BTreeMap<String, usize> {
    let prefix = format!("{}-", room.rsplit_once('/').map_or(room, |(_, name)| name));
    let mut keys = BTreeMap::new();
    let mut message = String::new();
    for (before, line) in file.text.lines().enumerate() {
        let Some((name, _)) = line.split_once('=') else { continue };
        let name = name.trim_end();
        let key = match name.trim_start().strip_prefix('.') {
            Some(attribute) if name.starts_with(' ') && is_name(attribute) => format!("{message}.{attribute}"),
            _ if is_name(name) => {
                message = name.to_owned();
                if !name.trim_start_matches('-').starts_with(&prefix) {
                    findings.push(file.finding(before + 1, format!("`{name}`: begin the key with `{prefix}`")));
                }
                message.clone()
            }
            _ => continue,
        };
        if keys.insert(key.clone(), before + 1).is_some() {
            findings.push(file.finding(before + 1, format!("`{key}` is said twice: keep one")));
        }
    }
    keys
}

/// Whether a text is the name of a message, a term or an attribute.
fn is_name(text: &str) -> bool {
    let inner = text.strip_prefix('-').unwrap_or(text);
    inner.starts_with(|c: char| c.is_ascii_alphabetic())
        && inner.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(ar: &str, fr: &str, en: &str) -> Vec<String> {
        let path = |language: &str| format!("slices/register/messages/{language}.ftl");
        let paths = LANGUAGES.map(path);
        let files: Vec<_> = paths.iter().map(String::as_str).zip([ar, fr, en]).collect();
        check(&House::of(&files))
            .iter()
            .map(|one| format!("{}:{}", one.path.trim_start_matches("slices/"), one.line))
            .collect()
    }

    #[test]
    fn a_key_in_all_three_languages_is_fine_whatever_its_forms() {
        let ar = "# Members = people\nregister-members = { $n ->\n    [zero] لا أعضاء\n   *[other] { $n } = عضو\n}\n";
        assert!(found(ar, "register-members = membres", "register-members=members").is_empty());
    }

    #[test]
    fn a_key_or_attribute_that_a_language_lacks_is_found_where_it_stands() {
        let ar = "register-a = ا\n\nregister-b = ب\n    .title = ت\n";
        let found = found(ar, "register-a = a\nregister-b = b\n    .title = t", "register-a = a\nregister-b = b");
        assert_eq!(found, ["register/messages/ar.ftl:4", "register/messages/fr.ftl:3"]);
    }

    #[test]
    fn a_key_said_twice_or_named_after_another_room_is_found() {
        let twice = "register-a = 1\nregister-a = 2";
        assert_eq!(found("register-a = 1", "register-a = 1", twice), ["register/messages/en.ftl:2"]);
        assert_eq!(found("shop-a = 1", "shop-a = 1", "shop-a = 1").len(), 3);
    }

    #[test]
    fn a_part_of_a_room_is_compared_with_itself() {
        let said = |language: &str| (format!("slices/founding/messages/statutes.{language}.ftl"), "founding-a = 1");
        let mut files = LANGUAGES.map(said);
        let found = |files: &[(String, &str)]| {
            let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
            check(&House::of(&files)).into_iter().map(|one| one.path).collect::<Vec<_>>()
        };
        assert_eq!(found(&files), [""; 0]);
        assert_eq!(found(&files[..2]), ["slices/founding/messages/statutes.en.ftl"]);
        files[0].1 = "founding-a = 1\nfounding-b = 2";
        assert_eq!(found(&files), ["slices/founding/messages/statutes.ar.ftl"; 2]);
    }

    #[test]
    fn a_language_without_a_file_is_found() {
        let house = House::of(&[("base/web/messages/en.ftl", "web-a = 1")]);
        let paths: Vec<_> = check(&house).into_iter().map(|one| one.path).collect();
        assert_eq!(paths, ["base/web/messages/ar.ftl", "base/web/messages/fr.ftl"]);
    }
}
