//! Flows over years as columns. Time runs from left to right in every language.

use crate::{
    Caption, Figure,
    figure::{Side, WIDTH, says, width},
    lines::{grid, periods_below},
    scale::Scale,
};

const HEIGHT: f64 = 220.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 196.0;

/// A column for each period with its amount; none of no period. The amounts stand on the columns if there is room for all,
/// else a grid tells them.
pub fn columns(caption: &Caption, amounts: &[(String, i64)], write: impl Fn(i64) -> String) -> Option<Figure> {
    let count = Some(amounts.len()).filter(|count| *count > 0)? as f64;
    let scale = Scale::over(amounts.iter().map(|(_, amount)| *amount));
    let mut figure = Figure::new(caption, HEIGHT);
    let widest = amounts.iter().map(|(_, amount)| width(&write(*amount))).fold(0.0, f64::max);
    let told = widest + 6.0 <= WIDTH / count;
    let left = if told { 0.0 } else { grid(&mut figure, &scale, WIDTH, &write) };
    let (top, bottom) = if told {
        (TOP + 8.0, BOTTOM - if scale.ticks.first() < Some(&0) { 16.0 } else { 0.0 })
    } else {
        (TOP, BOTTOM)
    };
    let pitch = (WIDTH - left) / count;
    let wide = (pitch * 0.68).min(44.0);
    let x = |at: usize| left + (at as f64 + 0.5) * pitch;
    let y = |amount: i64| scale.at(amount, bottom, top);
    for (at, (period, amount)) in amounts.iter().enumerate() {
        let value = write(*amount);
        let class = if *amount < 0 { "minus" } else { "fill" };
        figure.rect(class, (x(at) - wide / 2.0, x(at) + wide / 2.0), (y(*amount), y(0)), 1.0, &says(period, &value));
        if told {
            let place = if *amount < 0 { y(*amount) + 14.0 } else { y(*amount) - 6.0 };
            figure.text("strong", (x(at), place), Side::Middle, &value);
        }
    }
    figure.line("zero", (left, WIDTH), (y(0), y(0)));
    let periods: Vec<_> = amounts.iter().map(|(period, _)| period.clone()).collect();
    periods_below(&mut figure, &periods, pitch, x);
    Some(figure)
}
