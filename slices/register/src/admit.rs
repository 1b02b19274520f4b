//! Which acts the register refuses, and what it says then.

mod shares;

use kernel::Currency;
use ledger::{Act, Refusal};

use crate::{
    acts::{
        AccountsFiled, CooperativeAct, GeneralMeetingHeld, Meeting, MemberAdmitted, MembershipDeclared, Registered,
    },
    cooperative::Cooperative,
    group::FiguresPublished,
    life::Life,
};

/// The largest count: the people on earth fit a hundred times.
const COUNT_MAX: i64 = 1_000_000_000_000;
/// The largest amount in minor units: with a hundred thousand such cooperatives, sums still fit into 64 bits.
const MINOR_MAX: i64 = 90_000_000_000_000;

/// Whether `act` may follow the acts of a cooperative that stand.
///
/// # Errors
/// The rule that says no, with what it saw.
pub(crate) fn admit(acts: &[&Act], act: &Act) -> Result<(), Refusal> {
    let said = CooperativeAct::read(&act.kind, &act.body).map_err(|error| unreadable(error.to_string()))?;
    let Some(life) = Life::of(acts).map_err(unreadable)? else { return admit_next(None, act, &said) };
    // Accounts of a year are filed once, whenever they count.
    let filed = matches!(said, CooperativeAct::AccountsFiled(_));
    let then = if filed { life.last() } else { life.on(act.effective_on) };
    judge(&life.last(), &then, act, &said)
}

/// Whether `act`, which says `said`, may follow when it takes effect after everything that made the cooperative what it is.
///
/// # Errors
/// The rule that says no, with what it saw.
pub(crate) fn admit_next(now: Option<&Cooperative>, act: &Act, said: &CooperativeAct) -> Result<(), Refusal> {
    match (now, said) {
        (Some(now), _) => judge(now, now, act, said),
        (None, CooperativeAct::Registered(_)) => values(said),
        (None, _) => Err(rule("register-not-registered", format!("{} is not registered", act.subject))),
    }
}

/// Judges an act on a registered cooperative: by what it is in the end, and what it was on the day of the act.
fn judge(last: &Cooperative, then: &Cooperative, act: &Act, said: &CooperativeAct) -> Result<(), Refusal> {
    values(said)?;
    if let CooperativeAct::Registered(_) = said {
        return Err(rule("register-registered-twice", format!("{} is registered already", act.subject)));
    }
    within_life(last, act)?;
    fits(then, said)
}

/// What an act says cannot be read.
pub(crate) fn unreadable(says: String) -> Refusal {
    rule("register-unreadable", says)
}

/// Whether an act on a group says something that can be.
///
/// # Errors
/// The rule that says no, with what it saw.
pub(crate) fn admit_to_group(act: &Act) -> Result<(), Refusal> {
    let published = FiguresPublished::read(act).map_err(unreadable)?;
    let counts = [published.cooperatives, published.members, published.employees];
    counts.into_iter().flatten().try_for_each(count)?;
    let amounts = [published.turnover_minor, published.surplus_minor, published.members_funds_minor];
    amounts.into_iter().flatten().try_for_each(amount)
}

/// No act before the registration, none once the cooperative is gone.
fn within_life(cooperative: &Cooperative, act: &Act) -> Result<(), Refusal> {
    let Some(on) = act.effective_on else { return Ok(()) };
    if let Some(registered_on) = cooperative.registered_on.filter(|day| on < *day) {
        let says = format!("{on} is before {} was registered, on {registered_on}", act.subject);
        return Err(rule("register-before-registration", says));
    }
    match cooperative.removal.as_ref().and_then(|removal| removal.on) {
        Some(gone_on) if gone_on <= on => {
            let says = format!("{} no longer exists on {on}: it left the register on {gone_on}", act.subject);
            Err(rule("register-gone", says))
        }
        _ => Ok(()),
    }
}

/// What an act says must fit the state on its day.
fn fits(cooperative: &Cooperative, said: &CooperativeAct) -> Result<(), Refusal> {
    let on_roll = |member: &str| cooperative.roll.as_ref().is_some_and(|roll| roll.contains_key(member));
    let same = |currency: Currency| cooperative.capital.is_none_or(|(_, before)| before == currency);
    let refuse = |code, says: &str| Err(rule(code, says.to_owned()));
    match said {
        CooperativeAct::MemberAdmitted(member) if on_roll(&member.member) => {
            refuse("register-member-twice", &format!("member {} is on the roll already", member.member))
        }
        CooperativeAct::MemberLeft(left) if !on_roll(&left.member) => {
            refuse("register-no-member", &format!("member {} is not on the roll", left.member))
        }
        CooperativeAct::MemberLeft(left) => shares::left(cooperative, left),
        CooperativeAct::SharesMoved(moved) => shares::moved(cooperative, moved),
        CooperativeAct::CapitalIncreased(capital) | CooperativeAct::CapitalReduced(capital)
            if !same(capital.currency) =>
        {
            refuse("register-currency", &format!("the capital is not kept in {}", capital.currency))
        }
        CooperativeAct::CapitalReduced(capital)
            if cooperative.capital.is_none_or(|(before, _)| before < capital.amount_minor) =>
        {
            refuse("register-capital-negative", "the capital would be less than nothing")
        }
        CooperativeAct::GeneralMeetingHeld(held)
            if cooperative.members_on(None).is_some_and(|members| members.total() < held.present) =>
        {
            refuse("register-more-present-than-members", &format!("{} were present, more than members", held.present))
        }
        CooperativeAct::AccountsFiled(accounts) if cooperative.filed.contains(&accounts.year) => {
            refuse("register-filed-twice", &format!("the accounts of {} are filed: void them first", accounts.year))
        }
        CooperativeAct::StruckOff(_) | CooperativeAct::Merged(_) if cooperative.removal.is_some() => {
            refuse("register-gone", "it has left the register already")
        }
        _ => Ok(()),
    }
}

/// What an act says must make sense by itself.
fn values(said: &CooperativeAct) -> Result<(), Refusal> {
    match said {
        CooperativeAct::Registered(registered) => named(registered),
        CooperativeAct::Renamed(renamed) if renamed.name_ar.is_none() && renamed.name_fr.is_none() => Err(nameless()),
        CooperativeAct::MembershipDeclared(declared) => membership(declared),
        CooperativeAct::MemberAdmitted(member) => admitted(member),
        CooperativeAct::CapitalSubscribed(capital)
        | CooperativeAct::CapitalIncreased(capital)
        | CooperativeAct::CapitalReduced(capital) => {
            amount(capital.amount_minor)?;
            if capital.amount_minor < 0 {
                return Err(rule("register-negative", format!("{} is less than nothing", capital.amount_minor)));
            }
            Ok(())
        }
        CooperativeAct::AccountsFiled(accounts) => filed(accounts),
        CooperativeAct::OrganAppointed(organ) => count(organ.persons),
        CooperativeAct::GeneralMeetingHeld(held) => met(held),
        _ => Ok(()),
    }
}

fn named(registered: &Registered) -> Result<(), Refusal> {
    if registered.name_ar.is_none() && registered.name_fr.is_none() { Err(nameless()) } else { Ok(()) }
}

fn nameless() -> Refusal {
    rule("register-nameless", "a cooperative needs a name in Arabic or in French".to_owned())
}

fn membership(declared: &MembershipDeclared) -> Result<(), Refusal> {
    let MembershipDeclared { women, women_young, men, men_young, legal_persons, unspecified } = declared;
    let counts = [women, women_young, men, men_young, legal_persons, unspecified];
    counts.into_iter().flatten().try_for_each(|number| count(*number))?;
    for (all, young) in [(women, women_young), (men, men_young)] {
        if let Some(young) = young.filter(|young| *young > all.unwrap_or(0)) {
            let says = format!("{young} are young, of {} in all", all.unwrap_or(0));
            return Err(rule("register-more-young-than-all", says));
        }
    }
    Ok(())
}

fn admitted(member: &MemberAdmitted) -> Result<(), Refusal> {
    if member.legal_person && (member.sex.is_some() || member.age.is_some()) {
        return Err(rule("register-legal-person", "a legal person has neither sex nor age".to_owned()));
    }
    member.shares.map_or(Ok(()), count)
}

fn met(held: &GeneralMeetingHeld) -> Result<(), Refusal> {
    count(held.present)?;
    match held.meeting {
        Meeting::Ordinary if held.year.is_none() => {
            Err(rule("register-meeting-without-year", "an ordinary meeting is about a financial year".to_owned()))
        }
        Meeting::Extraordinary if held.accounts_approved => {
            Err(rule("register-meeting-extraordinary", "only an ordinary meeting approves accounts".to_owned()))
        }
        _ => Ok(()),
    }
}

fn filed(accounts: &AccountsFiled) -> Result<(), Refusal> {
    let amounts = [accounts.turnover_minor, accounts.surplus_minor, accounts.members_funds_minor];
    amounts.into_iter().flatten().try_for_each(amount)?;
    let put_aside = [accounts.legal_reserve_minor, accounts.education_reserve_minor, accounts.non_members_minor];
    put_aside.into_iter().flatten().try_for_each(|minor| {
        amount(minor)?;
        if minor < 0 { Err(rule("register-negative", format!("{minor} is less than nothing"))) } else { Ok(()) }
    })?;
    accounts.employees.map_or(Ok(()), count)
}

fn count(number: i64) -> Result<(), Refusal> {
    match number {
        0..=COUNT_MAX => Ok(()),
        ..0 => Err(rule("register-negative", format!("{number} is less than nothing"))),
        _ => Err(rule("register-too-large", format!("{number} is more than {COUNT_MAX}"))),
    }
}

fn amount(minor: i64) -> Result<(), Refusal> {
    if minor.unsigned_abs() <= MINOR_MAX.unsigned_abs() {
        return Ok(());
    }
    Err(rule("register-too-large", format!("{minor} minor units are more than {MINOR_MAX}")))
}

fn rule(code: &'static str, says: String) -> Refusal {
    Refusal::Rule { code, says }
}
