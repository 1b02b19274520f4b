//! The page of a request: what it would do, and the decision about it.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Names;
use ledger::{Draft, Error, Ledger, Refusal, store as journal};
use web::{App, Fault, Form, Messages, Page, Papers, Problem, Query, Told, Visitor, Wrong};

use super::{
    Request, State, effect,
    effect::Effect,
    pages::{Shown, account, concern, found, missing, own, resource, shown, speaker},
    removal, store as requests,
};
use crate::{
    acts::CooperativeAct,
    directory::{Directory, Likeness, Line},
    papers, phrases,
    store::subject,
};

/// How many characters a reason has at most.
const REASON_MAX: usize = 2_000;
/// How many names that are alike are shown.
const ALIKE_MAX: usize = 8;
/// Undoes what was begun for a request that is decided.
const DECIDED_ALREADY: &str = "the request is decided already";

/// One request.
#[derive(Template)]
#[template(path = "request.html")]
struct ShowPage {
    page: Page,
    errors: Vec<Wrong>,
    shown: Shown,
    name: String,
    document: String,
    effect: Effect,
    refusal: Option<String>,
    /// What was recorded since the request was filed.
    since: Vec<Told>,
    /// Whether who looks may decide.
    decides: bool,
    /// Whether who looks may see what else the cooperative asks for.
    sees_all: bool,
    /// Whether somebody else than who entered it must decide.
    four_eyes: bool,
    reason: String,
    /// The last act of the cooperative that who looks can see.
    seen: i64,
    /// The papers on which it is asked.
    papers: Papers,
    /// Of a new name, whose it could be taken for: number, name, why.
    alike: Option<Vec<[String; 3]>>,
    /// The day on which it was decided.
    decided_on: Option<String>,
    /// Reasons to choose from.
    phrases: Vec<(&'static str, String)>,
}

/// `GET /{lang}/requests/{id}`
pub(super) async fn show(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, Vec::new(), String::new()).await
}

/// The page of a request; after a decision that could not be taken, with why and with what was typed.
pub(crate) async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    errors: Vec<Wrong>,
    reason: String,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (request, place, name) = request(ledger, &page.t, &id)?;
        let concern = concern(ledger, &request, place.as_deref());
        visitor.may(&data, "see_requests", &concern)?;
        let permits = |action, what| data.policies().permits(&visitor.0, action, what).is_ok();
        let decides = request.state == State::Open && permits("decide_request", &concern);
        let sees_all = permits("see_requests", &resource(ledger, &request.number, place.as_deref()));
        let four_eyes = request.kind == removal::KIND;
        let acts = ledger.db().read(|conn| journal::acts_of(conn, &subject(&request.number)))?;
        let seen = acts.last().map_or(0, |act| act.seq);
        let names = data.names()?;
        let effect = match request.state {
            State::Open => effect::of(ledger, &page.t, &names, &acts, &request),
            _ => Ok(Effect::default()),
        };
        let effect = effect.map_err(|says| Problem::Fault(Fault::says(says)))?;
        let later: Vec<_> = acts.into_iter().filter(|act| act.recorded_at > request.filed_at).collect();
        let since = if request.state == State::Open { web::tell(&data, &page, &later, false)? } else { Vec::new() };
        let refusal = effect.refusal.as_ref().map(|refusal| page.t.refusal(refusal));
        let papers = papers::of_request(&data, &page, &visitor, (&request, &concern))?;
        let alike = if request.state == State::Open { alike(&data, &page.t, &request)? } else { None };
        let decided_on = request.decided_at.map(|at| page.t.day(ledger.zone().to_datetime(at).date()));
        let document = request.document.clone();
        let projection = ledger.projection();
        let speaker = speaker(&page.t, &names, projection.territory(), ledger.today());
        let shown = shown(ledger, &speaker, request, None);
        drop(projection);
        Ok::<_, Problem>(ShowPage {
            phrases: phrases(&page.t),
            page,
            errors,
            shown,
            name,
            document,
            effect,
            refusal,
            since,
            decides,
            sees_all,
            four_eyes,
            reason,
            seen,
            papers,
            alike,
            decided_on,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// Whose name a new one could be taken for; none if no new name is asked for.
fn alike(app: &App, t: &Messages, request: &Request) -> Result<Option<Vec<[String; 3]>>, Problem> {
    let Ok(CooperativeAct::Renamed(renamed)) = CooperativeAct::read(&request.kind, &request.body) else {
        return Ok(None);
    };
    let names: Vec<_> = [&renamed.name_ar, &renamed.name_fr].into_iter().flatten().map(String::as_str).collect();
    let mut found = Directory::look_alike(app, &names, ALIKE_MAX + 1)?;
    found.retain(|(_, line)| line.number != request.number);
    found.truncate(ALIKE_MAX);
    let told = |(likeness, line): (Likeness, Line)| {
        let names = Names { ar: line.name_ar, fr: line.name_fr, en: None };
        let name = t.name(&names).map_or_else(|| line.number.clone(), |(_, name)| name.to_owned());
        [line.number, name, t.get(&format!("register-alike-{}", likeness.code()))]
    };
    Ok(Some(found.into_iter().map(told).collect()))
}

/// A request, with the place and the name of its cooperative.
pub(crate) fn request(ledger: &Ledger, t: &Messages, id: &str) -> Result<(Request, Option<String>, String), Problem> {
    let number = id.parse::<i64>().ok();
    let request = number.map(|number| ledger.db().read(|conn| requests::by_id(conn, number))).transpose()?.flatten();
    let request = request.ok_or_else(|| missing("request", id))?;
    let (name, place) = found(ledger, t, &request.number)?.unwrap_or_default();
    Ok((request, place, name))
}

/// How a decision went.
pub(super) enum Decision {
    Taken,
    /// Others were faster, or the rules say no: what to tell.
    Not(Wrong),
}

/// A request, for whoever may decide about it.
fn to_decide(app: &App, ledger: &Ledger, t: &Messages, visitor: &Visitor, id: &str) -> Result<Request, Problem> {
    let (request, place, _) = request(ledger, t, id)?;
    visitor.may(app, "decide_request", &concern(ledger, &request, place.as_deref()))?;
    Ok(request)
}

/// `POST /{lang}/requests/{id}`
pub(super) async fn decide(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let (data, t, which, who) = (app.clone(), page.t.clone(), id.clone(), visitor.clone());
    app.blocking(move |ledger| to_decide(&data, ledger, &t, &who, &which).map(drop)).await?;
    let decision = sent.one("decision").unwrap_or_default();
    let chosen = sent.all("phrase");
    let reason = crate::reason(&page.t, &chosen, &sent.one("reason").unwrap_or_default());
    let seen = sent.number("seen", 0, 0..=i64::MAX);
    let state = match decision.as_str() {
        "accept" => Some(State::Accepted),
        "return" => Some(State::Returned),
        "refuse" => Some(State::Refused),
        other => {
            sent.wrong(Wrong::new("decision", other, "accept, return or refuse").told("register-wrong-decision"));
            None
        }
    };
    sent.finish()?;
    let Some(state) = state else { return Err(Problem::NoSuchMethod) };
    let said = reason.trim().to_owned();
    let fits = said.chars().count() <= REASON_MAX;
    if !fits || (state != State::Accepted && said.is_empty()) {
        let wrong = Wrong::new("reason", "", "give a reason").told("register-wrong-reason");
        return one(app, page, visitor, id, vec![wrong], reason).await;
    }
    let (data, t, which, who) = (app.clone(), page.t.clone(), id.clone(), visitor.clone());
    let taken = app.blocking(move |ledger| {
        let request = to_decide(&data, ledger, &t, &who, &which)?;
        let taken = take(ledger, &request, state, (account(&who), &said), seen)?;
        // Whoever decided sees it on the next page, and does not wait until somebody looks.
        ledger.refresh()?;
        Ok::<_, Problem>(taken)
    });
    match taken.await? {
        Decision::Taken => Ok(Redirect::to(&page.to(&format!("/requests/{id}"))).into_response()),
        Decision::Not(wrong) => one(app, page, visitor, id, vec![wrong], reason).await,
    }
}

/// Takes a decision and, if it is to accept, records the act: both or neither.
pub(super) fn take(
    ledger: &Ledger,
    request: &Request,
    state: State,
    (account, reason): (&str, &str),
    seen: i64,
) -> Result<Decision, Problem> {
    let now = ledger.clock().now();
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let done = ledger.write_alone(|recorder| {
        let act = if state == State::Accepted {
            let draft = Draft {
                subject: subject(&request.number),
                kind: request.kind.clone(),
                effective_on: Some(request.effective_on),
                author: format!("account/{account}"),
                document: Some(format!("request {}: {}", request.id, request.document)),
                voids: None,
                body: request.body.clone(),
                seen: Some(seen),
            };
            Some(recorder.record(draft)?.seq)
        } else {
            None
        };
        let decided = requests::decide(recorder.conn(), request.id, state, (account, reason), act, now)?;
        // Nothing is recorded for a request about which somebody else has decided.
        if decided { Ok(()) } else { Err(Error::Broken(DECIDED_ALREADY.into())) }
    });
    match done {
        Ok(()) => Ok(Decision::Taken),
        Err(Error::Broken(why)) if why == DECIDED_ALREADY => {
            Ok(Decision::Not(Wrong::new("decision", "", "it is decided").told("register-wrong-decided")))
        }
        Err(Error::Refused(Refusal::Conflict { .. })) => {
            Ok(Decision::Not(Wrong::new("decision", "", "look again").told("register-wrong-conflict")))
        }
        Err(Error::Refused(refusal)) => Ok(Decision::Not(Wrong::refused("decision", "", refusal))),
        Err(other) => Err(other.into()),
    }
}
