//! What was handed in, for whoever decides about it: what is asked against what is there, rule by rule; and taking it back.

mod changed;
mod examined;
mod form;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Date;
use ledger::Ledger;
use web::{App, FileForm, Form, Messages, Page, Problem, Query, Visitor, Wrong};

use self::{
    changed::Changed,
    examined::{Examined, examined},
    form::Typed,
};
use super::{
    onward, own,
    papers::{self, Scans},
    resource,
};
use crate::{
    court, decide,
    dossier::Dossier,
    name::{Alike, alike},
    person,
    project::Name,
    store,
    submission::{Entered, Kind, Papers, State as Decided, Submission},
    summary,
};

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
    /// Who took it back, and when.
    withdrawn: Option<String>,
    /// Of a name: the choices, each with those that are like it.
    names: Vec<(String, Vec<Alike>)>,
    /// Of a file: what it says.
    summary: Vec<[String; 2]>,
    /// And what its reader examines.
    examined: Examined,
    /// The scans of the steps.
    scans: Scans,
    /// Reasons to choose from.
    phrases: Vec<(&'static str, String)>,
    /// What was decided: what, and what it says.
    outcome: Vec<[String; 2]>,
    /// The cooperative that it became.
    number: Option<String>,
    /// Whether who looks may decide.
    decides: bool,
    /// Whether that is to record from paper what a court entered of which no clerk uses Twiza.
    records: bool,
    /// How many megabytes its scan has at most.
    most: String,
    /// Whether who looks may take it back.
    withdraws: bool,
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

/// `GET /{lang}/submissions/{id}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, None, Vec::new()).await
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
    typed: Option<Typed>,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (submission, dossier) = submission(&data, ledger, &visitor, &id)?;
        let (t, today) = (&page.t, ledger.today());
        let is_open = submission.state == Decided::Open;
        let deciding = deciding(&data, ledger, &visitor, (&submission, &dossier))?;
        let decides = is_open && deciding.is_some();
        let slower = typed.as_ref().zip(deciding).filter(|_| !is_open && !errors.is_empty());
        let meanwhile =
            slower.map(|(typed, action)| meanwhile(&data, t, (&visitor, action), (&submission, &dossier), typed));
        let meanwhile = meanwhile.transpose()?;
        let names = names(&data, t, &submission)?;
        let mut summary = summary::of(&data, &page, &dossier)?;
        summary.extend(brought(t, &submission));
        let with_file = submission.kind != Kind::Name;
        let scans = if with_file { papers::of_steps(&data, &page, &dossier)? } else { Vec::new() };
        let action = deciding.filter(|_| is_open).unwrap_or("see_project");
        let examined = match with_file && is_open {
            true => examined(&data, &page, (&visitor, action), (&submission, &dossier), &scans)?,
            false => Examined::default(),
        };
        let may_withdraw = is_open && submission.kind.is_of_founders();
        let records = decides && action == court::RECORD;
        let most = if records { data.attachments()?.most() >> 20 } else { 0 };
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
            withdrawn: withdrawn(&data, t, &visitor, (&submission, &dossier))?,
            names,
            summary,
            examined,
            phrases: register::phrases(t),
            scans,
            outcome: summary::outcome(t, &submission),
            number: dossier.project.number.clone(),
            decides,
            records,
            most: t.number(i64::try_from(most).unwrap_or(i64::MAX)),
            withdraws: may_withdraw && super::may_change(&data, ledger, &visitor, &dossier),
            nobody_acts: decides && submission.kind == Kind::Entry && dossier.acting().next().is_none(),
            meanwhile,
            typed: typed.unwrap_or_else(|| Typed::begin((&submission, &dossier))),
            entered_from: dossier.first_filed_on(),
            today,
            page,
            errors,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// The choices of who asks for a name, each with those that are like it as long as nobody has decided.
fn names(app: &App, t: &Messages, submission: &Submission) -> Result<Vec<(String, Vec<Alike>)>, Problem> {
    let asked = submission.asked::<Vec<Name>>().filter(|_| submission.kind == Kind::Name).unwrap_or_default();
    let look = |name: &Name| match submission.state {
        Decided::Open => Ok((name.tell(), alike(app, t, name, submission.project)?)),
        _ => Ok((name.tell(), Vec::new())),
    };
    asked.iter().map(look).collect()
}

/// What came with a submission itself, in lines.
fn brought(t: &Messages, submission: &Submission) -> Vec<[String; 2]> {
    match submission.kind {
        Kind::Name => Vec::new(),
        Kind::Filing => submission.asked::<Papers>().map_or_else(Vec::new, |papers| {
            vec![[t.get("founding-field-minutes"), papers.minutes], [t.get("founding-field-receipt"), papers.receipt]]
        }),
        Kind::Entry => submission.asked::<Entered>().map_or_else(Vec::new, |entered| summary::entered(t, &entered)),
    }
}

/// What whoever decided or took something back is called, for somebody who does something with it, and on which day that was.
fn by_whom(
    app: &App,
    t: &Messages,
    asked: (&Visitor, &str),
    (submission, dossier): (&Submission, &Dossier),
) -> Result<(String, String), Problem> {
    let by = submission.decided_by.as_deref().unwrap_or_default();
    let who = person::called(app, dossier.project.id, by, asked)?;
    let who = who.unwrap_or_else(|| t.get("founding-meanwhile-somebody"));
    let day = submission.decided_at.map(|at| t.day(app.ledger.zone().to_datetime(at).date())).unwrap_or_default();
    Ok((who, day))
}

/// Who took it back and when, if somebody did.
fn withdrawn(
    app: &App,
    t: &Messages,
    visitor: &Visitor,
    about: (&Submission, &Dossier),
) -> Result<Option<String>, Problem> {
    if about.0.state != Decided::Withdrawn {
        return Ok(None);
    }
    let (who, day) = by_whom(app, t, (visitor, "see_project"), about)?;
    Ok(Some(t.with("founding-withdrawn", &[("who", &who), ("day", &day)])))
}

/// Who decided what while who looks was typing, and what was typed.
fn meanwhile(
    app: &App,
    t: &Messages,
    asked: (&Visitor, &str),
    (submission, dossier): (&Submission, &Dossier),
    typed: &Typed,
) -> Result<Meanwhile, Problem> {
    let (who, day) = by_whom(app, t, asked, (submission, dossier))?;
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
        ("founding-field-court", typed.court.clone()),
        ("founding-reason", typed.reason.clone()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| [t.get(key), text]);
    let says = t.with("founding-meanwhile", &[("who", &who), ("what", &what), ("day", &day)]);
    Ok(Meanwhile { says, typed: lines.collect() })
}

/// By which action whoever looks decides about something; none if it is not theirs to decide.
fn deciding(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    (submission, dossier): (&Submission, &Dossier),
) -> Result<Option<&'static str>, Problem> {
    let resource = court::resource(ledger, dossier, submission.kind)?;
    Ok(submission
        .kind
        .actions()
        .iter()
        .copied()
        .find(|action| app.policies().permits(&visitor.0, action, &resource).is_ok()))
}

/// What was handed in under a number, with its dossier, for whoever may decide about it, and by which action.
fn to_decide(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    id: &str,
) -> Result<(Submission, Dossier, &'static str), Problem> {
    let (submission, dossier) = submission(app, ledger, visitor, id)?;
    let action = match deciding(app, ledger, visitor, (&submission, &dossier))? {
        Some(action) => action,
        None => {
            let action = submission.kind.decided_by();
            visitor.may(app, action, &court::resource(ledger, &dossier, submission.kind)?)?;
            action
        }
    };
    Ok((submission, dossier, action))
}

/// `POST /{lang}/submissions/{id}`
pub(super) async fn decide(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    sent: FileForm,
) -> Result<Response, Problem> {
    let (data, who, which, t) = (app.clone(), visitor.clone(), id.clone(), page.t.clone());
    let done = app.blocking(move |ledger| {
        let (submission, dossier, action) = to_decide(&data, ledger, &who, &which)?;
        let (typed, decision) = form::decision(&data, &t, (&submission, &dossier), action, sent)?;
        let errors = match decision {
            Ok(decision) => {
                let done = decide::take(&data, &who, (&submission, &dossier), &decision, &typed.reason)?;
                // Whoever decided sees it on the next page, and does not wait until somebody looks.
                ledger.refresh()?;
                done.into_iter().collect()
            }
            Err(errors) => errors,
        };
        Ok::<_, Problem>((typed, errors))
    });
    match done.await? {
        (_, errors) if errors.is_empty() => Ok(onward(&page, &format!("/submissions/{id}"))),
        (typed, errors) => one(app, page, visitor, id, Some(typed), errors).await,
    }
}

/// `POST /{lang}/submissions/{id}/withdraw`: founders take back what they handed in, as long as nobody has decided.
pub(super) async fn withdraw(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let done = app.blocking(move |ledger| {
        let (submission, dossier) = submission(&data, ledger, &who, &which)?;
        who.may(&data, "change_project", &resource(ledger, &dossier))?;
        let is_meant = sent.flag("withdraw");
        sent.finish()?;
        let wrong = |message| Ok(Some(Wrong::new("withdraw", "", "see the message").told(message)));
        if !submission.kind.is_of_founders() {
            return wrong("founding-wrong-withdraw-entry");
        }
        let (account, now) = (who.account().unwrap_or_default().to_owned(), ledger.clock().now());
        let taken = is_meant && ledger.db().write(move |conn| store::withdraw(conn, submission.id, &account, now))?;
        if taken || !is_meant { Ok::<_, Problem>(None) } else { wrong("founding-wrong-decided") }
    });
    match done.await? {
        None => Ok(onward(&page, &format!("/submissions/{id}"))),
        Some(wrong) => one(app, page, visitor, id, None, vec![wrong]).await,
    }
}
