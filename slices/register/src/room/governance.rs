//! The page on which a cooperative sees who runs it: which organ, how many persons, since when and until when, and those before.
//! Names are people's, and not in the register.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Date;
use web::{App, Messages, Page, Problem, Query, Visitor};

use super::Room;
use crate::{
    acts::{CooperativeAct, Organ, OrganAppointed},
    ahead::SOON_DAYS,
};

/// The page.
#[derive(Template)]
#[template(path = "governance.html")]
struct GovernancePage {
    page: Page,
    number: String,
    name: String,
    now: Option<Shown>,
    before: Vec<Shown>,
}

/// An organ that runs or ran a cooperative, in words.
struct Shown {
    organ: String,
    persons: String,
    since: Option<String>,
    until: Option<String>,
    /// What there is to know of its end.
    tag: Option<String>,
    /// Whether another one should be appointed now.
    is_urgent: bool,
}

/// An organ and the time in which it runs a cooperative.
#[derive(Clone, Debug, PartialEq)]
struct Term {
    appointed: OrganAppointed,
    since: Option<Date>,
    /// The day on which another one took its place; none for the last.
    replaced_on: Option<Date>,
}

/// How a term is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Nobody said when it ends.
    Open,
    /// It goes on for long enough.
    Later,
    /// It ends in so many days.
    Soon(i64),
    /// It ended before.
    Over,
}

impl Term {
    /// All terms that began by this day, the first one first.
    fn all<'a>(acts: impl Iterator<Item = (Option<Date>, &'a CooperativeAct)>, today: Date) -> Vec<Self> {
        let mut terms: Vec<Self> = Vec::new();
        for (since, act) in acts.filter(|(on, _)| on.is_none_or(|on| on <= today)) {
            let CooperativeAct::OrganAppointed(appointed) = act else { continue };
            if let Some(before) = terms.last_mut() {
                before.replaced_on = since;
            }
            terms.push(Self { appointed: appointed.clone(), since, replaced_on: None });
        }
        terms
    }

    fn end(&self, today: Date) -> End {
        let Some(until) = self.appointed.until else { return End::Open };
        match (until - today).get_days() {
            ..0 => End::Over,
            left @ 0..=SOON_DAYS => End::Soon(left.into()),
            _ => End::Later,
        }
    }
}

/// `GET /{lang}/cooperatives/{number}/governance`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let room = Room::open(&data, &page.t, &visitor, number)?;
        let mut terms = Term::all(room.life.acts(), room.today);
        let now = terms.pop().map(|term| now(&page.t, &term, room.today));
        let before = terms.iter().rev().map(|term| before(&page.t, term)).collect();
        Ok::<_, Problem>(GovernancePage { number: room.number, name: room.name, now, before, page })
    });
    let shown = shown.await?;
    web::html(shown.page.t.lang(), &shown)
}

/// The organ that was appointed last.
fn now(t: &Messages, term: &Term, today: Date) -> Shown {
    let end = term.end(today);
    let tag = match end {
        End::Open => Some(t.get("register-governance-open")),
        End::Later => None,
        End::Soon(left) => Some(t.count("register-governance-soon", left)),
        End::Over => Some(t.get("register-governance-over")),
    };
    Shown { tag, is_urgent: matches!(end, End::Soon(_) | End::Over), ..told(t, term) }
}

/// One that another took the place of.
fn before(t: &Messages, term: &Term) -> Shown {
    let tag = term.replaced_on.map(|on| t.with("register-governance-replaced", &[("day", &t.day(on))]));
    Shown { tag, ..told(t, term) }
}

fn told(t: &Messages, term: &Term) -> Shown {
    let organ = match term.appointed.organ {
        Organ::Managers => "register-told-organ-managers",
        Organ::Board => "register-told-organ-board",
    };
    Shown {
        organ: t.get(organ),
        persons: t.count("register-told-persons", term.appointed.persons),
        since: term.since.map(|since| t.day(since)),
        until: term.appointed.until.map(|until| t.day(until)),
        tag: None,
        is_urgent: false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn appointed(organ: Organ, until: Option<Date>) -> CooperativeAct {
        CooperativeAct::OrganAppointed(OrganAppointed { organ, persons: 3, until })
    }

    #[test]
    fn each_organ_ends_with_the_next_one_and_what_is_still_to_come_does_not_count() {
        let acts = [
            (None, appointed(Organ::Managers, None)),
            (Some(date(2020, 3, 1)), CooperativeAct::DeclaredDormant),
            (Some(date(2021, 4, 1)), appointed(Organ::Board, Some(date(2024, 3, 31)))),
            (Some(date(2024, 4, 1)), appointed(Organ::Board, Some(date(2027, 3, 31)))),
        ];
        let terms = |today| Term::all(acts.iter().map(|(on, act)| (*on, act)), today);
        let times = |today| terms(today).iter().map(|term| (term.since, term.replaced_on)).collect::<Vec<_>>();
        let (first, second) = (Some(date(2021, 4, 1)), Some(date(2024, 4, 1)));
        assert_eq!(times(date(2024, 3, 31)), [(None, first), (first, None)]);
        assert_eq!(times(date(2024, 4, 1)), [(None, first), (first, second), (second, None)]);
        let ends = |today| terms(today).last().unwrap().end(today);
        assert_eq!(ends(date(2020, 1, 1)), End::Open);
        assert_eq!(ends(date(2026, 12, 30)), End::Later);
        assert_eq!(ends(date(2026, 12, 31)), End::Soon(90));
        assert_eq!(ends(date(2027, 3, 31)), End::Soon(0));
        assert_eq!(ends(date(2027, 4, 1)), End::Over);
    }
}
