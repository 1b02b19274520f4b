//! How a member leaves: why, when, and what becomes of the shares.

use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::Site;
use kernel::Date;
use register::Departure;
use web::{
    App, Form, Page, Problem, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{
    Step, When, conflict,
    member::{self, concerned, found},
    onward, own,
};
use crate::{
    book::Book,
    change,
    exclusion::{Exclusion, Ground},
    form,
    office::{Office, Why},
    people::{self, Known, People},
    roll::Membership,
    store,
};

/// What was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    why: String,
    /// To whom the shares go; nobody if they are reimbursed.
    to: String,
    /// Of an exclusion: on which ground, when formal notice was received, and why.
    exclusion: [String; 3],
    when: When,
}

/// The form as it is before anything was typed.
pub(super) fn begin(page: &Page, book: &Book, member: &Membership, people: &People) -> Step {
    let when = When { on: book.today.to_string(), ..When::default() };
    form(page, book, member, people, &Typed { when, ..Typed::default() })
}

fn form(page: &Page, book: &Book, member: &Membership, people: &People, typed: &Typed) -> Step {
    let t = &page.t;
    let choose = || (String::new(), t.get("roll-choose"));
    let whys = Departure::ALL.iter().map(|why| (why.code().to_owned(), t.get(&format!("roll-why-{why}"))));
    let mut fields =
        vec![Field::new(t, "roll", "why", &*typed.why, Input::Choice(std::iter::once(choose()).chain(whys).collect()))];
    if member.shares.is_some_and(|shares| shares > 0) {
        let name = |id: &str| people.get(id).and_then(Known::name).unwrap_or_else(|| t.get("roll-nameless"));
        let others = book.roll.members().filter(|other| other.id != member.id);
        let others = others.map(|other| (other.id.clone(), name(&other.id)));
        let reimbursed = (String::new(), t.get("roll-reimburse"));
        fields.push(Field::new(
            t,
            "roll",
            "to",
            &*typed.to,
            Input::Choice(std::iter::once(reimbursed).chain(others).collect()),
        ));
    }
    let [ground, notice_on, reason] = &typed.exclusion;
    let grounds = Ground::ALL.map(|one| (one.code().to_owned(), t.get(&format!("roll-ground-{}", one.code()))));
    let grounds = std::iter::once((String::new(), t.get("roll-ground-none"))).chain(grounds).collect();
    fields.push(Field::new(t, "roll", "ground", &**ground, Input::Choice(grounds)));
    fields.push(Field::new(t, "roll", "notice_on", &**notice_on, Input::Day));
    if !member.legal_person {
        fields.push(Field::new(t, "roll", "reason", &**reason, Input::Line));
    }
    fields.extend(typed.when.fields(t));
    Step::new(page.to(&format!("/cooperatives/{}/members/{}", book.number, member.id)), book.seq, fields)
}

/// `POST /{lang}/cooperatives/{number}/members/{id}`: shows what the leaving would do or, if that was seen, records it.
pub(super) async fn leave(
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
        let book = Book::to_keep(&data, &page.t, &visitor, &number)?;
        let member = found(&book, &id)?.clone();
        let excluding = ["ground", "notice_on", "reason"].map(|name| sent.line(name));
        let typed =
            Typed { why: sent.line("why"), to: sent.line("to"), exclusion: excluding, when: When::read(&mut sent) };
        let on = typed.when.judged(&mut sent, &book);
        let why = judge(&mut sent, &book, &member, &typed, on);
        let excluded = why.filter(|why| *why == Departure::Excluded);
        let exclusion = excluded.and(on).and_then(|on| exclusion(&mut sent, &typed, on, book.today));
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if version != book.seq || member.left.is_some() {
            errors.push(conflict());
        }
        let people = people::of(&data, &book, concerned(&book, &member), &visitor)?;
        let step = form(&page, &book, &member, &people, &typed);
        let (Some(why), Some(on)) = (why.filter(|_| errors.is_empty()), on) else {
            return Ok::<_, Problem>(Err(member::look(page, &book, &member, &people, Some(step), errors)));
        };
        let to = Some(typed.to.as_str()).filter(|to| !to.is_empty());
        let acts = match change::leaving(&book.roll, &member, why, to) {
            Ok(acts) => acts,
            Err(unvalued) => {
                let wrong = Wrong::new("to", "", "a share has no value").told(unvalued.message());
                return Ok(Err(member::look(page, &book, &member, &people, Some(step), vec![wrong])));
            }
        };
        let findings = exclusion.iter().flat_map(Exclusion::findings).collect();
        let mut step = step.looked_through(&page.t, &book, &acts, findings);
        step.effect.extend(offices(&data, &page, &book, &member, on)?);
        if !(sure && step.ready) {
            return Ok(Err(member::look(page, &book, &member, &people, Some(step), Vec::new())));
        }
        let vault = Site::vault_of(&data)?;
        let refused = change::record(&data, &visitor, &book, (on, &typed.when.paper), |conn| {
            if let Some(exclusion) = &exclusion {
                let person = people.get(&member.id).filter(|known| known.details.is_some());
                let person = person.and_then(|known| known.kept.person.as_ref());
                exclusion.keep(conn, &vault, (&book.number, &member.id), person)?;
            }
            Ok(acts)
        })?;
        Ok(match refused {
            Some(wrong) => Err(member::look(page, &book, &member, &people, Some(step), vec![wrong])),
            None => Ok(onward(&page, &book.number, &format!("/{}", member.id))),
        })
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// The offices that end with the day on which the member leaves.
fn offices(app: &App, page: &Page, book: &Book, member: &Membership, on: Date) -> Result<Vec<[String; 3]>, Problem> {
    let t = &page.t;
    let all = app.ledger.db().read(|conn| store::offices(conn, &book.number))?;
    let lost = all.into_iter().filter(|office| office.holder == member.id && office.is_held(&book.roll, on));
    let function = |office: Office| t.get(&format!("roll-function-{}", office.function.code()));
    let over = || t.with(Why::Left.message(), &[("day", &t.day(on))]);
    Ok(lost.map(|office| [function(office), t.get("roll-offices-now"), over()]).collect())
}

/// The exclusion that was typed, if it has a ground: of what was not paid, only after formal notice.
fn exclusion(sent: &mut Sent, typed: &Typed, on: Date, today: Date) -> Option<Exclusion> {
    let [ground, notice_on, reason] = &typed.exclusion;
    let notice_on = (!notice_on.is_empty()).then(|| form::day(sent, "notice_on", notice_on, today)).flatten();
    let Ok(ground) = ground.parse() else {
        sent.refuse("ground", "", "roll-wrong-ground");
        return None;
    };
    if ground == Ground::Unpaid && notice_on.is_none() {
        sent.refuse("notice_on", "", "roll-wrong-notice");
    }
    Some(Exclusion { ground, notice_on, reason: reason.clone(), on })
}

/// Why the member leaves, if everything that was typed fits together.
fn judge(sent: &mut Sent, book: &Book, member: &Membership, typed: &Typed, on: Option<Date>) -> Option<Departure> {
    let why = typed.why.parse().ok();
    if why.is_none() {
        sent.refuse("why", "", "roll-wrong-why");
    }
    if on.zip(member.last_on()).is_some_and(|(on, last)| on < last) {
        sent.refuse("on", "", "roll-wrong-order");
    }
    let to = book.roll.present(&typed.to).filter(|other| other.id != member.id);
    if !typed.to.is_empty() && to.is_none() {
        sent.refuse("to", "", "roll-wrong-to");
    }
    if on.zip(to.and_then(Membership::last_on)).is_some_and(|(on, last)| on < last) {
        sent.refuse("on", "", "roll-wrong-order");
    }
    let holds = member.shares.is_some_and(|shares| shares > 0);
    if why == Some(Departure::Transferred) && holds && typed.to.is_empty() {
        sent.refuse("to", "", "roll-wrong-transferred");
    }
    if why != Some(Departure::Excluded) && typed.exclusion.iter().any(|said| !said.is_empty()) {
        sent.refuse("why", "", "roll-wrong-no-exclusion");
    }
    if book.roll.members().count() == 1 {
        sent.refuse("why", "", "roll-wrong-last");
    }
    why
}
