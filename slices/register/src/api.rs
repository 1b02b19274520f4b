//! The cooperatives as open data: JSON and CSV, nothing about persons.

use axum::{
    Router,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use kernel::{Date, Known, Territory, read_known};
use ledger::{Act, Ledger, standing, store as journal};
use serde::Serialize;
use web::{ACT_COLUMNS, App, Fault, Format, Problem, PublicAct, Query, Wrong, act_row};

use crate::{
    Cooperative, Life,
    cooperative::Members,
    import::templates,
    store::{self, Listed, Wanted},
};

/// How many near numbers a missing one is answered with.
const NEAR_MAX: i64 = 5;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/api/v1/cooperatives", get(index))
        .route("/api/v1/cooperatives/{number}", get(show))
        .route("/api/v1/templates/{name}", get(templates::show))
}

/// A member's entry tells a sex and a 35th birthday: with the day of entry, that can point to a person.
pub(crate) fn withholds(act: &Act) -> bool {
    matches!(act.kind.as_str(), "member_admitted" | "member_left")
}

/// A page of the list.
#[derive(Serialize)]
struct Page {
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
    level: String,
    sector: Option<String>,
    branch: Option<String>,
    place: Option<String>,
    origin: Option<String>,
    status: String,
    registered_on: Option<Date>,
    removed: bool,
    removed_on: Option<Date>,
    members: Option<i64>,
}

impl From<Listed> for Line {
    fn from(listed: Listed) -> Self {
        Self {
            number: listed.number,
            name_ar: listed.name_ar,
            name_fr: listed.name_fr,
            ice: listed.ice,
            r#type: listed.cooperative_type,
            level: listed.level,
            sector: listed.sector,
            branch: listed.branch,
            place: listed.place,
            origin: listed.origin,
            status: listed.status,
            registered_on: listed.registered_on,
            removed: listed.removed,
            removed_on: listed.removed_on,
            members: listed.members,
        }
    }
}

/// `GET /api/v1/cooperatives`
async fn index(State(app): State<App>, mut query: Query, headers: HeaderMap) -> Result<Response, Problem> {
    let format = Format::asked(&mut query, &headers)?;
    let after = query.one("after").unwrap_or_default();
    let limit = query.number("limit", 100, 1..=1000);
    let (place, sector, status) = (query.one("place"), query.one("sector"), query.one("status"));
    if let Some(other) = status.as_deref().filter(|code| !store::STATUSES.contains(code)) {
        query.wrong(Wrong::new("status", other, format!("write {}", store::STATUSES.join(", "))));
    }
    app.blocking(move |ledger| {
        ledger.refresh()?;
        let territory = ledger.projection().territory().clone();
        let places = place.as_deref().map(|place| within(&territory, place, ledger.today()));
        if let (Some(place), Some([])) = (&place, places.as_deref()) {
            query.wrong(Wrong::new("place", place, "there is no such place: /api/v1/dimensions lists them"));
        }
        query.finish()?;
        let wanted = Wanted { after, places, sector, status };
        // One more than asked for tells whether there is a next page.
        let mut lines = ledger.db().read(|conn| store::search(conn, &wanted, limit + 1))?;
        let more = lines.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if more {
            lines.pop();
        }
        let next = lines.last().filter(|_| more).map(|last| last.number.clone());
        let cooperatives: Vec<Line> = lines.into_iter().map(Line::from).collect();
        match format {
            Format::Json => web::json(&Page { cooperatives, next }),
            Format::Csv => table(&cooperatives),
        }
    })
    .await
}

/// The codes of a place and of all places in it on a day; none if there is no such place.
fn within(territory: &Territory, code: &str, on: Date) -> Vec<String> {
    let Some(level) = territory.place(code, on).map(|place| place.level) else { return Vec::new() };
    let is_in = |inner: &str| territory.ancestor(inner, level, on).is_some_and(|place| place.code == code);
    territory.on(on).map(|place| &place.code).filter(|inner| is_in(inner)).cloned().collect()
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
    ar: Option<String>,
    fr: Option<String>,
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
            line.level.clone(),
            text(&line.sector),
            text(&line.branch),
            text(&line.place),
            text(&line.origin),
            line.status.clone(),
            day(line.registered_on),
            line.removed.to_string(),
            day(line.removed_on),
            line.members.map(|members| members.to_string()).unwrap_or_default(),
        ]
    };
    web::csv("cooperatives", &COLUMNS, lines.iter().map(row))
}

const COLUMNS: [&str; 15] = [
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
];
