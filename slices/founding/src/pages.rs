//! The pages of founding.

mod ahead;
pub(crate) mod certificate;
mod confirmation;
mod decision;
mod filing;
mod founders;
mod guide;
mod helping;
mod mine;
mod overview;
mod papers;
mod statutes;
mod steps;

use askama::Template;
use axum::{
    Router,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use db::Conn;
use kernel::Date;
use ledger::Ledger;
use register::Threshold;
use web::{App, Messages, Nomenclature, Page, Problem, Speaker, Visitor, Wrong};

use self::{ahead::Ahead, papers::Scans};
use crate::{
    check::{Finding, findings, minors},
    confirming,
    dossier::Dossier,
    kept::Held,
    person::Known,
    project::Plan,
    stage::Stage,
    step::{self, Progress, Step},
    store,
    submission::Kind,
};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/projects", get(guide::show))
        .route("/projects/mine", get(mine::index).post(mine::create))
        .route("/projects/{id}", get(overview::show).post(overview::give_up))
        .route("/projects/{id}/sheet", get(steps::sheet).post(steps::save_sheet))
        .route("/projects/{id}/name", get(steps::name).post(steps::save_name))
        .route("/projects/{id}/founders", get(founders::index).post(founders::put))
        .route("/projects/{id}/statutes", get(statutes::show).post(statutes::save))
        .route("/projects/{id}/statutes/pdf", get(statutes::pdf))
        .route("/projects/{id}/capital", get(steps::capital).post(steps::save_capital))
        .route("/projects/{id}/filing", get(filing::show).post(filing::hand_in))
        .route("/projects/{id}/founders/{founder}/link", post(confirmation::ask))
        .route("/projects/{id}/helpers", get(helping::index).post(helping::change))
        .route("/invitations/{secret}", get(helping::invitation).post(helping::agree))
        .route("/confirmations/{secret}", get(confirmation::show).post(confirmation::confirm))
        .route("/projects/{id}/{paper}/files", post(papers::change))
        .route("/projects/{id}/{paper}/files/{file}", get(papers::open))
        .route("/submissions/{id}/certificate", get(certificate::pdf))
        .route("/submissions/{id}", get(decision::show).post(decision::decide))
        .route("/submissions/{id}/withdraw", post(decision::withdraw))
}

/// What stands above every step of a project.
struct Head {
    id: i64,
    title: String,
    version: i64,
    /// The step of the page.
    here: Option<Step>,
    /// What people should know of it before.
    ahead: Option<Ahead>,
    steps: Vec<StepLine>,
    /// What is missing or wrong in the step.
    findings: Vec<Missing>,
    /// The other rules by which the step goes: name, number, article.
    rules: Vec<[String; 3]>,
    /// Whether who looks may change it now.
    changes: bool,
    /// Whether others have it in hand.
    closed: bool,
    /// What founders asked for in this step and nobody has decided: its fields stay as they are until then.
    waits: Option<i64>,
    /// That it stands in the local register already, though it came back to be mended.
    entered: Option<String>,
}

/// A step as people read it.
struct StepLine {
    step: Step,
    says: String,
    progress: Progress,
    tells: String,
}

/// Something that is missing or wrong, as people read it.
struct Missing {
    says: String,
    /// What is there instead; none if nothing is, or if that is no number.
    there: Option<String>,
    /// Where the rule stands that asks for it; empty where no article is known, or no rule asks.
    article: String,
    /// Why it only warns; none if it stops the file.
    warns: Option<String>,
}

impl Head {
    /// The page of a step.
    fn to(&self, page: &Page, step: &Step) -> String {
        page.to(&format!("/projects/{}/{}", self.id, step.code()))
    }

    /// The page of its own step.
    fn own(&self, page: &Page) -> String {
        self.here.map(|step| self.to(page, &step)).unwrap_or_default()
    }

    /// The step of the page, as messages name it.
    fn code(&self) -> &'static str {
        self.here.map_or("", Step::code)
    }

    /// What its step is called.
    fn says(&self, t: &Messages) -> String {
        t.get(&format!("founding-step-{}", self.code()))
    }

    /// Whether a step is that of the page.
    fn is_at(&self, line: &StepLine) -> bool {
        self.here == Some(line.step)
    }

    /// The step after it.
    fn next(&self) -> Option<&StepLine> {
        let next = self.here.and_then(Step::next);
        self.steps.iter().find(|line| Some(line.step) == next)
    }

    /// What else is missing or wrong in the step, which only its own page knows.
    fn with(self, t: &Messages, found: &[Finding]) -> Self {
        let found =
            found.iter().filter(|finding| Some(finding.step) == self.here).map(|finding| Missing::told(t, finding));
        Self { findings: self.findings.into_iter().chain(found).collect(), ..self }
    }
}

/// What stands above a page of a project.
fn head(page: &Page, dossier: &Dossier, here: Option<Step>, changes: bool, today: Date) -> Head {
    let t = &page.t;
    let line = |(step, progress): (Step, Progress)| StepLine {
        step,
        says: t.get(&format!("founding-step-{}", step.code())),
        progress,
        tells: match progress {
            Progress::Missing(count) => t.count("founding-progress-missing", i64::try_from(count).unwrap_or(i64::MAX)),
            Progress::Waits(Some(until)) => t.with("founding-progress-until", &[("day", &t.day(until))]),
            other => t.get(&format!("founding-progress-{}", other.code())),
        },
    };
    let all = findings(dossier, today);
    let held = Held { t, dossier, known: &[], today };
    let left = all.iter().filter(|finding| Some(finding.step) == here);
    let closed = dossier.is_closed();
    let waits = dossier.open(Kind::Name).filter(|_| here == Some(Step::Name)).map(|one| one.id);
    let entered = dossier.entered().filter(|_| dossier.project.number.is_none()).map(|(_, entered)| {
        t.with("founding-entered-note", &[("number", &entered.local_number), ("day", &t.day(entered.entered_on))])
    });
    Head {
        id: dossier.project.id,
        title: dossier.title(),
        version: dossier.project.version,
        here,
        ahead: here.map(|here| Ahead::of(t, Stage::Own(here), today)),
        steps: step::progress(dossier, &all).map(line).into(),
        findings: left.map(|finding| Missing::of(&held, finding)).collect(),
        rules: here.map(|here| rules(t, here, today)).unwrap_or_default(),
        changes: changes && !closed && waits.is_none(),
        closed,
        waits,
        entered,
    }
}

impl Missing {
    /// In words, with what is there of a dossier.
    fn of(held: &Held<'_>, finding: &Finding) -> Self {
        Self { there: finding.rule.and_then(|rule| held.there(rule.rule)), ..Self::told(held.t, finding) }
    }

    /// In words.
    fn told(t: &Messages, finding: &Finding) -> Self {
        let article = finding.rule.map(|rule| rule.cites(t)).unwrap_or_default();
        Self { says: finding.tell(t), there: None, article, warns: finding.warns().map(|why| t.get(why)) }
    }
}

/// Everything that is missing or wrong, in the order of the steps: by what the project says, by what is known of the founders as far
/// as it was opened, and by the files of all steps.
fn all_findings(dossier: &Dossier, known: &[Known], scans: &Scans, today: Date) -> Vec<Finding> {
    let mut all = [findings(dossier, today), minors(known, today), papers::unsent(dossier, scans)].concat();
    all.sort_by_key(|finding| finding.step);
    all
}

/// The rules of a step but for those that say how long it takes: name, number, article.
fn rules(t: &Messages, step: Step, today: Date) -> Vec<[String; 3]> {
    let told_before = Stage::Own(step).days();
    let rules = step.rules().iter().filter(|rule| !told_before.contains(rule));
    let told = rules.filter_map(|rule| rule.on(today)).map(|threshold| {
        let name = t.get(&format!("register-rule-{}", threshold.rule));
        [name, threshold.tell(t), stands(t, threshold)]
    });
    told.collect()
}

/// Where a rule stands: in an article, or nowhere for certain.
fn stands(t: &Messages, threshold: &Threshold) -> String {
    if threshold.is_confirmed() { threshold.cites(t) } else { t.get("register-rules-unconfirmed") }
}

/// The dossier of a project, for whoever may see it.
fn dossier(app: &App, ledger: &Ledger, visitor: &Visitor, id: &str) -> Result<Dossier, Problem> {
    let number = id.parse::<i64>().ok();
    let zone = ledger.zone();
    let found = number.map(|number| ledger.db().read(|conn| Dossier::read(conn, number, zone))).transpose()?.flatten();
    let Some(dossier) = found else {
        return Err(Problem::NotFound { what: "project", id: id.to_owned(), near: Vec::new() });
    };
    visitor.may(app, "see_project", &resource(ledger, &dossier))?;
    Ok(dossier)
}

/// A project as policies see it.
pub(crate) fn resource(ledger: &Ledger, dossier: &Dossier) -> authz::Resource {
    dossier.resource(ledger.projection().territory(), ledger.today())
}

/// Whether somebody may change a project, as far as policies say.
fn may_change(app: &App, ledger: &Ledger, visitor: &Visitor, dossier: &Dossier) -> bool {
    app.policies().permits(&visitor.0, "change_project", &resource(ledger, dossier)).is_ok()
}

/// Whether somebody may give a project up and say who helps with it.
fn may_keep(app: &App, ledger: &Ledger, visitor: &Visitor, dossier: &Dossier) -> bool {
    app.policies().permits(&visitor.0, "keep_project", &resource(ledger, dossier)).is_ok()
}

/// The dossier of a project, for whoever may change it now; none while others have it in hand. A form is read after this was asked:
/// whoever may not change the project is told so, whatever they sent.
fn to_change(app: &App, ledger: &Ledger, visitor: &Visitor, id: &str) -> Result<Option<Dossier>, Problem> {
    let dossier = dossier(app, ledger, visitor, id)?;
    visitor.may(app, "change_project", &resource(ledger, &dossier))?;
    Ok(Some(dossier).filter(|dossier| !dossier.is_closed()))
}

/// Saves what founders intend, if nobody has since a version, and whatever else belongs to that change. Whose confirmation lapses with
/// it is told. Tells whether it was saved.
fn save_plan(
    app: &App,
    visitor: &Visitor,
    (dossier, version): (&Dossier, i64),
    plan: &Plan,
    also: impl FnOnce(&mut Conn) -> db::Result<()>,
) -> Result<bool, Problem> {
    let (ledger, now) = (&app.ledger, app.ledger.clock().now());
    let may_lapse = !dossier.project.plan.binds_like(plan);
    let messenger = may_lapse.then(|| app.messenger()).transpose()?;
    ledger.db().write_alone(|conn| {
        let Some(lapsed) = store::save(conn, dossier.project.id, version, plan, now)? else { return Ok(false) };
        if let Some(messenger) = messenger {
            confirming::ask_anew(conn, messenger, dossier, &lapsed, (visitor.account(), now))?;
        }
        also(conn)?;
        Ok(true)
    })
}

/// Does something with who speaks the language of the page.
fn spoken<T>(app: &App, page: &Page, work: impl FnOnce(&Speaker<'_>, &Nomenclature) -> T) -> Result<T, Problem> {
    let names = app.names()?;
    let projection = app.ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: app.ledger.today() };
    Ok(work(&speaker, &names))
}

/// A page with what is wrong in the form that was sent.
fn own(page: &Page, template: &impl Template, errors: &[Wrong]) -> Result<Response, Problem> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, web::html(page.t.lang(), template)?).into_response())
}

/// On to another page after a form was taken.
fn onward(page: &Page, path: &str) -> Response {
    Redirect::to(&page.to(path)).into_response()
}

/// Somebody else was faster: what was typed is shown again, above what is stored now.
fn conflict() -> Wrong {
    Wrong::new("version", "", "somebody else changed it").told("founding-wrong-conflict")
}

/// Whether what is stored now is shown beside what was typed.
fn is_conflict(errors: &[Wrong]) -> bool {
    errors.iter().any(|wrong| wrong.parameter == "version")
}

/// Others have it in hand.
fn closed() -> Wrong {
    Wrong::new("version", "", "it waits for a decision").told("founding-wrong-closed")
}
