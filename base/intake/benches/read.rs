//! How fast a list is read: ten columns, about 100 bytes a row.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run says so by a panic")]

use std::{convert::Infallible, fmt::Write, hint::black_box, io::Cursor};

use intake::{Format, Outcome, Profile, Rejects, Source};

const ROWS: usize = 200_000;

const PROFILE: &str = r#"
source = { name = "b", title = { en = "b" }, publisher = "b", licence = "b", credit = "b", country = "MA", currency = "MAD" }

[[file]]
role = "register"
match.columns = ["number"]
unique = ["number"]

[file.columns]
number = { column = "number", required = true }
name_fr = { column = "name" }
type = { column = "type", codes = "type" }
sector = { column = "sector" }
place = { column = "place" }
registered_on = { column = "registered_on", dates = ["d/m/yyyy"] }
women = { column = "women" }
men = { column = "men" }
capital = { column = "capital" }
status = { column = "status" }

[codes.type.values]
Workers = "worker"
Producers = "producer"
"#;

fn main() {
    divan::main();
}

/// A list as an office could send it.
fn list() -> Vec<u8> {
    let mut text = "number,name,type,sector,place,registered_on,women,men,capital,status\n".to_owned();
    for row in 0..ROWS {
        let (day, kind) = (row % 28 + 1, if row % 3 == 0 { "Workers" } else { "Producers" });
        let _ = writeln!(
            text,
            "{row},\"Coopérative agricole n° {row}, Béni Mellal\",{kind},AGR,05.091.01.11,{day}/3/2019,{},7,15000.50,Live",
            row % 40
        );
    }
    text.into_bytes()
}

/// The floor: the rows are cut and their encoding is checked.
#[divan::bench(sample_count = 5)]
fn rows(bencher: divan::Bencher) {
    let list = list();
    bencher.counter(divan::counter::ItemsCount::new(ROWS)).bench(|| {
        let mut source = Source::read("list.csv", Cursor::new(list.clone()), &Format::default()).unwrap();
        let mut bytes = 0;
        while let Some(row) = source.next().unwrap() {
            bytes += row.fields().map(str::len).sum::<usize>();
        }
        black_box(bytes)
    });
}

/// All of it: repeats are looked for, and all ten values of each row are read.
#[divan::bench(sample_count = 5)]
fn values(bencher: divan::Bencher) {
    let profile = Profile::read(PROFILE).unwrap();
    let file = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
    std::fs::write(file.path(), list()).unwrap();
    bencher.counter(divan::counter::ItemsCount::new(ROWS)).bench(|| {
        let mut table = profile.open(file.path()).unwrap();
        let mut rejects = Rejects::new(std::io::sink(), table.source());
        let report = table.take_in(&mut rejects, |entry| -> Result<_, Infallible> {
            let number = entry.text("number");
            let named = (entry.text("name_fr"), entry.code("type"), entry.code("sector"), entry.code("status"));
            let counted = (entry.count("women"), entry.count("men"), entry.amount("capital"));
            black_box((number, named, counted, entry.place("place"), entry.date("registered_on")));
            Ok(Outcome::Taken)
        });
        assert_eq!(report.unwrap().of(Outcome::Taken), ROWS as u64);
    });
}
