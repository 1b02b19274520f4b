//! The page on which shares of a member move: some more are taken, some go to another member, some are paid back.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use web::{
    App, Form, Page, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{
    Step, When, conflict,
    member::found,
    onward, own,
    show::{Row, row},
};
use crate::{
    book::Book,
    change::{self, Move},
    form,
    people::{self, Known, People},
    roll::Membership,
};

#[derive(Template)]
#[template(path = "roll_shares.html")]
struct SharesPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    row: Row,
    step: Step,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    deed: String,
    shares: String,
    to: String,
    paid: String,
    when: When,
}

fn form(page: &Page, book: &Book, member: &Membership, people: &People, typed: &Typed) -> Step {
    let t = &page.t;
    let deeds = ["take", "give", "back"].map(|deed| (deed.to_owned(), t.get(&format!("roll-deed-{deed}"))));
    let name = |id: &str| people.get(id).and_then(Known::name).unwrap_or_else(|| t.get("roll-nameless"));
    let others =
        book.roll.members().filter(|other| other.id != member.id).map(|other| (other.id.clone(), name(&other.id)));
    let others = std::iter::once((String::new(), t.get("roll-nobody"))).chain(others).collect();
    let mut fields = vec![
        Field::new(t, "roll", "deed", &*typed.deed, Input::Choice(deeds.into())),
        Field::new(t, "roll", "shares", &*typed.shares, Input::Number),
        Field::new(t, "roll", "receiver", &*typed.to, Input::Choice(others)),
    ];
    fields.extend(form::paid(t, &book.roll, &typed.paid));
    fields.extend(typed.when.fields(t));
    Step::new(page.to(&format!("/cooperatives/{}/members/{}/shares", book.number, member.id)), book.seq, fields)
}

fn look(page: Page, book: &Book, member: &Membership, people: &People, step: Step, errors: Vec<Wrong>) -> SharesPage {
    let row = row(&page.t, book, member, people);
    SharesPage { errors, number: book.number.clone(), name: book.name.clone(), row, step, page }
}

/// The member whose shares move, and all on the roll.
fn opened(
    app: &App,
    page: &Page,
    visitor: &Visitor,
    number: &str,
    id: &str,
) -> Result<(Book, Membership, People), Problem> {
    let book = Book::to_keep(app, &page.t, visitor, number)?;
    let member = found(&book, id)?.clone();
    let people = people::of(app, &book, book.roll.members().chain([&member]), visitor)?;
    Ok((book, member, people))
}

/// `GET /{lang}/cooperatives/{number}/members/{id}/shares`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((number, id)): Path<(String, String)>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let (book, member, people) = opened(&data, &page, &visitor, &number, &id)?;
        let when = When { on: book.today.to_string(), ..When::default() };
        let step = form(&page, &book, &member, &people, &Typed { when, ..Typed::default() });
        Ok::<_, Problem>(look(page, &book, &member, &people, step, Vec::new()))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// `POST /{lang}/cooperatives/{number}/members/{id}/shares`: shows what the move would do or, if that was seen, records it.
pub(super) async fn put(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((number, id)): Path<(String, String)>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let sure = sent.query.flag("sure");
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let (book, member, people) = opened(&data, &page, &visitor, &number, &id)?;
        let typed = Typed {
            deed: sent.line("deed"),
            shares: sent.line("shares"),
            to: sent.line("receiver"),
            paid: sent.line("paid"),
            when: When::read(&mut sent),
        };
        let on = typed.when.judged(&mut sent, &book);
        let moved = judge(&mut sent, &book, &member, &typed, on);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if version != book.seq || member.left.is_some() {
            errors.push(conflict());
        }
        let step = form(&page, &book, &member, &people, &typed);
        let (Some((deed, shares)), Some(on)) = (moved.filter(|_| errors.is_empty()), on) else {
            return Ok::<_, Problem>(Err(look(page, &book, &member, &people, step, errors)));
        };
        let acts = match change::moving(&book.roll, &member, deed, shares) {
            Ok(acts) if typed.paid == "yes" => change::paid_at_once(&book.roll, acts),
            Ok(acts) => acts,
            Err(why) => {
                let wrong = Wrong::new("shares", "", "a share has no value").told(why.message());
                return Ok(Err(look(page, &book, &member, &people, step, vec![wrong])));
            }
        };
        let step = step.looked_through(&page.t, &book, &acts, Vec::new());
        if !(sure && step.ready) {
            return Ok(Err(look(page, &book, &member, &people, step, Vec::new())));
        }
        let refused = change::record(&data, &visitor, &book, (on, &typed.when.paper), |_| Ok(acts))?;
        Ok(match refused {
            Some(wrong) => Err(look(page, &book, &member, &people, step, vec![wrong])),
            None => Ok(onward(&page, &book.number, &format!("/{}", member.id))),
        })
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// What moves, if everything that was typed fits together.
fn judge<'a>(
    sent: &mut Sent,
    book: &'a Book,
    member: &Membership,
    typed: &Typed,
    on: Option<kernel::Date>,
) -> Option<(Move<'a>, i64)> {
    let shares = form::shares(sent, &typed.shares);
    let to = book.roll.present(&typed.to).filter(|other| other.id != member.id);
    let last = [Some(member), to].into_iter().flatten().filter_map(Membership::last_on).max();
    if on.zip(last).is_some_and(|(on, last)| on < last) {
        sent.refuse("on", "", "roll-wrong-order");
    }
    let deed = match (typed.deed.as_str(), to) {
        ("take", _) => Move::Take,
        ("back", _) => Move::Back,
        ("give", Some(to)) => Move::Give(&to.id),
        ("give", None) => {
            sent.refuse("receiver", "", "roll-wrong-to");
            return None;
        }
        _ => {
            sent.refuse("deed", "", "roll-wrong-deed");
            return None;
        }
    };
    // Who keeps none leaves: that is another form.
    if deed != Move::Take && shares.is_some_and(|shares| member.shares.unwrap_or(0) <= shares) {
        sent.refuse("shares", "", "roll-wrong-all");
        return None;
    }
    Some((deed, shares?))
}
