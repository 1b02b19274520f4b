//! Pages, packed by brotli as a whole.
//!
//! What packs answers of any kind and length does not know how long they get, and prepares a window of eight megabytes for each: on
//! a small machine that takes longer than packing the page.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use brotli::enc::BrotliEncoderParams;

use crate::{Fault, Problem, accept::weighted};

/// How hard answers are packed: of brotli's eleven levels the last one that is cheap beside writing the page.
pub(crate) const LEVEL: i32 = 3;

/// The smallest and the largest window, as powers of two in bytes.
const WINDOW: (u32, u32) = (16, 22);

/// Packs a page for whoever takes brotli. What is no page is left as it is.
pub(crate) async fn pack(request: Request, next: Next) -> Response {
    let takes = takes(request.headers(), "br");
    let response = next.run(request).await;
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|is| is.as_bytes().starts_with(b"text/html"));
    if !takes || !is_page || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let packed = match to_bytes(body, usize::MAX).await {
        Ok(page) if page.is_empty() => return Response::from_parts(parts, Body::empty()),
        Ok(page) => packed(&page).map_err(Fault::new),
        Err(error) => Err(Fault::new(error)),
    };
    match packed {
        Ok(packed) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
            Response::from_parts(parts, packed.into())
        }
        Err(fault) => Problem::Fault(fault).into_response(),
    }
}

fn packed(page: &[u8]) -> std::io::Result<Vec<u8>> {
    let window = (usize::BITS - page.len().leading_zeros()).clamp(WINDOW.0, WINDOW.1) as i32;
    let how = BrotliEncoderParams { quality: LEVEL, lgwin: window, size_hint: page.len(), ..Default::default() };
    let mut packed = Vec::with_capacity(page.len() / 4);
    brotli::BrotliCompress(&mut &*page, &mut packed, &how)?;
    Ok(packed)
}

/// Whether somebody takes answers in a coding, whatever else they would take before it.
pub(crate) fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let said = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|said| said.to_str().ok());
    said.flat_map(|said| said.split(','))
        .map(weighted)
        .any(|(name, weight)| weight > 0 && name.eq_ignore_ascii_case(coding))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn who_does_not_take_brotli_gets_none() {
        let takes = |said: &'static str| {
            let headers = [(header::ACCEPT_ENCODING, HeaderValue::from_static(said))].into_iter().collect();
            takes(&headers, "br")
        };
        assert_eq!(["br", "gzip, br", "gzip;q=1.0, BR;q=0.5"].map(takes), [true; 3]);
        assert_eq!(["", "gzip", "br;q=0", "gzip, br;q=0.0", "*"].map(takes), [false; 5]);
        assert!(!super::takes(&HeaderMap::new(), "br"));
    }

    proptest! {
        #[test]
        fn what_is_packed_is_the_page(page in "\\PC{0,300}", times in 1_usize..600) {
            let page = page.repeat(times);
            let mut unpacked = Vec::new();
            brotli::BrotliDecompress(&mut &*packed(page.as_bytes())?, &mut unpacked)?;
            prop_assert_eq!(unpacked, page.into_bytes());
        }
    }
}
