//! Figures as text: each file in `figures/` holds a journal, questions and their answers.
//!
//! `UPDATE=1 cargo test -p ledger figures` writes the answers anew; read the difference before you keep it.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use jiff::{Timestamp, tz::TimeZone};
use kernel::{Date, read_known};
use ledger::{Draft, Ledger, Question, When};

use crate::{
    club::{self, Happening},
    journal,
};

/// What separates a question from its answer.
const RULE: &str = "----";

#[test]
fn every_figure_is_what_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 9);
    let dbs: Vec<_> =
        testkit::databases().into_iter().map(|database| (club::database(&database.url), database)).collect();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for (db, database) in &dbs {
            club::empty(db);
            let ledger = club::open(db.clone());
            let completed = complete(&ledger, &text);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, &completed).unwrap();
            } else {
                assert_eq!(completed, text, "{} on {}", file.display(), database.engine);
            }
            ledger.verify(|_| {}).unwrap().unwrap();
        }
    }
}

/// The file with the answers that the ledger gives.
fn complete(ledger: &Ledger, text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let acts = lines.iter().filter_map(|line| line.strip_prefix("act "));
    let drafts: Vec<(Timestamp, Draft)> = acts.map(draft).collect();
    let count = drafts.len();
    assert_eq!(journal::record(ledger, drafts).len(), count, "an act was refused");
    ledger.clock().set(club::noon("2024-12-31"));
    let mut completed = String::new();
    let mut inside_answer = false;
    for line in lines {
        inside_answer &= !line.is_empty() && !line.starts_with('#') && !line.starts_with("act ");
        if inside_answer {
            continue;
        }
        completed.push_str(line);
        completed.push('\n');
        if let Some(question) = line.strip_prefix("figure ") {
            completed.push_str(RULE);
            completed.push('\n');
            completed.push_str(&answer(ledger, question));
            inside_answer = true;
        }
    }
    completed
}

/// An act: `1  effective 2021-01-10  recorded 2021-01-12  founded 7 place=P1.1 sector=chess f=20 MAD=1000`.
fn draft(line: &str) -> (Timestamp, Draft) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [_, "effective", on, "recorded", recorded, kind, club, rest @ ..] = words.as_slice() else {
        panic!("not an act: {line}")
    };
    let on = (*on != "unknown").then(|| club::day(on));
    let said: BTreeMap<&str, &str> = rest.iter().map(|pair| pair.split_once('=').unwrap()).collect();
    let club: usize = club.parse().unwrap();
    let text = |name: &str| said.get(name).copied().unwrap_or("unknown").to_owned();
    let numbers = |names: &[&str]| -> BTreeMap<String, i64> {
        names.iter().filter_map(|name| Some(((*name).to_owned(), said.get(name)?.parse().ok()?))).collect()
    };
    let n = || said["n"].parse().unwrap();
    let young_until: Option<Date> = said.get("young_until").map(|day| club::day(day));
    let happening = match *kind {
        "founded" => Happening::Founded {
            place: text("place"),
            sector: text("sector"),
            members: numbers(&club::SEXES),
            capital: numbers(&["MAD", "TND", "XOF"]),
        },
        "moved" => Happening::Moved { place: text("place") },
        "changed_sector" => Happening::ChangedSector { sector: text("sector") },
        "admitted" => Happening::Admitted { n: n(), sex: text("sex"), young_until },
        "left" => Happening::Left { n: n(), sex: text("sex"), young_until },
        "closed" => Happening::Closed {},
        "voided" => {
            let target = said["act"].parse().unwrap();
            return (club::noon(recorded), Draft::void(&club::subject(club), target, on, "wrong", "test"));
        }
        other => panic!("no such kind: {other}"),
    };
    (club::noon(recorded), happening.draft(club, on))
}

/// A question: `members on 2022-12-31 known 2023-01-15 by region sex only sex f tree 2010-01-01 shares 1`.
fn question(line: &str) -> (Question, Option<u32>) {
    let mut words = line.split_whitespace().peekable();
    let mut question = Question::on(words.next().unwrap(), club::day("2024-12-31"));
    let (mut from, mut shares) = (None, None);
    while let Some(word) = words.next() {
        let mut next = || words.next().unwrap();
        match word {
            "on" => question.when = When::On(club::day(next())),
            "from" => from = Some(next()),
            "to" => {
                let first = from.take().filter(|from| *from != "ever").map(club::day);
                question.when = When::During { from: first, to: club::day(next()) };
            }
            "known" => question.known = Some(read_known(next(), &TimeZone::UTC).unwrap()),
            "tree" => question.tree = Some(club::day(next())),
            "shares" => shares = Some(next().parse().unwrap()),
            "only" => question = question.only(next(), next()),
            "by" => {
                while let Some(code) = words.next_if(|word| !["known", "only", "tree", "shares"].contains(word)) {
                    question = question.by(code);
                }
            }
            other => panic!("`{other}` in {line}"),
        }
    }
    (question, shares)
}

fn answer(ledger: &Ledger, line: &str) -> String {
    let (question, shares) = question(line);
    let answer = match ledger.figure(&question) {
        Ok(answer) => answer,
        Err(refused) => return format!("refused: {refused}\n"),
    };
    let mut text = String::new();
    for line in &answer.lines {
        let mut words: Vec<String> = line.values.iter().map(ToString::to_string).collect();
        words.push(line.written());
        words.extend(line.currency.map(|currency| currency.to_string()));
        let share = shares.and_then(|decimals| answer.share(line).percent(decimals));
        words.extend(share.map(|percent| format!("{percent} %")));
        writeln!(text, "{}", words.join("  ")).unwrap();
    }
    text
}
