//! A figure, as JSON or CSV.

use std::collections::HashMap;

use axum::{extract::State, http::HeaderMap, response::Response};
use kernel::{Currency, Date};
use ledger::{Aggregation, Answer, Ledger, Line, Question, Unit, When, store};
use serde::{Serialize, Serializer};
use web::{App, Fault, Format, Nomenclature, Problem, Query, Wrong};

use crate::{
    names::Named,
    sdmx,
    wording::{Wording, check_values, question_from},
};

/// An answer as JSON.
#[derive(Serialize)]
struct Told<'a> {
    measure: &'a str,
    aggregation: &'a str,
    unit: &'a str,
    definition: &'a str,
    source: &'a str,
    question: Asked<'a>,
    head: Head,
    currency: Option<Currency>,
    lines: Vec<Row<'a>>,
    total: Option<Amount>,
}

/// A question as JSON: everything that is needed to ask it again.
#[derive(Serialize)]
pub(crate) struct Asked<'a> {
    measure: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Date>,
    known: Option<kernel::Timestamp>,
    by: &'a [String],
    r#where: Pairs<'a, &'a [String]>,
    tree: Option<Date>,
}

/// The last act that was known.
#[derive(Serialize)]
struct Head {
    seq: i64,
    hash: Option<String>,
}

/// One line.
#[derive(Serialize)]
struct Row<'a> {
    values: Pairs<'a, &'a str>,
    #[serde(skip_serializing_if = "HashMap::is_empty")]
    names: HashMap<&'a str, Named>,
    #[serde(flatten)]
    amount: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<Currency>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<String>,
}

/// An amount: a text in units or major units, and for money also a whole number of minor units.
#[derive(Serialize)]
pub(crate) struct Amount {
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_minor: Option<i64>,
}

/// An object whose keys keep their order.
struct Pairs<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Pairs<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Amount {
    pub(crate) fn of(amount: i64, currency: Option<Currency>) -> Self {
        match currency {
            Some(currency) => Self { value: currency.major(amount), amount_minor: Some(amount) },
            None => Self { value: amount.to_string(), amount_minor: None },
        }
    }
}

impl<'a> Asked<'a> {
    pub(crate) fn of(question: &'a Question) -> Self {
        let (date, from, to) = match question.when {
            When::On(date) => (Some(date), None, None),
            When::During { from, to } => (None, from, Some(to)),
        };
        let only = question.only.iter().map(|(dimension, values)| (dimension.as_str(), values.as_slice())).collect();
        Self {
            measure: &question.measure,
            date,
            from,
            to,
            known: question.known,
            by: &question.by,
            r#where: Pairs(only),
            tree: question.tree,
        }
    }
}

/// What one unit of a measure is called; money by the currency's code, if there is one.
pub(crate) fn unit_of(unit: Unit, currency: Option<Currency>) -> &'static str {
    match unit {
        Unit::Count(things) => things,
        Unit::Money => currency.map_or("money", Currency::code),
    }
}

/// Reads a question from an address, with all mistakes at once.
pub(crate) fn question(mut query: Query, wording: &Wording, ledger: &Ledger) -> Result<Question, Problem> {
    let question = question_from(wording, ledger.today(), ledger.zone());
    let question = match question {
        Ok(question) => question,
        Err(wrong) => {
            wrong.into_iter().for_each(|wrong| query.wrong(wrong));
            query.finish()?;
            return Err(Problem::Fault(Fault::says("a question that cannot be read passed as right")));
        }
    };
    query.finish()?;
    Ok(question)
}

/// Answers a question; values that nothing has ever had are mistakes.
pub(crate) fn answer(ledger: &Ledger, question: &Question) -> Result<Answer, Problem> {
    let wrong = check_values(ledger, question)?;
    if wrong.is_empty() { Ok(ledger.figure(question)?) } else { Err(Problem::Parameters(wrong)) }
}

/// `GET /api/v1/figures`
pub(crate) async fn show(State(app): State<App>, mut query: Query, headers: HeaderMap) -> Result<Response, Problem> {
    if query.one("format").as_deref() == Some(sdmx::FORMAT) {
        return for_statistics(app, query).await;
    }
    let format = Format::asked(&mut query, &headers)?;
    let (wording, share) = (Wording::of(&mut query), query.flag("share"));
    app.blocking(move |ledger| {
        let question = question(query, &wording, ledger)?;
        let answer = answer(ledger, &question)?;
        if share {
            check_share(&answer)?;
        }
        match format {
            Format::Csv => csv(&answer, share),
            Format::Json => tell(ledger, &answer, share),
        }
    })
    .await
}

/// As SDMX-CSV, where the knowledge time may bear the name that SDMX gives it.
async fn for_statistics(app: App, mut query: Query) -> Result<Response, Problem> {
    let (mut wording, as_of) = (Wording::of(&mut query), query.one("asOf"));
    if let (Some(as_of), Some(_)) = (&as_of, &wording.known) {
        query.wrong(Wrong::new("asOf", as_of, "give either asOf or known"));
    }
    wording.known = wording.known.or(as_of);
    app.blocking(move |ledger| {
        let question = question(query, &wording, ledger)?;
        sdmx::csv(&answer(ledger, &question)?)
    })
    .await
}

/// A share in the sum over years of a stock would mean nothing, nor one in a sum of several currencies.
fn check_share(answer: &Answer) -> Result<(), Problem> {
    if total(answer).is_some() {
        return Ok(());
    }
    let says = "there is no total to take shares of: leave out share, or the breakdown by year or currency";
    Err(Problem::Parameters(vec![Wrong::new("share", "yes", says)]))
}

/// The sum of all lines, where it means something.
pub(crate) fn total(answer: &Answer) -> Option<i64> {
    let by_year = answer.question.by.iter().any(|dimension| dimension == "year");
    let first = answer.lines.first().and_then(|line| line.currency);
    let mixed = answer.lines.iter().any(|line| line.currency != first);
    let balances = by_year && answer.measure.aggregation == Aggregation::Stock;
    (!mixed && !balances).then(|| answer.total())
}

/// The one currency of an answer.
pub(crate) fn currency(answer: &Answer) -> Option<Currency> {
    let first = answer.lines.first()?.currency;
    first.filter(|_| answer.lines.iter().all(|line| line.currency == first))
}

fn tell(ledger: &Ledger, answer: &Answer, share: bool) -> Result<Response, Problem> {
    let nomenclature = Nomenclature::load(ledger)?;
    let head = ledger.db().read(|conn| store::act(conn, answer.head))?;
    let projection = ledger.projection();
    let one = currency(answer);
    let day = answer.question.tree.unwrap_or_else(|| answer.question.when.last());
    let row = |line| {
        let values: Vec<_> = named(answer, line).collect();
        let names = values.iter().filter_map(|(dimension, code)| {
            let names = nomenclature.of(projection.territory(), dimension, code, day)?;
            Some((*dimension, Named::from(&names)))
        });
        Row {
            names: names.collect(),
            values: Pairs(values.clone()),
            amount: Amount::of(line.amount, line.currency),
            currency: line.currency.filter(|_| one.is_none()),
            share: share.then(|| answer.share(line).percent(0)).flatten(),
        }
    };
    web::json(&Told {
        measure: answer.measure.code,
        aggregation: if answer.measure.aggregation == Aggregation::Stock { "stock" } else { "flow" },
        unit: unit_of(answer.measure.unit, one),
        definition: answer.measure.definition,
        source: answer.measure.source,
        question: Asked::of(&answer.question),
        head: Head { seq: answer.head, hash: head.map(|act| act.hash.to_string()) },
        currency: one,
        lines: answer.lines.iter().map(row).collect(),
        total: total(answer).map(|total| Amount::of(total, one)),
    })
}

/// A line's values, each with its dimension.
fn named<'a>(answer: &'a Answer, line: &'a Line) -> impl Iterator<Item = (&'a str, &'a str)> {
    answer.question.by.iter().map(String::as_str).zip(line.values.iter().map(|value| &**value))
}

/// As on the command line: the breakdown's dimensions, `value`, and `share` where it is asked for.
fn csv(answer: &Answer, share: bool) -> Result<Response, Problem> {
    let by = answer.question.by.iter().map(String::as_str);
    let columns: Vec<_> = by.chain(["value"]).chain(share.then_some("share")).collect();
    let row = |line: &Line| {
        let percent = share.then(|| answer.share(line).percent(0).unwrap_or_default());
        line.values.iter().map(ToString::to_string).chain([line.written()]).chain(percent).collect::<Vec<_>>()
    };
    web::csv("figures", &columns, answer.lines.iter().map(row))
}
