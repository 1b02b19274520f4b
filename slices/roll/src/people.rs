//! What is known of members. Each reading is noted, for them and for auditors.

use std::collections::HashMap;

use authz::Entity;
use db::Conn;
use identity::{Details, Error, PersonId, Site, Vault, audit, person};
use kernel::Timestamp;
use web::{App, Problem, Visitor};

use crate::{
    book::Book,
    roll::Membership,
    store::{self, Kept},
};

/// How a name in Latin letters is sealed.
pub(crate) const NAME_FR: &str = "member.name_fr";
/// How a telephone number is sealed.
pub(crate) const PHONE: &str = "member.phone";

/// What is known of a member.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) kept: Kept,
    /// Of a person; none for a legal person, for who was erased, and where nobody said who it is.
    pub(crate) details: Option<Details>,
    pub(crate) name_fr: Option<String>,
    pub(crate) phone: Option<String>,
    /// Whether the person was erased.
    pub(crate) erased: bool,
}

impl Known {
    /// What the member is called.
    pub(crate) fn name(&self) -> Option<String> {
        let person = self.details.as_ref().and_then(|details| details.name.as_ref()).map(ToString::to_string);
        self.kept.legal_name.clone().or(person).or_else(|| self.name_fr.clone())
    }
}

/// What is known of the members of a cooperative, by the id that acts give them.
pub(crate) type People = HashMap<String, Known>;

/// What is known of some members of a roll; that it was read, by whom, is noted.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub(crate) fn of<'a>(
    app: &App,
    book: &Book,
    members: impl Iterator<Item = &'a Membership>,
    visitor: &Visitor,
) -> Result<People, Problem> {
    named(app, book, members.map(|member| member.id.clone()), visitor)
}

/// The same of those whom these ids name: members, and who holds an office without being one.
///
/// # Errors
/// As [`of`].
pub(crate) fn named(
    app: &App,
    book: &Book,
    ids: impl Iterator<Item = String>,
    visitor: &Visitor,
) -> Result<People, Problem> {
    let (vault, now) = (Site::vault_of(app)?, app.ledger.clock().now());
    let by = visitor.account().and_then(|account| account.parse().ok());
    let cooperative = Entity::new("Cooperative", &book.number);
    let mut ids: Vec<_> = ids.collect();
    ids.sort();
    ids.dedup();
    let read = |conn: &mut Conn| {
        let mut kept: HashMap<_, _> =
            store::of(conn, &book.number)?.into_iter().map(|kept| (kept.member.clone(), kept)).collect();
        let mut people = People::new();
        for id in ids {
            let kept = kept.remove(&id).unwrap_or_else(|| unlisted(&id));
            let known = one(conn, &vault, kept)?;
            if let Some(person) = known.kept.person.as_ref().filter(|_| known.details.is_some()) {
                let line = audit::Line::new(audit::Event::Read, now).by(by.as_ref()).about(person);
                audit::add(conn, &line.doing("see_members").on(&cooperative))?;
            }
            people.insert(id, known);
        }
        Ok(people)
    };
    Ok(app.ledger.db().write_alone::<_, Error>(read)?)
}

/// Notes that something was written down about a person, and by whom.
pub(crate) fn note_change(
    conn: &mut Conn,
    book: &Book,
    person: Option<&PersonId>,
    visitor: &Visitor,
    now: Timestamp,
) -> Result<(), Error> {
    let Some(person) = person else { return Ok(()) };
    let by = visitor.account().and_then(|account| account.parse().ok());
    let line = audit::Line::new(audit::Event::Read, now).by(by.as_ref()).about(person);
    audit::add(conn, &line.doing("keep_members").on(&Entity::new("Cooperative", &book.number)))
}

/// What is kept of one member of a cooperative.
pub(crate) fn kept(conn: &mut Conn, cooperative: &str, id: &str) -> db::Result<Kept> {
    Ok(store::one(conn, cooperative, id)?.unwrap_or_else(|| unlisted(id)))
}

/// Who has come with the registration, and who is no member, is named by the id of the person.
fn unlisted(id: &str) -> Kept {
    Kept { member: id.to_owned(), person: id.parse().ok(), ..Kept::default() }
}

/// What is known of one member; that it is read, the caller notes.
pub(crate) fn one(conn: &mut Conn, vault: &Vault, kept: Kept) -> Result<Known, Error> {
    let mut known = Known { kept, ..Known::default() };
    let Some(id) = known.kept.person.clone() else { return Ok(known) };
    let Some(person) = person::by_id(conn, vault, &id)? else { return Ok(known) };
    known.details = person.details().cloned();
    known.erased = known.details.is_none();
    if !known.erased {
        known.name_fr = opened(conn, vault, &id, NAME_FR, known.kept.name_fr.as_deref())?;
        known.phone = opened(conn, vault, &id, PHONE, known.kept.phone.as_deref())?;
    }
    Ok(known)
}

fn opened(
    conn: &mut Conn,
    vault: &Vault,
    id: &PersonId,
    field: &str,
    sealed: Option<&[u8]>,
) -> Result<Option<String>, Error> {
    let Some(sealed) = sealed else { return Ok(None) };
    Ok(Some(person::key_of(conn, vault, id)?.open(field, sealed)?.to_string()))
}
