//! The pages of the desk.

use askama::Template;
use authz::Resource;
use axum::{
    Router,
    extract::{Path, State as Shared},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use kernel::Date;
use ledger::{Act, Error, Ledger, standing, store as journal};
use web::{App, Fault, Form, Messages, Nomenclature, Page, Problem, Query, Speaker, Visitor, Wrong};

use super::{
    Request, State, day, decision,
    form::{self, Field, Input, KINDS},
    merger, removal, store as requests, together, workbook,
};
use crate::{Life, acts::YearEnd, due, extract, room::Lines, store, store::subject};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/desk", get(day::desk))
        .route("/desk/meetings", get(together::show).post(together::accept))
        .route("/cooperatives/{number}/requests", get(asked).post(file))
        .route("/cooperatives/{number}/requests/accounts", get(workbook::template).post(workbook::fill))
        .route("/requests/{id}", get(decision::show).post(decision::decide))
}

/// What a cooperative asks for, and the form of a new request.
#[derive(Template)]
#[template(path = "requests.html")]
struct AskedPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    kinds: Vec<(&'static str, String, bool)>,
    kind: Option<String>,
    fields: Vec<Field>,
    effective_on: String,
    document: String,
    today: Date,
    due: Lines,
    requests: Vec<Shown>,
}

impl AskedPage {
    /// What the day on which it takes effect is called.
    fn day_label(&self) -> &'static str {
        match self.kind.as_deref() {
            Some("general_meeting_held") => "register-field-held_on",
            _ => "register-field-effective_on",
        }
    }

    /// Whether the day on which it takes effect follows from the rest.
    fn is_dated(&self) -> bool {
        self.kind.as_deref() == Some("accounts_filed")
    }
}

/// A request as people read it.
pub(super) struct Shown {
    pub(super) id: i64,
    pub(super) number: String,
    pub(super) name: Option<String>,
    pub(super) what: String,
    pub(super) detail: Option<String>,
    pub(super) effective_on: Date,
    pub(super) filed_on: Date,
    /// For how many days it has waited.
    pub(super) waits: i64,
    /// In how many days it is to be decided, as people read it, if nobody has; and whether that is over.
    pub(super) left: Option<(String, bool)>,
    pub(super) state: State,
    pub(super) says: String,
    pub(super) reason: Option<String>,
    pub(super) act: Option<i64>,
    /// Whether the same was asked before, and returned.
    pub(super) came_back: bool,
}

impl Shown {
    pub(super) const fn waits(&self) -> i64 {
        self.waits
    }

    pub(super) const fn filed_on(&self) -> Date {
        self.filed_on
    }

    pub(super) const fn effective_on(&self) -> Date {
        self.effective_on
    }
}

pub(super) fn shown(ledger: &Ledger, speaker: &Speaker<'_>, request: Request, name: Option<String>) -> Shown {
    let filed_on = ledger.zone().to_datetime(request.filed_at).date();
    let act = act_of(&request);
    let until = day::until(filed_on).filter(|_| request.state == State::Open);
    Shown {
        left: until.map(|until| left(speaker.t, until, speaker.day)),
        detail: crate::tell::cooperative(speaker, &act),
        what: speaker.t.get(&format!("register-act-{}", request.kind)),
        waits: (speaker.day - filed_on).get_days().into(),
        says: speaker.t.get(&format!("register-request-{}", request.state.code())),
        id: request.id,
        number: request.number,
        name,
        effective_on: request.effective_on,
        filed_on,
        state: request.state,
        reason: request.reason,
        act: request.act,
        came_back: false,
    }
}

/// In how many days something is to be decided, as people read it, and whether that is over.
pub(super) fn left(t: &Messages, until: Date, today: Date) -> (String, bool) {
    match i64::from((until - today).get_days()) {
        late @ ..0 => (t.count("register-due-late", -late), true),
        left => (t.count("register-request-left", left), false),
    }
}

/// The act that a request asks for, as if it were recorded.
fn act_of(request: &Request) -> Act {
    Act {
        seq: 0,
        subject: subject(&request.number),
        kind: request.kind.clone(),
        effective_on: Some(request.effective_on),
        recorded_at: request.filed_at,
        author: String::new(),
        document: None,
        voids: None,
        body: request.body.clone(),
        hash: ledger::Hash::ZERO,
    }
}

/// What a cooperative is called now, and where its seat is; none if there is no such cooperative.
pub(crate) fn found(ledger: &Ledger, t: &Messages, number: &str) -> Result<Option<(String, Option<String>)>, Problem> {
    let listed = ledger.db().read(|conn| store::by_number(conn, number))?;
    Ok(listed.map(|listed| {
        let names = kernel::Names { ar: listed.name_ar, fr: listed.name_fr, en: None };
        let name = t.name(&names).map_or_else(|| number.to_owned(), |(_, name)| name.to_owned());
        (name, listed.place)
    }))
}

/// The account of whoever asks; nobody without one comes this far.
pub(crate) fn account(visitor: &Visitor) -> &str {
    visitor.account().unwrap_or_default()
}

pub(crate) fn missing(what: &'static str, id: impl ToString) -> Problem {
    Problem::NotFound { what, id: id.to_string(), near: Vec::new() }
}

/// What a request is about, as policies see it.
pub(crate) fn concern(ledger: &Ledger, request: &Request, place: Option<&str>) -> Resource {
    removal::concern(ledger, &request.number, place, (&request.kind, &request.filed_by))
}

/// A cooperative as policies see it.
pub(crate) fn resource(ledger: &Ledger, number: &str, place: Option<&str>) -> Resource {
    super::resource(ledger.projection().territory(), number, place, ledger.today())
}

pub(crate) fn own(page: &Page, template: &impl Template, errors: &[Wrong]) -> Result<Response, Problem> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, web::html(page.t.lang(), template)?).into_response())
}

pub(super) fn speaker<'a>(
    t: &'a Messages,
    names: &'a Nomenclature,
    territory: &'a kernel::Territory,
    day: Date,
) -> Speaker<'a> {
    Speaker { t, names, territory, day }
}

/// `GET /{lang}/cooperatives/{number}/requests?kind=…&year=…`
async fn asked(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let kind = query.one("kind").filter(|kind| !kind.is_empty());
    if let Some(other) = kind.as_deref().filter(|kind| !is_kind(kind)) {
        query.wrong(Wrong::new("kind", other, KINDS.join(", ")).told("register-wrong-kind"));
    }
    // What a link of what is due says in advance.
    let year = query.one("year").and_then(|year| year.parse::<i16>().ok());
    let year = year.map(|year| Query::read(&format!("year={year}")));
    query.finish()?;
    form_page(app, page, visitor, number, kind, year.unwrap_or_default(), Vec::new()).await
}

/// Whether there are requests of this kind.
fn is_kind(kind: &str) -> bool {
    kind == removal::KIND || KINDS.contains(&kind)
}

/// The page of a cooperative's requests, with the form of a kind, filled with what was sent.
pub(super) async fn form_page(
    app: App,
    page: Page,
    visitor: Visitor,
    number: String,
    kind: Option<String>,
    mut sent: Query,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let Some((name, place)) = found(ledger, &page.t, &number)? else { return Err(missing("cooperative", number)) };
        let cooperative = resource(ledger, &number, place.as_deref());
        visitor.may(&data, "see_requests", &cooperative)?;
        // Who only reads is offered nothing that can be sent.
        let enters = |what| data.policies().permits(&visitor.0, "file_request", what).is_ok();
        let files = enters(&cooperative);
        let kind = kind.filter(|_| files);
        let (list, acts) = ledger
            .db()
            .read(|conn| Ok::<_, Error>((requests::of(conn, &number)?, journal::acts_of(conn, &subject(&number))?)))?;
        let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
        let names = data.names()?;
        let projection = ledger.projection();
        let speaker = speaker(&page.t, &names, projection.territory(), ledger.today());
        let now = life.map(|life| life.last());
        let today = ledger.today();
        let due = now.as_ref().map(|now| due(now, today)).unwrap_or_default();
        let due = Lines::of(&page.t, due.iter(), today);
        let fields = kind.as_deref().zip(now);
        let fields =
            fields.map(|(kind, now)| form::fields(&speaker, &names, kind, &now, &mut sent)).unwrap_or_default();
        let requests = list.into_iter().map(|request| self::shown(ledger, &speaker, request, None)).collect();
        let says = |kind: &'static str| page.t.get(&format!("register-act-{kind}"));
        let whose = removal::concern(ledger, &number, place.as_deref(), (removal::KIND, account(&visitor)));
        let removal = enters(&whose).then_some(&removal::KIND);
        let known = KINDS.iter().filter(|_| files).chain(removal);
        let kinds = known.map(|known| (*known, says(known), kind.as_deref() == Some(known))).collect();
        drop(projection);
        Ok(AskedPage {
            today: ledger.today(),
            effective_on: sent.one("effective_on").unwrap_or_else(|| ledger.today().to_string()),
            document: sent.one("document").unwrap_or_default(),
            page,
            errors,
            number,
            name,
            kinds,
            kind,
            fields,
            due,
            requests,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// Whoever may ask for nothing in the name of a cooperative is told so, whatever they sent.
pub(super) fn to_file(
    app: &App,
    ledger: &Ledger,
    t: &Messages,
    visitor: &Visitor,
    number: &str,
) -> Result<(), Problem> {
    let Some((_, place)) = found(ledger, t, number)? else { return Err(missing("cooperative", number)) };
    visitor.may(app, "file_request", &resource(ledger, number, place.as_deref()))
}

/// `POST /{lang}/cooperatives/{number}/requests`
async fn file(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let (data, t, who, which) = (app.clone(), page.t.clone(), visitor.clone(), number.clone());
    app.blocking(move |ledger| to_file(&data, ledger, &t, &who, &which)).await?;
    let kind = sent.one("kind").unwrap_or_default();
    if !is_kind(&kind) {
        let wrong = Wrong::new("kind", &kind, KINDS.join(", ")).told("register-wrong-kind");
        return form_page(app, page, visitor, number, None, Query::default(), vec![wrong]).await;
    }
    let (data, asks, whose, which) = (app.clone(), visitor.clone(), number.clone(), kind.clone());
    let (again, t) = (sent.clone(), page.t.clone());
    let filed = app.blocking(move |ledger| {
        let Some((_, place)) = found(ledger, &t, &whose)? else { return Err(missing("cooperative", whose)) };
        let concern = removal::concern(ledger, &whose, place.as_deref(), (&which, account(&asks)));
        asks.may(&data, "file_request", &concern)?;
        let names = data.names()?;
        let mut wrong = Vec::new();
        let projection = ledger.projection();
        let speaker = speaker(&t, &names, projection.territory(), ledger.today());
        let act = form::read(&speaker, &names, &which, &mut sent, &mut wrong);
        drop(projection);
        let life = extract::life(ledger, &whose, None)?;
        let ends = life.as_ref().map_or(YearEnd::DECEMBER, |life| life.last().year_end);
        let effective_on = form::effective_on(act.as_ref(), (&mut sent, ends), ledger.today(), &mut wrong);
        let document = form::document(&mut sent, &mut wrong);
        if let (Some(act), Some(on), Some(life)) = (&act, effective_on, &life) {
            form::fits(act, on, life, &mut wrong);
            ledger.db().read(|conn| merger::fits(conn, &whose, act, &mut wrong))?;
        }
        sent.finish()?;
        let (Some(act), Some(effective_on), Some(document), true) = (act, effective_on, document, wrong.is_empty())
        else {
            return Ok(Err(wrong));
        };
        let request = Request {
            id: 0,
            number: whose,
            kind: which,
            effective_on,
            body: act.body(),
            document,
            filed_by: account(&asks).to_owned(),
            filed_at: ledger.clock().now(),
            state: State::Open,
            decided_at: None,
            reason: None,
            act: None,
        };
        Ok(Ok(ledger.db().write(move |conn| requests::file(conn, &request))?))
    });
    match filed.await? {
        Ok(id) => Ok(Redirect::to(&page.to(&format!("/requests/{id}"))).into_response()),
        Err(wrong) => form_page(app, page, visitor, number, Some(kind), again, wrong).await,
    }
}
