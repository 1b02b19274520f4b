//! Good standing: whether nothing is overdue that a confirmed rule asks for, on a day. It follows from [`duties`] and the status.

use kernel::Date;

use crate::{Cooperative, Done, Duty, Status, duties};

/// Where a cooperative stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Of which day it tells.
    pub on: Date,
    /// Its status; none if it has left the register.
    pub status: Option<Status>,
    /// What is asked of it, done or not.
    pub duties: Vec<Duty>,
}

/// What a duty means for the standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is overdue by a confirmed rule: the cooperative is not in good standing.
    Missing,
    /// It is overdue, but no confirmed rule says so: it only warns.
    Warning,
    /// There is still time for it.
    ToCome,
    /// Nobody can tell.
    Unknown,
    /// It is done.
    Met,
}

impl Standing {
    /// Where a cooperative stands that is such at the end of this day.
    pub fn of(cooperative: &Cooperative, on: Date) -> Self {
        let status = cooperative.removal.is_none().then_some(cooperative.status);
        Self { on, status, duties: duties(cooperative, on) }
    }

    /// What a duty means for it.
    pub fn mark(&self, duty: &Duty) -> Mark {
        match duty.done {
            Done::Yes => Mark::Met,
            Done::Unknown => Mark::Unknown,
            Done::NotYet if !duty.is_overdue(self.on) => Mark::ToCome,
            Done::NotYet if duty.rule.is_some_and(|rule| rule.is_confirmed()) => Mark::Missing,
            Done::NotYet => Mark::Warning,
        }
    }

    /// The duties of a mark.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| self.mark(duty) == mark)
    }

    /// Whether it is in good standing: active, and nothing is missing.
    pub fn is_good(&self) -> bool {
        self.status == Some(Status::Active) && self.marked(Mark::Missing).next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Currency;

    use super::*;
    use crate::{
        What,
        acts::{
            AccountsFiled, Capital, CooperativeAct, MembershipDeclared, Organ, OrganAppointed, Registered, StruckOff,
        },
    };

    fn registered(on: Date) -> Cooperative {
        let registered = r#"{"level":"cooperative","name_fr":"Amal"}"#;
        Cooperative::register(&serde_json::from_str::<Registered>(registered).unwrap(), Some(on))
    }

    fn good(cooperative: &Cooperative, on: Date) -> bool {
        Standing::of(cooperative, on).is_good()
    }

    #[test]
    fn the_last_day_for_accounts_is_one_of_good_standing_and_the_next_is_not_until_they_are_filed() {
        let mut cooperative = registered(date(2024, 5, 2));
        // The meeting about 2024 is due on 30 June; that there was one nobody knows until accounts are filed.
        assert!(good(&cooperative, date(2025, 6, 30)));
        assert!(!good(&cooperative, date(2025, 7, 1)));
        let filed = CooperativeAct::AccountsFiled(AccountsFiled::of(2024, Currency::Mad));
        cooperative.apply(&filed, Some(date(2024, 12, 31)));
        assert!(good(&cooperative, date(2025, 7, 1)));
        assert!(good(&cooperative, date(2026, 6, 30)));
        assert!(!good(&cooperative, date(2026, 7, 1)));
    }

    #[test]
    fn only_a_confirmed_rule_takes_good_standing_away() {
        let mut cooperative = registered(date(2026, 1, 5));
        let few = MembershipDeclared { women: Some(4), ..MembershipDeclared::default() };
        cooperative.apply(&CooperativeAct::MembershipDeclared(few), None);
        let organ = OrganAppointed { organ: Organ::Managers, persons: 1, until: Some(date(2026, 3, 31)) };
        cooperative.apply(&CooperativeAct::OrganAppointed(organ), None);
        let standing = Standing::of(&cooperative, date(2026, 4, 1));
        // The least of members is not confirmed, and a term is an act's and no rule's.
        let warned: Vec<_> = standing.marked(Mark::Warning).map(|duty| duty.what).collect();
        assert_eq!(warned, [What::Members, What::Term]);
        assert!(standing.marked(Mark::Unknown).all(|duty| duty.what == What::Capital));
        assert!(standing.is_good());
        let capital =
            |amount_minor| CooperativeAct::CapitalSubscribed(Capital { amount_minor, currency: Currency::Mad });
        cooperative.apply(&capital(99_999), None);
        assert!(!good(&cooperative, date(2026, 4, 1)));
        cooperative.apply(&capital(100_000), None);
        assert!(good(&cooperative, date(2026, 4, 1)));
    }

    #[test]
    fn who_is_not_active_or_has_left_is_not_in_good_standing() {
        let (day, active) = (date(2026, 1, 6), registered(date(2026, 1, 5)));
        assert!(good(&active, day));
        for act in [
            CooperativeAct::DeclaredDormant,
            CooperativeAct::Dissolved,
            CooperativeAct::StruckOff(StruckOff::default()),
        ] {
            let mut cooperative = active.clone();
            cooperative.apply(&act, Some(day));
            assert!(!good(&cooperative, day), "{}", act.kind());
        }
    }
}
