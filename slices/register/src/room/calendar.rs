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
    store,
};
use crate::{Duty, Threshold, What, due};

/// So many days before one is reminded: a general meeting must be called in the meantime.
const REMIND_DAYS: u16 = 30;
/// So many days before a certificate ends: another one is made in a minute.
const REMIND_CERTIFICATE_DAYS: u16 = 7;

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
        let to = |page_of: &str| format!("{origin}{}", page.to(&format!("/cooperatives/{}/{page_of}", room.number)));
        let certificate = ledger.db().read(|conn| store::certificate(conn, &room.number, room.today))?;
        let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).to_owned();
        let calendar = Calendar {
            name: page.t.with("register-calendar-name", &[("name", &room.name)]),
            made_at: ledger.clock().now(),
            entries: entries(&page.t, &room, certificate, &to, &host),
        };
        Ok::<_, Problem>((room.number, calendar.text()))
    });
    let (number, text) = text.await?;
    let number: String = number.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let disposition = format!("attachment; filename=\"{number}.ics\"");
    let headers = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, text).into_response())
}

/// What is due on a day, the year that has begun included: who writes it down in time is not reminded too late. Then the last day of
/// the certificate that was made last. `to` gives the address of a page of the cooperative.
fn entries(
    t: &Messages,
    room: &Room,
    certificate: Option<Duty>,
    to: &impl Fn(&str) -> String,
    host: &str,
) -> Vec<Entry> {
    let id = |what: &str| format!("{what}.{}@{host}", room.number);
    let next_year = date(room.today.year().saturating_add(1), 1, 1);
    let due = due(&room.now(), next_year).into_iter().chain(certificate);
    let entry = |duty: Duty| {
        let on = duty.until?;
        // What is of no year is known by its last day; another one is another entry.
        let which = duty.what.year().map_or_else(|| on.to_string(), |year| year.to_string());
        Some(Entry {
            id: id(&format!("{}-{which}", duty.what.code())),
            on,
            says: duty.tell(t),
            more: more(t, &duty),
            url: to(&duty.what.page()),
            remind_days: if duty.what == What::Certificate { REMIND_CERTIFICATE_DAYS } else { REMIND_DAYS },
        })
    };
    due.filter_map(entry).collect()
}

/// Where it is asked for.
fn more(t: &Messages, duty: &Duty) -> String {
    duty.rule.map_or_else(|| t.get("register-act-organ_appointed"), |rule| cited(t, rule))
}

/// What a rule is called, where it stands, and whether that is confirmed.
fn cited(t: &Messages, rule: &Threshold) -> String {
    let name = t.get(&format!("register-rule-{}", rule.rule));
    let article = Some(rule.cites(t)).filter(|article| !article.is_empty());
    let unconfirmed = (!rule.is_confirmed()).then(|| t.get("register-rules-unconfirmed"));
    let parts = [Some(name), article, unconfirmed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
