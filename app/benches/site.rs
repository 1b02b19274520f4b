//! How many pages a second the program answers to 64 connections at once: `cargo bench -p twiza --bench site`. The baseline of
//! the same run is the smallest file that it gives out. `TWIZA_BENCH_DEMO=small` takes the small country.
//!
//! The client works on the same cores as the server: alone, the server would be faster.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on says so by a panic")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const CONNECTIONS: usize = 64;
const SECONDS: f64 = 4.0;

/// The n-th address that is asked for.
type Address = Box<dyn Fn(u64) -> String + Sync>;

/// The server, ended with the benchmark.
struct Server {
    program: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let server = serve(&format!("sqlite:{}", folder.path().join("bench.db").display()));
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

/// Starts the program on a demo country.
fn serve(database: &str) -> Server {
    let twiza = env!("CARGO_BIN_EXE_twiza");
    let small = std::env::var("TWIZA_BENCH_DEMO").is_ok_and(|size| size == "small");
    let words = ["--database", database, "demo", "--no-serve"].into_iter().chain(small.then_some("--small"));
    assert!(Command::new(twiza).args(words).stderr(Stdio::null()).stdout(Stdio::null()).status().unwrap().success());
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let listen = address.to_string();
    let program = Command::new(twiza)
        .args(["--database", database, "serve", "--listen", &listen])
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let until = Instant::now() + Duration::from_secs(60);
    while TcpStream::connect(address).is_err() {
        assert!(Instant::now() < until, "the server does not start");
        thread::sleep(Duration::from_millis(20));
    }
    Server { program, address }
}

/// Asks for addresses over all connections; how many were answered a second, and the 99th percentile in milliseconds.
fn measure(server: &Server, name: &str, address: impl Fn(u64) -> String + Sync) -> (f64, f64) {
    let start = Instant::now();
    let mut times: Vec<f64> = thread::scope(|scope| {
        let connections: Vec<_> = (0..CONNECTIONS as u64)
            .map(|connection| {
                let address = &address;
                scope.spawn(move || {
                    let mut stream = BufReader::new(TcpStream::connect(server.address).unwrap());
                    let mut times = Vec::new();
                    for n in 0.. {
                        if start.elapsed().as_secs_f64() > SECONDS {
                            break;
                        }
                        let asked = Instant::now();
                        let (status, _) = ask(&mut stream, &address(n * CONNECTIONS as u64 + connection));
                        assert_eq!(status, 200, "{name}");
                        times.push(asked.elapsed().as_secs_f64() * 1000.0);
                    }
                    times
                })
            })
            .collect();
        connections.into_iter().flat_map(|connection| connection.join().unwrap()).collect()
    });
    let rate = times.len() as f64 / start.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    (rate, times[times.len() * 99 / 100])
}

/// One request over a connection that stays open.
fn ask(stream: &mut BufReader<TcpStream>, address: &str) -> (u16, Vec<u8>) {
    let request = format!("GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes()).unwrap();
    let (mut status, mut length, mut chunked, mut line) = (0, 0, false, String::new());
    loop {
        line.clear();
        stream.read_line(&mut line).unwrap();
        if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
            status = rest[..3].parse().unwrap();
        } else if let Some((_, value)) =
            line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = value.trim().parse().unwrap();
        } else if line.to_ascii_lowercase().starts_with("transfer-encoding: chunked") {
            chunked = true;
        } else if line.trim().is_empty() {
            break;
        }
    }
    // What is compressed on its way has no length of its own, but pieces that have.
    let mut body = Vec::new();
    loop {
        if chunked {
            line.clear();
            stream.read_line(&mut line).unwrap();
            length = usize::from_str_radix(line.trim(), 16).unwrap();
        }
        let start = body.len();
        body.resize(start + length, 0);
        stream.read_exact(&mut body[start..]).unwrap();
        if !chunked {
            return (status, body);
        }
        stream.read_exact(&mut [0; 2]).unwrap();
        if length == 0 {
            return (status, body);
        }
    }
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
