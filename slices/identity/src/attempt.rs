//! Attempts: nobody tries passwords or asks for messages without end, neither for one account nor from one address.
//!
//! Who tries for one account from one network is stopped soon; for one account from anywhere, late: or everybody could keep everybody
//! else out.

use std::net::IpAddr;

use jiff::SignedDuration;
use kernel::Timestamp;

use crate::{Contact, Error, Vault};

mod store;

/// For how long attempts count.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How often one account is tried from one network within that time.
pub const FOR_ONE: i64 = 10;
/// How often one account is tried within that time, from wherever.
pub const FOR_ONE_IN_ALL: i64 = 100;
/// How often one address tries within that time: an office or a phone company has many people behind one.
pub const FROM_ONE: i64 = 100;
/// How many links go to one contact within an hour, whoever asks: each may cost an SMS, and the last one is good for as long.
pub const LINKS: i64 = 5;

/// The longest time for which attempts count.
const LONGEST: SignedDuration = SignedDuration::from_hours(1);

/// How often something may be tried within a time.
#[derive(Clone, Copy)]
struct Limit {
    times: i64,
    within: SignedDuration,
}

/// So often within [`WINDOW`].
const fn often(times: i64) -> Limit {
    Limit { times, within: WINDOW }
}

/// Counts an attempt to come in; how many minutes to wait if it is one too many.
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
    let [here, anywhere] = marks(vault, what, contact, from);
    let here = store::count(conn, &here, often(FOR_ONE), now)?;
    let anywhere = store::count(conn, &anywhere, often(FOR_ONE_IN_ALL), now)?;
    Ok(here.max(anywhere).max(count_from(conn, vault, &format!("{what} from"), from, now)?))
}

/// As [`count`], for a link that somebody asks for.
pub(crate) fn count_link(
    conn: &mut db::Conn,
    vault: &Vault,
    contact: &Contact,
    from: Option<IpAddr>,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let limit = Limit { times: LINKS, within: LONGEST };
    let one = store::count(conn, &contact.mark(vault, "ask for a link for"), limit, now)?;
    Ok(one.max(count_from(conn, vault, "ask for a link from", from, now)?))
}

/// As [`count`], for what does not say beforehand for whom it is.
pub(crate) fn count_from(
    conn: &mut db::Conn,
    vault: &Vault,
    what: &str,
    from: Option<IpAddr>,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    from.map_or(Ok(None), |from| store::count(conn, &vault.mark(what, &network(from)), often(FROM_ONE), now))
}

/// Forgets the attempts for an account, whose owner came in.
pub(crate) fn forget(
    conn: &mut db::Conn,
    vault: &Vault,
    what: &str,
    contact: &Contact,
    from: Option<IpAddr>,
) -> Result<(), Error> {
    marks(vault, what, contact, from).iter().try_for_each(|mark| store::forget(conn, mark))
}

/// Under what attempts for a contact are counted: from one network, and from anywhere.
fn marks(vault: &Vault, what: &str, contact: &Contact, from: Option<IpAddr>) -> [String; 2] {
    let here = from.map(network).unwrap_or_default();
    [format!("{what} from {here} for"), format!("{what} for")].map(|purpose| contact.mark(vault, &purpose))
}

/// As [`count`], for something that is no contact.
pub(crate) fn count_for(
    conn: &mut db::Conn,
    vault: &Vault,
    what: &str,
    whom: &str,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    store::count(conn, &vault.mark(what, whom), often(FOR_ONE), now)
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

    #[test]
    fn tries_count_for_a_quarter_of_an_hour_and_links_for_an_hour() {
        let begin: Timestamp = "2026-11-26T10:00:00Z".parse().unwrap();
        let (vault, contact) = (Vault::from_hex(&"a1".repeat(32)).unwrap(), "amina@example.ma".parse().unwrap());
        for database in testkit::databases() {
            let db = db::Db::open(&database.url, crate::store::MIGRATIONS).unwrap();
            let after = |minutes| begin + SignedDuration::from_mins(minutes);
            let tried = |minutes, from: u8| {
                let from = Some(IpAddr::from([192, 0, 2, from]));
                db.write_alone(|conn| count(conn, &vault, "sign in", &contact, from, after(minutes))).unwrap()
            };
            let asked = |minutes, from: u8| {
                let from = Some(IpAddr::from([192, 0, 2, from]));
                db.write_alone(|conn| count_link(conn, &vault, &contact, from, after(minutes))).unwrap()
            };
            assert!((0..FOR_ONE).all(|_| tried(0, 1).is_none()));
            assert_eq!([tried(1, 1), tried(1, 2), tried(15, 1)], [Some(14), None, None]);
            // Wherever they are asked for.
            assert!((0..LINKS).zip(1..).all(|(_, from)| asked(0, from).is_none()));
            assert_eq!([asked(15, 9), asked(59, 10), asked(60, 1)], [Some(45), Some(1), None]);
        }
    }
}
