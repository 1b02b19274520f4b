//! The page of a request: what it would do, and the decision about it.

use askama::Template;
use authz::Resource;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse, Redirect, Response},
};
use kernel::{Date, Names};
use ledger::{Error, Ledger, Recorder, Refusal, store as journal};
use web::{App, Form, Messages, Notice, Page, Papers, Problem, Query, Told, Visitor, Wrong};

use super::{
    Request, State, effect,
    effect::Effect,
    judge, kept_name, kind,
    pages::{Shown, account, concern, found, missing, own, resource, shown, speaker},
    removal, store as requests,
};
use crate::{
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
/// Undoes what was begun for a name that is kept for somebody else.
const NAME_KEPT: &str = "the name is kept";

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
    /// Whether an act would have to be voided first.
    voids_first: bool,
    /// What was recorded since the request was filed.
    since: Vec<Told>,
    /// Whether who looks may decide.
    decides: bool,
    /// Whether who looks may correct what was returned, and ask for it again.
    asks_again: bool,
    /// Whether who looks filed it and may take it back.
    withdraws: bool,
    /// Whether who looks may see what else the cooperative asks for.
    sees_all: bool,
    /// Whether somebody else than who entered it must decide.
    four_eyes: bool,
    reason: String,
    /// The last act of the cooperative that who looks can see.
    seen: i64,
    /// The papers on which it is asked.
    papers: Papers,
    /// The papers of the requests that were returned before this one, which corrects them.
    earlier: Vec<Papers>,
    /// Of a new name, whose it could be taken for: number, name, why.
    alike: Option<Vec<[String; 3]>>,
    /// The day on which it was decided.
    decided_on: Option<String>,
    /// Whether it appoints anew those who run the cooperative, and who looks may let somebody act for it: an act lets nobody.
    appoints: bool,
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
        let permits = |action: &str, what: &Resource| data.policies().permits(&visitor.0, action, what).is_ok();
        let decides = request.state == State::Open && permits("decide_request", &concern);
        let sees_all = permits("see_requests", &resource(ledger, &request.number, place.as_deref()));
        let appoints = is_appointment(&request) && permits("decide_request", &concern);
        let four_eyes = removal::is_removal(&request.kind);
        let whose = (&*request.number, place.as_deref());
        let asks_again =
            request.state == State::Returned && kind::may_ask(&data, ledger, &visitor, whose, &request.kind);
        let withdraws =
            request.state == State::Open && request.filed_by == account(&visitor) && permits("file_request", &concern);
        let acts = ledger.db().read(|conn| journal::acts_of(conn, &subject(&request.number)))?;
        let seen = acts.last().map_or(0, |act| act.seq);
        let names = data.names()?;
        let effect = match request.state {
            State::Open => effect::of(ledger, &page.t, &names, &acts, &request),
            _ => Ok(Effect::default()),
        };
        let effect = effect?;
        let later: Vec<_> = acts.into_iter().filter(|act| act.recorded_at > request.filed_at).collect();
        let since = if request.state == State::Open { web::tell(&data, &page, &later, false)? } else { Vec::new() };
        let refusal = effect.refusal.as_ref().map(|refusal| page.t.refusal(refusal));
        let papers = papers::of_request(&data, &page, &visitor, (&request, &concern))?;
        let earlier = papers::before_request(&data, &page, &request)?;
        let alike = if request.state == State::Open { alike(&data, &page.t, &request)? } else { None };
        let decided_on = request.decided_at.map(|at| page.t.day(ledger.zone().to_datetime(at).date()));
        let document = request.document.clone();
        let projection = ledger.projection();
        let speaker = speaker(&page.t, &names, projection.territory(), ledger.today());
        let shown = shown(ledger, &speaker, request, None)?;
        drop(projection);
        Ok::<_, Problem>(ShowPage {
            phrases: phrases(&page.t),
            page,
            errors,
            shown,
            name,
            document,
            voids_first: effect.refusal.as_ref().is_some_and(|refusal| refusal.code() == "register-filed-twice"),
            effect,
            refusal,
            since,
            decides,
            asks_again,
            withdraws,
            earlier,
            sees_all,
            four_eyes,
            reason,
            seen,
            papers,
            alike,
            decided_on,
            appoints,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// Whose name a new one could be taken for; none if no new name is asked for.
fn alike(app: &App, t: &Messages, request: &Request) -> Result<Option<Vec<[String; 3]>>, Problem> {
    let asked = kept_name::names(request);
    if asked.is_empty() {
        return Ok(None);
    }
    let names: Vec<_> = asked.iter().map(String::as_str).collect();
    let mut found = Directory::look_alike(app, &names, ALIKE_MAX + 1)?;
    found.retain(|(_, line)| line.number != request.number);
    found.truncate(ALIKE_MAX);
    let told = |(likeness, line): (Likeness, Line)| {
        let names = Names { ar: line.name_ar, fr: line.name_fr, en: None };
        let name = t.name(&names).map_or_else(|| line.number.clone(), |(_, name)| name.to_owned());
        [line.number, name, t.get(&format!("register-alike-{}", likeness.code()))]
    };
    let (ledger, today) = (&app.ledger, app.ledger.today());
    let mut kept = ledger.db().read(|conn| kept_name::alike(app, conn, &asked, today))?;
    kept.sort_by_key(|(likeness, _)| *likeness);
    kept.truncate(ALIKE_MAX);
    let kept = kept
        .into_iter()
        .map(|(likeness, name)| [String::new(), name, t.get(&format!("register-alike-{}", likeness.code()))]);
    // What is kept for somebody stands in the way, whatever cooperatives are called.
    Ok(Some(kept.chain(found.into_iter().map(told)).collect()))
}

/// Whether those who run the cooperative were appointed anew by it.
fn is_appointment(request: &Request) -> bool {
    request.state == State::Accepted && request.kind == "organ_appointed"
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
        let taken = take(&data, ledger, &request, state, (account(&who), &said), seen)?;
        // Whoever decided sees it on the next page, and does not wait until somebody looks.
        ledger.refresh()?;
        Ok::<_, Problem>(taken)
    });
    match taken.await? {
        Decision::Taken => Ok(Redirect::to(&page.to(&format!("/requests/{id}"))).into_response()),
        Decision::Not(wrong) => one(app, page, visitor, id, vec![wrong], reason).await,
    }
}

/// Takes a decision and, if it is to accept, records the act; who filed it is told: all of it or nothing.
pub(super) fn take(
    app: &App,
    ledger: &Ledger,
    request: &Request,
    state: State,
    (account, reason): (&str, &str),
    seen: i64,
) -> Result<Decision, Problem> {
    let (now, today) = (ledger.clock().now(), ledger.today());
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let messenger = app.messenger()?;
    let done = ledger.write_alone(|recorder| {
        if state == State::Accepted && kept_name::is_asked(app, recorder.conn(), request, today)? {
            return Err(Error::Broken(NAME_KEPT.into()));
        }
        let act =
            if state == State::Accepted { Some(record(recorder, request, (account, seen), today)?) } else { None };
        if !requests::decide(recorder.conn(), request.id, state, (account, reason), act, now)? {
            // Nothing is recorded for a request about which somebody else has decided.
            return Err(Error::Broken(DECIDED_ALREADY.into()));
        }
        if request.filed_by == account {
            return Ok(());
        }
        let told = messenger.tell(recorder.conn(), &request.filed_by, &|t| notice(t, request, state));
        told.map(drop).map_err(|fault| Error::Broken(fault.to_string()))
    });
    match done {
        Ok(()) => Ok(Decision::Taken),
        Err(Error::Broken(why)) if why == DECIDED_ALREADY => {
            Ok(Decision::Not(Wrong::new("decision", "", "it is decided").told("register-wrong-decided")))
        }
        Err(Error::Broken(why)) if why == NAME_KEPT => {
            Ok(Decision::Not(Wrong::new("decision", "", "it is kept").told("register-wrong-name-kept")))
        }
        Err(Error::Refused(Refusal::Conflict { .. })) => {
            Ok(Decision::Not(Wrong::new("decision", "", "look again").told("register-wrong-conflict")))
        }
        Err(Error::Refused(refusal)) => Ok(Decision::Not(Wrong::refused("decision", "", refusal))),
        Err(other) => Err(other.into()),
    }
}

/// Records what is asked for, unless something is against it. Gives the act.
fn record(
    recorder: &mut Recorder<'_>,
    request: &Request,
    (account, seen): (&str, i64),
    today: Date,
) -> Result<i64, Error> {
    let acts = recorder.acts_of(&subject(&request.number))?;
    // What the ledger says comes first, and of that whether the account has seen everything.
    let act = recorder.record(request.draft(account, seen))?.clone();
    let seq = act.seq;
    let against = judge::refusal(recorder.conn(), &acts, request)?;
    match against.map_or_else(|| judge::stopped(&acts, act, request, today), |refusal| Ok(Some(refusal)))? {
        Some(refusal) => Err(refusal.into()),
        None => Ok(seq),
    }
}

/// What who filed a request is told of the decision: which kind, of which cooperative, and where the reason stands.
fn notice(t: &Messages, request: &Request, state: State) -> Notice {
    let what = t.get(&kind::name(&request.kind));
    let texts = [("what", what.as_str()), ("number", &request.number)];
    Notice {
        subject: t.with(&format!("register-notice-{}", state.code()), &texts),
        says: t.with(&format!("register-notice-{}-says", state.code()), &texts),
        path: format!("/requests/{}", request.id),
    }
}
