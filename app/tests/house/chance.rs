//! Chance that can be had again: a seed, and numbers that follow from it.

use std::{
    env,
    hash::{BuildHasher, RandomState},
    time::Duration,
};

/// Numbers that follow from a seed (SplitMix64).
pub(crate) struct Chance(u64);

impl Chance {
    /// From `TWIZA_TEST_SEED`, or from anywhere. The seed is printed: a test that fails shows it.
    pub(crate) fn new() -> Self {
        let given = env::var("TWIZA_TEST_SEED").ok().and_then(|text| text.parse().ok());
        let seed = given.unwrap_or_else(|| RandomState::new().hash_one("seed"));
        println!("TWIZA_TEST_SEED={seed}");
        Self(seed)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }

    /// A while shorter than `end`.
    pub(crate) fn within(&mut self, end: Duration) -> Duration {
        Duration::from_micros(self.below(end.as_micros().try_into().unwrap_or(u64::MAX)))
    }
}
