//! Splitting a total into whole parts that sum to it exactly.

/// Parts of at least `least`, in multiples of `step`, near their weights. What is left below one step goes to the
/// heaviest part. None if the total is too small for that many parts.
pub(super) fn exactly(total: i64, weights: &[f64], least: i64, step: i64) -> Option<Vec<i64>> {
    let free = total - i64::try_from(weights.len()).ok()? * least;
    if free < 0 || (weights.is_empty() && total != 0) {
        return None;
    }
    let (units, rest) = (free / step, free % step);
    let mut parts: Vec<i64> =
        proportional(units, weights, |_| i64::MAX).into_iter().map(|part| least + part * step).collect();
    let heaviest = weights.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(i, _)| i);
    if let Some(part) = parts.get_mut(heaviest) {
        *part += rest;
    }
    Some(parts)
}

/// Parts from 0 to their caps, near their weights as far as the caps allow. None if the caps cannot hold the total.
pub(super) fn capped(total: i64, weights: &[f64], caps: &[i64]) -> Option<Vec<i64>> {
    let room: i64 = caps.iter().sum();
    if total < 0 || room < total || weights.len() != caps.len() {
        return None;
    }
    // A part is full once its proportional share reaches its cap; what it cannot take is shared among the others.
    let mut full = vec![false; caps.len()];
    loop {
        let held: i64 = caps.iter().zip(&full).filter(|(_, full)| **full).map(|(cap, _)| cap).sum();
        let open = || weights.iter().zip(&full).filter(|(_, full)| !**full);
        let factor = (total - held) as f64 / open().map(|(weight, _)| weight).sum::<f64>();
        let mut changed = false;
        for ((weight, cap), full) in weights.iter().zip(caps).zip(full.iter_mut()) {
            if !*full && weight * factor >= *cap as f64 {
                *full = true;
                changed = true;
            }
        }
        if !changed {
            let lightened: Vec<f64> =
                weights.iter().zip(&full).map(|(weight, full)| if *full { 0.0 } else { *weight }).collect();
            let cap_of = |i: usize| if full.get(i) == Some(&true) { 0 } else { caps.get(i).copied().unwrap_or(0) };
            let shares = proportional(total - held, &lightened, cap_of);
            let parts = shares.into_iter().zip(caps.iter().zip(&full));
            return Some(parts.map(|(share, (cap, full))| if *full { *cap } else { share }).collect());
        }
    }
}

/// Whole numbers near the weights' shares of the total, by largest remainder; none above its cap.
fn proportional(total: i64, weights: &[f64], cap: impl Fn(usize) -> i64) -> Vec<i64> {
    let sum: f64 = weights.iter().sum();
    let share = |weight: f64| if sum > 0.0 { weight * total as f64 / sum } else { 0.0 };
    let mut parts: Vec<i64> = weights.iter().map(|weight| share(*weight).floor() as i64).collect();
    let mut order: Vec<(f64, usize)> =
        weights.iter().enumerate().map(|(i, weight)| (share(*weight).floor() - share(*weight), i)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut left = total - parts.iter().sum::<i64>();
    while left != 0 {
        let before = left;
        for (_, i) in &order {
            let Some(part) = parts.get_mut(*i) else { continue };
            let step = left.signum();
            if step != 0 && (0..=cap(*i)).contains(&(*part + step)) {
                *part += step;
                left -= step;
            }
        }
        if left == before {
            break;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_below_one_step_goes_to_the_heaviest() {
        assert_eq!(exactly(1_029, &[1.0, 3.0], 100, 100), Some(vec![300, 729]));
        assert_eq!(exactly(9, &[1.0, 1.0], 5, 1), None);
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_total(weights in prop::collection::vec(0.1_f64..50.0, 1..40), extra in 0_i64..100_000) {
            let total = weights.len() as i64 * 5 + extra;
            let parts = exactly(total, &weights, 5, 1).unwrap();
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
            prop_assert!(parts.iter().all(|part| *part >= 5));
        }

        #[test]
        fn capped_parts_sum_to_the_total_and_keep_to_their_caps(
            parts in prop::collection::vec((0.0_f64..50.0, 0_i64..30), 1..40), share in 0_i64..=100,
        ) {
            let (weights, caps): (Vec<_>, Vec<_>) = parts.into_iter().map(|(weight, cap)| (weight + 1e-6, cap)).unzip();
            let total = caps.iter().sum::<i64>() * share / 100;
            let split = capped(total, &weights, &caps).unwrap();
            prop_assert_eq!(split.iter().sum::<i64>(), total);
            prop_assert!(split.iter().zip(&caps).all(|(part, cap)| (0..=*cap).contains(part)));
        }
    }
}
