//! Two servers and an import on one PostgreSQL: each sees what another took in as soon as that is acknowledged, and all of
//! it or nothing; one that is killed takes nothing along.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;
#[path = "../src/migrations.rs"]
mod migrations;

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Read, Write as _},
    net::TcpStream,
    process::{Child, Stdio},
    thread,
    time::Duration,
};

use db::{Db, params};
use house::House;
use serde_json::Value;
use testkit::{Engine, TestDatabase, databases};

const ROWS: u64 = 2000;
/// What the example counts: cooperatives that are still there, and acts.
const EXAMPLE: (u64, u64) = (6, 27);
/// A list records a registration and the members of each cooperative; its next edition the members alone.
const FIRST: (u64, u64) = (EXAMPLE.0 + ROWS, EXAMPLE.1 + 2 * ROWS);
const SECOND: (u64, u64) = (FIRST.0, FIRST.1 + ROWS);

/// A list; each edition has other members in every row.
fn list(edition: u64) -> String {
    let mut list = String::from("number,name_fr,sector,place,registered_on,women\n");
    for row in 0..ROWS {
        let (day, women) = (1 + row % 28, 5 + edition);
        writeln!(list, "G-{row},Coopérative {row},AGR,04.281,{day}/03/2019,{women}").unwrap();
    }
    list
}

fn postgresql() -> TestDatabase {
    databases().into_iter().find(|database| database.engine == Engine::Postgres).unwrap()
}

/// A server at work; killed when it is dropped, as by `kill -9`.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    /// Starts it; it answers when this returns.
    fn start(house: &House) -> Self {
        let mut process = house.command("serve --listen 127.0.0.1:0").stdout(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let address =
            said.trim().strip_prefix("Twiza listens on http://").expect(&said).trim_end_matches('/').to_owned();
        Self { process, address }
    }

    /// The body of its answer.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        // In the first version of the protocol an answer ends where the connection does.
        write!(stream, "GET {path} HTTP/1.0\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.0 200"), "{path}: {answer}");
        body.to_owned()
    }

    /// How many cooperatives there are, and how many acts it knows.
    fn counts(&self) -> (u64, u64) {
        let figure: Value = serde_json::from_str(&self.get("/api/v1/figures?measure=cooperatives")).unwrap();
        let cooperatives = figure["total"]["value"].as_str().unwrap().parse().unwrap();
        (cooperatives, figure["head"]["seq"].as_u64().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// What both servers answer, which must be the same: head of the chain, figures, a cooperative with its acts.
fn answer_of(servers: [&Server; 2]) -> String {
    let figures = ["cooperatives&by=sector", "members&by=province,sex"].map(|words| format!("figures?measure={words}"));
    let paths = figures.into_iter().chain(["cooperatives/EX-1".to_owned(), format!("cooperatives/G-{}", ROWS - 1)]);
    let answers = paths.map(|path| {
        let [one, other] = servers.map(|server| server.get(&format!("/api/v1/{path}")));
        assert_eq!(one, other, "{path}");
        one
    });
    answers.collect::<Vec<_>>().join("\n")
}

fn import(house: &House, edition: &str) -> Child {
    let mut command = house.command(&format!("import --profile twiza {edition}"));
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// Waits until an import has written acts that it has not committed yet.
fn wait_for_its_middle(import: &mut Child, database: &TestDatabase) {
    const WRITING: &str = "select count(*) from pg_locks where relation = cast('act' as regclass)
                           and mode = 'RowExclusiveLock'";
    let db = Db::open(&database.url, &migrations::all()).unwrap();
    while db.read(|conn| conn.scalar::<i64>(WRITING, params![])).unwrap() == 0 {
        assert!(import.try_wait().unwrap().is_none(), "the import is over");
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn both_servers_answer_with_what_an_import_took_in_from_its_end_on_and_with_nothing_of_it_before() {
    let database = postgresql();
    let house = House::of(&database);
    house.take_in_example();
    house.write("first.csv", list(1));
    let servers = [Server::start(&house), Server::start(&house)];
    let mut seen = servers.each_ref().map(Server::counts);
    assert_eq!(seen, [EXAMPLE; 2]);
    let mut importing = import(&house, "first.csv");
    while importing.try_wait().unwrap().is_none() {
        for (server, seen) in servers.iter().zip(&mut seen) {
            let now = server.counts();
            assert!([*seen, FIRST].contains(&now), "{now:?} after {seen:?}");
            *seen = now;
        }
    }
    assert!(importing.wait().unwrap().success());
    assert_eq!(servers.each_ref().map(Server::counts), [FIRST; 2]);
    let (acts, hash) = house.head();
    let answer = answer_of(servers.each_ref());
    assert!(acts == FIRST.1 && answer.contains(&hash), "{answer}");
    assert!(answer.contains(&format!("Coopérative {}", ROWS - 1)), "{answer}");
}

#[test]
fn neither_a_server_nor_an_import_that_is_killed_takes_along_what_others_do() {
    let database = postgresql();
    let house = House::of(&database);
    house.take_in_example();
    (1..=3).for_each(|edition| house.write(&format!("{edition}.csv"), list(edition)));
    house.ok("import --profile twiza 1.csv");
    let [one, other] = [Server::start(&house), Server::start(&house)];
    let first = answer_of([&one, &other]);

    // A server is killed while the next edition is taken in.
    let mut importing = import(&house, "2.csv");
    wait_for_its_middle(&mut importing, &database);
    drop(one);
    assert!(importing.wait().unwrap().success());
    let one = Server::start(&house);
    let second = answer_of([&one, &other]);
    assert!(first != second && other.counts() == SECOND, "{second}");
    let head = house.head();

    // The import is killed: nobody ever sees anything of it, and it can be done again.
    let mut importing = import(&house, "3.csv");
    wait_for_its_middle(&mut importing, &database);
    importing.kill().unwrap();
    importing.wait().unwrap();
    assert_eq!(answer_of([&one, &other]), second);
    assert_eq!(house.head(), head);
    house.ok("import --profile twiza 3.csv");
    assert!(answer_of([&one, &other]).contains(&house.head().1));
}
