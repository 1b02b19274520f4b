//! What holds for every cooperative, whatever happens to it.

use jiff::{Timestamp, civil::date};
use kernel::{Currency, Date};
use ledger::{Act, Entry, Hash, Schema, Subjects, difference, standing};
use proptest::prelude::*;

use crate::{
    Cooperatives, DIMENSIONS, Level, Life, MEASURES, Sex,
    acts::{
        AccountsFiled, ActivityChanged, Age, Capital, CooperativeAct, GeneralMeetingHeld, Meeting, MemberAdmitted,
        MemberLeft, MembershipDeclared, Registered, Renamed, SeatMoved, SharesMoved, StruckOff,
    },
};

fn schema() -> Schema {
    Schema::new(&[MEASURES], &[DIMENSIONS])
}

pub(crate) fn registered() -> CooperativeAct {
    CooperativeAct::Registered(Box::new(Registered {
        name_ar: Some("تعاونية".into()),
        name_fr: None,
        ice: None,
        cooperative_type: None,
        categories: Vec::new(),
        level: Level::Cooperative,
        sector: Some("AGR".into()),
        branch: Some("OLE".into()),
        place: Some("04.281".into()),
        characteristics: Vec::new(),
        origin: None,
        year_end: None,
    }))
}

fn act(seq: i64, effective_on: Option<Date>, said: &CooperativeAct) -> Act {
    Act {
        seq,
        subject: "cooperative/X".into(),
        kind: said.kind().into(),
        effective_on,
        recorded_at: Timestamp::UNIX_EPOCH,
        author: "test".into(),
        document: None,
        voids: None,
        body: said.body(),
        hash: Hash::ZERO,
    }
}

fn meeting(year: Option<i16>) -> GeneralMeetingHeld {
    GeneralMeetingHeld { accounts_approved: false, meeting: Meeting::Ordinary, present: 0, year }
}

pub(crate) fn happening() -> impl Strategy<Value = CooperativeAct> {
    let mad = Currency::Mad;
    let counts = (0_i64..4, 0_i64..4, 0_i64..2);
    prop_oneof![
        "[ab]".prop_map(|name| CooperativeAct::Renamed(Renamed { name_ar: None, name_fr: Some(name) })),
        prop::option::of("0[12]\\.[12]").prop_map(|place| CooperativeAct::SeatMoved(SeatMoved { place })),
        prop::option::of("[AB]")
            .prop_map(|sector| { CooperativeAct::ActivityChanged(ActivityChanged { sector, branch: None }) }),
        counts.prop_map(|(women, men, legal)| CooperativeAct::MembershipDeclared(MembershipDeclared {
            women: Some(women),
            women_young: Some(women / 2),
            men: Some(men),
            men_young: None,
            legal_persons: Some(legal),
            unspecified: None,
        })),
        (0_u8..3, any::<bool>(), 0_i16..20).prop_map(|(member, woman, years)| {
            CooperativeAct::MemberAdmitted(MemberAdmitted {
                member: format!("m{member}"),
                sex: woman.then_some(Sex::Female),
                legal_person: false,
                age: Some(Age::YoungUntil(date(2000 + years, 6, 1))),
                shares: (years > 5).then(|| i64::from(years)),
            })
        }),
        (0_u8..4, 1_i64..4, 0_u8..4).prop_map(|(from, shares, to)| {
            let member = |number: u8| (number < 3).then(|| format!("m{number}"));
            CooperativeAct::SharesMoved(SharesMoved { from: member(from), shares, to: member(to) })
        }),
        (0_u8..3).prop_map(|member| CooperativeAct::MemberLeft(MemberLeft {
            departure: None,
            member: format!("m{member}")
        })),
        (1_i64..9).prop_map(move |amount_minor| {
            CooperativeAct::CapitalSubscribed(Capital { amount_minor, currency: mad })
        }),
        (any::<bool>(), 1_i64..9).prop_map(move |(increased, amount_minor)| {
            let capital = Capital { amount_minor, currency: mad };
            if increased { CooperativeAct::CapitalIncreased(capital) } else { CooperativeAct::CapitalPaidUp(capital) }
        }),
        (2000_i16..2010, 0_i64..9).prop_map(move |(year, turnover)| CooperativeAct::AccountsFiled(AccountsFiled {
            turnover_minor: Some(turnover),
            employees: Some(turnover),
            ..AccountsFiled::of(year, mad)
        })),
        (2000_i16..2010, 0_i64..3, any::<bool>()).prop_map(|(year, present, accounts_approved)| {
            CooperativeAct::GeneralMeetingHeld(GeneralMeetingHeld { present, accounts_approved, ..meeting(Some(year)) })
        }),
        Just(CooperativeAct::DeclaredDormant),
        Just(CooperativeAct::DeclaredActive),
        Just(CooperativeAct::Dissolved),
        Just(CooperativeAct::StruckOff(StruckOff::default())),
    ]
}

/// A registered cooperative and what happens to it, on days in any order.
fn life() -> impl Strategy<Value = Vec<Act>> {
    let day = prop_oneof![1 => Just(None), 9 => (0_i16..12, 1_i8..13).prop_map(|(y, m)| Some(date(2000 + y, m, 1)))];
    (day.clone(), prop::collection::vec((day, happening()), 0..12)).prop_map(|(first, rest)| {
        let rest = (2..).zip(rest).map(|(seq, (on, said))| act(seq, on, &said));
        std::iter::once(act(1, first, &registered())).chain(rest).collect()
    })
}

fn sum(entries: &[Entry], measure: &str, schema: &Schema) -> i64 {
    let of = |entry: &&Entry| Some(entry.measure) == schema.measure(measure);
    entries.iter().filter(of).map(|entry| entry.amount).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn going_on_from_where_the_fold_stands_posts_what_folding_again_would(acts in life()) {
        let schema = schema();
        let cooperatives = Cooperatives::new(&schema);
        for (done, next) in acts.iter().enumerate().skip(1) {
            let before = standing(&acts[..done]);
            let last = before.last().unwrap().effective_on;
            let (held, state) = cooperatives.fold_and_stay(&before).unwrap();
            let Some(mut state) = state.filter(|_| last <= next.effective_on) else { continue };
            let Some(added) = cooperatives.step(&mut state, next).unwrap() else { continue };
            let implied = cooperatives.fold(&standing(&acts[..=done])).unwrap();
            prop_assert_eq!(difference(&added, &[]), difference(&implied, &held), "{:?}", next);
        }
    }

    #[test]
    fn a_cooperative_counts_once_while_it_is_there_and_has_no_balance_when_it_is_gone(acts in life()) {
        let schema = schema();
        let stand = standing(&acts);
        let entries = Cooperatives::new(&schema).fold(&stand).unwrap();
        let life = Life::of(&stand).unwrap().unwrap();
        let there = life.last().removal.is_none();
        prop_assert_eq!(sum(&entries, "cooperatives", &schema), i64::from(there));
        prop_assert_eq!(sum(&entries, "registrations", &schema), 1);
        prop_assert_eq!(sum(&entries, "removals", &schema), i64::from(!there));
        for measure in ["members", "share_capital", "employees", "womens_cooperatives"] {
            let balance = sum(&entries, measure, &schema);
            prop_assert!(there && balance >= 0 || balance == 0, "{measure}: {balance}");
        }
    }
}

#[test]
fn a_cooperative_no_longer_exists_on_the_day_it_is_struck_off() {
    let acts = [
        act(1, Some(date(2020, 5, 1)), &registered()),
        act(2, Some(date(2021, 3, 1)), &CooperativeAct::StruckOff(StruckOff::default())),
    ];
    let life = Life::of(&standing(&acts)).unwrap().unwrap();
    assert!(!life.existed_on(date(2020, 4, 30)));
    assert!(life.existed_on(date(2020, 5, 1)));
    assert!(life.existed_on(date(2021, 2, 28)));
    assert!(!life.existed_on(date(2021, 3, 1)));
}

#[test]
fn a_meeting_that_cannot_have_been_is_refused_and_one_that_can_changes_no_figure() {
    let (born, members) = (date(2020, 5, 1), MembershipDeclared { women: Some(7), ..MembershipDeclared::default() });
    let before = [act(1, Some(born), &registered()), act(2, Some(born), &CooperativeAct::MembershipDeclared(members))];
    let cooperatives = Cooperatives::new(&schema());
    let held = |on, held: GeneralMeetingHeld| act(3, Some(on), &CooperativeAct::GeneralMeetingHeld(held));
    let refused = |act: &Act| match cooperatives.admit(&standing(&before), act) {
        Err(ledger::Refusal::Rule(reason)) => Some(reason.code),
        other => other.err().map(|_| "another"),
    };
    let (day, whole) = (date(2021, 3, 1), GeneralMeetingHeld { present: 7, ..meeting(Some(2020)) });
    assert_eq!(refused(&held(day, whole.clone())), None);
    let more = GeneralMeetingHeld { present: 8, ..whole.clone() };
    assert_eq!(refused(&held(day, more)), Some("register-more-present-than-members"));
    assert_eq!(refused(&held(date(2020, 4, 30), whole.clone())), Some("register-before-registration"));
    assert_eq!(
        refused(&held(day, GeneralMeetingHeld { year: None, ..whole.clone() })),
        Some("register-meeting-without-year")
    );
    let approves = GeneralMeetingHeld { meeting: Meeting::Extraordinary, accounts_approved: true, ..whole.clone() };
    assert_eq!(refused(&held(day, approves)), Some("register-meeting-extraordinary"));
    let after: Vec<_> = before.iter().cloned().chain([held(day, whole)]).collect();
    let fold = |acts: &[Act]| cooperatives.fold(&standing(acts)).unwrap();
    assert!(difference(&fold(&after), &fold(&before)).is_empty());
}

#[test]
fn no_more_is_paid_up_than_there_is_capital_and_that_it_is_changes_no_figure() {
    let born = date(2020, 5, 1);
    let mad = |amount_minor| Capital { amount_minor, currency: Currency::Mad };
    let before =
        [act(1, Some(born), &registered()), act(2, Some(born), &CooperativeAct::CapitalSubscribed(mad(100_000)))];
    let cooperatives = Cooperatives::new(&schema());
    let paid =
        |amount_minor, currency| act(3, Some(born), &CooperativeAct::CapitalPaidUp(Capital { amount_minor, currency }));
    let refused = |acts: &[Act], act: &Act| match cooperatives.admit(&standing(acts), act) {
        Err(ledger::Refusal::Rule(reason)) => Some(reason.code),
        other => other.err().map(|_| "another"),
    };
    assert_eq!(refused(&before, &paid(100_000, Currency::Mad)), None);
    assert_eq!(refused(&before, &paid(100_001, Currency::Mad)), Some("register-more-paid-than-subscribed"));
    assert_eq!(refused(&before[..1], &paid(1, Currency::Mad)), Some("register-more-paid-than-subscribed"));
    assert_eq!(refused(&before, &paid(-1, Currency::Mad)), Some("register-negative-amount"));
    assert_eq!(refused(&before, &paid(1, Currency::Eur)), Some("register-currency"));
    let after: Vec<_> = before.iter().cloned().chain([paid(25_000, Currency::Mad)]).collect();
    let fold = |acts: &[Act]| cooperatives.fold(&standing(acts)).unwrap();
    assert!(difference(&fold(&after), &fold(&before)).is_empty());
    assert_eq!(after[2].body, r#"{"amount_minor":25000,"currency":"MAD"}"#);
}

#[test]
fn what_a_meeting_says_is_written_in_one_way_for_ever() {
    let held = GeneralMeetingHeld { accounts_approved: true, present: 7, ..meeting(Some(2020)) };
    let said = CooperativeAct::GeneralMeetingHeld(held);
    let body = r#"{"accounts_approved":true,"meeting":"ordinary","present":7,"year":2020}"#;
    assert_eq!(said.body(), body);
    assert_eq!(CooperativeAct::read(said.kind(), body).unwrap(), said);
    let least = CooperativeAct::read("general_meeting_held", r#"{"meeting":"extraordinary","present":0}"#).unwrap();
    assert_eq!(least.body(), r#"{"meeting":"extraordinary","present":0}"#);
}

#[test]
fn a_striking_off_without_a_ground_is_written_as_it_always_was() {
    let (without, court) = (StruckOff::default(), StruckOff { ground: Some(crate::Ground::Court) });
    for (said, body) in [(without, "{}"), (court, r#"{"ground":"court"}"#)] {
        let act = CooperativeAct::StruckOff(said);
        assert_eq!(act.body(), body);
        assert_eq!(CooperativeAct::read("struck_off", body).unwrap(), act);
    }
}
