//! What has changed since: a figure as known at two moments, and the acts that make the difference.

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::{Known, read_known};
use ledger::{Question, When};
use web::{App, Page, Problem, Query, Speaker, Told, Wrong};

use crate::{
    address, behind,
    described::{self, Described},
    figures,
    wording::Wording,
};

/// How many acts a page shows.
const ACTS: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "changes.html")]
struct Changes {
    page: Page,
    asked: Described,
    /// Before and after.
    moments: [KnownAt; 2],
    difference: String,
    same: bool,
    unit: Option<String>,
    count: i64,
    acts: Vec<Told>,
    /// The page of the next acts.
    next: Option<String>,
    /// The form: the parameters of the question besides the two moments.
    hidden: Vec<(String, String)>,
    since: String,
    known: String,
}

/// The figure as known at one of the moments.
struct KnownAt {
    says: String,
    value: String,
    acts: String,
}

/// `GET /{lang}/figures/changes?…&since=K&known=K`
pub(crate) async fn show(State(app): State<App>, page: Page, mut query: Query) -> Result<Response, Problem> {
    let wording = Wording::of_form(&mut query);
    let since = query.one("since").unwrap_or_default();
    let after = query.number("after", 0, 0..=i64::MAX);
    let data = app.clone();
    let changes = app
        .blocking(move |ledger| {
            let instant = read_known(&since, ledger.zone());
            let instant = instant.map_err(|_| {
                let says = "write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z";
                query.wrong(Wrong::new("since", &since, says).told("web-wrong-known"));
            });
            let question = figures::question(query, &wording, ledger)?;
            let question = Question { by: Vec::new(), ..question };
            // What is wrong is told by now: without a moment there is no question.
            changes(&data, page, &question, instant.ok(), after)
        })
        .await?;
    web::html(changes.page.t.lang(), &changes)
}

fn changes(app: &App, page: Page, question: &Question, since: Known, after: i64) -> Result<Changes, Problem> {
    let ledger = &app.ledger;
    let whole = Question { when: When::On(question.when.last()), ..question.clone() };
    let answer = figures::answer(ledger, &whole)?;
    let currency = figures::currency(&answer);
    let names = app.names()?;
    let projection = ledger.projection();
    let from = projection.head_at(since);
    let (old, new): (Vec<_>, Vec<_>) = projection.causes(question)?.into_iter().partition(|(seq, _)| *seq <= from);
    let sum = |causes: &[(i64, i64)]| causes.iter().map(|(_, amount)| amount).sum::<i64>();
    let (before, difference) = (sum(&old), sum(&new));
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: question.when.last() };
    let asked = described::describe(&page, &speaker, ledger, question);
    drop(projection);
    let rest: Vec<_> = new.iter().skip_while(|(seq, _)| *seq <= after).copied().collect();
    let shown = rest.get(..ACTS.min(rest.len())).unwrap_or_default();
    let acts = behind::acts(app, &page, shown, currency)?;
    let zone = ledger.zone();
    let at = |known: Known, value: i64| {
        let parameters = address::parameters(&question.clone().known(known), zone);
        KnownAt {
            says: described::known(&page, ledger, known),
            value: described::amount(&page.t, value, currency),
            acts: page.to(&format!("/figures/acts?{parameters}")),
        }
    };
    let parameters = address::parameters(&question.clone().known(None), zone);
    let hidden = form_urlencoded::parse(parameters.as_bytes()).into_owned().collect();
    let moments = [at(since, before), at(question.known, before + difference)];
    let since = address::known(since, zone).unwrap_or_default();
    let next = shown.last().filter(|_| rest.len() > ACTS).map(|(seq, _)| {
        let parameters = address::parameters(question, zone);
        page.to(&format!("/figures/changes?{parameters}&since={since}&after={seq}"))
    });
    Ok(Changes {
        moments,
        difference: described::signed(&page.t, difference, currency),
        same: difference == 0,
        unit: described::unit(&page, &answer, currency),
        count: new.len() as i64,
        acts,
        next,
        hidden,
        since,
        known: address::known(question.known, zone).unwrap_or_default(),
        asked,
        page,
    })
}
