//! A country to measure on: 75 provinces of 20 communes, 27 sectors with four branches each, sex, age; ten years of journal.

pub(crate) mod tables;

use std::collections::HashMap;

use jiff::{Timestamp, civil::date};
use kernel::{Level, Names, Place, Territory};
use ledger::{Aggregation, Cell, Day, Dimension, Measure, MeasureId, Projection, Schema, Scope, Unit};

const MEASURE: Measure = Measure {
    code: "members",
    aggregation: Aggregation::Stock,
    unit: Unit::Count("members"),
    definition: "Members of cooperatives.",
    source: "Made up by a generator.",
    dimensions: &["place", "sector", "branch", "sex", "age"],
};

const DIMENSIONS: [Dimension; 4] = [
    Dimension { code: "sector", scope: Scope::Subject, definition: "27 of them." },
    Dimension { code: "branch", scope: Scope::Subject, definition: "Four in each sector." },
    Dimension { code: "sex", scope: Scope::Part, definition: "`f`, `m` or `unknown`." },
    Dimension { code: "age", scope: Scope::Part, definition: "`young`, `adult` or `unknown`." },
];

/// Different cells, at most.
const CELLS: usize = 300_000;
/// The journal begins on 1 January 2014 and takes ten years.
const FIRST_DAY: i32 = 16_071;
const DAYS: i32 = 3652;

/// The ledger in memory, and the same entries as plain columns.
pub(crate) struct Country {
    pub(crate) projection: Projection,
    pub(crate) days: Vec<i32>,
    pub(crate) cells: Vec<u32>,
    pub(crate) amounts: Vec<i64>,
    pub(crate) seqs: Vec<u32>,
}

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) * end) >> 31
    }

    /// Small numbers are likelier: half of the values lie in the first quarter.
    fn skewed(&mut self, end: u64) -> u64 {
        let (one, other) = (self.below(end), self.below(end));
        one * other / end
    }
}

/// The code of a province, of a commune in it, of its region.
pub(crate) fn province(number: u64) -> String {
    format!("{:02}.{number:03}", region(number))
}

fn region(number: u64) -> u64 {
    1 + number % 12
}

pub(crate) fn territory() -> Territory {
    let place = |code: String, level, parent: Option<String>| Place {
        delegation: (level == Level::Province).then(|| format!("D{}", code.len() % 17)),
        code,
        level,
        parent,
        names: Names::default(),
        from: None,
        until: None,
    };
    let mut territory = Territory::default();
    territory.add(place("MA".into(), Level::Country, None));
    (1..=12).for_each(|number| territory.add(place(format!("{number:02}"), Level::Region, Some("MA".into()))));
    for number in 0..75 {
        territory.add(place(province(number), Level::Province, Some(format!("{:02}", region(number)))));
        for commune in 0..20 {
            territory.add(place(format!("{}.{commune:02}", province(number)), Level::Commune, Some(province(number))));
        }
    }
    territory
}

impl Country {
    /// A country with so many entries.
    pub(crate) fn with_entries(count: usize) -> Self {
        let schema = Schema::new(&[&[MEASURE]], &[&DIMENSIONS]);
        let measure = schema.measure("members").unwrap();
        let mut projection = Projection::new(schema.clone(), territory(), &["sector"]);
        let mut chance = Chance(20_260_615);
        let numbers = cells(&schema, &mut chance, &mut projection);
        let mut country = Self::fill(projection, measure, count, numbers, &mut chance);
        country.projection.settle();
        country
    }

    fn fill(projection: Projection, measure: MeasureId, count: usize, cells: u64, chance: &mut Chance) -> Self {
        let keep = count <= PLAIN_MAX;
        let (days, seqs, amounts, numbers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut country = Self { projection, days, cells: numbers, amounts, seqs };
        let acts = (count / 3) as i64;
        let mut done = 0;
        for seq in 1..=acts {
            let day = FIRST_DAY + (seq * i64::from(DAYS) / (acts + 1)) as i32;
            country.projection.push_act(i64::from(day) * 86_400_000_000 + seq % 86_400 * 1_000_000, "declared", None);
            let end = if seq == acts { count } else { done + 3 };
            for _ in done..end {
                let late = if chance.below(10) == 0 { chance.below(1500) } else { chance.skewed(60) };
                let (on, cell) = (day - late as i32, 1 + chance.skewed(cells) as u32);
                let amount = chance.below(12) as i64 - 3;
                country.projection.push_entry(seq, measure, day_of(on), cell, amount);
                if keep {
                    country.days.push(on);
                    country.cells.push(cell);
                    country.amounts.push(amount);
                    country.seqs.push(seq as u32);
                }
            }
            done = end;
        }
        country
    }

    /// The sums by a line for each cell: what nobody would call clever, and nothing beats at its simplicity.
    pub(crate) fn plain_scan(&self, line_of: &[u32], width: usize, until: i32, known: u32) -> Vec<i64> {
        let mut sums = vec![0; width];
        let rows = self.days.iter().zip(&self.cells).zip(&self.amounts).zip(&self.seqs);
        for (((day, cell), amount), seq) in rows {
            if *day <= until && *seq <= known {
                sums[line_of[*cell as usize - 1] as usize] += amount;
            }
        }
        sums
    }

    /// For each cell the line of its province and sector, and how many lines there are.
    pub(crate) fn by_province_and_sector(&self) -> (Vec<u32>, usize) {
        let schema = self.projection.schema();
        let (place, sector) = (schema.dimension("place").unwrap(), schema.dimension("sector").unwrap());
        let mut lines = HashMap::new();
        let line = |cell: &Cell| {
            let place = schema.codes().text(cell.get(place).unwrap());
            let province = place.rsplit_once('.').unwrap().0.to_owned();
            let next = lines.len() as u32;
            *lines.entry((province, cell.get(sector))).or_insert(next)
        };
        let line_of = self.projection.cells().iter().map(line).collect();
        (line_of, lines.len())
    }
}

/// More entries than this are kept by the projection alone.
pub(crate) const PLAIN_MAX: usize = 5_000_000;

/// Makes the cells; gives how many there are.
fn cells(schema: &Schema, chance: &mut Chance, projection: &mut Projection) -> u64 {
    while projection.cells().len() < CELLS {
        let (province_number, commune) = (chance.below(75), chance.below(20));
        let (sector, branch) = (chance.skewed(27), chance.below(4));
        let cell = schema.cell(&[
            ("place", &format!("{}.{commune:02}", province(province_number))),
            ("sector", &format!("S{sector:02}")),
            ("branch", &format!("S{sector:02}.{branch}")),
            ("sex", ["f", "m", "unknown"][chance.skewed(3) as usize]),
            ("age", ["adult", "young", "unknown"][chance.skewed(3) as usize]),
        ]);
        if projection.cells().number(&cell).is_none() {
            projection.push_cell(cell);
        }
    }
    projection.cells().len() as u64
}

fn day_of(days: i32) -> Day {
    let noon = Timestamp::from_second(i64::from(days) * 86_400 + 43_200).unwrap();
    jiff::tz::TimeZone::UTC.to_datetime(noon).date().into()
}

/// The days since 1970 of the reference date of all questions.
pub(crate) const UNTIL: i32 = 19_357;

/// The reference date of all questions.
pub(crate) const fn until() -> kernel::Date {
    date(2022, 12, 31)
}

/// The knowledge time of all questions.
pub(crate) fn known() -> Timestamp {
    "2023-01-15T12:00:00Z".parse().unwrap()
}
