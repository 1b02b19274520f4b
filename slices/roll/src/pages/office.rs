//! One office: who holds it, by which paper, and how it is ended before its term.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::Error;
use web::{App, Form, Page, Problem, Query, Visitor, Wrong, fields::Sent};

use super::{
    Step, When, conflict,
    offices::{Offices, Shown},
    own, to_offices,
};
use crate::{
    book::Book,
    office::{Ended, Office},
    people, store,
};

#[derive(Template)]
#[template(path = "office.html")]
struct OfficePage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    shown: Shown,
    /// The papers: of the appointment and, once it is over by one, of the end.
    documents: Vec<[String; 2]>,
    /// How it is ended, by who may, while somebody holds it.
    step: Option<Step>,
}

/// An office that somebody looks at.
struct Opened {
    book: Book,
    offices: Offices,
    office: Office,
}

impl Opened {
    fn of(app: &App, book: Book, visitor: &Visitor, nth: &str) -> Result<Self, Problem> {
        let is_meant = |office: &&Office| office.nth.to_string() == nth;
        let offices = Offices::of(app, &book, visitor, |all| {
            all.iter().filter(is_meant).map(|office| office.holder.clone()).collect()
        })?;
        let office = offices.all.iter().find(is_meant).cloned();
        let office =
            office.ok_or_else(|| Problem::NotFound { what: "office", id: nth.to_owned(), near: Vec::new() })?;
        Ok(Self { book, offices, office })
    }

    fn is_held(&self) -> bool {
        self.office.is_held(&self.book.roll, self.book.today)
    }

    fn form(&self, page: &Page, when: &When) -> Step {
        let address = page.to(&format!("/cooperatives/{}/offices/{}", self.book.number, self.office.nth));
        Step::new(address, self.offices.changes, when.fields(&page.t).into())
    }

    fn look(&self, page: Page, step: Option<Step>, errors: Vec<Wrong>) -> OfficePage {
        let t = &page.t;
        let office = &self.office;
        let papers = [("appointed", Some(&office.document)), ("ended", office.ended.as_ref().map(|end| &end.document))];
        let said =
            papers.into_iter().filter_map(|(what, paper)| Some((what, paper.filter(|paper| !paper.is_empty())?)));
        OfficePage {
            shown: self.offices.shown(t, &self.book, office),
            documents: said.map(|(what, paper)| [t.get(&format!("roll-paper-{what}")), paper.clone()]).collect(),
            errors,
            number: self.book.number.clone(),
            name: self.book.name.clone(),
            step,
            page,
        }
    }
}

/// `GET /{lang}/cooperatives/{number}/offices/{nth}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((number, nth)): Path<(String, String)>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let book = Book::open(&data, &page.t, &visitor, &number)?;
        let opened = Opened::of(&data, book, &visitor, &nth)?;
        let when = When { on: opened.book.today.to_string(), ..When::default() };
        let step = (opened.book.keeps && opened.is_held()).then(|| opened.form(&page, &when));
        Ok::<_, Problem>(opened.look(page, step, Vec::new()))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// `POST /{lang}/cooperatives/{number}/offices/{nth}`: shows what the end would do or, if that was seen, writes it down.
pub(super) async fn end(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((number, nth)): Path<(String, String)>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let sure = sent.query.flag("sure");
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let book = Book::to_keep(&data, &page.t, &visitor, &number)?;
        let opened = Opened::of(&data, book, &visitor, &nth)?;
        let when = When::read(&mut sent);
        let on = when.judged(&mut sent, &opened.book);
        if on.is_some_and(|on| on < opened.office.since) {
            sent.refuse("on", "", "roll-wrong-before-office");
        }
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if version != opened.offices.changes || !opened.is_held() {
            errors.push(conflict());
        }
        let step = opened.form(&page, &when);
        let Some(on) = on.filter(|_| errors.is_empty()) else {
            return Ok::<_, Problem>(Err(opened.look(page, Some(step), errors)));
        };
        let t = &page.t;
        let shown = opened.offices.shown(t, &opened.book, &opened.office);
        let effect = vec![[shown.function, shown.name, t.with("roll-office-ended", &[("day", &t.day(on))])]];
        let step = Step { effect, ready: true, ..step };
        if !sure {
            return Ok(Err(opened.look(page, Some(step), Vec::new())));
        }
        if !write(&data, &visitor, &opened, &Ended { on, document: when.paper })? {
            return Ok(Err(opened.look(page, Some(step), vec![conflict()])));
        }
        Ok(Ok(to_offices(&page, &opened.book.number)))
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// Writes it down, unless somebody was faster; whose office was ended, by whom, is noted.
fn write(app: &App, visitor: &Visitor, opened: &Opened, ended: &Ended) -> Result<bool, Problem> {
    let (number, office) = (&opened.book.number, &opened.office);
    let now = app.ledger.clock().now();
    let done = app.ledger.db().write_alone::<_, Error>(|conn| {
        if !opened.offices.are_unchanged(conn, &opened.book)? {
            return Ok(false);
        }
        store::end(conn, number, office.nth, ended)?;
        people::note_change(conn, &opened.book, opened.offices.person(&office.holder), visitor, now)?;
        Ok(true)
    })?;
    Ok(done)
}
