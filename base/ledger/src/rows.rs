//! Journal and ledger row by row, for whoever hands them on.

use db::Conn;
use kernel::Place;

use crate::{
    Act, Cell, Day, Error, Hash, MeasureId, Schema,
    posting::{Booked, unpack},
    schema::Scope,
    store,
};

/// An entry with the act that posted it.
#[derive(Clone, Copy, Debug)]
pub struct Posted<'a> {
    /// The act's place in the journal.
    pub seq: i64,
    /// What is counted.
    pub measure: MeasureId,
    /// The day from which it counts.
    pub on: Day,
    /// What the subject is: its place, its sector.
    pub subject: &'a Cell,
    /// Which part of the subject's amount it is: by sex, by currency.
    pub part: &'a Cell,
    /// How much.
    pub amount: i64,
}

/// All places, each with the versions it had over time, by code and then by first day.
///
/// # Errors
/// When the database cannot, or a row is not readable.
pub fn places(conn: &mut Conn) -> Result<Vec<Place>, Error> {
    store::places(conn)
}

/// Hands on the acts up to `until` in the order of the journal.
///
/// # Errors
/// When the database cannot, an act is not readable, or `each` ends it.
pub fn each_act<E: From<Error> + From<db::Error>>(
    conn: &mut Conn,
    until: i64,
    mut each: impl FnMut(&Act) -> Result<(), E>,
) -> Result<(), E> {
    store::for_each_written(conn, 0, until, |written, hash| {
        let broken = || Error::Broken(format!("act {}: hash is not readable", written.seq));
        let hash = Hash::from_hex(hash).ok_or_else(broken)?;
        each(&store::parse(written, hash)?)
    })
}

/// Hands on the entries up to act `until` in the order of the journal.
///
/// # Errors
/// When the database cannot, an entry is not readable, or `each` ends it.
pub fn each_entry<E: From<Error> + From<db::Error>>(
    conn: &mut Conn,
    schema: &Schema,
    until: i64,
    mut each: impl FnMut(Posted<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut halves = <[Vec<Cell>; 2]>::default();
    for (scope, halves) in Scope::ALL.into_iter().zip(&mut halves) {
        store::for_each_half(conn, schema, scope, 0, |_, half| {
            halves.push(half);
            Ok::<_, db::Error>(())
        })?;
    }
    let [subjects, parts] = &halves;
    store::for_each_posting(conn, 0, until, |seq, entries| {
        let broken = || Error::Broken(format!("an entry of act {seq} is not readable"));
        unpack(entries).try_for_each(|entry| {
            let entry = entry.ok_or_else(broken)?;
            each(posted(seq, &entry, schema, subjects, parts).ok_or_else(broken)?)
        })
    })
}

fn posted<'a>(
    seq: i64,
    entry: &Booked<'_>,
    schema: &Schema,
    subjects: &'a [Cell],
    parts: &'a [Cell],
) -> Option<Posted<'a>> {
    let [subject, part] = entry.halves.map(|number| (number as usize).wrapping_sub(1));
    Some(Posted {
        seq,
        measure: schema.measure(entry.measure)?,
        on: entry.on,
        subject: subjects.get(subject)?,
        part: parts.get(part)?,
        amount: entry.amount,
    })
}
