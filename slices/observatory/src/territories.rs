//! Territories: every place and every delegation with its figures, on any day and as known at any moment.

mod near;
mod place;

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::{Date, Level, Territory};
use ledger::{Answer, Question};
use web::{App, Page, Problem, Query, Speaker};

use crate::{
    address,
    breakdown::{code, ranked},
    described, figures,
    moment::{self, Moment},
};

pub(crate) use place::show;

/// The regions and the delegations.
#[derive(Template)]
#[template(path = "territories.html")]
struct Index {
    page: Page,
    moment: moment::Shown,
    /// The country: its name and its page.
    country: Option<(String, String)>,
    lists: Vec<List>,
}

/// The places of one kind with their figures.
struct List {
    level: &'static str,
    heading: String,
    /// What the columns of numbers are.
    heads: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    to: Option<String>,
    cells: Vec<Cell>,
}

/// A number with the page of the acts behind it; without one it is nothing.
struct Cell {
    value: String,
    acts: Option<String>,
}

/// What is told of each place.
const MEASURES: [&str; 3] = ["cooperatives", "members", "share_capital"];

/// `GET /{lang}/territories`
pub(crate) async fn index(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    let data = app.clone();
    let index = app
        .blocking(move |ledger| {
            ledger.refresh()?;
            list(&data, page, &Moment::read(query, ledger)?)
        })
        .await?;
    web::html(index.page.t.lang(), &index)
}

fn list(app: &App, page: Page, moment: &Moment) -> Result<Index, Problem> {
    let ledger = &app.ledger;
    let names = app.names()?;
    let projection = ledger.projection();
    let territory = projection.territory();
    let speaker = Speaker { t: &page.t, names: &names, territory, day: moment.territory_day() };
    let to = |code: &str| page.to(&format!("/territories/{code}{}", moment.query));
    let country = territory.on(speaker.day).find(|place| place.level == Level::Country);
    let country = country.map(|place| (speaker.value("country", &place.code), to(&place.code)));
    let mut lists = Vec::new();
    for (level, heading) in [(Level::Region, "observatory-regions"), (Level::Delegation, "observatory-delegations")] {
        let mut answers = Vec::new();
        for measure in MEASURES.iter().filter(|code| projection.schema().measure(code).is_some()) {
            let question = moment.scope(Level::Country, "").ask(measure).by(level.code());
            // A sum over several currencies is refused, and then not shown.
            answers.extend(projection.answer(&question).ok());
        }
        let rows = rows(&page, &speaker, ledger, level, &answers);
        let rows = rows.into_iter().map(|(code, row)| Row { to: code.map(|code| to(&code)), ..row }).collect();
        let heads = answers.iter().map(|answer| head(&page, &speaker, answer)).collect();
        lists.push(List { level: level.code(), heading: page.t.get(heading), heads, rows });
    }
    lists.retain(|list| !list.rows.is_empty());
    let moment = moment.show(&page, ledger, "/territories", !territory.changes().is_empty());
    drop(projection);
    Ok(Index { page, moment, country, lists })
}

/// What is counted, with its currency.
fn head(page: &Page, speaker: &Speaker<'_>, answer: &Answer) -> String {
    let measure = speaker.measure(answer.measure.code);
    match described::unit(page, answer, figures::currency(answer)) {
        Some(unit) => format!("{measure} ({unit})"),
        None => measure,
    }
}

/// A row for each place of a kind, by the first of the answers; those without a place last. With the code of each.
fn rows(
    page: &Page,
    speaker: &Speaker<'_>,
    ledger: &ledger::Ledger,
    level: Level,
    answers: &[Answer],
) -> Vec<(Option<String>, Row)> {
    let Some(first) = answers.first() else { return Vec::new() };
    let mut codes: Vec<&str> = ranked(first).into_iter().map(code).collect();
    codes.extend(missing(speaker.territory, speaker.day, level, &codes));
    let cell = |answer: &Answer, place: &str| {
        let line = answer.lines.iter().find(|line| code(line) == place);
        let question = Question { by: Vec::new(), ..answer.question.clone() }.only(level.code(), place);
        let acts = page.to(&format!("/figures/acts?{}", address::parameters(&question, ledger.zone())));
        let amount = |line: &ledger::Line| described::amount(&page.t, line.amount, line.currency);
        Cell { value: line.map_or_else(|| page.t.number(0), amount), acts: line.map(|_| acts) }
    };
    let row = |place: &str| {
        let cells = answers.iter().map(|answer| cell(answer, place)).collect();
        let known = (place != ledger::UNKNOWN).then(|| place.to_owned());
        (known, Row { name: speaker.value(level.code(), place), to: None, cells })
    };
    codes.into_iter().map(row).collect()
}

/// The places of a kind of which no line tells.
fn missing<'a>(territory: &'a Territory, day: Date, level: Level, told: &[&str]) -> Vec<&'a str> {
    let places = territory.on(day).filter(|place| place.level == level).map(|place| place.code.as_str());
    places.filter(|code| !told.contains(code)).collect()
}
