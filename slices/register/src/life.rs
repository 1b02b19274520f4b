//! The life of a cooperative: its state after each of its acts.

use kernel::Date;
use ledger::Act;

use crate::{acts::CooperativeAct, cooperative::Cooperative, fold};

/// A cooperative and what it was on any day.
#[derive(Clone, Debug)]
pub struct Life {
    first: Cooperative,
    /// What happened after its registration, by effective date.
    acts: Vec<(Option<Date>, CooperativeAct)>,
}

impl Life {
    /// The life that acts tell, in the order of [`ledger::standing`]; none if the cooperative was never registered.
    ///
    /// # Errors
    /// When an act cannot be read.
    pub fn of(acts: &[&Act]) -> Result<Option<Self>, String> {
        let mut acts = fold::read(acts)?;
        let registration = acts.iter().position(|(_, act)| matches!(act, CooperativeAct::Registered(_)));
        let Some(registration) = registration else { return Ok(None) };
        let (on, registered) = acts.remove(registration);
        let CooperativeAct::Registered(registered) = registered else { return Ok(None) };
        // A removal on an unknown day ends the life, whatever else is known.
        acts.sort_by_key(|(on, act)| on.is_none() && fold::removes(act));
        Ok(Some(Self { first: Cooperative::register(&registered, on), acts }))
    }

    /// What happened after its registration, by effective date.
    pub fn acts(&self) -> impl Iterator<Item = (Option<Date>, &CooperativeAct)> {
        self.acts.iter().map(|(on, act)| (*on, act))
    }

    /// What it is after everything that is known.
    pub fn last(&self) -> Cooperative {
        self.until(|_| true)
    }

    /// What it was at the end of `day`; with no day, what it was after what happened on unknown days.
    pub fn on(&self, day: Option<Date>) -> Cooperative {
        self.until(|on| on <= day)
    }

    fn until(&self, counts: impl Fn(Option<Date>) -> bool) -> Cooperative {
        let mut cooperative = self.first.clone();
        for (on, act) in self.acts.iter().filter(|(on, _)| counts(*on)) {
            cooperative.apply(act, *on);
        }
        cooperative
    }

    /// Whether it is in the register on `day`: from the day it was registered until the day before it left.
    pub fn existed_on(&self, day: Date) -> bool {
        let last = self.last();
        let entered = last.registered_on.is_none_or(|registered_on| registered_on <= day);
        entered && last.removal.is_none_or(|removal| removal.on.is_some_and(|gone_on| day < gone_on))
    }
}
