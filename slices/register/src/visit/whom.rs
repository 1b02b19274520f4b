//! Whom to visit: the cooperatives of a delegation by their score of risk, and new ones that nobody has visited yet.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use authz::{Entity, Resource};
use axum::{extract::State, response::Response};
use jiff::ToSpan as _;
use kernel::{Date, Level, Territory};
use ledger::Ledger;
use web::{App, Messages, Page, Problem, Query, Speaker, Visitor, Wrong};

use super::store::{self, Days};
use crate::{
    Rule,
    desk::pages as desk,
    directory::Directory,
    risk::{Part, Scale, Times},
    watch::Watch,
};

/// How many cooperatives a page shows.
const PAGE: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "whom.html")]
struct WhomPage {
    page: Page,
    lines: Vec<Candidate>,
    total: usize,
    /// The provinces to choose from: code, name, whether it is chosen.
    provinces: Vec<(String, String, bool)>,
    /// What they may be overdue with: code, name, whether it is chosen.
    parts: [(&'static str, String, bool); Part::ALL.len()],
    /// Whether only new ones are shown.
    new: bool,
    /// The address of the next page; none if this is the last.
    next: Option<String>,
    /// For how long a cooperative is new.
    rule: Option<String>,
}

impl WhomPage {
    fn count(&self) -> i64 {
        i64::try_from(self.total).unwrap_or(i64::MAX)
    }
}

/// A cooperative as people read it.
pub(crate) struct Candidate {
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) score: u32,
    /// What the score is the sum of: what is so, and what it adds.
    pub(crate) parts: Vec<(String, u32)>,
    pub(crate) registered_on: Option<Date>,
    pub(crate) days: Days,
}

/// A cooperative that may be visited.
struct Scored {
    number: Box<str>,
    score: u32,
    times: Times,
    registered_on: Option<Date>,
}

/// The delegations whose plans somebody may see: each is asked about, as all cooperatives of it would be.
pub(crate) fn delegations(app: &App, visitor: &Visitor, territory: &Territory, today: Date) -> BTreeSet<String> {
    let codes = territory.on(today).filter(|place| place.level == Level::Delegation).map(|place| &place.code);
    let seen = codes.filter(|code| app.policies().permits(&visitor.0, "see_plans", &of(Some(code))).is_ok());
    seen.cloned().collect()
}

/// Any cooperative of a delegation, as policies see it.
fn of(delegation: Option<&str>) -> Resource {
    let agents: Vec<_> = delegation.map(|code| Entity::new("Agent", code)).into_iter().collect();
    Resource::new("Cooperative", "").with("agents", agents).with("managers", Vec::<Entity>::new())
}

/// The day from which on a cooperative is new.
pub(crate) fn new_from(today: Date) -> Option<Date> {
    let rule = Rule::FirstVisitWithin.on(today)?;
    Some(today.saturating_sub(i64::from(rule.value).months()))
}

/// What is asked: of which province, which part, whether only new ones, and from where on.
#[derive(Default)]
struct Asked {
    province: Option<String>,
    part: Option<Part>,
    new: bool,
    from: usize,
}

impl Asked {
    fn read(query: &mut Query) -> Self {
        let what = query.one("what").filter(|what| !what.is_empty());
        let part = what.as_ref().and_then(|what| Part::ALL.into_iter().find(|part| part.code() == what));
        if let (Some(what), None) = (&what, part) {
            let codes = Part::ALL.map(Part::code).join(", ");
            query.wrong(Wrong::new("what", what, codes).told("register-wrong-choice"));
        }
        Self {
            province: query.one("province").filter(|province| !province.is_empty()),
            part,
            new: query.flag("new"),
            from: usize::try_from(query.number("from", 0, 0..=1_000_000)).unwrap_or(0),
        }
    }

    /// The address of the next page; none if this is the last.
    fn next(&self, total: usize) -> Option<String> {
        let from = self.from + PAGE;
        let mut next = form_urlencoded::Serializer::new(String::new());
        next.extend_pairs(self.province.as_deref().map(|province| ("province", province)));
        next.extend_pairs(self.part.map(|part| ("what", part.code())));
        next.extend_pairs(self.new.then_some(("new", "yes")));
        next.append_pair("from", &from.to_string());
        (from < total).then(|| next.finish())
    }

    /// All that fit, those first whose score is highest; and the provinces in which there are any.
    fn candidates(
        &self,
        ledger: &Ledger,
        watch: &Watch,
        seen: &BTreeSet<String>,
    ) -> Result<(Vec<Scored>, BTreeSet<String>), Problem> {
        let today = ledger.today();
        let overdue = ledger.db().read(|conn| store::overdue(conn, today))?;
        let (scale, mut candidates, mut provinces) = (Scale::on(today), Vec::new(), BTreeSet::new());
        watch.each(|row| {
            if !row.seat.delegation.as_ref().is_some_and(|code| seen.contains(code)) {
                return;
            }
            if let Some(code) = row.seat.province.as_ref().filter(|code| !provinces.contains(*code)) {
                provinces.insert(code.clone());
            }
            let times = row.times.with(Part::Findings, overdue.get(&*row.number).copied().unwrap_or(0));
            let is_elsewhere = self.province.is_some() && row.seat.province != self.province;
            if is_elsewhere || self.part.is_some_and(|part| times.get(part) == 0) {
                return;
            }
            let (number, registered_on, score) = (row.number.clone(), row.registered_on, scale.score(&times));
            candidates.push(Scored { number, score, times, registered_on });
        });
        if self.new {
            only_new(ledger, &mut candidates, today)?;
        }
        candidates.sort_unstable_by(|one, other| (other.score, &one.number).cmp(&(one.score, &other.number)));
        Ok((candidates, provinces))
    }
}

/// `GET /{lang}/desk/visits?province=…&what=…&new&from=…`
pub(super) async fn index(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    mut query: Query,
) -> Result<Response, Problem> {
    let asked = Asked::read(&mut query);
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let (watch, directory) = (data.memory::<Watch>(), data.memory::<Directory>());
        watch.refresh(ledger)?;
        directory.refresh(ledger)?;
        let (names, today) = (data.names()?, ledger.today());
        let projection = ledger.projection();
        let seen = delegations(&data, &visitor, projection.territory(), today);
        if seen.is_empty() {
            visitor.may(&data, "see_plans", &of(None))?;
        }
        let (mut candidates, provinces) = asked.candidates(ledger, &watch, &seen)?;
        let total = candidates.len();
        candidates.drain(..asked.from.min(total));
        candidates.truncate(PAGE);
        let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: today };
        let named = |code: String| (speaker.value("province", &code), asked.province.as_ref() == Some(&code), code);
        let mut provinces: Vec<_> = provinces.into_iter().map(named).collect();
        provinces.sort();
        let part =
            |one: Part| (one.code(), page.t.get(&format!("register-part-{}", one.code())), asked.part == Some(one));
        Ok::<_, Problem>(WhomPage {
            lines: lines(ledger, &page.t, &directory, &candidates, today)?,
            total,
            provinces: provinces.into_iter().map(|(name, chosen, code)| (code, name, chosen)).collect(),
            parts: Part::ALL.map(part),
            new: asked.new,
            next: asked.next(total),
            rule: Rule::FirstVisitWithin.on(today).map(|rule| rule.tell(&page.t)),
            page,
        })
    });
    let shown = shown.await?;
    desk::own(&shown.page, &shown, &[])
}

/// Those in these delegations whose score is highest, for the desk.
pub(crate) fn first(
    ledger: &Ledger,
    t: &Messages,
    (watch, directory): (&Watch, &Directory),
    seen: &BTreeSet<String>,
    most: usize,
) -> Result<Vec<Candidate>, Problem> {
    let (mut candidates, _) = Asked::default().candidates(ledger, watch, seen)?;
    candidates.retain(|one| one.score > 0);
    candidates.truncate(most);
    lines(ledger, t, directory, &candidates, ledger.today())
}

/// Leaves those that were registered lately and that nobody has visited since.
fn only_new(ledger: &Ledger, candidates: &mut Vec<Scored>, today: Date) -> Result<(), Problem> {
    let from = new_from(today);
    candidates.retain(|one| one.registered_on.is_some_and(|on| from.is_some_and(|from| from <= on)));
    let days = days(ledger, candidates)?;
    candidates.retain(|one| days.get(&*one.number).is_none_or(|days| days.held_on.is_none()));
    Ok(())
}

/// When they were visited and will be.
fn days(ledger: &Ledger, candidates: &[Scored]) -> Result<HashMap<String, Days>, Problem> {
    let numbers = || candidates.iter().map(|one| &*one.number);
    let Some((first, last)) = numbers().min().zip(numbers().max()) else { return Ok(HashMap::new()) };
    Ok(ledger.db().read(|conn| store::days(conn, (first, last)))?)
}

fn lines(
    ledger: &Ledger,
    t: &Messages,
    directory: &Directory,
    candidates: &[Scored],
    today: Date,
) -> Result<Vec<Candidate>, Problem> {
    let days = days(ledger, candidates)?;
    let line = |one: &Scored| Candidate {
        number: one.number.to_string(),
        name: directory.name(t, &one.number),
        score: one.score,
        parts: told(t, &one.times, today),
        registered_on: one.registered_on,
        days: days.get(&*one.number).copied().unwrap_or_default(),
    };
    Ok(candidates.iter().map(line).collect())
}

/// The parts of a score in words, each with what it adds.
pub(crate) fn told(t: &Messages, times: &Times, today: Date) -> Vec<(String, u32)> {
    let parts = times.parts(today).into_iter();
    parts
        .map(|(part, times, points)| (t.count(&format!("register-risk-{}", part.code()), times.into()), points))
        .collect()
}
