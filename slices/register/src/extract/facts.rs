//! The facts of an extract, each under a letter. `docs/proofs.md` lists them: what was signed under a letter keeps its meaning.

use std::collections::BTreeMap;

use kernel::{Currency, Date, Level, read_day};
use web::Speaker;

use crate::{Cooperative, reference};

/// The facts under their letters; what is not known is not there.
pub(crate) type Facts = BTreeMap<char, String>;

/// A letter, the name of its fact in data, and the message that names it to people, in the order in which they are shown.
pub(crate) const LETTERS: [(char, &str, &str); 15] = [
    ('a', "name_ar", "register-name-ar"),
    ('f', "name_fr", "register-name-fr"),
    ('s', "status", "register-dimension-status"),
    ('r', "registered_on", "register-registered-on"),
    ('e', "removed_on", "register-extract-removed-on"),
    ('n', "merged_into", "register-merged-into"),
    ('i', "ice", "register-ice"),
    ('l', "level", "register-dimension-level"),
    ('t', "type", "register-dimension-type"),
    ('k', "categories", "register-extract-categories"),
    ('w', "sector", "register-dimension-sector"),
    ('b', "branch", "register-dimension-branch"),
    ('p', "place", "register-extract-place"),
    ('m', "members", "register-measure-members"),
    ('c', "share_capital", "register-measure-share_capital"),
];

/// The most bytes of a name, so that a proof fits its code: 60 Arabic letters. Of a longer one the beginning is signed.
const NAME_BYTES_MAX: usize = 120;

/// What stands of a cooperative on a day.
pub(crate) fn of(cooperative: &Cooperative, on: Date) -> Facts {
    let name = |name: &Option<String>| name.as_deref().map(shortened);
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let removal = cooperative.removal.as_ref();
    let status = if removal.is_some() { crate::store::REMOVED } else { cooperative.status.code() };
    let categories: Vec<_> = cooperative.categories.iter().map(|category| category.code()).collect();
    let sector = cooperative.sector.as_deref();
    let branch = sector.zip(cooperative.branch.as_deref());
    let level = Some(cooperative.level).filter(|level| *level != crate::Level::Cooperative);
    let facts = [
        ('a', name(&cooperative.name_ar)),
        ('f', name(&cooperative.name_fr)),
        ('s', Some(status.to_owned())),
        ('r', day(cooperative.registered_on)),
        ('e', day(removal.and_then(|removal| removal.on))),
        ('n', removal.and_then(|removal| removal.into.clone())),
        ('i', cooperative.ice.map(|ice| ice.to_string())),
        // Nearly all are cooperatives of persons: only what is not says so.
        ('l', level.map(|level| level.code().to_owned())),
        ('t', cooperative.cooperative_type.map(|kind| kind.code().to_owned())),
        ('k', Some(categories.join(","))),
        ('w', sector.map(str::to_owned)),
        ('b', branch.map(|(sector, branch)| reference::branch_code(sector, branch))),
        ('p', cooperative.place.clone()),
        ('m', cooperative.members_on(Some(on)).map(|members| members.total().to_string())),
        ('c', cooperative.capital.map(|(minor, currency)| format!("{} {}", currency.major(minor), currency.code()))),
    ];
    let known = facts.into_iter().filter_map(|(letter, text)| Some((letter, text.filter(|text| !text.is_empty())?)));
    known.collect()
}

/// A name, or its beginning and a mark that it goes on.
pub fn shortened(name: &str) -> String {
    if name.len() <= NAME_BYTES_MAX {
        return name.to_owned();
    }
    let end = name.floor_char_boundary(NAME_BYTES_MAX - '…'.len_utf8());
    format!("{}…", name.get(..end).unwrap_or_default().trim_end())
}

/// A fact as people read it. One that cannot be read is shown as it was signed.
pub(crate) fn tell(speaker: &Speaker<'_>, letter: char, text: &str) -> String {
    let t = speaker.t;
    let told = match letter {
        's' => Some(speaker.value("status", text)),
        'l' => Some(speaker.value("level", text)),
        't' => Some(speaker.value("type", text)),
        'w' => Some(speaker.value("sector", text)),
        'b' => Some(speaker.value("branch", text)),
        'k' => {
            let category = |code: &str| t.find(&format!("category-{code}")).unwrap_or_else(|| code.to_owned());
            Some(text.split(',').map(category).collect::<Vec<_>>().join(t.get("register-extract-and").as_str()))
        }
        'p' => Some(place(speaker, text)),
        'r' | 'e' => read_day(text).ok().map(|day| t.day(day)),
        'm' => text.parse().ok().map(|count| t.number(count)),
        'c' => capital(text).map(|(minor, currency)| t.amount(minor, currency)),
        _ => None,
    };
    told.unwrap_or_else(|| text.to_owned())
}

/// From the seat up to the region.
fn place(speaker: &Speaker<'_>, seat: &str) -> String {
    let place = |level| speaker.territory.ancestor(seat, level, speaker.day);
    let mut names: Vec<String> = Vec::new();
    for place in [Level::Commune, Level::Province, Level::Region].into_iter().filter_map(place) {
        let name = speaker.value("place", &place.code);
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { speaker.value("place", seat) } else { names.join(" · ") }
}

fn capital(text: &str) -> Option<(i64, Currency)> {
    let (amount, code) = text.split_once(' ')?;
    let currency: Currency = code.parse().ok()?;
    Some((currency.minor(amount).ok()?, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_letters_and_says_so() {
        assert_eq!(shortened("تعاونية تازافين"), "تعاونية تازافين");
        let cut = shortened(&"ت".repeat(200));
        assert!(cut.len() <= NAME_BYTES_MAX && cut.ends_with("ت…"), "{cut}");
        assert_eq!(shortened(&"x".repeat(120)), "x".repeat(120));
    }

    #[test]
    fn capital_is_read_as_it_was_written() {
        assert_eq!(capital("150000.00 MAD"), Some((15_000_000, Currency::Mad)));
        assert_eq!(capital("1000 XOF").map(|(minor, _)| minor), Some(1000));
        assert!(["", "MAD", "1.5", "1.5 XXX", "x MAD"].iter().all(|text| capital(text).is_none()));
    }

    #[test]
    fn every_letter_has_one_meaning() {
        let mut letters: Vec<_> = LETTERS.iter().map(|(letter, ..)| *letter).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), LETTERS.len());
    }
}
