//! How long an agent waits while 200 of them work at once: `cargo bench -p twiza --bench desk`. Each opens the desk, enters a request
//! from paper, looks at it, decides, and begins anew every five seconds, which nobody could keep up for long. Then the same while
//! others sign in without end. `TWIZA_BENCH_DEMO=small` takes the small country.
//!
//! The agents work on the same cores as the server: alone, the server would be faster.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on says so by a panic")]

#[path = "../src/migrations.rs"]
mod migrations;
mod served;

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use identity::{
    demo::{Actor, PASSWORD},
    keyring,
    password::Password,
};
use kernel::Clock;
use served::{Server, percentile};
use testkit::http::{self, Answer, Connection};

const AGENTS: usize = 200;
/// From one decision of an agent to the next.
const PACE: Duration = Duration::from_secs(5);
/// How often each decides.
const ROUNDS: usize = 6;
/// For how long signing in alone is measured.
const ALONE: Duration = Duration::from_secs(4);
/// How many sign in at once.
const AT_THE_DOOR: usize = 2;

/// What an agent waits for: what it is called, and the key in the table.
const STEPS: [&str; 5] = ["the smallest file", "the desk", "entering a request", "looking at it", "a decision"];

fn main() {
    let delegations = delegations();
    let agents: Vec<Actor> = (0..AGENTS).map(|n| agent(n, delegations[n % delegations.len()])).collect();
    let server = Server::start(|file| open_accounts(file, &agents));
    let hashes = rate(|| drop(Password::typed(PASSWORD).hash().unwrap()));
    let alone = rate(|| {
        sign_in(server.address, agents[0].email);
    });
    let files = cooperatives(server.address);
    let desks: Vec<Desk> = agents
        .iter()
        .enumerate()
        .map(|(n, agent)| Desk::open(server.address, agent, n, &files, delegations.len()))
        .collect();
    println!("{AGENTS} agents, one decision each in {} s", PACE.as_secs());
    let calm = work(&desks, None);
    let door = (agents[0].email, server.address);
    let busy = work(&desks, Some(door));
    println!(
        "{:<22} {:>9} {:>9} {:>9}    while others sign in: {:>9} {:>9}",
        "", "median", "p95", "p99", "median", "p95"
    );
    for (step, (mut calm, mut busy)) in STEPS.iter().zip(calm.waits.into_iter().zip(busy.waits)) {
        let [median, p95, p99] = [50, 95, 99].map(|percent| percentile(&mut calm, percent));
        let [busy_median, busy_p95] = [50, 95].map(|percent| percentile(&mut busy, percent));
        println!(
            "{step:<22} {median:>6.1} ms {p95:>6.1} ms {p99:>6.1} ms    {:>21} {busy_median:>6.1} ms {busy_p95:>6.1} ms",
            ""
        );
    }
    println!(
        "signing in: {alone:.1} a second alone, {:.2} of hashing passwords alone ({hashes:.1} a second)",
        alone / hashes
    );
    println!("beside the agents: {:.1} a second", busy.came_in);
}

/// The codes of all delegations.
fn delegations() -> Vec<&'static str> {
    let lines = include_str!("../../data/geo/odco_delegations.csv").lines().skip(1);
    lines.filter_map(|line| line.split(',').next()).collect()
}

/// An agent of a delegation.
fn agent(n: usize, delegation: &'static str) -> Actor {
    let email = Box::leak(format!("bench.agent.{n}@demo.example").into_boxed_str());
    Actor { says: "register-role-agent", email, role: Some(("Agent", delegation)) }
}

fn open_accounts(file: PathBuf, agents: &[Actor]) {
    let db = db::Db::open(&format!("sqlite:{}", file.display()), &migrations::all()).unwrap();
    let now = Clock::System.now();
    let vault = keyring::open(&db, &keyring::Place::find(Some(&file)), now).unwrap();
    identity::demo::open(&db, &vault, agents, yesterday(), now).unwrap();
}

fn yesterday() -> jiff::civil::Date {
    Clock::System.now().to_zoned(jiff::tz::TimeZone::UTC).date().yesterday().unwrap()
}

/// How often a second two at once do something.
fn rate(once: impl Fn() + Sync) -> f64 {
    let (start, done) = (Instant::now(), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..AT_THE_DOOR {
            scope.spawn(|| {
                while start.elapsed() < ALONE {
                    once();
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    done.into_inner() as f64 / start.elapsed().as_secs_f64()
}

/// Signs in from an address from which nobody came before, and gives the cookie.
fn sign_in(server: SocketAddr, email: &str) -> String {
    static CAME: AtomicU32 = AtomicU32::new(0);
    let from = Ipv4Addr::from_bits(0x0a00_0000 + CAME.fetch_add(1, Ordering::Relaxed)).to_string();
    let body = format!("contact={email}&password={}&next=", PASSWORD.replace(' ', "+"));
    let headers: Vec<_> = FORM.into_iter().chain([("x-forwarded-for", from.as_str())]).collect();
    let answer = http::request(server, "POST", "/fr/sign-in", &headers, &body).unwrap();
    assert_eq!(answer.status, 303, "{email}: {}", answer.text());
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// What a browser says of a form.
const FORM: [(&str, &str); 2] =
    [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];

/// The cooperatives that are active, by delegation.
fn cooperatives(server: SocketAddr) -> BTreeMap<String, Vec<String>> {
    let list = http::get(server, "/api/v1/cooperatives?limit=100000&format=csv&status=active", &[]).unwrap().text();
    let mut files = BTreeMap::<_, Vec<_>>::new();
    for row in csv::Reader::from_reader(list.as_bytes()).into_records() {
        let number = row.unwrap()[0].to_owned();
        if let Some((delegation, _)) = number.split_once('-') {
            files.entry(delegation.to_owned()).or_default().push(number);
        }
    }
    files
}

/// An agent at work.
struct Desk {
    server: SocketAddr,
    cookie: String,
    /// When the agent begins within a round.
    after: Duration,
    /// The cooperatives that come to the agent, one after the other.
    files: Vec<String>,
    /// How many came already.
    taken: AtomicUsize,
}

/// What a round gave.
struct Worked {
    /// How long each step took, in milliseconds.
    waits: [Vec<f64>; STEPS.len()],
    /// How many came in a second meanwhile.
    came_in: f64,
}

impl Desk {
    fn open(
        server: SocketAddr,
        agent: &Actor,
        n: usize,
        files: &BTreeMap<String, Vec<String>>,
        delegations: usize,
    ) -> Self {
        let (_, delegation) = agent.role.unwrap();
        let here = files.get(delegation).map(Vec::as_slice).unwrap_or_default();
        // Those of one delegation do not take each other's files.
        let own = here.iter().skip(n / delegations).step_by(AGENTS.div_ceil(delegations)).cloned().collect();
        let after = PACE.mul_f64(n as f64 / AGENTS as f64);
        Self { server, cookie: sign_in(server, agent.email), after, files: own, taken: AtomicUsize::new(0) }
    }

    /// One round after the other; how long each step took.
    fn work(&self, waits: &mut [Vec<f64>; STEPS.len()]) {
        let start = Instant::now() + self.after;
        let mut line = Connection::open(self.server).unwrap();
        for round in 0..ROUNDS {
            let begins = start + PACE.mul_f64(round as f64);
            thread::sleep(begins.saturating_duration_since(Instant::now()));
            self.decide(&mut line, waits);
        }
    }

    fn decide(&self, line: &mut Connection, waits: &mut [Vec<f64>; STEPS.len()]) {
        let mut ask = |step: usize, method: &str, target: &str, body: &str, status: u16| -> Answer {
            let headers: Vec<_> = FORM.into_iter().chain([("cookie", self.cookie.as_str())]).collect();
            let asked = Instant::now();
            let answer = line.request(method, target, &headers, body).unwrap();
            waits[step].push(asked.elapsed().as_secs_f64() * 1000.0);
            assert_eq!(answer.status, status, "{method} {target} {body}: {}", answer.text());
            answer
        };
        let n = self.taken.fetch_add(1, Ordering::Relaxed);
        ask(0, "GET", web::MARK.path.as_str(), "", 200);
        ask(1, "GET", "/fr/desk", "", 200);
        let Some(number) = self.files.get(n) else { return };
        let says = format!("women={}&women_young=1&men={}&men_young=0&legal_persons=", 7 + n, 3 + n);
        let body = format!("kind=membership_declared&{says}&document=PV&effective_on={}", yesterday());
        let filed = ask(2, "POST", &format!("/fr/cooperatives/{number}/requests"), &body, 303);
        let request = filed.header("location").to_owned();
        let page = ask(3, "GET", &request, "", 200).text();
        let seen = page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        ask(4, "POST", &request, &format!("decision=accept&reason=&seen={seen}"), 303);
    }
}

/// Has everyone work, while others sign in if a door is given.
fn work(desks: &[Desk], door: Option<(&str, SocketAddr)>) -> Worked {
    let (start, over, came_in) = (Instant::now(), AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        for (email, server) in (0..AT_THE_DOOR).filter_map(|_| door) {
            let (over, came_in) = (&over, &came_in);
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    sign_in(server, email);
                    came_in.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let at_work: Vec<_> = desks
            .iter()
            .map(|desk| {
                scope.spawn(|| {
                    let mut waits = Default::default();
                    desk.work(&mut waits);
                    waits
                })
            })
            .collect();
        let mut waits: [Vec<f64>; STEPS.len()] = Default::default();
        for one in at_work {
            for (all, more) in waits.iter_mut().zip(one.join().unwrap()) {
                all.extend(more);
            }
        }
        over.store(true, Ordering::Relaxed);
        let came_in = came_in.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64();
        Worked { waits, came_in }
    })
}
