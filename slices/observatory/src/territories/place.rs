//! The page of one place.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{Date, Level, Place, Territory};
use ledger::{Answer, Projection, Question, Refusal, UNKNOWN, When};
use web::{App, Page, Problem, Query, Speaker, Told};

use super::{missing, near::Missing};
use crate::{
    address,
    breakdown::{Table, Writer, code as code_of, ranked},
    moment::{self, Moment},
    newest,
    picture::Picture,
    tiles::{self, Scope, Tile},
};

/// How many years the growth goes back.
const YEARS: i16 = 10;

/// The page of one place.
#[derive(Template)]
#[template(path = "territory.html")]
struct Shown {
    page: Page,
    kind: String,
    name: String,
    /// The larger places it lies in, the largest first.
    crumbs: Vec<Link>,
    /// Where else it belongs: of which kind, and which.
    also: Vec<(String, Vec<Link>)>,
    moment: moment::Shown,
    tiles: Vec<Tile>,
    since: Vec<Change>,
    /// Whether it is told as known earlier and nothing is known otherwise today.
    unchanged: bool,
    /// The next smaller places on a map.
    map: Option<String>,
    tables: Vec<Table>,
    /// The growth as a line.
    chart: Option<String>,
    years: Vec<Year>,
    /// Whether registrations are counted.
    flows: bool,
    newest: Vec<Told>,
    explore: String,
}

/// A place with its page.
struct Link {
    name: String,
    to: String,
}

/// A figure of which today another number is known.
struct Change {
    label: String,
    value: String,
    to: String,
}

/// A year of growth.
struct Year {
    year: String,
    /// Cooperatives at its end, with the page of the acts behind them.
    count: String,
    acts: String,
    registered: String,
    bar: i64,
}

/// `GET /{lang}/territories/{code}`
pub(crate) async fn show(
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    let data = app.clone();
    app.blocking(move |ledger| {
        ledger.refresh()?;
        answer(&data, page, &code, &Moment::read(query, ledger)?)
    })
    .await
}

fn answer(app: &App, page: Page, code: &str, moment: &Moment) -> Result<Response, Problem> {
    let names = app.names()?;
    let projection = app.ledger.projection();
    let territory = projection.territory();
    let speaker = Speaker { t: &page.t.clone(), names: &names, territory, day: moment.territory_day() };
    let Some(place) = territory.place(code, speaker.day) else {
        return Missing::of(page, &speaker, code, &moment.query).answer();
    };
    let here = Here { app, page: &page, speaker: &speaker, projection: &projection, moment, place };
    let scope = moment.scope(place.level, &place.code);
    let registered = newest::candidates(&projection, &scope)?;
    let found = tiles::find(&projection, &scope)?;
    let since = here.since(&found)?;
    let (kind, name) = speaker.place(place.level, &place.code);
    let explored = address::parameters(&scope.ask("cooperatives").by("sector"), app.ledger.zone());
    let shown = Shown {
        kind,
        name,
        crumbs: here.crumbs(),
        also: here.also(),
        moment: moment.show(
            &page,
            &app.ledger,
            &format!("/territories/{}", place.code),
            !territory.changes().is_empty(),
        ),
        tiles: tiles::show(&page, app.ledger.zone(), &found),
        unchanged: moment.known.is_some() && since.is_empty(),
        since,
        map: here.map(&scope)?,
        tables: here.tables(&scope)?,
        chart: here.chart(&scope)?,
        years: here.years(&scope)?,
        flows: projection.schema().measure("registrations").is_some(),
        newest: Vec::new(),
        explore: page.to(&format!("/figures?{explored}")),
        page,
    };
    drop(projection);
    let newest = newest::tell(app, &shown.page, &registered)?;
    let shown = Shown { newest, ..shown };
    web::html(shown.page.t.lang(), &shown)
}

/// What it takes to tell of a place.
struct Here<'a> {
    app: &'a App,
    page: &'a Page,
    speaker: &'a Speaker<'a>,
    projection: &'a Projection,
    moment: &'a Moment,
    place: &'a Place,
}

impl Here<'_> {
    fn link(&self, level: Level, code: &str) -> Link {
        let to = self.page.to(&format!("/territories/{code}{}", self.moment.query));
        Link { name: self.speaker.value(level.code(), code), to }
    }

    fn crumbs(&self) -> Vec<Link> {
        let up = ancestors(self.speaker.territory, self.place, self.speaker.day);
        up.into_iter().map(|place| self.link(place.level, &place.code)).collect()
    }

    /// Delegations and regions lie across each other: those to which the provinces of this place belong.
    fn also(&self) -> Vec<(String, Vec<Link>)> {
        let (territory, day) = (self.speaker.territory, self.speaker.day);
        let level = match self.place.level {
            Level::Country => return Vec::new(),
            Level::Delegation => Level::Region,
            _ => Level::Delegation,
        };
        let provinces = territory.on(day).filter(|place| place.level == Level::Province);
        let inside = provinces.filter(|province| {
            let is_above = territory.ancestor(&self.place.code, Level::Province, day) == Some(province);
            let above = territory.ancestor(&province.code, self.place.level, day);
            is_above || above.is_some_and(|place| place.code == self.place.code)
        });
        let found = inside.filter_map(|province| territory.ancestor(&province.code, level, day));
        let codes: BTreeSet<_> = found.map(|place| place.code.as_str()).collect();
        let links: Vec<_> = codes.into_iter().map(|code| self.link(level, code)).collect();
        if links.is_empty() { Vec::new() } else { vec![(self.speaker.dimension(level.code()), links)] }
    }

    /// What is known today of figures as known earlier, where that is another number.
    fn since(&self, found: &[(&tiles::Stock, Answer)]) -> Result<Vec<Change>, Problem> {
        let zone = self.app.ledger.zone();
        let Some(known) = address::known(self.moment.known, zone) else { return Ok(Vec::new()) };
        let mut today = Vec::new();
        for (stock, answer) in found {
            today.push((*stock, self.projection.answer(&answer.question.clone().known(None))?));
        }
        let (then, now) = (tiles::show(self.page, zone, found), tiles::show(self.page, zone, &today));
        let changed = now.into_iter().filter(|now| {
            let mut same = then.iter().filter(|then| then.label == now.label);
            same.all(|then| then.question.clone().known(None) != now.question || then.value != now.value)
        });
        let change = |tile: Tile| {
            let parameters = address::parameters(&tile.question, zone);
            let to = self.page.to(&format!("/figures/changes?{parameters}&since={known}"));
            Change { label: tile.label, value: tile.value, to }
        };
        Ok(changed.map(change).collect())
    }

    /// By the next smaller places, by sector, and the members by sex.
    fn tables(&self, scope: &Scope) -> Result<Vec<Table>, Problem> {
        let t = &self.page.t;
        let mut tables = Vec::new();
        if let Some((below, heading)) = below(self.place.level).filter(|_| self.has("cooperatives", "place")) {
            let answer = self.projection.answer(&scope.ask("cooperatives").by(below.code()))?;
            tables.push(self.places(&self.writer(&answer), below, t.get(heading)));
        }
        if self.has("cooperatives", "sector") {
            let answer = self.projection.answer(&scope.ask("cooperatives").by("sector"))?;
            let others = t.get("observatory-other-sectors");
            tables.push(self.writer(&answer).parted("sectors", t.get("observatory-by-sector"), &others));
        }
        if self.has("members", "sex") {
            let answer = self.projection.answer(&scope.ask("members").by("sex"))?;
            tables.push(self.writer(&answer).whole("sexes", t.get("observatory-members-by-sex")));
        }
        tables.retain(|table| !table.rows.is_empty());
        Ok(tables)
    }

    /// The next smaller places on a map, each leading to its page.
    fn map(&self, scope: &Scope) -> Result<Option<String>, Problem> {
        let below = below(self.place.level).filter(|_| self.has("cooperatives", "place"));
        let Some((below, _)) = below else { return Ok(None) };
        let answer = self.projection.answer(&scope.ask("cooperatives").by(below.code()))?;
        let map = Picture::of(self.speaker, &answer, |code| self.link(below, code).to);
        Ok(map.and_then(|map| map.html()))
    }

    /// The cooperatives at the end of each of the last years, as a line.
    fn chart(&self, scope: &Scope) -> Result<Option<String>, Problem> {
        if !self.has("cooperatives", "place") {
            return Ok(None);
        }
        let answer = self.by_year(scope, "cooperatives")?;
        let chart = Picture::of(self.speaker, &answer, |_| String::new());
        Ok(chart.and_then(|chart| chart.html()))
    }

    /// A measure in each of the last years.
    fn by_year(&self, scope: &Scope, measure: &str) -> Result<Answer, Refusal> {
        let from = Date::new(scope.date.year().saturating_sub(YEARS - 1), 1, 1).ok();
        let when = When::During { from, to: scope.date };
        self.projection.answer(&Question { when, ..scope.ask(measure) }.by("year"))
    }

    fn writer<'a>(&'a self, answer: &'a Answer) -> Writer<'a> {
        Writer { page: self.page, speaker: self.speaker, zone: self.app.ledger.zone(), answer }
    }

    /// The table of the places of kind `below` in this one, those without a cooperative included.
    fn places(&self, writer: &Writer<'_>, below: Level, heading: String) -> Table {
        let (territory, day) = (self.speaker.territory, self.speaker.day);
        // Whose province each is, is worth a word only where a delegation crosses regions.
        let crosses = self.place.level == Level::Delegation && self.also().iter().any(|(_, regions)| regions.len() > 1);
        let mut table = writer.whole("places", heading);
        let told: Vec<_> = ranked(writer.answer).into_iter().map(code_of).collect();
        let inside = |code: &&str| {
            let above = territory.ancestor(code, self.place.level, day);
            above.is_some_and(|place| place.code == self.place.code)
        };
        let rest: Vec<_> = missing(territory, day, below, &told).into_iter().filter(inside).collect();
        for code in &rest {
            table.rows.push(writer.written(self.speaker.value(below.code(), code), 0, &[*code]));
        }
        for (row, code) in table.rows.iter_mut().zip(told.iter().chain(&rest)).filter(|(_, code)| **code != UNKNOWN) {
            row.to = Some(self.link(below, code).to);
            let region = territory.ancestor(code, Level::Region, day).filter(|_| crosses);
            row.beside = region.map(|region| self.speaker.value("region", &region.code));
        }
        table
    }

    /// The cooperatives at the end of each of the last years, and those registered in each.
    fn years(&self, scope: &Scope) -> Result<Vec<Year>, Problem> {
        if !self.has("cooperatives", "place") {
            return Ok(Vec::new());
        }
        let counts = self.by_year(scope, "cooperatives")?;
        let registrations = self.projection.schema().measure("registrations");
        let flows = registrations.map(|_| self.by_year(scope, "registrations")).transpose()?;
        let longest = counts.lines.iter().map(|line| line.amount).max().unwrap_or(0).max(1);
        let year = |line: &ledger::Line| {
            let year = code_of(line);
            let end = year.parse().ok().and_then(|year| Date::new(year, 12, 31).ok())?.min(scope.date);
            let question = Question { when: When::On(end), ..scope.ask("cooperatives") };
            let acts = address::parameters(&question, self.app.ledger.zone());
            let registered = flows.iter().flat_map(|flow| &flow.lines).find(|flow| code_of(flow) == year);
            Some(Year {
                year: year.to_owned(),
                count: self.page.t.number(line.amount),
                acts: self.page.to(&format!("/figures/acts?{acts}")),
                registered: self.page.t.number(registered.map_or(0, |line| line.amount)),
                bar: line.amount.max(0).saturating_mul(100) / longest,
            })
        };
        Ok(counts.lines.iter().filter_map(year).collect())
    }

    fn has(&self, measure: &str, dimension: &str) -> bool {
        let schema = self.projection.schema();
        let described = schema.measure(measure).and_then(|id| schema.describe(id));
        described.is_some_and(|measure| measure.dimensions.contains(&dimension))
    }
}

/// The places above one, the largest first.
fn ancestors<'a>(territory: &'a Territory, place: &Place, day: Date) -> Vec<&'a Place> {
    let above = |level: &Level| territory.ancestor(&place.code, *level, day).filter(|up| up.code != place.code);
    [Level::Country, Level::Region, Level::Province].iter().filter_map(above).collect()
}

/// The kind of place by which a place is told, with the heading of that table.
const fn below(level: Level) -> Option<(Level, &'static str)> {
    match level {
        Level::Country => Some((Level::Region, "observatory-by-region")),
        Level::Region | Level::Delegation => Some((Level::Province, "observatory-by-province")),
        Level::Province => Some((Level::Commune, "observatory-by-commune")),
        Level::Commune => None,
    }
}
