//! The whole journal as JSON Lines, out of one database and into another: same chain, same figures.
//!
//! The first line says what the file is; then come settings, places and terms with a hash over their lines, then the acts as
//! they are chained, then where the journal ends: a file that was cut off or changed is seen.

use std::io::{BufRead, Write};

use db::Conn;
use kernel::{Names, Place, read_day};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::{Error, Hash, Head, Ledger, act::Written, store, store::Term};

/// What the first line says.
const FORMAT: &str = "twiza-journal-1";
/// Acts taken in within one transaction.
const CHUNK: usize = 20_000;

/// One line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line<'a> {
    Format(String),
    Setting {
        name: String,
        value: String,
    },
    Place(PlaceLine),
    Term {
        dimension: String,
        code: String,
        name_ar: Option<String>,
        name_fr: Option<String>,
        name_en: Option<String>,
    },
    /// What the lines before it, but for the first, are hashed to.
    References {
        sha256: String,
    },
    #[serde(borrow)]
    Act(ActLine<'a>),
    Head {
        seq: i64,
        hash: String,
    },
}

#[derive(Serialize, Deserialize)]
struct PlaceLine {
    code: String,
    from: Option<String>,
    until: Option<String>,
    level: String,
    parent: Option<String>,
    delegation: Option<String>,
    name_ar: Option<String>,
    name_fr: Option<String>,
    name_en: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct ActLine<'a> {
    seq: i64,
    subject: String,
    kind: String,
    effective_on: Option<String>,
    recorded_at: String,
    author: String,
    document: Option<String>,
    voids: Option<i64>,
    #[serde(borrow)]
    body: &'a RawValue,
    hash: String,
}

/// Writes the whole journal of a ledger.
///
/// # Errors
/// When the database or the file cannot.
pub fn export(ledger: &Ledger, to: &mut dyn Write, mut progress: impl FnMut(i64)) -> Result<Head, Error> {
    ledger.db().read(|conn| {
        let head = store::head(conn)?;
        put(to, &Line::Format(FORMAT.into()))?;
        let references = references(conn)?;
        to.write_all(&references)?;
        put(to, &Line::References { sha256: sha256(&references) })?;
        store::for_each_written(conn, 0, head.seq, |act, hash| {
            let body = serde_json::from_str(act.body)
                .map_err(|error| Error::Broken(format!("the body of act {}: {error}", act.seq)))?;
            put(to, &Line::Act(act_line(act, body, hash)))?;
            if act.seq % 1024 == 0 {
                progress(act.seq);
            }
            Ok::<_, Error>(())
        })?;
        put(to, &Line::Head { seq: head.seq, hash: head.hash.to_string() })?;
        to.flush()?;
        Ok(head)
    })
}

/// Writes the acts as CSV, for spreadsheets. It cannot be taken in again: it lacks places and terms.
///
/// # Errors
/// When the database or the file cannot.
pub fn export_csv(ledger: &Ledger, to: &mut dyn Write, mut progress: impl FnMut(i64)) -> Result<Head, Error> {
    let mut csv = csv::Writer::from_writer(to);
    let header =
        ["seq", "subject", "kind", "effective_on", "recorded_at", "author", "document", "voids", "body", "hash"];
    csv.write_record(header).map_err(std::io::Error::from)?;
    ledger.db().read(|conn| {
        let head = store::head(conn)?;
        store::for_each_written(conn, 0, head.seq, |act, hash| {
            let (seq, voids) = (act.seq.to_string(), act.voids.map(|seq| seq.to_string()).unwrap_or_default());
            let (effective_on, document) = (act.effective_on.unwrap_or(""), act.document.unwrap_or(""));
            let (subject, kind, author, body) = (act.subject, act.kind, act.author, act.body);
            let row = [&seq, subject, kind, effective_on, act.recorded_at, author, document, &voids, body, hash];
            csv.write_record(row).map_err(std::io::Error::from)?;
            if act.seq % 1024 == 0 {
                progress(act.seq);
            }
            Ok::<_, Error>(())
        })?;
        csv.flush()?;
        Ok(head)
    })
}

/// The lines of settings, places and terms.
fn references(conn: &mut Conn) -> Result<Vec<u8>, Error> {
    let mut lines = Vec::new();
    for (name, value) in store::settings(conn)? {
        put(&mut lines, &Line::Setting { name, value })?;
    }
    for place in store::places(conn)? {
        put(&mut lines, &Line::Place(place_line(place)))?;
    }
    for Term { dimension, code, names } in store::terms(conn)? {
        let Names { ar: name_ar, fr: name_fr, en: name_en } = names;
        put(&mut lines, &Line::Term { dimension, code, name_ar, name_fr, name_en })?;
    }
    Ok(lines)
}

fn sha256(bytes: &[u8]) -> String {
    Hash(Sha256::digest(bytes).into()).to_string()
}

/// Takes in a journal that was exported. Acts that are there already must be the same ones, so that an import that was cut
/// off goes on where it stopped. `progress` is told how many acts are there.
///
/// # Errors
/// What is wrong with which line; everything before it is kept.
pub fn import(ledger: &Ledger, from: &mut dyn BufRead, mut progress: impl FnMut(i64)) -> Result<Head, Error> {
    let (mut texts, mut number, mut open) = (Vec::new(), 0_usize, true);
    loop {
        number += 1;
        let text = read_line(from, number)?
            .ok_or_else(|| at(number, "the file was cut off: its last line must say where the journal ends"))?;
        match (number, parse_strictly(number, &text)?) {
            (1, Line::Format(format)) if format == FORMAT => {}
            (1, _) => return Err(at(1, "this is not a journal that Twiza exported")),
            (_, Line::Format(_)) => return Err(at(number, "a second beginning")),
            (_, Line::References { sha256 }) if open => {
                add_references(ledger, std::mem::take(&mut texts), number, &sha256)?;
                open = false;
            }
            (_, Line::Setting { .. } | Line::Place(_) | Line::Term { .. }) if open => texts.push((number, text)),
            (_, Line::Act(_)) if !open => texts.push((number, text)),
            (_, Line::Head { seq, hash }) if !open => {
                take_in(ledger, std::mem::take(&mut texts), &mut progress)?;
                ledger.reload()?;
                let head = ledger.db().read(store::head)?;
                if head.seq != seq || head.hash.to_string() != hash {
                    return Err(at(number, "the journal does not end as the file says"));
                }
                let more = read_line(from, number + 1)?;
                return more.map_or(Ok(head), |_| Err(at(number + 1, "something follows the end")));
            }
            _ => return Err(at(number, "this line does not belong here")),
        }
        if !open && texts.len() >= CHUNK {
            take_in(ledger, std::mem::take(&mut texts), &mut progress)?;
        }
    }
}

/// The next line with its end, if there is one.
fn read_line(from: &mut dyn BufRead, number: usize) -> Result<Option<String>, Error> {
    let mut bytes = Vec::new();
    from.read_until(b'\n', &mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| at(number, "this is not UTF-8"))?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Takes in acts in one transaction.
fn take_in(ledger: &Ledger, texts: Vec<(usize, String)>, progress: &mut impl FnMut(i64)) -> Result<(), Error> {
    let seq = ledger.write(move |recorder| {
        for (number, text) in &texts {
            let Line::Act(line) = parse(*number, text)? else { continue };
            let act = read_act(*number, &line)?;
            if act.seq > recorder.head().seq {
                recorder.take_in(act).map_err(|error| at(*number, &error.to_string()))?;
                continue;
            }
            let there = store::act(recorder.conn(), act.seq)?;
            if there.is_none_or(|there| there != act) {
                return Err(at(*number, &format!("this place already holds another act {}", act.seq)));
            }
        }
        Ok(recorder.head().seq)
    })?;
    progress(seq);
    Ok(())
}

/// Takes in settings, places and terms in one transaction, if they are those that were exported.
fn add_references(ledger: &Ledger, texts: Vec<(usize, String)>, number: usize, expected: &str) -> Result<(), Error> {
    let whole: String = texts.iter().map(|(_, text)| text.as_str()).collect();
    if sha256(whole.as_bytes()) != expected {
        return Err(at(number, "the lines before this one are not those that were exported"));
    }
    ledger.write(move |recorder| {
        for (number, text) in &texts {
            match parse(*number, text)? {
                Line::Setting { name, value } => store::set(recorder.conn(), &name, &value)?,
                Line::Place(place) => {
                    store::add_references(recorder.conn(), &[read_place(*number, place)?], &[])?;
                }
                Line::Term { dimension, code, name_ar, name_fr, name_en } => {
                    let term = Term { dimension, code, names: Names { ar: name_ar, fr: name_fr, en: name_en } };
                    store::add_references(recorder.conn(), &[], &[term])?;
                }
                _ => {}
            }
        }
        Ok(())
    })
}

fn put(to: &mut dyn Write, line: &Line<'_>) -> Result<(), Error> {
    serde_json::to_writer(&mut *to, line).map_err(std::io::Error::from)?;
    Ok(to.write_all(b"\n")?)
}

fn parse(number: usize, text: &str) -> Result<Line<'_>, Error> {
    serde_json::from_str(text).map_err(|error| at(number, &error.to_string()))
}

/// Reads a line, which must be written in the one form in which it is exported: no byte of a file can change unseen.
fn parse_strictly(number: usize, text: &str) -> Result<Line<'_>, Error> {
    let line = parse(number, text)?;
    let mut written = Vec::with_capacity(text.len());
    put(&mut written, &line)?;
    if written != text.as_bytes() {
        let cut_off = if text.ends_with('\n') { "" } else { ": it was cut off" };
        return Err(at(number, &format!("it is not written as a journal is exported{cut_off}")));
    }
    Ok(line)
}

fn at(number: usize, what: &str) -> Error {
    Error::Broken(format!("line {number}: {what}"))
}

fn act_line<'a>(act: Written<'_>, body: &'a RawValue, hash: &str) -> ActLine<'a> {
    ActLine {
        seq: act.seq,
        subject: act.subject.to_owned(),
        kind: act.kind.to_owned(),
        effective_on: act.effective_on.map(str::to_owned),
        recorded_at: act.recorded_at.to_owned(),
        author: act.author.to_owned(),
        document: act.document.map(str::to_owned),
        voids: act.voids,
        body,
        hash: hash.to_owned(),
    }
}

fn read_act(number: usize, line: &ActLine<'_>) -> Result<crate::Act, Error> {
    let written = Written {
        seq: line.seq,
        subject: &line.subject,
        kind: &line.kind,
        effective_on: line.effective_on.as_deref(),
        recorded_at: &line.recorded_at,
        author: &line.author,
        document: line.document.as_deref(),
        voids: line.voids,
        body: line.body.get(),
    };
    let hash =
        Hash::from_hex(&line.hash).ok_or_else(|| at(number, &format!("act {}: hash is not readable", line.seq)))?;
    store::parse(written, hash).map_err(|error| at(number, &error.to_string()))
}

fn place_line(place: Place) -> PlaceLine {
    PlaceLine {
        code: place.code,
        from: place.from.map(|day| day.to_string()),
        until: place.until.map(|day| day.to_string()),
        level: place.level.code().to_owned(),
        parent: place.parent,
        delegation: place.delegation,
        name_ar: place.names.ar,
        name_fr: place.names.fr,
        name_en: place.names.en,
    }
}

fn read_place(number: usize, line: PlaceLine) -> Result<Place, Error> {
    let day = |text: Option<String>| text.map(|text| read_day(&text)).transpose();
    let wrong = |error: &dyn std::fmt::Display| at(number, &error.to_string());
    Ok(Place {
        level: line.level.parse().map_err(|error: kernel::UnknownLevel| wrong(&error))?,
        from: day(line.from).map_err(|error| wrong(&error))?,
        until: day(line.until).map_err(|error| wrong(&error))?,
        code: line.code,
        parent: line.parent,
        delegation: line.delegation,
        names: Names { ar: line.name_ar, fr: line.name_fr, en: line.name_en },
    })
}
