//! The page on which it is said, or corrected, who a member is: founders that are legal persons come without a name.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use db::Conn;
use identity::{Error, IdentityNumber, Site, Vault, person};
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

/// Keeps apart the programs that correct who a member is. Any number would do.
const LOCK: i64 = 0x726f_6c6c;

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
        let Some(details) = details.filter(|_| sent.wrong.is_empty()) else {
            return Ok::<_, Problem>(Err(look(page, &book, &member, &known, &typed, sent.wrong)));
        };
        let (vault, now) = (Site::vault_of(&data)?, ledger.clock().now());
        let number = details.as_ref().and_then(|details| details.identity_number.as_ref());
        if ledger.db().read(|conn| is_taken(conn, &vault, &book, &member, number))? {
            let taken = Wrong::new("identity_number", "", "is another member's").told("roll-wrong-twice");
            return Ok(Err(look(page, &book, &member, &known, &typed, vec![taken])));
        }
        let kept = ledger
            .db()
            .write_alone(|conn| keep(conn, &vault, (&book.number, &known.kept, &before), (&typed, details), now))?;
        if !kept {
            let faster = Wrong::new("before", "", "somebody was faster").told("roll-wrong-conflict");
            return Ok(Err(look(page, &book, &member, &known, &typed, vec![faster])));
        }
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

/// Whether another member of the roll has this number.
fn is_taken(
    conn: &mut Conn,
    vault: &Vault,
    book: &Book,
    member: &Membership,
    number: Option<&IdentityNumber>,
) -> Result<bool, Error> {
    let Some(number) = number else { return Ok(false) };
    let known = person::by_identity_number(conn, vault, number)?;
    for other in book.roll.members().filter(|other| other.id != member.id) {
        let person = people::kept(conn, &book.number, &other.id)?.person;
        if person.is_some_and(|person| known.iter().any(|known| known.id == person)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Keeps what was typed, if what is known is still what was known `before`. Tells whether it was.
fn keep(
    conn: &mut Conn,
    vault: &Vault,
    (cooperative, kept, before): (&str, &Kept, &str),
    (typed, details): (&Typed, Option<identity::Details>),
    now: Timestamp,
) -> Result<bool, Error> {
    // Who is slower waits here, in another program too, and sees what the other has written.
    conn.lock(LOCK)?;
    let there = store::of(conn, cooperative)?.into_iter().find(|there| there.member == kept.member);
    let known = people::one(conn, vault, there.unwrap_or_else(|| kept.clone()))?;
    if Typed::of(&known).joined() != before {
        return Ok(false);
    }
    let kept = write(conn, vault, &known.kept, typed, details, now)?;
    store::put(conn, cooperative, &kept)?;
    Ok(true)
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

#[cfg(test)]
mod tests {
    use db::Db;
    use identity::keyring::{self, Place};

    use super::*;
    use crate::store::MIGRATIONS;

    #[test]
    fn who_is_slower_does_not_undo_what_another_has_corrected() {
        let now = "2026-11-26T10:00:00Z".parse().unwrap();
        for database in testkit::databases() {
            let all: Vec<_> = identity::store::MIGRATIONS.iter().chain(MIGRATIONS).copied().collect();
            let db = Db::open(&database.url, &all).unwrap();
            let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now).unwrap();
            let kept = Kept { member: "legal-1".into(), ..Kept::default() };
            let correct = |before: &str, name: &str| {
                let typed = Typed { name: name.to_owned(), ..Typed::default() };
                db.write_alone(|conn| keep(conn, &vault, ("KEN-000100", &kept, before), (&typed, None), now)).unwrap()
            };
            let nothing = Typed::default().joined();
            assert!(correct(&nothing, "Coopérative Argane"));
            assert!(!correct(&nothing, "Another"), "it was read before it was corrected");
            let known = db.read(|conn| store::of(conn, "KEN-000100")).unwrap();
            assert_eq!(known[0].legal_name.as_deref(), Some("Coopérative Argane"));
            assert!(correct(&Typed { name: "Coopérative Argane".into(), ..Typed::default() }.joined(), "Another"));
        }
    }
}
