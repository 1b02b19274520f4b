//! The pages of the desk.

use askama::Template;
use authz::Resource;
use axum::{
    Router,
    extract::{Path, State as Shared},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use kernel::Date;
use ledger::{Error, Ledger, standing, store as journal};
use web::{App, Fault, Messages, Nomenclature, Page, Problem, Query, Speaker, Visitor, Wrong};

use super::{
    Request, State, day, decision, filing,
    form::{self, Field, Input},
    kind, removal, store as requests, together, voiding, workbook,
};
use crate::{Life, agenda, room::Lines, store, store::subject};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/desk", get(day::desk))
        .route("/desk/meetings", get(together::show).post(together::accept))
        .route("/cooperatives/{number}/requests", get(asked).post(filing::file))
        .route("/cooperatives/{number}/requests/accounts", get(workbook::template).post(workbook::fill))
        .route("/requests/{id}", get(decision::show).post(decision::decide))
        .route("/requests/{id}/withdrawal", post(filing::withdraw))
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
    kind: Option<&'static str>,
    /// Why what was asked for is not offered.
    note: Option<String>,
    fields: Vec<Field>,
    effective_on: String,
    document: String,
    /// The number of the request that this one corrects; empty if it corrects none.
    again: String,
    today: Date,
    due: Lines,
    requests: Vec<Shown>,
}

impl AskedPage {
    /// What the day on which it takes effect is called.
    fn day_label(&self) -> &'static str {
        match self.kind {
            Some("general_meeting_held") => "register-field-held_on",
            _ => "register-field-effective_on",
        }
    }

    /// Whether the day on which it takes effect follows from the rest.
    fn is_dated(&self) -> bool {
        self.has_workbook() || self.kind.is_some_and(voiding::is_void)
    }

    /// Whether a workbook fills it in.
    fn has_workbook(&self) -> bool {
        self.kind == Some(form::ACCOUNTS)
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

pub(super) fn shown(
    ledger: &Ledger,
    speaker: &Speaker<'_>,
    request: Request,
    name: Option<String>,
) -> Result<Shown, Problem> {
    let filed_on = ledger.zone().to_datetime(request.filed_at).date();
    let until = day::until(filed_on).filter(|_| request.state == State::Open);
    Ok(Shown {
        left: until.map(|until| left(speaker.t, until, speaker.day)),
        detail: detail(ledger, speaker, &request)?,
        what: speaker.t.get(&kind::name(&request.kind)),
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
    })
}

/// What a request says beyond its kind: the act that is to be voided, and why.
fn detail(ledger: &Ledger, speaker: &Speaker<'_>, request: &Request) -> Result<Option<String>, Problem> {
    let Some(seq) = request.voids else { return Ok(crate::tell::cooperative(speaker, &request.as_act(0))) };
    let act = ledger.acts([seq])?.into_iter().next().map(|act| voiding::told(speaker, &act));
    let parts: Vec<_> = [act, voiding::why(speaker, &request.body)].into_iter().flatten().collect();
    Ok((!parts.is_empty()).then(|| parts.join(" · ")))
}

/// In how many days something is to be decided, as people read it, and whether that is over.
pub(super) fn left(t: &Messages, until: Date, today: Date) -> (String, bool) {
    match i64::from((until - today).get_days()) {
        late @ ..0 => (t.count("register-due-late", -late), true),
        left => (t.count("register-request-left", left), false),
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

/// `GET /{lang}/cooperatives/{number}/requests?kind=…&year=…&act=…`, or `?from=…` to correct a request that was returned.
async fn asked(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let kind = query.one("kind").filter(|kind| !kind.is_empty());
    if let Some(other) = kind.as_deref().filter(|code| kind::of(code).is_none()) {
        query.wrong(Wrong::new("kind", other, kind::KINDS.join(", ")).told("register-wrong-kind"));
    }
    // What a link says in advance: of what is due, or beside an act.
    let said = ["year", "act"].map(|name| query.one(name).and_then(|said| said.parse::<i64>().ok()).map(|n| (name, n)));
    let said = said.into_iter().flatten().map(|(name, said)| format!("{name}={said}")).collect::<Vec<_>>();
    let from = query.one("from");
    query.finish()?;
    let (kind, sent) = match from {
        None => (kind, Query::read(&said.join("&"))),
        Some(from) => {
            let (data, t, who, whose) = (app.clone(), page.t.clone(), visitor.clone(), number.clone());
            let corrected = app.blocking(move |ledger| filing::corrected(&data, ledger, &t, &who, (&whose, &from)));
            let (kind, sent) = corrected.await?;
            (Some(kind), sent)
        }
    };
    form_page(app, page, visitor, number, kind, sent, Vec::new()).await
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
        visitor.may(&data, "see_requests", &resource(ledger, &number, place.as_deref()))?;
        let (list, acts) = ledger
            .db()
            .read(|conn| Ok::<_, Error>((requests::of(conn, &number)?, journal::acts_of(conn, &subject(&number))?)))?;
        let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
        let names = data.names()?;
        let now = life.map(|life| life.last());
        // Who only reads is offered nothing that can be sent.
        let entered = kind::entered_by(&data, ledger, &visitor, (&number, place.as_deref()));
        let fits = |kind: &&str| now.as_ref().is_some_and(|now| kind::fits(kind, now));
        let offered: Vec<_> = entered.into_iter().filter(fits).collect();
        let asked = kind.as_deref().and_then(kind::of);
        let kind = asked.filter(|kind| offered.contains(kind));
        let note = asked.xor(kind).zip(now.as_ref()).and_then(|(kind, now)| kind::note(kind, now));
        let projection = ledger.projection();
        let speaker = speaker(&page.t, &names, projection.territory(), ledger.today());
        let today = ledger.today();
        let due = now.as_ref().map(|now| ledger.db().read(|conn| agenda(conn, &number, now, today)));
        let due = due.transpose()?.unwrap_or_default();
        let fields = match (kind, &now) {
            (Some(kind), _) if voiding::is_void(kind) => voiding::fields(&speaker, kind, &acts, &mut sent),
            (Some(kind), Some(now)) => form::fields(&speaker, &names, kind, now, &mut sent),
            _ => Vec::new(),
        };
        let requests = list.into_iter().map(|request| self::shown(ledger, &speaker, request, None));
        let requests = requests.collect::<Result<_, _>>()?;
        let says = |known: &'static str| (known, page.t.get(&kind::name(known)), kind == Some(known));
        let kinds = offered.into_iter().map(says).collect();
        drop(projection);
        Ok(AskedPage {
            note: note.map(|note| page.t.refusal(&note.into())),
            due: Lines::of(&page.t, &number, due.iter(), today),
            effective_on: sent.one("effective_on").unwrap_or_else(|| today.to_string()),
            document: sent.one("document").unwrap_or_default(),
            again: sent.one("again").unwrap_or_default(),
            today,
            page,
            errors,
            number,
            name,
            kinds,
            kind,
            fields,
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
