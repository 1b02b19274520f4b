//! All accounts, for whoever keeps them: invitations, mandates, closing.

use askama::Template;
use authz::Entity;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{Date, read_day};
use ledger::Ledger;
use web::{App, Form, Messages, Of, Page, Problem, Query, Visitor, Wrong};

use super::{
    coming_in::not_a_contact,
    letter::{self, Letter},
    onward, own,
    own::account_of,
    roles::{self, Held},
    status, time, wrong,
};
use crate::{
    Account, AccountId, Contact, Error, MandateId, Vault, account,
    audit::{self, Event, Line},
    entrance::{self, Newcomer},
    link, mandate, person, session,
    site::Site,
};

/// How many accounts a page shows.
const AT_ONCE: i64 = 50;

/// All accounts.
#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage {
    page: Page,
    errors: Vec<Wrong>,
    /// For whom somebody looked in vain, by e-mail address or telephone.
    wanted: String,
    accounts: Vec<Shown>,
    /// The address of the next page.
    next: Option<String>,
    /// What was typed into the invitation.
    name: String,
    contact: String,
}

/// One account.
#[derive(Template)]
#[template(path = "account_kept.html")]
struct KeptPage {
    page: Page,
    errors: Vec<Wrong>,
    shown: Shown,
    mandates: Vec<Held>,
    roles: Vec<(&'static str, String)>,
    today: Date,
}

/// An account as people read it.
struct Shown {
    id: AccountId,
    name: Option<String>,
    contacts: Vec<String>,
    since: String,
    has_password: bool,
    closed: Option<String>,
}

/// `GET /{lang}/accounts?before=…`
pub(super) async fn index(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    mut query: Query,
) -> Result<Response, Problem> {
    let before = query.one("before");
    query.finish()?;
    let by = account_of(&visitor)?;
    list(app, page, by, Vec::new(), (String::new(), before), [String::new(), String::new()]).await
}

/// `POST /{lang}/accounts/find`: on to the account of a contact, which itself is in no address.
pub(super) async fn seek(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let wanted = form.one("contact").unwrap_or_default();
    form.finish()?;
    let (by, site) = (account_of(&visitor)?, Site::of(&app)?);
    let errors = match wanted.parse::<Contact>() {
        _ if wanted.trim().is_empty() => return Ok(onward(&page, "/accounts")),
        Ok(contact) => {
            let found = app.blocking(move |ledger| {
                let vault = site.vault(ledger)?;
                ledger.db().read(|conn| entrance::by_contact(conn, &vault, &contact))
            });
            match found.await? {
                Some(account) => return Ok(onward(&page, &format!("/accounts/{}", account.id))),
                None => Vec::new(),
            }
        }
        Err(not) => vec![not_a_contact(not)],
    };
    list(app, page, by, errors, (wanted, None), [String::new(), String::new()]).await
}

async fn list(
    app: App,
    page: Page,
    by: AccountId,
    errors: Vec<Wrong>,
    (wanted, before): (String, Option<String>),
    [name, contact]: [String; 2],
) -> Result<Response, Problem> {
    let before = before.and_then(|before| before.parse().ok());
    let site = Site::of(&app)?;
    let shown = app.blocking(move |ledger| {
        let vault = site.vault(ledger)?;
        let all = wanted.is_empty();
        let found = if all { ledger.db().read(|conn| account::each(conn, before, AT_ONCE))? } else { Vec::new() };
        let last = found.last().filter(|_| i64::try_from(found.len()) == Ok(AT_ONCE));
        let next = last.map(|account| format!("{}?before={:.6}", page.to("/accounts"), account.created_at));
        let read_all = |conn: &mut db::Conn| {
            found
                .iter()
                .map(|account| read(conn, ledger, &vault, &page, account, &by))
                .collect::<Result<Vec<_>, Error>>()
        };
        let accounts = ledger.db().write_alone(read_all)?;
        Ok::<_, Error>(AccountsPage { page, errors, wanted, accounts, next, name, contact })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, status(&shown.errors))
}

/// Reads whose account it is, and notes within the same change that somebody did.
fn read(
    conn: &mut db::Conn,
    ledger: &Ledger,
    vault: &Vault,
    page: &Page,
    account: &Account,
    by: &AccountId,
) -> Result<Shown, Error> {
    let person = person::by_id(conn, vault, &account.person)?;
    let details = person.as_ref().and_then(person::Person::details);
    if details.is_some() && *by != account.id {
        let now = ledger.clock().now();
        audit::add(conn, &Line::new(Event::Read, now).by(Some(by)).about(&account.person).doing("see_accounts"))?;
    }
    Ok(Shown {
        id: account.id.clone(),
        name: details.and_then(|details| details.name.as_ref()).map(ToString::to_string),
        contacts: details.map(person::Details::contacts).unwrap_or_default(),
        since: time(page, ledger, account.created_at),
        has_password: account.has_password,
        closed: account.closed_at.map(|at| time(page, ledger, at)),
    })
}

/// `POST /{lang}/accounts`
pub(super) async fn invite(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (name, contact) = (form.one("name").unwrap_or_default(), form.one("invited").unwrap_or_default());
    form.finish()?;
    let by = account_of(&visitor)?;
    let (read_name, read_contact) = (name.parse(), contact.parse::<Contact>());
    let (Ok(line), Ok(to)) = (read_name, read_contact) else {
        let name_error = name.parse::<person::Line>().err().map(|_| wrong("name", "identity-wrong-name"));
        let contact_error = contact.parse::<Contact>().err().map(not_a_contact);
        let contact_error = contact_error.map(|wrong| wrong.at("invited"));
        let errors = [name_error, contact_error].into_iter().flatten().collect();
        return list(app, page, by, errors, (String::new(), None), [name, contact]).await;
    };
    let (site, book, language) = (Site::of(&app)?, app.phrasebook().clone(), page.t.lang());
    let id = app.blocking(move |ledger| {
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            let newcomer = Newcomer { name: line, contact: to.clone(), language };
            let account = entrance::welcome(conn, &vault, &newcomer, Some(&by), now)?;
            // Who can come in already is not invited again: a link would void what is in force.
            if account.closed_at.is_none() && !account.has_password {
                let secret = entrance::link(conn, &account, link::INVITATION, Some(&by), now)?;
                let t = Messages::new(account.language, &book);
                letter::post(conn, (&vault, &site, &t), (&account, Some(&to)), Letter::Invited, &secret, now)?;
            }
            Ok::<_, Error>(account.id)
        })
    });
    let id = id.await?;
    Ok(onward(&page, &format!("/accounts/{id}")))
}

/// `GET /{lang}/accounts/{id}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, account_of(&visitor)?, id, Vec::new()).await
}

async fn one(app: App, page: Page, by: AccountId, id: String, errors: Vec<Wrong>) -> Result<Response, Problem> {
    let (data, site) = (app.clone(), Site::of(&app)?);
    let shown = app.blocking(move |ledger| {
        let account = find(ledger, &id)?;
        let vault = site.vault(ledger)?;
        let mandates = ledger.db().read(|conn| mandate::of(conn, &account.id))?;
        let roles = data.roles().map(|role| (role.kind, page.t.get(role.name))).collect();
        Ok::<_, Problem>(KeptPage {
            shown: ledger.db().write_alone(|conn| read(conn, ledger, &vault, &page, &account, &by))?,
            mandates: roles::held(&data, &page, mandates)?,
            roles,
            today: ledger.today(),
            page,
            errors,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, status(&shown.errors))
}

/// The account with this id.
fn find(ledger: &Ledger, id: &str) -> Result<Account, Problem> {
    let known = id.parse::<AccountId>().ok();
    let account = known.map(|id| ledger.db().read(|conn| account::by_id(conn, &id))).transpose()?.flatten();
    account.ok_or_else(|| Problem::NotFound { what: "account", id: id.to_owned(), near: Vec::new() })
}

/// Changes an account and notes it; then shows it.
async fn change(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    event: Event,
    change: impl FnOnce(&mut db::Conn, &Account, &AccountId) -> Result<Option<Entity>, Error> + Send + 'static,
) -> Result<Response, Problem> {
    let by = account_of(&visitor)?;
    let path = format!("/accounts/{id}");
    app.blocking(move |ledger| {
        let (account, now) = (find(ledger, &id)?, ledger.clock().now());
        let done = ledger.db().write_alone(|conn| {
            let on = change(conn, &account, &by)?;
            let line = Line::new(event, now).by(Some(&by)).about(&account.person);
            audit::add(conn, &on.map_or(line.clone(), |on| line.on(&on)))
        });
        Ok::<_, Problem>(done?)
    })
    .await?;
    Ok(onward(&page, &path))
}

/// `POST /{lang}/accounts/{id}/close`
pub(super) async fn close(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let now = app.ledger.clock().now();
    let close = move |conn: &mut db::Conn, account: &Account, _: &AccountId| {
        account::close(conn, &account.id, now).map(|()| None)
    };
    change(app, page, visitor, id, Event::AccountClosed, close).await
}

/// `POST /{lang}/accounts/{id}/reopen`
pub(super) async fn reopen(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let reopen =
        |conn: &mut db::Conn, account: &Account, _: &AccountId| account::reopen(conn, &account.id).map(|()| None);
    change(app, page, visitor, id, Event::AccountReopened, reopen).await
}

/// `POST /{lang}/accounts/{id}/sessions/end`: of somebody whose device is lost, or who should not be in.
pub(super) async fn end_sessions(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let end = |conn: &mut db::Conn, account: &Account, _: &AccountId| {
        session::store::end_all(conn, &account.id, None).map(|()| None)
    };
    change(app, page, visitor, id, Event::SessionEnded, end).await
}

/// `POST /{lang}/accounts/{id}/link`
pub(super) async fn link(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let by = account_of(&visitor)?;
    let (site, book, path) = (Site::of(&app)?, app.phrasebook().clone(), format!("/accounts/{id}"));
    app.blocking(move |ledger| {
        let (account, vault, now) = (find(ledger, &id)?, site.vault(ledger)?, ledger.clock().now());
        if account.closed_at.is_some() {
            return Ok::<_, Problem>(());
        }
        let posted = ledger.db().write_alone(|conn| {
            let (letter, good_for) = if account.has_password {
                (Letter::Forgotten, link::ASKED_FOR)
            } else {
                (Letter::Invited, link::INVITATION)
            };
            let secret = entrance::link(conn, &account, good_for, Some(&by), now)?;
            let t = Messages::new(account.language, &book);
            letter::post(conn, (&vault, &site, &t), (&account, None), letter, &secret, now)
        });
        Ok(posted?)
    })
    .await?;
    Ok(onward(&page, &path))
}

/// `POST /{lang}/accounts/{id}/mandates`
pub(super) async fn give(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (kind, of) = (form.one("role").unwrap_or_default(), form.one("of").unwrap_or_default());
    let (since, until) = (form.one("since").unwrap_or_default(), form.one("until").unwrap_or_default());
    form.finish()?;
    let role = app.roles().find(|role| role.kind == kind);
    let of = of.trim().to_owned();
    let entity = match role {
        Some(role) => app.blocking({
            let of = of.clone();
            move |ledger| roles::read(ledger, role, &of)
        }),
        None => return one(app, page, account_of(&visitor)?, id, vec![wrong("role", "identity-wrong-role")]).await,
    };
    let entity = entity.await?;
    let since = read_day(since.trim()).ok();
    let last = Some(until.trim()).filter(|until| !until.is_empty()).map(read_day).transpose().ok();
    let wrong_of = match role.map(|role| role.of) {
        Some(Of::Subject(_)) => "identity-wrong-subject",
        _ => "identity-wrong-place",
    };
    let in_order = since.zip(last.flatten()).is_none_or(|(since, until)| since <= until);
    let errors = [
        entity.is_none().then(|| wrong("of", wrong_of)),
        since.is_none().then(|| wrong("since", "identity-wrong-day")),
        (last.is_none() || !in_order).then(|| wrong("until", "identity-wrong-until")),
    ];
    let errors: Vec<_> = errors.into_iter().flatten().collect();
    let (Some(entity), Some(since), true) = (entity, since, errors.is_empty()) else {
        return one(app, page, account_of(&visitor)?, id, errors).await;
    };
    let now = app.ledger.clock().now();
    let give = move |conn: &mut db::Conn, account: &Account, by: &AccountId| {
        mandate::give(conn, &account.id, &entity, (since, last.flatten()), Some(by), now).map(|_| Some(entity))
    };
    change(app, page, visitor, id, Event::MandateGiven, give).await
}

/// `POST /{lang}/accounts/{id}/mandates/{mandate}/end`
pub(super) async fn end(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((id, mandate)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let now = app.ledger.clock().now();
    let Ok(which) = mandate.parse::<MandateId>() else {
        return Err(Problem::NotFound { what: "mandate", id: mandate, near: Vec::new() });
    };
    let end = move |conn: &mut db::Conn, account: &Account, by: &AccountId| {
        let held = mandate::of(conn, &account.id)?.into_iter().find(|held| held.id == which);
        mandate::end(conn, &account.id, &which, Some(by), now)?;
        Ok(held.map(|held| held.role))
    };
    change(app, page, visitor, id, Event::MandateEnded, end).await
}
