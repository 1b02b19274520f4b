//! From a file's bytes to UTF-8 bytes: what kind of file it is, gzip, byte order marks, encodings.

use std::io::{self, BufReader, Cursor, Read};

use encoding_rs::{Decoder, Encoding, UTF_8};
use flate2::read::MultiGzDecoder;

use crate::{Format, Found, NotATable};

/// How many bytes are looked at before anything is decided.
const HEAD_BYTES: u64 = 64 << 10;

/// A stream of bytes that is owned.
pub(crate) type Stream = Box<dyn Read + Send>;

/// What a file holds, ready to be cut into rows.
pub(crate) enum Content {
    /// Text in UTF-8 (or in bytes that should be, if the profile names no encoding), its first bytes, and its name if
    /// another encoding was translated.
    Text(BufReader<Stream>, Vec<u8>, Option<&'static str>),
    /// A workbook.
    Workbook(Stream),
}

/// Looks at the first bytes of the file `name` and undoes compression and encoding.
pub(crate) fn open(name: &str, stream: Stream, format: &Format) -> Result<Content, NotATable> {
    let broken = |why| NotATable::Broken { row: 0, why };
    let (mut head, mut stream) = peek(stream).map_err(broken)?;
    let claimed = Claim::of(name);
    let unexpected = |found| NotATable::Unexpected { name: name.to_owned(), found };
    let mut found = kind(&head);
    if found == Found::Gzip && matches!(claimed, Claim::Gzip | Claim::Nothing) {
        (head, stream) = peek(Box::new(MultiGzDecoder::new(stream))).map_err(broken)?;
        found = kind(&head);
    } else if claimed == Claim::Gzip && !head.is_empty() {
        return Err(unexpected(found));
    }
    match found {
        _ if head.is_empty() => Err(NotATable::Empty(name.to_owned())),
        Found::Workbook if matches!(claimed, Claim::Workbook | Claim::Nothing) => Ok(Content::Workbook(stream)),
        Found::Text if claimed != Claim::Workbook => text(stream, head, format),
        Found::Utf16 if format.encoding.is_some() && claimed != Claim::Workbook => text(stream, head, format),
        other => Err(unexpected(other)),
    }
}

/// What the end of a file's name says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    Text,
    Gzip,
    Workbook,
    Nothing,
}

impl Claim {
    fn of(name: &str) -> Self {
        match name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).as_deref() {
            Some("csv" | "tsv" | "txt" | "tab") => Self::Text,
            Some("gz") => Self::Gzip,
            Some("xlsx" | "xlsm") => Self::Workbook,
            _ => Self::Nothing,
        }
    }
}

/// The first bytes, and the stream with these bytes put back.
fn peek(mut stream: Stream) -> io::Result<(Vec<u8>, Stream)> {
    let mut head = Vec::new();
    stream.by_ref().take(HEAD_BYTES).read_to_end(&mut head)?;
    Ok((head.clone(), Box::new(Cursor::new(head).chain(stream))))
}

/// What a file is, by its first bytes.
fn kind(head: &[u8]) -> Found {
    const MAGIC: [(&[u8], Found); 5] = [
        (b"PK\x05\x06", Found::Zip),
        (b"\x1f\x8b", Found::Gzip),
        (b"\xd0\xcf\x11\xe0", Found::OldWorkbook),
        (b"%PDF", Found::Pdf),
        (b"\xff\xfe\0\0", Found::Binary),
    ];
    if head.starts_with(b"PK\x03\x04") {
        let part = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
        return if part(b"[Content_Types].xml") || part(b"xl/") { Found::Workbook } else { Found::Zip };
    }
    if let Some((_, found)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return *found;
    }
    if Encoding::for_bom(head).is_some() {
        return Found::Text;
    }
    let nuls = |parity| head.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    if even + odd > 0 {
        let one_sided = even.min(odd) * 20 < even.max(odd) && even.max(odd) * 3 > head.len() / 2;
        return if one_sided { Found::Utf16 } else { Found::Binary };
    }
    let controls = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')).count();
    if controls * 50 > head.len() {
        return Found::Binary;
    }
    let start = head.trim_ascii_start().get(..14).unwrap_or(head.trim_ascii_start()).to_ascii_lowercase();
    match start.first() {
        Some(b'<') if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") => Found::WebPage,
        Some(b'<') if start.starts_with(b"<?xml") => Found::Xml,
        Some(b'[' | b'{') if matches!(start.get(1), Some(b'{' | b'"' | b'\n' | b'\r' | b' ')) => Found::Json,
        _ => Found::Text,
    }
}

/// Text, with its mark taken off and any encoding but UTF-8 translated.
fn text(stream: Stream, head: Vec<u8>, format: &Format) -> Result<Content, NotATable> {
    let named = match &format.encoding {
        Some(label) => {
            let encoding = Encoding::for_label(label.as_bytes());
            Some(encoding.ok_or_else(|| NotATable::Encoding(label.clone()))?)
        }
        None => None,
    };
    let marked = Encoding::for_bom(&head);
    let encoding = marked.map(|(encoding, _)| encoding).or(named).unwrap_or(UTF_8);
    let broken = |why| NotATable::Broken { row: 0, why };
    if encoding == UTF_8 {
        let mark = marked.map_or(0, |(_, length)| length);
        let mut stream = stream;
        io::copy(&mut stream.by_ref().take(mark as u64), &mut io::sink()).map_err(broken)?;
        let head = head.get(mark..).unwrap_or_default().to_vec();
        return Ok(Content::Text(BufReader::with_capacity(HEAD_BYTES as usize, stream), head, None));
    }
    let (head, stream) = peek(Box::new(Translated::new(stream, encoding))).map_err(broken)?;
    let buffered = BufReader::with_capacity(HEAD_BYTES as usize, stream);
    Ok(Content::Text(buffered, head, Some(encoding.name())))
}

/// A stream in another encoding, read as UTF-8. Bytes that mean nothing become U+FFFD.
struct Translated {
    stream: Stream,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Translated {
    fn new(stream: Stream, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { stream, decoder, raw: vec![0; 16 << 10], text: Vec::new(), given: 0, ended: false }
    }

    /// Translates the next piece; leaves `text` empty only at the end.
    fn refill(&mut self) -> io::Result<()> {
        self.given = 0;
        self.text.clear();
        while self.text.is_empty() && !self.ended {
            let count = match self.stream.read(&mut self.raw) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            self.ended = count == 0;
            let raw = self.raw.get(..count).unwrap_or_default();
            let size = self.decoder.max_utf8_buffer_length(count).unwrap_or(count * 3 + 16);
            self.text.resize(size, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(raw, &mut self.text, self.ended);
            self.text.truncate(written);
        }
        Ok(())
    }
}

impl Read for Translated {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given == self.text.len() {
            self.refill()?;
        }
        let count = self.text.get(self.given..).unwrap_or_default().read(into)?;
        self.given += count;
        Ok(count)
    }
}
