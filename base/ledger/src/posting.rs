//! The entries of an act as one row holds them: packed into one run of bytes.
//!
//! An act posts three entries on average, and nearly all that an entry says is what the one before it says. As rows they would be
//! most of the work of a large import and a quarter of its bytes.

use crate::{
    Day,
    packed::{put, put_bytes, take_bytes, take_number},
};

/// An entry as the ledger keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Booked<'a> {
    /// The code of its measure.
    pub(crate) measure: &'a str,
    /// The day from which it counts.
    pub(crate) on: Day,
    /// The numbers of the two halves of its cell.
    pub(crate) halves: [u32; 2],
    /// How much.
    pub(crate) amount: i64,
}

/// What acts post, on its way to the table.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    packed: Vec<u8>,
    /// The acts that post something, and where the entries of each end.
    ends: Vec<(i64, usize)>,
}

/// What the first entry of an act is told apart from.
const NOTHING: Booked<'static> = Booked { measure: "", on: Day(0), halves: [0; 2], amount: 0 };

impl Postings {
    /// Adds the entries of an act.
    pub(crate) fn add<'a>(&mut self, seq: i64, entries: impl IntoIterator<Item = Booked<'a>>) {
        let (start, mut before) = (self.packed.len(), NOTHING);
        for entry in entries {
            pack(&mut self.packed, &entry, &before);
            before = entry;
        }
        if start < self.packed.len() {
            self.ends.push((seq, self.packed.len()));
        }
    }

    /// How many acts post something.
    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Forgets all but the first `kept` acts.
    pub(crate) fn cut(&mut self, kept: usize) {
        self.ends.truncate(kept);
        self.packed.truncate(self.ends.last().map_or(0, |(_, end)| *end));
    }

    /// The acts that post something, each with its entries.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (i64, &[u8])> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        starts.zip(&self.ends).map(|(start, (seq, end))| (*seq, self.packed.get(start..*end).unwrap_or_default()))
    }
}

/// The entries of an act in the order in which they were posted; none in the place of the first that is not readable, with which it ends.
pub(crate) fn unpack(packed: &[u8]) -> impl Iterator<Item = Option<Booked<'_>>> {
    let (mut rest, mut before) = (packed, NOTHING);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let entry = take(&mut rest, &before);
        match entry {
            Some(entry) => before = entry,
            None => rest = &[],
        }
        Some(entry)
    })
}

/// Adds an entry: its measure if it is another one than before, by how much its day and halves differ, its amount.
fn pack(into: &mut Vec<u8>, entry: &Booked<'_>, before: &Booked<'_>) {
    put_bytes(into, Some(entry.measure).filter(|measure| *measure != before.measure).map(str::as_bytes));
    put_signed(into, i64::from(entry.on.0) - i64::from(before.on.0));
    for (half, before) in entry.halves.into_iter().zip(before.halves) {
        put_signed(into, i64::from(half) - i64::from(before));
    }
    put_signed(into, entry.amount);
}

/// Takes what [`pack`] adds.
fn take<'a>(rest: &mut &'a [u8], before: &Booked<'a>) -> Option<Booked<'a>> {
    let measure = take_bytes(rest)?.map_or(Some(before.measure), |code| std::str::from_utf8(code).ok())?;
    let on = Day(i32::try_from(i64::from(before.on.0).checked_add(take_signed(rest)?)?).ok()?);
    let [subject, part] = before.halves;
    let mut half = |before| u32::try_from(i64::from(before).checked_add(take_signed(rest)?)?).ok();
    let halves = [half(subject)?, half(part)?];
    Some(Booked { measure, on, halves, amount: take_signed(rest)? })
}

/// Adds a number that may be negative: those near zero are short, whatever their sign.
fn put_signed(into: &mut Vec<u8>, number: i64) {
    put(into, ((number << 1) ^ (number >> 63)).cast_unsigned());
}

fn take_signed(rest: &mut &[u8]) -> Option<i64> {
    let number = take_number(rest)?;
    Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Parts = (usize, i32, [u32; 2], i64);

    fn booked(parts: &[Parts]) -> Vec<Booked<'static>> {
        let measure = |index| ["members", "share_capital", ""].get(index).copied().unwrap_or_default();
        let book = |(index, day, halves, amount): &Parts| Booked {
            measure: measure(*index),
            on: Day(*day),
            halves: *halves,
            amount: *amount,
        };
        parts.iter().map(book).collect()
    }

    fn parts() -> impl Strategy<Value = Vec<Parts>> {
        prop::collection::vec((0_usize..3, any::<i32>(), any::<[u32; 2]>(), any::<i64>()), 0..6)
    }

    proptest! {
        #[test]
        fn entries_come_out_as_they_went_in(acts in prop::collection::vec(parts(), 0..4), kept in 0_usize..4) {
            let acts: Vec<_> = (1..).zip(acts.iter().map(|parts| booked(parts))).filter(|(_, all)| !all.is_empty()).collect();
            let mut postings = Postings::default();
            acts.iter().for_each(|(seq, entries)| postings.add(*seq, entries.iter().copied()));
            let read = |postings: &Postings| -> Vec<(i64, Vec<Booked<'static>>)> {
                let own = |packed: &[u8]| unpack(packed).map(|entry| entry.map(leaked)).collect::<Option<Vec<_>>>().unwrap();
                postings.iter().map(|(seq, packed)| (seq, own(packed))).collect()
            };
            prop_assert_eq!(&read(&postings), &acts);
            postings.cut(kept.min(acts.len()));
            prop_assert_eq!(&read(&postings)[..], &acts[..kept.min(acts.len())]);
        }

        #[test]
        fn no_bytes_make_unpacking_panic(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = unpack(&bytes).count();
        }
    }

    /// The same entry, with the measure's code as it stands in the program.
    fn leaked(entry: Booked<'_>) -> Booked<'static> {
        let measure = ["members", "share_capital", ""].into_iter().find(|code| *code == entry.measure).unwrap();
        Booked { measure, ..entry }
    }
}
