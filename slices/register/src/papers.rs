//! Files beside requests and visits: scans of the papers on which something is asked, photos of what was seen.

use authz::Resource;
use axum::{
    Router,
    extract::{Path, State as Shared},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use web::{App, FileForm, Hold, Page, Papers, Problem, Query, Visitor};

use crate::{
    desk::{self, Request},
    visit::{self, Visit},
};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/requests/{id}/files", post(change_of_request))
        .route("/requests/{id}/files/{file}", get(open_of_request))
        .route("/visits/{id}/files", post(change_of_visit))
        .route("/visits/{id}/files/{file}", get(open_of_visit))
}

/// With what the files of a request are kept, and the same as an address.
fn request_files(id: i64) -> [String; 2] {
    [format!("request/{id}"), format!("/requests/{id}/files")]
}

/// With what the files of a visit are kept, and the same as an address.
fn visit_files(id: i64) -> [String; 2] {
    [format!("visit/{id}"), format!("/visits/{id}/files")]
}

/// The papers on which something is asked. Whoever may ask adds them until it is decided.
pub(crate) fn of_request(
    app: &App,
    page: &Page,
    visitor: &Visitor,
    (request, concern): (&Request, &Resource),
) -> Result<Papers, Problem> {
    let [with, address] = request_files(request.id);
    let asks = app.policies().permits(&visitor.0, "file_request", concern).is_ok();
    let hold = if asks { request_hold(request) } else { Hold::Closed };
    Papers::with(app, page, &with, ("register-request-files", &address), hold)
}

/// How many requests that were returned one after the other are gone back through.
const RETURNED_MAX: usize = 10;

/// The papers of the requests that were returned before this one, which corrects them, the latest first. They stay where they are.
pub(crate) fn before_request(app: &App, page: &Page, request: &Request) -> Result<Vec<Papers>, Problem> {
    let mut all = Vec::new();
    let mut again = request.again;
    while let Some(id) = again.filter(|_| all.len() < RETURNED_MAX) {
        let [with, address] = request_files(id);
        let mut papers = Papers::with(app, page, &with, ("register-request-files", &address), Hold::Closed)?;
        papers.title = page.t.with("register-request-files-before", &[("id", &page.t.number(id))]);
        all.push(papers);
        again = app.ledger.db().read(|conn| desk::store::by_id(conn, id))?.and_then(|before| before.again);
    }
    Ok(all)
}

/// What was decided stands with the papers on which it was decided.
fn request_hold(request: &Request) -> Hold {
    if request.state == desk::State::Open { Hold::Open } else { Hold::Closed }
}

/// A report was signed with what was there; photos may come later.
const fn visit_hold(visit: &Visit) -> Hold {
    match visit.state {
        visit::State::Planned => Hold::Open,
        visit::State::Reported => Hold::Grows,
        visit::State::Cancelled => Hold::Closed,
    }
}

/// What was photographed on a visit. Its delegation adds to it.
pub(crate) fn of_visit(app: &App, page: &Page, visit: &Visit, keeps: bool) -> Result<Papers, Problem> {
    let [with, address] = visit_files(visit.id);
    let hold = if keeps { visit_hold(visit) } else { Hold::Closed };
    Papers::with(app, page, &with, ("register-visit-files", &address), hold)
}

/// `POST /{lang}/requests/{id}/files`
async fn change_of_request(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    sent: FileForm,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let changed = app.blocking(move |ledger| {
        let (request, place, _) = desk::decision::request(ledger, &page.t, &which)?;
        who.may(&data, "file_request", &desk::pages::concern(ledger, &request, place.as_deref()))?;
        let [with, _] = request_files(request.id);
        let wrong = web::change_papers(&data, sent, &with, |conn| {
            Ok(desk::store::hold(conn, request.id)?.map_or(Hold::Closed, |request| request_hold(&request)))
        })?;
        Ok::<_, Problem>((page, wrong))
    });
    match changed.await? {
        (page, None) => Ok(Redirect::to(&page.to(&format!("/requests/{id}"))).into_response()),
        (page, Some(wrong)) => desk::decision::one(app, page, visitor, id, vec![wrong], String::new()).await,
    }
}

/// `POST /{lang}/visits/{id}/files`
async fn change_of_visit(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    sent: FileForm,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let changed = app.blocking(move |ledger| {
        let (visit, _, cooperative) = visit::report::visit(ledger, &page, &which)?;
        who.may(&data, "keep_visits", &cooperative)?;
        let [with, _] = visit_files(visit.id);
        let wrong = web::change_papers(&data, sent, &with, |conn| {
            Ok(visit::store::hold(conn, visit.id)?.map_or(Hold::Closed, |visit| visit_hold(&visit)))
        })?;
        Ok::<_, Problem>((page, wrong))
    });
    match changed.await? {
        (page, None) => Ok(Redirect::to(&page.to(&format!("/visits/{id}"))).into_response()),
        (page, Some(wrong)) => visit::report::one(app, page, visitor, id, Query::default(), vec![wrong]).await,
    }
}

/// `GET /{lang}/requests/{id}/files/{file}`
async fn open_of_request(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let opened = app.blocking(move |ledger| {
        let (request, place, _) = desk::decision::request(ledger, &page.t, &id)?;
        visitor.may(&data, "see_requests", &desk::pages::concern(ledger, &request, place.as_deref()))?;
        let [with, _] = request_files(request.id);
        web::open_paper(&data, &with, &file, &visitor, "see_requests")
    });
    opened.await
}

/// `GET /{lang}/visits/{id}/files/{file}`
async fn open_of_visit(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let opened = app.blocking(move |ledger| {
        let (visit, _, cooperative) = visit::report::visit(ledger, &page, &id)?;
        let action = visit.state.seen_by();
        visitor.may(&data, action, &cooperative)?;
        let [with, _] = visit_files(visit.id);
        web::open_paper(&data, &with, &file, &visitor, action)
    });
    opened.await
}
