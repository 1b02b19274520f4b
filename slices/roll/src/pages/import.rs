//! The page on which a roll is opened with all members at once, or several are admitted by a table.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use identity::Site;
use kernel::Date;
use register::acts::CooperativeAct;
use web::{App, Fault, FileForm, Page, Problem, Query, Upload, Visitor, Wrong, fields::Sent};

use super::{Said, Step, When, admit::with_id, conflict, onward, own};
use crate::{
    book::Book,
    change,
    import::{self, Bad, Sheet, Unread},
    newcomer::Newcomer,
    people,
};

/// The most bytes of a table, as a file or as text: thousands of members fit.
const BYTES_MAX: usize = 2 << 20;
/// So many faults are shown; the file of rejected rows has all.
const SHOWN_MAX: usize = 100;

#[derive(Template)]
#[template(path = "roll_import.html")]
struct ImportPage {
    page: Page,
    errors: Vec<Wrong>,
    number: String,
    name: String,
    /// Whether members are added to a roll that there is.
    open: bool,
    /// The table as it was sent.
    table: String,
    bad: Vec<Bad>,
    more_bad: bool,
    /// How many are new, and how many the roll has already.
    counts: Option<[i64; 2]>,
    /// What is odd about shares and capital.
    remarks: Vec<String>,
    step: Step,
}

/// `GET /{lang}/cooperatives/{number}/members/import`
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
        let step = form(&page, &book, &when);
        Ok::<_, Problem>(look(page, &book, step, Sheet::default(), Vec::new()))
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &[])
}

/// `GET /{lang}/cooperatives/{number}/members/template`: the empty workbook to fill in.
pub(super) async fn template(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    app.blocking(move |_| Book::to_keep(&data, &page.t, &visitor, &number).map(drop)).await?;
    let bytes = import::template().map_err(|says| Problem::Fault(Fault::says(says)))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(attached(kind, "members.xlsx", bytes))
}

fn attached(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)], bytes).into_response()
}

fn form(page: &Page, book: &Book, when: &When) -> Step {
    let address = page.to(&format!("/cooperatives/{}/members/import", book.number));
    Step::new(address, book.seq, when.fields(&page.t).into())
}

fn look(page: Page, book: &Book, step: Step, sheet: Sheet, errors: Vec<Wrong>) -> ImportPage {
    let mut bad = sheet.bad;
    let more_bad = bad.len() > SHOWN_MAX;
    bad.truncate(SHOWN_MAX);
    let read = !sheet.text.is_empty() && errors.is_empty();
    let counts = read.then(|| [i64::try_from(sheet.newcomers.len()).unwrap_or(i64::MAX), sheet.unchanged]);
    let remarks = if read { remarks(&page, book, &sheet.newcomers) } else { Vec::new() };
    ImportPage {
        errors,
        number: book.number.clone(),
        name: book.name.clone(),
        open: book.roll.is_open(),
        table: sheet.text,
        bad,
        more_bad,
        counts,
        remarks,
        step,
        page,
    }
}

/// What a share would be worth, or why nobody could say.
fn remarks(page: &Page, book: &Book, newcomers: &[Newcomer]) -> Vec<String> {
    let t = &page.t;
    if book.roll.is_open() || newcomers.is_empty() {
        return Vec::new();
    }
    let mut roll = book.roll.clone();
    roll.open(newcomers.iter().map(|newcomer| newcomer.admitted("", book.today)));
    match roll.share_minor() {
        Ok((share, currency)) => vec![t.with("roll-share-would", &[("amount", &t.amount(share, currency))])],
        Err(why) => vec![t.get(why.message())],
    }
}

/// `POST /{lang}/cooperatives/{number}/members/import`: looks a table through, gives back its bad rows as a file or, if what it
/// would do was seen, records it.
pub(super) async fn take(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    upload: FileForm<BYTES_MAX>,
) -> Result<Response, Problem> {
    let file = upload.file("file").cloned();
    let mut sent = Sent::new(upload.query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let (sure, rejects) = (sent.query.flag("sure"), sent.query.flag("rejects"));
    let typed = sent.query.one("table").unwrap_or_default();
    let table = table(file, typed)?;
    let data = app.clone();
    let shown = app.blocking(move |_| {
        let book = Book::to_keep(&data, &page.t, &visitor, &number)?;
        let when = When::read(&mut sent);
        let on = when.judged(&mut sent, &book);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if version != book.seq {
            errors.push(conflict());
        }
        let people = people::of(&data, &book, book.roll.members(), &visitor)?;
        let sheet = sheet(&page, &table, &people, on.unwrap_or(book.today), &mut errors)?;
        let step = form(&page, &book, &when);
        if rejects && !sheet.rejects.is_empty() {
            return Ok(Ok(attached("text/csv; charset=utf-8", "members-rejected.csv", sheet.rejects)));
        }
        let (Some(on), true) = (on.filter(|_| errors.is_empty()), sheet.bad.is_empty()) else {
            return Ok::<_, Problem>(Err(look(page, &book, step, sheet, errors)));
        };
        let acts = match change::admissions(&book.roll, &sheet.newcomers, on) {
            Ok(acts) => acts,
            Err(why) => {
                let wrong = Wrong::new("table", "", "a share has no value").told(why.message());
                return Ok(Err(look(page, &book, step, sheet, vec![wrong])));
            }
        };
        let mut step = step.looked_through(&page.t, &book, &acts, Vec::new());
        step.ready = step.ready && !sheet.newcomers.is_empty();
        step.findings.extend(few(&page, &book, &sheet.newcomers));
        if !(sure && step.ready) {
            return Ok(Err(look(page, &book, step, sheet, Vec::new())));
        }
        let refused = record(&data, &visitor, &book, (on, &when.paper), &sheet.newcomers, acts)?;
        Ok(match refused {
            Some(wrong) => Err(look(page, &book, step, sheet, vec![wrong])),
            None => Ok(onward(&page, &book.number, "")),
        })
    });
    match shown.await? {
        Ok(answer) => Ok(answer),
        Err(shown) => own(&shown.page, &shown, &shown.errors),
    }
}

/// The table, with its name: the file if there is one, else what was pasted.
fn table(file: Option<Upload>, typed: String) -> Result<(String, Arc<[u8]>), Problem> {
    match file {
        Some(file) if file.too_long || file.bytes.len() > BYTES_MAX => {
            let wrong = Wrong::new("table", "", "send at most 2 MiB").told("roll-wrong-too-large");
            Err(Problem::Parameters(vec![wrong]))
        }
        Some(file) => Ok((file.name, Arc::from(&*file.bytes))),
        None => Ok(("table.csv".to_owned(), typed.into_bytes().into())),
    }
}

/// Reads the table; what is wrong with it as a whole is noted.
fn sheet(
    page: &Page,
    (name, bytes): &(String, Arc<[u8]>),
    people: &people::People,
    on: Date,
    errors: &mut Vec<Wrong>,
) -> Result<Sheet, Problem> {
    let message = match import::read(&page.t, (name, Arc::clone(bytes)), people, on) {
        Ok(sheet) => return Ok(sheet),
        Err(Unread::Profile(says)) => return Err(Problem::Fault(Fault::says(says))),
        Err(Unread::TooLong) => "roll-wrong-too-long",
        Err(Unread::NotATable(intake::NotATable::Columns { .. })) => "roll-wrong-columns",
        Err(Unread::NotATable(intake::NotATable::TooLarge(_))) => "roll-wrong-too-large",
        Err(Unread::NotATable(_)) => "roll-wrong-table",
    };
    errors.push(Wrong::new("table", "", "see the message").told(message));
    let text = std::str::from_utf8(bytes).map(str::to_owned).unwrap_or_default();
    Ok(Sheet { text, ..Sheet::default() })
}

/// What the rules say of a roll that is opened with fewer than the least: it is what is, and shown.
fn few(page: &Page, book: &Book, newcomers: &[Newcomer]) -> Option<Said> {
    let count = i64::try_from(newcomers.len()).unwrap_or(i64::MAX);
    let finding = change::too_few(book, count).filter(|_| !book.roll.is_open() && count > 0)?;
    Some(Said { stops: false, ..Said::of(&page.t, &finding) })
}

/// Records the admissions, each of a person who is entered with it.
fn record(
    app: &App,
    visitor: &Visitor,
    book: &Book,
    when: (Date, &str),
    newcomers: &[Newcomer],
    acts: Vec<CooperativeAct>,
) -> Result<Option<Wrong>, Problem> {
    let (vault, now) = (Site::vault_of(app)?, app.ledger.clock().now());
    change::record(app, visitor, book, when, |conn| {
        let mut newcomers = newcomers.iter();
        acts.into_iter()
            .map(|act| match (&act, act.kind()) {
                (_, "member_admitted") => match newcomers.next() {
                    Some(newcomer) => Ok(with_id(&act, &newcomer.enter(conn, &vault, &book.number, now)?)),
                    None => Ok(act),
                },
                _ => Ok(act),
            })
            .collect()
    })
}
