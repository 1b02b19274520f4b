//! A small register of its own: the observatory knows no slice, hence its tests bring measures and a fold.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of it")]

pub mod request;

use std::path::Path;

use db::{Conn, Db, Migration};
use jiff::{civil::date, tz::TimeZone};
use kernel::{Clock, Currency, Date, Level, Names, Place};
use ledger::{
    Act,
    Aggregation::*,
    Declaration, Dimension, Draft, Entry, Kept, Ledger, Measure, MeasureId, Refusal, Schema, Scope, Subjects, Unit,
    store::{self, Term},
};
use serde_json::{Value, json};

const MEASURES: &[Measure] = &[
    measure("cooperatives", Unit::Count("cooperatives"), &["place", "sector"]),
    measure("members", Unit::Count("memberships"), &["place", "sector", "sex"]),
    measure("womens_cooperatives", Unit::Count("cooperatives"), &["place", "sector"]),
    measure("share_capital", Unit::Money, &["place", "sector", "currency"]),
    Measure { aggregation: Flow, ..measure("registrations", Unit::Count("registrations"), &["place", "sector"]) },
];

const DECLARATION: Declaration = Declaration {
    measures: MEASURES,
    dimensions: &[
        Dimension { code: "sector", scope: Scope::Subject, definition: "The sector." },
        Dimension { code: "sex", scope: Scope::Part, definition: "female or male." },
    ],
    rollup: &["sector"],
    subjects: |schema| vec![Kept { subjects: Box::new(Cooperatives(schema.clone())), keep: |_, _| Ok(()) }],
};

const COLUMNS: Migration = Migration {
    name: "20991231_sample_columns",
    sql: "alter table cell add column sector text;\nalter table part add column sex text;",
};

const fn measure(code: &'static str, unit: Unit, dimensions: &'static [&'static str]) -> Measure {
    Measure { code, aggregation: Stock, unit, definition: "As in the sample.", source: "The sample.", dimensions }
}

/// Cooperatives with two kinds of act: `registered`, which says all, and `struck_off`.
struct Cooperatives(Schema);

impl Cooperatives {
    fn entries(&self, act: &Act, sign: i64, of: &Value) -> Vec<Entry> {
        let on = act.effective_on.into();
        let text = |key: &str| of[key].as_str().unwrap_or("unknown");
        let base = [("place", text("place")), ("sector", text("sector"))];
        let entry = |code: &str, more: &[(&str, &str)], amount: i64| {
            let measure: MeasureId = self.0.measure(code).unwrap();
            Entry { measure, on, cell: self.0.cell(&[&base, more].concat()), amount: sign * amount }
        };
        let count = |key: &str| of[key].as_i64().unwrap_or(0);
        let mut entries = vec![entry("cooperatives", &[], 1)];
        entries.push(entry("members", &[("sex", "female")], count("women")));
        entries.push(entry("members", &[("sex", "male")], count("men")));
        if count("men") == 0 {
            entries.push(entry("womens_cooperatives", &[], 1));
        }
        let currency = of["currency"].as_str().unwrap_or(Currency::Mad.code());
        entries.push(entry("share_capital", &[("currency", currency)], count("capital_minor")));
        if sign > 0 {
            entries.push(entry("registrations", &[], 1));
        }
        entries.retain(|entry| entry.amount != 0);
        entries
    }
}

impl Subjects for Cooperatives {
    fn code(&self) -> &'static str {
        "cooperative"
    }

    fn fold(&self, acts: &[&Act]) -> Result<Vec<Entry>, String> {
        let registered = acts.iter().find(|act| act.kind == "registered");
        let Some(registered) = registered else { return Ok(Vec::new()) };
        let body = serde_json::from_str(&registered.body).map_err(|error| error.to_string())?;
        let mut entries = self.entries(registered, 1, &body);
        for gone in acts.iter().filter(|act| act.kind == "struck_off") {
            entries.extend(self.entries(gone, -1, &body));
        }
        Ok(entries)
    }

    fn admit(&self, _: &[&Act], _: &Act) -> Result<(), Refusal> {
        Ok(())
    }
}

/// An empty ledger on a database, on 6 May 2024.
pub fn empty(url: &str) -> Ledger {
    let migrations = [store::MIGRATIONS, observatory::store::MIGRATIONS, &[COLUMNS]].concat();
    let db = Db::open(url, &migrations).unwrap();
    db.write(|conn| {
        let agriculture = term("AGR", names("الفلاحة", "Agriculture", "Agriculture"));
        let handicrafts = term("ART", names("الصناعة التقليدية", "Artisanat", "Handicrafts"));
        store::add_references(conn, &places(), &[agriculture, handicrafts])
    })
    .unwrap();
    let clock = Clock::at("2024-05-06T10:00:00Z".parse().unwrap());
    Ledger::open(db, clock, TimeZone::get("Africa/Casablanca").unwrap(), &[DECLARATION]).unwrap()
}

fn term(code: &str, names: Names) -> Term {
    Term { dimension: "sector".into(), code: code.into(), names }
}

fn names(ar: &str, fr: &str, en: &str) -> Names {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Names { ar: some(ar), fr: some(fr), en: some(en) }
}

/// The country with its regions and provinces, from the reference data.
fn places() -> Vec<Place> {
    let place = |code: &str, level, parent: Option<&str>, delegation: Option<&str>, names| Place {
        code: code.into(),
        level,
        parent: parent.map(str::to_owned),
        delegation: delegation.map(str::to_owned),
        names,
        from: None,
        until: None,
    };
    let mut places = vec![place("MA", Level::Country, None, None, names("المغرب", "Maroc", "Morocco"))];
    places.push(place("KEN", Level::Delegation, Some("MA"), None, names("القنيطرة", "Kénitra", "Kenitra")));
    for row in rows("regions.csv") {
        let names = names(&row["name_ar"], &row["name_fr"], &row["name_en"]);
        places.push(place(&row["code"], Level::Region, Some("MA"), None, names));
    }
    for row in rows("provinces.csv") {
        let names = names(&row["name_ar"], &row["name_fr"], &row["name_en"]);
        let delegation = (row["odco_delegation"] == "KEN").then_some("KEN");
        places.push(place(&row["code"], Level::Province, Some(&row["region_code"]), delegation, names));
    }
    places
}

type Row = std::collections::HashMap<String, String>;

fn rows(name: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/geo").join(name);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// The draft of a registration.
pub fn registered(number: &str, on: Date, body: &Value) -> Draft {
    Draft {
        subject: format!("cooperative/{number}"),
        kind: "registered".into(),
        effective_on: Some(on),
        author: "desk".into(),
        document: Some("list 7".into()),
        voids: None,
        body: body.to_string(),
        seen: None,
    }
}

/// Four registrations and a striking off, the last registration late: recorded in 2024 for 2021.
pub fn handful(ledger: &Ledger) {
    let body = |place: &str, sector: &str, women: i64, men: i64, capital: i64| {
        let capital = capital * 100;
        json!({"place": place, "sector": sector, "women": women, "men": men, "capital_minor": capital})
    };
    ledger.clock().set("2022-01-10T10:00:00Z".parse().unwrap());
    let first = registered("KEN-1", date(2020, 3, 1), &body("04.281", "AGR", 7, 0, 1000));
    let second = registered("KEN-2", date(2021, 5, 2), &body("04.281", "AGR", 2, 5, 20_500));
    let third = registered("MAR-1", date(2021, 6, 3), &body("07.351", "ART", 3, 3, 300));
    ledger.record(vec![first, second, third]).unwrap();
    ledger.clock().set("2024-05-05T10:00:00Z".parse().unwrap());
    let late = registered("SAL-1", date(2021, 7, 4), &body("04.441", "ART", 9, 0, 900));
    let struck_off =
        Draft { kind: "struck_off".into(), document: None, ..registered("MAR-1", date(2023, 1, 1), &json!({})) };
    ledger.record(vec![late, struck_off]).unwrap();
    ledger.clock().set("2024-05-06T10:00:00Z".parse().unwrap());
}

/// A register of `count` made-up cooperatives all over the country, a few of unknown place.
pub fn many(ledger: &Ledger, count: usize) {
    let provinces: Vec<String> = rows("provinces.csv").into_iter().map(|row| row["code"].clone()).collect();
    let draft = |i: usize| {
        let on = date(2005, 1, 1).saturating_add(jiff::Span::new().days((i * 37 % 7000) as i64));
        let (women, men) = if i.is_multiple_of(6) { (8, 0) } else { (i as i64 % 9, 5 + i as i64 % 17) };
        let place = (!i.is_multiple_of(61)).then(|| provinces[(i * i + i / 7) % provinces.len()].clone());
        let sector = if i.is_multiple_of(3) { "ART" } else { "AGR" };
        let capital = 150_000 + (i as i64 * 7919) % 4_000_000;
        let body = json!({"place": place, "sector": sector, "women": women, "men": men, "capital_minor": capital});
        registered(&format!("{i:06}"), on, &body)
    };
    for start in (0..count).step_by(1000) {
        ledger.record((start..count.min(start + 1000)).map(draft).collect()).unwrap();
    }
}

/// Says that the data are made up.
pub fn call_demo(ledger: &Ledger) {
    ledger.db().write(|conn: &mut Conn| store::set(conn, "demo", "yes")).unwrap();
}
