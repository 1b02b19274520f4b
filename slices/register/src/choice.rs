//! What forms offer to choose from, by the names that people know: communes and branches.

use kernel::{Level, Place};
use web::{Nomenclature, Speaker};

use crate::directory::spelling;

/// The communes of the delegation in which a place is, code and name, in the order of names: a seat seldom moves further.
pub fn communes(speaker: &Speaker<'_>, place: Option<&str>) -> Vec<(String, String)> {
    let (territory, day) = (speaker.territory, speaker.day);
    let delegation = place.and_then(|place| territory.ancestor(place, Level::Delegation, day));
    let Some(delegation) = delegation else { return Vec::new() };
    let here = territory.on(day).filter(|place| place.level == Level::Commune).filter(|place| {
        territory.ancestor(&place.code, Level::Delegation, day).is_some_and(|other| other.code == delegation.code)
    });
    let mut communes: Vec<_> = here.map(|place| (place.code.clone(), speaker.value("place", &place.code))).collect();
    communes.sort_by(|one, other| one.1.cmp(&other.1));
    communes
}

/// The branches, each with its sector before it: code and name, in the order of names.
pub fn branches(speaker: &Speaker<'_>, names: &Nomenclature) -> Vec<(String, String)> {
    let named = names.codes("branch").map(|code| {
        let sector = code.split('.').next().unwrap_or_default();
        let (sector, branch) = (speaker.value("sector", sector), speaker.value("branch", code));
        (code.to_owned(), format!("{sector} › {branch}"))
    });
    let mut branches: Vec<_> = named.collect();
    branches.sort_by(|one, other| one.1.cmp(&other.1));
    branches
}

/// The communes that somebody may mean who types this, code and name with the province: those that are called so, else those
/// in whose name it stands; at most `limit`.
pub fn communes_called(speaker: &Speaker<'_>, typed: &str, limit: usize) -> Vec<(String, String)> {
    let (territory, day) = (speaker.territory, speaker.day);
    let folded = |text: &str| spelling::words(text).join(" ");
    let typed = folded(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let names =
        |place: &Place| [&place.names.fr, &place.names.ar].into_iter().flatten().map(|name| folded(name)).collect();
    let communes = territory.on(day).filter(|place| place.level == Level::Commune);
    let communes: Vec<(_, Vec<String>)> = communes.map(|place| (place, names(place))).collect();
    let mut meant: Vec<_> = communes.iter().filter(|(_, names)| names.contains(&typed)).collect();
    if meant.is_empty() {
        meant = communes.iter().filter(|(_, names)| names.iter().any(|name| name.contains(&typed))).collect();
    }
    let told = meant.into_iter().take(limit).map(|(place, _)| {
        let province = territory.ancestor(&place.code, Level::Province, day);
        let province = province.map(|province| speaker.value("place", &province.code)).unwrap_or_default();
        (place.code.clone(), format!("{} ({province})", speaker.value("place", &place.code)))
    });
    told.collect()
}

/// A commune by its code or its name, if only one is called so.
pub fn commune(speaker: &Speaker<'_>, typed: &str) -> Option<String> {
    let (territory, day) = (speaker.territory, speaker.day);
    if let Some(place) = territory.place(typed, day).filter(|place| place.level == Level::Commune) {
        return Some(place.code.clone());
    }
    let same = |name: &Option<String>| name.as_deref().is_some_and(|name| name.to_lowercase() == typed.to_lowercase());
    let named = territory.on(day).filter(|place| place.level == Level::Commune);
    let mut named = named.filter(|place| same(&place.names.fr) || same(&place.names.ar));
    let first = named.next()?;
    named.next().is_none().then(|| first.code.clone())
}
