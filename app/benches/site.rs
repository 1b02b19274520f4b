//! How many pages a second the program answers to 64 connections at once: `cargo bench -p twiza --bench site`. The baseline of
//! the same run is the smallest file that it gives out. `TWIZA_BENCH_DEMO=small` takes the small country.
//!
//! The client works on the same cores as the server: alone, the server would be faster.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on says so by a panic")]

mod served;

use std::{net::SocketAddr, thread, time::Instant};

use served::{Server, percentile};
use testkit::http::Connection;

const CONNECTIONS: usize = 64;
const SECONDS: f64 = 4.0;

/// The n-th address that is asked for.
type Address = Box<dyn Fn(u64) -> String + Sync>;

fn main() {
    let server = Server::start(drop);
    let baseline = measure(&server, "the smallest file", |_| web::MARK.path.clone());
    println!("{:<34} {:>9} {:>8} {:>8}", "", "a second", "p99", "of hello");
    println!("{:<34} {:>9.0} {:>5.1} ms", "the smallest file", baseline.0, baseline.1);
    let kenitra = "measure=cooperatives&date=2022-12-31&known=2023-12-31&where=delegation%3DKEN&by=province";
    let number = first_number(server.address);
    let pages: [(&str, Address); 8] = [
        ("front page, kept", Box::new(|_| "/fr".into())),
        ("directory, kept", Box::new(|_| "/ar/cooperatives".into())),
        ("a cooperative, kept", Box::new(move |_| format!("/fr/cooperatives/{number}"))),
        ("a figure with its map, kept", Box::new(move |_| format!("/fr/figures?{kenitra}"))),
        (
            "a figure never asked before",
            Box::new(|n| {
                let day = jiff::civil::date(1990, 1, 1) + jiff::Span::new().days(i64::try_from(n % 13_000).unwrap());
                let region = 1 + n / 13_000 % 12;
                format!("/fr/figures?measure=cooperatives&by=province&date={day}&where=region%3D{region:02}")
            }),
        ),
        ("a name never looked for before", Box::new(|n| format!("/fr/cooperatives?q={}", word(n)))),
        ("a cooperative's name, never asked", {
            let names = names(server.address);
            Box::new(move |n| {
                let (name, again) = (&names[n as usize % names.len()], n as usize / names.len());
                format!("/ar/cooperatives?q={name}{}", "%20".repeat(again))
            })
        }),
        (
            "two beginnings of words, never asked",
            Box::new(|n| {
                let (region, year) = (1 + n % 12, 1991 + n / 12 % 35);
                format!("/ar/cooperatives?q=al+{}&region={region:02}&year={year}", &word(n / 420)[..2])
            }),
        ),
    ];
    for (name, address) in pages {
        let (rate, p99) = measure(&server, name, address);
        println!("{name:<34} {rate:>9.0} {p99:>5.1} ms {:>8.2}", rate / baseline.0);
    }
}

/// Asks for addresses over all connections; how many were answered a second, and the 99th percentile in milliseconds.
fn measure(server: &Server, name: &str, address: impl Fn(u64) -> String + Sync) -> (f64, f64) {
    let start = Instant::now();
    let mut times: Vec<f64> = thread::scope(|scope| {
        let connections: Vec<_> = (0..CONNECTIONS as u64)
            .map(|connection| {
                let address = &address;
                scope.spawn(move || {
                    let mut line = Connection::open(server.address).unwrap();
                    let mut times = Vec::new();
                    for n in 0.. {
                        if start.elapsed().as_secs_f64() > SECONDS {
                            break;
                        }
                        let asked = Instant::now();
                        let target = address(n * CONNECTIONS as u64 + connection);
                        let answer = line.request("GET", &target, &[("accept-encoding", "gzip, br")], "").unwrap();
                        assert_eq!(answer.status, 200, "{name}");
                        times.push(asked.elapsed().as_secs_f64() * 1000.0);
                    }
                    times
                })
            })
            .collect();
        connections.into_iter().flat_map(|connection| connection.join().unwrap()).collect()
    });
    let rate = times.len() as f64 / start.elapsed().as_secs_f64();
    (rate, percentile(&mut times, 99))
}

/// The number of a cooperative.
fn first_number(server: SocketAddr) -> String {
    let answer = testkit::http::get(server, "/api/v1/cooperatives?limit=1&format=csv", &[]).unwrap().text();
    answer.lines().nth(1).unwrap().split(',').next().unwrap().to_owned()
}

/// The French names of all cooperatives, each once and as an address carries it, in an order that mixes them.
fn names(server: SocketAddr) -> Vec<String> {
    let list = testkit::http::get(server, "/api/v1/cooperatives?limit=100000&format=csv", &[]).unwrap().text();
    let names = csv::Reader::from_reader(list.as_bytes()).into_records().map(|row| row.unwrap()[2].to_owned());
    let names: std::collections::HashSet<_> = names.filter(|name| !name.is_empty()).collect();
    names.iter().map(|name| name.bytes().map(|byte| format!("%{byte:02X}")).collect()).collect()
}

/// A made-up word, another for each number.
fn word(n: u64) -> String {
    let syllables = ["ta", "za", "fi", "ne", "ma", "ri", "lo", "ka", "sa", "ou", "di", "be"];
    let mut rest = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
    let mut word = String::new();
    for _ in 0..6 {
        word.push_str(syllables[usize::try_from(rest % 12).unwrap()]);
        rest /= 12;
    }
    word
}
