//! One's own account: who one is here, where one is signed in, one's password and tokens.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use jiff::SignedDuration;
use kernel::{Date, Timestamp};
use web::{App, Form, Page, Problem, Query, Visitor, Wrong};

use super::{
    coming_in::weakness,
    onward, own,
    proof::{self, waits, while_fresh},
    roles::{self, Held},
    status, time, with, wrong,
};
use crate::{
    Account, AccountId, Error, account,
    audit::{self, Event, Line},
    entrance::{self, Chosen},
    factor, mandate, passkey,
    password::{self, Password},
    person, session,
    session::SessionId,
    site::Site,
    token::{self, DAYS_MAX, TokenId},
};

/// What tokens can be allowed, in the groups of actions that all slices share.
const SCOPES: [&str; 2] = ["reading", "changing"];
/// How many characters the name of a token or a passkey has at most.
pub(super) const NAME_MAX: usize = 60;

/// The page.
#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    errors: Vec<Wrong>,
    name: Option<String>,
    contacts: Vec<String>,
    mandates: Vec<Held>,
    sessions: Vec<Shown<SessionId>>,
    tokens: Vec<Shown<TokenId>>,
    /// A token that was made just now: it is shown once.
    made: Option<String>,
    /// Whether a second factor is asked for.
    second: bool,
    /// What the roles are called that wait for one.
    waiting: Vec<String>,
    /// How many passkeys there are.
    passkeys: i64,
    keeps_accounts: bool,
    sees_audit: bool,
    /// Whether its owner showed of late who he is.
    fresh: bool,
}

impl AccountPage {
    /// What a token can be allowed; reading is offered first.
    fn scopes(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        SCOPES.iter().map(|scope| (*scope, self.page.t.get(&format!("identity-scope-{scope}")), *scope == SCOPES[0]))
    }
}

/// A session or a token as people read it.
struct Shown<Id> {
    id: Id,
    name: String,
    since: String,
    seen: Option<String>,
    until: Option<Date>,
    scopes: Vec<String>,
    here: bool,
}

/// The account of who asks.
pub(super) fn account_of(visitor: &Visitor) -> Result<AccountId, Problem> {
    visitor.account().and_then(|id| id.parse().ok()).ok_or(Problem::SignIn)
}

/// `GET /{lang}/account`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    write(app, page, visitor, headers, Vec::new(), None).await
}

/// Writes the page, after a form too: with what is wrong, or with a token that was made.
pub(super) async fn write(
    app: App,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    errors: Vec<Wrong>,
    made: Option<String>,
) -> Result<Response, Problem> {
    let (data, site) = (app.clone(), Site::of(&app)?);
    let shown = app.blocking(move |ledger| {
        let id = account_of(&visitor)?;
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        let secret = site.secret(&headers);
        let read = ledger.db().read(|conn| {
            let account = account::by_id(conn, &id)?;
            let person = match &account {
                Some(account) => person::by_id(conn, &vault, &account.person)?,
                None => None,
            };
            let here = match &secret {
                Some(secret) => session::store::by_secret(conn, secret, now)?,
                None => None,
            };
            let of = (session::store::of(conn, &id, now)?, token::store::of(conn, &id, now)?, mandate::of(conn, &id)?);
            let ways = (factor::is_on(conn, &id)?, i64::try_from(passkey::of(conn, &id)?.len()).unwrap_or_default());
            Ok::<_, Error>((person, here, of, ways))
        });
        let (person, here, (sessions, tokens, mandates), (second, passkeys)) = read?;
        let sessions = sessions.into_iter().map(|session| Shown {
            here: here.as_ref().is_some_and(|here| here.id == session.id),
            since: time(&page, ledger, session.begun_at),
            seen: Some(time(&page, ledger, session.seen_at)),
            id: session.id,
            name: session.device,
            until: None,
            scopes: Vec::new(),
        });
        let sessions = sessions.collect();
        let tokens = tokens.into_iter().map(|token| Shown {
            here: false,
            since: time(&page, ledger, token.made_at),
            seen: token.used_at.map(|used| time(&page, ledger, used)),
            id: token.id,
            name: token.name,
            until: Some(ledger.zone().to_datetime(token.ends_at).date()),
            scopes: token.scopes.iter().map(|scope| page.t.get(&format!("identity-scope-{scope}"))).collect(),
        });
        let tokens = tokens.collect();
        let details = person.as_ref().and_then(|person| person.details());
        let allowed = |action| {
            let door = authz::Resource::new("Door", "/{lang}/accounts");
            data.policies().permits(&visitor.0, action, &door).is_ok()
        };
        Ok::<_, Problem>(AccountPage {
            name: details.and_then(|details| details.name.as_ref()).map(ToString::to_string),
            contacts: details.map(person::Details::contacts).unwrap_or_default(),
            mandates: roles::held(&data, &page, mandates)?,
            keeps_accounts: allowed("see_accounts"),
            sees_audit: allowed("see_audit"),
            waiting: roles::called(&data, &page, &visitor.0.withheld),
            fresh: here.is_some_and(|here| here.is_fresh(now)),
            page,
            errors,
            sessions,
            tokens,
            made,
            second,
            passkeys,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, status(&shown.errors))
}

/// `POST /{lang}/account/password`
pub(super) async fn password(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let before = Password::typed(form.one("before").unwrap_or_default());
    let password = Password::typed(form.one("password").unwrap_or_default());
    form.finish()?;
    let (id, site) = (account_of(&visitor)?, Site::of(&app)?);
    let (here, secret) = (site.clone(), site.secret(&headers));
    let turn = password::turn().await;
    let chosen = app.blocking(move |ledger| {
        let (vault, now) = (here.vault(ledger)?, ledger.clock().now());
        let session = match &secret {
            Some(secret) => ledger.db().read(|conn| session::store::by_secret(conn, secret, now))?,
            None => None,
        };
        let Some(session) = session.filter(|session| session.account == id) else { return Ok(Chosen::Void) };
        entrance::choose_anew(ledger.db(), &vault, &session, [&before, &password], now)
    });
    let chosen = chosen.await;
    drop(turn);
    let error = match chosen? {
        Chosen::In(secret) | Chosen::Half(secret) => {
            let onward = Redirect::to(&page.to("/account")).into_response();
            return Ok(with(onward, header::SET_COOKIE, &site.set_cookie(Some(&secret))));
        }
        Chosen::TooOften(minutes) => return Err(Problem::TooOften(minutes)),
        Chosen::Void => wrong("before", "identity-wrong-before"),
        Chosen::Weak(weak) => weakness("password", weak),
    };
    write(app, page, visitor, headers, vec![error], None).await
}

/// `POST /{lang}/account/sessions/{id}/end`
pub(super) async fn end_session(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (whose, id) = (account_of(&visitor)?, id.parse::<SessionId>().map_err(|_| Problem::NoSuchAddress)?);
    let theirs = app.blocking(move |ledger| {
        let now = ledger.clock().now();
        ledger.db().read(|conn| session::store::of(conn, &whose, now))
    });
    // What is somebody else's is not there, however long ago one showed who one is.
    if !theirs.await?.iter().any(|session| session.id == id) {
        return Err(Problem::NoSuchAddress);
    }
    let ended = while_fresh(&app, &visitor, headers, move |conn, _, account, _, now| {
        let ended = session::store::end(conn, &account.id, &id)?;
        noted(conn, (Event::SessionEnded, ended), account, now)
    });
    match ended.await? {
        Some(true) => Ok(onward(&page, "/account")),
        Some(false) => Err(Problem::NoSuchAddress),
        None => Ok(proof::asked(&page, "/account")),
    }
}

/// `POST /{lang}/account/tokens/{id}/end`
pub(super) async fn end_token(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = account_of(&visitor)?;
    let ended = app.blocking(move |ledger| {
        let now = ledger.clock().now();
        ledger.db().write_alone(|conn| {
            let Some(account) = account::by_id(conn, &account)? else { return Ok::<_, Error>(false) };
            let Ok(id) = id.parse::<TokenId>() else { return Ok(false) };
            let ended = token::store::end(conn, &account.id, &id, now)?;
            noted(conn, (Event::TokenEnded, ended), &account, now)
        })
    });
    // What is somebody else's is not there.
    if ended.await? { Ok(onward(&page, "/account")) } else { Err(Problem::NoSuchAddress) }
}

/// Notes that the owner of an account ended something, if so it is. Gives whether it is.
fn noted(conn: &mut db::Conn, (event, ended): (Event, bool), account: &Account, now: Timestamp) -> Result<bool, Error> {
    if ended {
        audit::add(conn, &Line::new(event, now).by(Some(&account.id)).about(&account.person))?;
    }
    Ok(ended)
}

/// `POST /{lang}/account/tokens`
pub(super) async fn make_token(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let name = form.one("name").unwrap_or_default().trim().to_owned();
    let days = form.one("days").unwrap_or_default();
    let scopes = form.all("scope");
    form.finish()?;
    let days = days.trim().parse::<i64>().ok().filter(|days| (1..=DAYS_MAX).contains(days));
    let named = (1..=NAME_MAX).contains(&name.chars().count()) && !name.contains(char::is_control);
    let allowed = !scopes.is_empty() && scopes.iter().all(|scope| SCOPES.contains(&scope.as_str()));
    let errors = [
        (!named).then(|| wrong("name", "identity-wrong-name")),
        days.is_none().then(|| wrong("days", "identity-wrong-days")),
        (!allowed).then(|| wrong("reading", "identity-wrong-scope")),
    ];
    let errors: Vec<_> = errors.into_iter().flatten().collect();
    let (Some(days), true) = (days, errors.is_empty()) else {
        return write(app, page, visitor, headers, errors, None).await;
    };
    // A token has what its owner has: whoever showed one factor would make one that never has the role.
    if waits(&visitor) {
        return Err(Problem::SecondFactor);
    }
    let (id, factors) = (account_of(&visitor)?, if visitor.0.second_factor { 2 } else { 1 });
    let made = app.blocking(move |ledger| {
        let now = ledger.clock().now();
        let ends_at = now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(now);
        ledger.db().write_alone(|conn| {
            let Some(account) = account::by_id(conn, &id)? else { return Ok::<_, Error>(None) };
            audit::add(conn, &Line::new(Event::TokenMade, now).by(Some(&id)).about(&account.person))?;
            token::store::make(conn, (&id, factors), &name, &scopes, ends_at, now).map(Some)
        })
    });
    let made = made.await?.map(|secret| format!("{}{}", token::PREFIX, secret.as_str()));
    write(app, page, visitor, headers, Vec::new(), made).await
}

/// `POST /{lang}/account/erase`: whoever shows of late who he is, and is sure, is forgotten here.
pub(super) async fn erase(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let sure = form.flag("sure");
    form.finish()?;
    if !sure {
        return Ok(onward(&page, "/account"));
    }
    let erased = while_fresh(&app, &visitor, headers, |conn, _, account, _, now| {
        audit::add(conn, &Line::new(Event::Erased, now).by(Some(&account.id)).about(&account.person))?;
        person::erase(conn, &account.person, now)
    });
    Ok(match erased.await? {
        Some(_) => with(onward(&page, ""), header::SET_COOKIE, &Site::of(&app)?.set_cookie(None)),
        None => proof::asked(&page, "/account"),
    })
}
