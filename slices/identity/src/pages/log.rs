//! The audit log: all of it for auditors, what concerns oneself for everyone.

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use kernel::Timestamp;
use ledger::Ledger;
use web::{App, Page, Problem, Query, Visitor, Wrong};

use super::{own::account_of, time};
use crate::{
    AccountId, Error, PersonId, account,
    audit::{self, Event, Filter},
};

/// How many lines a page shows.
const AT_ONCE: i64 = 100;

/// The page.
#[derive(Template)]
#[template(path = "log.html")]
struct LogPage {
    page: Page,
    /// Whether it is about who looks only.
    is_own: bool,
    events: Vec<(&'static str, String, bool)>,
    /// The other filters, which the form keeps.
    hidden: Vec<(&'static str, String)>,
    lines: Vec<Shown>,
    next: Option<String>,
}

/// A line as people read it.
struct Shown {
    at: String,
    what: String,
    by: Option<String>,
    is_mine: bool,
    about: Option<String>,
    action: Option<String>,
    resource: Option<String>,
}

fn shown(page: &Page, ledger: &Ledger, lines: Vec<audit::Line>, me: Option<&AccountId>) -> Vec<Shown> {
    // Eight digits tell people of one page apart.
    let short = |id: &str| id.get(..8).unwrap_or_default().to_owned();
    let shown = lines.into_iter().map(|line| Shown {
        at: time(page, ledger, line.at),
        what: page.t.get(&format!("identity-event-{}", line.event.code())),
        is_mine: me.is_some() && line.account.as_ref() == me,
        by: line.account.map(|id| short(id.as_str())),
        about: line.person.map(|id| short(id.as_str())),
        action: line.action,
        resource: line.resource,
    });
    shown.collect()
}

/// `GET /{lang}/account/log`
pub(super) async fn mine(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = account_of(&visitor)?;
    let shown = app.blocking(move |ledger| {
        let lines = ledger.db().read(|conn| {
            let persons = account::persons(conn, &id)?;
            audit::about(conn, &persons, &id, AT_ONCE)
        });
        let lines = shown(&page, ledger, lines?, Some(&id));
        Ok::<_, Error>(LogPage { page, is_own: true, events: Vec::new(), hidden: Vec::new(), lines, next: None })
    });
    let shown = shown.await?;
    super::own(&shown.page, &shown, StatusCode::OK)
}

/// `GET /{lang}/audit?event=…&account=…&person=…&before=…`
pub(super) async fn all(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    mut query: Query,
) -> Result<Response, Problem> {
    let reader = account_of(&visitor)?;
    let [event, account, person, before] = ["event", "account", "person", "before"].map(|name| {
        let value = query.one(name).unwrap_or_default();
        (name, value)
    });
    let read_event = Event::of(&event.1);
    let read_account: Option<AccountId> = account.1.parse().ok();
    let read_person: Option<PersonId> = person.1.parse().ok();
    let read_before: Option<Timestamp> = before.1.parse().ok();
    let known = [read_event.is_some(), read_account.is_some(), read_person.is_some(), read_before.is_some()];
    let said = [&event, &account, &person, &before];
    for ((name, value), known) in said.into_iter().zip(known) {
        if !value.is_empty() && !known {
            query.wrong(Wrong::new(name, value, "leave it out, or take it from a page").told("identity-wrong-filter"));
        }
    }
    query.finish()?;
    let events = Event::ALL.iter().map(|event| {
        let says = page.t.get(&format!("identity-event-{}", event.code()));
        (event.code(), says, Some(*event) == read_event)
    });
    let events = events.collect();
    let filter = Filter { event: read_event, account: read_account, person: read_person, before: read_before };
    let hidden: Vec<_> = [account, person].into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let shown = app.blocking(move |ledger| {
        let lines = ledger.db().write_alone(|conn| {
            let lines = audit::all(conn, &filter, AT_ONCE)?;
            // Who watches is watched: the reading is a line of its own, below those that were read.
            let read = audit::Line::new(Event::Read, ledger.clock().now()).by(Some(&reader)).doing("see_audit");
            audit::add(conn, &filter.person.iter().fold(read, |line, person| line.about(person)))?;
            Ok::<_, Error>(lines)
        })?;
        let last = lines.last().filter(|_| i64::try_from(lines.len()) == Ok(AT_ONCE));
        let next = last.map(|line| {
            let mut address = format!("{}?event={}&before={:.6}", page.to("/audit"), event.1, line.at);
            for (name, value) in &hidden {
                address.push_str(&format!("&{name}={value}"));
            }
            address
        });
        let lines = shown(&page, ledger, lines, None);
        Ok::<_, Error>(LogPage { page, is_own: false, events, hidden, lines, next })
    });
    let shown = shown.await?;
    super::own(&shown.page, &shown, StatusCode::OK)
}
