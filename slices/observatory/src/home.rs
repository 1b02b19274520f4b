//! The front page: what there is today, and on what it stands.

use askama::Template;
use axum::{extract::State, response::Response};
use kernel::{Date, Share};
use ledger::{Answer, Head, Ledger, Projection, Question, Refusal, UNKNOWN, store};
use web::{App, Messages, Page, Problem};

/// The front page.
#[derive(Template)]
#[template(path = "home.html")]
pub(crate) struct Home {
    pub(crate) page: Page,
    today: Date,
    figures: Vec<Figure>,
    regions: Vec<Region>,
    acts: i64,
    /// The beginning of the last act's hash.
    hash: String,
    recorded_on: Date,
}

/// A figure with what it is and where its acts are.
struct Figure {
    label: String,
    value: String,
    /// Of what, and how much of it in per cent.
    beside: Option<String>,
    query: String,
}

/// A line of the table of regions.
struct Region {
    name: String,
    lang: &'static str,
    count: i64,
    share: Share,
    /// The length of its bar in per cent of the longest.
    bar: i64,
    query: String,
}

/// What the page shows, as the ledger has it, in no language.
struct Found {
    today: Date,
    head: Head,
    recorded_on: Date,
    stocks: Vec<(&'static Stock, Answer)>,
    regions: Option<Answer>,
    names: Vec<Option<kernel::Names>>,
}

/// A figure of the page.
struct Stock {
    /// The message that says what it is.
    label: &'static str,
    measure: &'static str,
    only: Option<(&'static str, &'static str)>,
    by: Option<&'static str>,
    /// The measure of which it is a part, and the message that says so.
    part_of: Option<(&'static str, &'static str)>,
}

const STOCKS: [Stock; 5] = [
    Stock { label: "observatory-cooperatives", measure: "cooperatives", only: None, by: None, part_of: None },
    Stock { label: "observatory-members", measure: "members", only: None, by: None, part_of: None },
    Stock {
        label: "observatory-women",
        measure: "members",
        only: Some(("sex", "female")),
        by: None,
        part_of: Some(("members", "observatory-of-members")),
    },
    Stock {
        label: "observatory-womens-cooperatives",
        measure: "womens_cooperatives",
        only: None,
        by: None,
        part_of: Some(("cooperatives", "observatory-of-cooperatives")),
    },
    Stock {
        label: "observatory-share-capital",
        measure: "share_capital",
        only: None,
        by: Some("currency"),
        part_of: None,
    },
];

/// `GET /`
pub(crate) async fn show(State(app): State<App>, page: Page) -> Result<Response, Problem> {
    let found = app.blocking(find).await?;
    let lang = page.t.lang();
    web::html(lang, &home(page, found))
}

/// Reads everything as of one moment.
fn find(ledger: &Ledger) -> Result<Found, Problem> {
    ledger.refresh()?;
    let today = ledger.today();
    let projection = ledger.projection();
    let has = |measure: &str| projection.schema().measure(measure).is_some();
    let stocks = STOCKS.iter().filter(|stock| has(stock.measure));
    let stocks = stocks.map(|stock| Ok((stock, projection.answer(&stock.question(today))?)));
    let stocks = stocks.collect::<Result<Vec<_>, Refusal>>()?;
    let by_region = has("cooperatives").then(|| Question::on("cooperatives", today).by("region"));
    let regions = by_region.map(|question| projection.answer(&question)).transpose()?;
    let names = regions.iter().flat_map(|answer| &answer.lines).map(|line| name_of(&projection, line, today)).collect();
    let seq = projection.head();
    drop(projection);
    let head = ledger.db().read(|conn| store::act(conn, seq))?.map_or(Head::EMPTY, |act| act.head());
    let recorded_on = ledger.zone().to_datetime(head.recorded_at).date();
    Ok(Found { today, head, recorded_on, stocks, regions, names })
}

fn name_of(projection: &Projection, line: &ledger::Line, today: Date) -> Option<kernel::Names> {
    let code = line.values.first()?;
    projection.territory().place(code, today).map(|place| place.names.clone())
}

impl Stock {
    fn question(&self, on: Date) -> Question {
        let question = Question::on(self.measure, on);
        let question = self.only.iter().fold(question, |question, (dimension, value)| question.only(dimension, value));
        self.by.iter().fold(question, |question, dimension| question.by(dimension))
    }

    /// The parameters that ask for it again.
    fn query(&self, on: Date) -> String {
        let only = self.only.map(|(dimension, value)| format!("&where={dimension}%3D{value}")).unwrap_or_default();
        format!("measure={}&date={on}{only}", self.measure)
    }
}

fn home(page: Page, found: Found) -> Home {
    let regions = regions(&page.t, &found);
    let hash = found.head.hash.to_string().chars().take(12).collect();
    let figures = found.stocks.iter().flat_map(|(stock, answer)| figures(&page.t, &found, stock, answer)).collect();
    let Found { today, head, recorded_on, .. } = found;
    Home { page, today, figures, regions, acts: head.seq, hash, recorded_on }
}

/// A figure, or one for each currency.
fn figures(t: &Messages, found: &Found, stock: &Stock, answer: &Answer) -> Vec<Figure> {
    let label = t.get(stock.label);
    if stock.by.is_none() {
        let beside = stock.part_of.and_then(|(measure, says)| {
            let (_, whole) = found.stocks.iter().find(|(other, _)| other.measure == measure && other.only.is_none())?;
            let share = Share { part: answer.total(), whole: whole.total() };
            Some(t.with(says, &[("share", &t.percent(share))]))
        });
        let beside = beside.filter(|_| answer.total() != 0);
        return vec![Figure { label, value: t.number(answer.total()), beside, query: stock.query(found.today) }];
    }
    let in_currency = |line: &ledger::Line| {
        let currency = line.currency?;
        let query = format!("{}&where=currency%3D{currency}", stock.query(found.today));
        let beside = Some(t.get(&format!("observatory-currency-{}", currency.code().to_lowercase())));
        Some(Figure { label: label.clone(), value: t.money(line.amount, currency), beside, query })
    };
    answer.lines.iter().filter_map(in_currency).collect()
}

/// The regions, the most cooperatives first; those without a region come last.
fn regions(t: &Messages, found: &Found) -> Vec<Region> {
    let Some(answer) = &found.regions else { return Vec::new() };
    let longest = answer.lines.iter().map(|line| line.amount).max().unwrap_or(0).max(1);
    let mut lines: Vec<_> = answer.lines.iter().zip(&found.names).collect();
    let is_unknown = |line: &ledger::Line| line.values.first().is_none_or(|code| &**code == UNKNOWN);
    lines.sort_by_key(|(line, _)| (is_unknown(line), std::cmp::Reverse(line.amount)));
    let region = |(line, names): (&ledger::Line, &Option<kernel::Names>)| {
        let code = line.values.first().map(|code| code.to_string()).unwrap_or_default();
        let named = names.as_ref().and_then(|names| t.name(names));
        let (lang, name) = match named {
            Some((lang, name)) => (lang, name.to_owned()),
            None if is_unknown(line) => (t.lang(), t.get("observatory-unknown")),
            None => (kernel::Lang::En, code.clone()),
        };
        let query = format!("measure=cooperatives&date={}&where=region%3D{code}", found.today);
        let bar = line.amount.max(0) * 100 / longest;
        Region { name, lang: lang.code(), count: line.amount, share: answer.share(line), bar, query }
    };
    lines.into_iter().map(region).collect()
}
