//! The register as open data: one line a cooperative, as it is now, and nothing about persons.

use db::Conn;
use web::{App, Dataset, Datum, Field, Kind, Problem, Take};

use crate::store;

/// The cooperatives, those that have left the register included.
pub(crate) const COOPERATIVES: Dataset = Dataset {
    code: "cooperatives",
    page: Some("/cooperatives/"),
    fields,
    count: |_, conn| Ok(Some(store::count(conn)?)),
    rows,
};

/// How many cooperatives are read at once.
const LOT: i64 = 2_000;

fn fields(_: &App) -> Vec<Field> {
    let kinds = [
        ("number", Kind::Text),
        ("name_ar", Kind::Text),
        ("name_fr", Kind::Text),
        ("ice", Kind::Text),
        ("type", Kind::Text),
        ("level", Kind::Text),
        ("sector", Kind::Text),
        ("branch", Kind::Text),
        ("place", Kind::Text),
        ("origin", Kind::Text),
        ("status", Kind::Text),
        ("registered_on", Kind::Day),
        ("removed", Kind::Truth),
        ("removed_on", Kind::Day),
        ("members", Kind::Integer),
    ];
    kinds.map(|(code, kind)| Field { code, kind }).into()
}

fn rows(_: &App, conn: &mut Conn, take: &mut Take<'_>) -> Result<(), Problem> {
    let mut after = String::new();
    loop {
        let lot = store::list(conn, &after, LOT)?;
        for one in &lot {
            take(&[
                Datum::Text(&one.number),
                Datum::text(one.name_ar.as_deref()),
                Datum::text(one.name_fr.as_deref()),
                Datum::text(one.ice.as_deref()),
                Datum::text(one.cooperative_type.as_deref()),
                Datum::Text(&one.level),
                Datum::text(one.sector.as_deref()),
                Datum::text(one.branch.as_deref()),
                Datum::text(one.place.as_deref()),
                Datum::text(one.origin.as_deref()),
                Datum::Text(&one.status),
                Datum::day(one.registered_on),
                Datum::Truth(one.removed),
                Datum::day(one.removed_on),
                Datum::integer(one.members),
            ])?;
        }
        match lot.into_iter().next_back() {
            Some(last) => after = last.number,
            None => return Ok(()),
        }
    }
}
