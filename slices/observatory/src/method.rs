//! The method: what each measure means, how dates work, and how anyone can prove the chain. What is counted is read from the
//! schema, so that the page cannot say anything else than the program does.

use askama::Template;
use axum::{extract::State, response::Response};
use jiff::civil::date;
use kernel::{Level, end_of_day};
use ledger::{Aggregation, Measure, Projection, Question, Unit};
use web::{App, Page, Problem, Speaker};

use crate::{address, described};

/// The page.
#[derive(Template)]
#[template(path = "method.html")]
struct Method {
    page: Page,
    example: Option<Example>,
    measures: Vec<Told>,
}

/// A figure as known at two moments.
struct Example {
    place: String,
    before: String,
    now: String,
    changes: String,
}

/// A measure in the language of the page.
struct Told {
    code: &'static str,
    name: String,
    definition: String,
    is_stock: bool,
    unit: String,
    source: &'static str,
    by: String,
    figure: String,
}

/// `GET /{lang}/method`
pub(crate) async fn show(State(app): State<App>, page: Page) -> Result<Response, Problem> {
    let data = app.clone();
    let method = app.blocking(move |_| method(&data, page)).await?;
    web::html(method.page.t.lang(), &method)
}

fn method(app: &App, page: Page) -> Result<Method, Problem> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let names = app.names()?;
    let projection = ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: ledger.today() };
    let measures = projection.schema().measures().iter().map(|measure| told(&page, &speaker, measure)).collect();
    let example = example(app, &page, &speaker, &projection)?;
    drop(projection);
    Ok(Method { page, example, measures })
}

fn told(page: &Page, speaker: &Speaker<'_>, measure: &Measure) -> Told {
    let by = measure.dimensions.iter().map(|code| speaker.dimension(code));
    Told {
        code: measure.code,
        name: speaker.measure(measure.code),
        definition: page
            .t
            .find(&format!("definition-{}", measure.code))
            .unwrap_or_else(|| measure.definition.to_owned()),
        is_stock: measure.aggregation == Aggregation::Stock,
        unit: page.t.get(match measure.unit {
            Unit::Money => "observatory-unit-money",
            Unit::Count(_) => "observatory-unit-count",
        }),
        source: measure.source,
        by: by.collect::<Vec<_>>().join(" · "),
        figure: page.to(&format!("/figures?measure={}", measure.code)),
    }
}

/// The first delegation whose cooperatives at the end of 2022 were another number at the end of 2023 than they are known to
/// be now; none if there is no such place.
fn example(app: &App, page: &Page, speaker: &Speaker<'_>, projection: &Projection) -> Result<Option<Example>, Problem> {
    let ledger = &app.ledger;
    if projection.schema().measure("cooperatives").is_none() {
        return Ok(None);
    }
    let (day, known) = (date(2022, 12, 31), Some(end_of_day(date(2023, 12, 31), ledger.zone())));
    let delegations = speaker.territory.on(day).filter(|place| place.level == Level::Delegation);
    for place in delegations {
        let now = Question::on("cooperatives", day).only("delegation", &place.code);
        let before = projection.answer(&now.clone().known(known))?.total();
        let today = projection.answer(&now)?.total();
        if before != today {
            let parameters = address::parameters(&now, ledger.zone());
            return Ok(Some(Example {
                place: speaker.value("delegation", &place.code),
                before: described::amount(&page.t, before, None),
                now: described::amount(&page.t, today, None),
                changes: page.to(&format!("/figures/changes?{parameters}&since=2023-12-31")),
            }));
        }
    }
    Ok(None)
}
