//! The table `attachment`. No other file names it.

use db::{Conn, params};
use kernel::Timestamp;
use web::{Attachment, AttachmentId, Content};

use super::{Stored, owner};
use crate::{Error, PersonId, Vault, instant, opt, read};

/// A row that is to be added.
pub(super) struct Row<'a> {
    pub(super) stored: &'a Stored,
    pub(super) with: &'a str,
    pub(super) person: Option<&'a PersonId>,
    pub(super) wrapped: Vec<u8>,
    pub(super) master: Option<&'a str>,
    pub(super) name: Vec<u8>,
}

/// What is known of a file that is kept.
pub(super) struct Kept {
    pub(super) about: Attachment,
    pub(super) person: Option<PersonId>,
    pub(super) wrapped: Vec<u8>,
    pub(super) sha256: String,
    pub(super) name: Vec<u8>,
}

/// Adds a row, if the same file is not there already.
pub(super) fn add(conn: &mut Conn, row: &Row<'_>, now: Timestamp) -> db::Result<()> {
    let stored = row.stored;
    conn.execute(
        "insert into attachment (id, kept_with, mark, person, wrapped_key, master, sha256, content, size, name, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (kept_with, mark) do nothing",
        params![
            stored.id.as_str(),
            row.with,
            &stored.mark,
            row.person.map(PersonId::as_str),
            &row.wrapped,
            row.master,
            &stored.sha256,
            stored.content.code(),
            stored.size,
            &row.name,
            &instant(now)
        ],
    )?;
    Ok(())
}

/// The files that are kept with something, the first first.
pub(super) fn with(conn: &mut Conn, with: &str) -> db::Result<Vec<Attachment>> {
    let sql = "select id, content, size, at from attachment where kept_with = $1 order by at, id";
    conn.query(sql, params![with], about)
}

/// A file that is kept with something.
pub(super) fn by_id(conn: &mut Conn, with: &str, id: &AttachmentId) -> db::Result<Option<Kept>> {
    let sql = "select id, content, size, at, person, wrapped_key, sha256, name from attachment
        where id = $1 and kept_with = $2";
    conn.optional(sql, params![id.as_str(), with], |row| {
        Ok(Kept {
            about: about(row)?,
            person: opt(row, 4)?,
            wrapped: row.get(5)?,
            sha256: row.get(6)?,
            name: row.get(7)?,
        })
    })
}

fn about(row: &db::Row<'_>) -> db::Result<Attachment> {
    let content = Content::of(row.text(1)?).ok_or_else(|| db::Error::Value("a file is of no known kind".into()))?;
    Ok(Attachment { id: read(row, 0)?, content, size: row.int(2)?, at: read(row, 3)? })
}

/// Whether a row names what lies in the folder.
pub(super) fn is_named(conn: &mut Conn, sha256: &str) -> db::Result<bool> {
    let sql = "select 1 from attachment where sha256 = $1 limit 1";
    Ok(conn.optional(sql, params![sha256], |row| row.int(0))?.is_some())
}

/// Gives up a file that is kept with something.
pub(super) fn remove(conn: &mut Conn, with: &str, id: &AttachmentId) -> db::Result<()> {
    conn.execute("delete from attachment where id = $1 and kept_with = $2", params![id.as_str(), with]).map(drop)
}

/// Gives up what is kept with something and with its parts.
pub(super) fn forget(conn: &mut Conn, with: &str) -> db::Result<()> {
    // What stands between `/` and the sign after it begins with `/`.
    let (first, last) = (format!("{with}/"), format!("{with}0"));
    let sql = "delete from attachment where kept_with = $1 or (kept_with > $2 and kept_with < $3)";
    conn.execute(sql, params![with, &first, &last]).map(drop)
}

/// Gives up the files of a person, who is erased.
pub(crate) fn erase(conn: &mut Conn, person: &PersonId) -> db::Result<()> {
    conn.execute("delete from attachment where person = $1", params![person.as_str()]).map(drop)
}

/// Wraps the keys of files of nobody anew by another master key.
pub(crate) fn pass_on(conn: &mut Conn, old: &Vault, new: &Vault) -> Result<(), Error> {
    let sql = "select id, wrapped_key from attachment where master = $1";
    let read = |row: &db::Row<'_>| Ok((read::<AttachmentId>(row, 0)?, row.get::<Vec<u8>>(1)?));
    for (id, wrapped) in conn.query(sql, params![old.fingerprint()], read)? {
        let key = old.unwrapped(&owner(&id), &wrapped)?;
        let wrapped = new.wrapped(&owner(&id), &key)?;
        let sql = "update attachment set wrapped_key = $2, master = $3 where id = $1";
        conn.execute(sql, params![id.as_str(), &wrapped, new.fingerprint()])?;
    }
    Ok(())
}
