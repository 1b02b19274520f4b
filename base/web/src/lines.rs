//! Stocks or flows over years. Time runs from left to right in every language.

use crate::{
    Caption, Figure,
    figure::{Short, Side, WIDTH, fit, says, width},
    scale::{Scale, spread},
};

const HEIGHT: f64 = 220.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 196.0;

/// The most dots on a line.
const DOTS: usize = 30;

/// One line of a chart.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is called.
    pub label: String,
    /// Its amount in each period; none where nothing is known, which leaves a gap.
    pub amounts: Vec<Option<i64>>,
}

/// A line for each series over these periods, told apart by dash, mark and the label at its end; none of fewer than two
/// periods. More than four series repeat dashes and marks, hence belong into more than one chart.
pub fn lines(
    caption: &Caption,
    periods: &[String],
    series: &[Series],
    write: impl Fn(i64) -> String,
) -> Option<Figure> {
    let last = periods.len().checked_sub(1).filter(|last| *last > 0)?;
    let known = series.iter().flat_map(|one| one.amounts.iter().flatten().copied());
    known.clone().next()?;
    let scale = Scale::over(known);
    let mut figure = Figure::new(caption, HEIGHT);
    let ends = ends(series, &write);
    let widest = ends.iter().map(|end| width(&end.value).max(width(&end.label))).fold(0.0, f64::max);
    let right = WIDTH - 12.0 - widest.min(120.0);
    let left = grid(&mut figure, &scale, right + 5.0, &write);
    let x = |at: usize| left + at as f64 * (right - left) / last as f64;
    let y = |amount: i64| scale.at(amount, BOTTOM, TOP);
    periods_below(&mut figure, periods, (right - left) / last as f64, x);
    for (index, one) in series.iter().enumerate() {
        let look = index % 4 + 1;
        figure.path(&format!("l{look}"), &path(&one.amounts, x, y), "");
        for (at, (amount, period)) in one.amounts.iter().zip(periods).enumerate() {
            let Some(amount) = amount else { continue };
            if periods.len() <= DOTS || at == last {
                let label = if one.label.is_empty() { period.clone() } else { format!("{} · {period}", one.label) };
                figure.path(&format!("m{look}"), &mark(look, x(at), y(*amount)), &says(&label, &write(*amount)));
            }
        }
    }
    // Two lines of text for each, one if there is but one.
    let (gap, low) = if series.len() > 1 { (28.0, TOP + 6.0) } else { (14.0, TOP + 4.0) };
    let places = spread(&ends.iter().map(|end| y(end.amount)).collect::<Vec<_>>(), gap, low, BOTTOM);
    for (end, place) in ends.iter().zip(places) {
        let x = x(end.at) + 10.0;
        figure.text("strong", (x, place + if series.len() > 1 { -1.0 } else { 4.0 }), Side::Right, &end.value);
        if series.len() > 1 {
            figure.text("soft", (x, place + 12.0), Side::Right, &fit(&end.label, WIDTH - x));
        }
    }
    Some(figure)
}

/// The last amount of a series, which is written beside it.
struct End {
    at: usize,
    amount: i64,
    value: String,
    label: String,
}

fn ends(series: &[Series], write: &impl Fn(i64) -> String) -> Vec<End> {
    let alone = series.len() == 1;
    let end = |one: &Series| {
        let (at, amount) = one.amounts.iter().enumerate().rev().find_map(|(at, amount)| Some((at, (*amount)?)))?;
        Some(End { at, amount, value: write(amount), label: if alone { String::new() } else { one.label.clone() } })
    };
    series.iter().filter_map(end).collect()
}

/// Draws the lines of the grid up to `right` with their numbers; says where the drawing within begins.
pub(crate) fn grid(figure: &mut Figure, scale: &Scale, right: f64, write: &impl Fn(i64) -> String) -> f64 {
    let texts: Vec<_> = scale.ticks.iter().map(|tick| (scale.at(*tick, BOTTOM, TOP), *tick, write(*tick))).collect();
    let left = 10.0 + texts.iter().map(|(.., text)| width(text)).fold(0.0, f64::max);
    for (y, tick, text) in texts {
        figure.line(if tick == 0 { "zero" } else { "grid" }, (left, right), (y, y));
        figure.text("soft", (left - 8.0, y + 4.0), Side::Left, &text);
    }
    left + 6.0
}

/// Writes as many periods below as there is room for: the last one always, the others at equal distances from it.
pub(crate) fn periods_below(figure: &mut Figure, periods: &[String], pitch: f64, x: impl Fn(usize) -> f64) {
    let widest = periods.iter().map(|period| width(period)).fold(0.0, f64::max) + 10.0;
    let every = (widest / pitch).ceil().max(1.0) as usize;
    for (at, period) in periods.iter().enumerate() {
        if (periods.len() - 1 - at).is_multiple_of(every) {
            figure.text("soft", (x(at), HEIGHT - 6.0), Side::Middle, period);
        }
    }
}

/// A path through all amounts, broken where one is not known.
fn path(amounts: &[Option<i64>], x: impl Fn(usize) -> f64, y: impl Fn(i64) -> f64) -> String {
    let mut pen = 'M';
    let mut path = String::new();
    for (at, amount) in amounts.iter().enumerate() {
        let Some(amount) = amount else {
            pen = 'M';
            continue;
        };
        path += &format!("{pen}{} {}", Short(x(at)), Short(y(*amount)));
        pen = 'L';
    }
    path
}

/// The mark of a series: a disc, a square, a triangle, a diamond.
fn mark(look: usize, x: f64, y: f64) -> String {
    let shape = match look {
        1 => "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
        2 => "m-3.5-3.5h7v7h-7z",
        3 => "m0-4.5l4.5 8h-9z",
        _ => "m0-5l5 5-5 5-5-5z",
    };
    format!("M{} {}{shape}", Short(x), Short(y))
}
