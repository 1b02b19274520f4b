//! Sessions: who is signed in, and where. Each sign-in begins a new one, under a new secret.

use jiff::SignedDuration;
use kernel::Timestamp;

use crate::{AccountId, id::ids};

pub(crate) mod store;

ids! {
    /// The id of a session, by which its owner names it. It opens nothing.
    SessionId
}

/// How long a session lasts after it was last used: a working day.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);
/// How long it lasts at most: a week.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// For how long after its owner showed who he is what lets people in may be changed.
pub const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// How exactly it is noted when a session was last used: not with every page.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// By which its owner names it.
    pub id: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// In which browser, on which system.
    pub device: String,
    /// By how many factors its owner is proved.
    pub factors: i64,
    /// By how many it must be proved.
    pub wanted: i64,
    /// Since when.
    pub begun_at: Timestamp,
    /// When it was last used, to five minutes.
    pub seen_at: Timestamp,
    /// When its owner last showed who he is: by coming in, or since then.
    pub proved_at: Timestamp,
}

impl Session {
    /// Whether its owner is proved as far as the account wants.
    pub const fn is_whole(&self) -> bool {
        self.factors >= self.wanted
    }

    /// Whether its owner showed of late who he is: nobody else found the browser open.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        self.proved_at.saturating_add(FRESH).is_ok_and(|end| now < end)
    }
}

/// What a browser says of itself, in the word or two by which its owner knows it.
pub(crate) fn device(user_agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| user_agent.contains(sign)).map_or("", |(_, name)| name)
    };
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    let said: Vec<_> = [browser, system].into_iter().filter(|word| !word.is_empty()).collect();
    if said.is_empty() { "?".to_owned() } else { said.join(" · ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_a_word_or_two() {
        let phone = "Mozilla/5.0 (Linux; Android 9; SM-J530F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";
        assert_eq!(device(phone), "Chrome · Android");
        let desk = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0";
        assert_eq!(device(desk), "Firefox · Windows");
        assert_eq!(device("<script>"), "?");
    }
}
