//! The tables `act`, `cell`, `part`, `posting`, `place`, `term` and `setting`. Nothing else names them.

use db::{Conn, Migration, Row, Value, params};
use kernel::{Level, Names, Place, Territory, read_day};

use crate::{Act, Cell, Error, Hash, Head, Schema, act::Written, posting::Postings, schema::Scope};

/// The journal's tables.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "20261121_ledger_journal",
    sql: include_str!("../../../migrations/20261121_ledger_journal.sql"),
}];

const ACT: &str = "select seq, subject, kind, effective_on, recorded_at, author, document, voids, body, hash from act";

/// What a code of a dimension is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The dimension.
    pub dimension: String,
    /// The code.
    pub code: String,
    /// Its names.
    pub names: Names,
}

/// The end of the journal.
///
/// # Errors
/// When the database cannot, or the last act is not readable.
pub fn head(conn: &mut Conn) -> Result<Head, Error> {
    let last = conn.optional(&format!("{ACT} order by seq desc limit 1"), params![], read_act)?;
    last.transpose().map(|act| act.map_or(Head::EMPTY, |act| act.head()))
}

/// The acts of a subject in the order of the journal.
///
/// # Errors
/// When the database cannot, or an act is not readable.
pub fn acts_of(conn: &mut Conn, subject: &str) -> Result<Vec<Act>, Error> {
    let acts = conn.query(&format!("{ACT} where subject = $1 order by seq"), params![subject], read_act)?;
    acts.into_iter().collect()
}

/// The act at a place of the journal.
///
/// # Errors
/// When the database cannot, or the act is not readable.
pub fn act(conn: &mut Conn, seq: i64) -> Result<Option<Act>, Error> {
    conn.optional(&format!("{ACT} where seq = $1"), params![seq], read_act)?.transpose()
}

/// Whether an act after `after` voids another one.
///
/// # Errors
/// When the database cannot.
pub fn voids_after(conn: &mut Conn, after: i64) -> Result<bool, db::Error> {
    let sql = "select seq from act where seq > $1 and voids is not null order by seq limit 1";
    Ok(conn.optional(sql, params![after], |row| row.int(0))?.is_some())
}

/// Reads the acts after `after` up to `until` in the order of the journal, each just as it is written and with its hash.
pub(crate) fn for_each_written<E: From<db::Error>>(
    conn: &mut Conn,
    after: i64,
    until: i64,
    mut each: impl FnMut(Written<'_>, &str) -> Result<(), E>,
) -> Result<(), E> {
    let sql = format!("{ACT} where seq > $1 and seq <= $2 order by seq");
    conn.for_each(&sql, params![after, until], |row| {
        let (written, hash) = written(row)?;
        each(written, hash)
    })
}

/// When the acts after `after` were recorded, their kinds and when they took effect, in the order of the journal.
pub(crate) fn for_each_recorded(
    conn: &mut Conn,
    after: i64,
    mut each: impl FnMut(&str, &str, Option<&str>),
) -> Result<(), Error> {
    let sql = "select recorded_at, kind, effective_on from act where seq > $1 order by seq";
    conn.for_each(sql, params![after], |row| {
        each(row.text(0)?, row.text(1)?, row.opt_text(2)?);
        Ok(())
    })
}

/// What the acts after `after` up to `until` post, act by act in the order of the journal; see [`crate::posting::unpack`].
pub(crate) fn for_each_posting<E: From<db::Error>>(
    conn: &mut Conn,
    after: i64,
    until: i64,
    mut each: impl FnMut(i64, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "select seq, entries from posting where seq > $1 and seq <= $2 order by seq";
    conn.for_each(sql, params![after, until], |row| each(row.int(0)?, row.bytes(1)?))
}

/// The last act that has entries, 0 if there are none.
pub(crate) fn last_posted(conn: &mut Conn) -> Result<i64, Error> {
    Ok(conn.scalar("select coalesce(max(seq), 0) from posting", params![])?)
}

/// Adds acts at the end of the journal.
pub(crate) fn insert_acts(conn: &mut Conn, acts: &[Act]) -> Result<(), Error> {
    let columns =
        ["seq", "subject", "kind", "effective_on", "recorded_at", "author", "document", "voids", "body", "hash"];
    conn.bulk("act", &columns, |rows| {
        for act in acts {
            let hash = act.hash.to_string();
            act.written(|act| {
                rows.push(params![
                    act.seq,
                    act.subject,
                    act.kind,
                    act.effective_on,
                    act.recorded_at,
                    act.author,
                    act.document,
                    act.voids,
                    act.body,
                    hash.as_str()
                ])
            })?;
        }
        Ok::<_, db::Error>(())
    })?;
    Ok(())
}

/// Adds what acts post.
pub(crate) fn insert_postings(conn: &mut Conn, postings: &Postings) -> Result<(), Error> {
    conn.bulk("posting", &["seq", "entries"], |rows| {
        postings.iter().try_for_each(|(seq, entries)| rows.push(params![seq, entries]))
    })?;
    Ok(())
}

/// The table that holds the halves of cells of one scope.
pub(crate) const fn halves_table(scope: Scope) -> &'static str {
    match scope {
        Scope::Subject => "cell",
        Scope::Part => "part",
    }
}

/// Adds halves of cells, the first with the number `first`.
pub(crate) fn insert_halves(
    conn: &mut Conn,
    schema: &Schema,
    scope: Scope,
    first: u32,
    halves: &[Cell],
) -> Result<(), Error> {
    let dimensions: Vec<_> = schema.of(scope).collect();
    let columns: Vec<&str> = std::iter::once("id").chain(dimensions.iter().map(|(_, one)| one.code)).collect();
    conn.bulk(halves_table(scope), &columns, |rows| {
        for (id, half) in (first..).zip(halves) {
            let texts: Vec<_> =
                dimensions.iter().map(|(index, _)| Some(schema.codes().text(half.get(*index)?))).collect();
            let mut values = vec![Value::from(id)];
            values.extend(texts.iter().map(|text| Value::from(text.as_deref())));
            rows.push(&values)?;
        }
        Ok::<_, db::Error>(())
    })?;
    Ok(())
}

/// The halves of cells with numbers after `after`, in their order.
pub(crate) fn for_each_half<E: From<db::Error>>(
    conn: &mut Conn,
    schema: &Schema,
    scope: Scope,
    after: i64,
    mut each: impl FnMut(i64, Cell) -> Result<(), E>,
) -> Result<(), E> {
    let dimensions: Vec<_> = schema.of(scope).collect();
    let columns: Vec<&str> = std::iter::once("id").chain(dimensions.iter().map(|(_, one)| one.code)).collect();
    let sql = format!("select {} from {} where id > $1 order by id", columns.join(", "), halves_table(scope));
    conn.for_each(&sql, params![after], |row| {
        let mut half = Cell::default();
        for (column, (index, _)) in (1..).zip(&dimensions) {
            if let Some(text) = row.opt_text(column)? {
                half = half.with(*index, schema.codes().intern(text));
            }
        }
        each(row.int(0)?, half)
    })
}

/// Writes places and terms that are not there yet; what is there stays.
///
/// # Errors
/// When the database cannot.
pub fn add_references(conn: &mut Conn, places: &[Place], terms: &[Term]) -> Result<(), Error> {
    for place in places {
        let (from, until) = (place.from.map(|day| day.to_string()), place.until.map(|day| day.to_string()));
        conn.execute(
            "insert into place (code, from_day, until_day, level, parent, delegation, name_ar, name_fr, name_en)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
            params![
                place.code.as_str(),
                from.as_deref().unwrap_or(""),
                until.as_deref(),
                place.level.code(),
                place.parent.as_deref(),
                place.delegation.as_deref(),
                place.names.ar.as_deref(),
                place.names.fr.as_deref(),
                place.names.en.as_deref()
            ],
        )?;
    }
    for term in terms {
        let names = &term.names;
        conn.execute(
            "insert into term (dimension, code, name_ar, name_fr, name_en)
             values ($1, $2, $3, $4, $5) on conflict do nothing",
            params![
                term.dimension.as_str(),
                term.code.as_str(),
                names.ar.as_deref(),
                names.fr.as_deref(),
                names.en.as_deref()
            ],
        )?;
    }
    Ok(())
}

/// The whole territory.
///
/// # Errors
/// When the database cannot, or a row is not readable.
pub fn territory(conn: &mut Conn) -> Result<Territory, Error> {
    let mut territory = Territory::default();
    places(conn)?.into_iter().for_each(|place| territory.add(place));
    Ok(territory)
}

/// How many places the territory has, each version counted.
pub(crate) fn count_places(conn: &mut Conn) -> Result<usize, Error> {
    let count: i64 = conn.scalar("select count(*) from place", params![])?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// All places, by code and then by first day.
pub(crate) fn places(conn: &mut Conn) -> Result<Vec<Place>, Error> {
    let mut places = Vec::new();
    let sql = "select code, from_day, until_day, level, parent, delegation, name_ar, name_fr, name_en from place
                order by code, from_day";
    conn.for_each(sql, params![], |row| {
        let code = row.text(0)?.to_owned();
        let day = |text: Option<&str>| match text {
            None | Some("") => Ok(None),
            Some(text) => read_day(text).map(Some).map_err(|error| Error::Broken(format!("place {code}: {error}"))),
        };
        let (from, until) = (day(Some(row.text(1)?))?, day(row.opt_text(2)?)?);
        let level = row.text(3)?.parse::<Level>().map_err(|error| Error::Broken(format!("place {code}: {error}")))?;
        let owned = |index| row.opt_text(index).map(|text| text.map(str::to_owned));
        let (parent, delegation) = (owned(4)?, owned(5)?);
        let names = Names { ar: owned(6)?, fr: owned(7)?, en: owned(8)? };
        places.push(Place { code, level, parent, delegation, names, from, until });
        Ok::<_, Error>(())
    })?;
    Ok(places)
}

/// What the codes of all dimensions are called.
///
/// # Errors
/// When the database cannot.
pub fn terms(conn: &mut Conn) -> Result<Vec<Term>, Error> {
    let sql = "select dimension, code, name_ar, name_fr, name_en from term order by dimension, code";
    Ok(conn.query(sql, params![], |row| {
        let owned = |index| row.opt_text(index).map(|text| text.map(str::to_owned));
        let names = Names { ar: owned(2)?, fr: owned(3)?, en: owned(4)? };
        Ok(Term { dimension: row.text(0)?.to_owned(), code: row.text(1)?.to_owned(), names })
    })?)
}

/// A setting of the whole database.
///
/// # Errors
/// When the database cannot.
pub fn setting(conn: &mut Conn, name: &str) -> Result<Option<String>, Error> {
    let sql = "select value from setting where name = $1";
    Ok(conn.optional(sql, params![name], |row| Ok(row.text(0)?.to_owned()))?)
}

/// All settings of the database, by name.
pub(crate) fn settings(conn: &mut Conn) -> Result<Vec<(String, String)>, Error> {
    let sql = "select name, value from setting order by name";
    Ok(conn.query(sql, params![], |row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned())))?)
}

/// Writes a setting of the whole database.
///
/// # Errors
/// When the database cannot.
pub fn set(conn: &mut Conn, name: &str, value: &str) -> Result<(), Error> {
    conn.execute("delete from setting where name = $1", params![name])?;
    conn.execute("insert into setting (name, value) values ($1, $2)", params![name, value])?;
    Ok(())
}

fn written<'a>(row: &'a Row<'_>) -> Result<(Written<'a>, &'a str), db::Error> {
    let written = Written {
        seq: row.int(0)?,
        subject: row.text(1)?,
        kind: row.text(2)?,
        effective_on: row.opt_text(3)?,
        recorded_at: row.text(4)?,
        author: row.text(5)?,
        document: row.opt_text(6)?,
        voids: row.opt_int(7)?,
        body: row.text(8)?,
    };
    Ok((written, row.text(9)?))
}

/// An act from its row; the inner error says what is not readable about it.
fn read_act(row: &Row<'_>) -> Result<Result<Act, Error>, db::Error> {
    let (written, hash) = written(row)?;
    let broken = || Error::Broken(format!("act {}: hash is not readable", written.seq));
    Ok(Hash::from_hex(hash).ok_or_else(broken).and_then(|hash| parse(written, hash)))
}

/// An act from its texts.
///
/// # Errors
/// When a text is not in the one form that the journal writes.
pub(crate) fn parse(written: Written<'_>, hash: Hash) -> Result<Act, Error> {
    let broken = |what: String| Error::Broken(format!("act {}: {what}", written.seq));
    let (effective_on, recorded_at) = written.times().map_err(broken)?;
    Ok(Act {
        seq: written.seq,
        subject: written.subject.to_owned(),
        kind: written.kind.to_owned(),
        effective_on,
        recorded_at,
        author: written.author.to_owned(),
        document: written.document.map(str::to_owned),
        voids: written.voids,
        body: written.body.to_owned(),
        hash,
    })
}
