//! Attempts: nobody tries passwords or asks for messages without end, neither for one account nor from one address.

use std::net::IpAddr;

use jiff::SignedDuration;
use kernel::Timestamp;

use crate::{Contact, Error, Vault};

mod store;

/// For how long attempts count.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How often one account is tried within that time.
pub const FOR_ONE: i64 = 10;
/// How often one address tries within that time: an office or a phone company has many people behind one.
pub const FROM_ONE: i64 = 100;

/// Counts an attempt; how many minutes to wait if it is one too many.
///
/// # Errors
/// When the database cannot.
pub(crate) fn count(
    conn: &mut db::Conn,
    vault: &Vault,
    what: &str,
    contact: &Contact,
    from: Option<IpAddr>,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let one = store::count(conn, &contact.mark(vault, &format!("{what} for")), FOR_ONE, now)?;
    Ok(one.max(count_from(conn, vault, &format!("{what} from"), from, now)?))
}

/// As [`count`], for what does not say beforehand for whom it is.
pub(crate) fn count_from(
    conn: &mut db::Conn,
    vault: &Vault,
    what: &str,
    from: Option<IpAddr>,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    from.map_or(Ok(None), |from| store::count(conn, &vault.mark(what, &network(from)), FROM_ONE, now))
}

/// Forgets the attempts for an account, whose owner came in.
pub(crate) fn forget(conn: &mut db::Conn, vault: &Vault, what: &str, contact: &Contact) -> Result<(), Error> {
    store::forget(conn, &contact.mark(vault, &format!("{what} for")))
}

/// As [`count`], for something that is no contact.
pub(crate) fn count_for(
    conn: &mut db::Conn,
    vault: &Vault,
    what: &str,
    whom: &str,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    store::count(conn, &vault.mark(what, whom), FOR_ONE, now)
}

/// As [`forget`], for something that is no contact.
pub(crate) fn forget_for(conn: &mut db::Conn, vault: &Vault, what: &str, whom: &str) -> Result<(), Error> {
    store::forget(conn, &vault.mark(what, whom))
}

/// What counts as one address: of IPv6, the network that one customer gets.
fn network(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:?}", address.segments().first_chunk::<4>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_customer_is_one_address() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("2001:db8:1:2::"), network("2001:db8:1:3::"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }
}
