//! Bulletins: releases whose numbers are questions with a knowledge time, and so stay what they were.
//!
//! A release keeps its text with references instead of digits, the day, what was known, where the journal ended and a
//! seal over all its numbers. Whoever reads it asks again; what no longer fits the seal is not shown.

mod asker;
mod content;
mod draft;
mod pages;
mod print;
mod publish;
mod text;

use kernel::Lang;
use ledger::store::act;
use web::{App, Messages, Speaker};

pub use content::{Block, Document, Drawn, Row, Run, Table};
pub(crate) use pages::{index, show};
pub(crate) use print::pdf;
pub use publish::{Order, Published, Unpublished, publish};
pub use text::NotAText;

use crate::store::{self, Release};
use asker::{Asker, Number, differing};
use content::Writer;
use text::Frame;

/// A bulletin that still says what it said when it was published.
pub struct Opened {
    /// Its content in the language asked for.
    pub document: Document,
    /// Its main numbers of which today others are known: before and now.
    today: Vec<(Number, Number)>,
    /// Against the one that it corrects: before and now.
    corrected: Vec<(Number, Number)>,
}

/// All bulletins, the latest day first.
///
/// # Errors
/// When the database cannot.
pub fn releases(app: &App) -> Result<Vec<Release>, db::Error> {
    app.ledger.db().read(store::releases)
}

/// The bulletins that were published last, the last one first.
///
/// # Errors
/// When the database cannot.
pub(crate) fn latest(app: &App, count: usize) -> Result<Vec<Release>, db::Error> {
    let mut releases = releases(app)?;
    releases.sort_by_key(|release| std::cmp::Reverse(release.published_at));
    releases.truncate(count);
    Ok(releases)
}

/// Opens a bulletin in a language; none if its numbers, or the journal up to its head, are no longer what they were.
///
/// # Errors
/// When the database cannot.
pub fn open(app: &App, release: &Release, lang: Lang) -> Result<Option<Opened>, ledger::Error> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let (head, wrong) = ledger.db().read(|conn| {
        let number = release.corrects.as_ref().map(|(number, _)| number.as_str());
        let wrong = number.map(|number| store::release_of(conn, number)).transpose()?.flatten();
        Ok::<_, ledger::Error>((act(conn, release.head_seq)?, wrong))
    })?;
    let names = app.names()?;
    let projection = ledger.projection();
    let head_hash = head.map(|act| act.hash.to_string()).unwrap_or_default();
    let is_head = projection.head_at(Some(release.known)) == release.head_seq && head_hash == release.head_hash;
    let mut asker = Asker::new(&projection);
    let frame = |release: &Release| Frame { day: release.day, known: release.known, zone: ledger.zone() };
    let read = |text: &String| frame(release).read(text);
    let Ok(texts) = release.texts.iter().map(read).collect::<Result<Vec<_>, _>>() else { return Ok(None) };
    if !is_head || !asker.seal(&texts).is_ok_and(|seal| seal == release.seal) {
        return Ok(None);
    }
    let Ok(blocks) = frame(release).read(release.text(lang)) else { return Ok(None) };
    let t = Messages::new(lang, app.phrasebook());
    let speaker = Speaker { t: &t, names: &names, territory: projection.territory(), day: release.day };
    let document = Writer { speaker: &speaker, zone: ledger.zone(), asker: &mut asker }.write(&blocks)?;
    let then = asker.numbers(&blocks, None)?;
    let today = differing(&then, &asker.numbers(&blocks, Some(None))?);
    let wrong = wrong.and_then(|wrong| frame(&wrong).read(wrong.text(lang)).ok());
    let wrong = wrong.map(|blocks| asker.numbers(&blocks, None)).transpose()?;
    let corrected = wrong.map(|wrong| differing(&wrong, &then)).unwrap_or_default();
    Ok(Some(Opened { document, today, corrected }))
}
