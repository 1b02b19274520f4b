//! Who is told what is due in a cooperative: those who act for it and, while nobody does, those who acted last.

use db::Conn;
use identity::{
    AccountId, Error,
    mandate::{self, Mandate},
};
use kernel::Date;
use register::Rule;

/// The role of whoever acts for a cooperative.
const ROLE: &str = "Manager";

/// Somebody who is told what is due in a cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whom {
    pub(crate) account: AccountId,
    /// The register number of the cooperative.
    pub(crate) cooperative: String,
    /// The last day of a mandate that is over, while nobody acts for the cooperative.
    pub(crate) acted_until: Option<Date>,
}

impl Whom {
    fn of(mandate: Mandate, acted_until: Option<Date>) -> Self {
        Self { account: mandate.account, cooperative: mandate.role.id, acted_until }
    }
}

/// All who are told something on a day. The term ends, and those who ran the cooperative are still there: they are told that nobody
/// acts, for as long as the rule says, until somebody does.
pub(crate) fn all(conn: &mut Conn, today: Date) -> Result<Vec<Whom>, Error> {
    let holding = mandate::holding(conn, ROLE, today)?;
    let lapsed = lapsed(conn, today)?;
    Ok(holding.into_iter().map(|held| Whom::of(held, None)).chain(lapsed).collect())
}

/// The cooperatives of which an account is told.
pub(crate) fn of(conn: &mut Conn, account: &AccountId, today: Date) -> Result<Vec<Whom>, Error> {
    let held = mandate::of(conn, account)?.into_iter().filter(|held| held.role.kind == ROLE && held.holds(today));
    let lapsed = lapsed(conn, today)?.into_iter().filter(|one| one.account == *account);
    let mut all: Vec<_> = held.map(|held| Whom::of(held, None)).chain(lapsed).collect();
    all.sort_by(|one, other| one.cooperative.cmp(&other.cooperative));
    all.dedup_by(|one, other| one.cooperative == other.cooperative);
    Ok(all)
}

fn lapsed(conn: &mut Conn, today: Date) -> Result<Vec<Whom>, Error> {
    let Some(rule) = Rule::RemindedAfterMandateFor.on(today) else { return Ok(Vec::new()) };
    let lapsed = mandate::lapsed(conn, ROLE, (rule.begins(today), today))?;
    Ok(lapsed.into_iter().map(|mandate| (mandate.until, mandate)).map(|(until, one)| Whom::of(one, until)).collect())
}
