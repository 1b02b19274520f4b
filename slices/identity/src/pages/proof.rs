//! Showing once more who one is: what lets people in is changed by whoever did of late, and not by who found the browser open.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Timestamp;
use web::{App, Form, Page, Problem, Query, Visitor, Wrong};

use super::{own, own::account_of, passkeys::answer, status, with, wrong};
use crate::{
    Account, Error, Secret, Vault, account,
    entrance::{self, Proof, Proved},
    factor,
    passkey::{self, Party},
    password::{self, Password},
    session::{self, Session},
    site::{self, Site},
};

/// The page.
#[derive(Template)]
#[template(path = "proof.html")]
struct ProofPage {
    page: Page,
    errors: Vec<Wrong>,
    /// Where one goes on.
    next: String,
    /// The name of the site to which passkeys are bound, if there are any.
    at: Option<String>,
    /// Whether one can by a password, and whether a code is asked for too.
    password: bool,
    code: bool,
}

/// On to where somebody shows who he is, and back to a page of the account.
pub(super) fn asked(page: &Page, path: &str) -> Response {
    Redirect::to(&format!("{}?next={}", page.to("/account/proof"), page.to(path))).into_response()
}

/// `GET /{lang}/account/proof?next=…`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    mut query: Query,
) -> Result<Response, Problem> {
    let next = query.one("next").unwrap_or_default();
    query.finish()?;
    write(&app, page, &visitor, Vec::new(), next).await
}

async fn write(
    app: &App,
    page: Page,
    visitor: &Visitor,
    errors: Vec<Wrong>,
    next: String,
) -> Result<Response, Problem> {
    let (id, site) = (account_of(visitor)?, Site::of(app)?);
    let ways = app.blocking(move |ledger| {
        ledger.db().read(|conn| {
            let password = account::by_id(conn, &id)?.is_some_and(|account| account.has_password);
            Ok::<_, Error>((password, !passkey::of(conn, &id)?.is_empty(), factor::is_on(conn, &id)?))
        })
    });
    let (password, passkeys, code) = ways.await?;
    let at = Party::at(&site.address).filter(|_| passkeys).map(|party| party.name().to_owned());
    let shown = ProofPage { page, errors, next, at, password, code };
    let page = own(&shown.page, &shown, status(&shown.errors))?;
    Ok(if shown.at.is_some() { web::scripted(page) } else { page })
}

/// `POST /{lang}/account/proof`
pub(super) async fn prove(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let password = Password::typed(form.one("password").unwrap_or_default());
    let (code, next) = (form.one("code").unwrap_or_default(), form.one("next").unwrap_or_default());
    form.finish()?;
    let turn = password::turn().await;
    let proved = proved(&app, &visitor, headers, Proof::Password(password, code)).await;
    drop(turn);
    go_on(&app, page, &visitor, next, (proved?, wrong("password", "identity-wrong-proof"))).await
}

/// `POST /{lang}/account/proof/passkey`
pub(super) async fn prove_by_passkey(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (answer, next) = (answer(&mut form), form.one("next").unwrap_or_default());
    form.finish()?;
    let proved = proved(&app, &visitor, headers, Proof::Passkey(answer)).await?;
    go_on(&app, page, &visitor, next, (proved, wrong("passkey", "identity-wrong-passkey"))).await
}

async fn proved(app: &App, visitor: &Visitor, headers: HeaderMap, proof: Proof) -> Result<Proved, Problem> {
    let (id, site) = (account_of(visitor)?, Site::of(app)?);
    app.blocking(move |ledger| {
        let (vault, now, party) = (site.vault(ledger)?, ledger.clock().now(), Party::at(&site.address));
        let session = ledger.db().read(|conn| session_of(conn, &site, &headers, now))?;
        let Some(session) = session.filter(|session| session.account == id) else { return Ok(Proved::No) };
        entrance::prove_again(ledger.db(), &vault, party.as_ref(), (&id, &session.id), &proof, now)
    })
    .await
}

async fn go_on(
    app: &App,
    page: Page,
    visitor: &Visitor,
    next: String,
    (proved, otherwise): (Proved, Wrong),
) -> Result<Response, Problem> {
    match proved {
        Proved::Yes => {
            let onward = site::onward(Some(&next)).map_or_else(|| page.to("/account"), str::to_owned);
            Ok(Redirect::to(&onward).into_response())
        }
        Proved::No => write(app, page, visitor, vec![otherwise], next).await,
        Proved::TooOften(minutes) => Err(Problem::TooOften(minutes)),
    }
}

/// The session in which these headers were sent.
pub(super) fn session_of(
    conn: &mut db::Conn,
    site: &Site,
    headers: &HeaderMap,
    now: Timestamp,
) -> Result<Option<Session>, Error> {
    site.secret(headers).map_or(Ok(None), |secret| session::store::by_secret(conn, &secret, now))
}

/// Does what only the owner may, who showed of late who he is. Of anyone else nothing is done, and none comes back: a proof is
/// asked for then.
pub(super) async fn while_fresh<T: Send + 'static>(
    app: &App,
    visitor: &Visitor,
    headers: HeaderMap,
    change: impl FnOnce(&mut db::Conn, &Vault, &Account, &Session, Timestamp) -> Result<T, Error> + Send + 'static,
) -> Result<Option<T>, Problem> {
    let (id, site) = (account_of(visitor)?, Site::of(app)?);
    app.blocking(move |ledger| {
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            let session = session_of(conn, &site, &headers, now)?;
            let session =
                session.filter(|session| session.account == id && session.is_whole() && session.is_fresh(now));
            match (session, account::by_id(conn, &id)?) {
                (Some(session), Some(account)) => change(conn, &vault, &account, &session, now).map(Some),
                _ => Ok::<_, Error>(None),
            }
        })
    })
    .await
}

/// The same of second factors. While a role waits for the one that the account has, nothing but that one changes any: whoever has
/// learnt the password would make another, and hold the role by it.
///
/// # Errors
/// When a role waits for a factor that is there, too.
pub(super) async fn while_fresh_and_whole<T: Send + 'static>(
    app: &App,
    visitor: &Visitor,
    headers: HeaderMap,
    change: impl FnOnce(&mut db::Conn, &Vault, &Account, &Session, Timestamp) -> Result<T, Error> + Send + 'static,
) -> Result<Option<T>, Problem> {
    let waits = waits(visitor);
    let done = while_fresh(app, visitor, headers, move |conn, vault, account, session, now| {
        if waits && has_second_factor(conn, account)? {
            return Ok(None);
        }
        change(conn, vault, account, session, now).map(Some)
    });
    match done.await? {
        Some(None) => Err(Problem::SecondFactor),
        done => Ok(done.flatten()),
    }
}

/// Whether somebody holds a role that waits for a second factor.
pub(super) fn waits(visitor: &Visitor) -> bool {
    !visitor.0.withheld.is_empty()
}

/// Whether an account has a second factor: codes, or a passkey.
pub(super) fn has_second_factor(conn: &mut db::Conn, account: &Account) -> Result<bool, Error> {
    Ok(factor::is_on(conn, &account.id)? || !passkey::of(conn, &account.id)?.is_empty())
}

/// Lets a session go on as one of two factors, under the secret that it has then.
pub(super) fn raised(app: &App, response: Response, secret: &Secret) -> Result<Response, Problem> {
    Ok(with(response, header::SET_COOKIE, &Site::of(app)?.set_cookie(Some(secret))))
}
