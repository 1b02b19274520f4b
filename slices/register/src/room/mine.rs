//! The cooperatives for which somebody acts, with what is due next in each: the desk begins with them.

use ledger::Ledger;
use web::{Messages, Problem, Visitor};

use super::line::Line;
use crate::{agenda_of_the_year, desk::pages as desk, extract};

/// A cooperative for which somebody acts.
pub(crate) struct Mine {
    pub(crate) number: String,
    pub(crate) name: String,
    /// How much is overdue.
    pub(crate) overdue: i64,
    /// What comes next; none if nothing is to come.
    pub(crate) next: Option<Line>,
}

/// The cooperatives for which whoever looks acts today.
pub(crate) fn mine(ledger: &Ledger, t: &Messages, visitor: &Visitor) -> Result<Vec<Mine>, Problem> {
    let today = ledger.today();
    let mut mine = Vec::new();
    for number in visitor.0.roles.iter().filter(|role| role.kind == "Manager").map(|role| &role.id) {
        let (Some((name, _)), Some(life)) = (desk::found(ledger, t, number)?, extract::life(ledger, number, None)?)
        else {
            continue;
        };
        let now = life.on(Some(today));
        let duties = ledger.db().read(|conn| agenda_of_the_year(conn, number, &now, today))?;
        let overdue = duties.iter().filter(|duty| duty.is_overdue(today)).count();
        let next = duties.iter().filter(|duty| !duty.is_overdue(today)).min_by_key(|duty| duty.until);
        mine.push(Mine {
            overdue: i64::try_from(overdue).unwrap_or(i64::MAX),
            next: next.map(|duty| Line::of(t, number, duty, today)),
            number: number.clone(),
            name,
        });
    }
    Ok(mine)
}
