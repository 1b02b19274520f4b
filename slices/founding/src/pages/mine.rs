//! The projects of whoever looks, and what waits for a decision.

use askama::Template;
use axum::{extract::State, response::Response};
use db::Conn;
use kernel::Date;
use ledger::Ledger;
use web::{App, Form, Page, Problem, Query, Task, Visitor, Wrong, fields::Sent};

use super::{onward, own, resource};
use crate::{
    check::findings,
    confirming,
    dossier::Dossier,
    helping,
    project::{Plan, Sheet},
    step::{self, Progress},
    store,
    submission::{State as Decided, Submission},
    tasks::tasks,
};

/// How many decisions are shown, and among how many of the whole country they are looked for.
const DECIDED: usize = 20;
const LOOKED_AT: i64 = 400;

#[derive(Template)]
#[template(path = "mine.html")]
struct MinePage {
    page: Page,
    errors: Vec<Wrong>,
    title: String,
    /// Whether who looks may enter one for others.
    enters: bool,
    projects: Vec<Line>,
    /// Whether who looks decides about what others hand in.
    decides: bool,
    /// What waits for a decision, and for how many days it is overdue.
    waiting: Vec<(Task, Option<i64>)>,
    /// What was decided last, for who decides or looks after those who do.
    decided: Vec<Done>,
}

impl MinePage {
    /// How many wait for a decision.
    fn count(&self) -> i64 {
        i64::try_from(self.waiting.len()).unwrap_or(i64::MAX)
    }
}

/// A project as people read it.
struct Line {
    id: i64,
    title: String,
    on_paper: bool,
    /// Whether who looks helps others with it.
    helps: bool,
    /// Whether who looks confirmed as a founder what was changed since.
    has_lapsed: bool,
    /// How many steps are done.
    done: usize,
    number: Option<String>,
}

/// Something that was decided, as people read it.
struct Done {
    id: i64,
    what: String,
    title: String,
    state: Decided,
    says: String,
    on: Option<Date>,
}

/// `GET /{lang}/projects/mine`
pub(super) async fn index(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    list(app, page, visitor, String::new(), Vec::new()).await
}

async fn list(app: App, page: Page, visitor: Visitor, title: String, errors: Vec<Wrong>) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let account = visitor.account().unwrap_or_default();
        let today = ledger.today();
        let mine = ledger.db().read(|conn| all(conn, ledger, account))?;
        let may = |action: &str, dossier: &Dossier| {
            data.policies().permits(&visitor.0, action, &resource(ledger, dossier)).is_ok()
        };
        let projects = mine.iter().filter(|dossier| may("see_project", dossier)).map(|dossier| {
            let steps = step::progress(dossier, &findings(dossier, today));
            Line {
                id: dossier.project.id,
                title: dossier.title(),
                on_paper: dossier.project.on_paper,
                helps: dossier.helping().any(|helping| helping == account),
                has_lapsed: dossier.confirmed_by(Some(account)).is_some_and(|confirmed| confirmed.lapsed_at.is_some()),
                done: steps.iter().filter(|(_, progress)| *progress == Progress::Done).count(),
                number: dossier.project.number.clone(),
            }
        });
        let projects = projects.collect();
        let late =
            |task: &Task| task.until.filter(|until| *until < today).map(|until| (today - until).get_days().into());
        let with_late = |task: Task| {
            let late = late(&task);
            (task, late)
        };
        let waiting = tasks(&data, &page, &visitor)?.into_iter().map(with_late).collect();
        let enters = has_role(&visitor, "Agent");
        let decides = enters || has_role(&visitor, "Clerk");
        let looks = decides || has_role(&visitor, "Auditor");
        let decided = if looks { decided(&data, &page, &visitor)? } else { Vec::new() };
        Ok::<_, Problem>(MinePage { page, errors, title, enters, projects, decides, waiting, decided })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// What was decided last of those projects that a role of whoever looks lets them see.
fn decided(app: &App, page: &Page, visitor: &Visitor) -> Result<Vec<Done>, Problem> {
    let (ledger, t) = (&app.ledger, &page.t);
    let last = ledger.db().read(|conn| {
        let mut last = Vec::new();
        for submission in store::decided(conn, LOOKED_AT)? {
            let bare = store::project(conn, submission.project)?.map(Dossier::bare);
            let is_seen =
                |bare: &Dossier| app.policies().permits(&visitor.0, "see_project", &resource(ledger, bare)).is_ok();
            if bare.as_ref().is_some_and(is_seen) {
                let dossier = Dossier::read(conn, submission.project, ledger.zone())?;
                last.extend(dossier.map(|dossier| (dossier, submission)));
            }
            if last.len() == DECIDED {
                break;
            }
        }
        Ok::<_, db::Error>(last)
    })?;
    let done = |(dossier, submission): (Dossier, Submission)| Done {
        id: submission.id,
        what: t.get(&format!("founding-submission-{}", submission.kind.code())),
        title: dossier.title(),
        state: submission.state,
        says: t.get(&format!("founding-decided-{}", submission.state.code())),
        on: submission.decided_at.map(|at| ledger.zone().to_datetime(at).date()),
    };
    Ok(last.into_iter().map(done).collect())
}

/// Whether somebody works at some delegation, or some court.
fn has_role(visitor: &Visitor, kind: &str) -> bool {
    visitor.0.roles.iter().any(|role| role.kind == kind)
}

/// The projects that an account has opened, helps with or founds and those that came on paper.
fn all(conn: &mut Conn, ledger: &Ledger, account: &str) -> db::Result<Vec<Dossier>> {
    let mut projects = store::opened_by(conn, account)?;
    projects.extend(store::on_paper(conn)?);
    for id in [helping::store::projects(conn, account)?, confirming::store::projects(conn, account)?].concat() {
        projects.extend(store::project(conn, id)?);
    }
    projects.sort_by_key(|project| std::cmp::Reverse(project.id));
    projects.dedup_by_key(|project| project.id);
    projects.into_iter().map(|project| Dossier::of(conn, project, ledger.zone())).collect()
}

/// `POST /{lang}/projects/mine`
pub(super) async fn create(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let title = sent.line("title");
    let on_paper = sent.query.flag("on_paper") && has_role(&visitor, "Agent");
    if title.is_empty() {
        sent.refuse("title", "", "founding-wrong-title");
    }
    sent.query.finish()?;
    if !sent.wrong.is_empty() {
        return list(app, page, visitor, title, sent.wrong).await;
    }
    let opened = app.blocking(move |ledger| {
        let account = visitor.account().unwrap_or_default().to_owned();
        let plan = Plan { sheet: Sheet { title, ..Sheet::default() }, ..Plan::default() };
        let now = ledger.clock().now();
        ledger.db().write(move |conn| store::open(conn, &account, on_paper, &plan, now))
    });
    Ok(onward(&page, &format!("/projects/{}/sheet", opened.await?)))
}
