//! What has just been recorded, and what has been published, as feeds.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::Timestamp;
use ledger::Act;
use web::{App, Origin, Page, Problem, Told};

use crate::{bulletins, described, store::Release};

/// How many entries a feed has.
const COUNT: usize = 50;

/// A feed, as RFC 4287 asks.
#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    page: Page,
    origin: String,
    /// Where it is, and where the page is that says the same.
    paths: [&'static str; 2],
    title: String,
    updated: Timestamp,
    entries: Vec<Entry>,
}

/// An act or a bulletin.
struct Entry {
    id: String,
    title: String,
    updated: Timestamp,
    path: Option<String>,
    says: String,
}

/// `GET /{lang}/feed/acts.atom`
pub(crate) async fn acts(State(app): State<App>, page: Page, Origin(origin): Origin) -> Result<Response, Problem> {
    let data = app.clone();
    let feed = app.blocking(move |ledger| {
        ledger.refresh()?;
        let acts = web::latest(ledger, COUNT as i64)?;
        let told = web::tell(&data, &page, &acts, true)?;
        let entries = acts.iter().zip(told).map(|(act, told)| of_act(&data, &page, act, told)).collect();
        Ok::<_, Problem>(feed(page, origin, ["/feed/acts.atom", ""], "observatory-feed", entries))
    });
    answer(&feed.await?)
}

/// `GET /{lang}/feed/releases.atom`
pub(crate) async fn releases(State(app): State<App>, page: Page, Origin(origin): Origin) -> Result<Response, Problem> {
    let data = app.clone();
    let releases = app.blocking(move |_| bulletins::latest(&data, COUNT)).await?;
    let entries = releases.iter().map(|release| of_release(&app, &page, release)).collect();
    answer(&feed(page, origin, ["/feed/releases.atom", "/bulletins"], "observatory-bulletins", entries))
}

fn answer(feed: &Feed) -> Result<Response, Problem> {
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.render()?).into_response())
}

fn feed(page: Page, origin: String, paths: [&'static str; 2], title: &str, entries: Vec<Entry>) -> Feed {
    let updated = entries.first().map_or(Timestamp::UNIX_EPOCH, |entry| entry.updated);
    Feed { title: page.t.get(title), page, origin, paths, updated, entries }
}

/// An act, without what could be about a person.
fn of_act(app: &App, page: &Page, act: &Act, told: Told) -> Entry {
    let t = &page.t;
    let (subject, path) = told.subject.unzip();
    let day = told.effective_on.map_or_else(|| t.get("web-told-day-unknown"), |on| t.day(on));
    let detail = told.detail.filter(|_| !app.withholds(act));
    let number = t.with("web-told-number", &[("seq", &t.number(act.seq))]);
    Entry {
        id: format!("urn:sha256:{}", act.hash),
        title: [Some(told.what), subject].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        updated: act.recorded_at,
        path: path.flatten(),
        says: [Some(day), detail, Some(number)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

fn of_release(app: &App, page: &Page, release: &Release) -> Entry {
    Entry {
        id: format!("urn:sha256:{}", release.seal),
        title: release.title(page.t.lang()).to_owned(),
        updated: release.published_at,
        path: Some(page.to(&format!("/bulletins/{}", release.number))),
        says: described::known(page, &app.ledger, Some(release.known)),
    }
}
