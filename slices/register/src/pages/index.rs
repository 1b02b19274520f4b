//! The directory as a page: search, filters with their counts, results.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::{Date, Level};
use ledger::UNKNOWN;
use web::{App, Page, Problem, Query, Speaker, Wrong};

use super::{Name, names};
use crate::{
    Origin, api,
    directory::{Directory, Facet, Found, Line, Wanted},
};

/// How many cooperatives a page shows.
const LINES: usize = 20;

/// How many values of a facet are shown at once; the others are one click away.
const VALUES: usize = 8;

/// The page.
#[derive(Template)]
#[template(path = "index.html")]
struct Index {
    page: Page,
    text: String,
    total: i64,
    /// The filters that are set, each with the address without it.
    chosen: Vec<Choice>,
    groups: Vec<Group>,
    lines: Vec<Shown>,
    next: Option<String>,
    near: Vec<(String, String)>,
    /// The filters as hidden fields of the search form.
    hidden: Vec<(&'static str, String)>,
    /// The same list as data.
    data: String,
    /// Whether they are shown on a map, and the page that shows them the other way.
    map: bool,
    other: String,
    /// The communes with the most of them.
    communes: Vec<Choice>,
}

/// A facet.
struct Group {
    code: &'static str,
    label: String,
    first: Vec<Choice>,
    rest: Vec<Choice>,
    /// How many those are.
    more: i64,
}

/// A value of a facet.
struct Choice {
    label: String,
    count: i64,
    address: String,
}

/// A cooperative among the results.
struct Shown {
    address: String,
    /// The code of its sector, by which its icon is called.
    sector: Option<String>,
    name: Name,
    other: Option<Name>,
    activity: Option<String>,
    place: Option<String>,
    since: Option<Date>,
    members: Option<i64>,
    womens: bool,
    real: bool,
    status: Option<String>,
}

/// `GET /{lang}/cooperatives`
pub(crate) async fn index(State(app): State<App>, page: Page, mut query: Query) -> Result<Response, Problem> {
    let mut wanted = api::wanted(&mut query);
    wanted.limit = LINES;
    let view = query.one("view");
    if let Some(other) = view.as_deref().filter(|view| !["list", "map"].contains(view)) {
        query.wrong(Wrong::new("view", other, "write list or map").told("register-wrong-choice"));
    }
    query.finish()?;
    let map = view.as_deref() == Some("map");
    wanted.counted = facets(&wanted);
    if map && !wanted.counted.contains(&Facet::Commune) {
        wanted.counted.push(Facet::Commune);
    }
    let data = app.clone();
    let index = app.blocking(move |_| show(&data, page, &wanted, map)).await?;
    web::html(index.page.t.lang(), &index)
}

fn show(app: &App, page: Page, wanted: &Wanted, map: bool) -> Result<Index, Problem> {
    let found = Directory::find(app, wanted)?;
    let names = app.names()?;
    let projection = app.ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: app.ledger.today() };
    let here = Here { page: &page, wanted, map };
    let lines = found.lines.iter().map(|line| shown(&speaker, &page, line)).collect();
    let chosen = wanted.only.iter().map(|(facet, code)| Choice {
        label: format!("{} · {}", speaker.dimension(facet.code()), value(&speaker, *facet, code)),
        count: 0,
        address: here.without(*facet),
    });
    let chosen = chosen.collect();
    let groups = facets(wanted).into_iter();
    let groups = groups.filter_map(|facet| group(&speaker, &here, facet, found.facets.get(&facet)?)).collect();
    let near = found.near.iter().map(|near| (near.clone(), here.with_text(near))).collect();
    let view = map.then(|| ("view", "map".to_owned()));
    let hidden = wanted.only.iter().map(|(facet, code)| (facet.code(), code.clone())).chain(view).collect();
    let next = found.next.as_ref().map(|next| here.after(next));
    let data = here.parameters(&wanted.only, &wanted.text, None);
    let other = Here { map: !map, ..here }.to(&wanted.only, &wanted.text, None);
    let communes = if map { communes(&speaker, &here, &found) } else { Vec::new() };
    drop(projection);
    Ok(Index {
        map,
        other,
        communes,
        text: wanted.text.clone(),
        total: found.total as i64,
        chosen,
        groups,
        lines,
        next,
        near,
        hidden,
        data,
        page,
    })
}

/// The communes with the most of what was found.
fn communes(speaker: &Speaker<'_>, here: &Here<'_>, found: &Found) -> Vec<Choice> {
    let mut communes: Vec<_> = found.communes(here.wanted).collect();
    communes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let choice = |(code, count): (&str, usize)| Choice {
        label: speaker.value("place", code),
        count: count as i64,
        address: here.with(Facet::Commune, code),
    };
    communes.into_iter().take(LINES).map(choice).collect()
}

/// What a value is called; years are called by their number.
fn value(speaker: &Speaker<'_>, facet: Facet, code: &str) -> String {
    if facet == Facet::Year && code != UNKNOWN { code.to_owned() } else { speaker.value(facet.code(), code) }
}

/// The facets that tell results apart: of places the level below the one that is chosen.
fn facets(wanted: &Wanted) -> Vec<Facet> {
    let has = |facet| wanted.only.contains_key(&facet);
    let place = match (has(Facet::Commune), has(Facet::Province), has(Facet::Region) || has(Facet::Delegation)) {
        (true, ..) => None,
        (_, true, _) => Some(Facet::Commune),
        (.., true) => Some(Facet::Province),
        _ => Some(Facet::Region),
    };
    let delegation = Some(Facet::Delegation).filter(|_| place == Some(Facet::Region));
    let fixed = [Facet::Sector, Facet::Branch, Facet::Womens, Facet::Youth, Facet::Status, Facet::Year];
    // Branches make sense within a sector.
    let fixed = fixed.into_iter().filter(|facet| *facet != Facet::Branch || has(Facet::Sector));
    place.into_iter().chain(delegation).chain(fixed).filter(|facet| !has(*facet)).collect()
}

/// A facet with its values, the most frequent first and years the latest first; none if it tells nothing apart.
fn group(speaker: &Speaker<'_>, here: &Here<'_>, facet: Facet, counts: &BTreeMap<String, usize>) -> Option<Group> {
    let mut values: Vec<_> = counts.iter().collect();
    match facet {
        Facet::Year => values.sort_by_key(|(code, _)| (*code == UNKNOWN, std::cmp::Reverse((*code).clone()))),
        _ => values.sort_by_key(|(code, count)| (*code == UNKNOWN, std::cmp::Reverse(**count))),
    }
    let mut choices: Vec<_> = values
        .into_iter()
        .map(|(code, count)| Choice {
            label: value(speaker, facet, code),
            count: *count as i64,
            address: here.with(facet, code),
        })
        .collect();
    let rest = choices.split_off(VALUES.min(choices.len()));
    let tells = choices.len() > 1 || facet == Facet::Status;
    tells.then(|| Group {
        code: facet.code(),
        label: speaker.dimension(facet.code()),
        first: choices,
        more: rest.len() as i64,
        rest,
    })
}

fn shown(speaker: &Speaker<'_>, page: &Page, line: &Line) -> Shown {
    let (name, other) = names(page.t.lang(), line.name_ar.as_deref(), line.name_fr.as_deref(), &line.number);
    let named = |dimension, code: &Option<String>| speaker.named(dimension, code.as_deref()?);
    let commune = named("place", &line.place);
    let seat = line.place.as_deref().unwrap_or_default();
    let province = speaker.territory.ancestor(seat, Level::Province, speaker.day);
    let province = province.filter(|place| place.code != seat).and_then(|place| page.t.name(&place.names));
    let place = match (commune, province) {
        (Some(commune), Some((_, province))) if commune != province => Some(format!("{commune} · {province}")),
        (commune, _) => commune,
    };
    Shown {
        address: page.to(&format!("/cooperatives/{}", line.number)),
        sector: line.sector.clone(),
        name,
        other,
        activity: named("branch", &line.branch).or_else(|| named("sector", &line.sector)),
        place,
        since: line.registered_on,
        members: line.members,
        womens: line.womens.as_deref() == Some("yes"),
        real: line.origin.as_deref() == Some(Origin::Real.code()),
        status: line
            .status
            .as_deref()
            .filter(|status| *status != "active")
            .map(|status| speaker.value("status", status)),
    }
}

/// Addresses of this page with other filters.
#[derive(Clone, Copy)]
struct Here<'a> {
    page: &'a Page,
    wanted: &'a Wanted,
    map: bool,
}

impl Here<'_> {
    fn to(&self, only: &BTreeMap<Facet, String>, text: &str, after: Option<&str>) -> String {
        let mut parameters = self.parameters(only, text, after);
        if self.map {
            parameters.push_str(if parameters.is_empty() { "view=map" } else { "&view=map" });
        }
        let mark = if parameters.is_empty() { "" } else { "?" };
        self.page.to(&format!("/cooperatives{mark}{parameters}"))
    }

    fn parameters(&self, only: &BTreeMap<Facet, String>, text: &str, after: Option<&str>) -> String {
        let mut written = form_urlencoded::Serializer::new(String::new());
        let only = only.iter().map(|(facet, code)| (facet.code(), code.as_str()));
        let text = Some(("q", text)).filter(|(_, text)| !text.is_empty());
        for (name, value) in text.into_iter().chain(only).chain(after.map(|after| ("after", after))) {
            written.append_pair(name, value);
        }
        written.finish()
    }

    fn with(&self, facet: Facet, code: &str) -> String {
        let mut only = self.wanted.only.clone();
        only.insert(facet, code.to_owned());
        self.to(&only, &self.wanted.text, None)
    }

    /// Without a filter, and without those on places in it.
    fn without(&self, facet: Facet) -> String {
        let mut only = self.wanted.only.clone();
        only.remove(&facet);
        if facet == Facet::Sector {
            only.remove(&Facet::Branch);
        }
        self.to(&only, &self.wanted.text, None)
    }

    fn with_text(&self, text: &str) -> String {
        self.to(&self.wanted.only, text, None)
    }

    fn after(&self, after: &str) -> String {
        self.to(&self.wanted.only, &self.wanted.text, Some(after))
    }
}
