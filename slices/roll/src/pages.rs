//! The pages of the roll.

mod acting;
mod admit;
mod appointment;
mod import;
mod leave;
mod member;
mod name;
mod office;
mod offices;
mod print;
mod shares;
mod show;

use askama::Template;
use axum::{
    Router,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use kernel::Date;
use register::acts::CooperativeAct;
use web::{
    App, Messages, Page, Problem, Wrong,
    fields::{Field, Input, Sent},
};

use crate::{
    book::Book,
    change::{self, Finding},
    effect, form,
};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/cooperatives/{number}/acting", get(acting::show).post(acting::change))
        .route("/cooperatives/{number}/members", get(show::show))
        .route("/cooperatives/{number}/members/admit", get(admit::show).post(admit::admit))
        .route("/cooperatives/{number}/members/import", get(import::show).post(import::take))
        .route("/cooperatives/{number}/members/pdf", get(print::pdf))
        .route("/cooperatives/{number}/members/template", get(import::template))
        .route("/cooperatives/{number}/members/xlsx", get(print::xlsx))
        .route("/cooperatives/{number}/members/{id}", get(member::show).post(leave::leave))
        .route("/cooperatives/{number}/members/{id}/name", get(name::show).post(name::put))
        .route("/cooperatives/{number}/members/{id}/shares", get(shares::show).post(shares::put))
        .route("/cooperatives/{number}/offices", get(offices::show).post(offices::appoint))
        .route("/cooperatives/{number}/offices/{nth}", get(office::show).post(office::end))
}

/// A change that is being made: its form and, once it was looked through, what it would do.
pub(crate) struct Step {
    /// Where its form is sent.
    address: String,
    version: i64,
    fields: Vec<Field>,
    /// What would be otherwise: what, before, after.
    effect: Vec<[String; 3]>,
    findings: Vec<Said>,
    /// Whether it may be recorded as it stands.
    ready: bool,
}

/// What a rule says of a change, as people read it.
struct Said {
    says: String,
    stops: bool,
    rule: String,
    article: String,
}

impl Said {
    fn of(t: &Messages, finding: &Finding) -> Self {
        let rule = finding.rule;
        Self {
            says: finding.tell(t),
            stops: finding.stops(),
            rule: t.get(&format!("register-rule-{}", rule.rule)),
            article: if rule.is_confirmed() { rule.cites(t) } else { t.get("register-rules-unconfirmed") },
        }
    }
}

impl Step {
    /// A form that was not sent yet, or was not right.
    fn new(address: String, version: i64, fields: Vec<Field>) -> Self {
        Self { address, version, fields, effect: Vec::new(), findings: Vec::new(), ready: false }
    }

    /// With what the change would do, and what else rules say of it.
    fn looked_through(self, t: &Messages, book: &Book, acts: &[CooperativeAct], more: Vec<Finding>) -> Self {
        let findings = [change::findings(book, acts), more].concat();
        let ready = !findings.iter().any(Finding::stops);
        let effect = effect::told(t, &book.life.last(), acts, book.today);
        Self { effect, findings: findings.iter().map(|finding| Said::of(t, finding)).collect(), ready, ..self }
    }
}

/// The day of a change and the paper that says it.
#[derive(Clone, Debug, Default)]
struct When {
    on: String,
    paper: String,
}

impl When {
    fn read(sent: &mut Sent) -> Self {
        Self { on: sent.line("on"), paper: sent.line("paper") }
    }

    fn fields(&self, t: &Messages) -> [Field; 2] {
        [Field::new(t, "roll", "on", &*self.on, Input::Day), Field::new(t, "roll", "paper", &*self.paper, Input::Line)]
    }

    /// The day, if it is one on which the cooperative existed. What comes from paper names it.
    fn judged(&self, sent: &mut Sent, book: &Book) -> Option<Date> {
        if book.on_paper && self.paper.is_empty() {
            sent.refuse("paper", "", "roll-wrong-paper");
        }
        let on = form::day(sent, "on", &self.on, book.today)?;
        if !book.life.existed_on(on) {
            sent.refuse("on", "", "roll-wrong-before");
            return None;
        }
        Some(on)
    }
}

/// That somebody else changed the roll or the offices since the form was shown.
fn conflict() -> Wrong {
    Wrong::new("version", "", "somebody was faster").told("roll-wrong-conflict")
}

/// A page with what is wrong in the form that was sent.
fn own(page: &Page, template: &impl Template, errors: &[Wrong]) -> Result<Response, Problem> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, web::html(page.t.lang(), template)?).into_response())
}

/// On to another page of the roll after a form was taken.
fn onward(page: &Page, number: &str, rest: &str) -> Response {
    Redirect::to(&page.to(&format!("/cooperatives/{number}/members{rest}"))).into_response()
}

/// Back to who acts for the cooperative after a form was taken.
fn to_acting(page: &Page, number: &str) -> Response {
    Redirect::to(&page.to(&format!("/cooperatives/{number}/acting"))).into_response()
}

/// Back to who runs the cooperative after a form was taken.
fn to_offices(page: &Page, number: &str) -> Response {
    Redirect::to(&page.to(&format!("/cooperatives/{number}/offices"))).into_response()
}
