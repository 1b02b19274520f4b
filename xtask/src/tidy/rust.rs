//! Rust's text, told apart: code, what stands in quotes, and comments.

/// A Rust file in two layers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Layers {
    /// The code alone: comments and quoted text are blank, line breaks stay.
    pub(super) code: String,
    /// Each quoted text with the line on which it begins.
    pub(super) quoted: Vec<(usize, String)>,
}

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Quoted,
    Comment,
}

/// Tells them apart.
pub(super) fn layers(text: &str) -> Layers {
    let mut layers = Layers::default();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let (kind, length) = piece(rest);
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if kind == Kind::Quoted {
            layers.quoted.push((line, piece.to_owned()));
        }
        let blank = |c: char| if kind == Kind::Code || c == '\n' { c } else { ' ' };
        layers.code.extend(piece.chars().map(blank));
        line += piece.matches('\n').count();
        rest = after;
    }
    layers
}

/// The line on which a file's own tests begin, if it has any.
pub(super) fn tests_begin(code: &str) -> Option<usize> {
    let lines: Vec<_> = code.lines().map(str::trim).collect();
    let begins = |pair: &[&str]| matches!(pair, ["#[cfg(test)]", next] if next.starts_with("mod "));
    lines.windows(2).position(begins).map(|before| before + 1)
}

/// The piece at the start of `rest` and its length in bytes, never 0.
fn piece(rest: &str) -> (Kind, usize) {
    if rest.starts_with("//") {
        return (Kind::Comment, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Kind::Comment, block_comment(rest));
    }
    if let Some(length) = raw_text(rest) {
        return (Kind::Quoted, length);
    }
    if let Some(inner) = rest.strip_prefix('"') {
        return (Kind::Quoted, 1 + until_quote(inner, '"'));
    }
    if let Some(inner) = rest.strip_prefix('\'') {
        let mut following = inner.chars();
        // `'a'` and `'\n'` are characters, `'a` is a lifetime.
        if following.next() == Some('\\') || following.next() == Some('\'') {
            return (Kind::Quoted, 1 + until_quote(inner, '\''));
        }
        return (Kind::Code, 1);
    }
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    (Kind::Code, if word > 0 { word } else { rest.chars().next().map_or(1, char::len_utf8) })
}

/// The length of a comment in `/* */`, which may hold others.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut length, mut inner) = (0_usize, 0, rest);
    while !inner.is_empty() {
        let step = if inner.starts_with("/*") {
            depth += 1;
            2
        } else if inner.starts_with("*/") {
            depth -= 1;
            2
        } else {
            inner.chars().next().map_or(1, char::len_utf8)
        };
        length += step;
        inner = inner.split_at_checked(step).map_or("", |(_, after)| after);
        if depth == 0 {
            break;
        }
    }
    length
}

/// The length of a text in `r"…"`, `r#"…"#` and so on, with its prefix.
fn raw_text(rest: &str) -> Option<usize> {
    let raw = rest.strip_prefix(['b', 'c']).unwrap_or(rest).strip_prefix('r')?;
    let fence = raw.len() - raw.trim_start_matches('#').len();
    let inner = raw.trim_start_matches('#').strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(fence));
    let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
    Some(rest.len() - inner.len() + length)
}

/// The length up to and with the quote that is not escaped.
fn until_quote(inner: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    inner.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<(usize, String)> {
        layers(text).quoted
    }

    #[test]
    fn quoted_text_and_comments_are_no_code() {
        let text = "let a = \"x \\\" y\"; // todo \"no\"\n/* a /* b */ \"c\" */ let b = r#\"e \" f\"#;";
        assert_eq!(quoted(text), [(1, "\"x \\\" y\"".to_owned()), (2, "r#\"e \" f\"#".to_owned())]);
        let code = layers(text).code;
        assert!(!code.contains("todo") && code.contains("let b ="), "{code}");
        assert_eq!(code.lines().count(), 2);
    }

    #[test]
    fn a_character_is_quoted_and_a_lifetime_is_not() {
        let seen: Vec<_> = quoted("fn f<'a>(x: &'a str) { ['\"', '\\'', 'ع'] }").into_iter().map(|one| one.1).collect();
        assert_eq!(seen, ["'\"'", "'\\''", "'ع'"]);
    }

    #[test]
    fn text_that_never_ends_ends_with_the_file() {
        assert_eq!(quoted("\"abc"), [(1, "\"abc".to_owned())]);
        assert_eq!(layers("/* abc").code.trim(), "");
        assert_eq!(quoted("r#\"abc").len(), 1);
    }

    #[test]
    fn the_tests_begin_at_their_module() {
        assert_eq!(tests_begin("fn a() {}\n\n#[cfg(test)]\nmod tests {\n}"), Some(3));
        assert_eq!(tests_begin("#[cfg(test)]\nfn of() {}"), None);
    }
}
