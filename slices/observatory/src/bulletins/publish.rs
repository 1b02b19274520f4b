//! Publishing a bulletin: once, and the same question for ever.

use kernel::{Date, Known, Lang, Level, Place, Timestamp};
use ledger::{Ledger, Projection, Question, store::act};
use web::{App, Messages, Speaker};

use super::{
    asker::Asker,
    draft::Draft,
    text::{Frame, NotAText},
};
use crate::{
    address,
    store::{self, Release},
};

/// What is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// The year of the country, or of a place in it by its kind and code.
    Year {
        /// The place; none for the country.
        place: Option<(Level, String)>,
        /// The year, which must be over.
        year: i16,
        /// As known when; none for what is known now.
        known: Known,
    },
    /// A correction of a bulletin.
    Correction {
        /// The number of the one that it corrects.
        number: String,
        /// Why.
        why: String,
        /// As known when; none for what is known now.
        known: Known,
    },
}

/// What publishing has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// There is a new bulletin with this number.
    New(String),
    /// It was published before, under this number; nothing was changed.
    Before(String),
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum Unpublished {
    /// The rules say no.
    #[error("{0}")]
    Refused(String),
    /// A text cannot be read.
    #[error(transparent)]
    Text(#[from] NotAText),
    /// The ledger cannot, or does not want to.
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    /// The database cannot.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// An order with everything that follows from it.
struct Job {
    number: String,
    level: Level,
    place: String,
    day: Date,
    known: Timestamp,
    published_at: Timestamp,
    corrects: Option<(String, String)>,
}

/// Publishes a bulletin. The same order again changes nothing.
///
/// # Errors
/// The refusal of an order that cannot be met, or a fault of the database.
pub fn publish(app: &App, order: &Order) -> Result<Published, Unpublished> {
    let ledger = &app.ledger;
    ledger.refresh()?;
    let releases = ledger.db().read(store::releases)?;
    let job = match job(ledger, order, &releases)? {
        Ok(job) => job,
        Err(before) => return Ok(Published::Before(before)),
    };
    let release = written(app, job)?;
    let number = release.number.clone();
    ledger.db().write(move |conn| store::add(conn, &release))?;
    Ok(Published::New(number))
}

/// What is to be done, or the number under which it was done before.
fn job(ledger: &Ledger, order: &Order, releases: &[Release]) -> Result<Result<Job, String>, Unpublished> {
    let published_at = ledger.clock().now();
    // What is recorded from now on is not known.
    let just_now = Timestamp::from_microsecond(published_at.as_microsecond() - 1).unwrap_or(published_at);
    let at = |known: Known| match known {
        Some(known) if known >= published_at => {
            Err(refused("what will be known is not known yet: give a moment in the past, or none".to_owned()))
        }
        known => Ok(known.unwrap_or(just_now)),
    };
    let same = |release: &Release, known: Known| known.is_none_or(|known| known == release.known);
    match order {
        Order::Year { place, year, known } => {
            let (level, place) = place_of(ledger, place.as_ref())?;
            let day = Date::new(*year, 12, 31).map_err(|_| refused(format!("{year} is no year")))?;
            if day >= ledger.today() {
                return Err(refused(format!("the year {year} is not over")));
            }
            let number = format!("{year}-{place}");
            if let Some(before) = releases.iter().find(|release| release.number == number) {
                let on = address::known(Some(before.known), ledger.zone()).unwrap_or_default();
                return if same(before, *known) {
                    Ok(Err(number))
                } else {
                    Err(refused(format!(
                        "{number} is published, as known on {on}: correct it with `twiza bulletin correct {number}`"
                    )))
                };
            }
            Ok(Ok(Job { number, level, place, day, known: at(*known)?, published_at, corrects: None }))
        }
        Order::Correction { number, why, known } => {
            let wrong = releases.iter().find(|release| release.number == *number);
            let wrong = wrong.ok_or_else(|| refused(format!("there is no bulletin {number}")))?;
            let corrects = |release: &&Release| release.corrects.as_ref().is_some_and(|(of, _)| of == number);
            if let Some(later) = releases.iter().find(corrects) {
                let is_same = same(later, *known) && later.corrects.as_ref().is_some_and(|(_, said)| said == why);
                let says = format!("{number} was corrected by {}: correct that one", later.number);
                return if is_same { Ok(Err(later.number.clone())) } else { Err(refused(says)) };
            }
            let base = format!("{}-{}", wrong.day.year(), wrong.place);
            let issue = releases.iter().filter(|release| release.day == wrong.day && release.place == wrong.place);
            let number = format!("{base}-{}", issue.count() + 1);
            let corrects = Some((wrong.number.clone(), why.clone()));
            let (level, place, day) = (wrong.level, wrong.place.clone(), wrong.day);
            Ok(Ok(Job { number, level, place, day, known: at(*known)?, published_at, corrects }))
        }
    }
}

/// The place of an order, which must exist.
fn place_of(ledger: &Ledger, place: Option<&(Level, String)>) -> Result<(Level, String), Unpublished> {
    let projection = ledger.projection();
    let mut places = projection.territory().on(ledger.today());
    let wanted = |found: &Place| match place {
        None => found.level == Level::Country,
        Some((level, code)) => found.level == *level && found.code == *code,
    };
    let found = places.find(|found| wanted(found)).map(|found| (found.level, found.code.clone()));
    found.ok_or_else(|| {
        let (level, code) = place.map_or((Level::Country, ""), |(level, code)| (*level, code.as_str()));
        refused(format!("there is no {level} {code}: `twiza figures cooperatives --by {level}` names those there are"))
    })
}

/// The bulletin with its texts and its seal.
fn written(app: &App, job: Job) -> Result<Release, Unpublished> {
    let ledger = &app.ledger;
    let names = app.names()?;
    let projection = ledger.projection();
    let head_seq = projection.head_at(Some(job.known));
    let mut asker = Asker::new(&projection);
    let question = Question::on("cooperatives", job.day).known(Some(job.known));
    let question = match job.level {
        Level::Country => question,
        level => question.only(level.code(), &job.place),
    };
    if asker.ask(&question).map_err(ledger::Error::from)?.total() == 0 {
        let on = address::known(Some(job.known), ledger.zone()).unwrap_or_default();
        return Err(refused(format!("nothing was known on {on} of cooperatives in {} on {}", job.place, job.day)));
    }
    let texts = Lang::ALL.map(|lang| draft(app, &projection, &mut asker, &job, &question, &names, lang));
    let [ar, fr, en] = texts;
    let texts = [ar?, fr?, en?];
    let frame = Frame { day: job.day, known: job.known, zone: ledger.zone() };
    let read = texts.iter().map(|text| frame.read(text)).collect::<Result<Vec<_>, _>>()?;
    let seal = asker.seal(&read).map_err(ledger::Error::from)?;
    drop(projection);
    let head = ledger.db().read(|conn| act(conn, head_seq))?;
    let head_hash = head.map(|act| act.hash.to_string()).unwrap_or_default();
    let Job { number, level, place, day, known, published_at, corrects } = job;
    Ok(Release { number, level, place, day, known, published_at, head_seq, head_hash, texts, seal, corrects })
}

fn draft(
    app: &App,
    projection: &Projection,
    asker: &mut Asker<'_>,
    job: &Job,
    question: &Question,
    names: &web::Nomenclature,
    lang: Lang,
) -> Result<String, ledger::Error> {
    let t = Messages::new(lang, app.phrasebook());
    let speaker = Speaker { t: &t, names, territory: projection.territory(), day: job.day };
    let has = |measure: &str| projection.schema().measure(measure).is_some();
    let Job { level, place, day, .. } = job;
    let mut draft = Draft { speaker: &speaker, asker, has: &has, level: *level, place, question, day: *day };
    Ok(draft.write()?)
}

const fn refused(says: String) -> Unpublished {
    Unpublished::Refused(says)
}
