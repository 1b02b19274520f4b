//! What holds for every journal. No database: acts are posted by the pure part of the ledger.

use std::collections::BTreeMap;

use ledger::{NoAnswer, Question, Refusal, When};
use proptest::prelude::*;

use crate::{
    club::{self, Happening, MEASURES},
    journal::{Books, SMALL, What, answered, asks, by_hand, steps, without_zeros},
};

fn books() -> impl Strategy<Value = Books> {
    (steps(), 0..SMALL.len()).prop_map(|(steps, blocks)| Books::of(&steps, SMALL[blocks]))
}

impl std::fmt::Debug for Books {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for act in &self.acts {
            let on = act.effective_on.map(|day| day.to_string());
            writeln!(f, "{} {} {} {on:?} {:?} {}", act.seq, act.recorded_at, act.subject, act.voids, act.body)?;
        }
        Ok(())
    }
}

/// Values of dimensions with an amount.
type Balances = BTreeMap<(String, Vec<String>), i64>;

/// What the model says about all clubs on a day, as the acts known then tell it.
fn modelled(books: &Books, known: i64, day: kernel::Date) -> Balances {
    let mut sums = Balances::new();
    let mut add = |measure: &str, values: &[&str], amount: i64| {
        *sums.entry((measure.to_owned(), values.iter().map(|v| (*v).to_owned()).collect())).or_default() += amount;
    };
    for number in 0..6 {
        let mut acts = books.acts_of(&club::subject(number));
        acts.retain(|act| act.seq <= known);
        let (state, founded) = club::state_on(&acts, day);
        for (_, place, sector) in &founded {
            add("foundings", &[place, sector], 1);
        }
        let Some(club) = state else { continue };
        let (place, sector) = (club.place.as_str(), club.sector.as_str());
        add("clubs", &[place, sector], 1);
        for ((sex, age), n) in &club.members {
            add("members", &[place, sector, sex, age], *n);
        }
        for (currency, minor) in &club.capital {
            add("capital", &[place, sector, currency], *minor);
        }
    }
    without_zeros(sums)
}

/// What the entries posted up to an act sum to on a day.
fn posted(books: &Books, known: i64, day: kernel::Date) -> Balances {
    let mut sums = Balances::new();
    for row in books.rows().iter().filter(|row| row.seq <= known && row.on.is_none_or(|on| on <= day)) {
        let dimensions = MEASURES.iter().find(|measure| measure.code == row.measure).unwrap().dimensions;
        let values = dimensions.iter().map(|code| row.values[*code].clone()).collect();
        *sums.entry((row.measure.clone(), values)).or_default() += row.amount;
    }
    without_zeros(sums)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_every_moment_the_entries_known_sum_to_what_the_acts_known_imply(books in books(), day: prop::sample::Index) {
        let days = books.days();
        let days: Vec<_> = (0..days.len().min(4)).map(|i| days[(day.index(days.len()) + i * 7) % days.len()]).collect();
        for known in 0..=books.acts.len() as i64 {
            for day in &days {
                prop_assert_eq!(posted(&books, known, *day), modelled(&books, known, *day), "known {} on {}", known, day);
            }
        }
    }

    #[test]
    fn the_projection_answers_what_counting_by_hand_answers(books in books(), asks in prop::collection::vec(asks(), 12)) {
        let rows = books.rows();
        for ask in asks {
            let question = ask.of(&books.acts, &books.days());
            let expected = by_hand(&question, &rows, &books.acts, books.projection.territory());
            let (answer, scan) = (books.projection.answer(&question), books.projection.answer_by_scan(&question));
            match (answer, scan) {
                (Ok(answer), Ok(scan)) => {
                    prop_assert_eq!(answered(&answer), expected, "{:?}", question);
                    prop_assert_eq!(answer.lines, scan.lines);
                }
                (Err(Refusal::Question(why)), Err(_)) => {
                    prop_assert!(matches!(why, NoAnswer::Currencies(..)), "{}", why);
                    let currencies: std::collections::BTreeSet<_> = expected.keys().map(|(_, code)| code).collect();
                    prop_assert!(currencies.len() > 1, "{:?}", question);
                }
                (answer, scan) => prop_assert!(false, "{:?} {:?}", answer, scan),
            }
        }
    }

    #[test]
    fn a_breakdown_sums_to_its_total_with_what_is_unknown(books in books(), asks in prop::collection::vec(asks(), 6)) {
        for ask in asks {
            let broken_down = ask.of(&books.acts, &books.days());
            let by_year = broken_down.by.iter().any(|code| code == "year");
            let stock = broken_down.measure != "foundings";
            if by_year && stock {
                continue;
            }
            let total = Question { by: Vec::new(), ..broken_down.clone() };
            if let (Ok(lines), Ok(total)) = (books.projection.answer(&broken_down), books.projection.answer(&total)) {
                prop_assert_eq!(lines.total(), total.total(), "{:?}", broken_down);
                prop_assert_eq!(total.lines.len(), 1);
            }
        }
    }

    #[test]
    fn the_acts_behind_a_figure_sum_to_it(books in books(), asks in prop::collection::vec(asks(), 6)) {
        for ask in asks {
            let question = ask.of(&books.acts, &books.days());
            let by_year = question.by.iter().any(|code| code == "year");
            let (Ok(answer), Ok(causes)) = (books.projection.answer(&question), books.projection.causes(&question)) else {
                continue;
            };
            let sum: i64 = causes.iter().map(|(_, amount)| amount).sum();
            prop_assert!(causes.windows(2).all(|pair| pair[0].0 < pair[1].0), "each act once, as recorded");
            if by_year && question.measure != "foundings" {
                // A balance at the end of each year cannot be added up: the acts give the last of them.
                let last = Question { by: Vec::new(), when: When::On(question.when.last()), ..question.clone() };
                prop_assert_eq!(sum, books.projection.answer(&last).map_or(sum, |answer| answer.total()));
            } else {
                prop_assert_eq!(sum, answer.total(), "{:?}", question);
            }
        }
    }

    #[test]
    fn moves_leave_national_totals_as_they_are(steps in steps(), asks in prop::collection::vec(asks(), 4)) {
        let mut still = steps.clone();
        for step in &mut still {
            if let What::Happens { happening: happening @ (Happening::Moved { .. } | Happening::ChangedSector { .. }), .. } =
                &mut step.what
            {
                // The act stays, so that voids still name the same acts; it says nothing.
                *happening = Happening::Admitted { n: 0, sex: "f".into(), young_until: None };
            }
        }
        let (moving, still) = (Books::of(&steps, SMALL[1]), Books::of(&still, SMALL[1]));
        for ask in asks {
            let mut question = ask.of(&moving.acts, &moving.days());
            question.only.clear();
            question.by.retain(|code| ["sex", "age", "currency", "year"].contains(&code.as_str()));
            let (one, other) = (moving.projection.answer(&question), still.projection.answer(&question));
            prop_assert_eq!(one.map(|answer| answered(&answer)), other.map(|answer| answered(&answer)), "{:?}", question);
        }
    }

    #[test]
    fn the_order_of_recording_leaves_what_is_known_at_the_end_as_it_is(
        steps in steps(),
        keys in prop::collection::vec(any::<u32>(), 40),
        asks in prop::collection::vec(asks(), 4),
    ) {
        let acts: Vec<_> = Books::of(&steps, SMALL[0]).acts.into_iter().filter(|act| act.voids.is_none()).collect();
        // Acts of one day on one club are taken in the order in which they were recorded: they keep it.
        let mut order: Vec<usize> = (0..acts.len()).collect();
        order.sort_by_key(|index| keys[*index]);
        let mut place_of: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for index in &order {
            place_of.entry((&acts[*index].subject, acts[*index].effective_on)).or_default().push(*index);
        }
        place_of.values_mut().for_each(|same| same.sort_unstable_by(|a, b| b.cmp(a)));
        let (mut first, mut other) = (Books::empty(SMALL[2]), Books::empty(SMALL[1]));
        for act in &acts {
            first.record(act.recorded_at, draft(act));
        }
        for index in &order {
            let next = place_of.get_mut(&(&acts[*index].subject, acts[*index].effective_on)).unwrap().pop().unwrap();
            other.record(club::noon("2030-01-01"), draft(&acts[next]));
        }
        first.projection.settle();
        for ask in asks {
            let question = ask.of(&[], &first.days());
            let (one, two) = (first.projection.answer(&question), other.projection.answer(&question));
            prop_assert_eq!(one.map(|answer| answer.lines), two.map(|answer| answer.lines), "{:?}", question);
        }
    }
}

fn draft(act: &ledger::Act) -> ledger::Draft {
    ledger::Draft {
        subject: act.subject.clone(),
        kind: act.kind.clone(),
        effective_on: act.effective_on,
        author: act.author.clone(),
        document: None,
        voids: None,
        body: act.body.clone(),
        seen: None,
    }
}
