//! Spelling: names are found however they are written, in Latin letters, Arabic or Tifinagh.
//!
//! A **folded** word has no capitals, accents or vowel signs, and one form of each Arabic letter. The **skeleton** of a word
//! is what Latin and Arabic spellings of it share: its consonants, by the way Moroccans write them. `Tazafine`, `تزافين` and
//! `تازافين` all have the skeleton `tzfn`.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words that say only that it is a cooperative: nobody is found by them.
const NOISE: [&str; 8] =
    ["cooperative", "coop", "tawouniat", "تعاونيه", "التعاونيه", "societe", "الشركه", "taawouniyat"];

/// The fewest consonants by which a word is recognised.
const SKELETON_MIN: usize = 3;

/// The folded words of a text.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut take = |c: char| {
        if c.is_alphanumeric() {
            word.push_str(letter(c, &mut [0; 4]));
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    };
    for c in text.chars() {
        // Nearly all letters are one of these, which are in no need of being taken apart.
        if c.is_ascii() || ('ب'..='غ').contains(&c) || c == 'ا' || ('ف'..='ن').contains(&c) {
            take(c.to_ascii_lowercase());
        } else {
            std::iter::once(c).nfkd().flat_map(char::to_lowercase).filter(|c| !is_sign(*c)).for_each(&mut take);
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// The words by which something is looked for: without noise, unless there is nothing else.
pub(crate) fn wanted(text: &str) -> Vec<String> {
    let all = words(text);
    let telling: Vec<_> = all.iter().filter(|word| !NOISE.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// A word without the Arabic article.
pub(crate) fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

/// The skeleton of a folded word; none if it has too few consonants to be recognised by.
pub(crate) fn skeleton(word: &str) -> Option<String> {
    let mut bones = String::new();
    let mut letters = without_article(word).chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let bone = match (c, next) {
            ('c', Some('h')) | ('c', Some('e' | 'i' | 'y')) | ('s', Some('h')) => "s",
            ('d', Some('j')) => "",
            _ => bone(c),
        };
        if !bones.ends_with(bone) || bone.is_empty() {
            bones.push_str(bone);
        }
    }
    (bones.chars().count() >= SKELETON_MIN).then_some(bones)
}

/// The consonant of a letter; nothing for vowels, and for what is a consonant in one script and none in the other.
const fn bone(c: char) -> &'static str {
    match c {
        'b' | 'p' | 'ب' => "b",
        't' | 'ت' | 'ط' | 'ث' => "t",
        'j' | 'ج' => "j",
        'd' | 'د' | 'ذ' | 'ض' | 'ظ' => "d",
        'r' | 'ر' => "r",
        'z' | 'ز' => "z",
        's' | 'س' | 'ص' | 'ش' => "s",
        'f' | 'v' | 'ف' => "f",
        'k' | 'q' | 'c' | 'g' | 'خ' | 'غ' | 'ق' | 'ك' => "k",
        'x' => "ks",
        'l' | 'ل' => "l",
        'm' | 'م' => "m",
        'n' | 'ن' => "n",
        '0' => "0",
        '1' => "1",
        '2' => "2",
        '3' => "3",
        '4' => "4",
        '5' => "5",
        '6' => "6",
        '7' => "7",
        '8' => "8",
        '9' => "9",
        _ => "",
    }
}

/// Signs above and below letters, and the stroke that only makes a word longer.
fn is_sign(c: char) -> bool {
    is_combining_mark(c) || c == 'ـ'
}

/// The one form of a letter.
fn letter(c: char, buffer: &mut [u8; 4]) -> &str {
    match c {
        'ٱ' | 'ٲ' | 'ٳ' => "ا",
        'ة' | 'ە' => "ه",
        'ى' | 'ی' | 'ې' => "ي",
        'ک' | 'گ' | 'ڭ' | 'ݣ' | 'ڮ' => "ك",
        'پ' => "ب",
        'ڤ' | 'ڥ' => "ف",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ı' => "i",
        '٠'..='٩' => digit(c as u32 - '٠' as u32),
        '۰'..='۹' => digit(c as u32 - '۰' as u32),
        'ⴰ'..='ⵥ' => tifinagh(c),
        other => other.encode_utf8(buffer),
    }
}

fn digit(digit: u32) -> &'static str {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    DIGITS.get(digit as usize).copied().unwrap_or_default()
}

/// Tifinagh in Latin letters, as IRCAM transliterates its 33 letters.
const fn tifinagh(c: char) -> &'static str {
    match c {
        'ⴰ' => "a",
        'ⴱ' => "b",
        'ⴳ' | 'ⴴ' => "g",
        'ⴷ' | 'ⴹ' => "d",
        'ⴻ' => "e",
        'ⴼ' => "f",
        'ⴽ' => "k",
        'ⵀ' | 'ⵃ' => "h",
        'ⵄ' => "",
        'ⵅ' => "kh",
        'ⵇ' => "q",
        'ⵉ' => "i",
        'ⵊ' => "j",
        'ⵍ' => "l",
        'ⵎ' => "m",
        'ⵏ' => "n",
        'ⵓ' => "ou",
        'ⵔ' | 'ⵕ' => "r",
        'ⵖ' => "gh",
        'ⵙ' | 'ⵚ' => "s",
        'ⵛ' => "ch",
        'ⵜ' | 'ⵟ' => "t",
        'ⵡ' => "w",
        'ⵢ' => "y",
        'ⵣ' | 'ⵥ' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_of_a_letter_are_one() {
        assert_eq!(words("Coopérative  Nour-El Houda"), ["cooperative", "nour", "el", "houda"]);
        assert_eq!(words("الأمَـــل"), words("الامل"));
        assert_eq!(words("فتاة مؤمنة ڭلميم"), ["فتاه", "مومنه", "كلميم"]);
        assert_eq!(words("٢٠٢٢"), ["2022"]);
        assert_eq!(words("ⵜⴰⵣⴰⴼⵉⵏ"), ["tazafin"]);
    }

    #[test]
    fn a_name_has_the_same_skeleton_in_both_scripts() {
        for names in [
            ["Tazafine", "تزافين", "تازافين"],
            ["maymana", "الميمنة", "ميمنة"],
            ["khadra", "الخضراء", "خضراء"],
            ["argane", "أركان", "أرگان"],
            ["Chaouia", "الشاوية", "شاوية"],
        ] {
            let skeletons = names.map(|name| skeleton(&words(name).concat()));
            assert!(skeletons.iter().all(|one| *one == skeletons[0]), "{names:?}: {skeletons:?}");
        }
        assert_eq!(skeleton("tazafine").as_deref(), Some("tzfn"));
        assert_eq!(skeleton("el"), None);
    }

    #[test]
    fn nobody_is_looked_for_by_the_word_cooperative_alone() {
        assert_eq!(wanted("Coopérative Tazafine"), ["tazafine"]);
        assert_eq!(wanted("تعاونية الأمل"), ["الامل"]);
        assert_eq!(wanted("coopérative"), ["cooperative"]);
    }

    proptest! {
        #[test]
        fn folding_what_is_folded_changes_nothing(text in ".*") {
            let folded = words(&text);
            prop_assert_eq!(words(&folded.join(" ")), folded);
        }
    }
}
