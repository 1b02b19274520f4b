//! The table `master_key`. No other file names it.

use db::{Conn, Result, params};
use kernel::Timestamp;

use crate::instant;

/// The fingerprint of the master key in force, if there is one yet.
pub(super) fn in_force(conn: &mut Conn) -> Result<Option<String>> {
    conn.optional("select fingerprint from master_key", params![], |row| row.get(0))
}

/// Puts a master key in force, beside another one during a rotation.
pub(super) fn put_in_force(conn: &mut Conn, fingerprint: &str, now: Timestamp) -> Result<()> {
    conn.execute("insert into master_key values ($1, $2)", params![fingerprint, &instant(now)]).map(drop)
}

/// Puts a master key out of force. Fails while anything is still wrapped by it.
pub(super) fn put_out_of_force(conn: &mut Conn, fingerprint: &str) -> Result<()> {
    conn.execute("delete from master_key where fingerprint = $1", params![fingerprint]).map(drop)
}
