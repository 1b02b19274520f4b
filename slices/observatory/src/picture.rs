//! The numbers of a figure as a picture: on a map if they are by region or province, as a line if they are by year.

use askama::Template;
use kernel::Level;
use ledger::{Answer, Line, UNKNOWN};
use web::{Area, Caption, Map, Page, Series, Speaker};

use crate::{breakdown::code, described};

/// The picture; none of numbers that make none. `to` gives the page to which a place leads.
pub(crate) fn of(
    page: &Page,
    speaker: &Speaker<'_>,
    answer: &Answer,
    to: impl Fn(&str) -> String,
) -> Result<Option<String>, askama::Error> {
    let [dimension] = answer.question.by.as_slice() else { return Ok(None) };
    match dimension.as_str() {
        "year" => line(page, answer),
        "region" => map(page, speaker, answer, Level::Region, to),
        "province" => map(page, speaker, answer, Level::Province, to),
        _ => Ok(None),
    }
}

fn line(page: &Page, answer: &Answer) -> Result<Option<String>, askama::Error> {
    let known = answer.lines.iter().filter(|line| code(line) != UNKNOWN);
    let (years, amounts): (Vec<_>, Vec<_>) = known.map(|line| (code(line).to_owned(), Some(line.amount))).unzip();
    let currency = crate::figures::currency(answer);
    let title = page.t.find(&format!("measure-{}", answer.measure.code)).unwrap_or_default();
    let write = |amount| described::amount(page, amount, currency);
    let ends = [years.first().zip(amounts.first()), years.last().zip(amounts.last())].into_iter().flatten();
    let ends: Vec<_> = ends.map(|(year, amount)| format!("{year}: {}", write(amount.unwrap_or_default()))).collect();
    let caption = Caption { title, description: ends.join(" – "), lang: page.t.lang() };
    let series = Series { label: String::new(), amounts };
    let chart = web::lines(&caption, &years, &[series], write);
    chart.map(|chart| chart.render()).transpose()
}

fn map(
    page: &Page,
    speaker: &Speaker<'_>,
    answer: &Answer,
    level: Level,
    to: impl Fn(&str) -> String,
) -> Result<Option<String>, askama::Error> {
    let currency = crate::figures::currency(answer);
    let area = |line: &Line| Area {
        code: code(line).to_owned(),
        label: speaker.value(level.code(), code(line)),
        amount: line.amount,
        value: described::amount(page, line.amount, currency),
        address: to(code(line)),
    };
    let areas: Vec<_> = answer.lines.iter().map(area).collect();
    let Some(shapes) = web::shapes(level).filter(|shapes| shapes.draw(&areas)) else { return Ok(None) };
    let title = speaker.measure(answer.measure.code);
    // Of a part of the country only that part is drawn.
    let close = !answer.question.only.is_empty();
    let write = |amount| described::amount(page, amount, currency);
    Map::new(&page.t, shapes, title, areas, close, write).render().map(Some)
}
