//! Tells the owners of accounts what was decided, for slices that know no people.

use std::sync::Arc;

use db::Conn;
use web::{App, Fault, Messages, Messenger, Notice, Phrasebook};

use super::{Texts, tell};
use crate::{AccountId, Error, Site, account};

/// Puts what is decided into the outbox, in the language of whom it concerns.
pub struct Courier {
    ledger: ledger::Ledger,
    phrasebook: Arc<Phrasebook>,
    site: Arc<Site>,
}

impl Courier {
    /// For a program that was told where it runs.
    ///
    /// # Errors
    /// When it was not.
    pub fn of(app: &App) -> Result<Self, web::Problem> {
        Ok(Self { ledger: app.ledger.clone(), phrasebook: Arc::clone(app.phrasebook()), site: Site::of(app)? })
    }

    fn tell(&self, conn: &mut Conn, account: &str, notice: &dyn Fn(&Messages) -> Notice) -> Result<bool, Error> {
        let Ok(id) = account.parse::<AccountId>() else { return Ok(false) };
        let known = account::by_id(conn, &id)?.filter(|account| account.closed_at.is_none());
        let Some(account) = known else { return Ok(false) };
        // Whoever is asked about has an account, and thus a key is in force: nothing is written here but by the caller.
        let vault = self.site.vault(&self.ledger)?;
        let t = Messages::new(account.language, &self.phrasebook);
        let Notice { subject, says, path } = notice(&t);
        let page = format!("{}/{}{path}", self.site.address, t.lang());
        let (subject, says) = (plain(&subject), plain(&says));
        let (mail, sms) = (format!("{says}\n\n{page}\n"), format!("{subject}\n{page}"));
        let texts = Texts { subject: &subject, mail: &mail, sms: &sms };
        Ok(tell(conn, &vault, &account, &texts, self.ledger.clock().now())?.is_some())
    }
}

impl Messenger for Courier {
    fn tell(&self, conn: &mut Conn, account: &str, notice: &dyn Fn(&Messages) -> Notice) -> Result<bool, Fault> {
        Self::tell(self, conn, account, notice).map_err(Fault::new)
    }
}

/// Without the marks that isolate names on a page: telephones show them as boxes.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}
