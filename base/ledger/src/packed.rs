//! Acts packed into one run of bytes.
//!
//! An import and a proof keep the acts of many thousand subjects at hand and hardly ever look at them again: only an act that
//! comes out of order asks for those before it. Packed they take a third of the memory, and most of the time of a large import
//! would else go into memory.

use kernel::Timestamp;

use crate::{Act, Day, Hash};

/// The acts of one subject, in the order of the journal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packed(Vec<u8>);

impl Packed {
    /// Adds an act at the end.
    pub(crate) fn push(&mut self, act: &Act) {
        let texts = [Some(&act.kind), Some(&act.author), act.document.as_ref(), Some(&act.body)];
        let length: usize = texts.iter().flatten().map(|text| text.len()).sum();
        self.0.reserve_exact(length + 80);
        self.0.extend(act.seq.to_le_bytes());
        self.0.extend(act.recorded_at.as_microsecond().to_le_bytes());
        self.0.extend(act.voids.unwrap_or(0).to_le_bytes());
        self.0.extend(Day::from(act.effective_on).0.to_le_bytes());
        self.0.extend(act.hash.0);
        for text in texts {
            let length = text.map_or(u32::MAX, |text| u32::try_from(text.len()).unwrap_or(u32::MAX));
            self.0.extend(length.to_le_bytes());
            self.0.extend(text.map_or(&[] as &[u8], |text| text.as_bytes()));
        }
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

/// The next act; none at the end.
fn take_act(rest: &mut &[u8], subject: &str) -> Option<Act> {
    let seq = i64::from_le_bytes(take(rest)?);
    let recorded_at = Timestamp::from_microsecond(i64::from_le_bytes(take(rest)?)).ok()?;
    let voids = Some(i64::from_le_bytes(take(rest)?)).filter(|seq| *seq != 0);
    let effective_on = Day(i32::from_le_bytes(take(rest)?)).date();
    let hash = Hash(take(rest)?);
    let (kind, author, document, body) = (take_text(rest)?, take_text(rest)?, take_text(rest)?, take_text(rest)?);
    let subject = subject.to_owned();
    Some(Act {
        seq,
        subject,
        kind: kind?,
        effective_on,
        recorded_at,
        author: author?,
        document,
        voids,
        body: body?,
        hash,
    })
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*taken)
}

/// A text, or the place of one that is not there.
fn take_text(rest: &mut &[u8]) -> Option<Option<String>> {
    let length = u32::from_le_bytes(take(rest)?);
    if length == u32::MAX {
        return Some(None);
    }
    let (text, after) = rest.split_at_checked(length as usize)?;
    *rest = after;
    String::from_utf8(text.to_vec()).ok().map(Some)
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
