//! A line over years. Time runs from left to right in every language.

use askama::Template;

/// The drawing's size; what lies around the lines.
const WIDTH: i64 = 640;
const HEIGHT: i64 = 260;
const LEFT: i64 = 84;
const RIGHT: i64 = 24;
const TOP: i64 = 16;
const BOTTOM: i64 = 32;

/// About how many lines of the grid.
const STEPS: i64 = 4;

/// The most labels under the line.
const LABELS: usize = 8;

/// A chart of one number over years. The table with the same numbers stands beside it.
#[derive(Template)]
#[template(path = "chart.html")]
pub struct Chart {
    title: String,
    size: (i64, i64),
    grid: Vec<(i64, String)>,
    line: String,
    dots: Vec<Dot>,
    left: i64,
    right: i64,
    base: i64,
}

/// A point of the line.
struct Dot {
    x: i64,
    y: i64,
    says: String,
    label: Option<String>,
}

impl Chart {
    /// A chart of these points, each with its label; none of fewer than two. `write` writes the numbers.
    pub fn new(title: String, points: &[(String, i64)], write: impl Fn(i64) -> String) -> Option<Self> {
        let (_, rest) = points.split_first()?;
        if rest.is_empty() {
            return None;
        }
        let highest = points.iter().map(|(_, amount)| *amount).max()?.max(0);
        let lowest = points.iter().map(|(_, amount)| *amount).min()?.min(0);
        let step = step(highest - lowest);
        let (bottom, top) = (lowest.div_euclid(step) * step, (highest + step - 1).div_euclid(step) * step);
        let height = HEIGHT - TOP - BOTTOM;
        // In 128 bits: amounts of money times a height do not fit into 64.
        let y = |amount: i64| {
            let range = i128::from((top - bottom).max(1));
            HEIGHT - BOTTOM - (i128::from(amount - bottom) * i128::from(height) / range) as i64
        };
        let x = |index: usize| LEFT + index as i64 * (WIDTH - LEFT - RIGHT) / rest.len() as i64;
        let every = points.len().div_ceil(LABELS);
        let dot = |(index, (label, amount)): (usize, &(String, i64))| Dot {
            x: x(index),
            y: y(*amount),
            says: format!("{label}: {}", write(*amount)),
            // The last year always has its label; counted from there, so that labels keep their distance.
            label: (points.len() - 1 - index).is_multiple_of(every).then(|| label.clone()),
        };
        let dots: Vec<_> = points.iter().enumerate().map(dot).collect();
        let line = dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect::<Vec<_>>().join(" ");
        let lines = (0..=(top - bottom) / step).map(|line| bottom + line * step);
        let grid = lines.map(|amount| (y(amount), write(amount))).collect();
        Some(Self {
            title,
            size: (WIDTH, HEIGHT),
            grid,
            line,
            dots,
            left: LEFT,
            right: WIDTH - RIGHT,
            base: HEIGHT - 10,
        })
    }
}

/// The distance of the grid's lines: 1, 2 or 5 times a power of ten.
fn step(range: i64) -> i64 {
    let rough = (range / STEPS).max(1);
    let scale = 10_i64.pow(rough.ilog10());
    [1, 2, 5].into_iter().map(|times| times * scale).find(|step| *step >= rough).unwrap_or(scale.saturating_mul(10))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_grid_stands_on_numbers_that_people_can_read() {
        assert_eq!([0, 3, 17, 100, 65_315, 7_574_999_906].map(step), [1, 1, 5, 50, 20_000, 2_000_000_000]);
    }

    proptest! {
        #[test]
        fn every_point_lies_within_the_drawing(amounts in prop::collection::vec(-4_000_000_000_000_000_i64..4_000_000_000_000_000, 0..40)) {
            let points: Vec<_> = amounts.iter().enumerate().map(|(year, amount)| (year.to_string(), *amount)).collect();
            let chart = Chart::new(String::new(), &points, |amount| amount.to_string());
            prop_assert_eq!(chart.is_some(), points.len() > 1);
            for dot in chart.iter().flat_map(|chart| &chart.dots) {
                prop_assert!((LEFT..=WIDTH - RIGHT).contains(&dot.x) && (TOP..=HEIGHT - BOTTOM).contains(&dot.y), "{} {}", dot.x, dot.y);
            }
        }
    }
}
