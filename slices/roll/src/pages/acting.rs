//! Who acts for a cooperative here, by an account; and how an agent of its delegation lets somebody act, or no longer.

use askama::Template;
use authz::Entity;
use axum::{
    extract::{Path, State},
    response::Response,
};
use db::Conn;
use identity::{
    Account, AccountId, Contact, Error, MandateId, Site, account,
    audit::{self, Event, Line},
    entrance,
    mandate::{self, Mandate},
};
use kernel::{Date, read_day};
use ledger::Ledger;
use web::{
    App, Form, Page, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{own, to_acting};
use crate::book::Book;

/// The role of whoever acts for a cooperative.
const ROLE: &str = "Manager";

#[derive(Template)]
#[template(path = "acting.html")]
struct ActingPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    acting: Vec<Shown>,
    /// How somebody is let act, by who may say so; empty for others.
    fields: Vec<Field>,
}

/// Whoever acts, as people read it.
struct Shown {
    id: MandateId,
    name: Option<String>,
    since: Date,
    until: Option<Date>,
}

/// Who is to act, as it was typed.
#[derive(Clone, Default)]
struct Typed {
    contact: String,
    until: String,
}

impl Typed {
    fn fields(&self, page: &Page) -> Vec<Field> {
        vec![
            Field::new(&page.t, "roll", "contact", &*self.contact, Input::Line),
            Field::new(&page.t, "roll", "acts_until", &*self.until, Input::Day),
        ]
    }
}

/// `GET /{lang}/cooperatives/{number}/acting`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, number, Typed::default(), Vec::new()).await
}

async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    number: String,
    typed: Typed,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let book = Book::open(&data, &page.t, &visitor, &number)?;
        let (vault, held) = (Site::vault_of(&data)?, held(ledger, &book)?);
        let read = Line::new(Event::Read, ledger.clock().now()).by(Some(&account_of(&visitor)?));
        let read = read.doing("see_members").on(&Entity::new("Cooperative", &book.number));
        let gives = data.policies().permits(&visitor.0, "give_mandate", &book.resource(ledger)).is_ok();
        let one = |conn: &mut Conn, mandate: &Mandate| {
            let name = account::called(conn, &vault, &mandate.account, read.clone())?;
            let Mandate { id, since, until, .. } = mandate.clone();
            Ok::<_, Error>(Shown { id, name, since, until })
        };
        let acting = ledger.db().write_alone(|conn| held.iter().map(|mandate| one(conn, mandate)).collect())?;
        let fields = if gives { typed.fields(&page) } else { Vec::new() };
        let Book { number, name, .. } = book;
        Ok::<_, Problem>(ActingPage { page, errors, number, name, acting, fields })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

fn account_of(visitor: &Visitor) -> Result<AccountId, Problem> {
    visitor.account().and_then(|account| account.parse().ok()).ok_or(Problem::SignIn)
}

/// The mandates by which somebody acts for the cooperative today.
fn held(ledger: &Ledger, book: &Book) -> Result<Vec<Mandate>, Problem> {
    let all = ledger.db().read(|conn| mandate::holding(conn, ROLE, book.today))?;
    Ok(all.into_iter().filter(|mandate| mandate.role.id == book.number).collect())
}

/// `POST /{lang}/cooperatives/{number}/acting`: lets somebody act, or no longer.
pub(super) async fn change(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let (data, who, which, t) = (app.clone(), visitor.clone(), number.clone(), page.t.clone());
    let book = app.blocking(move |ledger| {
        let book = Book::open(&data, &t, &who, &which)?;
        who.may(&data, "give_mandate", &book.resource(ledger)).map(|()| book)
    });
    let (book, by) = (book.await?, account_of(&visitor)?);
    let mut sent = Sent::new(query);
    let ended = sent.line("end");
    let typed = Typed { contact: sent.line("contact"), until: sent.line("acts_until") };
    sent.query.finish()?;
    let (data, said) = (app.clone(), typed.clone());
    let done = app.blocking(move |ledger| match ended.as_str() {
        "" => give(&data, ledger, &book, &said, &by),
        id => end(ledger, &book, id, &by).map(|()| None),
    });
    match done.await? {
        None => Ok(to_acting(&page, &number)),
        Some(wrong) => {
            sent.wrong.push(wrong);
            one(app, page, visitor, number, typed, sent.wrong).await
        }
    }
}

/// Lets the owner of an account act for the cooperative. Gives what is wrong, if nothing can be given.
fn give(app: &App, ledger: &Ledger, book: &Book, typed: &Typed, by: &AccountId) -> Result<Option<Wrong>, Problem> {
    let wrong = |field, message| Ok(Some(Wrong::new(field, "", "see the message").told(message)));
    let Ok(contact) = typed.contact.parse::<Contact>() else { return wrong("contact", "roll-wrong-contact") };
    let until = match typed.until.as_str() {
        "" => None,
        day => match read_day(day).ok().filter(|day| book.today <= *day) {
            Some(day) => Some(day),
            None => return wrong("acts_until", "roll-wrong-acts_until"),
        },
    };
    let vault = Site::vault_of(app)?;
    let found = ledger.db().read(|conn| entrance::by_contact(conn, &vault, &contact))?;
    let Some(account) = found.filter(|account| account.closed_at.is_none()) else {
        return wrong("contact", "roll-wrong-nobody");
    };
    if account.id == *by {
        return wrong("contact", "roll-wrong-oneself");
    }
    let (role, now) = (Entity::new(ROLE, &book.number), ledger.clock().now());
    let done = ledger.db().write_alone(|conn| {
        mandate::give(conn, &account.id, &role, (book.today, until), Some(by), now)?;
        note(conn, Line::new(Event::MandateGiven, now).by(Some(by)).on(&role), &account)
    });
    Ok(done.map(|()| None)?)
}

/// Ends a mandate of the cooperative at once.
fn end(ledger: &Ledger, book: &Book, id: &str, by: &AccountId) -> Result<(), Problem> {
    let Some(held) = held(ledger, book)?.into_iter().find(|held| held.id.as_str() == id) else { return Ok(()) };
    let now = ledger.clock().now();
    let done = ledger.db().write_alone(|conn| {
        mandate::end(conn, &held.account, &held.id, Some(by), now)?;
        let Some(account) = account::by_id(conn, &held.account)? else { return Ok(()) };
        note(conn, Line::new(Event::MandateEnded, now).by(Some(by)).on(&held.role), &account)
    });
    Ok(done?)
}

fn note(conn: &mut Conn, line: Line, account: &Account) -> Result<(), Error> {
    audit::add(conn, &line.about(&account.person))
}
