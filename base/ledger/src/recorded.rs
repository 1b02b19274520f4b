//! The acts of the journal by their place in it: what every figure must know of them without reading them.

use std::sync::Arc;

use kernel::Known;

/// When each act was recorded, of which kind it is, and the year in which it took effect.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorded {
    /// In microseconds; they never decrease.
    pub(crate) instants: Vec<i64>,
    kinds: Vec<u8>,
    years: Vec<i16>,
    /// The kinds that occur, in the order in which they were first seen.
    names: Vec<Arc<str>>,
}

/// The year of an act of which nobody knows when it took effect.
const UNKNOWN_YEAR: i16 = i16::MIN;

impl Recorded {
    /// How many acts there are: the place of the last one.
    pub(crate) const fn len(&self) -> usize {
        self.instants.len()
    }

    /// Takes in the next act.
    pub(crate) fn push(&mut self, recorded_at_micros: i64, kind: &str, year: Option<i16>) {
        let known = self.names.iter().position(|name| **name == *kind);
        let number = known.unwrap_or_else(|| {
            self.names.push(kind.into());
            self.names.len() - 1
        });
        self.instants.push(recorded_at_micros);
        // There are a few dozen kinds; beyond 255 they would be told apart no more.
        self.kinds.push(u8::try_from(number).unwrap_or(u8::MAX));
        self.years.push(year.unwrap_or(UNKNOWN_YEAR));
    }

    /// Forgets the acts after the first `len`.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.instants.truncate(len);
        self.kinds.truncate(len);
        self.years.truncate(len);
    }

    /// The last act recorded up to `known`.
    pub(crate) fn head_at(&self, known: Known) -> i64 {
        match known {
            None => self.len() as i64,
            Some(at) => self.instants.partition_point(|instant| *instant <= at.as_microsecond()) as i64,
        }
    }

    /// The kind of an act and the year in which it took effect.
    pub(crate) fn kind_and_year(&self, seq: i64) -> Option<(&Arc<str>, Option<i16>)> {
        let index = usize::try_from(seq).ok()?.checked_sub(1)?;
        let (kind, year) = (*self.kinds.get(index)?, *self.years.get(index)?);
        Some((self.names.get(usize::from(kind))?, Some(year).filter(|year| *year != UNKNOWN_YEAR)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_act_keeps_its_kind_and_year_and_what_is_forgotten_is_gone() {
        let mut acts = Recorded::default();
        acts.push(10, "founded", Some(2020));
        acts.push(10, "closed", None);
        acts.push(20, "founded", Some(1960));
        let of = |acts: &Recorded, seq| acts.kind_and_year(seq).map(|(kind, year)| (kind.to_string(), year));
        assert_eq!(of(&acts, 2), Some(("closed".into(), None)));
        assert_eq!(of(&acts, 3), Some(("founded".into(), Some(1960))));
        acts.truncate(2);
        assert_eq!((acts.len(), of(&acts, 3), of(&acts, 0)), (2, None, None));
        assert_eq!(acts.head_at(None), 2);
    }
}
