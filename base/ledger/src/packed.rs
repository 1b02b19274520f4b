//! Acts packed into one run of bytes.
//!
//! An import and a proof keep the acts of many thousand subjects at hand and hardly ever look at them again: only an act that
//! comes out of order asks for those before it. Packed they take a quarter of the memory, and most of the time of a large import
//! would else go into memory.

use hashbrown::HashMap;
use kernel::{Date, Timestamp};

use crate::{Act, Day, Hash, Head, act::Written};

/// The acts of one subject, in the order of the journal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packed(Vec<u8>);

/// The acts of several subjects, in the order of the journal: in one run of bytes after another, so that none has to grow.
#[derive(Debug, Default)]
pub(crate) struct Mixed(Vec<Packed>);

/// When a run of bytes is full, and the room that is left then for one more act.
const FULL: usize = 15 << 10;
const ROOM: usize = 1 << 10;

impl Packed {
    /// Adds an act at the end.
    pub(crate) fn push(&mut self, act: &Act) {
        let texts = [Some(act.kind.as_str()), Some(&act.author), act.document.as_deref(), Some(&act.body)];
        let length: usize = texts.iter().flatten().map(|text| text.len()).sum();
        self.0.reserve_exact(length + 64);
        self.add(act.head(), act.effective_on, act.voids, texts);
    }

    /// Adds the act with which the journal ended with `head`. The texts are its kind, author, document and body.
    fn add(&mut self, head: Head, effective_on: Option<Date>, voids: Option<i64>, texts: [Option<&str>; 4]) {
        self.0.extend(head.recorded_at.as_microsecond().to_le_bytes());
        self.0.extend(Day::from(effective_on).0.to_le_bytes());
        self.put(head.seq.unsigned_abs());
        self.put(voids.map_or(0, i64::unsigned_abs));
        self.put_text(Some(&head.hash.0).filter(|hash| **hash != Hash::ZERO.0).map(|hash| hash.as_slice()));
        texts.into_iter().for_each(|text| self.put_text(text.map(str::as_bytes)));
    }

    /// Adds a number, seven bits a byte: most are small.
    fn put(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    /// Adds bytes, or that there are none.
    fn put_text(&mut self, bytes: Option<&[u8]>) {
        self.put(bytes.map_or(0, |bytes| bytes.len() as u64 + 1));
        self.0.extend(bytes.unwrap_or_default());
    }

    /// All acts, of this subject.
    pub(crate) fn acts(&self, subject: &str) -> Vec<Act> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(|| take_act(&mut rest, subject)).collect()
    }
}

impl Mixed {
    /// Adds what an act says that was recorded as the `head` of the journal; not who recorded it and from what, nor its hash.
    pub(crate) fn add(&mut self, written: &Written<'_>, effective_on: Option<Date>, head: Head) {
        let head = Head { hash: Hash::ZERO, ..head };
        if self.0.last().is_none_or(|run| run.0.len() >= FULL) {
            self.0.push(Packed(Vec::with_capacity(FULL + ROOM)));
        }
        let Some(run) = self.0.last_mut() else { return };
        run.put_text(Some(written.subject.as_bytes()));
        run.add(head, effective_on, written.voids, [Some(written.kind), Some(""), None, Some(written.body)]);
    }

    /// The acts of each subject; none if one does not come out as it went in.
    pub(crate) fn by_subject(&self) -> Option<HashMap<&str, Vec<Act>>> {
        let mut lives: HashMap<&str, Vec<Act>> = HashMap::new();
        for Packed(run) in &self.0 {
            let mut rest = run.as_slice();
            while !rest.is_empty() {
                let subject = std::str::from_utf8(take_bytes(&mut rest)??).ok()?;
                lives.entry(subject).or_default().push(take_act(&mut rest, subject)?);
            }
        }
        Some(lives)
    }
}

impl FromIterator<Act> for Packed {
    fn from_iter<T: IntoIterator<Item = Act>>(acts: T) -> Self {
        let mut packed = Self::default();
        acts.into_iter().for_each(|act| packed.push(&act));
        packed
    }
}

/// The next act; none at the end.
fn take_act(rest: &mut &[u8], subject: &str) -> Option<Act> {
    let recorded_at = Timestamp::from_microsecond(i64::from_le_bytes(take(rest)?)).ok()?;
    let effective_on = Day(i32::from_le_bytes(take(rest)?)).date();
    let seq = i64::try_from(take_number(rest)?).ok()?;
    let voids = i64::try_from(take_number(rest)?).ok().filter(|seq| *seq != 0);
    let hash = take_bytes(rest)?.map_or(Some(Hash::ZERO), |hash| hash.try_into().ok().map(Hash))?;
    let mut text = || Some(take_bytes(rest)?.and_then(|text| String::from_utf8(text.to_vec()).ok()));
    let (kind, author, document, body) = (text()??, text()??, text()?, text()??);
    let subject = subject.to_owned();
    Some(Act { seq, subject, kind, effective_on, recorded_at, author, document, voids, body, hash })
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*taken)
}

fn take_number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for place in (0..u64::BITS).step_by(7) {
        let [byte] = take(rest)?;
        number |= u64::from(byte & 0x7f) << place;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Bytes, or that there are none.
fn take_bytes<'a>(rest: &mut &'a [u8]) -> Option<Option<&'a [u8]>> {
    let Some(length) = take_number(rest)?.checked_sub(1) else { return Some(None) };
    let (bytes, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    *rest = after;
    Some(Some(bytes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn acts_come_out_as_they_went_in(
            texts in prop::collection::vec((".*", ".*", prop::option::of(".*"), ".*"), 0..4),
            seqs in (1..i64::MAX, prop::option::of(1..i64::MAX), prop::option::of(-500_000..2_900_000)),
            hash: [u8; 32],
        ) {
            let (seq, voids, day) = seqs;
            let acts: Vec<_> = texts.into_iter().map(|(kind, author, document, body)| Act {
                seq,
                subject: "club/1".into(),
                kind,
                effective_on: day.and_then(|day| Day(day).date()),
                recorded_at: Timestamp::UNIX_EPOCH,
                author,
                document,
                voids,
                body,
                hash: Hash(hash),
            }).collect();
            let packed: Packed = acts.iter().cloned().collect();
            prop_assert_eq!(&packed.acts("club/1"), &acts);
            let mut mixed = Mixed::default();
            acts.iter().for_each(|act| act.written(|written| mixed.add(&written, act.effective_on, act.head())));
            let implying = |act| Act { author: String::new(), document: None, hash: Hash::ZERO, ..act };
            let acts: Vec<_> = acts.into_iter().map(implying).collect();
            prop_assert_eq!(mixed.by_subject().unwrap().remove("club/1").unwrap_or_default(), acts);
        }
    }
}
