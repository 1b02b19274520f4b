//! How a whole is made up: one bar cut into parts.

use crate::{
    Caption, Figure,
    figure::{Side, WIDTH, says, width},
};

const HEIGHT: f64 = 36.0;

/// The most parts with a look of their own; the smaller ones become one.
const PARTS: usize = 6;

/// A bar of these parts, the greatest first, with a legend in the same order; none if there is nothing to share. What is not
/// above zero is no part. The smallest of many become one part called `other`.
pub fn shares(
    caption: &Caption,
    parts: &[(String, i64)],
    other: &str,
    write: impl Fn(i64) -> String,
) -> Option<Figure> {
    let mut parts: Vec<(String, i64)> = parts.iter().filter(|(_, amount)| *amount > 0).cloned().collect();
    parts.sort_by_key(|(_, amount)| std::cmp::Reverse(*amount));
    let whole: f64 = parts.iter().map(|(_, amount)| *amount as f64).sum();
    let first = parts.first()?.1;
    // One part too many takes no more room under its own name than as "other".
    let rest = if parts.len() > PARTS + 1 { parts.split_off(PARTS) } else { Vec::new() };
    let rest = rest.iter().map(|(_, amount)| *amount).reduce(i64::saturating_add);
    let mut figure = Figure::new(caption, HEIGHT);
    let mut from = 0.0;
    let all = parts.into_iter().chain(rest.map(|rest| (other.to_owned(), rest)));
    for (at, (label, amount)) in all.enumerate() {
        let class = format!("part{}", if at < PARTS { at + 1 } else { 0 });
        let value = write(amount);
        let to = from + amount as f64 / whole * WIDTH;
        // A thin gap parts neighbours that look alike to some.
        let gap = if to - from > 4.0 && first as f64 <= whole * 0.999 { 1.5 } else { 0.0 };
        figure.rect(&class, (figure.start(from), figure.start(to - gap)), (0.0, HEIGHT), 2.0, &says(&label, &value));
        if width(&value) + 8.0 < to - from {
            let ink = if at < 2 { "on" } else { "strong" };
            let middle = figure.start((from + to - gap) / 2.0);
            figure.text(ink, (middle, HEIGHT / 2.0 + 4.0), Side::Middle, &value);
        }
        figure.key(class, label, value);
        from = to;
    }
    Some(figure)
}
