//! A round: whoever acts for a cooperative is told what came nearer there since the last one.

use std::sync::Arc;

use db::Conn;
use identity::{Account, Error, Site, Vault, account, outbox};
use kernel::{Date, Timestamp};
use ledger::{Ledger, standing, store as journal};
use register::{Cooperative, Duty, Life, agenda, store::subject};
use web::{App, Fault, Messages, Problem};

use crate::{
    Stage,
    letter::{Item, Letter, name_of},
    store::{self, Told},
    whom::{self, Whom},
};

/// Held while an account is told: programs that share a server tell one after the other.
const LOCK: i64 = 0x7265_6d69_6e64; // "remind"

/// How a round went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// How many messages were posted.
    pub posted: u32,
    /// Whom nobody can reach: neither by mail nor by telephone.
    pub unreachable: u32,
}

/// Tells each account that acts for a cooperative today, or acted last while nobody does, what came nearer there and that nobody
/// told it before. Each message is posted together with the note that it was: a round that is cut off goes on where it was, and two at
/// once tell nothing twice.
///
/// # Errors
/// When the database cannot, an act cannot be read, or the master key is missing.
pub fn round(app: &App) -> Result<Round, Problem> {
    let (ledger, today) = (&app.ledger, app.ledger.today());
    let whom = ledger.db().read(|conn| whom::all(conn, today))?;
    let mut round = Round::default();
    if whom.is_empty() {
        return Ok(round);
    }
    let (site, vault) = (site(app)?, Site::vault_of(app)?);
    for one in whom {
        let read = ledger.db().read(|conn| {
            let refused = store::is_refused(conn, &one.account)?;
            Ok::<_, Error>(account::by_id(conn, &one.account)?.filter(|_| !refused))
        })?;
        let Some(account) = read.filter(|account| account.closed_at.is_none()) else { continue };
        let Some(cooperative) = cooperative(ledger, &one.cooperative, today)? else { continue };
        let t = Messages::new(account.language, app.phrasebook());
        let told = |conn: &mut Conn| {
            let moment = (today, ledger.clock().now());
            tell(conn, (&vault, &site, &t), &account, (&one, &cooperative), moment)
        };
        match ledger.db().write_alone(told)? {
            Outcome::Posted => round.posted += 1,
            Outcome::Unreachable => round.unreachable += 1,
            Outcome::Nothing => {}
        }
    }
    Ok(round)
}

/// Where the program runs.
pub(crate) fn site(app: &App) -> Result<Arc<Site>, Problem> {
    app.data::<Site>().ok_or_else(|| Problem::Fault(Fault::says("nobody said where the program runs")))
}

/// What a cooperative is on a day; none if there is none.
pub(crate) fn cooperative(ledger: &Ledger, number: &str, on: Date) -> Result<Option<Cooperative>, Problem> {
    let acts = ledger.db().read(|conn| journal::acts_of(conn, &subject(number)))?;
    let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
    Ok(life.map(|life| life.on(Some(on))))
}

/// How somebody was told.
enum Outcome {
    Posted,
    /// There is nothing new.
    Nothing,
    /// Nobody knows an address or a number.
    Unreachable,
}

/// Tells an account what came nearer in a cooperative.
fn tell(
    conn: &mut Conn,
    (vault, site, t): (&Vault, &Site, &Messages),
    account: &Account,
    (whom, cooperative): (&Whom, &Cooperative),
    (today, now): (Date, Timestamp),
) -> Result<Outcome, Error> {
    conn.lock(LOCK)?;
    let number = &whom.cooperative;
    let duties = agenda(conn, number, cooperative, today)?;
    let mut items = Vec::new();
    for (told, item) in near(&duties, number, today) {
        if !store::is_noted(conn, &account.id, &told)? {
            items.push((told, item));
        }
    }
    if items.is_empty() {
        return Ok(Outcome::Nothing);
    }
    let (told, items): (Vec<_>, Vec<_>) = items.into_iter().unzip();
    let name = name_of(t, cooperative, number);
    let letter = Letter::new(t, &site.address, (number, &name), whom.acted_until, &items);
    let texts = outbox::Texts { subject: &letter.subject, mail: &letter.mail, sms: &letter.sms };
    if outbox::tell(conn, vault, account, &texts, now)?.is_none() {
        return Ok(Outcome::Unreachable);
    }
    for one in &told {
        store::note(conn, &account.id, one, now)?;
    }
    Ok(Outcome::Posted)
}

/// The duties that are near their last day or just over it, the nearest first.
fn near<'a>(duties: &'a [Duty], number: &str, today: Date) -> Vec<(Told, Item<'a>)> {
    let near = duties.iter().filter_map(|duty| {
        let until = duty.until?;
        let stage = Stage::on(until, today)?;
        Some((
            Told { cooperative: number.to_owned(), duty: duty.what.key(), until, stage },
            Item { duty, until, stage },
        ))
    });
    let mut near: Vec<_> = near.collect();
    near.sort_by_key(|(told, _)| told.until);
    near
}
