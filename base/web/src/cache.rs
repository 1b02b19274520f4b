//! Pages kept as they were sent. A page says the same as long as no act is recorded and the day lasts; one that depends on more
//! than acts says so by a `Cache-Control` of its own, and is made anew each time.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kernel::Date;
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use crate::{App, Fault, Problem, lang, pack};

/// The header of a page that depends on more than acts: it is made anew each time, and looked at again.
pub const FRESH: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "max-age=0, must-revalidate")];

/// How much memory pages may take.
const BYTES_MAX: u64 = 32 << 20;

/// How long acts that another program records may stay unseen in pages that are kept.
const UNSEEN_MICROS: i64 = 1_000_000;

/// The pages that are kept, by address and by the coding in which they are sent.
#[derive(Clone)]
pub(crate) struct Pages {
    kept: Cache<Key, Arc<Kept>>,
    looked_at: Arc<AtomicI64>,
}

/// By what a page is found: nothing of it keeps the request in memory that came with it.
type Key = (String, Option<&'static str>);

/// In which codings pages are sent, the smallest first.
const CODINGS: [&str; 2] = ["br", "gzip"];

/// A page as it was sent.
struct Kept {
    /// The last act and the day of which it is.
    of: (i64, Date),
    headers: HeaderMap,
    body: Bytes,
}

impl Default for Pages {
    fn default() -> Self {
        let bytes = |(address, _): &Key, page: &Arc<Kept>| {
            u32::try_from(address.len() + page.body.len()).unwrap_or(u32::MAX).saturating_add(1024)
        };
        let kept = Cache::builder().weigher(bytes).max_capacity(BYTES_MAX).build();
        Self { kept, looked_at: Arc::new(AtomicI64::new(i64::MIN)) }
    }
}

/// Answers with the page that is kept, or makes it and keeps it. Each gets a tag, and who has it already is told so.
pub(crate) async fn keep(State((app, pages)): State<(App, Pages)>, mut request: Request, next: Next) -> Response {
    let is_page = lang::split(request.uri().path()).0.is_some();
    if !is_page || request.method() != Method::GET {
        return next.run(request).await;
    }
    // If the database cannot, the page itself says so.
    drop(pages.look(&app).await);
    let of = (app.ledger.projection().head(), app.ledger.today());
    let tag = request.headers().get(header::IF_NONE_MATCH).cloned();
    let address = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let key = (address, settle(request.headers_mut()));
    if let Some(page) = pages.kept.get(&key).filter(|page| page.of == of) {
        return page.answer(tag.as_ref());
    }
    match Kept::from(of, next.run(request).await).await {
        Ok(page) => {
            let page = Arc::new(page);
            if page.follows_from_acts() {
                pages.kept.insert(key, Arc::clone(&page));
            }
            page.answer(tag.as_ref())
        }
        Err(response) => response,
    }
}

/// Settles on the coding in which a page is sent, and says nothing of others to who makes it: two browsers that ask in other words
/// get the same one.
fn settle(headers: &mut HeaderMap) -> Option<&'static str> {
    let coding = CODINGS.into_iter().find(|coding| pack::takes(headers, coding));
    headers.remove(header::ACCEPT_ENCODING);
    headers.extend(coding.map(|coding| (header::ACCEPT_ENCODING, HeaderValue::from_static(coding))));
    coding
}

impl Pages {
    /// Looks from time to time what other programs have recorded in the same database.
    async fn look(&self, app: &App) -> Result<(), Problem> {
        let now = app.ledger.clock().now().as_microsecond();
        let before = self.looked_at.load(Ordering::Relaxed);
        if now.saturating_sub(before) < UNSEEN_MICROS {
            return Ok(());
        }
        self.looked_at.store(now, Ordering::Relaxed);
        app.blocking(ledger::Ledger::refresh).await
    }
}

impl Kept {
    /// A page to be tagged; else the answer as it is: what is no page, no success, or meant for one person only.
    async fn from(of: (i64, Date), response: Response) -> Result<Self, Response> {
        let headers = response.headers();
        let starts = |name, text: &str| {
            headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.starts_with(text))
        };
        let is_own = ["no-store", "private"].into_iter().any(|says| starts(header::CACHE_CONTROL, says));
        let is_page = starts(header::CONTENT_TYPE, "text/html") && !is_own;
        if response.status() != StatusCode::OK || !is_page || headers.contains_key(header::SET_COOKIE) {
            return Err(response);
        }
        let (mut parts, body) = response.into_parts();
        let body =
            to_bytes(body, usize::MAX).await.map_err(|error| Problem::Fault(Fault::new(error)).into_response())?;
        let hash = Sha256::digest(&body).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
        // A tag of hexadecimal digits always is a header.
        parts.headers.extend(HeaderValue::try_from(format!("\"{hash}\"")).ok().map(|tag| (header::ETAG, tag)));
        Ok(Self { of, headers: parts.headers, body })
    }

    /// Whether it is the same as long as no act is recorded: a page that says otherwise how long it lasts is not.
    fn follows_from_acts(&self) -> bool {
        self.headers.get(header::CACHE_CONTROL).is_some_and(|says| says == "no-cache")
    }

    /// The page; nothing new for who has it already.
    fn answer(&self, seen: Option<&HeaderValue>) -> Response {
        let tag = self.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        let seen = seen.and_then(|seen| seen.to_str().ok());
        let has = seen.zip(tag).is_some_and(|(seen, tag)| {
            seen.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
        });
        let mut response =
            if has { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(self.body.clone()).into_response() };
        *response.headers_mut() = self.headers.clone();
        if has {
            response.headers_mut().remove(header::CONTENT_ENCODING);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_in_other_words_gets_the_page_that_is_kept() {
        let settled = |said: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, said.parse().unwrap());
            let coding = settle(&mut headers);
            assert_eq!(headers.get(header::ACCEPT_ENCODING).map(|said| said.to_str().unwrap()), coding, "{said}");
            coding
        };
        assert_eq!(["br", "gzip, deflate, br", "zstd;q=1, BR;q=0.5"].map(settled), [Some("br"); 3]);
        assert_eq!(["gzip", "br;q=0, gzip;q=0.1"].map(settled), [Some("gzip"); 2]);
        assert_eq!(["", "deflate", "*", "identity"].map(settled), [None; 4]);
    }
}
