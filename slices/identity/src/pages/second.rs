//! The second factor: showing a code when coming in, and setting it up.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use qrcode::{Color, QrCode};
use web::{App, Form, Page, Peer, Problem, Query, Visitor, Wrong};

use super::{
    coming_in,
    letter::{self, Notice},
    onward, own,
    own::account_of,
    proof::{self, has_second_factor, waits, while_fresh, while_fresh_and_whole},
    roles, status, with, wrong,
};
use crate::{
    Account, Error, Secret, Vault, account,
    audit::{self, Event, Line},
    entrance::{self, Proved, SignIn},
    factor::{self, Setup},
    person, session,
    site::{self, Site},
};

/// The page on which it is set up.
pub(super) const SETUP: &str = "/account/second-factor";

/// Showing a code.
#[derive(Template)]
#[template(path = "second.html")]
struct AskPage {
    page: Page,
    errors: Vec<Wrong>,
    next: String,
}

/// Setting it up.
#[derive(Template)]
#[template(path = "second_setup.html")]
struct SetupPage {
    page: Page,
    errors: Vec<Wrong>,
    /// What the roles are called that wait for it.
    waiting: Vec<String>,
    stage: Stage,
}

/// How far somebody is.
enum Stage {
    /// There is a factor already, which was not shown when coming in.
    There,
    /// There is none.
    None,
    /// This goes into the app: the secret in groups of four, for typing; the width of the picture in modules, and its path.
    Begun(String, (usize, String)),
}

/// What to keep for the day on which the telephone is lost.
#[derive(Template)]
#[template(path = "second_done.html")]
struct DonePage {
    page: Page,
    codes: Vec<String>,
}

/// On to where a code is shown.
pub(super) fn asked(page: &Page, site: &Site, half: &Secret, next: &str) -> Response {
    let next: String =
        site::onward(Some(next)).unwrap_or_default().bytes().map(|byte| format!("%{byte:02X}")).collect();
    let onward = Redirect::to(&format!("{}?next={next}", page.to("/second-factor"))).into_response();
    with(onward, header::SET_COOKIE, &site.set_cookie(Some(half)))
}

/// `GET /{lang}/second-factor?next=…`
pub(super) async fn ask(page: Page, mut query: Query) -> Result<Response, Problem> {
    let next = query.one("next").unwrap_or_default();
    query.finish()?;
    let shown = AskPage { page, errors: Vec::new(), next };
    own(&shown.page, &shown, StatusCode::OK)
}

/// `POST /{lang}/second-factor`
pub(super) async fn prove(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (code, next) = (form.one("code").unwrap_or_default(), form.one("next").unwrap_or_default());
    form.finish()?;
    let site = Site::of(&app)?;
    let Some(half) = site.secret(&headers) else { return Ok(onward(&page, "/sign-in")) };
    let (here, caller) = (site.clone(), site.caller(peer, &headers));
    let proved = app.blocking(move |ledger| {
        let (vault, now) = (here.vault(ledger)?, ledger.clock().now());
        entrance::prove(ledger.db(), &vault, &half, &code, &caller, now)
    });
    match proved.await? {
        SignIn::In(secret) => Ok(coming_in::to_account(&page, &site, &secret, &next)),
        SignIn::TooOften(minutes) => Err(Problem::TooOften(minutes)),
        SignIn::Half(_) | SignIn::Wrong => {
            let shown = AskPage { page, errors: vec![wrong("code", "identity-wrong-code")], next };
            own(&shown.page, &shown, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// `POST /{lang}/account/second-factor`
pub(super) async fn begin(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let begun = while_fresh_and_whole(&app, &visitor, headers, |conn, vault, account, _, now| {
        factor::begin(conn, vault, account, now)
    });
    Ok(match begun.await? {
        Some(()) => onward(&page, SETUP),
        None => proof::asked(&page, SETUP),
    })
}

/// `GET /{lang}/account/second-factor`
pub(super) async fn setup(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    show_setup(&app, page, &visitor, headers, Vec::new()).await
}

/// Shows how a second factor is set up, and what goes into the app to whoever showed of late who he is; who needs none any more is
/// led back to the account.
async fn show_setup(
    app: &App,
    page: Page,
    visitor: &Visitor,
    headers: HeaderMap,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let id = account_of(visitor)?;
    let there = app.blocking(move |ledger| {
        ledger.db().read(|conn| {
            let Some(account) = account::by_id(conn, &id)? else { return Ok::<_, Error>([true, true]) };
            Ok([factor::is_on(conn, &account.id)?, has_second_factor(conn, &account)?])
        })
    });
    let [is_on, has_one] = there.await?;
    let stage = if waits(visitor) && has_one {
        Stage::There
    } else if is_on {
        return Ok(onward(&page, "/account"));
    } else {
        let setup = while_fresh(app, visitor, headers, |conn, vault, account, _, _| {
            let [name, _] = names(conn, vault, account)?;
            factor::setup(conn, vault, account, &name)
        });
        match setup.await?.flatten() {
            Some(Setup { url, secret }) => {
                let groups = secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group));
                Stage::Begun(groups.collect::<Vec<_>>().join(" "), picture(&url))
            }
            None => Stage::None,
        }
    };
    let shown = SetupPage { waiting: roles::called(app, &page, &visitor.0.withheld), page, errors, stage };
    own(&shown.page, &shown, status(&shown.errors))
}

/// By what the owner of an account knows it: where messages reach him, and what he is called.
pub(super) fn names(conn: &mut db::Conn, vault: &Vault, account: &Account) -> Result<[String; 2], Error> {
    let person = person::by_id(conn, vault, &account.person)?;
    let details = person.as_ref().and_then(person::Person::details);
    let contacts = details.map(person::Details::contacts).unwrap_or_default();
    let contact = contacts.into_iter().next().unwrap_or_else(|| account.id.to_string());
    let name = details.and_then(|details| details.name.as_ref()).map(ToString::to_string);
    Ok([contact.clone(), name.unwrap_or(contact)])
}

/// A text as a QR code: how many modules wide, and the path of the dark ones.
fn picture(text: &str) -> (usize, String) {
    let Ok(code) = QrCode::new(text) else { return (0, String::new()) };
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let path = dark.map(|(place, _)| format!("M{} {}h1v1h-1z", place % width, place / width)).collect();
    (width, path)
}

/// `POST /{lang}/account/second-factor/confirm`
pub(super) async fn confirm(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let code = form.one("code").unwrap_or_default();
    form.finish()?;
    let (site, book, sent) = (Site::of(&app)?, app.phrasebook().clone(), headers.clone());
    let confirmed = while_fresh_and_whole(&app, &visitor, headers, move |conn, vault, account, session, now| {
        let Some(codes) = factor::confirm(conn, vault, account, code.trim(), now)? else { return Ok(None) };
        let Some(secret) = session::store::raise(conn, &session.id)? else { return Ok(None) };
        // Wherever else somebody is in, no code was asked for.
        session::store::end_all(conn, &account.id, Some(&session.id))?;
        audit::add(conn, &Line::new(Event::FactorBegun, now).by(Some(&account.id)).about(&account.person))?;
        letter::tell(conn, (vault, &site, &book), account, Notice::FactorBegun, now)?;
        Ok(Some((codes, secret)))
    });
    match confirmed.await? {
        Some(Some((codes, secret))) => {
            let shown = DonePage { page, codes: codes.iter().map(|code| code.as_str().to_owned()).collect() };
            proof::raised(&app, own(&shown.page, &shown, StatusCode::OK)?, &secret)
        }
        Some(None) => show_setup(&app, page, &visitor, sent, vec![wrong("code", "identity-wrong-code")]).await,
        None => Ok(proof::asked(&page, SETUP)),
    }
}

/// `POST /{lang}/account/second-factor/end`
pub(super) async fn end(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    headers: HeaderMap,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let code = form.one("code").unwrap_or_default();
    form.finish()?;
    let (id, site, book) = (account_of(&visitor)?, Site::of(&app)?, app.phrasebook().clone());
    let ended = app.blocking(move |ledger| {
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            let Some(account) = account::by_id(conn, &id)? else { return Ok::<_, Error>(Proved::No) };
            let proved = entrance::prove_by_code(conn, &vault, &account, &code, now)?;
            if proved == Proved::Yes {
                factor::end(conn, &id)?;
                audit::add(conn, &Line::new(Event::FactorEnded, now).by(Some(&id)).about(&account.person))?;
                letter::tell(conn, (&vault, &site, &book), &account, Notice::FactorEnded, now)?;
            }
            Ok(proved)
        })
    });
    match ended.await? {
        Proved::Yes => Ok(onward(&page, "/account")),
        Proved::TooOften(minutes) => Err(Problem::TooOften(minutes)),
        Proved::No => own::write(app, page, visitor, headers, vec![wrong("code", "identity-wrong-code")], None).await,
    }
}
