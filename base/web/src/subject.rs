//! Subjects and acts as people read them.

use std::collections::HashMap;

use db::Conn;
use kernel::{Date, Level, Names, Territory};
use ledger::{Act, Ledger};

use crate::{App, Messages, Nomenclature, Page};

/// Finds what subjects are called, by their keys; none for one that has no name.
pub type FindNames = fn(&mut Conn, &[&str]) -> Result<Vec<Option<Names>>, db::Error>;

/// A kind of subject that people can look at.
#[derive(Clone, Copy)]
pub struct SubjectKind {
    /// What comes before the `/` of its subjects: `cooperative`.
    pub code: &'static str,
    /// Where the page of a subject is, without language and key: `cooperative/7` is at `/cooperatives/7`. None if it has none.
    pub page: Option<&'static str>,
    /// What its subjects are called.
    pub names: FindNames,
    /// What an act says beyond its kind, in a few words.
    pub tell: fn(&Speaker<'_>, &Act) -> Option<String>,
}

/// What it takes to say an act in words.
pub struct Speaker<'a> {
    /// Speaks the language of the page.
    pub t: &'a Messages,
    /// What codes are called.
    pub names: &'a Nomenclature,
    /// The places.
    pub territory: &'a Territory,
    /// The day on which places have these names.
    pub day: Date,
}

/// An act as people read it. Shown by `acts.html`.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its place in the journal.
    pub seq: i64,
    /// What happened.
    pub what: String,
    /// What it says beyond that.
    pub detail: Option<String>,
    /// Whom it is about, with the address of the page; none where the page is about one subject only.
    pub subject: Option<(String, Option<String>)>,
    /// The day on which it took effect; none if nobody knows.
    pub effective_on: Option<Date>,
    /// The day on which it was recorded.
    pub recorded_on: Date,
    /// Whether it was recorded long after it took effect.
    pub late: bool,
    /// Whether it voids another act: it then takes effect on no day of its own.
    pub is_void: bool,
    /// The act that voids it.
    pub voided_by: Option<i64>,
    /// What it adds to a figure, if it stands behind one.
    pub adds: Option<String>,
}

/// From when on an act is late: recorded more than a quarter after it took effect.
const LATE_DAYS: i32 = 92;

impl Speaker<'_> {
    /// What a value of a dimension is called in the language of the page: by its place or term, else by a message
    /// `value-DIMENSION-CODE`; the code itself if nothing is.
    pub fn value(&self, dimension: &str, code: &str) -> String {
        if code == ledger::UNKNOWN {
            return self.t.get("web-unknown");
        }
        let said = || self.t.find(&format!("value-{dimension}-{code}"));
        self.named(dimension, code).or_else(said).unwrap_or_else(|| code.to_owned())
    }

    /// What a place or a term is called; none if nobody has named it.
    pub fn named(&self, dimension: &str, code: &str) -> Option<String> {
        let names = self.names.of(self.territory, dimension, code, self.day)?;
        self.t.name(&names).map(|(_, name)| name.to_owned())
    }

    /// What a dimension is called.
    pub fn dimension(&self, code: &str) -> String {
        self.t.find(&format!("dimension-{code}")).unwrap_or_else(|| code.to_owned())
    }

    /// What a measure is called.
    pub fn measure(&self, code: &str) -> String {
        self.t.find(&format!("measure-{code}")).unwrap_or_else(|| code.to_owned())
    }

    /// A place with what kind of place it is: `Province de Kénitra` is written by no rule that holds in three languages, so
    /// the two are apart.
    pub fn place(&self, level: Level, code: &str) -> (String, String) {
        (self.dimension(level.code()), self.value("place", code))
    }
}

/// Acts in words, in their order; with whom they are about, unless the page is about one subject only.
///
/// # Errors
/// When the database cannot.
pub fn tell(app: &App, page: &Page, acts: &[Act], with_subjects: bool) -> Result<Vec<Told>, ledger::Error> {
    let ledger = &app.ledger;
    let subjects = if with_subjects { subjects(app, page, acts)? } else { HashMap::new() };
    let names = app.names()?;
    let projection = ledger.projection();
    let speaker = Speaker { t: &page.t, names: &names, territory: projection.territory(), day: ledger.today() };
    let told = acts.iter().map(|act| {
        let recorded_on = ledger.zone().to_datetime(act.recorded_at).date();
        let late = act.effective_on.is_some_and(|on| (recorded_on - on).get_days() > LATE_DAYS);
        let detail = match act.voids {
            Some(seq) => Some(page.t.with("web-told-voids", &[("seq", &page.t.number(seq))])),
            None => app.kind_of(&act.subject).and_then(|kind| (kind.tell)(&speaker, act)),
        };
        Told {
            seq: act.seq,
            what: page.t.find(&format!("act-{}", act.kind)).unwrap_or_else(|| act.kind.clone()),
            detail,
            subject: subjects.get(act.subject.as_str()).cloned(),
            effective_on: act.effective_on,
            recorded_on,
            late,
            is_void: act.voids.is_some(),
            voided_by: None,
            adds: None,
        }
    });
    Ok(told.collect())
}

/// What the subjects of acts are called, and where they are shown.
fn subjects<'a>(
    app: &App,
    page: &Page,
    acts: &'a [Act],
) -> Result<HashMap<&'a str, (String, Option<String>)>, ledger::Error> {
    let mut found = HashMap::new();
    app.ledger.db().read(|conn| -> Result<(), db::Error> {
        for act in acts {
            let (Some(kind), Some((_, key))) = (app.kind_of(&act.subject), act.subject.split_once('/')) else {
                continue;
            };
            if found.contains_key(act.subject.as_str()) {
                continue;
            }
            let names = (kind.names)(conn, &[key])?.into_iter().flatten().next();
            let name = names.as_ref().and_then(|names| page.t.name(names)).map(|(_, name)| name.to_owned());
            let address = kind.page.map(|base| page.to(&format!("{base}{key}")));
            found.insert(act.subject.as_str(), (name.unwrap_or_else(|| key.to_owned()), address));
        }
        Ok(())
    })?;
    Ok(found)
}

/// The latest acts, the last one first.
///
/// # Errors
/// When the database cannot.
pub fn latest(ledger: &Ledger, count: i64) -> Result<Vec<Act>, ledger::Error> {
    let head = ledger.projection().head();
    let seqs = (head - count + 1).max(1)..=head;
    ledger.acts(seqs.rev())
}
