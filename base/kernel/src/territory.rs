//! Territory: a tree of places whose branches have days from which and until which they hold.

use std::{collections::BTreeMap, fmt, str::FromStr};

use jiff::civil::Date;

/// What kind of place it is, from the largest to the smallest.
///
/// A delegation (of ODCO) is not between region and province by law: some cross two or three regions. It has provinces
/// below it, in a branch of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A country.
    Country,
    /// A region.
    Region,
    /// A delegation of the office that keeps the register.
    Delegation,
    /// A province or prefecture.
    Province,
    /// A commune: the finest place, where entries are counted.
    Commune,
}

/// A text is not the code of a level.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of place: country, region, delegation, province or commune")]
pub struct UnknownLevel(pub String);

/// What something is called in each language; any may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// In Arabic.
    pub ar: Option<String>,
    /// In French.
    pub fr: Option<String>,
    /// In English.
    pub en: Option<String>,
}

/// A place and where it hangs in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code, unique in the whole tree: `MA`, `04`, `KEN`, `04.281`, `04.281.01.01`.
    pub code: String,
    /// What kind of place it is.
    pub level: Level,
    /// The place one step up: a province's region, a region's country.
    pub parent: Option<String>,
    /// The delegation it belongs to; provinces have one.
    pub delegation: Option<String>,
    /// What it is called.
    pub names: Names,
    /// The first day on which this holds; none if it always did.
    pub from: Option<Date>,
    /// The last day on which this holds; none if it still does.
    pub until: Option<Date>,
}

/// All places, each with the versions it had over time.
#[derive(Clone, Debug, Default)]
pub struct Territory {
    places: BTreeMap<String, Vec<Place>>,
    /// How many versions of places there are.
    len: usize,
}

impl Level {
    /// All levels, largest first.
    pub const ALL: [Self; 5] = [Self::Country, Self::Region, Self::Delegation, Self::Province, Self::Commune];

    /// Its code, which is also the name of the dimension.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Delegation => "delegation",
            Self::Province => "province",
            Self::Commune => "commune",
        }
    }
}

impl Names {
    /// The first name there is, in the order French, Arabic, English.
    pub fn any(&self) -> Option<&str> {
        self.fr.as_deref().or(self.ar.as_deref()).or(self.en.as_deref())
    }
}

impl Place {
    /// Whether this version of the place holds on `day`.
    fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Territory {
    /// Adds a place, or one more version of it.
    pub fn add(&mut self, place: Place) {
        self.places.entry(place.code.clone()).or_default().push(place);
        self.len += 1;
    }

    /// The version of a place that holds on `day`; before its first version the first, after its last the last, so
    /// that no cooperative falls out of a figure because a place was renumbered.
    pub fn place(&self, code: &str, day: Date) -> Option<&Place> {
        let versions = self.places.get(code)?;
        let last = || versions.iter().rev().find(|place| place.from.is_none_or(|from| from <= day));
        versions.iter().find(|place| place.holds_on(day)).or_else(last).or_else(|| versions.first())
    }

    /// The place of kind `level` that contains `code` on `day` (itself, if it is of that kind).
    pub fn ancestor(&self, code: &str, level: Level, day: Date) -> Option<&Place> {
        let mut place = self.place(code, day)?;
        // The tree is five levels deep; a longer walk means that the data go round in a circle.
        for _ in 0..8 {
            if place.level == level {
                return Some(place);
            }
            let up = match (level, &place.delegation) {
                (Level::Delegation, Some(delegation)) => Some(delegation),
                _ => place.parent.as_ref(),
            };
            place = self.place(up?, day)?;
        }
        None
    }

    /// All places as they are on `day`, by code.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Place> {
        self.places.keys().filter_map(move |code| self.place(code, day))
    }

    /// How many versions of places there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no place.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether there is a place with this code at any time.
    pub fn knows(&self, code: &str) -> bool {
        self.places.contains_key(code)
    }

    /// The days on which any branch changes: between two of them one tree holds.
    pub fn changes(&self) -> Vec<Date> {
        let starts = self.places.values().flatten().filter_map(|place| place.from);
        let ends = self.places.values().flatten().filter_map(|place| place.until?.tomorrow().ok());
        let mut days: Vec<_> = starts.chain(ends).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(code: &str) -> Result<Self, UnknownLevel> {
        Self::ALL.into_iter().find(|level| level.code() == code).ok_or_else(|| UnknownLevel(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn place(code: &str, level: Level, parent: &str, delegation: Option<&str>) -> Place {
        let parent = Some(parent.to_owned()).filter(|code| !code.is_empty());
        let delegation = delegation.map(str::to_owned);
        Place { code: code.into(), level, parent, delegation, names: Names::default(), from: None, until: None }
    }

    #[test]
    fn a_commune_is_found_in_the_region_that_it_had_on_the_day() {
        let mut tree = Territory::default();
        tree.add(place("MA", Level::Country, "", None));
        tree.add(place("16.06", Level::Region, "MA", None));
        tree.add(place("07", Level::Region, "MA", None));
        tree.add(place("SAF", Level::Delegation, "MA", None));
        let province = place("07.431", Level::Province, "16.06", Some("SAF"));
        tree.add(Place { until: Some(date(2015, 9, 19)), ..province.clone() });
        tree.add(Place { from: Some(date(2015, 9, 20)), parent: Some("07".into()), ..province });
        tree.add(place("07.431.01.01", Level::Commune, "07.431", None));
        let code = |level, day| tree.ancestor("07.431.01.01", level, day).map(|place| place.code.as_str());
        assert_eq!(code(Level::Region, date(2015, 9, 19)), Some("16.06"));
        assert_eq!(code(Level::Region, date(2015, 9, 20)), Some("07"));
        assert_eq!(code(Level::Delegation, date(1960, 1, 1)), Some("SAF"));
        assert_eq!(code(Level::Country, date(2024, 1, 1)), Some("MA"));
        assert_eq!(tree.ancestor("nowhere", Level::Region, date(2024, 1, 1)), None);
        assert_eq!(tree.changes(), [date(2015, 9, 20)]);
    }
}
