//! Several requests accepted at once: minutes of general meetings only. They change no figure and nothing that others rely on, and
//! every year they come by the hundred after June. Each is an act of its own, and what cannot be recorded is told beside it.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse, Redirect, Response},
};
use ledger::{Ledger, store as journal};
use web::{App, Form, Page, Problem, Query, Visitor, Wrong};

use super::{
    State,
    day::Sight,
    decision::{Decision, request, take},
    effect,
    pages::{Shown, account, concern, own},
    request::Open,
    store as requests,
};
use crate::store::subject;

/// The kind of the requests that are accepted together.
const KIND: &str = "general_meeting_held";
/// How many stand on a page.
const AT_ONCE: usize = 50;
/// The field of the form: the request and the last act of its cooperative that was seen, `12:345`.
const FIELD: &str = "request";

#[derive(Template)]
#[template(path = "together.html")]
struct TogetherPage {
    page: Page,
    errors: Vec<Wrong>,
    rows: Vec<Row>,
}

/// A request that can be chosen.
struct Row {
    shown: Shown,
    document: String,
    /// The last act of its cooperative.
    seen: i64,
    /// Why it cannot be recorded, or was not.
    trouble: Option<String>,
}

/// Whether a request is one of them, about which whoever looks may decide.
fn is_for(sight: &Sight<'_>, request: &Open) -> bool {
    request.kind == KIND && sight.permits("decide_request", request.asked())
}

/// How many of such requests wait for whoever looks.
pub(super) fn waiting(sight: &Sight<'_>, open: &[Open]) -> usize {
    open.iter().filter(|request| is_for(sight, request)).count()
}

/// `GET /{lang}/desk/meetings`
pub(super) async fn show(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    list(app, page, visitor, Vec::new(), BTreeMap::new()).await
}

/// The list; after a form of which something could not be recorded, with why.
async fn list(
    app: App,
    page: Page,
    visitor: Visitor,
    errors: Vec<Wrong>,
    mut troubles: BTreeMap<i64, String>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (watch, directory) = (data.memory(), data.memory());
        let sight = Sight::open(&data, ledger, &visitor, (&watch, &directory), &page)?;
        let open = ledger.db().read(requests::open)?;
        let those = open.iter().filter(|request| is_for(&sight, request)).map(|request| request.id);
        let open = ledger.db().read(|conn| requests::these(conn, those.take(AT_ONCE)))?;
        let names = data.names()?;
        let mut judged = Vec::new();
        for request in &open {
            let acts = ledger.db().read(|conn| journal::acts_of(conn, &subject(&request.number)))?;
            let effect = effect::of(ledger, &page.t, &names, &acts, request);
            let effect = effect?;
            let refusal = effect.refusal.map(|refusal| page.t.refusal(&refusal));
            let trouble = troubles.remove(&request.id).or(refusal);
            judged.push((acts.last().map_or(0, |act| act.seq), trouble, request.document.clone()));
        }
        let rows = sight.shown(open)?.into_iter().zip(judged);
        let rows = rows.map(|(shown, (seen, trouble, document))| Row { shown, document, seen, trouble }).collect();
        Ok::<_, Problem>(TogetherPage { page, errors, rows })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// `POST /{lang}/desk/meetings`: accepts those that are chosen.
pub(super) async fn accept(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let mut chosen = Vec::new();
    for value in sent.all(FIELD) {
        match value.split_once(':').and_then(|(id, seen)| Some((id.parse().ok()?, seen.parse().ok()?))) {
            Some(one) => chosen.push(one),
            None => sent.wrong(Wrong::new(FIELD, &value, "such as 12:345").told("register-together-none")),
        }
    }
    sent.finish()?;
    if chosen.is_empty() {
        let none = Wrong::new(FIELD, "", "choose some").told("register-together-none");
        return list(app, page, visitor, vec![none], BTreeMap::new()).await;
    }
    let (data, who, t) = (app.clone(), visitor.clone(), page.t.clone());
    let done = app.blocking(move |ledger| {
        let mut troubles = BTreeMap::new();
        for (id, seen) in chosen {
            if let Decision::Not(wrong) = one(&data, ledger, &who, &t, (id, seen))? {
                troubles.insert(id, wrong.tell(&t));
            }
        }
        ledger.refresh()?;
        Ok::<_, Problem>(troubles)
    });
    let troubles = done.await?;
    if troubles.is_empty() {
        return Ok(Redirect::to(&page.to("/desk")).into_response());
    }
    let some = Wrong::new(FIELD, "", "see beside them").told("register-together-some");
    list(app, page, visitor, vec![some], troubles).await
}

/// Accepts one of them, if whoever asks may.
fn one(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    t: &web::Messages,
    (id, seen): (i64, i64),
) -> Result<Decision, Problem> {
    let (request, place, _) = request(ledger, t, &id.to_string())?;
    visitor.may(app, "decide_request", &concern(ledger, &request, place.as_deref()))?;
    if request.kind != KIND {
        return Ok(Decision::Not(Wrong::new(FIELD, "", "look at it alone").told("register-together-alone")));
    }
    take(app, ledger, &request, State::Accepted, (account(visitor), ""), seen)
}
