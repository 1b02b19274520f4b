//! A PDF that does nothing when it is opened (ISO 32000-2).

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use web::NotTaken;

/// With what a PDF begins.
pub(super) const MAGIC: &[u8] = b"%PDF-";
/// With what it ends, and within how many bytes.
const END: (&[u8], usize) = (b"%%EOF", 1024);
/// How many bytes of objects are looked through: those of a scan are a thousandth of it.
const OBJECTS_MAX: u64 = 32 << 20;

/// Names of what would run, send, or bring another file along (sections 7.11.4, 12.6.4, 12.7.6, 13.7).
const ACTIVE: [&[u8]; 8] =
    [b"/JS", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/EmbeddedFiles", b"/RichMedia", b"/XFA", b"/SubmitForm"];

/// Refuses a PDF that is damaged, that would do something where it is opened, or of which that cannot be told.
pub(super) fn examine(bytes: &[u8]) -> Result<(), NotTaken> {
    let (end, within) = END;
    let last = bytes.get(bytes.len().saturating_sub(within)..).unwrap_or_default();
    if find(last, end).is_none() {
        return Err(NotTaken::Kind);
    }
    let plain = unescaped(bytes);
    if is_active(&plain) {
        return Err(NotTaken::Active);
    }
    let mut left = OBJECTS_MAX;
    for packed in packed(bytes) {
        let (packed, mut objects) = (packed?, Vec::new());
        let read = ZlibDecoder::new(packed).take(left).read_to_end(&mut objects);
        left = left.saturating_sub(objects.len() as u64);
        // What cannot be looked through may be anything: encrypted, packed otherwise, or a bomb.
        if read.is_err() || left == 0 || is_active(&unescaped(&objects)) {
            return Err(NotTaken::Active);
        }
    }
    Ok(())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Names can be written with their letters as `#4A` (section 7.3.5).
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        let digit = |place: usize| after.get(place).and_then(|digit| char::from(*digit).to_digit(16));
        let escaped = if first == b'#' { digit(0).zip(digit(1)) } else { None };
        match escaped.and_then(|(high, low)| u8::try_from(high << 4 | low).ok()) {
            Some(byte) => {
                plain.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                plain.push(first);
                rest = after;
            }
        }
    }
    plain
}

/// Whether there is a name of something active: the whole name, of which no letter follows.
fn is_active(bytes: &[u8]) -> bool {
    let names = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/').filter_map(|(at, _)| bytes.get(at..));
    let is = |name: &[u8], wanted: &[u8]| {
        name.strip_prefix(wanted).is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_alphanumeric))
    };
    names.into_iter().any(|name| ACTIVE.iter().any(|wanted| is(name, wanted)))
}

/// What follows `stream` where the dictionary before it says that objects are packed there (section 7.5.7). A dictionary that may
/// have its end elsewhere is refused: what it leads to would not be what is looked through.
fn packed(bytes: &[u8]) -> impl Iterator<Item = Result<&[u8], NotTaken>> {
    const STREAM: &[u8] = b"stream";
    const OBJECTS: &[u8] = b"/ObjStm";
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let begin = from + find(bytes.get(from..)?, STREAM)?;
            let dictionary = unescaped(bytes.get(from..begin)?);
            from = begin + STREAM.len();
            if let Some(rest) = find(&dictionary, OBJECTS).and_then(|at| dictionary.get(at..)) {
                let data = bytes.get(from..)?;
                let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
                return Some(if ends(rest) { Ok(data) } else { Err(NotTaken::Active) });
            }
        }
    })
}

/// Whether the rest of a dictionary is plain as far as its end, behind which there is white space at most: no text or comment, which
/// may hold the words that are looked for, and no dictionary within it that ends instead.
fn ends(rest: &[u8]) -> bool {
    // A sign twice; three of them are a dictionary and a text in hexadecimal digits.
    let count = |sign: u8| rest.split(|byte| *byte != sign).map(|signs| signs.len() / 2).sum::<usize>();
    let is_plain = !rest.iter().any(|byte| matches!(byte, b'(' | b'%'));
    is_plain && rest.trim_ascii_end().ends_with(b">>") && count(b'>') == count(b'<') + 1
}
