//! The statutes: what founders answer, and the text that follows article by article.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use web::{App, Form, Page, Problem, Query, Speaker, Visitor, Wrong};

use super::{Head, closed, conflict, dossier, head, is_conflict, may_change, onward, own, save_plan, to_change};
use crate::{
    dossier::Dossier,
    project::Plan,
    statutes::{self, Article, Facts, Field, Flaw, Input, Statutes},
    step::Step,
};

#[derive(Template)]
#[template(path = "statutes.html")]
struct StatutesPage {
    page: Page,
    errors: Vec<Wrong>,
    head: Head,
    version: i64,
    fields: Vec<Field>,
    flaws: Vec<Flaw>,
    articles: Vec<Article>,
    /// Whether who looks may write.
    writes: bool,
    /// What somebody else wrote meanwhile: in which field, and what.
    theirs: Vec<(&'static str, String)>,
}

impl StatutesPage {
    /// What somebody else wrote meanwhile in a field.
    fn theirs(&self, field: &str) -> Option<&str> {
        self.theirs.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

/// The fields, and the articles as they read: of what was typed, or of what is stored.
type Written = (Vec<Field>, Vec<Article>);

/// Where somebody else wrote something else than what was typed, and what.
fn beside((fields, articles): &Written, (stored, others): &Written) -> Vec<(&'static str, String)> {
    let answers = fields.iter().zip(stored).filter(|(typed, other)| typed.value != other.value);
    let answers = answers.map(|(_, other)| (other.name, other.says().to_owned()));
    let texts = others.iter().filter(|other| {
        let same = articles.iter().find(|article| article.code == other.code);
        same.is_some_and(|article| article.own != other.own)
    });
    answers.chain(texts.map(|other| (other.field, other.typed()))).collect()
}

/// `GET /{lang}/projects/{id}/statutes`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, None).await
}

/// The page; after a form that was not taken, with what was typed and what is wrong with it.
async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    typed: Option<(Statutes, Query, Vec<Wrong>)>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let (changes, today) = (may_change(&data, ledger, &visitor, &dossier), ledger.today());
        let head = head(&page, &dossier, Some(Step::Statutes), changes, today);
        let stored = dossier.project.plan.statutes.clone();
        let is_begun = stored != Statutes::default();
        let (answers, mut sent, errors) = typed.unwrap_or_else(|| (stored.clone(), Query::default(), Vec::new()));
        let facts = facts(&data, &page, &dossier)?;
        let written = |answers: &Statutes, sent: &mut Query| {
            let fields = statutes::fields(&page.t, answers, sent, today);
            (fields, statutes::compose(&page.t, &facts, answers, today))
        };
        let now = written(&answers, &mut sent);
        let theirs = match is_conflict(&errors) {
            true => beside(&now, &written(&stored, &mut Query::default())),
            false => Vec::new(),
        };
        let flaws = if is_begun { statutes::check(&facts, &answers, today) } else { Vec::new() };
        Ok::<_, Problem>(StatutesPage {
            fields: now.0,
            articles: now.1,
            theirs,
            version: head.version,
            writes: head.changes,
            flaws,
            page,
            errors,
            head,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// What the project says that clauses fill in, in the language of the page.
pub(super) fn facts(app: &App, page: &Page, dossier: &Dossier) -> Result<Facts, Problem> {
    let names = app.names()?;
    let projection = app.ledger.projection();
    let (t, day) = (&page.t, app.ledger.today());
    let speaker = Speaker { t, names: &names, territory: projection.territory(), day };
    let sheet = &dossier.project.plan.sheet;
    let value = |dimension, code: &Option<String>| {
        code.as_deref().map(|code| speaker.value(dimension, code)).unwrap_or_default()
    };
    Ok(Facts { seat: value("place", &sheet.place), activity: value("branch", &sheet.branch), ..Facts::of(dossier) })
}

/// `GET /{lang}/projects/{id}/statutes/pdf`
pub(super) async fn pdf(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let document = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let facts = facts(&data, &page, &dossier)?;
        let (today, now) = (ledger.today(), ledger.clock().now());
        Ok::<_, Problem>(statutes::print(&page.t, &facts, &dossier.project.plan.statutes, today, now))
    });
    let pdf = web::press(&document.await?).await?;
    let headers =
        [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, "inline; filename=\"statutes.pdf\"")];
    Ok((headers, pdf).into_response())
}

/// `POST /{lang}/projects/{id}/statutes`
pub(super) async fn save(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let version = sent.number("version", 0, 0..=i64::MAX);
    let (data, who, which, frame) = (app.clone(), visitor.clone(), id.clone(), page);
    let done = app.blocking(move |ledger| {
        let found = to_change(&data, ledger, &who, &which)?;
        let before = found.as_ref().map(|dossier| dossier.project.plan.statutes.clone()).unwrap_or_default();
        let (mut errors, again) = (Vec::new(), sent.clone());
        let mut answers = statutes::read(&before, frame.t.lang(), &mut sent, &mut errors);
        sent.finish()?;
        let wrong = match found {
            None => Some(closed()),
            Some(_) if !errors.is_empty() => None,
            Some(dossier) => {
                answers.settle(&frame.t, &facts(&data, &frame, &dossier)?, ledger.today());
                let plan = Plan { statutes: answers.clone(), ..dossier.project.plan.clone() };
                let saved = save_plan(&data, &who, (&dossier, version), &plan, |_| Ok(()))?;
                (!saved).then(conflict)
            }
        };
        errors.extend(wrong);
        let typed = (!errors.is_empty()).then_some((answers, again, errors));
        Ok::<_, Problem>((frame, typed))
    });
    match done.await? {
        (page, None) => Ok(onward(&page, &format!("/projects/{id}/statutes"))),
        (page, typed) => one(app, page, visitor, id, typed).await,
    }
}
