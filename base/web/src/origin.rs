//! Where the program answers, as whoever asks sees it: addresses in feeds, catalogues and codes are whole.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};

/// The beginning of all addresses: `https://example.org`, from the request's `Host` and from `X-Forwarded-Proto`, which a
/// server in front sets.
#[derive(Clone, Debug)]
pub struct Origin(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
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
