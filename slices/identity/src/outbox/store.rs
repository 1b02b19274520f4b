//! The table `message`. No other file names it.

use db::{Conn, Row, params};
use kernel::Timestamp;
use zeroize::Zeroizing;

use super::{Message, MessageId, TRIES_MAX, next_try};
use crate::{
    Error, PersonId, Vault, instant, person,
    vault::{Key, NotOpened},
};

/// Why a message was given up whose last try nobody noted the end of.
const CUT_OFF: &str = "the program ended during the last try";
/// Why a message was given up that cannot be read.
const UNREADABLE: &str = "what it says cannot be read";
/// Why a message was given up that has nobody to go to any more.
const ERASED: &str = "the person was erased";

/// How a message fares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// To which person; none to nobody known.
    pub person: Option<PersonId>,
    /// How many tries were begun.
    pub tries: i64,
    /// When the next try is made; none once it was sent or given up.
    pub not_before: Option<Timestamp>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// Why the last try failed, or why it was given up.
    pub failed: Option<String>,
}

/// How a message fares; none if there is no such message.
///
/// # Errors
/// When the database cannot.
pub fn by_id(conn: &mut Conn, id: &MessageId) -> db::Result<Option<Entry>> {
    let sql = "select person, tries, not_before, sent_at, failed from message where id = $1";
    conn.optional(sql, params![&id.0], |row| {
        let at = |index| Ok::<_, db::Error>(row.opt_text(index)?.and_then(|text| text.parse().ok()));
        Ok(Entry {
            person: row.opt_text(0)?.and_then(|id| id.parse().ok()),
            tries: row.int(1)?,
            not_before: at(2)?,
            sent_at: at(3)?,
            failed: row.get(4)?,
        })
    })
}

/// Adds a message that was posted at the first instant and leaves at the second.
pub(super) fn add(
    conn: &mut Conn,
    vault: &Vault,
    id: &MessageId,
    person: Option<&PersonId>,
    message: &Message,
    [now, not_before]: [Timestamp; 2],
) -> Result<(), Error> {
    let (key, wrapped) = match person {
        Some(person) => (person::key_of(conn, vault, person)?, None),
        None => vault.new_key(&id.0).map(|(key, wrapped)| (key, Some(wrapped)))?,
    };
    let seal = |part, text: &str| key.seal(&field(id, part), text);
    let (channel, to, subject, body) = match message {
        Message::Mail { to, subject, body } => ("mail", to.to_string(), Some(subject.as_str()), body),
        Message::Sms { to, body } => ("sms", to.to_string(), None, body),
    };
    let (to, body) = (seal("recipient", &Zeroizing::new(to))?, seal("body", body)?);
    let subject = subject.map(|subject| seal("subject", subject)).transpose()?;
    let master = wrapped.as_ref().map(|_| vault.fingerprint());
    conn.execute(
        "insert into message (id, person, channel, wrapped_key, master, recipient, subject, body, created_at,
             not_before, tries) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)",
        params![
            &id.0,
            person.map(PersonId::as_str),
            channel,
            &wrapped,
            master,
            &to,
            &subject,
            &body,
            &instant(now),
            &instant(not_before)
        ],
    )?;
    Ok(())
}

/// The messages that are due, those that have waited longest first.
pub(super) fn due(conn: &mut Conn, now: Timestamp, at_once: i64) -> db::Result<Vec<MessageId>> {
    let sql = "select id from message where not_before <= $1 order by not_before, id limit $2";
    conn.query(sql, params![&instant(now), at_once], |row| row.get(0).map(MessageId))
}

/// Who may send a message.
pub(super) enum Claim {
    /// Another program, or nobody any more.
    Taken,
    /// Nobody: it was given up.
    GivenUp,
    /// Whoever asked.
    Ours {
        /// What is to be sent.
        message: Message,
        /// How many tries there are with this one.
        tries: i64,
    },
}

/// Begins a try: from here on it counts, and the next one is set.
pub(super) fn claim(conn: &mut Conn, vault: &Vault, id: &MessageId, now: Timestamp) -> Result<Claim, Error> {
    let sql = "select person, channel, wrapped_key, recipient, subject, body, not_before, tries
        from message where id = $1 and not_before <= $2";
    let Some(row) = conn.optional(sql, params![&id.0, &instant(now)], Waiting::read)? else {
        return Ok(Claim::Taken);
    };
    let tries = row.tries + 1;
    // Who was slower finds another hour of the next try.
    let taken = conn.execute(
        "update message set tries = $3, not_before = $4 where id = $1 and not_before = $2",
        params![&id.0, &row.not_before, tries, &instant(next_try(now, tries))],
    )?;
    if taken == 0 {
        return Ok(Claim::Taken);
    }
    if tries > TRIES_MAX {
        give_up(conn, id, CUT_OFF)?;
        return Ok(Claim::GivenUp);
    }
    let key = match &row.person {
        None => vault.open_key(&id.0, &row.wrapped).map_err(|_| UNREADABLE),
        Some(person) => match person::key_of(conn, vault, person) {
            Ok(key) => Ok(key),
            Err(Error::Erased(_)) => Err(ERASED),
            Err(Error::Damaged(_)) => Err(UNREADABLE),
            Err(other) => return Err(other),
        },
    };
    match key.and_then(|key| row.open(&key, id).map_err(|NotOpened| UNREADABLE)) {
        Ok(message) => Ok(Claim::Ours { message, tries }),
        Err(says) => {
            give_up(conn, id, says)?;
            Ok(Claim::GivenUp)
        }
    }
}

/// Notes that a message was sent, and forgets what it said.
pub(super) fn sent(conn: &mut Conn, id: &MessageId, at: Timestamp) -> Result<(), Error> {
    let sql = "update message set sent_at = $2, failed = null, not_before = null, wrapped_key = null, master = null,
        recipient = null, subject = null, body = null where id = $1";
    Ok(conn.execute(sql, params![&id.0, &instant(at)]).map(drop)?)
}

/// Notes why a try failed.
pub(super) fn failed(conn: &mut Conn, id: &MessageId, says: &str) -> Result<(), Error> {
    Ok(conn.execute("update message set failed = $2 where id = $1", params![&id.0, says]).map(drop)?)
}

/// Notes that no further try is made, and forgets what the message said.
pub(super) fn give_up(conn: &mut Conn, id: &MessageId, says: &str) -> Result<(), Error> {
    let sql = "update message set failed = $2, not_before = null, wrapped_key = null, master = null,
        recipient = null, subject = null, body = null where id = $1 and sent_at is null";
    Ok(conn.execute(sql, params![&id.0, says]).map(drop)?)
}

/// Gives up all messages to a person who is erased.
pub(crate) fn forget(conn: &mut Conn, person: &PersonId) -> db::Result<()> {
    let sql = "update message set failed = $2, not_before = null, wrapped_key = null, master = null,
        recipient = null, subject = null, body = null where person = $1 and not_before is not null";
    conn.execute(sql, params![person.as_str(), ERASED]).map(drop)
}

/// Wraps the keys of all messages to nobody known anew.
pub(crate) fn pass_on(conn: &mut Conn, old: &Vault, new: &Vault) -> Result<(), Error> {
    // They are few: those that are on their way.
    let sql = "select id, wrapped_key from message where master = $1";
    let waiting = conn.query(sql, params![old.fingerprint()], |row| Ok((MessageId(row.get(0)?), row.get(1)?)))?;
    for (id, wrapped) in waiting {
        let wrapped: Vec<u8> = wrapped;
        match old.pass_on(&id.0, &wrapped, new) {
            Ok((_, wrapped)) => {
                let sql = "update message set wrapped_key = $2, master = $3 where id = $1";
                conn.execute(sql, params![&id.0, &wrapped, new.fingerprint()])?;
            }
            Err(_) => give_up(conn, &id, UNREADABLE)?,
        }
    }
    Ok(())
}

/// A message that waits, as it is stored.
struct Waiting {
    person: Option<PersonId>,
    channel: String,
    wrapped: Vec<u8>,
    recipient: Vec<u8>,
    subject: Option<Vec<u8>>,
    body: Vec<u8>,
    not_before: String,
    tries: i64,
}

impl Waiting {
    fn read(row: &Row<'_>) -> db::Result<Self> {
        let person: Option<String> = row.get(0)?;
        let person = person.map(|id| id.parse().map_err(|_| db::Error::Value(format!("`{id}` is no id of a person"))));
        Ok(Self {
            person: person.transpose()?,
            channel: row.get(1)?,
            wrapped: row.get::<Option<Vec<u8>>>(2)?.unwrap_or_default(),
            recipient: row.get(3)?,
            subject: row.get(4)?,
            body: row.get(5)?,
            not_before: row.get(6)?,
            tries: row.get(7)?,
        })
    }

    fn open(&self, key: &Key, id: &MessageId) -> Result<Message, NotOpened> {
        let open = |part, sealed: &[u8]| key.open(&field(id, part), sealed);
        let (to, body) = (open("recipient", &self.recipient)?, open("body", &self.body)?.to_string());
        if self.channel == "sms" {
            return Ok(Message::Sms { to: to.parse().map_err(|_| NotOpened)?, body });
        }
        let subject = open("subject", self.subject.as_deref().ok_or(NotOpened)?)?;
        let subject = subject.parse().map_err(|_| NotOpened)?;
        Ok(Message::Mail { to: to.parse().map_err(|_| NotOpened)?, subject, body })
    }
}

/// To what a part of a message is sealed: no part of another message to the same person opens in its place.
fn field(id: &MessageId, part: &str) -> String {
    format!("message/{id}/{part}")
}
