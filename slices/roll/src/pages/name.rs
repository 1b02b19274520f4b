//! The page on which it is said, or corrected, who a member is: founders that are legal persons come without a name.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use db::Conn;
use identity::{Error, Site, Vault, person};
use kernel::Timestamp;
use web::{
    App, Form, Page, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{Step, member::found, onward, own, show::row};
use crate::{
    book::Book,
    people::{self, Known, NAME_FR, PHONE},
    roll::Membership,
    store::{self, Kept},
};

#[derive(Template)]
#[template(path = "roll_name.html")]
struct NamePage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    id: String,
    called: String,
    /// What was known when the form was made: who was slower does not undo what another has corrected.
    before: String,
    step: Step,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    name: String,
    name_fr: String,
    identity_number: String,
    phone: String,
}

impl Typed {
    fn of(known: &Known) -> Self {
        let number = known.details.as_ref().and_then(|details| details.identity_number.as_ref());
        Self {
            name: known.name().unwrap_or_default(),
            name_fr: known.name_fr.clone().unwrap_or_default(),
            identity_number: number.map(ToString::to_string).unwrap_or_default(),
            phone: known.phone.clone().unwrap_or_default(),
        }
    }

    fn read(sent: &mut Sent, legal_person: bool) -> Self {
        let mut typed = Self { name: sent.line("name"), ..Self::default() };
        if !legal_person {
            typed.name_fr = sent.line("name_fr");
            typed.identity_number = sent.line("identity_number");
            typed.phone = sent.line("phone");
        }
        typed
    }

    /// All of it in one text, to see whether it changed.
    fn joined(&self) -> String {
        [&*self.name, &*self.name_fr, &*self.identity_number, &*self.phone].join(" | ")
    }
}

/// A member who can be named, with what is known.
fn opened(
    app: &App,
    page: &Page,
    visitor: &Visitor,
    number: &str,
    id: &str,
) -> Result<(Book, Membership, Known), Problem> {
    let book = Book::to_keep(app, &page.t, visitor, number)?;
    let member = found(&book, id)?.clone();
    let mut people = people::of(app, &book, std::iter::once(&member), visitor)?;
    let known = people.remove(id).filter(|known| !known.erased);
    let known = known.ok_or_else(|| Problem::NotFound { what: "member", id: id.to_owned(), near: Vec::new() })?;
    Ok((book, member, known))
}

fn look(page: Page, book: &Book, member: &Membership, known: &Known, typed: &Typed, errors: Vec<Wrong>) -> NamePage {
    let t = &page.t;
    let mut fields = vec![Field::new(t, "roll", "name", &*typed.name, Input::Line)];
    if !member.legal_person {
        fields.push(Field::new(t, "roll", "name_fr", &*typed.name_fr, Input::Line));
        fields.push(Field::new(t, "roll", "identity_number", &*typed.identity_number, Input::Line));
        fields.push(Field::new(t, "roll", "phone", &*typed.phone, Input::Line));
    }
    let address = page.to(&format!("/cooperatives/{}/members/{}/name", book.number, member.id));
    let people = [(member.id.clone(), known.clone())].into();
    NamePage {
        called: row(t, book, member, &people).name,
        before: Typed::of(known).joined(),
        step: Step::new(address, book.seq, fields),
        errors,
        number: book.number.clone(),
        name: book.name.clone(),
        id: member.id.clone(),
        page,
    }
}

/// `GET /{lang}/cooperatives/{number}/members/{id}/name`
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
        let (book, member, known) = opened(&data, &page, &visitor, &number, &id)?;
        Ok::<_, Problem>(look(page, &book, &member, &known, &Typed::of(&known), Vec::new()))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// `POST /{lang}/cooperatives/{number}/members/{id}/name`
pub(super) async fn put(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((number, id)): Path<(String, String)>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let before = sent.query.one("before").unwrap_or_default();
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (book, member, known) = opened(&data, &page, &visitor, &number, &id)?;
        let typed = Typed::read(&mut sent, member.legal_person);
        let details = judged(&mut sent, &typed, member.legal_person);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if before != Typed::of(&known).joined() {
            errors.push(Wrong::new("before", "", "somebody was faster").told("roll-wrong-conflict"));
        }
        let Some(details) = details.filter(|_| errors.is_empty()) else {
            return Ok::<_, Problem>(Err(look(page, &book, &member, &known, &typed, errors)));
        };
        let (vault, now) = (Site::vault_of(&data)?, ledger.clock().now());
        let kept = ledger.db().write_alone(|conn| {
            write(conn, &vault, &known.kept, &typed, details, now).and_then(|kept| {
                store::put(conn, &book.number, &kept)?;
                Ok::<_, Error>(())
            })
        });
        kept?;
        Ok(Ok(onward(&page, &book.number, &format!("/{}", member.id))))
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// What is known of a person from now on; none of a legal person, and nothing if something is wrong.
fn judged(sent: &mut Sent, typed: &Typed, legal_person: bool) -> Option<Option<identity::Details>> {
    let mut details = identity::Details { name: typed.name.parse().ok(), ..identity::Details::default() };
    if details.name.is_none() {
        sent.refuse("name", "", "roll-wrong-name");
    }
    if legal_person {
        return sent.wrong.is_empty().then_some(None);
    }
    details.identity_number = typed.identity_number.parse().ok();
    if details.identity_number.is_none() {
        sent.refuse("identity_number", "", "roll-wrong-identity");
    }
    if !typed.phone.is_empty() && typed.phone.parse::<identity::Phone>().is_err() {
        sent.refuse("phone", "", "roll-wrong-phone");
    }
    sent.wrong.is_empty().then_some(Some(details))
}

/// Seals what was typed with the key of the person, who is a new one if nobody had said who the member is.
fn write(
    conn: &mut Conn,
    vault: &Vault,
    kept: &Kept,
    typed: &Typed,
    details: Option<identity::Details>,
    now: Timestamp,
) -> Result<Kept, Error> {
    let Some(details) = details else {
        return Ok(Kept { legal_name: Some(typed.name.clone()), person: None, ..kept.clone() });
    };
    let known = match &kept.person {
        Some(id) => person::by_id(conn, vault, id)?.map(|person| person.id),
        None => None,
    };
    let id = match known {
        Some(id) => {
            person::change(conn, vault, &id, |known| {
                known.name = details.name;
                known.identity_number = details.identity_number;
            })?;
            id
        }
        None => person::add(conn, vault, &details, now)?,
    };
    let key = person::key_of(conn, vault, &id)?;
    let seal =
        |field, text: &str| Some(text).filter(|text| !text.is_empty()).map(|text| key.seal(field, text)).transpose();
    let (name_fr, phone) = (seal(NAME_FR, &typed.name_fr)?, seal(PHONE, &typed.phone)?);
    Ok(Kept { member: kept.member.clone(), legal_name: None, name_fr, phone, person: Some(id) })
}
