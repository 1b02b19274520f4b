//! The same country in a database, and the figure by plain SQL.

use db::{Conn, Db, Error, Value, params};
use jiff::tz::TimeZone;

use super::Country;

/// By province and sector, with both times given; summed up by cell first, which both engines do faster than joining each
/// entry.
const FIGURE: &str = "
    select place.parent, cell.sector, cast(sum(balance.amount) as bigint)
      from (select cell, sum(amount) as amount from entry
             where measure = 'members' and seq <= $1 and effective_on <= $2 group by cell) balance
      join cell on cell.id = balance.cell join place on place.code = cell.place
     group by place.parent, cell.sector";

/// What a database that is asked for figures by SQL would have: the entries one by one, and what their cells are.
const TABLES: &str = "alter table cell add column sector text; alter table cell add column branch text;
    create table entry (seq bigint not null, line bigint not null, measure text not null, cell bigint not null,
        effective_on text, amount bigint not null, primary key (seq, line)) /*sqlite without rowid*/;";

/// A database with all cells and entries of the country.
pub(crate) fn database(country: &Country, url: &str) -> Db {
    let own = db::Migration { name: "20261123_country", sql: TABLES };
    let db = Db::open(url, &[ledger::store::MIGRATIONS, &[own]].concat()).unwrap();
    db.write_alone(|conn| fill(country, conn)).unwrap();
    db.write(|conn| conn.batch("analyze")).unwrap();
    db
}

fn fill(country: &Country, conn: &mut Conn) -> Result<(), Error> {
    let schema = country.projection.schema();
    conn.bulk("place", &["code", "from_day", "level", "parent"], |rows| {
        super::territory().on(super::until()).try_for_each(|place| {
            rows.push(params![place.code.as_str(), "", place.level.code(), place.parent.as_deref()])
        })
    })?;
    conn.bulk("cell", &["id", "place", "sector", "branch"], |rows| {
        (1_i64..).zip(country.projection.cells().iter()).try_for_each(|(id, cell)| {
            let codes = ["place", "sector", "branch"];
            let texts = codes.map(|code| schema.codes().text(cell.get(schema.dimension(code).unwrap()).unwrap()));
            let values = texts.iter().map(|text| Value::Text(text));
            rows.push(&std::iter::once(Value::Int(id)).chain(values).collect::<Vec<_>>())
        })
    })?;
    conn.bulk("entry", &["seq", "line", "measure", "cell", "effective_on", "amount"], |rows| {
        for row in 0..country.days.len() {
            let at = jiff::Timestamp::from_second(i64::from(country.days[row]) * 86_400).unwrap();
            let day = TimeZone::UTC.to_datetime(at).date().to_string();
            let line = row as i64;
            rows.push(params![
                country.seqs[row],
                line,
                "members",
                country.cells[row],
                day.as_str(),
                country.amounts[row]
            ])?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(())
}

/// The figure, as lines of province, sector and sum.
pub(crate) fn figure(db: &Db, known: i64) -> Vec<(String, String, i64)> {
    let on = super::until().to_string();
    let read = |row: &db::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.int(2)?));
    let mut lines = db.read(|conn| conn.query(FIGURE, params![known, on.as_str()], read)).unwrap();
    lines.retain(|(_, _, sum)| *sum != 0);
    lines.sort();
    lines
}
