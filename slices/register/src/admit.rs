//! Which acts the register refuses, and what it says then.

mod shares;
mod void;

use kernel::Currency;
use ledger::{Act, Refusal};

use crate::{
    acts::{
        AccountsFiled, CooperativeAct, GeneralMeetingHeld, Meeting, MemberAdmitted, MembershipDeclared, Registered,
    },
    cooperative::Cooperative,
    group::FiguresPublished,
    life::Life,
    objection::{COUNT_MAX, MINOR_MAX, Objection},
    store::number_of,
};

pub(crate) use void::admit_void;

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
        (None, CooperativeAct::Registered(_)) => Ok(values(said)?),
        (None, _) => Err(Objection::NotRegistered(number(act)).into()),
    }
}

/// Judges an act on a registered cooperative: by what it is in the end, and what it was on the day of the act.
fn judge(last: &Cooperative, then: &Cooperative, act: &Act, said: &CooperativeAct) -> Result<(), Refusal> {
    values(said)?;
    if let CooperativeAct::Registered(_) = said {
        return Err(Objection::RegisteredTwice(number(act)).into());
    }
    within_life(last, act)?;
    Ok(fits(then, act, said)?)
}

/// What an act says cannot be read.
pub(crate) fn unreadable(says: String) -> Refusal {
    Objection::Unreadable(says).into()
}

/// The number of the cooperative that an act is on, as people know it.
fn number(act: &Act) -> String {
    number_of(&act.subject).to_owned()
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
    Ok(amounts.into_iter().flatten().try_for_each(|minor| amount(minor, published.currency))?)
}

/// No act before the registration, none once the cooperative is gone.
fn within_life(cooperative: &Cooperative, act: &Act) -> Result<(), Objection> {
    let Some(on) = act.effective_on else { return Ok(()) };
    if let Some(registered_on) = cooperative.registered_on.filter(|day| on < *day) {
        return Err(Objection::BeforeRegistration { number: number(act), on, registered_on });
    }
    match cooperative.removal.as_ref().and_then(|removal| removal.on) {
        Some(gone_on) if gone_on <= on => Err(Objection::Gone { number: number(act), on, gone_on }),
        _ => Ok(()),
    }
}

/// What an act says must fit the state on its day.
fn fits(cooperative: &Cooperative, act: &Act, said: &CooperativeAct) -> Result<(), Objection> {
    let on_roll = |member: &str| cooperative.roll.as_ref().is_some_and(|roll| roll.contains_key(member));
    let kept = cooperative.capital.map(|(_, currency)| currency);
    match said {
        CooperativeAct::MemberAdmitted(member) if on_roll(&member.member) => {
            Err(Objection::MemberTwice(member.member.clone()))
        }
        CooperativeAct::MemberLeft(left) if !on_roll(&left.member) => Err(Objection::NoMember(left.member.clone())),
        CooperativeAct::MemberLeft(left) => shares::left(cooperative, left),
        CooperativeAct::SharesMoved(moved) => shares::moved(cooperative, moved),
        CooperativeAct::CapitalIncreased(capital)
        | CooperativeAct::CapitalReduced(capital)
        | CooperativeAct::CapitalPaidUp(capital)
            if let Some(kept) = kept.filter(|kept| *kept != capital.currency) =>
        {
            Err(Objection::Currency { kept, given: capital.currency })
        }
        CooperativeAct::CapitalReduced(capital)
            if cooperative.capital.is_none_or(|(before, _)| before < capital.amount_minor) =>
        {
            Err(Objection::CapitalNegative)
        }
        CooperativeAct::CapitalPaidUp(paid) => {
            let (capital, currency) = cooperative.capital.unwrap_or((0, paid.currency));
            match paid.amount_minor {
                paid if capital < paid => Err(Objection::MorePaidThanSubscribed { paid, capital, currency }),
                _ => Ok(()),
            }
        }
        CooperativeAct::GeneralMeetingHeld(held) => {
            let members = cooperative.members_on(None).map(|members| members.total());
            match members.filter(|members| *members < held.present) {
                Some(members) => Err(Objection::MorePresentThanMembers { present: held.present, members }),
                None => Ok(()),
            }
        }
        CooperativeAct::AccountsFiled(accounts) if cooperative.filed.contains(&accounts.year) => {
            Err(Objection::FiledTwice(accounts.year))
        }
        CooperativeAct::StruckOff(_) | CooperativeAct::Merged(_) if cooperative.removal.is_some() => {
            Err(Objection::GoneAlready(number(act)))
        }
        _ => Ok(()),
    }
}

/// What an act says must make sense by itself.
fn values(said: &CooperativeAct) -> Result<(), Objection> {
    match said {
        CooperativeAct::Registered(registered) => named(registered),
        CooperativeAct::Renamed(renamed) if renamed.name_ar.is_none() && renamed.name_fr.is_none() => {
            Err(Objection::Nameless)
        }
        CooperativeAct::MembershipDeclared(declared) => membership(declared),
        CooperativeAct::MemberAdmitted(member) => admitted(member),
        CooperativeAct::CapitalSubscribed(capital)
        | CooperativeAct::CapitalIncreased(capital)
        | CooperativeAct::CapitalReduced(capital)
        | CooperativeAct::CapitalPaidUp(capital) => not_negative(capital.amount_minor, capital.currency),
        CooperativeAct::AccountsFiled(accounts) => filed(accounts),
        CooperativeAct::OrganAppointed(organ) => count(organ.persons),
        CooperativeAct::GeneralMeetingHeld(held) => met(held),
        _ => Ok(()),
    }
}

fn named(registered: &Registered) -> Result<(), Objection> {
    if registered.name_ar.is_none() && registered.name_fr.is_none() { Err(Objection::Nameless) } else { Ok(()) }
}

fn membership(declared: &MembershipDeclared) -> Result<(), Objection> {
    let MembershipDeclared { women, women_young, men, men_young, legal_persons, unspecified } = declared;
    let counts = [women, women_young, men, men_young, legal_persons, unspecified];
    counts.into_iter().flatten().try_for_each(|number| count(*number))?;
    for (all, young) in [(women, women_young), (men, men_young)] {
        if let Some(young) = young.filter(|young| *young > all.unwrap_or(0)) {
            return Err(Objection::MoreYoungThanAll { young, all: all.unwrap_or(0) });
        }
    }
    Ok(())
}

fn admitted(member: &MemberAdmitted) -> Result<(), Objection> {
    if member.legal_person && (member.sex.is_some() || member.age.is_some()) {
        return Err(Objection::LegalPerson);
    }
    member.shares.map_or(Ok(()), count)
}

fn met(held: &GeneralMeetingHeld) -> Result<(), Objection> {
    count(held.present)?;
    match held.meeting {
        Meeting::Ordinary if held.year.is_none() => Err(Objection::MeetingWithoutYear),
        Meeting::Extraordinary if held.accounts_approved => Err(Objection::MeetingExtraordinary),
        _ => Ok(()),
    }
}

fn filed(accounts: &AccountsFiled) -> Result<(), Objection> {
    let currency = accounts.currency;
    let amounts = [accounts.turnover_minor, accounts.surplus_minor, accounts.members_funds_minor];
    amounts.into_iter().flatten().try_for_each(|minor| amount(minor, currency))?;
    let put_aside = [accounts.legal_reserve_minor, accounts.education_reserve_minor, accounts.non_members_minor];
    put_aside.into_iter().flatten().try_for_each(|minor| not_negative(minor, currency))?;
    let totals = [accounts.assets_minor, accounts.liabilities_minor];
    totals.into_iter().flatten().try_for_each(|minor| not_negative(minor, currency))?;
    accounts.unbalanced().map_or(Ok(()), Err)?;
    accounts.employees.map_or(Ok(()), count)
}

fn count(number: i64) -> Result<(), Objection> {
    match number {
        0..=COUNT_MAX => Ok(()),
        ..0 => Err(Objection::Negative(number)),
        _ => Err(Objection::TooMany(number)),
    }
}

fn amount(minor: i64, currency: Currency) -> Result<(), Objection> {
    if minor.unsigned_abs() <= MINOR_MAX.unsigned_abs() { Ok(()) } else { Err(Objection::TooMuch(minor, currency)) }
}

fn not_negative(minor: i64, currency: Currency) -> Result<(), Objection> {
    amount(minor, currency)?;
    if minor < 0 { Err(Objection::NegativeAmount(minor, currency)) } else { Ok(()) }
}
