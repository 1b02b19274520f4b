//! What has just been recorded, as a feed.

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::Timestamp;
use web::{App, Page, Problem, Told};

use crate::origin::Origin;

/// How many acts there are in it.
const COUNT: i64 = 50;

/// The feed, as RFC 4287 asks.
#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    page: Page,
    origin: String,
    updated: Timestamp,
    entries: Vec<Entry>,
}

/// An act.
struct Entry {
    hash: String,
    recorded_at: Timestamp,
    told: Told,
}

/// `GET /{lang}/feed/acts.atom`
pub(crate) async fn acts(State(app): State<App>, page: Page, Origin(origin): Origin) -> Result<Response, Problem> {
    let data = app.clone();
    let feed = app.blocking(move |_| feed(&data, page, origin)).await?;
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.render()?).into_response())
}

fn feed(app: &App, page: Page, origin: String) -> Result<Feed, Problem> {
    app.ledger.refresh()?;
    let acts = web::latest(&app.ledger, COUNT)?;
    let told = web::tell(app, &page, &acts, true)?;
    let updated = acts.first().map_or(Timestamp::UNIX_EPOCH, |act| act.recorded_at);
    let entries = acts.iter().zip(told).map(|(act, told)| {
        let detail = told.detail.filter(|_| !app.withholds(act));
        Entry { hash: act.hash.to_string(), recorded_at: act.recorded_at, told: Told { detail, ..told } }
    });
    Ok(Feed { origin, updated, entries: entries.collect(), page })
}
