//! What is due from a cooperative as a calendar to take along, with a reminder of each.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use web::{App, FRESH, Messages, Origin, Page, Problem, Query, Visitor};

use super::{
    Room,
    ics::{Calendar, Entry},
};
use crate::{Duty, Threshold, What, agenda_of_the_year, ahead};

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
        let to = |path: &str| format!("{origin}{}", page.to(path));
        let due = ledger.db().read(|conn| agenda_of_the_year(conn, &room.number, &room.now(), room.today))?;
        let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).to_owned();
        let calendar = Calendar {
            name: page.t.with("register-calendar-name", &[("name", &room.name)]),
            made_at: ledger.clock().now(),
            entries: entries(&page.t, &room.number, due, &to, &host),
        };
        Ok::<_, Problem>((room.number, calendar.text()))
    });
    let (number, text) = text.await?;
    let number: String = number.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let disposition = format!("attachment; filename=\"{number}.ics\"");
    let headers = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, text).into_response())
}

/// What is due on a day. `to` gives the address of a page.
fn entries(t: &Messages, number: &str, due: Vec<Duty>, to: &impl Fn(&str) -> String, host: &str) -> Vec<Entry> {
    let entry = |duty: Duty| {
        let on = duty.until?;
        // Of what comes again and again, such as a term, another last day is another entry.
        let which = match duty.what {
            What::Meeting(_) | What::Accounts(_) | What::Finding { .. } => duty.what.key(),
            _ => format!("{}-{on}", duty.what.key()),
        };
        Some(Entry {
            id: format!("{which}.{number}@{host}"),
            on,
            says: duty.tell(t),
            more: more(t, &duty),
            url: to(&duty.what.page(number)),
            // Another certificate is made in a minute.
            remind_days: if duty.what == What::Certificate { ahead::AGAIN_DAYS } else { ahead::FIRST_DAYS },
        })
    };
    due.into_iter().filter_map(entry).collect()
}

/// Where it is asked for and, of a meeting, by when to call it.
fn more(t: &Messages, duty: &Duty) -> String {
    let by_act = if duty.what == What::Term { "register-act-organ_appointed" } else { "register-visits" };
    let asked = duty.rule.map_or_else(|| t.get(by_act), |rule| cited(t, rule));
    let call =
        duty.call_by().map(|(day, rule)| format!("{} {} ({})", t.get("register-due-call"), t.day(day), cited(t, rule)));
    [Some(asked), call].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What a rule is called, where it stands, and whether that is confirmed.
fn cited(t: &Messages, rule: &Threshold) -> String {
    let name = t.get(&format!("register-rule-{}", rule.rule));
    let article = Some(rule.cites(t)).filter(|article| !article.is_empty());
    let unconfirmed = (!rule.is_confirmed()).then(|| t.get("register-rules-unconfirmed"));
    let parts = [Some(name), article, unconfirmed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
