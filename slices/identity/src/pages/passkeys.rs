//! Passkeys: coming in with one, and adding and removing one's own.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use kernel::Timestamp;
use web::{App, Form, Page, Peer, Problem, Query, Visitor, Wrong};

use super::{
    coming_in::{sign_in_form, to_account},
    letter::{self, Notice},
    onward, own,
    own::{NAME_MAX, account_of},
    second, status, time, wrong,
};
use crate::{
    Account, Error, Secret, Vault, account,
    audit::{self, Event, Line},
    entrance::{self, Proof, Proved, SignIn},
    factor,
    passkey::{self, Answer, Asked, Party, PasskeyId},
    password::{self, Password},
    session::{self, Session},
    site::Site,
};

/// The page of one's own passkeys.
#[derive(Template)]
#[template(path = "passkeys.html")]
struct PasskeysPage {
    page: Page,
    errors: Vec<Wrong>,
    /// The name that was typed.
    name: String,
    /// The name of the site to which passkeys are bound; none if it has none.
    at: Option<String>,
    passkeys: Vec<Shown>,
    /// Whether its owner showed of late who he is.
    fresh: bool,
    /// Whether he can by a password, and whether a code is asked for too.
    password: bool,
    code: bool,
}

/// A passkey as people read it.
struct Shown {
    id: PasskeyId,
    name: String,
    since: String,
    used: Option<String>,
}

/// Reads what a device answered from a form.
pub(super) fn answer(form: &mut Query) -> Answer {
    let ceremony = form.one("ceremony").unwrap_or_default();
    Answer { ceremony: Secret::read(&ceremony), text: form.one("answer").unwrap_or_default() }
}

/// Whether a text can be the name of a passkey.
pub(super) fn is_name(text: &str) -> bool {
    (1..=NAME_MAX).contains(&text.chars().count()) && !text.contains(char::is_control)
}

/// The site as passkeys know it.
pub(super) fn party(site: &Site) -> Result<Party, Problem> {
    Party::at(&site.address).ok_or(Problem::NoSuchAddress)
}

/// What a script of a page reads.
pub(super) fn as_json(asked: &Asked) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], asked.to_json()).into_response()
}

/// `POST /{lang}/passkey`: what a device is asked that is to show a passkey.
pub(super) async fn ask(State(app): State<App>, peer: Peer, headers: HeaderMap) -> Result<Response, Problem> {
    let site = Site::of(&app)?;
    let (party, caller) = (party(&site)?, site.caller(peer, &headers));
    let asked = app.blocking(move |ledger| {
        entrance::ask_for_passkey(ledger.db(), &site.vault(ledger)?, &party, &caller, ledger.clock().now())
    });
    asked.await?.map(|asked| as_json(&asked)).map_err(Problem::TooOften)
}

/// `POST /{lang}/sign-in/passkey`
pub(super) async fn sign_in(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (answer, next) = (answer(&mut form), form.one("next").unwrap_or_default());
    form.finish()?;
    let site = Site::of(&app)?;
    let (party, caller, before) = (party(&site)?, site.caller(peer, &headers), site.secret(&headers));
    let here = site.clone();
    let entered = app.blocking(move |ledger| {
        let (vault, now) = (here.vault(ledger)?, ledger.clock().now());
        let entered = entrance::sign_in_with_passkey(ledger.db(), &vault, &party, &answer, &caller, now)?;
        if let (SignIn::In(_), Some(before)) = (&entered, before) {
            ledger.db().write_alone(|conn| entrance::sign_out(conn, &before, now))?;
        }
        Ok::<_, Error>(entered)
    });
    match entered.await? {
        SignIn::In(secret) => Ok(to_account(&page, &site, &secret, &next)),
        SignIn::TooOften(minutes) => Err(Problem::TooOften(minutes)),
        SignIn::Half(_) | SignIn::Wrong => {
            let errors = vec![wrong("passkey", "identity-wrong-passkey")];
            sign_in_form(&app, page, errors, String::new(), next)
        }
    }
}

/// `GET /{lang}/account/passkeys`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    write(app, page, &visitor, headers, (Vec::new(), String::new())).await
}

async fn write(
    app: App,
    page: Page,
    visitor: &Visitor,
    headers: HeaderMap,
    (errors, name): (Vec<Wrong>, String),
) -> Result<Response, Problem> {
    let (id, site) = (account_of(visitor)?, Site::of(&app)?);
    let shown = app.blocking(move |ledger| {
        let now = ledger.clock().now();
        let read = ledger.db().read(|conn| {
            let session = session_of(conn, &site, &headers, now)?;
            let password = account::by_id(conn, &id)?.is_some_and(|account| account.has_password);
            Ok::<_, Error>((session, password, passkey::of(conn, &id)?, factor::is_on(conn, &id)?))
        });
        let (session, password, passkeys, code) = read?;
        let passkeys = passkeys.into_iter().map(|passkey| Shown {
            id: passkey.id,
            name: passkey.name,
            since: time(&page, ledger, passkey.made_at),
            used: passkey.used_at.map(|used| time(&page, ledger, used)),
        });
        let passkeys = passkeys.collect();
        let fresh = session.is_some_and(|session| session.is_fresh(now));
        let at = Party::at(&site.address).map(|party| party.name().to_owned());
        Ok::<_, Error>(PasskeysPage { page, errors, name, at, passkeys, fresh, password, code })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, status(&shown.errors)).map(web::scripted)
}

/// The session in which these headers were sent.
fn session_of(conn: &mut db::Conn, site: &Site, headers: &HeaderMap, now: Timestamp) -> Result<Option<Session>, Error> {
    site.secret(headers).map_or(Ok(None), |secret| session::store::by_secret(conn, &secret, now))
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
    let code = form.one("code").unwrap_or_default();
    form.finish()?;
    let turn = password::turn().await;
    let proved = proved(&app, &visitor, &headers, Proof::Password(password, code)).await;
    drop(turn);
    go_on(app, page, &visitor, headers, (proved?, wrong("password", "identity-wrong-proof"))).await
}

/// `POST /{lang}/account/proof/passkey`
pub(super) async fn prove_by_passkey(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let answer = answer(&mut form);
    form.finish()?;
    let proved = proved(&app, &visitor, &headers, Proof::Passkey(answer)).await?;
    go_on(app, page, &visitor, headers, (proved, wrong("passkey", "identity-wrong-passkey"))).await
}

async fn proved(app: &App, visitor: &Visitor, headers: &HeaderMap, proof: Proof) -> Result<Proved, Problem> {
    let (id, site, headers) = (account_of(visitor)?, Site::of(app)?, headers.clone());
    app.blocking(move |ledger| {
        let (vault, now, party) = (site.vault(ledger)?, ledger.clock().now(), Party::at(&site.address));
        let session = ledger.db().read(|conn| session_of(conn, &site, &headers, now))?;
        let Some(session) = session.filter(|session| session.account == id) else { return Ok(Proved::No) };
        entrance::prove_again(ledger.db(), &vault, party.as_ref(), (&id, &session.id), &proof, now)
    })
    .await
}

async fn go_on(
    app: App,
    page: Page,
    visitor: &Visitor,
    headers: HeaderMap,
    (proved, otherwise): (Proved, Wrong),
) -> Result<Response, Problem> {
    match proved {
        Proved::Yes => Ok(onward(&page, "/account/passkeys")),
        Proved::No => write(app, page, visitor, headers, (vec![otherwise], String::new())).await,
        Proved::TooOften(minutes) => Err(Problem::TooOften(minutes)),
    }
}

/// `POST /{lang}/account/passkeys/new`: what a device is asked that is to make a passkey.
pub(super) async fn ask_to_add(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let party = party(&*Site::of(&app)?)?;
    let asked = while_fresh(&app, &visitor, headers, move |conn, vault, account, _, now| {
        let [contact, name] = second::names(conn, vault, account)?;
        passkey::ask_to_add(conn, &party, &account.id, [&contact, &name], now)
    });
    Ok(asked.await?.map_or_else(|| onward(&page, "/account/passkeys"), |asked| as_json(&asked)))
}

/// `POST /{lang}/account/passkeys`. Whoever was asked had shown who he is: an answer may come a little later.
pub(super) async fn add(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (answer, typed) = (answer(&mut form), form.one("name").unwrap_or_default());
    form.finish()?;
    let name = typed.trim().to_owned();
    if !is_name(&name) {
        let errors = vec![wrong("name", "identity-wrong-name")];
        return write(app, page, &visitor, headers, (errors, typed)).await;
    }
    let (id, site, book) = (account_of(&visitor)?, Site::of(&app)?, app.phrasebook().clone());
    let party = party(&site)?;
    let added = app.blocking(move |ledger| {
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            let Some(account) = account::by_id(conn, &id)? else { return Ok::<_, Error>(false) };
            let added = passkey::add(conn, &party, &id, (&answer, &name), now)?;
            if added {
                audit::add(conn, &Line::new(Event::PasskeyAdded, now).by(Some(&id)).about(&account.person))?;
                letter::tell(conn, (&vault, &site, &book), &account, Notice::PasskeyAdded, now)?;
            }
            Ok(added)
        })
    });
    if added.await? {
        return Ok(onward(&page, "/account/passkeys"));
    }
    write(app, page, &visitor, headers, (vec![wrong("passkey", "identity-wrong-new-passkey")], typed)).await
}

/// `POST /{lang}/account/passkeys/{id}/end`. Whoever is in elsewhere is out: the device may be lost.
pub(super) async fn end(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (site, book) = (Site::of(&app)?, app.phrasebook().clone());
    let ended = while_fresh(&app, &visitor, headers, move |conn, vault, account, session, now| {
        let Ok(id) = id.parse::<PasskeyId>() else { return Ok(false) };
        if !passkey::end(conn, &account.id, &id)? {
            return Ok(false);
        }
        session::store::end_all(conn, &account.id, Some(&session.id))?;
        audit::add(conn, &Line::new(Event::PasskeyEnded, now).by(Some(&account.id)).about(&account.person))?;
        letter::tell(conn, (vault, &site, &book), account, Notice::PasskeyEnded, now)?;
        Ok(true)
    });
    // What is somebody else's is not there.
    if ended.await? == Some(false) {
        return Err(Problem::NoSuchAddress);
    }
    Ok(onward(&page, "/account/passkeys"))
}

/// Does what only the owner may, who showed of late who he is. Of anyone else nothing is done, and none comes back: the page asks
/// for a proof then.
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
