//! The edge: problems as programs and people see them, headers, words.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    response::Html,
    routing::get,
};
use jiff::tz::TimeZone;
use kernel::{Clock, Lang};
use ledger::{Ledger, Reason, Refusal, store};
use tower::ServiceExt;

use crate::{App, BadMessages, Fault, Messages, Page, Phrasebook, Problem, Route, Slice, Words, Wrong, router};

pub(crate) const SLICE: Slice = Slice {
    name: "sample",
    routes: &[
        Route::open("/{lang}"),
        Route::open("/{lang}/kept"),
        Route::open("/{lang}/missing"),
        Route::open("/{lang}/wrong"),
        Route::open("/{lang}/rule"),
        Route::open("/{lang}/conflict"),
        Route::open("/{lang}/fault"),
        Route::open("/{lang}/panic"),
        Route::open("/api/missing"),
        Route::open("/api/wrong"),
        Route::open("/api/rule"),
        Route::open("/api/conflict"),
        Route::open("/api/fault"),
        Route::open("/api/panic"),
    ],
    router: || Router::new().nest("/api", troubles()),
    pages: || {
        troubles()
            .route("/", get(async |page: Page| format!("{} {}", page.t.lang(), page.here_in(Lang::En))))
            .route("/kept", get(async |page: Page| Html(format!("a page in {}", page.t.lang()))))
    },
    menu: &[],
    footer: &[],
    subjects: &[],
    words: None,
    description: None,
    datasets: &[],
    policy: None,
    roles: &[],
    people: None,
    proofs: &[],
    tasks: None,
    kept_names: None,
    withholds: |_| false,
};

fn troubles() -> Router<App> {
    Router::new()
        .route("/missing", get(async || -> Result<(), Problem> { Err(missing()) }))
        .route("/wrong", get(async || -> Result<(), Problem> { Err(wrong()) }))
        .route("/rule", get(async || -> Result<(), Problem> { Err(rule().into()) }))
        .route("/conflict", get(async || -> Result<(), Problem> { Err(conflict().into()) }))
        .route("/fault", get(async || -> Result<(), Problem> { Err(Problem::Fault(Fault::says("the secret"))) }))
        .route("/panic", get(async || -> Result<(), Problem> { panic!("the secret") }))
}

fn missing() -> Problem {
    Problem::NotFound { what: "cooperative", id: "KEN-8".into(), near: vec!["KEN-7".into()] }
}

fn wrong() -> Problem {
    Problem::Parameters(vec![Wrong::new("date", "<soon>", "write it as 2022-12-31")])
}

fn rule() -> Refusal {
    let says = "it has left the register already".into();
    Refusal::Rule(Reason { code: "register-gone", values: Vec::new(), says })
}

fn conflict() -> Refusal {
    Refusal::Conflict { subject: "cooperative/KEN-7".into(), since: Vec::new() }
}

fn app(url: &str) -> Router {
    app_of(url, SLICE)
}

/// A program of one slice.
pub(crate) fn app_of(url: &str, slice: Slice) -> Router {
    let db = db::Db::open(url, store::MIGRATIONS).unwrap();
    let ledger = Ledger::open(db, Clock::System, TimeZone::UTC, &[]).unwrap();
    router(App::new(ledger, &[slice]).unwrap(), &[slice])
}

fn asked(path: &str, method: &str) -> (StatusCode, HeaderMap, String) {
    asked_with(path, method, &[])
}

fn asked_with(path: &str, method: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
    let database = testkit::databases().remove(0);
    answered(&app(&database.url), path, method, headers)
}

pub(crate) fn answered(
    app: &Router,
    path: &str,
    method: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, HeaderMap, String) {
    let request = headers
        .iter()
        .fold(Request::builder().uri(path).method(method), |request, (name, value)| request.header(*name, *value));
    let request = request.body(Body::empty()).unwrap();
    // Only this runs on an async thread: databases must not be opened or closed on one.
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
        let response = app.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, headers, String::from_utf8(bytes.to_vec()).unwrap())
    })
}

#[test]
fn a_program_is_told_a_problem_as_json() {
    for (path, status, expected) in [
        ("missing", 404, r#""detail":"There is no cooperative `KEN-8`.","near":["KEN-7"]}"#),
        ("wrong", 400, r#""errors":[{"parameter":"date","value":"<soon>","says":"write it as 2022-12-31"}]}"#),
        ("rule", 422, r#""detail":"it has left the register already","rule":"register-gone"}"#),
        ("conflict", 409, r#""title":"Somebody else changed this meanwhile","status":409,"#),
        ("nothing", 404, r#"{"type":"urn:twiza:problem:not-found","title":"This page does not exist","status":404,"#),
    ] {
        let (found, headers, text) = asked(&format!("/api/{path}"), "GET");
        assert_eq!(
            (found.as_u16(), &headers[header::CONTENT_TYPE]),
            (status, &"application/problem+json".parse().unwrap())
        );
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn a_person_is_told_a_problem_as_a_page_in_every_language() {
    for path in ["missing", "wrong", "rule", "conflict", "fault", "nothing"] {
        for lang in Lang::ALL {
            let (status, headers, text) = asked(&format!("/{lang}/{path}"), "GET");
            assert!(!status.is_success());
            assert_eq!(headers[header::CONTENT_LANGUAGE], lang.code());
            assert!(text.contains(&format!(r#"<html lang="{lang}" dir="{}">"#, lang.dir())), "{text}");
            assert!(!text.contains("web-") && !text.contains("<soon>"), "{text}");
        }
    }
}

#[test]
fn a_fault_shows_a_number_and_nothing_else() {
    for path in ["/api/fault", "/fr/fault", "/api/panic", "/ar/panic"] {
        let (status, _, text) = asked(path, "GET");
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!text.contains("secret"), "{text}");
    }
    let (_, _, text) = asked("/api/fault", "GET");
    let told: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(told["number"].as_str().unwrap().len(), 8);
}

#[test]
fn an_address_that_only_answers_says_so() {
    let (status, headers, text) = asked("/api/v1/openapi.json", "POST");
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(headers[header::ALLOW], "GET,HEAD");
    assert!(text.contains("urn:twiza:problem:method"), "{text}");
}

#[test]
fn every_answer_has_the_headers_that_keep_it_safe() {
    for path in ["/nothing", "/api/nothing", "/api/v1/openapi.json", &crate::STYLE.path] {
        let (_, headers, _) = asked(path, "GET");
        assert!(headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("default-src 'none'"));
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(headers[header::REFERRER_POLICY], "same-origin");
        assert_eq!(headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN), path.starts_with("/api"));
    }
}

#[test]
fn the_links_to_other_languages_keep_the_question() {
    let (_, _, text) = asked("/fr/nothing?a=1%262", "GET");
    assert!(text.contains(r#"href="/ar/nothing?a=1%262""#), "{text}");
}

#[test]
fn the_address_of_a_page_begins_with_its_language() {
    let (status, headers, text) = asked("/fr?date=2022-12-31", "GET");
    assert_eq!((status, text.as_str()), (StatusCode::OK, "fr /en?date=2022-12-31"));
    assert!(headers[header::SET_COOKIE].to_str().unwrap().starts_with("lang=fr;"));
    let (status, headers, _) = asked_with("/", "GET", &[("accept-language", "de, fr;q=0.5"), ("cookie", "lang=en")]);
    assert_eq!((status, &headers[header::LOCATION]), (StatusCode::TEMPORARY_REDIRECT, &"/en".parse().unwrap()));
    let (_, headers, _) = asked_with("/fr", "GET", &[("accept-language", "fr")]);
    assert!(!headers.contains_key(header::SET_COOKIE), "nothing has to be remembered");
}

#[test]
fn who_has_a_page_already_is_told_that_it_is_the_same() {
    let database = testkit::databases().remove(0);
    let app = app(&database.url);
    let (_, first, text) = answered(&app, "/fr/kept", "GET", &[]);
    assert_eq!(text, "a page in fr");
    let tag = first[header::ETAG].to_str().unwrap();
    for (seen, expected) in [(tag, 304), ("\"other\", *", 304), ("\"other\"", 200)] {
        let (status, headers, text) = answered(&app, "/fr/kept", "GET", &[("if-none-match", seen)]);
        assert_eq!((status.as_u16(), text.is_empty()), (expected, expected == 304), "{seen}");
        assert_eq!(headers[header::ETAG], tag);
        assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    }
    let (_, other, text) = answered(&app, "/ar/kept", "GET", &[("if-none-match", tag)]);
    assert_eq!(text, "a page in ar");
    assert_ne!(other[header::ETAG], tag);
}

const fn words(ar: &'static str, fr: &'static str, en: &'static str) -> Words {
    Words { room: "sample", ar, fr, en }
}

#[test]
fn a_message_that_a_language_lacks_is_refused_at_the_start() {
    let missing = Phrasebook::new(&[words("sample-a = ا", "sample-a = a\nsample-b = b", "sample-a = a")]);
    let says = missing.err().unwrap().to_string();
    assert_eq!(says, "sample: `sample-b` is said in fr but not in ar: say it there too");
    let attribute = Phrasebook::new(&[words("sample-a = ا\n    .b = ب", "sample-a = a", "sample-a = a")]);
    assert!(matches!(attribute, Err(BadMessages::Missing { key, .. }) if key == "sample-a.b"));
}

#[test]
fn messages_that_are_not_readable_or_said_twice_are_refused() {
    assert!(matches!(Phrasebook::new(&[words("a", "a", "a")]), Err(BadMessages::Syntax { lang: Lang::Ar, .. })));
    let twice = words("web-home = ا", "web-home = a", "web-home = a");
    assert!(matches!(Phrasebook::new(&[twice]), Err(BadMessages::Twice { .. })));
}

#[test]
fn arabic_counts_in_six_forms_with_isolated_numbers() {
    const FORMS: &str = "sample-n = { PLURAL($n) ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] { $n } few\n    \
                         [many] { $n } many\n   *[other] { $n } other\n}";
    let book = std::sync::Arc::new(Phrasebook::new(&[words(FORMS, FORMS, FORMS)]).unwrap());
    let said = |n| Messages::new(Lang::Ar, &book).count("sample-n", n);
    let all = [0, 1, 2, 3, 11, 100, 103, 41_011].map(said);
    let isolated = |text: &str, form: &str| format!("\u{2068}{text}\u{2069} {form}");
    assert_eq!(all[..3], ["zero", "one", "two"]);
    let rest = [("3", "few"), ("11", "many"), ("100", "other"), ("103", "few"), ("41.011", "many")];
    assert_eq!(all[3..], rest.map(|(text, form)| isolated(text, form)));
    assert_eq!(Messages::new(Lang::Fr, &book).count("sample-n", 0), "one");
}

#[test]
fn no_french_line_begins_with_a_mark_that_has_a_space_before_it() {
    let book = std::sync::Arc::new(Phrasebook::new(&[]).unwrap());
    let french = Messages::new(Lang::Fr, &book);
    assert_eq!(french.get("web-licence"), "Données\u{a0}: CC BY 4.0.");
    let quoted = french.with("web-wrong-day", &[("value", "31")]);
    assert!(quoted.starts_with("«\u{a0}") && quoted.contains("\u{a0}»") && !quoted.contains("« "), "{quoted}");
}

#[test]
fn a_message_that_chooses_by_a_number_itself_is_refused() {
    let bad = "sample-a = { $n ->\n    [one] one\n   *[other] other\n}";
    let kind = "sample-a = { $kind ->\n    [union] one\n   *[other] other\n}";
    assert!(matches!(Phrasebook::new(&[words(bad, kind, kind)]), Err(BadMessages::Plural { lang: Lang::Ar, .. })));
    assert!(Phrasebook::new(&[words(kind, kind, kind)]).is_ok());
}

#[test]
fn a_message_that_does_not_exist_shows_its_key() {
    let book = std::sync::Arc::new(Phrasebook::new(&[]).unwrap());
    assert_eq!(Messages::new(Lang::En, &book).get("web-nothing"), "web-nothing");
}

#[test]
fn the_program_answers_until_it_is_told_to_end() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let database = testkit::databases().remove(0);
    let db = db::Db::open(&database.url, store::MIGRATIONS).unwrap();
    let ledger = Ledger::open(db, Clock::System, TimeZone::UTC, &[]).unwrap();
    let app = App::new(ledger, &[SLICE]).unwrap();
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ended) = tokio::sync::oneshot::channel::<()>();
        let server = tokio::spawn(crate::serve(app, &[SLICE], listener, async { drop(ended.await) }));
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        stream.write_all(request).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        end.send(()).unwrap();
        server.await.unwrap().unwrap();
        assert!(tokio::net::TcpStream::connect(address).await.is_err());
    });
}

#[test]
fn whoever_came_by_tls_is_told_to_come_by_nothing_else() {
    let database = testkit::databases().remove(0);
    let db = db::Db::open(&database.url, store::MIGRATIONS).unwrap();
    let ledger = Ledger::open(db, Clock::System, TimeZone::UTC, &[]).unwrap();
    for (address, says) in [("https://register.example.ma", true), ("http://127.0.0.1:8080", false)] {
        let app = App::new(ledger.clone(), &[SLICE]).unwrap().with(crate::Address(address.into()));
        for path in ["/fr/missing", "/api/missing"] {
            let (_, headers, _) = answered(&router(app.clone(), &[SLICE]), path, "GET", &[]);
            assert_eq!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY), says, "{address}{path}");
        }
    }
}
