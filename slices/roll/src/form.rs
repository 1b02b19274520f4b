//! What forms of the roll ask beyond what every form does: shares, and the day of a change.

use kernel::Date;
use web::{
    Messages,
    fields::{Field, Input, Sent},
};

use crate::roll::Roll;

/// The largest number of shares that is taken.
pub(crate) const SHARES_MAX: i64 = 1_000_000;

/// Whether new shares are paid at once; none where the register does not know how much of the capital is paid up.
pub(crate) fn paid(t: &Messages, roll: &Roll, typed: &str) -> Option<Field> {
    let answers = ["yes", "no"].map(|answer| (answer.to_owned(), t.get(&format!("roll-paid-{answer}"))));
    roll.paid_up_minor.map(|_| Field::new(t, "roll", "paid", typed, Input::Choice(answers.into())))
}

/// How many shares; none if it is no number above nothing.
pub(crate) fn shares(sent: &mut Sent, typed: &str) -> Option<i64> {
    let shares = typed.parse().ok().filter(|shares| (1..=SHARES_MAX).contains(shares));
    if shares.is_none() {
        sent.refuse("shares", "", "roll-wrong-shares");
    }
    shares
}

/// The day on which a change takes effect: today or before.
pub(crate) fn day(sent: &mut Sent, name: &str, typed: &str, today: Date) -> Option<Date> {
    let day = kernel::read_day(typed).ok();
    match day {
        None => sent.refuse(name, "", "roll-wrong-day"),
        Some(day) if day > today => sent.refuse(name, "", "roll-wrong-future"),
        Some(_) => {}
    }
    day.filter(|day| *day <= today)
}
