//! A granted name is kept for its founders until a day. A month before, whoever prepares the project is told, once.

use std::{io, ops::Range, time::Duration};

use db::Conn;
use jiff::{ToSpan, tz::TimeZone};
use kernel::Date;
use register::shortened;
use web::{App, Chore, Messages, Messenger, Notice, Problem};

use crate::{dossier::Dossier, store, submission::Granted};

#[cfg(test)]
mod tests;

/// How many days before its last day founders are told: time enough to hand in the file, as with all that is due within a month.
const DAYS_BEFORE: i32 = 30;
/// How often it is looked whether a round is to be made.
const LOOK: Duration = Duration::from_secs(10 * 60);
/// The hours of the day in which people are written to: nobody's telephone should ring at night.
const HOURS: Range<i8> = 8..20;
/// Held while somebody is told: programs that share a server tell one after the other.
const LOCK: i64 = 0x6e61_6d65_656e; // "nameen"

/// Tells founders whose name is kept for a month only, once a day, until what it gives is dropped.
///
/// # Errors
/// When the system gives no thread.
pub fn start(app: App) -> io::Result<Chore> {
    let mut last = None;
    Chore::start("names", LOOK, move || {
        let here = app.ledger.zone().to_datetime(app.ledger.clock().now());
        if !HOURS.contains(&here.hour()) || last == Some(here.date()) {
            return;
        }
        match round(&app) {
            Ok(posted) => {
                tracing::info!(posted, "founders were told that a name ends");
                last = Some(here.date());
            }
            Err(problem) => tracing::error!(?problem, "founders cannot be told that a name ends"),
        }
    })
}

/// Tells of each name that ends soon, and of which nobody was told. Each message is posted together with the note that it was: a round
/// that is cut off goes on where it was, and two at once tell nothing twice. Gives how many messages were posted.
fn round(app: &App) -> Result<u32, Problem> {
    let (ledger, today) = (&app.ledger, app.ledger.today());
    let zone = ledger.zone();
    let near = ledger.db().read(|conn| near(conn, zone, today))?;
    if near.is_empty() {
        return Ok(0);
    }
    let (messenger, mut posted) = (app.messenger()?, 0);
    for Ending { submission, .. } in near {
        posted += ledger.db().write_alone::<_, Problem>(|conn| {
            conn.lock(LOCK)?;
            // Others may have told it, or handed in the file, since.
            let ending = near_one(conn, zone, submission, today)?;
            ending.map_or(Ok(0), |ending| tell(conn, messenger, &ending, ledger.clock().now()))
        })?;
    }
    Ok(posted)
}

/// A name that ends soon.
struct Ending {
    /// What was handed in for it.
    submission: i64,
    dossier: Dossier,
    granted: Granted,
    until: Date,
}

fn near(conn: &mut Conn, zone: &TimeZone, today: Date) -> db::Result<Vec<Ending>> {
    let mut near = Vec::new();
    for submission in store::untold(conn)? {
        near.extend(near_one(conn, zone, submission, today)?);
    }
    Ok(near)
}

/// A name of which nobody was told, if it ends soon and its founders can still do something about it: not while others have the file
/// in hand, once it is a cooperative, or after they were granted another.
fn near_one(conn: &mut Conn, zone: &TimeZone, submission: i64, today: Date) -> db::Result<Option<Ending>> {
    let Some(name) = store::submission(conn, submission)?.filter(|one| one.told_at.is_none()) else { return Ok(None) };
    let dossier = Dossier::read(conn, name.project, zone)?.filter(|dossier| !dossier.is_closed());
    let granted = name.decided::<Granted>();
    let ending = dossier.zip(granted).and_then(|(dossier, granted)| {
        let until = granted.until?;
        let is_near = until.saturating_sub(DAYS_BEFORE.days()) <= today && today <= until;
        let is_last = dossier.name().is_some_and(|last| last.number == granted.number);
        (is_near && is_last).then_some(Ending { submission, dossier, granted, until })
    });
    Ok(ending)
}

/// Tells whoever opened the project and those who help with it. It is noted once anybody can be reached.
fn tell(conn: &mut Conn, messenger: &dyn Messenger, ending: &Ending, now: kernel::Timestamp) -> Result<u32, Problem> {
    let project = &ending.dossier.project;
    let mut posted = 0;
    for account in std::iter::once(project.opened_by.as_str()).chain(ending.dossier.helping()) {
        let is_told = messenger.tell(conn, account, &|t| notice(t, ending))?;
        posted += u32::from(is_told);
    }
    if posted > 0 {
        store::note_told(conn, ending.submission, now)?;
    }
    Ok(posted)
}

fn notice(t: &Messages, ending: &Ending) -> Notice {
    let (name, day) = (ending.granted.name.tell(), t.day(ending.until));
    let of = |key: &str, name: &str| t.with(key, &[("name", name), ("day", &day)]);
    Notice {
        subject: of("founding-letter-ending-subject", &shortened(&name)),
        says: format!("{}\n\n{}", of("founding-letter-ending", &name), t.get("founding-letter-ending-how")),
        path: format!("/projects/{}", ending.dossier.project.id),
    }
}
