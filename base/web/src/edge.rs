//! What every answer gets on its way out: problems their text, all of them their headers.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
};

use askama::Template;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::Lang;
use serde::Serialize;

use crate::{Address, App, Messages, Page, People, Problem, Wrong, lang};

/// Only what comes from here, no script at all, and nobody may frame it.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";
/// The same for the few pages that ask a device for a passkey, which nothing but a script can.
const SCRIPTED: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                        frame-ancestors 'none'; script-src 'self'; connect-src 'self'";

/// A problem as JSON (RFC 9457).
#[derive(Serialize)]
struct Told<'a> {
    r#type: String,
    title: String,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [Wrong],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    near: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
}

/// A problem as a page.
#[derive(Template)]
#[template(path = "problem.html")]
struct Shown<'a> {
    page: Page,
    title: String,
    next: String,
    detail: Option<String>,
    errors: &'a [Wrong],
    /// What might have been meant, with its address.
    near: Vec<(&'a str, Option<String>)>,
    number: Option<String>,
}

/// Answers a request, and sees to it that every answer is fit to leave.
pub(crate) async fn see_out(State(app): State<App>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let is_data = ["/api/", "/data/", "/healthz"].iter().any(|start| uri.path().starts_with(start));
    let is_safe = app.data::<Address>().is_some_and(|address| address.0.starts_with("https://"));
    // Programs that say nothing are answered in the language of their parameters.
    let silent = if is_data { Lang::En } else { Lang::Ar };
    let lang = lang::asked(&uri, request.headers()).unwrap_or(silent);
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response =
        if is_text(uri.path()) { next.run(request).await } else { Problem::NoSuchAddress.into_response() };
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let t = Messages::new(lang, app.phrasebook());
        let number = numbered(&problem, route.as_deref());
        let people = app.people().filter(|_| !is_data);
        if let Some(onward) = people.and_then(|people| elsewhere(&people, &problem, &t, &uri)) {
            let mut response = onward.into_response();
            put_headers(response.headers_mut(), is_data, is_safe);
            return response;
        }
        let mut told = if is_data {
            as_json(&t, &problem, number)
        } else {
            as_page(&app, Page::new(&app, t, &uri), &problem, number)
        };
        if let Some(allow) = response.headers().get(header::ALLOW) {
            told.headers_mut().insert(header::ALLOW, allow.clone());
        }
        response = told;
    }
    put_headers(response.headers_mut(), is_data, is_safe);
    response
}

/// Where somebody is led who can do something about a problem.
fn elsewhere(people: &People, problem: &Problem, t: &Messages, uri: &Uri) -> Option<Redirect> {
    match problem {
        Problem::SignIn => Some(to_sign_in(people.sign_in, t, uri)),
        Problem::SecondFactor => Some(Redirect::to(&format!("/{}{}", t.lang(), people.second_factor))),
        _ => None,
    }
}

/// Where to sign in, and to come back from.
fn to_sign_in(page: &str, t: &Messages, uri: &Uri) -> Redirect {
    let here = uri.path_and_query().map_or("/", |here| here.as_str());
    let next: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
    Redirect::to(&format!("/{}{page}?next={next}", t.lang()))
}

/// Whether an address can name anything: what is no UTF-8, or what no keyboard types, names nothing.
fn is_text(path: &str) -> bool {
    let strange = |letter: char| letter.is_control() || letter == char::REPLACEMENT_CHARACTER;
    !form_urlencoded::parse(path.as_bytes()).any(|(name, value)| name.contains(strange) || value.contains(strange))
}

/// Logs a fault under a number that says nothing but which it was. Of the address, what the program knows of it: what was asked
/// for may be the secret of a link or somebody's e-mail address.
fn numbered(problem: &Problem, route: Option<&str>) -> Option<String> {
    let Problem::Fault(fault) = problem else { return None };
    let number = format!("{:08x}", RandomState::new().build_hasher().finish() >> 32);
    tracing::error!(number, route, "{fault}");
    Some(number)
}

fn title(t: &Messages, problem: &Problem) -> String {
    t.get(&format!("web-problem-{}", problem.kind()))
}

fn wrong(problem: &Problem) -> &[Wrong] {
    if let Problem::Parameters(wrong) = problem { wrong } else { &[] }
}

fn as_json(t: &Messages, problem: &Problem, number: Option<String>) -> Response {
    let near: &[String] = if let Problem::NotFound { near, .. } = problem { near } else { &[] };
    let rule = if let Problem::Refused(ledger::Refusal::Rule(reason)) = problem { Some(reason.code) } else { None };
    let told = Told {
        r#type: format!("urn:twiza:problem:{}", problem.kind()),
        title: title(t, problem),
        status: problem.status().as_u16(),
        detail: problem.detail(t),
        errors: wrong(problem),
        near,
        rule,
        number,
    };
    // These types have text keys only, which is all that JSON asks.
    let text = serde_json::to_string(&told).unwrap_or_default();
    let headers = [(header::CONTENT_TYPE, "application/problem+json"), (header::CONTENT_LANGUAGE, t.lang().code())];
    (problem.status(), headers, text).into_response()
}

fn as_page(app: &App, page: Page, problem: &Problem, number: Option<String>) -> Response {
    let (title, next) = (title(&page.t, problem), page.t.get(&format!("web-problem-{}-next", problem.kind())));
    let detail = match problem {
        Problem::Refused(refusal) => Some(page.t.refusal(refusal)),
        Problem::TooOften(_) => problem.detail(&page.t),
        // The title says it all.
        _ => None,
    };
    let code = page.t.lang().code();
    let near = near(app, &page, problem);
    let shown = Shown { page, title, next, detail, errors: wrong(problem), near, number };
    match shown.render() {
        Ok(html) => (problem.status(), [(header::CONTENT_LANGUAGE, code)], Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of a problem cannot be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// What looks like what was not found, each with the address of its page if it has one.
fn near<'a>(app: &App, page: &Page, problem: &'a Problem) -> Vec<(&'a str, Option<String>)> {
    let Problem::NotFound { what, near, .. } = problem else { return Vec::new() };
    let base = app.kind_of(&format!("{what}/")).and_then(|kind| kind.page);
    near.iter().map(|id| (id.as_str(), base.map(|base| page.to(&format!("{base}{id}"))))).collect()
}

/// Allows the script that asks for passkeys on a page: files of this site, and no other script.
#[must_use]
pub fn scripted(mut page: Response) -> Response {
    page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SCRIPTED));
    page
}

fn put_headers(headers: &mut HeaderMap, is_data: bool, is_safe: bool) {
    let mut put = |name, value| headers.insert(name, HeaderValue::from_static(value));
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    put(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // Who has come by TLS once comes by nothing else for a year.
    if is_safe {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    // Open data are there for every page of the world, everything else for ours.
    if is_data {
        put(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    } else {
        put(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        // The address of a page says its language.
        if is_data {
            headers.append(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Cookie"));
        }
    }
}
