//! The pages of bulletins. They are never kept: publishing records no act, by which pages that are kept go stale.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::Timestamp;
use web::{App, FRESH, Page, Problem, Query, Speaker};

use super::{Block, Document, Number, Run, open, releases};
use crate::{address, described, store::Release};

/// How many changed numbers are told.
const CHANGES: usize = 8;

/// The list of bulletins.
#[derive(Template)]
#[template(path = "bulletins.html")]
struct Index {
    page: Page,
    bulletins: Vec<Listed>,
}

struct Listed {
    title: String,
    to: String,
    number: String,
    on: String,
    known: String,
    /// Whether another corrects it.
    corrected: bool,
}

/// A bulletin.
#[derive(Template)]
#[template(path = "bulletin.html")]
struct Shown {
    page: Page,
    number: String,
    title: String,
    on: String,
    known: String,
    published: String,
    head: String,
    head_hash: String,
    seal: String,
    /// None if it no longer says what it said.
    document: Option<Document>,
    /// The one that it corrects, its page, and why.
    corrects: Option<(String, String, String)>,
    corrections: Vec<Change>,
    /// The one that corrects it, and its page.
    corrected_by: Option<(String, String)>,
    today: Vec<Change>,
    /// How many more numbers have changed.
    more: i64,
}

/// A number that is another now.
struct Change {
    what: String,
    before: String,
    after: String,
    to: String,
}

/// `GET /{lang}/bulletins`
pub(crate) async fn index(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let releases = app.blocking(move |_| releases(&data)).await?;
    let lang = page.t.lang();
    let is_corrected = |number: &String| {
        releases.iter().any(|other| other.corrects.as_ref().is_some_and(|(corrected, _)| corrected == number))
    };
    let listed = |release: &Release| Listed {
        title: release.title(lang).to_owned(),
        to: page.to(&format!("/bulletins/{}", release.number)),
        number: release.number.clone(),
        on: described::when(&page, ledger::When::On(release.day)),
        known: described::known(&page, &app.ledger, Some(release.known)),
        corrected: is_corrected(&release.number),
    };
    let bulletins = releases.iter().map(listed).collect();
    Ok((FRESH, web::html(lang, &Index { page, bulletins })?).into_response())
}

/// `GET /{lang}/bulletins/{number}`
pub(crate) async fn show(
    State(app): State<App>,
    page: Page,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |_| read(&data, page, number)).await?;
    let status = if shown.document.is_some() { StatusCode::OK } else { StatusCode::INTERNAL_SERVER_ERROR };
    Ok((status, FRESH, web::html(shown.page.t.lang(), &shown)?).into_response())
}

fn read(app: &App, page: Page, number: String) -> Result<Shown, Problem> {
    let releases = releases(app)?;
    let release = find(&releases, &number)?;
    let lang = page.t.lang();
    let opened = open(app, release, lang)?;
    let to = |number: &str| page.to(&format!("/bulletins/{number}"));
    let corrects = release.corrects.as_ref().map(|(number, why)| (number.clone(), to(number), why.clone()));
    let corrected = |other: &&Release| other.corrects.as_ref().is_some_and(|(number, _)| *number == release.number);
    let later = releases.iter().find(corrected).map(|other| (other.number.clone(), to(&other.number)));
    let before = corrects.as_ref().and_then(|(number, ..)| releases.iter().find(|other| other.number == *number));
    let (document, today, corrections) = match opened {
        None => (None, Vec::new(), Vec::new()),
        Some(opened) => (
            Some(opened.document),
            changes(app, &page, release, &opened.today, [Some(release.known), None])?,
            changes(app, &page, release, &opened.corrected, [before.map(|other| other.known), Some(release.known)])?,
        ),
    };
    let more = today.len().saturating_sub(CHANGES) as i64;
    Ok(Shown {
        title: release.title(lang).to_owned(),
        on: described::when(&page, ledger::When::On(release.day)),
        known: described::known(&page, &app.ledger, Some(release.known)),
        published: page.t.day(app.ledger.zone().to_datetime(release.published_at).date()),
        head: page.t.number(release.head_seq),
        head_hash: release.head_hash.clone(),
        seal: release.seal.clone(),
        document,
        corrects,
        corrections,
        corrected_by: later,
        today: today.into_iter().take(CHANGES).collect(),
        more,
        number,
        page,
    })
}

/// The bulletin of this number.
pub(super) fn find<'a>(releases: &'a [Release], number: &str) -> Result<&'a Release, Problem> {
    let near = || releases.iter().map(|release| release.number.clone()).collect();
    let missing = || Problem::NotFound { what: "bulletin", id: number.to_owned(), near: near() };
    releases.iter().find(|release| release.number == number).ok_or_else(missing)
}

/// Numbers that are others now, in words, each with the page that says why.
fn changes(
    app: &App,
    page: &Page,
    release: &Release,
    numbers: &[(Number, Number)],
    [since, until]: [Option<Timestamp>; 2],
) -> Result<Vec<Change>, Problem> {
    let names = app.names()?;
    let projection = app.ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: release.day };
    let zone = app.ledger.zone();
    let since = address::known(since, zone).unwrap_or_default();
    let change = |(before, after): &(Number, Number)| {
        // Of which place the bulletin tells, its title says.
        let only = after.question.only.iter().filter(|(dimension, _)| dimension != release.level.code());
        let values = only.flat_map(|(dimension, codes)| codes.iter().map(|code| speaker.value(dimension, code)));
        let what: Vec<_> = [speaker.measure(&after.question.measure)].into_iter().chain(values).collect();
        let parameters = address::parameters(&after.question.clone().known(until), zone);
        Change {
            what: what.join(" · "),
            before: described::amount(&page.t, before.amount, before.currency),
            after: described::amount(&page.t, after.amount, after.currency.or(before.currency)),
            to: page.to(&format!("/figures/changes?{parameters}&since={since}")),
        }
    };
    Ok(numbers.iter().map(change).collect())
}
