//! The figures explorer: choose a measure, a day, a place and a breakdown; see the numbers, where they come from, and how
//! they are asked again.

pub(crate) mod files;
mod form;
mod table;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::Date;
use ledger::{Aggregation, Answer, Ledger, Projection, Question, Refusal, store};
use web::{App, Page, Problem, Query, Speaker, Wrong};

use crate::{
    address,
    described::{self, Described},
    picture::Picture,
    wording::{Wording, check_values, question_from},
};
use form::Form;
use table::Table;

/// The explorer.
#[derive(Template)]
#[template(path = "explorer.html")]
struct Explorer {
    page: Page,
    form: Form,
    /// What is wrong with the question: the field, if there is one, and what would be right.
    wrong: Vec<(Option<&'static str>, String)>,
    shown: Option<Shown>,
}

/// A figure as it is shown.
struct Shown {
    asked: Described,
    /// The sum of all lines, where it means something, with the page of the acts behind it.
    total: Option<(String, String)>,
    unit: Option<String>,
    /// A map or a chart of the same numbers.
    picture: Option<Picture>,
    table: Option<Table>,
    /// What is known now, if that is another number, and the page that says why.
    since: Option<(String, String)>,
    definition: String,
    source: &'static str,
    is_stock: bool,
    /// The parameters that ask for the same.
    parameters: String,
    /// The address that gives the same answer for ever.
    permalink: String,
    cited: String,
    /// The last act that was known, and the beginning of its hash.
    stands_on: String,
}

/// `GET /{lang}/figures`
pub(crate) async fn show(State(app): State<App>, page: Page, mut query: Query) -> Result<Response, Problem> {
    let wording = Wording::of_form(&mut query);
    let unknown = query.finish().err();
    let data = app.clone();
    let explorer = app.blocking(move |_| explorer(&data, page, wording, unknown)).await?;
    let status = if explorer.wrong.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    Ok((status, web::html(explorer.page.t.lang(), &explorer)?).into_response())
}

fn explorer(app: &App, page: Page, wording: Wording, unknown: Option<Problem>) -> Result<Explorer, Problem> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let wording = completed(ledger, wording);
    let (answer, wrong) = match asked(ledger, &wording, unknown)? {
        Ok(answer) => (Some(answer), Vec::new()),
        Err(wrong) => (None, wrong),
    };
    let names = app.names()?;
    let shown = answer.map(|answer| shown(app, &page, &names, &answer)).transpose()?;
    let projection = ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: ledger.today() };
    let form = Form::of(&speaker, projection.schema(), &wording);
    let wrong = wrong.iter().map(|wrong| (form.field(&wrong.parameter), wrong.tell(&page.t))).collect();
    drop(projection);
    Ok(Explorer { page, form, wrong, shown })
}

/// The answer to a question in words, or everything that is wrong with it.
fn asked(ledger: &Ledger, wording: &Wording, unknown: Option<Problem>) -> Result<Result<Answer, Vec<Wrong>>, Problem> {
    let mut wrong = match unknown {
        Some(Problem::Parameters(wrong)) => wrong,
        Some(other) => return Err(other),
        None => Vec::new(),
    };
    let answer = match question_from(wording, ledger.today(), ledger.zone()) {
        Err(more) => {
            wrong.extend(more);
            None
        }
        Ok(question) => answer(ledger, question, &mut wrong)?,
    };
    Ok(answer.filter(|_| wrong.is_empty()).ok_or(wrong))
}

/// Fills in what a person would expect: cooperatives by region today if nothing is asked; of a flow the year of the day;
/// of years the last ten.
fn completed(ledger: &Ledger, mut wording: Wording) -> Wording {
    if wording == Wording::default() {
        wording = Wording { measure: Some("cooperatives".into()), by: vec!["region".into()], ..wording };
    }
    let schema = ledger.schema();
    let measure = wording.measure.as_deref().and_then(|code| schema.describe(schema.measure(code)?));
    let Some(measure) = measure else { return wording };
    let is_flow = measure.aggregation == Aggregation::Flow;
    let by_year = wording.by.iter().any(|dimension| dimension == "year");
    let period = wording.from.is_some() || wording.to.is_some();
    if !period && (is_flow || by_year) {
        let given = wording.date.as_deref().map_or_else(|| Ok(ledger.today()), kernel::read_day);
        // A day that cannot be read is told later.
        let Ok(last) = given else { return wording };
        let first = Date::new(last.year() - if by_year { 9 } else { 0 }, 1, 1).unwrap_or(last);
        wording = Wording { date: None, from: Some(first.to_string()), to: Some(last.to_string()), ..wording };
    } else if period && !is_flow && !by_year {
        let date = wording.date.take().or_else(|| wording.to.take());
        wording = Wording { date, from: None, to: None, ..wording };
    }
    wording
}

/// The answer; none if the question is wrong, which is then noted.
fn answer(ledger: &Ledger, question: Question, wrong: &mut Vec<Wrong>) -> Result<Option<Answer>, Problem> {
    wrong.extend(check_values(ledger, &question)?);
    if !wrong.is_empty() {
        return Ok(None);
    }
    let asked = ledger.projection().answer(&question);
    match asked {
        Ok(answer) => Ok(Some(answer)),
        // Money is told by currency where one sum would mix several.
        Err(Refusal::Question(_)) if in_currencies(ledger, &question) => {
            let question = question.by("currency");
            Ok(Some(ledger.projection().answer(&question)?))
        }
        Err(refusal @ Refusal::Question(_)) => {
            wrong.push(Wrong::refused("by", &question.by.join(","), refusal));
            Ok(None)
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether a question is about money and does not say in which currency.
fn in_currencies(ledger: &Ledger, question: &Question) -> bool {
    let schema = ledger.schema();
    let measure = schema.measure(&question.measure).and_then(|id| schema.describe(id));
    measure.is_some_and(|measure| measure.dimensions.contains(&"currency"))
        && !question.by.iter().any(|dimension| dimension == "currency")
}

fn shown(app: &App, page: &Page, names: &web::Nomenclature, answer: &Answer) -> Result<Shown, Problem> {
    let ledger = &app.ledger;
    let question = &answer.question;
    let head = ledger.db().read(|conn| store::act(conn, answer.head))?;
    let projection = ledger.projection();
    let day = question.tree.unwrap_or_else(|| question.when.last());
    let speaker = Speaker { t: &page.t, names, territory: projection.territory(), day };
    let asked = described::describe(page, &speaker, ledger, question);
    let currency = crate::figures::currency(answer);
    let unit = described::unit(page, answer, currency);
    let total = crate::figures::total(answer);
    let parameters = address::parameters(question, ledger.zone());
    let known = question.known.or_else(|| head.as_ref().map(|act| act.recorded_at));
    let for_ever = address::parameters(&question.clone().known(known), ledger.zone());
    let permalink = page.to(&format!("/figures?{for_ever}"));
    let seal: String = head.map(|act| act.hash.to_string()).unwrap_or_default().chars().take(12).collect();
    let cited = page.t.with(
        "observatory-cited",
        &[
            ("measure", &asked.measure),
            ("when", &asked.when),
            ("known", &described::known(page, ledger, known)),
            ("seq", &page.t.number(answer.head)),
            ("hash", &seal),
        ],
    );
    let act = page.t.with("web-told-number", &[("seq", &page.t.number(answer.head))]);
    let code = answer.measure.code;
    let since = since(&projection, page, answer, total, ledger)?;
    Ok(Shown {
        total: total.map(|total| {
            let whole = Question { by: Vec::new(), ..question.clone() };
            let acts = page.to(&format!("/figures/acts?{}", address::parameters(&whole, ledger.zone())));
            (described::amount(&page.t, total, currency), acts)
        }),
        unit,
        picture: Picture::of(&speaker, answer, |code| within(page, ledger, question, code)),
        table: Table::of(page, &speaker, ledger.zone(), answer),
        since,
        definition: page.t.find(&format!("definition-{code}")).unwrap_or_else(|| answer.measure.definition.to_owned()),
        source: answer.measure.source,
        is_stock: answer.measure.aggregation == Aggregation::Stock,
        parameters,
        permalink,
        cited,
        stands_on: format!("Twiza · {act} · \u{2066}{seal}\u{2069}"),
        asked,
    })
}

/// The same figure within a place of its breakdown, by the next smaller places.
fn within(page: &Page, ledger: &Ledger, question: &Question, code: &str) -> String {
    let level = question.by.first().map(String::as_str).unwrap_or_default();
    let finer = if level == "region" { "province" } else { "commune" };
    let question = Question { by: vec![finer.to_owned()], ..question.clone() }.only(level, code);
    page.to(&format!("/figures?{}", address::parameters(&question, ledger.zone())))
}

/// What is known now of a figure asked for as known earlier, if that is another number.
fn since(
    projection: &Projection,
    page: &Page,
    answer: &Answer,
    total: Option<i64>,
    ledger: &Ledger,
) -> Result<Option<(String, String)>, Problem> {
    let question = &answer.question;
    let Some((known, total)) = address::known(question.known, ledger.zone()).zip(total) else { return Ok(None) };
    let now = Question { by: Vec::new(), ..question.clone() }.known(None);
    let today = projection.answer(&now)?;
    if today.total() == total {
        return Ok(None);
    }
    let value = described::amount(&page.t, today.total(), crate::figures::currency(&today));
    let parameters = address::parameters(&now, ledger.zone());
    Ok(Some((value, page.to(&format!("/figures/changes?{parameters}&since={known}")))))
}
