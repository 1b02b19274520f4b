//! Where the program answers, as whoever asks sees it: addresses in feeds, catalogues and codes are whole.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};

use crate::App;

/// The address under which people reach the site, if somebody said; handed in by [`App::with`].
#[derive(Clone, Debug)]
pub struct Address(pub String);

/// The beginning of all addresses: `https://example.org`. It is the [`Address`] that was handed in; else what the request's
/// `Host` says, and `X-Forwarded-Proto`, which a server in front sets.
#[derive(Clone, Debug)]
pub struct Origin(pub String);

impl FromRequestParts<App> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        if let Some(address) = app.data::<Address>() {
            return Ok(Self(address.0.clone()));
        }
        let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let host = text(header::HOST.as_str()).or_else(|| parts.uri.authority().map(|authority| authority.as_str()));
        let host = host.filter(|host| is_host(host)).unwrap_or("localhost");
        let scheme = if text("x-forwarded-proto") == Some("https") { "https" } else { "http" };
        Ok(Self(format!("{scheme}://{host}")))
    }
}

/// A name or number with a port, and nothing that means something in XML or Turtle.
fn is_host(host: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter);
    (1..=255).contains(&host.len()) && host.chars().all(is_part)
}
