//! What is against a request, were it accepted now: why it cannot be recorded, and what rules say of the state after it.

use db::Conn;
use kernel::{Currency, Date};
use ledger::{Act, Error, Refusal, standing};
use web::Messages;

use super::{Request, kind, voiding};
use crate::{
    Breach, Cooperative, Duty, Finding, Life, Mark, Standing, Threshold, What,
    acts::{CooperativeAct, OrganAppointed},
    breaches, findings,
    objection::Objection,
};

/// How many duties that begin with it are told: a cooperative that comes back may have all of its years to file.
const DUTIES_MAX: usize = 5;

/// What a rule says of what is asked for.
pub(super) enum Says {
    /// Of the state after it.
    State(Finding),
    /// Of accounts.
    Accounts(Breach, Currency),
    /// What would be overdue then and is not now.
    Due(Duty),
}

impl Says {
    /// The rule; none if an act asks for it.
    pub(super) const fn rule(&self) -> Option<&'static Threshold> {
        match self {
            Self::State(found) => Some(found.rule),
            Self::Accounts(breach, _) => Some(breach.rule),
            Self::Due(duty) => duty.rule,
        }
    }

    /// Whether it cannot be accepted: a confirmed rule says so. What is to be done afterwards stops nothing.
    pub(super) fn stops(&self) -> bool {
        !matches!(self, Self::Due(_)) && self.rule().is_some_and(Threshold::is_confirmed)
    }

    /// In words.
    pub(super) fn tell(&self, t: &Messages) -> String {
        match self {
            Self::State(found) => found.tell(t),
            Self::Accounts(breach, currency) => {
                let amount = |minor| t.amount(minor, *currency);
                let said = breach.said_minor.map_or_else(|| t.get("register-breach-nothing"), amount);
                let texts = [("said", said.as_str()), ("asked", &amount(breach.asked_minor))];
                t.with(&format!("register-breach-{}", breach.rule.rule), &texts)
            }
            Self::Due(duty) => t.with("register-effect-due", &[("what", &duty.tell(t))]),
        }
    }
}

/// What rules say of a request that makes one life of the other.
pub(super) fn says(before: &Life, after: &Life, asked: &Request, today: Date) -> Vec<Says> {
    let life = after;
    let (before, after) = (&before.last(), &after.last());
    let said = CooperativeAct::read(&asked.kind, &asked.body).ok();
    let since = match said {
        Some(CooperativeAct::OrganAppointed(OrganAppointed { .. })) => Some(asked.effective_on),
        _ => None,
    };
    let state = findings(before, after, since, today).into_iter().map(Says::State);
    let accounts = match said {
        Some(CooperativeAct::AccountsFiled(accounts)) => {
            breaches(&accounts, life).into_iter().map(|breach| Says::Accounts(breach, accounts.currency)).collect()
        }
        _ => Vec::new(),
    };
    let late = |state: &Cooperative| {
        let standing = Standing::of(state, today);
        let late = [Mark::Missing, Mark::Warning].map(|mark| standing.marked(mark).copied().collect::<Vec<_>>());
        late.concat()
    };
    let known = late(before);
    // Of members and capital the state says more.
    let is_new = |duty: &Duty| {
        !matches!(duty.what, What::Members | What::Capital) && !known.iter().any(|one| one.what == duty.what)
    };
    let due = late(after).into_iter().filter(is_new).take(DUTIES_MAX).map(Says::Due);
    state.chain(accounts).chain(due).collect()
}

/// Why it cannot be recorded though the ledger would, if so. `acts` are those of the cooperative without it.
///
/// # Errors
/// When the database cannot, or an act cannot be read.
pub(super) fn refusal(conn: &mut Conn, acts: &[Act], asked: &Request) -> Result<Option<Refusal>, Error> {
    if let Some(act) = asked.voids {
        return Ok(voiding::refused(&asked.kind, acts, act).err());
    }
    let said = CooperativeAct::read(&asked.kind, &asked.body).map_err(|error| Error::Broken(error.to_string()))?;
    let Some(life) = Life::of(&standing(acts)).map_err(Error::Broken)? else { return Ok(None) };
    let objection = kind::objection(&said, &life.on(Some(asked.effective_on)), &life.last());
    let objection = objection.map_or_else(|| kind::is_taken(conn, &asked.number, &said), |found| Ok(Some(found)))?;
    Ok(objection.map(Into::into))
}

/// The confirmed rule that stops it, if one does. `act` is what it becomes.
///
/// # Errors
/// When an act cannot be read.
pub(super) fn stopped(acts: &[Act], act: Act, asked: &Request, today: Date) -> Result<Option<Refusal>, Error> {
    let all: Vec<Act> = acts.iter().cloned().chain([act]).collect();
    let life = |acts: &[Act]| Life::of(&standing(acts)).map_err(Error::Broken);
    let (Some(before), Some(after)) = (life(acts)?, life(&all)?) else { return Ok(None) };
    let says = says(&before, &after, asked, today);
    let rule = says.iter().find(|says| says.stops()).and_then(Says::rule);
    Ok(rule.map(|rule| Objection::AgainstRule(rule.rule).into()))
}
