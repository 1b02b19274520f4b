//! Scans beside the steps that stand on papers: what founders signed, the certificate of the deposit, the minutes.

use axum::{
    extract::{Path, State},
    response::Response,
};
use web::{App, FileForm, Hold, Page, Papers, Problem, Visitor};

use super::{closed, dossier, filing, founders, onward, steps, to_change};
use crate::{
    check::{self, Finding},
    dossier::Dossier,
    paper::Paper,
    step::Step,
    store,
};

/// The scans of papers of each kind, as a page shows them.
pub(super) type Scans = Vec<(Paper, Papers)>;

/// The scans of a step; none of one that stands on no papers.
pub(super) fn of_step(app: &App, page: &Page, dossier: &Dossier, step: Step, changes: bool) -> Result<Scans, Problem> {
    Paper::ALL
        .into_iter()
        .filter(|paper| paper.step() == step)
        .map(|paper| of(app, page, dossier, paper, changes))
        .collect()
}

/// The scans of all steps, for whoever looks at what is missing.
pub(super) fn of_steps(app: &App, page: &Page, dossier: &Dossier) -> Result<Scans, Problem> {
    Paper::ALL.into_iter().map(|paper| of(app, page, dossier, paper, false)).collect()
}

fn of(app: &App, page: &Page, dossier: &Dossier, paper: Paper, changes: bool) -> Result<(Paper, Papers), Problem> {
    let (project, code) = (dossier.project.id, paper.code());
    let (title, address) = (format!("founding-files-{code}"), format!("/projects/{project}/{code}/files"));
    let papers = Papers::with(app, page, &paper.kept_with(project), (&title, &address), Hold::Closed)?;
    let is_open = changes && paper.is_of_founders() && (paper.is_asked(dossier) || !papers.there.is_empty());
    Ok((paper, if is_open { Papers { hold: Hold::Open, ..papers } } else { papers }))
}

/// The papers that steps name and of which no scan was sent along.
pub(super) fn unsent(dossier: &Dossier, scans: &Scans) -> Vec<Finding> {
    let lacking = scans.iter().filter(|(_, papers)| papers.there.is_empty());
    lacking.flat_map(|(paper, _)| check::unsent(dossier, *paper)).collect()
}

/// The paper of an address.
fn named(code: &str) -> Result<Paper, Problem> {
    Paper::of(code).ok_or(Problem::NoSuchAddress)
}

/// `POST /{lang}/projects/{id}/{paper}/files`
pub(super) async fn change(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((id, code)): Path<(String, String)>,
    sent: FileForm,
) -> Result<Response, Problem> {
    let paper = named(&code)?;
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let changed = app.blocking(move |ledger| {
        // What others have in hand stays as they have it.
        let Some(dossier) = to_change(&data, ledger, &who, &which)? else { return Ok(Some(closed())) };
        let (project, zone) = (dossier.project.id, ledger.zone());
        let (with, attachments) = (paper.kept_with(project), data.attachments()?);
        web::change_papers(&data, sent, &with, |conn| {
            let dossier = if store::hold(conn, project)? { Dossier::read(conn, project, zone)? } else { None };
            let Some(dossier) = dossier.filter(|dossier| !dossier.is_closed()) else { return Ok(Hold::Closed) };
            let is_open =
                paper.is_asked(&dossier) || (paper.is_of_founders() && !attachments.with(conn, &with)?.is_empty());
            Ok(if is_open { Hold::Open } else { Hold::Closed })
        })
    });
    let step = paper.step();
    let Some(wrong) = changed.await? else { return Ok(onward(&page, &format!("/projects/{id}/{}", step.code()))) };
    let wrong = vec![wrong];
    match step {
        Step::Founders => founders::one(app, page, visitor, id, Err(0), wrong).await,
        Step::Filing => filing::one(app, page, visitor, id, None, wrong).await,
        _ => steps::one(app, page, visitor, id, step, Err(wrong)).await,
    }
}

/// `GET /{lang}/projects/{id}/{paper}/files/{file}`
pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, code, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let paper = named(&code)?;
    let data = app.clone();
    let opened = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        web::open_paper(&data, &paper.kept_with(dossier.project.id), &file, &visitor, "see_project")
    });
    opened.await
}
