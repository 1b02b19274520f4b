//! When two names count as the same: header cells and listed values are compared without case, accents and Arabic variants.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The form in which names are compared: trimmed, spaces collapsed, small letters, no accents, one form of each Arabic
/// letter (`أإآ` are `ا`, `ة` is `ه`, `ى` is `ي`, no lengthening).
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            continue;
        }
        let letters = word.nfd().filter(|&c| !is_combining_mark(c) && c != 'ـ').flat_map(char::to_lowercase);
        folded.extend(letters.map(|c| match c {
            'ة' => 'ه',
            'ى' => 'ي',
            other => other,
        }));
    }
    folded
}

/// The one of `there` that `wanted` may have meant, if any is near.
pub(crate) fn nearest<'a>(wanted: &str, there: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(wanted);
    let near = |name: &'a str| {
        let likeness = strsim::normalized_damerau_levenshtein(&wanted, &fold(name));
        (likeness >= 0.7).then_some((likeness, name))
    };
    there.filter_map(near).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_accents_and_arabic_variants() {
        assert_eq!(fold("  Dénomination   SOCIALE "), "denomination sociale");
        assert_eq!(fold("الإسم بالعربيّة"), fold("الاسم بالعربيه"));
        assert_eq!(fold("İl"), "il");
    }

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        let there = ["Registered Name", "Registered Status", "UK Nation"];
        assert_eq!(nearest("registred name", there.into_iter()), Some("Registered Name"));
        assert_eq!(nearest("Turnover", there.into_iter()), None);
    }
}
