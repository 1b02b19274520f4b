//! The cooperatives as open data: JSON and CSV, nothing about persons.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use kernel::{Date, Known, read_known};
use ledger::{Act, Ledger, UNKNOWN, standing, store as journal};
use serde::Serialize;
use web::{ACT_COLUMNS, App, Fault, Format, Problem, PublicAct, Query, Wrong, act_row};

use crate::{
    Cooperative, Life,
    cooperative::Members,
    directory::{self, Directory, Facet, Wanted},
    extract,
    import::templates,
    store,
};

/// How many near numbers a missing one is answered with.
const NEAR_MAX: i64 = 5;

/// The most cooperatives of one answer: the whole register of a country fits.
const LIMIT_MAX: i64 = 100_000;

/// The longest text that is looked for, in bytes.
const TEXT_MAX: usize = 500;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/api/v1/cooperatives", get(index))
        .route("/api/v1/cooperatives/{number}", get(show))
        .route("/api/v1/cooperatives/{number}/extract", get(extract::data))
        .route("/data/keys.json", get(extract::verify::keys))
        .route("/verify/{text}", get(extract::verify::choose))
        .route("/api/v1/templates/{name}", get(templates::show))
}

/// A member's entry tells a sex and a 35th birthday: with the day of entry, that can point to a person.
pub(crate) fn withholds(act: &Act) -> bool {
    matches!(act.kind.as_str(), "member_admitted" | "member_left" | "shares_moved")
}

/// A page of the list.
#[derive(Serialize)]
struct Page {
    /// How many fit, on all pages.
    total: usize,
    cooperatives: Vec<Line>,
    next: Option<String>,
}

/// A cooperative of the list.
#[derive(Serialize)]
struct Line {
    number: String,
    name_ar: Option<String>,
    name_fr: Option<String>,
    ice: Option<String>,
    r#type: Option<String>,
    level: Option<String>,
    sector: Option<String>,
    branch: Option<String>,
    place: Option<String>,
    origin: Option<String>,
    status: Option<String>,
    registered_on: Option<Date>,
    removed: bool,
    removed_on: Option<Date>,
    members: Option<i64>,
    womens: Option<String>,
    youth: Option<String>,
}

impl From<directory::Line> for Line {
    fn from(line: directory::Line) -> Self {
        let is_removed = line.status.as_deref() == Some(store::REMOVED);
        let branch = line.branch.as_deref().and_then(|branch| branch.split_once('.'));
        Self {
            number: line.number,
            name_ar: line.name_ar,
            name_fr: line.name_fr,
            ice: line.ice,
            r#type: line.cooperative_type,
            level: line.level,
            branch: branch.map(|(_, branch)| branch.to_owned()),
            sector: line.sector,
            place: line.place,
            origin: line.origin,
            status: line.status,
            registered_on: line.registered_on,
            removed: is_removed,
            removed_on: line.removed_on,
            members: line.members,
            womens: line.womens,
            youth: line.youth,
        }
    }
}

/// `GET /api/v1/cooperatives`
async fn index(State(app): State<App>, mut query: Query, headers: HeaderMap) -> Result<Response, Problem> {
    let format = Format::asked(&mut query, &headers)?;
    let mut wanted = wanted(&mut query);
    let place = query.one("place");
    let limit = query.number("limit", 100, 1..=LIMIT_MAX);
    wanted.limit = usize::try_from(limit).unwrap_or(1);
    let directory = app.memory::<Directory>();
    app.blocking(move |ledger| {
        directory.refresh(ledger)?;
        let places = wanted.only.iter().filter_map(|(facet, code)| Some((facet.level()?, code.clone())));
        let places: Vec<_> = places.map(|(level, code)| (level.code(), Some(level), code)).collect();
        for (name, level, code) in places.into_iter().chain(place.map(|code| ("place", None, code))) {
            let projection = ledger.projection();
            let found = projection.territory().place(&code, ledger.today()).map(|place| place.level);
            match found.filter(|found| level.is_none_or(|level| level == *found)) {
                Some(found) => wanted.only.extend(Facet::of(found).map(|facet| (facet, code))),
                None if code == UNKNOWN => {}
                None => query.wrong(Wrong::new(name, &code, "there is no such place: /api/v1/dimensions lists them")),
            }
        }
        query.finish()?;
        let found = directory.search(&wanted);
        let cooperatives: Vec<Line> = found.lines.into_iter().map(Line::from).collect();
        match format {
            Format::Json => web::json(&Page { total: found.total, cooperatives, next: found.next }),
            Format::Csv => table(&cooperatives),
        }
    })
    .await
}

/// What an address asks for; those that have left the register are left out unless `status` is given.
pub(crate) fn wanted(query: &mut Query) -> Wanted {
    let text = query.one("q").unwrap_or_default();
    if text.len() > TEXT_MAX {
        let start: String = text.chars().take(40).collect();
        query.wrong(Wrong::new("q", &format!("{start}…"), "write at most 500 bytes").told("register-wrong-long"));
    }
    let mut only = BTreeMap::new();
    for facet in Facet::ALL {
        let Some(code) = query.one(facet.code()).filter(|code| !code.is_empty()) else { continue };
        match facet.choices() {
            Some(choices) if !choices.contains(&code.as_str()) => {
                let says = format!("write {}", choices.join(", "));
                query.wrong(Wrong::new(facet.code(), &code, says).told("register-wrong-choice"));
            }
            _ => drop(only.insert(facet, code)),
        }
    }
    let after = query.one("after").filter(|after| !after.is_empty());
    Wanted { text, only, present: true, after, limit: 100, counted: Vec::new() }
}

/// A cooperative on a day.
#[derive(Serialize)]
struct Sheet<'a> {
    number: &'a str,
    date: Option<Date>,
    known: Known,
    registered: bool,
    state: OnDay<'a>,
    acts: Vec<PublicAct<'a>>,
}

/// What it was.
#[derive(Serialize)]
struct OnDay<'a> {
    name_ar: &'a Option<String>,
    name_fr: &'a Option<String>,
    ice: Option<String>,
    r#type: Option<&'static str>,
    categories: Vec<&'static str>,
    level: &'static str,
    sector: &'a Option<String>,
    branch: &'a Option<String>,
    place: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place_names: Option<Names>,
    characteristics: Vec<&'static str>,
    origin: Option<&'static str>,
    status: &'static str,
    registered_on: Option<Date>,
    removed: bool,
    removed_on: Option<Date>,
    merged_into: Option<&'a str>,
    members: Option<Counts>,
    share_capital: Option<Money>,
}

/// What a place is called.
#[derive(Serialize)]
struct Names {
    #[serde(skip_serializing_if = "Option::is_none")]
    ar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

/// Members by what may be told of them.
#[derive(Serialize)]
struct Counts {
    total: i64,
    women: i64,
    men: i64,
    sex_unknown: i64,
    legal_persons: i64,
    unspecified: i64,
}

/// An amount of money.
#[derive(Serialize)]
struct Money {
    value: String,
    amount_minor: i64,
    currency: kernel::Currency,
}

/// `GET /api/v1/cooperatives/{number}`
async fn show(
    State(app): State<App>,
    Path(number): Path<String>,
    mut query: Query,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let format = Format::asked(&mut query, &headers)?;
    let (date, known) = (query.day("date"), query.one("known"));
    let public = app.clone();
    app.blocking(move |ledger| {
        let known = known.and_then(|text| {
            let says = "write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z";
            let instant = read_known(&text, ledger.zone());
            instant.map_err(|_| query.wrong(Wrong::new("known", &text, says))).ok()
        });
        query.finish()?;
        let mut acts = ledger.db().read(|conn| journal::acts_of(conn, &store::subject(&number)))?;
        acts.retain(|act| known.is_none_or(|known| act.recorded_at <= known));
        let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
        let Some(life) = life else { return Err(missing(ledger, number)?) };
        match format {
            Format::Csv => web::csv("acts", &ACT_COLUMNS, acts.iter().map(act_row)),
            Format::Json => tell(&public, &number, &life, &acts, (date, known)),
        }
    })
    .await
}

/// That there is no such cooperative, with numbers that begin alike.
fn missing(ledger: &Ledger, number: String) -> Result<Problem, Problem> {
    Ok(Problem::NotFound { what: "cooperative", near: near(ledger, &number)?, id: number })
}

/// Numbers that begin alike.
pub(crate) fn near(ledger: &Ledger, number: &str) -> Result<Vec<String>, Problem> {
    let kept = number.chars().count().saturating_sub(1);
    let start: String = number.chars().take(kept).collect();
    let after = ledger.db().read(|conn| store::list(conn, &start, NEAR_MAX))?;
    let numbers = after.into_iter().map(|listed| listed.number);
    Ok(numbers.filter(|other| !start.is_empty() && other.starts_with(&start)).collect())
}

fn tell(
    app: &App,
    number: &str,
    life: &Life,
    acts: &[Act],
    (date, known): (Option<Date>, Known),
) -> Result<Response, Problem> {
    let cooperative = if date.is_some() { life.on(date) } else { life.last() };
    let on = date.unwrap_or_else(|| app.ledger.today());
    let projection = app.ledger.projection();
    let place = cooperative.place.as_deref().and_then(|code| projection.territory().place(code, on));
    let names = place.map(|place| place.names.clone());
    let state = OnDay {
        place_names: names.map(|names| Names { ar: names.ar, fr: names.fr, en: names.en }),
        ..OnDay::of(&cooperative, on)
    };
    let registered = life.existed_on(on);
    let acts = acts.iter().map(|act| PublicAct::of(app, act)).collect();
    web::json(&Sheet { number, date, known, registered, state, acts })
}

impl<'a> OnDay<'a> {
    fn of(cooperative: &'a Cooperative, on: Date) -> Self {
        let removal = cooperative.removal.as_ref();
        Self {
            name_ar: &cooperative.name_ar,
            name_fr: &cooperative.name_fr,
            ice: cooperative.ice.map(|ice| ice.to_string()),
            r#type: cooperative.cooperative_type.map(|kind| kind.code()),
            categories: cooperative.categories.iter().map(|category| category.code()).collect(),
            level: cooperative.level.code(),
            sector: &cooperative.sector,
            branch: &cooperative.branch,
            place: &cooperative.place,
            place_names: None,
            characteristics: cooperative.characteristics.iter().map(|one| one.code()).collect(),
            origin: cooperative.origin.map(|origin| origin.code()),
            status: cooperative.status.code(),
            registered_on: cooperative.registered_on,
            removed: removal.is_some(),
            removed_on: removal.and_then(|removal| removal.on),
            merged_into: removal.and_then(|removal| removal.into.as_deref()),
            members: cooperative.members_on(Some(on)).map(Counts::of),
            share_capital: cooperative.capital.map(|(amount_minor, currency)| Money {
                value: currency.major(amount_minor),
                amount_minor,
                currency,
            }),
        }
    }
}

impl Counts {
    fn of(members: Members) -> Self {
        let sum = |ages: [i64; 3]| ages.iter().sum();
        Self {
            total: members.total(),
            women: sum(members.women),
            men: sum(members.men),
            sex_unknown: sum(members.sex_unknown),
            legal_persons: members.legal_persons,
            unspecified: members.unspecified,
        }
    }
}

/// The list, one line each.
fn table(lines: &[Line]) -> Result<Response, Problem> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let row = |line: &Line| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        [
            line.number.clone(),
            text(&line.name_ar),
            text(&line.name_fr),
            text(&line.ice),
            text(&line.r#type),
            text(&line.level),
            text(&line.sector),
            text(&line.branch),
            text(&line.place),
            text(&line.origin),
            text(&line.status),
            day(line.registered_on),
            line.removed.to_string(),
            day(line.removed_on),
            line.members.map(|members| members.to_string()).unwrap_or_default(),
            text(&line.womens),
            text(&line.youth),
        ]
    };
    web::csv("cooperatives", &COLUMNS, lines.iter().map(row))
}

const COLUMNS: [&str; 17] = [
    "number",
    "name_ar",
    "name_fr",
    "ice",
    "type",
    "level",
    "sector",
    "branch",
    "place",
    "origin",
    "status",
    "registered_on",
    "removed",
    "removed_on",
    "members",
    "womens",
    "youth",
];
