//! When one is told, and that a choice is kept.
#![allow(clippy::unwrap_used, reason = "tests: what fails here should fail loudly")]

use jiff::{ToSpan, civil::date};
use kernel::Date;
use proptest::prelude::*;

use crate::Stage;

#[test]
fn a_stage_begins_on_its_first_day() {
    let until = date(2025, 6, 30);
    let on = |day| Stage::on(until, day);
    assert_eq!(on(date(2025, 5, 30)), None);
    assert_eq!(on(date(2025, 5, 31)), Some(Stage::Month));
    assert_eq!(on(date(2025, 6, 22)), Some(Stage::Month));
    assert_eq!(on(date(2025, 6, 23)), Some(Stage::Week));
    assert_eq!(on(until), Some(Stage::Week));
    assert_eq!(on(date(2025, 7, 1)), Some(Stage::Late));
    assert_eq!(on(date(2025, 7, 30)), Some(Stage::Late));
    assert_eq!(on(date(2025, 7, 31)), None);
}

proptest! {
    #[test]
    fn who_looks_each_day_meets_each_stage_once_in_order_and_on_the_day_that_was_announced(days in 0_i32..20_000) {
        let until = date(1990, 1, 1).saturating_add(days.days());
        let mut day: Date = until.saturating_sub(60.days());
        let mut met: Vec<Stage> = Vec::new();
        while day < until.saturating_add(60.days()) {
            let (announced, tomorrow) = (Stage::next(until, day), day.tomorrow().unwrap());
            let (before, after) = (Stage::on(until, day), Stage::on(until, tomorrow));
            if after.is_some() && after != before {
                prop_assert_eq!(announced, Some(tomorrow));
                met.extend(after);
            }
            day = tomorrow;
        }
        prop_assert_eq!(met, Stage::ALL);
    }
}
