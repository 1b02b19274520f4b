//! The court in whose local register a project is entered: that of the province of its seat, known here by its clerks. Where none of
//! them uses Twiza, the court has the file on paper, and the delegation records its entry from the paper copy.

use db::Conn;
use identity::{Error, account, mandate};
use kernel::Date;
use ledger::Ledger;

use crate::{dossier::Dossier, submission::Kind};

/// The action of who records from paper what a court entered.
pub(crate) const RECORD: &str = "record_filing";

/// Whether no clerk of the court of a project uses Twiza. Where nobody knows which court it is, that cannot be said.
///
/// # Errors
/// When the database cannot.
pub(crate) fn is_away(ledger: &Ledger, dossier: &Dossier) -> Result<bool, Error> {
    let today = ledger.today();
    let Some(province) = dossier.province(ledger.projection().territory(), today) else { return Ok(false) };
    ledger.db().read(|conn| Ok(!has_clerk(conn, &province, today)?))
}

/// Whether a clerk of the court of a province can come in.
fn has_clerk(conn: &mut Conn, province: &str, today: Date) -> Result<bool, Error> {
    for mandate in mandate::holding(conn, "Clerk", today)?.iter().filter(|mandate| mandate.role.id == province) {
        if account::by_id(conn, &mandate.account)?.is_some_and(|account| account.closed_at.is_none()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A project as policies see it where somebody decides about something that was handed in.
///
/// # Errors
/// As [`is_away`].
pub(crate) fn resource(ledger: &Ledger, dossier: &Dossier, kind: Kind) -> Result<authz::Resource, Error> {
    let resource = dossier.resource(ledger.projection().territory(), ledger.today());
    Ok(match kind {
        Kind::Filing => resource.with("court_away", is_away(ledger, dossier)?),
        Kind::Name | Kind::Entry => resource,
    })
}
