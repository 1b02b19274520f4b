//! The roll against the register's own fold, through whatever happens.

use jiff::civil::date;
use kernel::{Currency, Date, Timestamp};
use ledger::{Act, Hash};
use proptest::prelude::*;
use register::{
    Departure, Life, Sex,
    acts::{Age, Capital, CooperativeAct, MemberAdmitted, Registered},
    store::subject,
};

use crate::{
    change::{self, Move},
    effect::after,
    exclusion::{Exclusion, Ground},
    import::tests::imported,
    roll::{Line, Roll, Unvalued},
};

pub(crate) const TODAY: Date = date(2026, 3, 1);

fn registered() -> CooperativeAct {
    CooperativeAct::Registered(Box::new(Registered {
        branch: None,
        categories: Vec::new(),
        characteristics: Vec::new(),
        ice: None,
        level: register::Level::Cooperative,
        name_ar: None,
        name_fr: Some("Miel".into()),
        origin: None,
        year_end: None,
        place: None,
        sector: None,
        cooperative_type: None,
    }))
}

fn member(id: &str, sex: Option<Sex>, born_on: Date, shares: Option<i64>) -> MemberAdmitted {
    MemberAdmitted { age: Some(Age::of(born_on, TODAY)), legal_person: false, member: id.into(), sex, shares }
}

fn capital(amount_minor: i64) -> Capital {
    Capital { amount_minor, currency: Currency::Mad }
}

/// A journal of one cooperative.
pub(crate) struct Journal(pub(crate) Vec<Act>);

impl Journal {
    /// Five women with two shares of 100 dirhams each.
    pub(crate) fn new() -> Self {
        let mut journal = Self(Vec::new());
        journal.say(TODAY, &[registered()]);
        let women = (0..5).map(|n| member(&format!("m{n}"), Some(Sex::Female), date(1990 + n, 1, 1), Some(2)));
        journal.say(TODAY, &women.map(CooperativeAct::MemberAdmitted).collect::<Vec<_>>());
        journal.say(TODAY, &[CooperativeAct::CapitalSubscribed(capital(100_000))]);
        journal
    }

    pub(crate) fn say(&mut self, on: Date, acts: &[CooperativeAct]) {
        for act in acts {
            self.0.push(Act {
                seq: self.0.len() as i64 + 1,
                subject: subject("KEN-000001"),
                kind: act.kind().to_owned(),
                effective_on: Some(on),
                recorded_at: Timestamp::UNIX_EPOCH,
                author: "account/x".into(),
                document: None,
                voids: None,
                body: act.body(),
                hash: Hash::ZERO,
            });
        }
    }

    pub(crate) fn life(&self) -> Life {
        Life::of(&self.0.iter().collect::<Vec<_>>()).unwrap().unwrap()
    }

    pub(crate) fn roll(&self) -> Roll {
        Roll::of(&self.life(), TODAY)
    }
}

#[test]
fn who_founded_a_cooperative_is_on_its_roll_with_shares_that_make_its_capital() {
    let roll = Journal::new().roll();
    assert_eq!(roll.members().map(|member| member.id.as_str()).collect::<Vec<_>>(), ["m0", "m1", "m2", "m3", "m4"]);
    assert_eq!((roll.shares(), roll.share_minor()), (Some(10), Ok((10_000, Currency::Mad))));
}

#[test]
fn what_a_share_is_worth_is_said_only_if_it_can_be_known() {
    let mut journal = Journal::new();
    journal.say(TODAY, &[CooperativeAct::CapitalIncreased(capital(1))]);
    assert_eq!(journal.roll().share_minor(), Err(Unvalued::Uneven));
    journal.say(TODAY, &[CooperativeAct::MemberAdmitted(member("x", None, TODAY, None))]);
    assert_eq!(journal.roll().share_minor(), Err(Unvalued::Shares));
    assert_eq!(Roll::default().share_minor(), Err(Unvalued::Capital));
}

#[test]
fn who_leaves_takes_the_worth_of_the_shares_or_hands_them_on() {
    let mut journal = Journal::new();
    let roll = journal.roll();
    let acts = change::leaving(&roll, roll.present("m0").unwrap(), Departure::Withdrew, None).unwrap();
    assert_eq!(
        acts.iter().map(CooperativeAct::kind).collect::<Vec<_>>(),
        ["shares_moved", "capital_reduced", "member_left"]
    );
    journal.say(TODAY, &acts);
    let roll = journal.roll();
    assert_eq!((roll.capital, roll.shares()), (Some((80_000, Currency::Mad)), Some(8)));
    let acts = change::leaving(&roll, roll.present("m1").unwrap(), Departure::Died, Some("m2")).unwrap();
    journal.say(TODAY, &acts);
    let roll = journal.roll();
    assert_eq!((roll.capital, roll.shares()), (Some((80_000, Currency::Mad)), Some(8)));
    assert_eq!(roll.present("m2").unwrap().lines.last().unwrap().1, Line::Got(2, "m1".into()));
    let gone = roll.memberships.iter().find(|member| member.id == "m1").unwrap();
    assert_eq!((gone.left.unwrap().why, gone.shares), (Some(Departure::Died), Some(0)));
}

#[test]
fn heirs_take_over_the_shares_of_who_died_and_the_capital_stays() {
    let mut journal = Journal::new();
    for (heir, shares) in [("h1", 1), ("h2", 1)] {
        let heir = member(heir, Some(Sex::Female), date(2000, 1, 1), Some(shares));
        let acts = change::admission(&journal.roll(), heir, Some("m0")).unwrap();
        let kinds: Vec<_> = acts.iter().map(CooperativeAct::kind).collect();
        assert_eq!(kinds, ["member_admitted", "shares_moved"]);
        assert_eq!(change::paid_at_once(&journal.roll(), acts.clone()), acts, "nothing new is paid");
        journal.say(TODAY, &acts);
    }
    let roll = journal.roll();
    assert_eq!(roll.present("m0").unwrap().shares, Some(0));
    let acts = change::leaving(&roll, roll.present("m0").unwrap(), Departure::Died, None).unwrap();
    assert_eq!(acts.iter().map(CooperativeAct::kind).collect::<Vec<_>>(), ["member_left"]);
    journal.say(TODAY, &acts);
    let roll = journal.roll();
    assert_eq!((roll.members().count(), roll.shares(), roll.capital), (6, Some(10), Some((100_000, Currency::Mad))));
    let heir = roll.present("h1").unwrap();
    assert_eq!(heir.lines, [(Some(TODAY), Line::Admitted(Some(0))), (Some(TODAY), Line::Got(1, "m0".into()))]);
    assert_eq!(roll.share_minor(), Ok((10_000, Currency::Mad)));
}

#[test]
fn heirs_take_over_shares_though_nobody_can_say_what_they_are_worth() {
    let mut journal = Journal::new();
    journal.say(TODAY, &[CooperativeAct::CapitalIncreased(capital(1))]);
    let heir = |shares| member("h", Some(Sex::Male), date(2000, 1, 1), shares);
    let acts = change::admission(&journal.roll(), heir(Some(2)), Some("m0")).unwrap();
    journal.say(TODAY, &acts);
    assert_eq!(journal.roll().present("h").unwrap().shares, Some(2));
    assert_eq!(change::admission(&journal.roll(), heir(Some(2)), None), Err(Unvalued::Uneven));
    assert_eq!(change::admission(&journal.roll(), heir(None), None).unwrap().len(), 1);
}

#[test]
fn shares_are_taken_given_and_paid_back() {
    let mut journal = Journal::new();
    let moving = |journal: &mut Journal, id: &str, how, shares| {
        let roll = journal.roll();
        let acts = change::moving(&roll, roll.present(id).unwrap(), how, shares).unwrap();
        journal.say(TODAY, &acts);
        let roll = journal.roll();
        (roll.present(id).unwrap().shares.unwrap(), roll.shares().unwrap(), roll.capital.unwrap().0)
    };
    assert_eq!(moving(&mut journal, "m0", Move::Take, 3), (5, 13, 130_000));
    assert_eq!(moving(&mut journal, "m0", Move::Give("m1"), 4), (1, 13, 130_000));
    assert_eq!(journal.roll().present("m1").unwrap().shares, Some(6));
    assert_eq!(moving(&mut journal, "m1", Move::Back, 5), (1, 8, 80_000));
    // Where nobody had said how many somebody holds, it is said now, of the capital that there is.
    journal.say(TODAY, &[CooperativeAct::MemberAdmitted(member("x", None, TODAY, None))]);
    assert_eq!(moving(&mut journal, "x", Move::Take, 2), (2, 10, 80_000));
    let roll = journal.roll();
    assert_eq!(roll.present("x").unwrap().lines.last().unwrap().1, Line::Took(2));
    assert_eq!(roll.share_minor(), Ok((8_000, Currency::Mad)));
}

#[test]
fn new_shares_that_are_paid_at_once_are_paid_up() {
    let mut journal = Journal::new();
    let take = |journal: &Journal| {
        let roll = journal.roll();
        let acts = change::moving(&roll, roll.present("m0").unwrap(), Move::Take, 2).unwrap();
        change::paid_at_once(&roll, acts)
    };
    assert_eq!(take(&journal).len(), 2, "nobody knows how much is paid up");
    journal.say(TODAY, &[CooperativeAct::CapitalPaidUp(capital(25_000))]);
    assert_eq!(take(&journal).pop(), Some(CooperativeAct::CapitalPaidUp(capital(45_000))));
}

#[test]
fn who_did_not_pay_is_excluded_only_after_the_time_of_the_formal_notice() {
    let notice_on = Some(date(2025, 11, 30));
    let decided = |ground, notice_on, on| Exclusion { ground, notice_on, reason: String::new(), on }.findings();
    let on = |day| decided(Ground::Unpaid, notice_on, day);
    let finding = on(date(2026, 2, 28)).unwrap();
    assert_eq!((finding.until, finding.stops()), (Some(date(2026, 2, 28)), true));
    assert!(on(date(2025, 12, 1)).is_some_and(|finding| finding.stops()));
    assert_eq!(on(date(2026, 3, 1)), None);
    // Another ground needs no notice, and a notice that was sent all the same stops nothing.
    assert_eq!(decided(Ground::Other, None, TODAY), None);
    assert_eq!(decided(Ground::Other, Some(TODAY), TODAY), None);
    assert_eq!(change::too_soon(date(2014, 11, 1), date(2014, 12, 17)), None, "before the law was in force");
}

#[test]
fn who_comes_back_is_a_member_anew() {
    let mut journal = Journal::new();
    let roll = journal.roll();
    journal.say(TODAY, &change::leaving(&roll, roll.present("m0").unwrap(), Departure::Withdrew, None).unwrap());
    let back = member("m0", Some(Sex::Female), date(1990, 1, 1), Some(1));
    journal.say(TODAY, &change::admission(&journal.roll(), back, None).unwrap());
    let roll = journal.roll();
    assert_eq!(roll.memberships.iter().filter(|member| member.id == "m0").count(), 2);
    assert_eq!((roll.members().count(), roll.shares()), (5, Some(9)));
}

#[test]
fn a_member_is_young_until_the_day_before_the_thirty_fifth_birthday() {
    let young = |born_on| {
        let mut journal = Journal::new();
        journal.say(TODAY, &[CooperativeAct::MemberAdmitted(member("x", None, born_on, Some(1)))]);
        journal.roll().present("x").unwrap().is_young(TODAY)
    };
    assert_eq!(young(date(1991, 3, 2)), Some(true));
    assert_eq!(young(date(1991, 3, 1)), Some(false));
}

/// Something that people do.
#[derive(Clone, Debug)]
enum Deed {
    Admit(Option<Sex>, i16, i64),
    Leave(usize, usize, Option<usize>),
    Inherit(usize, i64),
    Move(usize, Option<usize>, i64),
    Take(usize, i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let sex = prop_oneof![Just(None), Just(Some(Sex::Female)), Just(Some(Sex::Male))];
    prop_oneof![
        (sex, 1950_i16..2005, 1_i64..9).prop_map(|(sex, year, shares)| Deed::Admit(sex, year, shares)),
        (any::<usize>(), 0_usize..4, prop::option::of(any::<usize>()))
            .prop_map(|(who, why, to)| Deed::Leave(who, why, to)),
        (any::<usize>(), 1_i64..4).prop_map(|(who, shares)| Deed::Inherit(who, shares)),
        (any::<usize>(), prop::option::of(any::<usize>()), 1_i64..4)
            .prop_map(|(who, to, shares)| Deed::Move(who, to, shares)),
        (any::<usize>(), 1_i64..4).prop_map(|(who, shares)| Deed::Take(who, shares)),
    ]
}

/// The acts of a deed; none of one that the forms would refuse.
fn done(roll: &Roll, n: usize, deed: &Deed) -> Option<Vec<CooperativeAct>> {
    let members: Vec<_> = roll.members().collect();
    let nth = |at: usize| members[at % members.len()];
    let held = |at| nth(at).shares.unwrap();
    let acts = match *deed {
        Deed::Admit(sex, year, shares) => {
            change::admission(roll, member(&format!("n{n}"), sex, date(year, 6, 1), Some(shares)), None)
        }
        Deed::Leave(who, why, to) => {
            let to = to.map(|to| nth(to).id.as_str()).filter(|to| *to != nth(who).id);
            // Who is paid back all that there is would leave a cooperative without capital.
            let last = to.is_none() && Some(held(who)) == roll.shares();
            if members.len() == 1 || last {
                return None;
            }
            change::leaving(roll, nth(who), Departure::ALL[why], to)
        }
        Deed::Inherit(who, shares) => {
            let heir = member(&format!("n{n}"), Some(Sex::Female), date(2000, 6, 1), Some(shares));
            (shares <= held(who)).then(|| change::admission(roll, heir, Some(&nth(who).id)))?
        }
        Deed::Move(who, to, shares) => {
            let to = to.map(|to| nth(to).id.as_str()).filter(|to| *to != nth(who).id);
            (shares < held(who)).then(|| change::moving(roll, nth(who), to.map_or(Move::Back, Move::Give), shares))?
        }
        Deed::Take(who, shares) => change::moving(roll, nth(who), Move::Take, shares),
    };
    Some(acts.unwrap())
}

proptest! {
    #[test]
    fn the_roll_is_what_the_register_folds_and_its_shares_make_the_capital(deeds in prop::collection::vec(deed(), 0..40)) {
        let mut journal = Journal::new();
        for (n, deed) in deeds.into_iter().enumerate() {
            if let Some(acts) = done(&journal.roll(), n, &deed) {
                journal.say(TODAY, &acts);
            }
        }
        let (roll, state) = (journal.roll(), journal.life().last());
        let folded: Vec<_> = state.roll.iter().flatten().map(|(id, member)| (id.clone(), member.shares)).collect();
        let mut ours: Vec<_> = roll.members().map(|member| (member.id.clone(), member.shares)).collect();
        ours.sort();
        prop_assert_eq!(ours, folded);
        prop_assert_eq!(state.capital.unwrap().0, roll.shares().unwrap() * 10_000);
        prop_assert_eq!(roll.share_minor(), Ok((10_000, Currency::Mad)));
        // Counted by hand.
        let members = state.members_on(Some(TODAY)).unwrap();
        let women: Vec<_> = roll.members().filter(|member| member.sex == Some(Sex::Female)).collect();
        prop_assert_eq!(members.women.iter().sum::<i64>(), women.len() as i64);
        let young = women.iter().filter(|member| member.is_young(TODAY) == Some(true));
        prop_assert_eq!(members.women[0], young.count() as i64);
        prop_assert_eq!(members.total(), roll.members().count() as i64);
        prop_assert_eq!(after(&state, &[]), state);
    }
}

pub(crate) fn words() -> web::Messages {
    let words = [register::SLICE.words.unwrap(), crate::SLICE.words.unwrap()];
    web::Messages::new(kernel::Lang::Fr, &std::sync::Arc::new(web::Phrasebook::new(&words).unwrap()))
}

#[test]
fn a_roll_is_opened_with_the_capital_that_there_is_and_grows_by_who_comes_later() {
    let mut journal = Journal(Vec::new());
    journal.say(TODAY, &[registered(), CooperativeAct::CapitalSubscribed(capital(70_000))]);
    let sheet = imported("who,name,shares\nlegal,A,4\nlegal,B,3\n", &Default::default());
    journal.say(TODAY, &change::admissions(&journal.roll(), &sheet.newcomers, TODAY).unwrap());
    assert_eq!(journal.roll().share_minor(), Ok((10_000, Currency::Mad)));
    let mut later = change::admissions(&journal.roll(), &sheet.newcomers[..1], TODAY).unwrap();
    assert_eq!(later.pop(), Some(CooperativeAct::CapitalIncreased(capital(40_000))));
}
