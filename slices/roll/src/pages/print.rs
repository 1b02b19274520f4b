//! The roll to be printed and signed, and as a workbook.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use document::{Block, Column, Document, Figure, Footer, Kind, Run, Table};
use kernel::Timestamp;
use web::{App, Cell, Messages, Page, Problem, Query, Sheet, Visitor};

use super::show::{row, tiles};
use crate::{
    book::Book,
    people::{self, People},
    roll::Membership,
};

/// `GET /{lang}/cooperatives/{number}/members/pdf`
pub(super) async fn pdf(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let (data, of) = (app.clone(), number.clone());
    let document = app.blocking(move |ledger| {
        let (book, people) = opened(&data, &page, &visitor, &of)?;
        Ok::<_, Problem>(set(&page.t, &book, &people, ledger.clock().now()))
    });
    let bytes = web::press(&document.await?).await.map_err(Problem::Unpressed)?;
    let disposition = format!("inline; filename=\"members-{number}.pdf\"");
    Ok(([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, &disposition)], bytes)
        .into_response())
}

/// `GET /{lang}/cooperatives/{number}/members/xlsx`
pub(super) async fn xlsx(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let data = app.clone();
    app.blocking(move |_| {
        let (book, people) = opened(&data, &page, &visitor, &number)?;
        let t = &page.t;
        let heads = ["name", "name_fr", "identity_number", "born_on", "sex", "phone", "since", "shares", "left"];
        let sheet = Sheet {
            lang: t.lang(),
            above: vec![format!("{} · {}", t.get("roll-title"), book.name), t.day(book.today)],
            heads: heads.iter().map(|head| t.get(&format!("roll-field-{head}"))).collect(),
            below: vec![t.get("roll-private")],
        };
        let rows = book.roll.memberships.iter().map(|member| cells(t, &book, member, &people));
        web::workbook(&format!("members-{number}"), &sheet, rows)
    })
    .await
}

/// The roll with all names.
fn opened(app: &App, page: &Page, visitor: &Visitor, number: &str) -> Result<(Book, People), Problem> {
    let book = Book::open(app, &page.t, visitor, number)?;
    let people = people::of(app, &book, book.roll.memberships.iter(), visitor)?;
    Ok((book, people))
}

/// A member as a row of the workbook.
fn cells(t: &Messages, book: &Book, member: &Membership, people: &People) -> Vec<Cell> {
    let shown = row(t, book, member, people);
    let known = people.get(&member.id).cloned().unwrap_or_default();
    let details = known.details.unwrap_or_default();
    let day = |day: Option<kernel::Date>| day.map_or(Cell::Nothing, Cell::Day);
    let kind = if member.legal_person { Some("legal") } else { member.sex.map(register::Sex::code) };
    vec![
        Cell::Text(shown.name),
        Cell::text(known.name_fr),
        Cell::text(details.identity_number.map(|number| number.to_string())),
        day(details.born_on),
        Cell::text(kind.map(|kind| t.get(&format!("roll-{kind}")))),
        Cell::text(known.phone),
        day(member.since),
        member.shares.map_or(Cell::Nothing, Cell::Number),
        Cell::text(shown.left),
    ]
}

/// The document: figures, then a line for each member with room for a signature.
fn set(t: &Messages, book: &Book, people: &People, now: Timestamp) -> Document {
    let counted = book.life.on(Some(book.today)).members_on(Some(book.today)).filter(|_| book.roll.is_open());
    let figure = |[label, value]: [String; 2]| Figure { label, value, beside: None };
    let figures = tiles(t, book, counted.as_ref()).into_iter().map(figure).collect::<Vec<_>>();
    let column = |name: &str, kind| Column { label: t.get(&format!("roll-field-{name}")), kind };
    let line = |(at, member): (i64, &Membership)| {
        let shown = row(t, book, member, people);
        let number = people.get(&member.id).and_then(|known| known.details.as_ref()?.identity_number.clone());
        vec![
            t.number(at),
            shown.name,
            number.map(|number| number.to_string()).unwrap_or_default(),
            shown.since.unwrap_or_default(),
            member.shares.map(|shares| t.number(shares)).unwrap_or_default(),
            // People sign by hand.
            String::from("\u{a0}\n\u{a0}"),
        ]
    };
    let table = Table {
        caption: None,
        columns: vec![
            column("at", Kind::Number),
            column("name", Kind::Text),
            column("identity_number", Kind::Text),
            column("since", Kind::Text),
            column("shares", Kind::Number),
            column("signature", Kind::Text),
        ],
        rows: (1..).zip(book.roll.members()).map(line).collect(),
    };
    let figures = (!figures.is_empty()).then_some(Block::Figures(figures));
    let members = [Block::Heading(t.get("roll-now")), Block::Table(table)];
    let note = Block::Note(vec![Run::Plain(t.get("roll-print-note"))]);
    let blocks = figures.into_iter().chain(members).chain(gone(t, book, people)).chain([note]);
    let footer = Footer { known: Some(t.with("roll-print-on", &[("day", &t.day(book.today))])), ..Footer::default() };
    let subtitle = Some(format!("{} · {}", book.name, book.number));
    Document { subtitle, blocks: blocks.collect(), footer, ..Document::new(t.lang(), t.get("roll-title"), now) }
}

/// Who has left, when and in which way; why somebody was excluded is not for paper.
fn gone(t: &Messages, book: &Book, people: &People) -> Vec<Block> {
    let column = |name: &str| Column { label: t.get(&format!("roll-field-{name}")), kind: Kind::Text };
    let left = book.roll.memberships.iter().filter(|member| member.left.is_some()).rev();
    let rows: Vec<_> = left
        .map(|member| row(t, book, member, people))
        .map(|row| vec![row.name, row.since.unwrap_or_default(), row.left.unwrap_or_default()])
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![column("name"), column("since"), column("left")];
    vec![Block::Heading(t.get("roll-gone")), Block::Table(Table { caption: None, columns, rows })]
}

#[cfg(test)]
mod tests {
    use identity::Details;
    use register::Departure;

    use super::*;
    use crate::{
        change,
        people::Known,
        store::Kept,
        tests::{Journal, TODAY, words},
    };

    #[test]
    fn the_printed_roll_names_who_is_on_it_and_of_who_was_excluded_says_only_that() {
        let mut journal = Journal::new();
        let roll = journal.roll();
        let acts = change::leaving(&roll, roll.present("m4").unwrap(), Departure::Excluded, None).unwrap();
        journal.say(TODAY, &acts);
        let book = Book {
            number: "KEN-000001".into(),
            name: "Miel".into(),
            seq: 9,
            roll: journal.roll(),
            life: journal.life(),
            today: TODAY,
            keeps: false,
            on_paper: false,
        };
        let known = |n: usize| {
            let details = Details {
                name: format!("Amina {n} Secrete").parse().ok(),
                identity_number: format!("GK10000{n}").parse().ok(),
                ..Details::default()
            };
            let member = format!("m{n}");
            (
                member.clone(),
                Known { kept: Kept { member, ..Kept::default() }, details: Some(details), ..Known::default() },
            )
        };
        let document = set(&words(), &book, &(0..5).map(known).collect(), Timestamp::UNIX_EPOCH);
        let tables: Vec<_> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
            .collect();
        let [here, gone] = <[&Table; 2]>::try_from(tables).unwrap();
        let names: Vec<_> = here.rows.iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
        let expected = (0..4).map(|n| (format!("Amina {n} Secrete"), format!("GK10000{n}"))).collect::<Vec<_>>();
        assert_eq!(names, expected.iter().map(|(name, number)| (&**name, &**number)).collect::<Vec<_>>());
        assert_eq!(gone.rows, [["Amina 4 Secrete", "1er mars 2026", "Exclusion · 1er mars 2026"]]);
    }
}
