//! Where the program runs: what it must know to let people in.

use std::{path::PathBuf, sync::Arc};

use axum::http::HeaderMap;
use kernel::Timestamp;
use ledger::Ledger;
use web::{App, Fault, Peer, Problem};

use crate::{
    Error, Guarded, Secret, Vault,
    entrance::Caller,
    keyring::{self, Place},
    session,
};

/// Where the program runs. It is handed to the program at start, by [`App::with`].
#[derive(Clone, Debug)]
pub struct Site {
    /// The address under which people reach it, without a `/` at its end: `https://register.example.ma`. What messages say
    /// begins with it, never with what a request says.
    pub address: String,
    /// Where the master key is.
    pub keys: Place,
    /// The folder in which messages end, where nothing carries them out.
    pub messages: Option<PathBuf>,
    /// Whether a proxy stands in front that says who asks.
    pub behind_proxy: bool,
    /// The roles that ask for a second factor.
    pub guarded: Guarded,
}

/// The cookie of a session where the site is reached in plain text, as on one's own machine.
const COOKIE: &str = "session";
/// The same where it is reached by TLS: browsers take it from this very site only, and send it by TLS only.
const SAFE_COOKIE: &str = "__Host-session";

impl Site {
    /// Where the program runs.
    ///
    /// # Errors
    /// When nobody said.
    pub fn of(app: &App) -> Result<Arc<Self>, Problem> {
        app.data::<Self>().ok_or_else(|| Problem::Fault(Fault::says("nobody said where the program runs")))
    }

    /// Opens the vault of the program.
    ///
    /// # Errors
    /// When nobody said where it runs, or the master key is missing or another one.
    pub fn vault_of(app: &App) -> Result<Vault, Problem> {
        Ok(Self::of(app)?.vault(&app.ledger)?)
    }

    /// Opens the vault.
    ///
    /// # Errors
    /// When the master key is missing or another one.
    pub(crate) fn vault(&self, ledger: &Ledger) -> Result<Vault, Error> {
        Ok(keyring::open(ledger.db(), &self.keys, ledger.clock().now())?)
    }

    fn is_safe(&self) -> bool {
        self.address.starts_with("https://")
    }

    fn cookie(&self) -> &'static str {
        if self.is_safe() { SAFE_COOKIE } else { COOKIE }
    }

    /// What the cookie of a session holds, if one came along.
    pub(crate) fn secret(&self, headers: &HeaderMap) -> Option<Secret> {
        let cookies = headers.get_all(axum::http::header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find_map(|(name, value)| if name == self.cookie() { Secret::read(value) } else { None })
    }

    /// The header that keeps a session in the browser; that ends it if there is none.
    pub(crate) fn set_cookie(&self, secret: Option<&Secret>) -> String {
        let (value, age) = secret.map_or(("", 0), |secret| (secret.as_str(), session::LONGEST.as_secs()));
        let safe = if self.is_safe() { "; Secure" } else { "" };
        format!("{}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{safe}", self.cookie())
    }

    /// Who asks, and with what.
    pub(crate) fn caller(&self, peer: Peer, headers: &HeaderMap) -> Caller {
        let agent = headers.get(axum::http::header::USER_AGENT).and_then(|agent| agent.to_str().ok());
        let from = if self.behind_proxy { peer.said } else { peer.direct };
        Caller { from, device: session::device(agent.unwrap_or_default()) }
    }
}

/// How long the address may be that one goes on to: what is longer, proxies do not pass on.
const ONWARD_BYTES_MAX: usize = 2_000;

/// The address to go on to after coming in: a page of this site, whatever was asked for. Somebody else may have asked, by a link that
/// is sent: what no answer can hold is no page.
pub(crate) fn onward(next: Option<&str>) -> Option<&str> {
    let strange = |letter: char| letter == '\\' || letter.is_control();
    let plain = |next: &&str| next.starts_with('/') && !next.starts_with("//") && !next.contains(strange);
    next.filter(plain).filter(|next| next.len() <= ONWARD_BYTES_MAX)
}

/// What time it is, and which day.
pub(crate) fn moment(ledger: &Ledger) -> (Timestamp, kernel::Date) {
    (ledger.clock().now(), ledger.today())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_within_this_site_only() {
        assert_eq!(onward(Some("/fr/account?x=1")), Some("/fr/account?x=1"));
        for elsewhere in
            ["https://example.com", "//example.com", "/\\example.com", "\\\\example.com", "", "/\t/example.com"]
        {
            assert_eq!(onward(Some(elsewhere)), None, "{elsewhere}");
        }
        assert_eq!(onward(Some("/fr/\u{1}")), None, "no answer can hold it");
        let long = |bytes: usize| "/".to_owned() + &"a".repeat(bytes - 1);
        assert!(onward(Some(&long(ONWARD_BYTES_MAX))).is_some() && onward(Some(&long(ONWARD_BYTES_MAX + 1))).is_none());
    }

    #[test]
    fn a_cookie_is_bound_to_this_site_where_it_can_be() {
        let site = |address: &str| Site {
            address: address.into(),
            keys: Place::Given(String::new().into()),
            messages: None,
            behind_proxy: false,
            guarded: Guarded::default(),
        };
        let secret = Secret::read(&"0a".repeat(16)).unwrap();
        let safe = site("https://register.example.ma").set_cookie(Some(&secret));
        assert!(
            safe.starts_with("__Host-session=0a0a") && safe.ends_with("; HttpOnly; SameSite=Lax; Secure"),
            "{safe}"
        );
        let plain = site("http://127.0.0.1:8080").set_cookie(None);
        assert_eq!(plain, "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }
}
