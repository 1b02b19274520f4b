//! The roll: who is on it, and who was.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use register::Members;
use web::{App, Caption, Figure, Messages, Page, Problem, Query, Visitor};

use super::own;
use crate::{
    book::Book,
    effect::young,
    people::{self, People},
    roll::Membership,
};

#[derive(Template)]
#[template(path = "roll.html")]
struct RollPage {
    page: Page,
    number: String,
    name: String,
    keeps: bool,
    open: bool,
    /// What is known at a glance: what, how many.
    tiles: Vec<[String; 2]>,
    picture: Option<Figure>,
    /// Why nobody can say what a share is worth.
    unvalued: Option<&'static str>,
    members: Vec<Row>,
    gone: Vec<Row>,
}

/// A member as the roll shows it.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) since: Option<String>,
    pub(super) shares: Option<String>,
    pub(super) worth: Option<String>,
    pub(super) left: Option<String>,
}

/// `GET /{lang}/cooperatives/{number}/members`
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
        let book = Book::open(&data, &page.t, &visitor, &number)?;
        let people = people::of(&data, &book, book.roll.memberships.iter(), &visitor)?;
        Ok::<_, Problem>(look(page, book, &people))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

fn look(page: Page, book: Book, people: &People) -> RollPage {
    let t = &page.t;
    let counted = book.life.on(Some(book.today)).members_on(Some(book.today)).filter(|_| book.roll.is_open());
    let row = |member: &Membership| row(t, &book, member, people);
    let gone = book.roll.memberships.iter().filter(|member| member.left.is_some()).rev();
    RollPage {
        keeps: book.keeps,
        open: book.roll.is_open(),
        tiles: tiles(t, &book, counted.as_ref()),
        picture: counted.as_ref().and_then(|members| picture(t, members)),
        unvalued: book.roll.share_minor().err().filter(|_| book.roll.is_open()).map(|why| why.message()),
        members: book.roll.members().map(row).collect(),
        gone: gone.map(row).collect(),
        number: book.number.clone(),
        name: book.name.clone(),
        page,
    }
}

/// A member as people read it.
pub(super) fn row(t: &Messages, book: &Book, member: &Membership, people: &People) -> Row {
    let known = people.get(&member.id);
    let name = known.and_then(people::Known::name);
    let nameless = if known.is_some_and(|known| known.erased) { "roll-erased" } else { "roll-nameless" };
    let sex = member.sex.map(|sex| t.get(&format!("roll-{}", sex.code())));
    let kind = if member.legal_person { Some(t.get("roll-legal")) } else { sex };
    let young = member.is_young(book.today).filter(|young| *young).map(|_| t.get("roll-young-one"));
    let value = book.roll.share_minor().ok().zip(member.shares).filter(|_| member.left.is_none());
    Row {
        id: member.id.clone(),
        name: name.unwrap_or_else(|| t.get(nameless)),
        about: [kind, young].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        since: member.since.map(|day| t.day(day)),
        shares: member.shares.map(|shares| t.count("roll-shares-count", shares)),
        worth: value.map(|((share, currency), shares)| t.amount(share.saturating_mul(shares), currency)),
        left: member.left.map(|left| {
            let why = left.why.map_or_else(|| t.get("roll-left"), |why| t.get(&format!("roll-why-{why}")));
            left.on.map_or(why.clone(), |on| format!("{why} · {}", t.day(on)))
        }),
    }
}

pub(super) fn tiles(t: &Messages, book: &Book, counted: Option<&Members>) -> Vec<[String; 2]> {
    let Some(members) = counted else { return Vec::new() };
    let sum = |ages: [i64; 3]| ages.iter().sum::<i64>();
    let mut tiles = vec![
        [t.get("roll-members"), t.number(members.total())],
        [t.get("roll-women"), t.number(sum(members.women))],
        [t.get("roll-young"), t.number(young(members))],
    ];
    if let Some((capital, currency)) = book.roll.capital {
        tiles.push([t.get("roll-capital"), t.amount(capital, currency)]);
    }
    if let Ok((share, currency)) = book.roll.share_minor() {
        tiles.push([t.get("roll-share"), t.amount(share, currency)]);
    }
    tiles
}

/// Members by sex and age; what nobody is, is left out.
fn picture(t: &Messages, members: &Members) -> Option<Figure> {
    let ages = ["roll-age-young", "roll-age-older", "roll-age-unknown"];
    let of = |sex: &str, counts: [i64; 3]| {
        let sex = t.get(sex);
        ages.into_iter()
            .zip(counts)
            .map(move |(age, count)| (format!("{sex}, {}", t.get(age)), count))
            .collect::<Vec<_>>()
    };
    let mut bars = of("roll-women", members.women);
    bars.extend(of("roll-men", members.men));
    bars.extend(of("roll-sex-unknown", members.sex_unknown));
    bars.push((t.get("roll-legal-persons"), members.legal_persons));
    bars.push((t.get("roll-unknown"), members.unspecified));
    bars.retain(|(_, count)| *count > 0);
    let description = bars.iter().map(|(label, count)| format!("{label}: {}", t.number(*count)));
    let description = description.collect::<Vec<_>>().join("; ");
    let caption = Caption { title: t.get("roll-picture"), description, lang: t.lang() };
    web::bars(&caption, &bars, |count| t.number(count))
}
