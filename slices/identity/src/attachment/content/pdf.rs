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
        let mut objects = Vec::new();
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

/// What follows `stream` where the dictionary before it says that objects are packed there (section 7.5.7).
fn packed(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    const STREAM: &[u8] = b"stream";
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let begin = from + find(bytes.get(from..)?, STREAM)?;
            let dictionary = bytes.get(from..begin)?;
            from = begin + STREAM.len();
            if find(&unescaped(dictionary), b"/ObjStm").is_some() {
                let data = bytes.get(from..)?;
                return Some(data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data));
            }
        }
    })
}
