//! The room of a cooperative: what it sees of itself beyond what everyone sees. Those come in who may see its requests.

mod calendar;
mod certificate;
mod governance;
mod ics;
mod line;
mod mine;
mod standing;
mod store;

use axum::{Router, routing::get};
use kernel::Date;
use web::{App, Messages, Problem, Visitor};

pub(crate) use certificate::Checked;
pub(crate) use line::Lines;
pub(crate) use mine::{Mine, mine};
pub(crate) use store::certificate;

use crate::{Cooperative, Life, desk::pages as desk, extract};

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/cooperatives/{number}/calendar.ics", get(calendar::ics))
        .route("/cooperatives/{number}/governance", get(governance::show))
        .route("/cooperatives/{number}/standing", get(standing::show))
        .route("/cooperatives/{number}/standing/certificate", get(certificate::pdf))
}

/// A cooperative as its room shows it.
pub(crate) struct Room {
    number: String,
    name: String,
    /// The last act that counts.
    seq: i64,
    life: Life,
    today: Date,
}

impl Room {
    /// Opens the room of a cooperative to whoever may see its requests.
    ///
    /// # Errors
    /// When there is no such cooperative, or it is another's.
    fn open(app: &App, t: &Messages, visitor: &Visitor, number: String) -> Result<Self, Problem> {
        let ledger = &app.ledger;
        let Some((name, place)) = desk::found(ledger, t, &number)? else {
            return Err(desk::missing("cooperative", number));
        };
        visitor.may(app, "see_requests", &desk::resource(ledger, &number, place.as_deref()))?;
        ledger.refresh()?;
        let seq = ledger.projection().head_at(None);
        let Some(life) = extract::life(ledger, &number, Some(seq))? else {
            return Err(desk::missing("cooperative", number));
        };
        Ok(Self { number, name, seq, life, today: ledger.today() })
    }

    /// What it is today.
    fn now(&self) -> Cooperative {
        self.life.on(Some(self.today))
    }
}
