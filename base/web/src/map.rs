//! A map that colours places by a number, with a legend in whole numbers and links to each place.

use askama::Template;

use crate::{
    Caption, Figure, Messages,
    figure::{Short, WIDTH},
    shapes::{self, Shapes},
};

/// The most classes: more greens than that nobody tells apart.
const CLASSES: usize = 5;

/// A place on a map.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub label: String,
    /// Its number.
    pub amount: i64,
    /// The number as it is written.
    pub value: String,
    /// Where a click on it leads.
    pub address: String,
}

/// A map of regions or provinces.
#[derive(Debug, Template)]
#[template(path = "map.html")]
pub struct Map {
    title: String,
    credit: String,
    view: (i32, i32, i32, i32),
    shapes: &'static Shapes,
    areas: Vec<(Area, usize, String)>,
    legend: Vec<(usize, String)>,
}

impl Map {
    /// A map with these places; those without a shape are left out. `write` writes the numbers of the legend. Only places with
    /// a number are drawn if `close` is set, and the map is cut to them.
    pub fn new(
        t: &Messages,
        shapes: &'static Shapes,
        title: String,
        areas: Vec<Area>,
        close: bool,
        write: impl Fn(i64) -> String,
    ) -> Self {
        let areas: Vec<_> = areas.into_iter().filter(|area| shapes.paths.contains_key(&area.code)).collect();
        let breaks = breaks(&areas.iter().map(|area| area.amount).collect::<Vec<_>>());
        let view = if close { around(shapes, &areas) } else { (0, 0, shapes.size.0, shapes.size.1) };
        let legend = legend(&breaks, areas.iter().map(|area| area.amount), write);
        let drawn = areas.into_iter().map(|area| {
            let class = class(&breaks, area.amount);
            let id = shapes::id(&area.code);
            (area, class, id)
        });
        Self { title, credit: t.get("web-map-credit"), view, shapes, areas: drawn.collect(), legend }
    }

    /// The map as a file of its own.
    pub fn to_svg(&self, caption: &Caption, notes: &[String]) -> String {
        let (west, north, wide, high) = self.view;
        let height = WIDTH * f64::from(high) / f64::from(wide.max(1));
        let mut figure = Figure::new(caption, height);
        figure.raw(&format!(
            "<svg width=\"{WIDTH}\" height=\"{}\" viewBox=\"{west} {north} {wide} {high}\" stroke=\"#fff\" \
             stroke-width=\"{}\" stroke-linejoin=\"round\">",
            Short(height),
            Short(f64::from(wide) / WIDTH),
        ));
        for (area, class, _) in &self.areas {
            figure.shape(&format!("q{class}"), self.shapes, &area.code);
        }
        figure.raw("</svg>");
        for (class, text) in &self.legend {
            figure.key(format!("q{class}"), text.clone(), String::new());
        }
        figure.credit(self.credit.clone());
        figure.to_svg(notes)
    }
}

/// The part of the drawing in which these places lie, with a little room.
fn around(shapes: &Shapes, areas: &[Area]) -> (i32, i32, i32, i32) {
    let boxes = areas.iter().filter_map(|area| shapes.bounds(&area.code));
    let all =
        boxes.reduce(|one, other| (one.0.min(other.0), one.1.min(other.1), one.2.max(other.2), one.3.max(other.3)));
    let (west, north, east, south) = all.unwrap_or((0, 0, shapes.size.0, shapes.size.1));
    let room = (east - west).max(south - north) / 20;
    (west - room, north - room, east - west + 2 * room, south - north + 2 * room)
}

/// The lower bounds of all classes but the first: numbers that people can read, so that about as many places fall into each class.
fn breaks(amounts: &[i64]) -> Vec<i64> {
    let mut sorted: Vec<i64> = amounts.iter().copied().filter(|amount| *amount > 0).collect();
    sorted.sort_unstable();
    let lowest = sorted.first().copied().unwrap_or(0);
    let quantile = |at: usize| sorted.get(at * sorted.len() / CLASSES).copied().map(round);
    let mut breaks: Vec<i64> = (1..CLASSES).filter_map(quantile).filter(|bound| *bound > lowest).collect();
    breaks.dedup();
    breaks
}

/// A number with one digit that counts, or two if the second is a five.
fn round(number: i64) -> i64 {
    let scale = 10_i64.pow(number.max(1).ilog10());
    let half = (scale / 2).max(1);
    (number + half / 2) / half * half
}

/// The class of an amount, from 1 on; 0 for nothing.
fn class(breaks: &[i64], amount: i64) -> usize {
    if amount <= 0 {
        return 0;
    }
    let class = 1 + breaks.partition_point(|bound| *bound <= amount);
    // The lightest green is hardly one: few classes do without it.
    if breaks.len() < CLASSES - 1 { class + 1 } else { class }
}

/// The classes with their ranges in words.
fn legend(breaks: &[i64], amounts: impl Iterator<Item = i64>, write: impl Fn(i64) -> String) -> Vec<(usize, String)> {
    let (lowest, highest) = amounts
        .filter(|amount| *amount > 0)
        .fold((i64::MAX, 0), |(low, high), amount| (low.min(amount), high.max(amount)));
    let lows = std::iter::once(lowest).chain(breaks.iter().copied());
    let highs = breaks.iter().map(|bound| bound - 1).chain([highest]);
    let range = |(low, high): (i64, i64)| {
        let text = if low >= high { write(low) } else { format!("{}\u{2013}{}", write(low), write(high)) };
        (class(breaks, low), text)
    };
    lows.zip(highs).filter(|(low, high)| low <= high).map(range).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bounds_are_numbers_that_people_can_read() {
        let all = [9481, 8749, 6363, 5950, 5694, 5603, 5573, 5477, 5168, 3424, 2808, 1022];
        assert_eq!(breaks(&all), [3500, 5500, 6500]);
        assert_eq!([1, 9, 12, 17, 149, 1750, 9999].map(round), [1, 9, 10, 15, 150, 2000, 10000]);
    }

    proptest! {
        #[test]
        fn each_amount_is_in_one_class_and_greater_ones_in_no_lower_class(amounts in prop::collection::vec(0_i64..100_000, 0..80)) {
            let breaks = breaks(&amounts);
            prop_assert!(breaks.is_sorted_by(|one, next| one < next) && breaks.len() < CLASSES);
            let mut sorted = amounts;
            sorted.sort_unstable();
            let classes: Vec<_> = sorted.iter().map(|amount| class(&breaks, *amount)).collect();
            prop_assert!(classes.is_sorted() && classes.iter().all(|class| *class <= CLASSES));
        }
    }
}
