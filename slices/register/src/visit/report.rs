//! The page of a visit: its report, what is to be mended, and what was added.

use askama::Template;
use authz::Resource;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse, Redirect, Response},
};
use kernel::Date;
use ledger::Ledger;
use web::{App, Form, Page, Papers, Problem, Query, Visitor, Wrong};

use super::{
    ABOUT, State, Visit,
    form::{ROWS, Sent},
    pages::{self, Line, Shown},
    store,
};
use crate::{desk::pages as desk, papers};

/// How many findings the form offers at once; the others are one click away.
const AT_ONCE: usize = 2;

/// What is wrong if somebody else was faster: the visit as it was seen.
const TOO_LATE: &str = "visit";

/// The page.
#[derive(Template)]
#[template(path = "visit.html")]
struct VisitPage {
    page: Page,
    errors: Vec<Wrong>,
    visit: Visit,
    line: Line,
    name: String,
    findings: Vec<Shown>,
    notes: Vec<(Date, String)>,
    /// What a finding can be about: code and name.
    about: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    more: Vec<Row>,
    typed: Typed,
    /// What was typed and could not be taken any more: for another to be read, and not lost.
    kept: String,
    /// Whether who looks may report and follow up.
    keeps: bool,
    /// What was photographed.
    papers: Papers,
    today: Date,
}

/// A finding in the form of the report: the names of its fields, and what stands in them.
struct Row {
    names: [&'static str; 3],
    values: [String; 3],
}

impl Row {
    fn typed(query: &mut Query, names: [&'static str; 3]) -> Self {
        Self { names, values: names.map(|name| query.one(name).unwrap_or_default()) }
    }

    fn values(&self) -> [&str; 3] {
        self.values.each_ref().map(String::as_str)
    }

    fn is_empty(&self) -> bool {
        self.values.iter().all(String::is_empty)
    }
}

/// What else stands in the forms.
struct Typed {
    held_on: String,
    saw: String,
    heard: String,
    reason: String,
    finding: i64,
    mended_on: String,
    how: String,
    says: String,
}

impl Typed {
    fn read(query: &mut Query, visit: &Visit, today: Date) -> Self {
        let mut one = |name| query.one(name).unwrap_or_default();
        let day = |typed: String, otherwise: Date| if typed.is_empty() { otherwise.to_string() } else { typed };
        Self {
            held_on: day(one("held_on"), visit.plan.planned_on.min(today)),
            saw: one("saw"),
            heard: one("heard"),
            reason: one("reason"),
            finding: one("finding").parse().unwrap_or(0),
            mended_on: day(one("mended_on"), today),
            how: one("how"),
            says: one("says"),
        }
    }

    /// All texts that were typed.
    fn texts<'a>(&'a self, rows: impl Iterator<Item = &'a Row>) -> String {
        let rows = rows.map(|row| row.values()[1]);
        let texts = [&self.saw, &self.heard, &self.reason, &self.how, &self.says].map(String::as_str);
        let texts: Vec<_> = texts.into_iter().chain(rows).filter(|text| !text.is_empty()).collect();
        texts.join("\n")
    }

    /// What was typed about how this finding was mended.
    fn how(&self, finding: &Shown) -> &str {
        if self.finding == finding.id { &self.how } else { "" }
    }
}

/// A visit with the name of its cooperative and what policies are asked about.
pub(crate) fn visit(ledger: &Ledger, page: &Page, id: &str) -> Result<(Visit, String, Resource), Problem> {
    let number = id.parse::<i64>().ok();
    let visit = number.map(|number| ledger.db().read(|conn| store::by_id(conn, number))).transpose()?.flatten();
    let visit = visit.ok_or_else(|| desk::missing("visit", id))?;
    let (name, place) = desk::found(ledger, &page.t, &visit.plan.number)?.unwrap_or_default();
    let cooperative = desk::resource(ledger, &visit.plan.number, place.as_deref());
    Ok((visit, name, cooperative))
}

/// `GET /{lang}/visits/{id}`
pub(super) async fn show(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, Query::default(), Vec::new()).await
}

/// The page, with what was typed and what was wrong about it.
pub(crate) async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    mut typed: Query,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (visit, name, cooperative) = visit(ledger, &page, &id)?;
        visitor.may(&data, visit.state.seen_by(), &cooperative)?;
        let (findings, notes) = ledger
            .db()
            .read(|conn| Ok::<_, db::Error>((store::findings(conn, visit.id)?, store::notes(conn, visit.id)?)))?;
        let (t, today) = (&page.t, ledger.today());
        let mut rows: Vec<_> = ROWS.into_iter().map(|names| Row::typed(&mut typed, names)).collect();
        let filled = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        let more = rows.split_off(filled.max(AT_ONCE).min(rows.len()));
        let typed = Typed::read(&mut typed, &visit, today);
        let is_late = errors.iter().any(|wrong| wrong.parameter == TOO_LATE);
        let kept = if is_late { typed.texts(rows.iter().chain(&more)) } else { String::new() };
        let keeps = data.policies().permits(&visitor.0, "keep_visits", &cooperative).is_ok();
        let papers = papers::of_visit(&data, &page, &visit, keeps)?;
        let written_on = |at| ledger.zone().to_datetime(at).date();
        Ok::<_, Problem>(VisitPage {
            line: Line::of(t, &visit, today),
            findings: findings.into_iter().map(|finding| Shown::of(t, finding, today)).collect(),
            notes: notes.into_iter().map(|note| (written_on(note.written_at), note.says)).collect(),
            about: ABOUT.map(|code| (code, t.get(&format!("register-about-{code}")))).into(),
            typed,
            kept,
            keeps,
            papers,
            rows,
            more,
            today,
            visit,
            name,
            errors,
            page,
        })
    });
    let shown = shown.await?;
    desk::own(&shown.page, &shown, &shown.errors)
}

/// `POST /{lang}/visits/{id}`
pub(super) async fn change(
    Shared(app): Shared<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let again = sent.clone();
    let (data, t, which, who) = (app.clone(), page, id.clone(), visitor.clone());
    let done = app.blocking(move |ledger| {
        let (visit, _, cooperative) = self::visit(ledger, &t, &which)?;
        who.may(&data, "keep_visits", &cooperative)?;
        let wrong = match sent.one("step").unwrap_or_default().as_str() {
            "report" => report(ledger, &who, &visit, sent)?,
            "cancel" => cancel(ledger, &who, &visit, sent)?,
            "mend" => mend(ledger, &who, &visit, sent)?,
            "note" => note(ledger, &who, &visit, sent)?,
            _ => return Err(Problem::NoSuchMethod),
        };
        Ok((t, wrong))
    });
    let (page, wrong) = done.await?;
    if wrong.is_empty() {
        return Ok(Redirect::to(&page.to(&format!("/visits/{id}"))).into_response());
    }
    one(app, page, visitor, id, again, wrong).await
}

/// That somebody else was faster.
fn too_late() -> Vec<Wrong> {
    vec![Wrong::new(TOO_LATE, "", "look again").told("register-wrong-visit-closed")]
}

fn report(ledger: &Ledger, who: &Visitor, visit: &Visit, mut sent: Query) -> Result<Vec<Wrong>, Problem> {
    let mut read = Sent::new(&mut sent);
    let report = read.report(ledger.today());
    let wrong = read.wrong;
    sent.finish()?;
    let Some(report) = report else { return Ok(wrong) };
    let (id, by, now) = (visit.id, desk::account(who).to_owned(), ledger.clock().now());
    let done = ledger.db().write(move |conn| store::report(conn, id, &report, &by, now))?;
    Ok(if done { Vec::new() } else { too_late() })
}

fn cancel(ledger: &Ledger, who: &Visitor, visit: &Visit, mut sent: Query) -> Result<Vec<Wrong>, Problem> {
    let mut read = Sent::new(&mut sent);
    let reason = read.needed("reason", "register-wrong-cancel");
    let wrong = read.wrong;
    sent.finish()?;
    let (Some(reason), true) = (reason, wrong.is_empty()) else { return Ok(wrong) };
    let (id, by, now) = (visit.id, desk::account(who).to_owned(), ledger.clock().now());
    let done = ledger.db().write(move |conn| store::cancel(conn, id, &reason, &by, now))?;
    Ok(if done { Vec::new() } else { too_late() })
}

fn mend(ledger: &Ledger, who: &Visitor, visit: &Visit, mut sent: Query) -> Result<Vec<Wrong>, Problem> {
    let finding = sent.number("finding", 0, 1..=i64::MAX);
    let (today, held_on) = (ledger.today(), visit.held_on);
    let mut read = Sent::new(&mut sent);
    let fits = |day: Date| day <= today && held_on.is_none_or(|held_on| held_on <= day);
    let on = read.day("mended_on", fits, "register-wrong-mended");
    let how = read.needed("how", "register-wrong-how");
    let mut wrong = read.wrong;
    // There is such a form for each finding.
    wrong.iter_mut().for_each(|wrong| wrong.parameter = pages::field(&wrong.parameter, finding));
    sent.finish()?;
    let (Some(on), Some(how), true) = (on, how, wrong.is_empty()) else { return Ok(wrong) };
    let (id, by, now) = (visit.id, desk::account(who).to_owned(), ledger.clock().now());
    let done = ledger.db().write(move |conn| store::mend(conn, (id, finding), (on, &how), &by, now))?;
    Ok(if done { Vec::new() } else { too_late() })
}

fn note(ledger: &Ledger, who: &Visitor, visit: &Visit, mut sent: Query) -> Result<Vec<Wrong>, Problem> {
    let mut read = Sent::new(&mut sent);
    let says = read.needed("says", "register-wrong-note");
    let wrong = read.wrong;
    sent.finish()?;
    let (Some(says), true) = (says, wrong.is_empty()) else { return Ok(wrong) };
    if visit.state != State::Reported {
        return Ok(too_late());
    }
    let (id, by, now) = (visit.id, desk::account(who).to_owned(), ledger.clock().now());
    ledger.db().write(move |conn| store::note(conn, id, &says, &by, now))?;
    Ok(Vec::new())
}
