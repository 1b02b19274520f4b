//! The language of a request: what the address says, else what was chosen before, else what the browser prefers.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use kernel::Lang;

/// The cookie that keeps a choice.
const COOKIE: &str = "lang";

/// The language to answer a person in. Who says nothing is answered in Arabic, the first of the languages.
pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Lang {
    asked(uri, headers).unwrap_or(Lang::Ar)
}

/// The language that a request asks for, in whichever way.
pub(crate) fn asked(uri: &Uri, headers: &HeaderMap) -> Option<Lang> {
    split(uri.path()).0.or_else(|| expected(headers))
}

/// A path cut into the language with which it begins, if it does, and the rest: `/fr/figures` is French and `/figures`.
pub(crate) fn split(path: &str) -> (Option<Lang>, &str) {
    let first = path.get(1..3).and_then(|code| code.parse().ok());
    match (first, path.get(3..)) {
        (Some(lang), Some(rest)) if rest.is_empty() || rest.starts_with('/') => (Some(lang), rest),
        _ => (None, path),
    }
}

/// `GET /`: the front page in the language that was chosen before, else in one that the browser prefers.
pub(crate) async fn choose(headers: HeaderMap) -> Response {
    let lang = expected(&headers).unwrap_or(Lang::Ar);
    let vary = [(header::VARY, "Accept-Language, Cookie"), (header::CACHE_CONTROL, "no-cache")];
    (vary, Redirect::temporary(&format!("/{lang}"))).into_response()
}

/// Remembers the language of a page that `/` would not have chosen: its reader did.
pub(crate) async fn remember(request: Request, next: Next) -> Response {
    let (lang, _) = split(request.uri().path());
    let chosen = lang.filter(|lang| expected(request.headers()) != Some(*lang));
    let mut response = next.run(request).await;
    if let Some(lang) = chosen {
        let cookie = format!("{COOKIE}={lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
        response.headers_mut().extend(HeaderValue::try_from(cookie).ok().map(|cookie| (header::SET_COOKIE, cookie)));
    }
    response
}

/// What `/` answers in: what was chosen before, else what the browser prefers.
fn expected(headers: &HeaderMap) -> Option<Lang> {
    remembered(headers).or_else(|| preferred(headers))
}

fn remembered(headers: &HeaderMap) -> Option<Lang> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(name, value)| if name == COOKIE { value.parse().ok() } else { None })
}

/// The best of `Accept-Language` (RFC 9110, section 12.5.4); of equals the first.
fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let values = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    let mut best: Option<(u16, Lang)> = None;
    for part in values.flat_map(|value| value.split(',')) {
        let (range, weight) = crate::accept::weighted(part);
        let primary = range.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let Ok(lang) = primary.parse::<Lang>() else { continue };
        if weight > 0 && best.is_none_or(|(before, _)| weight > before) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(uri: &str, cookie: &str, accept: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, accept.parse().unwrap());
        of(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn the_address_comes_before_the_cookie_and_the_cookie_before_the_browser() {
        assert_eq!(answered("/fr", "lang=en", "ar"), Lang::Fr);
        assert_eq!(answered("/fr/figures", "lang=en", "ar"), Lang::Fr);
        assert_eq!(answered("/french", "lang=en", "ar"), Lang::En);
        assert_eq!(answered("/", "a=b; lang=en", "ar"), Lang::En);
        assert_eq!(answered("/xx", "lang=xx", "fr-MA,ar;q=0.9"), Lang::Fr);
    }

    #[test]
    fn a_browser_is_answered_in_the_language_it_prefers_of_those_we_speak() {
        assert_eq!(answered("/", "", "zgh, fr;q=0.5, en-GB;q=0.8"), Lang::En);
        assert_eq!(answered("/", "", "fr;q=0, en;q=0.1"), Lang::En);
        assert_eq!(answered("/", "", "*"), Lang::Ar);
        assert_eq!(answered("/", "", "de"), Lang::Ar);
    }
}
