//! From numbers to places in a drawing.

/// About how many lines of a grid.
const STEPS: i128 = 4;

/// An axis that holds these amounts and zero, and ends on numbers that people can read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    /// Where the grid's lines are, from the lowest to the highest; zero is among them.
    pub(crate) ticks: Vec<i64>,
    low: f64,
    high: f64,
}

impl Scale {
    /// The axis for these amounts.
    pub(crate) fn over(amounts: impl IntoIterator<Item = i64>) -> Self {
        let (low, high) = amounts.into_iter().fold((0, 0), |(low, high), amount| (amount.min(low), amount.max(high)));
        // In 128 bits: the distance of two amounts of money may not fit into 64.
        let (low, high) = (i128::from(low), i128::from(high));
        let step = step(high - low);
        let (first, last) = (low.div_euclid(step), -(-high).div_euclid(step));
        let last = last.max(first + 1);
        let ticks = (first..=last).filter_map(|line| i64::try_from(line * step).ok()).collect();
        Self { ticks, low: (first * step) as f64, high: (last * step) as f64 }
    }

    /// How far along the axis an amount lies: 0 at its start, 1 at its end.
    pub(crate) fn part(&self, amount: i64) -> f64 {
        (amount as f64 - self.low) / (self.high - self.low)
    }

    /// Where an amount lies between two ends.
    pub(crate) fn at(&self, amount: i64, start: f64, end: f64) -> f64 {
        start + self.part(amount) * (end - start)
    }
}

/// The distance of a grid's lines: 1, 2 or 5 times a power of ten.
fn step(range: i128) -> i128 {
    // Rounded up: the grid never has more lines than asked for, but for those at its ends.
    let rough = ((range + STEPS - 1) / STEPS).max(1);
    let scale = 10_i128.pow(rough.ilog10());
    [1, 2, 5].into_iter().map(|times| times * scale).find(|step| *step >= rough).unwrap_or(10 * scale)
}

/// Moves places apart until each keeps `gap` from the one before, within `low..=high` if there is room at all. They come
/// and go in the same order, which need not be that of the places.
pub(crate) fn spread(places: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut sorted: Vec<(usize, f64)> = places.iter().copied().enumerate().collect();
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut floor = low;
    for (_, place) in &mut sorted {
        *place = place.max(floor);
        floor = *place + gap;
    }
    let mut ceiling = high;
    for (_, place) in sorted.iter_mut().rev() {
        *place = place.min(ceiling);
        ceiling = *place - gap;
    }
    sorted.sort_by_key(|(index, _)| *index);
    sorted.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_grid_stands_on_numbers_that_people_can_read() {
        assert_eq!([0, 3, 17, 100, 65_315, 7_574_999_906].map(step), [1, 1, 5, 50, 20_000, 2_000_000_000]);
        assert_eq!(Scale::over([65_315]).ticks, [0, 20_000, 40_000, 60_000, 80_000]);
        assert_eq!(Scale::over([-30, 70]).ticks, [-50, 0, 50, 100]);
        assert_eq!(Scale::over([]).ticks, [0, 1]);
    }

    #[test]
    fn labels_too_close_are_moved_apart_and_keep_their_order() {
        assert_eq!(spread(&[10.0, 12.0], 14.0, 0.0, 100.0), [10.0, 24.0]);
        assert_eq!(spread(&[99.0, 100.0], 14.0, 0.0, 100.0), [86.0, 100.0]);
        assert_eq!(spread(&[50.0, 10.0], 14.0, 0.0, 100.0), [50.0, 10.0]);
    }

    proptest! {
        #[test]
        fn every_amount_lies_on_its_axis(amounts in prop::collection::vec(any::<i64>(), 0..40)) {
            let scale = Scale::over(amounts.iter().copied());
            prop_assert!(scale.ticks.is_sorted() && scale.ticks.contains(&0) && scale.ticks.len() <= 8, "{:?}", scale.ticks);
            for amount in amounts {
                prop_assert!((0.0..=1.0).contains(&scale.part(amount)));
            }
        }
    }
}
