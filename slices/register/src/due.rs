//! What is due from a cooperative: what, by which article, until when. It follows from its acts, from the rules and from the day.

use kernel::Date;
use web::Messages;

use crate::{Cooperative, Level, Rule, Status, Threshold};

/// Something that a cooperative has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What it is.
    pub what: What,
    /// The last day for it; none if it should be so at any time.
    pub until: Option<Date>,
    /// The rule that asks for it; none if an act does, such as an appointment for a term.
    pub rule: Option<&'static Threshold>,
    /// Whether it is done.
    pub done: Done,
}

/// Whether a duty is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is.
    Yes,
    /// It is not, whether or not there is still time.
    NotYet,
    /// The register does not know what it would take to tell.
    Unknown,
}

/// What there may be to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Find more members: there are fewer than the rule says.
    Members,
    /// Raise the share capital.
    Capital,
    /// Have the shares paid up that were subscribed.
    PaidUp,
    /// Appoint those who run it anew: their term has an end.
    Term,
    /// Hold the ordinary general meeting about the accounts of a financial year. Once these are filed there was one.
    Meeting(i16),
    /// File the accounts of a financial year.
    Accounts(i16),
    /// Have another certificate of good standing made, if one is still needed: the last one ends.
    Certificate,
    /// Mend what a visit found.
    Finding {
        /// The number of the visit.
        visit: i64,
        /// The number of the finding within it.
        id: i64,
        /// What it is about, as messages name it.
        about: &'static str,
    },
}

impl What {
    /// Its code, as messages name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Capital => "capital",
            Self::PaidUp => "paid_up",
            Self::Term => "term",
            Self::Meeting(_) => "meeting",
            Self::Accounts(_) => "accounts",
            Self::Certificate => "certificate",
            Self::Finding { .. } => "finding",
        }
    }

    /// By what it is known again while its last day stays: its code and, where there are several, which.
    pub fn key(self) -> String {
        match self {
            Self::Meeting(year) | Self::Accounts(year) => format!("{}-{year}", self.code()),
            Self::Finding { visit, id, .. } => format!("{}-{visit}-{id}", self.code()),
            _ => self.code().to_owned(),
        }
    }

    /// The financial year that it is about.
    pub const fn year(self) -> Option<i16> {
        match self {
            Self::Meeting(year) | Self::Accounts(year) => Some(year),
            _ => None,
        }
    }

    /// The page on which a cooperative does it, without the language: mostly the form by which an act is asked for.
    pub fn page(self, number: &str) -> String {
        let of_room = |page: &str| format!("/cooperatives/{number}/{page}");
        let form = |kind: &str| of_room(&format!("requests?kind={kind}"));
        match self {
            Self::Members => form("membership_declared"),
            Self::Capital => form("capital_increased"),
            Self::PaidUp => form("capital_paid_up"),
            Self::Term => form("organ_appointed"),
            Self::Accounts(year) => form(&format!("accounts_filed&year={year}")),
            Self::Meeting(year) => form(&format!("general_meeting_held&year={year}")),
            Self::Certificate => of_room("standing"),
            Self::Finding { visit, id, .. } => format!("/visits/{visit}#finding-{id}"),
        }
    }
}

impl Duty {
    /// What is to do, in words.
    pub fn tell(&self, t: &Messages) -> String {
        let key = format!("register-due-{}", self.what.code());
        match self.what {
            What::Meeting(year) | What::Accounts(year) => t.with(&key, &[("year", &year.to_string())]),
            What::Finding { about, .. } => t.with(&key, &[("about", &t.get(&format!("register-about-{about}")))]),
            _ => t.get(&key),
        }
    }

    /// Of a meeting, the last day on which it can still be called in time, and the rule that says how long before.
    pub fn call_by(&self) -> Option<(Date, &'static Threshold)> {
        let until = self.until.filter(|_| matches!(self.what, What::Meeting(_)))?;
        let rule = Rule::MeetingCalledBefore.on(until)?;
        Some((rule.begins(until), rule))
    }

    /// For how many days it is overdue; none if there is still time.
    pub fn late(&self, today: Date) -> Option<i64> {
        let until = self.until.filter(|until| *until < today)?;
        Some((today - until).get_days().into())
    }

    /// Whether it should be done by now and is not.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.done == Done::NotYet && self.until.is_none_or(|until| until < today)
    }
}

/// What is due from a cooperative as it is today: its [`duties`] that are not done.
pub fn due(cooperative: &Cooperative, today: Date) -> Vec<Duty> {
    let mut duties = duties(cooperative, today);
    duties.retain(|duty| duty.done == Done::NotYet);
    duties
}

/// What is asked of a cooperative as it is today, done or not: what should be so at any time, then the shares to
/// be paid up, the term of those who run it,
/// meetings and accounts, the latest year first. Nothing is asked of one that has left the register or is being wound up.
pub fn duties(cooperative: &Cooperative, today: Date) -> Vec<Duty> {
    if !cooperative.is_asked() {
        return Vec::new();
    }
    let term = cooperative.organ.and_then(|(_, _, until)| until);
    let term = term.map(|until| Duty { what: What::Term, until: Some(until), rule: None, done: Done::NotYet });
    at_any_time(cooperative, today).chain(paid_up(cooperative)).chain(term).chain(yearly(cooperative, today)).collect()
}

impl Cooperative {
    /// Whether anything is asked of it: it is in the register and is not being wound up.
    pub fn is_asked(&self) -> bool {
        self.removal.is_none() && self.status != Status::InLiquidation
    }
}

/// What it should have at any time.
fn at_any_time(cooperative: &Cooperative, today: Date) -> impl Iterator<Item = Duty> {
    let members = match cooperative.level {
        Level::Cooperative => Rule::MembersKeptMin,
        Level::Union | Level::Federation => Rule::UnionMembersMin,
    };
    let has = |what, rule: Rule, has: Option<i64>, asked: fn(&Threshold) -> i64| {
        let rule = rule.on(today)?;
        let done = match has {
            None => Done::Unknown,
            Some(has) if has < asked(rule) => Done::NotYet,
            Some(_) => Done::Yes,
        };
        Some(Duty { what, until: None, rule: Some(rule), done })
    };
    let total = cooperative.members_on(Some(today)).map(|members| members.total());
    let capital = cooperative.capital.filter(|(_, currency)| *currency == kernel::Currency::Mad);
    let members = has(What::Members, members, total, |rule| rule.value.into());
    let capital = has(What::Capital, Rule::CapitalMin, capital.map(|(minor, _)| minor), Threshold::minor);
    members.into_iter().chain(capital)
}

/// The shares that were subscribed are paid up within a time, the oldest first (law 112-12, art. 26).
fn paid_up(cooperative: &Cooperative) -> Option<Duty> {
    let last = cooperative.subscribed.last()?.0;
    let (since, done) = match cooperative.paid_up_minor.map(|paid| cooperative.unpaid_since(paid)) {
        Some(Some(Some(since))) => (Some(since), Done::NotYet),
        Some(None) => (last, Done::Yes),
        Some(Some(None)) | None => (last, Done::Unknown),
    };
    let rule = Rule::PaidInFullWithin.on(since.or(cooperative.registered_on)?)?;
    let until = since.filter(|_| done == Done::NotYet).map(|since| rule.ends(since));
    Some(Duty { what: What::PaidUp, until, rule: Some(rule), done })
}

/// The meetings and accounts of the financial years that are over.
fn yearly(cooperative: &Cooperative, today: Date) -> impl Iterator<Item = Duty> {
    let first = cooperative.registered_on.map(Date::year);
    let years = first.into_iter().flat_map(move |first| (first..=today.year()).rev());
    let ends = years.map(|year| (year, cooperative.year_end.of(year)));
    let is_over = move |over: Date| over < today && cooperative.registered_on.is_none_or(|since| since <= over);
    ends.filter(move |(_, over)| is_over(*over)).flat_map(|(year, over)| {
        let done = |is_done| if is_done { Done::Yes } else { Done::NotYet };
        let (is_filed, held_on) = (cooperative.filed.contains(&year), cooperative.meetings.get(&year));
        let meeting = Rule::MeetingWithin.on(over);
        let ends = meeting.map(|rule| rule.ends(over));
        // Accounts are filed after the meeting that approved them; before there was one, after its last day.
        let held = held_on.copied().flatten().or(ends);
        let accounts = held.and_then(|held| Rule::AccountsFiledWithin.on(held).map(|rule| (rule, rule.ends(held))));
        let duty = |what, until, rule, done| Duty { what, until: Some(until), rule: Some(rule), done };
        let is_held = is_filed || held_on.is_some();
        let meeting = meeting.zip(ends).map(|(rule, until)| duty(What::Meeting(year), until, rule, done(is_held)));
        let accounts = accounts.map(|(rule, until)| duty(What::Accounts(year), until, rule, done(is_filed)));
        meeting.into_iter().chain(accounts)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::acts::{
        AccountsFiled, Capital, CooperativeAct, GeneralMeetingHeld, Meeting, MembershipDeclared, Organ, OrganAppointed,
        Registered,
    };

    fn registered(on: Date) -> Cooperative {
        let registered = r#"{"level":"cooperative","name_fr":"Amal"}"#;
        Cooperative::register(&serde_json::from_str::<Registered>(registered).unwrap(), Some(on))
    }

    fn filed(year: i16) -> CooperativeAct {
        CooperativeAct::AccountsFiled(AccountsFiled::of(year, kernel::Currency::Mad))
    }

    #[test]
    fn a_financial_year_is_over_when_the_statutes_say() {
        let said = r#"{"level":"cooperative","name_fr":"Amal","year_end":6}"#;
        let said = serde_json::from_str::<Registered>(said).unwrap();
        let cooperative = Cooperative::register(&said, Some(date(2024, 9, 1)));
        let years = |today| {
            let due = due(&cooperative, today);
            due.iter().filter_map(|duty| duty.what.year().map(|year| (year, duty.until))).collect::<Vec<_>>()
        };
        // The year that ended before there was a cooperative is none of its own.
        assert_eq!(years(date(2025, 6, 30)), []);
        let until = Some(date(2025, 12, 30));
        assert_eq!(years(date(2025, 7, 1)).first(), Some(&(2025, until)));
        assert_eq!(years(date(2026, 7, 1)).iter().map(|(year, _)| *year).collect::<Vec<_>>(), [2026, 2026, 2025, 2025]);
    }

    fn told(cooperative: &Cooperative, today: Date) -> Vec<(What, Option<Date>)> {
        due(cooperative, today).iter().map(|duty| (duty.what, duty.until)).collect()
    }

    #[test]
    fn the_meeting_is_due_within_six_months_and_the_accounts_thirty_days_later() {
        let mut cooperative = registered(date(2024, 5, 2));
        assert_eq!(told(&cooperative, date(2024, 12, 31)), []);
        let both = [(What::Meeting(2024), Some(date(2025, 6, 30))), (What::Accounts(2024), Some(date(2025, 7, 30)))];
        assert_eq!(told(&cooperative, date(2025, 1, 1)), both);
        let late = |today| due(&cooperative, today).iter().map(|duty| duty.late(today)).collect::<Vec<_>>();
        assert_eq!(late(date(2025, 6, 30)), [None, None]);
        assert_eq!(late(date(2025, 8, 1)), [Some(32), Some(2)]);
        cooperative.apply(&filed(2024), Some(date(2024, 12, 31)));
        assert_eq!(told(&cooperative, date(2025, 8, 1)), []);
    }

    #[test]
    fn a_meeting_is_called_so_long_before_its_last_day_and_nothing_else_is_called() {
        let due = due(&registered(date(2024, 5, 2)), date(2025, 1, 1));
        let calls: Vec<_> = due.iter().map(|duty| duty.call_by().map(|(day, rule)| (day, rule.rule))).collect();
        assert_eq!(calls, [Some((date(2025, 6, 15), Rule::MeetingCalledBefore)), None]);
    }

    #[test]
    fn accounts_are_due_thirty_days_after_the_meeting_that_approved_them() {
        let held = |accounts_approved| {
            let (meeting, year) = (Meeting::Ordinary, Some(2024));
            CooperativeAct::GeneralMeetingHeld(GeneralMeetingHeld { accounts_approved, meeting, present: 5, year })
        };
        let mut cooperative = registered(date(2024, 5, 2));
        let today = date(2025, 5, 1);
        // A meeting that approved nothing was held, and leaves the last day for accounts where it was.
        cooperative.apply(&held(false), Some(date(2025, 3, 1)));
        assert_eq!(told(&cooperative, today), [(What::Accounts(2024), Some(date(2025, 7, 30)))]);
        cooperative.apply(&held(true), Some(date(2025, 3, 10)));
        cooperative.apply(&held(true), Some(date(2025, 4, 10)));
        assert_eq!(told(&cooperative, today), [(What::Accounts(2024), Some(date(2025, 4, 9)))]);
        let extraordinary =
            GeneralMeetingHeld { accounts_approved: false, meeting: Meeting::Extraordinary, present: 5, year: None };
        let before = cooperative.clone();
        cooperative.apply(&CooperativeAct::GeneralMeetingHeld(extraordinary), Some(today));
        assert_eq!(cooperative, before);
        cooperative.apply(&filed(2024), Some(date(2024, 12, 31)));
        assert_eq!(told(&cooperative, today), []);
    }

    #[test]
    fn what_should_be_so_at_any_time_is_due_at_once_and_a_term_on_its_last_day() {
        let mut cooperative = registered(date(2026, 1, 5));
        let few = MembershipDeclared { women: Some(4), ..MembershipDeclared::default() };
        let little = Capital { amount_minor: 99_900, currency: kernel::Currency::Mad };
        let organ = OrganAppointed { organ: Organ::Managers, persons: 1, until: Some(date(2026, 12, 31)) };
        for act in [
            CooperativeAct::OrganAppointed(organ),
            CooperativeAct::MembershipDeclared(few),
            CooperativeAct::CapitalSubscribed(little),
        ] {
            cooperative.apply(&act, Some(date(2026, 1, 5)));
        }
        let all = [(What::Members, None), (What::Capital, None), (What::Term, Some(date(2026, 12, 31)))];
        assert_eq!(told(&cooperative, date(2026, 6, 1)), all);
        cooperative.apply(&CooperativeAct::Dissolved, None);
        assert_eq!(told(&cooperative, date(2026, 6, 1)), []);
    }

    #[test]
    fn shares_are_paid_up_within_three_years_of_their_subscription_the_oldest_first() {
        let mad = |amount_minor| Capital { amount_minor, currency: kernel::Currency::Mad };
        let mut cooperative = registered(date(2026, 1, 5));
        let paid_up = |cooperative: &Cooperative| paid_up(cooperative).map(|duty| (duty.done, duty.until));
        assert_eq!(paid_up(&cooperative), None);
        let mut apply = |act, on| {
            cooperative.apply(&act, Some(on));
            paid_up(&cooperative)
        };
        let (first, second) = (date(2026, 1, 5), date(2027, 6, 1));
        assert_eq!(apply(CooperativeAct::CapitalSubscribed(mad(500_000)), first), Some((Done::Unknown, None)));
        let paid = |minor| CooperativeAct::CapitalPaidUp(mad(minor));
        let until = |day| Some((Done::NotYet, Some(day)));
        assert_eq!(apply(paid(125_000), first), until(date(2029, 1, 5)));
        assert_eq!(apply(CooperativeAct::CapitalIncreased(mad(100_000)), second), until(date(2029, 1, 5)));
        assert_eq!(apply(paid(500_000), second), until(date(2030, 6, 1)));
        assert_eq!(apply(paid(600_000), second), Some((Done::Yes, None)));
        assert_eq!(apply(CooperativeAct::CapitalIncreased(mad(1)), date(2028, 2, 29)), until(date(2031, 2, 28)));
        // What goes is what came last, and what is left was paid.
        assert_eq!(apply(CooperativeAct::CapitalReduced(mad(100_001)), date(2028, 3, 1)), Some((Done::Yes, None)));
        assert_eq!(cooperative.paid_up_minor, Some(500_000));
    }

    proptest! {
        #[test]
        fn nothing_is_left_to_pay_once_all_is_paid_whatever_was_subscribed_and_given_back(
            steps in proptest::collection::vec((0_u8..3, 1_i64..1_000_000), 1..20),
        ) {
            let mut cooperative = registered(date(2026, 1, 5));
            for (day, (kind, amount)) in (1..).zip(steps) {
                let capital = cooperative.capital.map_or(0, |(minor, _)| minor);
                let mad = |amount_minor| Capital { amount_minor, currency: kernel::Currency::Mad };
                let act = match kind {
                    0 => CooperativeAct::CapitalIncreased(mad(amount)),
                    1 => CooperativeAct::CapitalReduced(mad(amount.min(capital))),
                    _ => CooperativeAct::CapitalPaidUp(mad(amount.min(capital))),
                };
                cooperative.apply(&act, Some(date(2026, 2, day)));
                let (capital, paid) = (cooperative.capital.map_or(0, |(minor, _)| minor), cooperative.paid_up_minor);
                prop_assert!(paid.is_none_or(|paid| paid <= capital));
                prop_assert_eq!(cooperative.unpaid_since(capital), None);
                prop_assert_eq!(cooperative.unpaid_since(capital - 1).is_some(), !cooperative.subscribed.is_empty());
                let done = paid_up(&cooperative).map(|duty| duty.done);
                prop_assert_eq!(done == Some(Done::NotYet), paid.is_some_and(|paid| paid < capital));
            }
        }

        #[test]
        fn whatever_is_filed_in_whatever_order_the_rest_is_due_once(
            first in 1990_i16..2026,
            filed_years in proptest::collection::vec(1990_i16..2026, 0..40),
        ) {
            let today = date(2026, 3, 1);
            let mut cooperative = registered(date(first, 3, 1));
            for year in &filed_years {
                cooperative.apply(&filed(*year), None);
            }
            let duties = due(&cooperative, today);
            let accounts: Vec<_> = duties.iter().filter_map(|duty| match duty.what {
                What::Accounts(year) => Some(year),
                _ => None,
            }).collect();
            // No meeting was asked for by this law before the year in which it came into force.
            let expected: Vec<_> = (first.max(2014)..2026).rev().filter(|year| !filed_years.contains(year)).collect();
            prop_assert_eq!(&accounts, &expected);
            prop_assert_eq!(duties.len(), 2 * expected.len());
        }
    }
}
