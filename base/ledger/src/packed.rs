//! Acts packed into one run of bytes.
//!
//! An import and a proof keep the acts of many thousand subjects at hand and hardly ever look at them again: only an act that
//! comes out of order asks for those before it. Packed they take a quarter of the memory, and most of the time of a large import
//! would else go into memory.

use kernel::{Date, Timestamp};

use crate::{Act, Day, Hash, Head};

/// The acts of one subject, in the order of the journal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packed(Vec<u8>);

impl Packed {
    /// Adds an act at the end.
    pub(crate) fn push(&mut self, act: &Act) {
        let texts = [Some(act.kind.as_str()), Some(&act.author), act.document.as_deref(), Some(&act.body)];
        self.add(act.head(), act.effective_on, act.voids, texts);
    }

    /// Adds the act with which the journal ended with `head`. The texts are its kind, author, document and body.
    pub(crate) fn add(&mut self, head: Head, effective_on: Option<Date>, voids: Option<i64>, texts: [Option<&str>; 4]) {
        let length: usize = texts.iter().flatten().map(|text| text.len()).sum();
        self.0.reserve_exact(length + 64);
        self.0.extend(head.recorded_at.as_microsecond().to_le_bytes());
        self.0.extend(Day::from(effective_on).0.to_le_bytes());
        put(&mut self.0, head.seq.unsigned_abs());
        put(&mut self.0, voids.map_or(0, i64::unsigned_abs));
        put_bytes(&mut self.0, Some(&head.hash.0).filter(|hash| **hash != Hash::ZERO.0).map(|hash| hash.as_slice()));
        texts.into_iter().for_each(|text| put_bytes(&mut self.0, text.map(str::as_bytes)));
    }

    /// All acts, of this subject.
    pub(crate) fn acts(&self, subject: &str) -> Vec<Act> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(|| take_act(&mut rest, subject)).collect()
    }
}

impl FromIterator<Act> for Packed {
    fn from_iter<T: IntoIterator<Item = Act>>(acts: T) -> Self {
        let mut packed = Self::default();
        acts.into_iter().for_each(|act| packed.push(&act));
        packed
    }
}

/// Adds a number, seven bits a byte: most are small.
pub(crate) fn put(into: &mut Vec<u8>, number: u64) {
    let mut rest = number;
    while rest >= 0x80 {
        into.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    into.push(rest as u8);
}

/// Adds bytes, or that there are none.
pub(crate) fn put_bytes(into: &mut Vec<u8>, bytes: Option<&[u8]>) {
    put(into, bytes.map_or(0, |bytes| bytes.len() as u64 + 1));
    into.extend(bytes.unwrap_or_default());
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

/// Takes what [`put`] adds.
pub(crate) fn take_number(rest: &mut &[u8]) -> Option<u64> {
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

/// Takes what [`put_bytes`] adds: bytes, or that there are none.
pub(crate) fn take_bytes<'a>(rest: &mut &'a [u8]) -> Option<Option<&'a [u8]>> {
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
            prop_assert_eq!(packed.acts("club/1"), acts);
        }
    }
}
