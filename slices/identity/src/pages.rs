//! The pages: coming in, one's own account, all accounts, the audit log.

mod accounts;
mod coming_in;
mod invited;
mod letter;
mod log;
mod messages;
mod own;
mod passkeys;
mod proof;
mod roles;
mod second;

use askama::Template;
use axum::{
    Router,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use kernel::Timestamp;
use ledger::Ledger;
use web::{App, Page, Problem, Wrong};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/sign-in", get(coming_in::sign_in_page).post(coming_in::sign_in))
        .route("/sign-in/passkey", post(passkeys::sign_in))
        .route("/passkey", post(passkeys::ask))
        .route("/sign-up", get(coming_in::sign_up_page).post(coming_in::sign_up))
        .route("/forgotten", get(coming_in::forgotten_page).post(coming_in::forgotten))
        .route("/links/{secret}", get(coming_in::link_page).post(coming_in::choose))
        .route("/links/{secret}/passkey", post(invited::make))
        .route("/links/{secret}/passkey/new", post(invited::ask))
        .route("/second-factor", get(second::ask).post(second::prove))
        .route("/account/proof", get(proof::show).post(proof::prove))
        .route("/account/proof/passkey", post(proof::prove_by_passkey))
        .route("/account/passkeys", get(passkeys::show).post(passkeys::add))
        .route("/account/passkeys/new", post(passkeys::ask_to_add))
        .route("/account/passkeys/{id}/end", post(passkeys::end))
        .route("/account/second-factor", get(second::setup).post(second::begin))
        .route("/account/second-factor/confirm", post(second::confirm))
        .route("/account/second-factor/end", post(second::end))
        .route("/sign-out", post(coming_in::sign_out))
        .route("/messages", get(messages::show))
        .route("/account", get(own::show))
        .route("/account/erase", post(own::erase))
        .route("/account/log", get(log::mine))
        .route("/account/password", post(own::password))
        .route("/account/sessions/{id}/end", post(own::end_session))
        .route("/account/tokens", post(own::make_token))
        .route("/account/tokens/{id}/end", post(own::end_token))
        .route("/accounts", get(accounts::index).post(accounts::invite))
        .route("/accounts/find", post(accounts::seek))
        .route("/accounts/{id}", get(accounts::show))
        .route("/accounts/{id}/close", post(accounts::close))
        .route("/accounts/{id}/link", post(accounts::link))
        .route("/accounts/{id}/mandates", post(accounts::give))
        .route("/accounts/{id}/mandates/{mandate}/end", post(accounts::end))
        .route("/accounts/{id}/reopen", post(accounts::reopen))
        .route("/accounts/{id}/sessions/end", post(accounts::end_sessions))
        .route("/audit", get(log::all))
}

/// A page that is for one person and this moment.
fn own(page: &Page, template: &impl Template, status: StatusCode) -> Result<Response, Problem> {
    let mut response = (status, web::html(page.t.lang(), template)?).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The status of a form that is shown again, with what is wrong.
fn status(errors: &[Wrong]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// On to another page after a form was taken.
fn onward(page: &Page, path: &str) -> Response {
    Redirect::to(&page.to(path)).into_response()
}

/// With a header. What the program puts together always is one.
fn with(mut response: Response, name: HeaderName, value: &str) -> Response {
    response.headers_mut().extend(HeaderValue::try_from(value).ok().map(|value| (name, value)));
    response
}

/// What is wrong with a field, said by a message. What was typed is not repeated: it may be a password.
fn wrong(field: &str, message: &'static str) -> Wrong {
    Wrong::new(field, "", "see the message").told(message)
}

/// An instant as people read it: the day and the time of the jurisdiction.
fn time(page: &Page, ledger: &Ledger, at: Timestamp) -> String {
    let there = ledger.zone().to_datetime(at);
    format!("{} {:02}:{:02}", page.t.day(there.date()), there.hour(), there.minute())
}
