//! The page of reminders: what comes next in the cooperatives for which one acts, when one is told, and whether one wants to be.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use identity::AccountId;
use kernel::Date;
use ledger::Ledger;
use register::{Duty, agenda_of_the_year};
use web::{App, Form, Messages, Page, Problem, Query, Visitor};

use crate::{
    Stage,
    letter::name_of,
    round::cooperative,
    store,
    whom::{self, Whom},
};

pub(crate) fn router() -> Router<App> {
    Router::new().route("/reminders", get(show).post(choose))
}

#[derive(Template)]
#[template(path = "reminders.html")]
struct RemindersPage {
    page: Page,
    refused: bool,
    cooperatives: Vec<Shown>,
}

/// A cooperative with what comes next there.
struct Shown {
    number: String,
    name: String,
    /// The day on which its managers were last told something.
    last: Option<Date>,
    next: Vec<Next>,
    /// The last day of a mandate that is over, while nobody acts.
    acted_until: Option<Date>,
}

/// Something that is due on a day.
struct Next {
    says: String,
    until: Date,
    /// The day on which one is told next; none if nothing is told any more.
    told_on: Option<Date>,
}

fn account_of(visitor: &Visitor) -> Result<AccountId, Problem> {
    visitor.account().and_then(|id| id.parse().ok()).ok_or(Problem::SignIn)
}

/// `GET /{lang}/reminders`
async fn show(State(app): State<App>, page: Page, visitor: Visitor, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let shown = app.blocking(move |ledger| {
        let account = account_of(&visitor)?;
        let refused = ledger.db().read(|conn| store::is_refused(conn, &account))?;
        let mine = ledger.db().read(|conn| whom::of(conn, &account, ledger.today()))?;
        let cooperatives = mine.iter().filter_map(|one| of(ledger, &page.t, one).transpose());
        let cooperatives = cooperatives.collect::<Result<_, _>>()?;
        Ok::<_, Problem>(RemindersPage { page, refused, cooperatives })
    });
    let shown = shown.await?;
    web::html(shown.page.t.lang(), &shown)
}

fn of(ledger: &Ledger, t: &Messages, whom: &Whom) -> Result<Option<Shown>, Problem> {
    let (number, today) = (whom.cooperative.as_str(), ledger.today());
    let Some(cooperative) = cooperative(ledger, number, today)? else { return Ok(None) };
    let (last, duties) = ledger.db().read(|conn| {
        let duties = agenda_of_the_year(conn, number, &cooperative, today)?;
        Ok::<_, db::Error>((store::last(conn, &whom.account, number)?, duties))
    })?;
    let mut next: Vec<_> = duties.iter().filter_map(|duty| coming(t, duty, today)).collect();
    next.sort_by_key(|one| one.until);
    Ok(Some(Shown {
        number: number.to_owned(),
        name: name_of(t, &cooperative, number),
        last: last.map(|at| ledger.zone().to_datetime(at).date()),
        next,
        acted_until: whom.acted_until,
    }))
}

/// Something of which one is still told or was told lately. What is overdue for longer stands in the room of the cooperative.
fn coming(t: &Messages, duty: &Duty, today: Date) -> Option<Next> {
    let until = duty.until?;
    let told_on = Stage::next(until, today);
    (told_on.is_some() || Stage::on(until, today).is_some()).then(|| Next { says: duty.tell(t), until, told_on })
}

/// `POST /{lang}/reminders`
async fn choose(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Form(mut query): Form,
) -> Result<Response, Problem> {
    let refuses = query.flag("refuse");
    query.finish()?;
    let kept = app.blocking(move |ledger| {
        let (account, now) = (account_of(&visitor)?, ledger.clock().now());
        ledger.db().write_alone(|conn| store::refuse(conn, &account, refuses, now)).map_err(Problem::from)
    });
    kept.await?;
    Ok(Redirect::to(&page.to("/reminders")).into_response())
}
