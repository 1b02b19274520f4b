//! The certificate of good standing: signed, so that anyone can check it, and made only for who is in good standing.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use document::{Block, Code, Column, Document, Footer, Kind, Run, Table};
use kernel::Date;
use proof::{Proof, Published, Statement};
use web::{App, FRESH, Origin, Page, Problem, Query, Visitor};

use super::{Room, store};
use crate::{
    Cooperative, Rule, Standing,
    extract::{self, Facts},
    pages::{Name, names},
};

/// The letters of a certificate that an extract has too, with the same meaning.
const SHARED: [char; 4] = ['a', 'f', 'i', 'r'];
/// The letter of the last day on which a certificate holds.
const VALID_UNTIL: char = 'v';
/// Its letters and the messages that name them, in the order in which they are shown.
const LETTERS: [(char, &str); 5] = [
    ('a', "register-name-ar"),
    ('f', "register-name-fr"),
    ('i', "register-ice"),
    ('r', "register-registered-on"),
    (VALID_UNTIL, "register-standing-until"),
];

/// What was made of a certificate.
enum Made {
    /// A document, with what the certificate is called.
    Printed(String, Box<Document>),
    /// The page on which it is checked, whose address can be sent to anyone.
    Shared(String),
}

/// `GET /{lang}/cooperatives/{number}/standing/certificate`, with `?share` for the page on which it is checked.
pub(super) async fn pdf(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Origin(origin): Origin,
    Path(number): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let shared = query.flag("share");
    query.finish()?;
    let (data, whose) = (app.clone(), number.clone());
    let lang = page.t.lang();
    let reasons = page.to(&format!("/cooperatives/{number}/standing"));
    let made = app.blocking(move |_| {
        let room = Room::open(&data, &page.t, &visitor, whose)?;
        let Some((statement, until)) = statement(&data, &room)? else { return Ok(None) };
        data.ledger.db().write(move |conn| store::note(conn, &room.number, room.today, until))?;
        let proof = data.signer()?.sign(&statement)?;
        let checked = format!("/verify/{}", proof.text());
        let made = if shared {
            Made::Shared(page.to(&checked))
        } else {
            let document = set(&data, &page, &proof, format!("{origin}{checked}"));
            Made::Printed(reference(proof.statement()), Box::new(document))
        };
        Ok::<_, Problem>(Some(made))
    });
    let (reference, document) = match made.await? {
        // The page of the standing has the reasons, and what to do.
        None => return Ok(Redirect::to(&reasons).into_response()),
        Some(Made::Shared(address)) => return Ok(Redirect::to(&address).into_response()),
        Some(Made::Printed(reference, document)) => (reference, document),
    };
    let pdf = web::press(&document).await?;
    let name: String = reference.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let disposition = format!("inline; filename=\"standing-{name}.{lang}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, &disposition)];
    Ok((FRESH, headers, pdf).into_response())
}

/// What is certified today, and the last day on which it holds; nothing if it is not in good standing.
fn statement(app: &App, room: &Room) -> Result<Option<(Statement, Date)>, Problem> {
    let (today, now) = (room.today, room.now());
    if !Standing::of(&now, today).is_good() {
        return Ok(None);
    }
    let until = Rule::StandingCertificateValidFor.on(today).map_or(today, |rule| rule.ends(today));
    let statement = Statement {
        kind: proof::Kind::GoodStanding,
        issued_on: today,
        on: today,
        head: extract::head(&app.ledger, room.seq)?.unwrap_or_default(),
        subject: room.number.clone(),
        facts: shared(&now, today).into_iter().chain([(VALID_UNTIL, until.to_string())]).collect(),
    };
    Ok(Some((statement, until)))
}

/// The facts of a certificate that an extract has too.
fn shared(cooperative: &Cooperative, on: Date) -> Facts {
    let mut facts = extract::facts_of(cooperative, on);
    facts.retain(|letter, _| SHARED.contains(letter));
    facts
}

/// What a certificate is called: of whom, of which day, after which act. It follows from what is signed.
fn reference(statement: &Statement) -> String {
    format!("{}-{}-{}", statement.subject, statement.on.strftime("%Y%m%d"), statement.head.seq)
}

/// What a certificate says, line by line.
fn lines(page: &Page, statement: &Statement) -> Vec<(String, String)> {
    let t = &page.t;
    let tell = |letter: char, text: &str| match kernel::read_day(text) {
        Ok(day) if ['r', VALID_UNTIL].contains(&letter) => t.day(day),
        _ => text.to_owned(),
    };
    let known = LETTERS.iter().map(|(letter, key)| (*letter, t.get(key)));
    // What a later program signed beyond what this one knows is shown as it is.
    let others = statement.facts.keys().filter(|letter| LETTERS.iter().all(|(known, _)| known != *letter));
    let facts = known.chain(others.map(|letter| (*letter, letter.to_string())));
    let facts = facts.filter_map(|(letter, label)| Some((label, tell(letter, statement.facts.get(&letter)?))));
    let head = [
        (t.get("register-standing-reference"), reference(statement)),
        (t.get("register-extract-number"), statement.subject.clone()),
        (t.get("register-standing-on"), t.day(statement.on)),
    ];
    head.into_iter().chain(facts).collect()
}

/// The certificate as a printed document, with the address at which it is checked.
fn set(app: &App, page: &Page, proof: &Proof, address: String) -> Document {
    let (t, ledger, statement) = (&page.t, &app.ledger, proof.statement());
    let on = t.day(statement.on);
    let fact = |letter| statement.facts.get(&letter).map(String::as_str);
    let (name, _) = names(t.lang(), fact('a'), fact('f'), &statement.subject);
    let column = |key: &str| Column { label: t.get(key), kind: Kind::Text };
    let table = Table {
        caption: None,
        columns: vec![column("register-extract-line"), column("register-standing-says")],
        rows: lines(page, statement).into_iter().map(|(label, text)| vec![label, text]).collect(),
    };
    let made_up = app.demo().then(|| vec![Run::Strong(t.get("web-demo") + " "), Run::Plain(t.get("web-demo-more"))]);
    let beside = vec![
        vec![Run::Strong(t.get("register-standing-check"))],
        vec![Run::Plain(t.get("register-standing-check-how"))],
        vec![Run::Soft(t.get("register-verify-key") + " "), Run::Soft(proof.key().to_string())],
    ];
    let describes = t.get("register-standing-code");
    let blocks = made_up.map(Block::Note).into_iter().chain([
        Block::Heading(name.text),
        Block::Paragraph(vec![Run::Plain(t.with("register-standing-attests", &[("day", &on)]))]),
        Block::Table(table),
        Block::Code(Code { text: address, describes, beside }),
    ]);
    let (seq, hash) = head(page, statement);
    let footer = Footer {
        known: Some(t.with("register-known-on", &[("day", &on)])),
        seq: Some(t.with("web-told-number", &[("seq", &seq)])),
        hash: Some(format!("{hash}…")),
    };
    let subtitle = Some(t.with("register-standing-good", &[("day", &on)]));
    let title = t.get("register-standing-certificate");
    Document { subtitle, blocks: blocks.collect(), footer, ..Document::new(t.lang(), title, ledger.clock().now()) }
}

/// Where the journal stood: the last act and the beginning of its hash, as people read them.
fn head(page: &Page, statement: &Statement) -> (String, String) {
    let seq = i64::try_from(statement.head.seq).unwrap_or(i64::MAX);
    (page.t.number(seq), statement.head.hash.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A certificate that holds together, beside what the register finds today.
pub(crate) struct Checked {
    pub(crate) number: String,
    pub(crate) name: Name,
    pub(crate) other: Option<Name>,
    /// The page of the cooperative.
    pub(crate) to: String,
    /// The day on which it was made.
    pub(crate) issued: String,
    /// The last day on which it holds; none if it does not say.
    pub(crate) until: Option<String>,
    /// The day of which it is asked, and the same for a form.
    pub(crate) day: String,
    pub(crate) date: Date,
    pub(crate) key: String,
    pub(crate) seq: String,
    pub(crate) hash: String,
    /// Whether the register still has the journal from which it was read, and reads the same from it.
    pub(crate) stands: bool,
    /// Whether it was made by that day.
    pub(crate) made: bool,
    /// Whether its time is not over on that day.
    pub(crate) in_time: bool,
    /// Whether the cooperative is in good standing on that day. Why not is its own affair, and not told.
    pub(crate) good: bool,
    pub(crate) lines: Vec<(String, String)>,
}

impl Checked {
    /// Checks a certificate whose signature holds against what the register finds.
    pub(crate) fn of(app: &App, page: &Page, proof: &Proof, key: &Published, on: Date) -> Result<Self, Problem> {
        let (ledger, statement, t) = (&app.ledger, proof.statement(), &page.t);
        ledger.refresh()?;
        let number = &statement.subject;
        let seq = i64::try_from(statement.head.seq).unwrap_or(i64::MAX);
        let then = extract::life(ledger, number, Some(seq))?.map(|life| life.on(Some(statement.on)));
        // Rules may be confirmed later: the standing of that day is not judged again.
        let mut said = statement.facts.clone();
        let until = said.remove(&VALID_UNTIL).and_then(|until| kernel::read_day(&until).ok());
        let said = |then: &Cooperative| shared(then, statement.on) == said;
        let stands = extract::head(ledger, seq)? == Some(statement.head) && then.as_ref().is_some_and(said);
        let is = extract::life(ledger, number, None)?.map(|life| life.on(Some(on)));
        let fact = |letter| statement.facts.get(&letter).map(String::as_str);
        let (name, other) = names(t.lang(), fact('a'), fact('f'), number);
        let (seq, hash) = head(page, statement);
        Ok(Self {
            number: number.clone(),
            name,
            other,
            to: page.to(&format!("/cooperatives/{number}")),
            issued: t.day(statement.issued_on),
            until: until.map(|until| t.day(until)),
            day: t.day(on),
            date: on,
            key: key.key.id().to_string(),
            seq,
            hash,
            stands,
            made: statement.issued_on <= on,
            in_time: until.is_some_and(|until| on <= until),
            good: is.is_some_and(|is| Standing::of(&is, on).is_good()),
            lines: lines(page, statement),
        })
    }

    /// Whether it holds on that day.
    pub(crate) const fn holds(&self) -> bool {
        self.stands && self.made && self.in_time && self.good
    }
}
