//! Files beside the steps that stand on papers: what founders signed, the certificate of the deposit, the minutes.

use axum::{
    extract::{Path, State},
    response::Response,
};
use web::{App, FileForm, Hold, Page, Papers, Problem, Visitor};

use super::{closed, dossier, filing, founders, onward, steps, to_change};
use crate::{
    check::{self, Finding},
    dossier::Dossier,
    step::Step,
    store,
};

/// With what the files of a step are kept.
fn kept_with(project: i64, step: Step) -> String {
    format!("{}/{}", of_project(project), step.code())
}

/// With what all files of a project are kept.
pub(super) fn of_project(project: i64) -> String {
    format!("project/{project}")
}

/// The files of a step.
pub(super) fn of_step(app: &App, page: &Page, dossier: &Dossier, step: Step, changes: bool) -> Result<Papers, Problem> {
    let (project, code) = (dossier.project.id, step.code());
    let (title, address) = (format!("founding-files-{code}"), format!("/projects/{project}/{code}/files"));
    let hold = if changes { Hold::Open } else { Hold::Closed };
    Papers::with(app, page, &kept_with(project, step), (&title, &address), hold)
}

/// The files of all steps, for whoever decides about them.
pub(super) fn of_steps(app: &App, page: &Page, dossier: &Dossier) -> Result<Vec<Papers>, Problem> {
    Step::WITH_FILES.into_iter().map(|step| of_step(app, page, dossier, step, false)).collect()
}

/// The papers that a step names, if none was sent along.
pub(super) fn unsent(dossier: &Dossier, step: Step, files: &Papers) -> Vec<Finding> {
    if files.there.is_empty() { check::unsent(dossier, step) } else { Vec::new() }
}

/// The step of an address, if files are kept with it.
fn step_of(code: &str) -> Result<Step, Problem> {
    Step::WITH_FILES.into_iter().find(|step| step.code() == code).ok_or(Problem::NoSuchAddress)
}

/// `POST /{lang}/projects/{id}/{step}/files`
pub(super) async fn change(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((id, code)): Path<(String, String)>,
    sent: FileForm,
) -> Result<Response, Problem> {
    let step = step_of(&code)?;
    let (data, which) = (app.clone(), id.clone());
    let who = visitor.clone();
    let changed = app.blocking(move |ledger| {
        // What others have in hand stays as they have it.
        let Some(dossier) = to_change(&data, ledger, &who, &which)? else { return Ok(Some(closed())) };
        let (project, zone) = (dossier.project.id, ledger.zone());
        web::change_papers(&data, sent, &kept_with(project, step), |conn| {
            let dossier = if store::hold(conn, project)? { Dossier::read(conn, project, zone)? } else { None };
            Ok(dossier.filter(|dossier| !dossier.is_closed()).map_or(Hold::Closed, |_| Hold::Open))
        })
    });
    let Some(wrong) = changed.await? else { return Ok(onward(&page, &format!("/projects/{id}/{code}"))) };
    let wrong = vec![wrong];
    match step {
        Step::Founders => founders::one(app, page, visitor, id, Err(0), wrong).await,
        Step::Filing => filing::one(app, page, visitor, id, None, wrong).await,
        _ => steps::one(app, page, visitor, id, step, Err(wrong)).await,
    }
}

/// `GET /{lang}/projects/{id}/{step}/files/{file}`
pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, code, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let step = step_of(&code)?;
    let data = app.clone();
    let opened = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        web::open_paper(&data, &kept_with(dossier.project.id, step), &file, &visitor, "see_project")
    });
    opened.await
}
