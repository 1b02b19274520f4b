//! What was handed in, for whoever decides about it: what is asked against what is there, rule by rule.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Date;
use ledger::Ledger;
use web::{App, Form, Page, Problem, Query, Visitor, Wrong, fields::Sent};

use super::{
    Missing,
    founders::{self, Shown},
    missing, onward, own, resource,
};
use crate::{
    check::findings,
    decide::{self, Decision},
    dossier::Dossier,
    name::{Alike, alike},
    person,
    project::Name,
    statutes, store,
    submission::{Entered, Kind, Papers, State as Decided, Submission},
    summary,
};

/// How many characters a reason has at most.
const REASON_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "submission.html")]
struct SubmissionPage {
    page: Page,
    errors: Vec<Wrong>,
    id: i64,
    project: i64,
    what: String,
    title: String,
    kind: Kind,
    state: Decided,
    says: String,
    filed_on: Date,
    until: Option<Date>,
    given_reason: Option<String>,
    /// Of a name: the choices, each with those that are like it.
    names: Vec<(String, Vec<Alike>)>,
    /// Of a file: what it says, what is missing, and who founds.
    summary: Vec<[String; 2]>,
    missing: Vec<Missing>,
    /// The articles that the law demands and the founders wrote otherwise.
    flagged: Vec<String>,
    founders: Vec<Shown>,
    /// The files of the steps.
    files: Vec<web::Papers>,
    /// Reasons to choose from.
    phrases: Vec<(&'static str, String)>,
    /// What was decided: what, and what it says.
    outcome: Vec<[String; 2]>,
    /// The cooperative that it became.
    number: Option<String>,
    /// Whether who looks may decide.
    decides: bool,
    typed: Typed,
    today: Date,
}

impl SubmissionPage {
    /// What the button says that grants it.
    fn accept(&self) -> String {
        self.page.t.get(&format!("founding-accept-{}", self.kind.code()))
    }

    /// The choice at a place of the list.
    fn at(&self, place: usize) -> i64 {
        i64::try_from(place).unwrap_or_default()
    }
}

/// A decision as it was typed.
#[derive(Clone, Default)]
struct Typed {
    decision: String,
    choice: i64,
    local_number: String,
    entered_on: String,
    reason: String,
}

/// `GET /{lang}/submissions/{id}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, Typed::default(), Vec::new()).await
}

/// What was handed in under a number, with its dossier, for whoever may see it.
pub(super) fn submission(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    id: &str,
) -> Result<(Submission, Dossier), Problem> {
    let gone = || Problem::NotFound { what: "submission", id: id.to_owned(), near: Vec::new() };
    let number = id.parse::<i64>().map_err(|_| gone())?;
    let found = ledger.db().read(|conn| {
        let Some(submission) = store::submission(conn, number)? else { return Ok(None) };
        let dossier = Dossier::read(conn, submission.project, ledger.zone())?;
        Ok::<_, db::Error>(dossier.map(|dossier| (submission, dossier)))
    });
    let (submission, dossier) = found?.ok_or_else(gone)?;
    visitor.may(app, "see_project", &resource(ledger, &dossier))?;
    Ok((submission, dossier))
}

async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    typed: Typed,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (submission, dossier) = submission(&data, ledger, &visitor, &id)?;
        let (t, today) = (&page.t, ledger.today());
        let resource = resource(ledger, &dossier);
        let is_open = submission.state == Decided::Open;
        let decides = is_open && data.policies().permits(&visitor.0, submission.kind.decided_by(), &resource).is_ok();
        let names = match submission.kind {
            Kind::Name => submission.asked::<Vec<Name>>().unwrap_or_default(),
            Kind::Filing | Kind::Entry => Vec::new(),
        };
        let look = |name: &Name| {
            let alike = if is_open { alike(&data, t, name, dossier.project.id)? } else { Vec::new() };
            Ok::<_, Problem>((name.tell(), alike))
        };
        let names = names.iter().map(look).collect::<Result<_, _>>()?;
        let mut summary = summary::of(&data, &page, &dossier)?;
        let with_file = submission.kind != Kind::Name;
        let founders = match with_file && is_open {
            true => founders::shown(t, ledger, &person::of(&data, &dossier.founders, &visitor)?),
            false => Vec::new(),
        };
        let files = if with_file { super::papers::of_steps(&data, &page, &dossier)? } else { Vec::new() };
        let flagged = match with_file && is_open {
            true => flagged(&data, &page, &dossier)?,
            false => Vec::new(),
        };
        let findings = if with_file && is_open { findings(&dossier, today) } else { Vec::new() };
        if let Some(papers) = submission.asked::<Papers>().filter(|_| submission.kind == Kind::Filing) {
            summary.extend([
                [t.get("founding-field-minutes"), papers.minutes],
                [t.get("founding-field-receipt"), papers.receipt],
            ]);
        }
        if let Some(entered) = submission.asked::<Entered>().filter(|_| submission.kind == Kind::Entry) {
            summary.extend(summary::entered(t, &entered));
        }
        Ok::<_, Problem>(SubmissionPage {
            id: submission.id,
            project: dossier.project.id,
            what: t.get(&format!("founding-submission-{}", submission.kind.code())),
            title: dossier.title(),
            kind: submission.kind,
            state: submission.state,
            says: t.get(&format!("founding-decided-{}", submission.state.code())),
            filed_on: dossier.filed_on(&submission),
            until: dossier.until(&submission).filter(|_| is_open),
            given_reason: submission.reason.clone(),
            names,
            summary,
            missing: findings.iter().map(|finding| missing(t, finding)).collect(),
            flagged,
            founders,
            phrases: register::phrases(t),
            files,
            outcome: summary::outcome(t, &submission),
            number: dossier.project.number.clone(),
            decides,
            typed,
            today,
            page,
            errors,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// The headings of articles that the law demands and the founders wrote otherwise.
fn flagged(app: &App, page: &Page, dossier: &Dossier) -> Result<Vec<String>, Problem> {
    let facts = super::statutes::facts(app, page, dossier)?;
    let articles = statutes::compose(&page.t, &facts, &dossier.project.plan.statutes, app.ledger.today());
    let flagged = articles.iter().filter(|article| article.is_flagged());
    Ok(flagged.map(|article| article.heading(&page.t)).collect())
}

/// `POST /{lang}/submissions/{id}`
pub(super) async fn decide(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let chosen = sent.query.all("phrase");
    let typed = Typed {
        decision: sent.line("decision"),
        choice: sent.query.number("choice", 0, 0..=2),
        local_number: sent.line("local_number"),
        entered_on: sent.line("entered_on"),
        reason: register::reason(&page.t, &chosen, &sent.text("reason")),
    };
    sent.query.finish()?;
    let mut errors = sent.wrong;
    let state = match typed.decision.as_str() {
        "accept" => Decided::Accepted,
        "return" => Decided::Returned,
        "refuse" => Decided::Refused,
        _ => return Err(Problem::NoSuchMethod),
    };
    let fits = typed.reason.chars().count() <= REASON_MAX;
    if !fits || (state != Decided::Accepted && typed.reason.is_empty()) {
        errors.push(Wrong::new("reason", "", "give a reason").told("founding-wrong-reason"));
    }
    if errors.is_empty() {
        let (data, who, which, said) = (app.clone(), visitor.clone(), id.clone(), typed.clone());
        let done = app.blocking(move |ledger| {
            let (submission, dossier) = submission(&data, ledger, &who, &which)?;
            who.may(&data, submission.kind.decided_by(), &resource(ledger, &dossier))?;
            let decision = match state {
                Decided::Accepted => match accepted(&submission, &said, ledger.today()) {
                    Ok(decision) => decision,
                    Err(wrong) => return Ok(Some(wrong)),
                },
                _ => Decision::Not(state),
            };
            let done = decide::take(&data, &who, (&submission, &dossier), &decision, &said.reason)?;
            // Whoever decided sees it on the next page, and does not wait until somebody looks.
            ledger.refresh()?;
            Ok::<_, Problem>(done)
        });
        match done.await? {
            None => return Ok(onward(&page, &format!("/submissions/{id}"))),
            Some(wrong) => errors.push(wrong),
        }
    }
    one(app, page, visitor, id, typed, errors).await
}

/// What is granted, as the form says it.
fn accepted(submission: &Submission, typed: &Typed, today: Date) -> Result<Decision, Wrong> {
    let wrong = |name, message| Err(Wrong::new(name, "", "see the message").told(message));
    match submission.kind {
        Kind::Name => {
            let names = submission.asked::<Vec<Name>>().unwrap_or_default();
            let chosen = usize::try_from(typed.choice).ok().and_then(|at| names.into_iter().nth(at));
            chosen.map_or_else(|| wrong("choice", "founding-wrong-choice"), |name| Ok(Decision::Name(name)))
        }
        Kind::Filing => {
            let day = kernel::read_day(&typed.entered_on).ok().filter(|day| *day <= today);
            let (local_number, Some(entered_on)) = (typed.local_number.clone(), day) else {
                return wrong("entered_on", "founding-wrong-entered");
            };
            if local_number.is_empty() {
                return wrong("local_number", "founding-wrong-local");
            }
            Ok(Decision::Filing(Entered { local_number, entered_on }))
        }
        Kind::Entry => Ok(Decision::Entry),
    }
}
