//! A dossier as it should be, and what is missing when something is taken out.

use identity::PersonId;
use jiff::civil::date;
use kernel::{Date, Timestamp};
use proptest::prelude::*;
use register::{
    Category, Sex,
    acts::{Age, CooperativeAct, Organ},
};

use crate::{
    check::findings,
    dossier::Dossier,
    entry,
    founder::{Founder, Who},
    person::Known,
    project::{Funds, Name, Plan, Project, Sheet},
    statutes::Statutes,
    step::{Progress, Step, progress},
    submission::{Entered, Granted, Kind, State, Submission},
};

const TODAY: Date = date(2026, 3, 1);

fn founder(id: i64, shares: i64) -> Founder {
    let person: PersonId = format!("{id:032x}").parse().unwrap();
    Founder {
        id,
        who: Who::Person(person, Some(Sex::Female)),
        cash_shares: shares,
        kind_shares: 0,
        runs: id == 1,
        land: None,
        signed: Some("minutes".into()),
        confirmed: None,
    }
}

fn plan() -> Plan {
    Plan {
        sheet: Sheet {
            title: "Miel".into(),
            idea: "Vendre".into(),
            place: Some("04.281.01.01".into()),
            branch: Some("AGR.API".into()),
            categories: vec![Category::Supplies],
            ..Sheet::default()
        },
        names: Vec::new(),
        statutes: Statutes {
            object: "Vendre".into(),
            area: "Kénitra".into(),
            duration_years: Some(99),
            organ: Some(Organ::Managers),
            term_years: Some(3),
            shares_min: Some(1),
            notice_days: Some(15),
            legal_reserve_percent: Some(10),
            education_reserve_percent: Some(2),
            ..Statutes::default()
        },
        funds: Funds {
            share_minor: Some(10_000),
            paid_minor: Some(25_000),
            bank: "B".into(),
            deposit: "1".into(),
            report: String::new(),
        },
    }
}

fn granted(until: Date) -> Submission {
    let name = Name { ar: "عسل".into(), fr: "Miel".into() };
    let granted = Granted { name, number: "KEN-N-000001".into(), issued_on: TODAY, until: Some(until) };
    Submission {
        id: 1,
        project: 1,
        kind: Kind::Name,
        body: "[]".into(),
        filed_by: "a".into(),
        filed_at: Timestamp::UNIX_EPOCH,
        state: State::Accepted,
        decided_at: Some(Timestamp::UNIX_EPOCH),
        reason: None,
        outcome: Some(serde_json::to_string(&granted).unwrap()),
    }
}

fn dossier(plan: Plan, founders: Vec<Founder>) -> Dossier {
    let project = Project {
        id: 1,
        opened_by: "a".into(),
        opened_at: Timestamp::UNIX_EPOCH,
        on_paper: false,
        version: 1,
        plan,
        number: None,
        filed: false,
    };
    Dossier::with(project, founders, vec![granted(date(2027, 3, 1))])
}

/// Five founders with two shares of 100 dirhams each: the least that the law allows.
fn least() -> Dossier {
    dossier(plan(), (1..=5).map(|id| founder(id, 2)).collect())
}

fn stops(dossier: &Dossier) -> Vec<&'static str> {
    findings(dossier, TODAY).iter().filter(|finding| finding.stops()).map(|finding| finding.code).collect()
}

#[test]
fn the_least_that_the_law_allows_can_be_handed_in() {
    assert_eq!(stops(&least()), [""; 0]);
    assert_eq!(progress(&least(), &findings(&least(), TODAY)).last().unwrap(), &(Step::Filing, Progress::Ready));
}

#[test]
fn what_goes_below_a_confirmed_rule_stops_the_file() {
    let four = dossier(plan(), (1..=4).map(|id| founder(id, 2 + id % 2)).collect());
    assert_eq!(stops(&four), ["founders"]);
    let mut cheap = least();
    cheap.project.plan.funds.share_minor = Some(9_999);
    assert_eq!(stops(&cheap), ["share_min", "capital_min"]);
    let mut unpaid = least();
    unpaid.project.plan.funds.paid_minor = Some(24_999);
    assert_eq!(stops(&unpaid), ["paid"], "a quarter to the centime");
    unpaid.project.plan.funds.paid_minor = Some(100_001);
    assert_eq!(stops(&unpaid), ["paid_more"]);
    let mut unsigned = least();
    unsigned.founders.last_mut().unwrap().signed = None;
    assert_eq!(stops(&unsigned), ["signed"]);
    let mut in_kind = least();
    in_kind.founders.last_mut().unwrap().kind_shares = 1;
    assert_eq!(stops(&in_kind), ["report"]);
}

#[test]
fn a_name_holds_until_its_last_day_and_then_only_warns() {
    let on = |day| findings(&least(), day).iter().map(|finding| (finding.code, finding.stops())).collect::<Vec<_>>();
    assert_eq!(on(date(2027, 3, 1)), []);
    assert_eq!(on(date(2027, 3, 2)), [("name_expired", false)], "no article confirms for how long");
}

#[test]
fn a_founder_is_young_until_the_day_before_the_thirty_fifth_birthday() {
    let entered = |entered_on| Entered { local_number: "1".into(), entered_on };
    let age = |on| {
        let details = identity::Details { born_on: Some(date(1991, 3, 1)), ..Default::default() };
        let known = Known { founder: founder(1, 2), details: Some(details), land: None };
        match &entry::acts(&least(), &[known], &entered(on)).unwrap()[1] {
            CooperativeAct::MemberAdmitted(member) => member.age,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(age(date(2026, 2, 28)), Some(Age::YoungUntil(date(2026, 3, 1))));
    assert_eq!(age(date(2026, 3, 1)), Some(Age::Older));
}

proptest! {
    #[test]
    fn no_act_says_anything_about_a_person(name in "[A-Z][a-z]{5,20}", shares in prop::collection::vec(1_i64..1000, 5..20)) {
        let founders: Vec<_> = (1..).zip(&shares).map(|(id, shares)| founder(id, *shares)).collect();
        let known: Vec<_> = founders
            .iter()
            .map(|founder| {
                let details = identity::Details {
                    name: name.parse().ok(),
                    born_on: Some(date(1991, 3, 1)),
                    ..Default::default()
                };
                Known { founder: founder.clone(), details: Some(details), land: Some(name.clone()) }
            })
            .collect();
        let dossier = dossier(plan(), founders);
        let entered = Entered { local_number: "1".into(), entered_on: TODAY };
        let acts = entry::acts(&dossier, &known, &entered).unwrap();
        prop_assert!(acts.iter().all(|act| !act.body().contains(&name)));
        prop_assert!(acts.iter().all(|act| !act.body().contains("1991")));
        let admitted = acts.iter().filter(|act| act.kind() == "member_admitted").count();
        prop_assert_eq!(admitted, shares.len());
        let sum: i64 = shares.iter().sum();
        let subscribed = acts.iter().any(|act| match act {
            CooperativeAct::CapitalSubscribed(capital) => capital.amount_minor == sum * 10_000,
            _ => false,
        });
        prop_assert!(subscribed);
    }
}
