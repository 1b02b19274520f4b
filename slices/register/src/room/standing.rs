//! The page on which a cooperative sees whether it is in good standing: rule by rule, what is missing, and what to do.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Date;
use web::{App, Messages, Page, Problem, Query, Visitor};

use super::{Lines, Room, store};
use crate::{Duty, Mark, Rule, Standing, Status, Threshold, visit};

/// The page.
#[derive(Template)]
#[template(path = "standing.html")]
struct StandingPage {
    page: Page,
    number: String,
    name: String,
    /// The day of which it tells.
    on: String,
    good: bool,
    /// Until when a certificate made today would hold.
    until: String,
    /// Until when the certificate holds that was made last; none if there was none, or its time is over.
    last: Option<String>,
    /// The message that says which status it has, if it is not active.
    status: Option<&'static str>,
    missing: Lines,
    warnings: Lines,
    to_come: Lines,
    met: Vec<Kept>,
}

/// A rule that is kept, or of which nobody can tell.
struct Kept {
    says: String,
    known: bool,
    rule: Option<&'static Threshold>,
}

/// `GET /{lang}/cooperatives/{number}/standing`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let room = Room::open(&data, &page.t, &visitor, number)?;
        let (last, found) = ledger.db().read(|conn| {
            Ok::<_, db::Error>((store::certificate(conn, &room.number, room.today)?, visit::due(conn, &room.number)?))
        })?;
        Ok::<_, Problem>(look(page, room, last.and_then(|last| last.until), found))
    });
    let shown = shown.await?;
    web::html(shown.page.t.lang(), &shown)
}

fn look(page: Page, room: Room, last: Option<Date>, found: Vec<Duty>) -> StandingPage {
    let now = room.now();
    let mut standing = Standing::of(&now, room.today);
    // What a visit found warns and takes no good standing away: no rule asks for it.
    standing.duties.extend(found.into_iter().filter(|_| now.is_asked()));
    let t = &page.t;
    let lines = |mark| Lines::of(t, &room.number, standing.marked(mark), room.today);
    let until = Rule::StandingCertificateValidFor.on(room.today).map_or(room.today, |rule| rule.ends(room.today));
    StandingPage {
        on: t.day(room.today),
        good: standing.is_good(),
        until: t.day(until),
        last: last.map(|last| t.day(last)),
        status: status(standing.status),
        missing: lines(Mark::Missing),
        warnings: lines(Mark::Warning),
        to_come: lines(Mark::ToCome),
        met: kept(t, &standing),
        number: room.number,
        name: room.name,
        page,
    }
}

/// The message that says why a status is not one of good standing.
const fn status(status: Option<Status>) -> Option<&'static str> {
    match status {
        Some(Status::Active) => None,
        Some(Status::Dormant) => Some("register-standing-dormant"),
        Some(Status::InLiquidation) => Some("register-standing-in_liquidation"),
        None => Some("register-standing-removed"),
    }
}

/// What is kept, one line for each rule, and what nobody can tell. What is asked each year stands on one line with its years.
fn kept(t: &Messages, standing: &Standing) -> Vec<Kept> {
    let mut kept: Vec<(&Duty, Vec<String>)> = Vec::new();
    for duty in standing.marked(Mark::Met) {
        let year = duty.what.year().map(|year| year.to_string());
        match kept.iter_mut().find(|(other, _)| other.what.code() == duty.what.code()) {
            Some((_, years)) => years.extend(year),
            None => kept.push((duty, year.into_iter().collect())),
        }
    }
    let met = kept.into_iter().map(|(duty, years)| {
        let says = t.with(&format!("register-standing-met-{}", duty.what.code()), &[("years", &years.join(" · "))]);
        Kept { says, known: true, rule: duty.rule }
    });
    let unknown = standing.marked(Mark::Unknown).map(|duty| {
        let says = t.get(&format!("register-standing-unknown-{}", duty.what.code()));
        Kept { says, known: false, rule: duty.rule }
    });
    met.chain(unknown).collect()
}
