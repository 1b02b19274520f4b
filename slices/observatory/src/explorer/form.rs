//! What can be chosen in the explorer.

use kernel::Level;
use ledger::{Aggregation, Schema};
use web::Speaker;

use crate::wording::Wording;

/// The form, filled in as the question was asked.
pub(super) struct Form {
    pub(super) measures: Vec<Choice>,
    /// The days of a stock, or the period of a flow.
    pub(super) is_period: bool,
    pub(super) date: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) known: String,
    pub(super) regions: Vec<Choice>,
    pub(super) delegations: Vec<Choice>,
    /// A place that is neither: a province or a commune that a link has led to.
    pub(super) place: Option<Choice>,
    pub(super) sectors: Vec<Choice>,
    /// Two lists of dimensions: rows and columns.
    pub(super) by: [Vec<Choice>; 2],
    /// Filters and breakdowns that have no field of their own.
    pub(super) hidden: Vec<(&'static str, String)>,
}

/// Something that can be chosen.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

impl Form {
    /// The field in which a parameter is chosen; none if it is not in the form.
    pub(super) fn field(&self, parameter: &str) -> Option<&'static str> {
        let days: &[&str] = if self.is_period { &["from", "to"] } else { &["date"] };
        let mut fields = days.iter().chain(&["measure", "known", "where", "by"]);
        fields.find(|field| **field == parameter).copied()
    }

    pub(super) fn of(speaker: &Speaker<'_>, schema: &Schema, wording: &Wording) -> Self {
        let measure = wording.measure.as_deref().unwrap_or_default();
        let described = schema.measure(measure).and_then(|id| schema.describe(id));
        let by: Vec<&str> = wording.by.iter().flat_map(|by| by.split(',')).map(str::trim).collect();
        let is_flow = described.is_some_and(|measure| measure.aggregation == Aggregation::Flow);
        let has = |dimension: &str| described.is_none_or(|measure| measure.dimensions.contains(&dimension));
        let choice = |value: String, label: String, chosen: bool| Choice { value, label, chosen };
        let only = |value: String, label: String| {
            let chosen = wording.only.contains(&value);
            choice(value, label, chosen)
        };
        let places = |level: Level| {
            let places = speaker.territory.on(speaker.day).filter(|place| place.level == level);
            let mut places: Vec<_> = places
                .map(|place| only(format!("{level}={}", place.code), speaker.value("place", &place.code)))
                .collect();
            places.sort_by(|one, other| one.label.cmp(&other.label));
            places
        };
        let mut sectors: Vec<_> = speaker
            .names
            .codes("sector")
            .filter(|_| has("sector"))
            .map(|code| only(format!("sector={code}"), speaker.value("sector", code)))
            .collect();
        sectors.sort_by(|one, other| one.label.cmp(&other.label));
        let dimensions = dimensions(described.map_or(&[], |measure| measure.dimensions));
        let list = |chosen: Option<&&str>| {
            let label = |code: &str| speaker.dimension(code);
            dimensions.iter().map(|code| choice((*code).to_owned(), label(code), chosen == Some(code))).collect()
        };
        let (regions, delegations) = (places(Level::Region), places(Level::Delegation));
        let place = other_place(speaker, wording);
        let fielded = |only: &String| {
            [&regions, &delegations, &sectors].into_iter().flatten().chain(&place).any(|choice| choice.value == *only)
        };
        let other = wording.only.iter().filter(|only| !fielded(only)).map(|only| ("where", only.clone()));
        let more = by.iter().skip(2).map(|dimension| ("by", (*dimension).to_owned()));
        let tree = wording.tree.iter().map(|tree| ("tree", tree.clone()));
        Self {
            hidden: other.chain(more).chain(tree).collect(),
            measures: schema
                .measures()
                .iter()
                .map(|one| choice(one.code.to_owned(), speaker.measure(one.code), one.code == measure))
                .collect(),
            is_period: is_flow || by.contains(&"year"),
            date: wording.date.clone().unwrap_or_default(),
            from: wording.from.clone().unwrap_or_default(),
            to: wording.to.clone().unwrap_or_default(),
            known: wording.known.clone().unwrap_or_default(),
            by: [list(by.first()), list(by.get(1))],
            regions,
            delegations,
            place,
            sectors,
        }
    }
}

/// The dimensions by which a measure can be broken down, places and years included.
fn dimensions<'a>(declared: &[&'a str]) -> Vec<&'a str> {
    let places = ["region", "delegation", "province", "commune", "year"];
    places.into_iter().chain(declared.iter().copied().filter(|code| *code != "place")).collect()
}

/// The province or commune that the question is restricted to.
fn other_place(speaker: &Speaker<'_>, wording: &Wording) -> Option<Choice> {
    wording.only.iter().find_map(|only| {
        let (dimension, code) = only.split_once('=')?;
        let level = dimension.parse::<Level>().ok()?;
        let is_other = matches!(level, Level::Country | Level::Province | Level::Commune);
        is_other.then(|| Choice { value: only.clone(), label: speaker.value("place", code), chosen: true })
    })
}
