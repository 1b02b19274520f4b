//! The pictures of a place: its parts on a map, and a line over the years.

use kernel::Level;
use web::{Area, Chart, Map, Page};

use crate::breakdown::Table;

/// The places of a table on a map, each leading to its page; none where they have no shapes.
pub(super) fn map(page: &Page, level: Level, table: &Table, codes: &[&str]) -> Result<Option<String>, askama::Error> {
    let rows = table.rows.iter().zip(codes);
    let areas: Vec<_> = rows
        .filter_map(|(row, code)| {
            let address = row.to.clone()?;
            let (label, value) = (row.name.clone(), row.count.clone());
            Some(Area { code: (*code).to_owned(), label, amount: row.amount, value, address })
        })
        .collect();
    let Some(shapes) = web::shapes(level).filter(|shapes| shapes.draw(&areas)) else { return Ok(None) };
    let close = level != Level::Region;
    let map = Map::new(&page.t, shapes, table.heading.clone(), areas, close, |amount| page.t.number(amount));
    askama::Template::render(&map).map(Some)
}

/// A line over the years; none of fewer than two.
pub(super) fn chart(page: &Page, points: &[(String, i64)]) -> Result<Option<String>, askama::Error> {
    let chart = Chart::new(page.t.get("observatory-growth"), points, |amount| page.t.number(amount));
    chart.as_ref().map(askama::Template::render).transpose()
}
