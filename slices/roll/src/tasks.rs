//! Cooperatives for which nobody acts any more: the desk shows them to those who can let somebody act.

use db::Conn;
use identity::{Error, mandate};
use jiff::civil::date;
use kernel::{Date, Names};
use register::store::{self as cooperatives, Listed};
use web::{App, Page, Problem, Task, Visitor};

use crate::book::resource;

/// The heading of the desk under which they stand.
const UNDER: &str = "register-desk-unattended";

/// The cooperatives whose last mandate was over on its day, of those for which whoever asks may let somebody act.
pub(crate) fn tasks(app: &App, page: &Page, visitor: &Visitor) -> Result<Vec<Task>, Problem> {
    // Most who look at the desk are no agents, and need no list of all cooperatives.
    if !visitor.0.roles.iter().any(|role| role.kind == "Agent") {
        return Ok(Vec::new());
    }
    let ledger = &app.ledger;
    let lapsed = ledger.db().read(|conn| lapsed(conn, ledger.today()))?;
    let mine = lapsed.into_iter().filter(|(listed, _)| {
        let cooperative = resource(ledger, &listed.number, listed.place.as_deref());
        app.policies().permits(&visitor.0, "give_mandate", &cooperative).is_ok()
    });
    Ok(mine.map(|(listed, until)| task(page, listed, until)).collect())
}

/// The cooperatives of the register for which nobody acts though somebody did, each with the first day of that.
fn lapsed(conn: &mut Conn, today: Date) -> Result<Vec<(Listed, Date)>, Error> {
    let mut lapsed = mandate::lapsed(conn, "Manager", (date(1, 1, 1), today))?;
    lapsed.sort_by(|one, other| one.role.id.cmp(&other.role.id));
    lapsed.dedup_by(|one, other| one.role.id == other.role.id);
    let mut all = Vec::new();
    for mandate in lapsed {
        let listed = cooperatives::by_number(conn, &mandate.role.id)?.filter(|listed| !listed.removed);
        let since = mandate.until.and_then(|until| until.tomorrow().ok());
        all.extend(listed.zip(since));
    }
    Ok(all)
}

fn task(page: &Page, listed: Listed, since: Date) -> Task {
    let t = &page.t;
    let names = Names { ar: listed.name_ar, fr: listed.name_fr, en: None };
    Task {
        under: UNDER,
        what: t.with("roll-acting-nobody", &[("day", &t.day(since))]),
        title: t.name(&names).map_or_else(|| listed.number.clone(), |(_, name)| name.to_owned()),
        path: format!("/cooperatives/{}/acting", listed.number),
        filed_on: since,
        until: None,
    }
}
