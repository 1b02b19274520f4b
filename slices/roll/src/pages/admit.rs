//! The page on which somebody is admitted.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::Site;
use register::acts::{CooperativeAct, SharesMoved};
use web::{
    App, Form, Page, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{Step, When, conflict, onward, own};
use crate::{
    book::Book,
    change, form,
    newcomer::{Newcomer, Typed},
    people::{self, Known, People},
    roll::Membership,
};

#[derive(Template)]
#[template(path = "admit.html")]
struct AdmitPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    /// Whether there is a roll on which somebody can be admitted.
    open: bool,
    /// Why nobody can say what a share is worth.
    unvalued: Option<&'static str>,
    step: Step,
}

/// The id of a newcomer before there is one.
const NOBODY: &str = "newcomer";

/// `GET /{lang}/cooperatives/{number}/members/admit`
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
        let book = Book::to_keep(&data, &page.t, &visitor, &number)?;
        let when = When { on: book.today.to_string(), ..When::default() };
        let people = people::of(&data, &book, givers(&book), &visitor)?;
        let step = form(&page, &book, &people, (&Typed::default(), "", ""), &when);
        Ok::<_, Problem>(look(page, &book, step, Vec::new()))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// Whose shares a newcomer may take over: an heir those of who died.
fn givers(book: &Book) -> impl Iterator<Item = &Membership> {
    book.roll.members().filter(|member| member.shares.is_some_and(|shares| shares > 0))
}

fn form(page: &Page, book: &Book, people: &People, (typed, from, paid): (&Typed, &str, &str), when: &When) -> Step {
    let t = &page.t;
    let mut fields = typed.fields(t);
    let name = |id: &str| people.get(id).and_then(Known::name).unwrap_or_else(|| t.get("roll-nameless"));
    let givers: Vec<_> = givers(book).map(|member| (member.id.clone(), name(&member.id))).collect();
    if !givers.is_empty() {
        let new = (String::new(), t.get("roll-shares-new"));
        fields.push(Field::new(t, "roll", "from", from, Input::Choice(std::iter::once(new).chain(givers).collect())));
    }
    fields.extend(form::paid(t, &book.roll, paid));
    fields.extend(when.fields(&page.t));
    Step::new(page.to(&format!("/cooperatives/{}/members/admit", book.number)), book.seq, fields)
}

fn look(page: Page, book: &Book, step: Step, errors: Vec<Wrong>) -> AdmitPage {
    let unvalued = book.roll.share_minor().err().map(|why| why.message());
    let (number, name) = (book.number.clone(), book.name.clone());
    AdmitPage { page, errors, number, name, open: book.roll.is_open(), unvalued, step }
}

/// `POST /{lang}/cooperatives/{number}/members/admit`: shows what the admission would do or, if that was seen, records it.
pub(super) async fn admit(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let sure = sent.query.flag("sure");
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let book = Book::to_keep(&data, &page.t, &visitor, &number)?;
        let valued = book.roll.share_minor();
        let [from, paid] = ["from", "paid"].map(|field| sent.line(field));
        let when = When::read(&mut sent);
        let on = when.judged(&mut sent, &book);
        let needs_shares = valued.is_ok() || !from.is_empty();
        let (typed, newcomer) = Typed::read(&mut sent, on.unwrap_or(book.today), needs_shares);
        let giver = giver(&mut sent, &book, &from, newcomer.as_ref(), on);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if !book.roll.is_open() {
            errors.push(Wrong::new("version", "", "there is no roll").told("roll-wrong-closed"));
        }
        if version != book.seq {
            errors.push(conflict());
        }
        let people = people::of(&data, &book, book.roll.members(), &visitor)?;
        errors.extend(newcomer.as_ref().and_then(|newcomer| newcomer.is_among(&people)));
        let step = form(&page, &book, &people, (&typed, &from, &paid), &when);
        let (Some(newcomer), Some(on)) = (newcomer.filter(|_| errors.is_empty()), on) else {
            return Ok::<_, Problem>(Err(look(page, &book, step, errors)));
        };
        let acts = match acts(&book, &newcomer, (giver.as_deref(), paid == "yes"), on) {
            Ok(acts) => acts,
            Err(wrong) => return Ok(Err(look(page, &book, step, vec![wrong]))),
        };
        let step = step.looked_through(&page.t, &book, &acts, Vec::new());
        if !(sure && step.ready) {
            return Ok(Err(look(page, &book, step, Vec::new())));
        }
        let (vault, now) = (Site::vault_of(&data)?, ledger.clock().now());
        let refused = change::record(&data, &visitor, &book, (on, &when.paper), |conn| {
            let member = newcomer.enter(conn, &vault, &book.number, now)?;
            // What was looked through says the same, of nobody yet.
            Ok(acts.iter().map(|act| with_id(act, &member)).collect())
        })?;
        Ok(match refused {
            Some(wrong) => Err(look(page, &book, step, vec![wrong])),
            None => Ok(onward(&page, &book.number, "")),
        })
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// Whose shares the newcomer takes over, if there are so many; none if they are new.
fn giver(
    sent: &mut Sent,
    book: &Book,
    from: &str,
    newcomer: Option<&Newcomer>,
    on: Option<kernel::Date>,
) -> Option<String> {
    if from.is_empty() {
        return None;
    }
    let Some(member) = givers(book).find(|member| member.id == from) else {
        sent.refuse("from", "", "roll-wrong-to");
        return None;
    };
    let wanted = newcomer.and_then(|newcomer| newcomer.shares);
    if wanted.zip(member.shares).is_some_and(|(wanted, held)| held < wanted) {
        sent.refuse("shares", "", "roll-wrong-held");
    }
    if on.zip(member.last_on()).is_some_and(|(on, last)| on < last) {
        sent.refuse("on", "", "roll-wrong-order");
    }
    Some(member.id.clone())
}

/// The acts of an admission. Without a value of a share, it says nothing of shares.
fn acts(
    book: &Book,
    newcomer: &Newcomer,
    (giver, is_paid): (Option<&str>, bool),
    on: kernel::Date,
) -> Result<Vec<CooperativeAct>, Wrong> {
    let acts = change::admission(&book.roll, newcomer.admitted(NOBODY, on), giver)
        .map_err(|why| Wrong::new("shares", "", "a share has no value").told(why.message()))?;
    Ok(if is_paid { change::paid_at_once(&book.roll, acts) } else { acts })
}

/// The same act, of a member who has an id.
pub(super) fn with_id(act: &CooperativeAct, member: &str) -> CooperativeAct {
    match act {
        CooperativeAct::MemberAdmitted(admitted) => {
            let mut admitted = admitted.clone();
            member.clone_into(&mut admitted.member);
            CooperativeAct::MemberAdmitted(admitted)
        }
        CooperativeAct::SharesMoved(moved) => {
            CooperativeAct::SharesMoved(SharesMoved { to: Some(member.to_owned()), ..moved.clone() })
        }
        other => other.clone(),
    }
}
