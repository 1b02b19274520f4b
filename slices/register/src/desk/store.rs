//! The table `request`. No other file names it.

use std::{cmp::Reverse, collections::HashSet};

use db::{Conn, Row, params};
use kernel::{Timestamp, read_day};
use serde::Deserialize;

use super::{Request, State, request::Open};

const REQUESTS: &str =
    "select id, number, kind, effective_on, body, document, filed_by, filed_at, state, decided_at, reason,
    act, voids, again from request";

/// Files a request. What is asked already and still open is not asked twice: the one that is there is given back.
pub(crate) fn file(conn: &mut Conn, asked: &Request) -> db::Result<i64> {
    let effective_on = asked.effective_on.to_string();
    let same = conn.optional(
        "select id from request where number = $1 and kind = $2 and body = $3 and effective_on = $4
            and coalesce(voids, 0) = $5 and state = 'open'",
        params![&asked.number, &asked.kind, &asked.body, &effective_on, asked.voids.unwrap_or(0)],
        |row| row.int(0),
    )?;
    if let Some(id) = same {
        return Ok(id);
    }
    let id: i64 = conn.scalar("select cast(coalesce(max(id), 0) + 1 as bigint) from request", &[])?;
    conn.execute(
        "insert into request (id, number, kind, effective_on, body, document, filed_by, filed_at, state, voids, again)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10)",
        params![
            id,
            &asked.number,
            &asked.kind,
            &effective_on,
            &asked.body,
            &asked.document,
            &asked.filed_by,
            &format!("{:.6}", asked.filed_at),
            asked.voids,
            asked.again
        ],
    )?;
    Ok(id)
}

/// The request of a number.
pub(crate) fn by_id(conn: &mut Conn, id: i64) -> db::Result<Option<Request>> {
    conn.optional(&format!("{REQUESTS} where id = $1"), params![id], request)
}

/// The request of a number. Nobody decides about it before this change is over.
pub(crate) fn hold(conn: &mut Conn, id: i64) -> db::Result<Option<Request>> {
    conn.execute("update request set state = state where id = $1", params![id])?;
    by_id(conn, id)
}

/// The requests of a cooperative, newest first.
pub(crate) fn of(conn: &mut Conn, number: &str) -> db::Result<Vec<Request>> {
    conn.query(&format!("{REQUESTS} where number = $1 order by id desc limit 100"), params![number], request)
}

/// The requests about which nobody has decided, those first that have waited longest: all of the country, but only what tells whom
/// they concern.
pub(crate) fn open(conn: &mut Conn) -> db::Result<Vec<Open>> {
    let sql = "select id, number, kind, filed_by from request where state = 'open' order by id";
    let open =
        |row: &Row<'_>| Ok(Open { id: row.int(0)?, number: row.get(1)?, kind: row.get(2)?, filed_by: row.get(3)? });
    conn.query(sql, &[], open)
}

/// The requests of these numbers, in their order.
pub(crate) fn these(conn: &mut Conn, ids: impl IntoIterator<Item = i64>) -> db::Result<Vec<Request>> {
    ids.into_iter().filter_map(|id| by_id(conn, id).transpose()).collect()
}

/// Those of the open requests that came back: they correct one that was returned, or the last that was decided of the same kind, and
/// about the same year if it is about one, was returned.
pub(crate) fn came_back(conn: &mut Conn) -> db::Result<HashSet<i64>> {
    let sql = "select asked.id, asked.body, asked.again, before.body, before.state from request as asked
        join request as before on before.number = asked.number and before.kind = asked.kind and before.id < asked.id
        where asked.state = 'open' and before.state in ('returned', 'refused', 'accepted') and exists (
            select 1 from request as returned where returned.number = asked.number and returned.kind = asked.kind
               and returned.state = 'returned' and returned.id < asked.id)
        order by asked.id, before.id";
    let mut came_back = HashSet::new();
    conn.for_each(sql, &[], |row| {
        let id = row.int(0)?;
        if row.opt_int(2)?.is_some() {
            came_back.insert(id);
        } else if year(row.text(1)?) == year(row.text(3)?) {
            // The last one says how it is.
            match State::of(row.text(4)?) {
                Some(State::Returned) => came_back.insert(id),
                _ => came_back.remove(&id),
            };
        }
        Ok::<_, db::Error>(())
    })?;
    Ok(came_back)
}

/// The financial year that an act is about.
fn year(body: &str) -> Option<i16> {
    #[derive(Deserialize)]
    struct About {
        year: Option<i16>,
    }
    serde_json::from_str::<About>(body).ok()?.year
}

/// The requests that were decided last, those that this account decided among them: the last first.
pub(crate) fn decided(conn: &mut Conn, by: &str) -> db::Result<Vec<Request>> {
    let last = "where decided_at is not null order by decided_at desc, id desc limit 200";
    let own = "where decided_by = $1 order by decided_at desc limit 20";
    let mut decided: Vec<_> = conn.query(&format!("{REQUESTS} {last}"), &[], request)?;
    decided.extend(conn.query(&format!("{REQUESTS} {own}"), params![by], request)?);
    decided.sort_by_key(|request| Reverse((request.decided_at, request.id)));
    decided.dedup_by_key(|request| request.id);
    Ok(decided)
}

/// Decides about an open request, or takes note that it is withdrawn. Tells whether it was open.
pub(crate) fn decide(
    conn: &mut Conn,
    id: i64,
    state: State,
    (by, reason): (&str, Option<&str>),
    act: Option<i64>,
    now: Timestamp,
) -> db::Result<bool> {
    let changed = conn.execute(
        "update request set state = $2, decided_by = $3, decided_at = $4, reason = $5, act = $6
          where id = $1 and state = 'open'",
        params![id, state.code(), by, &format!("{now:.6}"), reason, act],
    )?;
    Ok(changed > 0)
}

fn request(row: &Row<'_>) -> db::Result<Request> {
    let unreadable = |column: &str| db::Error::Value(format!("a request has an unreadable {column}"));
    let instant = |text: &str| text.parse::<Timestamp>().map_err(|_| unreadable("instant"));
    Ok(Request {
        id: row.int(0)?,
        number: row.get(1)?,
        kind: row.get(2)?,
        effective_on: read_day(row.text(3)?).map_err(|_| unreadable("effective_on"))?,
        body: row.get(4)?,
        document: row.get(5)?,
        filed_by: row.get(6)?,
        filed_at: instant(row.text(7)?)?,
        state: State::of(row.text(8)?).ok_or_else(|| unreadable("state"))?,
        decided_at: row.opt_text(9)?.map(instant).transpose()?,
        reason: row.get(10)?,
        act: row.opt_int(11)?,
        voids: row.opt_int(12)?,
        again: row.opt_int(13)?,
    })
}
