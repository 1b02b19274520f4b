//! Amounts at points: dots over the shapes of regions.

use crate::{
    Caption, Figure,
    figure::{Short, Side, WIDTH, says},
    shapes::Shapes,
};

/// The radius of the greatest dot, and of the smallest that can be seen.
const GREATEST: f64 = 16.0;
const SMALLEST: f64 = 1.5;

/// An amount at a point.
#[derive(Clone, Debug)]
pub struct Point {
    /// What it is called.
    pub label: String,
    /// Its longitude and latitude.
    pub at: (f64, f64),
    /// What is there.
    pub amount: i64,
}

/// A dot for each point whose area is in proportion to its amount, over these shapes; none without anything above zero. Below
/// stand three dots that tell the measure. A dot weighs about 150 bytes: hundreds belong into a file, not into a page.
pub fn dots(
    caption: &Caption,
    shapes: &'static Shapes,
    credit: String,
    mut points: Vec<Point>,
    write: impl Fn(i64) -> String,
) -> Option<Figure> {
    points.retain(|point| point.amount > 0);
    // The small ones are drawn over the great ones.
    points.sort_by_key(|point| std::cmp::Reverse(point.amount));
    let most = points.first()?.amount;
    let scale = WIDTH / f64::from(shapes.size.0);
    let height = f64::from(shapes.size.1) * scale;
    let radius = |amount: i64| (GREATEST * (amount as f64 / most as f64).sqrt()).max(SMALLEST);
    let mut figure = Figure::new(caption, height + 2.0 * GREATEST + 16.0);
    land(&mut figure, shapes, scale);
    for point in &points {
        let (x, y) = shapes.at(point.at.0, point.at.1);
        let at = (f64::from(x) * scale, f64::from(y) * scale);
        figure.path("dot", &disc(at, radius(point.amount)), &says(&point.label, &write(point.amount)));
    }
    let mut x = GREATEST;
    for amount in measure(most) {
        let (y, r, value) = (height + 12.0 + GREATEST, radius(amount), write(amount));
        figure.path("dot", &disc((figure.start(x), y), r), "");
        let beside = figure.start(x + r + 6.0);
        figure.text("soft", (beside, y + 4.0), if figure.mirrored() { Side::Left } else { Side::Right }, &value);
        x += r + 6.0 + crate::figure::width(&value) + 14.0 + GREATEST;
    }
    figure.credit(credit);
    Some(figure)
}

/// One point over these shapes.
pub fn spot(caption: &Caption, shapes: &'static Shapes, credit: String, at: (f64, f64)) -> Figure {
    let scale = WIDTH / f64::from(shapes.size.0);
    let mut figure = Figure::new(caption, f64::from(shapes.size.1) * scale);
    land(&mut figure, shapes, scale);
    let (x, y) = shapes.at(at.0, at.1);
    figure.path("minus", &disc((f64::from(x) * scale, f64::from(y) * scale), GREATEST / 2.0), "");
    figure.credit(credit);
    figure
}

/// The country, to this scale.
fn land(figure: &mut Figure, shapes: &'static Shapes, scale: f64) {
    figure.raw(&format!("<g transform=\"scale({scale:.4})\">"));
    for code in shapes.paths.keys() {
        figure.shape("land", shapes, code);
    }
    figure.raw("</g>");
}

/// Up to three amounts that tell the size of dots: the greatest round number, a quarter and a twentieth of it or so.
fn measure(most: i64) -> Vec<i64> {
    let round = |amount: i64| {
        let scale = 10_i64.pow(amount.max(1).ilog10());
        [5, 2, 1]
            .into_iter()
            .map(|times: i64| times.saturating_mul(scale))
            .find(|one| *one <= amount.max(1))
            .unwrap_or(scale)
    };
    let mut amounts = vec![round(most), round(most / 4), round(most / 20)];
    amounts.dedup();
    amounts
}

fn disc((x, y): (f64, f64), r: f64) -> String {
    let (left, y, r, wide) = (Short(x - r), Short(y), Short(r), Short(2.0 * r));
    format!("M{left} {y}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0-{wide} 0z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measure_is_made_of_round_numbers() {
        assert_eq!(measure(8120), [5000, 2000, 200]);
        assert_eq!(measure(3), [2, 1]);
        assert_eq!(measure(i64::MAX).len(), 3);
    }
}
