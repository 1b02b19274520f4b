//! What people are written: a link, and why it comes; and what was changed about their account.

use std::sync::Arc;

use db::Conn;
use kernel::Timestamp;
use web::{Messages, Phrasebook};

use crate::{
    Account, Contact, Error, Secret, Vault,
    outbox::{self, Message, Texts},
    person::Line,
    site::Site,
};

/// Why somebody is sent a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// An account was asked for.
    Welcome,
    /// An account was asked for, and there is one.
    Known,
    /// Somebody opened an account for the person.
    Invited,
    /// The password was forgotten.
    Forgotten,
}

impl Letter {
    const fn keys(self) -> [&'static str; 2] {
        match self {
            Self::Welcome => ["identity-letter-welcome-subject", "identity-letter-welcome"],
            Self::Known => ["identity-letter-known-subject", "identity-letter-known"],
            Self::Invited => ["identity-letter-invited-subject", "identity-letter-invited"],
            Self::Forgotten => ["identity-letter-forgotten-subject", "identity-letter-forgotten"],
        }
    }
}

/// What an owner is told who may not have done it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyEnded,
    /// A second factor is asked for.
    FactorBegun,
    /// A second factor is not asked for any more.
    FactorEnded,
}

impl Notice {
    const fn key(self) -> &'static str {
        match self {
            Self::PasskeyAdded => "identity-notice-passkey-added",
            Self::PasskeyEnded => "identity-notice-passkey-ended",
            Self::FactorBegun => "identity-notice-factor-begun",
            Self::FactorEnded => "identity-notice-factor-ended",
        }
    }
}

/// Tells the owner of an account that what lets people in was changed, and where to see to it.
pub(super) fn tell(
    conn: &mut Conn,
    (vault, site, book): (&Vault, &Site, &Arc<Phrasebook>),
    account: &Account,
    notice: Notice,
    now: Timestamp,
) -> Result<(), Error> {
    let t = Messages::new(account.language, book);
    let (told, page) = (t.get(notice.key()), format!("{}/{}/account", site.address, account.language));
    let mail = format!("{told}\n\n{}\n\n{page}\n", t.get("identity-notice"));
    let (subject, sms) = (t.get("identity-notice-subject"), format!("{told}\n{page}"));
    outbox::tell(conn, vault, account, &Texts { subject: &subject, mail: &mail, sms: &sms }, now)?;
    Ok(())
}

/// Posts a link to the owner of an account: to the contact that was named, else to the e-mail address or the telephone.
pub(super) fn post(
    conn: &mut Conn,
    (vault, site, t): (&Vault, &Site, &Messages),
    (account, contact): (&Account, Option<&Contact>),
    letter: Letter,
    secret: &Secret,
    now: Timestamp,
) -> Result<(), Error> {
    let own = match contact {
        Some(contact) => Some(contact.clone()),
        None => outbox::contact_of(conn, vault, account)?,
    };
    let link = format!("{}/{}/links/{}", site.address, account.language, secret.as_str());
    let [subject, body] = letter.keys().map(|key| t.get(key));
    let message = match own {
        // On a line of its own, the link is one for every reader of mail.
        Some(Contact::Email(to)) => {
            let Ok(subject) = subject.parse::<Line>() else { return Ok(()) };
            Message::Mail { to, subject, body: format!("{body}\n\n{link}\n\n{}\n", t.get("identity-letter-end")) }
        }
        Some(Contact::Phone(to)) => Message::Sms { to, body: format!("{subject}\n{link}") },
        None => return Ok(()),
    };
    outbox::post(conn, vault, Some(&account.person), &message, now, None)?;
    Ok(())
}
