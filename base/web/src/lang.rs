//! The language of a request: what the address says, else what was chosen before, else what the browser prefers.

use axum::http::{HeaderMap, Uri, header};
use kernel::Lang;

/// The cookie that keeps a choice.
pub(crate) const COOKIE: &str = "lang";

/// The language to answer a person in. Who says nothing is answered in Arabic, the first of the languages.
pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Lang {
    asked(uri, headers).unwrap_or(Lang::Ar)
}

/// The language that a request asks for, in whichever way.
pub(crate) fn asked(uri: &Uri, headers: &HeaderMap) -> Option<Lang> {
    chosen(uri).or_else(|| remembered(headers)).or_else(|| preferred(headers))
}

/// The language that the address names.
pub(crate) fn chosen(uri: &Uri) -> Option<Lang> {
    let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    pairs.filter(|(name, _)| name == COOKIE).find_map(|(_, value)| value.parse().ok())
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
        assert_eq!(answered("/?lang=fr", "lang=en", "ar"), Lang::Fr);
        assert_eq!(answered("/", "a=b; lang=en", "ar"), Lang::En);
        assert_eq!(answered("/?lang=xx", "lang=xx", "fr-MA,ar;q=0.9"), Lang::Fr);
    }

    #[test]
    fn a_browser_is_answered_in_the_language_it_prefers_of_those_we_speak() {
        assert_eq!(answered("/", "", "zgh, fr;q=0.5, en-GB;q=0.8"), Lang::En);
        assert_eq!(answered("/", "", "fr;q=0, en;q=0.1"), Lang::En);
        assert_eq!(answered("/", "", "*"), Lang::Ar);
        assert_eq!(answered("/", "", "de"), Lang::Ar);
    }
}
