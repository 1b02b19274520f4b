//! Pages on which proofs are checked: what each said, whether its signature holds, and what the register says of the same
//! cooperative on any day. They depend on keys too, so they are never kept.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Timestamp;
use proof::{KeyId, Kind, NotAProof, Proof, Published};
use serde::Serialize;
use web::{App, FRESH, Page, Problem, Query};

use super::{compare::Compared, read};
use crate::room::Checked;

/// How much of what was handed in is shown again.
const GIVEN_MAX: usize = 1000;

/// The page on which a proof is handed in, and the keys are shown.
#[derive(Template)]
#[template(path = "verify.html")]
struct Ask {
    page: Page,
    /// What was handed in, if it is no proof.
    given: String,
    wrong: Option<String>,
    keys: Vec<Key>,
}

/// A key in words.
struct Key {
    id: String,
    public: String,
    since: String,
    until: Option<String>,
}

/// The page of an extract that was handed in.
#[derive(Template)]
#[template(path = "verified.html")]
struct Verified {
    page: Page,
    text: String,
    compared: Compared,
}

/// The page of a certificate of good standing that was handed in.
#[derive(Template)]
#[template(path = "verified_standing.html")]
struct VerifiedStanding {
    page: Page,
    text: String,
    checked: Checked,
}

/// `GET /{lang}/verify`
pub(crate) async fn ask(State(app): State<App>, page: Page, mut query: Query) -> Result<Response, Problem> {
    let given = query.one("proof").filter(|given| !given.trim().is_empty());
    query.finish()?;
    match given.as_deref().map(Proof::read) {
        Some(Ok(proof)) => Ok(Redirect::to(&page.to(&format!("/verify/{}", proof.text()))).into_response()),
        Some(Err(error)) => refuse(app, page, given.unwrap_or_default(), Why::NotAProof(error)).await,
        None => form(app, page, String::new(), None, StatusCode::OK).await,
    }
}

/// `GET /verify/{text}`: what the code of a printed proof holds. It leads to the page in the language of the reader.
pub(crate) async fn choose(page: Page, uri: Uri) -> Response {
    let here = uri.path_and_query().map_or("/verify", |here| here.as_str());
    let headers = [(header::VARY, "Accept-Language, Cookie"), (header::CACHE_CONTROL, "no-cache")];
    (headers, Redirect::temporary(&page.to(here))).into_response()
}

/// `GET /{lang}/verify/{text}`
pub(crate) async fn show(
    State(app): State<App>,
    page: Page,
    Path(text): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let (data, given) = (app.clone(), text.clone());
    let (proof, key) = match app.blocking(move |_| check(&data, &given)).await? {
        Ok(checked) => checked,
        Err(why) => {
            read::day(&mut query);
            query.finish()?;
            return refuse(app, page, text, why).await;
        }
    };
    let shown = match proof.statement().kind {
        Kind::Extract => extract(app, page, proof, key, query).await?,
        Kind::GoodStanding => standing(app, page, proof, key, query).await?,
        kind => {
            let on = read::until_today(&mut query, &app.ledger);
            query.finish()?;
            let data = app.clone();
            let shown = app.blocking(move |_| {
                let show = data.shows(kind).ok_or(Problem::NoSuchAddress)?;
                show(&data, page, &proof, &key, on)
            });
            shown.await?
        }
    };
    Ok((FRESH, shown).into_response())
}

/// An extract beside what the register says on a day.
async fn extract(app: App, page: Page, proof: Proof, key: Published, mut query: Query) -> Result<Response, Problem> {
    let date = read::day(&mut query);
    query.finish()?;
    let data = app.clone();
    let work = move |_: &_| {
        let compared = Compared::of(&data, &page, &proof, &key, date)?;
        Ok::<_, Problem>(Verified { text: proof.text(), compared, page })
    };
    let verified = app.blocking(work).await?;
    web::html(verified.page.t.lang(), &verified)
}

/// A certificate of good standing, and whether it holds on a day.
async fn standing(app: App, page: Page, proof: Proof, key: Published, mut query: Query) -> Result<Response, Problem> {
    let on = read::until_today(&mut query, &app.ledger);
    query.finish()?;
    let data = app.clone();
    let work = move |_: &_| {
        let checked = Checked::of(&data, &page, &proof, &key, on)?;
        Ok::<_, Problem>(VerifiedStanding { text: proof.text(), checked, page })
    };
    let verified = app.blocking(work).await?;
    web::html(verified.page.t.lang(), &verified)
}

/// Why something is not accepted as proof.
enum Why {
    NotAProof(NotAProof),
    /// Nobody here has this key.
    UnknownKey(KeyId),
    /// The key did not sign this.
    Forged(KeyId),
    /// It says that it was made on a day on which the key was not in use.
    OutOfUse(KeyId),
}

/// The proof, with the key that signed it; or why it is none.
fn check(app: &App, text: &str) -> Result<Result<(Proof, Published), Why>, Problem> {
    let proof = match Proof::read(text) {
        Ok(proof) => proof,
        Err(error) => return Ok(Err(Why::NotAProof(error))),
    };
    let id = proof.key();
    let keys = app.signer()?.keys()?;
    let Some(key) = keys.into_iter().find(|one| one.key.id() == id) else { return Ok(Err(Why::UnknownKey(id))) };
    if !proof.holds(&key.key) {
        return Ok(Err(Why::Forged(id)));
    }
    let day = |at| app.ledger.zone().to_datetime(at).date();
    let issued_on = proof.statement().issued_on;
    let in_use = day(key.since) <= issued_on && key.until.is_none_or(|until| issued_on <= day(until));
    Ok(if in_use { Ok((proof, key)) } else { Err(Why::OutOfUse(id)) })
}

/// Says why something is not accepted, above the form in which it can be handed in again.
async fn refuse(app: App, page: Page, given: String, why: Why) -> Result<Response, Problem> {
    let of_key = |key: &str, id: KeyId| page.t.with(key, &[("key", &id.to_string())]);
    let wrong = match why {
        Why::NotAProof(NotAProof::Version(_) | NotAProof::Kind(_)) => page.t.get("register-verify-newer"),
        Why::NotAProof(_) => page.t.get("register-verify-damaged"),
        Why::UnknownKey(id) => of_key("register-verify-unknown-key", id),
        Why::Forged(id) => of_key("register-verify-forged", id),
        Why::OutOfUse(id) => of_key("register-verify-out-of-use", id),
    };
    form(app, page, given, Some(wrong), StatusCode::NOT_FOUND).await
}

async fn form(
    app: App,
    page: Page,
    given: String,
    wrong: Option<String>,
    status: StatusCode,
) -> Result<Response, Problem> {
    let data = app.clone();
    let keys = app.blocking(move |_| Ok::<_, Problem>(data.signer()?.keys()?)).await?;
    let day = |at| page.t.day(app.ledger.zone().to_datetime(at).date());
    let key = |one: &Published| Key {
        id: one.key.id().to_string(),
        public: one.key.base64url(),
        since: day(one.since),
        until: one.until.map(day),
    };
    let keys = keys.iter().map(key).collect();
    let given = given.chars().take(GIVEN_MAX).collect();
    Ok((status, FRESH, web::html(page.t.lang(), &Ask { given, wrong, keys, page })?).into_response())
}

/// The keys as a JSON Web Key Set (RFC 7517, RFC 8037).
#[derive(Serialize)]
struct KeySet {
    keys: Vec<PublishedKey>,
}

/// A key; since when and until when it signs are members of our own, which others pass over.
#[derive(Serialize)]
struct PublishedKey {
    kty: &'static str,
    crv: &'static str,
    r#use: &'static str,
    alg: &'static str,
    kid: String,
    x: String,
    since: Timestamp,
    until: Option<Timestamp>,
}

/// `GET /data/keys.json`
pub(crate) async fn keys(State(app): State<App>, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let keys = app.blocking(move |_| Ok::<_, Problem>(data.signer()?.keys()?)).await?;
    let published = |one: Published| PublishedKey {
        kty: "OKP",
        crv: "Ed25519",
        r#use: "sig",
        alg: "EdDSA",
        kid: one.key.id().to_string(),
        x: one.key.base64url(),
        since: one.since,
        until: one.until,
    };
    web::json(&KeySet { keys: keys.into_iter().map(published).collect() })
}
