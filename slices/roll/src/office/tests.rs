//! Who may hold what, until when, and what the rules say of all together.

use jiff::civil::date;
use kernel::Currency;
use register::acts::{AccountsFiled, CooperativeAct, MembershipDeclared};

use super::*;
use crate::roll::{Left, Membership};

/// Members m0 … of which m9 left on 1 June 2026 and came back on 1 July.
fn roll() -> Roll {
    let member = |id: &str, since, left: Option<Date>| Membership {
        id: id.into(),
        since: Some(since),
        left: left.map(|on| Left { on: Some(on), why: None }),
        sex: None,
        legal_person: false,
        age: None,
        shares: None,
        lines: Vec::new(),
    };
    let mut memberships: Vec<_> = (0..9).map(|n| member(&format!("m{n}"), date(2025, 1, 1), None)).collect();
    memberships.push(member("m9", date(2025, 1, 1), Some(date(2026, 6, 1))));
    memberships.push(member("m9", date(2026, 7, 1), None));
    Roll { memberships, ..Roll::default() }
}

fn office(holder: &str, function: Function, since: Date, until: Option<Date>) -> Office {
    Office { nth: 0, holder: holder.into(), function, since, until, document: "PV".into(), ended: None }
}

const BEGINS: Date = date(2026, 1, 1);

fn ended(office: Office, on: Date) -> Office {
    Office { ended: Some(Ended { on, document: "Lettre".into() }), ..office }
}

#[test]
fn an_office_is_held_from_its_first_day_to_the_last_of_its_term() {
    let president = office("m0", Function::President, BEGINS, Some(date(2026, 12, 31)));
    let held = |day| president.is_held(&roll(), day);
    assert!(!held(date(2025, 12, 31)) && held(BEGINS));
    assert!(held(date(2026, 12, 31)) && !held(date(2027, 1, 1)));
    assert_eq!(president.over(&roll()), Some((date(2027, 1, 1), Why::Term)));
    assert_eq!(office("m0", Function::Director, BEGINS, None).over(&roll()), None);
}

#[test]
fn what_ends_an_office_first_is_why_it_is_over() {
    let term = Some(date(2026, 12, 31));
    let ends = |day| ended(office("m9", Function::Secretary, BEGINS, term), day).over(&roll());
    assert_eq!(ends(date(2026, 5, 31)), Some((date(2026, 5, 31), Why::Ended)));
    assert_eq!(ends(date(2026, 6, 1)), Some((date(2026, 6, 1), Why::Ended)));
    assert_eq!(ends(date(2026, 6, 2)), Some((date(2026, 6, 1), Why::Left)));
    let short = office("m9", Function::Secretary, BEGINS, Some(date(2026, 5, 30)));
    assert_eq!(short.over(&roll()), Some((date(2026, 5, 31), Why::Term)));
}

#[test]
fn who_leaves_loses_the_office_that_day_and_who_comes_back_does_not_have_it_again() {
    let treasurer = office("m9", Function::Treasurer, BEGINS, None);
    assert!(treasurer.is_held(&roll(), date(2026, 5, 31)));
    assert!(!treasurer.is_held(&roll(), date(2026, 6, 1)));
    assert!(!treasurer.is_held(&roll(), date(2026, 7, 1)));
    let anew = office("m9", Function::Treasurer, date(2026, 7, 1), None);
    assert!(anew.is_held(&roll(), date(2026, 8, 1)));
    // A director who is no member leaves nothing.
    assert_eq!(office("outsider", Function::Director, BEGINS, None).over(&roll()), None);
}

#[test]
fn there_are_never_two_presidents_and_nobody_has_an_office_twice() {
    let (until, next) = (Some(date(2026, 12, 31)), date(2027, 1, 1));
    let held = vec![office("m0", Function::President, BEGINS, until)];
    let gets = |holder, function, since, until| against(&held, &office(holder, function, since, until), &roll());
    assert_eq!(gets("m1", Function::President, date(2026, 12, 31), None), Some(Against::President));
    assert_eq!(gets("m1", Function::President, next, None), None);
    assert_eq!(gets("m0", Function::President, date(2026, 3, 1), None), Some(Against::Twice));
    assert_eq!(gets("m0", Function::President, next, None), None);
    assert_eq!(gets("m1", Function::VicePresident, BEGINS, None), None);
    assert_eq!(gets("m0", Function::Secretary, BEGINS, None), None);
    // Written down late, for the time before.
    assert_eq!(gets("m1", Function::President, date(2025, 1, 1), Some(date(2025, 12, 31))), None);
    assert_eq!(gets("m1", Function::President, date(2025, 1, 1), Some(BEGINS)), Some(Against::President));
    // Whoever was ended makes room the same day.
    let held = vec![ended(held[0].clone(), date(2026, 4, 1))];
    let new = |since| against(&held, &office("m1", Function::President, since, None), &roll());
    assert_eq!((new(date(2026, 3, 31)), new(date(2026, 4, 1))), (Some(Against::President), None));
    // As does who left.
    let held = vec![office("m9", Function::President, BEGINS, until)];
    let new = |since| against(&held, &office("m1", Function::President, since, None), &roll());
    assert_eq!((new(date(2026, 5, 31)), new(date(2026, 6, 1))), (Some(Against::President), None));
}

fn said(findings: Vec<Finding>) -> Vec<(&'static str, i64)> {
    findings.iter().map(|finding| (finding.message, finding.number)).collect()
}

#[test]
fn rules_of_the_table_say_how_many_managers_and_how_large_a_board() {
    let several = |function, count: usize| -> Vec<_> {
        (0..count).map(|n| office(&format!("x{n}"), function, BEGINS, None)).collect()
    };
    let limits = |held: &[Office]| said(limits(held.iter(), BEGINS));
    let incomplete = |held: &[Office]| said(incomplete(held.iter(), BEGINS));
    let managers = |count| several(Function::Manager, count);
    assert_eq!((limits(&managers(3)), incomplete(&managers(3))), (vec![], vec![]));
    assert_eq!(limits(&managers(4)), [("roll-warn-managers", 4)]);
    let board = |count| several(Function::BoardMember, count);
    assert_eq!(incomplete(&board(0)), []);
    assert_eq!(incomplete(&board(2)), [("roll-warn-board-min", 2)]);
    assert_eq!(incomplete(&board(3)), []);
    assert_eq!(incomplete(&board(4)), [("roll-warn-board-multiple", 4)]);
    assert_eq!((limits(&board(12)), incomplete(&board(12))), (vec![], vec![]));
    assert_eq!(limits(&board(13)), [("roll-warn-board-max", 13)]);
    // Whoever has two offices is one person, and the director is on no board.
    let mut held = board(3);
    held.push(office("x0", Function::President, BEGINS, None));
    held.push(office("x7", Function::Director, BEGINS, None));
    assert_eq!(incomplete(&held), []);
    // None of these rules is confirmed: they warn.
    assert!(super::limits(managers(4).iter(), BEGINS).iter().all(|finding| !finding.stops()));
}

#[test]
fn managers_run_a_cooperative_only_while_it_is_small() {
    let registered = r#"{"level":"cooperative","name_fr":"Miel"}"#;
    let registered = CooperativeAct::read("registered", registered).unwrap();
    let CooperativeAct::Registered(registered) = registered else { panic!() };
    let found = |function, women, turnover: i64| {
        let mut cooperative = Cooperative::register(&registered, Some(BEGINS));
        let members = MembershipDeclared { women: Some(women), ..MembershipDeclared::default() };
        let accounts = AccountsFiled { turnover_minor: Some(turnover), ..AccountsFiled::of(2025, Currency::Mad) };
        for act in [CooperativeAct::MembershipDeclared(members), CooperativeAct::AccountsFiled(accounts)] {
            cooperative.apply(&act, Some(BEGINS));
        }
        let findings = too_large([office("m0", function, BEGINS, None)].iter(), &cooperative, BEGINS);
        assert!(findings.iter().all(|finding| !finding.stops()), "no such rule is confirmed");
        said(findings)
    };
    assert_eq!(found(Function::Manager, 49, 499_999_999), []);
    assert_eq!(found(Function::Manager, 50, 0), [("roll-warn-managers-members", 50)]);
    assert_eq!(found(Function::Manager, 5, 500_000_000), [("roll-warn-managers-turnover", 500_000_000)]);
    assert_eq!(found(Function::BoardMember, 900, 900_000_000), []);
}

#[test]
fn a_term_on_the_board_lasts_as_long_as_the_rule_says() {
    let term = |function, until| said(limits([office("m0", function, BEGINS, Some(until))].iter(), BEGINS));
    assert_eq!(term(Function::President, date(2028, 12, 31)), []);
    assert_eq!(term(Function::President, date(2029, 1, 1)), []);
    assert_eq!(term(Function::President, date(2029, 1, 2)), [("roll-warn-term", 0)]);
    assert_eq!(term(Function::Manager, date(2040, 1, 1)), []);
    assert_eq!(term(Function::Director, date(2040, 1, 1)), []);
}

#[test]
fn what_the_register_knows_is_compared_with_those_in_office() {
    let until = Some(date(2028, 12, 31));
    let held = [
        office("m0", Function::President, BEGINS, until),
        office("m1", Function::Treasurer, BEGINS, None),
        office("m0", Function::Secretary, BEGINS, Some(date(2029, 6, 30))),
        office("m5", Function::Director, BEGINS, Some(date(2026, 6, 30))),
    ];
    let running = Running::of(held.iter()).unwrap();
    assert_eq!(running, Running { organ: Organ::Board, persons: 2, until });
    assert!(!running.differs(Some((Organ::Board, 2, until))));
    assert!(running.differs(None));
    assert!(running.differs(Some((Organ::Managers, 2, until))));
    assert!(running.differs(Some((Organ::Board, 3, until))));
    assert!(running.differs(Some((Organ::Board, 2, None))));
    assert!(!Running { until: None, ..running }.differs(Some((Organ::Board, 2, until))), "nothing to compare");
    let managers = [office("m0", Function::Manager, BEGINS, None), office("m1", Function::President, BEGINS, None)];
    assert_eq!(Running::of(managers.iter()).map(|running| running.organ), Some(Organ::Managers));
    assert_eq!(Running::of(held[3..].iter()), None, "a director alone is no organ");
}

#[test]
fn a_function_is_read_as_it_is_written() {
    for function in Function::ALL {
        assert_eq!(function.code().parse(), Ok(function));
    }
    assert_eq!("king".parse::<Function>(), Err(()));
}
