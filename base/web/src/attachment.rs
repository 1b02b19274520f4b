//! Files that people send along: scans of papers, photos. Whoever keeps them says so through [`Attachments`].
//!
//! A file is **taken** first, then **kept** with something, within the change of which it is a part: what was taken and never
//! kept is swept away. It is handed out as a download only, never shown as a page of this site.

use std::{any::Any, fmt, str::FromStr};

use axum::{
    body::Bytes,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use db::Conn;
use kernel::Timestamp;

use crate::{Fault, Problem, Visitor, Wrong};

/// By which a file is named: 32 hexadecimal digits by chance, which say nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AttachmentId(String);

impl AttachmentId {
    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AttachmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for AttachmentId {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let is_id = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_id { Ok(Self(text.to_owned())) } else { Err(Fault::says("that is no id of a file")) }
    }
}

/// A file as somebody sent it. What it holds and how it is called may be about persons: neither shows in `Debug`.
#[derive(Clone, Default)]
pub struct Upload {
    /// How it is called where it comes from.
    pub name: String,
    /// What it holds; nothing if it was longer than is taken.
    pub bytes: Bytes,
    /// Whether it was longer than is taken.
    pub too_long: bool,
}

impl Upload {
    /// Whether nobody chose a file: browsers send the field nevertheless.
    pub fn is_none(&self) -> bool {
        self.name.is_empty() && self.bytes.is_empty() && !self.too_long
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({} bytes)", self.bytes.len())
    }
}

/// What a file is, by what it holds and not by what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A document.
    Pdf,
    /// A picture, as cameras make them.
    Jpeg,
    /// A picture, as scanners make them.
    Png,
    /// A picture, as telephones make them.
    WebP,
}

impl Content {
    /// All that is taken.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Jpeg, Self::Png, Self::WebP];

    /// As tables name it, and how names of such files end.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }

    /// The content of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|content| content.code() == code)
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
        }
    }
}

/// What everyone may know of a file who may know that it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// What it is.
    pub content: Content,
    /// How many bytes it has.
    pub size: i64,
    /// When it was kept.
    pub at: Timestamp,
}

/// A file that was opened.
pub struct Opened {
    /// What it is.
    pub about: Attachment,
    /// How it is called.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A file that was taken, and is not kept yet.
pub struct Taken(pub Box<dyn Any + Send + Sync>);

/// Why a file is not taken. It says nothing about the file.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NotTaken {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is longer than so many megabytes.
    #[error("a file has at most {0} MB")]
    TooLong(usize),
    /// It is neither of what is taken, whatever it is called, or it is damaged.
    #[error("send a PDF, a JPEG, a PNG or a WebP that opens")]
    Kind,
    /// It would do something where it is opened.
    #[error("send a PDF without programs and files inside")]
    Active,
    /// Its name is one of a place, or no name.
    #[error("a file's name has no /, no \\ and no signs that do not show")]
    Name,
    /// The scanner found something.
    #[error("the scanner for malicious software refuses the file")]
    Infected,
    /// The scanner did not say.
    #[error("files cannot be examined now: try again later")]
    Unscanned,
    /// Our fault.
    #[error("{0}")]
    Fault(Fault),
}

impl NotTaken {
    /// What is said beside the field.
    ///
    /// # Errors
    /// When it is our fault.
    pub fn wrong(self, field: &str) -> Result<Wrong, Problem> {
        let message = match &self {
            Self::Empty => "web-wrong-file-empty",
            Self::TooLong(_) => "web-wrong-file-long",
            Self::Kind => "web-wrong-file-kind",
            Self::Active => "web-wrong-file-active",
            Self::Name => "web-wrong-file-name",
            Self::Infected => "web-wrong-file-infected",
            Self::Unscanned => "web-wrong-file-unscanned",
            Self::Fault(fault) => return Err(Problem::Fault(fault.clone())),
        };
        let value = if let Self::TooLong(most) = self { most.to_string() } else { String::new() };
        Ok(Wrong::new(field, &value, self.to_string()).told(message))
    }
}

/// Keeps files. All of it may wait for the database and the disk, and taking for a scanner.
pub trait Attachments: Send + Sync {
    /// How many bytes a file has at most.
    fn most(&self) -> usize;

    /// Takes a file: looks what it is, has it examined, takes out where a picture was made, and stores it sealed.
    ///
    /// # Errors
    /// When the file is not one that is taken.
    fn take(&self, upload: &Upload) -> Result<Taken, NotTaken>;

    /// Keeps what was taken with something, such as `request/12`, within the caller's change: under the key of a person, with
    /// whom it is erased, or of nobody. The same file twice is kept once.
    ///
    /// # Errors
    /// When there is no such person or it was erased, or the database cannot.
    fn keep(&self, conn: &mut Conn, taken: &Taken, with: &str, person: Option<&str>) -> Result<(), Fault>;

    /// The files that are kept with something, the first first.
    ///
    /// # Errors
    /// When the database cannot.
    fn with(&self, conn: &mut Conn, with: &str) -> Result<Vec<Attachment>, Fault>;

    /// Opens a file that is kept with something, for somebody whom a policy lets do `action`; that it was read, and by whom,
    /// is noted.
    ///
    /// # Errors
    /// When the database or the disk cannot, or it was changed.
    fn open(&self, with: &str, id: &AttachmentId, reader: &Visitor, action: &str) -> Result<Option<Opened>, Fault>;

    /// Gives up one file that is kept with something, within the caller's change; nothing if it is not.
    ///
    /// # Errors
    /// When the database cannot.
    fn remove(&self, conn: &mut Conn, with: &str, id: &AttachmentId) -> Result<(), Fault>;

    /// Gives up what is kept with something and with its parts, `project/7` and `project/7/deposit`, within the caller's change.
    ///
    /// # Errors
    /// When the database cannot.
    fn forget(&self, conn: &mut Conn, with: &str) -> Result<(), Fault>;
}

impl Opened {
    /// The file as a download. Whatever it holds, no browser shows it as a page of this site.
    pub fn download(self) -> Response {
        // Letters that stand for something in the header go as their bytes (RFC 8187).
        let named: String = self.name.bytes().map(escaped).collect();
        let disposition =
            format!("attachment; filename=\"file.{}\"; filename*=UTF-8''{named}", self.about.content.code());
        let mut response = self.bytes.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.about.content.media()));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
        // It is of plain letters only.
        headers.extend(HeaderValue::try_from(disposition).ok().map(|value| (header::CONTENT_DISPOSITION, value)));
        response
    }
}

fn escaped(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header_and_the_file_is_never_a_page() {
        let id: AttachmentId = "0a".repeat(16).parse().unwrap();
        let about = Attachment { id, content: Content::Pdf, size: 1, at: Timestamp::UNIX_EPOCH };
        let name = "م\"; filename=x.html\r\nset-cookie: a=b.pdf".to_owned();
        let response = Opened { about, name, bytes: vec![1] }.download();
        let said = |name: header::HeaderName| response.headers()[name].to_str().unwrap().to_owned();
        let disposition = said(header::CONTENT_DISPOSITION);
        assert!(
            disposition.starts_with("attachment; filename=\"file.pdf\"; filename*=UTF-8''%D9%85%22%3B"),
            "{disposition}"
        );
        assert!(!disposition.contains(['\r', '\n']) && !disposition.contains("x.html\""), "{disposition}");
        assert_eq!(said(header::CONTENT_SECURITY_POLICY), "default-src 'none'; sandbox");
        assert_eq!(
            (said(header::CACHE_CONTROL), said(header::CONTENT_TYPE)),
            ("no-store".into(), "application/pdf".into())
        );
    }

    #[test]
    fn what_is_no_id_is_none() {
        for text in ["", "../../etc/passwd", &"0A".repeat(16), &"0a".repeat(17)] {
            assert!(text.parse::<AttachmentId>().is_err(), "{text}");
        }
    }
}
