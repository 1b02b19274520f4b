//! Beginning with a passkey: whoever follows a link to a new account makes one instead of choosing a password.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use web::{App, Form, Page, Peer, Problem};

use super::{
    coming_in::{link_form, to_account},
    letter::{self, Notice},
    onward,
    passkeys::{answer, as_json, is_name, party},
    second, wrong,
};
use crate::{Error, Secret, entrance, link, passkey, site::Site};

/// `POST /{lang}/links/{secret}/passkey/new`: what a device is asked that is to make the first passkey.
pub(super) async fn ask(State(app): State<App>, page: Page, Path(secret): Path<String>) -> Result<Response, Problem> {
    let site = Site::of(&app)?;
    let (party, read) = (party(&site)?, Secret::read(&secret).ok_or(Problem::NoSuchAddress)?);
    let asked = app.blocking(move |ledger| {
        let (vault, now) = (site.vault(ledger)?, ledger.clock().now());
        ledger.db().write_alone(|conn| {
            let Some(account) = entrance::by_link(conn, &read, now)? else { return Ok::<_, Error>(None) };
            if !entrance::may_begin_with_passkey(conn, &account)? {
                return Ok(None);
            }
            let [contact, name] = second::names(conn, &vault, &account)?;
            passkey::ask_to_add(conn, &party, &account.id, [&contact, &name], now).map(Some)
        })
    });
    Ok(asked.await?.map_or_else(|| onward(&page, &format!("/links/{secret}")), |asked| as_json(&asked)))
}

/// `POST /{lang}/links/{secret}/passkey`
pub(super) async fn make(
    State(app): State<App>,
    page: Page,
    peer: Peer,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Form(mut form): Form,
) -> Result<Response, Problem> {
    let (answer, name) = (answer(&mut form), form.one("name").unwrap_or_default().trim().to_owned());
    form.finish()?;
    if !is_name(&name) {
        return link_form(&app, page, secret, vec![wrong("name", "identity-wrong-name")]).await;
    }
    let (site, book) = (Site::of(&app)?, app.phrasebook().clone());
    let (party, caller, read) = (party(&site)?, site.caller(peer, &headers), Secret::read(&secret));
    let here = site.clone();
    let begun = app.blocking(move |ledger| {
        let (vault, now) = (here.vault(ledger)?, ledger.clock().now());
        let Some(secret) = read else { return Ok::<_, Error>(None) };
        ledger.db().write_alone(|conn| {
            let Some(account) = entrance::by_link(conn, &secret, now)? else { return Ok(None) };
            let next = link::next(conn, &vault, &account, &secret)?.unwrap_or_default();
            let begun = entrance::begin_with_passkey(conn, &party, &account, (&answer, &name), &caller, now)?;
            if begun.is_some() {
                letter::tell(conn, (&vault, &here, &book), &account, Notice::PasskeyAdded, now)?;
            }
            Ok(begun.map(|session| (session, next)))
        })
    });
    match begun.await? {
        Some((session, next)) => Ok(to_account(&page, &site, &session, &next)),
        None => link_form(&app, page, secret, vec![wrong("passkey", "identity-wrong-new-passkey")]).await,
    }
}
