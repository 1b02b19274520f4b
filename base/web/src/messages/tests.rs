//! Every refusal of the ledger has words in every language.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::date;
use kernel::{Currency, Lang, UnknownCurrency};
use ledger::{NoAnswer, Refusal, Value};

use super::Messages;
use crate::Phrasebook;

/// One of each.
fn all() -> Vec<Refusal> {
    let (day, today) = (date(2021, 3, 4), date(2022, 5, 6));
    let questions = [
        NoAnswer::Measure { measure: "weight".into(), known: vec!["members"] },
        NoAnswer::Dimension { measure: "members", dimension: "region".into(), known: vec!["sex"] },
        NoAnswer::Twice,
        NoAnswer::Year,
        NoAnswer::Period(day),
        NoAnswer::Stock("members"),
        NoAnswer::Currency(UnknownCurrency("XXX".into())),
        NoAnswer::Currencies("capital", Currency::Mad, Currency::Tnd),
    ];
    let rules = [
        Refusal::Conflict { subject: "cooperative/KEN-000123".into(), since: Vec::new() },
        Refusal::Future { effective_on: day, today },
        Refusal::NotOnSubject(1_234),
        Refusal::VoidedAlready(1_234),
        Refusal::HalfVoid,
        Refusal::UnknownSubject("shop/1".into()),
    ];
    rules.into_iter().chain(questions.map(Refusal::Question)).collect()
}

/// Every code that the ledger writes, so that none is left out above.
fn codes() -> BTreeSet<&'static str> {
    let texts = include_str!("../../../ledger/src/refusal.rs").split('"');
    texts.filter(|text| text.starts_with("ledger-")).collect()
}

#[test]
fn every_refusal_of_the_ledger_is_told_in_every_language_with_what_it_saw() {
    assert_eq!(all().iter().map(Refusal::code).collect::<BTreeSet<_>>(), codes());
    let book = Arc::new(Phrasebook::new(&[]).unwrap());
    for lang in Lang::ALL {
        let t = Messages::new(lang, &book);
        for refusal in all() {
            let told = t.refusal(&refusal);
            assert!(!told.contains("refusal-") && !told.contains('$') && !told.contains('{'), "{lang}: {told}");
            for (name, value) in refusal.values() {
                let seen = match value {
                    Value::Text(text) => text,
                    Value::Number(number) => t.number(number),
                    Value::Day(day) => t.day(day),
                    Value::Money(minor, currency) => t.amount(minor, currency),
                    // No room with measures is here.
                    Value::Named(list, code) => t.find(&format!("{list}-{code}")).unwrap_or(code),
                };
                assert!(told.contains(&seen), "{lang}: {told} does not say {name}, {seen}");
            }
        }
    }
}
