//! How fast a national list is taken in, how fast single acts are recorded, and how fast all of it is proved:
//! `cargo bench -p register --bench register`. `TWIZA_BENCH_COOPERATIVES` says how many (200,000 if it does not), and
//! `TWIZA_BENCH_LIST=FILE` asks for nothing but the short list, on which commands can then be measured.
//!
//! Beside each stands a baseline of the same run: rows of the same number written plainly, commits without a register, and the
//! journal only read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on says so by a panic")]

use std::{
    fmt::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use db::{Db, Migration, params};
use intake::Profile;
use jiff::tz::TimeZone;
use kernel::{Clock, Currency, read_day};
use ledger::{Draft, Ledger, store};
use register::{
    Level,
    acts::{Capital, CooperativeAct, MembershipDeclared, Registered},
    import::{Import, PROFILES},
};

const PLAIN: Migration = Migration {
    name: "20260101_bench",
    sql: "create table plain (id bigint not null primary key, words text not null)",
};

fn main() {
    let count = std::env::var("TWIZA_BENCH_COOPERATIVES").map_or(200_000, |count| count.parse().unwrap());
    if let Ok(file) = std::env::var("TWIZA_BENCH_LIST") {
        return std::fs::write(file, national_list(count, false)).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, whole) in [("short", false), ("whole", true)] {
        let list = folder.path().join(format!("{name}.csv"));
        std::fs::write(&list, national_list(count, whole)).unwrap();
        let ledger = open(&folder.path().join(format!("{name}.db")));
        println!("{name} list of {count} cooperatives");
        take_in(&ledger, &list, count);
        prove(&ledger);
    }
    single_acts(&open(&folder.path().join("acts.db")));
}

fn open(file: &Path) -> Ledger {
    let migrations = [store::MIGRATIONS, register::store::MIGRATIONS, &[PLAIN]].concat();
    let db = Db::open(&format!("sqlite:{}", file.display()), &migrations).unwrap();
    let (places, terms) = register::reference::morocco().unwrap();
    db.write_alone(|conn| store::add_references(conn, &places, &terms)).unwrap();
    Ledger::open(db, Clock::System, TimeZone::UTC, &[register::LEDGER]).unwrap()
}

/// A list in Twiza's own table. The short one says what most registers publish (name, activity, place, day); the whole one
/// also ICE, members and capital, so that each row is three acts.
fn national_list(count: u64, whole: bool) -> String {
    let (places, terms) = register::reference::morocco().unwrap();
    let communes: Vec<_> = places.iter().filter(|place| place.level == kernel::Level::Commune).collect();
    let branches: Vec<_> = terms.iter().filter(|term| term.dimension == "branch").map(|term| &term.code).collect();
    let mut list = String::from("number,name_ar,name_fr,type,sector,branch,place,registered_on");
    list.push_str(if whole { ",ice,women,women_young,men,men_young,legal_persons,capital\n" } else { "\n" });
    let mut chance = 7_u64;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    for number in 0..count {
        let commune = &communes[next(communes.len() as u64) as usize].code;
        let (sector, branch) = branches[next(branches.len() as u64) as usize].split_once('.').unwrap();
        let (day, month, year) = (1 + next(28), 1 + next(12), 1990 + next(34));
        write!(list, "N-{number:07},تعاونية {number},Coopérative {number},producer,{sector},{branch},{commune}")
            .unwrap();
        write!(list, ",{day:02}/{month:02}/{year}").unwrap();
        if whole {
            let first = 1_000_000_000_000 + number * 10_000;
            let key = 97 - first * 100 % 97;
            let (women, men) = (next(20), next(20));
            write!(list, ",{first:013}{key:02},{women},{},{men},{},0,{}", women / 3, men / 4, 1000 + next(90_000))
                .unwrap();
        }
        list.push('\n');
    }
    list
}

fn take_in(ledger: &Ledger, list: &Path, count: u64) {
    let text = PROFILES.iter().find(|(name, _)| *name == "twiza").unwrap().1;
    let profile = Profile::read(text).unwrap();
    let files = [list.to_path_buf()];
    let begun = Instant::now();
    let taken = Import { profile: &profile, files: &files, rejects: None, trial: false }.run(ledger, &mut |_| {});
    let took = begun.elapsed();
    let report = &taken.unwrap()[0].report;
    assert_eq!(report.of(intake::Outcome::Taken), count, "{report}");
    let begun = Instant::now();
    let words =
        "a row with about as many letters as an act has, so that both write as many pages to the disk ".repeat(4);
    ledger
        .db()
        .write_alone(|conn| {
            let acts = ledger.head().unwrap().seq;
            conn.bulk("plain", &["id", "words"], |rows| {
                (0..acts).try_for_each(|id| rows.push(params![id, words.as_str()]))
            })
        })
        .unwrap();
    let plain = begun.elapsed();
    tell("taken in", count, "rows", took, plain);
}

fn prove(ledger: &Ledger) {
    let begun = Instant::now();
    let verified = ledger.verify(|_| {}).unwrap().unwrap();
    let took = begun.elapsed();
    let begun = Instant::now();
    let mut bytes = 0;
    ledger
        .db()
        .read(|conn| {
            conn.for_each("select body, hash from act order by seq", params![], |row| {
                bytes += row.text(0)?.len() + row.text(1)?.len();
                Ok::<_, db::Error>(())
            })
        })
        .unwrap();
    assert!(bytes > 0);
    tell("proved", verified.head.seq.unsigned_abs(), "acts", took, begun.elapsed());
}

/// Sixteen clients, each recording one cooperative after the other: a registration, its members, its capital.
fn single_acts(ledger: &Ledger) {
    const CLIENTS: u64 = 16;
    const EACH: u64 = 400;
    let at_once = |work: &(dyn Fn(u64) + Sync)| {
        let begun = Instant::now();
        std::thread::scope(|scope| {
            for client in 0..CLIENTS {
                scope.spawn(move || (0..EACH).for_each(|step| work(client * EACH + step)));
            }
        });
        begun.elapsed()
    };
    let took = at_once(&|number| {
        for draft in drafts(number) {
            ledger.record(vec![draft]).unwrap();
        }
    });
    let plain = at_once(&|number| {
        for act in 0..3 {
            let id = i64::try_from(number * 3 + act).unwrap();
            let insert =
                move |conn: &mut db::Conn| conn.execute("insert into plain values ($1, $2)", params![id, "words"]);
            ledger.db().write(insert).unwrap();
        }
    });
    println!("single acts by {CLIENTS} clients");
    tell("recorded", CLIENTS * EACH * 3, "durable acts", took, plain);
}

fn drafts(number: u64) -> Vec<Draft> {
    let registered = Registered {
        name_ar: None,
        name_fr: Some(format!("Coopérative {number}")),
        ice: None,
        cooperative_type: None,
        categories: Vec::new(),
        level: Level::Cooperative,
        sector: Some("AGR".into()),
        branch: None,
        place: None,
        characteristics: Vec::new(),
        origin: None,
        year_end: None,
    };
    let acts = [
        CooperativeAct::Registered(Box::new(registered)),
        CooperativeAct::MembershipDeclared(MembershipDeclared { women: Some(7), ..MembershipDeclared::default() }),
        CooperativeAct::CapitalSubscribed(Capital { amount_minor: 100_000, currency: Currency::Mad }),
    ];
    let draft = |act: CooperativeAct| Draft {
        subject: register::store::subject(&format!("S-{number}")),
        kind: act.kind().to_owned(),
        effective_on: read_day("2020-01-01").ok(),
        author: "bench".into(),
        document: None,
        voids: None,
        body: act.body(),
        seen: None,
    };
    acts.into_iter().map(draft).collect()
}

fn tell(what: &str, count: u64, things: &str, took: Duration, baseline: Duration) {
    let rate = count as f64 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / baseline.as_secs_f64();
    println!("  {what}: {rate:.0} {things} a second ({took:.2?}); {ratio:.1} times its baseline ({baseline:.2?})");
}
