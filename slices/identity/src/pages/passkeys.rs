//! Passkeys: coming in with one, and adding and removing one's own.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use web::{App, Form, Page, Peer, Problem, Query, Visitor, Wrong};

use super::{
    coming_in::{sign_in_form, to_account},
    letter::{self, Notice},
    onward, own,
    own::{NAME_MAX, account_of},
    proof::{self, raised, session_of, while_fresh_and_whole},
    second, status, time, wrong,
};
use crate::{
    Error, Secret, account,
    audit::{self, Event, Line},
    entrance::{self, SignIn},
    passkey::{self, Answer, Asked, Party, PasskeyId},
    session,
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
            Ok::<_, Error>((session, passkey::of(conn, &id)?))
        });
        let (session, passkeys) = read?;
        let passkeys = passkeys.into_iter().map(|passkey| Shown {
            id: passkey.id,
            name: passkey.name,
            since: time(&page, ledger, passkey.made_at),
            used: passkey.used_at.map(|used| time(&page, ledger, used)),
        });
        let passkeys = passkeys.collect();
        let fresh = session.is_some_and(|session| session.is_fresh(now));
        let at = Party::at(&site.address).map(|party| party.name().to_owned());
        Ok::<_, Error>(PasskeysPage { page, errors, name, at, passkeys, fresh })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, status(&shown.errors)).map(web::scripted)
}

/// `POST /{lang}/account/passkeys/new`: what a device is asked that is to make a passkey.
pub(super) async fn ask_to_add(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let party = party(&*Site::of(&app)?)?;
    let asked = while_fresh_and_whole(&app, &visitor, headers, move |conn, vault, account, _, now| {
        let [contact, name] = second::names(conn, vault, account)?;
        passkey::ask_to_add(conn, &party, &account.id, [&contact, &name], now)
    });
    Ok(asked.await?.map_or_else(|| proof::asked(&page, "/account/passkeys"), |asked| as_json(&asked)))
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
    let (party, sent) = (party(&site)?, headers.clone());
    let added = app.blocking(move |ledger| {
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            let session = session_of(conn, &site, &sent, now)?.filter(|session| session.account == id);
            let (Some(session), Some(account)) = (session, account::by_id(conn, &id)?) else {
                return Ok::<_, Error>(None);
            };
            if !passkey::add(conn, &party, &id, (&answer, &name), now)? {
                return Ok(None);
            }
            audit::add(conn, &Line::new(Event::PasskeyAdded, now).by(Some(&id)).about(&account.person))?;
            letter::tell(conn, (&vault, &site, &book), &account, Notice::PasskeyAdded, now)?;
            // The device showed both factors just now.
            session::store::raise(conn, &session.id)
        })
    });
    if let Some(secret) = added.await? {
        return raised(&app, onward(&page, "/account/passkeys"), &secret);
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
    let (whose, id) = (account_of(&visitor)?, id.parse::<PasskeyId>().map_err(|_| Problem::NoSuchAddress)?);
    let theirs = app.blocking(move |ledger| ledger.db().read(|conn| passkey::of(conn, &whose)));
    // What is somebody else's is not there, however long ago one showed who one is.
    if !theirs.await?.iter().any(|passkey| passkey.id == id) {
        return Err(Problem::NoSuchAddress);
    }
    let ended = while_fresh_and_whole(&app, &visitor, headers, move |conn, vault, account, session, now| {
        if !passkey::end(conn, &account.id, &id)? {
            return Ok(false);
        }
        session::store::end_all(conn, &account.id, Some(&session.id))?;
        audit::add(conn, &Line::new(Event::PasskeyEnded, now).by(Some(&account.id)).about(&account.person))?;
        letter::tell(conn, (vault, &site, &book), account, Notice::PasskeyEnded, now)?;
        Ok(true)
    });
    match ended.await? {
        Some(true) => Ok(onward(&page, "/account/passkeys")),
        Some(false) => Err(Problem::NoSuchAddress),
        None => Ok(proof::asked(&page, "/account/passkeys")),
    }
}
