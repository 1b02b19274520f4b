//! Messages to people leave through an outbox: written in the same transaction as what they tell of, sent after it.
//!
//! A message is sent **at least once**. A try is counted, and the next one set, before it begins; who ends between sending
//! and noting it sends again, with the same `Message-ID`. Noted as sent, it never goes out again. What a message says is
//! erased once it was sent, once it was given up after ten tries, and with the person.

use std::{
    fmt,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::Duration,
};

use db::{Conn, Db};
use jiff::SignedDuration;
use kernel::{Clock, Timestamp};

use crate::{
    Account, Contact, Email, Error, PersonId, Phone, Vault,
    hex::hex,
    keyring::{self, Place},
    person::{self, Line},
    vault::random,
};

mod carrier;
mod mail;
mod messenger;
pub(crate) mod store;

pub use carrier::{Carrier, NoCarrier, Unsent};
pub use mail::Smtp;
pub use messenger::Courier;
pub use store::{Entry, by_id};

/// How many tries are made.
pub const TRIES_MAX: i64 = 10;
/// How long after the first try the second one is made: longer than any carrier may take.
const WAIT_SECONDS: i64 = 5 * 60;
/// The longest wait: a day.
const WAIT_SECONDS_MAX: i64 = 24 * 60 * 60;
/// How often what lies in the folder is looked through.
const SWEEP: SignedDuration = SignedDuration::from_hours(1);
/// How often the outbox is looked into.
const LOOK: Duration = Duration::from_secs(5);
/// How long a program that ends waits for a message that is being sent.
const END: Duration = Duration::from_secs(10);
/// How many messages are looked up at a time.
const AT_ONCE: i64 = 100;

/// The id of a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MessageId(String);

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A message to somebody.
#[derive(Clone, PartialEq, Eq)]
pub enum Message {
    /// By e-mail.
    Mail {
        /// To whom.
        to: Email,
        /// What it is about.
        subject: Line,
        /// Plain text.
        body: String,
    },
    /// By SMS.
    Sms {
        /// To whom.
        to: Phone,
        /// Plain text.
        body: String,
    },
}

/// Neither to whom nor what.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mail { .. } => "Mail { .. }",
            Self::Sms { .. } => "Sms { .. }",
        })
    }
}

/// Puts a message into the outbox, within the caller's change: to a person whom Twiza knows, with whom it is erased, or to
/// nobody known. It leaves at `not_before`, or as soon as the change is on disk.
///
/// # Errors
/// When there is no such person or it was erased, or another master key is in force.
pub fn post(
    conn: &mut Conn,
    vault: &Vault,
    person: Option<&PersonId>,
    message: &Message,
    now: Timestamp,
    not_before: Option<Timestamp>,
) -> Result<MessageId, Error> {
    keyring::require(conn, vault)?;
    let id = MessageId(hex(&random::<16>()?));
    store::add(conn, vault, &id, person, message, [now, not_before.unwrap_or(now)])?;
    Ok(id)
}

/// What the owner of an account is told, by mail or by SMS.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// What the mail is about: one line.
    pub subject: &'a str,
    /// What it says.
    pub mail: &'a str,
    /// What an SMS says instead.
    pub sms: &'a str,
}

/// Posts to the owner of an account: to the e-mail address, else to the telephone. Nothing, if neither is known.
///
/// # Errors
/// As [`post`].
pub fn tell(
    conn: &mut Conn,
    vault: &Vault,
    account: &Account,
    texts: &Texts<'_>,
    now: Timestamp,
) -> Result<Option<MessageId>, Error> {
    let message = match contact_of(conn, vault, account)? {
        Some(Contact::Email(to)) => {
            let Ok(subject) = texts.subject.parse::<Line>() else { return Ok(None) };
            Message::Mail { to, subject, body: texts.mail.to_owned() }
        }
        Some(Contact::Phone(to)) => Message::Sms { to, body: texts.sms.to_owned() },
        None => return Ok(None),
    };
    post(conn, vault, Some(&account.person), &message, now, None).map(Some)
}

/// Where messages reach the owner of an account.
pub(crate) fn contact_of(conn: &mut Conn, vault: &Vault, account: &Account) -> Result<Option<Contact>, Error> {
    let person = person::by_id(conn, vault, &account.person)?;
    let details = person.as_ref().and_then(person::Person::details);
    let email = |details: &person::Details| details.email.clone().map(Contact::Email);
    Ok(details.and_then(|details| email(details).or(details.phone.map(Contact::Phone))))
}

/// What is sent, by whom and from when.
#[derive(Clone)]
pub struct Outbox {
    db: Db,
    place: Place,
    clock: Clock,
    mail: Carrier,
    sms: Carrier,
}

/// How a look into the outbox went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// How many messages were sent.
    pub sent: u32,
    /// How many were tried in vain or given up.
    pub failed: u32,
}

impl Outbox {
    /// The outbox of a database, with what carries mail and SMS.
    pub fn new(db: Db, place: Place, clock: Clock, mail: Carrier, sms: Carrier) -> Self {
        Self { db, place, clock, mail, sms }
    }

    /// Sends what is due, unless it is told to stop in between.
    ///
    /// # Errors
    /// When the database cannot, or the master key is missing or another one.
    pub fn send_due(&self, stops: impl Fn() -> bool) -> Result<Round, Error> {
        let mut round = Round::default();
        let now = self.clock.now();
        loop {
            let due = self.db.read(|conn| store::due(conn, now, AT_ONCE))?;
            if due.is_empty() {
                return Ok(round);
            }
            // Opened only now: who posts nothing needs no key, and a key that was rotated meanwhile is the right one.
            let vault = keyring::open(&self.db, &self.place, now)?;
            for id in due {
                if stops() {
                    return Ok(round);
                }
                match self.send(&vault, id)? {
                    Some(true) => round.sent += 1,
                    Some(false) => round.failed += 1,
                    None => {}
                }
            }
        }
    }

    /// Sends a message that is due; whether it went, or none if another program was faster.
    fn send(&self, vault: &Vault, id: MessageId) -> Result<Option<bool>, Error> {
        let now = self.clock.now();
        let claimed = self.db.write_alone(|conn| store::claim(conn, vault, &id, now))?;
        let (message, last) = match claimed {
            store::Claim::Taken => return Ok(None),
            store::Claim::GivenUp => return Ok(Some(false)),
            store::Claim::Ours { message, tries } => (message, tries >= TRIES_MAX),
        };
        let carrier = if matches!(message, Message::Mail { .. }) { &self.mail } else { &self.sms };
        let outcome = carrier.carry(&id, &message, now);
        if let Err(unsent) = &outcome {
            tracing::warn!(message = %id, %unsent, "a message was not sent");
        }
        let at = self.clock.now();
        self.db.write(move |conn| match &outcome {
            Ok(()) => store::sent(conn, &id, at).map(|()| Some(true)),
            Err(unsent) if last => store::give_up(conn, &id, &unsent.to_string()).map(|()| Some(false)),
            Err(unsent) => store::failed(conn, &id, &unsent.to_string()).map(|()| Some(false)),
        })
    }

    /// Removes the messages of long ago that nothing carried out, and whose links are void. Tells how many there were.
    ///
    /// # Errors
    /// When the disk cannot.
    pub fn sweep(&self) -> std::io::Result<usize> {
        let now = self.clock.now();
        Ok(self.mail.sweep(now)? + self.sms.sweep(now)?)
    }

    /// Looks into the outbox until it is told to stop, or nobody is left to tell.
    pub fn run(&self, stop: &Receiver<()>) {
        let mut swept = Timestamp::MIN;
        loop {
            let now = self.clock.now();
            if now.duration_since(swept) >= SWEEP {
                swept = now;
                if let Err(error) = self.sweep() {
                    tracing::warn!(%error, "messages of long ago cannot be removed");
                }
            }
            let stops = || !matches!(stop.try_recv(), Err(std::sync::mpsc::TryRecvError::Empty));
            if let Err(error) = self.send_due(stops) {
                tracing::error!(%error, "the outbox cannot be emptied");
            }
            if stop.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    }

    /// Runs on a thread of its own.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(self) -> std::io::Result<Running> {
        let ((stop, stops), (end, ended)) = (channel(), channel::<()>());
        std::thread::Builder::new().name("outbox".into()).spawn(move || {
            self.run(&stops);
            drop(end);
        })?;
        Ok(Running { stop: Some(stop), ended })
    }
}

/// An outbox at work. It stops when this is dropped; a message that is being sent is waited for, though not long.
#[derive(Debug)]
pub struct Running {
    stop: Option<Sender<()>>,
    ended: Receiver<()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.ended.recv_timeout(END);
    }
}

/// When a message is tried again whose tries now are so many: after 5 minutes, 20, 80 … up to a day.
fn next_try(now: Timestamp, tries: i64) -> Timestamp {
    let wait = (1..tries).fold(WAIT_SECONDS, |wait, _| (wait * 4).min(WAIT_SECONDS_MAX));
    now.checked_add(SignedDuration::from_secs(wait)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
