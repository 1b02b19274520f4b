//! The entry in the central register: with it the project is a cooperative, its founders are members.
//!
//! The acts take effect on the day of the entry in the local register, by which the cooperative came to be (law 112-12).

use kernel::{Currency, Date, Level, Territory};
use ledger::{Draft, Recorder};
use register::{
    Characteristic,
    acts::{Age, Capital, CooperativeAct, MemberAdmitted, OrganAppointed, Registered, YearEnd},
    store as cooperatives,
};

use crate::{
    dossier::Dossier,
    founder::Who,
    person::Known,
    submission::{Entered, Registered as Outcome},
};

/// Why a dossier cannot be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unready {
    /// No name was granted.
    Name,
    /// Nobody knows in which delegation its seat is.
    Place,
}

/// The acts by which a project becomes a cooperative, in their order.
pub(crate) fn acts(dossier: &Dossier, known: &[Known], entered: &Entered) -> Result<Vec<CooperativeAct>, Unready> {
    let plan = &dossier.project.plan;
    let name = dossier.name().ok_or(Unready::Name)?.name;
    let (sector, branch) = match plan.sheet.branch.as_deref().and_then(|code| code.split_once('.')) {
        Some((sector, branch)) => (Some(sector.to_owned()), Some(branch.to_owned())),
        None => (None, None),
    };
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let registered = Registered {
        branch,
        categories: plan.sheet.categories.clone(),
        characteristics: plan.sheet.community.iter().map(|_| Characteristic::CollectiveLand).collect(),
        ice: None,
        level: register::Level::Cooperative,
        name_ar: some(name.ar),
        name_fr: some(name.fr),
        origin: None,
        year_end: i8::try_from(plan.statutes.year_end_month).ok().and_then(|month| YearEnd::try_from(month).ok()),
        place: plan.sheet.place.clone(),
        sector,
        cooperative_type: plan.sheet.cooperative_type,
    };
    let members = known.iter().map(|known| CooperativeAct::MemberAdmitted(member(dossier, known, entered.entered_on)));
    let amount_minor = dossier.capital_minor().unwrap_or_default();
    let capital = [
        CooperativeAct::CapitalSubscribed(Capital { amount_minor, currency: Currency::Mad }),
        CooperativeAct::CapitalPaidUp(Capital { amount_minor: dossier.paid_up_minor(), currency: Currency::Mad }),
    ];
    let organ = plan.statutes.organ.map(|organ| {
        let until = dossier.term_ends(entered.entered_on);
        CooperativeAct::OrganAppointed(OrganAppointed { organ, persons: dossier.runners(), until })
    });
    let acts = std::iter::once(CooperativeAct::Registered(Box::new(registered))).chain(members).chain(capital);
    Ok(acts.chain(organ).collect())
}

/// A founder as a member: by an id that says nothing about the person.
fn member(dossier: &Dossier, known: &Known, on: Date) -> MemberAdmitted {
    let shares = Some(known.founder.shares());
    match &known.founder.who {
        Who::Legal(_) => MemberAdmitted {
            age: None,
            legal_person: true,
            member: format!("project-{}-{}", dossier.project.id, known.founder.id),
            sex: None,
            shares,
        },
        Who::Person(person, sex) => {
            let born_on = known.details.as_ref().and_then(|details| details.born_on);
            let age = born_on.map(|born_on| Age::of(born_on, on));
            MemberAdmitted { age, legal_person: false, member: person.to_string(), sex: *sex, shares }
        }
    }
}

/// The delegation in whose register the cooperative is entered.
pub(crate) fn delegation(dossier: &Dossier, territory: &Territory, today: Date) -> Result<String, Unready> {
    let place = dossier.project.plan.sheet.place.as_deref().ok_or(Unready::Place)?;
    territory.ancestor(place, Level::Delegation, today).map(|place| place.code.clone()).ok_or(Unready::Place)
}

/// Records the acts under the next number of the delegation.
///
/// # Errors
/// When the rules of the register refuse them, or the database cannot.
pub(crate) fn record(
    recorder: &mut Recorder<'_>,
    (dossier, delegation, entered): (&Dossier, &str, &Entered),
    acts: &[CooperativeAct],
    account: &str,
) -> Result<Outcome, ledger::Error> {
    let number = cooperatives::next_number(recorder.conn(), delegation)?;
    let document = format!("project {}: local register {}", dossier.project.id, entered.local_number);
    let mut last = 0;
    for act in acts {
        let draft = Draft {
            subject: cooperatives::subject(&number),
            kind: act.kind().to_owned(),
            effective_on: Some(entered.entered_on),
            author: format!("account/{account}"),
            document: Some(document.clone()),
            voids: None,
            body: act.body(),
            seen: None,
        };
        last = recorder.record(draft)?.seq;
    }
    crate::store::become_cooperative(recorder.conn(), dossier.project.id, &number)?;
    Ok(Outcome { number, act: last })
}
