//! What a file is held against, and what is there.

use std::sync::Arc;

use jiff::civil::date;
use kernel::Lang;
use web::Phrasebook;

use super::*;
use crate::{check::findings, tests::least};

const TODAY: Date = date(2026, 3, 1);

/// What a dossier is held against: the rule, what it asks, what is there, and whether that is kept.
fn told(dossier: &Dossier) -> Vec<(Rule, String, String, bool)> {
    let words = [register::SLICE.words.unwrap(), crate::SLICE.words.unwrap()];
    let t = Messages::new(Lang::En, &Arc::new(Phrasebook::new(&words).unwrap()));
    let held = Held { t: &t, dossier, known: &[], today: TODAY };
    let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ");
    let all = held.against(&findings(dossier, TODAY)).into_iter();
    all.map(|one| (one.rule.rule, bare(one.rule.tell(&t)), bare(one.there), one.keeps)).collect()
}

fn of(told: &[(Rule, String, String, bool)], rule: Rule) -> Option<(&str, &str, bool)> {
    let found = told.iter().find(|(one, ..)| *one == rule)?;
    Some((&found.1, &found.2, found.3))
}

#[test]
fn what_is_kept_is_told_with_what_was_asked_and_what_is_there() {
    let told = told(&least());
    assert!(told.iter().all(|(.., keeps)| *keeps), "{told:?}");
    assert_eq!(of(&told, Rule::MembersMin), Some(("5 persons", "5 persons", true)));
    assert_eq!(of(&told, Rule::ManagersMax).map(|(_, there, _)| there), Some("1 person"));
    assert_eq!(of(&told, Rule::CashBlockedWithin), Some(("5 days", "5 days", true)));
    assert_eq!(of(&told, Rule::BoardMin), None, "it has no board");
    assert_eq!(of(&told, Rule::FounderAgeMin), None, "nobody opened how old they are");
}

#[test]
fn what_is_not_kept_says_so_beside_the_same_numbers() {
    let mut dossier = least();
    dossier.founders.pop();
    dossier.project.plan.funds.deposited_on = Some(date(2026, 2, 8));
    let told = told(&dossier);
    assert_eq!(of(&told, Rule::MembersMin), Some(("5 persons", "4 persons", false)));
    assert_eq!(of(&told, Rule::CashBlockedWithin), Some(("5 days", "7 days", false)));
    assert!(of(&told, Rule::CapitalMin).is_some_and(|(.., keeps)| !keeps), "{told:?}");
}
