//! How many durable changes a second, and how much a row costs: `cargo bench -p db` (SQLite in a temporary folder, and
//! PostgreSQL if `TWIZA_TEST_POSTGRES` names an empty database on a server).

use std::time::{Duration, Instant};

use db::{Db, Error, Migration, params};

const TABLES: &[Migration] = &[Migration {
    name: "20260101_bench",
    sql: "create table one (id bigint not null primary key, words text not null);
          create table many (id bigint not null primary key, day text not null, place bigint not null,
                             amount bigint not null);
          create table heap (id bigint not null, day text not null, place bigint not null, amount bigint not null);",
}];

const ROWS: i64 = 1_000_000;

fn main() -> Result<(), Error> {
    let folder = std::env::temp_dir().join(format!("twiza-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| Error::Value(error.to_string()))?;
    let result = measure(&format!("sqlite:{}", folder.join("bench.db").display()));
    drop(std::fs::remove_dir_all(&folder));
    result?;
    match std::env::var("TWIZA_TEST_POSTGRES") {
        Ok(url) => measure(&url),
        Err(_) => Ok(()),
    }
}

fn measure(url: &str) -> Result<(), Error> {
    let db = Db::open(url, TABLES)?;
    println!("{:?}", db.engine());
    db.write_alone(|conn| conn.batch("delete from one; delete from many; delete from heap"))?;
    for (thread_count, step_count) in [(1, 500), (16, 500), (128, 200)] {
        commits(&db, thread_count, step_count)?;
    }
    for table in ["heap", "many"] {
        let clock = Clock::start();
        db.write_alone(|conn| {
            conn.bulk(table, &["id", "day", "place", "amount"], |rows| {
                (0..ROWS).try_for_each(|id| rows.push(params![id, "2026-11-21", id % 1500, id * 7]))
            })
        })?;
        clock.per_row(if table == "heap" { "bulk, no key" } else { "bulk, primary key" });
    }
    let clock = Clock::start();
    let mut sum = 0;
    db.read(|conn| {
        conn.for_each("select id, day, place, amount from many", params![], |row| {
            sum += row.int(0)? + row.text(1)?.len() as i64 + row.int(2)? + row.int(3)?;
            Ok::<_, Error>(())
        })
    })?;
    clock.per_row("for_each over four columns");
    let begun = Instant::now();
    for id in 0..20_000 {
        let sql = "select id, day, place, amount from many where id = $1";
        db.read(|conn| conn.optional(sql, params![id * 37], |row| row.int(3)))?;
    }
    println!("  a read of one row by key: {:.1} µs", begun.elapsed().as_secs_f64() / 20_000.0 * 1e6);
    db.write_alone(|conn| conn.batch("delete from one; delete from many; delete from heap"))
}

fn commits(db: &Db, thread_count: i64, step_count: i64) -> Result<(), Error> {
    let begun = Instant::now();
    let worst = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..thread_count)
            .map(|thread| {
                scope.spawn(move || {
                    let mut worst = Duration::ZERO;
                    for step in 0..step_count {
                        let id = (thread_count * 1_000 + thread) * 10_000 + step;
                        let asked = Instant::now();
                        let sql = "insert into one values ($1, $2)";
                        db.write(move |conn| conn.execute(sql, params![id, "a few words"]))?;
                        worst = worst.max(asked.elapsed());
                    }
                    Ok::<_, Error>(worst)
                })
            })
            .collect();
        let mut worst = threads.into_iter().map(|thread| thread.join().unwrap_or(Ok(Duration::MAX)));
        worst.try_fold(Duration::ZERO, |worst, each| each.map(|each| worst.max(each)))
    })?;
    let rate = (thread_count * step_count) as f64 / begun.elapsed().as_secs_f64();
    println!("  {thread_count} threads: {rate:.0} durable commits/s, worst wait {worst:.1?}");
    Ok(())
}

/// Time on the wall and, where the system tells it, on the processor: the machine may be shared.
struct Clock {
    begun: Instant,
    busy_ns: Option<f64>,
}

impl Clock {
    fn start() -> Self {
        Self { begun: Instant::now(), busy_ns: busy_ns() }
    }

    fn per_row(self, what: &str) {
        let wall = self.begun.elapsed().as_secs_f64() / ROWS as f64 * 1e6;
        let busy = busy_ns().zip(self.busy_ns).map_or(f64::NAN, |(end, begun)| (end - begun) / ROWS as f64 / 1e3);
        println!("  {what}: {wall:.2} µs a row, {busy:.2} µs of this thread's processor time");
    }
}

fn busy_ns() -> Option<f64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}
