//! What people are written: a link, and why it comes.

use db::Conn;
use kernel::Timestamp;
use web::Messages;

use crate::{
    Account, Contact, Error, Secret, Vault,
    outbox::{self, Message},
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
