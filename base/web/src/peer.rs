//! From which address a request comes.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};

/// From which address a request comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peer {
    /// Who holds the connection: the asker, or a proxy in front of us.
    pub direct: Option<IpAddr>,
    /// Who asked the last proxy, if it says so in `X-Forwarded-For`. Anyone can say that: to be believed only where a proxy
    /// of our own stands in front.
    pub said: Option<IpAddr>,
}

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let last = forwarded.and_then(|value| value.to_str().ok()).and_then(|value| value.rsplit(',').next());
        Ok(Self { direct, said: last.and_then(|address| address.trim().parse().ok()) })
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    async fn peer(forwarded: &[&str]) -> Peer {
        let mut request = Request::builder().extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
        for value in forwarded {
            request = request.header("x-forwarded-for", *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        let Ok(peer) = Peer::from_request_parts(&mut parts, &()).await;
        peer
    }

    #[tokio::test]
    async fn of_all_who_are_named_the_last_one_was_named_by_the_nearest_proxy() {
        let address = |text: &str| Some(text.parse::<IpAddr>().unwrap());
        assert_eq!(peer(&["192.0.2.1, 198.51.100.7"]).await.said, address("198.51.100.7"));
        assert_eq!(peer(&["192.0.2.1", "2001:db8::1"]).await.said, address("2001:db8::1"));
        assert_eq!(peer(&["192.0.2.1, unknown"]).await.said, None);
        assert_eq!(peer(&[]).await, Peer { direct: address("127.0.0.1"), said: None });
    }
}
