//! Amounts of things that have no order of their own, one below the other.

use crate::{
    Caption, Figure,
    figure::{WIDTH, fit, says, width},
};

const ROW: f64 = 38.0;

/// A bar for each amount below its label, in the order in which they come; none of nothing. What is below zero goes the
/// other way.
pub fn bars(caption: &Caption, amounts: &[(String, i64)], write: impl Fn(i64) -> String) -> Option<Figure> {
    let count = Some(amounts.len()).filter(|count| *count > 0)?;
    let low = amounts.iter().map(|(_, amount)| *amount).min()?.min(0) as f64;
    let high = amounts.iter().map(|(_, amount)| *amount).max()?.max(0) as f64;
    let along = |amount: f64| (amount - low) / (high - low).max(1.0) * WIDTH;
    let mut figure = Figure::new(caption, ROW * count as f64 - 8.0);
    let (after, before) = figure.sides();
    for (row, (label, amount)) in amounts.iter().enumerate() {
        let (y, value) = (row as f64 * ROW, write(*amount));
        let x = (figure.start(along(0.0)), figure.start(along(*amount as f64)));
        let class = if *amount < 0 { "minus" } else { "fill" };
        figure.text("ink", (figure.start(0.0), y + 13.0), after, &fit(label, WIDTH - width(&value) - 16.0));
        figure.text("strong", (figure.start(WIDTH), y + 13.0), before, &value);
        figure.rect("track", (0.0, WIDTH), (y + 20.0, y + 28.0), 2.0, "");
        figure.rect(class, x, (y + 20.0, y + 28.0), 2.0, &says(label, &value));
    }
    Some(figure)
}
