//! Random journals of clubs, and the ledger that follows from them without a database.

mod questions;

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, ToSpan};
use kernel::Date;
use ledger::{
    Act, Blocks, Cell, Draft, Entry, Hash, Head, Ledger, Projection, Schema, Subjects, VOIDED, difference, hash_of,
    standing,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::club::{self, Clubs, Happening, PLACES, SECTORS, SEXES};

pub(crate) use questions::{Row, answered, asks, by_hand};

/// What somebody tries to record, and how long after the step before.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) hours_later: i64,
    pub(crate) what: What,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    /// A happening, so many days before it is recorded; none if nobody knows when.
    Happens { club: usize, days_ago: Option<i64>, happening: Happening },
    /// Some act recorded before is voided.
    Voids { which: prop::sample::Index },
}

/// Cuts so small that a few entries make several blocks with several vectors.
pub(crate) const SMALL: [Blocks; 4] = [
    Blocks { rows: 1, count: 1000, step: 1, step_per_number: 0, apart_per_cell: 0 },
    Blocks { rows: 7, count: 1000, step: 2, step_per_number: 0, apart_per_cell: 0 },
    Blocks { rows: 16, count: 3, step: 5, step_per_number: 0, apart_per_cell: 1 },
    Blocks { rows: 5, count: 4, step: 1, step_per_number: 0, apart_per_cell: 2 },
];

/// Journals of 1 to 40 steps over six clubs.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 1..=40)
}

fn step() -> impl Strategy<Value = Step> {
    let hours_later = prop_oneof![2 => Just(0_i64), 5 => 0_i64..4000];
    let days_ago = prop_oneof![1 => Just(None), 3 => (0_i64..40).prop_map(Some), 5 => (0_i64..4000).prop_map(Some)];
    let happens = (0_usize..6, days_ago, happening()).prop_map(|(club, days_ago, happening)| What::Happens {
        club,
        days_ago,
        happening,
    });
    let voids = any::<prop::sample::Index>().prop_map(|which| What::Voids { which });
    (hours_later, prop_oneof![4 => happens, 1 => voids]).prop_map(|(hours_later, what)| Step { hours_later, what })
}

fn happening() -> impl Strategy<Value = Happening> {
    let sex = || select(SEXES.as_slice()).prop_map(str::to_owned);
    let place = || select(PLACES.as_slice()).prop_map(str::to_owned);
    let sector = || select(SECTORS.as_slice()).prop_map(str::to_owned);
    let birthday = || prop::option::of((0_i64..6000).prop_map(|days| club::day("2008-01-01") + days.days()));
    let members = prop::collection::btree_map(sex(), 0_i64..30, 0..3);
    let capital = prop::collection::btree_map(select(vec!["MAD".to_owned(), "TND".to_owned()]), 1_i64..9999, 0..3);
    prop_oneof![
        6 => (place(), sector(), members, capital).prop_map(|(place, sector, members, capital)| {
            Happening::Founded { place, sector, members, capital }
        }),
        3 => place().prop_map(|place| Happening::Moved { place }),
        2 => sector().prop_map(|sector| Happening::ChangedSector { sector }),
        5 => (0_i64..20, sex(), birthday()).prop_map(|(n, sex, young_until)| Happening::Admitted { n, sex, young_until }),
        2 => (0_i64..9, sex(), birthday()).prop_map(|(n, sex, young_until)| Happening::Left { n, sex, young_until }),
        1 => Just(Happening::Closed {}),
    ]
}

/// The drafts of these steps with the instants at which they are recorded; a void names the act that would be there if
/// nothing were refused.
pub(crate) fn drafts(steps: &[Step]) -> Vec<(Timestamp, Draft)> {
    let mut now = club::noon("2016-01-01");
    let mut drafts: Vec<(Timestamp, Draft)> = Vec::new();
    for Step { hours_later, what } in steps {
        now += hours_later.hours();
        let today = jiff::tz::TimeZone::UTC.to_datetime(now).date();
        let draft = match what {
            What::Happens { club, days_ago, happening } => {
                happening.draft(*club, days_ago.map(|days| today - days.days()))
            }
            What::Voids { .. } if drafts.is_empty() => continue,
            What::Voids { which } => {
                let target = which.index(drafts.len());
                let subject = drafts[target].1.subject.clone();
                Draft::void(&subject, target as i64 + 1, Some(today), "wrong", "test")
            }
        };
        drafts.push((now, draft));
    }
    drafts
}

/// Records drafts in one transaction; what is refused is left out. Gives the acts that were recorded.
pub(crate) fn record(ledger: &Ledger, drafts: Vec<(Timestamp, Draft)>) -> Vec<Act> {
    let clock = ledger.clock().clone();
    let recorded = ledger.write(move |recorder| {
        let mut acts = Vec::new();
        for (at, draft) in drafts {
            clock.set(at);
            match recorder.record(draft).cloned() {
                Ok(act) => acts.push(act),
                Err(ledger::Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(acts)
    });
    recorded.unwrap()
}

/// Acts chained and posted in memory, by nothing but the pure part of the ledger.
pub(crate) struct Books {
    pub(crate) schema: Schema,
    pub(crate) acts: Vec<Act>,
    pub(crate) entries: Vec<(i64, Entry)>,
    pub(crate) projection: Projection,
    numbers: HashMap<Cell, u32>,
    held: HashMap<String, Vec<Entry>>,
}

impl Books {
    pub(crate) fn empty(blocks: Blocks) -> Self {
        let schema = Schema::new(&[club::MEASURES], &[club::DIMENSIONS]);
        let projection = Projection::new(schema.clone(), club::territory(), &["sector"]).with_blocks(blocks);
        let (acts, entries) = (Vec::new(), Vec::new());
        Self { schema, acts, entries, projection, numbers: HashMap::new(), held: HashMap::new() }
    }

    /// Books in which these steps are recorded; a club may be founded twice, and a void that names nothing is left out.
    /// The blocks are closed every few acts.
    pub(crate) fn of(steps: &[Step], blocks: Blocks) -> Self {
        let mut books = Self::empty(blocks);
        for (at, draft) in drafts(steps) {
            books.record(at, draft);
            if books.acts.len().is_multiple_of(5) {
                books.projection.settle();
            }
        }
        books
    }

    pub(crate) fn record(&mut self, at: Timestamp, draft: Draft) {
        let head = self.acts.last().map_or(Head::EMPTY, Act::head);
        let target = draft.voids.map(|target| self.acts.iter().find(|act| act.seq == target));
        if target.is_some_and(|target| {
            target.is_none_or(|act| act.subject != draft.subject || !club::stands(&self.acts, act))
        }) {
            return;
        }
        let mut act = Act {
            seq: head.seq + 1,
            subject: draft.subject,
            kind: draft.kind,
            effective_on: draft.effective_on,
            recorded_at: at,
            author: draft.author,
            document: draft.document,
            voids: draft.voids,
            body: draft.body,
            hash: Hash::ZERO,
        };
        assert_eq!(act.kind == VOIDED, act.voids.is_some());
        act.hash = hash_of(head.hash, &act);
        self.projection.push_act(at.as_microsecond(), &act.kind, act.effective_on.map(|day| day.year()));
        self.acts.push(act.clone());
        let acts = self.acts_of(&act.subject);
        let implied = Clubs::new(&self.schema).fold(&standing(&acts)).unwrap();
        let posted = difference(&implied, self.held.get(&act.subject).map_or(&[], Vec::as_slice));
        self.held.insert(act.subject.clone(), implied);
        for entry in posted {
            let next = self.numbers.len() as u32 + 1;
            let cell = *self.numbers.entry(entry.cell).or_insert_with(|| {
                self.projection.push_cell(entry.cell);
                next
            });
            self.projection.push_entry(act.seq, entry.measure, entry.on, cell, entry.amount);
            self.entries.push((act.seq, entry));
        }
    }

    pub(crate) fn acts_of(&self, subject: &str) -> Vec<Act> {
        self.acts.iter().filter(|act| act.subject == subject).cloned().collect()
    }

    /// The entries as plain rows.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let row = |(seq, entry): &(i64, Entry)| {
            let value = |code: &str| {
                let code = entry.cell.get(self.schema.dimension(code)?)?;
                Some(self.schema.codes().text(code).to_string())
            };
            let dimensions = ["place", "sector", "sex", "age", "currency"];
            let values = dimensions.iter().filter_map(|code| Some(((*code).to_owned(), value(code)?))).collect();
            let measure = self.schema.describe(entry.measure).unwrap().code.to_owned();
            Row { seq: *seq, measure, on: entry.on.date(), values, amount: entry.amount }
        };
        self.entries.iter().map(row).collect()
    }

    /// The days on which anything happens, and the days before and after.
    pub(crate) fn days(&self) -> Vec<Date> {
        let acted = self.acts.iter().filter_map(|act| act.effective_on);
        let known: Vec<Date> = acted.chain(self.entries.iter().filter_map(|(_, entry)| entry.on.date())).collect();
        let mut days: Vec<Date> =
            known.into_iter().flat_map(|day| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()]).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The sums of lines without the zeros.
pub(crate) fn without_zeros<K: Ord>(sums: BTreeMap<K, i64>) -> BTreeMap<K, i64> {
    sums.into_iter().filter(|(_, amount)| *amount != 0).collect()
}
