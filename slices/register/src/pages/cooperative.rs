//! A cooperative's page: what it is on a day, as known at a moment, and its acts as a thread.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{Date, Known, Level, read_known};
use ledger::{Act, standing, store as journal};
use serde_json::json;
use web::{App, Fault, Page, Problem, Query, Speaker, Told, Wrong};

use super::{Name, both, names};
use crate::{
    Characteristic, Cooperative, Life,
    cooperative::Members,
    directory::{Directory, Wanted},
    store,
};

/// The page.
#[derive(Template)]
#[template(path = "cooperative.html")]
struct Show {
    page: Page,
    number: String,
    name: Name,
    other: Option<Name>,
    date: String,
    known: String,
    /// The two times in words, if it is shown as of another day than today or as known earlier.
    past: Option<String>,
    registered: bool,
    /// What it does, where.
    activity: Option<String>,
    /// The code of its sector, by which its icon is called.
    sector: Option<String>,
    /// What its extract on this day is asked with; none if there is none.
    extract: Option<String>,
    /// Where its seat is.
    map: Option<web::Figure>,
    /// From the region down to the commune, each with its page.
    places: Vec<(String, String)>,
    tags: Vec<String>,
    warnings: Vec<String>,
    /// The cooperative that goes on after a merger.
    merged_into: Option<(String, String)>,
    tiles: Vec<Tile>,
    parts: Vec<Part>,
    acts: Vec<Told>,
    act_count: i64,
    linked_data: String,
}

/// Something that is told of it in large.
struct Tile {
    label: String,
    value: String,
    beside: Option<String>,
}

/// Some of its members.
struct Part {
    label: String,
    count: i64,
    /// In per cent of all.
    bar: i64,
}

/// `GET /{lang}/cooperatives/{number}`
pub(crate) async fn show(
    State(app): State<App>,
    Path(number): Path<String>,
    page: Page,
    mut query: Query,
) -> Result<Response, Problem> {
    let date = query.one("date").filter(|date| !date.is_empty());
    let date = date.and_then(|text| {
        let read = kernel::read_day(&text);
        read.map_err(|error| query.wrong(Wrong::new("date", &text, error.to_string()).told("web-wrong-day"))).ok()
    });
    let known = query.one("known").filter(|known| !known.is_empty());
    let known = known.and_then(|text| {
        let says = "write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z";
        let read = read_known(&text, app.ledger.zone());
        read.map_err(|_| query.wrong(Wrong::new("known", &text, says).told("web-wrong-known"))).ok()
    });
    query.finish()?;
    let data = app.clone();
    let show = app.blocking(move |_| look(&data, page, number, (date, known))).await?;
    web::html(show.page.t.lang(), &show)
}

fn look(app: &App, page: Page, number: String, (date, known): (Option<Date>, Known)) -> Result<Show, Problem> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let mut acts = ledger.db().read(|conn| journal::acts_of(conn, &store::subject(&number)))?;
    acts.retain(|act| known.is_none_or(|known| act.recorded_at <= known));
    let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
    let Some(life) = life else { return Err(missing(app, number)?) };
    let today = ledger.today();
    let on = date.unwrap_or(today);
    let cooperative = if date.is_some() { life.on(date) } else { life.last() };
    let thread = thread(app, &page, &acts)?;
    let terms = app.names()?;
    let projection = ledger.projection();
    let speaker = Speaker { t: &page.t, names: &terms, territory: projection.territory(), day: on };
    let told = tell(&speaker, &page, &cooperative, on);
    drop(projection);
    let (name, other) = names(page.t.lang(), cooperative.name_ar.as_deref(), cooperative.name_fr.as_deref(), &number);
    let is_past = date.is_some_and(|date| date != today) || known.is_some();
    let past = is_past.then(|| {
        let day = page.t.with("register-on-day", &[("day", &page.t.day(on))]);
        let known = known.map(|known| page.t.day(ledger.zone().to_datetime(known).date()));
        let known = known.map(|known| page.t.with("register-known-on", &[("day", &known)]));
        format!("{day} · {}", known.unwrap_or_else(|| page.t.get("register-known-now")))
    });
    let merged = cooperative.removal.as_ref().and_then(|removal| removal.into.clone());
    let merged_into = merged.map(|into| (page.to(&format!("/cooperatives/{into}")), into));
    let map = cooperative.place.as_deref().and_then(web::point).zip(web::shapes(kernel::Level::Region));
    let map = map.map(|(at, shapes)| {
        let title = page.t.get("register-where");
        let description = told.places.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" › ");
        let caption = web::Caption { title, description, lang: page.t.lang() };
        web::spot(&caption, shapes, page.t.get("web-map-credit"), at)
    });
    let is_entered = cooperative.registered_on.is_none_or(|registered_on| registered_on <= on) && on <= today;
    let times = [("date", date.map(|date| date.to_string())), ("known", known.map(|known| known.to_string()))];
    let mut extract = form_urlencoded::Serializer::new(String::new());
    extract.extend_pairs(times.into_iter().filter_map(|(name, value)| Some((name, value?))));
    Ok(Show {
        extract: is_entered.then(|| extract.finish()),
        map,
        sector: cooperative.sector.clone(),
        linked_data: linked_data(&number, &cooperative, &told.places),
        registered: life.existed_on(on),
        date: date.map(|date| date.to_string()).unwrap_or_default(),
        known: known.map(|known| ledger.zone().to_datetime(known).date().to_string()).unwrap_or_default(),
        past,
        activity: told.activity,
        places: told.places,
        tags: told.tags,
        warnings: told.warnings,
        tiles: told.tiles,
        parts: told.parts,
        act_count: acts.len() as i64,
        acts: thread,
        merged_into,
        number,
        name,
        other,
        page,
    })
}

/// The acts in words, the latest effect first; those that are voided say by which act.
fn thread(app: &App, page: &Page, acts: &[Act]) -> Result<Vec<Told>, Problem> {
    let stand: Vec<i64> = standing(acts).iter().map(|act| act.seq).collect();
    let voids: HashMap<i64, i64> = acts.iter().filter_map(|act| Some((act.voids?, act.seq))).collect();
    let mut told = web::tell(app, page, acts, false)?;
    for act in told.iter_mut().filter(|act| !act.is_void && !stand.contains(&act.seq)) {
        act.voided_by = voids.get(&act.seq).copied();
    }
    told.sort_by_key(|act| std::cmp::Reverse((act.effective_on.unwrap_or(act.recorded_on), act.seq)));
    Ok(told)
}

/// What the page says of a cooperative on a day.
struct Sheet {
    activity: Option<String>,
    places: Vec<(String, String)>,
    tags: Vec<String>,
    warnings: Vec<String>,
    tiles: Vec<Tile>,
    parts: Vec<Part>,
}

fn tell(speaker: &Speaker<'_>, page: &Page, cooperative: &Cooperative, on: Date) -> Sheet {
    let t = &page.t;
    let members = cooperative.members_on(Some(on));
    let sector = cooperative.sector.as_deref();
    let branch = sector.zip(cooperative.branch.as_deref());
    let branch =
        branch.and_then(|(sector, branch)| speaker.named("branch", &crate::reference::branch_code(sector, branch)));
    let sector = sector.and_then(|sector| speaker.named("sector", sector));
    let womens = members.as_ref().and_then(Members::all_women) == Some(true);
    let mut tags: Vec<_> = womens.then(|| t.get("register-womens")).into_iter().collect();
    tags.extend(
        cooperative
            .characteristics
            .iter()
            .map(|one: &Characteristic| t.get(&format!("register-characteristic-{}", one.code()))),
    );
    tags.extend(cooperative.cooperative_type.map(|kind| speaker.value("type", kind.code())));
    tags.extend(sector.clone().filter(|_| branch.is_some()));
    tags.extend(cooperative.origin.map(|origin| t.get(&format!("register-origin-{}", origin.code()))));
    let removed = cooperative.removal.is_some();
    let status = if removed { "removed" } else { cooperative.status.code() };
    let warnings = (status != "active").then(|| speaker.value("status", status)).into_iter().collect();
    Sheet {
        activity: branch.or(sector),
        places: places(speaker, page, cooperative.place.as_deref()),
        tags,
        warnings,
        tiles: tiles(speaker, cooperative, members.as_ref()),
        parts: members.as_ref().map(|members| parts(speaker, members)).unwrap_or_default(),
    }
}

/// The places of the seat from the region down, each with the address of its page.
fn places(speaker: &Speaker<'_>, page: &Page, seat: Option<&str>) -> Vec<(String, String)> {
    let Some(seat) = seat else { return Vec::new() };
    let place = |level| speaker.territory.ancestor(seat, level, speaker.day);
    let mut places: Vec<(String, String)> = Vec::new();
    for place in [Level::Region, Level::Province, Level::Commune].into_iter().filter_map(place) {
        let name = speaker.value("place", &place.code);
        if places.last().is_none_or(|(before, _)| *before != name) {
            places.push((name, page.to(&format!("/territories/{}", place.code))));
        }
    }
    places
}

fn tiles(speaker: &Speaker<'_>, cooperative: &Cooperative, members: Option<&Members>) -> Vec<Tile> {
    let t = speaker.t;
    let tile = |key: &str, value: String, beside: Option<String>| Tile { label: t.get(key), value, beside };
    let women = |members: &Members| members.women.iter().sum::<i64>();
    let all = members.map(|members| {
        let beside = Some(women(members)).filter(|women| *women > 0).map(|women| t.count("register-told-women", women));
        tile("register-measure-members", t.number(members.total()), beside)
    });
    let since = cooperative.registered_on.map(|day| tile("register-registered-on", t.day(day), None));
    let capital = cooperative.capital.map(|(minor, currency)| {
        let beside = t.get(&format!("web-currency-{}", currency.code().to_lowercase()));
        tile("register-measure-share_capital", t.money(minor, currency), Some(beside))
    });
    let accounts = cooperative.accounts.as_ref().and_then(|accounts| {
        let beside = t.with("register-told-year", &[("year", &accounts.year.to_string())]);
        Some(tile("register-measure-turnover", t.money(accounts.turnover_minor?, accounts.currency), Some(beside)))
    });
    let ice = cooperative.ice.map(|ice| tile("register-ice", ice.to_string(), None));
    [all, since, capital, accounts, ice].into_iter().flatten().collect()
}

/// The members by sex.
fn parts(speaker: &Speaker<'_>, members: &Members) -> Vec<Part> {
    let sum = |ages: [i64; 3]| ages.iter().sum::<i64>();
    let unknown = sum(members.sex_unknown) + members.unspecified;
    let sexes = [("female", sum(members.women)), ("male", sum(members.men)), ("not_applicable", members.legal_persons)];
    let total = members.total().max(1);
    let part = |(sex, count): (&str, i64)| Part { label: speaker.value("sex", sex), count, bar: count * 100 / total };
    sexes.into_iter().chain([(ledger::UNKNOWN, unknown)]).filter(|(_, count)| *count > 0).map(part).collect()
}

/// The cooperative as schema.org describes organisations, safe to stand in a page.
fn linked_data(number: &str, cooperative: &Cooperative, places: &[(String, String)]) -> String {
    let names = both(cooperative.name_ar.clone(), cooperative.name_fr.clone());
    let data = json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "identifier": number,
        "name": names.fr.as_ref().or(names.ar.as_ref()),
        "alternateName": names.ar,
        "foundingDate": cooperative.registered_on,
        "taxID": cooperative.ice.map(|ice| ice.to_string()),
        "address": {"@type": "PostalAddress", "addressLocality": places.last().map(|(name, _)| name), "addressRegion": places.first().map(|(name, _)| name)},
    });
    // Nothing in a name may end the element.
    data.to_string().replace('<', "\\u003c")
}

/// That there is no such cooperative, with those that have a number or a name like it.
pub(crate) fn missing(app: &App, number: String) -> Result<Problem, Problem> {
    let text: String = number.chars().take(100).collect();
    let by_name = Directory::find(app, &Wanted { text, limit: 5, ..Wanted::default() })?;
    let by_name: Vec<_> = by_name.lines.into_iter().map(|line| line.number).collect();
    let near = if by_name.is_empty() { crate::api::near(&app.ledger, &number)? } else { by_name };
    Ok(Problem::NotFound { what: "cooperative", near, id: number })
}
