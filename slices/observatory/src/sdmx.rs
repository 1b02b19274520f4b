//! Figures as SDMX-CSV 2.1 (SDMX 3.1), for statistical software.
//!
//! A measure is a dataflow, the codes of dimensions and values are those of `/api/v1/dimensions`; what is unknown is `_U`,
//! the code that SDMX has for it.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use ledger::{Answer, Line, UNKNOWN, When};
use web::{Problem, Wrong};

use crate::figures::unit_of;

/// As the parameter `format` names it.
pub(crate) const FORMAT: &str = "sdmx-csv";

const MEDIA: &str = "application/vnd.sdmx.data+csv; version=2.1.0; charset=utf-8";

/// An answer with one row a line.
///
/// # Errors
/// When a dimension is restricted to several values that the answer does not tell apart: an observation has one value in each.
pub(crate) fn csv(answer: &Answer) -> Result<Response, Problem> {
    let fixed = fixed(answer)?;
    let by = answer.question.by.iter().map(String::as_str).filter(|code| *code != "year");
    let dimensions: Vec<&str> = by.clone().chain(fixed.iter().map(|(code, _)| *code)).collect();
    let names: Vec<String> = dimensions.iter().map(|code| code.to_uppercase()).collect();
    let before = ["STRUCTURE", "STRUCTURE_ID", "ACTION"];
    let columns = before.into_iter().chain(names.iter().map(String::as_str));
    let columns: Vec<&str> = columns.chain(["TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE"]).collect();
    let structure = format!("TWIZA:{}(1.0)", answer.measure.code.to_uppercase());
    let row = |line: &Line| {
        let values = dimensions.iter().map(|dimension| {
            let told = value(answer, line, dimension);
            let only = || fixed.iter().find(|(code, _)| code == dimension).map(|(_, value)| *value);
            code(told.or_else(only).unwrap_or_default()).to_owned()
        });
        let before = ["dataflow".to_owned(), structure.clone(), "I".to_owned()];
        let unit = unit_of(answer.measure.unit, line.currency).to_owned();
        before.into_iter().chain(values).chain([period(answer, line), line.written(), unit]).collect::<Vec<_>>()
    };
    let mut response = web::csv("figures", &columns, answer.lines.iter().map(row))?;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA));
    Ok(response)
}

/// The dimensions outside the breakdown that have one value.
fn fixed(answer: &Answer) -> Result<Vec<(&str, &str)>, Problem> {
    let question = &answer.question;
    let outside = question.only.iter().filter(|(code, _)| !question.by.contains(code));
    let one = |(code, values): &'_ (String, Vec<String>)| match values.as_slice() {
        [_] => Ok(()),
        _ => {
            let says = format!("in SDMX an observation has one value of {code}: add by={code}, or name one");
            Err(Problem::Parameters(vec![Wrong::new("where", code, says)]))
        }
    };
    outside.clone().try_for_each(one)?;
    Ok(outside.filter_map(|(code, values)| Some((code.as_str(), values.first()?.as_str()))).collect())
}

fn value<'a>(answer: &Answer, line: &'a Line, dimension: &str) -> Option<&'a str> {
    let position = answer.question.by.iter().position(|code| code == dimension)?;
    line.values.get(position).map(|value| &**value)
}

fn code(value: &str) -> &str {
    if value == UNKNOWN { "_U" } else { value }
}

/// The year, the reference date, or a period as ISO 8601 writes it: its first day and how many days it has.
fn period(answer: &Answer, line: &Line) -> String {
    if let Some(year) = value(answer, line, "year") {
        return code(year).to_owned();
    }
    match answer.question.when {
        When::During { from: Some(from), to } => format!("{from}/P{}D", (to - from).get_days() + 1),
        when => when.last().to_string(),
    }
}
