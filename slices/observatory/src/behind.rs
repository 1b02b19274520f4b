//! What stands behind a figure: how many acts of which kind and year, then the acts themselves.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::State, response::Response};
use jiff::tz::TimeZone;
use kernel::Currency;
use ledger::{Projection, Question, When};
use web::{App, Page, Problem, Query, Speaker, Told};

use crate::{
    address,
    described::{self, Described},
    figures,
    wording::Wording,
};

/// How many acts a page shows.
const ACTS: usize = 30;

/// The page.
#[derive(Template)]
#[template(path = "behind.html")]
struct Behind {
    page: Page,
    asked: Described,
    value: String,
    unit: Option<String>,
    count: i64,
    /// How many of them are left by the filters.
    shown: i64,
    kinds: Vec<Group>,
    years: Vec<Group>,
    year_count: i64,
    /// Leads back to all kinds and years; none if no filter is set.
    all: Option<String>,
    acts: Vec<Told>,
    /// The page of the next acts.
    next: Option<String>,
    /// The same as data.
    data: String,
}

/// Acts of one kind or year.
struct Group {
    label: String,
    count: i64,
    /// The length of its bar in per cent of the longest.
    bar: i64,
    address: String,
    chosen: bool,
}

/// Which of the acts are wanted.
#[derive(Clone, Default)]
struct Filter {
    kind: Option<String>,
    year: Option<String>,
    after: i64,
}

/// The acts behind a figure, counted and picked.
#[derive(Default)]
struct Counted {
    total: i64,
    count: i64,
    kinds: BTreeMap<String, i64>,
    years: BTreeMap<String, i64>,
    shown: i64,
    page: Vec<(i64, i64)>,
    more: bool,
}

/// `GET /{lang}/figures/acts`
pub(crate) async fn show(State(app): State<App>, page: Page, mut query: Query) -> Result<Response, Problem> {
    let wording = Wording::of_form(&mut query);
    let filter = Filter {
        kind: query.one("kind").filter(|kind| !kind.is_empty()),
        year: query.one("year").filter(|year| !year.is_empty()),
        after: query.number("after", 0, 0..=i64::MAX),
    };
    let data = app.clone();
    let behind = app
        .blocking(move |ledger| {
            let question = figures::question(query, &wording, ledger)?;
            let question = Question { by: Vec::new(), ..question };
            behind(&data, page, &question, &filter)
        })
        .await?;
    web::html(behind.page.t.lang(), &behind)
}

fn behind(app: &App, page: Page, question: &Question, filter: &Filter) -> Result<Behind, Problem> {
    let ledger = &app.ledger;
    // It says in which currency all of it is, or that there are several.
    let whole = Question { when: When::On(question.when.last()), ..question.clone() };
    let answer = figures::answer(ledger, &whole)?;
    let currency = figures::currency(&answer);
    let names = app.names()?;
    let projection = ledger.projection();
    let counted = count(&projection, question, filter)?;
    let day = question.when.last();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day };
    let asked = described::describe(&page, &speaker, ledger, question);
    drop(projection);
    let acts = acts(app, &page, &counted.page, currency)?;
    let here = Here { page: &page, question, zone: ledger.zone(), filter };
    let next = counted.page.last().filter(|_| counted.more).map(|(seq, _)| here.to(&filter.from(*seq)));
    let filtered = filter.kind.is_some() || filter.year.is_some();
    Ok(Behind {
        asked,
        value: described::amount(&page.t, counted.total, currency),
        unit: described::unit(&page, &answer, currency),
        count: counted.count,
        shown: counted.shown,
        kinds: here.kinds(&counted.kinds),
        years: here.years(&counted.years),
        year_count: counted.years.len() as i64,
        all: filtered.then(|| here.to(&Filter::default())),
        acts,
        next,
        data: address::parameters(question, ledger.zone()),
        page,
    })
}

/// Counts the acts and picks those of the page.
fn count(projection: &Projection, question: &Question, filter: &Filter) -> Result<Counted, Problem> {
    let mut counted = Counted::default();
    for (seq, amount) in projection.causes(question)? {
        let Some((kind, year)) = projection.kind_and_year(seq) else { continue };
        let year = year.map(|year| year.to_string());
        let year = year.as_deref().unwrap_or(ledger::UNKNOWN);
        counted.total += amount;
        counted.count += 1;
        let is_kind = filter.kind.as_deref().is_none_or(|wanted| wanted == &**kind);
        let is_year = filter.year.as_deref().is_none_or(|wanted| wanted == year);
        if is_year {
            add(&mut counted.kinds, kind);
        }
        if is_kind {
            add(&mut counted.years, year);
        }
        if is_kind && is_year {
            counted.shown += 1;
            if seq > filter.after && counted.page.len() < ACTS {
                counted.page.push((seq, amount));
            } else if seq > filter.after {
                counted.more = true;
            }
        }
    }
    Ok(counted)
}

fn add(counts: &mut BTreeMap<String, i64>, key: &str) {
    match counts.get_mut(key) {
        Some(count) => *count += 1,
        None => drop(counts.insert(key.to_owned(), 1)),
    }
}

/// Acts in words, each with what it adds.
pub(crate) fn acts(
    app: &App,
    page: &Page,
    causes: &[(i64, i64)],
    currency: Option<Currency>,
) -> Result<Vec<Told>, Problem> {
    let acts = app.ledger.acts(causes.iter().map(|(seq, _)| *seq))?;
    let mut told = web::tell(app, page, &acts, true)?;
    for (told, (_, amount)) in told.iter_mut().zip(causes) {
        told.adds = Some(described::signed(&page.t, *amount, currency));
    }
    Ok(told)
}

impl Filter {
    /// The same acts from the one after `seq` on.
    fn from(&self, seq: i64) -> Self {
        Self { after: seq, ..self.clone() }
    }
}

/// Addresses of this page with other filters.
struct Here<'a> {
    page: &'a Page,
    question: &'a Question,
    zone: &'a TimeZone,
    filter: &'a Filter,
}

impl Here<'_> {
    fn to(&self, filter: &Filter) -> String {
        let mut written = form_urlencoded::Serializer::new(address::parameters(self.question, self.zone));
        for (name, value) in [("kind", &filter.kind), ("year", &filter.year)] {
            if let Some(value) = value {
                written.append_pair(name, value);
            }
        }
        if filter.after > 0 {
            written.append_pair("after", &filter.after.to_string());
        }
        self.page.to(&format!("/figures/acts?{}", written.finish()))
    }

    /// The kinds, the most frequent first.
    fn kinds(&self, counts: &BTreeMap<String, i64>) -> Vec<Group> {
        let t = &self.page.t;
        let mut groups = self.groups(counts, self.filter.kind.as_deref(), |kind| {
            let label = t.find(&format!("act-{kind}")).unwrap_or_else(|| kind.to_owned());
            (label, Filter { kind: Some(kind.to_owned()), after: 0, ..self.filter.clone() })
        });
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups
    }

    fn years(&self, counts: &BTreeMap<String, i64>) -> Vec<Group> {
        self.groups(counts, self.filter.year.as_deref(), |year| {
            let label = if year == ledger::UNKNOWN { self.page.t.get("web-unknown") } else { year.to_owned() };
            (label, Filter { year: Some(year.to_owned()), after: 0, ..self.filter.clone() })
        })
    }

    fn groups(
        &self,
        counts: &BTreeMap<String, i64>,
        chosen: Option<&str>,
        of: impl Fn(&str) -> (String, Filter),
    ) -> Vec<Group> {
        let longest = counts.values().copied().max().unwrap_or(1).max(1);
        let group = |(key, count): (&String, &i64)| {
            let (label, filter) = of(key);
            let chosen = chosen == Some(key.as_str());
            Group { label, count: *count, bar: count * 100 / longest, address: self.to(&filter), chosen }
        };
        counts.iter().map(group).collect()
    }
}
