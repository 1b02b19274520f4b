//! What is due from a cooperative as a calendar to take along, with a reminder of each.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use jiff::civil::date;
use web::{App, FRESH, Messages, Origin, Page, Problem, Query, Visitor};

use super::{
    Room,
    ics::{Calendar, Entry},
};
use crate::{Duty, What, due};

/// So many days before one is reminded: a general meeting must be called in the meantime.
const REMIND_DAYS: u16 = 30;

/// `GET /{lang}/cooperatives/{number}/calendar.ics`
pub(super) async fn ics(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Origin(origin): Origin,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let text = app.blocking(move |ledger| {
        let room = Room::open(&data, &page.t, &visitor, number)?;
        let url = format!("{origin}{}", page.to(&format!("/cooperatives/{}/requests", room.number)));
        let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).to_owned();
        let calendar = Calendar {
            name: page.t.with("register-calendar-name", &[("name", &room.name)]),
            made_at: ledger.clock().now(),
            entries: entries(&page.t, &room, &url, &host),
        };
        Ok::<_, Problem>((room.number, calendar.text()))
    });
    let (number, text) = text.await?;
    let number: String = number.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let disposition = format!("attachment; filename=\"{number}.ics\"");
    let headers = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, text).into_response())
}

/// What is due on a day, the year that has begun included: who writes it down in time is not reminded too late.
fn entries(t: &Messages, room: &Room, url: &str, host: &str) -> Vec<Entry> {
    let next_year = date(room.today.year().saturating_add(1), 1, 1);
    let due = due(&room.now(), next_year);
    let entry = |duty: &Duty| {
        let on = duty.until?;
        // A term is known by its end; another one is another entry.
        let year = duty.what.year().unwrap_or_default();
        let which = if duty.what == What::Term { on.to_string() } else { year.to_string() };
        Some(Entry {
            id: format!("{}-{which}.{}@{host}", duty.what.code(), room.number),
            on,
            says: duty.tell(t),
            more: more(t, duty),
            url: url.to_owned(),
            remind_days: REMIND_DAYS,
        })
    };
    due.iter().filter_map(entry).collect()
}

/// Where it is asked for, and whether that is confirmed.
fn more(t: &Messages, duty: &Duty) -> String {
    let Some(rule) = duty.rule else { return t.get("register-act-organ_appointed") };
    let name = t.get(&format!("register-rule-{}", rule.rule));
    let article = Some(rule.cites(t)).filter(|article| !article.is_empty());
    let unconfirmed = (!rule.is_confirmed()).then(|| t.get("register-rules-unconfirmed"));
    let parts = [Some(name), article, unconfirmed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
