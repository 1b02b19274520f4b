//! Chance from a seed: the same numbers on every machine and with every version.
//!
//! SplitMix64 and plain arithmetic only: a library's generator may change between versions, and `exp` or `ln` differ in
//! the last digit between machines, which would be another country.

/// A stream of numbers that follows from its seed.
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 (included) to 1 (not included).
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number from `low` to `high`, both included; `low` if there is none between.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = (i64::from(high) - i64::from(low) + 1).max(1);
        let drawn = i64::from(low) + (self.next() % width.unsigned_abs()) as i64;
        i32::try_from(drawn).unwrap_or(low)
    }

    /// Whether something happens that happens with this probability.
    pub(super) fn hits(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// About normal, mean 0 and deviation 1: the sum of twelve.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// About log-normal, median 1: most are small, a few are large.
    pub(super) fn skewed(&mut self, sigma: f64) -> f64 {
        let mut power = 1.0 + sigma * self.normal() / 256.0;
        for _ in 0..8 {
            power *= power;
        }
        power
    }

    /// One of them, each as likely as any other.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.next() as usize % of.len().max(1))
    }

    /// One of them, each as likely as its weight says.
    pub(super) fn weighted<'a, T>(&mut self, of: &'a [(T, f64)]) -> Option<&'a T> {
        let mut left = self.unit() * of.iter().map(|(_, weight)| weight).sum::<f64>();
        for (thing, weight) in of {
            if left < *weight {
                return Some(thing);
            }
            left -= weight;
        }
        of.iter().rev().find(|(_, weight)| *weight > 0.0).map(|(thing, _)| thing)
    }
}
