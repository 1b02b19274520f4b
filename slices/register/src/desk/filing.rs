//! Filing a request, and taking it back.

use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Date;
use ledger::{Act, Ledger, standing, store as journal};
use web::{App, Fault, Form, Messages, Page, Problem, Query, Speaker, Visitor, Wrong};

use super::{
    Request, State,
    decision::{one, request},
    form, kind, merger,
    pages::{account, concern, form_page, found, missing, speaker, to_file},
    store as requests, voiding,
};
use crate::{Life, acts::YearEnd, store::subject};

/// What a form says of the act that it asks for.
struct Asked {
    effective_on: Date,
    body: String,
    voids: Option<i64>,
}

/// `POST /{lang}/cooperatives/{number}/requests`
pub(super) async fn file(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let (data, t, who, which) = (app.clone(), page.t.clone(), visitor.clone(), number.clone());
    app.blocking(move |ledger| to_file(&data, ledger, &t, &who, &which)).await?;
    let typed = sent.one("kind").unwrap_or_default();
    let Some(kind) = kind::of(&typed) else {
        let wrong = Wrong::new("kind", &typed, kind::KINDS.join(", ")).told("register-wrong-kind");
        return form_page(app, page, visitor, number, None, Query::default(), vec![wrong]).await;
    };
    let (data, who, whose, t, again) = (app.clone(), visitor.clone(), number.clone(), page.t.clone(), sent.clone());
    let filed = app.blocking(move |ledger| filed(&data, ledger, &t, &who, (whose, kind), sent));
    match filed.await? {
        Ok(id) => Ok(Redirect::to(&page.to(&format!("/requests/{id}"))).into_response()),
        Err(wrong) => form_page(app, page, visitor, number, Some(kind.to_owned()), again, wrong).await,
    }
}

/// Files what a form says, and gives the number of the request; else what is wrong.
fn filed(
    app: &App,
    ledger: &Ledger,
    t: &Messages,
    visitor: &Visitor,
    (number, kind): (String, &'static str),
    mut sent: Query,
) -> Result<Result<i64, Vec<Wrong>>, Problem> {
    let Some((_, place)) = found(ledger, t, &number)? else { return Err(missing("cooperative", number)) };
    kind::may_enter(app, ledger, visitor, (&number, place.as_deref()), kind)?;
    let acts = ledger.db().read(|conn| journal::acts_of(conn, &subject(&number)))?;
    let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
    let mut wrong = Vec::new();
    let asked = if voiding::is_void(kind) {
        void(kind, &acts, ledger.today(), (&mut sent, &mut wrong))
    } else {
        let names = app.names()?;
        let projection = ledger.projection();
        let speaker = speaker(t, &names, projection.territory(), ledger.today());
        act(ledger, (&speaker, &names), (&number, kind, life.as_ref()), (&mut sent, &mut wrong))?
    };
    let document = form::document(&mut sent, &mut wrong);
    let again = sent.one("again").and_then(|id| id.parse().ok());
    sent.finish()?;
    let (Some(asked), Some(document), true) = (asked, document, wrong.is_empty()) else { return Ok(Err(wrong)) };
    let request = Request {
        id: 0,
        number,
        kind: kind.to_owned(),
        effective_on: asked.effective_on,
        body: asked.body,
        document,
        filed_by: account(visitor).to_owned(),
        filed_at: ledger.clock().now(),
        state: State::Open,
        decided_at: None,
        reason: None,
        act: None,
        voids: asked.voids,
        again,
    };
    Ok(Ok(ledger.db().write(move |conn| {
        // Only what was returned is corrected, and by the same.
        let corrected = request.again.map(|id| requests::by_id(conn, id)).transpose()?.flatten();
        let corrected = corrected.filter(|one| is_corrected_by(one, &request.number, &request.kind));
        requests::file(conn, &Request { again: corrected.map(|one| one.id), ..request.clone() })
    })?))
}

/// Whether a request of this kind for a cooperative corrects one that was returned.
fn is_corrected_by(returned: &Request, number: &str, kind: &str) -> bool {
    returned.state == State::Returned && returned.number == number && returned.kind == kind
}

/// That an act be voided, as a form says it.
fn void(kind: &str, acts: &[Act], today: Date, (sent, wrong): (&mut Query, &mut Vec<Wrong>)) -> Option<Asked> {
    // The form has no field for the day; who corrects a request may come with one.
    let _ = sent.one("effective_on");
    let voiding = voiding::read(kind, acts, today, (sent, wrong))?;
    Some(Asked { effective_on: voiding.effective_on, body: voiding.body, voids: Some(voiding.act) })
}

/// An act, as a form says it.
fn act(
    ledger: &Ledger,
    (speaker, names): (&Speaker<'_>, &web::Nomenclature),
    (number, kind, life): (&str, &str, Option<&Life>),
    (sent, wrong): (&mut Query, &mut Vec<Wrong>),
) -> Result<Option<Asked>, Problem> {
    let act = form::read(speaker, names, kind, sent, wrong);
    let ends = life.map_or(YearEnd::DECEMBER, |life| life.last().year_end);
    let effective_on = form::effective_on(act.as_ref(), (sent, ends), ledger.today(), wrong);
    let (Some(act), Some(on), Some(life)) = (act, effective_on, life) else { return Ok(None) };
    form::fits(&act, on, life, wrong);
    let objection = kind::objection(&act, &life.on(Some(on)), &life.last());
    ledger.db().read(|conn| {
        merger::fits(conn, number, &act, wrong)?;
        let taken = kind::is_taken(conn, number, &act)?;
        let against = objection.map(|found| ("effective_on", found)).or(taken.map(|found| ("ice", found)));
        wrong.extend(against.map(|(field, found)| Wrong::refused(field, "", found.into())));
        Ok::<_, db::Error>(())
    })?;
    Ok(Some(Asked { effective_on: on, body: act.body(), voids: None }))
}

/// The form of a request that was returned, filled with what stood in it, for whoever may see that request.
///
/// # Errors
/// When there is no such request of this cooperative, or it is another's.
pub(super) fn corrected(
    app: &App,
    ledger: &Ledger,
    t: &Messages,
    visitor: &Visitor,
    (number, id): (&str, &str),
) -> Result<(String, Query), Problem> {
    let (returned, place, _) = request(ledger, t, id)?;
    visitor.may(app, "see_requests", &concern(ledger, &returned, place.as_deref()))?;
    if !is_corrected_by(&returned, number, &returned.kind) {
        return Err(missing("request", id));
    }
    let filled = Query::read(&form::again::filled(&returned));
    Ok((returned.kind, filled))
}

/// `POST /{lang}/requests/{id}/withdrawal`: who filed it takes it back, as long as nobody has decided.
pub(super) async fn withdraw(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(sent): Form,
) -> Result<Response, Problem> {
    let (data, who, which, t) = (app.clone(), visitor.clone(), id.clone(), page.t.clone());
    let withdrawn = app.blocking(move |ledger| {
        let (request, place, _) = request(ledger, &t, &which)?;
        who.may(&data, "file_request", &concern(ledger, &request, place.as_deref()))?;
        if request.filed_by != account(&who) {
            return Err(Problem::Denied);
        }
        sent.finish()?;
        let (now, by) = (ledger.clock().now(), request.filed_by.clone());
        let withdrawn = ledger
            .db()
            .write_alone(|conn| requests::decide(conn, request.id, State::Withdrawn, (&by, None), None, now))?;
        Ok::<_, Problem>(withdrawn)
    });
    if withdrawn.await? {
        return Ok(Redirect::to(&page.to(&format!("/requests/{id}"))).into_response());
    }
    let wrong = Wrong::new("withdraw", "", "it is decided").told("register-wrong-decided");
    one(app, page, visitor, id, vec![wrong], String::new()).await
}
