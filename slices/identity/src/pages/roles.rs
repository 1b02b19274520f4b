//! Roles and mandates in words.

use authz::Entity;
use kernel::{Date, Level};
use ledger::Ledger;
use web::{App, COUNTRY, Of, Page, Problem, Role, Speaker};

use crate::{MandateId, mandate::Mandate};

/// A mandate as people read it.
pub(super) struct Held {
    /// By which it is ended.
    pub(super) id: MandateId,
    /// Which role.
    pub(super) role: String,
    /// Of what; none for a role of everything.
    pub(super) of: Option<String>,
    /// The page of that, without the language; none if it has none.
    pub(super) page: Option<String>,
    /// The first day.
    pub(super) since: Date,
    /// The last day.
    pub(super) until: Option<Date>,
    /// Whether it holds today.
    pub(super) holds: bool,
    /// Whether it can still be ended.
    pub(super) ends: bool,
}

/// Mandates in the words of a page.
pub(super) fn held(app: &App, page: &Page, mandates: Vec<Mandate>) -> Result<Vec<Held>, Problem> {
    let (names, today) = (app.names()?, app.ledger.today());
    let projection = app.ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: today };
    let mut held = Vec::new();
    for mandate in mandates {
        let known = app.roles().find(|role| role.kind == mandate.role.kind);
        let role = known.map_or_else(|| mandate.role.kind.clone(), |role| page.t.get(role.name));
        let of = known.map_or(Of::Country, |role| role.of);
        let of = match of {
            Of::Country => None,
            Of::Place(level) => Some(speaker.value(level.code(), &mandate.role.id)),
            Of::Subject(kind) => Some(subject(app, page, kind, &mandate.role.id)?),
        };
        let kind = if let Some(Of::Subject(kind)) = known.map(|role| role.of) {
            app.kind_of(&format!("{kind}/"))
        } else {
            None
        };
        let there = kind.and_then(|kind| kind.page).map(|there| format!("{there}{}", mandate.role.id));
        let ends = mandate.ended_at.is_none() && mandate.until.is_none_or(|until| today <= until);
        let Mandate { id, since, until, .. } = &mandate;
        held.push(Held {
            id: id.clone(),
            role,
            of,
            page: there,
            since: *since,
            until: *until,
            holds: mandate.holds(today),
            ends,
        });
    }
    Ok(held)
}

/// What roles are called, each once.
pub(super) fn called(app: &App, page: &Page, roles: &[Entity]) -> Vec<String> {
    let known = app.roles().filter(|known| roles.iter().any(|role| role.kind == known.kind));
    known.map(|role| page.t.get(role.name)).collect()
}

/// What a subject is called; its id if it has no name.
fn subject(app: &App, page: &Page, kind: &str, id: &str) -> Result<String, Problem> {
    let key = format!("{kind}/{id}");
    let Some(known) = app.kind_of(&key) else { return Ok(id.to_owned()) };
    let names = app.ledger.db().read(|conn| (known.names)(conn, &[id]))?;
    let named = names.into_iter().next().flatten();
    let name = named.as_ref().and_then(|names| page.t.name(names)).map(|(_, name)| name.to_owned());
    Ok(name.map_or_else(|| id.to_owned(), |name| format!("{name} ({id})")))
}

/// The role that a form asks for, of something that there is; none if there is no such thing.
pub(super) fn read(ledger: &Ledger, role: &Role, of: &str) -> Result<Option<Entity>, ledger::Error> {
    let there = match role.of {
        Of::Country => return Ok(Some(Entity::new(role.kind, COUNTRY))),
        Of::Place(level) => is_place(ledger, level, of),
        Of::Subject(kind) => {
            let subject = format!("{kind}/{of}");
            !ledger.db().read(|conn| ledger::store::acts_of(conn, &subject))?.is_empty()
        }
    };
    Ok(there.then(|| Entity::new(role.kind, of)))
}

fn is_place(ledger: &Ledger, level: Level, code: &str) -> bool {
    let projection = ledger.projection();
    projection.territory().place(code, ledger.today()).is_some_and(|place| place.level == level)
}
