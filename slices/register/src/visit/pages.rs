//! The visits of a cooperative, and the form by which one is planned.

use askama::Template;
use axum::{
    Router,
    extract::{Path, State as Shared},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use kernel::Date;
use web::{App, Form, Messages, Page, Problem, Query, Visitor, Wrong};

use super::{Finding, PURPOSES, State, Visit, form::Sent, report, store, whom};
use crate::desk::pages as desk;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/cooperatives/{number}/visits", get(index).post(plan))
        .route("/desk/visits", get(whom::index))
        .route("/visits/{id}", get(report::show).post(report::change))
}

/// The page.
#[derive(Template)]
#[template(path = "visits.html")]
struct VisitsPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    visits: Vec<Line>,
    /// What is to be mended, of all visits.
    open: Vec<Shown>,
    /// The purposes to choose from: code, name, whether it is chosen.
    purposes: Vec<(&'static str, String, bool)>,
    planned_on: String,
    /// Whether who looks may plan visits.
    plans: bool,
    /// Whether who looks may come into the room of the cooperative.
    sees_room: bool,
}

/// A visit as people read it.
pub(crate) struct Line {
    pub(crate) id: i64,
    pub(crate) purpose: String,
    pub(crate) state: State,
    pub(crate) says: String,
    /// The day on which it took place, else for which it is planned.
    pub(crate) on: Date,
    /// For how many days its report is overdue.
    pub(crate) late: Option<i64>,
}

impl Line {
    /// The day on which it took place, else for which it is planned.
    pub(crate) const fn on(&self) -> Date {
        self.on
    }

    pub(crate) fn of(t: &Messages, visit: &Visit, today: Date) -> Self {
        let planned_on = visit.plan.planned_on;
        let is_late = visit.state == State::Planned && planned_on < today;
        Self {
            id: visit.id,
            purpose: t.get(&format!("register-purpose-{}", visit.plan.purpose)),
            state: visit.state,
            says: t.get(&format!("register-visit-{}", visit.state.code())),
            on: visit.held_on.unwrap_or(planned_on),
            late: is_late.then(|| (today - planned_on).get_days().into()),
        }
    }
}

/// A finding as people read it.
pub(crate) struct Shown {
    pub(crate) visit: i64,
    pub(crate) id: i64,
    pub(crate) about: String,
    pub(crate) says: String,
    pub(crate) until: Option<Date>,
    pub(crate) late: Option<i64>,
    pub(crate) mended: Option<(Date, String)>,
}

impl Shown {
    /// The id of a field in the form by which it is marked as mended.
    pub(super) fn field(&self, name: &str) -> String {
        field(name, self.id)
    }

    pub(crate) fn of(t: &Messages, finding: Finding, today: Date) -> Self {
        Self {
            visit: finding.visit,
            id: finding.id,
            about: t.get(&format!("register-about-{}", finding.found.code)),
            late: finding.late(today),
            says: finding.found.says,
            until: finding.found.until,
            mended: finding.mended,
        }
    }
}

/// The id of a field in the form of a finding.
pub(super) fn field(name: &str, finding: i64) -> String {
    format!("{name}-{finding}")
}

/// `GET /{lang}/cooperatives/{number}/visits`
async fn index(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    // What a link to the form says in advance.
    let purpose = query.one("purpose").filter(|purpose| PURPOSES.contains(&purpose.as_str()));
    query.finish()?;
    let typed = purpose.map(|purpose| Query::read(&format!("purpose={purpose}"))).unwrap_or_default();
    list(app, page, visitor, number, typed, Vec::new()).await
}

async fn list(
    app: App,
    page: Page,
    visitor: Visitor,
    number: String,
    mut typed: Query,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let t = &page.t;
        let Some((name, place)) = desk::found(ledger, t, &number)? else {
            return Err(desk::missing("cooperative", number));
        };
        let cooperative = desk::resource(ledger, &number, place.as_deref());
        visitor.may(&data, "see_visits", &cooperative)?;
        let may = |action: &str| data.policies().permits(&visitor.0, action, &cooperative).is_ok();
        let visits = ledger.db().read(|conn| store::of(conn, &number))?;
        let visits: Vec<_> = visits.into_iter().filter(|visit| may(visit.state.seen_by())).collect();
        let open = ledger.db().read(|conn| store::open_of(conn, &number))?;
        let today = ledger.today();
        let chosen = typed.one("purpose").unwrap_or_default();
        let purpose = |code: &'static str| (code, t.get(&format!("register-purpose-{code}")), code == chosen);
        Ok(VisitsPage {
            visits: visits.iter().map(|visit| Line::of(t, visit, today)).collect(),
            open: open.into_iter().map(|finding| Shown::of(t, finding, today)).collect(),
            purposes: PURPOSES.map(purpose).into(),
            planned_on: typed.one("planned_on").unwrap_or_else(|| today.to_string()),
            plans: may("keep_visits"),
            sees_room: may("see_requests"),
            number,
            name,
            errors,
            page,
        })
    });
    let shown = shown.await?;
    desk::own(&shown.page, &shown, &shown.errors)
}

/// `POST /{lang}/cooperatives/{number}/visits`
async fn plan(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let (data, t, whose, who, again) = (app.clone(), page.t.clone(), number.clone(), visitor.clone(), sent.clone());
    let planned = app.blocking(move |ledger| {
        let Some((_, place)) = desk::found(ledger, &t, &whose)? else {
            return Err(desk::missing("cooperative", whose));
        };
        who.may(&data, "keep_visits", &desk::resource(ledger, &whose, place.as_deref()))?;
        let mut read = Sent::new(&mut sent);
        let plan = read.plan(&whose, ledger.today());
        let wrong = read.wrong;
        sent.finish()?;
        let Some(plan) = plan else { return Ok(Err(wrong)) };
        let (by, now) = (desk::account(&who).to_owned(), ledger.clock().now());
        Ok(Ok(ledger.db().write(move |conn| store::plan(conn, &plan, &by, now))?))
    });
    match planned.await? {
        Ok(id) => Ok(Redirect::to(&page.to(&format!("/visits/{id}"))).into_response()),
        Err(wrong) => list(app, page, visitor, number, again, wrong).await,
    }
}
