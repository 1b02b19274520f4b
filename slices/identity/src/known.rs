//! How the program knows who asks.

use authz::{Denied, Principal};
use axum::http::{HeaderMap, header};
use ledger::Ledger;
use web::{App, Fault, People, Problem};

use crate::{
    AccountId, Error, Secret, audit, entrance,
    site::{Site, moment},
    token,
};

/// How the program knows people.
pub(crate) const PEOPLE: People =
    People { identify, note, sign_in: "/sign-in", second_factor: "/account/second-factor" };

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::Fault(Fault::new(error))
    }
}

/// Who sends these headers: by a token, else by a session. A token that is none is refused, a session that is over is
/// nobody's. Roles that ask for a second factor are withheld where none was shown.
fn identify(app: &App, headers: &HeaderMap) -> Result<Principal, Problem> {
    let site = Site::of(app)?;
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let said = value.to_str().ok().and_then(|value| value.split_once(' '));
        let token = said.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
        let secret = token.and_then(|token| token.strip_prefix(token::PREFIX)).and_then(Secret::read);
        let (now, today) = moment(&app.ledger);
        let known = secret.map(|secret| entrance::by_token(app.ledger.db(), &secret, today, now)).transpose()?;
        let (token, principal) = known.flatten().ok_or(Problem::SignIn)?;
        return Ok(site.guarded.withhold(token.factors, principal));
    }
    let Some(secret) = site.secret(headers) else { return Ok(Principal::default()) };
    Ok(by_session(&app.ledger, &site, &secret)?.unwrap_or_default())
}

/// Who has a session, as policies see them; none if it is over.
pub(crate) fn by_session(ledger: &Ledger, site: &Site, secret: &Secret) -> Result<Option<Principal>, Error> {
    let (now, today) = moment(ledger);
    let known = entrance::by_session(ledger.db(), secret, today, now)?;
    Ok(known.map(|(session, principal)| site.guarded.withhold(session.factors, principal)))
}

/// Puts a denial into the audit log.
fn note(app: &App, principal: &Principal, denied: &Denied) {
    let account = principal.account.as_deref().and_then(|account| account.parse::<AccountId>().ok());
    let line = audit::Line::denied(account.as_ref(), denied, app.ledger.clock().now());
    if let Err(error) = app.ledger.db().write_alone(|conn| audit::add(conn, &line)) {
        tracing::error!(%error, "a denial is missing in the audit log");
    }
}
