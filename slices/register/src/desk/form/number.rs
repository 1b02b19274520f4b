//! Numbers and amounts of requests, with what is wrong with them.

use web::{Query, Wrong, fields};

/// The largest number that is taken.
const NUMBER_MAX: i64 = 1_000_000_000;

/// A whole number that is not negative.
pub(super) fn whole(sent: &mut Query, name: &'static str, wrong: &mut Vec<Wrong>) -> Option<i64> {
    let typed = sent.one(name)?;
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse::<i64>().ok().filter(|number| (0..=NUMBER_MAX).contains(number));
    if number.is_none() {
        wrong.push(Wrong::new(name, typed, "give a whole number").told("web-wrong-number"));
    }
    number
}

/// An amount in dirhams with or without centimes, in centimes.
pub(super) fn money(
    sent: &mut Query,
    name: &'static str,
    wrong: &mut Vec<Wrong>,
    may_be_negative: bool,
) -> Option<i64> {
    let typed = sent.one(name)?;
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let minor = fields::money(typed).filter(|minor| may_be_negative || *minor >= 0);
    if minor.is_none() {
        wrong.push(Wrong::new(name, typed, "give an amount such as 1234.50").told("web-wrong-money"));
    }
    minor
}
