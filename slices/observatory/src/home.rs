//! The front page: what there is today, where, what has just happened, and on what it stands.

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::{Date, Share};
use ledger::{Answer, Head, Ledger, Line, Projection, Question, UNKNOWN, store};
use web::{App, Page, Problem, Speaker, Told};

use crate::{
    address,
    breakdown::{code, ranked},
    bulletins, described, newest,
    picture::Picture,
    store::Release,
    tiles::{self, Scope, Tile},
};

/// How many of the latest acts are shown.
const LATEST: i64 = 3;

/// How many bulletins are shown.
const RELEASES: usize = 3;

/// How many sectors are shown.
const SECTORS: usize = 8;

/// The front page.
#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    today: Date,
    tiles: Vec<Tile>,
    /// The regions on a map.
    map: Option<String>,
    regions: Vec<Region>,
    /// The sectors with the most cooperatives.
    sectors: Vec<Sector>,
    acts: Vec<Told>,
    newest: Vec<Told>,
    /// The latest bulletins, as of the last act or day: the title, its page, and what it was known of.
    releases: Vec<(String, String, String)>,
    /// The last act.
    seq: i64,
    /// The beginning of its hash.
    seal: String,
    recorded_on: Date,
}

/// A sector.
struct Sector {
    code: String,
    name: String,
    count: String,
    acts: String,
}

/// A line of the table of regions.
struct Region {
    code: String,
    name: String,
    count: i64,
    share: Share,
    /// The length of its bar in per cent of the longest.
    bar: i64,
    acts: String,
}

/// `GET /{lang}`
pub(crate) async fn show(State(app): State<App>, page: Page) -> Result<Response, Problem> {
    let data = app.clone();
    let home = app.blocking(move |_| home(&data, page)).await?;
    web::html(home.page.t.lang(), &home)
}

/// Reads everything as of one moment.
fn home(app: &App, page: Page) -> Result<Home, Problem> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let today = ledger.today();
    let names = app.names()?;
    let acts = web::tell(app, &page, &web::latest(ledger, LATEST)?, true)?;
    let told = |release: &Release| {
        let known = described::known(&page, ledger, Some(release.known));
        (release.title(page.t.lang()).to_owned(), page.to(&format!("/bulletins/{}", release.number)), known)
    };
    let releases = bulletins::latest(app, RELEASES)?.iter().map(told).collect();
    let projection = ledger.projection();
    let scope = Scope { date: today, known: None, place: None, tree: None };
    let tiles = tiles::show(&page, ledger.zone(), &tiles::find(&projection, &scope)?);
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: today };
    let counted = projection.schema().measure("cooperatives").is_some();
    let regions = counted.then(|| projection.answer(&scope.ask("cooperatives").by("region"))).transpose()?;
    let to = |code: &str| page.to(&format!("/territories/{code}"));
    let map = regions.as_ref().and_then(|answer| Picture::of(&speaker, answer, to)?.html());
    let has_sectors = projection.schema().dimension("sector").is_some();
    let sectors =
        if counted && has_sectors { sectors_of(&page, &speaker, ledger, &projection, &scope)? } else { Vec::new() };
    let regions = regions.map(|answer| regions_of(&page, &speaker, ledger.zone(), &answer)).unwrap_or_default();
    let registered = newest::candidates(&projection, &scope)?;
    let seq = projection.head();
    drop(projection);
    let newest = newest::tell(app, &page, &registered)?;
    let head = ledger.db().read(|conn| store::act(conn, seq))?.map_or(Head::EMPTY, |act| act.head());
    let recorded_on = ledger.zone().to_datetime(head.recorded_at).date();
    let seal = head.hash.to_string().chars().take(12).collect();
    Ok(Home { page, today, tiles, map, regions, sectors, acts, newest, releases, seq, seal, recorded_on })
}

/// The sectors with the most cooperatives.
fn sectors_of(
    page: &Page,
    speaker: &Speaker<'_>,
    ledger: &Ledger,
    projection: &Projection,
    scope: &Scope,
) -> Result<Vec<Sector>, Problem> {
    let answer = projection.answer(&scope.ask("cooperatives").by("sector"))?;
    let sector = |line: &&Line| {
        let code = code(line).to_owned();
        let question = scope.ask("cooperatives").only("sector", &code);
        let acts = page.to(&format!("/figures/acts?{}", address::parameters(&question, ledger.zone())));
        Sector { name: speaker.value("sector", &code), count: page.t.number(line.amount), acts, code }
    };
    Ok(ranked(&answer).iter().filter(|line| code(line) != UNKNOWN).take(SECTORS).map(sector).collect())
}

/// The regions, the most cooperatives first; those without a region come last.
fn regions_of(page: &Page, speaker: &Speaker<'_>, zone: &jiff::tz::TimeZone, answer: &Answer) -> Vec<Region> {
    let longest = answer.lines.iter().map(|line| line.amount).max().unwrap_or(0).max(1);
    let region = |line: &Line| {
        let code = code(line).to_owned();
        let question = Question { by: Vec::new(), ..answer.question.clone() }.only("region", &code);
        let acts = page.to(&format!("/figures/acts?{}", address::parameters(&question, zone)));
        let bar = line.amount.max(0) * 100 / longest;
        Region { name: speaker.value("region", &code), code, count: line.amount, share: answer.share(line), bar, acts }
    };
    ranked(answer).into_iter().map(region).collect()
}
