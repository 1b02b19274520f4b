//! Who acts for a cooperative here, by an account, or acted last; and how an agent of its delegation lets somebody act, again, or no
//! longer.

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
    /// While nobody acts, those who acted last.
    before: Vec<Shown>,
    /// The last day of the term of those who run it, as the register knows it, if it is not over.
    term: Option<Date>,
    /// How somebody is let act, by who may say so; empty for others.
    fields: Vec<Field>,
}

/// Whoever acts, as people read it.
struct Shown {
    id: MandateId,
    name: Option<String>,
    since: Date,
    until: Option<Date>,
    /// Whether the term goes on for longer: then one click lets them act until its end.
    lasts: bool,
}

/// Who is to act, as it was typed.
#[derive(Clone, Default)]
struct Typed {
    contact: String,
    until: String,
}

impl Typed {
    /// The form before anything was typed: until the end of the term.
    fn begun(term: Option<Date>) -> Self {
        Self { until: term.map(|term| term.to_string()).unwrap_or_default(), ..Self::default() }
    }

    /// The last day, which is not over; none if none was typed.
    fn until(&self, today: Date) -> Result<Option<Date>, ()> {
        match self.until.as_str() {
            "" => Ok(None),
            day => read_day(day).ok().filter(|day| today <= *day).map(Some).ok_or(()),
        }
    }

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
    one(app, page, visitor, number, None, Vec::new()).await
}

async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    number: String,
    typed: Option<Typed>,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let book = Book::open(&data, &page.t, &visitor, &number)?;
        let (vault, all, term) = (Site::vault_of(&data)?, mandates(ledger, &book)?, term(&book));
        let read = Line::new(Event::Read, ledger.clock().now()).by(Some(&account_of(&visitor)?));
        let read = read.doing("see_members").on(&Entity::new("Cooperative", &book.number));
        let gives = data.policies().permits(&visitor.0, "give_mandate", &book.resource(ledger)).is_ok();
        let one = |conn: &mut Conn, mandate: &Mandate| {
            let name = account::called(conn, &vault, &mandate.account, read.clone())?;
            let Mandate { id, since, until, .. } = mandate.clone();
            let lasts = until.zip(term).is_some_and(|(until, term)| until < term);
            Ok::<_, Error>(Shown { id, name, since, until, lasts })
        };
        let (acting, before) = ledger.db().write_alone(|conn| {
            let mut shown = |mandates: Vec<&Mandate>| {
                mandates.into_iter().map(|mandate| one(conn, mandate)).collect::<Result<Vec<_>, _>>()
            };
            Ok::<_, Error>((shown(held(&all, book.today))?, shown(last(&all, book.today))?))
        })?;
        let typed = typed.unwrap_or_else(|| Typed::begun(term));
        let fields = if gives { typed.fields(&page) } else { Vec::new() };
        let Book { number, name, .. } = book;
        Ok::<_, Problem>(ActingPage { page, errors, number, name, acting, before, term, fields })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

fn account_of(visitor: &Visitor) -> Result<AccountId, Problem> {
    visitor.account().and_then(|account| account.parse().ok()).ok_or(Problem::SignIn)
}

/// All mandates by which somebody acts or acted for the cooperative.
fn mandates(ledger: &Ledger, book: &Book) -> Result<Vec<Mandate>, Problem> {
    Ok(ledger.db().read(|conn| mandate::of_role(conn, &Entity::new(ROLE, &book.number)))?)
}

/// Those by which somebody acts today.
fn held(all: &[Mandate], today: Date) -> Vec<&Mandate> {
    all.iter().filter(|one| one.holds(today)).collect()
}

/// While nobody acts, those that went on longest before they were over; none if a mandate was ended later than that.
fn last(all: &[Mandate], today: Date) -> Vec<&Mandate> {
    let is_over = |one: &&Mandate| one.ended_at.is_none() && one.until.is_some_and(|until| until < today);
    let until = all.iter().filter(is_over).filter_map(|one| one.until).max();
    let last = all.iter().filter(is_over).filter(|one| one.until == until);
    if held(all, today).is_empty() { last.collect() } else { Vec::new() }
}

/// The last day of the term of those who run the cooperative, as the register knows it, if it is not over.
fn term(book: &Book) -> Option<Date> {
    let (_, _, until) = book.life.on(Some(book.today)).organ?;
    until.filter(|until| book.today <= *until)
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
    let [ended, again] = ["end", "again"].map(|field| sent.line(field));
    let typed = Typed { contact: sent.line("contact"), until: sent.line("acts_until") };
    sent.query.finish()?;
    let (data, said) = (app.clone(), typed.clone());
    let done = app.blocking(move |ledger| match (ended.as_str(), again.as_str()) {
        ("", "") => give(&data, ledger, &book, &said, &by),
        ("", id) => renew(ledger, &book, id, &said, &by),
        (id, _) => end(ledger, &book, id, &by).map(|()| None),
    });
    match done.await? {
        None => Ok(to_acting(&page, &number)),
        Some(wrong) => {
            sent.wrong.push(wrong);
            one(app, page, visitor, number, Some(typed), sent.wrong).await
        }
    }
}

/// Lets the owner of an account act for the cooperative. Gives what is wrong, if nothing can be given.
fn give(app: &App, ledger: &Ledger, book: &Book, typed: &Typed, by: &AccountId) -> Result<Option<Wrong>, Problem> {
    let Ok(contact) = typed.contact.parse::<Contact>() else { return wrong("contact", "roll-wrong-contact") };
    let Ok(until) = typed.until(book.today) else { return wrong("acts_until", "roll-wrong-acts_until") };
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

/// Lets who acts, or acted last, act until another day. Gives what is wrong, if nobody can.
fn renew(ledger: &Ledger, book: &Book, id: &str, typed: &Typed, by: &AccountId) -> Result<Option<Wrong>, Problem> {
    let (all, now) = (mandates(ledger, book)?, ledger.clock().now());
    let mut known = held(&all, book.today).into_iter().chain(last(&all, book.today));
    // Somebody else was faster, and the page shows it.
    let Some(mandate) = known.find(|mandate| mandate.id.as_str() == id) else { return Ok(None) };
    let Ok(until) = typed.until(book.today) else { return wrong("acts_until", "roll-wrong-acts_until") };
    let found = ledger.db().read(|conn| account::by_id(conn, &mandate.account))?;
    let Some(account) = found.filter(|account| account.closed_at.is_none()) else {
        return wrong("contact", "roll-wrong-nobody");
    };
    if account.id == *by {
        return wrong("contact", "roll-wrong-oneself");
    }
    let role = &mandate.role;
    let done = ledger.db().write_alone(|conn| {
        let line = |event| Line::new(event, now).by(Some(by)).on(role);
        if mandate.holds(book.today) && mandate::end(conn, &account.id, &mandate.id, Some(by), now)? {
            note(conn, line(Event::MandateEnded), &account)?;
        }
        mandate::give(conn, &account.id, role, (book.today, until), Some(by), now)?;
        note(conn, line(Event::MandateGiven), &account)
    });
    Ok(done.map(|()| None)?)
}

/// That something cannot be given, beside the field that says it.
fn wrong(field: &str, message: &'static str) -> Result<Option<Wrong>, Problem> {
    Ok(Some(Wrong::new(field, "", "see the message").told(message)))
}

/// Ends a mandate of the cooperative at once.
fn end(ledger: &Ledger, book: &Book, id: &str, by: &AccountId) -> Result<(), Problem> {
    let all = mandates(ledger, book)?;
    let Some(held) = held(&all, book.today).into_iter().find(|held| held.id.as_str() == id) else { return Ok(()) };
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
