//! How fast figures are: 2 million entries over 300,000 cells, ten years of journal.
//!
//! `TWIZA_BENCH_ENTRIES=50000000` measures a larger ledger (4 GB of memory), without the databases. With
//! `TWIZA_TEST_POSTGRES`, PostgreSQL answers too.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on stops")]

mod country;

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use country::{Country, PLAIN_MAX, UNTIL, known, tables, until};
use ledger::{Answer, Question, When};

static COUNTRY: LazyLock<Country> = LazyLock::new(|| {
    let entries = std::env::var("TWIZA_BENCH_ENTRIES").ok().and_then(|text| text.parse().ok());
    Country::with_entries(entries.unwrap_or(2_000_000))
});

/// What is asked, all of it with both times.
const QUESTIONS: [&str; 8] = [
    "province x sector",
    "region x sector",
    "commune x sex, one region",
    "sector x year",
    "branch x age, women",
    "province x sex",
    "commune x branch, one region, one sector",
    "commune x branch",
];

fn question(name: &str) -> Question {
    let both = Question::on("members", until()).known(Some(known()));
    let by = |one: &str, other: &str| both.clone().by(one).by(other);
    match name {
        "province x sector" => by("province", "sector"),
        "region x sector" => by("region", "sector"),
        "commune x sex, one region" => by("commune", "sex").only("region", "04"),
        "sector x year" => {
            let years = When::During { from: Some(jiff::civil::date(2014, 1, 1)), to: until() };
            Question { when: years, ..by("sector", "year") }
        }
        "branch x age, women" => by("branch", "age").only("sex", "f"),
        "province x sex" => by("province", "sex"),
        "commune x branch, one region, one sector" => {
            by("commune", "branch").only("region", "04").only("sector", "S04")
        }
        _ => by("commune", "branch"),
    }
}

#[divan::bench(args = QUESTIONS)]
fn by_the_projection(bencher: divan::Bencher<'_, '_>, name: &str) {
    let question = question(name);
    bencher.bench_local(|| COUNTRY.projection.answer(&question));
}

#[divan::bench(args = QUESTIONS, sample_count = 10)]
fn by_reading_every_row(bencher: divan::Bencher<'_, '_>, name: &str) {
    let question = question(name);
    bencher.bench_local(|| COUNTRY.projection.answer_by_scan(&question));
}

fn main() {
    if std::env::args().any(|argument| argument == "--bench") {
        compare();
    }
    divan::main();
}

/// The median time of a call in milliseconds.
fn median<T>(mut call: impl FnMut() -> T) -> f64 {
    let begun = Instant::now();
    let mut times = Vec::new();
    while times.len() < 5 || (begun.elapsed() < Duration::from_secs(1) && times.len() < 1000) {
        let start = Instant::now();
        divan::black_box(call());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// Prints each way to a figure beside the others, measured in the same run.
fn compare() {
    let begun = Instant::now();
    let ledger = &COUNTRY.projection;
    println!(
        "{} entries, {} cells, {} acts; made and laid out in {:.1} s; {:.1} bytes an entry beyond the columns",
        ledger.entries(),
        ledger.cells().len(),
        ledger.head(),
        begun.elapsed().as_secs_f64(),
        ledger.overhead_bytes() as f64 / ledger.entries() as f64,
    );
    println!("{:40} {:>8} {:>10} {:>10} {:>8}", "", "lines", "first ms", "ms", "scan ms");
    for name in QUESTIONS {
        let question = question(name);
        let start = Instant::now();
        let answer = ledger.answer(&question).unwrap();
        let first = start.elapsed().as_secs_f64() * 1000.0;
        let (warm, scan) = (median(|| ledger.answer(&question)), median(|| ledger.answer_by_scan(&question)));
        assert_eq!(ledger.answer_by_scan(&question).unwrap().lines, answer.lines);
        println!("{name:40} {:8} {first:10.3} {warm:10.3} {scan:8.2}", answer.lines.len());
    }
    let answer = ledger.answer(&question("province x sector")).unwrap();
    let own = median(|| ledger.answer(&question("province x sector")));
    println!("province x sector: {own:.3} ms by the projection");
    if ledger.entries() <= PLAIN_MAX {
        by_others(&answer, own);
    }
}

fn by_others(answer: &Answer, own: f64) {
    let (line_of, width) = COUNTRY.by_province_and_sector();
    let known = answer.head as u32;
    let sums = COUNTRY.plain_scan(&line_of, width, UNTIL, known);
    assert_eq!(sums.iter().sum::<i64>(), answer.total());
    let plain = median(|| COUNTRY.plain_scan(&line_of, width, UNTIL, known));
    println!("  a plain column scan: {plain:.2} ms, {:.0} times as long", plain / own);
    let folder = tempfile::tempdir().unwrap();
    let file = format!("sqlite:{}", folder.path().join("country.db").display());
    by_sql("SQLite", &file, answer, own);
    match std::env::var("TWIZA_TEST_POSTGRES") {
        Ok(_) => {
            let databases = testkit::databases();
            by_sql("PostgreSQL", &databases[1].url, answer, own);
        }
        Err(_) => println!("  PostgreSQL: not asked, TWIZA_TEST_POSTGRES names none"),
    }
}

fn by_sql(engine: &str, url: &str, answer: &Answer, own: f64) {
    let db = tables::database(&COUNTRY, url);
    let line = |line: &ledger::Line| (line.values[0].to_string(), line.values[1].to_string(), line.amount);
    let mut lines: Vec<_> = answer.lines.iter().map(line).collect();
    lines.sort();
    assert_eq!(tables::figure(&db, answer.head), lines);
    let time = median(|| tables::figure(&db, answer.head));
    println!("  {engine}: {time:.0} ms, {:.0} times as long", time / own);
}
