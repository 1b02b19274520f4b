//! What the explorer shows, as files: the picture as SVG and PNG, the numbers as a workbook.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use ledger::{Answer, Line};
use web::{App, Cell, Page, Problem, Query, Sheet, Speaker};

use super::{Shown, asked, completed, shown, table::label};
use crate::{breakdown::ranked, wording::Wording};

/// What all these files are called.
const NAME: &str = "twiza-figure";

/// `GET /{lang}/figures/picture.svg`
pub(crate) async fn svg(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    let svg = drawn(app, page, query).await?;
    Ok((headers("image/svg+xml", "svg"), svg).into_response())
}

/// `GET /{lang}/figures/picture.png`
pub(crate) async fn png(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    let svg = drawn(app, page, query).await?;
    Ok((headers("image/png", "png"), web::picture(&svg).await?).into_response())
}

/// `GET /{lang}/figures/table.xlsx`
pub(crate) async fn xlsx(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    let data = app.clone();
    let make = move |page: &Page, answer: &Answer, shown| workbook(&data, page, answer, shown);
    again(app, page, query, make).await
}

fn headers(kind: &'static str, ending: &str) -> [(header::HeaderName, String); 2] {
    let disposition = format!("attachment; filename=\"{NAME}.{ending}\"");
    [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)]
}

/// The picture with what it must not be parted from: of when it is, as known when, and on which act it stands.
async fn drawn(app: App, page: Page, query: Query) -> Result<String, Problem> {
    let make = |_: &Page, _: &Answer, shown: Shown| {
        let no = || Problem::NotFound { what: "picture", id: shown.parameters.clone(), near: Vec::new() };
        let picture = shown.picture.as_ref().ok_or_else(no)?;
        Ok(picture.to_svg(&[format!("{} · {}", shown.asked.when, shown.asked.known), shown.stands_on]))
    };
    again(app, page, query, make).await
}

/// Answers the question of the page again.
async fn again<T: Send + 'static>(
    app: App,
    page: Page,
    mut query: Query,
    make: impl FnOnce(&Page, &Answer, Shown) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let wording = Wording::of_form(&mut query);
    let unknown = query.finish().err();
    let data = app.clone();
    let work = move |ledger: &ledger::Ledger| {
        ledger.refresh()?;
        let answer = asked(ledger, &completed(ledger, wording), unknown)?.map_err(Problem::Parameters)?;
        let names = data.names()?;
        let shown = shown(&data, &page, &names, &answer)?;
        make(&page, &answer, shown)
    };
    app.blocking(work).await
}

fn workbook(app: &App, page: &Page, answer: &Answer, shown: Shown) -> Result<Response, Problem> {
    let names = app.names()?;
    // A copy: who writes must not wait for a long file.
    let territory = app.ledger.projection().territory().clone();
    let day = answer.question.tree.unwrap_or_else(|| answer.question.when.last());
    let speaker = Speaker { t: &page.t, names: &names, territory: &territory, day };
    let by = &answer.question.by;
    let has_shares = crate::figures::total(answer).is_some_and(|total| total != 0);
    let lines =
        if by.len() == 1 && !by.contains(&"year".to_owned()) { ranked(answer) } else { answer.lines.iter().collect() };
    let row = |line: &Line| {
        let labels =
            by.iter().zip(line.values.iter()).map(|(dimension, code)| Cell::Text(label(&speaker, dimension, code)));
        let amount = match line.currency {
            Some(currency) => Cell::Amount(line.amount, currency.decimals()),
            None => Cell::Number(line.amount),
        };
        let share = has_shares.then(|| Cell::Share(line.amount as f64 / answer.total() as f64));
        labels.chain([amount]).chain(share).collect()
    };
    let heads = by.iter().map(|dimension| speaker.dimension(dimension)).chain([shown.asked.measure.clone()]);
    let share = has_shares.then(|| page.t.get("observatory-share"));
    let only = shown.asked.only.into_iter().map(|(dimension, values)| format!("{dimension}: {values}"));
    let when = format!("{} · {}", shown.asked.when, shown.asked.known);
    let sheet = Sheet {
        lang: page.t.lang(),
        heads: heads.chain(share).collect(),
        above: [shown.asked.measure, when].into_iter().chain(only).chain(shown.unit).collect(),
        below: vec![shown.definition, shown.cited],
    };
    web::workbook(NAME, &sheet, lines.into_iter().map(row))
}
