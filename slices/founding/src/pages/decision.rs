//! What was handed in, for whoever decides about it: what is asked against what is there, rule by rule.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Date;
use ledger::Ledger;
use web::{App, Form, Messages, Page, Problem, Query, Visitor, Wrong, fields::Sent};

use super::{
    Missing, all_findings,
    founders::{self, Shown},
    missing, onward, own, resource,
};
use crate::{
    decide::{self, Decision},
    dossier::Dossier,
    name::{Alike, alike},
    person,
    project::Name,
    statutes::{self, Article},
    store,
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
    /// The articles that the law demands and the founders wrote otherwise, in whichever language.
    flagged: Vec<Article>,
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
    /// Whether nobody who will run the cooperative has an account by which to act for it.
    nobody_acts: bool,
    /// What somebody else decided while who looks was typing.
    meanwhile: Option<Meanwhile>,
    typed: Typed,
    /// The first day on which it can have been entered at the court, if that is known.
    entered_from: Option<Date>,
    today: Date,
}

/// A decision that was faster than the one that was typed.
struct Meanwhile {
    /// Who decided what, and when.
    says: String,
    /// What was typed and is not taken.
    typed: Vec<[String; 2]>,
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
        let may_decide = data.policies().permits(&visitor.0, submission.kind.decided_by(), &resource).is_ok();
        let decides = is_open && may_decide;
        let slower = may_decide && !is_open && !errors.is_empty();
        let meanwhile = slower.then(|| meanwhile(&data, t, &visitor, (&submission, &dossier), &typed)).transpose()?;
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
        let files = if with_file { super::papers::of_steps(&data, &page, &dossier)? } else { Vec::new() };
        let action = if decides { submission.kind.decided_by() } else { "see_project" };
        let examined = match with_file && is_open {
            true => examined(&data, &page, (&visitor, action), &dossier, &files)?,
            false => Examined::default(),
        };
        summary.extend(brought(t, &submission));
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
            missing: examined.missing,
            flagged: examined.flagged,
            founders: examined.founders,
            phrases: register::phrases(t),
            files,
            outcome: summary::outcome(t, &submission),
            number: dossier.project.number.clone(),
            decides,
            nobody_acts: decides && submission.kind == Kind::Entry && dossier.acting().next().is_none(),
            meanwhile,
            typed,
            entered_from: entered_from(&submission, &dossier),
            today,
            page,
            errors,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// What came with a submission itself, in lines.
fn brought(t: &Messages, submission: &Submission) -> Vec<[String; 2]> {
    match submission.kind {
        Kind::Name => Vec::new(),
        Kind::Filing => submission.asked::<Papers>().map_or_else(Vec::new, |papers| {
            vec![[t.get("founding-field-minutes"), papers.minutes], [t.get("founding-field-receipt"), papers.receipt]]
        }),
        Kind::Entry => {
            submission.asked::<Entered>().map_or_else(Vec::new, |entered| summary::entered(t, &entered).into())
        }
    }
}

/// Who decided what while who looks was typing, and what was typed.
fn meanwhile(
    app: &App,
    t: &Messages,
    visitor: &Visitor,
    (submission, dossier): (&Submission, &Dossier),
    typed: &Typed,
) -> Result<Meanwhile, Problem> {
    let by = submission.decided_by.as_deref().unwrap_or_default();
    let who = person::called(app, dossier.project.id, by, (visitor, submission.kind.decided_by()))?;
    let who = who.unwrap_or_else(|| t.get("founding-meanwhile-somebody"));
    let day = submission.decided_at.map(|at| t.day(app.ledger.zone().to_datetime(at).date())).unwrap_or_default();
    let what = t.get(&format!("founding-decided-{}", submission.state.code()));
    let decision = match typed.decision.as_str() {
        "accept" => t.get(&format!("founding-accept-{}", submission.kind.code())),
        other => t.get(&format!("founding-{other}")),
    };
    let names = submission.asked::<Vec<Name>>().filter(|_| submission.kind == Kind::Name).unwrap_or_default();
    let chosen = usize::try_from(typed.choice).ok().and_then(|at| names.get(at).map(Name::tell));
    let lines = [
        ("founding-decision", decision),
        ("founding-names", chosen.filter(|_| typed.decision == "accept").unwrap_or_default()),
        ("founding-field-local_number", typed.local_number.clone()),
        ("founding-field-entered_on", typed.entered_on.clone()),
        ("founding-reason", typed.reason.clone()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| [t.get(key), text]);
    let says = t.with("founding-meanwhile", &[("who", &who), ("what", &what), ("day", &day)]);
    Ok(Meanwhile { says, typed: lines.collect() })
}

/// The day on which a file was handed in at the court. One that came on paper was, before anybody typed it.
fn entered_from(submission: &Submission, dossier: &Dossier) -> Option<Date> {
    (!dossier.project.on_paper).then(|| dossier.filed_on(submission))
}

/// What whoever examines a file reads: who founds, what is missing, and which articles the law demands and the founders wrote otherwise.
#[derive(Default)]
struct Examined {
    founders: Vec<Shown>,
    missing: Vec<Missing>,
    flagged: Vec<Article>,
}

/// A file as it is examined by somebody for an action.
fn examined(
    app: &App,
    page: &Page,
    asked: (&Visitor, &str),
    dossier: &Dossier,
    files: &[web::Papers],
) -> Result<Examined, Problem> {
    let (t, today) = (&page.t, app.ledger.today());
    let known = person::of(app, dossier.project.id, &dossier.founders, asked)?;
    let findings = all_findings(dossier, &known, files, today);
    let facts = super::statutes::facts(app, page, dossier)?;
    let articles = statutes::compose(t, &facts, &dossier.project.plan.statutes, today);
    Ok(Examined {
        founders: founders::shown(t, &app.ledger, &known),
        missing: findings.iter().map(|finding| missing(t, finding)).collect(),
        flagged: articles.into_iter().filter(Article::is_flagged).collect(),
    })
}

/// What was handed in under a number, with its dossier, for whoever may decide about it.
fn to_decide(app: &App, ledger: &Ledger, visitor: &Visitor, id: &str) -> Result<(Submission, Dossier), Problem> {
    let (submission, dossier) = submission(app, ledger, visitor, id)?;
    visitor.may(app, submission.kind.decided_by(), &resource(ledger, &dossier))?;
    Ok((submission, dossier))
}

/// `POST /{lang}/submissions/{id}`
pub(super) async fn decide(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    app.blocking(move |ledger| to_decide(&data, ledger, &who, &which).map(drop)).await?;
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
        let (data, who, which, said, t) = (app.clone(), visitor.clone(), id.clone(), typed.clone(), page.t.clone());
        let done = app.blocking(move |ledger| {
            let (submission, dossier) = to_decide(&data, ledger, &who, &which)?;
            let decision = match decided(&t, (&submission, &dossier), state, &said, ledger.today()) {
                Ok(decision) => decision,
                Err(wrong) => return Ok(Some(wrong)),
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

/// What is decided, as the form says it.
fn decided(
    t: &Messages,
    (submission, dossier): (&Submission, &Dossier),
    state: Decided,
    typed: &Typed,
    today: Date,
) -> Result<Decision, Wrong> {
    let wrong = |message| Err(Wrong::new("decision", "", "see the message").told(message));
    match (state, submission.kind) {
        _ if submission.state != Decided::Open => wrong("founding-wrong-decided"),
        (Decided::Accepted, _) => accepted(t, submission, typed, (entered_from(submission, dossier), today)),
        // The court has entered it already: what is wrong with it is mended, not refused.
        (Decided::Refused, Kind::Entry) => wrong("founding-wrong-refuse-entry"),
        _ => Ok(Decision::Not(state)),
    }
}

/// What is granted, as the form says it.
fn accepted(
    t: &Messages,
    submission: &Submission,
    typed: &Typed,
    (from, today): (Option<Date>, Date),
) -> Result<Decision, Wrong> {
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
            if let Some(from) = from.filter(|from| entered_on < *from) {
                let wrong = Wrong::new("entered_on", &t.day(from), "not before it was handed in");
                return Err(wrong.told("founding-wrong-entered-before"));
            }
            if local_number.is_empty() {
                return wrong("local_number", "founding-wrong-local");
            }
            Ok(Decision::Filing(Entered { local_number, entered_on }))
        }
        Kind::Entry => Ok(Decision::Entry),
    }
}
