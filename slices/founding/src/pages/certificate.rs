//! The certificate of a name that was granted: signed, so that anyone can check it, and whether the name is still kept.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use db::Conn;
use document::{Block, Code, Column, Document, Footer, Kind as ColumnKind, Run, Table};
use kernel::Date;
use proof::{Head, Proof, Published, Statement};
use register::{shortened, store::by_number};
use web::{App, FRESH, Origin, Page, Problem, Query, Visitor};

use super::decision;
use crate::{
    store,
    submission::{Granted, Kind, State as Decided},
};

/// The letter of the last day on which the name is kept.
const UNTIL: char = 'v';
/// The letters of a certificate, and the messages that name them.
const LETTERS: [(char, &str); 3] =
    [('a', "founding-certificate-ar"), ('f', "founding-certificate-fr"), (UNTIL, "founding-granted-until")];

/// What became of a name that was granted.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    /// It is kept for its founders.
    Kept,
    /// It is the name of this cooperative, or was its first.
    Taken(String),
    /// Its founders have given up, or it was never granted here.
    Gone,
}

/// The page of a certificate that was handed in.
#[derive(Template)]
#[template(path = "verified_name.html")]
struct CheckedPage {
    page: Page,
    text: String,
    name: String,
    /// The name in the other script.
    other: Option<String>,
    number: String,
    issued: String,
    key: String,
    /// The day of which it is asked, and the same for a form.
    day: String,
    date: Date,
    /// Whether it was made by that day, and its time is not over then.
    in_time: bool,
    fate: Fate,
    lines: Vec<[String; 2]>,
}

impl CheckedPage {
    /// Whether the name is kept for its founders on that day.
    fn holds(&self) -> bool {
        self.in_time && self.fate == Fate::Kept
    }
}

/// `GET /{lang}/submissions/{id}/certificate`, with `?share` for the page on which it is checked.
pub(super) async fn pdf(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Origin(origin): Origin,
    Path(id): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let shared = query.flag("share");
    query.finish()?;
    let lang = page.t.lang();
    let (data, which) = (app.clone(), id.clone());
    let made = app.blocking(move |ledger| {
        let (submission, _) = decision::submission(&data, ledger, &visitor, &which)?;
        let granted = submission.decided::<Granted>().filter(|_| submission.kind == Kind::Name);
        let missing = || Problem::NotFound { what: "certificate", id: which.clone(), near: Vec::new() };
        let granted = granted.ok_or_else(missing)?;
        let proof = data.signer()?.sign(&statement(&granted, ledger.today()))?;
        let checked = format!("/verify/{}", proof.text());
        if shared {
            return Ok(Err(page.to(&checked)));
        }
        let document = set(&data, &page, &proof, format!("{origin}{checked}"));
        Ok::<_, Problem>(Ok((granted.number, document)))
    });
    let (number, document) = match made.await? {
        Ok(made) => made,
        Err(address) => return Ok(Redirect::to(&address).into_response()),
    };
    let pdf = web::press(&document).await?;
    let name: String = number.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let disposition = format!("inline; filename=\"name-{name}.{lang}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, pdf).into_response())
}

/// What is certified, on the day on which it is asked for. No act of the journal is behind it: a name is granted before there is a
/// cooperative.
fn statement(granted: &Granted, today: Date) -> Statement {
    let name = |text: &str| Some(shortened(text)).filter(|text| !text.is_empty());
    let facts = [
        ('a', name(&granted.name.ar)),
        ('f', name(&granted.name.fr)),
        (UNTIL, granted.until.map(|until| until.to_string())),
    ];
    Statement {
        kind: proof::Kind::Name,
        issued_on: today,
        on: granted.issued_on,
        head: Head::default(),
        subject: granted.number.clone(),
        facts: facts.into_iter().filter_map(|(letter, text)| Some((letter, text?))).collect(),
    }
}

/// What a certificate says, line by line.
fn lines(page: &Page, statement: &Statement) -> Vec<[String; 2]> {
    let t = &page.t;
    let tell = |letter: char, text: &str| match kernel::read_day(text) {
        Ok(day) if letter == UNTIL => t.day(day),
        _ => text.to_owned(),
    };
    let facts = LETTERS.iter().filter_map(|(letter, key)| {
        let text = statement.facts.get(letter)?;
        Some([t.get(key), tell(*letter, text)])
    });
    // What a later program signed beyond what this one knows is shown as it is.
    let is_known = |letter: &char| LETTERS.iter().any(|(known, _)| known == letter);
    let others = statement.facts.iter().filter(|(letter, _)| !is_known(letter));
    let others = others.map(|(letter, text)| [letter.to_string(), text.clone()]);
    let head = [
        [t.get("founding-granted-number"), statement.subject.clone()],
        [t.get("founding-granted-on"), t.day(statement.on)],
    ];
    head.into_iter().chain(facts).chain(others).collect()
}

/// The name in each script in which it was granted.
fn names(statement: &Statement) -> impl Iterator<Item = String> {
    ['a', 'f'].into_iter().filter_map(|letter| statement.facts.get(&letter).cloned())
}

/// The certificate as a printed document, with the address at which it is checked.
fn set(app: &App, page: &Page, proof: &Proof, address: String) -> Document {
    let (t, statement) = (&page.t, proof.statement());
    let column = |key: &str| Column { label: t.get(key), kind: ColumnKind::Text };
    let table = Table {
        caption: None,
        columns: vec![column("register-extract-line"), column("register-standing-says")],
        rows: lines(page, statement).into_iter().map(Vec::from).collect(),
    };
    let made_up = app.demo().then(|| vec![Run::Strong(t.get("web-demo") + " "), Run::Plain(t.get("web-demo-more"))]);
    let beside = vec![
        vec![Run::Strong(t.get("register-standing-check"))],
        vec![Run::Plain(t.get("founding-certificate-check-how"))],
        vec![Run::Soft(t.get("register-verify-key") + " "), Run::Soft(proof.key().to_string())],
    ];
    let describes = t.get("founding-certificate-code");
    let blocks = made_up.map(Block::Note).into_iter().chain([
        Block::Heading(names(statement).collect::<Vec<_>>().join(" · ")),
        Block::Paragraph(vec![Run::Plain(t.get("founding-certificate-attests"))]),
        Block::Table(table),
        Block::Code(Code { text: address, describes, beside }),
    ]);
    let known = t.with("register-known-on", &[("day", &t.day(statement.issued_on))]);
    let footer = Footer { known: Some(known), ..Footer::default() };
    let title = t.get("founding-certificate");
    Document { blocks: blocks.collect(), footer, ..Document::new(t.lang(), title, app.ledger.clock().now()) }
}

/// The page of a certificate whose signature holds: what it said, and what became of the name by a day.
pub(crate) fn show(app: &App, page: Page, proof: &Proof, key: &Published, on: Date) -> Result<Response, Problem> {
    let statement = proof.statement();
    let until = statement.facts.get(&UNTIL).and_then(|until| kernel::read_day(until).ok());
    let mut names = names(statement);
    let shown = CheckedPage {
        text: proof.text(),
        name: names.next().unwrap_or_default(),
        other: names.next(),
        number: statement.subject.clone(),
        issued: page.t.day(statement.issued_on),
        key: key.key.id().to_string(),
        day: page.t.day(on),
        date: on,
        in_time: statement.on <= on && until.is_none_or(|until| on <= until),
        fate: app.ledger.db().read(|conn| fate(conn, statement, on))?,
        lines: lines(&page, statement),
        page,
    };
    web::html(shown.page.t.lang(), &shown)
}

/// What became of the name of a certificate by a day.
fn fate(conn: &mut Conn, certified: &Statement, on: Date) -> db::Result<Fate> {
    let id = certified.subject.rsplit('-').next().and_then(|id| id.parse().ok());
    let submission = id.map(|id| store::submission(conn, id)).transpose()?.flatten();
    let Some(submission) = submission.filter(|one| one.kind == Kind::Name && one.state == Decided::Accepted) else {
        return Ok(Fate::Gone);
    };
    let says = |granted: &Granted| statement(granted, certified.issued_on) == *certified;
    if !submission.decided::<Granted>().as_ref().is_some_and(says) {
        return Ok(Fate::Gone);
    }
    let Some(number) = store::project(conn, submission.project)?.and_then(|project| project.number) else {
        return Ok(Fate::Kept);
    };
    let registered_on = by_number(conn, &number)?.and_then(|listed| listed.registered_on);
    Ok(if registered_on.is_some_and(|day| on < day) { Fate::Kept } else { Fate::Taken(number) })
}
