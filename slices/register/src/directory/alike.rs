//! Names that could be taken for another: what an office looks at before it grants a name.
//!
//! Names are compared as they are looked for: without the words that only say that it is a cooperative, in one form of each
//! letter, and by the consonants that Latin and Arabic spellings share.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;

use super::{Directory, Line, index::Index, line, spelling};

/// How many words that look like one are looked up too.
const NEAR: usize = 8;
/// The most letters by which two names differ that are a few letters apart.
const LETTERS_MAX: usize = 2;
/// The fewest letters of names of which one letter is few.
const LETTERS_MIN: usize = 4;

/// Why a name could be taken for another; the likest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// It has the same words.
    Same,
    /// It sounds the same, in either script.
    Sound,
    /// It differs by one letter or two.
    Letters,
    /// One has all words of the other, and more.
    Words,
}

impl Likeness {
    /// Its code, with which messages name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Sound => "sound",
            Self::Letters => "letters",
            Self::Words => "words",
        }
    }
}

/// A name as it is compared.
struct Name {
    /// Its folded words.
    words: BTreeSet<String>,
    /// Their skeletons, where each word has one.
    bones: Option<BTreeSet<String>>,
    /// All its letters.
    letters: String,
}

impl Name {
    fn of(text: &str) -> Self {
        let words = spelling::wanted(text);
        let words: Vec<_> = words.iter().map(|word| spelling::without_article(word).to_owned()).collect();
        let bones = words.iter().map(|word| spelling::skeleton(word)).collect();
        Self { letters: words.concat(), bones, words: words.into_iter().collect() }
    }

    fn like(&self, other: &Self) -> Option<Likeness> {
        if self.words.is_empty() || other.words.is_empty() {
            return None;
        }
        if self.words == other.words {
            return Some(Likeness::Same);
        }
        if self.bones.as_ref().is_some_and(|bones| other.bones.as_ref() == Some(bones)) {
            return Some(Likeness::Sound);
        }
        let lengths = [&self.letters, &other.letters].map(|letters| letters.chars().count());
        let most = if lengths.iter().all(|length| *length > 2 * LETTERS_MIN) { LETTERS_MAX } else { 1 };
        let comparable = lengths.iter().all(|length| *length >= LETTERS_MIN) && lengths[0].abs_diff(lengths[1]) <= most;
        if comparable && strsim::osa_distance(&self.letters, &other.letters) <= most {
            return Some(Likeness::Letters);
        }
        let holds = self.words.is_superset(&other.words) || self.words.is_subset(&other.words);
        holds.then_some(Likeness::Words)
    }
}

/// How alike two names are; none if nobody would take one for the other.
pub fn likeness(one: &str, other: &str) -> Option<Likeness> {
    Name::of(one).like(&Name::of(other))
}

impl Directory {
    /// The cooperatives whose name could be taken for one of these, the likest first, at most `limit`. Those that have left the
    /// register are among them: who remembers them would be misled.
    pub fn alike(&self, names: &[&str], limit: usize) -> Vec<(Likeness, Line)> {
        let held = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let index = &held.index;
        let mut found: Vec<(Likeness, usize)> = Vec::new();
        let names: Vec<_> = names.iter().map(|name| Name::of(name)).collect();
        let mut rows = FixedBitSet::with_capacity(index.rows.len());
        names.iter().for_each(|name| rows.union_with(&candidates(index, name)));
        for id in rows.ones() {
            let Some(row) = index.rows.get(id) else { continue };
            let own = [&row.name_ar, &row.name_fr].into_iter().flatten().map(|name| Name::of(name));
            let like = own.filter_map(|own| names.iter().filter_map(|name| name.like(&own)).min()).min();
            found.extend(like.map(|like| (like, id)));
        }
        found.sort_unstable();
        found.into_iter().take(limit).filter_map(|(like, id)| Some((like, line(index, id)?))).collect()
    }
}

/// The rows that share a word with a name, or one that looks or sounds like it.
fn candidates(index: &Index, name: &Name) -> FixedBitSet {
    let mut rows = FixedBitSet::with_capacity(index.rows.len());
    for word in &name.words {
        rows.union_with(&index.rows_of(&index.named_alike(word)));
        for near in index.near(word, NEAR) {
            rows.union_with(&index.rows_of(&index.named_alike(&near)));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_by_words_sound_and_letters() {
        for (one, other, like) in [
            ("Coopérative Tazafine", "tazafine coop", Some(Likeness::Same)),
            ("تعاونية الأمل", "التعاونية امل", Some(Likeness::Same)),
            ("تعاونية تازافين", "Tazafine", Some(Likeness::Sound)),
            ("Tazafine", "Tazavine", Some(Likeness::Sound)),
            ("Nour Al Houda", "Nour Al Houda Argane", Some(Likeness::Words)),
            ("Amagour", "Amanour", Some(Likeness::Letters)),
            ("Tazafine", "Zitoune", None),
            ("Coopérative", "Tazafine", None),
            ("", "", None),
        ] {
            assert_eq!(likeness(one, other), like, "{one} / {other}");
            assert_eq!(likeness(other, one), like, "{other} / {one}");
        }
    }
}
