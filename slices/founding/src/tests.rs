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
    check::{Finding, findings, minors, unsent},
    dossier::Dossier,
    entry,
    founder::{Confirmed, Founder, Who},
    legal::Legal,
    paper::Paper,
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
        kind_what: None,
        kind_value_minor: None,
        runs: id == 1,
        land_list: None,
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
            first_paid_on: Some(date(2026, 2, 1)),
            deposited_on: Some(date(2026, 2, 6)),
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
        decided_by: Some("b".into()),
        decided_at: Some(Timestamp::UNIX_EPOCH),
        reason: None,
        outcome: Some(serde_json::to_string(&granted).unwrap()),
        told_at: None,
        file: None,
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
pub(crate) fn least() -> Dossier {
    dossier(plan(), (1..=5).map(|id| founder(id, 2)).collect())
}

/// A founder of whom these details are known.
fn known(founder: Founder, details: identity::Details) -> Known {
    Known { founder, details: Some(details), representative: None, land_list: None, land: None }
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
    assert_eq!(stops(&in_kind), ["kind", "report"]);
}

/// What is found, and whether it stops the file.
fn found(findings: Vec<Finding>) -> Vec<(&'static str, bool)> {
    findings.iter().map(|finding| (finding.code, finding.stops())).collect()
}

#[test]
fn money_is_deposited_until_the_last_day_that_the_rule_gives() {
    let on = |deposited_on| {
        let mut dossier = least();
        dossier.project.plan.funds.deposited_on = deposited_on;
        found(findings(&dossier, TODAY))
    };
    assert_eq!(on(Some(date(2026, 2, 1))), []);
    assert_eq!(on(Some(date(2026, 2, 6))), [], "the fifth day after");
    assert_eq!(on(Some(date(2026, 2, 7))), [("blocked", true)]);
    assert_eq!(on(None), [("deposit_days", false)], "who does not say it is asked");
}

#[test]
fn collective_land_is_told_by_community_list_and_plot_or_not_at_all() {
    let with = |community: bool, list: bool, plot: bool| {
        let mut dossier = least();
        dossier.project.plan.sheet.community = community.then(|| "Aït Ali".into());
        for founder in &mut dossier.founders {
            founder.land_list = list.then(|| vec![1]);
            founder.land = plot.then(|| vec![2]);
        }
        stops(&dossier)
    };
    assert_eq!(with(true, true, true), [""; 0]);
    assert_eq!(with(true, false, true), ["land"], "of before the list was asked for by itself");
    assert_eq!(with(true, true, false), ["land"]);
    assert_eq!(with(false, false, true), ["community"]);
    let mut with_legal = least();
    with_legal.project.plan.sheet.community = Some("Aït Ali".into());
    for founder in &mut with_legal.founders {
        founder.who = legal(true);
    }
    assert_eq!(stops(&with_legal), [""; 0], "a legal person is on no list");
}

/// A legal person, of which number and representative are known or not.
fn legal(is_identified: bool) -> Who {
    let representative: Option<PersonId> = is_identified.then(|| format!("{:032x}", 99).parse().unwrap());
    let number = is_identified.then(|| "001561191000066".parse().unwrap());
    Who::Legal(Legal { name: "Union".into(), number, representative })
}

#[test]
fn a_legal_person_has_a_number_and_somebody_who_acts_for_it() {
    let with = |is_identified| {
        let mut dossier = least();
        dossier.founders.last_mut().unwrap().who = legal(is_identified);
        stops(&dossier)
    };
    assert_eq!((with(true), with(false)), (vec![], vec!["legal"]));
}

#[test]
fn a_contribution_in_kind_is_worth_its_shares_to_the_centime_or_that_is_to_be_checked() {
    let worth = |value| {
        let mut dossier = least();
        dossier.project.plan.funds.report = "R".into();
        let founder = dossier.founders.last_mut().unwrap();
        (founder.kind_shares, founder.kind_what, founder.kind_value_minor) = (3, Some("Ruches".into()), Some(value));
        found(findings(&dossier, TODAY))
    };
    assert_eq!(worth(30_000), []);
    assert_eq!(worth(29_999), [("kind_worth", false)]);
    assert_eq!(worth(30_001), [("kind_worth", false)]);
}

#[test]
fn a_founder_is_a_minor_until_the_day_before_the_birthday_and_that_only_warns() {
    let on = |day| {
        let details = identity::Details { born_on: Some(date(2008, 3, 1)), ..Default::default() };
        found(minors(&[known(founder(1, 2), details)], day))
    };
    assert_eq!(on(date(2026, 2, 28)), [("minor", false)], "no article confirms the age");
    assert_eq!(on(date(2026, 3, 1)), []);
}

#[test]
fn papers_that_are_named_and_not_sent_along_are_told_and_stop_nothing() {
    let mut dossier = least();
    let all = |dossier: &Dossier| Paper::ALL.map(|paper| found(unsent(dossier, paper))).concat();
    assert_eq!(all(&dossier), [("signed_scan", false), ("deposit_scan", false)]);
    let confirmed = Confirmed { account: "a".into(), at: Timestamp::UNIX_EPOCH, lapsed_at: None };
    for founder in &mut dossier.founders {
        (founder.signed, founder.confirmed) = (None, Some(confirmed.clone()));
        (founder.cash_shares, founder.kind_shares) = (0, 2);
    }
    dossier.project.plan.funds.report = "R".into();
    assert_eq!(all(&dossier), [("report_scan", false)], "nobody signed on paper");
    // Each is told by itself.
    dossier.founders[0].cash_shares = 2;
    assert_eq!(all(&dossier), [("deposit_scan", false), ("report_scan", false)]);
    assert_eq!(found(unsent(&dossier, Paper::Deposit)), [("deposit_scan", false)]);
    assert_eq!(found(unsent(&dossier, Paper::Valuation)), [("report_scan", false)]);
}

#[test]
fn a_name_holds_until_its_last_day_and_then_only_warns() {
    let on = |day| findings(&least(), day).iter().map(|finding| (finding.code, finding.stops())).collect::<Vec<_>>();
    assert_eq!(on(date(2027, 3, 1)), []);
    assert_eq!(on(date(2027, 3, 2)), [("name_expired", false)], "no article confirms for how long");
}

#[test]
fn a_founder_is_young_until_the_day_before_the_thirty_fifth_birthday() {
    let entered = |entered_on| Entered { local_number: "1".into(), entered_on, court: None };
    let age = |on| {
        let details = identity::Details { born_on: Some(date(1991, 3, 1)), ..Default::default() };
        match &entry::acts(&least(), &[known(founder(1, 2), details)], &entered(on)).unwrap()[1] {
            CooperativeAct::MemberAdmitted(member) => member.age,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(age(date(2026, 2, 28)), Some(Age::YoungUntil(date(2026, 3, 1))));
    assert_eq!(age(date(2026, 3, 1)), Some(Age::Older));
}

#[test]
fn who_runs_it_and_confirmed_acts_for_it_until_the_first_term_ends() {
    let confirmed =
        |account: &str, lapsed_at| Confirmed { account: account.into(), at: Timestamp::UNIX_EPOCH, lapsed_at };
    let mut founders: Vec<_> = (1..=5).map(|id| founder(id, 5)).collect();
    for (founder, (runs, confirmed)) in founders.iter_mut().zip([
        (true, Some(confirmed("a", None))),
        (true, Some(confirmed("b", Some(Timestamp::UNIX_EPOCH)))),
        (true, None),
        (false, Some(confirmed("d", None))),
        (true, Some(confirmed("e", None))),
    ]) {
        (founder.runs, founder.confirmed) = (runs, confirmed);
    }
    let mut dossier = dossier(plan(), founders);
    assert_eq!(dossier.acting().collect::<Vec<_>>(), ["a", "e"]);
    assert_eq!(dossier.term_ends(date(2026, 3, 1)), Some(date(2029, 3, 1)));
    dossier.project.plan.statutes.term_years = None;
    assert_eq!(dossier.term_ends(date(2026, 3, 1)), None);
    let entered = Entered { local_number: "1".into(), entered_on: TODAY, court: None };
    let acts = entry::acts(&dossier, &[], &entered).unwrap();
    let organ =
        acts.iter().find_map(|act| if let CooperativeAct::OrganAppointed(organ) = act { Some(organ) } else { None });
    assert_eq!(organ.unwrap().until, None, "no term of no years");
}

#[test]
fn court_and_delegation_decide_within_times_of_their_own_that_no_article_confirms() {
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    for kind in [Kind::Filing, Kind::Entry] {
        let submission = Submission { kind, state: State::Open, filed_at: at, ..granted(TODAY) };
        assert_eq!(
            least().until(&submission),
            Some(date(2026, 3, 21)),
            "twenty days from the day on which it was there"
        );
        assert!(!kind.within().on(TODAY).unwrap().is_confirmed());
        assert_ne!(kind.within(), register::Rule::CopySentWithin, "that is the clerk's time to send the copy");
    }
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
                let land = Some(name.clone());
                Known { representative: land.clone(), land_list: land.clone(), land, ..known(founder.clone(), details) }
            })
            .collect();
        let dossier = dossier(plan(), founders);
        let entered = Entered { local_number: "1".into(), entered_on: TODAY, court: None };
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
