//! Rounds, one a day, as long as the program runs.

use std::time::Duration;

use kernel::Date;
use web::{App, Chore};

use crate::{Round, round};

/// How often it is looked whether a round is to be made.
const LOOK: Duration = Duration::from_secs(10 * 60);
/// The hours of the day in which people are written to: nobody's telephone should ring at night.
const HOURS: std::ops::Range<i8> = 8..20;

/// Makes a round a day, by day, until what it gives is dropped.
///
/// # Errors
/// When the system gives no thread.
pub fn start(app: App) -> std::io::Result<Chore> {
    let mut last = None;
    Chore::start("reminders", LOOK, move || {
        if let Some(today) = today(&app)
            && last != Some(today)
            && is_made(&app)
        {
            last = Some(today);
        }
    })
}

/// The day, in the hours in which people are written to.
fn today(app: &App) -> Option<Date> {
    let here = app.ledger.zone().to_datetime(app.ledger.clock().now());
    HOURS.contains(&here.hour()).then(|| here.date())
}

/// Makes a round. Tells whether it went to its end; one that did not is made again.
fn is_made(app: &App) -> bool {
    match round(app) {
        Ok(Round { posted, unreachable }) => {
            tracing::info!(posted, unreachable, "reminders were posted");
            true
        }
        Err(problem) => {
            tracing::error!(?problem, "reminders cannot be posted");
            false
        }
    }
}
