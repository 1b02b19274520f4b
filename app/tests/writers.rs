//! Sixteen writers record acts while the process is killed or its server cut off: what was acknowledged is there.
//!
//! The process that is killed is this file's own program, run again with the one test that is a writer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use db::{Db, Migration};
use house::{House, chance::Chance};
use jiff::tz::TimeZone;
use kernel::{Clock, Currency, read_day};
use ledger::{Draft, Ledger, store};
use register::{
    Level,
    acts::{Capital, CooperativeAct, MembershipDeclared, Registered},
};
use testkit::{Engine, databases, postgres::Cluster};

/// Where the writing process finds its database.
const DATABASE: &str = "TWIZA_TEST_WRITE_TO";
/// What makes the numbers of its cooperatives its own.
const ROUND: &str = "TWIZA_TEST_ROUND";
const WRITERS: u64 = 16;
/// Kills of one database before a fresh one is taken, so that proving it stays short.
const KILLS_OF_ONE: u64 = 20;

/// Opens a ledger as the program does.
fn open(url: &str) -> Ledger {
    let migrations: Vec<Migration> = [store::MIGRATIONS, register::store::MIGRATIONS].concat();
    let db = Db::open(url, &migrations).unwrap();
    Ledger::open(db, Clock::System, TimeZone::UTC, &[register::LEDGER]).unwrap()
}

/// What is recorded of a new cooperative, all or nothing.
fn drafts(number: &str, members: i64) -> Vec<Draft> {
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
    let declared = MembershipDeclared { women: Some(members), ..MembershipDeclared::default() };
    let acts = [
        CooperativeAct::Registered(Box::new(registered)),
        CooperativeAct::MembershipDeclared(declared),
        CooperativeAct::CapitalSubscribed(Capital { amount_minor: 1000 * members, currency: Currency::Mad }),
    ];
    let draft = |act: CooperativeAct| Draft {
        subject: register::store::subject(number),
        kind: act.kind().to_owned(),
        effective_on: read_day("2020-01-01").ok(),
        author: "writer".into(),
        document: None,
        voids: None,
        body: act.body(),
        seen: None,
    };
    acts.into_iter().map(draft).collect()
}

#[test]
#[ignore = "this is the process that the other tests kill"]
fn a_process_with_sixteen_writers() {
    let (Ok(url), Ok(round)) = (env::var(DATABASE), env::var(ROUND)) else { return };
    let ledger = open(&url);
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (ledger, round) = (&ledger, &round);
            scope.spawn(move || {
                for count in 1.. {
                    // A batch of three acts, and one act by itself.
                    let number = format!("{round}-{writer}-{count}");
                    let mut whole = drafts(&number, count);
                    let last = whole.split_off(usize::try_from(1 + count % 3).unwrap());
                    for batch in [whole, last].into_iter().filter(|batch| !batch.is_empty()) {
                        // The server may be gone: then nothing more is acknowledged.
                        let Ok(acts) = ledger.record(batch) else { return };
                        let lines: Vec<_> = acts.iter().map(|act| format!("kept {} {}", act.seq, act.hash)).collect();
                        println!("{}", lines.join("\n"));
                    }
                }
            });
        }
    });
}

/// A writing process, and the acts that it acknowledges.
struct Writing {
    child: Child,
    acknowledged: Receiver<(i64, String)>,
}

impl Writing {
    /// Starts it; it has acknowledged an act when this returns.
    fn start(url: &str, round: u64) -> (Self, (i64, String)) {
        let words = ["--exact", "a_process_with_sixteen_writers", "--ignored", "--nocapture", "--test-threads=1"];
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(words).env(DATABASE, url).env(ROUND, round.to_string());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (say, acknowledged) = channel();
        thread::spawn(move || {
            // A last line that was cut off acknowledges nothing: only a whole hash counts.
            for line in out.lines().map_while(Result::ok) {
                if let ["kept", seq, hash] = line.split(' ').collect::<Vec<_>>()[..]
                    && hash.len() == 64
                {
                    let _ = say.send((seq.parse().unwrap(), hash.to_owned()));
                }
            }
        });
        let first = acknowledged.recv_timeout(Duration::from_secs(30)).expect("an act is acknowledged");
        (Self { child, acknowledged }, first)
    }

    /// Kills it, and tells what it had acknowledged.
    fn kill(mut self) -> Vec<(i64, String)> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.acknowledged.iter().collect()
    }
}

/// Every acknowledged act must be there with the same hash, and the journal must hold.
fn assert_kept(url: &str, acknowledged: &[(i64, String)], when: &str) -> usize {
    let ledger = open(url);
    for (seq, hash) in acknowledged {
        let act = ledger.db().read(|conn| store::act(conn, *seq)).unwrap();
        let kept = act.map(|act| act.hash.to_string());
        assert_eq!(kept.as_ref(), Some(hash), "{when}: act {seq} was acknowledged");
    }
    let proof = ledger.verify(|_| ()).unwrap();
    proof.unwrap_or_else(|difference| panic!("{when}: {difference}"));
    acknowledged.len()
}

/// Kills writers of a database until the time is over; tells how many kills and acknowledged acts there were.
fn kill_for(time: Duration, engine: Engine, chance: &mut Chance) -> (u64, usize) {
    let (begun, mut kills, mut acts) = (Instant::now(), 0, 0);
    while begun.elapsed() < time {
        let database = databases().into_iter().find(|database| database.engine == engine).unwrap();
        let mut all = Vec::new();
        for _ in 0..KILLS_OF_ONE {
            let (writing, first) = Writing::start(&database.url, kills);
            thread::sleep(chance.within(Duration::from_millis(60)));
            let mut acknowledged = writing.kill();
            acknowledged.push(first);
            kills += 1;
            acts += assert_kept(&database.url, &acknowledged, &format!("{engine}, kill {kills}"));
            all.extend(acknowledged);
            if begun.elapsed() >= time {
                break;
            }
        }
        assert_kept(&database.url, &all, &format!("{engine}, after {kills} kills"));
        assert!(House::of(&database).head().0 >= all.len() as u64);
    }
    (kills, acts)
}

#[test]
fn an_act_that_was_acknowledged_survives_a_kill_on_sqlite() {
    let (kills, acts) = kill_for(Duration::from_secs(50), Engine::Sqlite, &mut Chance::new());
    println!("SQLite: {kills} kills, {acts} acts acknowledged");
    assert!(kills >= 50, "only {kills} kills");
}

#[test]
fn an_act_that_was_acknowledged_survives_a_kill_on_postgresql() {
    let (kills, acts) = kill_for(Duration::from_secs(15), Engine::Postgres, &mut Chance::new());
    println!("PostgreSQL: {kills} kills, {acts} acts acknowledged");
    assert!(kills >= 10, "only {kills} kills");
}

#[test]
fn an_act_that_was_acknowledged_survives_the_servers_being_cut_off() {
    let mut chance = Chance::new();
    let mut cluster = Cluster::start().unwrap();
    let mut all = Vec::new();
    for round in 0..8 {
        let (writing, first) = Writing::start(&cluster.url(), round);
        thread::sleep(chance.within(Duration::from_millis(150)));
        cluster.cut_off();
        let mut acknowledged = writing.kill();
        acknowledged.push(first);
        cluster.start_again().unwrap();
        assert_kept(&cluster.url(), &acknowledged, &format!("cut {round}"));
        all.extend(acknowledged);
    }
    assert_kept(&cluster.url(), &all, "after all cuts");
    println!("PostgreSQL: 8 cuts, {} acts acknowledged", all.len());
}
