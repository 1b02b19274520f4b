//! Which acts may be voided: those on which nothing stands that follows.

use std::collections::BTreeSet;

use ledger::{Act, Refusal, standing};

use crate::{acts::CooperativeAct, cooperative::Cooperative, fold, objection::Objection};

/// Whether the act `target` of a cooperative may be voided; `acts` are all of them, in the order of the journal. The ledger voids
/// whatever stands: that the rest still makes a life is asked here.
///
/// # Errors
/// The rule that says no, with what it saw.
pub(crate) fn admit_void(acts: &[Act], target: i64) -> Result<(), Refusal> {
    let act = acts.iter().find(|act| act.seq == target).ok_or(Refusal::NotOnSubject(target))?;
    if act.voids.is_some() || act.kind == "registered" {
        return Err(Objection::Unvoidable(target).into());
    }
    let stand = standing(acts);
    if !stand.iter().any(|one| one.seq == target) {
        return Err(Refusal::VoidedAlready(target));
    }
    let without: Vec<_> = stand.iter().filter(|one| one.seq != target).copied().collect();
    let before = misfits(&stand)?;
    match misfits(&without)?.into_iter().find(|seq| !before.contains(seq)) {
        // What did not fit before does not begin to stand on it.
        Some(by) => Err(Objection::StoodOn { act: target, by }.into()),
        None => Ok(()),
    }
}

/// The acts that would not follow those before them, were all of them recorded in the order in which they took effect.
fn misfits(stand: &[&Act]) -> Result<BTreeSet<i64>, Refusal> {
    let said = fold::read(stand).map_err(super::unreadable)?;
    let mut steps: Vec<_> = stand.iter().zip(said).map(|(act, (_, said))| (*act, said)).collect();
    // As in a life: the registration comes first, a removal on an unknown day last.
    steps.sort_by_key(|(act, said)| match said {
        CooperativeAct::Registered(_) => 0,
        said if act.effective_on.is_none() && fold::removes(said) => 2,
        _ => 1,
    });
    let mut now: Option<Cooperative> = None;
    let mut misfits = BTreeSet::new();
    for (act, said) in &steps {
        if super::admit_next(now.as_ref(), act, said).is_err() {
            misfits.insert(act.seq);
        }
        match (&mut now, said) {
            (None, CooperativeAct::Registered(registered)) => {
                now = Some(Cooperative::register(registered, act.effective_on));
            }
            (Some(now), said) => now.apply(said, act.effective_on),
            (None, _) => {}
        }
    }
    Ok(misfits)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{Currency, Date, Timestamp};
    use ledger::{Hash, VOIDED};

    use super::*;
    use crate::acts::{AccountsFiled, Capital, MemberAdmitted, MemberLeft, StruckOff};

    fn act(seq: i64, on: Option<Date>, said: &CooperativeAct) -> Act {
        Act {
            seq,
            subject: crate::store::subject("KEN-000001"),
            kind: said.kind().to_owned(),
            effective_on: on,
            recorded_at: Timestamp::UNIX_EPOCH,
            author: "desk".into(),
            document: None,
            voids: None,
            body: said.body(),
            hash: Hash::ZERO,
        }
    }

    fn voiding(seq: i64, voids: i64) -> Act {
        let kind = VOIDED.to_owned();
        Act { kind, voids: Some(voids), ..act(seq, None, &CooperativeAct::DeclaredActive) }
    }

    fn capital(amount_minor: i64) -> Capital {
        Capital { amount_minor, currency: Currency::Mad }
    }

    /// A registered cooperative and these acts, numbered from 2 on, each a day later than the one before.
    fn life(acts: &[CooperativeAct]) -> Vec<Act> {
        let days = date(2024, 1, 5).series(jiff::Span::new().days(1));
        let first = crate::tests::registered();
        let all = std::iter::once(&first).chain(acts);
        (1..).zip(days).zip(all).map(|((seq, on), said)| act(seq, Some(on), said)).collect()
    }

    fn code(acts: &[Act], target: i64) -> Result<(), &'static str> {
        admit_void(acts, target).map_err(|refusal| refusal.code())
    }

    #[test]
    fn what_nothing_stands_on_is_voided_once_and_a_registration_never() {
        let mut acts = life(&[CooperativeAct::AccountsFiled(AccountsFiled::of(2023, Currency::Mad))]);
        assert_eq!((code(&acts, 2), code(&acts, 1)), (Ok(()), Err("register-unvoidable")));
        assert_eq!(code(&acts, 9), Err("ledger-not-on-subject"));
        acts.push(voiding(3, 2));
        assert_eq!((code(&acts, 2), code(&acts, 3)), (Err("ledger-voided-already"), Err("register-unvoidable")));
    }

    #[test]
    fn an_act_on_which_others_stand_stays_until_they_are_voided() {
        let member = || "M1".to_owned();
        let admitted = MemberAdmitted { member: member(), sex: None, legal_person: false, age: None, shares: None };
        let left = MemberLeft { departure: None, member: member() };
        let mut acts = life(&[
            CooperativeAct::MemberAdmitted(admitted),
            CooperativeAct::MemberLeft(left),
            CooperativeAct::CapitalSubscribed(capital(100_000)),
            CooperativeAct::CapitalIncreased(capital(50_000)),
            CooperativeAct::CapitalReduced(capital(120_000)),
        ]);
        for (target, by) in [(2, 3), (4, 6), (5, 6)] {
            let refusal = admit_void(&acts, target).unwrap_err();
            assert_eq!(refusal, Objection::StoodOn { act: target, by }.into());
        }
        assert_eq!(code(&acts, 3), Ok(()));
        acts.extend([voiding(7, 3), voiding(8, 6)]);
        assert_eq!([2, 4, 5].map(|target| code(&acts, target)), [Ok(()); 3]);
    }

    #[test]
    fn what_did_not_fit_before_keeps_nothing_in_place() {
        let accounts = || CooperativeAct::AccountsFiled(AccountsFiled::of(2023, Currency::Mad));
        // An import recorded the year twice: either goes, and so does what is before the end of a cooperative.
        let acts = life(&[accounts(), accounts(), CooperativeAct::StruckOff(StruckOff::default())]);
        assert_eq!([2, 3, 4].map(|target| code(&acts, target)), [Ok(()); 3]);
    }
}
