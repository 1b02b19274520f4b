//! Mail: its form, and the server that takes it.

use std::{sync::Arc, time::Duration};

use kernel::Timestamp;
use lettre::{
    SmtpTransport, Transport as _,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{Error, extension::ClientId},
};

use super::{Message, MessageId, NoCarrier, Unsent};

/// How long the server may take for each of its answers. A try is over before the next one is due.
const ANSWER_TIME: Duration = Duration::from_secs(20);

/// A mail server, and from whom it is given mail.
#[derive(Clone)]
pub struct Smtp {
    server: Arc<SmtpTransport>,
    from: Mailbox,
}

impl Smtp {
    /// The server of an address: `smtps://` is encrypted from the first byte, `smtp://` before anything is said, unless the
    /// server is on this machine.
    ///
    /// # Errors
    /// When the address of the server or of the sender cannot be read.
    pub fn new(url: &str, from: &str) -> Result<Self, NoCarrier> {
        let from: Mailbox = from.trim().parse().map_err(|_| NoCarrier::From)?;
        let url = url.trim();
        let plain = url.strip_prefix("smtp://").filter(|_| !url.contains('?'));
        let url = match plain {
            Some(rest) if !is_here(rest) => format!("{url}?tls=required"),
            _ => url.to_owned(),
        };
        let server = SmtpTransport::from_url(&url).map_err(|_| NoCarrier::Smtp)?;
        let server = server.hello_name(ClientId::Domain(from.email.domain().to_owned())).timeout(Some(ANSWER_TIME));
        Ok(Self { server: Arc::new(server.build()), from })
    }

    /// Hands over a message.
    pub(super) fn send(&self, id: &MessageId, message: &Message, now: Timestamp) -> Result<(), Unsent> {
        let mail = formatted(&self.from, id, message, now)?;
        self.server.send(&mail).map(drop).map_err(|error| unsent(&error))
    }
}

/// Whether the server in `user:password@host:port/…` is this machine.
fn is_here(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let is = |name: &str| host.strip_prefix(name).is_some_and(|port| port.is_empty() || port.starts_with(':'));
    ["localhost", "127.0.0.1", "[::1]"].into_iter().any(is)
}

/// What went wrong, without the words of the server: they may repeat to whom the message goes.
fn unsent(error: &Error) -> Unsent {
    match error.status() {
        Some(code) => Unsent::Refused(code.to_string()),
        None if error.is_timeout() => Unsent::Unreachable("it takes too long"),
        None if error.is_tls() => Unsent::Unreachable("its certificate or encryption does not fit"),
        None if error.is_client() => Unsent::Unreachable("it does not offer what is needed"),
        None => Unsent::Unreachable("no connection"),
    }
}

/// From whom messages come that never leave.
pub(super) fn nobody() -> Result<Mailbox, Unsent> {
    "Twiza <twiza@localhost>".parse().map_err(|_| Unsent::Form)
}

/// A message as mail. The same message has the same `Message-ID` each time it is sent.
pub(super) fn formatted(
    from: &Mailbox,
    id: &MessageId,
    message: &Message,
    now: Timestamp,
) -> Result<lettre::Message, Unsent> {
    let Message::Mail { to, subject, body } = message else { return Err(Unsent::Wrong) };
    let to = Mailbox::new(None, to.as_str().parse().map_err(|_| Unsent::Form)?);
    // So that no absence note comes back.
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    lettre::Message::builder()
        .from(from.clone())
        .to(to)
        .subject(subject.as_str())
        .date(now.into())
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .raw_header(HeaderValue::new(automatic, "auto-generated".into()))
        .header(ContentType::TEXT_PLAIN)
        .body(body.clone())
        .map_err(|_| Unsent::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_leaves_this_machine_encrypted_only() {
        for here in ["localhost", "localhost:25", "a:b@127.0.0.1:2525/x", "[::1]:25"] {
            assert!(is_here(here), "{here}");
        }
        for away in ["example.ma", "localhost.example.ma", "localhost:b@example.ma:587", "127.0.0.11"] {
            assert!(!is_here(away), "{away}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_setting_is_said_without_the_password() {
        let from = "Twiza <noreply@example.ma>";
        for url in ["smtp://user:secret@example.ma:587", "smtps://user:se%40cret@example.ma", "smtp://localhost:25"] {
            assert!(Smtp::new(url, from).is_ok(), "{url}");
        }
        for url in ["", "example.ma", "http://example.ma", "smtp://user:secret@:99999", "smtp://a:secret@b.ma?tls=no"] {
            let refused = Smtp::new(url, from).map(drop).unwrap_err();
            assert!(refused == NoCarrier::Smtp && !refused.to_string().contains("secret"), "{url}");
        }
        assert_eq!(Smtp::new("smtp://localhost", "nobody").map(drop), Err(NoCarrier::From));
    }
}
