//! What TOML cannot say: that the parts of a profile fit each other.

use super::{Column, FileProfile, Profile, ProfileError};

/// Finds the first contradiction.
pub(super) fn check(profile: &Profile) -> Result<(), ProfileError> {
    if profile.files.is_empty() {
        return wrong("file", "a profile describes at least one file");
    }
    let country = &profile.source.country;
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return wrong("source.country", "write the ISO 3166-1 code of two capital letters, such as MA");
    }
    for file in &profile.files {
        check_file(profile, file)?;
    }
    for (index, place) in profile.places.iter().enumerate() {
        let at = || format!("place.{}", place.code);
        if profile.places.iter().take(index).any(|other| other.code == place.code) {
            return wrong(at(), "the place is declared twice");
        }
        let above = |code: &String| {
            profile.places.iter().take(index).any(|other| other.code == *code && other.level < place.level)
        };
        if let Some(parent) = place.parent.as_ref().filter(|parent| !above(parent)) {
            return wrong(at(), format!("its parent `{parent}` is not a larger place declared before it"));
        }
        if place.names.names().any().is_none() {
            return wrong(at(), "the place has no name in any language");
        }
    }
    for (name, list) in profile.codes.iter() {
        if let Some((code, _)) = list.names.iter().find(|(code, _)| !list.codes().contains(code)) {
            return wrong(format!("codes.{name}.names.{code}"), "no value has this code");
        }
    }
    Ok(())
}

fn check_file(profile: &Profile, file: &FileProfile) -> Result<(), ProfileError> {
    let at = format!("file.{}", file.role);
    if file.recognised.columns.is_empty() {
        return wrong(format!("{at}.match"), "name at least one column by which the file is recognised");
    }
    if file.delimiter.is_some_and(|delimiter| !delimiter.is_ascii() || matches!(delimiter, '"' | '\n' | '\r')) {
        return wrong(format!("{at}.delimiter"), "it cannot be a delimiter");
    }
    if let Some(label) = file.encoding.as_ref()
        && encoding_rs::Encoding::for_label(label.as_bytes()).is_none()
    {
        return wrong(format!("{at}.encoding"), format!("`{label}` is not the name of an encoding"));
    }
    if let Some(field) = file.unique.iter().find(|field| file.columns.get(field).is_none()) {
        return wrong(format!("{at}.unique"), format!("`{field}` is not a field of this file"));
    }
    for (field, column) in file.columns.iter() {
        check_column(profile, &format!("{at}.columns.{field}"), column)?;
    }
    for group in &file.groups {
        let at = format!("{at}.group.{}", group.name);
        if group.when.equals.is_some() == group.when.matches.is_some() {
            return wrong(format!("{at}.when"), "give either `equals` or `matches`");
        }
        for (field, column) in group.columns.iter() {
            check_column(profile, &format!("{at}.columns.{field}"), column)?;
        }
    }
    Ok(())
}

fn check_column(profile: &Profile, at: &str, column: &Column) -> Result<(), ProfileError> {
    let given =
        [column.column.is_some(), !column.columns.is_empty(), !column.path.is_empty(), column.constant.is_some()];
    if given.iter().filter(|given| **given).count() != 1 {
        return wrong(at, "give exactly one of `column`, `columns`, `path` and `constant`");
    }
    if !column.aliases.is_empty() && column.column.is_none() {
        return wrong(at, "`aliases` are other names of a `column`");
    }
    if column.optional && (column.required || column.column.is_none()) {
        return wrong(at, "only a single `column` that is not `required` can be `optional`");
    }
    if column.extract.as_ref().is_some_and(|pattern| pattern.0.captures_len() < 2) {
        return wrong(at, "`extract` needs a group in round brackets: what is taken");
    }
    if column.split.as_ref().is_some_and(String::is_empty) {
        return wrong(at, "`split` cannot be empty");
    }
    let decimal = &column.number.decimal;
    let known = matches!(decimal.as_str(), "." | "," | ".," | ",.");
    if !known || column.number.groups.contains(|c: char| c.is_alphanumeric() || decimal.contains(c)) {
        return wrong(at, "`decimal` is a point, a comma or both, and `groups` are other marks");
    }
    let lists = column.codes.iter().chain(column.path.iter().filter_map(|step| step.codes.as_ref()));
    if let Some(list) = lists.into_iter().find(|list| profile.codes.get(list).is_none()) {
        return wrong(at, format!("there is no list `codes.{list}`"));
    }
    if column.path.windows(2).any(|pair| matches!(pair, [upper, lower] if upper.level >= lower.level)) {
        return wrong(at, "a `path` leads from larger places to smaller ones");
    }
    if column.path.first().is_some_and(|step| step.codes.is_none()) {
        return wrong(at, "the first place of a `path` needs `codes`");
    }
    Ok(())
}

fn wrong<T>(at: impl Into<String>, what: impl Into<String>) -> Result<T, ProfileError> {
    Err(ProfileError::Meaning { at: at.into(), what: what.into() })
}
