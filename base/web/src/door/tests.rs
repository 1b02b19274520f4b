//! Who is let in.

use std::sync::atomic::{AtomicUsize, Ordering};

use authz::{Entity, PolicyText, Principal};
use axum::{
    Router,
    http::{HeaderMap, StatusCode, header},
    routing::{get, post},
};

use super::*;
use crate::{
    People, Slice,
    tests::{SLICE, answered, app_of},
};

/// How often somebody was denied something.
static NOTED: AtomicUsize = AtomicUsize::new(0);

const GUARDED: Slice = Slice {
    routes: &[
        Route::get("/{lang}/desk", "work"),
        Route::post("/{lang}/desk", "work"),
        Route::post("/{lang}/knock", "see"),
        Route::get("/{lang}/nobody", "vanish"),
    ],
    router: Router::new,
    pages: || {
        let who = async |Visitor(principal): Visitor| principal.account.unwrap_or_default();
        Router::new()
            .route("/desk", get(who).post(who))
            .route("/knock", post(async || "come in"))
            .route("/nobody", get(who))
            .route("/forgotten", get(who))
    },
    policy: Some(PolicyText {
        slice: "sample",
        schema: "@role entity Agent; \
                 action work in [changing] appliesTo { principal: [Account], resource: Door, context: Request }; \
                 action vanish in [changing] appliesTo { principal: [Account], resource: Door, context: Request };",
        policies: r#"@id("sample.work") permit (principal in Agent::"KEN", action == Action::"work", resource);"#,
    }),
    people: Some(People {
        identify: |_, headers| {
            let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
            let agent = |name| said(name).map(|of| Entity::new("Agent", of)).into_iter().collect();
            let (roles, withheld) = (agent("x-agent"), agent("x-withheld"));
            Ok(Principal { account: said("x-account"), roles, withheld, ..Principal::default() })
        },
        note: |_, _, _| {
            NOTED.fetch_add(1, Ordering::SeqCst);
        },
        sign_in: "/sign-in",
        second_factor: "/second",
    }),
    ..SLICE
};

fn asked(path: &str, method: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
    let database = testkit::databases().remove(0);
    answered(&app_of(&database.url, GUARDED), path, method, headers)
}

#[test]
fn whom_a_policy_lets_in_comes_in_and_what_is_shown_stays_with_that_person() {
    let (status, headers, text) = asked("/fr/desk", "GET", &[("x-account", "a1"), ("x-agent", "KEN")]);
    assert_eq!(
        (status, text.as_str(), &headers[header::CACHE_CONTROL]),
        (StatusCode::OK, "a1", &"no-store".parse().unwrap())
    );
}

#[test]
fn who_is_not_signed_in_is_asked_to_and_comes_back() {
    let (status, headers, _) = asked("/ar/desk?day=today", "GET", &[]);
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers[header::LOCATION], "/ar/sign-in?next=%2Far%2Fdesk%3Fday%3Dtoday");
}

#[test]
fn whom_no_policy_lets_in_is_denied_and_it_is_noted() {
    let before = NOTED.load(Ordering::SeqCst);
    for (path, agent) in [("/fr/desk", "SAF"), ("/fr/nobody", "KEN")] {
        let (status, _, text) = asked(path, "GET", &[("x-account", "a1"), ("x-agent", agent)]);
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert!(!text.contains("a1"), "{text}");
    }
    assert!(NOTED.load(Ordering::SeqCst) >= before + 2);
}

#[test]
fn who_lacks_a_second_factor_for_a_role_is_led_to_it_and_has_what_needs_none() {
    let before = NOTED.load(Ordering::SeqCst);
    for (method, path, agent, wanted) in [
        ("GET", "/fr/desk", "KEN", (303, Some("/fr/second"))),
        ("POST", "/fr/desk", "KEN", (303, Some("/fr/second"))),
        ("GET", "/fr/desk", "SAF", (303, Some("/fr/second"))),
        ("GET", "/fr/nobody", "KEN", (303, Some("/fr/second"))),
        ("POST", "/fr/knock", "KEN", (200, None)),
    ] {
        let (status, headers, _) = asked(path, method, &[("x-account", "a1"), ("x-withheld", agent)]);
        let led = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
        assert_eq!((status.as_u16(), led), wanted, "{method} {path} {agent}");
    }
    assert!(NOTED.load(Ordering::SeqCst) >= before + 4, "each is noted");
}

#[test]
fn an_address_that_no_slice_has_named_is_closed_to_all() {
    let (status, _, text) = asked("/fr/forgotten", "GET", &[("x-account", "a1"), ("x-agent", "KEN")]);
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(!text.contains("a1"), "{text}");
}

#[test]
fn what_another_site_sends_changes_nothing() {
    let (status, ..) = asked("/fr/knock", "POST", &[("sec-fetch-site", "cross-site")]);
    assert_eq!(status, StatusCode::FORBIDDEN);
    let (status, _, text) = asked("/fr/knock", "POST", &[("sec-fetch-site", "same-origin")]);
    assert_eq!((status, text.as_str()), (StatusCode::OK, "come in"));
}

fn foreign(headers: &[(&'static str, &'static str)]) -> bool {
    is_foreign(&headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect())
}

#[test]
fn another_site_cannot_send_what_a_person_has_not_sent() {
    let host = ("host", "twiza.example");
    assert!(foreign(&[host, ("sec-fetch-site", "cross-site")]));
    assert!(foreign(&[host, ("sec-fetch-site", "same-site")]));
    assert!(!foreign(&[host, ("sec-fetch-site", "same-origin")]));
    assert!(foreign(&[host, ("origin", "https://other.example")]));
    assert!(foreign(&[host, ("origin", "null"), ("cookie", "a=b")]));
    assert!(!foreign(&[host, ("origin", "https://twiza.example")]));
    assert!(!foreign(&[host, ("referer", "https://twiza.example/fr/sign-in")]));
    assert!(foreign(&[host, ("referer", "https://twiza.example.other.example/")]));
    assert!(foreign(&[host, ("cookie", "a=b")]), "a browser that says nothing");
    assert!(!foreign(&[host]), "a program");
}

#[test]
fn an_address_is_one_in_all_languages() {
    assert_eq!(unspoken("/ar/cooperatives/{number}"), "/{lang}/cooperatives/{number}");
    assert_eq!(unspoken("/fr/"), "/{lang}");
    assert_eq!(unspoken("/fr"), "/{lang}");
    assert_eq!(unspoken("/api/v1/figures"), "/api/v1/figures");
}
