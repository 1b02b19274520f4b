//! The steps that are one form each: the project sheet, the name, the capital.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use db::Conn;
use kernel::{Currency, Date};
use register::{Category, CooperativeType, choice};
use web::{
    App, Form, Messages, Nomenclature, Page, Problem, Query, Speaker, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{
    Head, closed, conflict, dossier, head, is_conflict, may_change, onward, own,
    papers::{self, Scans},
    save_plan, spoken, to_change,
};
use crate::{
    dossier::Dossier,
    name::{Alike, alike},
    project::{Funds, Name, Plan, Sheet},
    step::Step,
    store,
    submission::Kind,
};

/// How many communes are offered to choose from.
const COMMUNES: usize = 40;
/// The fields of the names, the dearest first.
const NAMES: [(&str, &str); 3] = [("ar1", "fr1"), ("ar2", "fr2"), ("ar3", "fr3")];

/// Reads the form of a step into the plan. Gives what was typed as the place.
type Read = fn(&Speaker<'_>, &Nomenclature, &mut Sent, &mut Plan) -> String;

/// A step that is one form.
#[derive(Template)]
#[template(path = "step.html")]
struct StepPage {
    page: Page,
    errors: Vec<Wrong>,
    head: Head,
    fields: Vec<Field>,
    /// Of each name that was saved, those that are like it.
    alike: Vec<(String, Vec<Alike>)>,
    /// What follows from the rest: what, how much.
    follows: Vec<[String; 2]>,
    /// Whether it can be handed in by itself.
    hands_in: bool,
    /// The scans of a step that stands on papers.
    scans: Scans,
}

macro_rules! step_pages {
    ($($show:ident $save:ident $step:ident $read:ident;)+) => {$(
        /// `GET /{lang}/projects/{id}/…`
        pub(super) async fn $show(
            State(app): State<App>,
            page: Page,
            visitor: Visitor,
            Path(id): Path<String>,
            query: Query,
        ) -> Result<Response, Problem> {
            query.finish()?;
            one(app, page, visitor, id, Step::$step, Err(Vec::new())).await
        }

        /// `POST /{lang}/projects/{id}/…`
        pub(super) async fn $save(
            State(app): State<App>,
            page: Page,
            visitor: Visitor,
            Path(id): Path<String>,
            Form(query): Form,
        ) -> Result<Response, Problem> {
            save(app, page, visitor, id, (Step::$step, $read), query).await
        }
    )+};
}

step_pages! {
    sheet save_sheet Sheet read_sheet;
    name save_name Name read_names;
    capital save_capital Capital read_funds;
}

/// What was sent and could not be taken: the plan as it was typed, and what is wrong with it.
pub(super) struct Typed {
    plan: Plan,
    place: String,
    errors: Vec<Wrong>,
}

/// The page of a step: as it was typed, or as it was saved and what is wrong beside it.
pub(super) async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    step: Step,
    typed: Result<Typed, Vec<Wrong>>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let changes = may_change(&data, ledger, &visitor, &dossier);
        let head = head(&page, &dossier, Some(step), changes, ledger.today());
        let saved = &dossier.project.plan;
        let (plan, place, errors) = match &typed {
            Ok(typed) => (&typed.plan, typed.place.clone(), typed.errors.clone()),
            Err(errors) => (saved, saved.sheet.place.clone().unwrap_or_default(), errors.clone()),
        };
        let fields_of = |plan: &Plan, place: &str| {
            spoken(&data, &page, |speaker, names| match step {
                Step::Sheet => sheet_fields(speaker, names, &plan.sheet, place),
                Step::Name => name_fields(speaker.t, &plan.names),
                _ => funds_fields(speaker.t, &plan.funds),
            })
        };
        let mut fields = fields_of(plan, &place)?;
        if is_conflict(&errors) {
            Field::beside(&mut fields, &fields_of(saved, "")?);
        }
        let names = if step == Step::Name { saved.names.as_slice() } else { &[] };
        let alike = names.iter().map(|name| Ok((name.tell(), alike(&data, &page.t, name, dossier.project.id)?)));
        let alike = alike.collect::<Result<_, Problem>>()?;
        let follows = if step == Step::Capital { follows(&page.t, &dossier) } else { Vec::new() };
        let hands_in = step == Step::Name && dossier.open(Kind::Name).is_none() && !saved.names.is_empty();
        let scans = papers::of_step(&data, &page, &dossier, step, head.changes)?;
        let head = head.with(&page.t, &papers::unsent(&dossier, &scans));
        Ok::<_, Problem>(StepPage { page, errors, head, fields, alike, follows, hands_in, scans })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// Saves a step, and hands it in if that is asked.
async fn save(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    (step, read): (Step, Read),
    query: Query,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let hands_in = step == Step::Name && sent.query.flag("hand_in");
    let (data, who, which, t) = (app.clone(), visitor.clone(), id.clone(), page.t.clone());
    let done = app.blocking(move |ledger| {
        let found = to_change(&data, ledger, &who, &which)?;
        let stored = match &found {
            Some(dossier) => dossier.project.plan.clone(),
            None => Plan::default(),
        };
        let mut plan = stored;
        let names = data.names()?;
        let projection = ledger.projection();
        let speaker = Speaker { t: &t, names: &names, territory: projection.territory(), day: ledger.today() };
        let place = read(&speaker, &names, &mut sent, &mut plan);
        drop(projection);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        let Some(dossier) = found else { return Ok(Err(Typed { plan, place, errors: vec![closed()] })) };
        if step == Step::Name && dossier.open(Kind::Name).is_some() {
            let waits = Wrong::new("ar1", "", "they wait for a decision").told("founding-wrong-name-waits");
            return Ok(Err(Typed { plan, place, errors: vec![waits] }));
        }
        if hands_in {
            errors.extend(not_to_hand_in(&plan));
        }
        if errors.is_empty() {
            let (account, now) = (who.account().unwrap_or_default(), ledger.clock().now());
            let asked = serde_json::to_string(&plan.names).map_err(|error| Problem::Fault(web::Fault::new(error)))?;
            let hand_in = |conn: &mut Conn| match hands_in {
                true => store::submit(conn, (dossier.project.id, Kind::Name, &asked), account, now).map(drop),
                false => Ok(()),
            };
            if save_plan(&data, &who, (&dossier, version), &plan, hand_in)? {
                return Ok(Ok(()));
            }
            errors.push(conflict());
        }
        Ok::<_, Problem>(Err(Typed { plan, place, errors }))
    });
    match done.await? {
        // What was saved is looked at before going on: names that are like it, what is still missing.
        Ok(()) => Ok(onward(&page, &format!("/projects/{id}/{}", step.code()))),
        Err(typed) => one(app, page, visitor, id, step, Ok(typed)).await,
    }
}

/// Why names cannot be handed in: nobody knows which delegation decides.
fn not_to_hand_in(plan: &Plan) -> Option<Wrong> {
    let wrong = |name, message| Some(Wrong::new(name, "", "see the message").told(message));
    match (plan.names.is_empty(), &plan.sheet.place) {
        (true, _) => wrong("ar1", "founding-wrong-name"),
        (false, None) => wrong("ar1", "founding-wrong-no-place"),
        _ => None,
    }
}

fn sheet_fields(speaker: &Speaker<'_>, names: &Nomenclature, sheet: &Sheet, place: &str) -> Vec<Field> {
    let t = speaker.t;
    let said = |key: String, code: &str| (code.to_owned(), t.find(&key).unwrap_or_else(|| code.to_owned()));
    let categories = Category::ALL.iter().map(|one| said(format!("category-{}", one.code()), one.code()));
    let chosen: Vec<_> = sheet.categories.iter().map(|one| one.code()).collect();
    let nothing = || (String::new(), t.get("founding-choose"));
    let types = CooperativeType::ALL.iter().map(|one| (one.code().to_owned(), speaker.value("type", one.code())));
    let branches = std::iter::once(nothing()).chain(choice::branches(speaker, names));
    // A name that several communes have is asked again as a choice among them.
    let (place, input) = match (&sheet.place, choice::communes_called(speaker, place, COMMUNES)) {
        (Some(code), _) => (speaker.value("place", code), Input::Line),
        (None, called) if called.len() > 1 => (place.to_owned(), Input::Choice(called)),
        _ => (place.to_owned(), Input::Line),
    };
    vec![
        Field::new(t, "founding", "title", &*sheet.title, Input::Line),
        Field::new(t, "founding", "idea", &*sheet.idea, Input::Text),
        Field::new(t, "founding", "place", place, input),
        Field::new(
            t,
            "founding",
            "branch",
            sheet.branch.clone().unwrap_or_default(),
            Input::Choice(branches.collect()),
        ),
        Field::new(t, "founding", "categories", chosen.join(","), Input::Several(categories.collect())),
        Field::new(
            t,
            "founding",
            "type",
            sheet.cooperative_type.map(|one| one.code()).unwrap_or_default(),
            Input::Choice(std::iter::once(nothing()).chain(types).collect()),
        ),
        Field::new(t, "founding", "community", sheet.community.clone().unwrap_or_default(), Input::Line),
    ]
}

/// Gives what was typed as the place.
fn read_sheet(speaker: &Speaker<'_>, names: &Nomenclature, sent: &mut Sent, plan: &mut Plan) -> String {
    let typed = sent.line("place");
    let called = choice::communes_called(speaker, &typed, COMMUNES);
    // What was saved before is shown by its name, which others may have too.
    let kept = plan.sheet.place.clone().filter(|code| speaker.value("place", code) == typed);
    let only = match called.as_slice() {
        [(code, _)] => Some(code.clone()),
        _ => None,
    };
    let place = kept.or_else(|| choice::commune(speaker, &typed)).or(only);
    if place.is_none() && !typed.is_empty() {
        let message = if called.len() > 1 { "founding-wrong-places" } else { "founding-wrong-place" };
        sent.refuse("place", &typed, message);
    }
    let branch = sent.query.one("branch").filter(|code| !code.is_empty());
    if let Some(other) = branch.as_deref().filter(|code| !names.codes("branch").any(|known| known == *code)) {
        sent.refuse("branch", other, "founding-wrong-branch");
    }
    let chosen = sent.query.all("categories");
    let categories = Category::ALL.iter().copied().filter(|one| chosen.iter().any(|code| code == one.code()));
    let title = sent.line("title");
    if title.is_empty() {
        sent.refuse("title", "", "founding-wrong-title");
    }
    plan.sheet = Sheet {
        title,
        idea: sent.text("idea"),
        place,
        branch,
        categories: categories.collect(),
        cooperative_type: sent.query.one("type").and_then(|code| code.parse().ok()),
        community: Some(sent.line("community")).filter(|community| !community.is_empty()),
    };
    typed
}

fn name_fields(t: &Messages, names: &[Name]) -> Vec<Field> {
    let field = |(at, (ar, fr)): (usize, _)| {
        let name = names.get(at).cloned().unwrap_or_default();
        [Field::new(t, "founding", ar, name.ar, Input::Line), Field::new(t, "founding", fr, name.fr, Input::Line)]
    };
    NAMES.into_iter().enumerate().flat_map(field).collect()
}

fn read_names(_: &Speaker<'_>, _: &Nomenclature, sent: &mut Sent, plan: &mut Plan) -> String {
    let names = NAMES.map(|(ar, fr)| Name { ar: sent.line(ar), fr: sent.line(fr) });
    plan.names = names.into_iter().filter(|name| name.texts().next().is_some()).collect();
    String::new()
}

fn funds_fields(t: &Messages, funds: &Funds) -> Vec<Field> {
    let written = |minor: Option<i64>| minor.map(|minor| Currency::Mad.major(minor)).unwrap_or_default();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        Field::new(t, "founding", "share", written(funds.share_minor), Input::Amount),
        Field::new(t, "founding", "paid", written(funds.paid_minor), Input::Amount),
        Field::new(t, "founding", "first_paid_on", day(funds.first_paid_on), Input::Day),
        Field::new(t, "founding", "deposited_on", day(funds.deposited_on), Input::Day),
        Field::new(t, "founding", "bank", &*funds.bank, Input::Line),
        Field::new(t, "founding", "deposit", &*funds.deposit, Input::Line),
        Field::new(t, "founding", "report", &*funds.report, Input::Line),
    ]
}

fn read_funds(speaker: &Speaker<'_>, _: &Nomenclature, sent: &mut Sent, plan: &mut Plan) -> String {
    let days = [past_day(sent, "first_paid_on", speaker.day), past_day(sent, "deposited_on", speaker.day)];
    if matches!(days, [Some(paid), Some(deposited)] if deposited < paid) {
        sent.refuse("deposited_on", "", "founding-wrong-deposited");
    }
    let [first_paid_on, deposited_on] = days;
    plan.funds = Funds {
        share_minor: sent.amount("share"),
        paid_minor: sent.amount("paid"),
        first_paid_on,
        deposited_on,
        bank: sent.line("bank"),
        deposit: sent.line("deposit"),
        report: sent.line("report"),
    };
    String::new()
}

/// A day that has come; none if nothing was typed.
fn past_day(sent: &mut Sent, name: &'static str, today: Date) -> Option<Date> {
    let typed = sent.line(name);
    let day = kernel::read_day(&typed).ok();
    if !typed.is_empty() && day.is_none_or(|day| today < day) {
        sent.refuse(name, &typed, "founding-wrong-entered");
    }
    day
}

/// What the shares of the founders make.
fn follows(t: &Messages, dossier: &Dossier) -> Vec<[String; 2]> {
    let Some(share) = dossier.project.plan.funds.share_minor else { return Vec::new() };
    let (cash, kind) = dossier.shares();
    let amount = |shares: i64| t.amount(share.saturating_mul(shares), Currency::Mad);
    let mut lines = vec![
        [t.get("founding-follows-cash"), amount(cash)],
        [t.get("founding-follows-kind"), amount(kind)],
        [t.get("founding-follows-capital"), amount(cash.saturating_add(kind))],
    ];
    if kind > 0 {
        let values = dossier.founders.iter().filter_map(|founder| founder.kind_value_minor);
        lines.push([t.get("founding-follows-value"), t.amount(values.fold(0, i64::saturating_add), Currency::Mad)]);
    }
    lines
}
