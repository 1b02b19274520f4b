//! Who runs a cooperative, by name, and those before; and how somebody is appointed.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use db::Conn;
use identity::{Error, PersonId, Site, person};
use ledger::Ledger;
use register::{acts::Organ, ahead::SOON_DAYS};
use web::{App, Form, Messages, Page, Problem, Query, Visitor, Wrong, fields::Sent};

use super::{
    Said, Step,
    appointment::{Appointment, Typed, form},
    conflict, own, to_offices,
};
use crate::{
    book::Book,
    office::{self, Office, Running, Why},
    people::{self, Known, People},
    store,
};

/// Keeps apart the programs that change offices. Any number would do.
const LOCK: i64 = 0x6f66_6669;

#[derive(Template)]
#[template(path = "offices.html")]
struct OfficesPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    held: Vec<Shown>,
    over: Vec<Shown>,
    /// What rules say of all who are in office.
    findings: Vec<Said>,
    differs: Option<Difference>,
    /// How somebody is appointed, by who may.
    step: Option<Step>,
}

/// An office as people read it.
pub(super) struct Shown {
    pub(super) nth: i64,
    pub(super) function: String,
    pub(super) name: String,
    pub(super) since: String,
    pub(super) until: Option<String>,
    /// What there is to know of its end.
    pub(super) tag: Option<String>,
    /// Whether somebody should be appointed soon.
    pub(super) is_urgent: bool,
}

/// What the register knows of those who run the cooperative, and what stands here.
struct Difference {
    known: Option<String>,
    here: String,
}

/// The offices of a cooperative, with the names of those who hold or held them.
pub(super) struct Offices {
    pub(super) all: Vec<Office>,
    /// How often they were changed: whoever saw fewer changes decides about something else.
    pub(super) changes: i64,
    /// Those whose names are on the page.
    pub(super) people: People,
}

impl Offices {
    /// With the names of those who hold or held one and, if somebody is to be chosen, of all on the roll.
    fn with_all(app: &App, book: &Book, visitor: &Visitor, choose: bool) -> Result<Self, Problem> {
        let members = book.roll.members().filter(|_| choose).map(|member| member.id.clone());
        Self::of(app, book, visitor, |all| all.iter().map(|office| office.holder.clone()).chain(members).collect())
    }

    /// With the names of some. That they were read is noted.
    pub(super) fn of(
        app: &App,
        book: &Book,
        visitor: &Visitor,
        whose: impl FnOnce(&[Office]) -> Vec<String>,
    ) -> Result<Self, Problem> {
        let (all, changes) = app.ledger.db().read(|conn| {
            let all = store::offices(conn, &book.number)?;
            Ok::<_, db::Error>((all, store::office_changes(conn, &book.number)?))
        })?;
        let people = people::named(app, book, whose(&all).into_iter(), visitor)?;
        Ok(Self { all, changes, people })
    }

    /// Those that are held today.
    pub(super) fn held<'a>(&'a self, book: &'a Book) -> impl Iterator<Item = &'a Office> + Clone {
        self.all.iter().filter(|office| office.is_held(&book.roll, book.today))
    }

    pub(super) fn name(&self, t: &Messages, holder: &str) -> String {
        let known = self.people.get(holder);
        let nameless = if known.is_some_and(|known| known.erased) { "roll-erased" } else { "roll-nameless" };
        known.and_then(Known::name).unwrap_or_else(|| t.get(nameless))
    }

    /// Whether nobody has changed them since. Who is slower waits here, in another program too.
    pub(super) fn are_unchanged(&self, conn: &mut Conn, book: &Book) -> db::Result<bool> {
        conn.lock(LOCK)?;
        Ok(store::office_changes(conn, &book.number)? == self.changes)
    }

    /// The person whom an id names, if something is known of one.
    pub(super) fn person(&self, holder: &str) -> Option<&PersonId> {
        self.people.get(holder).filter(|known| known.details.is_some())?.kept.person.as_ref()
    }

    pub(super) fn shown(&self, t: &Messages, book: &Book, office: &Office) -> Shown {
        let over = office.over(&book.roll);
        let left = over.map(|(over, _)| (over - book.today).get_days());
        let tag = over.zip(left).map(|((day, why), left)| match (why, left) {
            (Why::Term, 1..) => t.count("roll-office-ends", i64::from(left) - 1),
            (why, _) => t.with(why.message(), &[("day", &t.day(day))]),
        });
        Shown {
            nth: office.nth,
            function: t.get(&format!("roll-function-{}", office.function.code())),
            name: self.name(t, &office.holder),
            since: t.day(office.since),
            until: office.until.map(|until| t.with("roll-office-until", &[("day", &t.day(until))])),
            tag,
            is_urgent: left.is_some_and(|left| (1..=SOON_DAYS).contains(&left)),
        }
    }
}

/// `GET /{lang}/cooperatives/{number}/offices`
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
        let offices = Offices::with_all(&data, &book, &visitor, book.keeps)?;
        let step = book.keeps.then(|| form(&page, &book, &offices, &Typed::begun(&book)));
        Ok::<_, Problem>(look(page, &book, &offices, step, Vec::new()))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

fn look(page: Page, book: &Book, offices: &Offices, step: Option<Step>, errors: Vec<Wrong>) -> OfficesPage {
    let t = &page.t;
    let mut held: Vec<_> = offices.held(book).collect();
    held.sort_by_key(|office| (office.function, office.since));
    let mut over: Vec<_> = offices.all.iter().filter(|office| !office.is_held(&book.roll, book.today)).collect();
    over.sort_by_key(|office| std::cmp::Reverse(office.over(&book.roll).map(|(day, _)| day)));
    let says = [
        office::limits(offices.held(book), book.today),
        office::too_large(offices.held(book), &book.life.on(Some(book.today)), book.today),
        office::incomplete(offices.held(book), book.today),
    ];
    OfficesPage {
        held: held.into_iter().map(|office| offices.shown(t, book, office)).collect(),
        over: over.into_iter().map(|office| offices.shown(t, book, office)).collect(),
        // It is what is: nothing is stopped by looking at it.
        findings: says.iter().flatten().map(|finding| Said { stops: false, ..Said::of(t, finding) }).collect(),
        differs: difference(t, book, offices),
        errors,
        number: book.number.clone(),
        name: book.name.clone(),
        step,
        page,
    }
}

/// What the register knows otherwise. Nothing is recorded by that: the request is made by whoever sees it.
fn difference(t: &Messages, book: &Book, offices: &Offices) -> Option<Difference> {
    let known = book.life.on(Some(book.today)).organ;
    let here = Running::of(offices.held(book)).filter(|here| here.differs(known))?;
    let told = |running: Running| {
        let organ = match running.organ {
            Organ::Managers => "register-told-organ-managers",
            Organ::Board => "register-told-organ-board",
        };
        let persons = t.count("register-told-persons", running.persons);
        let until = running.until.map(|until| t.with("roll-office-until", &[("day", &t.day(until))]));
        [Some(t.get(organ)), Some(persons), until].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let known = known.map(|(organ, persons, until)| told(Running { organ, persons, until }));
    Some(Difference { known, here: told(here) })
}

/// `POST /{lang}/cooperatives/{number}/offices`: shows what the appointment would do or, if that was seen, writes it down.
pub(super) async fn appoint(
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
        let offices = Offices::with_all(&data, &book, &visitor, true)?;
        let typed = Typed::read(&mut sent);
        let appointment = typed.judged(&mut sent, &book, &offices);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if version != offices.changes {
            errors.push(conflict());
        }
        let step = form(&page, &book, &offices, &typed);
        let Some(appointment) = appointment.filter(|_| errors.is_empty()) else {
            return Ok::<_, Problem>(Err(look(page, &book, &offices, Some(step), errors)));
        };
        let step = appointment.looked_through(step, &page.t, &book, &offices);
        if !(sure && step.ready) {
            return Ok(Err(look(page, &book, &offices, Some(step), Vec::new())));
        }
        if !write(&data, ledger, &visitor, &book, (&appointment, &offices))? {
            return Ok(Err(look(page, &book, &offices, Some(step), vec![conflict()])));
        }
        Ok(Ok(to_offices(&page, &book.number)))
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// Writes it down, unless somebody was faster; that a person was appointed, by whom, is noted.
fn write(
    app: &App,
    ledger: &Ledger,
    visitor: &Visitor,
    book: &Book,
    (appointment, offices): (&Appointment, &Offices),
) -> Result<bool, Problem> {
    let (vault, now) = (Site::vault_of(app)?, ledger.clock().now());
    let done = ledger.db().write_alone::<_, Error>(|conn| {
        if !offices.are_unchanged(conn, book)? {
            return Ok(false);
        }
        let mut office = appointment.office.clone();
        let mut person = offices.person(&office.holder).cloned();
        if let Some(details) = &appointment.outsider {
            let id = person::add(conn, &vault, details, now)?;
            office.holder = id.to_string();
            person = Some(id);
        }
        store::appoint(conn, &book.number, &office)?;
        people::note_change(conn, book, person.as_ref(), visitor, now)?;
        Ok(true)
    })?;
    Ok(done)
}
