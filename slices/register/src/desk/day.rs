//! The desk: what there is to do today. What waits for a decision, what is overdue, whom to visit, what is to be followed up.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use authz::Entity;
use axum::{extract::State as Shared, response::Response};
use jiff::ToSpan as _;
use kernel::{Date, end_of_day};
use ledger::{Act, Ledger};
use web::{App, Messages, Page, Problem, Query, Task, Told, Visitor};

use super::{
    Request, State,
    pages::{Shown, account, left, own, shown, speaker},
    removal,
    request::Asked,
    store as requests, together,
};
use crate::{
    Rule,
    directory::Directory,
    risk::Part,
    room::{Mine, mine},
    store::number_of,
    visit::{
        pages::{Line, Shown as Found},
        store as visits,
        whom::{self, Candidate},
    },
    watch::{Seat, Watch},
};

/// How many requests that are decided the desk shows.
const DECIDED: usize = 20;
/// For how many days ahead the desk shows planned visits.
const WEEK_DAYS: i64 = 7;
/// How many requests, visits or findings the desk shows at once.
const AT_ONCE: usize = 20;
/// How many of those whom to visit first the desk names.
const TO_VISIT: usize = 5;
/// The heading under which cooperatives stand for which nobody acts any more.
const UNATTENDED: &str = "register-desk-unattended";
/// How many acts are looked through for those since yesterday: an import of a whole country is not read for a desk.
const LOOKED_THROUGH: i64 = 500;

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    page: Page,
    /// Which requests wait, those first that have waited longest; and which of them came back.
    waiting: Vec<(i64, bool)>,
    /// Some of them.
    open: Vec<Shown>,
    /// The first of the next page; none if this is the last.
    next: Option<usize>,
    /// What waits of foundings, with the time that is left and whether that is over.
    tasks: Vec<(Task, Option<(String, bool)>)>,
    /// The cooperatives for which nobody acts any more.
    unattended: Vec<Task>,
    unattended_count: i64,
    decided: Vec<Shown>,
    /// How many can be accepted together.
    together: i64,
    /// What somebody sees who works at a delegation.
    watched: Option<Watched>,
    /// The cooperatives for which whoever looks acts.
    mine: Vec<Mine>,
}

/// What is to be done in one's delegations.
struct Watched {
    /// How many cooperatives are overdue with each part: its code, what it is called, how many.
    overdue: Vec<(&'static str, String, i64)>,
    /// Whom to visit first.
    first: Vec<Candidate>,
    /// The visits of this week and those whose report is awaited, each with its cooperative.
    planned: Vec<(Line, String)>,
    planned_count: i64,
    /// What is to be mended, each with its cooperative.
    findings: Vec<(Found, String)>,
    findings_count: i64,
    /// What was recorded since yesterday.
    since: Vec<Told>,
}

impl DeskPage {
    /// How many requests wait.
    fn waiting(&self) -> i64 {
        count(self.waiting.len())
    }

    /// How many of them came back.
    fn came_back(&self) -> i64 {
        count(self.waiting.iter().filter(|(_, came_back)| *came_back).count())
    }

    /// How many creations wait.
    fn creations(&self) -> i64 {
        count(self.tasks.len())
    }
}

/// `GET /{lang}/desk?from=…`: what whoever asks may see of what waits and of what was decided last.
pub(super) async fn desk(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    mut query: Query,
) -> Result<Response, Problem> {
    let from = usize::try_from(query.number("from", 0, 0..=1_000_000)).unwrap_or(0);
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (watch, directory) = (data.memory(), data.memory());
        let sight = Sight::open(&data, ledger, &visitor, (&watch, &directory), &page)?;
        let (open, decided, came_back) = ledger.db().read(|conn| {
            Ok::<_, db::Error>((
                requests::open(conn)?,
                requests::decided(conn, account(&visitor))?,
                requests::came_back(conn)?,
            ))
        })?;
        let (tasks, today) = (data.tasks(&page, &visitor)?, ledger.today());
        let (mut unattended, tasks): (Vec<_>, Vec<_>) = tasks.into_iter().partition(|task| task.under == UNATTENDED);
        let unattended_count = count(unattended.len());
        unattended.truncate(AT_ONCE);
        let with_left = |task: Task| {
            let left = task.until.map(|until| left(&page.t, until, today));
            (task, left)
        };
        let sees = |asked: Asked<'_>| sight.permits("see_requests", asked);
        let together = together::waiting(&sight, &open);
        let waiting = open.iter().filter(|one| sees(one.asked())).map(|one| (one.id, came_back.contains(&one.id)));
        let waiting: Vec<_> = waiting.collect();
        let shown = waiting.iter().skip(from).take(AT_ONCE).map(|(id, _)| *id);
        let mut open = sight.shown(ledger.db().read(|conn| requests::these(conn, shown))?)?;
        open.iter_mut().for_each(|request| request.came_back = came_back.contains(&request.id));
        let decided = decided.into_iter().filter(|request| sees(request.asked())).take(DECIDED);
        let next = from + AT_ONCE;
        Ok::<_, Problem>(DeskPage {
            open,
            next: (next < waiting.len()).then_some(next),
            waiting,
            tasks: tasks.into_iter().map(with_left).collect(),
            unattended,
            unattended_count,
            decided: sight.shown(decided.collect())?,
            together: count(together),
            watched: sight.watched(ledger)?,
            mine: mine(ledger, &page.t, &visitor)?,
            page,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// Who looks, and by what is found what there is to see.
pub(super) struct Sight<'a> {
    app: &'a App,
    visitor: &'a Visitor,
    watch: &'a Watch,
    directory: &'a Directory,
    page: &'a Page,
    /// The delegations whose visits whoever looks may see.
    delegations: BTreeSet<String>,
}

impl<'a> Sight<'a> {
    /// What there is to see now.
    pub(super) fn open(
        app: &'a App,
        ledger: &Ledger,
        visitor: &'a Visitor,
        (watch, directory): (&'a Watch, &'a Directory),
        page: &'a Page,
    ) -> Result<Self, Problem> {
        watch.refresh(ledger)?;
        directory.refresh(ledger)?;
        let delegations = whom::delegations(app, visitor, ledger.projection().territory(), ledger.today());
        Ok(Self { app, visitor, watch, directory, page, delegations })
    }

    /// Whether whoever looks may do something with a request. Policies are asked of what is near only: most of a country's requests
    /// are other people's.
    pub(super) fn permits(&self, action: &str, (number, kind, filed_by): Asked<'_>) -> bool {
        let seat = self.watch.seat(number);
        let delegation = seat.as_ref().and_then(|seat| seat.delegation.as_ref());
        let near = delegation.is_none_or(|delegation| self.delegations.contains(delegation))
            || self.visitor.0.roles.contains(&Entity::new("Manager", number))
            || filed_by == account(self.visitor);
        if !near {
            return false;
        }
        let place = seat.as_ref().and_then(|seat| seat.place());
        let concern = removal::concern(&self.app.ledger, number, place, (kind, filed_by));
        self.app.policies().permits(&self.visitor.0, action, &concern).is_ok()
    }

    /// Requests as people read them. Which of them may be seen was asked before.
    pub(super) fn shown(&self, list: Vec<Request>) -> Result<Vec<Shown>, Problem> {
        let (ledger, t) = (&self.app.ledger, &self.page.t);
        let names = self.app.names()?;
        let projection = ledger.projection();
        let speaker = speaker(t, &names, projection.territory(), ledger.today());
        let named = |request: Request| {
            let name = self.directory.name(t, &request.number);
            shown(ledger, &speaker, request, Some(name))
        };
        list.into_iter().map(named).collect()
    }

    /// What is to be done in one's delegations; none for whoever sees none.
    fn watched(&self, ledger: &Ledger) -> Result<Option<Watched>, Problem> {
        let (t, today) = (&self.page.t, ledger.today());
        let seen = &self.delegations;
        if seen.is_empty() {
            return Ok(None);
        }
        let week = today.saturating_add(WEEK_DAYS.days());
        let (late, planned, open) = ledger.db().read(|conn| {
            Ok::<_, db::Error>((visits::overdue(conn, today)?, visits::planned(conn, week)?, visits::open(conn)?))
        })?;
        let is_seen = |number: &str| self.watch.seat(number).is_some_and(|seat| is_in(&seat, seen));
        let planned: Vec<_> = planned.into_iter().filter(|visit| is_seen(&visit.plan.number)).collect();
        let open: Vec<_> = open.into_iter().filter(|(number, _)| is_seen(number)).collect();
        let name = |number: &str| self.directory.name(t, number);
        Ok(Some(Watched {
            since: self.since_yesterday(ledger, seen)?,
            overdue: self.overdue(t, seen, &late),
            first: whom::first(ledger, t, (self.watch, self.directory), seen, TO_VISIT)?,
            planned_count: count(planned.len()),
            findings_count: count(open.len()),
            planned: planned
                .iter()
                .take(AT_ONCE)
                .map(|visit| (Line::of(t, visit, today), name(&visit.plan.number)))
                .collect(),
            findings: open
                .into_iter()
                .take(AT_ONCE)
                .map(|(number, finding)| (Found::of(t, finding, today), name(&number)))
                .collect(),
        }))
    }

    /// What was recorded since yesterday about cooperatives in these delegations, the last first.
    fn since_yesterday(&self, ledger: &Ledger, seen: &BTreeSet<String>) -> Result<Vec<Told>, Problem> {
        let before_yesterday = end_of_day(ledger.today().saturating_sub(2.days()), ledger.zone());
        let (before, head) = {
            let projection = ledger.projection();
            (projection.head_at(Some(before_yesterday)), projection.head())
        };
        let first = (before + 1).max(head - LOOKED_THROUGH + 1);
        let is_seen = |act: &Act| self.watch.seat(number_of(&act.subject)).is_some_and(|seat| is_in(&seat, seen));
        let acts = ledger.acts((first..=head).rev())?;
        let acts: Vec<_> = acts.into_iter().filter(is_seen).take(AT_ONCE).collect();
        Ok(web::tell(self.app, self.page, &acts, true)?)
    }

    /// How many cooperatives are overdue with what.
    fn overdue(
        &self,
        t: &Messages,
        seen: &BTreeSet<String>,
        late: &HashMap<String, u8>,
    ) -> Vec<(&'static str, String, i64)> {
        let mut counts = [0; Part::ALL.len()];
        self.watch.each(|row| {
            if !is_in(&row.seat, seen) {
                return;
            }
            let times = row.times.with(Part::Findings, late.get(&*row.number).copied().unwrap_or(0));
            for (part, counted) in Part::ALL.into_iter().zip(&mut counts) {
                *counted += i64::from(times.get(part) > 0);
            }
        });
        let told = Part::ALL.into_iter().zip(counts).filter(|(_, counted)| *counted > 0);
        told.map(|(part, counted)| (part.code(), t.get(&format!("register-part-{}", part.code())), counted)).collect()
    }
}

/// Whether a seat lies in one of these delegations.
fn is_in(seat: &Seat, delegations: &BTreeSet<String>) -> bool {
    seat.delegation.as_ref().is_some_and(|code| delegations.contains(code))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The last day for a decision about what was filed on this day; none without a rule.
pub(super) fn until(filed_on: Date) -> Option<Date> {
    Some(Rule::RequestDecidedWithin.on(filed_on)?.ends(filed_on))
}
