//! Coming in: signing in and out, asking for an account or for a new password, following a link.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use web::{App, Form, Messages, Page, Peer, Problem, Query, Wrong};

use super::{
    letter::{self, Letter},
    own, second, status, with, wrong,
};
use crate::{
    Contact, Error, NotAContact, Secret, attempt,
    demo::{self, Actor},
    entrance::{self, Caller, Chosen, Newcomer, SignIn},
    known, link,
    passkey::Party,
    password::{self, Password, Weak},
    site::{self, Site},
};

/// Signing in.
#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    errors: Vec<Wrong>,
    contact: String,
    next: String,
    /// Whom visitors of a demo can play.
    actors: Vec<(String, &'static Actor)>,
    /// The name of the site to which passkeys are bound; none if it has none.
    at: Option<String>,
}

/// Asking for an account.
#[derive(Template)]
#[template(path = "sign_up.html")]
struct SignUpPage {
    page: Page,
    errors: Vec<Wrong>,
    name: String,
    contact: String,
    next: String,
}

/// Asking for a new password.
#[derive(Template)]
#[template(path = "forgotten.html")]
struct ForgottenPage {
    page: Page,
    errors: Vec<Wrong>,
    contact: String,
}

/// What happens after a link was asked for.
#[derive(Template)]
#[template(path = "sent.html")]
struct SentPage {
    page: Page,
}

/// Where a link leads.
#[derive(Template)]
#[template(path = "link.html")]
pub(super) struct LinkPage {
    pub(super) page: Page,
    pub(super) errors: Vec<Wrong>,
    /// Whether it still is good.
    pub(super) good: bool,
    /// The name of the site to which a passkey would be bound, where one may be made instead.
    pub(super) at: Option<String>,
    /// What the link holds.
    pub(super) secret: String,
}

/// `GET /{lang}/sign-in?next=…`
pub(super) async fn sign_in_page(State(app): State<App>, page: Page, mut query: Query) -> Result<Response, Problem> {
    let next = query.one("next").unwrap_or_default();
    query.finish()?;
    sign_in_form(&app, page, Vec::new(), String::new(), next)
}

pub(super) fn sign_in_form(
    app: &App,
    page: Page,
    errors: Vec<Wrong>,
    contact: String,
    next: String,
) -> Result<Response, Problem> {
    let actors = if app.demo() { demo::ACTORS } else { &[] };
    let actors = actors.iter().map(|actor| (page.t.get(actor.says), actor)).collect();
    let status = status(&errors);
    let at = Party::at(&Site::of(app)?.address).map(|party| party.name().to_owned());
    let next = own_page(next);
    let shown = SignInPage { page, errors, contact, next, actors, at };
    let page = match status {
        StatusCode::OK => web::html(shown.page.t.lang(), &shown)?,
        _ => own(&shown.page, &shown, status)?,
    };
    Ok(if shown.at.is_some() { web::scripted(page) } else { page })
}

/// Where somebody goes on to, as forms keep it: nothing if that is no page of this site.
fn own_page(next: String) -> String {
    if site::onward(Some(&next)).is_some() { next } else { String::new() }
}

/// On to where somebody who came in wanted to go.
pub(super) fn to_account(page: &Page, site: &Site, secret: &Secret, next: &str) -> Response {
    let onward = site::onward(Some(next)).map_or_else(|| page.to("/account"), str::to_owned);
    with(Redirect::to(&onward).into_response(), header::SET_COOKIE, &site.set_cookie(Some(secret)))
}

/// The same of somebody who showed one factor: if a role waits for another, on to where that is set up.
async fn enter(app: &App, page: &Page, site: Arc<Site>, secret: Secret, next: &str) -> Result<Response, Problem> {
    let (here, read) = (site.clone(), secret.clone());
    let known = app.blocking(move |ledger| known::by_session(ledger, &here, &read));
    let waits = known.await?.is_some_and(|principal| !principal.withheld.is_empty());
    let first = page.to(second::SETUP);
    Ok(to_account(page, &site, &secret, if waits { &first } else { next }))
}

/// `POST /{lang}/sign-in`
pub(super) async fn sign_in(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let typed = form.one("contact").unwrap_or_default();
    let password = Password::typed(form.one("password").unwrap_or_default());
    let next = form.one("next").unwrap_or_default();
    form.finish()?;
    let contact = match typed.parse::<Contact>() {
        Ok(contact) => contact,
        Err(not) => return sign_in_form(&app, page, vec![not_a_contact(not)], typed, next),
    };
    let site = Site::of(&app)?;
    let (caller, before) = (site.caller(peer, &headers), site.secret(&headers));
    let (here, now) = (site.clone(), app.ledger.clock().now());
    let turn = password::turn().await;
    let entered = app.blocking(move |ledger| {
        let vault = here.vault(ledger)?;
        let entered = entrance::sign_in(ledger.db(), &vault, &contact, &password, &caller, now)?;
        // Whoever was in with this browser is out: a session begins with its owner.
        if let (SignIn::In(_) | SignIn::Half(_), Some(before)) = (&entered, before) {
            ledger.db().write_alone(|conn| entrance::sign_out(conn, &before, now))?;
        }
        Ok::<_, Error>(entered)
    });
    let entered = entered.await;
    drop(turn);
    match entered? {
        SignIn::In(secret) => enter(&app, &page, site, secret, &next).await,
        SignIn::Half(secret) => Ok(second::asked(&page, &site, &secret, &next)),
        SignIn::Wrong => {
            let errors = vec![wrong("password", "identity-wrong-sign-in")];
            sign_in_form(&app, page, errors, typed, next)
        }
        SignIn::TooOften(minutes) => Err(Problem::TooOften(minutes)),
    }
}

/// `POST /{lang}/sign-out`
pub(super) async fn sign_out(State(app): State<App>, page: Page, headers: HeaderMap) -> Result<Response, Problem> {
    let site = Site::of(&app)?;
    if let Some(secret) = site.secret(&headers) {
        let now = app.ledger.clock().now();
        app.blocking(move |ledger| ledger.db().write_alone(|conn| entrance::sign_out(conn, &secret, now))).await?;
    }
    Ok(with(Redirect::to(&page.to("")).into_response(), header::SET_COOKIE, &site.set_cookie(None)))
}

/// `GET /{lang}/sign-up?next=…`
pub(super) async fn sign_up_page(page: Page, mut query: Query) -> Result<Response, Problem> {
    let next = own_page(query.one("next").unwrap_or_default());
    query.finish()?;
    let shown = SignUpPage { page, errors: Vec::new(), name: String::new(), contact: String::new(), next };
    web::html(shown.page.t.lang(), &shown)
}

/// `POST /{lang}/sign-up`
pub(super) async fn sign_up(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let name = form.one("name").unwrap_or_default();
    let contact = form.one("contact").unwrap_or_default();
    let next = own_page(form.one("next").unwrap_or_default());
    form.finish()?;
    match (name.parse(), contact.parse::<Contact>()) {
        (Ok(name), Ok(contact)) => {
            let newcomer = Newcomer { name, contact: contact.clone(), language: page.t.lang() };
            ask(&app, peer, &headers, contact, Some((newcomer, next))).await?;
            let shown = SentPage { page };
            own(&shown.page, &shown, StatusCode::OK)
        }
        (read_name, read_contact) => {
            let errors =
                [read_name.err().map(|_| wrong("name", "identity-wrong-name")), read_contact.err().map(not_a_contact)];
            let errors: Vec<_> = errors.into_iter().flatten().collect();
            let shown = SignUpPage { page, errors, name, contact, next };
            own(&shown.page, &shown, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// `GET /{lang}/forgotten`
pub(super) async fn forgotten_page(page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let shown = ForgottenPage { page, errors: Vec::new(), contact: String::new() };
    web::html(shown.page.t.lang(), &shown)
}

/// `POST /{lang}/forgotten`
pub(super) async fn forgotten(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let contact = form.one("contact").unwrap_or_default();
    form.finish()?;
    match contact.parse::<Contact>() {
        Ok(contact) => {
            ask(&app, peer, &headers, contact, None).await?;
            let shown = SentPage { page };
            own(&shown.page, &shown, StatusCode::OK)
        }
        Err(not) => {
            let shown = ForgottenPage { page, errors: vec![not_a_contact(not)], contact };
            own(&shown.page, &shown, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Sends a link to a contact: to a newcomer, by which to go on to where that one wanted to go, or to who has an account. Nobody else
/// learns which.
async fn ask(
    app: &App,
    peer: Peer,
    headers: &HeaderMap,
    contact: Contact,
    newcomer: Option<(Newcomer, String)>,
) -> Result<(), Problem> {
    let site = Site::of(app)?;
    let (caller, now, book) = (site.caller(peer, headers), app.ledger.clock().now(), app.phrasebook().clone());
    let too_often = app.blocking(move |ledger| {
        let vault = site.vault(ledger)?;
        ledger.db().write_alone(|conn| {
            let too_often = attempt::count_link(conn, &vault, &contact, caller.from, now)?;
            if too_often.is_some() {
                return Ok::<_, Error>(too_often);
            }
            let known = entrance::by_contact(conn, &vault, &contact)?;
            let letter = match (&known, &newcomer) {
                (_, None) => Letter::Forgotten,
                (Some(account), Some(_)) if account.has_password => Letter::Known,
                (_, Some(_)) => Letter::Welcome,
            };
            let account = match (known, &newcomer) {
                (Some(account), _) => account,
                (None, Some((newcomer, _))) => entrance::welcome(conn, &vault, newcomer, None, now)?,
                (None, None) => return Ok(None),
            };
            if account.closed_at.is_none() {
                let t = Messages::new(account.language, &book);
                let secret = entrance::link(conn, &account, link::ASKED_FOR, None, now)?;
                if let Some((_, next)) = &newcomer {
                    link::lead_on(conn, &vault, &account, &secret, next)?;
                }
                letter::post(conn, (&vault, &site, &t), (&account, Some(&contact)), letter, &secret, now)?;
            }
            Ok(None)
        })
    });
    too_often.await?.map_or(Ok(()), |minutes| Err(Problem::TooOften(minutes)))
}

/// `GET /{lang}/links/{secret}`
pub(super) async fn link_page(
    State(app): State<App>,
    page: Page,
    Path(secret): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    link_form(&app, page, secret, Vec::new()).await
}

/// What the owner of a link may choose; or that it is void.
pub(super) async fn link_form(app: &App, page: Page, secret: String, errors: Vec<Wrong>) -> Result<Response, Problem> {
    let (read, now, site) = (Secret::read(&secret), app.ledger.clock().now(), Site::of(app)?);
    let account = app.blocking(move |ledger| {
        let Some(secret) = read else { return Ok::<_, Error>(None) };
        ledger.db().read(|conn| {
            let Some(account) = entrance::by_link(conn, &secret, now)? else { return Ok(None) };
            entrance::may_begin_with_passkey(conn, &account).map(Some)
        })
    });
    let may = account.await?;
    let at = Party::at(&site.address).filter(|_| may == Some(true)).map(|party| party.name().to_owned());
    let shown = LinkPage { page, errors, good: may.is_some(), at, secret };
    let status = if shown.good { status(&shown.errors) } else { StatusCode::NOT_FOUND };
    let page = own(&shown.page, &shown, status)?;
    Ok(if shown.at.is_some() { web::scripted(page) } else { page })
}

/// `POST /{lang}/links/{secret}`
pub(super) async fn choose(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let password = Password::typed(form.one("password").unwrap_or_default());
    form.finish()?;
    let site = Site::of(&app)?;
    let (caller, now, here): (Caller, _, _) = (site.caller(peer, &headers), app.ledger.clock().now(), site.clone());
    let read = Secret::read(&secret);
    let turn = password::turn().await;
    let chosen = app.blocking(move |ledger| {
        let Some(secret) = read else { return Ok((Chosen::Void, None)) };
        let (db, vault) = (ledger.db(), here.vault(ledger)?);
        let next = db.read(|conn| match entrance::by_link(conn, &secret, now)? {
            Some(account) => link::next(conn, &vault, &account, &secret),
            None => Ok::<_, Error>(None),
        })?;
        Ok::<_, Error>((entrance::choose_by_link(db, &vault, &secret, &password, &caller, now)?, next))
    });
    let chosen = chosen.await;
    drop(turn);
    let (chosen, next) = chosen?;
    let next = next.unwrap_or_default();
    match chosen {
        Chosen::In(session) => enter(&app, &page, site, session, &next).await,
        Chosen::Half(session) => Ok(second::asked(&page, &site, &session, &next)),
        Chosen::Void => link_form(&app, page, secret, Vec::new()).await,
        Chosen::TooOften(minutes) => Err(Problem::TooOften(minutes)),
        Chosen::Weak(weak) => link_form(&app, page, secret, vec![weakness("password", weak)]).await,
    }
}

/// What is wrong with a password.
pub(super) fn weakness(field: &str, weak: Weak) -> Wrong {
    let message = match weak {
        Weak::Short => "identity-wrong-short",
        Weak::Long => "identity-wrong-long",
        Weak::Guessed => "identity-wrong-guessed",
    };
    wrong(field, message)
}

/// What is wrong with a contact.
pub(super) fn not_a_contact(not: NotAContact) -> Wrong {
    wrong(
        "contact",
        match not {
            NotAContact::Email(_) => "identity-wrong-email",
            NotAContact::Phone(_) => "identity-wrong-phone",
        },
    )
}
