//! One member: what is known, what happened, and what can be done.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::{Error, Site};
use register::Departure;
use web::{App, Messages, Page, Problem, Query, Visitor, Wrong};

use super::{Step, leave, own, show::Row};
use crate::{
    book::Book,
    people::{self, Known, People},
    roll::{Line, Membership},
    store,
};

#[derive(Template)]
#[template(path = "member.html")]
pub(super) struct MemberPage {
    pub(super) page: Page,
    pub(super) errors: Vec<Wrong>,
    number: String,
    name: String,
    row: Row,
    /// What is known: what it is called, what it says.
    facts: Vec<[String; 2]>,
    /// What happened, the newest first: the day, what.
    lines: Vec<[String; 2]>,
    /// How the member leaves, while there is somebody to leave.
    step: Option<Step>,
}

/// `GET /{lang}/cooperatives/{number}/members/{id}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((number, id)): Path<(String, String)>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let book = Book::open(&data, &page.t, &visitor, &number)?;
        let member = found(&book, &id)?.clone();
        let people = people::of(&data, &book, concerned(&book, &member), &visitor)?;
        let step = (book.keeps && member.left.is_none()).then(|| leave::begin(&page, &book, &member, &people));
        let excluded = excluded(&data, &page.t, &book, &member, &people)?;
        let mut shown = look(page, &book, &member, &people, step, Vec::new());
        shown.facts.extend(excluded);
        Ok::<_, Problem>(shown)
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// The last membership of a member.
pub(super) fn found<'a>(book: &'a Book, id: &str) -> Result<&'a Membership, Problem> {
    let found = book.roll.memberships.iter().rfind(|member| member.id == id);
    found.ok_or_else(|| Problem::NotFound { what: "member", id: id.to_owned(), near: Vec::new() })
}

/// Those whose names are on the page: the member, all to whom shares may go, and those to whom some went.
pub(super) fn concerned<'a>(book: &'a Book, member: &'a Membership) -> impl Iterator<Item = &'a Membership> {
    let named = |other: &Membership| {
        other.id == member.id
            || (book.keeps && member.left.is_none() && other.left.is_none())
            || member
                .lines
                .iter()
                .any(|(_, line)| matches!(line, Line::Got(_, id) | Line::Gave(_, id) if *id == other.id))
    };
    book.roll.memberships.iter().filter(move |other| named(other))
}

pub(super) fn look(
    page: Page,
    book: &Book,
    member: &Membership,
    people: &People,
    step: Option<Step>,
    errors: Vec<Wrong>,
) -> MemberPage {
    let t = &page.t;
    let row = super::show::row(t, book, member, people);
    let facts = people.get(&member.id).map(|known| facts(t, known)).unwrap_or_default();
    let mut lines: Vec<_> =
        book.roll.memberships.iter().filter(|one| one.id == member.id).flat_map(|one| &one.lines).collect();
    lines.reverse();
    let lines = lines
        .into_iter()
        .map(|(on, line)| [on.map_or_else(|| t.get("web-unknown"), |on| t.day(on)), told(t, line, people)]);
    MemberPage {
        errors,
        number: book.number.clone(),
        name: book.name.clone(),
        row,
        facts,
        lines: lines.collect(),
        step,
        page,
    }
}

fn facts(t: &Messages, known: &Known) -> Vec<[String; 2]> {
    let details = known.details.clone().unwrap_or_default();
    let facts = [
        ("name_fr", known.name_fr.clone()),
        ("identity_number", details.identity_number.map(|number| number.to_string())),
        ("born_on", details.born_on.map(|day| t.day(day))),
        ("phone", known.phone.clone().or_else(|| details.phone.map(|phone| phone.to_string()))),
    ];
    let said = facts.into_iter().filter_map(|(name, text)| Some([t.get(&format!("roll-field-{name}")), text?]));
    said.collect()
}

/// Of who was excluded: on which ground, when formal notice was received, and why. Who reads it is noted with the member.
fn excluded(
    app: &App,
    t: &Messages,
    book: &Book,
    member: &Membership,
    people: &People,
) -> Result<Vec<[String; 2]>, Problem> {
    let left = member.left.filter(|left| left.why == Some(Departure::Excluded)).and_then(|left| left.on);
    let Some(left_on) = left else { return Ok(Vec::new()) };
    let vault = Site::vault_of(app)?;
    let known = people.get(&member.id).filter(|known| known.details.is_some());
    let person = known.and_then(|known| known.kept.person.as_ref());
    let read = app.ledger.db().read(|conn| {
        let Some(kept) = store::excluded(conn, (&book.number, &member.id), left_on)? else { return Ok(None) };
        let reason = person.map(|person| kept.reason(conn, &vault, person)).transpose()?.flatten();
        Ok::<_, Error>(Some((kept, reason)))
    });
    let Some((kept, reason)) = read? else { return Ok(Vec::new()) };
    let ground = t.get(&format!("roll-ground-{}", kept.ground.code()));
    let facts = [
        ("roll-excluded-ground", Some(ground)),
        ("roll-excluded-notice", kept.notice_on.map(|day| t.day(day))),
        ("roll-excluded-reason", reason),
    ];
    Ok(facts.into_iter().filter_map(|(key, says)| Some([t.get(key), says?])).collect())
}

fn told(t: &Messages, line: &Line, people: &People) -> String {
    let name = |id: &String| people.get(id).and_then(Known::name).unwrap_or_else(|| t.get("roll-nameless"));
    let shares = |count: i64| t.count("roll-shares-count", count);
    match line {
        Line::Admitted(None) => t.get("roll-admitted"),
        Line::Admitted(Some(count)) => format!("{} · {}", t.get("roll-admitted"), shares(*count)),
        Line::Took(count) => t.with("roll-took", &[("shares", &shares(*count))]),
        Line::Reimbursed(count) => t.with("roll-reimbursed", &[("shares", &shares(*count))]),
        Line::Got(count, from) => t.with("roll-got", &[("shares", &shares(*count)), ("name", &name(from))]),
        Line::Gave(count, to) => t.with("roll-gave", &[("shares", &shares(*count)), ("name", &name(to))]),
        Line::Left(why) => why.map_or_else(|| t.get("roll-left"), |why| t.get(&format!("roll-why-{why}"))),
    }
}
