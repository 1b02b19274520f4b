//! The papers of something, as its page shows them: what is there, and a form to add one.

use axum::response::Response;
use db::Conn;
use kernel::Date;

use crate::{App, AttachmentId, FileForm, Page, Problem, Visitor, Wrong};

/// The field of the form.
const FIELD: &str = "file";

/// Papers of one kind, for `papers.html`.
#[derive(Clone, Debug)]
pub struct Papers {
    /// By which the page names them.
    pub id: String,
    /// What they are, in the language of the page.
    pub title: String,
    /// Where they are added, `/fr/requests/12/files`; each is opened below it.
    pub address: String,
    /// Those that are there, the first first.
    pub there: Vec<Paper>,
    /// What may become of them by whoever looks.
    pub hold: Hold,
    /// How many megabytes a file has at most.
    pub most: String,
}

/// What may become of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Some are added, and removed again.
    Open,
    /// Some are added; what is there stays, for something was signed or decided on it.
    Grows,
    /// They stay as they are.
    Closed,
}

/// A paper that is there, as people read it.
#[derive(Clone, Debug)]
pub struct Paper {
    /// By which it is opened.
    pub id: AttachmentId,
    /// What it is.
    pub what: String,
    /// How large it is.
    pub size: String,
    /// The day on which it was added.
    pub on: Date,
}

impl Papers {
    /// The papers that are kept `with` something, under a heading, each at its address below `address`.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn with(
        app: &App,
        page: &Page,
        with: &str,
        (title, address): (&str, &str),
        hold: Hold,
    ) -> Result<Self, Problem> {
        let attachments = app.attachments()?;
        let there = app.ledger.db().read(|conn| Ok::<_, Problem>(attachments.with(conn, with)?))?;
        let paper = |file: crate::Attachment| Paper {
            what: page.t.get(&format!("web-file-{}", file.content.code())),
            // A file of a few bytes has one.
            size: page.t.with("web-file-size", &[("value", &page.t.number((file.size + 1023) / 1024))]),
            on: app.ledger.zone().to_datetime(file.at).date(),
            id: file.id,
        };
        Ok(Self {
            id: section(with),
            title: page.t.get(title),
            address: page.to(address),
            there: there.into_iter().map(paper).collect(),
            hold,
            most: page.t.number(i64::try_from(attachments.most() >> 20).unwrap_or(i64::MAX)),
        })
    }

    /// Whether there is nothing to show.
    pub const fn is_none(&self) -> bool {
        self.there.is_empty() && !self.grows()
    }

    /// Whether some may be added.
    pub const fn grows(&self) -> bool {
        !matches!(self.hold, Hold::Closed)
    }
}

/// By which a page names what is kept with something.
fn section(with: &str) -> String {
    with.replace('/', "-")
}

/// Adds the paper of a form to what is kept `with` something, or gives up the one that the form names, as far as it is `held` then:
/// that is asked within the change itself, for a file takes a while to come and to be looked through, and somebody may have been
/// faster, which is no error. Whoever calls it has asked the policies. Gives what is wrong with the paper, if it is not taken. It waits.
///
/// # Errors
/// When the form has other fields, or the database or the disk cannot.
pub fn change_papers(
    app: &App,
    mut sent: FileForm,
    with: &str,
    held: impl FnOnce(&mut Conn) -> Result<Hold, Problem>,
) -> Result<Option<Wrong>, Problem> {
    let (attachments, db) = (app.attachments()?, app.ledger.db());
    if let Some(removed) = sent.query.one("remove") {
        sent.query.finish()?;
        db.write_alone(|conn| match (held(conn)?, removed.parse()) {
            (Hold::Open, Ok(id)) => Ok(attachments.remove(conn, with, &id)?),
            _ => Ok::<_, Problem>(()),
        })?;
        return Ok(None);
    }
    let taken = sent.file(FIELD).map(|upload| attachments.take(upload));
    sent.query.finish()?;
    // There may be several such forms on a page.
    let field = format!("{FIELD}-{}", section(with));
    match taken {
        None => Ok(Some(Wrong::new(&field, "", "send a file").told("web-wrong-file-none"))),
        Some(Err(not)) => not.wrong(&field).map(Some),
        Some(Ok(taken)) => {
            db.write_alone(|conn| match held(conn)? {
                Hold::Closed => Ok::<_, Problem>(()),
                Hold::Open | Hold::Grows => Ok(attachments.keep(conn, &taken, with, None)?),
            })?;
            Ok(None)
        }
    }
}

/// The download of a paper that is kept `with` something, for somebody whom the policies let do `action`. It waits.
///
/// # Errors
/// When there is none.
pub fn open_paper(app: &App, with: &str, id: &str, reader: &Visitor, action: &str) -> Result<Response, Problem> {
    let missing = || Problem::NotFound { what: "file", id: id.to_owned(), near: Vec::new() };
    let file: AttachmentId = id.parse().map_err(|_| missing())?;
    let opened = app.attachments()?.open(with, &file, reader, action)?;
    opened.map(crate::Opened::download).ok_or_else(missing)
}
